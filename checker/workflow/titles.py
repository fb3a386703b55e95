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
_SALUTATION = re.compile(r"dear\b", re.IGNORECASE)
_SUBJECT = re.compile(r"(re|ref|subject)\s?:", re.IGNORECASE)
_BEGINNING, _BELOW, _LINE = 30, 2, 20
"""Of a letter: among how many paragraphs it greets, how many below may hold its subject, and in how many words."""
_MOST_WORDS = 40
_OPENING = 4
"""How many paragraphs may hold the title where no heading does."""


def title_of(document: Document) -> str:
    """Return the title: the document's own, its first heading that is none of a template, else one of its first lines.

    The name of a council or of its cabinet is no title, where anything else is to be had. A letter is called by its
    subject, else by its day: what stands at its head names who writes.
    """
    found = _of_a_letter(document) or next(filter(_says_something, _titles(document)), _first(document))
    return " ".join(found.split()[:_MOST_WORDS])


def _of_a_letter(document: Document) -> str:
    """Return what a letter is called; empty where the document is none."""
    beginning = document.paragraphs[:_BEGINNING]
    at = next((at for at, paragraph in enumerate(beginning) if _SALUTATION.match(paragraph.text)), None)
    if at is None:
        return ""
    marked = [p.text for p in beginning[: at + _BELOW + 1] if _SUBJECT.match(p.text)]
    below = [p.text for p in beginning[at + 1 :][:_BELOW] if _is_subject(p.text)]
    return next(iter((*marked, *below)), "") or _of_its_day(document)


def _is_subject(line: str) -> bool:
    return len(line.split()) <= _LINE and not line.rstrip().endswith((".", ",", ":", ";"))


def _of_its_day(document: Document) -> str:
    from checker.drafting.own_day import own_day

    day = own_day(document)
    return f"Letter of {day.day} {day:%B %Y}" if day else "Letter"


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
