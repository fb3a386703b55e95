"""A published file as a reader found it: paragraphs, and what a person should be told about the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checker.model.paragraph import Paragraph

FileKind = Literal["pdf", "docx", "html", "markdown", "text"]
AsideKind = Literal["comment", "deleted", "inserted", "hidden", "script", "annotation", "outside", "across", "earlier"]


@dataclass(frozen=True, slots=True)
class Told:
    """Something about a file that changes how far it can be relied on; it was read all the same."""

    code: str
    """TRACKED, INVISIBLE, ENCODING, MACROS, ACTIVE, REVISED, NO-TEXT, REPAIRED and the like."""
    what: str
    """What was found, in one plain sentence."""
    page: int = 0


@dataclass(frozen=True, slots=True)
class Aside:
    """Words in the file that are not the text a reader of the page sees, or not yet.

    They tell why a quotation is not found ("only in a comment"), or what stands beside one that is
    ("an insertion not yet accepted").
    """

    kind: AsideKind
    text: str
    ordinal: int = 0
    """The paragraph it stands in, or 0."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read. One that could not be read raises Refused and has no document."""

    kind: FileKind
    paragraphs: tuple[Paragraph, ...]
    pages: int = 0
    """0 where the format has no pages."""
    title: str = ""
    """The title the file gives itself on its page, where one was found."""
    told: tuple[Told, ...] = ()
    asides: tuple[Aside, ...] = ()
