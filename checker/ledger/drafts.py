"""What the edited cells of one row record: the fields of an event, or notes on what they lack."""

from __future__ import annotations

import datetime
import re
from typing import Any

from checker.base.characters import hostile_in
from checker.base.faults import shortened
from checker.ledger.edits import Edit, Edits, Notes, text_of
from checker.ledger.grid import Line
from checker.model.fields import ID
from checker.model.ledger import out_of_time
from checker.model.register import NONE_RECORDED, OF_FINDINGS, POST_FORM, WORDS, Group, Row

LONGEST_WORDS = 20_000
_OF_COMMITMENTS = frozenset({"revised_due", "granted_by", "reported_done_on", "verified_on"})
_POST = f"Write it with {POST_FORM}. Names are kept elsewhere."
_DATE_FORMS = "Write it as 2021-03-17 or 17/03/2021."


def draft(group: Group, row: Row, found: Edits, notes: Notes) -> dict[str, Any]:
    """Return the fields of one event beside who and when.

    Args:
        group: what is recorded.
        row: the item as the ledger stands now.
        found: the edited cells of the group.
        notes: takes what is wrong; where it grew, the event is not good.
    """
    for edit in found.values():
        if row.item == "finding" and edit.column.key in _OF_COMMITMENTS:
            what = "this row is a finding; only a commitment has this."
            notes.add(edit.line, edit.column.key, "NOT-HERE", what, "Use reply or decision.")
        _check_text(edit, notes)
    if group == "due":
        return _due(row, found, notes)
    if group == "done":
        return {"kind": "reported_done", "on": day_of(found["reported_done_on"], row, notes)}
    if group == "closure":
        return _closure(row, found, notes)
    return _stated(group, row, found, notes)


def _due(row: Row, found: Edits, notes: Notes) -> dict[str, Any]:
    edit = found.get("revised_due")
    if edit is None:
        line = found["granted_by"].line
        notes.add(line, "granted_by", "BAD-EVENT", "it changed without a new date.", "Give the new date.")
        return {}
    granted = text_of("granted_by", row, found)
    if not granted:
        what = "nobody is named who granted the new date."
        notes.add(edit.line, "granted_by", "BAD-EVENT", what, "Write the post that granted it.")
    else:
        check_post(granted, edit.line, "granted_by", notes)
    return {"kind": "revised_due", "due": day_of(edit, row, notes, past=False), "granted_by": granted}


def _closure(row: Row, found: Edits, notes: Notes) -> dict[str, Any]:
    first = next(iter(found.values()))
    if "verified_on" not in found:
        what = "evidence was named, and no day on which it was verified."
        notes.add(first.line, "verified_on", "BAD-EVENT", what, "Give the day; closing needs both.")
        return {}
    where = text_of("evidence_of_closure", row, found)
    if not where:
        what = "no evidence is named."
        notes.add(first.line, "evidence_of_closure", "BAD-EVENT", what, "Say where it can be read.")
    return {"kind": "verified", "on": day_of(found["verified_on"], row, notes), "where": where}


def _stated(group: Group, row: Row, found: Edits, notes: Notes) -> dict[str, Any]:
    """Return a reply or a decision."""
    line = next(iter(found.values())).line
    state = text_of(group, row, found).casefold().replace("_", " ")
    if state not in WORDS[group]:
        what = f'"{shortened(state)}" is not one of its words.'
        if state in ("", NONE_RECORDED):
            what = "what was recorded cannot be taken away." if group in found else f"there is no {group} to it."
        notes.add(line, group, "BAD-WORD", what, f"Choose: {', '.join(WORDS[group])}.")
    words = text_of(f"{group}_words", row, found)
    replied = group == "reply"
    where = _where(state, words, row, found, notes) if replied else _closing(state, row, found, notes)
    said = {"state": state.replace(" ", "_"), "words": words, "where": where}
    return {"kind": group, "about": row.about, "content": row.content, **said}


def _where(state: str, words: str, row: Row, found: Edits, notes: Notes) -> str:
    line, where = next(iter(found.values())).line, text_of("where", row, found)
    if state == "not applicable" and not words:
        notes.add(line, "reply_words", "BAD-EVENT", "it gives no reason.", "Say why it does not apply.")
    if state == "evidence added" and not where:
        notes.add(line, "where", "BAD-EVENT", "it does not say where the evidence is.", "Give source and paragraph.")
    return where


def _closing(state: str, row: Row, found: Edits, notes: Notes) -> str:
    """Return the evidence that a decision names; a commitment is closed by being verified, not decided."""
    line = next(iter(found.values())).line
    if row.item == "commitment":
        if state in OF_FINDINGS:
            what = f"a commitment is not {state} by decision."
            notes.add(line, "decision", "BAD-WORD", what, "Fill in verified on and evidence of closure.")
        return ""
    where = text_of("evidence_of_closure", row, found)
    if state == "closed" and not where:
        what = "it was closed, and no evidence is named."
        notes.add(line, "evidence_of_closure", "BAD-EVENT", what, "Say where it can be read.")
    return where


def day_of(edit: Edit, row: Row, notes: Notes, *, past: bool = True) -> str:
    """Return the date of a cell, or note what is wrong with it."""
    key = edit.column.key
    if not isinstance(edit.value, datetime.date):
        what = f'"{shortened(edit.text)}" is not a date.' if edit.text else "a recorded date cannot be taken away."
        notes.add(edit.line, key, "BAD-DATE", what, _DATE_FORMS)
        return ""
    check_day(edit.value, row, edit.line, key, notes, past=past)
    return edit.value.isoformat()


def check_day(day: datetime.date, row: Row, line: Line, key: str, notes: Notes, *, past: bool = True) -> None:
    """Note a day that cannot be: before the paper was there, or, of what was done already, tomorrow."""
    impossible = out_of_time(day, row.since, notes.as_of if past else None)
    if impossible:
        notes.add(line, key, "BAD-DATE", *impossible)


def check_post(post: str, line: Line, key: str, notes: Notes) -> None:
    """Note a post that is not an id: people stand in the ledger as posts."""
    if not re.fullmatch(ID, post):
        notes.add(line, key, "ID-CHARS", f'"{shortened(post)}" is not a post id.', _POST)


def _check_text(edit: Edit, notes: Notes) -> None:
    hostile = hostile_in(edit.text)
    if hostile:
        what = f"U+{ord(hostile):04X} is a character that cannot be kept."
        notes.add(edit.line, edit.column.key, "CONTROL-CHAR", what, "Delete it.")
    if len(edit.text) > LONGEST_WORDS:
        what = f"{len(edit.text):,} characters, limit {LONGEST_WORDS:,}."
        notes.add(edit.line, edit.column.key, "TOO-LONG", what, "Shorten it, or say where it can be read.")
