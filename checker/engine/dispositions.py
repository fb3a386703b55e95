"""What people decided about findings: replies, decisions, waivers, and what became of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from checker.model.finding import Disposition, Finding, Waiver, WaiverState
from checker.model.ledger import Event, Ledger


def dispositions(
    findings: Iterable[Finding], ledger: Ledger, as_of: datetime.date, *, waivers: bool = True
) -> dict[str, Disposition]:
    """Return, by fingerprint, what was decided about findings, for those of which anything was.

    Args:
        findings: all findings of the run.
        ledger: what was recorded by the day.
        as_of: the day.
        waivers: whether waivers count; replies and decisions always do.
    """
    if not ledger.events:
        return {}
    by_fingerprint = {finding.fingerprint: finding for finding in findings}
    return {
        name: _disposition(by_fingerprint[name], ledger, as_of, waivers)
        for name in dict.fromkeys(event.subject for event in ledger.events)
        if name in by_fingerprint
    }


def unused(findings: Iterable[Finding], ledger: Ledger) -> tuple[Event, ...]:
    """Return the waivers of findings that are no longer assessed, the last of each."""
    if not ledger.events:
        return ()
    known = {finding.fingerprint for finding in findings}
    last = {event.subject: event for event in ledger.events if event.kind == "waiver"}
    return tuple(event for name, event in last.items() if name not in known)


def _disposition(finding: Finding, ledger: Ledger, as_of: datetime.date, waivers: bool) -> Disposition:
    name = finding.fingerprint
    reply, decision, waiver = (ledger.last(name, kind) for kind in ("reply", "decision", "waiver"))
    return Disposition(
        reply,
        reply is not None and reply.content != finding.content,
        decision,
        Waiver(waiver, _state(waiver, finding, as_of)) if waiver and waivers else None,
    )


def _state(waiver: Event, finding: Finding, as_of: datetime.date) -> WaiverState:
    """Return whether a waiver holds: it never does for some rules, and lapses when what was judged has changed."""
    if not finding.rule.waivable:
        return "not_waivable"
    if waiver.content != finding.content:
        return "lapsed"
    if waiver.due is not None and as_of > waiver.due:
        return "expired"
    return "holds"
