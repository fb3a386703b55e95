"""A profile chooses rules and levels."""

from __future__ import annotations

from checker.model.rule import Profile
from tests.engine.case import CLAIM, RULES, assessed


def profile(**fields: object) -> Profile:
    return Profile.model_validate({"id": "p", "title": "P", "says": "A test.", **fields})


def test_rules_are_chosen_by_id_or_group() -> None:
    """A profile that names the headline group and one rule judges by these alone."""
    assessment = assessed(profile(rules=["headline", "risk-assessment"]))
    assert {"cost-benefit-analysis", "performance-data", "equality-impact-assessment", "risk-assessment"} == {
        f.rule.id for f in assessment.findings
    }


def test_rules_can_be_left_out() -> None:
    """A profile may leave out a group and a rule."""
    assessment = assessed(profile(without=["supporting", "performance-data"]))
    assert {"cost-benefit-analysis", "equality-impact-assessment"} == {f.rule.id for f in assessment.findings}


def test_a_level_for_a_rule_wins_over_one_for_its_group() -> None:
    """The level that a profile gives a rule wins over the one it gives the group."""
    levels = {"headline": {"gap": "low"}, "cost-benefit-analysis": {"gap": "medium"}}
    found = {f.rule.id: f.level for f in assessed(profile(levels=levels)).findings if f.outcome == "gap"}
    assert (found["cost-benefit-analysis"], found["performance-data"]) == ("medium", "low")


def test_the_sum_that_raises_a_level_is_the_profiles() -> None:
    """A council decides from which sum on money raises a level."""
    claim = {**CLAIM, "amount": "20000", "stage": "options"}
    for sum_, level in ((10_000, "high"), (20_000, "medium")):
        found = assessed(profile(money_above=str(sum_)), claims=[claim]).findings
        assert level == next(f.level for f in found if f.rule.id == "cost-benefit-analysis")


def test_the_four_profiles() -> None:
    """Scrutiny, officer and audit judge officers, executive and partners; only the officer's fails on high by itself."""
    assert {"scrutiny", "officer", "audit", "research"} == set(RULES.profiles)
    assert {p.id: p.fail_on for p in RULES.profiles.values() if p.fail_on != "never"} == {"officer": "high"}
    assert {"research"} == {p.id for p in RULES.profiles.values() if "press" in p.judges}
