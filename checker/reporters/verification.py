"""What verification found: for a person, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from checker.base.digest import SHORT
from checker.base.faults import Fault, printable
from checker.model.casefile import BROKEN, Check
from checker.model.document import Told
from checker.model.source import Source
from checker.reporters.as_json import SCHEMA_VERSION, dump
from checker.reporters.layout import counted, fold


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
    missing: Path | None = None
    """Where the original was looked for and is not."""
    sealed: Path | None = None
    """The seals that were written."""


class Chain(NamedTuple):
    """The ledger's chain."""

    events: int
    broken: tuple[str, ...] = ()


class Report(NamedTuple):
    """An old report, held against the records and rules as they are."""

    name: str
    inputs: int
    changed: Sequence[str] = ()
    """Those that are not what they were."""
    new: Sequence[str] = ()
    """Records that it does not name and that would count now."""
    rules: str = ""
    """The digest of its rules, where they are not those of this run."""


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


def render(rows: Sequence[Row], chain: Chain, report: Report | None = None) -> Iterator[str]:
    """Yield a line a source, a line a fault, and how the old report and the ledger stand."""
    for row in rows:
        for number, text in enumerate(_row(row)):
            yield from _folded(text, "  " if number else "")
    yield from _folded(_sum(rows))
    if report:
        yield from _against(report)
    for what in chain.broken:
        yield f"CHAIN: {printable(what)}\n"
    if chain.events or chain.broken:
        state = "is broken" if chain.broken else "holds"
        yield f"ledger: {chain.events} entries, the chain {state}.\n"


def _against(report: Report) -> Iterator[str]:
    """Yield how an old report stands: its inputs, then what is new, then its rules."""
    good = report.inputs - len(report.changed)
    inputs = f"The {report.inputs} inputs" if not report.changed else f"{good} of the {report.inputs} inputs"
    same = ", and so are the rules" if not report.changed and not report.rules else ""
    yield from _folded(f"{inputs} of {report.name} are what they were{same}.")
    for what in report.changed:
        yield f"MANIFEST: {printable(what)}\n"
    for path in report.new:
        yield from _folded(f"NEW: {path}: not in the report; added since, or left out of it")
    if report.rules:
        what = f"RULES: the report was made with other rules ({report.rules[:SHORT]}): another release, or other packs"
        yield from _folded(f"{what}. Its findings may come out otherwise now.")


def _folded(text: str, indent: str = "") -> Iterator[str]:
    return (f"{line}\n" for line in fold(printable(text), indent, "      "))


def _sum(rows: Sequence[Row]) -> str:
    """Return how all quotations stand, in one sentence that leaves nothing out."""
    checks = [check for row in rows for check in row.checks.values()]
    good, total = sum(row.good for row in rows), sum(row.total for row in rows)
    if not total:
        return "There is no quotation to verify."
    sealed = sum(check.state == "sealed" for check in checks)
    bad = sum(check.state in BROKEN for check in checks)
    hedges = sum(bool(check.hedge) for check in checks)
    changed = sum(row.changed for row in rows)
    by = "" if not sealed else " their seal" if sealed == good else f", {sealed} of them by their seal only"
    parts = [f"{good} of {total} quotations hold{by}"]
    parts += [f"{bad} {'does' if bad == 1 else 'do'} not"] if bad else []
    parts += [f"{total - good - bad} not checked"] if total > good + bad else []
    parts += [f"{hedges} {'leaves' if hedges == 1 else 'leave'} out a hedge"] if hedges else []
    parts += [f"{counted(changed, 'original')} not the file that was coded"] if changed else []
    return "; ".join(parts) + "."


def _row(row: Row) -> Iterator[str]:
    """Yield what is said of a source, first how many of its quotations hold."""
    how = _UNREAD if row.unread and row.how == "nothing" else _HOW[row.how]
    yield f"{row.source.id}: {row.good} of {row.total} quotations {how}"
    if row.missing:
        yield f"ORIGINAL-MISSING: {row.missing.name} is not in {row.missing.parent.as_posix()}"
    for fault in row.unread:
        yield f"{fault.code}: {fault.what} {fault.todo}"
    if row.changed:
        yield "SOURCE-CHANGED: the original is not the file that was coded (its sha256 differs)"
    if row.sealed:
        yield f"sealed: {row.sealed.as_posix()}"
    for told in row.told:
        yield f"warning {told.code}: {f'page {told.page}: ' if told.page else ''}{told.what}"
    for identity, check in row.faults.items():
        code, what = _STATES[check.state]
        why = check.why or f'the words before it are "{check.hedge}"'
        yield f"{code} {row.source.id}#{identity}: {why if why.startswith(what) else f'{what}: {why}'}"
    for identity, check in row.checks.items():
        yield from (f"{row.source.id}#{identity}: {note}" for note in check.notes if not note.startswith(_QUIET))


def render_json(rows: Sequence[Row], chain: Chain, report: Report | None = None) -> Iterator[str]:
    """Yield every quotation's result as JSON."""
    quotations = [_quotation(row.source.id, identity, check) for row in rows for identity, check in row.checks.items()]
    sources = [
        {
            "id": row.source.id,
            "quotes_total": row.total,
            "quotes_verified": row.good,
            "how": row.how,
            "original_changed": row.changed,
            "original_missing": row.missing is not None,
            "told": [{"code": told.code, "what": told.what, "page": told.page or None} for told in row.told],
            "unread": [{"code": fault.code, "what": fault.what, "todo": fault.todo} for fault in row.unread],
        }
        for row in rows
    ]
    ledger = {"events": chain.events, "broken": list(chain.broken)}
    yield dump(
        {
            "schema_version": SCHEMA_VERSION,
            "manifest": _manifest(report) if report else {"changed": []},
            "sources": sources,
            "quotations": quotations,
            "ledger": ledger,
        }
    )


def _manifest(report: Report) -> dict[str, Any]:
    return {"changed": list(report.changed), "new": list(report.new), "rules_changed": bool(report.rules)}


def _quotation(source: str, identity: str, check: Check) -> dict[str, Any]:
    return {
        "id": f"{source}#{identity}",
        "state": check.state,
        "why": check.why,
        "found_at": check.found_at,
        "hedge": check.hedge,
        "notes": list(check.notes),
    }
