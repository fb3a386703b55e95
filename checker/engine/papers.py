"""What is known of papers: which were read, which are only witnessed, and what was shown on a topic since."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from checker.model.casefile import Casefile, Dossier
from checker.model.coding import DueBefore
from checker.model.source import Source

_SHOWN = frozenset({"supplied", "verified"})


class Paper(NamedTuple):
    """A paper that is known by the day."""

    day: datetime.date
    kind: str
    bodies: tuple[str, ...]
    topics: frozenset[str]
    """Empty where a witness does not say."""
    name: str
    """A source id, or the words of the witness."""


class Found(NamedTuple):
    """The papers a commitment was tied to."""

    read: tuple[str, ...]
    witnessed: tuple[str, ...]


class Papers:
    """Everything known of papers on one day, filed once, so that each commitment looks only at its own."""

    def __init__(self, casefile: Casefile, as_of: datetime.date) -> None:
        self._read: dict[tuple[str, str | None], list[Paper]] = {}
        self._witnessed: dict[str, list[Paper]] = {}
        self._shown: dict[str, list[tuple[datetime.date, frozenset[str]]]] = {}
        for dossier in casefile.dossiers:
            self._file(dossier)
        for paper in (*_events(casefile, as_of), *map(_registered, casefile.registered)):
            self._witnessed.setdefault(paper.kind, []).append(paper)

    def _file(self, dossier: Dossier) -> None:
        source, coding = dossier.source, dossier.coding
        topics = frozenset(source.topics).union(claim.topic for claim in coding.claims if claim.topic)
        paper = Paper(source.order[0], source.kind, _bodies(source), topics, source.id)
        for topic in (None, *topics):
            self._read.setdefault((source.kind, topic), []).append(paper)
        shown = frozenset(piece.kind for piece in coding.evidence if piece.status in _SHOWN)
        if shown:
            for topic in topics:
                self._shown.setdefault(topic, []).append((paper.day, shown))

    def tied_to(self, due: DueBefore, after: datetime.date) -> Found:
        """Return the papers after a day that fit a due point."""
        read = self._read.get((due.before, due.topic), ())
        known = self._witnessed.get(due.before, ())
        return Found(
            tuple(p.name for p in read if p.day > after and _fits(due, p, told=True)),
            tuple(p.name for p in known if p.day > after and _fits(due, p, told=False)),
        )

    def shown_after(self, day: datetime.date, topics: Iterable[str]) -> set[str]:
        """Return the kinds of evidence that sources after a day show on any of some topics."""
        return {kind for topic in topics for when, kinds in self._shown.get(topic, ()) if when > day for kind in kinds}


def same_body(wanted: str | None, body: str) -> bool:
    """Tell whether a body is the one wanted: its first words are enough, whatever their case."""
    if wanted is None:
        return True
    asked, named = wanted.casefold().split(), body.casefold().split()
    return named[: len(asked)] == asked


def _fits(due: DueBefore, paper: Paper, *, told: bool) -> bool:
    """Tell whether a paper is the one meant; a witness that does not say the topic may mean it."""
    if due.topic is not None and due.topic not in paper.topics and (told or paper.topics):
        return False
    return any(same_body(due.body, body) for body in paper.bodies)


def _bodies(source: Source) -> tuple[str, ...]:
    return tuple(considered.body for considered in source.considered_by) or (source.publisher,)


def _events(casefile: Casefile, as_of: datetime.date) -> Iterator[Paper]:
    for source in (*(dossier.source for dossier in casefile.dossiers), *casefile.registered):
        for event in source.events:
            if event.date <= as_of:
                topics = frozenset({event.topic}) if event.topic else frozenset[str]()
                words = f"{event.kind} to {event.body} on {event.date}"
                yield Paper(event.date, event.kind, (event.body,), topics, words)


def _registered(source: Source) -> Paper:
    return Paper(source.order[0], source.kind, _bodies(source), frozenset(source.topics) or frozenset({""}), source.id)
