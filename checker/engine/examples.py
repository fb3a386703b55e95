"""Run the examples of a rule: small cases that it must flag, and cases that it must pass."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from checker.engine.assess import assess
from checker.model.casefile import Casefile, Check, Dossier
from checker.model.coding import Coding
from checker.model.rule import Example, Profile, Rule, Rulebook
from checker.model.source import Source
from checker.model.topics import Topic
from checker.model.words import WORST_FIRST

_EVERYONE = Profile(id="examples", title="Examples", says="Every rule, plain levels.", money_above=500_000)
_FAR = datetime.date(2100, 1, 1)
_SOURCE = {"id": "wexcombe-example", "title": "An example", "publisher": "Wexcombe Borough Council",
           "kind": "officer_report", "meeting_date": "2024-01-10", "stage": "for_decision"}  # fmt: skip
_DEFAULTS: dict[str, dict[str, Any]] = {
    "claims": {"by": "officer", "at": "1.1", "certainty": "asserted"},
    "evidence": {"at": "2.1", "quote": "…", "covers": "all"},
    "commitments": {"at": "2.2", "origin": "undertaking", "quote": "…"},
    "asked": {"at": "¶1", "quote": "…", "answer": {"state": "none_minuted"}},
}


class Run(NamedTuple):
    """What came of one example."""

    rule: Rule
    example: Example
    got: str

    @property
    def holds(self) -> bool:
        """Whether the rule did what the example expects."""
        return self.got == self.example.expect


def run_examples(rule: Rule, rulebook: Rulebook) -> Iterator[Run]:
    """Yield what the rule makes of each of its examples."""
    for example in rule.examples:
        assessment = assess(casefile_of(example), rulebook, _EVERYONE, example.as_of or _FAR)
        outcomes = {finding.outcome for finding in assessment.findings if finding.rule.id == rule.id}
        yield Run(rule, example, next((outcome for outcome in WORST_FIRST if outcome in outcomes), "none"))


def casefile_of(example: Example) -> Casefile:
    """Return the casefile of an example: what it leaves out gets a plain default."""
    first = example.model_dump(include={"source", "claims", "evidence", "commitments", "asked"})
    checks = {
        str(c["id"]): Check(_state(c), hedge="may" if c["state"] == "hedge_stripped" else "") for c in example.checks
    }
    dossiers = [_dossier(first, 0, checks, example.original_changed)]
    dossiers += [_dossier(dict(other), number, {}, False) for number, other in enumerate(example.others, start=1)]
    named = {topic for dossier in dossiers for topic in dossier.source.topics}
    named |= {claim.topic for dossier in dossiers for claim in dossier.coding.claims if claim.topic}
    topics = {name: Topic(id=name, title=name) for name in named}
    return Casefile(tuple(sorted(dossiers, key=lambda d: d.source.order)), topics)


def _state(check: Mapping[str, Any]) -> Any:
    return "found" if check["state"] == "hedge_stripped" else check["state"]


def _dossier(case: Mapping[str, Any], number: int, checks: Mapping[str, Check], changed: bool) -> Dossier:
    source = {**_SOURCE, "id": f"wexcombe-example-{number}", **case.get("source", {})}
    coding: dict[str, Any] = {"source": source["id"], "coder": "example", "coded_on": "2024-01-11"}
    for name, defaults in _DEFAULTS.items():
        coding[name] = [
            _complete(item, defaults, f"{name[0].upper()}{n}") for n, item in enumerate(case.get(name, ()), 1)
        ]
    return Dossier(
        Source.model_validate(source), Coding.model_validate(coding), checks=checks, original_changed=changed
    )


def _complete(item: Mapping[str, Any], defaults: Mapping[str, Any], identity: str) -> dict[str, Any]:
    whole = {"id": identity, **defaults, **item}
    if "kinds" in whole or "answer" in whole:
        whole.setdefault("says", whole["quote"])
    return whole
