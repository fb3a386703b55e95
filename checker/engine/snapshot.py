"""What can be compared of an assessment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from checker.engine.plan import Plan
from checker.model.casefile import VERIFIED, Dossier
from checker.model.coding import quotations
from checker.model.comparison import Looked, Read, Seen, Snapshot, Subject, SubjectKey
from checker.model.finding import Assessment, Finding
from checker.model.words import Access


def snapshot_of(assessment: Assessment, name: str = "") -> Snapshot:
    """Return what can be compared of a live assessment.

    Args:
        assessment: the assessment.
        name: what a reader calls it: the folder or file that was read.
    """
    dossiers = assessment.casefile.dossiers
    commitments = [
        Subject("commitment", s.source.id, s.commitment.id, s.commitment.at, s.commitment.quote,
                tuple(s.commitment.provides), s.state)
        for s in assessment.standings
    ]  # fmt: skip
    findings = [_seen(finding, assessment) for finding in assessment.findings]
    subjects = subjects_of(findings, commitments)
    return Snapshot(
        assessment.as_of,
        assessment.profile.id,
        assessment.rulebook.sha256,
        tuple(_read(dossier) for dossier in dossiers),
        tuple(subjects.values()),
        tuple(seen._replace(subject=subjects[seen.subject.key]) for seen in findings),
        MappingProxyType(Plan(assessment.rulebook, assessment.profile).judgement),
        tuple(sorted({access for dossier in dossiers for access in _restrictions(dossier)})),
        tuple(assessment.casefile.all_inputs()),
        name,
    )


def _seen(finding: Finding, assessment: Assessment) -> Seen:
    hidden = finding.claim is not None and finding.claim.about_person
    source = finding.source.id
    local = source if finding.subject_id == source else finding.subject.id
    kinds = finding.kinds if finding.claim else kinds_of(finding.subject_type, finding.evidence_kind)
    return Seen(
        finding.fingerprint, finding.content, finding.rule.id, finding.outcome, finding.level,
        Subject(finding.subject_type, source, local, finding.at, "" if hidden else finding.quote, kinds),
        finding.evidence_kind,
        tuple(Looked(offer.id, offer.status, offer.item.at, offer.item.quote) for offer in finding.evidence),
        finding.other.id if finding.other else "", finding.reason, finding.is_open and assessment.is_waived(finding),
    )  # fmt: skip


def kinds_of(subject_type: str, evidence_kind: str | None) -> tuple[str, ...]:
    """Return the kinds of a subject that is no claim: of evidence its own."""
    return (evidence_kind,) if subject_type == "evidence" and evidence_kind else ()


def _read(dossier: Dossier) -> Read:
    source = dossier.source
    states = [check.state for check in dossier.checks.values()]
    total, verified = sum(1 for _ in quotations(dossier.coding)), sum(state in VERIFIED for state in states)
    return Read(source.id, source.title, source.kind, source.date, total, verified, states.count("sealed"))


def _restrictions(dossier: Dossier) -> Iterator[Access]:
    yield dossier.source.access
    yield from (restricted.access for restricted in dossier.source.restricted)


def subjects_of(findings: Iterable[Seen], commitments: Iterable[Subject]) -> dict[SubjectKey, Subject]:
    """Return everything that was judged or looked at: whatever is not here was not assessed."""
    found = {subject.key: subject for subject in commitments}
    for seen in findings:
        found.setdefault(seen.subject.key, seen.subject)
        for looked in seen.evidence:
            source, _, local = looked.id.partition("#")
            if ("commitment", source, local) not in found:
                kinds = (seen.evidence_kind,) if seen.evidence_kind else ()
                piece = Subject("evidence", source, local, looked.at, looked.words, kinds, looked.status)
                found[piece.key] = piece
    return found
