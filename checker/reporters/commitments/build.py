"""What the list of commitments shows: plain frozen rows, made once for every format."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from typing import NamedTuple

from checker.base.faults import Misuse
from checker.model.finding import Assessment, Standing
from checker.model.source import Source
from checker.model.words import CLOSED, Access, CommitmentState
from checker.reporters.access import access_of_all
from checker.reporters.commitments.meetings import begins, find_sitting, meeting_of, name_of_meeting
from checker.reporters.commitments.rows import Row, row_of
from checker.reporters.wording import Words

SECTIONS: tuple[tuple[str, tuple[CommitmentState, ...]], ...] = (
    ("Overdue", ("overdue",)),
    ("Fell due, paper not read", ("fell_due_unread",)),
    ("Kept in part", ("kept_in_part",)),
    ("Due soon", ("due_soon",)),
    ("Open", ("open",)),
    ("No date", ("undated",)),
    ("Closed", CLOSED),
)


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
    return [considered.body for considered in source.considered_by] or [b for b in [meeting_of(source).body] if b]


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
