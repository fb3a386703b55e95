"""The marks that a browser prints before the items of a list, and those that lead to a footnote."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from checker.readers.formats import shown

_BULLET = "\u2022"
_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero",
    "decimal": "decimal",
    "none": "none",
}
_STYLED = re.compile(r"list-style(?:-type)?\s*:[^;]*?\b(" + "|".join(_STYLES) + r")\b", re.IGNORECASE)
_NOTE = re.compile(r"(?:^|.*_)#?(?:fn|ftn|edn|footnote|endnote|cite_note)(?!ref)", re.IGNORECASE)
_MARK = re.compile(r"\[?(?:\d{1,3}|[ivx]{1,5}|[*\u2020\u2021])\]?")


class Items:
    """How the items of one list are marked."""

    def __init__(self, list_: LexborNode | None = None) -> None:
        attributes = {} if list_ is None else list_.attributes
        styled = _STYLED.search(attributes.get("style") or "")
        ordered = list_ is not None and list_.tag == "ol"
        usual = _TYPES.get(attributes.get("type") or "", "decimal") if ordered else ""
        self._format = _STYLES[styled.group(1).lower()] if styled else usual
        self._step = -1 if "reversed" in attributes else 1
        self._count = _number(attributes.get("start"), 1 if self._step > 0 or list_ is None else _items(list_))

    def next_mark(self, item: LexborNode) -> str:
        """Return what is printed before the next item."""
        count = _number(item.attributes.get("value"), self._count)
        self._count = count + self._step
        if self._format == "none":
            return ""
        return f"{shown(count, self._format)}." if self._format else _BULLET


def leads_to_note(link: LexborNode) -> bool:
    """Tell whether a link is the mark of a footnote: a figure or a star that leads to the note."""
    target = link.attributes.get("href") or ""
    return (
        target.startswith("#") and bool(_NOTE.match(target[1:])) and bool(_MARK.fullmatch(link.text(deep=True).strip()))
    )


def _items(list_: LexborNode) -> int:
    count, child = 0, list_.child
    while child is not None:
        count, child = count + (child.tag == "li"), child.next
    return count


def _number(value: str | None, otherwise: int) -> int:
    known = value is not None and value.isascii() and value.isdigit() and len(value) < 6
    return int(value) if known and value else otherwise


LOOSE = Items()
"""Items that stand in no list."""
