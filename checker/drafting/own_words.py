"""A council's own words, added to the project's lists for as long as a paper is drafted.

The lists of kinds, promises, evidence and certainty are asked for in many places, deep down; which
council's words are in force is therefore kept beside them and not handed from one to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, TypeVar

from checker.base.faults import Fault
from checker.base.loader import Document, load

OWN = Path(__file__).with_name("lexicons")
PARTS = {"kinds": "kinds", "promises": "commitments", "evidence": "evidence", "certainty": "certainty"}
"""The parts of a council's file, and the project's file whose lists each adds to."""
_MOST = 20_000
_ADDED: ContextVar[tuple[Path, ...]] = ContextVar("a council's own words", default=())
Made = TypeVar("Made")


@contextmanager
def adding(files: Sequence[Path]) -> Iterator[None]:
    """Put the words of some files in force, to the end of the block."""
    token = _ADDED.set(tuple(files))
    try:
        yield
    finally:
        _ADDED.reset(token)


def in_force(make: Callable[..., Made]) -> Callable[..., Made]:
    """Keep what a function makes of its arguments, for each council's words apart."""

    @lru_cache(maxsize=_MOST)
    def kept(_: tuple[Path, ...], *given: Any) -> Made:
        return make(*given)

    @wraps(make)
    def made(*given: Any) -> Made:
        return kept(_ADDED.get(), *given)

    return made


def read(name: str) -> Mapping[str, Any]:
    """Return the lists of one of the project's files, the words in force at their ends."""
    lists: Mapping[str, Any] = load(OWN / f"{name}.yaml").data
    for part in (part for part, file in PARTS.items() if file == name):
        for path in _ADDED.get():
            lists = _longer(lists, load(path).data.get(part, {}))
    return lists


def _longer(lists: Any, more: Any) -> Any:
    if isinstance(lists, Mapping):
        return {name: _longer(held, more[name]) if name in more else held for name, held in lists.items()}
    return [*lists, *more]


def faults(document: Document) -> Iterator[Fault]:
    """Yield what of a council's file adds to no list of the project, or is no list."""
    for part, file in PARTS.items():
        if part in document.data:
            yield from _faults(document, (part,), document.data[part], load(OWN / f"{file}.yaml").data)


def _faults(document: Document, path: tuple[str, ...], given: Any, known: Any) -> Iterator[Fault]:
    place, where = document.marks.key(path), " ".join(path)
    if not isinstance(known, Mapping):
        if not isinstance(given, list) or not all(isinstance(one, str) and one.strip(" .*") for one in given):
            yield Fault(document.path, place, "SHAPE", f"{where} is not a list of words.", "Write its words as a list.")
    elif not isinstance(given, Mapping):
        todo = f"Write one of them, then its words as a list: {', '.join(known)}."
        yield Fault(document.path, place, "SHAPE", f"{where} is not a mapping of lists.", todo)
    else:
        for name, held in given.items():
            if name in known:
                yield from _faults(document, (*path, name), held, known[name])
            else:
                what = f"there is no list {name} among {where}."
                todo = f"One of: {', '.join(known)}."
                yield Fault(document.path, document.marks.key((*path, name)), "UNKNOWN-CLASS", what, todo)
