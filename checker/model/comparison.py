"""Two assessments side by side: what each saw, and what became of every open finding between them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from checker.model.casefile import Input
from checker.model.words import OPEN, Access, Level, Outcome, SourceKind, SubjectType

Change = Literal["new", "worse", "no_longer_assessed", "rule_changed", "still_open", "better", "resolved"]
CHANGES: tuple[Change, ...] = get_args(Change)
REGRESSIONS: frozenset[Change] = frozenset({"new", "worse"})

SubjectKey = tuple[SubjectType, str, str]


class Subject(NamedTuple):
    """What a finding is about, as far as a saved assessment tells of it."""

    type: SubjectType
    source: str
    id: str
    """Within its source; of a source as a whole, the source's own id."""
    at: str
    words: str
    """Its quotation; empty where the words are about a person, which no output quotes."""
    kinds: tuple[str, ...] = ()
    """Claim kinds, the kind of evidence, or what a commitment is to provide."""
    state: str = ""
    """The status of evidence, or how a commitment stands."""

    @property
    def key(self) -> SubjectKey:
        """What it is known by in its own assessment."""
        return self.type, self.source, self.id


class Looked(NamedTuple):
    """A piece of evidence or a commitment that a finding looked at."""

    id: str
    status: str
    at: str
    words: str


class Seen(NamedTuple):
    """A finding, as far as a saved assessment tells of it."""

    fingerprint: str
    content: str
    rule: str
    outcome: Outcome
    level: Level
    subject: Subject
    evidence_kind: str | None = None
    evidence: tuple[Looked, ...] = ()
    other: str = ""
    """The full id of the other claim, of a finding between two."""
    reason: str = ""
    waived: bool = False

    @property
    def is_open(self) -> bool:
        """Whether something is still to be shown; a waiver accepts that, it does not show it."""
        return self.outcome in OPEN


class Read(NamedTuple):
    """A source that was read."""

    id: str
    title: str
    kind: SourceKind
    date: datetime.date | None = None
    quotes_total: int = 0
    quotes_verified: int = 0
    quotes_sealed: int = 0


@dataclass(frozen=True)
class Snapshot:
    """An assessment as far as it can be compared: made from a live one, or from the JSON of a saved one."""

    as_of: datetime.date
    profile: str
    rules_sha256: str
    sources: tuple[Read, ...]
    subjects: tuple[Subject, ...]
    """Everything that a finding is about or looked at, and every commitment."""
    findings: tuple[Seen, ...]
    judgements: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """By rule that ran, the digest of what it judges by; a saved assessment does not tell."""
    access: tuple[Access, ...] = ()
    """Every restriction of what it holds."""
    inputs: tuple[Input, ...] = ()
    name: str = ""
    """What a reader calls it: the path it was read from."""


class Pair(NamedTuple):
    """One subject as it stands in OLD and in NEW."""

    old: Subject
    new: Subject
    reworded: bool = False
    """Its words differ; of words about a person: they could not be compared."""

    @property
    def by_number(self) -> bool:
        """Whether only its number, with its place or kinds, says that it is the same one."""
        return self.reworded and not (self.old.words and self.new.words)

    @property
    def renumbered(self) -> bool:
        """Whether it has another id."""
        return self.old.id != self.new.id

    @property
    def moved(self) -> bool:
        """Whether it stands in another paragraph."""
        return self.old.at != self.new.at

    @property
    def recoded(self) -> bool:
        """Whether its kinds were coded otherwise."""
        return self.old.kinds != self.new.kinds


class Row(NamedTuple):
    """What became of one finding that is open in OLD, in NEW or in both."""

    change: Change
    why: str
    """A code for what explains the change; empty where the outcomes say it."""
    old: Seen | None
    new: Seen | None
    pair: Pair | None = None

    @property
    def seen(self) -> Seen:
        """The finding as it stands now, or stood last."""
        seen = self.new or self.old
        assert seen is not None
        return seen


@dataclass(frozen=True)
class Comparison:
    """Every finding that is open in OLD or NEW, each in exactly one row."""

    old: Snapshot
    new: Snapshot
    rows: tuple[Row, ...]
    pairs: tuple[Pair, ...]
    """Claims, evidence and commitments that are in both."""
    added: tuple[Subject, ...]
    gone: tuple[Subject, ...]
    versions: tuple[tuple[Read, Read], ...] = ()
    """Sources with different ids that were taken as two versions of one."""

    def of(self, change: Change) -> tuple[Row, ...]:
        """Return the rows with one result."""
        return tuple(row for row in self.rows if row.change == change)

    @property
    def counts(self) -> dict[Change, int]:
        """How many rows have each result."""
        return {change: len(self.of(change)) for change in CHANGES}

    @property
    def regressions(self) -> tuple[Row, ...]:
        """The rows that are new or worse, and that no waiver accepts."""
        return tuple(row for row in self.rows if row.change in REGRESSIONS and not row.seen.waived)
