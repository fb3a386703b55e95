"""An edited register back into the ledger."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import NamedTuple

from checker.base.faults import Fault
from checker.base.loader import read_bytes
from checker.ledger.sheet import read_sheet
from checker.ledger.store import append
from checker.model.ledger import Event
from checker.reporters.register.rows import current
from checker.workflow.checking import check
from checker.workflow.recording import salt
from checker.workflow.settings import Settings, ledger_path, must_be_a_file

MAX_REGISTER = 100_000_000


class Imported(NamedTuple):
    """What came of an import."""

    events: tuple[Event, ...]
    """What was added."""
    left: tuple[str, ...]
    """Conflicts and faults that were left out, where that was asked for."""
    warnings: tuple[Fault, ...]


def import_register(
    settings: Settings, path: Path, *, by: str = "", on: datetime.date | None = None, skip_conflicts: bool = False
) -> Imported:
    """Add what people wrote into an exported register to the ledger; nothing is overwritten, nothing lost.

    Raises:
        Refused: with every conflict and fault, where they are not to be skipped; nothing was added.
        Misuse: where the register is not there.
    """
    must_be_a_file(path, "Name a register that checker register wrote, in Excel or CSV.")
    assessment, warnings = check(settings)
    raw = read_bytes(path, path.as_posix(), MAX_REGISTER)
    found = read_sheet(raw, path.as_posix(), current(assessment), assessment.as_of, by=by, on=on)
    drafts = found.to_append(skip_conflicts=skip_conflicts)
    events = append(ledger_path(settings), drafts, salt).events[-len(drafts) :] if drafts else ()
    left = tuple(map(str, (*found.conflicts, *found.faults))) if skip_conflicts else ()
    return Imported(tuple(events), left, (*warnings, *found.warnings))
