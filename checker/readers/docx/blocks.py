"""The paragraphs of a story in order, each with where it stands: cell, box, note."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.readers.docx.xml import MC, Element, number, value, w

_P, _TBL, _TR, _TC, _SDT = w("p"), w("tbl"), w("tr"), w("tc"), w("sdt")
_INTO = frozenset(w(n) for n in ("customXml", "sdtContent", "ins", "moveTo", "smartTag"))
_CHANGED = ("ins", "del", "moveFrom", "moveTo")
_GONE = ("del", "moveFrom")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph element and its cell."""

    element: Element
    cell: tuple[int, int, int] | None = None
    contents: bool = False
    """Whether it stands in a table of contents."""


@dataclass(slots=True)
class Story:
    """Walks a body, a text box or a note; tables are counted over all of them."""

    tables: int = 0
    changes: int = 0
    """Rows and cells that were put in or taken out."""
    unread: int = 0
    """Files put in whole that only Word itself joins to the text."""
    stack: list[tuple[int, int, int]] = field(default_factory=list)

    def blocks(self, parent: Element, contents: bool = False) -> Iterator[Block]:
        """Yield the paragraphs in order."""
        for child in parent:
            tag = child.tag
            if tag == _P:
                yield Block(child, self.stack[-1] if self.stack else None, contents)
            elif tag == _TBL:
                yield from self._table(child, contents)
            elif tag == _SDT:
                for content in child.findall(w("sdtContent")):
                    yield from self.blocks(content, contents or _is_contents(child))
            elif tag in _INTO:
                yield from self.blocks(child, contents)
            elif tag == w("altChunk"):
                self.unread += 1
            elif tag == f"{MC}AlternateContent":
                yield from self._alternative(child, contents)

    def _alternative(self, element: Element, contents: bool) -> Iterator[Block]:
        for choice in (*element.findall(f"{MC}Choice"), *element.findall(f"{MC}Fallback")):
            if len(choice):
                yield from self.blocks(choice, contents)
                return

    def _table(self, table: Element, contents: bool) -> Iterator[Block]:
        rows = list(_inner(table, _TR))
        boxed = len(rows) == 1 and len(list(_inner(rows[0], _TC))) == 1
        if boxed:  # one cell is a frame round text, not a table
            for cell in _inner(rows[0], _TC):
                yield from self.blocks(cell, contents)
            return
        self.tables += 1
        mine = self.tables
        for index, row in enumerate(rows, start=1):
            if not self._gone(row, "trPr"):
                yield from self._row(row, mine, index, contents)

    def _row(self, row: Element, table: int, index: int, contents: bool) -> Iterator[Block]:
        properties = row.find(w("trPr"))
        column = 1 if properties is None else 1 + number(value(properties, "gridBefore"), 0)
        for cell in _inner(row, _TC):
            settings = cell.find(w("tcPr"))
            if settings is None or not (_continues(settings) or settings.find(w("cellDel")) is not None):
                self.stack.append((table, index, column))
                yield from self.blocks(cell, contents)
                self.stack.pop()
            column += 1 if settings is None else max(1, number(value(settings, "gridSpan"), 1))

    def _gone(self, element: Element, properties: str) -> bool:
        """Tell whether a change tracked on a row takes it out; count any."""
        found = element.find(w(properties))
        if found is None:
            return False
        self.changes += any(found.find(w(n)) is not None for n in _CHANGED)
        return any(found.find(w(n)) is not None for n in _GONE)


def _inner(parent: Element, tag: str) -> Iterator[Element]:
    """Yield rows or cells, also those in content controls."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag == _SDT:
            for content in child.findall(w("sdtContent")):
                yield from _inner(content, tag)
        elif child.tag in _INTO:
            yield from _inner(child, tag)


def _continues(settings: Element) -> bool:
    """Tell whether a cell is the lower part of one that is merged over rows."""
    merge = settings.find(w("vMerge"))
    return merge is not None and merge.get(w("val"), "continue") == "continue"


def _is_contents(control: Element) -> bool:
    gallery = control.find(f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}")
    return gallery is not None and gallery.get(w("val"), "").lower().startswith("table of contents")
