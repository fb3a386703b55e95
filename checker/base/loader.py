"""Read a YAML record as the text that was written.

Records are data, not programs: every scalar stays text (`3.10` is "3.10", `no` is "no"),
and whatever YAML offers beyond mappings, lists and scalars is refused. The file is walked
once, fast, without positions; only where something is odd it is walked again, slowly, so
that every fault can be named with its line and column.
"""

from __future__ import annotations

import re
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

from checker.base.faults import NOWHERE, Fault, MachineTrouble, Place, Refused

MAX_BYTES = 16_000_000
MAX_DEPTH = 32

Path_ = tuple[str | int, ...]
_Parser: Any = getattr(getattr(yaml, "cyaml", None), "CParser", None)
HAS_LIBYAML = _Parser is not None
"""Whether PyYAML came with libyaml; without it reading is right, and some ten times slower."""

_CONTROL = bytes(sorted({*range(0x20), 0x7F} - {0x09, 0x0A, 0x0D}))
_HOSTILE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\ufffe\uffff]"
)
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_HIDDEN = re.compile("[\u200b\u2060-\u2064\ufeff\ufff9-\ufffb]")
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
    return parse(read_bytes(path, name), name)


def read_bytes(path: Path, name: str, limit: int = MAX_BYTES) -> bytes:
    """Return the bytes of a regular file; never opens pipes, devices or folders."""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            kind = "a folder" if stat.S_ISDIR(mode) else "not a regular file"
            raise Refused([Fault(name, NOWHERE, "NOT-A-FILE", f"this is {kind}; not opened.", "Name a file.")])
        data = path.read_bytes()
    except PermissionError as error:
        raise MachineTrouble(f"{name}: NO-ACCESS: cannot be read ({error.strerror}).") from error
    except OSError as error:
        link = "LINK: a link that loops or leads nowhere" if path.is_symlink() else f"cannot be read ({error.strerror})"
        raise Refused([Fault(name, NOWHERE, "LINK" if path.is_symlink() else "NOT-A-FILE", f"{link}.")]) from error
    if len(data) > limit:
        raise Refused([Fault(name, NOWHERE, "TOO-LONG", f"{len(data):,} bytes, limit {limit:,}.", "Split the file.")])
    return data


def parse(raw: bytes, name: str) -> Document:
    """Parse the bytes of a record; `name` is used in messages.

    Raises:
        Refused: with every fault found.
    """
    check_characters(raw, name)
    try:
        data = _fast(raw)
    except (_Odd, yaml.YAMLError):
        data, _ = _Careful(name, raw).walk()
    return Document(name, raw, data)


def check_characters(raw: bytes, name: str) -> None:
    """Refuse bytes that are not UTF-8 and characters that hide, reorder or command."""
    if raw.isascii() and len(raw.translate(None, _CONTROL)) == len(raw):
        return
    faults = list(_encoding_faults(raw, name)) or list(_character_faults(raw.decode("utf-8-sig"), name))
    if faults:
        raise Refused(faults)


def _encoding_faults(raw: bytes, name: str) -> Iterator[Fault]:
    wide = _wide_encoding(raw)
    if wide:
        yield Fault(
            name, NOWHERE, "ENCODING", f"this file is {wide}.", "Save it as UTF-8 (Notepad: Save As, Encoding)."
        )
        return
    at = 0
    while True:
        try:
            raw[at:].decode("utf-8")
            return
        except UnicodeDecodeError as error:
            offset = at + error.start
            start = raw.rfind(b"\n", 0, offset) + 1
            place = Place(raw.count(b"\n", 0, offset) + 1, len(raw[start:offset].decode("utf-8", "replace")) + 1)
            guess = " It looks like Windows-1252 (a pound sign)." if raw[offset] == 0xA3 else ""
            what = f"byte 0x{raw[offset]:02X} at offset {offset} is not UTF-8.{guess}"
            yield Fault(name, place, "ENCODING", what, "Save the file as UTF-8.")
            at = offset + 1


def _wide_encoding(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "UTF-32"
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    if len(raw) >= 4 and raw[:200].count(0) * 3 > len(raw[:200]):
        return "UTF-16 without a mark, by the look of it"
    return ""


def _character_faults(text: str, name: str) -> Iterator[Fault]:
    for match in _HOSTILE.finditer(text):
        start = max(text.rfind("\n", 0, match.start()), text.rfind("\r", 0, match.start())) + 1
        lines = len(re.findall(r"\r\n|\r|\n", text[: match.start()]))
        yield _character_fault(name, Place(lines + 1, match.start() - start + 1), match.group())


def _character_fault(name: str, place: Place, character: str) -> Fault:
    code = f"U+{ord(character):04X}"
    if _BIDI.match(character):
        return Fault(name, place, "BIDI-CHAR", f"{code} makes text read otherwise than it is stored.", "Delete it.")
    if _HIDDEN.match(character):
        return Fault(name, place, "HIDDEN-CHAR", f"{code} cannot be seen.", "Delete it.")
    return Fault(name, place, "CONTROL-CHAR", f"{code} is a control character.", "Delete it.")


class _Odd(Exception):
    """The fast walk met something to look at again."""


def _fast(raw: bytes) -> Any:
    """Return the data of a plain record, or raise _Odd at the first thing out of the ordinary."""
    if b"\\" in raw or b"\t" in raw:  # escapes can write characters that the bytes do not show
        raise _Odd
    get = _new_parser(raw).get_event
    if type(get()) is not StreamStartEvent or type(get()) is not DocumentStartEvent:
        raise _Odd
    if type(get()) is not MappingStartEvent:
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
        except yaml.YAMLError as error:
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
            field_ = str(path[-1]) if path else "this"
            self._fault(event, "NULL-VALUE", f"{field_} has no value.", "Write one, or leave the line out.")
            return None
        hostile = _HOSTILE.search(value) or re.search(r"[\t\r]", value)
        if hostile:
            self.faults.append(_character_fault(self.name, _place(event), hostile.group()))
        elif value != value.lstrip():
            self._fault(event, "CONTROL-CHAR", "the value starts with white space.", "Delete it.")
        return value

    def _mapping(self, path: Path_) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while not isinstance(event := self._parser.get_event(), MappingEndEvent):
            key = self._key(event)
            where = (*path, key)
            if key in result:
                first = self.marks.keys[where].line
                self._fault(
                    event, "DUP-KEY", f'the key "{key}" is given twice here (first on line {first}).', "Keep one."
                )
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
        return str(event.value)

    def _list(self, path: Path_) -> list[Any]:
        result: list[Any] = []
        while not isinstance(event := self._parser.get_event(), SequenceEndEvent):
            result.append(self._node(event, (*path, len(result))))
        return result


def _place(event: Any) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1)


def _syntax_fault(name: str, error: yaml.YAMLError) -> Fault:
    mark = getattr(error, "problem_mark", None)
    place = Place(mark.line + 1, mark.column + 1) if mark else NOWHERE
    problem = str(getattr(error, "problem", None) or error).splitlines()[0]
    if "mapping values are not allowed" in problem:
        todo = 'Put a value that holds ": " in quotes.'
        return Fault(name, place, "COLON", "a colon and a space inside a value.", todo)
    if "Unicode character escape" in problem:
        return Fault(name, place, "CONTROL-CHAR", "an escape that is half a character.", "Delete it.")
    if "cannot start any token" in problem:
        return Fault(
            name,
            place,
            "SYNTAX",
            "this character cannot start a value.",
            "Put the value in quotes; indent with spaces.",
        )
    return Fault(
        name, place, "SYNTAX", f"{problem}.", "Look at the indent and the quotes on this line and the one before."
    )
