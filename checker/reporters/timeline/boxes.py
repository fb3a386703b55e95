"""The shapes of the picture: boxes, labels, cards, lanes, and the sizes they keep to."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Literal, NamedTuple

from checker.reporters.timeline.measure import width_of

EDGE, GAP = 20, 14
"""The margin of the picture, and the room between cards."""
HEAD, BODY = 14, 13
"""Sizes of type."""
LINE = 17
PAD = 8
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


class Scale(NamedTuple):
    """Where days stand on the line of time."""

    first: datetime.date
    last: datetime.date
    left: float
    right: float

    def x(self, on: datetime.date | None) -> float:
        """Return where a day stands; what has no day stands before all others."""
        if on is None:
            return self.left - LATER
        return self.left + (on - self.first).days * (self.right - self.left) / max(1, (self.last - self.first).days)


def label_of(x: float, y: float, lines: Sequence[Line], wide: float | None = None) -> Label:
    """Return a label that is as wide as its words, or as wide as it is told to be."""
    needed = max((width_of(line.text, line.size, bold=line.bold) for line in lines), default=0) + 2 * PAD
    return Label(Box(x, y, wide or needed, len(lines) * LINE + (2 * PAD if wide else 4)), tuple(lines))
