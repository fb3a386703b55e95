"""The picture of a topic as SVG: readable in grey, every mark in words, reached by keyboard in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from checker.reporters.commitments.document import clean
from checker.reporters.timeline.boxes import LINE, PAD, SCREEN, Card, Label, Lane, Picture, Room
from checker.reporters.timeline.facts import Timeline
from checker.reporters.timeline.layout import layout

INK, SOFT, ACCENT, PAPER = "#1a1a1a", "#4a4a4a", "#1d4f76", "#ffffff"
FONT = "Arial, Helvetica, 'Liberation Sans', sans-serif"


def render(timeline: Timeline, *, links: bool = True, room: Room = SCREEN) -> str:
    """Return the picture as SVG text.

    Args:
        timeline: what it shows.
        links: whether marks lead to the lines of the table below it, which have the ids fact-1, fact-2 …
        room: how much room there is.
    """
    return "\n".join(_drawn(timeline, layout(timeline, room), links)) + "\n"


def _drawn(timeline: Timeline, picture: Picture, links: bool) -> Iterator[str]:
    width, height = _n(picture.width), _n(picture.height)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'role="group" aria-labelledby="timeline-title" aria-describedby="timeline-says" font-family="{FONT}">'
    )
    yield f'<title id="timeline-title">{_text(timeline.title)} over time</title>'
    yield f'<desc id="timeline-says">{_text(timeline.summary)}</desc>'
    yield f'<rect width="{width}" height="{height}" fill="{PAPER}"/>'
    yield from _frame(picture)
    for mark in _in_reading_order(picture):
        yield from _linked(mark, links)
    yield "</svg>"


def _in_reading_order(picture: Picture) -> list[Card | Lane]:
    return sorted([*picture.cards, *picture.lanes], key=lambda mark: (mark.fact, isinstance(mark, Lane)))


def _frame(picture: Picture) -> Iterator[str]:
    """Yield the line of time, today, and the joins between cards and their days."""
    x, y = _n(picture.today_x), _n(picture.axis_y)
    yield f'<line x1="{x}" y1="24" x2="{x}" y2="{_n(picture.height - 6)}" stroke="{INK}" stroke-width="1.5" stroke-dasharray="2 4"/>'
    yield f'<line x1="20" y1="{y}" x2="{_n(picture.width - 20)}" y2="{y}" stroke="{INK}" stroke-width="2.5"/>'
    for x_tick, label in picture.ticks:
        yield f'<line x1="{_n(x_tick)}" y1="{y}" x2="{_n(x_tick)}" y2="{_n(picture.axis_y + 8)}" stroke="{INK}"/>'
        yield from _words(label, middle=True)
    yield from _words(picture.today, backed=True)
    for caption in picture.captions:
        yield from _words(caption, fill=ACCENT)
    for card in picture.cards:
        box = card.label.box
        for point in card.points:
            start = min(max(point, box.x + 12), box.right - 12)
            yield f'<line x1="{_n(start)}" y1="{_n(box.bottom)}" x2="{_n(point)}" y2="{y}" stroke="{SOFT}"/>'
            yield f'<circle cx="{_n(point)}" cy="{y}" r="4" fill="{INK}"/>'


def _linked(mark: Card | Lane, links: bool) -> Iterator[str]:
    kind = "lane" if isinstance(mark, Lane) else "card"
    name = f"{kind}-{mark.fact}"
    names = f'aria-labelledby="{name}-title" aria-describedby="{name}-says"'
    linked = links and not (isinstance(mark, Lane) and mark.sort == "nothing")
    yield f'<a href="#fact-{mark.fact}" {names}>' if linked else f'<g role="group" {names}>'
    yield f'<title id="{name}-title">{_text(mark.title)}</title>'
    yield f'<desc id="{name}-says">{_text(mark.says or mark.title)}</desc>'
    yield from _lane(mark) if isinstance(mark, Lane) else _card(mark)
    yield "</a>" if linked else "</g>"


def _card(card: Card) -> Iterator[str]:
    box = card.label.box
    yield (
        f'<rect x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="{_n(box.height)}" rx="4" '
        f'fill="{PAPER}" stroke="{SOFT}"/>'
    )
    yield from _words(card.label, inset=PAD)


def _lane(lane: Lane) -> Iterator[str]:
    yield from _words(lane.label, backed=True)
    yield from _words(lane.end_label, backed=True, fill=SOFT)
    if lane.sort == "nothing":
        return
    x, y = _n(lane.x), _n(lane.y)
    if lane.sort == "promised":
        yield from _arrow(lane)
    fill = INK if lane.sort == "shown" else PAPER
    yield f'<circle cx="{x}" cy="{y}" r="6" fill="{fill}" stroke="{INK}" stroke-width="2"/>'


def _arrow(lane: Lane) -> Iterator[str]:
    y, end = _n(lane.y), lane.end_x
    if lane.over_x is not None and lane.over_x > end:
        yield f'<rect x="{_n(end)}" y="{_n(lane.y - 4)}" width="{_n(lane.over_x - end)}" height="8" fill="{SOFT}"/>'
    dashes = ' stroke-dasharray="6 5"' if lane.end == "later" else ""
    yield f'<line x1="{_n(lane.x)}" y1="{y}" x2="{_n(end - 2)}" y2="{y}" stroke="{INK}" stroke-width="2"{dashes}/>'
    if lane.end == "kept":
        yield f'<circle cx="{_n(end)}" cy="{y}" r="6" fill="{INK}"/>'
    else:
        yield f'<path d="M{_n(end)} {y} l-10 -6 v12 z" fill="{INK}"/>'
    if lane.end in ("due", "ended"):
        yield f'<line x1="{_n(end)}" y1="{_n(lane.y - 9)}" x2="{_n(end)}" y2="{_n(lane.y + 9)}" stroke="{INK}" stroke-width="2"/>'


def _words(
    label: Label, *, inset: float = 0, backed: bool = False, middle: bool = False, fill: str = INK
) -> Iterator[str]:
    box = label.box
    if backed and label.lines:
        yield f'<rect x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="{_n(box.height)}" fill="{PAPER}"/>'
    x = box.x + box.width / 2 if middle else box.x + PAD
    anchor = ' text-anchor="middle"' if middle else ""
    for number, line in enumerate(label.lines):
        y = box.y + inset + number * LINE + 13
        weight = ' font-weight="bold"' if line.bold else ""
        yield f'<text x="{_n(x)}" y="{_n(y)}" font-size="{line.size}"{weight}{anchor} fill="{fill}">{_text(line.text)}</text>'


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _text(text: str) -> str:
    return escape(clean(text))
