"""Judge the record itself: quotations, seals, the original, and sources that disagree with themselves."""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine.flags import flag
from checker.engine.plan import Plan
from checker.model.casefile import CheckState, Dossier
from checker.model.coding import Item
from checker.model.finding import Finding
from checker.model.words import Flag, SubjectType

_BROKEN: dict[CheckState, Flag] = {"not_found": "quotation", "wrong_place": "quotation", "seal_broken": "seal"}


def judge_integrity(dossier: Dossier, plan: Plan) -> Iterator[Finding]:
    """Yield what is wrong with the record of a source, as far as it was checked."""
    changed = plan.flags.get("source_changed")
    if dossier.original_changed and changed:
        yield flag(plan, changed, "weak", "source", dossier.source, dossier)
    conflicts = plan.flags.get("source_conflict")
    if conflicts:
        for conflict in dossier.source.conflicts:
            yield flag(plan, conflicts, "weak", "source", conflict, dossier, details=(conflict.says,))
    if dossier.checks:
        yield from _quotations(dossier, plan)


def _quotations(dossier: Dossier, plan: Plan) -> Iterator[Finding]:
    coding = dossier.coding
    groups: tuple[tuple[SubjectType, tuple[Item, ...]], ...] = (
        ("claim", coding.claims),
        ("evidence", coding.evidence),
        ("commitment", coding.commitments),
        ("source", coding.asked),
    )
    for subject_type, items in groups:
        for item in items:
            for identity in (item.id, f"{item.id}.answer"):
                check = dossier.checks.get(identity)
                if check is None:
                    continue
                rule = plan.flags.get(_BROKEN[check.state]) if check.state in _BROKEN else None
                if rule:
                    yield flag(
                        plan, rule, "weak", subject_type, item, dossier, reason=check.state, details=(check.why,)
                    )
                hedge = plan.flags.get("stripped_hedge")
                if check.hedge and hedge:
                    yield flag(plan, hedge, "weak", subject_type, item, dossier, details=(check.hedge,))
