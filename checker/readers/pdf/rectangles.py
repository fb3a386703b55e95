"""Upright rectangles filled with one colour that lets nothing through, and which words they hide."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2_raw as pdfium

from checker.readers.pdf.survey import Box, Frame, Matrix, box_of, is_filled, matrix_of, placed

Point = tuple[float, float]

_PATTERN = (191, 191, 191)
"""The colour that pdfium gives for every pattern; words may show between its lines."""
_MOVE, _LINE = 2, 0
_MOST = 6
"""So many points a rectangle is drawn with at most."""
_CORNERS = {(0, 0), (0, 1), (1, 0), (1, 1)}
_SLIP = 0.01
_HIGH, _WIDE = 0.7, 0.5
"""So much of the height and width of words must be covered."""


def filled(path: Any) -> bool:
    """Tell whether a path is filled so that nothing under it is seen."""
    if not is_filled(path):
        return False
    red, green, blue, ink = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(path, red, green, blue, ink)
    return ink.value == 255 and (red.value, green.value, blue.value) != _PATTERN


def rectangle(path: Any, frame: Frame | None) -> Box | None:
    """Return where on its page a filled path is seen; None where it is no upright rectangle, or cut to another shape."""
    if not (_upright(matrix_of(path)) and _is_rectangle(_points(path))):
        return None
    box: Box | None = box_of(path, frame)
    thing = path
    while box:
        box = _cut(box, thing, frame)
        if frame is None:
            return box
        if pdfium.FPDFPageObj_HasTransparency(frame.form) or not _upright(frame.matrix):
            return None
        thing, frame = frame.form, frame.outer
    return None


def _cut(box: Box, thing: Any, frame: Frame | None) -> Box | None:
    """Return what the clip paths of something drawn leave of its box; None where they are no rectangles."""
    clip = pdfium.FPDFPageObj_GetClipPath(thing)
    for i in range(pdfium.FPDFClipPath_CountPaths(clip) if clip else 0):
        points = _clip_points(clip, i)
        if not _is_rectangle(points):
            return None
        xs, ys = zip(*points, strict=True)
        edge = min(xs), min(ys), max(xs), max(ys)
        left, bottom, right, top = placed(edge, frame) if frame else edge
        box = max(box[0], left), max(box[1], bottom), min(box[2], right), min(box[3], top)
    return box


def _points(path: Any) -> list[Point]:
    count = pdfium.FPDFPath_CountSegments(path)
    return _read(pdfium.FPDFPath_GetPathSegment(path, i) for i in range(count)) if count <= _MOST else []


def _clip_points(clip: Any, at: int) -> list[Point]:
    count = pdfium.FPDFClipPath_CountPathSegments(clip, at)
    return _read(pdfium.FPDFClipPath_GetPathSegment(clip, at, i) for i in range(count)) if count <= _MOST else []


def _read(segments: Iterator[Any]) -> list[Point]:
    """Return the points of a path drawn in one go of straight lines; none of any other."""
    points: list[Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for segment in segments:
        if pdfium.FPDFPathSegment_GetType(segment) != (_LINE if points else _MOVE):
            return []
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((x.value, y.value))
    return points


def _is_rectangle(points: list[Point]) -> bool:
    """Tell whether lines from point to point go round an upright rectangle."""
    if not points:
        return False
    (left, right), (bottom, top) = ((min(values), max(values)) for values in zip(*points, strict=True))
    wide, high = right - left, top - bottom
    if not (wide and high):
        return False
    corners = [(round((x - left) / wide, 1), round((y - bottom) / high, 1)) for x, y in points]
    steps = zip(corners, [*corners[1:], corners[0]], strict=True)
    return set(corners) == _CORNERS and all(x == v or y == w for (x, y), (v, w) in steps)


def _upright(matrix: Matrix) -> bool:
    a, b, c, d = matrix[:4]
    return max(abs(b), abs(c)) < _SLIP * abs(a) or max(abs(a), abs(d)) < _SLIP * abs(b)


def holds(outer: Box, inner: Box) -> bool:
    """Tell whether the middle of a box lies in another."""
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def hides(area: Box, words: Box) -> bool:
    """Tell whether the middle of words and most of their letters lie in an area."""
    left, bottom, right, top = words
    wide = min(right, area[2]) - max(left, area[0])
    high = min(top, area[3]) - max(bottom, area[1])
    return holds(area, words) and wide >= _WIDE * (right - left) and high >= _HIGH * (top - bottom)
