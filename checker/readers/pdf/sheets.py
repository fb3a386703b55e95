"""What a page is to the rest of the reader: lines of text, each with its place on the sheet."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.readers.pdf.marks import Mark


@dataclass(slots=True)
class Line:
    """A stretch of text on one baseline without a wide gap in it."""

    page: int
    x0: float
    x1: float
    y: float
    """The baseline, counted from the bottom of the sheet."""
    size: float
    bold: bool
    text: str
    mark: Mark | None = None
    """The number or bullet it begins with."""
    body: float = 0.0
    """Where its text begins, after the mark."""
    gaps: tuple[tuple[float, float], ...] = ()
    """The wide gaps in it: where the letters before end and the letters after begin."""
    pieces: int = 1
    """Of how many separately drawn pieces it is made; a raised number is one of its own."""
    first: int = 0
    """Index of its first character on the page."""
    broken: bool = False
    """Whether its last word goes on in the next line after a hyphen."""
    column: int = 0
    """Of a page in columns, which one, counted from 1."""
    cell: tuple[int, int, int] | None = None
    """Table, row and column, the table counted from 1 in the document."""
    note: bool = False
    """Whether it belongs to a footnote."""
    slanted: bool = False
    """Whether it runs slantwise over the sheet, as a watermark does."""
    turned: bool = False
    """Whether it runs up or down the sheet, or on its head."""


@dataclass(slots=True)
class Sheet:
    """One page."""

    page: int
    width: float
    height: float
    lines: list[Line] = field(default_factory=list)
    hidden: list[tuple[str, str]] = field(default_factory=list)
    """Why words are not seen on the page, and the words."""
    outside: list[str] = field(default_factory=list)
    """Words placed outside the sheet."""
    across: list[str] = field(default_factory=list)
    """Words printed slantwise over the text, or up its margin."""
    notes: list[str] = field(default_factory=list)
    """The words of its annotations."""
    pictures: bool = False
    """Whether a picture covers most of it."""
    scanned: bool = False
    """Whether its words are an unseen layer over a picture, as scanners make it."""
    rights: dict[tuple[int, int], float] = field(default_factory=dict)
    """Right edge of each column of a table, by table and column."""
