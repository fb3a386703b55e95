"""The action sheet as a page that opens from an e-mail."""

from __future__ import annotations

from checker.model.finding import Assessment
from checker.reporters import html
from checker.reporters.actions.build import Sheet
from checker.reporters.actions.text import NO_ACTIONS, NO_QUESTIONS, NOTHING_EARLIER, papers
from checker.reporters.footing import foot


def render(sheet: Sheet, assessment: Assessment) -> bytes:
    """Return the sheet as HTML."""
    return html.render(
        "actions.html.jinja",
        title=f"{sheet.title}: {sheet.meeting}",
        access=sheet.access,
        foot=foot(assessment),
        sheet=sheet,
        papers=tuple(papers(sheet)),
        nothing={"actions": NO_ACTIONS, "questions": NO_QUESTIONS, "earlier": NOTHING_EARLIER},
    )
