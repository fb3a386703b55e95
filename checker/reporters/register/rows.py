"""The rows of the register: commitments of every standing first, then the serious findings; never every flag."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from checker.base.digest import short
from checker.model.coding import Commitment
from checker.model.finding import Assessment, Finding, Standing
from checker.model.ledger import Event
from checker.model.register import Cell, Row
from checker.model.source import Source
from checker.model.words import CLOSED, LEVELS, PRESS, spoken
from checker.reporters.access import access_of, highest
from checker.reporters.names import name_of, quote_of
from checker.reporters.register import cells
from checker.reporters.wording import Words

State = Literal["open", "closed", "waived"]
STATES: tuple[State, ...] = ("open", "closed", "waived")
NO_LEVEL = "not flagged"
NOT_NAMED = "not named"
_WRITTEN_FOR_OTHERS = PRESS | {"minutes", "agenda", "decision_record"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A row, and what sheets and tables sort it by."""

    row: Row
    state: State
    level: str
    """high, medium, low; of a commitment with nothing flagged: not flagged."""
    outcome: str
    """The code of the commitment's state or the finding's outcome."""
    source: Source
    bodies: tuple[str, ...]
    owner: str
    rule: str
    findings: tuple[Finding, ...] = ()
    due_date: datetime.date | None = None
    closed_on: datetime.date | None = None
    waiver: Event | None = None

    @property
    def is_overdue(self) -> bool:
        """Whether it is open and its time has passed."""
        late = self.outcome in ("overdue", "fell_due_unread") or bool(self.row.cells["days_overdue"])
        return self.state == "open" and late

    def is_due_soon(self, as_of: datetime.date, days: int) -> bool:
        """Tell whether it is open and falls due within some days."""
        left = (self.due_date - as_of).days if self.due_date else -1
        return self.state == "open" and self.outcome in ("open", "due_soon") and 0 <= left <= days


def entries(assessment: Assessment, *, every: bool = False) -> tuple[Entry, ...]:
    """Return the items of the register in their order.

    Args:
        assessment: what was found.
        every: every finding that is assessed, not only the serious ones that are open or waived.
    """
    on_commitments: dict[str, list[Finding]] = {}
    others: list[Finding] = []
    for finding in assessment.findings:
        if isinstance(finding.subject, Commitment):
            on_commitments.setdefault(finding.subject_id, []).append(finding)
        elif every or (finding.is_open and _is_serious(finding, assessment)):
            others.append(finding)
    book = _Book(assessment)
    commitments = [book.commitment(s, on_commitments.get(s.id, ())) for s in assessment.standings]
    return (*commitments, *(book.finding(finding) for finding in sorted(others, key=_order)))


def current(assessment: Assessment) -> tuple[Row, ...]:
    """Return a row for everything that an edited register could be about, as the ledger stands now."""
    return tuple(entry.row for entry in entries(assessment, every=True))


def _is_serious(finding: Finding, assessment: Assessment) -> bool:
    also = assessment.profile.id == "audit" and finding.level == "medium" and finding.rule.group == "headline"
    return finding.level == "high" or also


def _order(finding: Finding) -> tuple[object, ...]:
    return (LEVELS.index(finding.level), finding.source.order)


def bodies_of(source: Source) -> tuple[str, ...]:
    """Return the bodies that had the source before them; its publisher where none is named."""
    return tuple(dict.fromkeys(one.body for one in source.considered_by)) or (source.named_publisher or NOT_NAMED,)


class _Book:
    """Makes entries, knowing the ledger by subject."""

    def __init__(self, assessment: Assessment) -> None:
        self.assessment, self.words = assessment, Words(assessment)
        self.ledger = assessment.casefile.ledger
        self.checkpoint = str(self.ledger.checkpoint(assessment.as_of))
        self.standings = {standing.id: standing for standing in assessment.standings}
        self.about: dict[str, list[Event]] = {}
        for event in self.ledger.events:
            if event.about and event.about != event.subject:
                self.about.setdefault(event.about, []).append(event)

    def commitment(self, standing: Standing, flags: Iterable[Finding]) -> Entry:
        """Return the entry of a commitment, with what was flagged about it."""
        commitment, source = standing.commitment, standing.source
        flagged = tuple(sorted((f for f in flags if f.is_open), key=lambda f: LEVELS.index(f.level)))
        waived = [f for f in flagged if self.assessment.is_waived(f)]
        waiver = self._waiver(waived[0]) if waived and len(waived) == len(flagged) else None
        events = sorted((*self.ledger.of(standing.id), *self.about.get(standing.id, ())), key=lambda e: e.number)
        recorded = cells.recorded(events, self.ledger, evidence=standing.closed)
        notes = cells.notes_on_commitment(standing, self.words)
        notes += [cells.waiver_note(held.waiver) for f in flagged if (held := self.words.disposition(f))]
        level = flagged[0].level if flagged else NO_LEVEL
        closed = standing.state in CLOSED
        state: State = "closed" if closed else "waived" if waiver else "open"
        rule = flagged[0].rule.id if flagged else commitment.origin
        shown: dict[str, Cell] = {
            **self._common(standing.id, source, commitment.at, commitment.quote),
            **cells.dates(standing, self.assessment.as_of, self.words),
            **recorded,
            "kind": commitment.origin,
            "evidence": ", ".join(spoken(kind) for kind in commitment.provides),
            "status": cells.STATUS.get(standing.state, spoken(standing.state)),
            "level": level,
            "owner": commitment.owner,
            "reported_done_on": standing.reported_done.on if standing.reported_done else None,
            "verified_on": standing.closed.on if standing.closed and standing.closed.kind == "verified" else None,
            "response": cells.response(standing, self.words),
            "note": " ".join(note for note in notes if note) or None,
            "fingerprint": " ".join(f.fingerprint for f in flagged) or None,
            "about": standing.id,
            "rule": rule,
            "counted_as": state,
            "access": access_of(source, commitment.at),
        }
        closed_on = standing.closed.on if standing.closed and closed else None
        content, since = content_of(commitment), source.earliest
        row = Row(standing.id, "commitment", standing.id, content, self.checkpoint, shown, since)
        owner = commitment.owner or ""
        return Entry(
            row, state, level, standing.state, source, bodies_of(source), owner, rule,
            flagged, standing.due_date, closed_on, waiver,
        )  # fmt: skip

    def finding(self, finding: Finding) -> Entry:
        """Return the entry of a finding."""
        source, held = finding.source, self.words.disposition(finding)
        promise = self.standings.get(finding.evidence[0].id) if finding.evidence else None
        owner = promise.commitment.owner if promise else _author(source)
        decision = self.ledger.last(finding.fingerprint, "decision")
        closing = decision if decision and decision.state == "closed" and decision.content == finding.content else None
        waiver = self._waiver(finding) if self.assessment.is_waived(finding) else None
        state: State = "waived" if waiver else "closed" if closing else "open"
        notes = [cells.earlier(self.ledger.of(finding.fingerprint, "reply", "decision"), finding.content)]
        notes += [cells.waiver_note(held.waiver)] if held else []
        shown: dict[str, Cell] = {
            **self._common(finding.fingerprint, source, finding.at, quote_of(finding)),
            **cells.dates_of_promise(promise, self.assessment.as_of, self.words),
            **cells.recorded(self.ledger.of(finding.fingerprint), self.ledger, evidence=closing),
            "kind": ", ".join(spoken(kind) for kind in finding.kinds) or finding.subject_type,
            "evidence": spoken(finding.evidence_kind) if finding.evidence_kind else finding.rule.title,
            "status": self.words.short(finding),
            "level": finding.level,
            "owner": owner,
            "reported_done_on": None,
            "verified_on": None,
            "response": None,
            "note": " ".join(note for note in notes if note) or None,
            "fingerprint": finding.fingerprint,
            "about": finding.subject_id,
            "rule": finding.rule.id,
            "counted_as": state,
            "access": _access(finding),
        }
        content, since = finding.content, source.earliest
        row = Row(finding.fingerprint, "finding", finding.subject_id, content, self.checkpoint, shown, since)
        return Entry(
            row, state, finding.level, finding.outcome, source, bodies_of(source), owner or "",
            finding.rule.id, (finding,), None, closing.on if closing and state == "closed" else None, waiver,
        )  # fmt: skip

    def _waiver(self, finding: Finding) -> Event | None:
        held = self.words.disposition(finding)
        return held.waiver.event if held and held.waiver else None

    @staticmethod
    def _common(ref: str, source: Source, at: str, quote: str) -> Mapping[str, Cell]:
        title = source.title if source.date else f"{source.title} ({name_of(source)})"
        return {"ref": ref, "source": title, "date": source.date, "paragraph": at, "claim": quote}


def content_of(commitment: Commitment) -> str:
    """Return the digest of what a commitment promises, so that a later reader knows what a reply was about."""
    due = commitment.due.model_dump_json() if commitment.due else ""
    return short([commitment.quote, commitment.origin, *commitment.provides, due])


def _author(source: Source) -> str | None:
    """Return the role that wrote a source, where who writes also answers for what is claimed."""
    return None if source.kind in _WRITTEN_FOR_OTHERS else source.author


def _access(finding: Finding) -> str:
    places = [(finding.source, finding.at), *((offer.source, offer.item.at) for offer in finding.evidence)]
    if finding.other:
        places.append((finding.other.source, finding.other.item.at))
    return highest(access_of(source, at) for source, at in places)


def of_body(found: Iterable[Entry], body: str) -> Iterator[Entry]:
    """Yield the entries of a body, with it alone as their body; its first words are enough."""
    asked = body.casefold().split()
    for entry in found:
        named = tuple(name for name in entry.bodies if name.casefold().split()[: len(asked)] == asked)
        if named:
            yield replace(entry, bodies=named)
