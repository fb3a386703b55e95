"""What a paragraph says of itself, read in one pass: style, list, outline, and what happened to its end."""

from __future__ import annotations

from dataclasses import dataclass

from checker.readers.docx.xml import Element, is_on, number, w

_PROPERTIES, _STYLE, _LIST, _OUTLINE, _MARK, _VAL, _NUM, _LEVEL = (
    w(n) for n in ("pPr", "pStyle", "numPr", "outlineLvl", "rPr", "val", "numId", "ilvl")
)
_FRAME, _DROP = w("framePr"), w("dropCap")
_INSERTED = frozenset((w("ins"), w("moveTo")))
_GONE = frozenset((w("del"), w("moveFrom")))


@dataclass(slots=True)
class Properties:
    """A paragraph's own properties."""

    style: str = ""
    num_id: str | None = None
    level: int | None = None
    outline: int | None = None
    gone: bool = False
    """Whether its end is deleted, so that it and the next are one."""
    dropped: bool = False
    """Whether it is the large letter with which the next begins."""
    inserted: bool = False
    """Whether its end is an insertion not yet accepted."""
    hidden: bool | None = None


def read_properties(paragraph: Element) -> Properties:
    """Return the properties of a paragraph; of an earlier state that a change keeps, nothing."""
    found = Properties()
    properties = paragraph.find(_PROPERTIES)
    for child in () if properties is None else properties:
        tag = child.tag
        if tag == _STYLE:
            found.style = child.get(_VAL, "")
        elif tag == _LIST:
            _read_list(found, child)
        elif tag == _OUTLINE:
            found.outline = number(child.get(_VAL), 9)
        elif tag == _FRAME:
            found.dropped = child.get(_DROP) in ("drop", "margin")
        elif tag == _MARK and len(child):
            _read_mark(found, child)
    return found


def _read_list(found: Properties, element: Element) -> None:
    for child in element:
        if child.tag == _NUM:
            found.num_id = child.get(_VAL)
        elif child.tag == _LEVEL:
            found.level = number(child.get(_VAL), 0)


def _read_mark(found: Properties, mark: Element) -> None:
    tags = {child.tag for child in mark}
    found.gone = not tags.isdisjoint(_GONE)
    found.inserted = not tags.isdisjoint(_INSERTED)
    found.hidden = is_on(mark, "vanish")
