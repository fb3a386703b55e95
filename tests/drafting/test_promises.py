"""The grammar of a promise."""

from __future__ import annotations

import pytest

from checker.drafting.phrases import numbered
from checker.drafting.promise_features import features
from checker.drafting.promises import see, turns
from checker.drafting.units import units
from tests.drafting.papers import paper


@pytest.mark.parametrize(
    ("mode", "verb", "text"),
    [
        ("will", "report", "Officers will then report to Cabinet."),
        ("would", "check", "She said that she would check."),
        ("led", "write", "The Clerk agreed to write to the owner."),
        ("is to", "work", "Officers are to work with partners."),
        ("to", "obtain", "Clerk to obtain quotes."),
        ("bare", "review", "Review the parking rules."),
        ("being", "prepared", "A plan is being prepared."),
        ("doing", "reviewing", "Highways are reviewing the bridges."),
        ("continue", "monitor", "The team continues to monitor demand."),
    ],
)
def test_turns(mode: str, verb: str, text: str) -> None:
    """What is to be done is seen in each of the ways in which papers put it."""
    assert (mode, verb) in [(turn.mode, turn.verb) for turn in turns(numbered(text))]


def test_who_and_how() -> None:
    """The subject, the passive and a denial are seen."""
    (turn,) = turns(numbered("The officers will not be consulted"))
    assert (("officers",), True, True) == (turn.subject, turn.passive, turn.denied)


def test_an_effect_is_told_from_a_deed() -> None:
    """A verb of coming about is no deed."""
    (turn,) = turns(numbered("The move will benefit residents"))
    assert ("effect",) == turn.kinds


def test_a_list_under_a_promise() -> None:
    """An item of a list takes part in the promise that leads into it."""
    document = paper(("2", "The owners will:"), ("2", "Repair the wall", "bullet"))
    item = see(units(document))[-1]
    assert "led into will" in features(item)
