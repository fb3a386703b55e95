"""The closed lists of words: one spelling in YAML, Python, JSON and every page."""

from __future__ import annotations

from typing import Literal, get_args

ClaimKind = Literal[
    "economies_of_scale",
    "financial_saving",
    "improved_outcomes",
    "improved_quality",
    "capacity_resilience",
    "leadership_expertise",
    "past_success",
    "demand_reduction",
    "no_adverse_impact",
    "external_funding",
    "reputation",
    "workforce",
    "no_alternative",
    "satisfaction_support",
    "comparison_benchmark",
    "target_forecast",
    "legal_assurance",
    "cost_neutral",
    "cost_sharing",
    "need_or_problem",
]
HeadlineKind = Literal["performance_data", "equality_impact_assessment", "cost_benefit_analysis"]
EvidenceKind = Literal[
    "performance_data",
    "equality_impact_assessment",
    "cost_benefit_analysis",
    "options_appraisal",
    "risk_assessment",
    "consultation",
    "financial_implications",
    "legal_advice",
    "independent_evaluation",
    "environmental_impact_assessment",
    "data_protection_impact_assessment",
]
Provided = Literal[
    "performance_data",
    "equality_impact_assessment",
    "cost_benefit_analysis",
    "options_appraisal",
    "risk_assessment",
    "consultation",
    "financial_implications",
    "legal_advice",
    "independent_evaluation",
    "environmental_impact_assessment",
    "data_protection_impact_assessment",
    "report",
    "policy_or_plan",
    "information",
    "action",
]
EvidenceStatus = Literal[
    "none_stated", "none_reasoned", "oral", "referenced", "exempt", "supplied", "verified", "contradicted"
]
Outcome = Literal["met", "weak", "promised", "overdue", "gap", "not_applicable", "cannot_tell"]
Level = Literal["high", "medium", "low"]
Certainty = Literal["asserted", "expected", "hoped", "hypothesis"]
Force = Literal["law", "statutory_guidance", "professional", "benchmark", "practice"]
Asks = Literal["note", "comment", "recommend", "decide", "call_in"]
Stage = Literal["idea", "options", "consultation", "preferred", "for_decision", "decided", "implementing", "review"]
By = Literal["officer", "executive", "partner", "member", "press", "other"]
SourceKind = Literal[
    "officer_report",
    "decision_record",
    "minutes",
    "agenda",
    "scrutiny_report",
    "call_in",
    "executive_response",
    "impact_assessment",
    "plan",
    "budget",
    "news",
    "editorial",
    "letter",
    "other",
]
Version = Literal["draft", "cleared", "published", "supplement", "revised", "withdrawn", "approved"]
Access = Literal["public", "exempt", "confidential", "draft"]
ItemStatus = Literal["candidate", "confirmed", "rejected"]
Origin = Literal["undertaking", "request", "recommendation"]
Response = Literal["accepted", "partly", "rejected", "noted", "none"]
AnswerState = Literal["answered", "partly", "promised", "none_minuted", "cut_off"]
CommitmentState = Literal[
    "open",
    "due_soon",
    "undated",
    "overdue",
    "fell_due_unread",
    "kept_in_part",
    "kept",
    "lapsed",
    "superseded",
    "transferred",
]
Route = Literal["before", "in_the_room", "recommendation"]
SubjectType = Literal["claim", "commitment", "evidence", "source"]
Group = Literal["headline", "supporting", "quality", "commitments", "consistency", "integrity"]
Trigger = Literal["affects", "money_or_operative", "operative", "statutory", "environment", "personal_data"]
Part = Literal["baseline", "comparator", "period", "source"]
Flag = Literal[
    "missing_part",
    "part_scope",
    "stale",
    "bare_nil",
    "oral",
    "referenced",
    "undated",
    "overdue",
    "fell_due_unread",
    "kept_in_part",
    "contradiction",
    "repetition",
    "rising_certainty",
    "stage_mismatch",
    "quotation",
    "stripped_hedge",
    "seal",
    "source_changed",
    "source_conflict",
]

HEADLINE: tuple[HeadlineKind, ...] = get_args(HeadlineKind)
LEVELS: tuple[Level, ...] = get_args(Level)
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
OPEN: frozenset[Outcome] = frozenset({"gap", "weak", "promised", "overdue", "cannot_tell"})
EARLY: frozenset[Stage] = frozenset({"idea", "options", "consultation"})
CLOSED: tuple[CommitmentState, ...] = ("kept", "lapsed", "superseded", "transferred")
"""How a commitment may have ended."""
PRESS: frozenset[SourceKind] = frozenset({"news", "editorial", "letter"})
CERTAINTY_RANK: dict[Certainty, int] = {"hypothesis": 0, "hoped": 1, "expected": 2, "asserted": 3}
ENVIRONMENT = "environment"
PERSONAL_DATA = "personal_data"
NOT_PEOPLE = frozenset({ENVIRONMENT, PERSONAL_DATA})
"""What a claim may affect beside groups of people."""
NOT_QUOTED = "(words about a person, not quoted)"
"""What every output prints in place of words about the merit of a person."""
WORST_FIRST: tuple[Outcome, ...] = (
    "overdue", "gap", "promised", "cannot_tell", "weak", "met", "not_applicable",
)  # fmt: skip

NAMES: dict[str, str] = {
    "performance_data": "performance data",
    "equality_impact_assessment": "equality analysis",
    "cost_benefit_analysis": "cost-benefit analysis",
    "options_appraisal": "options appraisal",
    "risk_assessment": "risk assessment",
    "consultation": "consultation results",
    "financial_implications": "financial implications",
    "legal_advice": "legal advice",
    "independent_evaluation": "independent evaluation",
    "environmental_impact_assessment": "environmental assessment",
    "data_protection_impact_assessment": "data protection assessment",
    "report": "report",
    "policy_or_plan": "policy or plan",
    "information": "information",
    "action": "action",
}
"""Evidence kinds and other things promised, as readers see them."""


def spoken(word: str) -> str:
    """Return a word of the closed lists as it is said aloud."""
    return NAMES.get(word, word.replace("_", " "))
