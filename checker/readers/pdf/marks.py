"""The numbers and bullets that stand before a paragraph."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

MarkKind = Literal["dotted", "whole", "letter", "roman", "bullet"]

_BULLETS = "\u2022\u00b7\u25cf\u25aa\u25a0\u25e6\u25cb\u25a1\u25b6\u25ba\u27a2\u27a4\u2713\u2714\u2756\u2794\u2043\u2219\u2023\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf0a8\uf06f\uf0b0\u2610"
_BULLET = re.compile(rf"(?:[{_BULLETS}]\s*|[-*\u2013\u2014o\uf000-\uf0ff]\s+)(?=\S)")
_DASHES = "-\u2013\u2014*"
_AMOUNT = r"%|per\s?cent|thousand|million|billion|m\b|bn\b|k\b|[ap]\.?m\b|x\s?\d"
_DOTTED = re.compile(rf"(\d{{1,3}}(?:\.\d{{1,3}}){{1,4}})\.?(?=\s|[A-Z(]|$)(?!\s*(?:{_AMOUNT}))")
_WHOLE = re.compile(r"(\d{1,3})(?:([.):])(?=\s|[A-Za-z]|$)|(?=\s|$))")
_LETTER = re.compile(r"\(?([a-z]{1,2}|[A-Z])([.):])(?=\s|$)")
_CLOSED = re.compile(r"\(([a-z]{1,2}|[ivx]{1,5}|[A-Z]|\d{1,2})\)(?=\s*\S|$)")
_ROMAN = re.compile(r"\(?([ivx]{1,5}|[IVX]{1,5})([.):])(?=\s|$)")


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


def mark_of(text: str) -> Mark | None:
    """Return the mark at the start of a line; None where there is none."""
    first = text[0]
    if first.isdigit():
        return _number(text)
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
    rf"[{_BULLETS}]|[-*\u2013\u2014o\uf000-\uf0ff]|\d{{1,3}}(?:\.\d{{1,3}}){{0,4}}[.):]?|\(?(?:[a-zA-Z]{{1,2}}|[ivxIVX]{{1,5}}|\d{{1,2}})[.)]"
)


def is_mark(text: str) -> bool:
    """Tell whether a text is nothing but a number or a bullet."""
    return _ALONE.fullmatch(text) is not None
