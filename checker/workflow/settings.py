"""What a run was asked for."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from checker.base.faults import Misuse
from checker.ledger.store import NAME as LEDGER

ORIGINALS = "Name the folder that holds the published files."
"""What to do where --originals leads nowhere."""


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


def must_be_a_file(path: Path, name_what: str) -> None:
    """Refuse a name of nothing, or of a folder where a file is meant.

    Raises:
        Misuse: with what to name.
    """
    must_be_here(path, name_what)
    if path.is_dir():
        raise Misuse(f"{path.as_posix()} is a folder. {name_what}")


def must_be_a_folder(path: Path, name_what: str) -> None:
    """Refuse a name of nothing, or of a file where a folder is meant.

    Raises:
        Misuse: with what to name.
    """
    if not path.is_dir():
        what = f"{path.as_posix()} is a file." if path.exists() else f"There is no folder {path.as_posix()}."
        raise Misuse(f"{what} {name_what}")


def ledger_path(settings: Settings) -> Path:
    """Return where the ledger is kept: where it was said, else in the folder that holds claims/ and seeds/.

    Raises:
        Misuse: where a folder is given for it.
    """
    if settings.ledger is not None:
        if settings.ledger.is_dir():
            raise Misuse(
                f"{settings.ledger.as_posix()} is a folder. Name the ledger, a file such as ledger.json in it."
            )
        return settings.ledger
    first = settings.paths[0] if settings.paths else Path()
    if first.is_dir():
        return (first if (first / "claims").is_dir() else first / "..") / LEDGER
    return first.parent / ".." / LEDGER
