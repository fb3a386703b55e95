"""SARIF 2.1.0: findings for programs that gather the results of other programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from checker import __version__
from checker.model.coding import Item
from checker.model.finding import Assessment, Disposition, Finding
from checker.model.rule import Basis, Rule
from checker.model.words import LEVELS, Level
from checker.reporters.access import access_of_all
from checker.reporters.as_json import manifest
from checker.reporters.footing import foot
from checker.reporters.names import FORCE, WAIVERS, day, quote_of
from checker.reporters.sarif_models import (
    Artifact,
    ArtifactLocation,
    BaselineState,
    Configuration,
    Descriptor,
    Driver,
    Help,
    Invocation,
    Location,
    Log,
    LogicalLocation,
    Message,
    Notification,
    PhysicalLocation,
    Region,
    Result,
    Run,
    SarifLevel,
    Suppression,
    Tool,
)
from checker.reporters.wording import Words

_SOMEWHERE = {
    "at": "the paragraph",
    "evidence_at": "the paragraph",
    "promised_at": "the paragraph",
    "other": "the other passage",
    "due": "the due date",
}
"""What stands for places in the help of a rule, which is about no one finding."""
LEVEL: dict[Level, SarifLevel] = {"high": "error", "medium": "warning", "low": "note"}
FINGERPRINT = "checkerFingerprint/v1"
CONTENT = "content"


def render(
    assessment: Assessment,
    *,
    lines: Mapping[str, int] | None = None,
    baseline: Mapping[str, BaselineState] | None = None,
    command: str = "",
) -> bytes:
    """Return the open findings and the waived ones as a SARIF log.

    Args:
        assessment: what to print.
        lines: the line of each item in its file, by full id; without them a result names the file alone.
        baseline: by fingerprint, how a finding compares with an earlier assessment; one that it
            does not name is new. Fingerprints that are no longer open come as absent.
        command: the command line of this run.
    """
    log = Log(runs=(_Writer(assessment, lines or {}, baseline).run(command),))
    return (log.model_dump_json(by_alias=True, exclude_none=True, indent=1) + "\n").encode()


class _Writer:
    def __init__(
        self, assessment: Assessment, lines: Mapping[str, int], baseline: Mapping[str, BaselineState] | None
    ) -> None:
        self.assessment = assessment
        self.lines = lines
        self.baseline = baseline
        self.words = Words(assessment)
        self.manifest = manifest(assessment)
        self.files = {item["path"]: number for number, item in enumerate(self.manifest["inputs"])}
        self.bases: dict[str, dict[str, Basis]] = {}
        for finding in assessment.findings:
            self.bases.setdefault(finding.rule.id, {}).update({basis.id: basis for basis in self.words.bases(finding)})
        self.rules = tuple(rule for rule in assessment.rulebook.rules if rule.id in self.bases)
        self.numbers = {rule.id: number for number, rule in enumerate(self.rules)}

    def run(self, command: str) -> Run:
        assessment = self.assessment
        rules = tuple(_rule(rule, list(self.bases[rule.id].values())) for rule in self.rules)
        return Run(
            tool=Tool(driver=Driver(name="checker", version=__version__, rules=rules)),
            invocations=(Invocation(command_line=command or None, tool_execution_notifications=tuple(self._unused()), properties={"asOf": assessment.as_of.isoformat(), "profile": assessment.profile.id}),),
            artifacts=tuple(_artifact(item["path"], item["sha256"]) for item in self.manifest["inputs"]),
            results=tuple(self._results()),
            properties={"access": access_of_all(assessment), "foot": list(foot(assessment)), "manifest": self.manifest},
        )  # fmt: skip

    def _unused(self) -> Iterable[Notification]:
        for event in self.assessment.unused_waivers:
            text = f"A waiver is of something no longer assessed: {event.about or event.subject} ({event.granted_by})."
            yield Notification(level="note", message=_message(text))

    def _results(self) -> Iterable[Result]:
        known = {finding.fingerprint for finding in self.assessment.findings}
        for finding in self.assessment.findings:
            state = self._state(finding)
            if finding.is_open or state == "absent":
                yield self._result(finding, state)
        for name, state in sorted((self.baseline or {}).items()):
            if state == "absent" and name not in known:
                yield Result(kind="pass", level="none", message=_message("Was open before; no longer assessed."), partial_fingerprints={FINGERPRINT: name}, baseline_state="absent", properties={})  # fmt: skip

    def _state(self, finding: Finding) -> BaselineState | None:
        if self.baseline is None:
            return None
        stated = self.baseline.get(finding.fingerprint)
        if not finding.is_open:
            return stated if stated == "absent" else None
        return stated if stated and stated != "absent" else "new"

    def _result(self, finding: Finding, state: BaselineState | None) -> Result:
        return Result(
            rule_id=finding.rule.id,
            rule_index=self.numbers[finding.rule.id],
            kind="fail" if finding.is_open else "pass",
            level=LEVEL[finding.level] if finding.is_open else "none",
            message=_message(f"{self.words.message(finding)} At {finding.at}: {_quoted(finding)}"),
            locations=(self._location(finding),),
            partial_fingerprints={FINGERPRINT: finding.fingerprint, CONTENT: finding.content},
            baseline_state=state,
            suppressions=tuple(_suppressions(self.words.disposition(finding), self.words)),
            properties=self._properties(finding),
        )

    def _properties(self, finding: Finding) -> dict[str, Any]:
        question = self.words.question(finding)
        return {
            "outcome": finding.outcome,
            "status": self.words.short(finding),
            "theme": finding.rule.theme_of(finding.evidence_kind),
            "claimKinds": list(finding.kinds),
            "evidenceKind": finding.evidence_kind or "",
            "question": question.opener if question else "",
            "remedy": self.words.remedy(finding),
            "basis": [basis.title for basis in self.words.bases(finding)],
        }

    def _location(self, finding: Finding) -> Location:
        source, name = finding.source.id, finding.subject_id
        logical = (
            LogicalLocation(name=source, fully_qualified_name=source, kind="source"),
            LogicalLocation(name=name.rpartition("#")[2], fully_qualified_name=name, kind=finding.subject_type),
            LogicalLocation(name=finding.at, fully_qualified_name=f"{source}/{finding.at}", kind="paragraph"),
        )
        return Location(physical_location=self._file(finding), logical_locations=logical)

    def _file(self, finding: Finding) -> PhysicalLocation | None:
        """Return the file that the subject stands in: the coding, or the source record for what it says itself."""
        inputs = finding.dossier.inputs
        if not inputs:
            return None
        path = inputs[0 if isinstance(finding.subject, Item) else -1].path
        line = self.lines.get(finding.subject_id)
        region = Region(start_line=line) if line else None
        return PhysicalLocation(
            artifact_location=ArtifactLocation(uri=_uri(path), index=self.files[path]), region=region
        )


def _message(text: str) -> Message:
    """Return a message; what looks like a link in a quotation stays text."""
    return Message(text=" ".join(text.split()).replace("](", "\\]("))


def _quoted(finding: Finding) -> str:
    words = quote_of(finding)
    return words if words.startswith("(") else f"“{words.strip()}”"


def _uri(path: str) -> str:
    """Return the address of a file as the manifest names it; relative ones stay relative."""
    posix = path.replace("\\", "/")
    return ("file://" if posix.startswith("/") else "") + quote(posix)


def _artifact(path: str, sha256: str) -> Artifact:
    return Artifact(location=ArtifactLocation(uri=_uri(path)), hashes={"sha-256": sha256})


def _suppressions(held: Disposition | None, words: Words) -> Iterable[Suppression]:
    """Yield the waiver of a finding; one that does not hold is a suppression that was rejected."""
    if held is None or held.waiver is None:
        return
    event, state = held.waiver
    until = f", until {day(event.due)}" if event.due else ""
    approver = event.granted_by or event.by
    text = f"{WAIVERS[state]}: {words.said(event) or 'no reason recorded'} (approved by {approver}{until})"
    yield Suppression(status="accepted" if state == "holds" else "rejected", justification=text)


def _rule(rule: Rule, rests_on: Sequence[Basis]) -> Descriptor:
    worst: Level = min(rule.levels.values(), key=LEVELS.index, default="low")
    return Descriptor(
        id=rule.id,
        short_description=Message(text=rule.title),
        full_description=Message(text=rule.why),
        help=Help(text=_help(rule, rests_on, "", ""), markdown=_help(rule, rests_on, "**", "- ")),
        default_configuration=Configuration(level=LEVEL[worst]),
        properties={"tags": sorted({rule.group, rule.theme, rule.judges})},
    )


def _help(rule: Rule, bases: Iterable[Basis], strong: str, bullet: str) -> str:
    """Return why it matters, what would settle it and what it rests on."""
    remedy = rule.remedy_for(()).format_map(_SOMEWHERE)
    lines = [f"{strong}Why it matters.{strong} {rule.why}", f"{strong}What would settle it.{strong} {remedy}"]
    rests_on = [f"{bullet}{_basis(basis)}" for basis in bases] or [f"{bullet}Good practice; no duty is claimed."]
    return "\n\n".join([*lines, "\n".join([f"{strong}Rests on.{strong}", *([""] if bullet else []), *rests_on])])


def _basis(basis: Basis) -> str:
    read = f"read {day(basis.checked)}" if basis.checked else "its own words were not read"
    return f"{basis.title} ({FORCE[basis.force]}; {read}). {basis.text}" + (f" {basis.url}" if basis.url else "")
