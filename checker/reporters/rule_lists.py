"""The list of rules, for a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model.rule import EvidenceRule, Rule, Rulebook
from checker.reporters.as_json import SCHEMA_VERSION, dump


def render(rulebook: Rulebook) -> Iterator[str]:
    """Yield the rules by group, a line each."""
    group = ""
    for rule in rulebook.rules:
        if rule.group != group:
            yield f"{'' if not group else chr(10)}{rule.group.capitalize()}\n"
            group = rule.group
        yield f"  {rule.id:<34} {rule.title}\n"
    yield f"\n{len(rulebook.rules)} rules. One in full: checker rules show {rulebook.rules[0].id}\n"


def render_json(rulebook: Rulebook) -> Iterator[str]:
    """Yield the rules as JSON."""
    manifest = {"rules_sha256": rulebook.sha256}
    yield dump({"schema_version": SCHEMA_VERSION, "manifest": manifest, "rules": [_rule(r) for r in rulebook.rules]})


def _rule(rule: Rule) -> dict[str, Any]:
    looked_for = rule.evidence_kind if isinstance(rule, EvidenceRule) else rule.flags
    return {
        "id": rule.id,
        "title": rule.title,
        "theme": rule.theme,
        "group": rule.group,
        "judges": rule.judges,
        "looks_for": looked_for,
        "levels": dict(rule.levels),
        "why": rule.why,
        "basis": list(rule.basis),
    }
