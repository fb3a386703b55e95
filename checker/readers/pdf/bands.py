"""What stands beside what on a page: runs of lines, bands of runs, zones of bands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import inf

from checker.readers.pdf.marks import is_mark, mark_of
from checker.readers.pdf.sheets import Line

ROW = 0.6
"""Baselines nearer than so many times the size of the letters are one row."""

Span = tuple[float, float]


@dataclass(slots=True)
class Run:
    """Lines that follow one another downwards in one column."""

    lines: list[Line]
    x0: float
    x1: float
    beside: bool

    @property
    def top(self) -> float:
        """Where its first line begins, from the bottom of the sheet."""
        return self.lines[0].y + 0.8 * self.lines[0].size

    @property
    def bottom(self) -> float:
        """Where its last line ends."""
        return self.lines[-1].y


@dataclass(slots=True)
class Band:
    """Runs that overlap vertically."""

    runs: list[Run]
    top: float
    """Its upper edge."""
    bottom: float
    """Its lower edge."""
    columns: list[Span] = field(default_factory=list)


def beside(lines: list[Line]) -> set[int]:
    """Return the ids of the lines with another line to their left or right."""
    found: set[int] = set()
    ordered = sorted(lines, key=lambda line: -line.y)
    for i, line in enumerate(ordered):
        for other in ordered[i + 1 :]:
            if line.y - other.y > ROW * min(line.size, other.size):
                break
            if line.x1 <= other.x0 + 1 or other.x1 <= line.x0 + 1:
                found |= {id(line), id(other)}
    return found


def with_marks_joined(lines: list[Line]) -> list[Line]:
    """Return the lines with a number or bullet that was drawn apart put before its text."""
    marks = [line for line in lines if len(line.text) < 10 and is_mark(line.text)]
    if not marks:
        return lines
    ordered = sorted(lines, key=lambda line: line.y)
    heights = [line.y for line in ordered]
    gone: set[int] = set()
    for mark in marks:
        reach = ROW * mark.size
        near = ordered[bisect_right(heights, mark.y - reach) : bisect_left(heights, mark.y + reach)]
        row = [line for line in near if line is not mark]
        right = [line for line in row if line.x0 >= mark.x1]
        if len(right) != 1 or len(row) > 1 or right[0].x0 - mark.x1 > 6 * right[0].size or is_mark(right[0].text):
            continue
        text = right[0]
        text.gaps = ((mark.x1, text.x0), *text.gaps)
        text.body, text.x0, text.text = text.x0, mark.x0, f"{mark.text} {text.text}"
        text.mark = mark_of(text.text)
        gone.add(id(mark))
    return [line for line in lines if id(line) not in gone]


def runs_of(lines: list[Line], aside: set[int]) -> list[Run]:
    """Return the lines gathered to runs, in the order of the content."""
    runs: list[Run] = []
    for line in lines:
        if runs and _goes_on(runs[-1], line, aside=id(line) in aside):
            run = runs[-1]
            run.lines.append(line)
            run.x0, run.x1 = min(run.x0, line.x0), max(run.x1, line.x1)
        else:
            runs.append(Run([line], line.x0, line.x1, id(line) in aside))
    return runs


def _goes_on(run: Run, line: Line, *, aside: bool) -> bool:
    last = run.lines[-1]
    drop = last.y - line.y
    if drop < 0.3 * line.size or line.x0 >= run.x1 or line.x1 <= run.x0:
        return False
    if not run.beside:
        return not aside
    if drop > 3 * line.size:
        return False
    return line.x0 > run.x0 - line.size and (aside or line.x1 < run.x1 + 6 * line.size)


def bands_of(runs: list[Run]) -> list[Band]:
    """Return the runs gathered to bands, from the top of the page downwards."""
    bands: list[Band] = []
    for top, run in sorted(((run.top, run) for run in runs), key=lambda found: -found[0]):
        if bands and top > bands[-1].bottom + 0.1 * run.lines[0].size:
            bands[-1].runs.append(run)
            bands[-1].bottom = min(bands[-1].bottom, run.bottom)
        else:
            bands.append(Band([run], top, run.bottom))
    for band in bands:
        band.columns = merged((run.x0, run.x1) for run in band.runs)
        band.runs.sort(key=lambda run: (-run.top, run.x0))
    return bands


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return stretches that overlap as one."""
    out: list[Span] = []
    for x0, x1 in sorted(spans):
        if out and x0 < out[-1][1] + 1:
            out[-1] = (out[-1][0], max(out[-1][1], x1))
        else:
            out.append((x0, x1))
    return out


def zones_of(bands: list[Band]) -> list[list[Band]]:
    """Return the bands gathered whose columns are the same."""
    zones: list[list[Band]] = []
    spans: list[Span] = []
    for band in bands:
        many = len(band.columns) > 1 and len(spans) > 1
        if many and _near(zones[-1][-1], band) and len(merged([*spans, *band.columns])) > 1:
            zones[-1].append(band)
            spans = merged([*spans, *band.columns])
        else:
            zones.append([band])
            spans = band.columns
    return zones


def _near(above: Band, band: Band) -> bool:
    return above.bottom - band.top < 4 * band.runs[0].lines[0].size


def spans_of(zone: list[Band]) -> list[Span]:
    """Return the columns of a zone: those of its bands with the most."""
    most = max(len(band.columns) for band in zone)
    spans = merged(span for band in zone if len(band.columns) == most for span in band.columns)
    return spans if len(spans) > 1 else merged(span for band in zone for span in band.columns)


def reads_on(lines: list[Line], span: Span) -> bool:
    """Tell whether lines run from edge to edge of their column and into one another, as prose does."""
    x0, x1 = span
    full = sum(line.x1 > x1 - 0.2 * (x1 - x0) for line in lines)
    lower = sum(line.text[0].islower() for line in lines)
    words = sorted(line.text.count(" ") + 1 for line in lines)[len(lines) // 2]
    return full >= 0.4 * len(lines) and lower >= 0.35 * len(lines) and words >= 3


def column_of(run: Run, spans: list[Span]) -> int:
    """Return in which column a run begins, counted from 0."""
    return max(bisect_right(spans, (run.x0 + 3, inf)) - 1, 0)
