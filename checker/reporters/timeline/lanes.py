"""What was shown and promised, below the line of time, one under the other so that nothing can overlap."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from checker.model.words import spoken
from checker.reporters.names import day
from checker.reporters.timeline.boxes import (
    BODY,
    EDGE,
    GAP,
    HEAD,
    NO_LABEL,
    PAD,
    End,
    Label,
    Lane,
    Line,
    Scale,
    label_of,
)
from checker.reporters.timeline.facts import Fact, Moment, Promise, Timeline
from checker.reporters.timeline.measure import lines_of

WIDEST_LABEL = 600
MOST_ITEMS = 3


def lanes_of(timeline: Timeline, scale: Scale, width: float, y: float, numbers: dict[Moment, int]) -> list[Lane]:
    """Return what was shown and promised, one under the other, in order of time."""
    lanes: list[Lane] = []
    if not any(moment.shown for moment in timeline.moments):
        lanes.append(_nothing_shown(timeline, y))
    for moment in timeline.moments:
        facts = [*moment.unread, *(f for told in moment.told for g in told.groups for f in g.facts)]
        number = numbers[moment] + len(facts)
        if moment.shown:
            lanes.append(_shown(moment, scale, width, _below(lanes, y), number))
        number += len(moment.shown) + len(moment.mentioned)
        for promise in moment.promises:
            lanes.append(_promised(promise, moment, scale, width, _below(lanes, y), number, timeline.as_of))
            number += len(promise.facts)
    return lanes


def _below(lanes: Sequence[Lane], y: float) -> float:
    return lanes[-1].label.box.bottom + GAP if lanes else y


def _nothing_shown(timeline: Timeline, y: float) -> Lane:
    mentioned = sum(len(moment.mentioned) for moment in timeline.moments)
    text = "Shown: none found in the sources read"
    lines = [Line(text, bold=True)]
    if mentioned:
        pieces = "1 piece of evidence is" if mentioned == 1 else f"{mentioned} pieces of evidence are"
        lines.append(Line(f"{pieces} spoken of and not shown: see the table"))
    return Lane("nothing", EDGE, y, "none", EDGE, None, NO_LABEL, label_of(EDGE, y, lines), text, "", 1)


def _shown(moment: Moment, scale: Scale, width: float, y: float, number: int) -> Lane:
    kinds = ", ".join(dict.fromkeys(fact.label for fact in moment.shown))
    title = f"Shown, {moment.title}: {kinds}"
    lines = _items(title, [f"{fact.label}, {fact.state}: {fact.text} ({fact.at})" for fact in moment.shown])
    x, label = scale.x(moment.day), _beside(scale.x(moment.day), y + 20, lines, width)
    return Lane("shown", x, y + 10, "none", x, None, NO_LABEL, label, title, _all(moment.shown), number)


def _promised(
    promise: Promise, moment: Moment, scale: Scale, width: float, y: float, number: int, as_of: datetime.date
) -> Lane:
    title = headline(promise)
    lines = _items(title, [f"{fact.text.rstrip('.')} ({fact.at})" for fact in promise.facts])
    x = scale.x(moment.day)
    end, end_x = _end(promise, scale, width)
    end_x = max(end_x, x + 18)
    over = scale.x(as_of) if promise.days_over else None
    return Lane(
        "promised",
        x,
        y + 28,
        end,
        end_x,
        over,
        _end_label(end_words(promise), max(end_x, over or 0), y, width),
        _beside(x, y + 38, lines, width),
        f"{title}: {end_words(promise)}",
        f"{promise.origin} on {moment.title}. {_all(promise.facts)}",
        number,
    )


def _end_label(text: str, x: float, y: float, width: float) -> Label:
    """Return the words above the end of an arrow: they end where it ends, or begin at the left edge."""
    label = label_of(0, y, [Line(text)])
    left = min(max(EDGE, x - label.box.width + PAD), width - EDGE - label.box.width)
    return label._replace(box=label.box._replace(x=left))


def headline(promise: Promise) -> str:
    """Return what was promised in one line: how it came about, how often, and when it is due."""
    count = f" ({len(promise.facts)})" if len(promise.facts) > 1 else ""
    due = "no date given" if promise.due_words == "no date" else promise.due_words
    due = f"due {due}" if due.startswith("by ") else due
    return f"{promise.origin}{count}, {due}"


def end_words(promise: Promise) -> str:
    """Return how a promise stands in a few words, and whether its owner reports it done."""
    return _stands(promise) + ("; its owner reports it done" if promise.reported_done else "")


def _stands(promise: Promise) -> str:
    over = "1 day" if promise.days_over == 1 else f"{promise.days_over} days"
    match promise.state:
        case "undated":
            return "no date"
        case "fell_due_unread":
            on = f" {day(promise.due)}" if promise.due else ""
            return f"fell due{on}: that paper was not read"
        case "overdue" | "kept_in_part" if promise.days_over:
            part = "kept in part, " if promise.state == "kept_in_part" else ""
            return f"{part}{over} past {day(promise.due)}, not seen"
        case "open" | "due_soon":
            seen = "seen, not yet closed; " if promise.state_words.startswith("open:") else ""
            return f"{seen}due {day(promise.due)}" if promise.due else f"{seen}not come yet, as far as is known"
    closed = f", {day(promise.closed)}" if promise.closed else ""
    return f"{spoken(promise.state)}{closed}"


def _end(promise: Promise, scale: Scale, width: float) -> tuple[End, float]:
    if promise.closed:
        return ("kept" if promise.state == "kept" else "ended"), scale.x(promise.closed)
    if promise.due is None:
        return "later", width - EDGE
    return "due", scale.x(promise.due)


def _items(title: str, items: Sequence[str]) -> list[Line]:
    room = WIDEST_LABEL - 2 * PAD
    lines = [Line(text, bold=True) for text in lines_of(title, HEAD, room, 2, bold=True)]
    shown = items if len(items) <= MOST_ITEMS else items[: MOST_ITEMS - 1]
    lines += [Line(text) for item in shown for text in lines_of(item, BODY, room, 1)]
    if len(shown) < len(items):
        lines.append(Line(f"and {len(items) - len(shown)} more, in the table"))
    return lines


def _beside(x: float, y: float, lines: Sequence[Line], width: float) -> Label:
    """Return a label under its mark, moved left where it would leave the picture."""
    label = label_of(0, y, lines)
    return label._replace(box=label.box._replace(x=min(x - PAD, width - EDGE - label.box.width)))


def _all(facts: Sequence[Fact]) -> str:
    return " ".join(f"{fact.text.rstrip('.')} ({fact.where})." for fact in facts)
