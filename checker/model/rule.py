"""Rules, themes, bases and profiles: data that a democratic-services officer can read and edit."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import Field

from checker.model.fields import Count, Day, Id, Record, Text, YesOnly
from checker.model.words import (
    By,
    ClaimKind,
    EvidenceKind,
    Flag,
    Force,
    Group,
    Level,
    Outcome,
    Part,
    Route,
    Trigger,
)


class Theme(Record):
    """A question that a resident would ask; matters are gathered under it."""

    id: Id = Field(description="One word.")
    title: Text = Field(description="The question.")
    kinds: tuple[ClaimKind, ...] = Field((), description="Claims of these kinds are quoted first under it.")


class Themes(Record):
    """The closed list of themes, in the order of the page."""

    themes: tuple[Theme, ...] = Field(description="In the order of the page.")


class InForce(Record):
    """The days on which a basis could be relied on, both included."""

    from_: Day | None = Field(None, alias="from", description="The first day.")
    to: Day | None = Field(None, description="The last day.")

    def holds(self, day: datetime.date | None) -> bool:
        """Tell whether the basis could be relied on that day; an undated source gets only what has no end."""
        if day is None:
            return self.to is None
        return (self.from_ is None or self.from_ <= day) and (self.to is None or day <= self.to)


class Basis(Record):
    """What a rule rests on, with no more force than it has."""

    id: Id = Field(description="Words with hyphens.")
    title: Text = Field(description="The Act and section, the guidance, the code.")
    text: Text = Field(description="What it asks for and of whom, in our own words.")
    force: Force = Field(description="law, statutory_guidance, professional, benchmark or practice.")
    url: Text | None = Field(None, description="Where its own text stands.")
    in_force: InForce | None = Field(None, description="From when, and until when.")
    checked: Day | None = Field(None, description="The day its own words were read.")
    read: Text | None = Field(None, description="What was read, where.")

    def held_on(self, day: datetime.date | None) -> bool:
        """Tell whether it may be cited for a source of that day."""
        return self.in_force is None or self.in_force.holds(day)


class Bases(Record):
    """A list of bases that rules cite by id."""

    bases: tuple[Basis, ...] = Field(description="Each once.")


class Question(Record):
    """One question that the person it is put to can answer."""

    opener: Text = Field(description="The question.")
    of_sum: Text | None = Field(None, description="The question instead, where the claim itself gives a sum.")
    follow_ups: tuple[Text, ...] = Field((), max_length=2, description="At most two.")
    full_answer: Text = Field(description="What a full answer holds.")
    route: Route = Field(description="In writing before the meeting, in the room, or as a recommendation.")

    def opener_for(self, amount: int | None) -> str:
        """Return the question to put on a claim that gives this sum in pounds; None where it gives none."""
        return self.opener if amount is None or self.of_sum is None else self.of_sum


class Needed(Record):
    """For which kinds of claim a kind of evidence is looked for."""

    early: tuple[ClaimKind, ...] = Field(
        (), description="While the proposal is an idea, options or out for consultation."
    )
    decision: tuple[ClaimKind, ...] = Field((), description="From the preferred option on.")
    triggered: tuple[ClaimKind, ...] = Field((), description="At any stage, where the trigger holds.")


class Example(Record):
    """A small case that the rule must flag, or must pass."""

    title: Text = Field(description="A sentence that a clerk would sign.")
    expect: Outcome | Literal["none"] = Field(description="The worst outcome this rule gives, or none.")
    source: Mapping[str, Any] = Field(
        default_factory=dict, description="Fields laid over an officer report for decision."
    )
    claims: tuple[Mapping[str, Any], ...] = Field((), description="Claims; what is left out gets a plain default.")
    evidence: tuple[Mapping[str, Any], ...] = Field((), description="Evidence.")
    commitments: tuple[Mapping[str, Any], ...] = Field((), description="Commitments.")
    asked: tuple[Mapping[str, Any], ...] = Field((), description="Questions asked.")
    others: tuple[Mapping[str, Any], ...] = Field(
        (), description="Further sources, each with source, claims and so on."
    )
    checks: tuple[Mapping[str, Any], ...] = Field((), description="What verification found: id and state.")
    original_changed: YesOnly = Field(False, description="Whether the original is another file than the one coded.")
    as_of: Day | None = Field(None, description="The day of the assessment.")


class _Rule(Record):
    """What every rule has."""

    id: Id = Field(description="Words with hyphens; the name of the file.")
    title: Text = Field(description="A noun phrase.")
    theme: Id = Field(description="A theme of themes.yaml.")
    theme_by_evidence: Mapping[EvidenceKind, Id] = Field(
        default_factory=dict, description="Another theme for some evidence kinds."
    )
    group: Group = Field(description="headline, supporting, quality, commitments, consistency or integrity.")
    levels: Mapping[Outcome, Level] = Field(description="The level of each outcome.")
    why: Text = Field(description="Why it matters, in one to three sentences.")
    basis: tuple[Id, ...] = Field((), description="Ids of basis.yaml; none means practice.")
    questions: Mapping[Outcome, Mapping[str, Question]] = Field(
        description="By outcome; then default, or by claim kind."
    )
    remedy: Mapping[str, Text] = Field(description="What would settle it: default, or by claim kind.")
    waivable: YesOnly = Field(True, description="Whether an open finding may be waived for a time.")
    examples: tuple[Example, ...] = Field(
        min_length=2, description="Cases that must be flagged and cases that must pass."
    )

    def question(self, outcome: Outcome, kinds: tuple[str, ...]) -> Question | None:
        """Return the question for the outcome, the one for the first claim kind that has its own."""
        bank = self.questions.get(outcome)
        if bank is None:
            return None
        return next((bank[kind] for kind in kinds if kind in bank), bank.get("default"))

    def remedy_for(self, kinds: tuple[str, ...]) -> str:
        """Return what would settle it, for the first claim kind that has its own remedy."""
        return next((self.remedy[kind] for kind in kinds if kind in self.remedy), self.remedy.get("default", ""))

    def theme_of(self, evidence_kind: str | None) -> str:
        """Return the theme a finding of this rule belongs to."""
        return self.theme_by_evidence.get(evidence_kind, self.theme) if evidence_kind else self.theme  # type: ignore[call-overload]


class EvidenceRule(_Rule):
    """A claim of these kinds, at this stage, is looked at for evidence of that kind."""

    judges: Literal["evidence"]
    evidence_kind: EvidenceKind = Field(description="The kind of evidence looked for.")
    needed: Needed = Field(description="For which claim kinds, when.")
    trigger: Trigger | None = Field(None, description="What must hold for the triggered kinds.")
    at_least: tuple[ClaimKind, ...] = Field(
        (), description="Kinds that answer to this rule when no other headline rule applies."
    )
    parts: tuple[Part, ...] = Field((), description="What supplied evidence must carry.")
    stale_after_months: Count | None = Field(None, description="Evidence older than this is weak.")
    not_for_environment: YesOnly = Field(False, description="Not for claims that touch only the environment.")


class FlagRule(_Rule):
    """One thing that is looked for in evidence, commitments, claims together, or the record itself."""

    judges: Literal["quality", "commitment", "consistency", "integrity"]
    flags: Flag = Field(description="What is looked for.")
    stale_after_months: Mapping[EvidenceKind, Count] = Field(default_factory=dict, description="By evidence kind.")
    hedges: tuple[Text, ...] = Field((), description="Words that soften or negate what follows them.")


Rule = EvidenceRule | FlagRule


class Profile(Record):
    """A named choice of rules, levels, whose claims, and when the command says that something is open."""

    id: Id = Field(description="One word.")
    title: Text = Field(description="For whom.")
    says: Text = Field(description="What it chooses, in one or two sentences.")
    extends: Id | None = Field(None, description="A profile whose fields hold where this one has none.")
    judges: tuple[By, ...] = Field(("officer", "executive", "partner"), description="Whose claims are judged.")
    rules: Literal["all"] | tuple[Text, ...] = Field("all", description="All, or ids of rules and names of groups.")
    without: tuple[Text, ...] = Field((), description="Ids of rules and names of groups to leave out.")
    money_above: Count = Field(500_000, description="Pounds: a claim with a larger printed sum is raised one level.")
    fail_on: Level | Literal["never"] = Field(
        "never", description="From which level on an open finding makes the exit code 1."
    )
    report: Literal["matters", "fix_list"] = Field(
        "matters", description="What check prints: matters, or points by paragraph."
    )
    due_soon_days: Count = Field(30, description="How long before its date a commitment is due soon.")
    levels: Mapping[str, Mapping[Outcome, Level]] = Field(default_factory=dict, description="By rule id or group.")


@dataclass(frozen=True)
class Rulebook:
    """All rules, themes, bases and profiles of a run, and the digest of the files they came from."""

    rules: tuple[Rule, ...]
    themes: tuple[Theme, ...]
    bases: Mapping[str, Basis]
    profiles: Mapping[str, Profile]
    sha256: str
    from_packs: frozenset[str] = frozenset()
    """Ids of the rules that come from a council's own packs."""

    def rule(self, identity: str) -> Rule | None:
        """Return the rule of that id."""
        return next((rule for rule in self.rules if rule.id == identity), None)
