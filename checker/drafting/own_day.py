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
_BEFORE = 8
"""How many words of its sentence before a day tell whose it is."""
_OF_A_MEETING = re.compile(r"\b(?:meeting|minutes|date)\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(
    r"\b(?:previous|past|last|next|pathway|received|dated|confirmed|approved|resolved|agreed|force|effect|from|by|until|"
    r"since|before|after|ending|ended|request)\b|\bminutes of the meeting (?:held )?on\b",
    re.IGNORECASE,
)


def own_day(document: Document) -> datetime.date | None:
    """Return the first day that a line in a paper's beginning gives as the paper's own.

    Returns:
        None where no such line is found: no day is better than that of another meeting.
    """
    for paragraph in document.paragraphs[:_BEGINNING]:
        length = len(paragraph.text.split())
        if length <= (_LINE if _OF_A_MEETING.search(paragraph.text) else _ALONE):
            for at, day in days(paragraph.text)[:1]:
                if not _OF_ANOTHER.search(" ".join(paragraph.text[:at].split(". ")[-1].split()[-_BEFORE:])):
                    return day
    return None
