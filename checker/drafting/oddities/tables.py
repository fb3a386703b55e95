"""Tables whose totals do not add up, or whose changes are not those of their rows. Only where the table itself shows what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from checker.drafting.oddities.changed import Slip, of_slips, slips
from checker.drafting.oddities.figures import NOTHING, Figure, cell_figure, said, slack
from checker.drafting.oddities.odd import odd
from checker.drafting.quoting import around
from checker.model.document import Document
from checker.model.draft import DraftOddity
from checker.model.paragraph import Paragraph

_TOTAL = re.compile(
    r"^\W*(?:grand |overall |combined )?totals?\b(?! (?:net|number|cost per|per|present))", re.IGNORECASE
)
_NOT_A_PART = re.compile(r"\b(?:of which|sub-?\s?total|total|net|balance|less|minus|average|mean|median|difference|variance|percentage|%|rate|ratio|per)\b", re.I)  # fmt: skip
_UNIT = re.compile(r"^\W*£?\s*(?:m|k|bn|million|thousand)?s?\W*$", re.IGNORECASE)
"""What the second row of a head may hold that names no column."""
_FEWEST = 2
"""A line with fewer parts than this is not summed."""
_ALONE = 3
"""The same where it is the only line of its table."""

Grid = Mapping[tuple[int, int], Paragraph]


class _Line(NamedTuple):
    """Parts and their total, along a column or a row."""

    parts: tuple[Figure, ...]
    total: Figure
    cell: Paragraph
    name: str
    head: Paragraph
    """The cell that names the line; that of the total where none does."""

    @property
    def sum(self) -> Decimal:
        return sum((part.value for part in self.parts), Decimal(0))

    @property
    def adds_up(self) -> bool:
        return abs(self.sum - self.total.value) <= slack(self.parts, self.total)


def in_tables(document: Document) -> Iterator[DraftOddity]:
    """Yield the totals of columns and rows that are not the sum of their parts, and the changes that are not those of a row."""
    for grid in _grids(document):
        changes = slips(grid)
        yield from of_slips(grid, changes)
        columns, rows = (_wrong(lines) for lines in (_columns(grid), _rows(grid)))
        columns = [column for column in columns if not any(_carries_on(column, slip) for slip in changes)]
        rows = [row for row in rows if all(row.cell is not column.cell for column in columns)]
        if len(rows) == 1 and columns and _follows(columns[-1], rows[0]):
            columns = columns[:-1]
        yield from map(_said, (*columns, *rows))


def _wrong(lines: Sequence[_Line]) -> list[_Line]:
    return [line for line in lines if not line.adds_up] if lines and _is_a_sum(lines) else []


def _follows(column: _Line, row: _Line) -> bool:
    """Tell whether a column of totals is out only because the total of one row is: mend that, and both are right."""
    in_it = column.cell.cell and row.cell.cell and column.cell.cell[2] == row.cell.cell[2]
    return bool(in_it) and abs(column.sum - column.total.value + row.sum - row.total.value) <= slack((), column.total)


def _carries_on(column: _Line, slip: Slip) -> bool:
    """Tell whether a column is out only because the change of one of its rows is."""
    in_it = column.cell.cell and column.cell.cell[2] == slip.column
    return bool(in_it) and slip.gap == column.sum - column.total.value


def _grids(document: Document) -> Iterator[Grid]:
    tables: dict[int, dict[tuple[int, int], Paragraph]] = {}
    doubled: set[int] = set()
    for p in document.paragraphs:
        if p.part == "cell" and p.cell:
            table = tables.setdefault(p.cell[0], {})
            if p.cell[1:] in table:
                doubled.add(p.cell[0])
            table[p.cell[1:]] = p
    yield from (grid for number, grid in tables.items() if number not in doubled)


def _is_a_sum(lines: Sequence[_Line]) -> bool:
    """Tell whether the table shows by its other lines that the last is the sum of the rest.

    With one line alone nothing shows it, so its sum must come near its total.
    """
    good = sum(line.adds_up for line in lines)
    if len(lines) == 1:
        return len(lines[0].parts) >= _ALONE and abs(lines[0].sum - lines[0].total.value) * 5 <= abs(
            lines[0].total.value
        )
    return good * 2 >= len(lines)


def _columns(grid: Grid) -> list[_Line]:
    rows = sorted({row for row, _ in grid})
    totals = [row for row in rows if (row, 1) in grid and _TOTAL.match(grid[row, 1].text)]
    if len(totals) != 1:
        return []
    above = [row for row in rows if row < totals[0]]
    return [
        line for column in sorted({c for _, c in grid if c > 1}) if (line := _column(grid, above, totals[0], column))
    ]


def _column(grid: Grid, above: Sequence[int], last: int, column: int) -> _Line | None:
    cell = grid.get((last, column))
    total = cell_figure(cell.text) if cell else None
    names = {row: grid[row, 1].text if (row, 1) in grid else "" for row in above}
    if cell is None or total is None or total.unit == "%" or any(_NOT_A_PART.search(name) for name in names.values()):
        return None
    texts = [grid[row, column].text.strip() if (row, column) in grid else "" for row in above]
    head = None
    for row in above:  # the head of the column, in one row or two
        if cell_figure(texts[0]) is not None:
            break
        words = texts.pop(0)
        head = head if words.lower() in NOTHING or _UNIT.match(words) else grid[row, column]
    return _line(texts, total, cell, head, f"column {column}")


def _rows(grid: Grid) -> list[_Line]:
    first = min(row for row, _ in grid)
    columns = sorted({column for _, column in grid})
    totals = [
        at for at, column in enumerate(columns) if (head := grid.get((first, column))) and _TOTAL.match(head.text)
    ]
    if len(totals) != 1 or totals[0] <= _FEWEST:
        return []
    columns = columns[: totals[0] + 1]  # a rank or a note may follow
    heads = [grid[first, column].text for column in columns[1:-1] if (first, column) in grid]
    if any(_NOT_A_PART.search(head) for head in heads):
        return []
    lines = [_row(grid, row, columns) for row in sorted({row for row, _ in grid if row > first})]
    return [line for line in lines if line]


def _row(grid: Grid, row: int, columns: Sequence[int]) -> _Line | None:
    cell = grid.get((row, columns[-1]))
    total = cell_figure(cell.text) if cell else None
    if cell is None or total is None or total.unit == "%":
        return None
    texts = [grid[row, column].text.strip() if (row, column) in grid else "" for column in columns[1:-1]]
    return _line(texts, total, cell, grid.get((row, columns[0])), f"row {row}")


def _line(texts: Sequence[str], total: Figure, cell: Paragraph, head: Paragraph | None, place: str) -> _Line | None:
    parts = [cell_figure(text) for text in texts if text.lower() not in NOTHING]
    if len(parts) < _FEWEST or not all(part and part.unit != "%" for part in parts):
        return None
    known = tuple(part for part in parts if part)
    name = " ".join(head.text.split()) if head else ""
    return _Line(known, total, cell, name[:60] or place, head if head and name else cell)


def _said(line: _Line) -> DraftOddity:
    where = "beside" if _is_of_a_row(line) else "under"
    says = f"The parts {where} “{line.name}” make {said(line.sum, line.total)}; the total given is {line.total.words}."
    return odd("total", line.cell, line.cell.text.strip(), line.head, around(line.head.text), says)


def _is_of_a_row(line: _Line) -> bool:
    head, cell = line.head.cell, line.cell.cell
    return head is not None and cell is not None and head != cell and head[:2] == cell[:2]
