"""How wide words are in a plain sans-serif type, on the generous side; and lines that fit."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_NARROW = frozenset("iljtfI.,:;'|!()[]{}‘’“”\"·-r ")
_BROAD = frozenset("mwMWŵŴ@%—…")


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text is at a size in pixels."""
    return sum(map(_em, text)) * size * (1.08 if bold else 1.0)


def _em(character: str) -> float:
    if character in _NARROW:
        return 0.33
    if character in _BROAD:
        return 0.97
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in ("W", "F"):
        return 1.0
    if character.isupper():
        return 0.73
    return 0.55 if character < "\u2000" else 0.7


def lines_of(text: str, size: float, room: float, most: int, *, bold: bool = False) -> list[str]:
    """Return the text in at most so many lines of a width; what does not fit is cut at a word, with an ellipsis."""
    lines = list(_wrapped(text.split(), size, room, bold))
    if len(lines) <= most:
        return lines
    kept = lines[:most]
    closing = "…”" if text.endswith("”") else "…"
    last = kept[-1].rstrip(" ,;:.")
    while last and width_of(last + closing, size, bold=bold) > room:
        last = last.rpartition(" ")[0].rstrip(" ,;:.") if " " in last else last[:-1]
    return [*kept[:-1], last + closing]


def _wrapped(words: list[str], size: float, room: float, bold: bool) -> Iterator[str]:
    line = ""
    for word in words:
        for piece in _pieces(word, size, room, bold):
            longer = f"{line} {piece}" if line else piece
            if line and width_of(longer, size, bold=bold) > room:
                yield line
                line = piece
            else:
                line = longer
    if line:
        yield line


def _pieces(word: str, size: float, room: float, bold: bool) -> Iterator[str]:
    """Yield a word, in pieces where it is wider than a line."""
    piece = ""
    for character in word:
        if piece and width_of(piece + character, size, bold=bold) > room:
            yield piece
            piece = ""
        piece += character
    yield piece
