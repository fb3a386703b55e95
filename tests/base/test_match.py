"""Is this quotation in that text, word for word?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import islice
from random import Random

import pytest

from checker.base.match import before, cut, find
from checker.engine.verification import verify
from checker.model.casefile import Check
from checker.model.coding import Coding
from checker.model.paragraph import Paragraph
from checker.rules.load import load_rulebook
from checker.workflow import hedges_of
from tests.base.typesetting import SETTINGS, Setting, curly, typeset
from tests.base.wexcombe import PARAGRAPHS
from tests.builders import claim, coding

ALTERED, TRUE = 10_000, 10_000
HEDGES = hedges_of(load_rulebook())
Words = list[str]
Alteration = Callable[[Words, Random], str]


def passages(chance: Random) -> Iterator[tuple[str, Words]]:
    """Yield a paragraph and a passage of it, four to twenty whole words, without end."""
    while True:
        paragraph = chance.choice(PARAGRAPHS)
        words = paragraph.split()
        length = chance.randint(4, 20)
        start = chance.randrange(len(words) - length)
        yield paragraph, words[start : start + length]


# ---- what a partisan or a careless coder does to a quotation ----


def put_in(word: str) -> Alteration:
    def alter(words: Words, chance: Random) -> str:
        at = chance.randrange(1, len(words))
        return " ".join([*words[:at], word, *words[at:]])

    return alter


def drop_a_word(words: Words, chance: Random) -> str:
    at = chance.randrange(1, len(words) - 1)
    return " ".join(words[:at] + words[at + 1 :])


def swap_two_words(words: Words, chance: Random) -> str:
    at = chance.randrange(len(words) - 1)
    return " ".join([*words[:at], words[at + 1], words[at], *words[at + 2 :]])


def swap_sentences(words: Words, _: Random) -> str:
    first, end, second = re.split(r"([.] )", " ".join(words), maxsplit=1)
    return f"{second}{end}{first}"


def change_a_digit(words: Words, chance: Random) -> str:
    return _at_one(r"\d", words, chance, lambda digit: str((int(digit) + chance.randrange(1, 10)) % 10))


def change_case(words: Words, chance: Random) -> str:
    return _at_one(r"\b[A-Za-z]", words, chance, str.swapcase)


def drop_a_sign(words: Words, chance: Random) -> str:
    return _at_one(r"%|£|(?<=\s)-(?=£|\d)|\+", words, chance, lambda _: "")


def cut_a_number(words: Words, chance: Random) -> str:
    """Return the passage ended or begun inside a number."""
    text = " ".join(words)
    inside = chance.choice([m.start() for m in re.finditer(r"(?<=[\d£])[.,:\d-](?=\d)|(?<=\d)[.,:%-](?=\d|$)", text)])
    return text[:inside] if chance.random() < 0.5 else text[inside:]


def change_inside_a_number(words: Words, chance: Random) -> str:
    return _at_one(r"(?<=\d)[.,:-](?=\d)", words, chance, lambda mark: chance.choice([" ", ".", ",", "", ":", "/"]))


def join_two_words(words: Words, chance: Random) -> str:
    return _at_one(r"(?<=[a-z]) (?=[a-z])", words, chance, lambda _: chance.choice(["", "-", " - "]))


def _at_one(pattern: str, words: Words, chance: Random, change: Callable[[str], str]) -> str:
    """Return the passage with one of the places where the pattern fits changed; IndexError where it fits nowhere."""
    text = " ".join(words)
    place = chance.choice(list(re.finditer(pattern, text)))
    return text[: place.start()] + change(place.group()) + text[place.end() :]


ALTERATIONS: dict[str, Alteration] = {
    "not put in": put_in("not"),
    "no put in": put_in("no"),
    "[not] put in": put_in("[not]"),
    "a word put in in square brackets": put_in("[significant]"),
    "a word left out": drop_a_word,
    "two words swapped": swap_two_words,
    "two sentences swapped": swap_sentences,
    "a digit changed": change_a_digit,
    "a capital changed": change_case,
    "a sign left out": drop_a_sign,
    "a number cut": cut_a_number,
    "a mark inside a number changed": change_inside_a_number,
    "two words joined": join_two_words,
}
EACH = ALTERED // (len(ALTERATIONS) + 1)


def altered(alteration: Alteration, count: int) -> list[tuple[str, str]]:
    """Return paragraphs and altered quotations, as many as are asked for; none is a quotation of the text after all."""
    chance = Random(1)

    def candidates() -> Iterator[tuple[str, str]]:
        for paragraph, words in passages(chance):
            try:
                quote = alteration(words, chance)
            except (IndexError, ValueError):  # there is nothing of that kind to alter in this passage
                continue
            if len(quote.split()) > 2 and not stands_anyway(quote):
                yield paragraph, quote

    return list(islice(candidates(), count))


def stands_anyway(quote: str) -> bool:
    """Tell, without the matcher, whether the words of a text stand in the report, whatever ends the first and last."""
    wanted = plain_words(quote)
    inner = " ".join(wanted[1:-1])
    return any(inner in joined and _stands(wanted, words) for joined, words in PLAIN)


def _stands(wanted: Words, text: Words) -> bool:
    windows = (text[at : at + len(wanted)] for at in range(len(text) - len(wanted) + 1))
    return any(
        window[1:-1] == wanted[1:-1] and bare(window[0]) == bare(wanted[0]) and bare(window[-1]) == bare(wanted[-1])
        for window in windows
    )


def plain_words(text: str) -> Words:
    return unicodedata.normalize("NFC", text).replace("\u2019", "'").split()


PLAIN = [(" ".join(words), words) for words in map(plain_words, PARAGRAPHS)]


def bare(word: str) -> str:
    return word.strip(".,;:!?()\"'")


@pytest.mark.parametrize("name", ALTERATIONS)
def test_an_altered_quotation_is_never_found(name: str) -> None:
    """A quotation with one word, digit, sign or capital changed is not found, however the report is printed."""
    chance = Random(2)
    pairs = altered(ALTERATIONS[name], EACH)
    found = [quote for _, quote in pairs if any(find(quote, text) for text in PARAGRAPHS)]
    found += [quote for text, quote in pairs if find(quote, typeset(text, chance))]
    assert found == []
    assert len({quote for _, quote in pairs}) > EACH // 5


def hedged_passages() -> list[tuple[str, str]]:
    """Return sentences with a hedge, and quotations that begin right after it."""
    end = [
        "cut",
        "the",
        "cost",
        "of",
        "every",
        "repair",
        "that",
        "is",
        "made",
        "at",
        "the",
        "depot",
        "by",
        "a",
        "third",
    ]
    pairs = [
        (f"Moving the service {hedge} {' '.join(end)}.", " ".join(end[:n]))
        for n in range(3, len(end) + 1)
        for hedge in HEDGES
    ]
    return pairs[: ALTERED - EACH * len(ALTERATIONS)]


def test_a_stripped_hedge_is_never_passed() -> None:
    """A quotation that begins right after the words that soften it is found, and the hedge is named."""
    pairs = hedged_passages()
    claims = [claim(id=f"C{n}", at=f"¶{n + 1}", quote=quote) for n, (_, quote) in enumerate(pairs)]
    paragraphs = [Paragraph(n + 1, "", text) for n, (text, _) in enumerate(pairs)]
    checks = verify(Coding.model_validate(coding(claims=claims)), paragraphs, HEDGES)
    assert len(pairs) + EACH * len(ALTERATIONS) == ALTERED
    assert [text for (text, _), check in zip(pairs, checks.values(), strict=True) if not check.hedge] == []


def test_a_true_quotation_is_always_found() -> None:
    """Ten thousand true quotations are found however the report, or the quotation, is printed."""
    chance = Random(3)
    printed = {text: [typeset(text, chance) for _ in range(20)] for text in PARAGRAPHS}
    refused = []
    for text, words in islice(passages(chance), TRUE // 2):
        quote, other = " ".join(words), chance.choice(printed[text])
        refused += [(quote, other)] if not find(quote, other) else []
        quote = typeset(quote, chance)
        refused += [(quote, text)] if not find(quote, text) else []
    assert refused == []


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.__name__)
def test_each_kind_of_typography_is_folded_and_named(setting: Setting) -> None:
    """Of every kind of typography a quotation of a whole paragraph is found, and the result says what was folded."""
    chance = Random(4)
    names = {name for text in PARAGRAPHS for found in find(text, setting(text, chance)) for name in found.folds}
    assert all(find(text, setting(text, chance)) for text in PARAGRAPHS)
    assert names


# ---- single cases, as clerks meet them ----

REPORT = (
    Paragraph(1, "2.1", "Complaints fell by 22.453 per thousand, and the net effect is -0.4m."),
    Paragraph(2, "3.10", "The council would not deliver the scheme, and it isn\u2019t in the plan."),
    Paragraph(3, "4.1", "Savings of 45% are \u201cwithin reach\u201d\u00a0and bene\u00adfits are sustain-\nable."),
    Paragraph(4, "5.1", "The move will reduce costs. It will reduce costs for everyone, and will then not need staff."),
    Paragraph(5, "5.2", "The move will reduce costs."),
)


def checked(quote: str, at: str) -> Check:
    """Return what verification finds for one quotation of the report."""
    return verify(Coding.model_validate(coding(claims=[claim(quote=quote, at=at)])), REPORT, HEDGES)["C1"]


@pytest.mark.parametrize(
    ("row", "at", "quote", "why"),
    [
        ("Y80 not in the report", "2.1", "winter gritting rota", 'not in the original, nor anything near it'),
        ("Y80 a word changed", "2.1", "Complaints rose by 22.453", 'nearest at 2.1: "Complaints fell by 22.453"; differs: "rose" for "fell"'),
        ("Y89 two digits swapped", "2.1", "fell by 22.435 per thousand", '"22.435" for "22.453"'),
        ("Y90 the point left out", "2.1", "fell by 22453 per thousand", '"22453" for "22.453"'),
        ("Y91 ended inside a number", "2.1", "fell by 22", 'the quotation cuts "22.453" at 2.1'),
        ("Y91 ended at its point", "2.1", "fell by 22.", 'the quotation cuts "22.453" at 2.1'),
        ("Y91 begun inside a number", "2.1", "453 per thousand", 'the quotation cuts "22.453" at 2.1'),
        ("Y92 the minus left out", "2.1", "0.4m", 'the quotation cuts "-0.4m." at 2.1'),
        ("the per cent sign left out", "4.1", "Savings of 45", 'the quotation cuts "45%" at 4.1'),
        ("Y94 not left out", "3.10", "The council would deliver the scheme", 'differs: "not" is left out'),
        ("Y95 no put in", "5.2", "The move will reduce no costs", 'differs: "no" is put in'),
        ("Y96 a word put in in brackets", "5.2", "The move will [not] reduce costs", 'differs: "[not]" is put in'),
        ("its first word left out", "2.1", "Complaints by 22.453 per thousand, and the", 'Complaints fell by 22.453 per thousand, and the"; differs: "fell" is left out'),
        ("a comma left out", "2.1", "by 22.453 per thousand and the net", 'differs: "thousand" for "thousand,"'),
        ("Y97 a capital changed", "5.2", "the move will reduce costs", '"the" for "The"'),
        ("Y80 small letters for capitals", "2.1", "COMPLAINTS FELL BY 22.453", 'nearest at 2.1: "Complaints fell by 22.453"; differs: "COMPLAINTS" for "Complaints"'),
        ("Y80 marks of quotation that are not there", "2.1", "“Complaints fell by 22.453”", "differs: \"“Complaints\" for \"Complaints\""),
        ("Y99 two parts in the wrong order", "3.10", "in the plan … The council would not", "nearest at 3.10"),
        ("another word for its short form", "3.10", "it is not in the plan", '"is not" for'),
        ("a word begun late", "5.1", "educe costs for everyone", 'the quotation cuts "reduce" at 5.1'),
    ],
)  # fmt: skip
def test_what_is_not_word_for_word_is_not_found(row: str, at: str, quote: str, why: str) -> None:
    """A quotation that is not word for word is not found, and the message shows the nearest words or the cut."""
    check = checked(quote, at)
    assert check.state == "not_found", row
    assert why in check.why


@pytest.mark.parametrize(
    ("row", "at", "quote", "notes"),
    [
        ("word for word", "5.2", "The move will reduce costs", ()),
        ("Y81 curly quotation marks", "4.1", 'are "within reach"', ("folded quotation marks",)),
        ("Y82 no-break spaces", "4.1", "reach” and", ("folded spaces",)),
        ("Y83 soft hyphens", "4.1", "and benefits are", ("folded soft hyphens",)),
        ("Y85 joined over a line end", "4.1", "are sustainable", ("folded hyphens at line ends",)),
        ("Y98 an honest gap", "3.10", "The council would not deliver … in the plan",
         ('a gap leaves out: "the scheme, and it isn’t"',)),
        ("Y100 a gap that hides not", "5.1", "will then [...] need staff", ('a gap leaves out: "not"',)),
        ("Y101 twice in one paragraph", "5.1", "will reduce costs", ("stands 2 times in the paragraph",)),
        ("Y101 in two paragraphs", "5.1", "The move will reduce costs", ()),
    ],
)  # fmt: skip
def test_what_is_found_says_how(row: str, at: str, quote: str, notes: tuple[str, ...]) -> None:
    """A true quotation is found, with every fold, gap and doubt named for a person to look at."""
    check = checked(quote, at)
    assert (check.state, check.hedge) == ("found", ""), row
    assert check.notes == notes


@pytest.mark.parametrize(
    ("at", "quote", "found_at", "why"),
    [
        ("2.1", "The council would not deliver", "3.10", "the words stand at 3.10, not at 2.1"),
        ("3.10 p2", "The move will reduce costs", "5.1", "the words stand at 5.1, 5.2, not at 3.10 p2"),
        ("9.9", "The council would not", "3.10", "the words stand at 3.10, not at 9.9; the original has no 9.9"),
    ],
)
def test_a_wrong_place_is_named(at: str, quote: str, found_at: str, why: str) -> None:
    """Words that stand elsewhere are not attached to the place coded, nor moved; the places are named (Y102)."""
    check = checked(quote, at)
    assert (check.state, check.found_at, check.why) == ("wrong_place", found_at, why)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        (".4m", "a saving of 0.4m"),
        ("saved 22.", "saved 22.453"),
        ("30 on Monday", "at 12:30 on Monday"),
        ("24 budget", "the 2023-24 budget"),
        ("24 budget", "the 2023\u201324 budget"),
        ("24 budget", "the 2023-\n24 budget"),
        ("£0.4m", "an effect of -£0.4m"),
        ("£0.4m", "an effect of \u2212£0.4m"),
        ("5 pupils", "in schools with <5 pupils"),
        ("$5m", "costs US$5m"),
        ("5", "costs £ 5"),
        ("rose by 5", "rose by 5 %"),
        ("compliant", "is non-compliant"),
        ("Regulation 5", "under Regulation 5(2) of the Order"),
        ("grant money (c", "grant money (c.£550k) received"),
        ("the page at GOV", "the page at GOV.UK says so"),
        ("the list at do?uri=OJ:L", "the list at do?uri=OJ:L:2013"),
        ("attracted 160", "it attracted 160+ delegates"),
        ("write to clerk", "write to clerk@wexcombe.example"),
        ("compliant", "is non\u2011compliant"),
        ("compliant", "is non-\ncompliant"),
        ("-compliant", "is non-compliant"),
        ("is non-", "is non-compliant"),
        ("sustain", "is sustain-\nable"),
        ("able", "is sustain-\nable"),
        ("the council", "the council's plan"),
        ("19 grant", "the COVID-19 grant"),
        ("201920", "in 2019-\n20"),
        ("a b", "a\ufdd0b"),
        ("ab", "a\ufdd0b"),
        ("", "a"),
        (" ", "a b"),
        ("a...", "a b"),
        ("…", "a b"),
    ],
)
def test_a_word_or_number_is_not_cut(quote: str, text: str) -> None:
    """A quotation begins and ends at the edge of a word, of a number and of an amount with its sign."""
    assert find(quote, text) == ()


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("short- and long-term savings", "short-\nand long-term savings"),
        ("5- and 10-year plans", "5-\nand 10-year plans"),
        ("by 2026—which", "by 2026\u2014\nwhich"),
        ("2019-20", "in 2019-\n20"),
        ("COVID-19", "the COVID-\r\n19 grant"),
        ("well-being", "of well-\nbeing"),
        ("wellbeing", "of well-\nbeing"),
        ("well-\nbeing", "of wellbeing"),
        ("well-\nbeing", "of well-being"),
        ("2019-\n20", "in 2019-20"),
        ("sustainable", "sus\u00ad\ntainable"),
        ("efficient", "'efficient'"),
        ("so", "'so it is"),
        ("savings", "(savings)"),
        ("savings", "costs/savings"),
        ("0.4m", "savings (0.4m)"),
        ("which", "in 2026\u2014which"),
        ("Members", "Members' views"),
        ("12:30", "at 12:30."),
    ],
)
def test_whole_words_are_found(quote: str, text: str) -> None:
    """Whole words are found beside brackets, marks and stops, and over line ends, in each way they can be read."""
    assert find(quote, text)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("It is so. The council would not QUOTE", "the council would not"),
        ('The council would not "QUOTE', "the council would not"),
        ("The council could (QUOTE", "the council could"),
        ("one two three four five six seven QUOTE", "two three four five six seven"),
        ("it will seek-\nto QUOTE", "it will seekto"),
        ("QUOTE", ""),
    ],
)
def test_the_words_before_a_quotation_are_those_of_its_sentence(text: str, lead: str) -> None:
    """A hedge is looked for in up to six words of the same sentence, past an opening mark or bracket."""
    (found,) = find("QUOTE", text)
    assert before(text, found) == lead


def test_dots_that_are_printed_are_no_gap() -> None:
    """Where the source itself has three dots, a quotation with them is word for word."""
    (found,) = find("so … it goes", "He said: so … it goes, and so it goes.")
    assert found.gap == ""


def test_a_gap_spans_the_first_passage_in_order() -> None:
    """A quotation with gaps is found where all its parts stand in order, and what each gap leaves out is kept."""
    (found,) = find("one … three … five", "zero one two three four five six")
    assert found.gap == "two … four"
    assert ["two", "four"] == ["zero one two three four five six"[a:b].strip() for a, b in found.gaps]
    assert "zero one two three four five six"[found.start : found.end] == "one two three four five"
    assert find("… three …", "one three five") == ()


def test_what_is_not_cut_has_no_cut() -> None:
    """Only a word or number that the quotation cuts is named as cut."""
    assert cut("elsewhere", "the depot") == ""
    assert cut("dep", "the depot") == "depot"
    assert cut("able", "is sustain-\nable") == "sustain-able"
    assert cut("", "the depot") == ""


def test_curly_marks_are_used_in_the_typesetting() -> None:
    """The typesetting of these tests changes what it says it changes."""
    assert curly('He said "it\'s" ("so")', Random(0)) == "He said “it’s” (“so”)"


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("the process (e", "the process (e.g. a vote)"),
        ("depot@wexcombe", "write to depot@wexcombe.gov.uk"),
        ("Clerk@wexcombe.example says", "Chief.Clerk@wexcombe.example says"),
        ("WexcombeCouncil or to", "send views to @WexcombeCouncil or to the clerk"),
        ("the page at https://moderngov", "the page at https://moderngov.Wexcombe.example"),
        ("m. meeting", "the p.m. meeting"),
    ],
)
def test_an_abbreviation_is_not_cut(quote: str, text: str) -> None:
    """A full stop inside an abbreviation or an address is no edge of a word."""
    assert find(quote, text) == ()


def test_a_sentence_run_into_the_next_still_ends() -> None:
    """Where the space after a full stop is missing the sentence still ends there."""
    assert find("resource challenges", "resource challenges.What are they?")
