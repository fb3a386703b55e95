"""PDF to numbered paragraphs."""

from __future__ import annotations

from checker.model.document import Document


def read_pdf(raw: bytes, path: str) -> Document:
    """Return the document that a PDF file holds; refuse what cannot be read."""
    from checker.readers.pdf.whole import read_whole

    return read_whole(raw, path)
