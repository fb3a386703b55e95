"""What became of every open finding between two assessments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from checker.engine.changes import Judge, other_in_new
from checker.engine.matching import Identity, identify
from checker.engine.saved import snapshot_from_json
from checker.engine.snapshot import snapshot_of
from checker.model.comparison import CHANGES, Comparison, Pair, Read, Row, Seen, Snapshot, Subject, SubjectKey
from checker.model.paragraph import place_key

__all__ = ["compare_snapshots", "snapshot_from_json", "snapshot_of"]

_STANDS = frozenset({"undated", "overdue", "fell_due_unread", "kept_in_part"})
"""Reasons that speak of how one commitment stands: it stands in one way at a time."""

Slot = tuple[SubjectKey, str, str, str]


def compare_snapshots(old: Snapshot, new: Snapshot) -> Comparison:
    """Return what became of every finding that is open in OLD or in NEW.

    Args:
        old: the earlier one.
        new: the later one.
    """
    identity = identify(old, new)
    judge = Judge(old, new, identity)
    rows = [judge.row(o, n) for o, n in _together(old, new, identity) if _is_open(o) or _is_open(n)]
    order = {source.id: number for number, source in enumerate((*new.sources, *old.sources))}
    rows.sort(key=lambda row: _order(row, order))
    return Comparison(
        old, new, tuple(rows), tuple(identity.pairs.values()),
        _unpaired(new, identity.of_new()), _unpaired(old, identity.pairs), _versions(old, new, identity),
    )  # fmt: skip


def _is_open(seen: Seen | None) -> bool:
    return seen is not None and seen.is_open


def _order(row: Row, sources: Mapping[str, int]) -> tuple[object, ...]:
    seen = row.seen
    where = sources.get(seen.subject.source, 0), place_key(seen.subject.at), seen.subject.key
    return CHANGES.index(row.change), *where, seen.rule, seen.evidence_kind or "", seen.fingerprint


def _unpaired(snapshot: Snapshot, pairs: Mapping[SubjectKey, Pair]) -> tuple[Subject, ...]:
    return tuple(subject for subject in snapshot.subjects if subject.key not in pairs)


def _versions(old: Snapshot, new: Snapshot, identity: Identity) -> tuple[tuple[Read, Read], ...]:
    before, after = {s.id: s for s in old.sources}, {s.id: s for s in new.sources}
    return tuple((before[one], after[other]) for one, other in identity.sources.items() if one != other)


def _together(old: Snapshot, new: Snapshot, identity: Identity) -> Iterator[tuple[Seen | None, Seen | None]]:
    """Yield each finding of OLD with the one of NEW that asks the same of the same subject."""
    befores: dict[Slot, list[Seen]] = {}
    afters: dict[Slot, list[Seen]] = {}
    for seen in old.findings:
        befores.setdefault(_slot_in_new(seen, identity), []).append(seen)
    for seen in new.findings:
        afters.setdefault(_slot(seen, seen.subject.key, seen.other), []).append(seen)
    for slot in dict.fromkeys((*befores, *afters)):
        yield from zip_longest(befores.get(slot, ()), afters.get(slot, ()))


def _slot(seen: Seen, subject: SubjectKey, other: str) -> Slot:
    """Return what a finding asks of which subject; of a contradiction, with which other claim."""
    asks = "commitment" if seen.subject.type == "commitment" and seen.reason in _STANDS else seen.rule
    return subject, asks, seen.evidence_kind or "", other if seen.reason == "contradiction" else ""


def _slot_in_new(seen: Seen, identity: Identity) -> Slot:
    pair = identity.pairs.get(seen.subject.key)
    kind, source, local = seen.subject.key
    gone = (kind, f"(gone) {source}", local)  # no subject of NEW has such a key
    return _slot(seen, pair.new.key if pair else gone, other_in_new(seen, identity) or f"(gone) {seen.other}")
