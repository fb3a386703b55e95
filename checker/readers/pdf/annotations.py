"""The words of a page's annotations: notes stuck on it, not its text."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2_raw as pdfium

_UNREAD = {2, 16, 20}
"""Links, pop-ups of other annotations and form fields."""


def remarks(page: Any) -> Iterator[str]:
    """Yield the words of each annotation of a page."""
    for i in range(min(pdfium.FPDFPage_GetAnnotCount(page), 10_000)):
        note = pdfium.FPDFPage_GetAnnot(page, i)
        if not note:
            continue
        if pdfium.FPDFAnnot_GetSubtype(note) not in _UNREAD:
            words = _string(note, b"Contents").strip()
            if words:
                yield words
        pdfium.FPDFPage_CloseAnnot(note)


def _string(note: Any, key: bytes) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(note, key, None, 0)
    if length <= 2:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    pdfium.FPDFAnnot_GetStringValue(note, key, buffer, length)
    return bytes(buffer)[: length - 2].decode("utf-16-le", "replace")
