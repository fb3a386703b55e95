"""One run: a casefile, rules and a profile in, an assessment out."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from checker.engine.commitment import judge_commitments
from checker.engine.consistency import judge_consistency
from checker.engine.dispositions import dispositions, unused
from checker.engine.due import standings
from checker.engine.evidence import judge_claims
from checker.engine.integrity import judge_integrity
from checker.engine.matters import gather
from checker.engine.offers import Offers
from checker.engine.plan import Plan
from checker.engine.quality import judge_evidence
from checker.model.casefile import Casefile
from checker.model.finding import Assessment, Finding, Matter, Standing
from checker.model.rule import Profile, Rulebook


def assess(
    casefile: Casefile,
    rulebook: Rulebook,
    profile: Profile,
    as_of: datetime.date,
    *,
    waivers: bool = True,
    matters: bool = True,
) -> Assessment:
    """Return every finding of the profile's rules on the sources known by the day.

    Deterministic: the same casefile, rulebook, profile and day give the same assessment.

    Args:
        casefile: what was read.
        rulebook: all rules.
        profile: which of them, whose claims, at what level.
        as_of: the day; nothing later counts.
        waivers: whether waivers hold; without them every open finding is open.
        matters: whether findings are gathered into matters, which an output in codes does not need.
    """
    casefile = casefile.up_to(as_of)
    plan = Plan(rulebook, profile)
    standing = standings(casefile, as_of, profile.due_soon_days)
    findings = _findings(casefile, plan, {one.id: one for one in standing})
    decided = dispositions(findings, casefile.ledger, as_of, waivers=waivers)
    gathered: tuple[Matter, ...] = ()
    if matters:
        waived = {name for name, disposition in decided.items() if disposition.is_waived}
        gathered = gather([f for f in findings if f.fingerprint not in waived], casefile, rulebook)
    left = unused(findings, casefile.ledger)
    return Assessment(casefile, rulebook, profile, as_of, findings, gathered, standing, decided, left)


def _findings(casefile: Casefile, plan: Plan, standing: Mapping[str, Standing]) -> tuple[Finding, ...]:
    offers = Offers(casefile, standing.values())
    found: list[Finding] = []
    of_claims: list[Finding] = []
    for dossier in casefile.dossiers:
        judged = list(judge_claims(dossier, plan, offers))
        of_claims += judged
        found += judged
        found += judge_evidence(dossier, plan, offers)
        found += judge_commitments(dossier, standing, plan)
        found += judge_integrity(dossier, plan)
    found += judge_consistency(casefile, plan, of_claims)
    return tuple(found)
