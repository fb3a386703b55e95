"""The passages of a document, and of which the encoder is asked."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from checker.drafting.passages import UNLIKELY, Numbers, Passages, joined
from checker.drafting.units import units
from tests.drafting.papers import paper

FOUND = units(paper("# Background", "The depot will save money.", "It is old.", "Officers will report in May."))


class Counting(Passages):
    """Passages that say which of them they were asked about."""

    def says(self, places: Sequence[int]) -> Numbers:
        """Answer with the place of each, as a claim, and its negative, as a promise."""
        self.asked = [*getattr(self, "asked", []), *places]
        return np.array([[place, -place] for place in places], dtype=float)


def test_only_what_may_be_offered_is_asked_about_and_only_once() -> None:
    """Passages under the floor are never put to the encoder, and none is put to it twice."""
    found = Counting(FOUND)
    claims = found.joined("claim", [0, 1, 2, 3], np.array([-9.0, 0.0, -9.0, 1.0]), 0.5, -3)
    assert claims.tolist() == [-9 + 0.5 * UNLIKELY, 0.5, -9 + 0.5 * UNLIKELY, 2.5]
    promises = found.joined("promise", [1, 2], np.array([0.0, 0.0]), 1.0, -3)
    assert promises.tolist() == [-1, -2]
    assert found.asked == [1, 3, 2]


def test_an_answer_counts_no_less_than_unlikely() -> None:
    """However sure the encoder is that a passage is none, it takes off no more than for one it was not asked about."""
    assert joined(np.array([0.0, 0.0]), np.array([-30.0, 2.0]), 1.0, -3).tolist() == [UNLIKELY, 2]


def test_headings_and_sentences_are_passages_and_overlong_ones_are_cut() -> None:
    """Everything is there in order; a sentence beyond reading comes in stretches."""
    assert [unit.text for unit in Passages(FOUND).units][:2] == ["Background", "The depot will save money."]
    long = units(paper("The depot " + "will save money, and it " * 60 + "is old."))
    assert len(long) == 1
    assert len(Passages(long).units) > 1
