"""The numbers and bullets that stand before a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

MarkKind = Literal["dotted", "whole", "letter", "roman", "coded", "bullet"]

_BULLETS = "\u2022\u00b7\u25cf\u25aa\u25a0\u25e6\u25cb\u25a1\u25b6\u25ba\u27a2\u27a4\u2713\u2714\u2756\u2794\u2043\u2219\u2023\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf0a8\uf06f\uf0b0\u2610"
_BULLET = re.compile(rf"(?:[{_BULLETS}]\s*|[-*\u2013\u2014o\uf000-\uf0ff]\s+)(?=\S)")
_DASHES = "-\u2013\u2014*"
_AMOUNT = r"%|per\s?cent|thousand|million|billion|m\b|bn\b|k\b|[ap]\.?m\b|x\s?\d"
_DOTTED = re.compile(rf"(\d{{1,3}}(?:\.\d{{1,3}}){{1,4}})\.?(?=\s|[A-Z(]|$)(?!\s*(?:{_AMOUNT}))")
_WHOLE = re.compile(r"(\d{1,3})(?:([.):])(?=\s|[A-Za-z]|$)|(?=\s|$))")
_LETTER = re.compile(r"\(?([a-z]{1,2}|[A-Z])([.):])(?=\s|$)")
_CLOSED = re.compile(r"\(([a-z]{1,2}|[ivx]{1,5}|[A-Z]|\d{1,2})\)(?=\s*\S|$)")
_CODED = re.compile(r"([A-Z]{1,2}\d{1,2}(?:\.\d{1,2})*)(?=\s)")
"""A letter and a number, "B2", which a road or a quarter of a year has too."""
_ROMAN = re.compile(r"\(?([ivx]{1,5}|[IVX]{1,5})([.):])(?=\s|$)")

_VALUE = re.compile(r"[\dA-Za-z]+")
_ROMANS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]


class Mark(NamedTuple):
    """What stands before a paragraph."""

    kind: MarkKind
    value: str
    """The number alone: "3.4", "12", "a"."""
    printed: str
    """As printed: "12.", "(a)"."""
    firm: bool
    """Whether it cannot well be the beginning of a sentence."""
    length: int
    """How many characters of the line it takes, spaces after it included."""

    def follows(self, before: Mark) -> bool:
        """Tell whether it is the next of the same list: (b) after (a), 2.4 after 2.3."""
        if self.kind == "bullet" or _VALUE.sub("", self.printed) != _VALUE.sub("", before.printed):
            return False
        head, dot, tail = before.value.rpartition(".")
        return self.value in {f"{head}{dot}{one}" for one in _next(tail)}


def _next(value: str) -> Iterator[str]:
    """Yield what may come after a number or letter of a list: "v" is a letter, and five."""
    if value.isdigit():
        yield str(int(value) + 1)
    if len(value) == 1 and value.isalpha():
        yield chr(ord(value) + 1)
    if value.lower() in _ROMANS[:-1]:
        after = _ROMANS[_ROMANS.index(value.lower()) + 1]
        yield after if value.islower() else after.upper()


def mark_of(text: str) -> Mark | None:
    """Return the mark at the start of a line; None where there is none."""
    first = text[0]
    if first.isdigit():
        return _number(text)
    found = _CODED.match(text) if first.isupper() else None
    if found:
        return _mark("coded", found.group(1), found, text, firm=False)
    if first == "(" or (len(text) > 1 and (text[1] in ".):" or text[2:3] in (".", ")"))) or first in "ivxIVX":
        return _letter(text)
    return _bullet(text)


def _number(text: str) -> Mark | None:
    found = _DOTTED.match(text)
    if found:
        return _mark("dotted", found.group(1), found, text, firm=True)
    found = _WHOLE.match(text)
    if found:
        return _mark("whole", found.group(1), found, text, firm=bool(found.group(2)))
    return None


def _letter(text: str) -> Mark | None:
    found = _CLOSED.match(text)
    if found:
        return _mark("letter", found.group(1), found, text, firm=True)
    found = _ROMAN.match(text)
    if found and found.group(2) != ":":
        return _mark("letter" if found.group(2) == ")" else "roman", found.group(1), found, text, firm=True)
    found = _LETTER.match(text)
    if found and found.group(2) != ":":
        return _mark("letter" if found.group(2) == ")" else "roman", found.group(1), found, text, firm=True)
    return _bullet(text)


def _bullet(text: str) -> Mark | None:
    found = _BULLET.match(text)
    if found:
        printed = found.group().strip()
        return Mark("bullet", "", printed, printed not in _DASHES, found.end())
    return None


def _mark(kind: MarkKind, value: str, found: re.Match[str], text: str, *, firm: bool) -> Mark:
    end = found.end()
    return Mark(kind, value, found.group(), firm, end + len(text[end:]) - len(text[end:].lstrip()))


_ALONE = re.compile(
    rf"[A-Z]{{1,2}}\d{{1,2}}(?:\.\d{{1,2}})*|[{_BULLETS}]|[-*\u2013\u2014o\uf000-\uf0ff]|\d{{1,3}}(?:\.\d{{1,3}}){{0,4}}[.):]?|\(?(?:[a-zA-Z]{{1,2}}|[ivxIVX]{{1,5}}|\d{{1,2}})[.)]"
)


def is_mark(text: str) -> bool:
    """Tell whether a text is nothing but a number or a bullet."""
    return _ALONE.fullmatch(text) is not None
