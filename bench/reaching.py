"""What candidates reach by the rule of the scorer, and the limits from which they are offered."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bench.coded_rows import Rows
from checker.drafting.claims import chosen
from checker.drafting.learned import Numbers

FLAT = 0.005
"""Limits whose F1 is this near the highest are as good; the one in their middle is taken."""


@dataclass(frozen=True)
class Reached:
    """How far a choice of units gets."""

    precision: float
    recall: float
    core: float
    offered: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def reached(rows: Rows, picked: Sequence[int], at: Any) -> Reached:
    """Return the figures of the scorer for the units picked, over the documents of the units at `at`."""
    docs = {rows.doc[i] for i in at}
    anchors = [k for k, (doc, _) in enumerate(rows.anchors) if doc in docs]
    core = [k for k in anchors if rows.anchors[k][1].core]
    found = {k for i in picked for k in rows.hits[i]}
    right = sum(bool(rows.hits[i]) for i in picked)
    return Reached(
        right / len(picked) if picked else 1.0,
        sum(k in found for k in anchors) / max(1, len(anchors)),
        sum(k in found for k in core) / max(1, len(core)),
        len(picked),
    )


def picked(rows: Rows, score: Numbers, at: Any, limit: float) -> list[int]:
    """Return which units at `at` are offered from a limit on."""
    found: list[int] = []
    docs = np.array(rows.doc)[at]
    for doc in dict.fromkeys(docs):
        own = at[docs == doc]
        found += [int(own[k]) for k in chosen([rows.reads[i] for i in own], score[own], limit)]
    return found


def choose(rows: Rows, score: Numbers, at: Any) -> dict[str, float]:
    """Return the limits by sensitivity, chosen on scores that no model of the same family gave."""
    steps = np.unique(np.round(np.quantile(score[at], np.linspace(0.3, 0.995, 120)), 3))
    offered = np.array(
        picked(rows, score, at, -np.inf)
    )  # which of two overlapping ones is taken is the same at any limit
    table = [(float(step), reached(rows, offered[score[offered] >= step].tolist(), at)) for step in steps]
    highest = max(r.f1 for _, r in table)
    balanced = statistics.median(limit for limit, r in table if r.f1 >= highest - FLAT)
    keen = max((limit for limit, r in table if r.core >= 0.915), default=balanced)
    quiet = min((limit for limit, r in table if r.precision >= 0.87 and limit > balanced), default=max(table)[0])
    likely = min((limit for limit, r in table if r.precision >= 0.75 and limit >= balanced), default=quiet)
    return {"keen": min(keen, balanced), "balanced": balanced, "quiet": quiet, "likely": min(likely, quiet)}
