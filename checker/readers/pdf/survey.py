"""What is drawn on a page beside its words: rules of tables, pictures, and whether any words may be unseen."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium

Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]

TEXT, PATH, IMAGE, SHADING, FORM = 1, 2, 3, 4, 5
WHITE, DARK = 250, 40
"""Colours of so much red, green and blue or more are white, of so much or less dark."""
_DEPTH = 8
_PATHS = 3000
"""Of so many lines and areas a drawing is made, not a table."""
_DOT = 2.0, 7.0
"""How high a bullet is at least and at most."""
_DOTS = 200
_BLANKS = 500
"""So many texts are asked whether they are blank; after that one more is looked at closely."""
_LONGEST = 512
"""Bytes of a text that may be blank; a longer one is looked at closely."""


class Frame(NamedTuple):
    """A form on a page; what is drawn in it is placed by its matrix."""

    form: Any
    matrix: Matrix
    outer: Frame | None


class Later(NamedTuple):
    """A line or an area drawn after words, or a filled box laid on the page as an annotation."""

    path: Any
    """None of an annotation."""
    box: Box
    frame: Frame | None
    before: int
    """How many texts were drawn before it."""


@dataclass(slots=True)
class Survey:
    """What was found on a page."""

    suspect: bool = False
    """Whether any words may be unseen: drawn white, without ink or transparent, or on a dark area; blanks are none."""
    boxes: list[Box] = field(default_factory=list)
    """Lines and areas as high as a line of text or higher."""
    dots: list[Box] = field(default_factory=list)
    """What is as high as wide and as small as a bullet."""
    texts: list[tuple[Any, Frame | None]] = field(default_factory=list)
    """The texts in the order in which they are drawn, and the forms they are in."""
    later: list[Later] = field(default_factory=list)
    """What was drawn after words and could hide some."""
    pictured: float = 0.0
    """How much of the page pictures cover, in square points."""


def survey(page: Any, textpage: Any) -> Survey:
    """Look once at everything drawn on a page."""
    found = Survey()
    suspect = _Suspicion(textpage)
    paths = 0
    texts, later = found.texts, found.later
    for thing, kind, frame in objects(page):
        if kind == TEXT:
            texts.append((thing, frame))
            if not found.suspect and suspect(thing):
                found.suspect = True
        elif kind == PATH and paths < _PATHS:
            paths += 1
            box = box_of(thing, frame)
            high = box[3] - box[1]
            if high > 5:
                found.boxes.append(box)
                if box[2] - box[0] > 5:
                    found.suspect = found.suspect or suspect.dark(thing)
                    later += [Later(thing, box, frame, len(texts))] if texts else []
            if _DOT[0] < high < _DOT[1] and -1 < box[2] - box[0] - high < 1:
                found.dots.append(box)
        elif kind == IMAGE:
            found.pictured += area(box_of(thing, frame))
    if paths >= _PATHS:
        found.boxes, found.later = [], []
    if len(found.dots) > _DOTS:  # a pattern or a plan
        found.dots = []
    return found


class _Suspicion:
    """Are words drawn white, without ink or transparent? Is an area dark?"""

    def __init__(self, textpage: Any) -> None:
        self.textpage, self.blanks = textpage, 0
        self.held = (ctypes.c_ushort * (_LONGEST // 2))()
        self.colour = self.red, self.green, self.blue, self.ink = tuple(ctypes.c_uint() for _ in range(4))
        self.mode, self.fill = pdfium.FPDFTextObj_GetTextRenderMode, pdfium.FPDFPageObj_GetFillColor

    def __call__(self, thing: Any) -> bool:
        self.fill(thing, *self.colour)
        white = self.red.value >= WHITE and self.green.value >= WHITE and self.blue.value >= WHITE
        return (white or self.ink.value == 0 or self.mode(thing) in (3, 7)) and not self._blank(thing)

    def dark(self, path: Any) -> bool:
        """Tell whether black words would not be seen on what is drawn."""
        self.fill(path, *self.colour)
        return max(self.red.value, self.green.value, self.blue.value) <= DARK and is_filled(path)

    def _blank(self, thing: Any) -> bool:
        """Tell whether a text is spaces only: word processors draw them white by the hundred."""
        self.blanks += 1
        if self.blanks > _BLANKS:
            return False
        held = self.held
        size = pdfium.FPDFTextObj_GetText(thing, self.textpage, held, _LONGEST)
        return size <= _LONGEST and not bytes(held)[:size].decode("utf-16-le", "replace").strip("\0 \t\r\n\u00a0")


def objects(page: Any) -> Iterator[tuple[Any, int, Frame | None]]:
    """Yield what is drawn on a page and in the forms on it, with its kind and the form it is in."""
    get, kind_of = pdfium.FPDFPage_GetObject, pdfium.FPDFPageObj_GetType
    for i in range(pdfium.FPDFPage_CountObjects(page)):
        thing = get(page, i)
        kind = kind_of(thing)
        yield thing, kind, None
        if kind == FORM:
            yield from _within(thing, None, _DEPTH)


def _within(form: Any, outer: Frame | None, depth: int) -> Iterator[tuple[Any, int, Frame | None]]:
    matrix = matrix_of(form)
    frame = Frame(form, _joined(matrix, outer.matrix) if outer else matrix, outer)
    for i in range(pdfium.FPDFFormObj_CountObjects(form) if depth else 0):
        thing = pdfium.FPDFFormObj_GetObject(form, i)
        kind = pdfium.FPDFPageObj_GetType(thing)
        yield thing, kind, frame
        if kind == FORM:
            yield from _within(thing, frame, depth - 1)


def matrix_of(thing: Any) -> Matrix:
    """Return how something drawn is placed on its page or in its form."""
    held = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, held)
    return held.a, held.b, held.c, held.d, held.e, held.f


def _joined(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, l_ = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l_


def is_filled(path: Any) -> bool:
    """Tell whether a path is filled, and lets nothing through."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(fill.value) and not pdfium.FPDFPageObj_HasTransparency(path)


_EDGES = tuple(ctypes.c_float() for _ in range(4))


def box_of(thing: Any, frame: Frame | None = None) -> Box:
    """Return the place of something drawn, on the page or in a form: left, bottom, right, top."""
    left, bottom, right, top = _EDGES
    pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
    box = left.value, bottom.value, right.value, top.value
    return placed(box, frame) if frame else box


def placed(box: Box, frame: Frame) -> Box:
    """Return where on the page a box of a form is."""
    a, b, c, d, e, f = frame.matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in box[::2] for y in box[1::2]]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def area(box: Box) -> float:
    """Return how much a box covers."""
    return abs((box[2] - box[0]) * (box[3] - box[1]))


def address(thing: Any) -> bytes:
    """Return where in memory something drawn is: the same for the same thing."""
    return bytes(thing)
