"""Sentences that measure."""

from __future__ import annotations

from checker.drafting.measuring import measured
from checker.drafting.phrases import numbered
from checker.drafting.units import units
from tests.drafting.papers import paper


def found(text: str) -> list[tuple[str, ...]]:
    return [because for _, because in measured([(u, numbered(u.text)) for u in units(paper(("1", text)))])]


def test_a_change_since_a_year() -> None:
    """A change in figures since a year measures something, and the words that show it are told."""
    assert [("fell by 12",)] == found("Complaints to the depot fell by 12% since 2019.")


def test_a_price_is_no_measure() -> None:
    """A rise in a fee is a price, not a measurement."""
    assert [] == found("The fee for garden waste rose by 12% since 2019.")


def test_a_plan_is_no_measure() -> None:
    """What will be is not measured."""
    assert [] == found("Complaints to the depot will fall by 12% in 2026.")
