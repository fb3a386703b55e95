"""Which question a theme puts."""

from __future__ import annotations

from checker.reporters.briefing.asking import Asking
from checker.reporters.wording import Words
from tests.engine.case import assessed, by_rule

CLAIMS = [{"id": f"C{n}", "kinds": ["economies_of_scale"], "at": f"{n}.1", "quote": "will seek scale"} for n in (1, 2)]


def test_a_question_put_once_is_not_put_again() -> None:
    """When a theme's question stands on the page already, nothing is asked rather than the same again."""
    assessment = assessed(claims=CLAIMS)
    asking = Asking(Words(assessment))
    findings = by_rule(assessment, "cost-benefit-analysis")
    assert asking.choose(findings) is not None
    assert asking.choose(findings) is None


def test_another_claim_comes_before_the_same_again() -> None:
    """The page asks about another claim before it asks a second time about one."""
    assessment = assessed(claims=CLAIMS)
    asking = Asking(Words(assessment))
    subjects = [
        put.finding.subject.id  # type: ignore[union-attr]
        for rule in ("cost-benefit-analysis", "options-appraisal")
        if (put := asking.choose(by_rule(assessment, rule)))
    ]
    assert ["C1", "C2"] == subjects


def test_three_questions_on_a_claim_are_the_most() -> None:
    """One claim is asked three questions at most, follow-ups among them."""
    assessment = assessed(claims=CLAIMS[:1])
    asking = Asking(Words(assessment))
    rules = ("cost-benefit-analysis", "performance-data", "options-appraisal", "risk-assessment")
    puts = [put for rule in rules if (put := asking.choose(by_rule(assessment, rule)))]
    assert 3 == sum(1 + len(put.question.follow_ups) for put in puts)
