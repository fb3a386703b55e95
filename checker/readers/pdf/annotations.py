"""A page's annotations: the words of notes stuck on it, which are not its text, and boxes laid over its words."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2_raw as pdfium

from checker.readers.pdf.rectangles import filled
from checker.readers.pdf.survey import PATH, Box, box_of

_UNREAD = {2, 16, 20}
"""Links, pop-ups of other annotations and form fields."""
_SQUARE = 5
_NOT_SHOWN = 2 | 32
"""Hidden, or printed only."""
_MOST = 0.8
"""So much of its box, each way, an annotation must fill."""


def annotated(page: Any) -> tuple[list[str], list[Box]]:
    """Return the words of each annotation of a page, and where one hides what is under it."""
    words: list[str] = []
    boxes: list[Box] = []
    for i in range(min(pdfium.FPDFPage_GetAnnotCount(page), 10_000)):
        note = pdfium.FPDFPage_GetAnnot(page, i)
        if not note:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        if kind not in _UNREAD:
            words.append(_string(note, b"Contents").strip())
        if kind == _SQUARE and not pdfium.FPDFAnnot_GetFlags(note) & _NOT_SHOWN:
            boxes += _hidden(note)
        pdfium.FPDFPage_CloseAnnot(note)
    return [one for one in words if one], boxes


def _hidden(note: Any) -> Iterator[Box]:
    """Yield the box of an annotation that is drawn and filled so that nothing under it is seen."""
    held = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(note, held)
    wide, high = abs(held.right - held.left), abs(held.top - held.bottom)
    for i in range(pdfium.FPDFAnnot_GetObjectCount(note)):
        thing = pdfium.FPDFAnnot_GetObject(note, i)
        if pdfium.FPDFPageObj_GetType(thing) == PATH and filled(thing):
            left, bottom, right, top = box_of(thing)
            if right - left > _MOST * wide and top - bottom > _MOST * high:
                yield held.left, held.bottom, held.right, held.top


def _string(note: Any, key: bytes) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(note, key, None, 0)
    if length <= 2:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    pdfium.FPDFAnnot_GetStringValue(note, key, buffer, length)
    return bytes(buffer)[: length - 2].decode("utf-16-le", "replace")
