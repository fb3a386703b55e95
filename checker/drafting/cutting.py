"""Sentences too long to quote, cut to the clauses that stand on their own.

The quotation of a record has forty words at most. A longer unit has stretches of whole clauses of
up to forty words; they may overlap, and whoever picks among them takes the best first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from checker.drafting.units import Unit, words_of
from checker.model.draft import QUOTED

LONGEST = 118
"""How many words a sentence may have that is offered as one: beyond it no reader takes it for one statement."""
_COMMA = re.compile(r",(?=\s)")
_WORD = re.compile(r"[^\W_]+")
_JOINT = re.compile(
    r"(?<=[;:.])\s+"
    r"|(?<=[,)])\s+(?=(?:and|but|or|nor|which|while|whilst|with|without|to|so|by|as|including|thereby|thus|although"
    r"|because|where|who|that|in|providing|will|would|can|could|should|has|have|is|are|\w+ing)\b)"
    r"|\s+(?=(?:so that|in order to|which|thereby|because|to (?:ensure|enable|allow|provide|support|improve|help)|while"
    r"|whilst|although|rather than|and (?:to|will|would|that|is|are|has|have|can|could|should|therefore|thus))\b)"
    r"|\s+(?=\((?:[a-z]|[ivx]+|\d)\)\s)"
    r"|\s+(?=[\u2022\u25aa\u25cf\uf0b7\uf0a7]\s)"
)


def length(text: str) -> int:
    """Return how many words a text has, counted either way that others count them."""
    return max(len(text.split()), len(_WORD.findall(text)))


def pieces(unit: Unit, most: int = QUOTED) -> tuple[Unit, ...]:
    """Return a unit as it is where it has so many words at most, else the stretches of it that have."""
    if length(unit.text) <= most:
        return (unit,)
    return tuple(
        replace(unit, text=words_of(unit.paragraph.text[start:end]), start=start, end=end)
        for start, end in _runs(unit, most)
    )


def telling(unit: Unit, weigh: Callable[[Sequence[Unit]], Sequence[float]]) -> str:
    """Return the words of the stretch that weighs most; empty where the unit is short enough to quote whole."""
    stretches = pieces(unit)
    if len(stretches) == 1:
        return ""
    weighed = weigh(stretches)
    return stretches[weighed.index(max(weighed))].text


def _runs(unit: Unit, most: int) -> Iterator[tuple[int, int]]:
    """Yield the longest runs of clauses of up to so many words, one from each clause on."""
    text = unit.paragraph.text
    clauses = [piece for clause in _clauses(text, unit.start, unit.end) for piece in _halved(text, *clause, most)]
    reached = unit.start
    for index, (start, end) in enumerate(clauses):
        within = [further for _, further in clauses[index + 1 :] if length(text[start:further]) <= most]
        last = within[-1] if within else end
        if last > reached:
            reached = last
            yield start, last


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for joint in _JOINT.finditer(text, start, end):
        if joint.start() > start:
            yield start, joint.start()
        start = joint.end()
    if start < end:
        yield start, end


def _halved(text: str, start: int, end: int, most: int) -> Iterator[tuple[int, int]]:
    """Yield a clause, parted at commas or between words where it is itself too long."""
    while length(text[start:end]) > most:
        words = [start + word.end() for word in re.finditer(r"\S+", text[start:end])]
        cut = next(at for at, after in zip(words, [*words[1:], end], strict=True) if length(text[start:after]) > most)
        comma = max((m.end() for m in _COMMA.finditer(text, start, cut)), default=start)
        cut = comma if length(text[start:comma]) > most // 2 else cut
        if cut <= start or cut >= end:
            return
        yield start, cut
        start = cut + len(text[cut:end]) - len(text[cut:end].lstrip())
    yield start, end
