"""What a reader found, as JSON on the way from the process that met the file to the one that did not.

Nothing is ever unpickled: a process that parsed a hostile file may itself have become hostile,
so every value is looked at before it is believed.
"""

from __future__ import annotations

import json
from typing import Any, get_args

from checker.base.faults import Fault, Place, Refused
from checker.model.document import Aside, AsideKind, Document, FileKind, Told
from checker.model.paragraph import Paragraph, Part

_PARTS, _KINDS, _ASIDES = (frozenset(get_args(names)) for names in (Part, FileKind, AsideKind))


class Garbled(Exception):
    """What came is not what a reader of ours sends."""


def pack(document: Document) -> bytes:
    """Return a document as bytes."""
    paragraphs = [
        (p.ordinal, p.number, p.text, p.page, p.last_page, p.part, p.level, p.printed, p.cell, p.origin)
        for p in document.paragraphs
    ]
    told = [(t.code, t.what, t.page) for t in document.told]
    asides = [(a.kind, a.text, a.ordinal) for a in document.asides]
    return _bytes(
        {
            "kind": document.kind,
            "paragraphs": paragraphs,
            "pages": document.pages,
            "title": document.title,
            "told": told,
            "asides": asides,
        }
    )


def pack_refused(refused: Refused) -> bytes:
    """Return the faults of a refusal as bytes."""
    faults = [(f.path, *f.place, f.code, f.what, f.todo, f.warning) for f in refused.faults]
    return _bytes({"faults": faults})


def pack_stopped(why: str, where: str = "") -> bytes:
    """Return as bytes that a reader could not go on, and where in our code."""
    return _bytes({"stopped": why, "where": where})


def _bytes(data: dict[str, Any]) -> bytes:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    try:
        return text.encode()
    except UnicodeEncodeError:  # halves of characters, as a broken file may hold them
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


class Stopped(Exception):
    """A reader could not go on: memory, depth, or something it does not know."""

    def __init__(self, why: str, where: str) -> None:
        self.why, self.where = why, where
        super().__init__(why)


def unpack(raw: bytes) -> Document:
    """Return the document in the bytes.

    Raises:
        Refused: with the faults that came instead.
        Stopped: where the reader could not go on.
        Garbled: where the bytes are something else.
    """
    try:
        data = json.loads(raw)
        if "faults" in data:
            raise Refused([_fault(values) for values in data["faults"]])
        if "stopped" in data:
            raise Stopped(_text(data["stopped"]), _text(data["where"]))
        return Document(
            kind=_one_of(data["kind"], _KINDS),
            paragraphs=tuple(_paragraph(values) for values in data["paragraphs"]),
            pages=_number(data["pages"]),
            title=_text(data["title"]),
            told=tuple(Told(_text(code), _text(what), _number(page)) for code, what, page in data["told"]),
            asides=tuple(
                Aside(_one_of(kind, _ASIDES), _text(text), _number(ordinal)) for kind, text, ordinal in data["asides"]
            ),
        )
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise Garbled(type(error).__name__) from None


def _paragraph(values: list[Any]) -> Paragraph:
    ordinal, number, text, page, last_page, part, level, printed, cell, origin = values
    return Paragraph(
        _number(ordinal),
        _text(number),
        _text(text),
        _number(page),
        _number(last_page),
        _one_of(part, _PARTS),
        _number(level),
        _text(printed),
        _cell(cell),
        _text(origin),
    )


def _cell(values: Any) -> tuple[int, int, int] | None:
    if values is None:
        return None
    table, row, column = values
    return _number(table), _number(row), _number(column)


def _fault(values: list[Any]) -> Fault:
    path, line, column, code, what, todo, warning = values
    place = Place(_number(line), _number(column))
    return Fault(_text(path), place, _text(code), _text(what), _text(todo), warning is True)


def _text(value: Any) -> str:
    if type(value) is not str:
        raise TypeError
    return value


def _number(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise TypeError
    return value


def _one_of(value: Any, allowed: frozenset[Any]) -> Any:
    if value not in allowed:
        raise ValueError
    return value
