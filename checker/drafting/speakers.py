"""Who speaks in minutes: told from the title before a verb of saying.

"Members commented that", "the Leader, responding to a resident, said". Whoever spoke last in a
paragraph goes on speaking in it; a name without a title tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import cast

from checker.drafting.units import Unit
from checker.model.words import By

_TITLES: dict[By, str] = {
    "other": r"residents?|parishioners?|petitioners?|members?\s+of\s+the\s+public|public\s+speakers?",
    "executive": (
        r"(?:deputy\s+)?leader(?!\s+of\s+the\s+(?:\w+\s+)?(?:opposition|group))|cabinet(?:\s+members?)?|"
        r"executive\s+members?|portfolio\s+holders?|lead\s+members?"
    ),
    "partner": (
        r"representatives?\s+(?:of|from)|police|constables?|inspector|nhs|developers?|contractors?|applicants?|compan(?:y|ies)"
    ),
    "officer": (
        r"(?:assistant\s+|corporate\s+|deputy\s+)?director|chief|head\s+of|manager|(?:\w+\s+)?officers?|clerk|solicitor|"
        r"surveyor|engineer|planner"
    ),
    "member": (
        r"councillors?|cllrs?|members?|(?:vice-?\s?)?chair(?:man|woman|person)?|mayor|leader|(?:parish|town)\s+council|"
        r"committee|panel"
    ),
}
_TITLE = re.compile(
    rf"\b(?:{'|'.join(f'(?P<{by}>{titles})' for by, titles in _TITLES.items())})\b(?![\u2019'])", re.IGNORECASE
)
_SAYS = re.compile(
    r"\b(?:said|stated|noted|confirmed|explained|advised|reported|added|highlighted|commented|emphasised|stressed|"
    r"asked|questioned|queried|responded|replied|agreed|expressed|welcomed|believed|felt|thought|considered|outlined|"
    r"raised|suggested|summarised|assured|provided\s+assurance|reminded|informed|told|shared|observed|acknowledged|"
    r"argued|proposed|thanked|supported)\b"
)
_ASIDE = re.compile(
    r"^(?:in\s+(?:response|reply|answer)\s+to|responding\s+to|following|with\s+regards?\s+to|regarding|on)\b[^,]*,\s*",
    re.I,
)
_AGAIN = re.compile(r"^(?:he|she|they)\b", re.IGNORECASE)
_NOBODY = re.compile(r"^(?:it\s+was|resolved|there\s+(?:was|were))\b", re.IGNORECASE)
_DONE_TO = re.compile(r"\b(?:was|were|been|to|by|from)\b", re.IGNORECASE)
"""After these stands no speaker."""
_LONGEST = 14
"""A speaker is named in so many words at most."""
_SHORT = 8
"""In a paragraph of more sentences the next one may be another item, and somebody else's."""


def speakers(units: Sequence[Unit]) -> Iterator[By | None]:
    """Yield who says each unit, all units of one document in order; None where the words do not tell."""
    last: By | None = None
    for unit in units:
        text = _ASIDE.sub("", unit.text, count=1)
        again = _AGAIN.match(text)
        if not again and (unit.within == 0 or unit.of > _SHORT):
            last = None
        says = _SAYS.search(text)
        if says and not again and not _NOBODY.match(text) and len(text[: says.start()].split()) <= _LONGEST:
            last = _titled(text[: says.start()])
        yield None if _NOBODY.match(text) else last


def _titled(text: str) -> By | None:
    found = _TITLE.search(_DONE_TO.split(text, maxsplit=1)[0])
    return cast(By, found.lastgroup) if found else None
