"""An edited register read back: what an officer wrote into it becomes events; nothing is overwritten.

Each cell is held against two others: what it was when the register went out, which the stamp
of the row tells, and what the ledger says now. Changed in the file only: an event. Changed in
both: a conflict, for a person to settle. Changed in the ledger only: the file is older, and
the ledger stands.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from checker.base.faults import Fault, Refused, shortened
from checker.ledger.drafts import check_day, check_post, day_of, draft
from checker.ledger.edits import REFORMATTED, Edit, Edits, Notes, group_of, is_apart
from checker.ledger.grid import Line, by_ref, read_grid
from checker.model.register import BY_KEY, STAMPED, Group, Row, digest_of, plain, read_stamp

_GROUPS: tuple[Group, ...] = ("due", "reply", "decision", "done", "closure")
_OWN_DAY: frozenset[Group] = frozenset({"done", "closure"})


@dataclass(frozen=True)
class Imported:
    """What an edited register comes to."""

    drafts: tuple[Mapping[str, Any], ...]
    """Events for `store.append`, in the order of the file."""
    conflicts: tuple[Fault, ...] = ()
    """Cells that were changed in the file and, since the register went out, in the ledger too."""
    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()

    def to_append(self, *, skip_conflicts: bool = False) -> tuple[Mapping[str, Any], ...]:
        """Return the events to add: all, or none where anything is in the way.

        Args:
            skip_conflicts: leave out what is in conflict or at fault, and return the others.

        Raises:
            Refused: with every conflict and fault, unless they are to be skipped.
        """
        stops = [*self.conflicts, *self.faults]
        if stops and not skip_conflicts:
            raise Refused(stops)
        return self.drafts


def read_sheet(
    raw: bytes, name: str, rows: Iterable[Row], as_of: datetime.date, *, by: str = "", on: datetime.date | None = None
) -> Imported:
    """Return what an officer recorded in a register since it went out.

    Args:
        raw: the bytes of the workbook or CSV.
        name: of the file, for messages.
        rows: every item as the ledger stands now.
        as_of: today; nothing recorded is later.
        by: the post that records, for rows in which by and on were left as they were.
        on: the day of recording, likewise.

    Raises:
        Refused: where the file is no register at all.
    """
    grid = read_grid(raw, name)
    known = {row.ref: row for row in rows}
    reading = _Reading(Notes(name, as_of), by, on)
    for ref, lines in by_ref(grid.lines).items():
        reading.item(ref, known.get(ref), lines)
    warnings = (*grid.strangers, *reading.warnings)
    return Imported(tuple(reading.drafts), tuple(reading.conflicts), reading.notes.faults, warnings)


class _Reading:
    """Collects what one file comes to."""

    def __init__(self, notes: Notes, by: str, on: datetime.date | None) -> None:
        self.notes, self.by, self.on = notes, by, on
        self.drafts: list[Mapping[str, Any]] = []
        self.conflicts: list[Fault] = []
        self.warnings: list[Fault] = []

    def item(self, ref: str, row: Row | None, lines: Sequence[Line]) -> None:
        """Read every row of the file that is about one item: all that is wrong with it, or what it records."""
        if row is None:
            self._unknown(ref, lines)
            return
        before = self.notes.count
        edits = self._edits(self._touched(lines))
        pending = {group: new for group in _GROUPS if (new := self._new(group, row, edits))}
        clear = {group: new for group, new in pending.items() if self._is_clear(group, row, new)}
        if clear:
            self._record(row, clear, edits, before)
        elif edits and not pending and self.notes.count == before:
            self._warn_of_who_alone(edits)

    def _unknown(self, ref: str, lines: Sequence[Line]) -> None:
        """Note edited rows about nothing; one that is as it went out, of an item since gone, says nothing."""
        what = f'no item has the ref "{shortened(ref)}".' if ref else "the row has no ref."
        todo = "Put the ref back; a new item is added to the records, not here."
        for line in lines:
            if read_stamp(str(line.cells.get("based_on") or "")) is None or any(self._touched([line])):
                self.notes.add(line, "ref", "UNKNOWN-REF", what, todo)

    def _touched(self, lines: Sequence[Line]) -> Iterator[Edit]:
        """Yield the cells that are not what went out; a fault for each row that cannot be told."""
        for line in lines:
            stamp = read_stamp(str(line.cells.get("based_on") or ""))
            if stamp is None:
                what = "it is not what went out, so that the row cannot be compared."
                self.notes.add(line, "based_on", "BAD-STAMP", what, "Put it back, or export the register again.")
                continue
            edits = [
                Edit(column, line.cells[column.key], line, stamp)
                for column in STAMPED
                if column.key in line.cells and digest_of(column, line.cells[column.key]) != stamp.digests[column.key]
            ]
            if is_apart(edits):
                self.notes.add_apart(edits)
            else:
                yield from edits

    def _edits(self, touched: Iterable[Edit]) -> dict[str, Edit]:
        """Return one edit a column; a fault where a column may not be edited, or two sheets say different things."""
        edits: dict[str, Edit] = {}
        for edit in touched:
            key = edit.column.key
            if edit.column.edits is None:
                todo = "Put it back, or export again."
                todo += "" if edit.line.sheet else f" {REFORMATTED}"
                what = f'"{shortened(edit.text)}" is not what went out, and this column cannot be edited.'
                self.notes.add(edit.line, key, "NOT-EDITABLE", what, todo)
            elif key in edits and plain(edit.column, edits[key].value) != plain(edit.column, edit.value):
                other = edits[key]
                what = f'"{shortened(edit.text)}", and at {other.line.named(key)} "{shortened(other.text)}".'
                self.notes.add(edit.line, key, "TWO-EDITS", what, "Keep one of them.")
            else:
                edits.setdefault(key, edit)
        return edits

    @staticmethod
    def _new(group: Group, row: Row, edits: Edits) -> dict[str, Edit]:
        """Return the edits of a group that the ledger does not say already."""
        mine = {key: edit for key, edit in edits.items() if group_of(row, edit.column) == group}
        return {k: e for k, e in mine.items() if plain(e.column, e.value) != plain(e.column, row.shown(e.column))}

    def _is_clear(self, group: Group, row: Row, new: Edits) -> bool:
        """Tell whether nothing that is recorded together changed since the register went out; name it where it did."""
        first = next(iter(new.values()))
        keys = [column.key for column in STAMPED if group_of(row, column) == group]
        moved = [key for key in keys if first.moved(row, key)]
        if not row.content.startswith(first.stamp.content):
            moved, now = ["claim"], "the words or the rule it is about changed since it went out"
            self._conflict(first, now)
        elif moved:
            for key, edit in new.items():
                named = [key] if key in moved else moved
                says = " and ".join(f'{BY_KEY[k].title} "{shortened(_said(row, k))}"' for k in named)
                self._conflict(edit, f"since it went out the ledger says {says}")
        return not moved

    def _conflict(self, edit: Edit, now: str) -> None:
        what = f'the file says "{shortened(edit.text)}"; {now}.'
        todo = "Settle which holds, export again and record it there."
        self.conflicts.append(self.notes.fault(edit.line, edit.column.key, "CONFLICT", what, todo))

    def _warn_of_who_alone(self, edits: Edits) -> None:
        if all(edit.column.edits == "who" for edit in edits.values()):
            who = next(iter(edits.values()))
            what = "who and when were filled in, and nothing was recorded in the row."
            self.warnings.append(self.notes.fault(who.line, who.column.key, "NOTHING-RECORDED", what, "", warning=True))

    def _record(self, row: Row, pending: Mapping[Group, Edits], edits: Edits, before: int) -> None:
        """Turn the edits of a row into events, each with who recorded it and when, unless anything is wrong with it.

        Args:
            row: the item as the ledger stands now.
            pending: the edits to record.
            edits: all edits of the row.
            before: how many faults there were before the row was read.
        """
        line = next(iter(next(iter(pending.values())).values())).line
        by = self._who(edits, line)
        on = self._when(row, edits, line) if set(pending) - _OWN_DAY else ""
        whole = self.notes.count == before
        for group, found in pending.items():
            before = self.notes.count
            event = {"by": by, "on": on, "subject": row.ref, **draft(group, row, found, self.notes)}
            if whole and self.notes.count == before:
                self.drafts.append(event)

    def _who(self, edits: Edits, line: Line) -> str:
        """Return who records: as written now, else as the command says, else as before where the day is new."""
        cell = edits["by"].text if "by" in edits else ""
        post = cell or self.by or (str(line.cells.get("by") or "") if "on" in edits else "")
        if post:
            check_post(post, line, "by", self.notes)
        else:
            what = "the row was edited, and it is not said who did."
            self.notes.add(line, "by", "WHO", what, "Write the post that records it, or give --by.")
        return post

    def _when(self, row: Row, edits: Edits, line: Line) -> str:
        if "on" in edits:
            return day_of(edits["on"], row, self.notes)
        if self.on is not None:
            check_day(self.on, row, line, "on", self.notes)
            return self.on.isoformat()
        what = "the row was edited, and it is not said when."
        self.notes.add(line, "on", "WHEN", what, "Write the day it was recorded, or give --on.")
        return ""


def _said(row: Row, key: str) -> str:
    cell = row.shown(BY_KEY[key])
    return str(cell) if cell is not None else "nothing"
