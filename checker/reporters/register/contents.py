"""What is in a register: its lists, its counts, and the lines by which it reconciles with the run."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from checker.base.faults import Misuse, nearest
from checker.model.finding import Assessment
from checker.model.register import POST_FORM
from checker.model.words import LEVELS, OUTCOMES, Outcome, spoken
from checker.reporters.access import access_of_all
from checker.reporters.as_json import manifest
from checker.reporters.footing import foot
from checker.reporters.names import day
from checker.reporters.register.rows import NO_LEVEL, STATES, Entry, entries, of_body

TITLE = "Register of commitments and evidence still to be shown"
EDITING = (
    "Columns marked * may be edited; checker ledger import reads them back and names every conflict. "
    "Fill in by (post) and on for each row you edit. Leave every other column as it is.",
    f"A post, in by and in granted by, is written with {POST_FORM}.",
)
_ORDER: tuple[Outcome, ...] = ("gap", "overdue", "promised", "weak", "cannot_tell", "met", "not_applicable")
assert set(_ORDER) == set(OUTCOMES)


class Listing(NamedTuple):
    """One list of the register."""

    name: str
    says: str
    entries: tuple[Entry, ...]


class Reconciled(NamedTuple):
    """Where the findings of one outcome went."""

    outcome: str
    assessed: int
    own_rows: int
    with_commitment: int
    elsewhere: int
    """Not in the register: nothing open, a lower level, or another body."""


@dataclass(frozen=True)
class Register:
    """The items of a register, and how they are listed and counted."""

    assessment: Assessment
    entries: tuple[Entry, ...]
    closed_since: datetime.date | None = None
    body: str | None = None
    others: int = 0
    """Items left out because they went to other bodies."""

    @cached_property
    def access(self) -> str:
        """The highest restriction of what the register holds."""
        return access_of_all(self.assessment)

    @cached_property
    def lists(self) -> tuple[Listing, ...]:
        """The lists in the order of the workbook, without the one that holds all."""
        days, as_of = self.assessment.profile.due_soon_days, self.assessment.as_of
        closed = [e for e in self.entries if e.state == "closed"]
        since = f"Closed since {day(self.closed_since)}" if self.closed_since else "Closed"
        if self.closed_since:
            closed = [e for e in closed if e.closed_on and e.closed_on >= self.closed_since]
        waived = tuple(e for e in self.entries if e.state == "waived")
        return (
            Listing("Open", "Open", tuple(e for e in self.entries if e.state == "open")),
            Listing("Overdue", "Open, and the time has passed", tuple(e for e in self.entries if e.is_overdue)),
            Listing(
                f"Due in {days} days",
                f"Open, and due by {day(as_of + datetime.timedelta(days=days))}",
                tuple(e for e in self.entries if e.is_due_soon(as_of, days)),
            ),
            Listing("Closed", since, tuple(closed)),
            Listing("Waived", "Accepted for a time: reason, approver, last day", waived),
        )

    @cached_property
    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """How many items there are, by level and then by state."""
        found = Counter((e.level, e.state) for e in self.entries)
        return {level: {state: found[level, state] for state in STATES} for level in (*LEVELS, NO_LEVEL)}

    @cached_property
    def totals(self) -> Mapping[str, int]:
        """How many items there are by state."""
        return {state: sum(row[state] for row in self.counts.values()) for state in STATES}

    def by_level(self) -> list[tuple[str | int, ...]]:
        """Return the counts as the rows of a table, the total last."""
        rows: list[tuple[str | int, ...]] = [
            (level, *row.values(), sum(row.values())) for level, row in self.counts.items()
        ]
        return [*rows, ("total", *self.totals.values(), len(self.entries))]

    def check(self) -> str:
        """Return the line that shows whether the counts add up."""
        parts = " + ".join(f"{state} {self.totals[state]}" for state in STATES)
        holds = len(self.entries) == sum(self.totals.values())
        return f"total {len(self.entries)} = {parts}: {'agrees' if holds else 'DOES NOT AGREE'}"

    def reconciled(self) -> Iterator[Reconciled]:
        """Yield, for each outcome, how many findings the run assessed and where they are."""
        assessed = Counter(f.outcome for f in self.assessment.findings)
        own = Counter(f.outcome for e in self.entries if e.row.item == "finding" for f in e.findings)
        within = Counter(f.outcome for e in self.entries if e.row.item == "commitment" for f in e.findings)
        for outcome in _ORDER:
            left = assessed[outcome] - own[outcome] - within[outcome]
            yield Reconciled(spoken(outcome), assessed[outcome], own[outcome], within[outcome], left)

    def commitments(self) -> str:
        """Return the line that holds the commitments against those of the run."""
        here = sum(e.row.item == "commitment" for e in self.entries)
        line = f"commitments: {here} here of {len(self.assessment.standings)} in the run"
        return f"{line}; {self.others} items of other bodies are left out" if self.body else line

    def run(self) -> Sequence[tuple[str, str]]:
        """Return what it takes to run this again, as names and values."""
        made = manifest(self.assessment)
        lines = [("tool", made["tool"]), ("profile", made["profile"]), ("as of", made["as_of"])]
        ledger = self.assessment.casefile.ledger.witnessed(self.assessment.as_of)
        lines += [("rules", made["rules_sha256"]), ("ledger", ledger)]
        return [*lines, *((item["path"], item["sha256"]) for item in made["inputs"])]

    def foot(self) -> Sequence[str]:
        """Return the closing lines."""
        return foot(self.assessment)

    def heading(self) -> str:
        """Return what the register holds, in a line."""
        only = f" Only items of {self.body}." if self.body else ""
        return f"As of {day(self.assessment.as_of)}.{only}"


def register_of(assessment: Assessment, closed_since: datetime.date | None, body: str | None) -> Register:
    """Return the register of an assessment, or of one body's part of it."""
    every = entries(assessment)
    if body is None:
        return Register(assessment, every, closed_since)
    kept = tuple(of_body(every, body))
    if not kept:
        known = sorted({name for entry in every for name in entry.bodies})
        raise Misuse(f'No item of the register went to "{body}". {nearest(body, known)}'.strip())
    return Register(assessment, kept, closed_since, body, len(every) - len(kept))
