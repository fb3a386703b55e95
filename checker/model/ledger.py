"""What people did later: replies, decisions, waivers, dates moved, things done and verified.

Nothing here is ever changed or taken away: each event carries the digest of the one before,
so that a later edit shows. Words stand outside the chain, their digests inside it, so that
words can be redacted and the chain still verifies. People are posts, mapped elsewhere.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from pydantic import Field

from checker.base.digest import of_bytes, of_fields
from checker.model.fields import Count, Day, Id, Record, Sha256, Text

EventKind = Literal[
    "reply",
    "decision",
    "waiver",
    "revised_due",
    "reported_done",
    "verified",
    "lapsed",
    "superseded",
    "transferred",
    "response",
    "answer",
    "redaction",
]
ON_FINDINGS: frozenset[EventKind] = frozenset({"reply", "decision", "waiver"})
ON_COMMITMENTS: frozenset[EventKind] = frozenset(
    {"revised_due", "reported_done", "verified", "lapsed", "superseded", "transferred", "response"}
)
STATES: dict[EventKind, tuple[str, ...]] = {
    "reply": ("agree", "evidence_added", "disputed", "not_applicable"),
    "decision": ("confirmed", "disputed", "closed", "reopened"),
    "response": ("accepted", "partly", "rejected", "noted"),
    "answer": ("answered", "partly", "promised"),
}
"""The words an event of a kind may have as its state; the other kinds have none."""

NOTHING_BEFORE = "0" * 64


class Event(Record):
    """One thing that a person recorded on a day."""

    number: Count = Field(description="Counted from 1, without a gap.")
    on: Day = Field(description="The day it was recorded.")
    by: Id = Field(description="The post that recorded it.")
    kind: EventKind = Field(description="What was recorded.")
    subject: Text = Field(
        description="The full id of a commitment or question, the fingerprint of a finding, or an event number."
    )
    about: Text | None = Field(
        None, description="Of a finding: the full id of what it is about, for readers of a later day."
    )
    content: Text | None = Field(
        None, description="Of a finding: the digest of what was judged when this was recorded."
    )
    state: Text | None = Field(None, description="Of a reply, decision, response or answer: its word.")
    due: Day | None = Field(None, description="Of a date moved: the new one. Of a waiver: the last day it holds.")
    granted_by: Id | None = Field(
        None, description="The post that granted a new date, approved a waiver, or took something over."
    )
    where: Text | None = Field(
        None, description="Where the evidence can be read: source and paragraph, or a reference."
    )
    words: Sha256 | None = Field(None, description="The digest of the words, which stand outside the chain.")
    before: Sha256 = Field(description="The digest of the event before; of the first, zeros.")
    digest: Sha256 = Field(description="The digest of everything above.")


class Words(Record):
    """The words of an event, with the salt that keeps short words from being guessed once they are redacted."""

    salt: Text = Field(description="Random.")
    text: Text = Field(description="The words.")


class LedgerFile(Record):
    """The ledger as it is kept: events, and beside them their words."""

    schema_version: Literal["1"] = Field("1", description="The version of this format.")
    events: tuple[Event, ...] = Field((), description="In the order in which they were recorded.")
    words: Mapping[str, Words] = Field(default_factory=dict, description="By digest; redacted ones are gone.")


class Checkpoint(NamedTuple):
    """What an exported report prints of the ledger, so that an old report is a witness."""

    events: int
    head: str
    on: datetime.date

    def __str__(self) -> str:
        return f"{self.events}:{self.head[:16]}:{self.on}"


def digest_of(event: Mapping[str, object]) -> str:
    """Return the digest of an event's fields other than the digest itself, as canonical JSON."""
    fields = {name: value for name, value in event.items() if name != "digest" and value is not None}
    return of_bytes(json.dumps(fields, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode())


def words_digest(words: Words) -> str:
    """Return the digest that stands for words in an event."""
    return of_fields([words.salt, words.text])


@dataclass(frozen=True)
class Ledger:
    """The ledger as the engine and the reporters read it."""

    events: tuple[Event, ...] = ()
    words: Mapping[str, Words] = field(default_factory=lambda: MappingProxyType({}))
    broken_at: int | None = None
    """The first event at which the chain did not fit when it was read; None where it is whole."""

    def up_to(self, as_of: datetime.date) -> Ledger:
        """Return the ledger with only the events recorded by that day."""
        return Ledger(tuple(event for event in self.events if event.on <= as_of), self.words, self.broken_at)

    @cached_property
    def _by_subject(self) -> dict[str, list[Event]]:
        filed: dict[str, list[Event]] = {}
        for event in self.events:
            filed.setdefault(event.subject, []).append(event)
        return filed

    def of(self, subject: str, *kinds: EventKind) -> list[Event]:
        """Return the events of a subject, of some kinds or of all, in order."""
        events = self._by_subject.get(subject, [])
        return [event for event in events if event.kind in kinds] if kinds else list(events)

    def last(self, subject: str, *kinds: EventKind) -> Event | None:
        """Return the last event of a subject of some kinds."""
        events = self.of(subject, *kinds)
        return events[-1] if events else None

    def said(self, event: Event) -> str:
        """Return the words of an event; of redacted ones, that they were."""
        if event.words is None:
            return ""
        kept = self.words.get(event.words)
        return kept.text if kept else "(redacted)"

    def checkpoint(self, on: datetime.date) -> Checkpoint:
        """Return what a report of that day prints of the ledger: the last of its entries, by its number in the chain."""
        last = self.events[-1] if self.events else None  # entries are not always recorded in the order of their days
        return Checkpoint(last.number if last else 0, last.digest if last else NOTHING_BEFORE, on)

    def witnessed(self, on: datetime.date) -> str:
        """Return the checkpoint as a report prints it, and whether the chain behind it is broken."""
        broken_at = f" (chain broken at event {self.broken_at})" if self.broken_at is not None else ""
        return f"{self.checkpoint(on)}{broken_at}"


def out_of_time(day: datetime.date, since: datetime.date | None, until: datetime.date | None) -> tuple[str, str] | None:
    """Return what is wrong with a day and what to do, where nothing can have been recorded for it.

    Args:
        day: the day given.
        since: the first day on which the paper it is about can have been there, where known.
        until: today, where it is of something that was done already.
    """
    if since and day < since:
        todo = "Give the day it was; if the paper is older, put its date into its record."
        return f"{day} is earlier than {since}, the first day known of the paper.", todo
    if until and day > until:
        return f"{day} is later than {until}.", "Give the day it was."
    return None


class Broken(NamedTuple):
    """Something in the chain that does not fit."""

    number: int
    what: str


def broken(events: Iterable[Event], witness: Checkpoint | None = None) -> list[Broken]:
    """Return everything in a chain that does not fit, and whether it still fits an old report's checkpoint.

    A chain shows an edit, a removal from the middle, a swap. Only a witness from outside shows
    that the end was cut off or that the whole was written anew.
    """
    found: list[Broken] = []
    previous = NOTHING_BEFORE
    digests = []
    for expected, event in enumerate(events, start=1):
        if event.number != expected:
            found.append(Broken(expected, f"event {event.number} stands where event {expected} belongs"))
        if event.before != previous:
            found.append(Broken(event.number, f"event {event.number} does not follow the one before it"))
        if digest_of(event.model_dump(mode="json")) != event.digest:
            found.append(Broken(event.number, f"event {event.number} is not what was recorded"))
        previous = event.digest
        digests.append(event.digest)
    if witness:
        if len(digests) < witness.events:
            found.append(
                Broken(len(digests), f"{witness.events - len(digests)} events of the report of {witness.on} are gone")
            )
        elif witness.events and not digests[witness.events - 1].startswith(witness.head):
            found.append(
                Broken(witness.events, f"event {witness.events} is not the one that the report of {witness.on} names")
            )
    return found


KINDS: tuple[EventKind, ...] = get_args(EventKind)
