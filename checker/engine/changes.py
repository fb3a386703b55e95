"""What became of one finding. Lost sight is never an improvement."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from checker.engine.matching import Identity
from checker.model.casefile import BROKEN
from checker.model.comparison import Change, Pair, Row, Seen, Snapshot
from checker.model.words import LEVELS

_SEVERITY = {"weak": 1, "promised": 2, "gap": 3, "contradicted": 4, "overdue": 5}
_FELL_DUE = frozenset({"overdue", "fell_due_unread", "kept_in_part"})
"""Reasons that another paper gave: one that was read, or is known to exist."""
_CLOSED = frozenset({"lapsed", "superseded", "transferred"})
"""States that end a commitment without what was promised."""
_HELD_AGAINST_ORIGINAL = frozenset({"stripped_hedge", "source_changed"})

Result = tuple[Change, str]


def other_in_new(seen: Seen, identity: Identity) -> str:
    """Return the other claim of a finding as NEW calls it; empty where it is not there."""
    source, _, local = seen.other.partition("#")
    pair = identity.pairs.get(("claim", source, local))
    return f"{pair.new.source}#{pair.new.id}" if pair else ""


class Judge:
    """Says what became of one finding."""

    def __init__(self, old: Snapshot, new: Snapshot, identity: Identity) -> None:
        self.old, self.new, self.identity = old, new, identity
        self.of_new = identity.of_new()
        self.from_new = {other: one for one, other in identity.sources.items()}
        self.read = {source.id: source for source in new.sources}
        self.saw_less = len(identity.sources) < len(old.sources) or new.as_of < old.as_of
        self.same_rules = old.rules_sha256 == new.rules_sha256
        self.comparable = self.same_rules and old.profile == new.profile
        self.judgements = self._judgements(old, new), self._judgements(new, old)
        self.ran = tuple({seen.rule for seen in snapshot.findings} for snapshot in (old, new))

    def _judgements(self, one: Snapshot, other: Snapshot) -> Mapping[str, str]:
        """Return what the rules judge by; of a saved assessment, as the other tells where both had the same rules."""
        if one.judgements or not self.comparable:
            return one.judgements
        return other.judgements or MappingProxyType({})

    def row(self, old: Seen | None, new: Seen | None) -> Row:
        """Return the row of a finding that is open on one side at least."""
        if old is not None and new is not None:
            change, why = self._both(old, new)
        elif old is not None:
            change, why = self._lost(old)
        else:
            assert new is not None
            change, why = self._raised(new)
        return Row(change, why, old, new, self._pair(old, new))

    def _pair(self, old: Seen | None, new: Seen | None) -> Pair | None:
        if old is not None:
            return self.identity.pairs.get(old.subject.key)
        return self.of_new.get(new.subject.key) if new else None

    def _both(self, old: Seen, new: Seen) -> Result:
        if old.is_open and new.is_open:
            change = self._direction(old, new)
        elif new.is_open:
            change = "new"
        else:
            change = "resolved" if new.outcome == "met" else "no_longer_assessed"
        if change != "still_open" and self._rule_explains(old, new):
            return "rule_changed", "judges_otherwise"
        if change == "better" and self._sight_lost(old):
            return "still_open", "sight"
        if change == "resolved" and self._witness_gone(old):
            return "no_longer_assessed", "sight"
        why = {"new": old.outcome, "no_longer_assessed": "not_applicable"}
        return change, why.get(change, "")

    def _direction(self, old: Seen, new: Seen) -> Change:
        """Return whether an open finding got worse; to and from *cannot tell* there is no better."""
        if old.outcome != new.outcome and "cannot_tell" in (old.outcome, new.outcome):
            return "worse" if new.outcome == "overdue" else "still_open"
        outcome = _severity(new) - _severity(old)
        level = LEVELS.index(old.level) - LEVELS.index(new.level) if self.comparable else 0
        if outcome > 0 or (outcome == 0 and level > 0):
            return "worse"
        if level <= 0 and (outcome < 0 or level < 0):
            return "better"
        return "still_open"

    def _sight_lost(self, old: Seen) -> bool:
        """Tell whether a finding may look lighter only because a paper that spoke of it was not read."""
        return self._witness_gone(old) or (self.saw_less and old.reason in _FELL_DUE)

    def _witness_gone(self, old: Seen) -> bool:
        decided = old.evidence[0].id.partition("#")[0] if old.evidence else ""
        return old.reason == "contradicted" and decided not in self.identity.sources

    def _rule_explains(self, old: Seen, new: Seen) -> bool:
        """Tell whether nothing but the rule changed: the same words, kinds and evidence, judged otherwise."""
        pair = self._pair(old, new)
        if pair is None or not _same_facts(pair) or _looked(old) != _looked(new):
            return False
        differs = self._rule_differs(old.rule, new.rule)
        return old.content != new.content and not self.same_rules if differs is None else differs

    def _rule_differs(self, before: str, after: str) -> bool | None:
        """Tell whether what a rule judges by differs; None where a saved assessment does not tell."""
        one, other = self.judgements[0].get(before), self.judgements[1].get(after)
        return one != other if one and other and before == after else None if before == after else False

    def _lost(self, old: Seen) -> Result:
        """Say of a finding that NEW does not have whether it was settled or only lost from sight."""
        lost = self._out_of_sight(old)
        if lost:
            return "no_longer_assessed", lost
        pair = self.identity.pairs[old.subject.key]
        differs = self._rule_differs(old.rule, old.rule)
        if differs is None:  # where it cannot be told, a change of the rules may not pass for one of the paper
            differs = not self.same_rules and not _is_evidence(old)
        if differs and _same_facts(pair):
            return "rule_changed", "judges_otherwise"
        if _is_evidence(old):
            return "no_longer_assessed", "not_called_for"
        if pair.new.state in _CLOSED:
            return "no_longer_assessed", pair.new.state
        if old.subject.type == "commitment" and pair.new.state != "kept" and self._sight_lost(old):
            return "no_longer_assessed", "sight"
        return "resolved", "kept" if pair.new.state == "kept" else "not_flagged"

    def _out_of_sight(self, old: Seen) -> str:
        """Return what keeps the finding from being judged in NEW; empty where it was judged."""
        source = self.identity.sources.get(old.subject.source)
        if source is None:
            return "source"
        if old.subject.key not in self.identity.pairs:
            return "subject"
        if not self._ran(old.rule, 1):
            return "rule"
        if old.other and not other_in_new(old, self.identity):
            return "other"
        read = self.read[source]
        if old.reason in BROKEN and read.quotes_verified < read.quotes_total:
            return "not_checked"
        if old.reason in _HELD_AGAINST_ORIGINAL and read.quotes_verified - read.quotes_sealed < read.quotes_total:
            return "not_checked"
        return ""

    def _raised(self, new: Seen) -> Result:
        """Say of a finding that OLD does not have what is new about it."""
        source = self.from_new.get(new.subject.source)
        if source is None:
            return "new", "source"
        pair = self.of_new.get(new.subject.key)
        if pair is None:
            return "new", "subject"
        if _same_facts(pair):
            if self.judgements[0] and new.rule not in self.judgements[0]:
                return "rule_changed", "rule_added"
            if self._rule_differs(new.rule, new.rule):
                return "rule_changed", "judges_otherwise"
        return "new", "flagged"

    def _ran(self, rule: str, side: int) -> bool:
        known = self.judgements[side]
        return rule in known if known else rule in self.ran[side] or self.comparable


def _is_evidence(seen: Seen) -> bool:
    """Tell whether a rule of evidence was applied: it leaves a finding wherever it is, so none means it was not."""
    return seen.subject.type == "claim" and seen.evidence_kind is not None


def _severity(seen: Seen) -> int:
    return _SEVERITY.get("contradicted" if seen.reason == "contradicted" else seen.outcome, 0)


def _same_facts(pair: Pair) -> bool:
    return not pair.reworded and not pair.recoded and pair.old.state == pair.new.state


def _looked(seen: Seen) -> list[tuple[str, str]]:
    """Return what a finding looked at, whatever its number."""
    return sorted((looked.status, looked.words) for looked in seen.evidence)
