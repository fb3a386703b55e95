"""What a run was asked for."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

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


def ledger_path(settings: Settings) -> Path:
    """Return where the ledger is kept: where it was said, else in the folder that holds claims/ and seeds/."""
    if settings.ledger is not None:
        return settings.ledger
    first = settings.paths[0] if settings.paths else Path()
    if first.is_dir():
        return (first if (first / "claims").is_dir() else first / "..") / LEDGER
    return first.parent / ".." / LEDGER
