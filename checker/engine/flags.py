"""Make the findings of rules that look for one thing."""

from __future__ import annotations

from checker.base.digest import short
from checker.engine.plan import Plan
from checker.model.casefile import Dossier
from checker.model.coding import Item
from checker.model.finding import Finding, Offer, Other
from checker.model.rule import FlagRule
from checker.model.source import Conflict, Source
from checker.model.words import Outcome, SubjectType


def flag(
    plan: Plan,
    rule: FlagRule,
    outcome: Outcome,
    subject_type: SubjectType,
    subject: Item | Conflict | Source,
    dossier: Dossier,
    *,
    evidence_kind: str | None = None,
    evidence: tuple[Offer, ...] = (),
    other: Other | None = None,
    reason: str = "",
    details: tuple[str, ...] = (),
) -> Finding:
    """Return the finding, with its fingerprint and the digest of what it was raised on."""
    name = other.id if other else ""
    name_of_subject = subject.id if isinstance(subject, Source) else f"{dossier.source.id}#{subject.id}"
    written = subject.title if isinstance(subject, Source) else subject.quote
    kinds = getattr(subject, "kinds", ())
    coded = (written, *kinds, getattr(subject, "stage", None) or "", getattr(subject, "certainty", ""))
    looked_at = "\x1f".join(f"{offer.id} {offer.item.quote}" for offer in evidence)
    return Finding(
        short((dossier.source.id, subject.id, rule.id, evidence_kind or "", name)),
        short(("\x1f".join(coded), looked_at, other.item.quote if other else "", plan.judgement[rule.id])),
        rule, outcome, plan.level(rule, outcome), subject_type, subject, name_of_subject, dossier,
        evidence_kind, evidence, other, reason or rule.flags, details,
    )  # fmt: skip
