"""How cells of the workbook look, and how large they are; the one colour."""

from __future__ import annotations

import datetime
import textwrap
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.model.register import Cell

if TYPE_CHECKING:
    from xlsxwriter import Workbook

ACCENT = "#1D4F76"
TINT = "#E8EFF5"
LINE = "#C4C4C4"

WIDEST: Mapping[str, int] = {
    "ref": 17, "source": 22, "paragraph": 9, "claim": 40, "kind": 15, "evidence": 16, "status": 11, "level": 8,
    "due": 13, "granted_by": 12, "dates": 18, "owner": 15, "reply": 11, "reply_words": 26, "where": 14,
    "decision": 10, "decision_words": 18, "by": 12, "evidence_of_closure": 16, "response": 11, "note": 17,
    "fingerprint": 19, "about": 22, "rule": 22, "based_on": 14, "reason": 30, "approver": 18,
}  # fmt: skip
"""In characters; a column is as wide as its content, up to this."""
_DATE = 10
_LINE_POINTS, _HIGHEST = 12, 400
_DENSITY = 1.2
"""Characters of the small print to a unit of width."""


def fitted(head: str, cells: Iterable[Cell], widest: int) -> int:
    """Return a width that fits the longest word of the head and the content, within the widest."""
    needed = max(len(word) for word in head.split()) + 1
    longest = max((_length(cell) for cell in cells), default=0)
    return min(max(needed, longest + 1), max(widest, needed))


def _length(cell: Cell) -> int:
    if isinstance(cell, datetime.date):
        return _DATE
    return len(str(cell)) if cell is not None else 0


def height(cells: Iterable[Cell], widths: Iterable[int]) -> int:
    """Return the height of a row, in points, in which every text can be read: not every program works it out."""
    lines = 1
    for cell, width in zip(cells, widths, strict=True):
        if isinstance(cell, str) and len(cell) > width:
            lines = max(lines, _lines(cell, int(width * _DENSITY)))
    return min(lines * _LINE_POINTS + 3, _HIGHEST)


@lru_cache(maxsize=10_000)
def _lines(text: str, wide: int) -> int:
    return len(textwrap.wrap(text, wide)) if len(text) > wide else 1


class Formats(NamedTuple):
    """How cells look: one accent colour, and what is coloured also says it in words."""

    text: Any
    day: Any
    number: Any
    edited_text: Any
    edited_day: Any
    head: Any
    number_head: Any
    edited_head: Any
    title: Any
    strong: Any
    plain: Any
    narrow: Any


def formats_of(workbook: Workbook) -> Formats:
    """Return the looks of a workbook's cells."""
    base = {"font_name": "Arial", "font_size": 9, "valign": "top"}
    cell = {**base, "text_wrap": True, "bottom": 1, "bottom_color": LINE}
    dated = {**cell, "num_format": "dd/mm/yyyy", "align": "left"}
    head = {**base, "bold": True, "text_wrap": True, "border": 1, "border_color": ACCENT}
    return Formats(
        *map(
            workbook.add_format,
            (
                cell,
                dated,
                {**cell, "align": "right", "indent": 1},
                {**cell, "bg_color": TINT},
                {**dated, "bg_color": TINT},
                {**head, "bg_color": ACCENT, "font_color": "#FFFFFF"},
                {**head, "bg_color": ACCENT, "font_color": "#FFFFFF", "align": "right", "indent": 1},
                {**head, "bg_color": TINT, "font_color": ACCENT},
                {**base, "bold": True, "font_size": 14, "font_color": ACCENT},
                {**base, "bold": True},
                base,
                {**base, "align": "fill", "bottom": 1, "bottom_color": LINE, "font_color": "#595959"},
            ),
        )
    )
