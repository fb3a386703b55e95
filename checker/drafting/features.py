"""What is noticed about a unit: named features, for rules and for the learned model.

Sparse features are names that are present or not; dense ones are numbers in a fixed order.
Every name can be told back to a person (see `claims`).
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.drafting.lexicon import Hit, Lexicon, Token, tokens
from checker.drafting.units import Unit

EARLY = 6
"""How many words make the beginning of a unit."""
NEAR = 10
"""How many words two classes may stand apart to be read together."""
_OPENING = 2_000
_SHORT = 6
_TABLES = 0.8
_MANY = 40
"""Of how many units a document is a book of tables, and not a note, where nearly all are short."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DATE = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
    re.I,
)
_SECTION = re.compile(r"^(\d{1,2})(?:\.|$)")
_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
_QUOTED = re.compile(r"[\u201c\u201d\"]")
_ENDED = re.compile(r"[.;!?][\"'\u2019\u201d)]*$")


@dataclass(frozen=True)
class Read:
    """A unit with its words, the classes found among them, and what it stands under."""

    unit: Unit
    tokens: tuple[Token, ...]
    hits: tuple[Hit, ...]
    names: frozenset[str]
    """The classes found."""
    under: tuple[str, ...]
    """The classes of the headings over it, the nearest first."""
    lead_in: frozenset[str]
    """The classes in the sentence that leads into its list."""
    column: frozenset[str]
    document: str
    """The kind of document it is from, as guessed."""
    central: float = 0.0
    """How much its words are the words of the whole document."""
    echoed: float = 0.0
    """How like it the unit is that is most like it elsewhere in the document."""


def read(units: Sequence[Unit], lexicon: Lexicon) -> tuple[Read, ...]:
    """Return every unit of a document with what is noticed about it."""
    document = document_kind(units, lexicon)

    @lru_cache(maxsize=4096)
    def heading(text: str) -> str:
        return heading_class(text, lexicon)

    @lru_cache(maxsize=4096)
    def names(text: str) -> frozenset[str]:
        return frozenset(hit.name for hit in lexicon.words.find(tokens(text)))

    words = [tokens(unit.text) for unit in units]
    central, echoed = weight_in_document([frozenset(_content(found)) for found in words], units)
    found = []
    for at, unit in enumerate(units):
        hits = tuple(lexicon.words.find(words[at]))
        under = tuple(heading(text) for text in reversed(unit.path))
        found.append(
            Read(
                unit,
                words[at],
                hits,
                frozenset(h.name for h in hits),
                tuple(u for u in under if u),
                names(unit.lead_in),
                names(unit.column),
                document,
                central[at],
                echoed[at],
            )
        )
    return tuple(found)


_WORDS = (
    "the a an of to and in for on with that this these those is are was were be been being will would should could can may "
    "might must shall has have had do does did not no by as at from it its or which who their they there than then such any "
    "all also more other into through under over about between within if but so"
)
_FUNCTION = frozenset(_WORDS.split())


def _content(found: Sequence[Token]) -> Iterator[str]:
    return (stem(t.text) for t in found if t.text not in _FUNCTION and t.text[0].isalpha() and len(t.text) > 2)


def weight_in_document(words: Sequence[frozenset[str]], units: Sequence[Unit]) -> tuple[list[float], list[float]]:
    """Return, for each unit, how common its words are in the document, and how like another unit it is."""
    holders: dict[str, list[int]] = {}
    for at, own in enumerate(words):
        if units[at].paragraph.part != "heading":
            for word in own:
                holders.setdefault(word, []).append(at)
    size = max(1, sum(map(bool, words)))
    share = {word: len(at) / size for word, at in holders.items()}
    central = [sum(share.get(w, 0.0) for w in own) / len(own) if own else 0.0 for own in words]
    return central, [_echo(at, own, words, holders, units) for at, own in enumerate(words)]


_COMMON = 60
"""A word that more units hold tells nothing of which two are alike."""


def _echo(
    at: int, own: frozenset[str], words: Sequence[frozenset[str]], holders: dict[str, list[int]], units: Sequence[Unit]
) -> float:
    if len(own) < 4:
        return 0.0
    shared = Counter(
        other
        for word in sorted(own)
        if len(holders.get(word, ())) <= _COMMON
        for other in holders.get(word, ())
        if units[other].paragraph.ordinal != units[at].paragraph.ordinal
    )
    return max((many / len(own | words[other]) for other, many in shared.most_common(5)), default=0.0)


def heading_class(text: str, lexicon: Lexicon) -> str:
    """Return what a heading announces; empty where no class knows it."""
    order = list(lexicon.headings.says)
    found = [(hit.start - hit.end, order.index(hit.name)) for hit in lexicon.headings.find(tokens(text))]
    return order[min(found)[1]] if found else ""


def document_kind(units: Sequence[Unit], lexicon: Lexicon) -> str:
    """Return the kind of document that most of its opening words speak for; empty where hardly any do."""
    short = sum(unit.text.count(" ") < _SHORT for unit in units)
    if len(units) >= _MANY and short > _TABLES * len(units):
        return "tables"
    opening: list[Token] = []
    for unit in units:
        opening += tokens(unit.text)
        if len(opening) > _OPENING:
            break
    seen = {(h.name, " ".join(t.text for t in opening[h.start : h.end])) for h in lexicon.documents.find(opening)}
    counts = Counter(name for name, _ in seen)
    kind = max(sorted(counts), key=lambda name: counts[name] / _entries(lexicon, name) ** 0.5, default="")
    return kind if counts[kind] > 1 else ""


def _entries(lexicon: Lexicon, name: str) -> int:
    shelves = (*lexicon.documents.exact.values(), *lexicon.documents.endings.values())
    return sum(entry[0] == name for shelf in shelves for entry in shelf)


def words_features(found: Read) -> Iterator[str]:
    """Yield words, pairs of words and the two that open the unit; figures are one word."""
    words = [_shape(token.text) for token in found.tokens]
    for word in words:
        yield f"w {word}"
    for pair in itertools.pairwise(words):
        yield f"b {pair[0]} {pair[1]}"
    if len(words) > 1:
        yield f"f {words[0]} {words[1]}"
        yield f"f {words[0]}"


def _shape(word: str) -> str:
    if word[0].isdigit():
        return "0000" if _YEAR.fullmatch(word) else "0"
    return word


def class_features(found: Read) -> Iterator[str]:
    """Yield the classes, and which stand early."""
    for hit in found.hits:
        yield f"c {hit.name}"
        if hit.start < EARLY:
            yield f"early {hit.name}"


def entry_features(found: Read) -> Iterator[str]:
    """Yield the entries of the lexicon that were found."""
    return (f"e {hit.name} {hit.entry}" for hit in found.hits)


def pair_features(found: Read) -> Iterator[str]:
    """Yield which classes stand before which, not far apart."""
    return (f"{first} > {second}" for first, second in _near(found.hits))


def _near(hits: Sequence[Hit]) -> Iterator[tuple[str, str]]:
    for i, first in enumerate(hits):
        for second in hits[i + 1 :]:
            if second.start - first.end > NEAR:
                break
            if second.start >= first.end and first.name != second.name:
                yield first.name, second.name


_AUXILIARIES_WORDS = (
    "is are was were be has have had will would shall should can could may might must does do did cannot won't"
)
AUXILIARIES = frozenset(_AUXILIARIES_WORDS.split())
_NOT_VERBS_WORDS = "to the a an of and or in for by with on from this that"
_NOT_VERBS = frozenset(_NOT_VERBS_WORDS.split())


def spine(found: Read) -> int:
    """Return the place of the first word that looks like the main verb; -1 where there is none."""
    verbal = {
        h.start
        for h in found.hits
        if h.name in {"improve", "enable", "help", "assure", "achieve", "reduce", "avoid", "keep"}
    }
    for at, token in enumerate(found.tokens):
        if token.text in AUXILIARIES:
            return at
        if at in verbal and token.text.endswith("s") and at and found.tokens[at - 1].text not in _NOT_VERBS:
            return at
    return -1


def spine_features(found: Read) -> Iterator[str]:
    """Yield the main verb's form, the classes before it (the subject) and after it."""
    at = spine(found)
    verb = found.tokens[at].text if at >= 0 else "none"
    verb = verb if verb in AUXILIARIES else "acts" if at >= 0 else verb
    yield f"verb {verb}"
    after = [h.name for h in found.hits if at <= h.start <= at + 8] if at >= 0 else []
    before = {h.name for h in found.hits if h.end <= at}
    for name in before:
        yield f"subject {name}"
        yield f"subject {name} verb {verb}"
    for name in set(after):
        yield f"verb {verb} then {name}"
        if "subject" in before or "this" in before:
            yield f"thing then {name}"
        if "people" in before:
            yield f"people then {name}"
        if "we" in before:
            yield f"we then {name}"
    if at >= 0 and at + 1 < len(found.tokens):
        nexts = [t.text for t in found.tokens[at + 1 : at + 4]]
        yield f"verb {verb} {nexts[0]}"
        yield from (f"predicate {stem(w)}" for w in nexts)


_SUFFIXES = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ities",
    "ity",
    "edly",
    "ed",
    "ies",
    "es",
    "ly",
    "s",
    "e",
    "y",
)


def stem(word: str) -> str:
    """Return a word without its ending."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            return word[: -len(suffix)]
    return word


def stem_features(found: Read) -> Iterator[str]:
    """Yield the words without their endings."""
    for token in found.tokens:
        yield f"s {stem(_shape(token.text))}"


def structure_features(found: Read) -> Iterator[str]:
    """Yield where the unit stands: headings, list, table, kind of document."""
    unit = found.unit
    kind = found.document or "other"
    under = found.under[0] if found.under else "none"
    yield f"part {unit.paragraph.part}"
    yield f"kind {kind}"
    yield f"under {under}"
    yield f"under {under} in {kind}"
    for above in found.under[1:]:
        yield f"above {above}"
    section = _SECTION.match(unit.paragraph.number)
    if section:
        yield f"section {section.group(1)} in {kind}"
    for name in found.lead_in:
        yield f"led by {name}"
    for name in found.column:
        yield f"column {name}"
    for name in found.names:
        yield f"{name} under {under}"
    if unit.listed:
        yield "listed"
    yield "first" if unit.within == 0 else "later"
    if unit.within and unit.within == unit.of - 1:
        yield "last"
    yield f"ends {unit.text[-1:] if not unit.text[-1:].isalnum() else 'word'}"
    yield f"starts {'low' if unit.text[:1].islower() else 'figure' if unit.text[:1].isdigit() else 'capital'}"
    yield f"words {min(8, len(found.tokens) // 6)}"
    yield f"tenth {int(unit.position * 5)}"


def heading_words(found: Read) -> Iterator[str]:
    """Yield the words of the nearest heading."""
    for token in tokens(found.unit.heading)[:12]:
        yield f"h {_shape(token.text)}"


def dense(found: Read) -> Iterator[tuple[str, float]]:
    """Yield numbers: length, place, figures, capitals, tense."""
    unit, text = found.unit, found.unit.text
    words = [token.text for token in found.tokens]
    count = max(1, len(words))
    yield "words", float(len(words))
    yield "position", unit.position
    yield "within", float(unit.within)
    yield "of", float(unit.of)
    yield "listed", float(unit.listed)
    yield "depth", float(len(unit.path))
    yield "figures", sum(w[0].isdigit() for w in words) / count
    yield "years", float(len(_YEAR.findall(text)))
    yield "dates", float(len(_DATE.findall(text)))
    yield "capitals", len(_CAPITAL.findall(text)) / count
    yield "quoted", float(bool(_QUOTED.search(text)))
    yield "ended", float(bool(_ENDED.search(text)))
    yield "colon", float(text.endswith(":"))
    yield "brackets", float(text.count("("))
    yield "commas", float(text.count(","))
    yield "long words", sum(len(w) for w in words) / count
    yield "ing", float(sum(w.endswith("ing") for w in words))
    yield "ed", float(sum(w.endswith("ed") for w in words))
    yield "lead-in", float(len(unit.lead_in.split()))
    at = spine(found)
    yield "verb at", float(at)
    yield "cut", float(unit.end - unit.start < len(unit.paragraph.text) and not unit.text.endswith("."))
    yield "central", found.central
    yield "echoed", found.echoed
    for hit in found.hits:
        yield f"c {hit.name}", 1.0
        if hit.start < at:
            yield f"subject {hit.name}", 1.0
    for name in found.lead_in:
        yield f"led by {name}", 1.0
    yield f"kind {found.document}", 1.0
    for name in found.under[:2]:
        yield f"under {name}", 1.0
    yield f"part {unit.paragraph.part}", 1.0
