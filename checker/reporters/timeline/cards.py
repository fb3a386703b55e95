"""What was claimed, above the line of time: a card a day, or a card for days that lie close together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.reporters.timeline.boxes import BODY, EDGE, GAP, HEAD, PAD, Card, Line, Scale, label_of
from checker.reporters.timeline.facts import Moment
from checker.reporters.timeline.measure import lines_of

LEAST_CARD, WIDEST_CARD = 190, 400
MOST_LINES, MOST_GROUPS = 16, 3


def bundles_of(moments: Sequence[Moment], most: int) -> list[tuple[Moment, ...]]:
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


def cards_of(
    bundles: Sequence[tuple[Moment, ...]], scale: Scale, width: float, numbers: dict[Moment, int]
) -> list[Card]:
    """Return the cards, each as near to its day as the others allow, still at the top of the picture."""
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
    return Card(label_of(left, 0, lines, wide), points, f"{title}: what was claimed", says, fact)


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


def lowered(card: Card, bottom: float) -> Card:
    """Return a card moved down to stand on a line."""
    box = card.label.box
    return card._replace(label=card.label._replace(box=box._replace(y=bottom - box.height)))
