"""The day a paper gives itself where it begins: of its meeting, its letter, its issue."""

from __future__ import annotations

import datetime
import re

from checker.drafting.times import days
from checker.model.document import Document

_BEGINNING = 12
"""How many paragraphs a paper's own day stands among."""
_ALONE, _LINE = 8, 32
"""Of how many words at most is a line that holds little but the day, and one that names a meeting beside it."""
_LABEL = re.compile(r"\W*(?:date of (?:the )?(?:decision|meeting)|(?:decision|meeting) date)\s*[:\u2013-]?\s*(?:\w+day,?\s+)?", re.IGNORECASE)  # fmt: skip
_APART = re.compile(r"\s[\u00b7|\u2022\u2013\u2014]\s")
"""What sets the parts of one line of a cover apart: "Scrutiny Panel \u2013 22 October 2026"."""
_BEFORE = 8
"""How many words of its sentence before a day tell whose it is."""
_OF_A_MEETING = re.compile(r"\b(?:meeting|minutes|date)\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(
    r"\b(?:previous|past|last|next|pathway|received|dated|confirmed|approved|resolved|agreed|force|effect|from|by|until|"
    r"since|before|after|ending|ended|request)\b|\bminutes of the meeting (?:held )?on\b",
    re.IGNORECASE,
)


def own_day(document: Document) -> datetime.date | None:
    """Return the first day that a line in a paper's beginning gives as the paper's own, else the "Date of decision" of any.

    Returns:
        None where no such line is found: no day is better than that of another meeting.
    """
    for paragraph in document.paragraphs[:_BEGINNING]:
        whole = paragraph.text
        lines = whole.splitlines() if document.kind != "pdf" else [whole]  # in a PDF a line ends where the page does
        for line in [whole, *(lines if len(whole.split()) <= _LINE else ())]:
            day = _of_line(line)
            if day:
                return day
    return next((day for p in document.paragraphs if (day := _labelled(p.text))), None)


def _labelled(text: str) -> datetime.date | None:
    """Return the day that a line anywhere gives as that of the decision or the meeting, as pages of decisions end with it."""
    label = _LABEL.match(text)
    return next((day for at, day in days(text) if label and at == label.end()), None)


def _of_line(line: str) -> datetime.date | None:
    """Return the day of a line that holds little else, or of a part of it that does: "Cabinet \u00b7 22 October 2026"."""
    for at, day in days(line)[:1]:
        ends = [hit.end() for hit in _APART.finditer(line, 0, at + 1)]
        part = _APART.split(line[ends[-1] if ends else 0 :])[0]
        short = len(line.split()) <= _LINE and (bool(_OF_A_MEETING.search(line)) or len(part.split()) <= _ALONE)
        if short and not _OF_ANOTHER.search(" ".join(line[:at].rsplit(". ", maxsplit=1)[-1].split()[-_BEFORE:])):
            return day
    return None
