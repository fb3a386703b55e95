"""Evidence judged by itself, and the record judged by itself."""

from __future__ import annotations

from typing import Any

import pytest

from tests.engine.case import CLAIM, assessed, by_rule, only

PIECE = {
    "kind": "performance_data",
    "status": "supplied",
    "baseline": "a",
    "comparator": "b",
    "period": "c",
    "source": "d",
}


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ({"baseline": "a", "comparator": "b", "period": "c"}, "evidence-missing-part"),
        ({**PIECE, "scope": "part"}, "evidence-part-scope"),
        ({**PIECE, "as_of": "2022-06-01"}, "evidence-stale"),
        ({"status": "none_stated"}, "bare-nil"),
        ({"status": "oral"}, "oral-assurance"),
        ({"status": "referenced"}, "referenced-not-attached"),
    ],
)
def test_each_shortcoming_has_its_rule(more: dict[str, Any], rule: str) -> None:
    """Evidence without a part, for part of the claim, old, bare, spoken or only named is flagged once, as such."""
    assessment = assessed(evidence=[{"kind": "performance_data", "status": "supplied", **more}])
    assert [rule] == [finding.rule.id for finding in assessment.findings if finding.rule.group == "quality"]


def test_good_evidence_raises_nothing() -> None:
    """Evidence with all its parts, whole and recent, raises nothing."""
    assessment = assessed(evidence=[{**PIECE, "scope": "whole", "as_of": "2023-11-01"}])
    assert [finding for finding in assessment.findings if finding.rule.group == "quality"] == []


def test_a_bare_nil_with_a_promise_is_a_promise() -> None:
    """None for now, with an analysis promised, is followed as a promise and not flagged as a bare nil."""
    nil = {"kind": "equality_impact_assessment", "status": "none_stated"}
    promise = {"provides": ["equality_impact_assessment"]}
    assert by_rule(assessed(evidence=[nil], commitments=[promise]), "bare-nil") == []
    assert only(assessed(evidence=[nil]), "bare-nil").outcome == "gap"


def test_evidence_behind_unjudged_claims_is_left_alone() -> None:
    """What a newspaper offers for its own claims is not judged under the scrutiny profile."""
    case = {"claims": [{**CLAIM, "by": "press"}], "evidence": [{"kind": "performance_data", "status": "oral"}]}
    assert by_rule(assessed(**case), "oral-assurance") == []
    assert len(by_rule(assessed("research", **case), "oral-assurance")) == 1


@pytest.mark.parametrize(
    ("state", "rule"),
    [
        ("not_found", "quotation"),
        ("wrong_place", "quotation"),
        ("seal_broken", "broken-seal"),
        ("hedge_stripped", "stripped-hedge"),
    ],
)
def test_a_quotation_that_does_not_hold_is_an_integrity_finding(state: str, rule: str) -> None:
    """Words not found, at another place, not as sealed or without their hedge are integrity findings; the rest is still judged."""
    assessment = assessed(checks=[{"id": "C1", "state": state}])
    expected = "medium" if rule == "stripped-hedge" else "high"
    assert ("weak", expected) == (only(assessment, rule).outcome, only(assessment, rule).level)
    assert only(assessment, "cost-benefit-analysis").outcome == "gap"


@pytest.mark.parametrize("state", ["found", "sealed", "not_checked"])
def test_a_quotation_that_holds_or_was_not_checked_raises_nothing(state: str) -> None:
    """What could not be checked is never called wrong."""
    assessment = assessed(checks=[{"id": "C1", "state": state}])
    assert [finding for finding in assessment.findings if finding.rule.group == "integrity"] == []


def test_another_file_is_said_so() -> None:
    """An original that is not the file that was coded is an integrity finding on the source."""
    finding = only(assessed(original_changed="true"), "source-changed")
    assert (finding.subject_type, finding.level) == ("source", "high")
