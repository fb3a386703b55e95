"""Judge a piece of evidence by itself: what it lacks, how old it is, whether it can be seen at all."""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine.evidence import is_stale
from checker.engine.flags import flag
from checker.engine.offers import Offers
from checker.engine.plan import Plan
from checker.model.casefile import Dossier
from checker.model.coding import Coding, Evidence
from checker.model.finding import Finding, Offer
from checker.model.words import Flag, Outcome


def judge_evidence(dossier: Dossier, plan: Plan, offers: Offers) -> Iterator[Finding]:
    """Yield what the quality rules find in the evidence that stands behind judged claims."""
    for piece in dossier.coding.evidence:
        if _stands_behind_a_judged_claim(piece, dossier.coding, plan):
            for name, outcome, details in _found(piece, dossier, plan, offers):
                rule = plan.flags.get(name)
                if rule is not None:
                    offer = Offer(f"{dossier.source.id}#{piece.id}", piece.status, piece, dossier.source)
                    yield flag(
                        plan, rule, outcome, "evidence", piece, dossier,
                        evidence_kind=piece.kind, evidence=(offer,), details=details,
                    )  # fmt: skip


def _found(
    piece: Evidence, dossier: Dossier, plan: Plan, offers: Offers
) -> Iterator[tuple[Flag, Outcome, tuple[str, ...]]]:
    if piece.status == "supplied":
        missing = tuple(part for part in plan.parts.get(piece.kind, ()) if getattr(piece, part) is None)
        if missing:
            yield "missing_part", "weak", missing
        if piece.scope == "part":
            yield "part_scope", "weak", ()
        rule = plan.flags.get("stale")
        months = rule.stale_after_months.get(piece.kind) if rule else None
        if months and is_stale(piece, months, dossier.source):
            yield "stale", "weak", (str(piece.as_of), str(months))
    elif piece.status == "none_stated" and not offers.promises(dossier.source.id, piece.kind):
        yield "bare_nil", "gap", ()
    elif piece.status == "oral":
        yield "oral", "weak", ()
    elif piece.status == "referenced":
        yield "referenced", "weak", ()


def _stands_behind_a_judged_claim(piece: Evidence, coding: Coding, plan: Plan) -> bool:
    covers = piece.covers
    if isinstance(covers, tuple):
        return any(claim.by in plan.judged for claim in coding.claims if claim.id in covers) or any(
            "#" in c for c in covers
        )
    if isinstance(covers, str):
        return any(claim.by in plan.judged for claim in coding.claims)
    return True
