"""Two versions beside each other, and two coders."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path
from typing import Literal

from checker.base.faults import Misuse
from checker.base.jsonfile import read_json
from checker.base.loader import load
from checker.engine import agreement
from checker.engine.compare import compare_snapshots, snapshot_from_json, snapshot_of
from checker.model.agreement import Agreement
from checker.model.build import build
from checker.model.coding import Coding
from checker.model.comparison import Comparison, Snapshot
from checker.model.finding import Assessment
from checker.workflow.checking import check
from checker.workflow.settings import Settings

Baseline = Literal["new", "unchanged", "updated", "absent"]
"""What a finding is against an earlier report, in the words of SARIF."""


def compare(settings: Settings, old: Path, new: Path) -> Comparison:
    """Return what changed between two casefiles, codings or saved reports, both judged as of the same day."""
    settings = dataclasses.replace(settings, as_of=settings.as_of or datetime.date.today())
    return compare_snapshots(_snapshot(settings, old), _snapshot(settings, new))


def _snapshot(settings: Settings, path: Path) -> Snapshot:
    if not path.exists():
        raise Misuse(f"There is no {path.as_posix()} here. Name a folder, a coding file or a saved report.")
    if path.suffix == ".json":
        return snapshot_from_json(read_json(path), path.as_posix())
    return snapshot_of(check(dataclasses.replace(settings, paths=(path,))).assessment, path.as_posix())


def agree(a: Path, b: Path) -> Agreement:
    """Return how far two coding files of one source agree."""
    for path in (a, b):
        if not path.exists():
            raise Misuse(f"There is no {path.as_posix()} here. Name two coding files of one source.")
    return agreement.agree(build(Coding, load(a)), build(Coding, load(b)))


def baseline_states(settings: Settings, assessment: Assessment, baseline: Path) -> dict[str, Baseline]:
    """Return, by fingerprint, what each finding is against a saved report, in the words of SARIF.

    What is no longer open is named only where it was open in the report, and where it is for
    the same readers as the assessment.
    """
    before = _snapshot(settings, baseline)
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
