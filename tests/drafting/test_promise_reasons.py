"""Why a passage is offered as a promise."""

from __future__ import annotations

import re

import pytest

from checker.drafting.commitments import commitments
from checker.drafting.units import units
from tests.drafting.papers import paper

LINES = (
    "The Clerk to action the repair of the Canal Street bench before the May meeting.",
    "Cllrs agreed to Mr Green being asked for three quotations.",
    "Put in hand: the hedge, the gate and the notice board.",
    "Officers to qualify for the grant; actioning the following points in due course.",
    "It is intended that a study into the depot be commissioned.",
    "The strategy will be kept under review.",
)


@pytest.mark.parametrize("line", LINES)
def test_every_reason_is_said_in_words(line: str) -> None:
    """Every reason is words of the passage with what they tell, or what of its place tells, and there is one at least."""
    document = paper("# Next steps", ("1", "The following was agreed:"), ("a", line, "bullet"))
    found = commitments(units(document), "keen")
    assert found
    for item in found:
        assert item.because
        for reason in item.because:
            words = re.fullmatch(
                r"“(.+)”: [a-z ,-]+|under the heading “Next steps”|in a list after “.+”|how the whole .+", reason
            )
            assert words, reason
            assert (words[1] or line) in line


def test_all_of_them_are_offered() -> None:
    """The lines above are candidates, the keenest way of looking taken."""
    document = paper("# Next steps", ("1", "The following was agreed:"), *(("a", line, "bullet") for line in LINES))
    assert len(LINES) - 1 <= len(commitments(units(document), "keen"))
