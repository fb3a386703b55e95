"""Two sums of money of one sort that differ: the same digits in another order, or the same words behind them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.drafting.oddities.figures import Figure, figures
from checker.drafting.oddities.odd import Sentence, cut, odd
from checker.model.draft import DraftOddity

_OF = {
    "saving": re.compile(r"\bsav(?:e|es|ed|ings?)\b", re.IGNORECASE),
    "cost": re.compile(r"\bcosts?\b|\bcosting\b", re.IGNORECASE),
    "income": re.compile(r"\bincome\b|\breceipts?\b", re.IGNORECASE),
    "grant": re.compile(r"\bgrants?\b|\bfunding\b", re.IGNORECASE),
    "budget": re.compile(r"\bbudget(?:s|ed)?\b", re.IGNORECASE),
    "deficit": re.compile(r"\bdeficits?\b|\boverspends?\b|\bshortfalls?\b", re.IGNORECASE),
}
_ARTICLE = {"income": ""}
_BEFORE, _BEHIND = 60, 20
_YEARLY = re.compile(r"^\s*(?:a|per|each|every) (?:year|annum)\b|^\s*(?:annually|p\.?a\.?)\b", re.IGNORECASE)
_YEARLY_BEFORE = re.compile(r"\b(?:annual(?:ly)?|yearly|(?:full|each|every|per|a)[- ]year)\b[^£]*$", re.IGNORECASE)
_ONCE = re.compile(r"\b(?:one-off|once|capital|set-?up|start-?up|implementation)\b", re.IGNORECASE)
_WHEN = re.compile(r"\b20\d\d(?:[/\u2013-]\d{2,4})?\b")
_CHANGED = re.compile(r"\b(?:option|scenario|phase|lot|original\w*|initial\w*|previous\w*|revised|further|additional|up to|at least|more than|over|rather than|instead|compared|increas\w+|reduc\w+|each|first|second|third|low|high|best|central|worst)\b", re.I)  # fmt: skip
_LONG = 4
"""How many words behind two figures make them one sum when they are the same."""
_CROWD = 8
"""Of so many sums of one sort and more, two may well have the same digits."""
_FEWEST = 3
"""Figures of fewer digits, zeros at the end of both left out of account, are too plain to tell."""


class _Sum(NamedTuple):
    figure: Figure
    of: str
    yearly: bool
    once: bool
    when: frozenset[str]
    tail: tuple[str, ...]
    """The words behind it in its clause."""
    sentence: Sentence


def turned(found: Sequence[Sentence]) -> Iterator[DraftOddity]:
    """Yield the sums of one sort, for one time, that two paragraphs print otherwise though they mean the same sum."""
    known: dict[str, list[_Sum]] = {}
    sums = [one for sentence in found for one in _sums(sentence)]
    many = {of for of, n in Counter(of for of, _ in {(s.of, s.figure.value) for s in sums}).items() if n > _CROWD}
    for one in sums:
        same_sort = known.setdefault(one.of, [])
        why, other = next(
            ((why, earlier) for earlier in same_sort if (why := _alike(earlier, one, crowd=one.of in many))), ("", None)
        )
        if other:
            says = f"{other.figure.words} at {other.sentence.paragraph.at}, {one.figure.words} at {one.sentence.paragraph.at}: {why}, each for {_ARTICLE.get(one.of, 'a ')}{one.of}."
            first, second = other.sentence, one.sentence
            yield odd(
                "number", second.paragraph, cut(second.text, one.figure.start, one.figure.end),
                first.paragraph, cut(first.text, other.figure.start, other.figure.end), says,
            )  # fmt: skip
        same_sort.append(one)


def _sums(sentence: Sentence) -> Iterator[_Sum]:
    if "£" not in sentence.text:
        return
    when = frozenset(_WHEN.findall(sentence.text))
    for figure in figures(sentence.text):
        of = _sort(sentence.text, figure)
        if figure.unit == "£" and of:
            behind = sentence.text[figure.end :]
            tail = tuple(
                re.findall(
                    r"[a-z]+",
                    re.split(r"[.,;:(]|\b(?:and|but|which|from 20\d\d|in 20\d\d|by 20\d\d)\b", behind.lower())[0],
                )
            )
            before = sentence.text[max(0, figure.start - _BEFORE) : figure.start]
            yearly = bool(_YEARLY.match(behind) or _YEARLY_BEFORE.search(before))
            yield _Sum(figure, of, yearly, bool(_ONCE.search(sentence.text)), when, tail, sentence)


def _sort(text: str, figure: Figure) -> str:
    """Return what a sum is of, by the nearest word that tells; empty where none is near."""
    before, behind = text[max(0, figure.start - _BEFORE) : figure.start], text[figure.end : figure.end + _BEHIND]
    near = [(figure.start - _BEFORE + hit.end(), name) for name, word in _OF.items() for hit in word.finditer(before)]
    after = [name for name, word in _OF.items() if word.search(behind)]
    return max(near)[1] if near else after[0] if after else ""


def _alike(one: _Sum, other: _Sum, *, crowd: bool) -> str:
    """Return why two sums are likely meant to be one; empty where they are not, or are equal.

    In a crowd of sums of one sort some have like digits by chance.
    """
    if one.sentence.paragraph.ordinal == other.sentence.paragraph.ordinal or one.figure.value == other.figure.value:
        return ""
    if not (one.when <= other.when or other.when <= one.when):
        return ""
    first, second = _digits(one.figure, other.figure)
    turned_round = len(first) == len(second) >= _FEWEST and _neighbours(first, second)
    if turned_round and not crowd and (one.yearly == other.yearly or not (one.once or other.once)):
        return "the same digits in another order"
    if (
        one.yearly == other.yearly
        and one.tail == other.tail
        and len(one.tail) >= _LONG
        and not _CHANGED.search(f"{one.sentence.text} {other.sentence.text}")
    ):
        return "the same words behind two figures"
    return ""


def _neighbours(first: str, second: str) -> bool:
    """Tell whether two digits beside each other changed places: the slip of a hand."""
    off = [n for n, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    return len(off) == 2 and off[1] == off[0] + 1 and sorted(first) == sorted(second)


def _digits(one: Figure, other: Figure) -> tuple[str, str]:
    """Return the digits of two sums down to the last that either needs: 310 and 301 of £310,000 and £301,000."""
    first, second = int(one.value * 100), int(other.value * 100)
    while first and second and first % 10 == second % 10 == 0:
        first, second = first // 10, second // 10
    return str(first), str(second)
