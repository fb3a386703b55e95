"""One walk over the elements of a page: its lines, and what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from checker.model.document import Aside, AsideKind
from checker.model.paragraph import Part
from checker.readers.html.marks import LOOSE, Items, leads_to_note
from checker.readers.html.parts import BLOCKS, CONTROLS, SCRIPTS, Parts
from checker.readers.text import Line

_SPACE = re.compile(r"[ \t\n\r\f]+")
_BREAK = "\u2028"
_PARAGRAPH_END = re.compile(rf"{_BREAK}[\s\u00a0]*{_BREAK}[\s\u00a0{_BREAK}]*")
_LINE_END = re.compile(rf" ?{_BREAK} ?")
_BULLET = re.compile(r"^[\u2022\u00b7\u25cf\u25aa\uf0b7\uf0a7\u00a7o\u2013-](?:\s|\u00a0)+(?=\S)")


class Around(NamedTuple):
    """What holds for the words met now, from the elements they stand in."""

    aside: AsideKind | None = None
    heading: int = 0
    item: int = 0
    """Of a list item how deep it is nested."""
    mark: str = ""
    cell: tuple[int, int, int] | None = None
    table: int = 0
    list_: int = 0
    """The list it stands in, by a number of our own; ordered lists count in it."""
    deep: int = 0
    pre: bool = False
    inside: bool = False
    """Whether it stands in the element that holds the text, where the page says which."""


class Block(NamedTuple):
    """A line of the page, and the mark that a browser prints before it."""

    line: Line
    mark: str = ""


class Walk:
    """Gathers the blocks of a page in the order they stand in, and what is no text of it."""

    def __init__(self, parts: Parts) -> None:
        self.blocks: list[Block] = []
        self.asides: list[Aside] = []
        self.hidings: list[str] = []
        self._parts = parts
        self._words: list[str] = []
        self._around = [Around()]
        self._held: list[list[str]] = []
        self._rows: dict[int, tuple[int, int]] = {}
        self._items: dict[int, Items] = {}
        self._mark = ""

    def over(self, root: LexborNode) -> None:
        """Walk over an element and all in it, without recursion."""
        todo = [(root, False)]
        while todo:
            node, done = todo.pop()
            if done:
                self._leave(node)
            elif node.is_text_node:
                self._words.append(node.text_content or "")
            elif node.is_comment_node:
                self._beside("comment", node.comment_content or "")
            elif self._enter(node):
                todo.append((node, True))
                todo.extend((child, False) for child in reversed([*_children(node)]))
        self._flush()

    def _enter(self, node: LexborNode) -> bool:
        """Take note of an element; tell whether to go into it."""
        tag, around = node.tag or "", self._around[-1]
        if tag == "br":
            self._words.append(_BREAK)
            return False
        if tag in SCRIPTS:
            self._beside("script", "" if tag == "style" else node.text(deep=True))
            return False
        if (tag == "sup" and node.css_first("a") is not None) or (tag == "a" and leads_to_note(node)):
            return False  # the mark of a footnote, not a part of the word before it
        if tag in BLOCKS:
            self._flush()
        self._around.append(self._within(node, tag, around))
        if self._around[-1].aside != around.aside:
            self._held.append(self._words)
            self._words = []
        return True

    def _leave(self, node: LexborNode) -> None:
        around = self._around[-1]
        if node.tag in BLOCKS or around.aside != self._around[-2].aside:
            self._flush()
        self._around.pop()
        if around.aside != self._around[-1].aside:
            self._words = self._held.pop()

    def _within(self, node: LexborNode, tag: str, around: Around) -> Around:
        """Return what holds inside an element."""
        if not around.inside and self._parts.is_content(node):
            around = around._replace(inside=True)
        if around.aside is None:
            around = around._replace(aside=self._aside(node, tag, around.inside))
        if tag in ("table", "tr", "td", "th"):
            return self._within_table(node, tag, around)
        if tag in ("ul", "ol"):
            number = len(self._items) + 1
            self._items[number] = Items(node)
            return around._replace(list_=number, deep=around.deep + 1, item=0, mark="")
        if tag == "li":
            self._mark = self._items.get(around.list_, LOOSE).next_mark(node)
            return around._replace(item=max(around.deep, 1))
        if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            return around._replace(heading=int(tag[1]))
        return around._replace(pre=True) if tag == "pre" else around

    def _within_table(self, node: LexborNode, tag: str, around: Around) -> Around:
        if tag == "table":
            table = len(self._rows) + 1
            self._rows[table] = (0, 0)
            return around._replace(table=table, cell=None, item=0, deep=0)
        row, column = self._rows.get(around.table, (0, 0))
        if tag == "tr":
            self._rows[around.table] = (row + 1, 0)
            return around
        self._rows[around.table] = (max(row, 1), column + _span(node))
        return around._replace(cell=(max(around.table, 1), max(row, 1), column + 1))

    def _aside(self, node: LexborNode, tag: str, inside: bool) -> AsideKind | None:
        hidden = self._parts.hides(node)
        if hidden:
            self.hidings.append(hidden)
            return "hidden"
        if tag == "del":
            return "deleted"
        return "outside" if tag in CONTROLS or self._parts.round_it(node, inside) else None

    def _beside(self, kind: AsideKind, text: str) -> None:
        if text.strip():
            inside = any(word.strip() for word in self._words)
            self.asides.append(Aside(kind, text.strip(), len(self.blocks) + 1 if inside else 0))

    def _flush(self) -> None:
        """Make lines of the words met since the last element that begins or ends a line."""
        words, around = "".join(self._words), self._around[-1]
        self._words.clear()
        if not words or words.isspace():
            return
        pieces = re.split(r"\n[ \t\r]*\n", words) if around.pre else _PARAGRAPH_END.split(_SPACE.sub(" ", words))
        for piece in pieces:
            text = _LINE_END.sub("\n", piece).strip(" \n\r\t\f\u00a0")
            if text:
                self._emit(text, around)

    def _emit(self, text: str, around: Around) -> None:
        if around.aside is not None:
            held = any(word.strip() for words in self._held for word in words)
            self.asides.append(Aside(around.aside, text, len(self.blocks) + 1 if held else 0))
            return
        mark, self._mark = (self._mark, "") if around.item else ("", self._mark)
        bullet = None if around.heading else _BULLET.match(text)
        if bullet and text[bullet.end() :]:
            mark, text = bullet.group().strip(), text[bullet.end() :]
        self.blocks.append(Block(Line(text, *_part(around, bool(bullet)), around.cell), mark))


def _part(around: Around, bullet: bool) -> tuple[Part, int]:
    if around.heading:
        return "heading", around.heading
    if around.item or bullet:
        return "bullet", max(around.item, 1)
    return ("cell", 0) if around.cell else ("text", 0)


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _span(node: LexborNode) -> int:
    value = node.attributes.get("colspan") or ""
    return max(1, int(value)) if value.isascii() and value.isdigit() and len(value) < 4 else 1
