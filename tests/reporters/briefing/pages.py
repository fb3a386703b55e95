"""Assessments that the tests of the members' page share."""

from __future__ import annotations

import datetime
import functools
from pathlib import Path
from typing import Any

from checker.model.finding import Assessment
from checker.workflow import Settings, check
from tests.engine.case import assessed

ROOT = Path(__file__).resolve().parents[3]
TOPIC = "shared-education-service"
DAY = datetime.date(2022, 1, 20)
PAYLOAD = "<script>alert(1)</script> {{ 7*7 }} #let x = 1 =1+1 [x](javascript:alert(1)) {%p if x %}"


@functools.cache
def real(on: datetime.date = DAY) -> Assessment:
    """Return the assessment of the real records as of a day."""
    return check(Settings(paths=(ROOT,), as_of=on)).assessment


@functools.cache
def invented(on: datetime.date = datetime.date(2025, 10, 1)) -> Assessment:
    """Return the assessment of our own examples as of a day."""
    return check(Settings(paths=(ROOT / "seeds/examples",), as_of=on)).assessment


def report(**source: Any) -> dict[str, Any]:
    """Return a source record of a report to a scrutiny committee."""
    body = {"body": "Wexcombe culture scrutiny committee", "date": "2023-03-08", "capacity": "scrutiny"}
    first = {"id": "wexcombe-museums-2023-03", "title": "Museums", "meeting_date": "2023-03-08", "stage": "options"}
    return {**first, "topics": ["museum-service"], "considered_by": [body], **source}


def museums(**case: Any) -> Assessment:
    """Return the assessment of a small case about museums, in January 2024."""
    claim = {"id": "C1", "at": "3.1", "kinds": ["financial_saving"], "quote": "could save £90,000 a year",
             "certainty": "hypothesis", "topic": "museum-service"}  # fmt: skip
    case = {"source": report(), "claims": [claim], **case}
    return assessed(as_of=datetime.date(2024, 1, 10), **case)


def promise(identity: str = "K1", **fields: Any) -> dict[str, Any]:
    """Return a promise of a cost-benefit analysis on museums, without a date."""
    first = {"id": identity, "origin": "undertaking", "at": "5.1", "quote": "an analysis will follow",
             "says": "A cost-benefit analysis will follow.", "provides": ["cost_benefit_analysis"],
             "covers": "all", "topic": "museum-service"}  # fmt: skip
    return {**first, **fields}


def hostile() -> Assessment:
    """Return an assessment in which every text that a page prints tries to be more than text."""
    where = report(title=PAYLOAD, missing=[{"state": "missing", "says": PAYLOAD}], author=PAYLOAD)
    claim = {"id": "C1", "at": "3.1", "kinds": ["financial_saving"], "quote": PAYLOAD, "topic": "museum-service"}
    asked = {"id": "Q1", "at": "¶2", "quote": PAYLOAD, "says": PAYLOAD, "topic": "museum-service",
             "answer": {"state": "partly", "quote": PAYLOAD}}  # fmt: skip
    return museums(source=where, claims=[claim], commitments=[promise(says=PAYLOAD)], asked=[asked])
