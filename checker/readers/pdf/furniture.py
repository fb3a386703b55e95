"""Running heads, running feet and page numbers: told from the text by their repetition."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import NamedTuple

from checker.readers.pdf.sheets import Line, Sheet


class Seen(NamedTuple):
    """A line at the edge of a page."""

    page: int
    place: int
    """How far its baseline is from the edge, in steps."""
    text: str


Key = tuple[str, bool]
Places = dict[Key, list[Seen]]
Repeated = dict[Key, set[int]]

_PAGE = re.compile(
    r"(?:page\s*)?[-\u2013\u2014|]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-\u2013\u2014|]?(?:\s*(?:of|/)\s*\d{1,4})?",
    re.IGNORECASE,
)
_BLANK = re.compile(r"this page (?:is|has been) (?:intentionally )?(?:left )?blank\.?", re.IGNORECASE)
_HEAD = 10
"""A line of more words that begins with a paragraph's number is no running head."""
_EDGE = 0.13
_STEP = 4.0
"""Lines whose distance from the edge differs by less, in points, stand at one place."""


def without_furniture(sheets: list[Sheet]) -> None:
    """Drop from every page the lines that belong to the pages, not to the text."""
    places: Places = defaultdict(list)
    for sheet in sheets:
        for line in sheet.lines:
            edge = _edge(line, sheet)
            if edge:
                places[_key(line.text), edge > 0].append(Seen(sheet.page, _place(line, sheet, top=edge > 0), line.text))
    repeated = _repeated(places, len(sheets))
    for sheet in sheets:
        sheet.lines = _kept(sheet, repeated)


def _edge(line: Line, sheet: Sheet) -> int:
    """Return 1 at the top of a sheet, -1 at its foot, else 0."""
    if line.y > sheet.height * (1 - _EDGE):
        return 1
    return -1 if line.y < sheet.height * _EDGE else 0


def _place(line: Line, sheet: Sheet, *, top: bool) -> int:
    return round((sheet.height - line.y if top else line.y) / _STEP)


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split()).casefold())


def _repeated(places: Places, sheets: int) -> Repeated:
    """Return, of the lines at an edge, where those stand that are on enough pages to belong to them."""
    enough = 2 if sheets < 4 else 3
    found: Repeated = {}
    for key, seen in places.items():
        if len(seen) >= enough and any(c.isalpha() for c in key[0]):
            usual = Counter(one.place for one in seen)
            level = [one for one in seen if usual[one.place] + usual[one.place - 1] + usual[one.place + 1] >= enough]
            if len({one.page for one in level}) >= enough and _counts_pages(level):
                found[key] = {one.place for one in level}
    return found


def _counts_pages(found: list[Seen]) -> bool:
    """Tell whether the numbers in a repeated line are the same on all pages, or count the pages."""
    numbers = [[int(digits) for digits in re.findall(r"\d+", one.text)] for one in found]
    ahead = [[number - one.page for number in row] for row, one in zip(numbers, found, strict=True)]
    columns = zip(zip(*numbers, strict=True), zip(*ahead, strict=True), strict=True)
    return all(_steady(same) or _steady(counted) for same, counted in columns)


def _steady(values: tuple[int, ...]) -> bool:
    """Tell whether nearly all values are one; sections of a pack may count for themselves."""
    return Counter(values).most_common(1)[0][1] >= 0.6 * len(values)


def _kept(sheet: Sheet, repeated: Repeated) -> list[Line]:
    ordered = sorted((line for line in sheet.lines if _edge(line, sheet)), key=lambda line: -line.y)
    dropped: set[int] = set()
    for lines, top in ((ordered, True), (ordered[::-1], False)):
        for line in lines:
            if not _is_furniture(line, sheet, repeated, top=top):
                break
            dropped.add(id(line))
    lines = [line for line in sheet.lines if not _BLANK.fullmatch(line.text)]
    kept = [line for line in lines if id(line) not in dropped]
    return kept or [line for line in lines if not (sheet.pictures or _PAGE.fullmatch(line.text))]


def _is_furniture(line: Line, sheet: Sheet, repeated: Repeated, *, top: bool) -> bool:
    if _edge(line, sheet) != (1 if top else -1):
        return False
    if _PAGE.fullmatch(line.text):
        beside = [other for other in sheet.lines if other is not line and abs(other.y - line.y) < 0.3 * line.size]
        return all(_is_repeated(other, sheet, repeated, top=top) for other in beside)
    return _is_repeated(line, sheet, repeated, top=top)


def _is_repeated(line: Line, sheet: Sheet, repeated: Repeated, *, top: bool) -> bool:
    if line.mark and line.mark.kind == "dotted" and line.text.count(" ") > _HEAD:
        return False  # a page that is in a pack twice repeats its paragraphs too
    return _place(line, sheet, top=top) in repeated.get((_key(line.text), top), ())
