"""Small cases in which people have replied, decided and waived."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

from checker.engine.assess import assess
from checker.model.finding import Assessment, Finding
from checker.model.ledger import NOTHING_BEFORE, Event, Ledger, Words, words_digest
from tests.engine.case import LATE, RULES, casefile

ON = datetime.date(2025, 6, 2)


def event(finding: Finding, kind: str, words: str = "", **fields: Any) -> tuple[Event, Words]:
    """Return something recorded about a finding as it stands, and its words."""
    said = Words(salt="s", text=words or "as discussed")
    fields = {"by": "head-of-streets", "content": finding.content, "about": finding.subject_id, **fields}
    return Event.model_validate({
        "number": 1, "on": ON.isoformat(), "kind": kind, "subject": finding.fingerprint,
        "words": words_digest(said), "before": NOTHING_BEFORE, "digest": NOTHING_BEFORE, **fields,
    }), said  # fmt: skip


def assessed_after(*recorded: tuple[Event, Words], as_of: datetime.date = LATE, **case: Any) -> Assessment:
    """Return the assessment of a small case after these events."""
    words = {words_digest(said): said for _, said in recorded}
    ledger = Ledger(tuple(one for one, _ in recorded), words)
    read = dataclasses.replace(casefile(**case), ledger=ledger)
    return assess(read, RULES, RULES.profiles["scrutiny"], as_of)
