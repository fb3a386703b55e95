"""A small register: three commitments and a paper with gaps, judged a year later, with or without a ledger."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from checker.engine.assess import assess
from checker.ledger.store import append
from checker.model.finding import Assessment
from checker.model.ledger import Ledger
from tests.engine.case import CLAIM, RULES, casefile

TODAY = datetime.date(2025, 1, 10)
PLAN: dict[str, Any] = {"id": "K1", "quote": "an options appraisal will follow", "provides": ["options_appraisal"]}
DATED: dict[str, Any] = {
    "id": "K2",
    "quote": "costs will be reported by the summer",
    "provides": ["report"],
    "due": {"date": "2024-06-30"},
    "owner": "Head of Depots",
}
ASKED: dict[str, Any] = {
    "id": "K3",
    "origin": "recommendation",
    "quote": "that the figures be published",
    "provides": ["performance_data"],
    "due": {"date": "2025-01-31"},
    "response": "partly",
}
SOURCE: dict[str, Any] = {
    "title": "Moving the depot",
    "author": "Director of Place",
    "considered_by": [{"body": "Wexcombe scrutiny committee", "capacity": "scrutiny"}],
}
NOW: dict[str, Any] = {**CLAIM, "operative": True, "certainty": "asserted", "stage": "for_decision"}
K1, K2, K3 = (f"wexcombe-example-0#{name}" for name in ("K1", "K2", "K3"))
DRAFT: dict[str, Any] = {"by": "head-of-depots", "on": "2024-09-01"}


def judged(
    ledger: Ledger | None = None, as_of: datetime.date = TODAY, profile: str = "scrutiny", **case: Any
) -> Assessment:
    """Return the assessment of the small register, or of another case."""
    case = {"source": SOURCE, "claims": [NOW], "commitments": [PLAN, DATED, ASKED], **case}
    files = dataclasses.replace(casefile(**case), ledger=ledger or Ledger())
    return assess(files, RULES, RULES.profiles[profile], as_of)


def gap(assessment: Assessment) -> Any:
    """Return the first open finding of level high on a claim."""
    return next(f for f in assessment.open if f.level == "high" and f.claim)


def ledger_with(path: Path, *drafts: Mapping[str, Any]) -> Ledger:
    """Return a ledger after some events."""
    return append(path, [{**DRAFT, **draft} for draft in drafts], lambda: "salt")


def waived(assessment: Assessment, **fields: Any) -> dict[str, Any]:
    """Return a waiver of the first serious gap."""
    finding = gap(assessment)
    return {
        "kind": "waiver",
        "subject": finding.fingerprint,
        "about": finding.subject_id,
        "content": finding.content,
        "words": "The depot closes in spring.",
        "granted_by": "chair-of-audit",
        "due": "2025-03-31",
        **fields,
    }


def column(rows: Sequence[Sequence[Any]], title: str) -> list[Any]:
    """Return the cells under a head, marks aside."""
    number = [str(head).removesuffix(" *") for head in rows[0]].index(title)
    return [row[number] for row in rows[1:]]
