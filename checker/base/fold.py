"""Fold typography, and nothing else.

A quotation is the source's own words. Printers and word processors change quotation marks,
dashes, spaces, hyphens at line ends and ligatures; those are folded on both sides by this one
function. Words, digits, signs, case, order and brackets are never touched.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

SOFT = "\ufdd0"
"""Stands for a hyphen between letters at a line end, which may or may not belong to the word."""
HARD = "\ufdd1"
"""Stands for any other dash at a line end: it belongs to the text, a space after it may or may not."""

_SINGLE = {"QUOTATION MARKS": "\u2018\u2019\u201a\u201b\u2032\u0060\u00b4", "to": "'"}
_DOUBLE = "\u201c\u201d\u201e\u201f\u2033"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}

_ONE_TO_ONE = {ord(c): "'" for c in _SINGLE["QUOTATION MARKS"]}
_ONE_TO_ONE |= {ord(c): '"' for c in _DOUBLE}
_ONE_TO_ONE |= {ord(c): "-" for c in _DASHES}
_ONE_TO_ONE |= {ord(SOFT): "\ufffd", ord(HARD): "\ufffd"}  # no character of the text passes for a mark of ours

_LINE_END = r"[^\S\r\n]*(?:\r\n|\r|\n)\s*"
_BROKEN = re.compile(rf"[-{_DASHES}\u00ad]{_LINE_END}")
_PIECE = re.compile(
    rf"(?P<broken>(?<=[^\W\d_])[-\u2010]{_LINE_END}(?=[^\W\d_]))"
    rf"|(?P<dash>(?<=\S)[-{_DASHES}]{_LINE_END}(?=\S))"
    rf"|(?P<soft>\u00ad(?:{_LINE_END})?)"
    r"|(?P<space>\s+)|(?P<ligature>[\ufb00-\ufb06])"
)

NAMES = {
    "marks": "quotation marks",
    "dashes": "dashes",
    "spaces": "spaces",
    "soft": "soft hyphens",
    "broken": "hyphens at line ends",
    "ligatures": "ligatures",
    "accents": "accents written in two ways",
}


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and where each of its characters stood in the text that was folded."""

    text: str
    origin: tuple[int, ...]
    raw: str
    apart: bool = False
    """Whether accents stood apart from their letters in what was folded; in `raw` they do not."""

    def raw_slice(self, start: int, end: int) -> str:
        """Return the unfolded words behind a stretch of the folded text."""
        if start >= end:
            return ""
        last = self.origin[end] if end < len(self.origin) else len(self.raw)
        words = self.raw[self.origin[start] : last].strip()
        return unicodedata.normalize("NFD", words) if self.apart else words


def fold(raw: str) -> Folded:
    """Return the text with its typography folded, each character traced to its origin."""
    text = unicodedata.normalize("NFC", raw)
    out: list[str] = []
    origin: list[int] = []
    position = 0
    for match in _PIECE.finditer(text):
        _keep(text, position, match.start(), out, origin)
        replacement = _replacement(match)
        out.extend(replacement)
        origin.extend([match.start()] * len(replacement))
        position = match.end()
    _keep(text, position, len(text), out, origin)
    folded = "".join(out)
    left = len(folded) - len(folded.lstrip(" "))
    right = len(folded.rstrip(" "))
    return Folded(folded[left:right], tuple(origin[left:right]), text, text != raw)


def _replacement(match: re.Match[str]) -> str:
    if match["broken"]:
        return SOFT
    if match["dash"]:
        return HARD
    if match["space"]:
        return " "
    return _LIGATURES.get(match.group(), "")


def _keep(text: str, start: int, end: int, out: list[str], origin: list[int]) -> None:
    if start < end:
        out.extend(text[start:end].translate(_ONE_TO_ONE))
        origin.extend(range(start, end))


def folds_between(one: str, other: str) -> tuple[str, ...]:
    """Return the names of the folds that were needed to make two texts equal, in a fixed order."""
    return tuple(NAMES[name] for name in NAMES if _signs(name, one) != _signs(name, other))


def _signs(name: str, text: str) -> list[str]:
    if name == "accents":
        return ["composed"] if text == unicodedata.normalize("NFC", text) else ["apart"]
    if name in ("dashes", "spaces"):  # those of a word broken over a line end have a name of their own
        text = _BROKEN.sub("", text)
    patterns = {
        "marks": f"['\"{_SINGLE['QUOTATION MARKS']}{_DOUBLE}]",
        "dashes": f"[-{_DASHES}]",
        "spaces": r"\s+",
        "soft": "\u00ad",
        "broken": _BROKEN.pattern,
        "ligatures": "[\ufb00-\ufb06]",
    }
    return re.findall(patterns[name], text)
