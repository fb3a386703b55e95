"""What people recorded about a finding, in words: replies, decisions, waivers."""

from __future__ import annotations

from checker.model.finding import Disposition
from checker.model.ledger import Event
from checker.model.words import spoken
from checker.reporters.names import WAIVERS, day
from checker.reporters.wording import Words


def waiver(held: Disposition | None, words: Words) -> str:
    """Return what became of a waiver, who granted it, until when and why; nothing where there is none."""
    if held is None or held.waiver is None:
        return ""
    event, state = held.waiver
    until = f", until {day(event.due)}" if event.due else ""
    reason = words.said(event) or "no reason recorded"
    return f"{WAIVERS[state]} ({event.granted_by or event.by}{until}): {reason}"


def decision(held: Disposition | None, words: Words) -> str:
    """Return what was decided, by whom and when; nothing where nothing was."""
    return _recorded(held.decision, words) if held and held.decision else ""


def reply(held: Disposition | None, words: Words) -> str:
    """Return what was replied, by whom and when, and where the evidence is; nothing where nothing was."""
    if held is None or held.reply is None:
        return ""
    where = f" (see {held.reply.where})" if held.reply.where else ""
    earlier = "; written about an earlier wording or rule" if held.reply_is_earlier else ""
    return f"{_recorded(held.reply, words)}{where}{earlier}"


def _recorded(event: Event, words: Words) -> str:
    head, said = f"{spoken(event.state or '')}, {event.by}, {day(event.on)}", words.said(event)
    return f"{head}: {said}" if said else head
