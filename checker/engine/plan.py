"""Compile rules and a profile to plain lookup tables, once a run."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from checker.base.digest import of_fields
from checker.model.coding import Claim
from checker.model.rule import EvidenceRule, FlagRule, Profile, Rule, Rulebook
from checker.model.source import Source
from checker.model.words import (
    EARLY,
    ENVIRONMENT,
    LEVELS,
    NOT_PEOPLE,
    PERSONAL_DATA,
    EvidenceKind,
    Flag,
    Level,
    Outcome,
    Part,
)

_JUDGEMENT = {"judges", "evidence_kind", "needed", "trigger", "at_least", "parts", "stale_after_months",
              "not_for_environment", "flags", "hedges"}  # fmt: skip


class Need(NamedTuple):
    """One rule that applies to a claim: the evidence is needed, or its trigger was looked at and not met."""

    rule: EvidenceRule
    needed: bool
    named: bytes
    """What it adds to the fingerprint of a finding: the rule and the kind of evidence."""
    judged: bytes
    """What it adds to the digest of a finding's content: what the rule judges by."""


class Setting(NamedTuple):
    """Everything about a claim that decides which rules apply to it; rules are bits, in the order of the plan."""

    needed: int
    """The rules that look at claims of its kinds at its stage."""
    triggered: int
    """The rules that look at them where their trigger holds."""
    at_least: int
    """The one rule that it answers to where no other headline rule applies; none: 0."""
    people: bool
    environment: bool
    personal_data: bool
    operative: bool
    money: bool
    statutory: bool


class Plan:
    """The tables of one run.

    Attributes:
        flags: flag -> the rule that looks for it, where the profile chooses one.
        parts: evidence kind -> what supplied evidence must carry.
        judgement: rule id -> digest of what the rule judges by, for the content of findings.
    """

    def __init__(self, rulebook: Rulebook, profile: Profile) -> None:
        chosen = [rule for rule in rulebook.rules if _chosen(rule, profile)]
        self.profile = profile
        self.judged = frozenset(profile.judges)
        self.evidence_rules = tuple(rule for rule in chosen if isinstance(rule, EvidenceRule))
        self.flags: dict[Flag, FlagRule] = {rule.flags: rule for rule in chosen if isinstance(rule, FlagRule)}
        everything = [rule for rule in rulebook.rules if isinstance(rule, EvidenceRule)]
        self.parts: dict[EvidenceKind, tuple[Part, ...]] = {rule.evidence_kind: rule.parts for rule in everything}
        self.judgement = {rule.id: _judgement(rule, self.parts) for rule in chosen}
        self._levels = {rule.id: {**rule.levels, **_overrides(rule, profile)} for rule in chosen}
        early, decision, triggered = (_by_kind(self.evidence_rules, w) for w in ("early", "decision", "triggered"))
        self._at_stage, self._triggered = {True: early, False: decision}, triggered
        self._at_least = _at_least(self.evidence_rules)
        self._choices = [
            (bit, self._need(rule, needed=True), self._need(rule, needed=False))
            for bit, rule in _bits(self.evidence_rules)
        ]
        self._needs: dict[Setting, tuple[Need, ...]] = {}
        self._moved: dict[tuple[str, Outcome, int], Level] = {}

    def needs(self, claim: Claim, source: Source) -> tuple[Need, ...]:
        """Return the evidence rules that apply to a claim."""
        setting = self._setting(claim, source)
        known = self._needs.get(setting)
        if known is None:
            known = self._needs[setting] = tuple(self._work_out(setting))
        return known

    def level(self, rule: Rule, outcome: Outcome, steps: int = 0) -> Level:
        """Return the level of an outcome under the profile, moved up or down and clamped."""
        key = (rule.id, outcome, steps)
        known = self._moved.get(key)
        if known is None:
            known = self._moved[key] = self._move(rule, outcome, steps)
        return known

    def _move(self, rule: Rule, outcome: Outcome, steps: int) -> Level:
        base = LEVELS.index(self._levels[rule.id].get(outcome, "low"))
        highest = min(base, 1) if rule.group == "supporting" else 0  # supporting kinds never drown the headline ones
        return LEVELS[min(max(base - steps, highest), len(LEVELS) - 1)]

    def _setting(self, claim: Claim, source: Source) -> Setting:
        at_stage, on_trigger = self._at_stage[(claim.stage or source.stage) in EARLY], self._triggered
        needed = triggered = at_least = 0
        for kind in claim.kinds:
            needed |= at_stage.get(kind, 0)
            triggered |= on_trigger.get(kind, 0)
            at_least = at_least or self._at_least.get(kind, 0)
        money = claim.money or claim.amount is not None
        touched = _touched(claim.affects)
        return Setting(needed, triggered, at_least, *touched, claim.operative, money, claim.statutory)

    def _work_out(self, setting: Setting) -> Iterable[Need]:
        looked_at = setting.needed | setting.triggered
        needs = [
            there if bit & setting.needed or _triggered(there.rule, setting) else absent
            for bit, there, absent in self._choices
            if bit & looked_at and not _passes_over(there.rule, setting)
        ]
        if any(need.needed and need.rule.group == "headline" for need in needs):
            return needs
        # a claim of benefit, saving or neutrality answers to at least one headline rule (design 5)
        only = [there for bit, there, _ in self._choices if bit == setting.at_least]
        return only + [need for need in needs if not only or need.rule is not only[0].rule]

    def _need(self, rule: EvidenceRule, *, needed: bool) -> Need:
        named = f"{rule.id}\x1f{rule.evidence_kind}\x1f".encode()
        return Need(rule, needed, named, self.judgement[rule.id].encode())


@lru_cache(maxsize=1024)
def _touched(affects: tuple[str, ...]) -> tuple[bool, bool, bool]:
    """Tell whether people, the environment and personal data are among what a claim affects."""
    return not NOT_PEOPLE.issuperset(affects), ENVIRONMENT in affects, PERSONAL_DATA in affects


def _bits(rules: Iterable[EvidenceRule]) -> Iterator[tuple[int, EvidenceRule]]:
    return ((1 << number, rule) for number, rule in enumerate(rules))


def _by_kind(rules: Iterable[EvidenceRule], when: Literal["early", "decision", "triggered"]) -> dict[str, int]:
    """Return, for each claim kind, the rules that look at it at a stage or on a trigger."""
    filed: dict[str, int] = {}
    for bit, rule in _bits(rules):
        for kind in getattr(rule.needed, when):
            filed[kind] = filed.get(kind, 0) | bit
    return filed


def _at_least(rules: Iterable[EvidenceRule]) -> dict[str, int]:
    """Return, for each claim kind, the first rule that claims of it answer to at the least."""
    filed: dict[str, int] = {}
    for bit, rule in _bits(rules):
        for kind in rule.at_least:
            filed.setdefault(kind, bit)
    return filed


def _passes_over(rule: EvidenceRule, setting: Setting) -> bool:
    """Tell whether a rule is not for claims that touch only the environment, and this is one."""
    return rule.not_for_environment and setting.environment and not (setting.people or setting.personal_data)


def _triggered(rule: EvidenceRule, setting: Setting) -> bool:
    match rule.trigger:
        case "affects":
            return setting.people or setting.environment
        case "money_or_operative":
            return setting.money or setting.operative
        case "operative":
            return setting.operative
        case "statutory":
            return setting.statutory
        case "environment":
            return setting.environment
        case "personal_data":
            return setting.personal_data
    return True


def _chosen(rule: Rule, profile: Profile) -> bool:
    if {rule.id, rule.group} & set(profile.without):
        return False
    return profile.rules == "all" or rule.id in profile.rules or rule.group in profile.rules


def _overrides(rule: Rule, profile: Profile) -> dict[Outcome, Level]:
    return {**profile.levels.get(rule.group, {}), **profile.levels.get(rule.id, {})}


def _judgement(rule: Rule, parts: Mapping[EvidenceKind, tuple[Part, ...]]) -> str:
    """Return the digest of what a rule judges by: not of its words, which may be improved at any time."""
    fields = rule.model_dump(mode="json", include=_JUDGEMENT)
    if isinstance(rule, FlagRule) and rule.flags == "missing_part":
        fields["parts"] = parts  # it judges by what the evidence rules ask for
    return of_fields([json.dumps(fields, sort_keys=True, ensure_ascii=True)])
