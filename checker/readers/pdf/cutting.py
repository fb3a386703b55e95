"""Lines cut where a wide gap parts two columns; marks of footnotes taken out."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

from checker.readers.pdf.marks import is_mark, mark_of
from checker.readers.pdf.native import WIDE, Reader
from checker.readers.pdf.sheets import Line

_RAISED = re.compile(r"(?:(?<=[a-z.,;:)\]'\"\u2019\u201d])\d{1,2}|\d{2,})(?=[\s.,;:)]|$)")
"""Digits that may point to a footnote, or whose last may: "agreed3", "20064"."""
_LONGEST_SIGN = 3
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_UNIT = re.compile(r"\b(?:[kcm]?m|ft)$")


def cut(reader: Reader, lines: list[Line]) -> list[Line]:
    """Return the lines of a page, each cut at the gaps between columns."""
    wide = {id(line) for line in lines if line.gaps and not _only_marked(reader, line)}
    if wide:
        starts = sorted([line.x0 for line in lines] + [gap[1] for line in lines for gap in line.gaps])
        lines = [part for line in lines for part in (_parts(reader, line, starts) if id(line) in wide else (line,))]
    mixed = [line for line in lines if line.pieces > 1]
    if _RAISED.search("\n".join([line.text for line in mixed])):
        for line in mixed:
            line.text = _without_raised(reader, line)
    if any(abs(last.y - line.y) < 0.8 * last.size for last, line in pairwise(lines)):
        return _stitched(reader, lines)
    return lines


def _only_marked(reader: Reader, line: Line) -> bool:
    """Tell whether the one gap in a line is that between its number or bullet and its text, without a rule in it."""
    if line.mark is None or len(line.gaps) > 1:
        return False
    end, start = line.gaps[0]
    return abs(start - line.body) < 0.3 * line.size and not reader.ruled(end, start, line.y)


def _stitched(reader: Reader, lines: list[Line]) -> list[Line]:
    """Return the lines with what pdfium sets apart at raised letters ("25", "th", "May") put together."""
    out: list[Line] = []
    for line in lines:
        last = out[-1] if out else None
        if last and _is_raised(last, line):
            last.text += "" if line.text.isdigit() else line.text
            last.x1 = line.x1
        elif last and _is_same(last, line) and not reader.ruled(last.x1, line.x0, line.y):
            last.text += line.text if line.x0 - last.x1 < 0.1 * line.size else f" {line.text}"
            last.x1, last.broken = line.x1, line.broken
        else:
            out.append(line)
    return out


def _is_same(last: Line, line: Line) -> bool:
    """Tell whether a line goes on where the one before it ends, on the same baseline."""
    level = abs(last.y - line.y) < 0.1 * line.size and abs(last.size - line.size) < 0.1 * line.size
    most = 0.6 if last.pieces == 1 else 1.0  # the sign of a footnote may stand between
    return level and -0.2 * line.size < line.x0 - last.x1 < most * line.size


def _is_raised(last: Line, line: Line) -> bool:
    short = len(line.text) < 5 or (last.text[-1].isdigit() and _ORDINAL.match(line.text))
    near = bool(short) and abs(line.x0 - last.x1) < 0.6 * last.size
    return near and line.size < 0.85 * last.size and 0.1 * last.size < line.y - last.y < 0.8 * last.size


def _parts(reader: Reader, line: Line, starts: list[float]) -> list[Line]:
    parts: list[Line] = []
    held, begin = 0, line.x0
    for at, end, start in _gaps(reader, line):
        lead = line.text[held:at].strip()
        if not lead:
            continue
        ruled = reader.ruled(end, start, line.y)
        aligned = bisect_left(starts, start + 5) - bisect_right(starts, start - 5) > 1
        if is_mark(lead) and not parts and not ruled:
            continue
        if ruled or start - end > 4 * line.size or (aligned and start - end > WIDE * line.size):
            parts.append(_part(reader, line, held, at, begin, end))
            held, begin = at, start
    if not parts:
        return [line]
    last = _part(reader, line, held, len(line.text), begin, line.x1)
    last.broken = line.broken
    return [*parts, last]


def _gaps(reader: Reader, line: Line) -> list[tuple[int, float, float]]:
    """Return, of each wide gap, the character after it and where it begins and ends."""
    gaps = list(line.gaps)
    found = []
    for match in re.finditer(r"(?<=\s)\S", line.text):
        x = reader.origin(line.first + match.start())[0]
        while gaps and x >= gaps[0][1] - 0.3 * line.size:
            end, start = gaps.pop(0)
            if x < start + 2 * line.size:
                found.append((match.start(), end, start))
        if not gaps:
            break
    return found


def _part(reader: Reader, line: Line, held: int, at: int, x0: float, x1: float) -> Line:
    text = line.text[held:at].strip()
    first = line.first + held
    mark = mark_of(text)
    body = reader.origin(first + mark.length)[0] if mark and mark.length < len(text) else x0
    bold = reader.bold(first) and reader.bold(first + len(text) - 1)
    return Line(line.page, x0, x1, line.y, reader.size(first), bold, text, mark, body, (), 2, first)


def _without_raised(reader: Reader, line: Line) -> str:
    """Return the text without the small raised numbers that point to footnotes."""

    def raised(at: int) -> bool:
        high = reader.origin(line.first + at)[1] > line.y + 0.12 * line.size
        return high and reader.size(line.first + at) < 0.85 * line.size

    def replace(match: re.Match[str]) -> str:
        start, end = match.span()
        last = end
        while last > max(start, end - _LONGEST_SIGN) and raised(last - 1):
            last -= 1
        return line.text[start:last] if not _UNIT.search(line.text[:last]) else match.group()

    return _RAISED.sub(replace, line.text)
