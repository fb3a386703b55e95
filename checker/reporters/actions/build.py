"""What the action sheet of a meeting shows: plain frozen rows, made once for every format."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from checker.model.coding import Asked
from checker.model.finding import Assessment, Standing
from checker.model.ledger import Event
from checker.model.source import Source
from checker.model.words import CLOSED, Access
from checker.reporters.access import access_of_all
from checker.reporters.commitments.meetings import Sitting, find_sitting, meetings_of, name_of_meeting, source_line
from checker.reporters.commitments.rows import Row, origin_of, row_of
from checker.reporters.names import ANSWERS, answer_words, day, name_of

_OPEN_ANSWERS = ("promised", "none_minuted", "cut_off")


class Action(NamedTuple):
    """Something to be done."""

    number: int
    what: str
    sort: str
    owner: str
    due: str
    state: str
    where: str
    quote: str
    id: str
    open: bool
    since: str
    """What was recorded since: reported done, verified, revised dates, a response."""


class Question(NamedTuple):
    """A question that still waits for an answer, or had none minuted."""

    number: int
    what: str
    state: str
    where: str
    quote: str
    id: str
    open: bool


class Sheet(NamedTuple):
    """The action sheet of a meeting, and the matters arising for the next one."""

    title: str
    meeting: str
    sources: tuple[str, ...]
    unread: tuple[str, ...]
    actions: tuple[Action, ...]
    questions: tuple[Question, ...]
    arising: tuple[Action, ...]
    """Of earlier meetings of the body, still open."""
    arising_questions: tuple[Question, ...]
    carried: str
    """Which lines of this sheet the next meeting takes up as well."""
    access: Access


def build(assessment: Assessment, meeting: str) -> Sheet:
    """Return the action sheet of a meeting: a source id, or a date and the first words of the body.

    Raises:
        Misuse: where no meeting, or more than one, is named so.
    """
    sitting = find_sitting(assessment, meeting)
    now = {source.id for source in sitting.sources}
    before = {source.id for source in _earlier(assessment, sitting)}
    actions = [_action(s, assessment, n) for n, s in enumerate(_of(assessment, now), start=1)]
    questions = [_question(*q, assessment, n) for n, q in enumerate(_asked(assessment, now), start=1)]
    old = [standing for standing in _of(assessment, before) if standing.state not in CLOSED]
    old_questions = [q for q in _asked(assessment, before) if _is_open(q, assessment)]
    return Sheet(
        title="Action sheet",
        meeting=name_of_meeting(sitting.meeting),
        sources=tuple(source_line(source) for source in sitting.sources),
        unread=sitting.unread,
        actions=tuple(actions),
        questions=tuple(questions),
        arising=tuple(_action(s, assessment, n) for n, s in enumerate(old, start=len(actions) + 1)),
        arising_questions=tuple(
            _question(*q, assessment, n) for n, q in enumerate(old_questions, start=len(questions) + 1)
        ),
        carried=_carried(actions, questions),
        access=access_of_all(assessment),
    )


def _earlier(assessment: Assessment, sitting: Sitting) -> Iterator[Source]:
    """Yield the sources of earlier meetings of the same body."""
    body = sitting.meeting.body.casefold()
    start = sitting.meeting.day or min((source.order[0] for source in sitting.sources), default=datetime.date.min)
    for dossier in assessment.casefile.dossiers:
        source = dossier.source
        days = [m.day or source.order[0] for m in meetings_of(source) if m.body.casefold() == body]
        if days and source not in sitting.sources and min(days) < start:
            yield source


def _of(assessment: Assessment, sources: Iterable[str]) -> list[Standing]:
    return [standing for standing in assessment.standings if standing.source.id in sources]


def _action(standing: Standing, assessment: Assessment, number: int) -> Action:
    row = row_of(standing, assessment)
    return Action(
        number=number,
        what=row.what,
        sort=origin_of(row).lower(),
        owner=row.who,
        due=row.due,
        state="open" if standing.state == "undated" else row.state,
        where=row.where,
        quote=row.quote,
        id=row.id,
        open=standing.state not in CLOSED,
        since=_since(row),
    )


def _since(row: Row) -> str:
    return "; ".join(f"{label.lower()}: {text}" for label, text in row.details)


_Put = tuple[Source, Asked]


def _asked(assessment: Assessment, sources: Iterable[str]) -> list[_Put]:
    """Return the questions of some sources that were promised an answer or had none minuted."""
    return [
        (dossier.source, asked)
        for dossier in assessment.casefile.dossiers
        if dossier.source.id in sources
        for asked in dossier.coding.asked
        if asked.answer.state in _OPEN_ANSWERS
    ]


def _answer(put: _Put, assessment: Assessment) -> Event | None:
    source, asked = put
    return assessment.casefile.ledger.last(f"{source.id}#{asked.id}", "answer")


def _is_open(put: _Put, assessment: Assessment) -> bool:
    event = _answer(put, assessment)
    return event is None or event.state != "answered"


def _question(source: Source, asked: Asked, assessment: Assessment, number: int) -> Question:
    event, state = _answer((source, asked), assessment), answer_words(asked.answer.state, source)
    if event:
        where = f", {event.where}" if event.where else ""
        state = f"{ANSWERS[event.state or 'answered']}, recorded by {event.by} on {day(event.on)}{where}"
    return Question(
        number=number,
        what=asked.says,
        state=state,
        where=f"{asked.at} of the {name_of(source)}",
        quote=asked.quote.strip(),
        id=f"{source.id}#{asked.id}",
        open=_is_open((source, asked), assessment),
    )


def _carried(actions: Iterable[Action], questions: Iterable[Question]) -> str:
    lists = (
        ("action", [action.number for action in actions if action.open]),
        ("question", [question.number for question in questions if question.open]),
    )
    parts = [f"{noun}{'' if len(n) == 1 else 's'} {_ranges(n)}" for noun, n in lists if n]
    return f"Of this meeting: {' and '.join(parts)} above." if parts else "Of this meeting: nothing is open."


def _ranges(numbers: list[int]) -> str:
    """Return numbers as people list them: 1 to 3, 5."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)
