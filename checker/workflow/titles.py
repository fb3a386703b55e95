"""What a paper is called, as far as its file tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.model.document import Document

_OF_THE_PAGE = re.compile(r"(decision|issue|meeting|agenda item|report|document)s?( details)?", re.IGNORECASE)
_NUMBERED = re.compile(r"\d+[.)]\s|recommendation", re.IGNORECASE)
_MOST_WORDS = 30


def title_of(document: Document) -> str:
    """Return the title: the document's own, else its first heading that is none of a template, else its first words."""
    words = next((title for title in _titles(document) if _says_something(title)), _first(document)).split()
    return " ".join(words[:_MOST_WORDS])


def _titles(document: Document) -> Iterator[str]:
    yield " ".join(document.title.split())
    for paragraph in document.paragraphs:
        if paragraph.part == "heading":
            yield " ".join(paragraph.text.split())


def _first(document: Document) -> str:
    return document.paragraphs[0].text if document.paragraphs else ""


def _says_something(title: str) -> bool:
    from checker.drafting.templates import headings

    return bool(title) and not (_OF_THE_PAGE.fullmatch(title) or _NUMBERED.match(title) or headings().of(title))
