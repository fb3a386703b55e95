"""Judge commitments by how they stand on the day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.engine.flags import flag
from checker.engine.plan import Plan
from checker.model.casefile import Dossier
from checker.model.finding import Finding, Offer, Standing
from checker.model.words import CommitmentState, Flag, Outcome

_FLAGGED: dict[CommitmentState, tuple[Flag, Outcome]] = {
    "undated": ("undated", "promised"),
    "overdue": ("overdue", "overdue"),
    "fell_due_unread": ("fell_due_unread", "cannot_tell"),
    "kept_in_part": ("kept_in_part", "weak"),
}


def judge_commitments(dossier: Dossier, standings: Mapping[str, Standing], plan: Plan) -> Iterator[Finding]:
    """Yield a finding for each commitment of the source that is undated, overdue, unread or kept in part."""
    for commitment in dossier.coding.commitments:
        standing = standings[f"{dossier.source.id}#{commitment.id}"]
        name, outcome = _FLAGGED.get(standing.state, (None, None))
        rule = plan.flags.get(name) if name else None
        if rule is not None and outcome is not None:
            offer = Offer(standing.id, standing.state, commitment, dossier.source)
            yield flag(plan, rule, outcome, "commitment", commitment, dossier, evidence=(offer,), details=standing.seen)
