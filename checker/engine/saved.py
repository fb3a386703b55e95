"""What can be compared of a saved assessment: the JSON that `checker check --format json` writes."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from checker.base.characters import character_fault, hostile_in
from checker.base.faults import NOWHERE, Fault, Refused, shortened
from checker.engine.snapshot import kinds_of, subjects_of
from checker.model.casefile import Input
from checker.model.comparison import Looked, Read, Seen, Snapshot, Subject
from checker.model.fields import ID, Day
from checker.model.words import NOT_QUOTED, Access, CommitmentState, Level, Outcome, Provided, SourceKind, SubjectType

"""What stands in a saved assessment for words that no output quotes."""
_TODO = "Save one with: checker check --format json -o FILE."


class _Saved(BaseModel):
    """A part of a saved assessment; later releases may add fields."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)


_Line = Annotated[str, Field(max_length=20_000)]
_Local = Annotated[str, StringConstraints(pattern=ID)]
_Full = Annotated[str, StringConstraints(pattern=ID.removesuffix("$") + "(#" + ID[1:-1] + ")?$")]


class _SavedInput(_Saved):
    path: _Line
    sha256: _Line


class _SavedManifest(_Saved):
    profile: _Line
    as_of: Day
    rules_sha256: _Line
    inputs: list[_SavedInput] = []


class _SavedSource(_Saved):
    id: _Local
    title: _Line
    kind: SourceKind
    date: Day | None = None
    access: Access = "public"
    restricted: list[Access] = []
    quotes_total: int = 0
    quotes_verified: int = 0
    quotes_sealed: int = 0


class _SavedSubject(_Saved):
    type: SubjectType
    id: _Full


class _SavedOffer(_Saved):
    id: _Full
    status: _Line
    at: _Line
    quote: _Line


class _SavedFinding(_Saved):
    fingerprint: _Line
    content: _Line
    rule: _Local
    outcome: Outcome
    level: Level
    subject: _SavedSubject
    source: _Local
    at: _Line
    quote: _Line
    kinds: list[_Line] = []
    evidence_kind: _Line | None = None
    evidence: list[_SavedOffer] = []
    other: _Full | None = None
    reason: _Line = ""


class _SavedCommitment(_Saved):
    id: _Full
    source: _Local
    at: _Line
    quote: _Line
    provides: list[Provided] = []
    state: CommitmentState


class _SavedAssessment(_Saved):
    schema_version: Literal[1]
    manifest: _SavedManifest
    sources: list[_SavedSource]
    findings: list[_SavedFinding]
    commitments: list[_SavedCommitment]
    waived: list[_Line] = []


def snapshot_from_json(data: Any, path: str) -> Snapshot:
    """Return what can be compared of a saved assessment.

    Args:
        data: what the JSON file holds.
        path: its name, for readers and for faults.

    Raises:
        Refused: where it is not what `checker check --format json` writes.
    """
    _check_version(data, path)
    _check_characters(data, path)
    try:
        saved = _SavedAssessment.model_validate(data)
    except ValidationError as error:
        raise Refused(_fault(dict(item), path) for item in error.errors(include_url=False)) from None
    waived = set(saved.waived)
    commitments = [
        Subject("commitment", c.source, _local(c.id), c.at, c.quote, tuple(c.provides), c.state)
        for c in saved.commitments
    ]
    findings = [_from_saved(finding, waived) for finding in saved.findings]
    subjects = subjects_of(findings, commitments)
    return Snapshot(
        saved.manifest.as_of,
        saved.manifest.profile,
        saved.manifest.rules_sha256,
        tuple(
            Read(s.id, s.title, s.kind, s.date, s.quotes_total, s.quotes_verified, s.quotes_sealed)
            for s in saved.sources
        ),
        tuple(subjects.values()),
        tuple(seen._replace(subject=subjects[seen.subject.key]) for seen in findings),
        access=tuple(sorted({access for s in saved.sources for access in (s.access, *s.restricted)})),
        inputs=tuple(Input(item.path, item.sha256) for item in saved.manifest.inputs),
        name=path,
    )


def _from_saved(saved: _SavedFinding, waived: set[str]) -> Seen:
    subject = saved.subject
    words = "" if saved.quote == NOT_QUOTED else saved.quote
    kinds = tuple(saved.kinds) if subject.type == "claim" else kinds_of(subject.type, saved.evidence_kind)
    return Seen(
        saved.fingerprint, saved.content, saved.rule, saved.outcome, saved.level,
        Subject(subject.type, saved.source, _local(subject.id), saved.at, words, kinds),
        saved.evidence_kind,
        tuple(Looked(offer.id, offer.status, offer.at, offer.quote) for offer in saved.evidence),
        saved.other or "", saved.reason, saved.fingerprint in waived,
    )  # fmt: skip


def _local(identity: str) -> str:
    return identity.rpartition("#")[2]


def _check_version(data: Any, path: str) -> None:
    """Refuse, with one fault and not a hundred, what is no report of this command at all."""
    if not isinstance(data, dict) or "manifest" not in data or "findings" not in data:
        raise Refused([Fault(path, NOWHERE, "NOT-A-REPORT", "holds no saved assessment.", _TODO)])
    version = data.get("schema_version")
    if isinstance(version, int) and version > 1:
        what = f"version {version}; this release reads 1."
        raise Refused([Fault(path, NOWHERE, "TOO-NEW", what, "Upgrade; the file was not touched.")])


def _check_characters(data: Any, path: str) -> None:
    """Refuse characters that no record may hold: a saved file may have been edited since."""
    waiting = [data]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += [*value.keys(), *value.values()]
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, str) and (bad := hostile_in(value)):
            raise Refused([character_fault(path, NOWHERE, bad)])


def _fault(error: dict[str, Any], path: str) -> Fault:
    """Return what is wrong with one value, named as a reader counts: findings 3, level."""
    steps = [str(step + 1) if isinstance(step, int) else shortened(step) for step in error["loc"]]
    if error["type"] == "missing":
        where = " ".join(steps[:-1]) or "the file"
        return Fault(path, NOWHERE, "MISSING-FIELD", f"{where} has no {steps[-1]}.", _TODO)
    value = error["input"]
    shown = f'"{shortened(value)}"' if isinstance(value, str) else f"a {type(value).__name__}"
    return Fault(path, NOWHERE, "BAD-VALUE", f"{' '.join(steps)}: {shown} does not belong there.", _TODO)
