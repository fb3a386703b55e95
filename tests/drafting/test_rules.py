"""The points of the lexicon alone."""

from __future__ import annotations

from checker.drafting.features import read
from checker.drafting.lexicon import lexicon
from checker.drafting.rules import points
from checker.drafting.units import units
from tests.drafting.papers import paper


def worth(text: str, heading: str = "Report") -> float:
    return float(points(read(units(paper(f"# {heading}", ("2.1", text))), lexicon()))[1])


def test_a_benefit_of_the_thing_proposed_is_worth_most() -> None:
    """The proposal's own benefit is worth more than a duty or a figure."""
    benefit = worth("The proposal will improve outcomes for residents.")
    assert benefit > worth("Each council must keep a register.")
    assert benefit > worth("There were 412 vehicles.")


def test_the_heading_counts() -> None:
    """The same words are worth less where the law is recited than where effects are told."""
    words = "The charge is in line with the rules."
    assert worth(words, "Legislative context") < worth(words, "Impact")


def test_a_phrase_without_a_verb_is_worth_less() -> None:
    """A sentence states something; a phrase may only name it."""
    assert worth("Better access to parks") < worth("There is better access to parks")
