"""What stands in single cells of the register: dates, what people recorded, and notes on it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence

from checker.model.coding import DueBefore
from checker.model.finding import DueDate, Standing, Waiver
from checker.model.ledger import Event, EventKind, Ledger
from checker.model.register import NONE_RECORDED, Cell
from checker.model.words import CLOSED, spoken
from checker.reporters.names import day, due_words
from checker.reporters.wording import Words

STATUS = {"undated": "no date", "fell_due_unread": "fell due, paper not read"}
"""How a commitment's state reads where its word alone does not do."""
_LATE = frozenset({"overdue", "kept_in_part", "fell_due_unread"})
_SHOWN: tuple[EventKind, ...] = (
    "reply", "decision", "revised_due", "reported_done", "verified", "lapsed", "superseded", "transferred", "response",
)  # fmt: skip
_WAIVERS = {
    "expired": "The waiver expired: open again.",
    "lapsed": "The waiver lapsed: what it was given for has changed.",
    "not_waivable": "A waiver was recorded; this rule cannot be waived.",
}


def dates(standing: Standing, as_of: datetime.date, words: Words) -> Mapping[str, Cell]:
    """Return when a commitment was made, when it fell due at first, and every date since."""
    given, source = standing.dates, standing.source
    first = next((date.day for date in given if not date.granted_by), None)
    moved = given[-1] if given and given[-1].granted_by else None
    event = due_words(standing) if isinstance(standing.commitment.due, DueBefore) else None
    return {
        "promised_on": source.date,  # of a paper whose day is known only about: its name says so
        "due": first or event,
        "revised_due": moved.day if moved else None,
        "granted_by": moved.granted_by if moved else None,
        "dates": "; ".join([*([event] if event else []), *map(_date_words, given)]) or "no date",
        "days_overdue": _overdue(standing, as_of, words),
    }


def _date_words(date: DueDate) -> str:
    by = f" (granted by {date.granted_by}" if date.granted_by else ""
    on = f" on {day(date.on)})" if by and date.on else ")" if by else ""
    return f"{day(date.day)}{by}{on}"


def _overdue(standing: Standing, as_of: datetime.date, words: Words) -> int | None:
    """Return the days since the date passed, or since the paper came that it was tied to."""
    if standing.state not in _LATE:
        return None
    due = standing.due_date if standing.due_date and standing.due_date < as_of else _paper_day(standing.paper, words)
    return (as_of - due).days if due and due < as_of else None


def _paper_day(paper: str, words: Words) -> datetime.date | None:
    if paper in words.sources:
        source = words.sources[paper]
        return source.date or source.known_from
    registered = next((s for s in words.assessment.casefile.registered if s.id == paper), None)
    if registered:
        return registered.date or registered.known_from
    dated = re.search(r" on (\d{4}-\d\d-\d\d)$", paper)
    return datetime.date.fromisoformat(dated[1]) if dated else None


def dates_of_promise(standing: Standing | None, as_of: datetime.date, words: Words) -> Mapping[str, Cell]:
    """Return the dates of the promise that a finding rests on; nothing where there is none."""
    if standing is None:
        return dict.fromkeys(("promised_on", "due", "revised_due", "granted_by", "dates", "days_overdue"))
    found = dates(standing, as_of, words)
    return {**found, "due": found["revised_due"] or found["due"], "revised_due": None, "granted_by": None}


def recorded(events: Sequence[Event], ledger: Ledger, *, evidence: Event | None) -> Mapping[str, Cell]:
    """Return what people recorded, each kind's last word, and who recorded last.

    Args:
        events: of one item, in order.
        ledger: for their words.
        evidence: the event that closed it, if one did.
    """
    reply, decision = _last(events, "reply"), _last(events, "decision")
    latest = _last(events, *_SHOWN)
    return {
        "reply": spoken(reply.state) if reply and reply.state else NONE_RECORDED,
        "reply_words": (ledger.said(reply) or None) if reply else None,
        "where": reply.where if reply else None,
        "decision": spoken(decision.state) if decision and decision.state else None,
        "decision_words": (ledger.said(decision) or None) if decision else None,
        "by": latest.by if latest else None,
        "on": latest.on if latest else None,
        "evidence_of_closure": (evidence.where or ledger.said(evidence) or None) if evidence else None,
    }


def _last(events: Sequence[Event], *kinds: EventKind) -> Event | None:
    return next((event for event in reversed(events) if event.kind in kinds), None)


def earlier(events: Sequence[Event], content: str) -> str:
    """Return what to say where people wrote about an earlier wording or rule; nothing where they did not."""
    kinds = [kind for kind in ("reply", "decision") if (last := _last(events, kind)) and last.content != content]
    return f"The {' and the '.join(kinds)} came before the wording or the rule changed." if kinds else ""


def waiver_note(waiver: Waiver | None) -> str:
    """Return what to say of a waiver that does not hold."""
    return _WAIVERS.get(waiver.state, "") if waiver else ""


def notes_on_commitment(standing: Standing, words: Words) -> list[str]:
    """Return what a reader should know of a commitment beside its status."""
    notes = []
    if standing.seen and standing.state not in CLOSED:
        seen = " and ".join(spoken(kind) for kind in standing.seen)
        notes.append(f"Seen since: {seen}. Closing needs a person.")
    if standing.state == "fell_due_unread":
        notes.append("The paper it was tied to was not read.")
    if standing.closed and standing.closed.kind != "verified":
        to = {"transferred": f" to {standing.closed.granted_by}"}.get(standing.closed.kind, "")
        said = words.said(standing.closed)
        notes.append(f"{spoken(standing.closed.kind).capitalize()}{to}{f': {said}' if said else ''}.")
    return notes


def response(standing: Standing, words: Words) -> str | None:
    """Return how a recommendation was answered: as recorded since, else as coded."""
    if standing.response:
        said = words.said(standing.response)
        return f"{spoken(standing.response.state or '')}{f': {said}' if said else ''}"
    coded = standing.commitment.response
    return spoken(coded) if coded else None
