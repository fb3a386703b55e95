"""Small linear models over named features, their weights plain data."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Model:
    """A sum of weights; a feature that was never learned weighs nothing."""

    bias: float
    weights: dict[str, float]

    def score(self, names: Iterable[str]) -> float:
        """Return the log odds."""
        return self.bias + math.fsum(self.weights.get(name, 0.0) for name in names)


def chance(score: float) -> float:
    """Return log odds as a share of one."""
    return 1 / (1 + math.exp(-score))


@lru_cache(maxsize=8)
def models(path: Path) -> dict[str, Model]:
    """Read models by name from a file of weights."""
    held = json.loads(path.read_text("utf-8"))
    return {name: Model(float(one["bias"]), one["weights"]) for name, one in held["models"].items()}
