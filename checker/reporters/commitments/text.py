"""The list of commitments for a terminal, 80 columns wide, and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model.finding import Assessment
from checker.reporters.commitments.build import View
from checker.reporters.commitments.markdown import closing, plain
from checker.reporters.commitments.rows import Row, origin_of
from checker.reporters.footing import foot
from checker.reporters.layout import fold, wrapped
from checker.reporters.timeline.as_text import lines as timeline_lines
from checker.reporters.timeline.as_text import markdown as timeline_markdown
from checker.reporters.timeline.gather import timeline_of

_LABEL = 15


def render(view: View, assessment: Assessment) -> Iterator[str]:
    """Yield the list as lines that end in a newline."""
    yield from (line + "\n" for line in _lines(view, assessment))


def _lines(view: View, assessment: Assessment) -> Iterator[str]:
    yield from banner(view.access)
    yield view.title
    for line in (*view.chosen, view.summary):
        yield from wrapped(line, "  ")
    if view.topic:
        yield ""
        yield from timeline_lines(timeline_of(assessment, view.topic))
    for section in view.sections:
        yield ""
        yield f"{section.title.upper()} ({len(section.rows)})"
        for row in section.rows:
            yield ""
            yield from _row(row)
    yield from ending(view.access, assessment)


def banner(access: str) -> Iterator[str]:
    """Yield who may read a report, where not everybody may."""
    if access != "public":
        yield f"{access.upper()}: NOT FOR PUBLICATION"
        yield ""


def ending(access: str, assessment: Assessment) -> Iterator[str]:
    """Yield the closing lines of a report at a terminal."""
    yield ""
    for line in foot(assessment):
        yield from wrapped(line, "")
    yield from list(banner(access))[:1]


def _row(row: Row) -> Iterator[str]:
    yield from fold(row.what, "  ", "  ")
    yield from pair("who", row.who)
    yield from pair("due", due_and_state(row.due, row.state))
    yield from pair("where", f"{row.where} · {row.meeting}")
    yield from pair(origin_of(row).lower(), f"“{row.quote}”")
    for label, text in row.details:
        yield from pair(label.lower(), text)
    yield from pair("id", row.id)


def due_and_state(due: str, state: str) -> str:
    """Return when something is due and how it stands, to stand beside the label "due"."""
    due = due.removeprefix("due ")
    return due if state == due else f"{due} · {state}"


def pair(label: str, text: str) -> Iterator[str]:
    """Yield a text beside its label."""
    yield from fold(text, f"    {label:<{_LABEL}}", " " * (4 + _LABEL))


def markdown(view: View, assessment: Assessment) -> Iterator[str]:
    """Yield the list as Markdown, in lines that end in a newline."""
    yield from (line + "\n" for line in _markdown(view, assessment))


def _markdown(view: View, assessment: Assessment) -> Iterator[str]:
    if view.access != "public":
        yield f"**{view.access.upper()}: not for publication**\n"
    yield f"# {plain(view.title)}\n"
    for line in (*view.chosen, view.summary):
        yield plain(line) + "\n"
    if view.topic:
        yield from timeline_markdown(timeline_of(assessment, view.topic))
    for section in view.sections:
        yield f"## {section.title} ({len(section.rows)})\n"
        for row in section.rows:
            yield from _marked(row)
    yield from closing(view.access, foot(assessment))


def _marked(row: Row) -> Iterator[str]:
    yield f"### {plain(row.what)}\n"
    yield f"> “{plain(row.quote)}”\n"
    pairs = (
        ("Who", row.who),
        ("Due", row.due),
        ("State", row.state),
        (f"{origin_of(row)} at", row.where),
        ("Meeting", row.meeting),
        *row.details,
        ("Id", row.id),
    )
    for label, text in pairs:
        yield f"- **{label}:** {plain(text)}"
    yield ""
