"""Two columns with a table within one of them, told from the order in which their lines were drawn.

What stands beside what does not tell such columns from cells: the place where drawing goes back to
the top does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.readers.pdf.bands import Span, beside, reads_on
from checker.readers.pdf.sheets import Line

_FEWEST = 4
"""A column has so many lines of prose at least, and a table so many cells."""
_UP = 3
"""How many times the size of its letters a line stands above the one drawn before it, where a column begins."""
_ALIKE = 0.75
"""The narrower column is so wide at least, in widths of the other."""


class Halves(NamedTuple):
    """Lines above two columns, of the left one, of the right one, and below."""

    above: list[Line]
    left: list[Line]
    right: list[Line]
    below: list[Line]


def halves_of(lines: Sequence[Line]) -> Halves | None:
    """Return the columns of a page where a table stands within one; None where there are none, or no table."""
    return next((found for found in _all(lines) if _holds_a_table(found) and _is_prose(found)), None)


def _all(lines: Sequence[Line]) -> Iterator[Halves]:
    for k in range(1, len(lines)):
        line = lines[k]
        if line.y < lines[k - 1].y + _UP * line.size:
            continue
        end = next((i for i in range(k, len(lines)) if lines[i].x0 < line.x0 - line.size), len(lines))
        edge = min(one.x0 for one in lines[k:end])
        start = next((i + 1 for i in range(k - 1, -1, -1) if lines[i].x1 > edge), 0)
        yield Halves(*map(list, (lines[:start], lines[start:k], lines[k:end], lines[end:])))


def _holds_a_table(found: Halves) -> bool:
    return any(len(beside(lines)) >= _FEWEST for lines in (found.left, found.right))


def _is_prose(found: Halves) -> bool:
    """Tell whether both columns read as prose, alike in width, beside one another, with all else above or below."""
    left, right = _prose(found.left), _prose(found.right)
    if not (left and right):
        return False
    widths = sorted(x1 - x0 for x0, x1 in (left, right))
    heights = [[line.y for line in lines] for lines in found]
    top, bottom = max(heights[1] + heights[2]), min(heights[1] + heights[2])
    level = min(max(heights[1]), max(heights[2])) > max(min(heights[1]), min(heights[2]))
    apart = min(heights[0], default=top) >= top and max(heights[3], default=bottom) <= bottom
    return widths[0] >= _ALIKE * widths[1] and level and apart


def _prose(lines: list[Line]) -> Span | None:
    """Return how wide the prose of a column runs; None where none runs from edge to edge, or a table beyond it."""
    aside = beside(lines)
    alone = [line for line in lines if id(line) not in aside]
    if len(alone) < _FEWEST:
        return None
    x0, x1 = min(line.x0 for line in alone), max(line.x1 for line in alone)
    within = all(x0 - line.size <= line.x0 and line.x1 <= x1 + line.size for line in lines)
    return (x0, x1) if within and reads_on(alone, (x0, x1)) else None
