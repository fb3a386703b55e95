"""Adding to the ledger."""

from __future__ import annotations

import dataclasses
import datetime
import secrets
from typing import Any

from checker.base.faults import Misuse, nearest
from checker.ledger.store import append, redact
from checker.model.ledger import ON_FINDINGS, EventKind, Ledger
from checker.records.read import read_casefile
from checker.workflow.checking import explain
from checker.workflow.settings import Settings, ledger_path


def record(settings: Settings, kind: EventKind, subject: str, **fields: Any) -> Ledger:
    """Add one event to the ledger. A finding may be named by the first digits of its fingerprint.

    Raises:
        Refused, Misuse: where the event is not whole, or its subject is not known.
    """
    draft: dict[str, Any] = {"kind": kind, **fields}
    if kind in ON_FINDINGS:
        _, finding = explain(dataclasses.replace(settings, as_of=draft["on"]), subject)
        draft |= {"subject": finding.fingerprint, "about": finding.subject_id, "content": finding.content}
    else:
        _known(settings, kind, subject)
        draft["subject"] = subject
    return append(ledger_path(settings), [{k: _plain(v) for k, v in draft.items()}], salt)


def _known(settings: Settings, kind: EventKind, subject: str) -> None:
    casefile, _ = read_casefile(settings.paths)
    name = "asked" if kind == "answer" else "commitments"
    known = [f"{d.source.id}#{item.id}" for d in casefile.dossiers for item in getattr(d.coding, name)]
    if subject not in known:
        raise Misuse(f'There is no {name.rstrip("s")} "{subject}". {nearest(subject, known)}')


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime.date) else value


def salt() -> str:
    """Return a new random text for the words of an event."""
    return secrets.token_hex(8)


def redact_entry(settings: Settings, number: int, by: str, on: datetime.date, reason: str) -> Ledger:
    """Take the words of an entry away; its digest stays, so the chain still verifies."""
    return redact(ledger_path(settings), number, by, on.isoformat(), reason, salt)
