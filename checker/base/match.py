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

from checker.base.fold import HARD, SOFT, Folded, fold, folds_between

_GAP = re.compile(r"\s*(?:\[?(?:…|\.\.\.)\]?)\s*")
_DASH_IN_WORD = "-\u2010\u2011"
_IN_NUMBER = f".,:/-'{HARD}"
_BROKEN = re.compile(f"[{SOFT}{HARD}]")
_CURRENCIES = "£$€"
_SIGNS = f"{_CURRENCIES}+<>~\u2264\u2265\u00b1\u2248-\u2212\u2010\u2011\u2012\u2013"
_AMOUNT = re.compile(rf"[{_CURRENCIES}]?[.,]?\d")
_PERCENT = re.compile(r" ?[%\u2030]")
_POINT = re.compile(r"\((?:\d{1,3}|[a-z]{1,3}|[ivx]{1,5})\)")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d$")


@dataclass(frozen=True, slots=True)
class Found:
    """One place where a quotation stands in a text."""

    start: int
    end: int
    folds: tuple[str, ...] = ()
    gap: str = ""
    """The words that a gap in the quotation leaves out; for a person to look at."""
    gaps: tuple[tuple[int, int], ...] = ()
    """Where those words begin and end."""


@lru_cache(maxsize=4096)
def folded(text: str) -> Folded:
    """Return the folded text, kept for the next quotation of a paragraph and the next paragraph for a quotation."""
    return fold(text)


def find(quote: str, text: str) -> tuple[Found, ...]:
    """Return every place where the quotation stands in the text; none where it does not."""
    source = folded(text)
    wanted = folded(quote)
    if not wanted.text:
        return ()
    hits = tuple(_hits(wanted.text, source))
    if hits or not _GAP.search(wanted.text):
        return tuple(Found(a, b, folds_between(quote.strip(), source.raw_slice(a, b))) for a, b in hits)
    return _with_gaps(_GAP.split(wanted.text), source)


def cut(quote: str, text: str) -> str:
    """Return the token that the quotation cuts in two, where its letters are in the text but not its words."""
    source = folded(text)
    wanted = folded(quote).text
    at = source.text.find(wanted) if wanted else -1
    if at < 0:
        return ""
    edge = at if _inside(source, at) else at + len(wanted)
    start = source.text.rfind(" ", 0, edge) + 1
    stop = source.text.find(" ", max(edge, at + 1))
    return re.sub(f"[{SOFT}{HARD}]", "-", source.text[start : stop if stop >= 0 else None])


def _hits(wanted: str, source: Folded) -> Iterator[tuple[int, int]]:
    if _BROKEN.search(source.text) or _BROKEN.search(wanted):
        spans: Iterator[tuple[int, int]] = (m.span() for m in _loose(wanted).finditer(source.text))
    else:
        spans = _plain(wanted, source.text)
    return ((a, b) for a, b in spans if not _inside(source, a) and not _inside(source, b))


def _plain(wanted: str, text: str) -> Iterator[tuple[int, int]]:
    at = text.find(wanted)
    while at >= 0:
        yield at, at + len(wanted)
        at = text.find(wanted, at + 1)


def _loose(wanted: str) -> re.Pattern[str]:
    """Return a pattern in which a dash at a line end stands for the ways in which it can be read.

    Between letters it may be a hyphen or nothing; anywhere it may have a space after it.
    """
    parts = []
    for piece in re.findall(r"- |.", wanted, re.DOTALL):
        if piece == SOFT:
            parts.append(f"(?:- ?|{SOFT})?")
        elif piece == HARD:
            parts.append(f"(?:- ?|{HARD})")
        elif piece[0] == "-":
            parts.append(f"(?:{piece}|[{SOFT}{HARD}])")
        else:
            parts.append(re.escape(piece) + (f"{SOFT}?" if piece.isalpha() else ""))
    return re.compile("".join(parts))


def _inside(source: Folded, at: int) -> bool:
    """Tell whether a place is inside a word, a number or an amount with its sign."""
    text = source.text
    if at in (0, len(text)):
        return False
    before, after = text[at - 1], text[at]
    before_that = text[at - 2] if at > 1 else " "
    after_that = text[at + 1] if at + 1 < len(text) else " "
    if (_in_word(before) or before == "@") and _in_word(after):
        return True
    return (
        (_in_word(before_that) and _binds(before_that, source, at - 1, after))
        or (_in_word(before) and _binds(before, source, at, after_that))
        or _signed(source, at)
        or _pointed(text, at)
        or (before.isdigit() and after == "+")
    )


def _in_word(character: str) -> bool:
    return character.isalnum() or character == SOFT


def _binds(left: str, source: Folded, at: int, right: str) -> bool:
    """Tell whether the mark at a place makes one word, or one number, of what stands on both sides."""
    mark = source.text[at]
    if left.isdigit() and right.isdigit():
        return mark in _IN_NUMBER
    if mark == ".":  # e.g. an abbreviation or an address; a sentence ends before a space or a capital
        if left.isupper() and right.isupper():  # GOV.UK, and not "the EU.The"
            return not source.text[at + 2 : at + 3].islower()
        return (left.islower() and (right.islower() or right in _CURRENCIES)) or _in_address(source.text, at)
    if mark in ":@":  # an address; a colon of prose has a space after it
        return _in_word(right)
    return _in_word(right) and (mark == "'" or source.raw[source.origin[at]] in _DASH_IN_WORD)


def _in_address(text: str, at: int) -> bool:
    """Tell whether a place is within an address of mail or of a page, where a capital begins no sentence."""
    end = text.find(" ", at)
    token = text[text.rfind(" ", 0, at) + 1 : end if end >= 0 else len(text)]
    return "@" in token or "://" in token or token.startswith("www.")


def _signed(source: Folded, at: int) -> bool:
    """Tell whether a place parts an amount from its sign, its currency or its per cent."""
    text = source.text
    nearest = text[at - 2] if text[at - 1] == " " else text[at - 1]
    if nearest.isdigit() and _PERCENT.match(text, at):
        return True
    if not _AMOUNT.match(text, at):
        return False
    sign = source.raw[source.origin[at - 1]]
    return sign in _SIGNS or nearest in _CURRENCIES or (text[at] in _CURRENCIES and sign.isalpha())


def _pointed(text: str, at: int) -> bool:
    """Tell whether a place parts a number from its point: 5(2) is not 5. After a year it is a note's mark."""
    return text[at - 1].isdigit() and bool(_POINT.match(text, at)) and not _YEAR.search(text, max(0, at - 5), at)


def _with_gaps(pieces: list[str], source: Folded) -> tuple[Found, ...]:
    """Return the first place where all pieces stand in order, with the words left out between them."""
    pieces = [piece for piece in pieces if piece]
    if len(pieces) < 2:
        return ()
    start, position = -1, 0
    gaps: list[tuple[int, int]] = []
    for piece in pieces:
        hit = next(((a, b) for a, b in _hits(piece, source) if a >= position), None)
        if hit is None:
            return ()
        if start < 0:
            start = hit[0]
        else:
            gaps.append((position, hit[0]))
        position = hit[1]
    return (Found(start, position, (), " … ".join(source.raw_slice(*gap) for gap in gaps), tuple(gaps)),)


def before(text: str, found: Found, words: int = 6) -> str:
    """Return up to so many words that stand before the quotation in its sentence, folded, lower case."""
    lead = folded(text).text[: found.start].rstrip(" \"'([")
    sentence = re.split(r"[.!?:;]\s+(?=[A-Z\"'(])", lead)[-1]
    return " ".join(sentence.lower().replace(SOFT, "").replace(HARD, "-").split()[-words:])
