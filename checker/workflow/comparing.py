"""Two versions beside each other, and two coders."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path
from typing import Literal, NamedTuple

from checker.base.faults import Fault
from checker.base.jsonfile import read_json
from checker.base.loader import load
from checker.engine import agreement
from checker.engine.compare import compare_snapshots, snapshot_from_json, snapshot_of
from checker.model.agreement import Agreement
from checker.model.build import build
from checker.model.coding import Coding, confirmed
from checker.model.comparison import Comparison, Snapshot
from checker.model.finding import Assessment
from checker.records.candidates import check_candidates
from checker.records.loaded import Loaded
from checker.workflow.checking import check
from checker.workflow.settings import Settings, must_be_a_file, must_be_here

Baseline = Literal["new", "unchanged", "updated", "absent"]
"""What a finding is against an earlier report, in the words of SARIF."""


class Compared(NamedTuple):
    """What changed, and warnings about the records of both sides."""

    comparison: Comparison
    warnings: list[Fault]


def compare(settings: Settings, old: Path, new: Path) -> Compared:
    """Return what changed between two casefiles, codings or saved reports, both judged as of the same day."""
    settings = dataclasses.replace(settings, as_of=settings.as_of or datetime.date.today())
    before, warned = _snapshot(settings, old)
    after, warned_too = _snapshot(settings, new)
    return Compared(compare_snapshots(before, after), list(dict.fromkeys([*warned, *warned_too])))


def _snapshot(settings: Settings, path: Path) -> tuple[Snapshot, list[Fault]]:
    must_be_here(path, "Name a folder, a coding file or a saved report.")
    if path.suffix == ".json" and not path.is_dir():
        return snapshot_from_json(read_json(path), path.as_posix()), []
    assessment, warnings = check(dataclasses.replace(settings, paths=(path,)))
    return snapshot_of(assessment, path.as_posix()), warnings


class Agreed(NamedTuple):
    """How far two coders agree, and how many candidates of each wait."""

    agreement: Agreement
    warnings: list[Fault]


def agree(a: Path, b: Path) -> Agreed:
    """Return how far two coding files of one source agree; what no person has confirmed counts for nothing here too."""
    for path in (a, b):
        must_be_a_file(path, "Name two coding files of one source.")
    documents = [load(path) for path in (a, b)]
    codings = [Loaded(build(Coding, document), document) for document in documents]
    warnings = [fault for coding in codings for fault in check_candidates(coding, ()) if fault.warning]
    return Agreed(agreement.agree(*(confirmed(coding.model) for coding in codings)), warnings)


def baseline_states(settings: Settings, assessment: Assessment, baseline: Path) -> dict[str, Baseline]:
    """Return, by fingerprint, what each finding is against a saved report, in the words of SARIF.

    What is no longer open is named only where it was open in the report, and where it is for
    the same readers as the assessment.
    """
    before, _ = _snapshot(settings, baseline)
    now = snapshot_of(assessment)
    was_open = {seen.fingerprint: seen.outcome for seen in before.findings if seen.is_open}
    return {
        seen.fingerprint: "new"
        if seen.fingerprint not in was_open
        else "unchanged"
        if was_open[seen.fingerprint] == seen.outcome
        else "updated"
        for seen in now.findings
        if seen.is_open
    }
