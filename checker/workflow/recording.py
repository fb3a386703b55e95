"""Adding to the ledger."""

from __future__ import annotations

import dataclasses
import datetime
import secrets
from typing import Any

from checker.base.faults import NOWHERE, Fault, Misuse, Refused, nearest
from checker.ledger.store import append, check_draft, redact
from checker.model.coding import Commitment
from checker.model.finding import Finding
from checker.model.ledger import ON_COMMITMENTS, ON_FINDINGS, EventKind, Ledger, out_of_time
from checker.model.register import OF_FINDINGS
from checker.model.source import Source
from checker.records.read import read_casefile
from checker.workflow.checking import explain
from checker.workflow.settings import Settings, ledger_path


def record(settings: Settings, kind: EventKind, subject: str, **fields: Any) -> Ledger:
    """Add one event to the ledger. A finding may be named by the first digits of its fingerprint.

    Raises:
        Refused, Misuse: where the event is not whole, or its subject is not known.
    """
    draft: dict[str, Any] = {"kind": kind, **fields}
    wrong: list[tuple[str, str]] = []
    if kind in ON_FINDINGS:
        if "#" in subject:
            what = f"A {kind} is about a finding: give its fingerprint, which checker check prints."
            raise Misuse(f"{what} About a commitment can be recorded: {', '.join(sorted(ON_COMMITMENTS))}.")
        finding, source = _finding(settings, subject, draft["on"])
        draft |= {"subject": finding.fingerprint, "about": finding.subject_id, "content": finding.content}
        if isinstance(finding.subject, Commitment) and kind == "decision" and draft.get("state") in OF_FINDINGS:
            todo = f'Record what closes it: checker ledger add verified "{finding.subject_id}" --where PLACE --by POST.'
            wrong.append((f"a commitment is not {draft['state']} by decision.", todo))
    else:
        source = _known(settings, kind, subject)
        draft["subject"] = subject
    wrong += _days(draft, source, settings.as_of or datetime.date.today())
    path = ledger_path(settings)
    named = f"{kind} of {draft['subject']}"
    faults = [Fault(path.as_posix(), NOWHERE, "BAD-EVENT", f"{named}: {what}", todo) for what, todo in wrong]
    faults += check_draft(draft, path.as_posix())
    if faults:
        raise Refused(faults)
    return append(path, [{k: _plain(v) for k, v in draft.items()}], salt)


def _finding(settings: Settings, subject: str, on: datetime.date) -> tuple[Finding, Source]:
    """Return a finding as it was judged on the day, and its source; as it is judged now, where that came later."""
    try:
        _, finding = explain(dataclasses.replace(settings, as_of=on), subject)
    except Misuse:
        _, finding = explain(settings, subject)
        if not out_of_time(on, finding.source.earliest, None):
            raise
    return finding, finding.source


def _days(draft: dict[str, Any], source: Source, today: datetime.date) -> list[tuple[str, str]]:
    """Return the days of an entry that cannot be, each with what to do."""
    found = [out_of_time(draft["on"], source.earliest, today)]
    if draft["kind"] == "revised_due" and draft.get("due"):
        found.append(out_of_time(draft["due"], source.earliest, None))
    return [wrong for wrong in found if wrong]


def _known(settings: Settings, kind: EventKind, subject: str) -> Source:
    """Return the source of a commitment or question, or say which there are."""
    casefile, _ = read_casefile(settings.paths)
    name = "asked" if kind == "answer" else "commitments"
    known = {f"{d.source.id}#{item.id}": d.source for d in casefile.dossiers for item in getattr(d.coding, name)}
    if subject not in known:
        raise Misuse(f'There is no {name.rstrip("s")} "{subject}". {nearest(subject, list(known))}')
    return known[subject]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime.date) else value


def salt() -> str:
    """Return a new random text for the words of an event."""
    return secrets.token_hex(8)


def redact_entry(settings: Settings, number: int, by: str, on: datetime.date, reason: str) -> Ledger:
    """Take the words of an entry away; its digest stays, so the chain still verifies.

    Raises:
        Refused: where the entry has no words, or the redaction is not whole or of a day to come.
    """
    path = ledger_path(settings)
    wrong = out_of_time(on, None, settings.as_of or datetime.date.today())
    if wrong:
        raise Refused([Fault(path.as_posix(), NOWHERE, "BAD-EVENT", f"redaction of {number}: {wrong[0]}", wrong[1])])
    return redact(path, number, by, on.isoformat(), reason, salt)
