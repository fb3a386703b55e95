"""Words that an area drawn after them hides, as in a redaction that left the words in the file.

Only what is certain counts: upright rectangles of one colour. Pictures do not, since none is opened
here and many let through what is under them.
"""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

import pypdfium2_raw as pdfium

from checker.readers.pdf.native import Reader
from checker.readers.pdf.rectangles import filled, hides, holds, rectangle
from checker.readers.pdf.sheets import Line
from checker.readers.pdf.survey import Box, Later, Survey, address, box_of

Span = tuple[int, int]

COVERED = "covered by what is drawn over them"

_WORD = re.compile(r"\S+")
_LETTER = re.compile(r"[^\s\ufffe]")
"""Not the hyphen that breaks a word: without it two lines would be one."""
_MIDDLE = 0.3
"""The middle of small letters above the baseline, in sizes of the letters."""
_REPEATED = 2
"""Bytes of a text that pdfium leaves out because it repeats one before; the end of a string alone."""


def uncovered(reader: Reader, lines: Sequence[Line], text: str, found: Survey) -> tuple[str, str]:
    """Return the text of a page with the words blanked that something hides, and these words."""
    look = _Look(reader, text, found)
    spans: set[Span] = set()
    for later, under in _over(reader, lines, found.later):
        if later.path is None or filled(later.path):
            before = [span for line in under for span in look.words(line) if look.drawn(span) < later.before]
            spans.update(look.covered(set(before) - spans, later))
    kept = list(text)
    for start, end in spans:
        kept[start:end] = _LETTER.sub(" ", text[start:end])
    return "".join(kept), " ".join(text[start:end] for start, end in sorted(spans)).replace("\ufffe", "-")


def _over(reader: Reader, lines: Sequence[Line], later: Sequence[Later]) -> Iterator[tuple[Later, list[Line]]]:
    """Yield what was drawn after words, each with the lines it lies over."""
    turn = reader.turn or (lambda x, y: (x, y))
    by_height = sorted((line.y + _MIDDLE * line.size, i) for i, line in enumerate(lines))
    heights = [height for height, _ in by_height]
    for one in later:
        (x0, y0), (x1, y1) = turn(*one.box[:2]), turn(*one.box[2:])
        level = by_height[bisect_left(heights, min(y0, y1)) : bisect_right(heights, max(y0, y1))]
        left, right = min(x0, x1), max(x0, x1)
        under = [lines[i] for _, i in level if lines[i].x0 < right and left < lines[i].x1]
        if under:
            yield one, under


class _Look:
    """A close look at words under areas."""

    def __init__(self, reader: Reader, text: str, found: Survey) -> None:
        self.textpage, self.texts = reader.textpage, found.texts
        self.exact = len(text) == pdfium.FPDFText_CountChars(reader.textpage)
        self._drawn: dict[Span, int] = {}
        self._sides = tuple(ctypes.c_double() for _ in range(4))

    def covered(self, words: set[Span], later: Later) -> Iterator[Span]:
        """Yield which of some words drawn before an area it hides."""
        area = later.box if later.path is None else rectangle(later.path, later.frame) if words else None
        for span in words:
            box = self._box(*span)
            if area and hides(area, box) and not self._repeated(box, later.before):
                yield span

    def words(self, line: Line) -> Iterator[Span]:
        """Yield where in the text the words of a line start and end."""
        first = line.first if self.exact else pdfium.FPDFText_GetTextIndexFromCharIndex(self.textpage, line.first)
        return ((first + word.start(), first + word.end()) for word in _WORD.finditer(line.text))

    def _at(self, place: int) -> int:
        return place if self.exact else int(pdfium.FPDFText_GetCharIndexFromTextIndex(self.textpage, place))

    def drawn(self, word: Span) -> int:
        """Return as which text of the page a word was drawn, by the letter in its middle."""
        if word not in self._drawn:
            text = pdfium.FPDFText_GetTextObject(self.textpage, self._at(sum(word) // 2))
            self._drawn[word] = self._order.get(address(text), len(self.texts))
        return self._drawn[word]

    @cached_property
    def _order(self) -> dict[bytes, int]:
        return {address(text): i for i, (text, _) in enumerate(self.texts)}

    def _box(self, start: int, end: int) -> Box:
        left, right, bottom, top = self._sides
        boxes = []
        for place in range(start, end):
            pdfium.FPDFText_GetCharBox(self.textpage, self._at(place), left, right, bottom, top)
            boxes.append((left.value, bottom.value, right.value, top.value))
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        return min(lefts), min(bottoms), max(rights), max(tops)

    def _repeated(self, box: Box, before: int) -> bool:
        """Tell whether the same words were drawn once more, over the area."""
        return any(order >= before and holds(other, box) for order, other in self._repeats)

    @cached_property
    def _repeats(self) -> list[tuple[int, Box]]:
        get, page = pdfium.FPDFTextObj_GetText, self.textpage
        return [
            (order, box_of(text, frame))
            for order, (text, frame) in enumerate(self.texts)
            if get(text, page, None, 0) <= _REPEATED
        ]
