"""The order in which a page is read: columns of prose, and tables."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from checker.readers.pdf.bands import (
    ROW,
    Band,
    Span,
    bands_of,
    beside,
    column_of,
    reads_on,
    runs_of,
    spans_of,
    with_marks_joined,
    zones_of,
)
from checker.readers.pdf.halves import Halves, halves_of
from checker.readers.pdf.sheets import Line, Sheet

_NEAR = 3
"""What stands so near, in points, stands at one place."""


@dataclass(slots=True)
class Tables:
    """The tables found so far."""

    count: int = 0
    open: list[Span] | None = None
    """The columns of a table at the foot of the page before, which may go on."""
    row: int = 0
    """Its last row."""
    head: frozenset[str] = frozenset()
    """The words of its first row."""


def arranged(sheet: Sheet, tables: Tables) -> None:
    """Put the lines of a page into the order of reading and mark columns and cells."""
    notes = [line for line in sheet.lines if line.note]
    lines = with_marks_joined([line for line in sheet.lines if not line.note])
    over = _going_on(lines, tables, sheet) if tables.open else []
    lines = [line for line in lines if not line.cell]
    sheet.lines = [*over, *_ordered(lines, tables, sheet, tables.open), *notes]


def _ordered(lines: list[Line], tables: Tables, sheet: Sheet, before: list[Span] | None = None) -> list[Line]:
    """Return lines of a page, or of one of its columns, in the order of reading, with columns and cells marked.

    Args:
        lines: as they were drawn.
        tables: what was found on the pages before.
        sheet: the page.
        before: the columns of a table that may go on where the lines begin.
    """
    aside = beside(lines)
    tables.open = None
    if not aside:
        return sorted(lines, key=lambda line: -line.y) if _out_of_order(lines) else lines
    halves = halves_of(lines)
    if halves:
        return _in_turn(halves, tables, sheet)
    out: list[Line] = []
    for zone in zones_of(bands_of(runs_of(lines, aside))):
        tables.open, open_ = None, before if not out else None
        spans = spans_of(zone)
        if len(zone[0].columns) < 2:
            out += [line for run in zone[0].runs for line in run.lines]
        elif _is_prose(zone, spans):
            out += _columns(zone, spans)
        else:
            if not (open_ and _same(spans, open_) and _is_another(zone[0], tables)):
                tables.count, tables.row = tables.count + 1, 0
                tables.head = _words(zone[0])
            out += _cells(zone, spans, tables, sheet)
    return out


def _in_turn(halves: Halves, tables: Tables, sheet: Sheet) -> list[Line]:
    """Return the lines of two columns, the left first."""
    above, left, right, below = (_ordered(lines, tables, sheet) for lines in halves)
    for column, lines in ((1, left), (2, right)):
        for line in lines:
            line.column = column
    return [*above, *left, *right, *below]


def _same(spans: list[Span], before: list[Span]) -> bool:
    """Tell whether columns stand where those of a table on the page before do, at their left or at their right."""
    pairs = zip(spans, before, strict=False)
    near = all(abs(one[0] - other[0]) < _NEAR or abs(one[1] - other[1]) < _NEAR for one, other in pairs)
    return len(spans) == len(before) and near


def _is_another(band: Band, tables: Tables) -> bool:
    """Tell whether a row is one more of a table, not a head: in bold, or the same words again."""
    return _words(band) != tables.head and not all(line.bold for run in band.runs for line in run.lines)


def _words(band: Band) -> frozenset[str]:
    return frozenset(line.text for run in band.runs for line in run.lines)


def _going_on(lines: list[Line], tables: Tables, sheet: Sheet) -> list[Line]:
    """Return the first lines of a page that go on with the last row of a table broken by the page."""
    spans = tables.open or []
    over: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.y):
        column = max((i for i, (x0, _) in enumerate(spans) if abs(line.x0 - x0) < _NEAR), default=-1)
        if column < 0 or (column == 0 and not (line.text[0].islower() and line.x1 < spans[0][1] + _NEAR)):
            break
        line.cell = (tables.count, tables.row, column + 1)
        sheet.rights[tables.count, column + 1] = max(sheet.rights.get((tables.count, column + 1), 0.0), line.x1)
        over.append(line)
    return over


def _out_of_order(lines: list[Line]) -> bool:
    return any(b.y > a.y + ROW * a.size for a, b in pairwise(lines))


def _by_column(zone: list[Band], spans: list[Span]) -> list[list[Line]]:
    columns: list[list[Line]] = [[] for _ in spans]
    for band in zone:
        for run in band.runs:
            columns[column_of(run, spans)] += run.lines
    for lines in columns:
        lines.sort(key=lambda line: -line.y)
    return columns


def _is_prose(zone: list[Band], spans: list[Span]) -> bool:
    """Tell whether a zone holds columns of running text, not the cells of a table."""
    columns = _by_column(zone, spans)
    if len(columns) > 3 or any(len(lines) < 4 for lines in columns[:-1]):
        return False
    if len(zone) > 2 and not _line_by_line(zone):
        return False
    widths = [x1 - x0 for x0, x1 in spans]
    if min(widths) < 0.6 * max(widths):
        return False
    return all(reads_on(lines, span) for lines, span in zip(columns, spans, strict=True) if len(lines) > 3)


def _line_by_line(zone: list[Band]) -> bool:
    """Tell whether the page was drawn across its columns, so that each line is a band."""
    return sum(all(len(run.lines) == 1 for run in band.runs) for band in zone) > 0.6 * len(zone)


def _columns(zone: list[Band], spans: list[Span]) -> list[Line]:
    columns = _by_column(zone, spans)
    for i, lines in enumerate(columns, start=1):
        for line in lines:
            line.column = i
    return [line for lines in columns for line in lines]


def _cells(zone: list[Band], spans: list[Span], tables: Tables, sheet: Sheet) -> list[Line]:
    table = tables.count
    out: list[Line] = []
    row = tables.row
    last: Band | None = None
    for band in zone:
        if last is None or not _wraps(last, band, spans):
            row += 1
        placed = sorted(((column_of(run, spans) + 1, run) for run in band.runs), key=lambda one: (one[0], -one[1].top))
        for column, run in placed:
            for line in run.lines:
                line.cell = (table, row, column)
                sheet.rights[table, column] = max(sheet.rights.get((table, column), 0.0), line.x1)
            out += run.lines
        last = band
    out.sort(key=lambda line: line.cell or ())
    tables.open, tables.row = spans, row
    return out


def _wraps(above: Band, band: Band, spans: list[Span]) -> bool:
    """Tell whether a band drawn line by line goes on with the cells of the one above it."""
    if any(len(run.lines) > 1 for run in (*above.runs, *band.runs)):
        return False
    size = band.runs[0].lines[0].size
    if above.bottom - band.bottom > 1.4 * size:
        return False
    there = {column_of(run, spans) for run in above.runs}
    here = {column_of(run, spans) for run in band.runs}
    lower = sum(run.lines[0].text[0].islower() for run in band.runs)
    return here <= there and (0 not in here or lower * 2 > len(band.runs))
