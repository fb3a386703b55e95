"""The text of a page by pdfium's C interface.

The interface gives a page's characters in one call and the place of any one of them; only what a
line needs is asked for, since a call for each character takes longer than reading the file.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import pypdfium2_raw as pdfium

from checker.readers.pdf.marks import mark_of
from checker.readers.pdf.sheets import Line
from checker.readers.pdf.survey import Box

WIDE = 1.2
"""A gap of so many times the size of the letters may part two columns."""

_WORD = re.compile(r"(?<=\s)\S")
_ROW = 0.8
"""A word so many times the size of the letters higher or lower stands in another row."""
_SLANT = 0.18
"""Lines that rise so much or more, or lean so far from a quarter turn, are slanted."""
_QUARTERS = ((1, 0), (0, 1), (-1, 0), (0, -1))

Turn = Callable[[float, float], tuple[float, float]]


def page_text(textpage: Any) -> str:
    """Return the characters of a page as pdfium orders them."""
    count = pdfium.FPDFText_CountChars(textpage)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(textpage, 0, count, buffer)
    return bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")


class Reader:
    """Asks about the characters of one page."""

    def __init__(self, textpage: Any, page: int, box: Box, boxes: Sequence[Box] = ()) -> None:
        self.textpage = textpage
        self.page = page
        self.box = box
        self._boxes = boxes
        self.rules: list[tuple[float, float, float]] = []
        """The upright rules of the page: where, and from where to where they run."""
        self.wide = 0.35 if boxes else WIDE
        self.quarter = 0
        self._ways: Counter[int] = Counter()
        self._set_upright(0)
        self._doubles = tuple(ctypes.c_double() for _ in range(4))
        self._matrix = pdfium.FS_MATRIX()
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._level = True

    def lines(self, text: str) -> list[Line]:
        """Return the lines of a page in the order of its content; what most letters do is upright."""
        lines = self._read(text)
        usual = max(self._ways, key=lambda way: self._ways[way], default=self.quarter)
        if usual != self.quarter:
            self._set_upright(usual)
            lines = self._read(text)
        return lines

    def _read(self, text: str) -> list[Line]:
        exact = len(text) == pdfium.FPDFText_CountChars(self.textpage)
        lines: list[Line] = []
        for start, piece, broken in _pieces(text):
            stripped = piece.strip()
            if not stripped:
                continue
            first = start + len(piece) - len(piece.lstrip())
            if not exact:
                first = pdfium.FPDFText_GetCharIndexFromTextIndex(self.textpage, first)
            found = self._rows(first, stripped) if first >= 0 else []
            if found:
                found[-1].broken = broken
                lines += found
        return lines

    def _set_upright(self, quarter: int) -> None:
        self.quarter, self.rules = quarter, []
        self.turn, self.width, self.height = upright(*_QUARTERS[quarter], self.box)
        turn = self.turn or (lambda x, y: (x, y))
        for left, bottom, right, top in self._boxes:
            (x0, y0), (x1, y1) = turn(left, bottom), turn(right, top)
            for x in {x0, x1} if abs(x1 - x0) > 3 else {x0}:
                self.rules.append((x, min(y0, y1), max(y0, y1)))

    def ruled(self, left: float, right: float, y: float) -> bool:
        """Tell whether an upright rule stands between two places on a line."""
        return any(left - 1 < x < right + 1 and low < y + 2 and y < high for x, low, high in self.rules)

    def _line(self, first: int, text: str) -> Line | None:
        mark = mark_of(text)
        at = first + mark.length if mark and mark.length < len(text) else first
        size = self.size(at)
        quarter, slanted = _way(self._matrix.a, self._matrix.b)
        if not slanted:
            self._ways[quarter] += len(text)
        spans = self._spans(first, len(text))
        if not spans:
            return None
        x0, y = self.origin(first)
        right, gaps = x0, []
        for left, end in spans:
            if left - right > self.wide * size and right > x0:
                gaps.append((right, left))
            right = max(right, end)
        bold = self.bold(at) and (len(spans) == 1 or self.bold(first + len(text) - 1))
        body = self.origin(at)[0] if at != first else x0
        line = Line(self.page, x0, right, y, size, bold, text, mark, body, tuple(gaps), len(spans), first)
        line.slanted, line.turned = slanted, quarter != self.quarter
        return line

    def _rows(self, first: int, text: str) -> list[Line]:
        """Return a line; several where pdfium ran rows together, as it does on a page of few words."""
        line = self._line(first, text)
        if line is None or self._level:
            return [line] if line else []
        y, starts = line.y, [0]
        for match in _WORD.finditer(text):
            here = self.origin(first + match.start())[1]
            if abs(here - y) > _ROW * line.size:
                y = here
                starts.append(match.start())
        parts = [(first + start, text[start:end].strip()) for start, end in pairwise([*starts, len(text)])]
        return [row for row in (self._line(at, part) for at, part in parts) if row] if len(parts) > 1 else [line]

    def _spans(self, first: int, count: int) -> list[tuple[float, float]]:
        """Return where each piece of a line begins and ends, and note whether each stands level with the one before."""
        textpage, (left, top, right, bottom) = self.textpage, self._doubles
        spans, levels = [], []
        for i in range(pdfium.FPDFText_CountRects(textpage, first, count)):
            pdfium.FPDFText_GetRect(textpage, i, left, top, right, bottom)
            if self.turn is None:
                spans.append((left.value, right.value))
                levels.append((bottom.value, top.value))
            else:
                one, other = self.turn(left.value, top.value), self.turn(right.value, bottom.value)
                spans.append((min(one[0], other[0]), max(one[0], other[0])))
                levels.append((min(one[1], other[1]), max(one[1], other[1])))
        self._level = len(levels) == 1 or all(a[0] < b[1] and a[1] > b[0] for a, b in pairwise(levels))
        return spans

    def origin(self, at: int) -> tuple[float, float]:
        """Return where a character stands on its baseline."""
        x, y = self._doubles[:2]
        pdfium.FPDFText_GetCharOrigin(self.textpage, at, x, y)
        return self.turn(x.value, y.value) if self.turn else (x.value, y.value)

    def size(self, at: int) -> float:
        """Return the size of a character as it is shown."""
        matrix = self._matrix
        pdfium.FPDFText_GetMatrix(self.textpage, at, matrix)
        return float(pdfium.FPDFText_GetFontSize(self.textpage, at)) * math.hypot(matrix.c, matrix.d) or 1.0

    def bold(self, at: int) -> bool:
        """Tell whether a character is of a heavy font."""
        pdfium.FPDFText_GetFontInfo(self.textpage, at, self._name, 128, self._flags)
        name = self._name.value
        return b"old" in name or b"lack" in name or b"eavy" in name


def upright(a: float, b: float, box: Box) -> tuple[Turn | None, float, float]:
    """Return what puts a page upright with its corner at nought, and how wide and high it is then.

    `a` and `b` say in which direction its lines run.
    """
    left, bottom, right, top = box
    wide, high = right - left, top - bottom
    if abs(a) >= abs(b):
        if a < 0:
            return lambda x, y: (right - x, top - y), wide, high
        return (lambda x, y: (x - left, y - bottom)) if left or bottom else None, wide, high
    if b > 0:
        return lambda x, y: (y - bottom, right - x), high, wide
    return lambda x, y: (top - y, x - left), high, wide


def _way(a: float, b: float) -> tuple[int, bool]:
    """Return by how many quarters a line is turned to the left, and whether it is slanted beyond them."""
    if abs(b) <= _SLANT * abs(a):
        return (0 if a >= 0 else 2), False
    if abs(a) <= _SLANT * abs(b):
        return (1 if b > 0 else 3), False
    return round(math.atan2(b, a) * 2 / math.pi) % 4, True


def _pieces(text: str) -> Iterator[tuple[int, str, bool]]:
    """Yield where each line starts, its text, and whether a hyphen breaks its last word.

    Where a hyphen ends a line pdfium writes U+FFFE and runs on.
    """
    at = 0
    for whole in text.split("\r\n"):
        start = at
        parts = whole.split("\ufffe")
        for part in parts[:-1]:
            yield start, f"{part}-", True
            start += len(part) + 1
        yield start, parts[-1], False
        at += len(whole) + 2
