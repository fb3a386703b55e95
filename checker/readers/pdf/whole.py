"""A PDF file from its bytes to its paragraphs."""

from __future__ import annotations

import pypdfium2_raw as pdfium

from checker.model.document import Document
from checker.model.paragraph import Paragraph
from checker.readers.pdf.columns import Tables, arranged
from checker.readers.pdf.footnotes import mark_notes
from checker.readers.pdf.furniture import without_furniture
from checker.readers.pdf.numbering import numbered
from checker.readers.pdf.opening import checked, opened
from checker.readers.pdf.page import Pages, read_pages
from checker.readers.pdf.paragraphs import joined
from checker.readers.pdf.revisions import revisions
from checker.readers.pdf.sheets import Sheet
from checker.readers.pdf.telling import asides_of, crossed, scanned, told_of, unread
from checker.readers.pdf.titles import title

pdfium.FPDF_InitLibrary()


def read_whole(raw: bytes, path: str, read: Pages = read_pages) -> Document:
    """Return the document that a PDF file holds; its pages are read once it was found safe to open."""
    pdf, told = checked(raw, path)
    handle = opened(pdf, path)
    try:
        sheets = read(handle, path)
        told += [one for sheet in sheets for one in told_of(sheet)]
        told += [*scanned(sheets), *crossed(sheets)]
        asides = [aside for sheet in sheets for aside in asides_of(sheet)]
        without_furniture(sheets)
        told += unread(sheets, path)
        paragraphs = _paragraphs(sheets)
        changes, earlier = revisions(pdf, handle, paragraphs)
    finally:
        pdfium.FPDF_CloseDocument(handle)
    return Document("pdf", paragraphs, len(sheets), title(paragraphs), (*told, *changes), (*asides, *earlier))


def _paragraphs(sheets: list[Sheet]) -> tuple[Paragraph, ...]:
    mark_notes(sheets)
    tables = Tables()
    for sheet in sheets:
        arranged(sheet, tables)
    return numbered(*joined(sheets), sheets[0].width)
