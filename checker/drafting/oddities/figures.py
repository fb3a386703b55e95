"""Figures as they are printed: their value, and how exactly it is given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

_SCALES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9}
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_FIGURE = re.compile(
    rf"(?<![\w.,/£-])(?P<minus>[-\u2212\u2013])?(?P<pound>£\s?)?(?P<number>{_NUMBER})"
    r"(?:\s?(?P<scale>k|bn|mn|m|thousand|million|billion)\b)?(?P<percent>\s?%|\s?per\s?cent\b)?(?![\w/]|[.,]\d)",
    re.IGNORECASE,
)
_CELL = re.compile(rf"^\(?\s*(?P<minus>[-\u2212\u2013])?\s*£?\s*(?P<less>[-\u2212\u2013])?\s*(?P<number>{_NUMBER})\s*(?P<scale>k|m|bn)?\s*(?P<percent>%)?\s*\)?$", re.I)  # fmt: skip
NOTHING = ("", "-", "\u2013", "\u2014", "nil", "n/a", "na")
"""What a cell holds that adds nothing."""


class Figure(NamedTuple):
    """A figure of a text."""

    value: Decimal
    step: Decimal
    """What the last printed digit is worth: a figure of £1.2m is right to £100,000."""
    unit: str
    """£, %, or empty."""
    words: str
    start: int
    end: int


def figures(text: str) -> Iterator[Figure]:
    """Yield the figures of a text, dates and paragraph numbers among them."""
    for hit in _FIGURE.finditer(text):
        unit = "£" if hit["pound"] else "%" if hit["percent"] else ""
        value, step = _value(hit["number"], hit["scale"])
        yield Figure(-value if hit["minus"] and hit["pound"] else value, step, unit, hit.group().strip(), *hit.span())


def cell_figure(text: str) -> Figure | None:
    """Return the one figure that a table cell holds; None where it holds words."""
    hit = _CELL.match(text.strip())
    if hit is None:
        return None
    value, step = _value(hit["number"], hit["scale"])
    negative = hit["minus"] or hit["less"] or text.strip().startswith("(")
    unit = "%" if hit["percent"] else "£" if "£" in text else ""
    return Figure(-value if negative else value, step, unit, text.strip(), *hit.span())


def _value(number: str, scale: str | None) -> tuple[Decimal, Decimal]:
    power = Decimal(10) ** _SCALES.get((scale or "").lower(), 0)
    plain = Decimal(number.replace(",", ""))
    step = Decimal(1).scaleb(int(plain.as_tuple().exponent)) * power
    return plain * power, step


def slack(parts: Iterable[Figure], total: Figure) -> Decimal:
    """Return how far a sum may be from its printed total by rounding alone."""
    return sum((part.step / 2 for part in parts), total.step / 2)


def per_cent(words: str) -> tuple[Decimal, Decimal]:
    """Return a percentage and how far it may be off by the rounding of its last digit, and a little for truncation."""
    value = Decimal(words)
    return value, Decimal(1).scaleb(int(value.as_tuple().exponent))


def follows(old: Figure, new: Figure, share: Decimal, step: Decimal) -> bool:
    """Tell whether a change by so many per cent, up or down, is that of two figures, as far as rounding may take it."""
    low, high = _range(old, new)
    return any(low - step <= change <= high + step for change in (share, -share))


def _range(old: Figure, new: Figure) -> tuple[Decimal, Decimal]:
    """Return the least and the greatest change in per cent that the rounding of both figures allows."""
    ends = [
        ((new.value + n * new.step / 2) / (old.value + o * old.step / 2) - 1) * 100
        for n in (-1, 1)
        for o in (-1, 1)
        if old.value + o * old.step / 2 > 0
    ]
    return min(ends), max(ends)


def change(old: Figure, new: Figure) -> str:
    """Return what a change is in per cent: "from £2m to £3m is a rise of 50%"."""
    exact = (new.value - old.value) * 100 / old.value
    shown = f"{abs(exact):.1f}".removesuffix(".0")
    return f"from {old.words} to {new.words} is a {'rise' if exact > 0 else 'fall'} of {shown}%"


def said(value: Decimal, like: Figure) -> str:
    """Return a value as a figure like another is printed: £6m, 1,200, 25%."""
    if like.unit == "£":
        for size, name in ((Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m")):
            if abs(value) >= size and re.search(r"(?:bn|billion|m|million)\s*$", like.words, re.IGNORECASE):
                return f"£{_plain(value / size)}{name}"
        pence = like.step == Decimal("0.01") and value != value.to_integral_value()
        return f"£{f'{value:,.2f}' if pence else _plain(value)}".replace("£-", "-£")
    return _plain(value) + ("%" if like.unit == "%" else "")


def _plain(value: Decimal) -> str:
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return text or "0"
