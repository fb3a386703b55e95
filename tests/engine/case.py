"""Small cases for the engine: what a test leaves out gets the plain default of a rule's example."""

from __future__ import annotations

import datetime
from typing import Any

from checker.engine.assess import assess
from checker.engine.examples import casefile_of
from checker.model.casefile import Casefile
from checker.model.finding import Assessment, Finding
from checker.model.rule import Example, Profile, Rulebook
from checker.rules.load import load_rulebook

RULES: Rulebook = load_rulebook()
LATE = datetime.date(2100, 1, 1)
CLAIM: dict[str, Any] = {"id": "C1", "kinds": ["financial_saving"], "quote": "will save £40,000 a year"}


def casefile(**case: Any) -> Casefile:
    """Return a casefile; `claims`, `evidence` and the rest as in a rule's example."""
    case.setdefault("claims", [CLAIM])
    return casefile_of(Example.model_validate({"title": "a test", "expect": "none", **case}))


def assessed(profile: str | Profile = "scrutiny", as_of: datetime.date = LATE, **case: Any) -> Assessment:
    """Return the assessment of a small case."""
    chosen = RULES.profiles[profile] if isinstance(profile, str) else profile
    return assess(casefile(**case), RULES, chosen, as_of)


def by_rule(assessment: Assessment, rule: str) -> list[Finding]:
    """Return the findings of one rule."""
    return [finding for finding in assessment.findings if finding.rule.id == rule]


def only(assessment: Assessment, rule: str) -> Finding:
    """Return the one finding of one rule."""
    findings = by_rule(assessment, rule)
    assert len(findings) == 1, findings
    return findings[0]
