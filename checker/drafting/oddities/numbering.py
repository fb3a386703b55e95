"""A printed number that stands before two paragraphs of one section."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.drafting.oddities.odd import cut, odd, without_number
from checker.model.document import Document
from checker.model.draft import DraftOddity
from checker.model.paragraph import Paragraph

_DECIMAL = re.compile(r"\d{1,2}(?:\.\d{1,3})+")
_TYPED = re.compile(r"(\d{1,2}(?:\.\d{1,3})+)\.?\s+[A-Z“‘\"']")


def in_numbering(document: Document) -> Iterator[DraftOddity]:
    """Yield the numbers that are printed twice with nothing but their own section in between."""
    run: dict[str, Paragraph] = {}
    section, last = "", tuple[int, ...]()
    for p in document.paragraphs:
        printed = _printed(p)
        if not _DECIMAL.fullmatch(printed):
            continue
        parts = tuple(int(part) for part in printed.split("."))
        if str(parts[0]) != section or _starts_again(parts, last):
            section, run = str(parts[0]), {}
        if printed in run:
            first = run[printed]
            says = f"Two paragraphs are numbered {printed}."
            yield odd("numbering", p, _words(p), first, _words(first), says)
        run[printed] = p
        last = parts


def _printed(p: Paragraph) -> str:
    """Return the number before a paragraph, counted by a word processor or typed; nothing in tables and notes."""
    if p.part in ("cell", "note"):
        return ""
    typed = _TYPED.match(p.text)
    return (p.printed or (typed[1] if typed else "")).rstrip(".")


def _starts_again(parts: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """Tell whether a list begins anew, as in an appendix: back to .1 from further on."""
    return bool(last) and parts[-1] == 1 and len(parts) <= len(last) and last[: len(parts)] > parts


def _words(p: Paragraph) -> str:
    return cut(without_number(" ".join(p.text.split())), 0, 1)
