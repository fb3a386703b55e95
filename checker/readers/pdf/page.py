"""One page of a PDF, read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pypdfium2_raw as pdfium

from checker.readers.pdf.annotations import annotated
from checker.readers.pdf.covered import COVERED, uncovered
from checker.readers.pdf.cutting import cut
from checker.readers.pdf.dots import take_dots
from checker.readers.pdf.index import damaged
from checker.readers.pdf.native import Reader, page_text
from checker.readers.pdf.sheets import Line, Sheet
from checker.readers.pdf.survey import Box, Later, survey
from checker.readers.pdf.unseen import unseen

_FEW = 200
"""On a page of so few characters a picture may hold the words."""
_TINY = 1.0


Pages = Callable[[Any, str], list[Sheet]]
"""What reads all pages of an open file; its path is used in messages."""


def read_pages(handle: Any, path: str) -> list[Sheet]:
    """Return the pages of a file, read one after the other."""
    return [read_page(handle, index, path) for index in range(pdfium.FPDF_GetPageCount(handle))]


def read_page(handle: Any, index: int, path: str) -> Sheet:
    """Return a page with its lines in the order of its content."""
    page = pdfium.FPDF_LoadPage(handle, index)
    if not page:
        raise damaged(path, f"page {index + 1} cannot be read: the page tree is broken or loops")
    textpage = pdfium.FPDFText_LoadPage(page)
    try:
        return _read(page, textpage, index + 1)
    finally:
        pdfium.FPDFText_ClosePage(textpage)
        pdfium.FPDF_ClosePage(page)


def _read(page: Any, textpage: Any, number: int) -> Sheet:
    box = _box(page)
    area = (box[2] - box[0]) * (box[3] - box[1])
    text = page_text(textpage)
    hidden: dict[str, str] = {}
    scanned = False
    found = survey(page, textpage)
    notes, boxes = annotated(page)
    found.later += [Later(None, one, None, len(found.texts)) for one in boxes]
    if found.suspect:
        text, hidden, scanned = unseen(page, textpage, text, area)
    reader = Reader(textpage, number, box, found.boxes)
    lines = reader.lines(text)
    if found.later:
        text, covered = uncovered(reader, lines, text, found)
        if covered:
            hidden[COVERED] = covered
            lines = reader.lines(text)
    lines, across = _upright(lines)
    sheet = Sheet(number, reader.width, reader.height, hidden=list(hidden.items()), across=across, scanned=scanned)
    lines = cut(reader, lines)
    take_dots(lines, found.dots, reader.turn)
    for line in lines:
        _place(line, sheet)
    sheet.pictures = len(text) < _FEW and found.pictured > 0.3 * area
    sheet.notes = notes
    return sheet


def _box(page: Any) -> Box:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    return min(box.left, box.right), min(box.bottom, box.top), max(box.left, box.right), max(box.bottom, box.top)


def _upright(lines: list[Line]) -> tuple[list[Line], list[str]]:
    """Return the lines of the text, and the words printed slantwise over it or up its margin."""
    if not any(line.slanted or line.turned for line in lines):
        return lines, []
    text = [line for line in lines if not (line.slanted or line.turned)]
    if not text:
        return lines, []
    left, right = min(line.x0 for line in text), max(line.x1 for line in text)
    apart = [line.slanted or (line.turned and not left < line.x0 < right) for line in lines]
    across = [line.text for line, out in zip(lines, apart, strict=True) if out]
    return [line for line, out in zip(lines, apart, strict=True) if not out], across


def _place(line: Line, sheet: Sheet) -> None:
    """Put a line among those that are seen, or where it belongs."""
    if line.size < _TINY:
        sheet.hidden.append(("letters smaller than one point", line.text))
    elif line.x1 < 1 or line.x0 > sheet.width - 1 or not -1 < line.y + 0.3 * line.size < sheet.height + 1:
        sheet.outside.append(line.text)
    else:
        sheet.lines.append(line)
