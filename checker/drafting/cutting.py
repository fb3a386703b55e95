"""Sentences too long to quote, cut to the clauses that stand on their own.

The quotation of a record has forty words at most. A longer unit has stretches of whole clauses of
up to forty words; they may overlap, and whoever picks among them takes the best first. What
governs the stretch is quoted before it, with a gap between (see `governing`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from checker.drafting import governing
from checker.drafting.units import Unit, words_of
from checker.model.draft import QUOTED

LONGEST = 118
"""How many words a sentence may have that is offered as one: beyond it no reader takes it for one statement."""
NEARLY, ENOUGH = 0.1, 0.6
"""What share of the best weight a stretch may lack that reads well by itself; of the words there may be, how many are enough."""
_COMMA = re.compile(r",(?=\s)")
_WORD = re.compile(r"[^\W_]+")
_JOINT = re.compile(
    r"(?<=[;:.])(?<!\bi\.e\.)(?<!\be\.g\.)(?<!\bviz\.)\s+"
    r"|(?<=[,)])\s+(?=(?:and|but|or|nor|which|while|whilst|with|without|to|so|by|as|including|thereby|thus|although"
    r"|because|where|who|that|in|providing|will|would|can|could|should|has|have|is|are|\w+ing)\b)"
    r"|\s+(?=(?:so that|in order to|which|thereby|because|to (?:ensure|enable|allow|provide|support|improve|help)|while"
    r"|whilst|although|rather than|and (?:to|will|would|that|is|are|has|have|can|could|should|therefore|thus))\b)"
    r"|(?<!\d)\s+(?=\((?:[a-z]|[ivx]+|\d)\)\s)"
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
    """Return what to quote of a unit: its weightiest stretch with what governs it; empty where all of it is short enough."""
    if length(unit.text) <= QUOTED:
        return ""
    head = governing.condition(unit.text)
    stretch = _weightiest(pieces(_part(unit, head), _room(head)), weigh)
    if not head and governing.leans(stretch.text):
        head = governing.subject(unit.text, stretch.text)
        if head and len(_before(unit, stretch)) < len(head.split()) < len(_part(unit, end=stretch.end).text.split()):
            stretch = _part(unit, head, stretch.end)
        room = _room(head)
        stretch = _weightiest([_opening(stretch, room), *pieces(stretch, room)[1:]], weigh)
    return _quoted(unit, head, stretch)


def _opening(unit: Unit, most: int) -> Unit:
    """Return the first clauses of a unit, the last of them cut where they would else be hardly any."""
    first = pieces(unit, most)[0]
    if length(first.text) >= most * ENOUGH or first.end >= unit.end:
        return first
    return _part(unit, end=next(_halved(unit.paragraph.text, unit.start, unit.end, most))[1])


def _ended(unit: Unit, stretch: Unit) -> str:
    """Return the words of a stretch, none at its end that lead on to words left out."""
    whole = stretch.end >= unit.end and stretch.text[-1:] in ".!?\u201d\"')"
    return stretch.text if whole else governing.ended(stretch.text)


def _weightiest(stretches: Sequence[Unit], weigh: Callable[[Sequence[Unit]], Sequence[float]]) -> Unit:
    """Return the stretch that weighs most; before it one that says nearly as much and leans on no other."""
    weighed = list(zip(weigh(stretches), stretches, strict=True))
    most = max(weight for weight, _ in weighed)
    near = [(weight, one) for weight, one in weighed if weight >= most - abs(most) * NEARLY]
    return max(near, key=lambda pair: (not governing.leans(pair[1].text), pair[0]))[1]


def _room(head: str) -> int:
    """Return how many words are left for a stretch after a head and the gap."""
    return QUOTED - length(head) - 1 if head else QUOTED


def _part(unit: Unit, head: str = "", end: int = 0) -> Unit:
    """Return a unit without its first words, or up to a place."""
    text, last = unit.paragraph.text, end or unit.end
    starts = [unit.start + word.start() for word in re.finditer(r"\S+", text[unit.start : last])]
    first = starts[len(head.split())] if head else unit.start
    return replace(unit, text=words_of(text[first:last]), start=first, end=last)


def _before(unit: Unit, stretch: Unit) -> list[str]:
    return words_of(unit.paragraph.text[unit.start : stretch.start]).split()


def _quoted(unit: Unit, head: str, stretch: Unit) -> str:
    """Return the words of a head and a stretch, with a gap where words are left out between them."""
    own, before = _ended(unit, stretch), _before(unit, stretch)
    if not head or len(before) < len(head.split()):
        return own
    return f"{head} {own}" if before == head.split() else f"{head} \u2026 {own}"


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
        cut = comma if length(text[start:comma]) > most // 2 else _between_phrases(text, start, cut, most // 2)
        if cut <= start or cut >= end:
            return
        yield start, cut
        start = cut + len(text[cut:end]) - len(text[cut:end].lstrip())
    yield start, end


def _between_phrases(text: str, start: int, cut: int, fewest: int) -> int:
    """Return the last place before a cut where a phrase ends and another begins; the cut itself where there is none."""
    words = [(start + word.start(), word.group()) for word in re.finditer(r"\S+", text[start:cut])]
    for (_, before), (at, word) in reversed(list(pairwise(words))[fewest:]):
        if governing.leads_on(word) and not governing.leads_on(before):
            return at
    return cut
