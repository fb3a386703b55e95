"""What the list of commitments shows: plain frozen rows, made once for every format."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from checker.base.faults import Misuse
from checker.model.coding import Commitment
from checker.model.finding import Assessment, DueDate, Standing
from checker.model.ledger import Event
from checker.model.source import Source
from checker.model.words import Access, CommitmentState, spoken
from checker.reporters.access import access_of_all
from checker.reporters.commitments.meetings import begins, find_sitting, meeting_of, name_of_meeting
from checker.reporters.wording import Words, day, due_words, given, name_of

CLOSED: frozenset[CommitmentState] = frozenset({"kept", "lapsed", "superseded", "transferred"})
SECTIONS: tuple[tuple[str, tuple[CommitmentState, ...]], ...] = (
    ("Overdue", ("overdue",)),
    ("Fell due, paper not read", ("fell_due_unread",)),
    ("Kept in part", ("kept_in_part",)),
    ("Due soon", ("due_soon",)),
    ("Open", ("open",)),
    ("No date", ("undated",)),
    ("Closed", ("kept", "lapsed", "superseded", "transferred")),
)
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


class Section(NamedTuple):
    """The commitments that stand in one way."""

    title: str
    rows: tuple[Row, ...]


class View(NamedTuple):
    """The list, and what it was chosen by."""

    title: str
    chosen: tuple[str, ...]
    """In words: the topic, meeting and body asked for."""
    summary: str
    sections: tuple[Section, ...]
    access: Access
    topic: str

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every commitment of the list, in its order."""
        return tuple(row for section in self.sections for row in section.rows)


def build(assessment: Assessment, *, topic: str = "", meeting: str = "", body: str = "") -> View:
    """Return the commitments of an assessment, those of a topic, a meeting or a body.

    Raises:
        Misuse: where the topic, meeting or body is not known.
    """
    chosen, keep = _chosen(assessment, topic, meeting, body)
    rows = [row_of(standing, assessment) for standing in assessment.standings if all(k(standing) for k in keep)]
    sections = tuple(Section(title, _in(rows, states)) for title, states in SECTIONS)
    return View(
        title="Promised, asked for and recommended",
        chosen=chosen,
        summary=_summary(rows),
        sections=tuple(section for section in sections if section.rows),
        access=access_of_all(assessment),
        topic=topic,
    )


def _chosen(
    assessment: Assessment, topic: str, meeting: str, body: str
) -> tuple[tuple[str, ...], list[Callable[[Standing], bool]]]:
    chosen: list[str] = []
    keep: list[Callable[[Standing], bool]] = []
    if topic:
        check_topic(assessment, topic)
        chosen.append(f"Topic: {Words(assessment).topic(topic)}")
        keep.append(lambda standing: topic_of(standing) == topic)
    if meeting:
        sitting = find_sitting(assessment, meeting)
        of_meeting = {source.id for source in sitting.sources}
        chosen.append(f"Meeting: {name_of_meeting(sitting.meeting)}")
        keep.append(lambda standing: standing.source.id in of_meeting)
    if body:
        _check_body(assessment, body)
        chosen.append(f"Body: {body}")
        keep.append(lambda standing: any(begins(body, name) for name in bodies_of(standing.source)))
    return tuple(chosen), keep


def check_topic(assessment: Assessment, topic: str) -> None:
    """Refuse a topic that nothing read is about."""
    known = {t for d in assessment.casefile.dossiers for t in d.source.topics} | set(assessment.casefile.topics)
    if topic not in known:
        raise Misuse(f'There is no topic "{topic}". Topics: {", ".join(sorted(known)) or "none"}.')


def _check_body(assessment: Assessment, body: str) -> None:
    known = sorted({name for d in assessment.casefile.dossiers for name in bodies_of(d.source)})
    if not any(begins(body, name) for name in known):
        raise Misuse(f'There is no body "{body}". Bodies: {"; ".join(known) or "none"}.')


def bodies_of(source: Source) -> list[str]:
    """Return the bodies that had a source before them; without any on record, its publisher."""
    return [considered.body for considered in source.considered_by] or [meeting_of(source).body]


def topic_of(standing: Standing) -> str:
    """Return the topic of a commitment; of a source on one topic, that one; or nothing."""
    commitment, topics = standing.commitment, standing.source.topics
    named = commitment.topic or getattr(commitment.due, "topic", None) or getattr(commitment.covers, "topic", None)
    return named or (topics[0] if len(topics) == 1 else "")


def _in(rows: Iterable[Row], states: tuple[CommitmentState, ...]) -> tuple[Row, ...]:
    """Return the rows in these states: the earliest date first, then in the order of the sources."""
    chosen = [row for row in rows if row.standing.state in states]
    return tuple(sorted(chosen, key=lambda row: row.standing.due_date or datetime.date.max))


def _summary(rows: list[Row]) -> str:
    if not rows:
        return "Nothing promised, asked for or recommended in the sources read."
    counts = [(title.lower(), len(_in(rows, states))) for title, states in SECTIONS]
    parts = [f"{number} {title}" for title, number in counts if number]
    moved = sum(len(row.dates) > 1 for row in rows)
    parts += [f"{moved} with a revised date"] if moved else []
    return f"{len(rows)} in all: {'; '.join(parts)}."


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
