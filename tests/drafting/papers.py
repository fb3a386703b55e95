"""Small papers of Wexcombe as a reader returns them."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model.document import Document
from checker.model.paragraph import Paragraph, Part

Line = tuple[str, str] | tuple[str, str, Part]


def paper(*lines: Line | str, title: str = "", pages: int = 0) -> Document:
    """Return a document of lines: a text, or (number, text), or (number, text, part); "# " begins a heading."""
    found = [_paragraph(n, line) for n, line in enumerate(lines, 1)]
    return Document("docx", tuple(found), pages=pages, title=title)


def _paragraph(ordinal: int, line: Line | str) -> Paragraph:
    if isinstance(line, str):
        heading = line.startswith("# ")
        return Paragraph(ordinal, "", line.removeprefix("# "), part="heading" if heading else "text", level=1 if heading else 0)  # fmt: skip
    number, text, *part = line
    return Paragraph(ordinal, number, text, part=part[0] if part else "text", printed=number)


def table(*rows: Sequence[str], lead: str = "The figures are:") -> Document:
    """Return a document with a line and a table under it; an empty cell is left out, as readers do."""
    cells = [(r, c, text) for r, row in enumerate(rows, 1) for c, text in enumerate(row, 1) if text]
    found = [Paragraph(1, "4.1", lead)]
    found += [Paragraph(n, "4.1", text, part="cell", cell=(1, r, c)) for n, (r, c, text) in enumerate(cells, 2)]
    return Document("docx", tuple(found))


REPORT = (
    "Future of the Canal Street depot",
    "# Recommendation",
    ("1.1", "Cabinet is asked to approve the move."),
    "# Background",
    ("2.1", "The depot on Canal Street was built in 1968."),
)
"""The head of a report for decision, to which a test adds sections."""
