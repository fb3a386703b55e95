"""Findings as JSON: what people recorded about them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from checker.model.finding import Assessment
from checker.reporters import as_json
from checker.reporters.wording import Words
from tests.reporters.register.cases import gap, judged, ledger_with, waived


def on_the_gap(assessment: Assessment, fingerprint: str) -> dict[str, Any]:
    """Return the finding of a fingerprint as JSON prints it."""
    one = next(finding for finding in assessment.findings if finding.fingerprint == fingerprint)
    return as_json.finding(one, Words(assessment))


def on(finding: Any, **event: Any) -> dict[str, Any]:
    """Return an event about a finding as it was judged."""
    return {"subject": finding.fingerprint, "about": finding.subject_id, "content": finding.content, **event}


def test_nothing_recorded_is_null() -> None:
    """A finding of which nobody recorded anything has no disposition and no reply."""
    assessment = judged()
    shown = on_the_gap(assessment, gap(assessment).fingerprint)
    assert (None, None) == (shown["disposition"], shown["reply"])


def test_a_waiver_says_who_why_and_how_long(tmp_path: Path) -> None:
    """A waiver that holds has its reason, who approved it and its last day."""
    before = judged()
    finding = gap(before)
    event = waived(before)
    shown = on_the_gap(judged(ledger_with(tmp_path / "ledger.json", event)), finding.fingerprint)
    assert {
        "state": "waived", "by": "head-of-depots", "on": "2024-09-01",
        "reason": event["words"], "approver": event["granted_by"], "expires": event["due"],
    } == shown["disposition"]  # fmt: skip


def test_a_decision_and_a_reply(tmp_path: Path) -> None:
    """A decision has its word and reason; a reply its word, its words, where to look, and whether it is of an earlier wording."""
    finding = gap(judged())
    events = (
        on(finding, kind="decision", state="disputed", words="The figures are in annex A."),
        on(finding, kind="reply", state="evidence_added", words="See annex A.", where="Depot report, annex A"),
    )
    shown = on_the_gap(judged(ledger_with(tmp_path / "ledger.json", *events)), finding.fingerprint)
    assert ("disputed", "The figures are in annex A.") == (
        shown["disposition"]["state"],
        shown["disposition"]["reason"],
    )
    assert {
        "state": "evidence_added", "by": "head-of-depots", "on": "2024-09-01", "where": "Depot report, annex A",
        "words": "See annex A.", "about_an_earlier_wording": False,
    } == shown["reply"]  # fmt: skip
