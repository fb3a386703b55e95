"""A column of changes between two others, by amount or in per cent: a row of which it does not hold.

That a column is one is shown by the table itself: it holds of nearly all its rows.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from checker.drafting.oddities.figures import Figure, cell_figure, change, follows, said, slack
from checker.drafting.oddities.odd import odd
from checker.drafting.quoting import around
from checker.model.draft import DraftOddity, Oddity
from checker.model.paragraph import Paragraph

Grid = Mapping[tuple[int, int], Paragraph]

_FEWEST = 3
"""Of so many rows a column of changes holds at least,"""
_MISSES = 5
"""and at most one row in so many does not."""


class Slip(NamedTuple):
    """A row whose change is not that of its two figures."""

    row: int
    column: int
    old: Figure
    new: Figure
    given: Figure

    @property
    def gap(self) -> Decimal:
        """By how much the change given is out; of per cents nothing that a sum could carry on."""
        return Decimal(0) if self.given.unit == "%" else self.given.value - (self.new.value - self.old.value)


Rows = Mapping[int, Mapping[int, Figure]]
"""The figures of a table, by row and column."""


def slips(grid: Grid) -> list[Slip]:
    """Return the rows of which a column of changes does not hold."""
    rows: dict[int, dict[int, Figure]] = {}
    for (row, column), p in grid.items():
        figure = cell_figure(p.text)
        if figure:
            rows.setdefault(row, {})[column] = figure
    columns = sorted({column for figures in rows.values() for column in figures})
    return [slip for column in columns for slip in _of_column(rows, column)]


def _of_column(rows: Rows, column: int) -> list[Slip]:
    """Return what is out in one column, under the two columns before it of which most of its rows hold."""
    best: list[Slip] = []
    most = 0
    for old, new in itertools.combinations(sorted({c for figures in rows.values() for c in figures if c < column}), 2):
        told = [Slip(row, column, f[old], f[new], f[column]) for row, f in rows.items() if {old, new, column} <= f.keys()]  # fmt: skip
        told = [slip for slip in told if slip.old.unit != "%" and slip.new.unit != "%" and slip.old.value > 0]
        good = [slip for slip in told if _holds(slip)]
        telling = sum(slip.given.value != 0 for slip in good)
        if telling > most and telling >= _FEWEST and (len(told) - len(good)) * _MISSES <= len(told):
            best, most = [slip for slip in told if slip not in good], telling
    return best


def _holds(slip: Slip) -> bool:
    if slip.given.unit == "%":
        return follows(slip.old, slip.new, slip.given.value, slip.given.step)
    moved = abs(slip.new.value - slip.old.value)  # where less is better, a variance is printed the other way round
    return abs(abs(slip.given.value) - moved) <= slack((slip.old, slip.new), slip.given)


def of_slips(grid: Grid, found: Sequence[Slip]) -> Iterator[DraftOddity]:
    """Yield each row of which a column of changes does not hold, with what would."""
    for slip in found:
        cell = grid[slip.row, slip.column]
        head = grid.get((slip.row, 1), cell)
        kind: Oddity = "percentage" if slip.given.unit == "%" else "total"
        says = f"{_name(head)}{_right(slip)}; {slip.given.words} is given."
        yield odd(kind, cell, cell.text.strip(), head, around(head.text), says)


def _name(head: Paragraph) -> str:
    name = " ".join(head.text.split())
    return "" if cell_figure(name) else f"{name[:60]}: "


def _right(slip: Slip) -> str:
    if slip.given.unit != "%":
        exact = slip.new.value - slip.old.value
        return f"from {slip.old.words} to {slip.new.words} is {said(exact, slip.given)}"
    return change(slip.old, slip.new)
