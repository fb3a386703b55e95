"""Where everything stands in the picture of a topic: pure geometry, no markup.

Claims stand on cards above a line of time, each joined to its day. Below it, one under the
other so that nothing can overlap, stand what was shown and what was promised, each with its
own words. All text is 12 pixels or more, and the picture is never scaled down on a screen.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from checker.model.words import spoken
from checker.reporters.timeline.facts import Fact, Moment, Promise, Timeline
from checker.reporters.timeline.measure import lines_of, width_of
from checker.reporters.wording import day

EDGE, GAP = 20, 14
"""The margin of the picture, and the room between cards."""
HEAD, BODY = 14, 13
"""Sizes of type."""
LINE = 17
PAD = 8
MOST_LINES, MOST_GROUPS, MOST_ITEMS = 16, 3, 3
LEAST_CARD, WIDEST_CARD, WIDEST_LABEL = 190, 400, 600
TOP, LEADER, UNDER_AXIS = 52, 30, 62
LATER = 90
"""The room after the last day, where arrows without a known end run out."""

End = Literal["due", "later", "kept", "ended", "none"]


class Room(NamedTuple):
    """How much room there is."""

    width: float = 920
    cards: int = 6
    """How many cards at most stand beside each other; more days than that are put together."""


SCREEN = Room()
PAPER = Room(720, 3)
"""For an upright sheet, where a wider picture would be printed too small to read."""


class Box(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower side."""
        return self.y + self.height

    def meets(self, other: Box) -> bool:
        """Tell whether two rectangles share any room."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


class Line(NamedTuple):
    """A line of type."""

    text: str
    bold: bool = False

    @property
    def size(self) -> int:
        """Its size in pixels."""
        return HEAD if self.bold else BODY


class Label(NamedTuple):
    """Lines of type, and the room they take."""

    box: Box
    lines: tuple[Line, ...]


NO_LABEL = Label(Box(0, 0, 0, 0), ())


class Card(NamedTuple):
    """What was claimed on a day, above the line."""

    label: Label
    points: tuple[float, ...]
    """Where on the line its day is; of days put together, each of them."""
    title: str
    says: str
    fact: int
    """The number of its first line in the table."""


class Lane(NamedTuple):
    """What was shown or promised, below the line."""

    sort: Literal["shown", "promised", "nothing"]
    x: float
    y: float
    end: End
    end_x: float
    over_x: float | None
    """Where the part past its due point ends, which is today."""
    end_label: Label
    """What its end means, in words above it."""
    label: Label
    title: str
    says: str
    fact: int


class Picture(NamedTuple):
    """The picture, ready to be drawn."""

    width: float
    height: float
    axis_y: float
    today_x: float
    today: Label
    captions: tuple[Label, ...]
    ticks: tuple[tuple[float, Label], ...]
    cards: tuple[Card, ...]
    lanes: tuple[Lane, ...]

    @property
    def labels(self) -> tuple[Label, ...]:
        """Every label of the picture."""
        own = [card.label for card in self.cards] + [lane.label for lane in self.lanes]
        own += [lane.end_label for lane in self.lanes if lane.end_label.lines]
        return (self.today, *self.captions, *(label for _, label in self.ticks), *own)


class _Scale(NamedTuple):
    first: datetime.date
    last: datetime.date
    left: float
    right: float

    def x(self, on: datetime.date | None) -> float:
        """Return where a day stands; what has no day stands before all others."""
        if on is None:
            return self.left - LATER
        return self.left + (on - self.first).days * (self.right - self.left) / max(1, (self.last - self.first).days)


def layout(timeline: Timeline, room: Room = SCREEN) -> Picture:
    """Return the picture of a topic over time."""
    bundles = _bundles([moment for moment in timeline.moments if moment.told or moment.unread], room.cards)
    width = max(room.width, len(bundles) * (LEAST_CARD + GAP) + 2 * EDGE)
    scale = _scale(timeline, width)
    numbers = dict(zip(timeline.moments, _numbers(timeline), strict=True))
    cards = _cards(bundles, scale, width, numbers)
    tall = max((card.label.box.height for card in cards), default=0)
    axis = TOP + tall + LEADER
    cards = [_lowered(card, axis - LEADER) for card in cards]
    lanes = _lanes(timeline, scale, width, axis + UNDER_AXIS, numbers)
    bottom = max((lane.label.box.bottom for lane in lanes), default=axis + UNDER_AXIS) + EDGE
    today = scale.x(timeline.as_of)
    captions = (
        _label(EDGE, 28, [Line("Claimed", bold=True)]),
        _label(EDGE, axis + 34, [Line("Shown and promised", bold=True)]),
    )
    return Picture(
        width, bottom, axis, today, _today(timeline.as_of, today, width), captions, tuple(_ticks(scale, axis)), tuple(cards), tuple(lanes)
    )  # fmt: skip


def _numbers(timeline: Timeline) -> Iterator[int]:
    number = 1
    for moment in timeline.moments:
        yield number
        number += len(moment.facts)


def _scale(timeline: Timeline, width: float) -> _Scale:
    days = [moment.day for moment in timeline.moments if moment.day] + [timeline.as_of]
    promises = [promise for moment in timeline.moments for promise in moment.promises]
    days += [on for promise in promises for on in (promise.due, promise.closed) if on]
    undated = any(moment.day is None for moment in timeline.moments)
    left = EDGE + 40 + (LATER if undated else 0)
    return _Scale(min(days), max(days), left, width - EDGE - LATER)


def _bundles(moments: Sequence[Moment], most: int) -> list[tuple[Moment, ...]]:
    """Return the days, those nearest to each other put together until there are few enough for cards."""
    bundles: list[tuple[Moment, ...]] = [(moment,) for moment in moments]
    while len(bundles) > most:
        gaps = [_apart(a, b) for a, b in pairwise(bundles)]
        at = gaps.index(min(gaps))
        bundles[at : at + 2] = [bundles[at] + bundles[at + 1]]
    return bundles


def _apart(one: tuple[Moment, ...], other: tuple[Moment, ...]) -> int:
    before, after = one[-1].day, other[0].day
    return (after - before).days if before and after else 1_000_000


def _cards(
    bundles: Sequence[tuple[Moment, ...]], scale: _Scale, width: float, numbers: dict[Moment, int]
) -> list[Card]:
    if not bundles:
        return []
    wide = min(WIDEST_CARD, (width - 2 * EDGE) / len(bundles) - GAP)
    points = [tuple(scale.x(moment.day) for moment in bundle) for bundle in bundles]
    lefts = _apart_from_each_other([sum(xs) / len(xs) - wide / 2 for xs in points], wide, width)
    return [
        _card(bundle, left, wide, xs, numbers[bundle[0]])
        for bundle, left, xs in zip(bundles, lefts, points, strict=True)
    ]


def _apart_from_each_other(lefts: Sequence[float], wide: float, width: float) -> list[float]:
    """Return the left sides moved as little as it takes for none to overlap or leave the picture."""
    placed: list[float] = []
    for left in lefts:
        placed.append(max(left, placed[-1] + wide + GAP if placed else EDGE))
    limit = width - EDGE - wide
    for number in reversed(range(len(placed))):
        placed[number] = min(placed[number], limit)
        limit = placed[number] - wide - GAP
    return placed


def _card(bundle: tuple[Moment, ...], left: float, wide: float, points: tuple[float, ...], fact: int) -> Card:
    title = bundle[0].title if len(bundle) == 1 else f"{bundle[0].title} to {bundle[-1].title}"
    room = wide - 2 * PAD
    lines = [Line(text, bold=True) for text in lines_of(title, HEAD, room, 2, bold=True)]
    lines += [line for moment in bundle for line in _told(moment, room)]
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], Line("and more, in the table")]
    says = " ".join(_said(moment) for moment in bundle)
    return Card(_label(left, 0, lines, wide), points, f"{title}: what was claimed", says, fact)


def _told(moment: Moment, room: float) -> Iterator[Line]:
    for fact in moment.unread:
        yield from (Line(text) for text in lines_of(f"{fact.label}: known, NOT READ", BODY, room, 2))
    for number, told in enumerate(moment.told):
        most = 2 if number else MOST_GROUPS
        head = f"{told.name}: {told.claims} claim{'' if told.claims == 1 else 's'}"
        yield from (Line(text, bold=True) for text in lines_of(head, HEAD, room, 1, bold=True))
        for group in told.groups[:most]:
            many = f" ({len(group.facts)})" if len(group.facts) > 1 else ""
            text = f"{group.kind}{many}: {group.facts[0].text}"
            yield from (Line(line) for line in lines_of(text, BODY, room, 2))
        rest = told.groups[most:]
        if rest:
            text = f"{sum(len(group.facts) for group in rest)} more: {', '.join(group.kind for group in rest)}"
            yield from (Line(line) for line in lines_of(text, BODY, room, 1))


def _said(moment: Moment) -> str:
    unread = [f"{fact.text}: known, not read." for fact in moment.unread]
    parts = []
    for told in moment.told:
        groups = "; ".join(f"{len(group.facts)} of {group.kind}" for group in told.groups)
        parts.append(f"{told.name.capitalize()}: {told.claims} claims: {groups}.")
    return " ".join((*unread, *parts))


def _lowered(card: Card, bottom: float) -> Card:
    box = card.label.box
    return card._replace(label=card.label._replace(box=box._replace(y=bottom - box.height)))


def _label(x: float, y: float, lines: Sequence[Line], wide: float | None = None) -> Label:
    needed = max((width_of(line.text, line.size, bold=line.bold) for line in lines), default=0) + 2 * PAD
    return Label(Box(x, y, wide or needed, len(lines) * LINE + (2 * PAD if wide else 4)), tuple(lines))


def _today(as_of: datetime.date, x: float, width: float) -> Label:
    label = _label(0, 4, [Line(f"Today: {day(as_of)}", bold=True)])
    left = min(max(EDGE, x - label.box.width / 2), width - EDGE - label.box.width)
    return label._replace(box=label.box._replace(x=left))


def _ticks(scale: _Scale, axis: float) -> Iterator[tuple[float, Label]]:
    free = scale.left - LATER
    for on, text in _calendar(scale.first, scale.last):
        label = _label(0, axis + 8, [Line(text)])
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


def _lanes(timeline: Timeline, scale: _Scale, width: float, y: float, numbers: dict[Moment, int]) -> list[Lane]:
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
    return Lane("nothing", EDGE, y, "none", EDGE, None, NO_LABEL, _label(EDGE, y, lines), text, "", 1)


def _shown(moment: Moment, scale: _Scale, width: float, y: float, number: int) -> Lane:
    kinds = ", ".join(dict.fromkeys(fact.label for fact in moment.shown))
    title = f"Shown, {moment.title}: {kinds}"
    lines = _items(title, [f"{fact.label}, {fact.state}: {fact.text} ({fact.at})" for fact in moment.shown])
    x, label = scale.x(moment.day), _beside(scale.x(moment.day), y + 20, lines, width)
    return Lane("shown", x, y + 10, "none", x, None, NO_LABEL, label, title, _all(moment.shown), number)


def _promised(
    promise: Promise, moment: Moment, scale: _Scale, width: float, y: float, number: int, as_of: datetime.date
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
    label = _label(0, y, [Line(text)])
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


def _end(promise: Promise, scale: _Scale, width: float) -> tuple[End, float]:
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
    label = _label(0, y, lines)
    return label._replace(box=label.box._replace(x=min(x - PAD, width - EDGE - label.box.width)))


def _all(facts: Sequence[Fact]) -> str:
    return " ".join(f"{fact.text.rstrip('.')} ({fact.where})." for fact in facts)
