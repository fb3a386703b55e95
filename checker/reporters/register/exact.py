"""The register as JSON: every text whole and as it is."""

from __future__ import annotations

import datetime
from typing import Any

from checker.model.register import STAMPED, Cell
from checker.reporters.as_json import SCHEMA_VERSION, dump, manifest
from checker.reporters.register.contents import Register
from checker.reporters.register.rows import NO_LEVEL, Entry


def render(register: Register) -> bytes:
    """Return the register as one JSON object."""
    words = register.assessment.casefile.ledger
    data = {
        "schema_version": SCHEMA_VERSION,
        "manifest": manifest(register.assessment),
        "access": register.access,
        "body": register.body,
        "counts": {"total": len(register.entries), **register.totals, "by_level": register.counts},
        "lists": {listing.name: [e.row.ref for e in listing.entries] for listing in register.lists},
        "items": [_item(entry, words.said(entry.waiver) if entry.waiver else "") for entry in register.entries],
        "foot": list(register.foot()),
    }
    return dump(data).encode()


def _item(entry: Entry, reason: str) -> dict[str, Any]:
    waiver = entry.waiver
    return {
        **{column.key: _plain(entry.row.cells.get(column.key)) for column in STAMPED},
        "level": None if entry.level == NO_LEVEL else entry.level,
        "item": entry.row.item,
        "outcome": entry.outcome,
        "source_id": entry.source.id,
        "bodies": list(entry.bodies),
        "fingerprints": [finding.fingerprint for finding in entry.findings],
        "closed_on": _plain(entry.closed_on),
        "waiver": {"reason": reason, "approver": waiver.granted_by, "expires": _plain(waiver.due)} if waiver else None,
        "content": entry.row.content,
        "based_on": entry.row.based_on,
    }


def _plain(cell: Cell) -> str | int | None:
    return cell.isoformat() if isinstance(cell, datetime.date) else cell
