"""What verification found: for a person, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from checker.model.casefile import Check
from checker.model.source import Source
from checker.reporters.as_json import SCHEMA_VERSION, dump


class Row(NamedTuple):
    """One source, and what verification found for its quotations."""

    source: Source
    total: int
    good: int
    how: str
    changed: bool
    faults: Mapping[str, Check]
    checks: Mapping[str, Check]


class Chain(NamedTuple):
    """The ledger's chain, and the inputs of an old report."""

    events: int
    broken: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    """Inputs of the report that are not what they were."""


_HOW = {
    "original": "found in the original",
    "seals": "hold their seal",
    "nothing": "checked: no original at hand, no seals",
}
_STATES = {
    "not_found": "not in the original",
    "wrong_place": "another place",
    "seal_broken": "seal does not fit",
    "found": "hedge left out",
}


def render(rows: Sequence[Row], chain: Chain) -> Iterator[str]:
    """Yield a line a source, a line a fault, and how the ledger stands."""
    for row in rows:
        yield f"{row.source.id}: {row.good} of {row.total} quotations {_HOW[row.how]}\n"
        if row.changed:
            yield "  SOURCE-CHANGED: the original is not the file that was coded (its sha256 differs)\n"
        for identity, check in row.faults.items():
            why = check.why or f'the words before it are "{check.hedge}"'
            yield f"  {row.source.id}#{identity}: {_STATES[check.state]}: {why}\n"
        for identity, check in row.checks.items():
            for note in check.notes:
                if not note.startswith("folded"):
                    yield f"  {row.source.id}#{identity}: {note}\n"
    good, total = sum(row.good for row in rows), sum(row.total for row in rows)
    yield f"{good} of {total} quotations hold.\n"
    for what in chain.changed:
        yield f"MANIFEST: {what}\n"
    for what in chain.broken:
        yield f"CHAIN: {what}\n"
    if chain.events or chain.broken:
        state = "is broken" if chain.broken else "holds"
        yield f"ledger: {chain.events} entries, the chain {state}.\n"


def render_json(rows: Sequence[Row], chain: Chain) -> Iterator[str]:
    """Yield every quotation's result as JSON."""
    quotations = [_quotation(row.source.id, identity, check) for row in rows for identity, check in row.checks.items()]
    sources = [
        {
            "id": row.source.id,
            "quotes_total": row.total,
            "quotes_verified": row.good,
            "how": row.how,
            "original_changed": row.changed,
        }
        for row in rows
    ]
    ledger = {"events": chain.events, "broken": list(chain.broken)}
    yield dump(
        {
            "schema_version": SCHEMA_VERSION,
            "manifest": {"changed": list(chain.changed)},
            "sources": sources,
            "quotations": quotations,
            "ledger": ledger,
        }
    )


def _quotation(source: str, identity: str, check: Check) -> dict[str, Any]:
    return {
        "id": f"{source}#{identity}",
        "state": check.state,
        "why": check.why,
        "found_at": check.found_at,
        "hedge": check.hedge,
        "notes": list(check.notes),
    }
