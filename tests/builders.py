"""Small records of Wexcombe Borough Council with honest defaults; a test says only what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

Data = dict[str, Any]
SOURCE = "wexcombe-depot-report-2025-03"


def claim(**fields: Any) -> Data:
    """Return a claim of an officer that something will be saved."""
    return {
        "id": "C1",
        "by": "officer",
        "at": "3.1",
        "quote": "would save £40,000 a year from 2026",
        "says": "Moving the depot would save £40,000 a year.",
        "kinds": ["financial_saving"],
        "certainty": "expected",
        **fields,
    }


def evidence(**fields: Any) -> Data:
    """Return performance data that the source shows, covering every claim of it."""
    return {
        "id": "E1",
        "kind": "performance_data",
        "status": "supplied",
        "at": "2.1",
        "quote": "14,200 bins were missed in 2024",
        "covers": "all",
        **fields,
    }


def commitment(**fields: Any) -> Data:
    """Return an undertaking to report, without a date."""
    return {
        "id": "K1",
        "origin": "undertaking",
        "at": "6.1",
        "quote": "a further report will be brought",
        "provides": ["report"],
        **fields,
    }


def asked(**fields: Any) -> Data:
    """Return a question of a member to which no answer is minuted."""
    return {
        "id": "Q1",
        "at": "¶7",
        "quote": "what the move would cost",
        "says": "What would the move cost?",
        "answer": {"state": "none_minuted"},
        **fields,
    }


def coding(source: str = SOURCE, **fields: Any) -> Data:
    """Return a coding with one claim."""
    return {"source": source, "coder": "A", "coded_on": "2025-06-02", "claims": [claim()], **fields}


def source(identity: str = SOURCE, **fields: Any) -> Data:
    """Return the record of an officer report for decision."""
    return {
        "id": identity,
        "title": "Future of the Canal Street depot",
        "publisher": "Wexcombe Borough Council",
        "author": "Head of Streets",
        "kind": "officer_report",
        "published": "2025-03-04",
        "stage": "for_decision",
        **fields,
    }


def write_case(
    folder: Path, codings: Sequence[Data] = (), sources: Sequence[Data] = (), topics: Sequence[str] = ()
) -> Path:
    """Write records under the folder, one file each, and return the folder; a coding without a source gets one."""
    codings = codings or [coding()]
    there = {record["id"] for record in sources}
    added = [source(c["source"]) for c in codings if c["source"] not in there]
    for record in codings:
        write_record(folder / "claims" / f"{record['source']}.yaml", record)
    for record in (*sources, *added):
        write_record(folder / "seeds" / f"{record['id']}.yaml", record)
    if topics:
        write_record(folder / "claims" / "topics.yaml", {"topics": [{"id": t, "title": t} for t in topics]})
    return folder


def write_record(path: Path, record: Data) -> None:
    """Write one record as YAML."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(record, sort_keys=False, allow_unicode=True)
    path.write_text(text, encoding="utf-8", newline="\n")
