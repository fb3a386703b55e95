"""The pages of a long PDF, read by several processes at once on Linux.

A helper is a copy of the process that meets the file, behind a fence of its own. Whoever reads a
page finds the same in it, so helpers save time and decide nothing: what they do not bring, the
first process reads itself. What they bring is JSON; nothing is unpickled.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from operator import attrgetter
from typing import Any

import pypdfium2_raw as pdfium

from checker.base.faults import Refused
from checker.readers.fence import end_with
from checker.readers.pdf.marks import Mark
from checker.readers.pdf.opening import opened, whole
from checker.readers.pdf.page import read_page
from checker.readers.pdf.sheets import Line, Sheet

MOST = 4
"""So many processes read one file, the first included."""
LONG = 24
"""A file of fewer pages is read sooner than it is shared out."""
_SIZE = 2
"""Bytes of a ticket, one for each page; all tickets of the longest file fit into a pipe at once."""

_line_values = attrgetter(*Line.__slots__)


class Helpers:
    """Processes that read pages by ticket: whoever is free takes the next out of a pipe."""

    def __init__(self, raw: bytes, fence: Callable[[], None]) -> None:
        """Start one for every further processor; each puts up the fence and waits until the file was found safe."""
        self._tickets, self._filling = os.pipe()
        self._brought: list[int] = []
        for _ in range(min(processors(), MOST) - 1):
            self._start(raw, fence)

    def _start(self, raw: bytes, fence: Callable[[], None]) -> None:
        first = os.getpid()
        reading, writing = os.pipe()
        if os.fork():
            os.close(writing)
            self._brought.append(reading)
            return
        try:
            end_with(first)
            for other in (self._filling, reading, *self._brought):
                os.close(other)
            with os.fdopen(writing, "wb") as bringing:
                fence()
                bringing.write(_helped(raw, self._tickets))
        finally:
            os._exit(0)

    def read(self, handle: Any, path: str) -> list[Sheet]:
        """Return the pages of a file that was found safe to open."""
        count = pdfium.FPDF_GetPageCount(handle)
        if count >= LONG:
            os.write(self._filling, b"".join(at.to_bytes(_SIZE, "big") for at in range(count)))
        os.close(self._filling)
        found = {sheet.page: sheet for sheet in _read(handle, path, _indexes(self._tickets))}
        for reading in self._brought:
            with os.fdopen(reading, "rb") as brought, suppress(ValueError):  # a helper was stopped before its end
                found |= {sheet.page: sheet for sheet in map(_sheet, map(json.loads, brought))}
        return [found.get(index + 1) or read_page(handle, index, path) for index in range(count)]


def _helped(raw: bytes, tickets: int) -> bytes:
    """Return the pages that a helper has tickets for, each as a line of JSON."""
    first = os.read(tickets, _SIZE)
    if not first:
        return b""
    handle = opened(whole(raw, "")[0], "")
    sheets = _read(handle, "", _indexes(tickets, first))
    return "\n".join(json.dumps(_values(sheet)) for sheet in sheets).encode()


def _indexes(tickets: int, first: bytes = b"") -> Iterator[int]:
    while ticket := first or os.read(tickets, _SIZE):
        first = b""
        yield int.from_bytes(ticket, "big")


def _read(handle: Any, path: str, indexes: Iterable[int]) -> Iterator[Sheet]:
    """Yield pages up to one that cannot be read: in the end that is told of the first such page in the file."""
    with suppress(Refused):
        for index in indexes:
            yield read_page(handle, index, path)


def _values(sheet: Sheet) -> list[Any]:
    lines = [_line_values(line) for line in sheet.lines]
    ends = (sheet.hidden, sheet.outside, sheet.across, sheet.notes, sheet.pictures, sheet.scanned)
    return [sheet.page, sheet.width, sheet.height, lines, *ends]


def _sheet(values: list[Any]) -> Sheet:
    page, width, height, lines, hidden, *rest = values
    return Sheet(page, width, height, [_line(one) for one in lines], [(why, words) for why, words in hidden], *rest)


def _line(values: list[Any]) -> Line:
    line = Line(*values)
    line.mark = Mark(*line.mark) if line.mark else None
    line.gaps = tuple((left, right) for left, right in line.gaps)
    return line


def processors() -> int:
    """Return how many processes may read at once: elsewhere than on Linux a copy is slow to start or may not live."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
