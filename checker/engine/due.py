"""How a commitment stands on a day: open, due, fallen due, and what was seen of it since."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Sequence

from checker.engine.papers import Found, Papers
from checker.model.casefile import Casefile
from checker.model.coding import Commitment, DueBefore, DueOn, DueWithin
from checker.model.finding import DueDate, Standing
from checker.model.ledger import Event, Ledger
from checker.model.source import Source
from checker.model.words import CommitmentState

_CLOSED: dict[str, CommitmentState] = {
    "verified": "kept",
    "lapsed": "lapsed",
    "superseded": "superseded",
    "transferred": "transferred",
}
_UNITS = {"day": 1, "week": 7}


def standings(casefile: Casefile, as_of: datetime.date, due_soon_days: int) -> tuple[Standing, ...]:
    """Return how every commitment of the casefile stands on the day, in the order of the sources."""
    papers = Papers(casefile, as_of)
    return tuple(
        standing(commitment, dossier.source, papers, casefile.ledger, as_of, due_soon_days)
        for dossier in casefile.dossiers
        for commitment in dossier.coding.commitments
    )


def standing(
    commitment: Commitment,
    source: Source,
    papers: Papers,
    ledger: Ledger,
    as_of: datetime.date,
    due_soon_days: int,
) -> Standing:
    """Return how one commitment stands on the day.

    *Overdue* needs a passed date, or the triggering paper read without what was promised; a
    paper that is known and was not read gives *fell due, unread* (design 4). Only a person
    closes a commitment: the ledger says who, and on what evidence.
    """
    due = commitment.due
    identity = f"{source.id}#{commitment.id}"
    tied = papers.tied_to(due, source.order[0]) if isinstance(due, DueBefore) else Found((), ())
    shown = papers.shown_after(source.order[0], _topics(commitment, source)) | ({"report"} if tied.read else set())
    seen = tuple(kind for kind in commitment.provides if kind in shown)
    dates = _dates(commitment, source, ledger.of(identity, "revised_due"))
    day = dates[-1].day if dates else None
    closed = ledger.last(identity, "verified", "lapsed", "superseded", "transferred")
    state: CommitmentState
    if closed:
        state = _CLOSED[closed.kind]
    elif seen and set(seen) >= set(commitment.provides):
        state = "open"  # shown; closing it is a person's act
    elif due is None and day is None:
        state = "undated"
    elif (day is not None and as_of > day) or (tied.read and not _moved(dates)):
        state = "kept_in_part" if seen else "overdue"
    elif tied.witnessed and not _moved(dates):
        state = "fell_due_unread"
    elif day is not None and (day - as_of).days <= due_soon_days:
        state = "due_soon"
    else:
        state = "open"
    return Standing(
        identity,
        commitment,
        source,
        state,
        day,
        next(iter((*tied.read, *tied.witnessed)), ""),
        seen,
        dates,
        ledger.last(identity, "reported_done"),
        closed,
        ledger.last(identity, "response"),
    )


def _dates(commitment: Commitment, source: Source, revised: Sequence[Event]) -> tuple[DueDate, ...]:
    first = due_date(commitment, source)
    given = [DueDate(first)] if first else []
    return (*given, *(DueDate(event.due, event.granted_by or event.by, event.on) for event in revised if event.due))


def _moved(dates: Sequence[DueDate]) -> bool:
    """Tell whether somebody gave the commitment a new date, which then holds instead of the paper it was tied to."""
    return bool(dates) and bool(dates[-1].granted_by)


def due_date(commitment: Commitment, source: Source) -> datetime.date | None:
    """Return the last day on which a dated commitment is in time; None for any other."""
    if isinstance(commitment.due, DueOn):
        return commitment.due.date
    if isinstance(commitment.due, DueWithin):
        start = source.date or source.known_from
        return add_period(start, commitment.due.within) if start else None
    return None


def add_period(start: datetime.date, period: str) -> datetime.date:
    """Return the day a period ("12 months", "6 weeks") after another; a shorter month ends it earlier."""
    number, unit = period.split()
    count, unit = int(number), unit.rstrip("s")
    if unit in _UNITS:
        return start + datetime.timedelta(days=count * _UNITS[unit])
    months = start.year * 12 + start.month - 1 + count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return datetime.date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def _topics(commitment: Commitment, source: Source) -> set[str]:
    named = {commitment.topic, getattr(commitment.due, "topic", None), getattr(commitment.covers, "topic", None)}
    return {topic for topic in named if topic} or set(source.topics)
