"""Which files a path on the command line means."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.base.faults import Misuse

TOPICS = "topics.yaml"
PAPERS = frozenset({".pdf", ".docx", ".doc", ".odt", ".rtf", ".html", ".htm", ".md", ".txt"})
"""Endings of files that are no records, and may be papers to code."""


@dataclass(frozen=True)
class Files:
    """The files of one casefile, each kind sorted by name."""

    codings: tuple[Path, ...]
    sources: tuple[Path, ...]
    topics: tuple[Path, ...]
    whole: bool
    """Whether every coding of the folder is there, so that a source without one was not read."""


def find(paths: Sequence[Path]) -> Files:
    """Return the files meant by the paths.

    A folder that holds `claims/` is a case folder, with its source records in `seeds/`; any other
    folder is one of coding files; a file is a coding file. Source records are looked for in
    `seeds/` beside the folder of the coding file, then in the current folder; topics beside the coding
    file, then in `claims/` beside those source records.

    Raises:
        Misuse: where a path is not there, is a paper or one of source records, or no coding file is found.
    """
    chosen = list(paths) or [Path()]
    absent = [p for p in chosen if not p.exists() and not p.is_symlink()]
    if absent:
        raise Misuse(f"There is no {absent[0].as_posix()} here. Name a coding file, or a folder of them.")
    codings = _in_order({coding for path in chosen for coding in _codings(path)})
    if len(chosen) > 1:  # one file may be named in two ways
        codings = list({os.path.realpath(path): path for path in reversed(codings)}.values())[::-1]
    if not codings:
        raise Misuse(
            f"No coding files in {(chosen[0] / 'claims').as_posix()}. "
            "Run this in a folder with claims/ and seeds/, or name a coding file."
        )
    folders = {path.parent for path in codings}
    sources = {p for folder in folders for p in _yaml(seeds_of(folder))}
    topics = {path for folder in folders for path in _topics_of(folder)}
    whole = all(path.is_dir() for path in chosen)
    return Files(tuple(codings), tuple(_in_order(sources)), tuple(_in_order(topics)), whole)


def _in_order(paths: Iterable[Path]) -> list[Path]:
    return sorted(paths, key=lambda path: path.parts)  # as paths sort, and in a third of the time


def _codings(path: Path) -> list[Path]:
    folder = path if path.is_dir() else path.parent
    if folder.name == "seeds" and (folder.parent / "claims").is_dir() and not (path / "claims").is_dir():
        case = f"the folder that holds both ({folder.parent.as_posix()})"
        raise Misuse(f"{path.as_posix()} is of source records. Name a coding file in claims/, or {case}.")
    if path.suffix.lower() in PAPERS and not path.is_dir():
        draft = f"checker draft {shlex.quote(path.as_posix())} -o claims/SOURCE-ID.yaml"
        raise Misuse(f"{path.as_posix()} is no coding file: those end in .yaml. If it is a paper to be coded: {draft}")
    if path.suffix == ".yaml" or not path.is_dir():  # a folder named like a record is refused as one
        return [path]
    return _yaml(path / "claims" if (path / "claims").is_dir() else path)


def _yaml(folder: Path) -> list[Path]:
    return [p for p in folder.glob("*.yaml") if p.name != TOPICS]


def _topics_of(folder: Path) -> list[Path]:
    """Return the topics that a folder of coding files goes by; none where there are none."""
    nearest = [path for path in (folder / TOPICS, seeds_of(folder).parent / "claims" / TOPICS) if path.exists()]
    return nearest[:1]


def seeds_of(folder: Path) -> Path:
    """Return the folder in which the source records of a folder of coding files are looked for."""
    beside = (folder.parent if folder.name else folder / "..") / "seeds"
    return beside if beside.is_dir() else Path("seeds")
