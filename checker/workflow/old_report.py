"""Is an old report still about these records: the inputs and rules it names, and the ledger's checkpoint it printed."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from checker.base.digest import of_bytes
from checker.base.faults import NOWHERE, Fault, MachineTrouble, Misuse, Refused
from checker.model.ledger import Checkpoint
from checker.records.read import read_casefile
from checker.workflow.rulebooks import rulebook_of
from checker.workflow.settings import Settings, must_be_a_file


class Manifest(NamedTuple):
    """The inputs of an old report, held against the files as they are."""

    inputs: int
    changed: list[str]
    """Those that differ, and how."""
    new: list[str]
    """Records that a run of the same day would go by now, and that the report does not name."""
    rules: str
    """The digest of the rules it was made with, where they are not those of this run; else empty."""
    witness: Checkpoint | None
    """The ledger's checkpoint that the report printed."""


def verify_manifest(report: Path, settings: Settings) -> Manifest:
    """Hold a saved report's manifest against the files it names, from the folder where the report was made.

    Raises:
        Refused: where the file is no report of `check --format json`.
        Misuse: where it is not there, or the paths of this run hold none of its inputs.
    """
    from checker.base.jsonfile import read_json

    must_be_a_file(report, "Name a report saved with checker check --format json.")
    old = _old(read_json(report))
    if old is None:
        what = "there is no manifest in it."
        raise Refused(
            [Fault(report.as_posix(), NOWHERE, "NOT-A-RECORD", what, "Give a report made with --format json.")]
        )
    if settings.paths and old.inputs and not any(_within(path, settings.paths) for path, _ in old.inputs):
        named = ", ".join(path.as_posix() for path in settings.paths)
        raise Misuse(
            f"{report.as_posix()} was made from {old.inputs[0][0].as_posix()} and others, none of them in {named}. "
            "Leave the paths out, and run it in the folder where the report was made."
        )
    return Manifest(
        len(old.inputs),
        [f"{path.as_posix()}: {how}" for path, sha256 in old.inputs if (how := _changed(path, sha256))],
        _new(settings, old),
        "" if old.rules == rulebook_of(settings).sha256 else old.rules,
        checkpoint_of(old.ledger),
    )


class _Old(NamedTuple):
    """What a saved report says of its own making."""

    inputs: list[tuple[Path, str]]
    day: datetime.date
    rules: str
    ledger: str


def _old(data: Any) -> _Old | None:
    """Return the manifest of a saved report; None where it is none."""
    manifest = data.get("manifest") if isinstance(data, dict) else None
    if not isinstance(manifest, dict) or (inputs := _inputs(manifest.get("inputs"))) is None:
        return None
    try:
        day = datetime.date.fromisoformat(str(manifest.get("as_of")))
    except ValueError:
        return None
    return _Old(inputs, day, str(manifest.get("rules_sha256", "none named")), str(manifest.get("ledger", "")))


def _new(settings: Settings, old: _Old) -> list[str]:
    """Return the records that a run of the report's day would go by now, and that it does not name."""
    casefile, _ = read_casefile(settings.paths)
    named = {path.resolve() for path, _ in old.inputs}
    return [one.path for one in casefile.up_to(old.day).all_inputs() if Path(one.path).resolve() not in named]


def _inputs(listed: Any) -> list[tuple[Path, str]] | None:
    """Return the files that a manifest names, with their digests; None where it is none."""
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        return None
    pairs = [(one.get("path"), one.get("sha256")) for one in listed]
    if not all(isinstance(text, str) for pair in pairs for text in pair):
        return None
    return [(Path(path), sha256) for path, sha256 in pairs]


def _within(path: Path, folders: Sequence[Path]) -> bool:
    return any(path.resolve().is_relative_to(folder.resolve()) for folder in folders)


def _changed(path: Path, sha256: str) -> str:
    if not path.exists():
        return "not there"
    if not path.is_file():
        return "no file any more"
    try:
        return "changed since" if of_bytes(path.read_bytes()) != sha256 else ""
    except OSError as error:
        raise MachineTrouble(f"{path.as_posix()}: cannot be read ({error.strerror}). Try again.") from error


def checkpoint_of(text: str) -> Checkpoint | None:
    """Return the checkpoint written as `12:3f9c…:2026-11-21`; None for an empty text.

    Raises:
        Misuse: where it is not written so.
    """
    if not text:
        return None
    try:
        events, head, day = text.partition(" (")[0].split(":")  # where the chain was broken, that stands behind it
        return Checkpoint(int(events), head, datetime.date.fromisoformat(day))
    except ValueError:
        raise Misuse(
            f'"{text}" is no checkpoint. Write it as the report prints it: 12:3f9c1a0b2c3d4e5f:2026-11-21.'
        ) from None
