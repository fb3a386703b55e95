"""The action sheet as a Word document."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model.finding import Assessment
from checker.reporters.actions.build import Action, Question, Sheet
from checker.reporters.actions.text import ACTION_HEAD, NO_ACTIONS, NO_QUESTIONS, NOTHING_EARLIER, QUESTION_HEAD, papers
from checker.reporters.commitments.document import Document

_ACTION_SHARES = (6, 48, 16, 14, 16)
_QUESTION_SHARES = (6, 50, 26, 18)


def render(sheet: Sheet, assessment: Assessment) -> bytes:
    """Return the sheet as the bytes of a Word file."""
    document = Document(f"{sheet.title}: {sheet.meeting}", assessment, sheet.access)
    for line in papers(sheet):
        document.line(line)
    document.heading("Actions")
    _actions(document, sheet.actions, "Actions of the meeting", NO_ACTIONS)
    document.heading("Questions without a full answer")
    _questions(document, sheet.questions, "Questions of the meeting", NO_QUESTIONS)
    document.heading("Matters arising for the next meeting")
    document.line(sheet.carried)
    nothing = "" if sheet.arising_questions else NOTHING_EARLIER
    _actions(document, sheet.arising, "Actions of earlier meetings, still open", nothing)
    _questions(document, sheet.arising_questions, "Questions of earlier meetings, still open", "")
    return document.bytes(assessment)


def _actions(document: Document, actions: Sequence[Action], says: str, nothing: str) -> None:
    rows = [
        (
            f"A{one.number}",
            f"{one.what}\n{one.sort.capitalize()} at {one.where}: “{one.quote}”",
            one.owner,
            one.due,
            f"{one.state}\n{one.since}".strip(),
        )
        for one in actions
    ]
    _table(document, ACTION_HEAD, rows, _ACTION_SHARES, says, nothing)


def _questions(document: Document, questions: Sequence[Question], says: str, nothing: str) -> None:
    rows = [(f"Q{one.number}", f"{one.what}\n“{one.quote}”", one.state, one.where) for one in questions]
    _table(document, QUESTION_HEAD, rows, _QUESTION_SHARES, says, nothing)


def _table(
    document: Document,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    shares: Sequence[int],
    says: str,
    nothing: str,
) -> None:
    if rows:
        document.table(head, rows, shares, says)
    elif nothing:
        document.line(nothing)
