"""Footnotes: smaller lines at the foot of a page that begin with a number or a star."""

from __future__ import annotations

import re
from collections import Counter

from checker.readers.pdf.sheets import Line, Sheet

SIGN = re.compile(r"(?:[1-9]\d{0,2}|[*\u2020\u2021])\s?(?=[A-Za-z(\"'\u2018\u201c])")


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
    """Return the small lines at the foot of a page from the first that begins as a note does."""
    small: list[Line] = []
    for line in sorted(sheet.lines, key=lambda line: line.y):
        if line.size > 0.93 * usual or line.y > 0.5 * sheet.height or line.gaps:
            break
        small.append(line)
    small.reverse()
    start = next((i for i, line in enumerate(small) if SIGN.match(line.text)), None)
    return [] if start is None or len(small) == len(sheet.lines) else small[start:]
