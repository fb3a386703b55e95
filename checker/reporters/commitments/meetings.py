"""Which meeting a source belongs to, and what was before a meeting."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.base.faults import Misuse
from checker.model.finding import Assessment
from checker.model.source import Source
from checker.model.words import spoken
from checker.reporters.names import day, kind_name, name_of

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class Meeting(NamedTuple):
    """A body on a day."""

    day: datetime.date | None
    body: str


class Sitting(NamedTuple):
    """A meeting, and what is known of its papers."""

    meeting: Meeting
    sources: tuple[Source, ...]
    """The papers, minutes and accounts of it that were read."""
    unread: tuple[str, ...]
    """Papers of it that are known and were not read, by name."""


def name_of_meeting(meeting: Meeting) -> str:
    """Return a meeting as it is said: the body and the day."""
    return f"{meeting.body or 'council not named yet'}, {day(meeting.day) if meeting.day else 'date not known'}"


def meetings_of(source: Source) -> list[Meeting]:
    """Return the meetings that a source was before, or gives an account of; the one of its own day first."""
    own = source.meeting_date
    found = [Meeting(c.date or own, c.body) for c in source.considered_by]
    found += [Meeting(e.date, e.body) for e in source.events if e.date == own]
    return sorted(dict.fromkeys(found), key=lambda meeting: (meeting.day != own, meeting.day or datetime.date.min))


def meeting_of(source: Source) -> Meeting:
    """Return the meeting a source belongs to; without one on record, its publisher and day."""
    return next(iter(meetings_of(source)), Meeting(source.meeting_date, source.named_publisher))


def begins(wanted: str, body: str) -> bool:
    """Tell whether a body is the one wanted: its first words are enough, whatever their case."""
    asked, named = wanted.casefold().split(), body.casefold().split()
    return named[: len(asked)] == asked


def is_of(source: Source, meeting: Meeting) -> bool:
    """Tell whether a source belongs to a meeting."""
    return meeting in meetings_of(source) or meeting == meeting_of(source)


def find_sitting(assessment: Assessment, wanted: str) -> Sitting:
    """Return the meeting that is named: a source id, or a date and the first words of the body.

    Raises:
        Misuse: where no meeting, or more than one, is named so.
    """
    read = [d.source for d in assessment.casefile.dossiers]
    one = next((s for s in read if s.id == wanted.strip()), None)
    meeting = meeting_of(one) if one else _named(wanted, read)
    sources = [s for s in read if s is one or (meeting.day and is_of(s, meeting))]
    return Sitting(meeting, tuple(sources), tuple(_unread(assessment, meeting, sources)))


def _named(wanted: str, read: list[Source]) -> Meeting:
    dates = _DATE.findall(wanted)
    body = " ".join(re.sub(r"[+,;]", " ", _DATE.sub(" ", wanted)).split())
    known = list(dict.fromkeys(m for s in read for m in meetings_of(s) if m.day))
    hits = [m for m in known if m.day and [m.day.isoformat()] == dates and begins(body, m.body)]
    hits = [m for m in hits if m.body.casefold() == body.casefold()] or hits
    if len(hits) == 1:
        return hits[0]
    listed = "; ".join(f"{m.day} {m.body}" for m in sorted(hits or known, key=str)[:8])
    if hits:
        raise Misuse(f'"{wanted}" names {len(hits)} meetings: {listed}. Give more words of the body.')
    known_words = f"Meetings known: {listed}." if listed else "No meeting is known."
    raise Misuse(f'No source and no meeting "{wanted}". Give a source id, or a date and a body. {known_words}')


def _unread(assessment: Assessment, meeting: Meeting, sources: list[Source]) -> Iterator[str]:
    """Yield the papers of the meeting that another source witnesses or that are registered, and were not read."""
    if meeting.day is None:
        return
    casefile, kinds = assessment.casefile, {source.kind for source in sources}
    registered = [s for s in casefile.registered if is_of(s, meeting)]
    yield from (f"{source.title} ({name_of(source)})" for source in registered)
    kinds |= {source.kind for source in registered}
    witnesses = [*(d.source for d in casefile.dossiers), *casefile.registered]
    events = [e for s in witnesses for e in s.events if Meeting(e.date, e.body) == meeting and e.kind not in kinds]
    yield from dict.fromkeys(f"{spoken(event.kind)} of {day(event.date)}" for event in events)


def source_line(source: Source) -> str:
    """Return a source as a list of papers names it."""
    return f"{source.title} ({kind_name(source)})"
