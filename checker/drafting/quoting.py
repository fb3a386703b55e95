"""The words of a unit that are quoted: forty at most, with those that led to it among them."""

from __future__ import annotations

from checker.model.draft import QUOTED

_LEAD = 12
"""Words kept before those that matter, where a unit is too long to quote whole."""


def around(text: str, words: str = "", most: int = QUOTED) -> str:
    """Return a text as one line, or of a long one the stretch of forty words that holds the words that matter.

    Where no words are named, these are its first.
    """
    pieces = text.split()
    if len(pieces) <= most:
        return " ".join(pieces)
    at = text.casefold().find(words.casefold()) if words else 0
    before = len(text[: max(0, at)].split())
    start = max(0, min(_opening(pieces, before), len(pieces) - most))
    return " ".join(pieces[start : start + most])


def _opening(pieces: list[str], before: int) -> int:
    """Return where a stretch begins: after a stop shortly before the words that matter."""
    for at in range(before, max(0, before - _LEAD), -1):
        if pieces[at - 1].endswith((";", ":", ",", ".", ")")):
            return at
    return max(0, before - _LEAD)


def last_words(text: str, most: int = 12) -> str:
    """Return a text, of a long one its last words: those that lead into what follows."""
    words = text.split()
    return text if len(words) <= most else "\u2026 " + " ".join(words[-most:])
