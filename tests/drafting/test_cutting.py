"""Sentences too long to quote."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.base.match import find
from checker.drafting.cutting import telling
from checker.drafting.governing import leads_on
from checker.drafting.units import Unit, units
from checker.model.draft import QUOTED
from tests.drafting.papers import paper

BEFORE = (
    "which was built when the borough was made and has served it through two floods, a fire and a change of contractor"
)


def quoted(text: str, word: str) -> str:
    """Return what is quoted of a sentence where stretches with a word weigh most."""
    (unit,) = units(paper(("1", text)))

    def weigh(stretches: Sequence[Unit]) -> list[float]:
        return [float(word in one.text) for one in stretches]

    return telling(unit, weigh)


def test_a_short_sentence_is_quoted_whole() -> None:
    """A sentence of forty words or fewer needs no cutting."""
    assert "" == quoted("The depot will save money.", "save")


def test_a_condition_is_kept() -> None:
    """The condition that a long sentence begins with is quoted with what it governs."""
    words = quoted(
        f"If the move is not agreed, the depot on Canal Street, {BEFORE}, will go on costing more than its neighbours, and "
        "the crews will be kept waiting at its gates for as long as the bridge stays closed.",
        "kept waiting",
    )
    assert words.startswith("If the move is not agreed, … ")
    assert "the crews will be kept waiting" in words


def test_the_subject_and_its_verb_are_kept() -> None:
    """A stretch that leans on the beginning of its sentence is quoted with the subject and the verb."""
    words = quoted(
        f"The proposal is to transfer the crews of the depot on Canal Street, {BEFORE}, to the yard at Mill Lane, "
        "meaning that residents will have their bins emptied on time.",
        "bins",
    )
    assert words.startswith("The proposal is to transfer … ")
    assert words.endswith("bins emptied on time.")


@pytest.mark.parametrize("last", ["i.e. the", "of", "due to the", "in delivering a", "(from 355 to"])
def test_nothing_ends_on_a_word_that_leads_on(last: str) -> None:
    """No quotation ends on an article, a preposition, a conjunction or "i.e."."""
    words = quoted("The depot saves " + "fuel " * 33 + f"work {last} crews and vans " + "that wait " * 20, "depot")
    assert words.startswith("The depot saves fuel")
    assert not leads_on(words.split()[-1])


SOME = "depot crews, the of and If which will save is (from 355) to ensure Canal Street; money, in a i.e. multi-agency"
WORDS = st.lists(
    st.sampled_from(SOME.split()),
    min_size=41,
    max_size=110,
)


@given(WORDS)
@settings(derandomize=True, deadline=None, max_examples=120)
def test_whatever_the_sentence(words: list[str]) -> None:
    """Whatever the sentence, at most forty words are quoted, and they are found in it, gaps and all."""
    text = "The depot " + " ".join(words)
    sentences = units(paper(("1", text)))
    assert sentences
    for unit in sentences:
        found = telling(unit, lambda stretches: [float(len(one.text)) for one in stretches])
        assert len(found.split()) <= QUOTED
        assert not found or find(found, text)
