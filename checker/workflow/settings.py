"""What a run was asked for."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from checker.base.faults import Misuse
from checker.ledger.store import NAME as LEDGER


@dataclass(frozen=True)
class Settings:
    """What a run was asked for."""

    paths: tuple[Path, ...] = ()
    profile: str = "scrutiny"
    as_of: datetime.date | None = None
    originals: Path | None = None
    packs: tuple[Path, ...] = ()
    ledger: Path | None = None
    waivers: bool = True
    only: tuple[str, ...] = ()
    """Rules or groups of rules; none: those of the profile."""


def must_be_here(path: Path, name_what: str) -> None:
    """Tell a file that is not there from one that cannot be read; a link that leads nowhere is one of those.

    Raises:
        Misuse: where there is nothing of that name.
    """
    if not path.exists() and not path.is_symlink():
        raise Misuse(f"There is no {path.as_posix()} here. {name_what}")


def ledger_path(settings: Settings) -> Path:
    """Return where the ledger is kept: where it was said, else in the folder that holds claims/ and seeds/."""
    if settings.ledger is not None:
        return settings.ledger
    first = settings.paths[0] if settings.paths else Path()
    if first.is_dir():
        return (first if (first / "claims").is_dir() else first / "..") / LEDGER
    return first.parent / ".." / LEDGER
