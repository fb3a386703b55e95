"""The register as a sheet that officers edit: its columns, its rows as plain data, and what each row was based on.

Every row carries a stamp: a digest of each of its cells as they were exported. With it an
edited sheet can be held, cell by cell, against what it was and what the ledger says now,
without keeping the sheet that went out.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from checker.base.digest import short

Cell = str | int | datetime.date | None
CellType = Literal["text", "date", "number"]
Group = Literal["due", "reply", "decision", "who", "done", "closure"]
"""Cells that are recorded together, as one event."""

NONE_RECORDED = "none recorded"
"""What stands where nobody has replied."""
LONGEST = 32_767
"""The characters that a cell of a spreadsheet holds."""
EMPTY = "No item is in this list."
"""What a sheet says that has no rows."""
MARK = " *"
"""What stands after the title of a column that may be edited."""
WAIVER_TITLES = ("waiver reason", "waiver approved by", "waiver ends after")
"""What the sheet of waived items shows beside the columns of all."""
_DIGITS = 6


class Column(NamedTuple):
    """One column of the register."""

    key: str
    title: str
    type: CellType = "text"
    edits: Group | None = None
    """Of a column that may be edited: what an edit records."""


COLUMNS: tuple[Column, ...] = (
    Column("ref", "ref"),
    Column("source", "source"),
    Column("date", "date", "date"),
    Column("paragraph", "paragraph"),
    Column("claim", "claim (words)"),
    Column("kind", "kind"),
    Column("evidence", "evidence missing or to come"),
    Column("status", "status"),
    Column("level", "level"),
    Column("promised_on", "promised on", "date"),
    Column("due", "due", "date"),
    Column("revised_due", "revised due", "date", "due"),
    Column("granted_by", "granted by", edits="due"),
    Column("dates", "every date it had"),
    Column("days_overdue", "days overdue", "number"),
    Column("owner", "owner (role)"),
    Column("reply", "reply", edits="reply"),
    Column("reply_words", "reply in words", edits="reply"),
    Column("where", "evidence added at", edits="reply"),
    Column("decision", "decision", edits="decision"),
    Column("decision_words", "decision in words", edits="decision"),
    Column("by", "by (post)", edits="who"),
    Column("on", "on", "date", "who"),
    Column("reported_done_on", "reported done on", "date", "done"),
    Column("verified_on", "verified on", "date", "closure"),
    Column("evidence_of_closure", "evidence of closure", edits="closure"),
    Column("response", "response"),
    Column("note", "note"),
    Column("fingerprint", "fingerprint"),
    Column("about", "about"),
    Column("rule", "rule"),
    Column("counted_as", "counted as"),
    Column("access", "access"),
    Column("based_on", "based on"),
)
BY_KEY: Mapping[str, Column] = {column.key: column for column in COLUMNS}
STAMPED: tuple[Column, ...] = COLUMNS[:-1]

WORDS: Mapping[str, tuple[str, ...]] = {
    "reply": ("agree", "evidence added", "disputed", "not applicable"),
    "decision": ("confirmed", "disputed", "closed", "reopened"),
}
"""What may be chosen in the columns with a list."""
OF_FINDINGS = frozenset({"closed", "reopened"})
"""Decisions that only a finding takes: a commitment is closed by being verified."""
POST_FORM = "letters, digits, full stop, hyphen and underscore, no spaces: director-of-communities"
"""How a post is written."""


@dataclass(frozen=True)
class Row:
    """One item of the register, in plain data."""

    ref: str
    """The full id of a commitment, the fingerprint of a finding; stable."""
    item: Literal["commitment", "finding"]
    about: str
    """The full id of what it is about."""
    content: str
    """The digest of what was judged, as events carry it."""
    checkpoint: str
    """The state of the ledger that the row shows."""
    cells: Mapping[str, Cell]
    """By column, without the last."""
    since: datetime.date | None = None
    """The first day on which the paper it is in can have been there; nothing about it was recorded before."""

    @cached_property
    def based_on(self) -> str:
        """The stamp of the row: the ledger it shows, what was judged, and a digest of each cell."""
        digests = "".join(digest_of(column, self.cells.get(column.key)) for column in STAMPED)
        return f"{self.checkpoint} {self.content[:16]} {digests}"

    def shown(self, column: Column) -> Cell:
        """Return a cell as a sheet shows it; of a text that no cell can hold, a note in its place."""
        return self.based_on if column.key == "based_on" else fitting(self.cells.get(column.key))


class Stamp(NamedTuple):
    """What a row was based on when it was exported."""

    checkpoint: str
    content: str
    digests: Mapping[str, str]
    """By column."""


def read_stamp(text: str) -> Stamp | None:
    """Return the stamp of a row as it was written; None where it is not one."""
    match = re.fullmatch(r"(\S+) ([0-9a-f]{1,16}) ([0-9a-f]+)", " ".join(text.split()))
    if match is None or len(match[3]) != _DIGITS * len(STAMPED):
        return None
    parts = [match[3][start : start + _DIGITS] for start in range(0, len(match[3]), _DIGITS)]
    return Stamp(match[1], match[2], dict(zip(BY_KEY, parts, strict=False)))


def digest_of(column: Column, cell: Cell) -> str:
    """Return the short digest of a cell."""
    return _digest(plain(column, fitting(cell)))


@lru_cache(maxsize=100_000)
def _digest(text: str) -> str:
    return short([text])[:_DIGITS]


def plain(column: Column, cell: Cell) -> str:
    """Return a cell as text to compare: spaces do not count, nor do capitals where there is a list."""
    if cell is None:
        return ""
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    text = " ".join(str(cell).split())
    if column.key in WORDS:
        text = text.casefold().replace("_", " ")
    return "" if text == NONE_RECORDED and column.key == "reply" else text


def fitting(cell: Cell) -> Cell:
    """Return a cell, or a note in place of a text too long for one: texts are never cut."""
    if not isinstance(cell, str) or len(cell) * 2 <= LONGEST:
        return cell
    length = len(cell.encode("utf-16-le")) // 2
    if length <= LONGEST:
        return cell
    return f"(not shown: {length:,} characters, a cell holds {LONGEST:,}; the JSON register has them all)"


_FORMULA = re.compile(r"'*[\s\ufeff]*[=+\-@|%＝＋－＠\t\r\n]")
_GUARDED = re.compile(rf"'{_FORMULA.pattern}")


def guarded(text: str) -> str:
    """Return a text for CSV so that no spreadsheet runs it: with an apostrophe before it where it could."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return a text of CSV without the apostrophe that was put before it."""
    return text[1:] if _GUARDED.match(text) else text
