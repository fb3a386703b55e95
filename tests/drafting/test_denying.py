"""What denies a benefit claims none; what denies harm, or argues by a denial, stays."""

from __future__ import annotations

import pytest

from checker.drafting import draft
from checker.drafting.denying import denies
from checker.drafting.units import units
from tests.drafting.papers import paper

DENIED = (
    "The proposal will not deliver savings.",
    "The change won\u2019t improve outcomes for residents.",
    "The service does not provide value for money at present.",
    "No savings are expected from this change.",
    "The joint team is unlikely to reduce costs.",
    "The scheme failed to reduce waiting times.",
    "The new system has not led to better outcomes.",
    "It is not possible to say whether the change will save money.",
    "There is no evidence that the pilot improved attendance.",
    "There is no effective deterrent at present.",
    "It is recognised that there is potential for minor disruption of the service.",
)
CLAIMED = (
    "The merger will deliver savings of \u00a3200,000 a year.",
    "The proposal will not reduce the quality of the service.",
    "Residents will not be worse off.",
    "There will be no adverse effect on staff.",
    "There is no evidence that any tenant would lose a home.",
    "The change will not only save money, it will also improve the service.",
    "The change will not save money but it will improve the service for every resident.",
    "Without the move, savings would not be made.",
    "The savings cannot be achieved unless the depots are merged.",
    "The second option was rejected because it would not deliver the savings needed.",
    "It is not possible to continue with the present contract.",
    "There is a risk of delay, which the new rota will reduce.",
    "There is no single alternative that meets the need.",
)


@pytest.mark.parametrize("words", DENIED)
def test_a_benefit_denied_or_not_known_and_harm_admitted_are_no_claims(words: str) -> None:
    """Saying that a benefit will not come, did not come or cannot be told, or that harm may come, claims nothing."""
    document = paper("Depots", "# Reasons", ("3.1", words))
    assert any(map(denies, units(document)))
    assert not draft(document, sensitivity="keen").claims


@pytest.mark.parametrize("words", CLAIMED)
def test_harm_denied_and_arguments_stay(words: str) -> None:
    """No harm is a claim; so is a benefit that only this way brings, or that comes with a "not only"."""
    assert not any(map(denies, units(paper("Depots", "# Reasons", ("3.1", words)))))


def test_what_is_said_against_an_option_stays() -> None:
    """Under the heading of options, a denial is why one was dropped, which is a claim that there was no other way."""
    words = "It would not deliver the savings needed."
    assert not any(map(denies, units(paper("Depots", "# Options considered", ("3.1", words)))))
    assert any(map(denies, units(paper("Depots", "# Reasons", ("3.1", words)))))
