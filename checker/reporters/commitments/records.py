"""The list of commitments as JSON: the shape of `check`, and what this list adds."""

from __future__ import annotations

from typing import Any

from checker.model.finding import Assessment
from checker.reporters.as_json import SCHEMA_VERSION, dump, manifest
from checker.reporters.commitments.build import View
from checker.reporters.commitments.meetings import meeting_of
from checker.reporters.commitments.rows import Row
from checker.reporters.timeline.facts import records_of
from checker.reporters.timeline.gather import timeline_of


def render(view: View, assessment: Assessment) -> str:
    """Return the list as JSON text."""
    data: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "manifest": manifest(assessment),
        "access": view.access,
        "chosen": list(view.chosen),
        "commitments": [row_record(row) for row in view.rows],
    }
    if view.topic:
        data["timeline"] = records_of(timeline_of(assessment, view.topic))
    return dump(data)


def row_record(row: Row) -> dict[str, Any]:
    """Return one commitment: the fields of the contract first, then its words."""
    from checker.reporters.as_json import commitment

    meeting = meeting_of(row.standing.source)
    return {
        **commitment(row.standing),
        "says": row.what,
        "owner": row.standing.commitment.owner,
        "meeting": {"date": meeting.day.isoformat() if meeting.day else None, "body": meeting.body},
        "due": row.due,
        "standing": row.state,
        "response": row.response or None,
        "seen_since": row.seen or None,
    }
