"""Printed paragraph numbers, which Word counts when it lays the page out and does not store.

The rules (stack 4), each fixed by a test against LibreOffice: a paragraph's own numPr goes before its
style's; a level that names a style is the level of that style; numId 0 means none; the counters
belong to the abstract list, so two lists of one abstract list count on; a start override counts
once, when its list is first used; lvlRestart, isLgl and numStyleLink as the file says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from checker.readers.docx.properties import Properties
from checker.readers.docx.styles import Style, Styles
from checker.readers.docx.symbols import plain
from checker.readers.docx.xml import MC, Element, is_on, number, value, w
from checker.readers.formats import shown

_LEVELS = 9
_LONGEST = 120  # a number's pattern; Word allows a quarter of it, and it is printed once a paragraph
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    """The level, from 1, after which it begins again; 0 never; None after any above it."""
    legal: bool = False
    style: str = ""
    font: str = ""


@dataclass(slots=True)
class _List:
    """An abstract list: its levels and how far each has counted."""

    levels: dict[int, Level] = field(default_factory=dict)
    link: str = ""
    counts: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class _Num:
    """A list as paragraphs name it."""

    def __init__(self, abstract: _List) -> None:
        self.abstract = abstract
        self.starts: dict[int, int] = {}
        """Start overrides that have not counted yet."""
        self.own: dict[int, Level] = {}
        self.levels: list[Level] = []
        self.by_style: dict[str, int] = {}

    def settle(self) -> None:
        """Fix the levels, once what they are taken from is known."""
        self.levels = [self.own.get(i) or self.abstract.levels.get(i) or Level() for i in range(_LEVELS)]
        self.by_style = {level.style: i for i, level in reversed(list(enumerate(self.levels))) if level.style}


@dataclass(frozen=True, slots=True)
class Printed:
    """The number or mark that stands before a paragraph."""

    text: str
    """As printed: "3.4", "(a)", "•"."""
    level: int
    """How deep in its list, from 0."""
    bullet: bool
    list_id: int
    """Which list counts it: equal for paragraphs that count on from one another."""


class Numbering:
    """Counts the numbers of a document's paragraphs, which must come in order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._nums: dict[str, _Num] = {}
        if root is not None:
            self._read(root)

    def count(self, properties: Properties, style: Style) -> Printed | None:
        """Count one paragraph and return what is printed before it, None where nothing is counted."""
        found = self._list_of(properties, style)
        if found is None:
            return None
        num, index = found
        level = num.levels[index]
        _step(num, index)
        text = _text(num, index)
        return Printed(text, index, level.format == "bullet", id(num.abstract)) if text else None

    def _read(self, root: Element) -> None:
        lists = {e.get(w("abstractNumId"), ""): _read_list(e) for e in root.iter(w("abstractNum"))}
        for element in root.iter(w("num")):
            abstract = lists.get(value(element, "abstractNumId") or "")
            if abstract is not None:
                self._nums[element.get(w("numId"), "")] = _read_num(element, abstract)
        for num in self._nums.values():
            self._follow(num)
            num.settle()

    def _follow(self, num: _Num) -> None:
        """Let a list that only names a list style use that style's list."""
        style = self._styles.by_id.get(num.abstract.link)
        target = self._nums.get(style.num_id or "") if style else None
        if target and not num.abstract.levels and not target.abstract.link:
            num.abstract = target.abstract

    def _list_of(self, own: Properties, style: Style) -> tuple[_Num, int] | None:
        num_id = style.num_id if own.num_id is None else own.num_id
        num = self._nums.get(num_id) if num_id else None
        if num is None or num_id == "0":
            return None
        if own.level is not None:
            return num, min(max(own.level, 0), _LEVELS - 1)
        named = _level_named(num, style)
        if named is None and own.num_id is None:
            named = min(max(style.level or 0, 0), _LEVELS - 1)
        return num, named or 0


def _step(num: _Num, index: int) -> None:
    """Count one paragraph on."""
    counts = num.abstract.counts
    for above in range(index):
        start = num.starts.pop(above, num.levels[above].start)
        if counts[above] is None:
            counts[above] = start
    begun = counts[index]
    again = num.starts.pop(index, None)
    if again is None:
        again = num.levels[index].start if begun is None else begun + 1
    counts[index] = again
    for below in range(index + 1, _LEVELS):
        restart = num.levels[below].restart
        if restart is None or index < restart:
            counts[below] = None


def _text(num: _Num, index: int) -> str:
    level = num.levels[index]
    if level.format == "bullet":
        return plain(level.text, level.font).strip()
    return _PLACE.sub(lambda m: _part(num, level, int(m.group(1)) - 1), level.text).strip()


def _part(num: _Num, level: Level, index: int) -> str:
    count = num.abstract.counts[index]
    own = num.levels[index]
    form = "decimal" if level.legal and own.format != "none" else own.format
    return shown(own.start if count is None else count, form)


def _level_named(num: _Num, style: Style) -> int | None:
    """Return the level that names the style as its own, or the one from which the style has its number."""
    named = num.by_style.get(style.ident)
    return num.by_style.get(style.num_style) if named is None else named


def _read_list(element: Element) -> _List:
    levels = {number(e.get(w("ilvl")), 0): _read_level(e) for e in element.findall(w("lvl"))}
    return _List(levels, value(element, "numStyleLink") or "")


def _read_num(element: Element, abstract: _List) -> _Num:
    num = _Num(abstract)
    for override in element.findall(w("lvlOverride")):
        index = number(override.get(w("ilvl")), 0)
        if (start := value(override, "startOverride")) is not None:
            num.starts[index] = number(start, 1)
        if (level := override.find(w("lvl"))) is not None:
            num.own[index] = _read_level(level)
    return num


def _read_level(element: Element) -> Level:
    text = element.find(w("lvlText"))
    restart = value(element, "lvlRestart")
    fonts = element.find(f"{w('rPr')}/{w('rFonts')}")
    return Level(
        start=number(value(element, "start"), 0),
        format=_format(element),
        text="" if text is None else text.get(w("val"), "")[:_LONGEST],
        restart=None if restart is None else number(restart, 0),
        legal=bool(is_on(element, "isLgl")),
        style=value(element, "pStyle") or "",
        font="" if fonts is None else fonts.get(w("ascii"), ""),
    )


def _format(element: Element) -> str:
    """Return the number format, also where an older Word is offered a plainer one."""
    found = value(element, "numFmt")
    if found is None:
        chosen = element.find(f"{MC}AlternateContent/{MC}Choice/{w('numFmt')}")
        plainer = element.find(f"{MC}AlternateContent/{MC}Fallback/{w('numFmt')}")
        found = None if plainer is None else plainer.get(w("val"))
        if chosen is not None and (chosen.get(w("format")) or "").startswith("0"):
            found = "decimalZero"
    return found or "decimal"
