"""The streams of a PDF, found in its bytes without following its index."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_STREAM = re.compile(rb"stream(?<!endstream)(?:\r\n|\n|\r)")
_OBJECT = re.compile(rb"(\d+)\s+\d+\s+obj\b")
_FILTER = re.compile(rb"/(?:Filter|F)\s*(\[[^\]]*\]|/[A-Za-z0-9]+)")
_LENGTH = re.compile(rb"/Length\s+(\d+)(\s+\d+\s+R)?")
_NUMBER = re.compile(rb"(\d+)\s+\d+\s+obj\s+(\d+)\s+endobj")
_BODY = re.compile(rb"\bobj\b(.*?)endobj", re.DOTALL)
_PAGE = re.compile(rb"/Type\s*/Page\b")
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Stream:
    """One stream of a PDF: its dictionary and where its bytes are."""

    number: int
    dictionary: bytes
    start: int
    length: int

    @property
    def filters(self) -> list[bytes]:
        """How it is packed, the outermost layer first."""
        found = _FILTER.search(self.dictionary)
        return re.findall(rb"/([A-Za-z0-9]+)", found.group(1)) if found else []

    @property
    def is_picture(self) -> bool:
        """Whether it says that it is a picture, which is never opened."""
        return re.search(rb"/Subtype\s*/Image\b", self.dictionary) is not None


class Streams:
    """The streams of a file in the order of its bytes."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw

    def __iter__(self) -> Iterator[Stream]:
        raw, at = self.raw, 0
        while match := _STREAM.search(raw, at):
            head = raw[max(at, match.start() - _HEAD) : match.start()]
            begins = _last_object(head)
            end = raw.find(b"endstream", match.end())
            end = end if end >= 0 else len(raw)
            if begins:
                dictionary = plain_names(head[begins.end() :])
                length = max(end - match.end(), self._said(dictionary))
                yield Stream(int(begins.group(1)), dictionary, match.end(), length)
            at = end

    def _said(self, dictionary: bytes) -> int:
        """Return the length that a stream says it has."""
        said = _LENGTH.search(dictionary)
        if not said:
            return 0
        number = int(said.group(1))
        return self._numbers.get(number, 0) if said.group(2) else number

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {int(match.group(1)): int(match.group(2)) for match in _NUMBER.finditer(self.raw)}

    def page_of(self, stream: Stream) -> int:
        """Return the page that a stream draws, counted in the order of the file; 0 where that is not plain."""
        wanted = re.compile(rb"/Contents\s*\[?[^\]/]*?\b%d\s+\d+\s+R" % stream.number)
        page = 0
        for body in _BODY.findall(self.raw):
            if _PAGE.search(body):
                page += 1
                if wanted.search(body):
                    return page
        return 0

    def name(self, stream: Stream) -> str:
        """Return what people call a stream: its page where that is plain, else its number."""
        page = self.page_of(stream)
        return f"page {page}" if page else f"object {stream.number}"


def _last_object(head: bytes) -> re.Match[bytes] | None:
    """Return where the last object in some bytes begins; mostly that is plain from the last " obj"."""
    at = head.rfind(b" obj")
    near = _OBJECT.search(head, max(at - 20, 0), at + 5) if at >= 0 else None
    if near and near.end() == at + 4:
        return near
    return next(reversed(list(_OBJECT.finditer(head))), None)


def plain_names(data: bytes) -> bytes:
    """Return names written with #-escapes as they read."""
    return _ESCAPE.sub(lambda m: bytes([int(m.group(1), 16)]), data) if b"#" in data else data
