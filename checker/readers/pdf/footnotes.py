"""Footnotes: smaller lines at the foot of a page that begin with a number or a star."""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile

from checker.readers.pdf.bands import merged
from checker.readers.pdf.sheets import Line, Sheet

SIGN = re.compile(r"(?:[1-9]\d{0,2}|[*\u2020\u2021])\s?(?=[A-Za-z(\"'\u2018\u201c])")


_COLUMN = 0.2
"""Columns of notes are as wide as this share of the sheet at least."""


def mark_notes(sheets: list[Sheet]) -> None:
    """Mark the lines of footnotes and put them last on their pages."""
    usual = usual_size(sheets)
    for sheet in sheets:
        notes = _notes(sheet, usual)
        for line in notes:
            line.note = True
        if notes:
            sheet.lines = [line for line in sheet.lines if not line.note] + notes


def usual_size(sheets: list[Sheet]) -> float:
    """Return the size of most letters of a document."""
    exact: Counter[float] = Counter()
    for sheet in sheets:
        for line in sheet.lines:
            exact[line.size] += len(line.text)
    sizes: Counter[float] = Counter()
    for size, letters in exact.items():  # a few sizes are rounded sooner than every line's
        sizes[round(size, 1)] += letters
    return sizes.most_common(1)[0][0] if sizes else 11.0


def _notes(sheet: Sheet, usual: float) -> list[Line]:
    """Return the footnotes of a page, those of its first column first."""
    lines = sorted(sheet.lines, key=lambda line: line.y)
    small = [line for line in lines if _may_be_note(line, sheet, usual)]
    columns = merged((line.x0, line.x1) for line in small)
    if len(columns) > 1 and all(x1 - x0 > _COLUMN * sheet.width for x0, x1 in columns):
        return [
            line for x0, x1 in columns for line in _foot([o for o in lines if x0 <= o.x1 and o.x0 <= x1], sheet, usual)
        ]
    return _foot(lines, sheet, usual)


def _may_be_note(line: Line, sheet: Sheet, usual: float) -> bool:
    return line.size <= 0.93 * usual and line.y <= 0.5 * sheet.height and not line.gaps


def _foot(lines: list[Line], sheet: Sheet, usual: float) -> list[Line]:
    """Return, of lines from the foot upwards, the small ones from the first that begins as a note does."""
    small = list(takewhile(lambda line: _may_be_note(line, sheet, usual), lines))[::-1]
    start = next((i for i, line in enumerate(small) if SIGN.match(line.text)), None)
    return [] if start is None or len(small) == len(sheet.lines) else small[start:]
