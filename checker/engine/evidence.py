"""Judge a claim by the evidence offered for it: the outcome by the best piece (design 5)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from checker.base.digest import short_of
from checker.engine.due import add_period
from checker.engine.offers import Offers
from checker.engine.plan import Plan
from checker.model.casefile import Dossier
from checker.model.coding import Claim, Evidence
from checker.model.finding import Finding, Offer
from checker.model.rule import EvidenceRule
from checker.model.source import Source
from checker.model.words import EARLY, Outcome

_BEST_FIRST = {
    status: rank
    for rank, status in enumerate(
        ("contradicted", "verified", "supplied", "overdue", "fell_due_unread", "promised", "none_reasoned",
         "oral", "referenced", "exempt", "none_stated")
    )
}  # fmt: skip
_PLAIN: dict[str, Outcome] = {
    "contradicted": "weak",
    "verified": "met",
    "overdue": "overdue",
    "fell_due_unread": "cannot_tell",
    "promised": "promised",
    "oral": "weak",
    "referenced": "weak",
    "exempt": "weak",
    "none_stated": "gap",
}
_NOTHING: tuple[Offer, ...] = ()
_NO_DETAILS: tuple[str, ...] = ()
_NIL_PARTS = ("groups", "data", "who", "when")


def judge_claims(dossier: Dossier, plan: Plan, offers: Offers) -> Iterator[Finding]:
    """Yield a finding for every claim of the source and every evidence rule that applies to it."""
    source = dossier.source
    unreadable = {m.at for m in source.missing if m.at and m.state != "missing"}
    for claim in dossier.coding.claims:
        if claim.by not in plan.judged:
            continue
        steps = _steps(claim, source, plan)
        name = f"{source.id}#{claim.id}"
        subject = f"{source.id}\x1f{claim.id}\x1f".encode()
        written = "\x1f".join((claim.quote, *claim.kinds, claim.stage or "", claim.certainty, "")).encode()
        for rule, needed, named, judged in plan.needs(claim, source):
            offered = offers.of(claim, source.id, rule.evidence_kind) if needed else ()
            found, looked_at, details = _NOTHING, b"", _NO_DETAILS
            if offered:
                found = tuple(sorted(offered, key=_rank))
                looked_at = "\x1f".join([f"{offer.id} {offer.item.quote}" for offer in found]).encode()
                outcome, reason, details = _outcome(claim, source, rule, found)
            else:
                outcome, reason = ("gap", "absent") if needed else ("not_applicable", rule.trigger or "")
            if outcome == "gap" and claim.at in unreadable:
                outcome, reason = "cannot_tell", "unreadable"
            level = plan.level(rule, outcome, steps + (reason == "contradicted")) if outcome != "met" else "low"
            yield Finding(
                short_of(subject + named), short_of(written + looked_at + b"\x1f" + judged),
                rule, outcome, level, "claim", claim, name, dossier,
                rule.evidence_kind, found, None, reason, details,
            )  # fmt: skip


def _rank(offer: Offer) -> int:
    return _BEST_FIRST[offer.status]


def _steps(claim: Claim, source: Source, plan: Plan) -> int:
    """Return how many levels a claim's findings move: up for what is under way or costly, down for what is open."""
    large = claim.amount is not None and claim.amount > plan.profile.money_above
    down = (claim.certainty == "hypothesis") + ((claim.stage or source.stage) in EARLY) + claim.reported
    return int(claim.operative or large) - down


def _outcome(
    claim: Claim, source: Source, rule: EvidenceRule, found: tuple[Offer, ...]
) -> tuple[Outcome, str, tuple[str, ...]]:
    best = found[0]
    if best.status == "supplied" and isinstance(best.item, Evidence):
        details = lacking(best.item, rule, source)
        return ("weak" if details else "met"), "supplied", details
    if best.status == "none_reasoned" and isinstance(best.item, Evidence):
        nil = best.item
        details = tuple(part for part in _NIL_PARTS if getattr(nil, part) is None)
        if claim.affects:
            details += ("effect_shown",)
        return ("weak" if details else "met"), "none_reasoned", details
    return _PLAIN[best.status], best.status, ()


def lacking(piece: Evidence, rule: EvidenceRule, source: Source) -> tuple[str, ...]:
    """Return the sub-tests that supplied evidence does not pass, as codes."""
    missing: list[str] = [part for part in rule.parts if getattr(piece, part) is None]
    if piece.scope == "part":
        missing.append("part_scope")
    if rule.stale_after_months and is_stale(piece, rule.stale_after_months, source):
        missing.append("stale")
    return tuple(missing)


def is_stale(piece: Evidence, months: int, source: Source) -> bool:
    """Tell whether evidence was older than so many months when the source came out."""
    day: datetime.date | None = source.date or source.known_from
    return piece.as_of is not None and day is not None and add_period(piece.as_of, f"{months} months") < day
