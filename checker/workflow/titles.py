"""What a paper is called, as far as its file tells."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from checker.model.document import Document
from checker.model.paragraph import Paragraph

_OF_THE_PAGE = re.compile(r"(decision|issue|meeting|agenda( item)?|report|document|minute)s?( details| and minutes)?|appendix \w{1,3}", re.I)  # fmt: skip
_OF_A_BODY = re.compile(
    r"(the )?((city|isle|borough) of )?((?-i:[A-Z])[\w'\u2019.-]*( and| &)? ){1,4}(council|authority)"
    r"|(the )?(\w+ )?borough of( \w+){1,4}|cabinet|(the )?executive",
    re.IGNORECASE,
)
_OF_A_COMMITTEE = re.compile(
    r"(the )?((?!(?:of|for|the|to|a|an|in|on|with|new)\b)[\w'\u2019&,-]+ ){0,7}((sub-?)?committee|board|panel|commission|forum)",
    re.I,
)
_ITS_ITEM = re.compile(r"[\s,:\u2013-]+(agenda )?item( no\.?)? \d+\w?$", re.IGNORECASE)
_ITS_DAY = re.compile(r"[\s,:;\u2013-]+(on )?(\w+day,? )?\d{1,2}(st|nd|rd|th)? \w+ \d{4}$", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"(table of )?contents|[^:]{1,40}:|(joint )?report (of|by|from|to) .{1,90}|(\w+day,? )?\d{1,2}(st|nd|rd|th)? \w+ \d{4}",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"((report|item|agenda item|paper) )?(title|subject)( of (the )?(report|paper|item|proposal|decision))?|name of (the )?(report|paper|proposal|policy|project)",
    re.IGNORECASE,
)
"""What stands before a title on the cover of a paper."""
_COVER = 30
"""How many paragraphs may be the cover."""
_PROSE = 25
"""A paragraph of more words outside of a table is no part of it any more."""
_NUMBERED = re.compile(r"\d{1,2}([.)]|(\.\d{1,2})+[.)]?)\s|recommendation", re.IGNORECASE)
_SALUTATION = re.compile(r"dear\b", re.IGNORECASE)
_SUBJECT = re.compile(r"(re|ref|subject)\s?:", re.IGNORECASE)
_BEGINNING, _BELOW, _LINE = 30, 2, 20
"""Of a letter: among how many paragraphs it greets, how many below may hold its subject, and in how many words."""
_MOST_WORDS = 40
_OPENING = 4
"""How many paragraphs may hold the title where no heading does."""


def title_of(document: Document) -> str:
    """Return the title: as its cover says, the document's own, its first heading that is none of a template, else a line.

    The name of a council or a committee is no title, where anything else is to be had. A letter is called by its
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
    opening = [" ".join(p.text.split()) for p in document.paragraphs[:_OPENING] if p.part != "cell"]
    headings = [" ".join(paragraph.text.split()) for paragraph in document.paragraphs if paragraph.part == "heading"]
    yield from _on_the_cover(document)
    yield own
    yield from (*opening, *headings) if _is_a_body(own) else (*headings, *opening)


def _on_the_cover(document: Document) -> Iterator[str]:
    """Yield what is called the title or the subject, on the right of those words or behind them."""
    cover = list(itertools.takewhile(_is_of_a_cover, document.paragraphs[:_COVER]))
    for one, following in itertools.pairwise(cover):
        label, _, behind = " ".join(one.text.split()).partition(":")
        if _CALLED.fullmatch(label.strip()):
            beside = one.cell and following.cell and one.cell[:2] == following.cell[:2]
            yield behind.strip() or (" ".join(following.text.split()) if beside else "")


def _is_of_a_cover(paragraph: Paragraph) -> bool:
    return bool(paragraph.cell) or len(paragraph.text.split()) <= _PROSE


def _first(document: Document) -> str:
    return document.paragraphs[0].text if document.paragraphs else ""


def _is_a_body(title: str) -> bool:
    name = _ITS_DAY.sub("", _ITS_ITEM.sub("", title))
    return bool(_OF_A_BODY.fullmatch(name) or _OF_A_COMMITTEE.fullmatch(name))


def _says_something(title: str) -> bool:
    from checker.drafting.templates import headings

    nothing = any(kind.fullmatch(title) for kind in (_OF_THE_PAGE, _NO_TITLE)) or _is_a_body(title)
    return bool(title) and not (nothing or _NUMBERED.match(title) or headings().of(title))
