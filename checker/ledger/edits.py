"""One edited cell of a register, and the notes taken on what is wrong with it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import NamedTuple

from checker.base.faults import Fault
from checker.ledger.grid import Line
from checker.model.register import BY_KEY, Cell, Column, Group, Row, Stamp, digest_of

REDACTED = "(redacted)"


class Edit(NamedTuple):
    """A cell that is not what went out."""

    column: Column
    value: Cell
    line: Line
    stamp: Stamp

    @property
    def text(self) -> str:
        """What it says, as text."""
        return str(self.value).strip() if self.value is not None else ""

    def moved(self, row: Row, key: str) -> bool:
        """Tell whether a cell of the row says something else now than when the register went out."""
        return digest_of(BY_KEY[key], row.cells.get(key)) != self.stamp.digests[key]


Edits = Mapping[str, Edit]
"""By column."""


class Notes:
    """The faults of one file."""

    def __init__(self, name: str, as_of: datetime.date) -> None:
        self.name, self.as_of = name, as_of
        self.faults: list[Fault] = []

    def add(self, line: Line, key: str, code: str, what: str, todo: str) -> None:
        """Note what is wrong with a cell."""
        self.faults.append(self.fault(line, key, code, what, todo))

    def fault(self, line: Line, key: str, code: str, what: str, todo: str, *, warning: bool = False) -> Fault:
        """Return what is wrong with a cell, naming it as a person finds it."""
        named = f"{line.named(key)} ({BY_KEY[key].title}): {what}"
        return Fault(self.name, line.place(key), code, named, todo, warning)


def group_of(row: Row, column: Column) -> Group | None:
    """Return what an edit records: of a finding, evidence of closure belongs to the decision that closes it."""
    if row.item == "finding" and column.key == "evidence_of_closure":
        return "decision"
    return column.edits


def text_of(key: str, row: Row, found: Edits) -> str:
    """Return what a cell says: as edited, else as recorded."""
    if key in found:
        return found[key].text
    recorded = row.cells.get(key)
    return str(recorded) if recorded not in (None, REDACTED) else ""
