"""What the lexicon says alone: points for turns of phrase, taken off for what claims nothing.

Used where the learned model is left out, and to show what the model adds.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from checker.drafting.features import Read
from checker.drafting.named import spine

POINTS = {
    "form_benefit": 2.0,
    "form_enables": 1.0,
    "form_no_harm": 2.0,
    "form_complies": 1.0,
    "form_supported": 1.5,
    "form_only_way": 1.0,
    "form_saving": 1.5,
    "form_forecast": 1.0,
    "form_better": 1.0,
    "form_aim": 0.5,
    "not_form": -1.0,
    "improve": 1.0,
    "gain": 0.5,
    "better": 0.5,
    "good": 0.5,
    "saving": 0.5,
    "no_harm": 0.5,
    "neutral_cost": 1.0,
    "reputation": 0.5,
    "lawful": 0.5,
    "recital": -0.5,
    "recommend": -0.5,
    "promise": -1.0,
    "must": -0.5,
    "question": -1.0,
    "contact": -1.0,
    "need": -0.25,
}
"""What a class is worth, however often it stands in a unit."""
UNDER = {"impact": 0.5, "benefit": 0.5, "rights": 0.5, "consultation": 0.25, "legal_context": -1.0, "attachments": -2.0}
LIMITS = {"keen": 0.5, "balanced": 2.0, "quiet": 4.5, "likely": 3.5}
_SUBJECTS = {"subject", "this", "we"}


def points(reads: Sequence[Read]) -> NDArray[np.float64]:
    """Return the points of each unit."""
    return np.array([points_of(found) for found in reads], dtype=np.float64)


def points_of(found: Read) -> float:
    """Return the points of one unit."""
    total = sum(POINTS.get(name, 0.0) for name in found.names)
    total += UNDER.get(found.under[0], 0.0) if found.under else 0.0
    at = spine(found)
    if at < 0:
        return total - 1.0
    before = {hit.name for hit in found.hits if hit.end <= at}
    return total + (0.5 if before & _SUBJECTS else 0.0)
