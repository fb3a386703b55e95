"""Read what we wrote with programs and libraries that did not write it."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser
from pathlib import Path

import docx

from tests.rendering import browser_page, pdf_text, to_pdf


def squeezed(text: str) -> str:
    """Return the text without any spaces, so that line ends do not matter."""
    return re.sub(r"\s+", "", text)


def of_text(raw: bytes) -> str:
    """Return what a terminal shows."""
    return raw.decode()


def of_markdown(raw: bytes) -> str:
    """Return Markdown with its escapes undone."""
    return re.sub(r"\\([\\`*_{}\[\]<>#|~!&.)+=-])", r"\1", raw.decode())


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def of_html(raw: bytes) -> str:
    """Return the text of a page, as the standard library's parser finds it."""
    parser = _Text()
    parser.feed(raw.decode())
    return " ".join(parser.parts)


def of_word(raw: bytes) -> str:
    """Return the text of a Word file, paragraphs and cells in order."""
    document = docx.Document(io.BytesIO(raw))
    parts = [paragraph.text for paragraph in document.paragraphs]
    parts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(parts)


def in_office(raw: bytes, folder: Path) -> str:
    """Return the text of a Word file as LibreOffice opens and prints it."""
    path = folder / "made.docx"
    path.write_bytes(raw)
    return pdf_text(to_pdf(path, folder))


def title_in_browser(raw: bytes, folder: Path) -> str:
    """Return the title of a page after a browser has opened it; a script that ran would have changed it."""
    path = folder / "made.html"
    path.write_bytes(raw)
    with browser_page(path, 1200) as page:
        assert 0 == page.locator("script, img, iframe, [onerror], [onload]").count()
        return str(page.title())
