"""The facts of a topic over time, as picture, table and text share them."""

from __future__ import annotations

import datetime
from typing import Any, Literal, NamedTuple

from checker.model.words import CLOSED, Access, CommitmentState, spoken
from checker.reporters.names import day

Sort = Literal["claimed", "not read", "shown", "mentioned", "promised"]
URGENT: tuple[CommitmentState, ...] = ("overdue", "fell_due_unread", "kept_in_part", "due_soon", "open", "undated")
"""How an open promise may stand, the most urgent first."""


class Fact(NamedTuple):
    """One line of the table: a claim, a piece of evidence, a promise, a paper not read."""

    sort: Sort
    label: str
    """Its kind in words: economies of scale; equality analysis; Promised."""
    text: str
    """Its words in quotation marks, or the coder's sentence."""
    at: str
    where: str
    due: str = ""
    state: str = ""


class Group(NamedTuple):
    """Claims of one main kind in one source."""

    kind: str
    facts: tuple[Fact, ...]


class Told(NamedTuple):
    """What one source claims."""

    name: str
    groups: tuple[Group, ...]
    """In the order of the closed list of kinds: scale, savings and outcomes before the rest."""

    @property
    def claims(self) -> int:
        """How many claims there are."""
        return sum(len(group.facts) for group in self.groups)


class Promise(NamedTuple):
    """Promises of one source that stand in one way and fall due at one point."""

    facts: tuple[Fact, ...]
    origin: str
    due_words: str
    due: datetime.date | None
    """Where the arrow ends; None: no point is known."""
    state: CommitmentState
    state_words: str
    days_over: int = 0
    closed: datetime.date | None = None
    reported_done: bool = False
    """Its owner says that it is done, and nobody has verified it."""


class Moment(NamedTuple):
    """A day, and everything on the topic that was said, shown or promised on it."""

    day: datetime.date | None
    title: str
    told: tuple[Told, ...]
    unread: tuple[Fact, ...]
    shown: tuple[Fact, ...]
    mentioned: tuple[Fact, ...]
    promises: tuple[Promise, ...]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact of the day, in reading order."""
        claims = [fact for told in self.told for group in told.groups for fact in group.facts]
        promised = [fact for promise in self.promises for fact in promise.facts]
        return (*self.unread, *claims, *self.shown, *self.mentioned, *promised)


class Timeline(NamedTuple):
    """A topic over time, as it was known on a day."""

    topic: str
    title: str
    as_of: datetime.date
    moments: tuple[Moment, ...]
    access: Access

    @property
    def summary(self) -> str:
        """The story in one or two sentences: the text alternative of the picture."""
        claims = sum(told.claims for moment in self.moments for told in moment.told)
        shown = sum(len(moment.shown) for moment in self.moments)
        promises = [promise for moment in self.moments for promise in moment.promises]
        made = sum(len(promise.facts) for promise in promises)
        stands = {
            state: sum(len(p.facts) for p in promises if p.state == state) for state in (*URGENT, *sorted(CLOSED))
        }
        said = {"undated": "without a date", "fell_due_unread": "fell due with a paper that was not read"}
        parts = [f"{number} {said.get(state, spoken(state))}" for state, number in stands.items() if number]
        pieces = f"{_counted(shown, 'piece')} of evidence" if shown else "no evidence"
        text = f"{_counted(claims, 'claim')} and {pieces} shown in the sources read"
        text += f"; {made} promised or asked for" + (f" ({', '.join(parts)})" if parts else "")
        return f"{self.title}, as of {day(self.as_of)}: {text}."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def records_of(timeline: Timeline) -> list[dict[str, Any]]:
    """Return the facts as JSON lists them, each with its day."""
    return [
        {"date": moment.day.isoformat() if moment.day else None, "when": moment.title, **fact._asdict()}
        for moment in timeline.moments
        for fact in moment.facts
    ]
