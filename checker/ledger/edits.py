"""One edited cell of a register, and the notes taken on what is wrong with it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from checker.base.faults import Fault
from checker.ledger.grid import Line
from checker.model.register import BY_KEY, Cell, Column, Group, Row, Stamp, digest_of

REDACTED = "(redacted)"
_FEW = 2
"""How many fixed cells of a row a person changes one by one; where more differ, the row is not what went out."""
_ROWS = 3
"""How many such rows of a sheet are named; the rest are counted."""
_NAMED = 4
"""How many of their columns are named."""


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


def fixed(edits: Sequence[Edit]) -> list[Edit]:
    """Return the edits of cells that may not be edited."""
    return [edit for edit in edits if edit.column.edits is None]


def is_apart(edits: Sequence[Edit]) -> bool:
    """Tell whether a row is no longer one row: more of its fixed cells differ than a person changes by hand.

    Of rows about one claim little more than the ref may differ.
    """
    keys = [edit.column.key for edit in fixed(edits)]
    return len(keys) > _FEW or (len(keys) == _FEW and "ref" in keys)


class Notes:
    """The faults of one file."""

    def __init__(self, name: str, as_of: datetime.date) -> None:
        self.name, self.as_of = name, as_of
        self._single: list[Fault] = []
        self._apart: dict[str, list[Sequence[Edit]]] = {}

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Everything that is wrong."""
        return (*self._single, *(fault for rows in self._apart.values() for fault in self._rows_apart(rows)))

    @property
    def count(self) -> int:
        """How many cells and rows are wrong."""
        return len(self._single) + sum(map(len, self._apart.values()))

    def add(self, line: Line, key: str, code: str, what: str, todo: str) -> None:
        """Note what is wrong with a cell."""
        self._single.append(self.fault(line, key, code, what, todo))

    def add_apart(self, edits: Sequence[Edit]) -> None:
        """Note a row that is no longer one row."""
        self._apart.setdefault(edits[0].line.sheet, []).append(edits)

    def _rows_apart(self, rows: Iterable[Sequence[Edit]]) -> Iterator[Fault]:
        """Yield the first such rows of a sheet, then how many more there are."""
        ordered = sorted(rows, key=lambda edits: edits[0].line.number)
        for edits in ordered[:_ROWS]:
            line, titles = edits[0].line, [edit.column.title for edit in fixed(edits)]
            more = f" and {len(titles) - _NAMED} more" if len(titles) > _NAMED else ""
            differ = f"{', '.join(titles[:_NAMED])}{more} are not what went out"
            what = f"the row was taken apart (sorted?): {differ}."
            yield self.fault(line, "ref", "NOT-EDITABLE", what, _todo(line))
        if left := [edits[0].line for edits in ordered[_ROWS:]]:
            count = "1 more row was" if len(left) == 1 else f"{len(left)} more rows were"
            of = f" of {left[0].sheet}" if left[0].sheet else ""
            what = f"from row {left[0].number} to row {left[-1].number}{of} {count} taken apart."
            yield Fault(self.name, left[0].place("ref"), "NOT-EDITABLE", what, _todo(left[0]))

    def fault(self, line: Line, key: str, code: str, what: str, todo: str, *, warning: bool = False) -> Fault:
        """Return what is wrong with a cell, naming it as a person finds it."""
        named = f"{line.named(key)} ({BY_KEY[key].title}): {what}"
        return Fault(self.name, line.place(key), code, named, todo, warning)


def _todo(line: Line) -> str:
    undo = "Undo it, or export the register again and sort with every column chosen."
    return undo if line.sheet else f"{undo} {REFORMATTED}"


REFORMATTED = "Spreadsheets reformat numbers in CSV; a workbook keeps them."


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
