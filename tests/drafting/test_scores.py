"""Small linear models over named features."""

from __future__ import annotations

import json
from pathlib import Path

from checker.drafting.scores import Model, chance, models


def test_a_sum_of_weights() -> None:
    """A score is the sum of the weights of what was noticed; what was never learned weighs nothing."""
    assert 1.5 == Model(-1.0, {"a": 2.0, "b": 0.5}).score(["a", "b", "new"])


def test_even_chances() -> None:
    """A score of nothing is an even chance."""
    assert 0.5 == chance(0.0)


def test_read_from_plain_data(tmp_path: Path) -> None:
    """Weights are read from plain data as they were written."""
    file = tmp_path / "weights.json"
    file.write_text(json.dumps({"models": {"promise": {"bias": -1, "weights": {"a": 0.25}}}}))
    assert Model(-1.0, {"a": 0.25}) == models(file)["promise"]
