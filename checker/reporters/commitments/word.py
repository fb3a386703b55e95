"""The list of commitments as a Word document."""

from __future__ import annotations

from checker.model.finding import Assessment
from checker.reporters.commitments.build import View
from checker.reporters.commitments.document import Document
from checker.reporters.commitments.rows import Row, origin_of
from checker.reporters.timeline.gather import timeline_of
from checker.reporters.timeline.word import add as add_timeline

_HEAD = ("What", "Who", "Where", "Due and how it stands", "Since then")
_SHARES = (36, 13, 19, 16, 16)


def render(view: View, assessment: Assessment) -> bytes:
    """Return the list as the bytes of a Word file; of one topic, with its timeline."""
    document = Document(view.title, assessment, view.access, upright=bool(view.topic))
    for line in (*view.chosen, view.summary):
        document.line(line)
    if view.topic:
        add_timeline(document, timeline_of(assessment, view.topic))
    for section in view.sections:
        document.heading(f"{section.title} ({len(section.rows)})")
        document.table(_HEAD, [_cells(row) for row in section.rows], _SHARES, f"Commitments: {section.title.lower()}")
    return document.bytes(assessment)


def _cells(row: Row) -> tuple[str, ...]:
    since = "\n".join(f"{label}: {text}" for label, text in row.details)
    state = row.due if row.state == row.due else f"{row.due}\n{row.state}"
    return (
        f"{row.what}\n“{row.quote}”",
        row.who,
        f"{origin_of(row)} at {row.where}\n{row.meeting}\n{row.id}",
        state,
        since or "nothing recorded",
    )
