"""What a paper is called, as far as its file tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.model.document import Document

_OF_THE_PAGE = re.compile(r"(decision|issue|meeting|agenda( item)?|report|document|minute)s?( details| and minutes)?|appendix \w{1,3}", re.I)  # fmt: skip
_OF_A_BODY = re.compile(
    r"(the )?((city|isle|borough) of )?((?-i:[A-Z])[\w'\u2019.-]*( and| &)? ){1,4}(council|authority)"
    r"|(the )?(\w+ )?borough of( \w+){1,4}|cabinet|(the )?executive",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\d+[.)]\s|recommendation", re.IGNORECASE)
_MOST_WORDS = 30
_OPENING = 4
"""How many paragraphs may hold the title where no heading does."""


def title_of(document: Document) -> str:
    """Return the title: the document's own, its first heading that is none of a template, else one of its first lines.

    The name of a council or of its cabinet is no title, where anything else is to be had.
    """
    words = next((title for title in _titles(document) if _says_something(title)), _first(document)).split()
    return " ".join(words[:_MOST_WORDS])


def _titles(document: Document) -> Iterator[str]:
    own = " ".join(document.title.split())
    opening = [" ".join(paragraph.text.split()) for paragraph in document.paragraphs[:_OPENING]]
    headings = [" ".join(paragraph.text.split()) for paragraph in document.paragraphs if paragraph.part == "heading"]
    yield own
    yield from (*opening, *headings) if _OF_A_BODY.fullmatch(own) else (*headings, *opening)


def _first(document: Document) -> str:
    return document.paragraphs[0].text if document.paragraphs else ""


def _says_something(title: str) -> bool:
    from checker.drafting.templates import headings

    nothing = _OF_THE_PAGE.fullmatch(title) or _OF_A_BODY.fullmatch(title) or _NUMBERED.match(title)
    return bool(title) and not (nothing or headings().of(title))
