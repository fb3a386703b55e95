"""Read a matrix back from each format by means that did not write it: source -> claim -> the cells in order."""

from __future__ import annotations

import io
import re
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree

Table = dict[str, list[str]]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CLAIM = re.compile(r"\bC\d+\b")


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tables: dict[str, list[list[str]]] = {}
        self._title, self._heading, self._in_cell = "", False, False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "h2":
            self._heading, self._title = True, ""
        elif tag == "table":
            self.tables[self._title] = []
        elif tag == "tr":
            self.tables[self._title].append([])
        elif tag in ("td", "th"):
            self.tables[self._title][-1].append("")
            self._in_cell = True
        elif tag == "br" and self._in_cell:
            self.tables[self._title][-1][-1] += ", "

    def handle_endtag(self, tag: str) -> None:
        self._heading &= tag != "h2"
        self._in_cell &= tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self._heading:
            self._title += data
        elif self._in_cell:
            self.tables[self._title][-1][-1] += data


def from_html(page: bytes) -> dict[str, Table]:
    """Return the tables of the page under their headings."""
    parser = _Tables()
    parser.feed(page.decode())
    return {title: _table(rows) for title, rows in parser.tables.items()}


def from_docx(document: bytes) -> dict[str, Table]:
    """Return the tables of the document under the headings before them."""
    body = ElementTree.fromstring(part(document, "word/document.xml"))[0]
    tables: dict[str, Table] = {}
    title = ""
    for element in body:
        if element.tag == f"{W}p" and element.find(f"{W}pPr/{W}pStyle") is not None:
            title = _text(element)
        if element.tag == f"{W}tbl":
            tables[title] = _table([[_text(cell) for cell in row.iter(f"{W}tc")] for row in element.iter(f"{W}tr")])
    return tables


def from_xlsx(book: bytes) -> dict[str, Table]:
    """Return the tables of the workbook's sheets under the title in their first cell."""
    import openpyxl

    tables = {}
    for sheet in openpyxl.load_workbook(io.BytesIO(book)).worksheets[:-1]:
        rows = [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)]
        tables[rows[0][0]] = _table(rows)
    return tables


def from_md(text: bytes) -> dict[str, Table]:
    """Return the tables of the Markdown as markdown-it reads it, under their headings."""
    from markdown_it import MarkdownIt

    return from_html(MarkdownIt("commonmark").enable("table").render(text.decode()).encode())


def part(archive: bytes, name: str) -> bytes:
    """Return one part of a Word or Excel file."""
    with zipfile.ZipFile(io.BytesIO(archive)) as parts:
        return parts.read(name)


def _table(rows: list[list[str]]) -> Table:
    """Return the cells of each claim's row, by the claim's id."""
    return {CLAIM.findall(row[0])[-1 if row[0][0] != "C" else 0]: [" ".join(c.split()) for c in row[1:]] for row in rows if CLAIM.search(row[0])}  # fmt: skip


def _text(element: ElementTree.Element) -> str:
    return "".join(
        ", " if node.tag == f"{W}br" else node.text or "" for node in element.iter() if node.tag in (f"{W}t", f"{W}br")
    )


READ = {"html": from_html, "docx": from_docx, "xlsx": from_xlsx, "md": from_md}
