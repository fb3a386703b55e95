"""Plain text to numbered paragraphs.

The rules (design 4), fixed by tests: each line that is not blank is a paragraph; a line that
starts in lower case after one without a full stop continues it; Markdown marks and tags are
stripped first; a number printed at the start of a line is the place, and text and bullets
without a number take the one before.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from checker.model.document import Document
from checker.model.paragraph import Paragraph, Part
from checker.readers.encoding import decode

_BREAKING = (
    "address article aside blockquote br caption center dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 "
    "h6 header hr li main nav ol option p pre section summary table tbody td tfoot th thead tr ul"
)
_INLINE = (
    "a abbr acronym b bdi bdo big body button cite code col colgroup data del dfn em font head html i iframe img input ins "
    "kbd label link mark meta picture q s samp script select small source span strike strong style sub sup svg time title "
    "tt u var video wbr"
)
_BARE = "open|hidden|nowrap|noshade|disabled|checked|selected|controls|reversed|required|multiple|compact"
_TAG = re.compile(
    rf"</?(?:(?P<breaking>{_BREAKING.replace(' ', '|')})|{_INLINE.replace(' ', '|')}|[a-z]\w*:\w+)"
    rf"(?:\s+(?:[\w:.-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+)|(?:{_BARE})(?![\w=])))*\s*/?>",
    re.IGNORECASE,
)
"""A tag of HTML, not whatever stands between such signs: "<name of site>" and "<clerk@wexcombe.example>" are text."""
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_MARKS = re.compile(r"^[\s\u00a0]*(?:#{1,6}\s+|[-*+\u2022\u00b7\u25cf\u25aa\uf0b7o]\s+|>\s+)+")
_EMPHASIS = re.compile(r"(?<!\d)(\*{1,3}|_{2,3})(?=\S)(.{1,1000}?)(?<=\S)\1(?!\d)")
_AMOUNT = r"%|per\s?cent|thousand|million|billion|m\b|bn\b|[ap]\.?m\b"
DOTTED = re.compile(rf"^(\d{{1,3}}(?:\.\d{{1,3}}){{1,4}})\.?(?=[\s\u00a0])(?!\s*(?:{_AMOUNT}))")
WHOLE = re.compile(r"^(\d{1,3})[.)](?=[\s\u00a0]+\S)")
_SUB = re.compile(r"^\(([a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)(?=[\s\u00a0]+\S)")
_MINUTE = re.compile(r"^(\d{1,4}/\d{2,4})\.?(?=[\s\u00a0]+[A-Z\d])")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENDED = re.compile(r"[.!?:;][\"'\u2019\u201d)]*$")
_UNSEEN = "\ufeff\u200b\u200e\u200f"
"""Signs without width that stand before a number where files were put together or copied."""
_SERIES = 3
"""So many numbers of minutes make a series."""
_LONG = 10
"""In so many lines a single whole number is no numbering."""
_NESTED = 8
"""So many marks of emphasis round one another are stripped."""


class Line(NamedTuple):
    """A line without its marks, and what the marks said."""

    text: str
    part: Part = "text"
    level: int = 0
    cell: tuple[int, int, int] | None = None


def read_text_bytes(raw: bytes, path: str) -> Document:
    """Return the document in the bytes of a plain text file.

    Raises:
        Refused: ENCODING, where it is neither UTF-8 nor surely something else.
    """
    text, told = decode(raw, path)
    return Document("text", read_text(text), told=told)


def read_text(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a plain text, in order."""
    return paragraphs_of(map(line_of, text.splitlines()))


def paragraphs_of(lines: Iterable[Line], *, marks_begin: bool = False) -> tuple[Paragraph, ...]:
    """Return lines as numbered paragraphs, those that continue one another joined.

    With `marks_begin` a line that has a mark of its own continues none, even in lower case.
    """
    paragraphs: list[Paragraph] = []
    number = printed = ""
    whole = list(_joined(lines, marks_begin))
    minutes = _minutes(whole)
    alone = len(whole) >= _LONG and sum(bool(DOTTED.match(o.text) or WHOLE.match(o.text)) for o in whole) == 1
    counted = not minutes and not alone
    for ordinal, line in enumerate(whole, start=1):
        printed = ""
        if line.cell is None:
            given = minutes.get(ordinal)
            number, printed = (given, given) if given else number_of(line.text, number, whole=counted)
        paragraphs.append(
            Paragraph(ordinal, number, line.text, part=line.part, level=line.level, printed=printed, cell=line.cell)
        )
    return tuple(paragraphs)


def _minutes(lines: Iterable[Line]) -> dict[int, str]:
    """Return the numbers of minutes ("28/18") by ordinal, where so many count on in one year that they are no dates."""
    found = {n: hit.group(1) for n, line in enumerate(lines, start=1) if (hit := _MINUTE.match(line.text))}
    counted = [int(number.split("/")[0]) for number in found.values()]
    years = {number.split("/")[1] for number in found.values()}
    return found if len(found) >= _SERIES and len(years) == 1 and counted == sorted(set(counted)) else {}


def _joined(lines: Iterable[Line], marks_begin: bool) -> Iterator[Line]:
    held: Line | None = None
    more: list[str] = []
    for line in lines:
        if not line.text:
            continue
        if held and _continues(held, more[-1], line) and not (marks_begin and line.part != "text"):
            more.append(line.text)
            continue
        if held:
            yield held._replace(text="\n".join(more))
        held, more = line, [line.text]
    if held:
        yield held._replace(text="\n".join(more))


def _continues(held: Line, last: str, line: Line) -> bool:
    return held.cell is None is line.cell and line.text[0].islower() and not _ENDED.search(last)


def line_of(raw: str) -> Line:
    """Return a line without its marks of Markdown and HTML."""
    line = html.unescape(_TAG.sub(lambda tag: " " if tag["breaking"] else "", raw)).lstrip(_UNSEEN)
    marks = _MARKS.match(line)
    line = without_emphasis(_LINK.sub(r"\1", line[marks.end() :] if marks else line))
    line = _ESCAPED.sub(r"\1", line)
    return Line(line, *_part(marks.group() if marks else ""))


def without_emphasis(line: str) -> str:
    """Return a text without asterisks and underscores round words, and without spaces at its ends."""
    for _ in range(_NESTED):
        plain = _EMPHASIS.sub(r"\2", line)
        if plain == line:
            break
        line = plain
    return line.strip().strip("\u00a0").strip()


def _part(marks: str) -> tuple[Part, int]:
    signs = marks.strip().strip(">").strip()
    if signs.startswith("#"):
        return "heading", len(signs.split()[0])
    if signs:
        indent = len(marks.expandtabs(4)) - len(marks.expandtabs(4).lstrip())
        return "bullet", indent // 2 + 1
    return "text", 0


def number_of(line: str, before: str, *, whole: bool = True) -> tuple[str, str]:
    """Return the number a line has, or takes from the lines before, and the one printed at its start.

    Whole numbers ("3.") count unless told otherwise: one alone in a long text, or under a series of minutes, is a point of a list.
    """
    dotted = DOTTED.match(line) or (WHOLE.match(line) if whole else None)
    if dotted:
        return dotted.group(1), dotted.group(1)
    sub = _SUB.match(line)
    if sub and before:
        return f"{before.split('(', maxsplit=1)[0]}({sub.group(1)})", f"({sub.group(1)})"
    return before, ""
