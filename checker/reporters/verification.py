"""What verification found: for a person, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from checker.base.faults import Fault, printable
from checker.model.casefile import Check
from checker.model.document import Told
from checker.model.source import Source
from checker.reporters.as_json import SCHEMA_VERSION, dump
from checker.reporters.layout import fold


class Row(NamedTuple):
    """One source, and what verification found for its quotations."""

    source: Source
    total: int
    good: int
    how: str
    changed: bool
    faults: Mapping[str, Check]
    checks: Mapping[str, Check]
    told: Sequence[Told] = ()
    """What a person should know of the original."""
    unread: Sequence[Fault] = ()
    """Why the original could not be read."""


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
_QUIET = ("folded", "page ")
"""Notes on quotations that hold, which only the JSON has."""
_UNREAD = "checked: the original cannot be read"
_STATES = {
    "not_found": ("NOT-FOUND", "not in the original"),
    "wrong_place": ("WRONG-PLACE", "another place"),
    "seal_broken": ("SEAL-BROKEN", "seal does not fit"),
    "found": ("HEDGE", "hedge left out"),
}


def render(rows: Sequence[Row], chain: Chain) -> Iterator[str]:
    """Yield a line a source, a line a fault, and how the ledger stands."""
    for row in rows:
        for number, text in enumerate(_row(row)):
            yield from (f"{line}\n" for line in fold(printable(text), "  " if number else "", "      "))
    good, total = sum(row.good for row in rows), sum(row.total for row in rows)
    yield f"{good} of {total} quotations hold.\n"
    for what in chain.changed:
        yield f"MANIFEST: {printable(what)}\n"
    for what in chain.broken:
        yield f"CHAIN: {printable(what)}\n"
    if chain.events or chain.broken:
        state = "is broken" if chain.broken else "holds"
        yield f"ledger: {chain.events} entries, the chain {state}.\n"


def _row(row: Row) -> Iterator[str]:
    """Yield what is said of a source, first how many of its quotations hold."""
    how = _UNREAD if row.unread and row.how == "nothing" else _HOW[row.how]
    yield f"{row.source.id}: {row.good} of {row.total} quotations {how}"
    for fault in row.unread:
        yield f"{fault.code}: {fault.what} {fault.todo}"
    if row.changed:
        yield "SOURCE-CHANGED: the original is not the file that was coded (its sha256 differs)"
    for told in row.told:
        yield f"warning {told.code}: {f'page {told.page}: ' if told.page else ''}{told.what}"
    for identity, check in row.faults.items():
        code, what = _STATES[check.state]
        why = check.why or f'the words before it are "{check.hedge}"'
        yield f"{code} {row.source.id}#{identity}: {what}: {why}"
    for identity, check in row.checks.items():
        yield from (f"{row.source.id}#{identity}: {note}" for note in check.notes if not note.startswith(_QUIET))


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
            "told": [{"code": told.code, "what": told.what, "page": told.page or None} for told in row.told],
            "unread": [{"code": fault.code, "what": fault.what, "todo": fault.todo} for fault in row.unread],
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
