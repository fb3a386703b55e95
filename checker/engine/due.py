"""How a commitment stands on a day: open, due, fallen due, and what was seen of it since."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.model.casefile import Casefile, Dossier
from checker.model.coding import Commitment, DueBefore, DueOn, DueWithin
from checker.model.finding import DueDate, Standing
from checker.model.ledger import Event
from checker.model.source import Event as Witnessed
from checker.model.source import Source
from checker.model.words import CommitmentState

_CLOSED: dict[str, CommitmentState] = {
    "verified": "kept",
    "lapsed": "lapsed",
    "superseded": "superseded",
    "transferred": "transferred",
}
_SHOWN = frozenset({"supplied", "verified"})
_UNITS = {"day": 1, "week": 7}


class _Papers(NamedTuple):
    """The papers a commitment was tied to that are known by now."""

    read: tuple[Source, ...]
    witnessed: tuple[str, ...]


def standings(casefile: Casefile, as_of: datetime.date, due_soon_days: int) -> tuple[Standing, ...]:
    """Return how every commitment of the casefile stands on the day, in the order of the sources."""
    return tuple(
        standing(commitment, dossier, casefile, as_of, due_soon_days)
        for dossier in casefile.dossiers
        for commitment in dossier.coding.commitments
    )


def standing(
    commitment: Commitment, dossier: Dossier, casefile: Casefile, as_of: datetime.date, due_soon_days: int
) -> Standing:
    """Return how one commitment stands on the day.

    *Overdue* needs a passed date, or the triggering paper read without what was promised; a
    paper that is known and was not read gives *fell due, unread* (design 4). Only a person
    closes a commitment: the ledger says who, and on what evidence.
    """
    source, due, ledger = dossier.source, commitment.due, casefile.ledger
    identity = f"{source.id}#{commitment.id}"
    papers = _papers(due, source, casefile, as_of) if isinstance(due, DueBefore) else _Papers((), ())
    seen = _seen(commitment, dossier, casefile, papers)
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
    elif (day is not None and as_of > day) or (papers.read and not _moved(dates)):
        state = "kept_in_part" if seen else "overdue"
    elif papers.witnessed and not _moved(dates):
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
        papers.read[0].id if papers.read else papers.witnessed[0] if papers.witnessed else "",
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


def same_body(wanted: str | None, body: str) -> bool:
    """Tell whether a body is the one wanted: its first words are enough, whatever their case."""
    if wanted is None:
        return True
    asked, named = wanted.casefold().split(), body.casefold().split()
    return named[: len(asked)] == asked


def _day(source: Source) -> datetime.date:
    return source.order[0]


def _papers(due: DueBefore, source: Source, casefile: Casefile, as_of: datetime.date) -> _Papers:
    """Return the papers after the source that fit the due point: those read, and those only known of."""
    after = _day(source)
    read = tuple(d.source for d in casefile.dossiers if _day(d.source) > after and _is_paper(due, d))
    events = [
        f"{event.kind} to {event.body} on {event.date}"
        for event in _events(casefile)
        if after < event.date <= as_of and _fits(due, event.kind, event.body, event.topic)
    ]
    registered = [s.id for s in casefile.registered if _day(s) > after and _is_registered_paper(due, s)]
    return _Papers(read, (*events, *registered))


def _is_registered_paper(due: DueBefore, source: Source) -> bool:
    on_topic = due.topic is None or due.topic in source.topics
    return on_topic and any(_fits(due, source.kind, body, due.topic) for body in _bodies(source))


def _bodies(source: Source) -> list[str]:
    return [considered.body for considered in source.considered_by] or [source.publisher]


def _events(casefile: Casefile) -> Iterator[Witnessed]:
    for dossier in casefile.dossiers:
        yield from dossier.source.events
    for source in casefile.registered:
        yield from source.events


def _is_paper(due: DueBefore, dossier: Dossier) -> bool:
    source = dossier.source
    topics = {*source.topics, *(claim.topic for claim in dossier.coding.claims)}
    on_topic = due.topic is None or due.topic in topics
    return on_topic and any(_fits(due, source.kind, body, due.topic) for body in _bodies(source))


def _fits(due: DueBefore, kind: str, body: str, topic: str | None) -> bool:
    return kind == due.before and same_body(due.body, body) and (due.topic is None or topic in (None, due.topic))


def _seen(commitment: Commitment, dossier: Dossier, casefile: Casefile, papers: _Papers) -> tuple[str, ...]:
    """Return the things promised that a later source on the same topic shows."""
    topics = _topics(commitment, dossier)
    seen = {"report"} if papers.read else set()
    for later in casefile.dossiers:
        if _day(later.source) > _day(dossier.source) and topics & {*later.source.topics, *_claim_topics(later)}:
            seen |= {piece.kind for piece in later.coding.evidence if piece.status in _SHOWN}
    return tuple(kind for kind in commitment.provides if kind in seen)


def _topics(commitment: Commitment, dossier: Dossier) -> set[str]:
    named = {commitment.topic, getattr(commitment.due, "topic", None), getattr(commitment.covers, "topic", None)}
    return {topic for topic in named if topic} or set(dossier.source.topics)


def _claim_topics(dossier: Dossier) -> set[str]:
    return {claim.topic for claim in dossier.coding.claims if claim.topic}
