"""PDF to numbered paragraphs."""

from __future__ import annotations

from collections.abc import Callable

from checker.model.document import Document


def read_pdf(raw: bytes, path: str) -> Document:
    """Return the document that a PDF file holds; refuse what cannot be read."""
    from checker.readers.pdf.whole import read_whole

    return read_whole(raw, path)


def with_helpers(raw: bytes, fence: Callable[[], None]) -> Callable[[bytes, str], Document]:
    """Start processes that help with the pages of a file, and return what reads it with them; see `helpers`."""
    from checker.readers.pdf.helpers import Helpers, processors
    from checker.readers.pdf.whole import read_whole

    if processors() == 1:
        return read_whole
    helpers = Helpers(raw, fence)
    return lambda raw, path: read_whole(raw, path, helpers.read)
