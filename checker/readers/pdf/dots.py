"""Bullets that are drawn as dots, not printed as characters, as browsers do."""

from __future__ import annotations

from checker.readers.pdf.marks import Mark
from checker.readers.pdf.native import Turn
from checker.readers.pdf.sheets import Line
from checker.readers.pdf.survey import Box

_BULLET = Mark("bullet", "", "\u2022", firm=True, length=2)
_NEAR = 2.2
"""A dot stands before a line that begins at most so many sizes of its letters to the right."""


def take_dots(lines: list[Line], dots: list[Box], turn: Turn | None) -> None:
    """Put a bullet before each line that a dot stands before."""
    middles = [((left + right) / 2, (bottom + top) / 2) for left, bottom, right, top in dots]
    for x, y in (turn(*middle) if turn else middle for middle in middles):
        for line in lines:
            if line.mark is None and 0 < y - line.y < 0.7 * line.size and 0 < line.x0 - x < _NEAR * line.size:
                line.mark, line.text = _BULLET, f"{_BULLET.printed} {line.text}"
                line.body, line.x0 = line.x0, x
