"""A topic over time in words: a day, what was claimed on it, what was shown, what was promised."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model.finding import Assessment
from checker.reporters.commitments.markdown import closing, plain, table
from checker.reporters.footing import foot
from checker.reporters.layout import fold, wrapped
from checker.reporters.names import day
from checker.reporters.timeline.facts import Fact, Moment, Timeline, Told
from checker.reporters.timeline.lanes import end_words, headline

HEAD = ("When", "What", "Words", "Where", "Due and how it stands")


def render(timeline: Timeline, assessment: Assessment) -> Iterator[str]:
    """Yield the report for a terminal as lines that end in a newline."""
    if timeline.access != "public":
        yield f"{timeline.access.upper()}: NOT FOR PUBLICATION\n\n"
    yield from (line + "\n" for line in lines(timeline))
    yield "\n"
    yield from (line + "\n" for text in foot(assessment) for line in wrapped(text, ""))


def lines(timeline: Timeline) -> Iterator[str]:
    """Yield the topic over time in 80 columns: of every day what was claimed, then what was shown and promised."""
    yield from wrapped(timeline.summary, "")
    passed = False
    for moment in timeline.moments:
        if not passed and moment.day and moment.day > timeline.as_of:
            passed = True
            yield from _today(timeline)
        yield ""
        yield moment.title.upper()
        yield from _moment(moment)
    if not passed:
        yield from _today(timeline)
    yield from _still_to_come(timeline)


def _today(timeline: Timeline) -> Iterator[str]:
    yield ""
    yield f"{day(timeline.as_of).upper()}: TODAY"


def _still_to_come(timeline: Timeline) -> Iterator[str]:
    promises = [p for m in timeline.moments for p in m.promises if p.due and p.due > timeline.as_of and not p.closed]
    for promise in sorted(promises, key=lambda one: str(one.due)):
        yield ""
        yield f"{day(promise.due).upper()}: DUE"
        for fact in promise.facts:
            yield from _pair("due", f"{fact.text} ({fact.where})")


def _moment(moment: Moment) -> Iterator[str]:
    for fact in moment.unread:
        yield from _pair("NOT READ", f"{fact.text} (known from {fact.where})")
    for told in moment.told:
        yield from _told(told)
    for fact in moment.shown:
        yield from _pair("shown", f"{fact.label}, {fact.state}: {fact.text} ({fact.at})")
    if moment.told and not moment.shown:
        mentioned = ", ".join(dict.fromkeys(f"{fact.label} ({fact.state})" for fact in moment.mentioned))
        yield from _pair("shown", "none found" + (f"; spoken of: {mentioned}" if mentioned else ""))
    for promise in moment.promises:
        due = headline(promise).removeprefix(promise.origin).lstrip(", ").removeprefix("due ")
        stands = end_words(promise)
        known = stands in ("no date", f"due {due.removeprefix('by ')}")
        yield from _pair(promise.origin.lower(), due if known else f"{due}: {stands}")
        for fact in promise.facts:
            yield from _pair("", f"- {fact.text} ({fact.at})")


def _told(told: Told) -> Iterator[str]:
    yield from _pair("claimed", f"{told.name}, {told.claims} claim{'' if told.claims == 1 else 's'}:")
    for group in told.groups:
        first = group.facts[0]
        many = f"{len(group.facts)} x " if len(group.facts) > 1 else ""
        yield from _pair("", f"- {many}{group.kind}: {first.text} ({first.at})")


def _pair(label: str, text: str) -> Iterator[str]:
    hang = 2 if text.startswith("- ") else 0
    yield from fold(text, f"  {label:<12}", " " * (14 + hang))


def cells(moment: Moment, fact: Fact) -> tuple[str, ...]:
    """Return a fact as a row of the table behind the picture."""
    what = fact.label if fact.sort == "promised" else f"{fact.sort}: {fact.label}"
    due = "; ".join(part for part in (fact.due, fact.state if fact.state != fact.due else "") if part)
    return (moment.title, what[0].upper() + what[1:], fact.text, fact.where, due)


def rows(timeline: Timeline) -> list[tuple[str, ...]]:
    """Return the table behind the picture, in reading order."""
    return [cells(moment, fact) for moment in timeline.moments for fact in moment.facts]


def markdown(timeline: Timeline) -> Iterator[str]:
    """Yield the timeline as a section of a Markdown report, in lines without their newlines."""
    yield "## The topic over time\n"
    yield plain(timeline.summary) + "\n"
    yield from table(HEAD, rows(timeline))
    yield ""


def render_markdown(timeline: Timeline, assessment: Assessment) -> Iterator[str]:
    """Yield the timeline as a Markdown report of its own."""
    if timeline.access != "public":
        yield f"**{timeline.access.upper()}: not for publication**\n\n"
    yield f"# {plain(timeline.title)}\n\n"
    yield from (line + "\n" for line in markdown(timeline))
    yield from (line + "\n" for line in closing(timeline.access, foot(assessment)))
