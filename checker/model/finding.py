"""What comes out of an assessment: findings, matters, the standing of commitments. Codes, not prose."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Literal, NamedTuple

from checker.model.casefile import Casefile, Dossier
from checker.model.coding import Asked, Claim, Commitment, Evidence, Item
from checker.model.ledger import Event
from checker.model.rule import Profile, Rule, Rulebook
from checker.model.source import Conflict, Source
from checker.model.words import OPEN, CommitmentState, Level, Outcome, SubjectType


class Offer(NamedTuple):
    """A piece of evidence or a commitment, as it stands beside a claim."""

    id: str
    """Its full id, `source#id`."""
    status: str
    """The coded status of evidence, or of a commitment: promised, overdue, fell_due_unread, kept."""
    item: Evidence | Commitment
    source: Source


class Other(NamedTuple):
    """The other side of a finding between two claims."""

    id: str
    item: Claim
    source: Source


class Finding(NamedTuple):
    """The judgement of one rule on one subject."""

    fingerprint: str
    content: str
    rule: Rule
    outcome: Outcome
    level: Level
    subject_type: SubjectType
    subject: Item | Conflict | Source
    subject_id: str
    """The full id of the subject; of a source, its own id."""
    dossier: Dossier
    evidence_kind: str | None = None
    evidence: tuple[Offer, ...] = ()
    """Everything that was looked at, the piece that decided first."""
    other: Other | None = None
    reason: str = ""
    """A code for why the outcome is what it is; reporters turn it into words."""
    details: tuple[str, ...] = ()

    @property
    def source(self) -> Source:
        """The source that the subject stands in."""
        return self.dossier.source

    @property
    def claim(self) -> Claim | None:
        """The claim, where the subject is one."""
        return self.subject if isinstance(self.subject, Claim) else None

    @property
    def amount(self) -> int | None:
        """The sum in pounds that the claim itself gives; None where it gives none."""
        return self.claim.amount if self.claim else None

    @property
    def kinds(self) -> tuple[str, ...]:
        """The claim kinds of the subject; none where it is no claim."""
        return self.subject.kinds if isinstance(self.subject, Claim) else ()

    @property
    def at(self) -> str:
        """The paragraph; of a whole source, its first."""
        return "¶1" if isinstance(self.subject, Source) else self.subject.at

    @property
    def quote(self) -> str:
        """The words; of a whole source, its title."""
        return self.subject.title if isinstance(self.subject, Source) else self.subject.quote

    @property
    def is_open(self) -> bool:
        """Whether something is still to be shown."""
        return self.outcome in OPEN


WaiverState = Literal["holds", "expired", "lapsed", "not_waivable"]


class Waiver(NamedTuple):
    """A waiver of a finding, and whether it holds on the day."""

    event: Event
    state: WaiverState


class Disposition(NamedTuple):
    """What people recorded about a finding."""

    reply: Event | None = None
    reply_is_earlier: bool = False
    """The reply was written about an earlier wording or rule."""
    decision: Event | None = None
    waiver: Waiver | None = None

    @property
    def is_waived(self) -> bool:
        """Whether a waiver holds."""
        return self.waiver is not None and self.waiver.state == "holds"


class DueDate(NamedTuple):
    """A date that a commitment had, and who gave it."""

    day: datetime.date
    granted_by: str = ""
    """The post that moved it; empty for the first."""
    on: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a commitment stands on the day of the assessment."""

    id: str
    commitment: Commitment
    source: Source
    state: CommitmentState
    due_date: datetime.date | None = None
    paper: str = ""
    """The paper it was tied to, once one is known: a source id, or the words of the source that witnesses it."""
    seen: tuple[str, ...] = ()
    """Kinds promised that a later source supplies; closing still needs a person."""
    dates: tuple[DueDate, ...] = ()
    """Every date it ever had, the last one in force."""
    reported_done: Event | None = None
    """Its owner says that it is done; nobody has verified it by this alone."""
    closed: Event | None = None
    """The event that closed it: verified, lapsed, superseded or transferred."""
    response: Event | None = None
    """Of a recommendation: the response recorded since."""


@dataclass(frozen=True)
class Matter:
    """Findings on one topic under one theme: what a reader turns to at once."""

    rank: int
    theme: str
    title: str
    topic: str
    """A topic id, or a source id where the findings have no topic."""
    why_first: str
    findings: tuple[Finding, ...]
    """The most telling first."""
    passages: tuple[Finding, ...] = ()
    """The findings to quote, in the order of the sources: what says most about the theme."""
    asked: tuple[tuple[Source, Asked], ...] = ()
    """Questions that members put before on this, without a full answer in the minutes read."""


@dataclass(frozen=True)
class Assessment:
    """All findings of one run, and what was read to reach them."""

    casefile: Casefile
    rulebook: Rulebook
    profile: Profile
    as_of: datetime.date
    findings: tuple[Finding, ...]
    matters: tuple[Matter, ...]
    standings: tuple[Standing, ...]
    dispositions: Mapping[str, Disposition] = field(default_factory=lambda: MappingProxyType({}))
    """What people recorded about findings, by fingerprint."""
    unused_waivers: tuple[Event, ...] = ()
    """Waivers of findings that are no longer assessed."""

    @cached_property
    def open(self) -> tuple[Finding, ...]:
        """The findings that are open and not waived."""
        return tuple(f for f in self.findings if f.is_open and not self.is_waived(f))

    @cached_property
    def waived(self) -> tuple[Finding, ...]:
        """The findings that would be open, and that a waiver accepts until its day."""
        return tuple(f for f in self.findings if f.is_open and self.is_waived(f))

    def is_waived(self, finding: Finding) -> bool:
        """Tell whether a waiver holds for the finding."""
        disposition = self.dispositions.get(finding.fingerprint)
        return disposition is not None and disposition.is_waived
