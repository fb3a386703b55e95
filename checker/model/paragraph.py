"""The addressable piece of a source."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Part = Literal["text", "heading", "bullet", "cell", "note"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a source as a reader found it.

    A table cell, a bullet and a footnote are paragraphs of their own.
    """

    ordinal: int
    """Its number in the document, counted from 1; headings count."""
    number: str
    """Its printed number or that of the paragraph it belongs to; empty before any printed number."""
    text: str
    """Its words. A number typed as text stays; one that a word processor counts is in `printed` only."""
    page: int = 0
    """The page it begins on, counted from 1; 0 where the format has no pages."""
    last_page: int = 0
    """The page it ends on, where that is another; else 0."""
    part: Part = "text"
    level: int = 0
    """Of a heading its depth from 1, of a bullet how deep it is nested from 1, else 0."""
    printed: str = ""
    """The number or mark that stands before it, as printed ("3.4", "(a)"); empty where there is none."""
    cell: tuple[int, int, int] | None = None
    """Of a table cell: table, row and column, each counted from 1 in the document."""
    origin: str = ""
    """Where it stands in the file, for whoever writes back into it (see the reader)."""

    @property
    def at(self) -> str:
        """Its place, as records write it."""
        return self.number or f"¶{self.ordinal}"

    @property
    def place(self) -> str:
        """Its place with the page, as people look it up: "3.4 p2", "¶12 p3"."""
        return f"{self.at} p{self.page}" if self.page else self.at


@lru_cache(maxsize=4096)
def place_key(at: str) -> str:
    """Return a text that sorts places as people count: 3.4 before 3.10, ¶9 before ¶12."""
    digits = "".join(c if c.isdigit() else " " for c in at).split()
    return ".".join(f"{int(d):06}" for d in digits) + at
