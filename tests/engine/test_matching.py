"""Which claim is which, in two drafts of one paper."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.engine.matching import alike, one_to_one, pair_subjects, part_shared, shared, words_of
from checker.model.comparison import Pair, Subject

SENTENCES = (
    "will save £40,000 a year from 2026",
    "would improve outcomes for children in care",
    "has no adverse impact on any group of residents",
    "expects fewer missed bins in the northern wards",
    "is the only option that keeps the museum open",
    "residents told us that they support the move",
    "the depot lease ends in March and cannot be renewed",
    "brings in £200,000 of outside funding",
)


def claim(number: int, words: str, **fields: object) -> Subject:
    plain = Subject("claim", "paper", f"C{number}", f"{number}.1", words, ("financial_saving",))
    return plain._replace(**fields)  # type: ignore[arg-type]


def paper(*sentences: str) -> list[Subject]:
    return [claim(number, words) for number, words in enumerate(sentences, 1)]


def paired(old: list[Subject], new: list[Subject]) -> list[Pair]:
    return pair_subjects(old, new, ({}, {}))


def kept(old: list[Subject], new: list[Subject]) -> dict[str, str]:
    return {pair.old.words: pair.new.words for pair in paired(old, new)}


class TestWords:
    def test_typography_is_no_difference(self) -> None:
        """Capitals, curly marks and the full stop at the end do not make other words."""
        assert words_of("We’ll “save” money – soon.") == words_of('we\'ll "save" money - soon')

    def test_figures_are_words(self) -> None:
        """Another figure, sign or unit is another word."""
        assert words_of("saves £1.2m") != words_of("saves £12m")

    def test_what_two_quotations_share(self) -> None:
        """Words shared in the same order are counted, and weighed against the shorter quotation or both."""
        one, other = words_of("will save £40,000 a year"), words_of("may save £40,000")
        assert (shared(one, other), part_shared(one, other), alike(one, other)) == (2, 2 / 3, 0.5)


class TestOneToOne:
    def test_the_best_are_taken_first(self) -> None:
        """The best pair is taken first, and nothing is in two pairs."""
        assert one_to_one([((0.5,), 0, 0), ((0.1,), 0, 1), ((0.9,), 1, 0), ((0.6,), 1, 1)]) == [(0, 1), (1, 0)]

    @given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 4), st.integers(0, 4)), max_size=25))
    @settings(derandomize=True, deadline=None, max_examples=200)
    def test_either_side_may_come_first(self, found: list[tuple[int, int, int]]) -> None:
        """Seen from the other side, the same pairs are found."""
        scores = {(i, j): score for score, i, j in found}
        there = one_to_one(((float(score),), i, j) for (i, j), score in scores.items())
        back = one_to_one(((float(score),), j, i) for (i, j), score in scores.items())
        assert there == sorted((i, j) for j, i in back)


class TestIdentity:
    def test_a_claim_put_in_before_others(self) -> None:
        """A claim inserted at the top moves every id, and every other claim is still known."""
        old, new = paper(*SENTENCES[1:]), paper(*SENTENCES)
        assert {words: words for words in SENTENCES[1:]} == kept(old, new)

    def test_a_claim_taken_out(self) -> None:
        """A claim deleted in the middle leaves every other one known."""
        old, new = paper(*SENTENCES), paper(*SENTENCES[:3], *SENTENCES[4:])
        assert {words: words for words in SENTENCES if words != SENTENCES[3]} == kept(old, new)

    def test_a_reworded_claim_is_known_and_said_to_be_reworded(self) -> None:
        """Of a reworded claim both wordings are told; the others are not said to be reworded."""
        old = paper(*SENTENCES)
        new = [*old[:2], old[2]._replace(words="has little adverse impact on any group of residents"), *old[3:]]
        assert [(p.old.id, p.new.id) for p in paired(old, new) if p.reworded] == [("C3", "C3")]

    def test_reworded_and_renumbered_at_once(self) -> None:
        """A claim reworded in a paper whose ids all moved is known by what its words share."""
        old = paper(*SENTENCES)
        new = paper("a new first claim about the library", *SENTENCES)
        new[3] = new[3]._replace(words="has no adverse impact on any group of older residents")
        reworded = [(p.old.id, p.new.id) for p in paired(old, new) if p.reworded]
        assert reworded == [("C3", "C4")]

    def test_the_same_words_twice(self) -> None:
        """Words that stand in two paragraphs keep their paragraphs."""
        old = [claim(1, "saves money"), claim(2, "saves money")]
        new = [claim(2, "saves money"), claim(1, "saves money")]
        assert [(p.old.at, p.new.at) for p in paired(old, new)] == [("1.1", "1.1"), ("2.1", "2.1")]

    def test_another_claim_under_an_old_number_is_another_claim(self) -> None:
        """An id given to other words names another claim."""
        assert paired([claim(1, "will save £40,000 a year")], [claim(1, "residents support the move")]) == []

    def test_words_alike_and_another_kind_are_not_guessed(self) -> None:
        """Words that are alike, under another id and of another kind, are not taken for the same claim."""
        old = claim(1, "the new depot will save £40,000 a year")
        new = claim(2, "the new depot will save £60,000 a year", at="1.1", kinds=("workforce",))
        assert paired([old], [new]) == []

    def test_words_about_a_person_are_known_by_what_was_judged(self) -> None:
        """Words that are not shown are paired by the digest of what was judged, else by number and kinds."""
        hidden = [claim(1, ""), claim(2, "")]
        new = [claim(2, ""), claim(3, "")]
        old_contents = {c.key: frozenset({("rule", "", f"digest {n}")}) for n, c in enumerate(hidden)}
        new_contents = {c.key: frozenset({("rule", "", f"digest {n}")}) for n, c in enumerate(new)}
        pairs = pair_subjects(hidden, new, (old_contents, new_contents))
        assert [(p.old.id, p.new.id, p.reworded) for p in pairs] == [("C1", "C2", False), ("C2", "C3", False)]
        assert [(p.old.id, p.new.id, p.reworded) for p in paired(hidden, new)] == [("C2", "C2", True)]

    @given(st.permutations(SENTENCES), st.integers(0, 8), st.permutations(range(1, 20)))
    @settings(derandomize=True, deadline=None, max_examples=150)
    def test_any_order_and_any_numbers(self, order: list[str], cut: int, numbers: list[int]) -> None:
        """However claims are reordered, renumbered, added and taken out, the same words are the same claim."""
        old, new = paper(*SENTENCES), [claim(number, words) for number, words in zip(numbers, order, strict=False)]
        assert {words: words for words in order[:cut]} == kept(old, new[:cut])
