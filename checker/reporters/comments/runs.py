"""The runs of a Word paragraph: its words in order, and a cut at the two ends of a quotation."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, NamedTuple

from checker.base import match

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_HOLDS_RUNS = {W + name for name in ("ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "bdo", "dir")}  # fmt: skip
_STANDS_FOR = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "softHyphen": "\u00ad", W + "sym": "\ufffc"}  # fmt: skip


class _Piece(NamedTuple):
    """One element of a run that shows text."""

    element: Any
    text: str


def runs_of(paragraph: Any) -> Iterator[Any]:
    """Yield the runs a reader of the page sees: inside insertions and links too, not in deletions or text boxes."""
    for child in paragraph:
        if child.tag == W + "r":
            if not _hidden(child):
                yield child
        elif child.tag in _HOLDS_RUNS:
            yield from runs_of(child)


def _hidden(run: Any) -> bool:
    mark = run.find(f"{W}rPr/{W}vanish")
    return mark is not None and mark.get(W + "val", "1") not in ("0", "false", "off")


def select(paragraph: Any, quote: str) -> tuple[Any, Any] | None:
    """Return the first and the last run of exactly these words, runs cut where need be; None where they are not there.

    Typography is folded as everywhere; of several places the first is taken.
    """
    runs = list(runs_of(paragraph))
    text = "".join(_text(run) for run in runs)
    hits = match.find(quote, text)
    if not hits:
        return None
    start, end = _raw_ends(text, hits[0])
    return _between(runs, start, end)


def _raw_ends(text: str, hit: match.Found) -> tuple[int, int]:
    """Return where the words begin and end in the text as it stands, before any folding."""
    folded = match.folded(text)
    start, last = folded.origin[hit.start], folded.origin[hit.end - 1]
    end = last + 1
    if not folded.apart:
        return start, end
    return _before_composing(text, start), _before_composing(text, end)


def _before_composing(text: str, position: int) -> int:
    """Return where a place of the composed text stands in the text whose accents stand apart."""
    return next(i for i in range(len(text) + 1) if len(unicodedata.normalize("NFC", text[:i])) >= position)


def _between(runs: list[Any], start: int, end: int) -> tuple[Any, Any] | None:
    chosen, position = [], 0
    for run in runs:
        length = len(_text(run))
        low, high = max(start - position, 0), min(end - position, length)
        if low < high:
            chosen.append(_cut(run, low, high))
        position += length
    return (chosen[0], chosen[-1]) if chosen else None


def _cut(run: Any, start: int, end: int) -> Any:
    """Return the run of just these characters; what stood before and after them keeps its type in runs of its own."""
    if end < len(_text(run)):
        _split(run, end)
    return _split(run, start) if start else run


def _split(run: Any, at: int) -> Any:
    """Cut a run in two and return the second half."""
    second = run.makeelement(run.tag, dict(run.attrib))
    properties = run.find(W + "rPr")
    if properties is not None:
        second.append(deepcopy(properties))
    position = 0
    for piece in [_Piece(child, _shown(child)) for child in run if child is not properties]:
        if position >= at:
            second.append(piece.element)
        elif position + len(piece.text) > at:
            second.append(_rest(piece.element, at - position))
        position += len(piece.text)
    run.addnext(second)
    return second


def _rest(element: Any, at: int) -> Any:
    """Cut the text of an element and return a new one with what came after."""
    rest = element.makeelement(element.tag, dict(element.attrib))
    element.text, rest.text = element.text[:at], element.text[at:]
    for half in (element, rest):
        half.set(_SPACE, "preserve")
    return rest


def _text(run: Any) -> str:
    return "".join(_shown(child) for child in run)


def _shown(element: Any) -> str:
    if element.tag == W + "t":
        return element.text or ""
    return _STANDS_FOR.get(element.tag, "")
