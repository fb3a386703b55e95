"""A comment before it has a format: the words it hangs on, and what it says."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a comment's line in one type."""

    text: str
    bold: bool = False
    italic: bool = False


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment on one passage."""

    origin: str
    """The paragraph in a Word file ("p:137", "fn:3"); empty in other formats."""
    place: str
    """The paragraph as people look it up: "3.4 p2"."""
    quote: str
    """The words it hangs on; empty: the whole paragraph."""
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """Who is named as the author of comments, and on which day."""

    author: str
    initials: str
    on: datetime.date


def plain(line: Line) -> str:
    """Return a line without its type."""
    return "".join(span.text for span in line)


def initials(author: str) -> str:
    """Return the first letters of a name's words: "Pre-check" gives PC."""
    words = author.replace("-", " ").split()
    return "".join(word[0] for word in words).upper()[:4]
