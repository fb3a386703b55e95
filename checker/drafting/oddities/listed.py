"""A total and the list that follows its colon, each item with its part: "96 replies: 51 for, 33 against, 14 undecided"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.drafting.oddities.figures import Figure, figures, said, slack
from checker.drafting.oddities.odd import Sentence, cut, odd
from checker.model.draft import DraftOddity

_COLON = re.compile(r":(?=\s|$)")
_BETWEEN = re.compile(r"[;,](?!\d)|\band\b(?=[^,;]*\d)|\bplus\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = re.compile(r"(?:st|nd|rd|th)?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:para(?:graph)?|minute|item|section|table|figure|appendix|annex|page|option|phase|stage|resolution|clause|policy|"
    r"lot|number|no\.?|route|class|form|schedule|chapter|part|week|day|year|question|band|zone|level|aged?)\s*$",
    re.IGNORECASE,
)
"""Before a figure that counts nothing: "Minute 26: 12 for, 13 against"."""
_NOT_ALL = re.compile(
    r"\b(?:rest|remain\w*|also|both|of (?:which|whom|these|those)|includ\w+|at least|multiple|less|minus|net|offset|per|"
    r"each|between|up to|or|about|around|over|nearly|from £?[\d,.]+\w* to)\b",
    re.IGNORECASE,
)
_LEAST, _FEWEST, _MOST = 20, 2, 12
"""A total is so large at least, and has so few and so many parts."""
_FAR = 20
"""A sum further from the total than one part in so many is of something else."""


def listed_apart(found: Sequence[Sentence]) -> Iterator[DraftOddity]:
    """Yield the sentences whose list comes near the total before its colon and does not make it."""
    for at, sentence in enumerate(found):
        for colon in _COLON.finditer(sentence.text):
            total = _total(sentence.text[: colon.start()])
            parts = _parts(sentence, colon.end(), found[at + 1 :], total.unit) if total else []
            if total and parts:
                yield from _near_miss(sentence, total, parts)
                break


def _parts(sentence: Sentence, start: int, following: Sequence[Sentence], unit: str) -> list[Figure]:
    """Return the one figure of each item behind a colon; nothing where an item has none or several, or is not all of it."""
    behind = sentence.text[start:].strip()
    items = _BETWEEN.split(behind) if behind else _bullets(sentence, following)
    items = [item for item in items if item and item.strip(" .")]
    known = [part for part in (_part(item, unit) for item in items) if part]
    good = len(known) == len(items) and _FEWEST <= len(known) <= _MOST and not _NOT_ALL.search(" ".join(items))
    return known if good else []


def _near_miss(sentence: Sentence, total: Figure, parts: Sequence[Figure]) -> Iterator[DraftOddity]:
    sum_ = sum((part.value for part in parts), Decimal(0))
    whole = not any("." in figure.words for figure in (*parts, total))
    allowed = Decimal(0) if whole and total.unit != "£" else slack(parts, total)
    if allowed < abs(sum_ - total.value) <= total.value / _FAR:
        shown = " and ".join(part.words for part in parts)
        says = f"{shown} make {said(sum_, total)}; {total.words} is given."
        quote = cut(sentence.text, total.start)
        yield odd("total", sentence.paragraph, quote, sentence.paragraph, quote, says)


def _bullets(sentence: Sentence, following: Sequence[Sentence]) -> list[str]:
    """Return the bullets right below a sentence, each whole."""
    below = itertools.takewhile(lambda one: one.paragraph.part == "bullet", following)
    rows = itertools.groupby(below, key=lambda one: one.paragraph.ordinal)
    return [" ".join(one.text for one in row) for _, row in rows] if sentence.paragraph.part != "bullet" else []


def _total(text: str) -> Figure | None:
    """Return the one amount, else the one count, that a sentence names before its colon."""
    all_of_it = [one for one in _figures(text) if one.value >= _LEAST]
    for unit in ("£", ""):
        of_it = [one for one in all_of_it if one.unit == unit]
        if of_it:
            return of_it[0] if len(of_it) == 1 else None
    return None


def _part(item: str, unit: str) -> Figure | None:
    """Return the one figure of a unit in an item of a list."""
    of_it = [one for one in _figures(item) if one.unit == unit]
    return of_it[0] if len(of_it) == 1 else None


def _figures(text: str) -> Iterator[Figure]:
    for one in figures(text):
        if not (_YEAR.fullmatch(one.words) or _MONTH.match(text[one.end :]) or _COUNTED.search(text[: one.start])):
            yield one
