"""JSON Schema, written out from the models: what an editor completes and explains while a record is typed."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from checker.model.coding import Coding
from checker.model.ledger import LedgerFile
from checker.model.rule import Bases, EvidenceRule, FlagRule, Profile, Themes
from checker.model.source import Source
from checker.model.topics import Topics

WRITTEN: dict[str, type[BaseModel]] = {
    "coding": Coding,
    "source": Source,
    "topics": Topics,
    "evidence-rule": EvidenceRule,
    "flag-rule": FlagRule,
    "profile": Profile,
    "themes": Themes,
    "basis": Bases,
    "ledger": LedgerFile,
}
"""The schemas that are written out, by file name."""


def schema_of(model: type[BaseModel]) -> dict[str, Any]:
    """Return the schema of a model as records are written: a field without a value is left out, never null."""
    schema: dict[str, Any] = _plain(model.model_json_schema(by_alias=True))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def schema_text(model: type[BaseModel]) -> str:
    """Return the schema as the text of its file."""
    return json.dumps(schema_of(model), ensure_ascii=False, indent=2) + "\n"


def _plain(node: Any) -> Any:
    """Drop what only Python needs: titles, nulls, defaults that are null."""
    if isinstance(node, list):
        return [_plain(item) for item in node]
    if not isinstance(node, dict):
        return node
    options = node.get("anyOf", [])
    if {"type": "null"} in options:
        rest = [option for option in options if option != {"type": "null"}]
        kept = {key: value for key, value in node.items() if key not in ("anyOf", "default")}
        return _plain({**rest[0], **kept} if len(rest) == 1 else {**kept, "anyOf": rest})
    if node.get("const") == "1":  # a version, which an editor reads as a number
        node = {**{key: value for key, value in node.items() if key not in ("const", "type")}, "enum": ["1", 1]}
    drop = {"title"} if isinstance(node.get("title"), str) else set()
    return {key: _plain(value) for key, value in node.items() if key not in drop}
