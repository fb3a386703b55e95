"""The action sheet for a terminal, 80 columns wide, and as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.model.finding import Assessment
from checker.reporters.actions.build import Action, Question, Sheet
from checker.reporters.commitments.markdown import closing, plain, table
from checker.reporters.commitments.text import banner, due_and_state, ending
from checker.reporters.footing import foot
from checker.reporters.layout import fold, wrapped

NO_ACTIONS = "No action: nothing promised, asked for or recommended in the papers read."
NO_QUESTIONS = "No question waits for an answer in the papers read."
NOTHING_EARLIER = "Nothing open from earlier meetings of this body in the papers read."
ACTION_HEAD = ("No.", "Action", "Owner", "Due", "State")
QUESTION_HEAD = ("No.", "Question", "Answer", "Where")


def render(sheet: Sheet, assessment: Assessment) -> Iterator[str]:
    """Yield the sheet as lines that end in a newline."""
    yield from (line + "\n" for line in _lines(sheet, assessment))


def _lines(sheet: Sheet, assessment: Assessment) -> Iterator[str]:
    yield from banner(sheet.access)
    yield from wrapped(f"{sheet.title}: {sheet.meeting}", "")
    for line in papers(sheet):
        yield from wrapped(line, "  ")
    yield from _part("ACTIONS", sheet.actions, NO_ACTIONS)
    yield from _part("QUESTIONS WITHOUT A FULL ANSWER", sheet.questions, NO_QUESTIONS)
    yield from ("", "MATTERS ARISING FOR THE NEXT MEETING")
    yield from wrapped(sheet.carried, "  ")
    if not sheet.arising and not sheet.arising_questions:
        yield from wrapped(NOTHING_EARLIER, "  ")
    yield from _items(sheet.arising)
    yield from _items(sheet.arising_questions)
    yield from ending(sheet.access, assessment)


def papers(sheet: Sheet) -> Iterator[str]:
    """Yield what the sheet was made from, and what was not read."""
    yield f"Read: {'; '.join(sheet.sources) or 'nothing'}."
    if sheet.unread:
        yield f"NOT read: {'; '.join(sheet.unread)}."


def _part(title: str, items: Iterable[Action | Question], nothing: str) -> Iterator[str]:
    listed = list(items)
    yield from ("", title)
    if not listed:
        yield from wrapped(nothing, "  ")
    yield from _items(listed)


def _items(items: Iterable[Action | Question]) -> Iterator[str]:
    for item in items:
        yield ""
        letter = "A" if isinstance(item, Action) else "Q"
        yield from fold(item.what, f"  {f'{letter}{item.number}':<5}", " " * 7)
        yield from _details(item)


def _details(item: Action | Question) -> Iterator[str]:
    if isinstance(item, Action):
        yield from _pair("owner", item.owner)
        yield from _pair("due", due_and_state(item.due, item.state))
        yield from _pair(item.sort, f"“{item.quote}” ({item.where})")
        if item.since:
            yield from _pair("since", item.since)
    else:
        yield from _pair("answer", item.state)
        yield from _pair("asked", f"“{item.quote}” ({item.where})")


def _pair(label: str, text: str) -> Iterator[str]:
    yield from fold(text, f"       {label:<13}", " " * 20)


def markdown(sheet: Sheet, assessment: Assessment) -> Iterator[str]:
    """Yield the sheet as Markdown, in lines that end in a newline."""
    yield from (line + "\n" for line in _markdown(sheet, assessment))


def _markdown(sheet: Sheet, assessment: Assessment) -> Iterator[str]:
    if sheet.access != "public":
        yield f"**{sheet.access.upper()}: not for publication**\n"
    yield f"# {plain(f'{sheet.title}: {sheet.meeting}')}\n"
    for line in papers(sheet):
        yield plain(line) + "\n"
    yield "## Actions\n"
    yield from _table(ACTION_HEAD, [action_cells(action) for action in sheet.actions], NO_ACTIONS)
    yield "## Questions without a full answer\n"
    yield from _table(QUESTION_HEAD, [question_cells(question) for question in sheet.questions], NO_QUESTIONS)
    yield "## Matters arising for the next meeting\n"
    yield plain(sheet.carried) + "\n"
    yield from _table(ACTION_HEAD, [action_cells(action) for action in sheet.arising], NOTHING_EARLIER)
    if sheet.arising_questions:
        yield from _table(QUESTION_HEAD, [question_cells(question) for question in sheet.arising_questions], "")
    yield from closing(sheet.access, foot(assessment))


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]], nothing: str) -> Iterator[str]:
    yield from table(head, rows) if rows else (nothing,)
    yield ""


def action_cells(action: Action) -> tuple[str, ...]:
    """Return an action as a row of a table."""
    what = f"{action.what} ({action.sort} at {action.where}: “{action.quote}”)"
    state = f"{action.state}; {action.since}" if action.since else action.state
    return (f"A{action.number}", what, action.owner, action.due, state)


def question_cells(question: Question) -> tuple[str, ...]:
    """Return a question as a row of a table."""
    return (f"Q{question.number}", f"{question.what} (“{question.quote}”)", question.state, question.where)
