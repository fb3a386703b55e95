"""Read a YAML record as the text that was written.

Records are data, not programs: every scalar stays text (`3.10` is "3.10", `no` is "no"),
and whatever YAML offers beyond mappings, lists and scalars is refused. The file is walked
once, fast, without positions; only where something is odd it is walked again, slowly, so
that every fault can be named with its line and column.
"""

from __future__ import annotations

import errno
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from checker.base.characters import character_fault, check_characters, hostile_in
from checker.base.faults import NOWHERE, Fault, MachineTrouble, Place, Refused, shortened

MAX_BYTES = 16_000_000
MAX_DEPTH = 32
MAX_VALUES = 500_000
"""Enough for 10,000 claims; a file of nothing but faults stays within seconds and memory."""

Path_ = tuple[str | int, ...]
_Parser: Any = getattr(getattr(yaml, "cyaml", None), "CParser", None)
HAS_LIBYAML = _Parser is not None
"""Whether PyYAML came with libyaml; without it reading is right, and some ten times slower."""

_MALFORMED = (yaml.YAMLError, ValueError, OverflowError)  # the last two of an escape, without libyaml
_SORTS = {stat.S_IFDIR: "a folder", stat.S_IFIFO: "a pipe", stat.S_IFCHR: "a device", stat.S_IFBLK: "a device"}
_BEFORE_ITEMS = (b",", b"[", b"- ")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True)
class Document:
    """One file as it was read: its bytes and its data, all scalars text or None."""

    path: str
    raw: bytes = field(repr=False)
    data: Any = field(repr=False)

    @cached_property
    def marks(self) -> Marks:
        """Line and column of every value and key; costs a second, slower walk."""
        return _Careful(self.path, self.raw).walk()[1]


@dataclass(frozen=True)
class Marks:
    """Places of values and of the keys before them, by path from the root."""

    values: dict[Path_, Place]
    keys: dict[Path_, Place]

    def of(self, path: Path_) -> Place:
        """Return the place of the value at the path, or of the nearest thing that holds it."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, NOWHERE)

    def key(self, path: Path_) -> Place:
        """Return the place of the key that stands before the value at the path."""
        return self.keys.get(path) or self.of(path)


def load(path: Path, shown: str | None = None) -> Document:
    """Read one YAML file.

    Args:
        path: a regular file of at most 16 MB.
        shown: the name to use in messages; the path itself where not given.

    Raises:
        Refused: with every fault found, each with line and column.
        MachineTrouble: where the file cannot be opened.
    """
    name = shown if shown is not None else path.as_posix()
    if hostile_in(name) or "\n" in name:
        what = "the name of this file holds characters that cannot be shown; not opened."
        raise Refused([Fault(name, NOWHERE, "FILE-NAME", what, "Rename it: letters, digits, hyphens.")])
    return parse(read_bytes(path, name), name)


def read_bytes(path: Path, name: str, limit: int = MAX_BYTES) -> bytes:
    """Return the bytes of a regular file; never opens pipes, devices or folders."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            what = f"this is {_SORTS.get(stat.S_IFMT(about.st_mode), 'not a regular file')}; not opened."
            raise Refused([Fault(name, NOWHERE, "NOT-A-FILE", what, "Name a file.")])
        if about.st_size > limit:
            what = f"{about.st_size:,} bytes, limit {limit:,}."
            raise Refused([Fault(name, NOWHERE, "TOO-LONG", what, "Split the file.")])
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, name, error) from error


def _unreadable(path: Path, name: str, error: OSError) -> Exception:
    """Return what to raise: Refused where the path is at fault, MachineTrouble where rights or the disk are."""
    if error.errno == errno.ELOOP or (error.errno == errno.ENOENT and path.is_symlink()):
        return Refused([Fault(name, NOWHERE, "LINK", "a link that loops or leads nowhere.", "Put the file here.")])
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG):
        return Refused([Fault(name, NOWHERE, "NOT-A-FILE", "there is no such file.", "Name a file.")])
    return MachineTrouble(f"{name}: NO-ACCESS: cannot be read ({error.strerror}). Ask its owner, or try again.")


def parse(raw: bytes, name: str) -> Document:
    """Parse the bytes of a record; `name` is used in messages.

    Raises:
        Refused: with every fault found.
    """
    check_characters(raw, name)
    values = max(raw.count(b"\n"), raw.count(b"\r")) + sum(map(raw.count, _BEFORE_ITEMS))
    if values > MAX_VALUES:
        what = f"about {values:,} lines and list items, limit {MAX_VALUES:,}."
        raise Refused([Fault(name, NOWHERE, "TOO-LONG", what, "Split the file.")])
    try:
        data = _fast(raw)
    except (_Odd, *_MALFORMED):
        data, _ = _Careful(name, raw).walk()
    return Document(name, raw, data)


class _Odd(Exception):
    """The fast walk met something to look at again."""


def _fast(raw: bytes) -> Any:
    """Return the data of a plain record, or raise _Odd at the first thing out of the ordinary."""
    if b"\\" in raw or b"\t" in raw:  # escapes can write characters that the bytes do not show
        raise _Odd
    get = _new_parser(raw).get_event
    if type(get()) is not StreamStartEvent or type(get()) is not DocumentStartEvent:
        raise _Odd
    root_event = get()
    if type(root_event) is not MappingStartEvent or root_event.anchor or root_event.tag:
        raise _Odd
    root: dict[str, Any] = {}
    here: Any = root
    key: str | None = None
    stack: list[tuple[Any, str | None]] = []
    while True:
        event = get()
        kind = type(event)
        if kind is ScalarEvent:
            value = event.value
            if event.anchor or event.tag or not value or (value in _NULLS and not event.style):
                raise _Odd
            if type(here) is list:
                here.append(value)
            elif key is None:
                key = value
                if key in here or key == "<<":
                    raise _Odd
            else:
                here[key] = value
                key = None
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if event.anchor or event.tag or len(stack) >= MAX_DEPTH - 1:
                raise _Odd
            inner: Any = {} if kind is MappingStartEvent else []
            if type(here) is list:
                here.append(inner)
            elif key is None:
                raise _Odd
            else:
                here[key] = inner
            stack.append((here, key))
            here, key = inner, None
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            if not stack:
                break
            here = stack.pop()[0]
            key = None
        else:
            raise _Odd
    if type(get()) is not DocumentEndEvent or type(get()) is not StreamEndEvent:
        raise _Odd
    return root


def _new_parser(raw: bytes) -> Any:
    if _Parser is not None:
        return _Parser(raw)
    return yaml.SafeLoader(raw.decode("utf-8-sig"))


class _Careful:
    """The slow walk: keeps the place of everything and gathers every fault."""

    def __init__(self, name: str, raw: bytes) -> None:
        self.name = name
        self.raw = raw
        self.faults: list[Fault] = []
        self.marks = Marks({}, {})

    def walk(self) -> tuple[Any, Marks]:
        """Return the data and its marks, or raise Refused with all faults."""
        root: Any = None
        documents = 0
        try:
            for event in self._events():
                if isinstance(event, DocumentStartEvent):
                    documents += 1
                    if documents > 1:
                        self._fault(event, "TWO-DOCS", "a second document starts here.", "Put it in a file of its own.")
                        break
                elif documents and not isinstance(event, DocumentEndEvent | StreamEndEvent):
                    root = self._node(event, ())
        except _MALFORMED as error:
            self.faults.append(_syntax_fault(self.name, error))
        except _Odd:
            pass
        if not self.faults:
            self._check_root(root, documents)
        if self.faults:
            raise Refused(self.faults)
        return root, self.marks

    def _check_root(self, root: Any, documents: int) -> None:
        hint = "A record is a mapping; see CONTRIBUTING.md for one."
        if not documents:
            self.faults.append(Fault(self.name, NOWHERE, "EMPTY-FILE", "nothing but comments or space.", hint))
        elif not isinstance(root, dict):
            held = "a list" if isinstance(root, list) else "null" if root in _NULLS else "one text"
            self.faults.append(Fault(self.name, Place(1, 1), "NOT-A-RECORD", f"holds {held}.", hint))

    def _events(self) -> Iterator[Any]:
        self._parser = _new_parser(self.raw)
        while True:
            event = self._parser.get_event()
            if isinstance(event, StreamEndEvent):
                return
            if not isinstance(event, StreamStartEvent):
                yield event

    def _fault(self, event: Any, code: str, what: str, todo: str = "") -> None:
        self.faults.append(Fault(self.name, _place(event), code, what, todo))

    def _node(self, event: Any, path: Path_) -> Any:
        self.marks.values[path] = _place(event)
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            what = f"anchors and aliases (&{event.anchor}) are not allowed."
            self._fault(event, "ALIAS", what, "Write the value out.")
        if getattr(event, "tag", None):
            self._fault(event, "TAG", f"tags ({event.tag}) are not allowed; nothing was run.", "Delete the tag.")
        if isinstance(event, ScalarEvent):
            return self._scalar(event, path)
        if isinstance(event, AliasEvent):
            return None
        if len(path) >= MAX_DEPTH:
            self._fault(event, "TOO-DEEP", f"nesting over {MAX_DEPTH}.", "Records need four levels.")
            raise _Odd
        return self._mapping(path) if isinstance(event, MappingStartEvent) else self._list(path)

    def _scalar(self, event: Any, path: Path_) -> str | None:
        value: str = event.value
        if path and not event.style and value in _NULLS:
            name = f"item {path[-1] + 1}" if isinstance(path[-1], int) else shortened(path[-1])
            self._fault(event, "NULL-VALUE", f"{name} has no value.", "Write one, or leave the line out.")
            return None
        self._check_escapes(event)
        return value

    def _check_escapes(self, event: Any) -> None:
        """Refuse what only an escape can write: the bytes themselves were checked before."""
        hostile = hostile_in(event.value)
        if hostile:
            self.faults.append(character_fault(self.name, _place(event), hostile))

    def _mapping(self, path: Path_) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while not isinstance(event := self._parser.get_event(), MappingEndEvent):
            key = self._key(event)
            where = (*path, key)
            if key in result:
                first = self.marks.keys[where].line
                what = f'the key "{shortened(key)}" is given twice here (first on line {first}).'
                self._fault(event, "DUP-KEY", what, "Keep one.")
            else:
                self.marks.keys[where] = _place(event)
            result[key] = self._node(self._parser.get_event(), where)
        return result

    def _key(self, event: Any) -> str:
        if not isinstance(event, ScalarEvent):
            self._fault(event, "WRONG-TYPE", "a field name must be a plain word.")
            raise _Odd
        if event.value == "<<" and not event.style:
            self._fault(event, "MERGE-KEY", "merge keys (<<) are not allowed.", "Write the fields out.")
        elif event.anchor or event.tag:
            self._fault(event, "ALIAS" if event.anchor else "TAG", "a field name must be a plain word.")
        self._check_escapes(event)
        return str(event.value)

    def _list(self, path: Path_) -> list[Any]:
        result: list[Any] = []
        while not isinstance(event := self._parser.get_event(), SequenceEndEvent):
            result.append(self._node(event, (*path, len(result))))
        return result


def _place(event: Any) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1)


def _syntax_fault(name: str, error: Exception) -> Fault:
    mark = getattr(error, "problem_mark", None)
    place = Place(mark.line + 1, mark.column + 1) if mark else NOWHERE
    problem = str(getattr(error, "problem", None) or error).splitlines()[0]
    if "mapping values are not allowed" in problem:
        todo = 'Put a value that holds ": " in quotes.'
        return Fault(name, place, "COLON", "a colon and a space inside a value.", todo)
    if "Unicode character escape" in problem or not isinstance(error, yaml.YAMLError):
        what = "an escape that is no character, or half of one."
        return Fault(name, place, "CONTROL-CHAR", what, "Write the character itself.")
    if "cannot start any token" in problem:
        todo = "Put the value in quotes; indent with spaces."
        return Fault(name, place, "SYNTAX", "this character cannot start a value.", todo)
    opened = getattr(error, "context_mark", None)
    if "unexpected end of stream" in problem and "quoted scalar" in str(getattr(error, "context", "")) and opened:
        place = Place(opened.line + 1, opened.column + 1)
        return Fault(name, place, "SYNTAX", "a quotation mark is opened here and is not closed.", "Close it.")
    todo = "Look at the indent and the quotes on this line and the one before."
    return Fault(name, place, "SYNTAX", f"{problem}.", todo)
