"""A claim is judged by the best evidence offered for it."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from tests.engine.case import CLAIM, assessed, by_rule, only

RULE = "cost-benefit-analysis"
WHOLE = {
    "baseline": "cost in 2023",
    "period": "2023/24",
    "source": "Head of Finance",
    "scope": "whole",
    "as_of": "2023-12-01",
}
PROMISE = {"provides": ["cost_benefit_analysis"]}
BEST_FIRST = ("contradicted", "verified", "supplied", "promised", "none_reasoned", "oral", "none_stated")
OUTCOMES = {
    "contradicted": "weak",
    "verified": "met",
    "supplied": "met",
    "promised": "promised",
    "none_reasoned": "met",
    "oral": "weak",
    "referenced": "weak",
    "exempt": "weak",
    "none_stated": "gap",
}
REASONS = {"groups": "all", "data": "register", "who": "Head of Service", "when": "May 2023"}


def offered(*statuses: str) -> dict[str, Any]:
    evidence = [
        {
            "kind": "cost_benefit_analysis",
            "status": status,
            **(WHOLE if status == "supplied" else {}),
            **(REASONS if status == "none_reasoned" else {}),
        }
        for status in statuses
        if status != "promised"
    ]
    return {"evidence": evidence, "commitments": [PROMISE] if "promised" in statuses else []}


class TestOutcome:
    def test_nothing_offered_is_a_gap(self) -> None:
        """A saving for which nothing is offered is a gap."""
        assert only(assessed(), RULE).outcome == "gap"

    @pytest.mark.parametrize(("status", "outcome"), list(OUTCOMES.items()))
    def test_each_status_has_its_outcome(self, status: str, outcome: str) -> None:
        """Each status of evidence has one outcome, and a promise is never evidence."""
        assert outcome == only(assessed(**offered(status)), RULE).outcome

    @pytest.mark.parametrize(("better", "worse"), list(itertools.combinations(BEST_FIRST, 2)))
    def test_the_best_piece_decides(self, better: str, worse: str) -> None:
        """Where several pieces are offered, the first of the table decides, whatever order they are coded in."""
        expected = only(assessed(**offered(better)), RULE).outcome
        assert expected == only(assessed(**offered(worse, better)), RULE).outcome
        assert expected == only(assessed(**offered(better, worse)), RULE).outcome

    @pytest.mark.parametrize("part", ["baseline", "period", "source"])
    def test_a_missing_part_makes_supplied_evidence_weak(self, part: str) -> None:
        """Evidence that does not say compared to what, since when or says who is shown in part."""
        piece = {"kind": "cost_benefit_analysis", "status": "supplied", **{k: v for k, v in WHOLE.items() if k != part}}
        finding = only(assessed(evidence=[piece]), RULE)
        assert ("weak", (part,)) == (finding.outcome, finding.details)

    def test_evidence_for_one_borough_does_not_cover_two(self) -> None:
        """Evidence that covers part of what is claimed is weak."""
        piece = {"kind": "cost_benefit_analysis", "status": "supplied", **WHOLE, "scope": "part"}
        assert only(assessed(evidence=[piece]), RULE).details == ("part_scope",)

    @pytest.mark.parametrize(("as_of", "outcome"), [("2023-01-10", "met"), ("2023-01-09", "weak")])
    def test_evidence_grows_old_after_twelve_months(self, as_of: str, outcome: str) -> None:
        """A cost base of more than twelve months before the paper is weak, one of twelve months is not."""
        piece = {"kind": "cost_benefit_analysis", "status": "supplied", **WHOLE, "as_of": as_of}
        assert outcome == only(assessed(evidence=[piece]), RULE).outcome

    def test_a_reasoned_nil_is_weak_where_the_paper_shows_an_effect(self) -> None:
        """None, with reasons, is met; it is weak where the claim itself touches people."""
        claim = {"id": "C1", "kinds": ["no_adverse_impact"], "quote": "no impact is expected"}
        nil = {"kind": "equality_impact_assessment", "status": "none_reasoned", **REASONS}
        rule = "equality-impact-assessment"
        assert only(assessed(claims=[claim], evidence=[nil]), rule).outcome == "met"
        touched = only(assessed(claims=[{**claim, "affects": ["older_people"]}], evidence=[nil]), rule)
        assert (touched.outcome, touched.details) == ("weak", ("effect_shown",))

    def test_a_cut_paragraph_cannot_be_judged(self) -> None:
        """Where the claim's own paragraph is cut off the outcome is cannot tell, not gap."""
        missing = [{"at": "1.1", "state": "cut_off", "says": "The paragraph stops."}]
        assert only(assessed(source={"missing": missing}), RULE).outcome == "cannot_tell"

    def test_another_missing_part_leaves_a_gap(self) -> None:
        """An otherwise incomplete source still gives a gap."""
        missing = [{"state": "missing", "says": "Appendix 2 was not among the sources."}]
        assert only(assessed(source={"missing": missing}), RULE).outcome == "gap"


class TestCoverage:
    def test_evidence_covers_only_the_claims_it_names(self) -> None:
        """Evidence that names one claim does nothing for another."""
        second = {**CLAIM, "id": "C2", "quote": "will save more"}
        piece = {"kind": "cost_benefit_analysis", "status": "verified", "covers": ["C2"]}
        findings = by_rule(assessed(claims=[CLAIM, second], evidence=[piece]), RULE)
        assert [finding.outcome for finding in findings] == ["gap", "met"]

    def test_evidence_on_a_topic_reaches_other_sources(self) -> None:
        """Evidence that covers a topic counts for every claim on it, in any source."""
        claim = {**CLAIM, "topic": "museums"}
        later = {
            "source": {"id": "later", "meeting_date": "2024-03-01"},
            "evidence": [{"kind": "cost_benefit_analysis", "status": "verified", "covers": {"topic": "museums"}}],
        }
        assert only(assessed(claims=[claim], others=[later]), RULE).outcome == "met"

    def test_evidence_may_name_a_claim_of_another_source(self) -> None:
        """A full id lets evidence of one source cover a claim of another."""
        later = {
            "source": {"id": "later", "meeting_date": "2024-03-01"},
            "evidence": [{"kind": "cost_benefit_analysis", "status": "verified", "covers": ["wexcombe-example#C1"]}],
        }
        assert only(assessed(source={"id": "wexcombe-example"}, others=[later]), RULE).outcome == "met"


class TestWhichRulesApply:
    @pytest.mark.parametrize(
        ("claim", "rule", "outcome"),
        [
            ({"kinds": ["target_forecast"]}, RULE, "not_applicable"),
            ({"kinds": ["target_forecast"], "money": "true"}, RULE, "gap"),
            ({"kinds": ["economies_of_scale"]}, "equality-impact-assessment", "not_applicable"),
            ({"kinds": ["economies_of_scale"], "affects": ["send"]}, "equality-impact-assessment", "gap"),
            ({"kinds": ["leadership_expertise"], "statutory": "true"}, "legal-advice", "gap"),
        ],
    )
    def test_a_trigger_is_looked_at(self, claim: dict[str, Any], rule: str, outcome: str) -> None:
        """A need that depends on a trigger is a gap where it holds, and not applicable where it does not."""
        assert outcome == only(assessed(claims=[{**CLAIM, **claim}]), rule).outcome

    def test_an_empty_cell_gives_no_finding(self) -> None:
        """A kind of evidence that the matrix does not ask of a claim kind is not spoken of."""
        assert by_rule(assessed(claims=[{**CLAIM, "kinds": ["reputation"]}]), "consultation") == []

    @pytest.mark.parametrize("stage", ["idea", "options", "consultation", "for_decision", "implementing"])
    @pytest.mark.parametrize(
        "kind", ["financial_saving", "cost_neutral", "leadership_expertise", "external_funding", "reputation"]
    )
    def test_a_benefit_always_answers_to_a_headline_rule(self, kind: str, stage: str) -> None:
        """A claim of benefit, saving or neutrality answers to at least one headline kind at every stage."""
        assessment = assessed(source={"stage": stage}, claims=[{**CLAIM, "kinds": [kind]}])
        assert "gap" in {finding.outcome for finding in assessment.findings if finding.rule.group == "headline"}

    def test_a_claim_about_the_environment_alone_is_not_asked_for_equality(self) -> None:
        """An environmental nil answers to the environmental rule, not to the equality rule."""
        assessment = assessed(claims=[{**CLAIM, "kinds": ["no_adverse_impact"], "affects": ["environment"]}])
        assert by_rule(assessment, "equality-impact-assessment") == []
        assert only(assessment, "environmental-impact-assessment").outcome == "gap"

    @pytest.mark.parametrize(
        ("by", "profile", "judged"),
        [("press", "scrutiny", 0), ("member", "audit", 0), ("partner", "scrutiny", 1), ("press", "research", 1)],
    )
    def test_the_profile_chooses_whose_claims(self, by: str, profile: str, judged: int) -> None:
        """Scrutiny, officer and audit judge officers, executive and partners; research judges everyone."""
        assert judged == len(by_rule(assessed(profile, claims=[{**CLAIM, "by": by}]), RULE))


class TestLevel:
    @pytest.mark.parametrize(
        ("claim", "source", "level"),
        [
            ({}, {}, "high"),
            ({"certainty": "hypothesis"}, {}, "medium"),
            ({}, {"stage": "options"}, "medium"),
            ({"stage": "options"}, {}, "medium"),
            ({"stage": "decided"}, {"stage": "options"}, "high"),
            ({"reported": "true"}, {}, "medium"),
            ({"certainty": "hypothesis"}, {"stage": "options"}, "low"),
            ({"certainty": "hypothesis", "reported": "true"}, {"stage": "options"}, "low"),
            ({"operative": "true"}, {"stage": "options"}, "high"),
            ({"amount": "500001"}, {"stage": "options"}, "high"),
            ({"amount": "500000"}, {"stage": "options"}, "medium"),
        ],
    )
    def test_a_gap_moves_by_what_is_claimed(self, claim: dict[str, Any], source: dict[str, Any], level: str) -> None:
        """A gap is one level lower for a hypothesis, an early stage, a report at second hand; one higher for what is under way or costly."""
        assert level == only(assessed(source=source, claims=[{**CLAIM, **claim}]), RULE).level

    def test_evidence_that_points_the_other_way_is_one_level_up(self) -> None:
        """Contradicted evidence is weak, one level higher than other weak evidence."""
        assert only(assessed(**offered("oral")), RULE).level == "medium"
        assert only(assessed(**offered("contradicted")), RULE).level == "high"

    def test_a_supporting_kind_is_never_high(self) -> None:
        """Supporting kinds never drown the headline ones, not even for a step under way."""
        assessment = assessed(claims=[{**CLAIM, "operative": "true"}])
        assert {"medium"} == {f.level for f in assessment.open if f.rule.group == "supporting"}
