"""Gather what happened on a topic, in order of time, from an assessment."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import get_args

from checker.model.casefile import Dossier
from checker.model.coding import Claim, Evidence, OnTopic
from checker.model.finding import Assessment, Standing
from checker.model.source import Source
from checker.model.words import CLOSED, NOT_QUOTED, ClaimKind, spoken
from checker.reporters.access import access_of_all
from checker.reporters.commitments.build import check_topic, topic_of
from checker.reporters.commitments.rows import Row, due_in_words, origin_of, paper_of, row_of
from checker.reporters.names import day, kind_name, name_of, when
from checker.reporters.timeline.facts import URGENT, Fact, Group, Moment, Promise, Sort, Timeline, Told
from checker.reporters.wording import Words

_SHOWN = {"supplied": "shown", "verified": "verified independently", "contradicted": "points the other way"}
_MENTIONED = {
    "none_stated": "the paper says there is none, or none needed",
    "none_reasoned": "none, with reasons",
    "oral": "by word of mouth only",
    "referenced": "named, not attached",
    "exempt": "exists, not public",
}
_KINDS: tuple[ClaimKind, ...] = get_args(ClaimKind)


def timeline_of(assessment: Assessment, topic: str) -> Timeline:
    """Return a topic over time.

    Raises:
        Misuse: where the topic is not known.
    """
    check_topic(assessment, topic)
    days: dict[datetime.date, list[Dossier]] = {}
    for dossier in assessment.casefile.dossiers:
        days.setdefault(dossier.source.order[0], [])
        days[dossier.source.order[0]].append(dossier)
    unread = _unread(assessment, topic)
    for on in unread:
        days.setdefault(on, [])
    moments = [_moment(on, days[on], unread.get(on, ()), assessment, topic) for on in sorted(days)]
    return Timeline(
        topic,
        Words(assessment).topic(topic),
        assessment.as_of,
        tuple(moment for moment in moments if moment.facts),
        access_of_all(assessment),
    )


def _moment(
    on: datetime.date, dossiers: list[Dossier], unread: tuple[Fact, ...], assessment: Assessment, topic: str
) -> Moment:
    known = on if on != datetime.date.min else None
    names = [when(dossier.source) for dossier in dossiers if when(dossier.source)]
    told = [_told(dossier, assessment, topic) for dossier in dossiers]
    evidence = [(piece, dossier.source) for dossier in dossiers for piece in _evidence(dossier, topic)]
    return Moment(
        known,
        next(iter(names), day(known)),
        tuple(one for one in told if one.groups),
        unread,
        tuple(_piece(piece, source, _SHOWN, "shown") for piece, source in evidence if piece.status in _SHOWN),
        tuple(_piece(p, source, _MENTIONED, "mentioned") for p, source in evidence if p.status in _MENTIONED),
        tuple(_promises({dossier.source.id for dossier in dossiers}, assessment, topic)),
    )


def _told(dossier: Dossier, assessment: Assessment, topic: str) -> Told:
    groups: dict[ClaimKind, list[Fact]] = {}
    for claim in dossier.coding.claims:
        if claim.topic == topic and claim.by in assessment.profile.judges:
            groups.setdefault(claim.kinds[0], []).append(_claim(claim, dossier.source))
    ordered = sorted(groups.items(), key=lambda entry: _KINDS.index(entry[0]))
    return Told(kind_name(dossier.source), tuple(Group(spoken(kind), _quoted_first(facts)) for kind, facts in ordered))


def _quoted_first(facts: list[Fact]) -> tuple[Fact, ...]:
    return tuple(sorted(facts, key=lambda fact: fact.text == NOT_QUOTED))


def _claim(claim: Claim, source: Source) -> Fact:
    words = NOT_QUOTED if claim.about_person else f"“{claim.quote.strip()}”"
    reported = "reported here; the paper itself was not read" if claim.reported else ""
    kinds = ", ".join(spoken(kind) for kind in claim.kinds)
    return Fact("claimed", kinds, words, claim.at, _where(claim.at, source), state=reported)


def _where(at: str, source: Source) -> str:
    return f"{at} of the {name_of(source)}"


def _evidence(dossier: Dossier, topic: str) -> Iterator[Evidence]:
    """Yield the evidence of a source that covers a claim on the topic."""
    prefix = f"{dossier.source.id}#"
    on_topic = {claim.id for claim in dossier.coding.claims if claim.topic == topic}
    for piece in dossier.coding.evidence:
        if piece.covers == "all":
            covered = bool(on_topic) or topic in dossier.source.topics
        elif isinstance(piece.covers, OnTopic):
            covered = piece.covers.topic == topic
        else:
            covered = any(name.removeprefix(prefix) in on_topic for name in piece.covers)
        if covered:
            yield piece


def _piece(piece: Evidence, source: Source, states: dict[str, str], sort: Sort) -> Fact:
    words, where = f"“{piece.quote.strip()}”", _where(piece.at, source)
    return Fact(sort, spoken(piece.kind), words, piece.at, where, state=states[piece.status])


def _promises(sources: Iterable[str], assessment: Assessment, topic: str) -> Iterator[Promise]:
    groups: dict[tuple[object, ...], list[Standing]] = {}
    for standing in assessment.standings:
        if standing.source.id in sources and topic_of(standing) == topic:
            ends = _ends(standing, assessment)
            closed = standing.closed.on if standing.closed else None
            done = standing.reported_done is not None
            origin, due = standing.commitment.origin, due_in_words(standing)
            key = (standing.source.id, origin, standing.state, ends, due, closed, done)
            groups.setdefault(key, []).append(standing)
    order = (*URGENT, *sorted(CLOSED))
    yield from sorted((_promise(g, assessment) for g in groups.values()), key=lambda one: order.index(one.state))


def _ends(standing: Standing, assessment: Assessment) -> datetime.date | None:
    return standing.due_date or paper_of(standing, assessment)[1]


def _promise(group: list[Standing], assessment: Assessment) -> Promise:
    first, rows = group[0], [row_of(standing, assessment) for standing in group]
    over = first.state in ("overdue", "kept_in_part")
    due = _ends(first, assessment)
    return Promise(
        facts=tuple(
            Fact("promised", origin_of(row), row.what, row.standing.commitment.at, row.where, row.due, _state(row))
            for row in rows
        ),
        origin=origin_of(rows[0]),
        due_words=rows[0].due,
        due=due,
        state=first.state,
        state_words=rows[0].state,
        days_over=max(0, (assessment.as_of - due).days) if over and due else 0,
        closed=first.closed.on if first.closed else None,
        reported_done=first.reported_done is not None and first.closed is None,
    )


def _state(row: Row) -> str:
    reported = f"reported done {row.reported_done}" if row.reported_done and row.standing.closed is None else ""
    return "; ".join(part for part in (row.state, row.verified or row.closed, reported) if part)


def _unread(assessment: Assessment, topic: str) -> dict[datetime.date, tuple[Fact, ...]]:
    """Return, by day, the papers on the topic that are known to exist and were not read."""
    casefile = assessment.casefile
    found: dict[datetime.date, list[Fact]] = {}
    for source in casefile.registered:
        if topic in source.topics and source.order[0] <= assessment.as_of:
            fact = Fact("not read", kind_name(source), source.title, "", name_of(source), state="known, not read")
            found.setdefault(source.order[0], []).append(fact)
    have = {(s.kind, s.order[0]) for s in (*(d.source for d in casefile.dossiers), *casefile.registered)}
    for witness in (*(d.source for d in casefile.dossiers), *casefile.registered):
        for event in witness.events:
            if event.topic == topic and event.date <= assessment.as_of and (event.kind, event.date) not in have:
                name, state = f"{spoken(event.kind)} to {event.body}", "known, not read"
                fact = Fact("not read", spoken(event.kind), name, event.at, _where(event.at, witness), state=state)
                found.setdefault(event.date, []).append(fact)
                have.add((event.kind, event.date))
    return {on: tuple(facts) for on, facts in found.items()}
