"""A depot of Wexcombe: a report with promises, the minutes of the day, and what people recorded since."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path
from typing import Any

from checker.engine.assess import assess
from checker.model.finding import Assessment
from checker.model.ledger import NOTHING_BEFORE, Event, Ledger, Words, words_digest
from checker.workflow import Settings, check
from tests.engine.case import RULES, casefile

ROOT = Path(__file__).resolve().parents[3]
TODAY = datetime.date(2024, 7, 20)
TOPIC = "depot"
BODY = "Wexcombe scrutiny committee"
REPORT = "wexcombe-example-0"
MINUTES = "wexcombe-depot-minutes"
EARLIER = "wexcombe-depot-idea"
PAYLOADS = (
    '<script>document.title="ran"</script>',
    '<img src=x onerror=document.title="ran">',
    '=HYPERLINK("x";"y")',
    "**bold** | _cell_ [link](x)",
    "{{ 7*7 }} & Co",
    "שלום ŵ 完成",
)

CLAIM: dict[str, Any] = {
    "kinds": ["financial_saving"],
    "quote": "will save £40,000 a year",
    "topic": TOPIC,
    "says": "It saves money.",
}
SOURCE: dict[str, Any] = {
    "id": REPORT,
    "title": "Future of the depot",
    "topics": [TOPIC],
    "meeting_date": "2024-01-10",
    "considered_by": [{"body": BODY, "date": "2024-01-10", "capacity": "scrutiny"}],
}
PROMISES: list[dict[str, Any]] = [
    {"id": "K1", "quote": "costs will come by June", "says": "Costs will come by June.", "provides": ["report"], "due": {"date": "2024-06-30"}, "owner": "Head of Streets"},
    {"id": "K2", "quote": "risks will be set out", "provides": ["risk_assessment"], "due": {"date": "2024-08-01"}},
    {"id": "K3", "quote": "a plan will follow", "provides": ["policy_or_plan"]},
    {"id": "K4", "quote": "a review in a year", "provides": ["action"], "due": {"within": "12 months"}},
    {"id": "K5", "quote": "an equality review before any further report", "provides": ["equality_impact_assessment"], "due": {"before": "officer_report", "body": "Wexcombe", "topic": TOPIC}},
    {"id": "K6", "quote": "advice will be given", "provides": ["legal_advice"], "due": {"date": "2024-03-01"}},
]  # fmt: skip
MINUTED: dict[str, Any] = {
    "source": {
        **SOURCE,
        "id": MINUTES,
        "title": "Minutes of the day",
        "kind": "minutes",
        "events": [
            {"kind": "officer_report", "body": BODY, "topic": TOPIC, "date": "2024-05-15", "at": "¶9"},
        ],
    },
    "commitments": [
        {
            "id": "K1",
            "origin": "recommendation",
            "at": "¶4",
            "quote": "that a second site be looked at",
            "provides": ["options_appraisal"],
            "response": "partly",
        },
    ],
    "asked": [
        {"id": "Q1", "at": "¶5", "quote": "what it would cost", "says": "What would it cost?"},
        {"id": "Q2", "at": "¶6", "quote": "who would run it", "says": "Who runs it?", "answer": {"state": "promised"}},
        {"id": "Q3", "at": "¶7", "quote": "when it opens", "says": "When?", "answer": {"state": "answered"}},
    ],
}
BEFORE: dict[str, Any] = {
    "source": {
        **SOURCE,
        "id": EARLIER,
        "meeting_date": "2023-06-07",
        "considered_by": [{"body": BODY, "date": "2023-06-07", "capacity": "scrutiny"}],
    },
    "commitments": [{"id": "K1", "at": "4.1", "quote": "a site list will be shared", "provides": ["information"]}],
}


def event(kind: str, subject: str, words: str = "", **fields: Any) -> tuple[Event, Words]:
    """Return something recorded about a commitment or question."""
    said = Words(salt="s", text=words or "as discussed")
    recorded = {"on": "2024-07-01", "by": "clerk", "kind": kind, "subject": subject, **fields}
    ends = {"number": 1, "words": words_digest(said), "before": NOTHING_BEFORE, "digest": NOTHING_BEFORE}
    return Event.model_validate({**recorded, **ends}), said


def depot(*recorded: tuple[Event, Words], as_of: datetime.date = TODAY, **case: Any) -> Assessment:
    """Return the assessment of the depot after these events."""
    given = {
        "source": SOURCE,
        "claims": [{**CLAIM, "id": "C1"}],
        "commitments": PROMISES,
        "others": [BEFORE, MINUTED],
        **case,
    }
    words = {words_digest(said): said for _, said in recorded}
    ledger = Ledger(tuple(one for one, _ in recorded), words)
    return assess(dataclasses.replace(casefile(**given), ledger=ledger), RULES, RULES.profiles["scrutiny"], as_of)


def real(as_of: str = "2022-06-01") -> Assessment:
    """Return the assessment of the records of this repository."""
    return check(Settings(paths=(ROOT,), as_of=datetime.date.fromisoformat(as_of))).assessment


def hostile() -> Assessment:
    """Return a case in which every free text is somebody's attempt to be more than text."""
    promises = [
        {"id": f"K{n}", "quote": text, "says": text, "provides": ["report"], "owner": text}
        for n, text in enumerate(PAYLOADS, 1)
    ]
    claims = [{**CLAIM, "id": f"C{n}", "quote": text} for n, text in enumerate(PAYLOADS, 1)]
    asked = [{"id": f"Q{n}", "quote": text, "says": text} for n, text in enumerate(PAYLOADS, 1)]
    source = {**SOURCE, "title": PAYLOADS[0]}
    return depot(source=source, commitments=promises, claims=claims, asked=asked, others=[])


def restricted(access: str) -> Assessment:
    """Return the depot where the report is not for everyone."""
    return depot(source={**SOURCE, "access": access, "access_reason": "Schedule 12A, paragraph 3"})
