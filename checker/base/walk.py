"""Walk a record's YAML events, fast without places, or carefully with the place of everything and every fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
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

from checker.base.characters import character_fault, hostile_in
from checker.base.faults import NOWHERE, Fault, Place, Refused, shortened
from checker.base.syntax import syntax_fault

MAX_DEPTH = 32

Path_ = tuple[str | int, ...]
_Parser: Any = getattr(getattr(yaml, "cyaml", None), "CParser", None)  # without libyaml some ten times slower
MALFORMED = (yaml.YAMLError, ValueError, OverflowError)  # the last two of an escape, without libyaml
NULLS = frozenset({"", "~", "null", "Null", "NULL"})


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


class Odd(Exception):
    """The fast walk met something to look at again."""


def fast(raw: bytes) -> dict[str, Any]:
    """Return the data of a record in order, or raise Odd at the first thing out of the ordinary."""
    get = _new_parser(raw).get_event
    for expected in (StreamStartEvent, DocumentStartEvent, MappingStartEvent):
        event = get()
        if type(event) is not expected:
            raise Odd
    root = _fast_mapping(event, get, MAX_DEPTH)
    if type(get()) is not DocumentEndEvent or type(get()) is not StreamEndEvent:
        raise Odd
    return root


def _fast_mapping(start: Any, get: Callable[[], Any], depth: int) -> dict[str, Any]:
    if start.anchor or start.tag or not depth:
        raise Odd
    result: dict[str, Any] = {}
    while type(event := get()) is ScalarEvent:
        key = event.value
        if event.anchor or event.tag or not key or key in result or key == "<<" or (key in NULLS and not event.style):
            raise Odd
        result[key] = _fast_value(get(), get, depth)
    if type(event) is not MappingEndEvent:
        raise Odd
    return result


def _fast_list(start: Any, get: Callable[[], Any], depth: int) -> list[Any]:
    if start.anchor or start.tag or not depth:
        raise Odd
    result: list[Any] = []
    while type(event := get()) is not SequenceEndEvent:
        result.append(_fast_value(event, get, depth))
    return result


def _fast_value(event: Any, get: Callable[[], Any], depth: int) -> Any:
    if type(event) is ScalarEvent:
        if event.anchor or event.tag or not event.value or (event.value in NULLS and not event.style):
            raise Odd
        return event.value
    if type(event) is MappingStartEvent:
        return _fast_mapping(event, get, depth - 1)
    if type(event) is SequenceStartEvent:
        return _fast_list(event, get, depth - 1)
    raise Odd


def _new_parser(raw: bytes) -> Any:
    if _Parser is not None:
        return _Parser(raw)
    return yaml.SafeLoader(raw.decode("utf-8-sig"))


class Careful:
    """The slow walk: keeps the place of everything and gathers every fault."""

    def __init__(self, name: str, raw: bytes) -> None:
        self.name = name
        self.raw = raw
        self.faults: list[Fault] = []
        self.marks = Marks({}, {})
        self._last: ScalarEvent | None = None

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
        except MALFORMED as error:
            self.faults.append(syntax_fault(self.name, error, self.raw, self._last))
        except Odd:
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
            held = "a list" if isinstance(root, list) else "null" if root in NULLS else "one text"
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
            raise Odd
        return self._mapping(path) if isinstance(event, MappingStartEvent) else self._list(path)

    def _scalar(self, event: Any, path: Path_) -> str | None:
        value: str = event.value
        self._last = event
        if path and not event.style and value in NULLS:
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
            raise Odd
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
