"""Are the records what they should be: quotations, seals, the ledger's chain."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from checker.base.digest import of_bytes
from checker.base.faults import Fault, Refused
from checker.ledger.store import read_ledger
from checker.model.casefile import BROKEN, VERIFIED, Casefile, Check, Dossier
from checker.model.coding import quotations
from checker.model.document import Document, Told
from checker.model.ledger import Broken, Checkpoint, Ledger, broken
from checker.model.source import Source
from checker.records.read import read_casefile
from checker.records.seals import check_seals, read_seals, seals_bytes, seals_path
from checker.workflow.rulebooks import hedges_of, rulebook_of
from checker.workflow.settings import ORIGINALS, Settings, ledger_path, must_be_a_folder

AT_ONCE = min(4, os.cpu_count() or 1)
"""How many originals are read side by side, each by a process of its own."""


class Verified(NamedTuple):
    """What verification found for one source."""

    source: Source
    total: int
    checks: dict[str, Check]
    """By item id."""
    how: str
    """original, seals or nothing."""
    changed: bool
    told: tuple[Told, ...] = ()
    """What a person should know of the original."""
    unread: tuple[Fault, ...] = ()
    """Why the original could not be read."""
    record: Path = Path()
    missing: Path | None = None
    """Where the original was looked for and is not."""
    sealed: Path | None = None
    """The seals that were written."""

    @property
    def refused(self) -> list[Fault]:
        """Why the original could not be read, with the record that names it."""
        return cited(self.unread, self.record)

    @property
    def faults(self) -> dict[str, Check]:
        """The quotations that are wrong, misplaced, stripped of a hedge, or not as sealed."""
        return {name: check for name, check in self.checks.items() if check.state in BROKEN or check.hedge}

    @property
    def good(self) -> int:
        """How many quotations were found or hold their seal."""
        return sum(check.state in VERIFIED for check in self.checks.values())


def verify_records(settings: Settings, *, seal: bool = False) -> tuple[list[Verified], Sequence[Fault]]:
    """Hold every quotation against its original, or its seal; with `seal`, write seals for those found.

    Returns:
        What was found, by source, and what a person should know of the records: candidates that wait.
    """
    hedges = hedges_of(rulebook_of(settings))
    casefile, warnings = read_casefile(settings.paths)
    opened = _all_opened(casefile.dossiers, settings.originals)
    return [_verified(dossier, one, hedges, seal=seal) for dossier, one in opened], warnings


def _verified(dossier: Dossier, opened: _Opened, hedges: Sequence[str], *, seal: bool) -> Verified:
    checked = _held(dossier, opened, hedges)
    how = _how(checked, opened)
    return Verified(
        dossier.source,
        sum(1 for _ in quotations(dossier.coding)),
        dict(checked.checks),
        how,
        checked.original_changed,
        opened.document.told if opened.document else (),
        tuple(opened.faults),
        _record_path(dossier),
        opened.missing,
        _seal(checked) if seal and how == "original" and not checked.original_changed else None,
    )


def _seal(dossier: Dossier) -> Path:
    from checker.base.save import save, sweep

    path = seals_path(_record_path(dossier))
    sweep(path.parent)
    save(path, seals_bytes(dossier.source, dossier.coding, dossier.checks))
    return path


def _how(dossier: Dossier, opened: _Opened) -> str:
    if opened.document is not None:
        return "original"
    states = {check.state for check in dossier.checks.values()}
    return "seals" if states & {"sealed", "seal_broken"} else "nothing"


def with_checks(casefile: Casefile, originals: Path | None, hedges: Sequence[str]) -> tuple[Casefile, list[Fault]]:
    """Return the casefile with what verification found for every quotation, and the originals that cannot be read."""
    faults: list[Fault] = []
    dossiers = []
    for dossier, opened in _all_opened(casefile.dossiers, originals):
        faults += cited(opened.faults, _record_path(dossier))
        dossiers.append(_held(dossier, opened, hedges))
    return dataclasses.replace(casefile, dossiers=tuple(dossiers)), faults


def cited(faults: Sequence[Fault], record: Path) -> list[Fault]:
    """Return the faults of an original with the record that names it."""
    by = f"(The original of {record.as_posix()}.)"
    return [dataclasses.replace(fault, todo=f"{fault.todo} {by}".strip()) for fault in faults]


class _Opened(NamedTuple):
    """An original as it was opened: read, or with the reasons why not; neither where it is not at hand."""

    document: Document | None = None
    sha256: str = ""
    faults: Sequence[Fault] = ()
    missing: Path | None = None


def _all_opened(dossiers: Sequence[Dossier], originals: Path | None) -> Iterator[tuple[Dossier, _Opened]]:
    """Yield each dossier with its original; a few are read side by side, and no more are held at a time."""
    if originals is None:
        yield from ((dossier, _Opened()) for dossier in dossiers)
        return
    must_be_a_folder(originals, ORIGINALS)
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(AT_ONCE) as pool:
        for first in range(0, len(dossiers), AT_ONCE):
            some = dossiers[first : first + AT_ONCE]
            yield from zip(some, pool.map(lambda one: _opened(one, originals), some), strict=True)


def _opened(dossier: Dossier, originals: Path) -> _Opened:
    original = dossier.source.original
    if original is None:
        return _Opened()
    path = originals / original.file
    if not path.exists() and not path.is_symlink():
        return _Opened(missing=path)
    from checker.readers import bytes_of, read_raw

    try:
        raw = bytes_of(path)
        return _Opened(read_raw(raw, path.as_posix()), of_bytes(raw))
    except Refused as refused:
        return _Opened(faults=refused.faults)


def _held(dossier: Dossier, opened: _Opened, hedges: Sequence[str]) -> Dossier:
    """Return the dossier with its quotations held against the original, else against its seals."""
    original = dossier.source.original
    if original is None:
        return dossier
    changed = bool(opened.sha256) and opened.sha256 != original.sha256
    if opened.document is not None:
        from checker.engine.verification import verify

        document = opened.document
        checks = verify(dossier.coding, document.paragraphs, hedges, document.asides, document.kind)
        return dataclasses.replace(dossier, checks=checks, original_changed=changed)
    seals = read_seals(seals_path(_record_path(dossier)))
    if seals is not None:
        checks = check_seals(dossier.source, dossier.coding, seals)
    elif opened.faults:
        why = "the original cannot be read: " + " ".join(f"{f.code}: {f.what}" for f in opened.faults)
        checks = {identity: Check("not_checked", why) for identity, _, _ in quotations(dossier.coding)}
    else:
        return dossier
    return dataclasses.replace(dossier, checks=checks, original_changed=changed)


def _record_path(dossier: Dossier) -> Path:
    return Path(dossier.inputs[1].path)


class LedgerChecked(NamedTuple):
    """The ledger, and what in it does not fit."""

    path: Path
    ledger: Ledger
    broken: list[Broken]


def verify_ledger(settings: Settings, witness: Checkpoint | None = None) -> LedgerChecked:
    """Check the chain of the ledger, and that it still holds what an old report's checkpoint names."""
    path = ledger_path(settings)
    ledger = read_ledger(path)
    return LedgerChecked(path, ledger, broken(ledger.events, witness))
