"""Make a model of a document that was loaded, or say everything that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from checker.base.faults import Fault, Refused, nearest, shortened
from checker.base.loader import Document
from checker.model.fields import PATTERN_FAULTS, PLACE

M = TypeVar("M", bound=BaseModel)

_LATER = re.compile(r"[2-9]|[1-9][0-9]+")
_KINDS: dict[type, str] = {dict: "a mapping", list: "a list", str: "text"}


def build(model: type[M], document: Document) -> M:
    """Return the document as the model.

    Raises:
        Refused: with every fault, each with line and column.
    """
    version = document.data.get("schema_version") if isinstance(document.data, dict) else None
    if isinstance(version, str) and _LATER.fullmatch(version):
        place = document.marks.of(("schema_version",))
        what = f"version {shortened(version)}; this release reads 1."
        raise Refused([Fault(document.path, place, "TOO-NEW", what, "Upgrade; the file was not touched.")])
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        raise Refused(_fault(model, document, dict(item)) for item in _worth_saying(error)) from None


def _worth_saying(error: ValidationError) -> list[Any]:
    """Leave out what only follows from another fault: a list 'too short' because its items were refused."""
    items = error.errors(include_url=False)
    deeper = {tuple(item["loc"][:-1]) for item in items}
    return [i for i in items if not (i["type"] == "too_short" and i["input"] and tuple(i["loc"]) in deeper)]


def _fault(model: type[BaseModel], document: Document, error: dict[str, Any]) -> Fault:
    path = _path(document.data, error["loc"])
    value, kind, context = error["input"], str(error["type"]), error.get("ctx", {})
    name = _name(path)
    marks = document.marks
    if kind == "missing":
        what = f"{name} has no {error['loc'][-1]}."
        return Fault(document.path, marks.of(path), "MISSING-FIELD", what, "Add it.")
    if kind == "extra_forbidden":
        todo = nearest(name, _fields(model, path))
        return Fault(document.path, marks.key(path), "UNKNOWN-FIELD", f'"{name}" is not a field here.', todo)
    place = marks.of(path)
    if kind == "literal_error":
        allowed = [word.strip("' ") for word in context["expected"].replace(" or ", ", ").split(", ")]
        if not isinstance(value, str):
            return Fault(
                document.path,
                place,
                "WRONG-TYPE",
                f"{name} is {_KINDS.get(type(value), 'no text')}.",
                nearest("", allowed),
            )
        return Fault(
            document.path, place, "BAD-VALUE", f'{name}: "{shortened(value)}" is not known.', nearest(value, allowed)
        )
    if kind == "string_pattern_mismatch":
        code, what, todo = PATTERN_FAULTS.get(context["pattern"], ("BAD-VALUE", "is not of the right form", ""))
        if code == "BAD-PLACE" and re.fullmatch(PLACE, value.rpartition(" p")[0]):
            code = "BAD-PAGE"
        if code == "TOO-LONG":
            what += f" ({len(value.split())} words)"
        return Fault(document.path, place, code, f'{name}: "{shortened(value)}" {what}.', todo)
    if kind == "string_too_long":
        limit = f"limit {context['max_length']:,}"
        return Fault(document.path, place, "TOO-LONG", f"{name} of {len(value):,} characters, {limit}.", "Shorten it.")
    if "todo" in context:
        return Fault(document.path, place, kind, f"{name}: {error['msg']}", context["todo"])
    held = _KINDS.get(type(value), "no value")
    if kind in ("too_short", "too_long"):
        return Fault(document.path, place, "BAD-VALUE", f"{name} holds {context['actual_length']}.", f"{error['msg']}.")
    return Fault(document.path, place, "WRONG-TYPE", f"{name} is {held}.", _wanted(kind))


def _wanted(kind: str) -> str:
    wanted = {"string_type": "text", "tuple_type": "a list", "list_type": "a list", "dict_type": "a mapping"}
    return f"It must be {wanted.get(kind, 'a mapping')}."


def _path(data: Any, loc: Sequence[str | int]) -> tuple[str | int, ...]:
    """Return the part of an error's location that leads through the data.

    Unions add words of their own, which may also be fields: the path that ends where the location ends is meant.
    """
    if not loc:
        return ()
    step, rest = loc[0], loc[1:]
    if isinstance(step, int):
        return (step, *_path(data[step], rest)) if isinstance(data, list) and step < len(data) else _path(data, rest)
    if not isinstance(data, dict) or step not in data:
        return _path(data, rest)
    paths = (step, *_path(data[step], rest)), _path(data, rest)
    return max(paths, key=lambda path: (path[-1:] == tuple(loc[-1:]), len(path)))


def _name(path: tuple[str | int, ...]) -> str:
    """Return what to call the thing at a path: 'quote', 'claims 3', 'the record'."""
    if not path:
        return "the record"
    last = path[-1]
    return f"{_name(path[:-1])} {last + 1}" if isinstance(last, int) else shortened(last)


def _fields(model: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """Return the names allowed beside the last step of the path, read off the model's schema."""
    schema = _schema(model)
    here = list(_options(schema, schema))
    for step in path[:-1]:
        here = [option for node in here for option in _options(_inside(node, step), schema)]
    return list(dict.fromkeys(name for node in here for name in node.get("properties", {})))


def _inside(node: dict[str, Any], step: str | int) -> dict[str, Any]:
    if isinstance(step, int):
        return node.get("items", {}) or {}
    others = node.get("additionalProperties")
    inner: dict[str, Any] = node.get("properties", {}).get(step) or (others if isinstance(others, dict) else {})
    return inner


def _options(node: dict[str, Any], schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the schema and everything it may stand for."""
    yield node
    if "$ref" in node:
        yield from _options(schema["$defs"][node["$ref"].split("/")[-1]], schema)
    for option in (*node.get("anyOf", ()), *node.get("oneOf", ())):
        yield from _options(option, schema)


@lru_cache(maxsize=32)
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema()
