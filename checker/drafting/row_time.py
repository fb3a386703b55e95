"""When something in a row of a table is due, where a cell beside it says so: an action and its "by when"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from checker.drafting.dates import NOT_SAID, Due, due
from checker.drafting.units import Unit

Row = tuple[int, int]
"""A table and a row of it."""
_WHEN = re.compile(r"\b(?:when|dates?|deadlines?|timescales?|timeframes?|timing|due|target date|completion)\b", re.I)
_OF_ELSE = re.compile(r"\b(?:start\w*|begin\w*|raised|last|agreed|reported|completed|issued|meeting|review\w*|birth)\b", re.I)  # fmt: skip
_DONE = re.compile(r"^\W*(?:complete\w*|done|closed|achieved|delivered|finished|implemented|yes)\b", re.IGNORECASE)


def times_of_rows(units: Iterable[Unit], dated: datetime.date | None = None) -> dict[Row, Due]:
    """Return when what a row names is due, for each row with one cell that says so; not where the row is done with."""
    found: dict[Row, list[Due]] = {}
    done: set[Row] = set()
    for unit in units:
        row = _row(unit)
        if row is None:
            continue
        if _DONE.match(unit.text):
            done.add(row)
        elif _tells_when(unit.column):
            found.setdefault(row, []).append(due(unit.text, dated))
    return {row: times[0] for row, times in found.items() if len(times) == 1 and times[0].printed and row not in done}


def time_of(unit: Unit, rows: dict[Row, Due]) -> Due:
    """Return the time that the row of a cell gives; not said where it is no cell, or is the one that tells."""
    row = _row(unit)
    return rows.get(row, NOT_SAID) if row and not _tells_when(unit.column) else NOT_SAID


def _row(unit: Unit) -> Row | None:
    return unit.paragraph.cell[:2] if unit.paragraph.cell else None


def _tells_when(head: str) -> bool:
    return bool(_WHEN.search(head)) and not _OF_ELSE.search(head)
