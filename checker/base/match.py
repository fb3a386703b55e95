"""Is this quotation in that text, word for word?

One matcher for the whole program, a pure function. Only typography is folded (see `fold`).
The quotation must begin and end at the edge of a word and of a number: "22" is not a
quotation of "22.453", "0.4m" not of "-0.4m", "compliant" not of "non-compliant".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from checker.base.fold import SOFT, Folded, fold, folds_between

_GAP = re.compile(r"\s*(?:\[?(?:…|\.\.\.)\]?)\s*")
_DASH_IN_WORD = "-\u2010\u2011"
_SIGNS = "£$€+-\u2212\u2010\u2011\u2012\u2013"


@dataclass(frozen=True, slots=True)
class Found:
    """One place where a quotation stands in a text."""

    start: int
    end: int
    folds: tuple[str, ...] = ()
    gap: str = ""
    """The words that a gap in the quotation leaves out; for a person to look at."""


@lru_cache(maxsize=4096)
def folded(text: str) -> Folded:
    """Return the folded text, kept for the next quotation from the same paragraph."""
    return fold(text)


def find(quote: str, text: str) -> tuple[Found, ...]:
    """Return every place where the quotation stands in the text; none where it does not."""
    source = folded(text)
    wanted = fold(quote)
    if not wanted.text:
        return ()
    hits = tuple(_hits(wanted.text, source))
    if hits or not _GAP.search(wanted.text):
        return tuple(Found(a, b, folds_between(quote.strip(), source.raw_slice(a, b))) for a, b in hits)
    return _with_gaps(_GAP.split(wanted.text), source)


def cut(quote: str, text: str) -> str:
    """Return the token that the quotation cuts in two, where its letters are in the text but not its words."""
    source = folded(text)
    wanted = fold(quote).text
    at = source.text.find(wanted) if wanted else -1
    if at < 0:
        return ""
    start = source.text.rfind(" ", 0, at) + 1
    if not _clean_start(source, at):
        return source.text[start : source.text.find(" ", at) if " " in source.text[at:] else None].replace(SOFT, "-")
    end = at + len(wanted)
    word = source.text.rfind(" ", 0, end) + 1
    stop = source.text.find(" ", end)
    return source.text[word : stop if stop >= 0 else None].replace(SOFT, "-")


def _hits(wanted: str, source: Folded) -> Iterator[tuple[int, int]]:
    if SOFT in source.text or SOFT in wanted:
        spans: Iterator[tuple[int, int]] = (m.span() for m in _loose(wanted).finditer(source.text))
    else:
        spans = _plain(wanted, source.text)
    return ((a, b) for a, b in spans if _clean_start(source, a) and _clean_end(source, b))


def _plain(wanted: str, text: str) -> Iterator[tuple[int, int]]:
    at = text.find(wanted)
    while at >= 0:
        yield at, at + len(wanted)
        at = text.find(wanted, at + 1)


def _loose(wanted: str) -> re.Pattern[str]:
    """Return a pattern in which a hyphen at a line end may stand for a hyphen or for nothing."""
    parts = []
    for character in wanted:
        if character == SOFT:
            parts.append(f"[-{SOFT}]?")
        elif character == "-":
            parts.append(f"[-{SOFT}]")
        else:
            parts.append(re.escape(character) + f"{SOFT}?" if character.isalpha() else re.escape(character))
    return re.compile("".join(parts))


def _clean_start(source: Folded, start: int) -> bool:
    if start == 0:
        return True
    before, first = source.text[start - 1], source.text[start]
    if before == " ":
        return True
    two = source.text[start - 2] if start > 1 else " "
    raw = source.raw[source.origin[start - 1]]
    if first.isdigit() and (raw in _SIGNS or (before in ".," and two.isdigit())):
        return False
    return not (first.isalnum() and _joins(before, two, raw))


def _clean_end(source: Folded, end: int) -> bool:
    if end == len(source.text):
        return True
    after, last = source.text[end], source.text[end - 1]
    if after == " ":
        return True
    two = source.text[end + 1] if end + 1 < len(source.text) else " "
    raw = source.raw[source.origin[end]]
    if last.isdigit() and (after == "%" or (after in ".,:/-" and two.isdigit())):
        return False
    return not (last.isalnum() and _joins(after, two, raw))


def _joins(near: str, far: str, raw: str) -> bool:
    """Tell whether the character beside an edge belongs to the same word as the edge."""
    if near.isalnum() or near == SOFT:
        return True
    if not far.isalnum():
        return False
    return near == "'" or raw in _DASH_IN_WORD


def _with_gaps(pieces: list[str], source: Folded) -> tuple[Found, ...]:
    """Return the first place where all pieces stand in order, with the words left out between them."""
    pieces = [piece for piece in pieces if piece]
    if len(pieces) < 2:
        return ()
    start, position, left_out = -1, 0, []
    for piece in pieces:
        hit = next(((a, b) for a, b in _hits(piece, source) if a >= position), None)
        if hit is None:
            return ()
        if start < 0:
            start = hit[0]
        else:
            left_out.append(source.raw_slice(position, hit[0]))
        position = hit[1]
    return (Found(start, position, (), " … ".join(left_out)),)


def before(text: str, found: Found, words: int = 6) -> str:
    """Return up to so many words that stand before the quotation in its sentence, folded, lower case."""
    lead = folded(text).text[: found.start]
    sentence = re.split(r"[.!?:;]\s+(?=[A-Z\"'(])", lead)[-1]
    return " ".join(sentence.lower().replace(SOFT, "").split()[-words:])
