"""One commitment in words: what, who, where, due when, and everything recorded since."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from checker.model.coding import Commitment
from checker.model.finding import Assessment, DueDate, Standing
from checker.model.ledger import Event
from checker.model.words import CLOSED, CommitmentState, spoken
from checker.reporters.commitments.meetings import meeting_of, name_of_meeting
from checker.reporters.names import day, due_words, given, name_of
from checker.reporters.wording import Words

STATES: dict[CommitmentState, str] = {
    "overdue": "overdue",
    "fell_due_unread": "fell due, paper not read",
    "kept_in_part": "kept in part",
    "due_soon": "due soon",
    "open": "open",
    "undated": "no date",
    "kept": "kept",
    "lapsed": "lapsed",
    "superseded": "superseded",
    "transferred": "transferred",
}
"""How a commitment stands, as readers are told."""
RESPONSES = {
    "accepted": "accepted",
    "partly": "accepted in part",
    "rejected": "rejected",
    "noted": "noted",
    "none": "none recorded",
}
NO_OWNER = "nobody named"
_WITNESSED = re.compile(r"(\w+) to (.+) on (\d{4}-\d{2}-\d{2})")


class Row(NamedTuple):
    """One commitment, in words."""

    standing: Standing
    what: str
    who: str
    where: str
    meeting: str
    quote: str
    due: str
    state: str
    dates: tuple[str, ...]
    """Every date it ever had; empty where it had none."""
    reported_done: str
    verified: str
    closed: str
    """Of lapsed, superseded and transferred ones: by whom, when, where."""
    response: str
    seen: str
    """What a later source shows of it, while no person has closed it."""

    @property
    def id(self) -> str:
        """The full id of the commitment."""
        return self.standing.id

    @property
    def details(self) -> tuple[tuple[str, str], ...]:
        """What else there is to say, each with its label; nothing empty."""
        pairs = (
            ("Dates", "; ".join(self.dates) if len(self.dates) > 1 else ""),
            ("Reported done", self.reported_done),
            ("Verified", self.verified),
            ("Closed", self.closed),
            ("Response", self.response),
            ("Seen since", self.seen),
        )
        return tuple(pair for pair in pairs if pair[1])


def row_of(standing: Standing, assessment: Assessment) -> Row:
    """Return a commitment in words."""
    words, commitment = Words(assessment), standing.commitment
    done = standing.closed if standing.closed and standing.closed.kind == "verified" else None
    other = standing.closed if done is None else None
    return Row(
        standing=standing,
        what=what_of(commitment),
        who=commitment.owner or NO_OWNER,
        where=f"{commitment.at} of the {name_of(standing.source)}",
        meeting=name_of_meeting(meeting_of(standing.source)),
        quote=commitment.quote.strip(),
        due=due_in_words(standing),
        state=state_of(standing, assessment),
        dates=tuple(_date(date) for date in standing.dates),
        reported_done=_event(standing.reported_done, words),
        verified=_event(done, words),
        closed=_event(other, words),
        response=_response(standing, words),
        seen=" and ".join(spoken(kind) for kind in standing.seen) if standing.state not in CLOSED else "",
    )


def what_of(commitment: Commitment) -> str:
    """Return what is to come: the coder's sentence, else the words."""
    return commitment.says or commitment.quote.strip()


def due_in_words(standing: Standing) -> str:
    """Return when it is due; a date that was granted later holds instead of the first due point."""
    if standing.dates and standing.dates[-1].granted_by:
        return f"by {day(standing.due_date)}"
    return due_words(standing)


def state_of(standing: Standing, assessment: Assessment) -> str:
    """Return how a commitment stands, with the paper or the days that say so."""
    state = STATES[standing.state]
    paper, on = paper_of(standing, assessment)
    if standing.state == "overdue":
        if standing.due_date and standing.due_date < assessment.as_of:
            return f"{state} by {days((assessment.as_of - standing.due_date).days)}"
        return f"{state}: not found in the {paper}" if paper else state
    if standing.state == "fell_due_unread" and paper:
        return f"fell due{f' on {day(on)}' if on else ''}; the paper ({paper}) was not read"
    if standing.state == "open" and standing.seen:
        return "open: what was promised was seen, and nobody has closed it yet"
    return state


def days(number: int) -> str:
    """Return a number of days in words."""
    return "1 day" if number == 1 else f"{number} days"


def paper_of(standing: Standing, assessment: Assessment) -> tuple[str, datetime.date | None]:
    """Return the name and day of the paper that a commitment was tied to, once one is known."""
    casefile, paper = assessment.casefile, standing.paper
    known = {source.id: source for source in (*(d.source for d in casefile.dossiers), *casefile.registered)}
    if paper in known:
        return name_of(known[paper]), known[paper].date or known[paper].known_from
    witnessed = _WITNESSED.fullmatch(paper)
    if witnessed is None:
        return paper, None
    kind, body, on = witnessed.groups()
    return f"{spoken(kind)} to {body}", datetime.date.fromisoformat(on)


def _date(date: DueDate) -> str:
    if not date.granted_by:
        return f"first {day(date.day)}"
    on = f" on {day(date.on)}" if date.on else ""
    return f"moved to {day(date.day)}, granted by {date.granted_by}{on}"


def _event(event: Event | None, words: Words) -> str:
    if event is None:
        return ""
    kind = "" if event.kind in ("reported_done", "verified") else f"{spoken(event.kind)}, "
    to = f" to {event.granted_by}" if event.kind == "transferred" and event.granted_by else ""
    where = f"; evidence: {event.where}" if event.where else ""
    said = words.said(event)
    return f"{kind}by {event.by} on {day(event.on)}{to}{where}" + (f"; “{said}”" if said else "")


def _response(standing: Standing, words: Words) -> str:
    """Return the response to a recommendation: the one recorded since, else the one coded."""
    event = standing.response
    if event:
        said = words.said(event)
        text = f"{RESPONSES.get(event.state or '', event.state or '')}, by {event.by} on {day(event.on)}"
        return text + (f"; “{said}”" if said else "")
    if standing.commitment.origin != "recommendation":
        return ""
    return RESPONSES[standing.commitment.response or "none"]


def origin_of(row: Row) -> str:
    """Return how it came about, at the start of a line: Promised, Requested, Recommended."""
    return given(row.standing.commitment).capitalize()
