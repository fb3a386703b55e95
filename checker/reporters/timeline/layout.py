"""Where everything stands in the picture of a topic: pure geometry, no markup.

Claims stand on cards above a line of time, each joined to its day. Below it, one under the
other so that nothing can overlap, stand what was shown and what was promised, each with its
own words. All text is 12 pixels or more, and the picture is never scaled down on a screen.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from checker.reporters.names import day
from checker.reporters.timeline.boxes import (
    EDGE,
    GAP,
    LATER,
    SCREEN,
    Label,
    Line,
    Picture,
    Room,
    Scale,
    label_of,
)
from checker.reporters.timeline.cards import LEAST_CARD, bundles_of, cards_of, lowered
from checker.reporters.timeline.facts import Timeline
from checker.reporters.timeline.lanes import lanes_of

TOP, LEADER, UNDER_AXIS = 52, 30, 62


def layout(timeline: Timeline, room: Room = SCREEN) -> Picture:
    """Return the picture of a topic over time."""
    bundles = bundles_of([moment for moment in timeline.moments if moment.told or moment.unread], room.cards)
    width = max(room.width, len(bundles) * (LEAST_CARD + GAP) + 2 * EDGE)
    scale = _scale(timeline, width)
    numbers = dict(zip(timeline.moments, _numbers(timeline), strict=True))
    cards = cards_of(bundles, scale, width, numbers)
    tall = max((card.label.box.height for card in cards), default=0)
    axis = TOP + tall + LEADER
    cards = [lowered(card, axis - LEADER) for card in cards]
    lanes = lanes_of(timeline, scale, width, axis + UNDER_AXIS, numbers)
    bottom = max((lane.label.box.bottom for lane in lanes), default=axis + UNDER_AXIS) + EDGE
    today = scale.x(timeline.as_of)
    captions = (
        label_of(EDGE, 28, [Line("Claimed", bold=True)]),
        label_of(EDGE, axis + 34, [Line("Shown and promised", bold=True)]),
    )
    return Picture(
        width, bottom, axis, today, _today(timeline.as_of, today, width), captions, tuple(_ticks(scale, axis)), tuple(cards), tuple(lanes)
    )  # fmt: skip


def _numbers(timeline: Timeline) -> Iterator[int]:
    number = 1
    for moment in timeline.moments:
        yield number
        number += len(moment.facts)


def _scale(timeline: Timeline, width: float) -> Scale:
    days = [moment.day for moment in timeline.moments if moment.day] + [timeline.as_of]
    promises = [promise for moment in timeline.moments for promise in moment.promises]
    days += [on for promise in promises for on in (promise.due, promise.closed) if on]
    undated = any(moment.day is None for moment in timeline.moments)
    left = EDGE + 40 + (LATER if undated else 0)
    return Scale(min(days), max(days), left, width - EDGE - LATER)


def _today(as_of: datetime.date, x: float, width: float) -> Label:
    label = label_of(0, 4, [Line(f"Today: {day(as_of)}", bold=True)])
    left = min(max(EDGE, x - label.box.width / 2), width - EDGE - label.box.width)
    return label._replace(box=label.box._replace(x=left))


def _ticks(scale: Scale, axis: float) -> Iterator[tuple[float, Label]]:
    free = scale.left - LATER
    for on, text in _calendar(scale.first, scale.last):
        label = label_of(0, axis + 8, [Line(text)])
        left = scale.x(on) - label.box.width / 2
        if left >= free:
            yield scale.x(on), label._replace(box=label.box._replace(x=left))
            free = left + label.box.width + GAP


def _calendar(first: datetime.date, last: datetime.date) -> Iterator[tuple[datetime.date, str]]:
    """Yield the days worth a mark: years, quarters or months, as the time between asks."""
    months = (last - first).days / 30
    step = 1 if months < 7 else 3 if months < 30 else 12
    step *= max(1, round(months / 120)) if step == 12 else 1
    number = first.year * 12 + first.month
    for count in range(number, last.year * 12 + last.month):
        if count % step == 0:
            on = datetime.date(count // 12, count % 12 + 1, 1)
            yield on, str(on.year) if step >= 12 else f"{on:%B %Y}"
