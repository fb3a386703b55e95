"""What goes into an assessment: the sources read, their codings, what verification found."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, NamedTuple

from checker.model.coding import Asked, Coding
from checker.model.ledger import Ledger
from checker.model.source import Source
from checker.model.topics import Topic

CheckState = Literal["found", "sealed", "not_found", "wrong_place", "seal_broken", "not_checked"]
VERIFIED: frozenset[CheckState] = frozenset({"found", "sealed"})
BROKEN: frozenset[CheckState] = frozenset({"not_found", "wrong_place", "seal_broken"})


class Input(NamedTuple):
    """A file that was read, as the manifest names it."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Check:
    """What verification found for one quotation."""

    state: CheckState
    why: str = ""
    """Of what was not checked or not found: the reason in words, the nearest passage, the differing words."""
    found_at: str = ""
    """The place where the words do stand, if it is another than the one coded."""
    hedge: str = ""
    """Words directly before the quotation that soften or negate it."""
    notes: tuple[str, ...] = ()
    """Folds used, words a gap leaves out."""


@dataclass(frozen=True)
class Dossier:
    """One source with its coding and what verification found."""

    source: Source
    coding: Coding
    inputs: tuple[Input, ...] = ()
    checks: Mapping[str, Check] = field(default_factory=lambda: MappingProxyType({}))
    """By item id ("C07", "Q1.answer"); an id that is not there was not checked."""
    original_changed: bool = False


@dataclass(frozen=True)
class Casefile:
    """The sources and codings judged together, in order of time."""

    dossiers: tuple[Dossier, ...]
    topics: Mapping[str, Topic] = field(default_factory=lambda: MappingProxyType({}))
    registered: tuple[Source, ...] = ()
    """Sources that are known to exist and have no coding, or one of candidates alone: known, not read."""
    records: Mapping[str, Input] = field(default_factory=lambda: MappingProxyType({}))
    """By id, the files that register them: what they witness bears on findings."""
    waiting: frozenset[str] = frozenset()
    """Of those the ids of the ones that somebody drafted: they are at hand, and wait to be confirmed."""
    inputs: tuple[Input, ...] = ()
    """Files read beside those of the dossiers."""
    ledger: Ledger = field(default_factory=Ledger)
    """What people recorded since."""
    later: int = 0
    """How many sources with a coding were left out, because they were not known by the day."""

    def up_to(self, as_of: datetime.date) -> Casefile:
        """Return the casefile as it stood on that day: only sources known by then."""
        known = tuple(d for d in self.dossiers if _known(d.source, as_of))
        return dataclasses.replace(
            self,
            dossiers=known,
            registered=tuple(s for s in self.registered if _known(s, as_of)),
            ledger=self.ledger.up_to(as_of),
            later=self.later + len(self.dossiers) - len(known),
        )

    def answered(self, source: Source, asked: Asked) -> str:
        """Return how far a question was answered: as recorded since, else as the minutes say."""
        since = self.ledger.last(f"{source.id}#{asked.id}", "answer")
        return since.state if since and since.state else asked.answer.state

    def all_inputs(self) -> list[Input]:
        """Return every record that an assessment of the casefile goes by, sorted by path."""
        found = {item for dossier in self.dossiers for item in dossier.inputs}
        found |= {self.records[source.id] for source in self.registered if source.id in self.records}
        return sorted(found | set(self.inputs))


def _known(source: Source, as_of: datetime.date) -> bool:
    return source.known_from is None or source.known_from <= as_of
