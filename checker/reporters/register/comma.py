"""The register as CSV, for spreadsheets: nothing in it is taken for a formula."""

from __future__ import annotations

import csv
import io

from checker.model.register import COLUMNS, Cell, guarded
from checker.reporters.register.contents import Register


def render(register: Register) -> bytes:
    """Return the register as CSV: UTF-8 with its mark, lines that end as spreadsheets expect."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(column.title for column in COLUMNS)
    for entry in register.entries:
        writer.writerow(_text(entry.row.shown(column)) for column in COLUMNS)
    return out.getvalue().encode("utf-8-sig")


def _text(cell: Cell) -> str:
    return guarded(cell) if isinstance(cell, str) else "" if cell is None else str(cell)
