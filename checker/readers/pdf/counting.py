"""Which printed number holds at a place (design 4)."""

from __future__ import annotations

import re
from itertools import pairwise

from checker.readers.pdf.footnotes import SIGN
from checker.readers.pdf.marks import Mark
from checker.readers.pdf.paragraphs import Piece

_PART = re.compile(r"(?:appendix|annex|schedule|attachment)\s+[A-Z0-9]{1,3}\b[.:]?", re.IGNORECASE)

_ROW = re.compile(r"(\d{1,3}(?:\.\d{1,3})+)\.?")
_LARGE = 40
"""No document begins with a section of a larger number, unless it is printed as one."""
_WORDS = 4
"""A cell with fewer words or as many is no paragraph."""
_MONTH = re.compile(
    r"^\d{1,2}\s*(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)", re.IGNORECASE
)


def _stands(piece: Piece, *, due: bool = False) -> bool:
    """Tell whether a whole number is the next that is due or stands apart from the text after it, and is no date."""
    first, mark = piece.first, piece.mark
    if mark is None or _MONTH.search(first.text):
        return False
    return mark.firm or due or first.body - first.x0 >= 1.6 * first.size


def _columns(pieces: list[Piece]) -> dict[tuple[int, int], float]:
    """Return where each column begins, by page and column."""
    columns: dict[tuple[int, int], float] = {}
    for first in (piece.first for piece in pieces):
        key = first.page, first.column
        columns[key] = min(first.x0, columns.get(key, first.x0))
    return columns


def _rows(pieces: list[Piece]) -> dict[int, str]:
    """Return the numbers that stand alone in the first cell of a row whose next cell holds a paragraph, by piece."""
    rows = {}
    for number, words in pairwise(pieces):
        one, other = number.first.cell, words.first.cell
        found = _ROW.fullmatch(number.text) if one and one[2] == 1 else None
        if found and one and other and one[:2] == other[:2] and len(words.text.split()) > _WORDS:
            rows[id(number)] = found.group(1)
    return rows


class Counter:
    """The printed number that holds while the paragraphs of a document go by."""

    def __init__(self, pieces: list[Piece], headings: list[int], *, form: bool, middle: float) -> None:
        self.form = form
        self.middle = middle
        self.sectioned = any(
            piece.mark and (piece.mark.kind == "dotted" or (heading and piece.mark.kind == "whole" and _stands(piece)))
            for piece, heading in zip(pieces, headings, strict=True)
        )
        self.majors = {int(p.mark.value.split(".")[0]) for p in pieces if p.mark and p.mark.kind == "dotted"}
        """The sections that have dotted paragraphs."""
        self.columns = _columns(pieces)
        self.rows = _rows(pieces)
        self.now = ""
        self.parts = 0
        """How many other documents have begun within this one."""
        self.section = 0
        self.plain = False
        """Whether the section's number stands before a paragraph, not a heading."""
        self.edge = 0.0
        """How far to the left the section's number stands."""
        self.listed = 0
        """The last number of a list within the section."""
        self.left: float | None = None
        """How far to the left the numbers or letters of that list stand."""

    def number(self, piece: Piece, heading: int) -> tuple[str, str]:
        """Return the number that holds at a piece, and what is printed before it."""
        mark = piece.mark
        first = piece.first
        if first.note:
            sign = SIGN.match(first.text)
            return self.now, sign.group().strip() if sign else ""
        if id(piece) in self.rows and not self.form and self._goes_on(self.rows[id(piece)]):
            self._begin(self.rows[id(piece)], piece, 0)
            return self.now, self.now
        if first.cell or self.form:
            return self.now, mark.printed if mark and mark.firm and not first.cell else ""
        if self._new_part(piece, heading):
            self.now, self.section, self.listed, self.left = "", 0, 0, None
            self.parts += 1
        if mark is None:
            return self.now, ""
        taken = len(first.text) > mark.length and self._take(mark, piece, heading)
        return self.now, mark.printed if taken or mark.kind in ("bullet", "roman", "letter") else ""

    def _goes_on(self, value: str) -> bool:
        """Tell whether a dotted number comes after the one that holds, as those of a list within a paragraph may not."""
        now = self.now.split("(", maxsplit=1)[0]
        return not now or [*map(int, value.split("."))] > [*map(int, now.split("."))]

    def _x(self, piece: Piece) -> float:
        """Return how far to the left a piece stands, as if all columns of its page were the first."""
        first = piece.first
        if first.column < 2:
            return first.x0
        own = self.columns[first.page, first.column]
        return first.x0 - own + self.columns.get((first.page, 1), own)

    def _new_part(self, piece: Piece, heading: int) -> bool:
        """Tell whether another document begins: an appendix, a title in the middle of the sheet."""
        if piece.mark:
            return False
        text = piece.text
        found = _PART.match(text)
        if found and (len(text) == found.end() or (heading and len(text) < 120)):
            return True
        if not heading or not self.now:
            return False
        lines = piece.lines
        return all(abs((line.x0 + line.x1) / 2 - self.middle) < 12 and line.x0 > 90 for line in lines)

    def _take(self, mark: Mark, piece: Piece, heading: int) -> bool:
        if mark.kind == "dotted":
            return self._begin(mark.value, piece, heading)
        if mark.kind == "whole":
            return self._whole(mark, piece, heading)
        if mark.kind == "letter" and mark.value.isdigit():
            return self._whole(mark, piece, 0)
        return mark.kind == "letter" and self._letter(mark, piece)

    def _begin(self, value: str, piece: Piece, heading: int) -> bool:
        self.now, self.section, self.plain = value, int(value.split(".", maxsplit=1)[0]), not heading
        self.edge, self.listed, self.left = self._x(piece), 0, None
        return True

    def _whole(self, mark: Mark, piece: Piece, heading: int) -> bool:
        value, first = int(mark.value), piece.first
        follows = value == self.section + 1
        if not _stands(piece, due=heading > 0 and follows and value in self.majors):
            return False
        if not (self.section or mark.firm) and value > _LARGE:
            return False  # "111 London Road"
        if heading and (follows or not self.section or value == 1 or self.section < value < self.section + 5):
            return self._begin(str(value), piece, heading)
        if not self.section:
            return (self.sectioned and not self.parts) or self._begin(str(value), piece, 0)
        outside = self._x(piece) < self.edge + first.size
        if self.plain and self.now.isdigit() and outside and (follows or value == 1):
            return self._begin(str(value), piece, 0)
        if self._list(value, self._x(piece), first.size):
            return True
        return follows and outside and self._begin(str(value), piece, 0)

    def _list(self, value: int, left: float, size: float) -> bool:
        """Count a list within a section: "2." under "80." is 80(2)."""
        deeper = self.left is not None and left > self.left + 0.7 * size
        if deeper or value not in (1, self.listed + 1):
            return False
        self.left, self.listed = left, value
        self.now = f"{self.now.split('(')[0]}({value})"
        return True

    def _letter(self, mark: Mark, piece: Piece) -> bool:
        if self.sectioned and not self.section and self.parts == 0:
            return True
        left = self._x(piece)
        if self.left is not None and left > self.left + 0.7 * piece.first.size:
            return False
        self.left, self.listed = left, 0
        self.now = f"{self.now.split('(')[0]}({mark.value})"
        return True
