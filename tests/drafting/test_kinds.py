"""What kind of claim a passage makes."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.drafting.kinds import chosen, features, kinds
from checker.drafting.own_words import read
from checker.drafting.units import units
from checker.model.words import ClaimKind
from tests.drafting.papers import paper

BY_HAND = {"cost_sharing", "need_or_problem"}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("financial_saving", "The move will save £40,000 a year and is good value for money."),
        ("economies_of_scale", "A shared service brings economies of scale and avoids duplication."),
        ("improved_outcomes", "Children will have better outcomes and safer streets."),
        ("improved_quality", "The new process will improve the quality and consistency of decisions."),
        ("no_adverse_impact", "There will be no adverse impact on any group."),
        ("external_funding", "The works are funded by a grant from the lottery."),
        ("legal_assurance", "The policy is in accordance with the council's statutory duties."),
        ("satisfaction_support", "The majority of respondents to the consultation supported the scheme."),
        ("target_forecast", "It is estimated that demand will rise by 12% per year."),
        ("no_alternative", "Doing nothing is not possible and there is no alternative."),
        ("workforce", "The pay policy helps to recruit and retain staff."),
        ("past_success", "The pilot was successful and the backlog has been cleared."),
        ("demand_reduction", "Early help will reduce demand and the need for placements."),
        ("reputation", "The council's reputation is recognised by a national award."),
    ],
)
def test_a_plain_claim(kind: str, text: str) -> None:
    """A claim in plain words is of the kind a clerk would name."""
    assert kind in kinds(text)


def test_with_its_place() -> None:
    """The heading over a claim may help to tell its kind, and does no harm to a plain one."""
    document = paper("# Financial implications", ("6.1", "The move will save £40,000 a year."))
    unit = units(document)[-1]
    assert "financial_saving" in kinds(unit.text, unit)


@given(st.text(max_size=200))
@settings(derandomize=True, deadline=None, max_examples=60)
def test_one_to_three(text: str) -> None:
    """Whatever the words, one to three different kinds are named, none of those coded by hand only."""
    found = kinds(text)
    assert 1 <= len(found) <= 3
    assert len(found) == len(set(found))
    assert not set(found) & BY_HAND


def test_a_second_kind_must_be_likely() -> None:
    """A second and a third kind are named only where they are likely enough."""
    assert ("workforce",) == chosen({"workforce": 0.7, "reputation": 0.05, "cost_neutral": 0.01})
    assert ("workforce", "reputation") == chosen({"reputation": 0.4, "workforce": 0.7, "cost_neutral": 0.01})


def test_every_kind_has_phrases() -> None:
    """Every kind that can be proposed has phrases in the lexicon, and no other."""
    assert set(get_args(ClaimKind)) - BY_HAND == set(read("kinds"))


def test_nothing_is_learned_from_names() -> None:
    """What is noticed about a passage is its words in small letters, figures not told apart."""
    assert features("In 2021 we saved 12%") == features("in 2019 we saved 34%")
