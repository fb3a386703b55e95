"""Compile rules and a profile to plain lookup tables, once a run."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple

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


class Setting(NamedTuple):
    """Everything about a claim that decides which rules apply to it."""

    kinds: tuple[str, ...]
    early: bool
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
        stale: evidence kind -> after how many months it is old.
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
        self.stale: dict[EvidenceKind, int] = {
            rule.evidence_kind: rule.stale_after_months for rule in everything if rule.stale_after_months
        }
        self.judgement = {rule.id: _judgement(rule, self.parts) for rule in chosen}
        self._levels = {rule.id: {**rule.levels, **_overrides(rule, profile)} for rule in chosen}
        self._by_kind = _by_kind(self.evidence_rules)
        self._needs: dict[Setting, tuple[Need, ...]] = {}
        self._moved: dict[tuple[str, Outcome, int], Level] = {}

    def needs(self, claim: Claim, source: Source) -> tuple[Need, ...]:
        """Return the evidence rules that apply to a claim."""
        setting = setting_of(claim, source)
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

    def _work_out(self, setting: Setting) -> Iterable[Need]:
        needed = self._rules_for(setting.kinds, "early" if setting.early else "decision")
        triggered = self._rules_for(setting.kinds, "triggered")
        needs = [
            Need(rule, needed=rule.id in needed or _triggered(rule, setting))
            for rule in self.evidence_rules
            if (rule.id in needed or rule.id in triggered) and not _passes_over(rule, setting)
        ]
        if not any(need.needed and need.rule.group == "headline" for need in needs):
            needs = self._at_least_one(setting, needs)
        return needs

    def _rules_for(self, kinds: tuple[str, ...], when: str) -> set[str]:
        """Return the ids of the rules that look at any of some claim kinds, at a stage or on a trigger."""
        return {rule for kind in kinds for rule in self._by_kind.get((kind, when), ())}

    def _at_least_one(self, setting: Setting, needs: list[Need]) -> list[Need]:
        """A claim of benefit, saving or neutrality answers to at least one headline rule (design 5)."""
        for kind in setting.kinds:
            for rule in self.evidence_rules:
                if kind in rule.at_least:
                    return [Need(rule, needed=True), *(need for need in needs if need.rule is not rule)]
        return needs


def _by_kind(rules: Iterable[EvidenceRule]) -> dict[tuple[str, str], list[str]]:
    """Return the ids of rules by claim kind and by when they look at it."""
    filed: dict[tuple[str, str], list[str]] = {}
    for rule in rules:
        for when in ("early", "decision", "triggered"):
            for kind in getattr(rule.needed, when):
                filed.setdefault((kind, when), []).append(rule.id)
    return filed


def _passes_over(rule: EvidenceRule, setting: Setting) -> bool:
    """Tell whether a rule is not for claims that touch only the environment, and this is one."""
    return rule.not_for_environment and setting.environment and not (setting.people or setting.personal_data)


def setting_of(claim: Claim, source: Source) -> Setting:
    """Return what decides which rules apply to the claim."""
    affects = claim.affects
    return Setting(
        claim.kinds,
        (claim.stage or source.stage) in EARLY,
        not NOT_PEOPLE.issuperset(affects),
        ENVIRONMENT in affects,
        PERSONAL_DATA in affects,
        claim.operative,
        claim.money or claim.amount is not None,
        claim.statutory,
    )


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
