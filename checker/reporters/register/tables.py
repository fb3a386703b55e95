"""The register grouped: by body and directorate, by rule, and over time."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from checker.reporters.register.contents import Register
from checker.reporters.register.rows import NOT_NAMED, STATES

if TYPE_CHECKING:
    import pandas as pd


class Table(NamedTuple):
    """A table of words and numbers."""

    heads: tuple[str, ...]
    rows: Sequence[tuple[str | int | datetime.date, ...]]


def by_body(register: Register) -> Table:
    """Return the counts by body and owner; an item that went to two bodies counts under each."""
    return _grouped(register, ["body", "owner"], ("body", "directorate or owner"))


def by_rule(register: Register) -> Table:
    """Return the counts by rule; a commitment that no rule flags counts under what it is."""
    return _grouped(register, ["rule"], ("rule",))


def _grouped(register: Register, keys: list[str], heads: tuple[str, ...]) -> Table:
    frame = _frame(register)
    columns = ("open", "overdue", "closed", "waived", "total")
    if frame.empty:
        return Table((*heads, *columns), ())
    if "body" in keys:
        frame = frame.explode("body")
    sums = frame.groupby(keys, sort=True)[list(columns)].sum().reset_index()
    rows = [(*row[: len(keys)], *map(int, row[len(keys) :])) for row in sums.itertuples(index=False, name=None)]
    return Table((*heads, *columns), rows)


def _frame(register: Register) -> pd.DataFrame:
    import pandas as pd

    entries = register.entries
    frame = pd.DataFrame(
        {
            "body": [list(e.bodies) for e in entries],
            "owner": [e.owner or NOT_NAMED for e in entries],
            "rule": [e.rule for e in entries],
            "overdue": [int(e.is_overdue) for e in entries],
            "total": 1,
        }
    )
    for state in STATES:
        frame[state] = [int(e.state == state) for e in entries]
    return frame


def trend(register: Register) -> Table:
    """Return how many commitments and findings of level high were open on the day of each source.

    A finding counts from the day of its source, as it is judged today; waived ones do not count.
    """
    import pandas as pd

    heads = ("day", "open commitments", "open findings of level high")
    assessment = register.assessment
    days = {d.source.date or d.source.known_from for d in assessment.casefile.dossiers} | {assessment.as_of}
    index = sorted(day for day in days if day and day <= assessment.as_of)
    counted = [e for e in register.entries if e.state != "waived" and _is_followed(e.row.item, e.level)]
    frame = pd.DataFrame(
        {
            "item": [e.row.item for e in counted],
            "opened": [(e.source.date or e.source.known_from or datetime.date.min).toordinal() for e in counted],
            "closed": [(e.closed_on or datetime.date.max).toordinal() for e in counted],
        }
    )
    rows = []
    for day in index:
        live = frame[(frame["opened"] <= day.toordinal()) & (frame["closed"] > day.toordinal())]
        kinds = live["item"].value_counts()
        rows.append((day, int(kinds.get("commitment", 0)), int(kinds.get("finding", 0))))
    return Table(heads, rows)


def _is_followed(item: str, level: str) -> bool:
    return item == "commitment" or level == "high"
