"""The JSON Schemas, which editors read, and the models, which the program reads, accept the same documents."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from checker.base.faults import Refused
from checker.base.loader import load, parse
from checker.model.build import build
from checker.model.schema import WRITTEN, schema_of, schema_text
from tests.builders import claim, coding
from tests.conftest import ROOT

Node = dict[str, Any]
SCHEMAS: dict[str, Node] = {name: schema_of(model) for name, model in WRITTEN.items()}
VALIDATORS = {
    name: Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    for name, schema in SCHEMAS.items()
}
TEXTS = (
    *("C07", "C1\n", "C 1", "", " ", "x" * 64, "x" * 65, "a.b_c-D", "-a", "é", "a#b", "a#", "#a", "a#b#c", "wexcombe#C07"),
    *("3.4", "3.10", "¶12", "¶0", "¶12 p3", "6.1(b)", "6.1(b)(ii)", "p3", "A1", "ABCD1", "3.4 p0", "3.4 p99999", "3.4 p999999", "3.4 p3\n"),
    *("2025-03-04", "2025-02-30", "2025-3-4", "0001-01-01", "0000-01-01", "17/03/2021", "2025-03-04\n", "20250304", "2025-W10-2"),
    *("12 months", "1 day", "0 days", "1000 years", "6 week", "months", "6 weeks\n", "young_carers", "Young", "a__b", "a_1", "_a", "a_\n"),
    *("a" * 64, "A" * 64, "g" * 64, "a" * 63, "a" * 64 + "\n", "depot.txt", "depot report.txt", "..", ".x", "a/b", "a\\b", "a:b", "a\nb"),
    *("true", "false", "yes", "True", "no", "1", "0", "40000", "-1", "1.5", "1e3", "1" * 12, "1" * 13, "²", "1\n", "all", "ALL"),
    *(" ".join(["word"] * 40), " ".join(["word"] * 41), "word\n" * 40, " leading", "trailing ", "£5 – ‘so’", "\u00a0", "👍", "line\nend"),
    *("x" * 20_000, "x" * 20_001, "https://example.org/a", "{at} {due}", "{elsewhere}"),
)  # fmt: skip
STRANGE: tuple[Any, ...] = (*TEXTS, [], {}, ["C07"], [[]], {"a": "b"}, {"date": "2025-03-04"}, {"topic": "depot"})
ODD_KEYS = ("reviewer_mood", "Quote", "title", "id", "topic", "date", "", "1")


@cache
def fitting(node: str) -> tuple[str, ...]:
    """Return the texts that a leaf of a schema accepts."""
    leaf = Draft202012Validator(json.loads(node), format_checker=Draft202012Validator.FORMAT_CHECKER)
    return tuple(text for text in TEXTS if leaf.is_valid(text))


@st.composite
def fitting_value(draw: st.DrawFn, node: Node, root: Node) -> Any:
    """Draw a value that a node of a schema describes, all scalars text as the loader gives them."""
    if "$ref" in node:
        return draw(fitting_value(root["$defs"][node["$ref"].split("/")[-1]], root))
    options = node.get("oneOf", []) + node.get("anyOf", [])
    options = [option for option in options if option.get("type") not in ("integer", "null")]
    if options:
        return draw(fitting_value(draw(st.sampled_from(options)), root))
    if "const" in node:
        return node["const"]
    if "enum" in node:
        return draw(st.sampled_from([word for word in node["enum"] if isinstance(word, str)]))
    if node.get("type") == "object":
        return draw(fitting_object(node, root))
    if node.get("type") == "array":
        least = node.get("minItems", 0)
        return draw(st.lists(fitting_value(node["items"], root), min_size=least, max_size=least + 1))
    return draw(st.sampled_from(fitting(json.dumps(node))))


@st.composite
def fitting_object(draw: st.DrawFn, node: Node, root: Node) -> Node:
    fields = node.get("properties", {})
    chosen = [name for name in fields if name in node.get("required", ()) or draw(st.integers(0, 2)) == 0]
    found = {name: draw(fitting_value(fields[name], root)) for name in chosen}
    others = node.get("additionalProperties")
    if isinstance(others, dict) and draw(st.booleans()):
        found["other"] = draw(fitting_value(others, root))
    return found


def holders(data: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every mapping and list in the data with each of its keys."""
    for key in list(data) if isinstance(data, dict) else range(len(data)):
        yield data, key
        if isinstance(data[key], dict | list):
            yield from holders(data[key])


@st.composite
def documents(draw: st.DrawFn, schema: Node) -> Node:
    """Draw a document of a schema with up to two things about it changed."""
    data: Node = copy.deepcopy(draw(fitting_value(schema, schema)))
    for _ in range(draw(st.integers(0, 2))):
        places = list(holders(data))
        if not places:
            break
        holder, key = draw(st.sampled_from(places))
        change = draw(st.sampled_from(["replace", "replace", "delete", "repeat", "add"]))
        if change == "replace":
            holder[key] = copy.deepcopy(draw(st.sampled_from(STRANGE)))
        elif change == "delete":
            del holder[key]
        elif isinstance(holder, list):
            holder.append(copy.deepcopy(holder[key]))
        else:
            holder[draw(st.sampled_from(ODD_KEYS))] = copy.deepcopy(draw(st.sampled_from(STRANGE)))
    return data


def accepted(name: str, data: Node) -> tuple[bool, bool]:
    """Return whether the model and whether the schema accepts a document that was written and loaded."""
    document = parse(json.dumps(data, ensure_ascii=False).encode(), "a.yaml")
    by_schema = VALIDATORS[name].is_valid(document.data)
    try:
        build(WRITTEN[name], document)
    except Refused:
        return False, by_schema
    return True, by_schema


steady = settings(derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
HOW_OFTEN = {"coding": 300, "source": 300}


@pytest.mark.parametrize("name", sorted(WRITTEN))
def test_schema_and_model_accept_and_refuse_the_same(name: str) -> None:
    """Whatever a record holds, an editor that follows the schema says of it what the program says."""
    verdicts = set()

    @settings(steady, max_examples=HOW_OFTEN.get(name, 60))
    @given(documents(SCHEMAS[name]))
    def agree(data: Node) -> None:
        by_model, by_schema = accepted(name, data)
        assert by_model == by_schema
        verdicts.add(by_model)

    agree()
    assert verdicts == {True, False}


def of_record(path: Path) -> str:
    """Return the name of the schema of one of our own files."""
    if path.parent.name == "rules":
        return "evidence-rule" if load(path).data["judges"] == "evidence" else "flag-rule"
    if path.name in ("topics.yaml", "themes.yaml", "basis.yaml"):
        return path.stem
    return {"claims": "coding", "seeds": "source", "profiles": "profile"}[path.parent.name]


OURS = sorted(
    path
    for pattern in ("claims/*.yaml", "seeds/**/*.yaml", "checker/rules/core/**/*.yaml")
    for path in ROOT.glob(pattern)
)


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_our_own_files_are_valid(path: Path) -> None:
    """Every coding, source record, list of topics, rule, profile, theme and basis is valid against its schema."""
    errors = VALIDATORS[of_record(path)].iter_errors(load(path).data)
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


@pytest.mark.parametrize("name", sorted(WRITTEN))
def test_the_schema_itself_is_valid(name: str) -> None:
    """Each schema is valid against the schema of schemas."""
    assert list(Draft202012Validator(Draft202012Validator.META_SCHEMA).iter_errors(SCHEMAS[name])) == []


@pytest.mark.parametrize("name", sorted(WRITTEN))
def test_the_schema_in_the_folder_is_the_one_written_out(name: str) -> None:
    """The committed schema is what the model says today, as UTF-8, one text whoever writes it."""
    written = (ROOT / "schemas" / f"{name}.schema.json").read_bytes()
    assert written == schema_text(WRITTEN[name]).encode()
    assert json.loads(written) == SCHEMAS[name]


def fields_of(schema: Node) -> Iterator[tuple[str, Node]]:
    """Yield every field of a schema with its node."""
    objects = {"": schema, **schema.get("$defs", {})}
    for title, node in objects.items():
        for name, field in node.get("properties", {}).items():
            yield f"{title}.{name}", field


@pytest.mark.parametrize("name", sorted(WRITTEN))
def test_every_field_is_described(name: str) -> None:
    """An editor has something to show for every field: a sentence, that of the record it holds, or its few words."""
    schema = SCHEMAS[name]
    assert schema["description"]
    assert [field for field, node in fields_of(schema) if not shown(node, schema)] == []


def shown(node: Node, schema: Node) -> object:
    held = schema.get("$defs", {}).get(node.get("$ref", "").split("/")[-1], {})
    return node.get("description") or held.get("description") or node.get("enum") or node.get("const")


@pytest.mark.parametrize("name", sorted(WRITTEN))
def test_no_field_is_null(name: str) -> None:
    """A field without a value is left out: no schema offers null."""
    assert '"null"' not in json.dumps(SCHEMAS[name])


@pytest.mark.parametrize(
    ("field", "value"),
    [("at", 3.1), ("id", 7), ("quote", 2025), ("amount", 40000), ("money", True), ("says", False)],
)
def test_the_schema_takes_what_an_editor_makes_of_a_plain_word(field: str, value: object) -> None:
    """An editor reads 3.10, 007 or no by rules of its own: the schema does not call that wrong."""
    assert VALIDATORS["coding"].is_valid(coding(claims=[claim(**{field: value})], schema_version=1))
