"""The addressable piece of a source."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a source as a reader found it."""

    ordinal: int
    """Its number in the document, counted from 1; headings count."""
    number: str
    """Its printed number or that of the paragraph it belongs to; empty before any printed number."""
    text: str

    @property
    def at(self) -> str:
        """Its place, as records write it."""
        return self.number or f"¶{self.ordinal}"


def place_key(at: str) -> str:
    """Return a text that sorts places as people count: 3.4 before 3.10, ¶9 before ¶12."""
    digits = "".join(c if c.isdigit() else " " for c in at).split()
    return ".".join(f"{int(d):06}" for d in digits) + at
