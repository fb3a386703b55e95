"""What a candidate becomes in a record: its place, its forty words, when it is due."""

from __future__ import annotations

import datetime
import re

from checker.model.coding import DueBefore, DueOn, DueWithin
from checker.model.draft import QUOTED, DraftClaim, DraftCommitment
from checker.model.fields import PERIOD, PLACE
from checker.model.paragraph import Paragraph
from checker.model.words import By, SourceKind

_SPEAKERS: dict[SourceKind, By] = {"news": "press", "editorial": "press", "letter": "other"}
_REPORT = re.compile(r"\b(?:report|paper)s?\b", re.IGNORECASE)


def record_place(at: str, ordinal: int, page: int = 0) -> str:
    """Return a place as records write it; the ordinal where what was printed is no place."""
    place = at if re.fullmatch(PLACE, at) else f"¶{max(ordinal, 1)}"
    return f"{place} p{page}" if page else place


def places_of(paragraph: Paragraph) -> frozenset[str]:
    """Return the places, without the page, by which a paragraph is found: as printed and as records write it."""
    return frozenset({paragraph.at, record_place(paragraph.at, paragraph.ordinal)})


def record_quote(words: str) -> str:
    """Return the first forty words of a passage, as many as a record quotes."""
    return " ".join(words.split()[:QUOTED])


def record_by(one: DraftClaim, kind: SourceKind) -> By:
    """Return whose claim it is as far as the paper's kind tells, of minutes the words; an officer's where nothing does."""
    return (one.speaker if kind == "minutes" else None) or _SPEAKERS.get(kind, "officer")


def record_due(one: DraftCommitment) -> DueOn | DueWithin | DueBefore | None:
    """Return when a promise is due, where its words give it; a paper to precede only where they name a report."""
    if one.due_date:
        return DueOn(date=datetime.date.fromisoformat(one.due_date))
    if re.fullmatch(PERIOD, one.due_within):
        return DueWithin(within=one.due_within)
    return DueBefore(before="officer_report") if _REPORT.search(one.due_event) else None
