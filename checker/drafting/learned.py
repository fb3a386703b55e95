"""The learned model: weights read from plain data, and scores of units.

Three linear models see named features; boosted trees see numbers, the linear scores and the
scores of the neighbours. Nothing but numpy is needed, and the same units give the same scores.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checker.drafting.features import Read
from checker.drafting.named import (
    class_features,
    dense,
    entry_features,
    heading_words,
    pair_features,
    spine_features,
    stem_features,
    structure_features,
)
from checker.drafting.rules import points_of

Numbers = NDArray[np.float64]
OWN = Path(__file__).with_name("weights.json")
BLOCKS: dict[str, tuple[Callable[[Read], Iterator[str]], ...]] = {
    "stems": (stem_features,),
    "classes": (class_features,),
    "entries": (entry_features,),
    "pairs": (pair_features,),
    "spine": (spine_features,),
    "place": (structure_features, heading_words),
}
"""Families of named features; within each, a unit's features together weigh one."""
LINEAR: dict[str, tuple[str, ...]] = {
    "words": ("stems", "classes", "entries", "pairs", "spine"),
    "classes": ("classes", "pairs"),
    "place": ("place",),
    "all": ("stems", "classes", "entries", "pairs", "spine", "place"),
}
"""The linear models and the blocks each sees."""
WINDOW = 8
"""How many units before and after count as the neighbourhood."""


@dataclass(frozen=True)
class Trees:
    """Boosted trees as flat arrays, a row a node, all trees one after the other."""

    roots: NDArray[np.int64]
    feature: NDArray[np.int64]
    """-1 in a leaf."""
    limit: Numbers
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    value: Numbers
    base: float


@dataclass(frozen=True)
class Weights:
    """All that was learned."""

    linear: dict[str, Numbers]
    """Of each named feature, its weight in each linear model; that of "" is added always."""
    columns: tuple[str, ...]
    """The dense features the trees see, in order."""
    trees: Trees
    limits: dict[str, float]
    """From which score on a unit is offered, by sensitivity; and where the bands begin."""


@lru_cache(maxsize=4)
def weights(path: Path = OWN) -> Weights:
    """Read weights from a file of the package, or from one that was trained apart."""
    held = json.loads(path.read_text("utf-8"))
    return from_plain(held)


def from_plain(held: dict[str, Any]) -> Weights:
    """Return weights from plain data, as the training writes them."""
    trees = held["trees"]
    linear = {feature: np.array(values, dtype=np.float64) for feature, values in held["linear"].items()}
    return Weights(
        linear,
        tuple(held["columns"]),
        Trees(
            roots=np.array(trees["roots"], dtype=np.int64),
            feature=np.array(trees["feature"], dtype=np.int64),
            limit=np.array(trees["limit"], dtype=np.float64),
            left=np.array(trees["left"], dtype=np.int64),
            right=np.array(trees["right"], dtype=np.int64),
            value=np.array(trees["value"], dtype=np.float64),
            base=float(trees["base"]),
        ),
        {name: float(value) for name, value in held["limits"].items()},
    )


def blocks(found: Read) -> dict[str, tuple[str, ...]]:
    """Return the named features of a unit, by block, each once, in one order: sums must not hang on that of sets."""
    return {name: tuple(sorted({f for make in makers for f in make(found)})) for name, makers in BLOCKS.items()}


def linear_scores(named: Sequence[dict[str, tuple[str, ...]]], learned: Weights) -> Numbers:
    """Return a row a unit, a column a linear model."""
    always = learned.linear.get("", np.zeros(len(LINEAR)))
    return np.array([always + sum(_part(part, learned) for part in unit.values()) for unit in named])


def _part(features: tuple[str, ...], learned: Weights) -> Numbers:
    """Return what one block adds to each model, set against how many features of it are known."""
    known = [learned.linear[f] for f in features if f in learned.linear]
    share: Numbers = sum(known, np.zeros(len(LINEAR))) / max(1, len(known)) ** 0.5
    return share


def numbers(found: Read) -> Iterator[tuple[str, float]]:
    """Yield the numbers the trees see of a unit itself; a name may come more than once, to be summed."""
    yield from dense(found)
    yield "points", points_of(found)


def dense_rows(reads: Sequence[Read], columns: Sequence[str]) -> Numbers:
    """Return a row a unit with its numbers and how often each class stands in it."""
    place = {name: at for at, name in enumerate(columns)}
    rows = np.zeros((len(reads), len(columns)))
    for row, found in zip(rows, reads, strict=True):
        for name, value in numbers(found):
            if name in place:
                row[place[name]] += value
    return rows


def neighbourhood(reads: Sequence[Read], scores: Numbers) -> Numbers:
    """Return, a row a unit of one document, what the linear scores say of the units around it."""
    chance = 1 / (1 + np.exp(-scores.mean(axis=1))) if len(reads) else np.zeros(0)
    prose = np.array([r.unit.paragraph.part != "heading" for r in reads], dtype=bool)
    chance = np.where(prose, chance, 0.0)
    count = len(reads)
    padded = np.concatenate([np.zeros(2), chance, np.zeros(2)])
    steps = [padded[2 + step : 2 + step + count] for step in (-1, 1, -2, 2)]
    overall = chance[prose].mean() if prose.any() else 0.0
    high = float((chance[prose] > 0.3).mean()) if prose.any() else 0.0
    columns = [
        *steps,
        _around(chance, prose),
        np.full(count, overall),
        np.full(count, high),
        _shared([r.unit.path for r in reads], chance, prose, overall),
        _shared([r.unit.paragraph.ordinal for r in reads], chance, prose, overall),
    ]
    return np.stack(columns, axis=1)


def _around(chance: Numbers, prose: NDArray[np.bool_]) -> Numbers:
    """Return the mean of the units before and after, each unit itself left out."""
    total = np.concatenate([[0.0], np.cumsum(chance)])
    many = np.concatenate([[0], np.cumsum(prose)])
    at = np.arange(len(chance))
    first, last = np.maximum(0, at - WINDOW), np.minimum(len(chance), at + WINDOW + 1)
    around: Numbers = (total[last] - total[first] - chance) / np.maximum(1, many[last] - many[first] - 1)
    return around


def _shared(keys: Sequence[object], chance: Numbers, prose: NDArray[np.bool_], overall: float) -> Numbers:
    """Return the mean of the units with the same key, each unit itself left out, drawn to that of the document."""
    total: dict[object, float] = defaultdict(float)
    many: dict[object, int] = defaultdict(int)
    for key, value, counts in zip(keys, chance, prose, strict=True):
        if counts:
            total[key] += value
            many[key] += 1
    return np.array(
        [
            (total[key] - value + overall) / many[key] if counts else 0.0
            for key, value, counts in zip(keys, chance, prose, strict=True)
        ]
    )


def grown(trees: Trees, rows: Numbers) -> Numbers:
    """Return what the trees say of each row, as log odds."""
    total = np.full(len(rows), trees.base)
    every = np.arange(len(rows))
    for root in trees.roots:
        node = np.full(len(rows), root)
        while True:
            feature = trees.feature[node]
            inner = feature >= 0
            if not inner.any():
                break
            goes_left = rows[every, np.maximum(feature, 0)] <= trees.limit[node]
            node = np.where(inner, np.where(goes_left, trees.left[node], trees.right[node]), node)
        total += trees.value[node]
    return total


def scores(reads: Sequence[Read], learned: Weights) -> Numbers:
    """Return how likely each unit of one document is a claim, as a number that orders them."""
    if not reads:
        return np.zeros(0)
    linear = linear_scores([blocks(found) for found in reads], learned)
    rows = np.hstack([dense_rows(reads, learned.columns), linear, neighbourhood(reads, linear)])
    return blend(grown(learned.trees, rows), linear)


def blend(trees: Numbers, linear: Numbers) -> Numbers:
    """Return the mean of what the trees and the linear model that sees everything say."""
    mean: Numbers = (trees + linear[:, list(LINEAR).index("all")]) / 2
    return mean
