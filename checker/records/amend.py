"""Change one item of a record and leave every other byte of the file as it was.

The record is not written anew: the lines of a field are found by the loader's marks and
replaced, so comments, order and layout stay a person's own. What comes out is read again and
must hold what was wished and nothing else; where it does not, nothing is changed.
"""

from __future__ import annotations

import copy
import datetime
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from checker.base.faults import Fault, Place, Refused
from checker.base.loader import Document, parse, read_bytes
from checker.base.save import save, sweep
from checker.records.plain_yaml import clean, drafters_lines, field, written

Where = tuple[str, int]
"""The list an item stands in, and its number there."""
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_NO_CONTENT = re.compile(r"\s*(#.*)?$")
_AFTER = re.compile(r"\s+#.*$")
_FIRST = ("id", "status", "candidate", "rejected", "reason")
"""Fields that stand at the head of an item, in this order; others are added at its end."""


def amend(document: Document, where: Where, fields: Mapping[str, Any], *, settled: bool = False) -> bytes:
    """Return the file with fields of one item changed; a field given as None is taken out.

    Args:
        document: the record as it was read.
        where: the item.
        fields: new values: text, true, or a list of texts.
        settled: whether the drafter's comment above the item goes too.

    Raises:
        Refused: where the item is not written one field a line, so that its lines cannot be told apart.
    """
    lines = _Lines(document, where)
    for name, value in fields.items():
        lines.put(name, value)
    if settled:
        lines.drop_comment()
    raw = lines.raw()
    _hold_against(document, where, fields, raw)
    return raw


def amend_head(document: Document, name: str, value: str | datetime.date) -> bytes:
    """Return the file with one plain field of the record itself changed ("coder: A")."""
    mark = document.marks.key((name,))
    lines = _LINE.findall(document.raw.decode("utf-8"))
    was = lines[mark.line - 1].rstrip("\r\n")
    ending = lines[mark.line - 1][len(was) :]
    lines[mark.line - 1] = f"{name}: {written(value)}{_comment_of(was)}{ending}"
    raw = "".join(lines).encode()
    if parse(raw, document.path).data != {**document.data, name: str(value)}:
        raise _not_by_lines(document, mark)
    return raw


def save_unless_changed(path: Path, before: Document, raw: bytes) -> Document:
    """Save the file and return it as read again, unless somebody else changed it since it was read.

    Raises:
        Refused: where it is no longer what was read; it is then left as it is.
    """
    if _bytes_of(path, before.path) != before.raw:
        what = "somebody else changed or moved this file meanwhile; it was left as it is, without this answer."
        todo = "Run the command again: it starts from what is there now."
        raise Refused([Fault(before.path, Place(), "CHANGED", what, todo)])
    sweep(path.parent)
    save(path, raw)
    return parse(raw, before.path)


def _bytes_of(path: Path, name: str) -> bytes | None:
    """Return what a file holds, be it a record or not; None where it is gone, or no file any more."""
    try:
        return read_bytes(path, name)
    except Refused:
        return None


class _Lines:
    """The lines of a file, and those of one item in it."""

    def __init__(self, document: Document, where: Where) -> None:
        self.document = document
        self.where = where
        self.lines: list[str] = _LINE.findall(document.raw.decode("utf-8"))
        marks = document.marks
        keys = list(document.data[where[0]][where[1]])
        self.starts = {key: marks.keys[(*where, key)] for key in keys}
        self.order = keys
        self.indent = min(place.column for place in self.starts.values()) - 1
        self.end = self._end()
        self.changes: list[tuple[int, int, list[str]]] = []
        self._check()

    def _end(self) -> int:
        """Return the number of the line after the item: its last with anything on it."""
        name, index = self.where
        marks, data = self.document.marks, self.document.data
        after = [marks.of((name, index + 1)).line] if index + 1 < len(data[name]) else []
        last = max(place.line for place in self.starts.values())
        after += [marks.key((key,)).line for key in data if marks.key((key,)).line > last]
        return self._trimmed(last - 1, min(after, default=len(self.lines) + 1) - 1)

    def _trimmed(self, start: int, end: int) -> int:
        """Return the end without lines that hold nothing, or only a comment or the dash of what follows."""
        while end > start + 1 and (_NO_CONTENT.match(self.lines[end - 1]) or self.lines[end - 1].strip() == "-"):
            end -= 1
        return end

    def _check(self) -> None:
        for place in self.starts.values():
            before = self.lines[place.line - 1][: place.column - 1]
            if before.strip("\ufeff -") or place.column != self.indent + 1:
                raise _not_by_lines(self.document, place)

    def put(self, name: str, value: Any) -> None:
        """Change, add or take out a field."""
        if name not in self.starts:
            if value is not None:
                self._add(name, value)
        elif value is None:
            self._take_out(name)
        else:
            self._replace(name, value)

    def _span(self, name: str) -> tuple[int, int]:
        start = self.starts[name].line - 1
        later = [place.line - 1 for place in self.starts.values() if place.line - 1 > start]
        return start, self._trimmed(start, min(later, default=self.end))

    def _replace(self, name: str, value: Any) -> None:
        start, end = self._span(name)
        head = self.lines[start][: self.indent]
        kept = _comment_of(self.lines[start].rstrip("\r\n")) if end == start + 1 else ""
        self.changes.append((start, end, [f"{head}{field(name, value)}{kept}{self._ending(start)}"]))

    def _add(self, name: str, value: Any) -> None:
        rank = _FIRST.index(name) if name in _FIRST else len(_FIRST)
        earlier = [key for key in self.order if name not in _FIRST or (key in _FIRST and _FIRST.index(key) < rank)]
        at = self._span(earlier[-1])[1] if earlier else self._span(self.order[0])[1]
        if not self.lines[at - 1].endswith(("\r", "\n")):
            self.lines[at - 1] += "\n"
        self.changes.append((at, at, [f"{' ' * self.indent}{field(name, value)}{self._ending(at - 1)}"]))

    def _take_out(self, name: str) -> None:
        start, end = self._span(name)
        head = self.lines[start][: self.indent]
        if head.strip():  # it stands behind the dash, which the next line takes over
            self.lines[end] = head + self.lines[end][self.indent :]
        self.changes.append((start, end, []))

    def drop_comment(self) -> None:
        """Take out the drafter's own comment above the item."""
        start, end = drafters_lines(self.lines, min(place.line for place in self.starts.values()) - 1)
        self.changes.append((start, end, []))

    def _ending(self, number: int) -> str:
        line = self.lines[number]
        return line[len(line.rstrip("\r\n")) :] or "\n"

    def raw(self) -> bytes:
        """Return the file with the changes made, from the last line upwards, of one place the last first."""
        lines = list(self.lines)
        for start, end, new in sorted(self.changes, key=lambda change: change[0])[::-1]:
            lines[start:end] = new
        return "".join(lines).encode()


def _comment_of(line: str) -> str:
    """Return a person's comment behind a value; nothing where it might be part of the value."""
    comment = _AFTER.search(line)
    return comment.group() if comment and '"' not in comment.group() and "'" not in comment.group() else ""


def _hold_against(document: Document, where: Where, fields: Mapping[str, Any], raw: bytes) -> None:
    """Refuse where the new bytes hold anything but the old data with these fields changed."""
    name, index = where
    wished = copy.deepcopy(document.data)
    item = wished[name][index]
    for key, value in fields.items():
        item.pop(key, None)
        if value is not None:
            item[key] = _as_read(value)
    if parse(raw, document.path).data != wished:
        raise _not_by_lines(document, document.marks.of(where))


def _as_read(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {key: _as_read(part) for key, part in value.items()}
    return [str(part) for part in value] if isinstance(value, Sequence) else str(value).lower()


def _not_by_lines(document: Document, place: Place) -> Refused:
    what = "this item is not written one field a line, so it cannot be changed without touching others."
    return Refused(
        [Fault(document.path, place, "LAYOUT", what, "Write each field on a line of its own, or edit it by hand.")]
    )
