"""The register as Markdown tables, for reading."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence

from checker.model.register import BY_KEY, NONE_RECORDED, Cell
from checker.reporters.register import tables
from checker.reporters.register.contents import TITLE, Listing, Register
from checker.reporters.register.rows import STATES, Entry

_KEYS = (
    "ref", "source", "date", "paragraph", "claim", "kind", "evidence", "status", "level", "promised_on", "due",
    "revised_due", "days_overdue", "owner", "reply", "decision", "by", "on", "evidence_of_closure", "fingerprint",
)  # fmt: skip
_MARKS = re.compile(r"[\\`*_\[\]|~$<>&@]|:(?=//)")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "@": "&#64;", ":": "&#58;"}
"""What no backslash makes plain everywhere: tags, and addresses that would become links."""


def render(register: Register) -> bytes:
    """Return the register as Markdown."""
    return ("\n".join(_lines(register)).rstrip("\n") + "\n").encode()


def _lines(register: Register) -> Iterator[str]:
    yield f"# {TITLE}"
    yield ""
    if register.access != "public":
        yield from (f"**{register.access.upper()}: not for publication**", "")
    yield from (_shown(register.heading()), "", "## Summary", "")
    yield from _table(("level", *STATES, "total"), register.by_level())
    yield from (_shown(f"Check: {register.check()}."), "", _shown(f"{register.commitments().capitalize()}."), "")
    for listing in register.lists:
        yield from _listing(register, listing)
    for name, table in (("By body and directorate", tables.by_body), ("By rule", tables.by_rule)):
        made = table(register)
        yield from (f"## {name}", "")
        yield from _table(made.heads, made.rows)
    yield from ("## To run this again", "")
    yield from _table(("what", "value"), register.run())
    yield from (line for text in register.foot() for line in (_shown(text), ""))
    if register.access != "public":
        yield f"**{register.access.upper()}: not for publication**"


def _listing(register: Register, listing: Listing) -> Iterator[str]:
    yield from (f"## {_shown(listing.says)}", "")
    if not listing.entries:
        yield from ("No item is in this list.", "")
        return
    heads = [BY_KEY[key].title for key in _KEYS]
    rows = [[_cell(entry, key) for key in _KEYS] for entry in listing.entries]
    if listing.name == "Waived":
        heads += ["waiver reason", "approved by", "last day"]
        rows = [[*row, *_waiver(register, e)] for row, e in zip(rows, listing.entries, strict=True)]
    yield from _table(heads, rows)


def _waiver(register: Register, entry: Entry) -> Sequence[Cell]:
    event = entry.waiver
    return (register.assessment.casefile.ledger.said(event), event.granted_by, event.due) if event else ("", "", "")


def _cell(entry: Entry, key: str) -> Cell:
    cell = entry.row.cells.get(key)
    if key != "reply":
        return cell
    words = entry.row.cells.get("reply_words")
    return f"{cell}: {words}" if words and cell != NONE_RECORDED else cell


def _table(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    yield f"| {' | '.join(map(_shown, heads))} |"
    yield f"|{' --- |' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(map(_shown, row))} |"
    yield ""


def _shown(cell: Cell) -> str:
    """Return a text so that it is shown as it was typed, on one line."""
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    return "" if cell is None else _MARKS.sub(_escape, " ".join(str(cell).split()))


def _escape(match: re.Match[str]) -> str:
    return _ENTITIES.get(match.group(), f"\\{match.group()}")
