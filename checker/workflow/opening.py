"""A coding file and its paper, fetched for the person who confirms it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from checker.base.digest import of_bytes
from checker.base.faults import Misuse
from checker.base.match import find
from checker.model.coding import Coding, drafted
from checker.model.paragraph import Paragraph
from checker.model.source import Source
from checker.workflow.confirming import Desk
from checker.workflow.settings import ORIGINALS, must_be_a_file, must_be_a_folder

_ABSENT = "The paper is not at hand: quotations are shown alone and are not checked (--original FILE)."
_ANOTHER = (
    "does not seem to be this paper: next to none of the quotations stand in it. "
    "They are shown alone and are not checked."
)
_FEW, _ENOUGH = 10, 3
"""A paper that holds fewer than one quotation in ten is taken for another one; of so many at least."""


class Opened(NamedTuple):
    """A coding file on the desk, and what a person should be told of its original."""

    desk: Desk
    original: Path | None
    told: str


def open_coding(path: Path, original: Path | None = None, originals: Path | None = None) -> Opened:
    """Return the desk with a coding file on it and, where it is at hand, the paper beside it.

    A file that quotes too much of a newspaper is opened too: here it can be mended.

    Raises:
        Refused: where the records cannot be read, or the original given cannot.
        Misuse: where a file or folder is not there.
    """
    from checker.base.loader import load
    from checker.readers import bytes_of, read_raw
    from checker.records.quarter import TOO_MUCH, words_allowed
    from checker.records.read import read_casefile
    from checker.workflow.rulebooks import hedges_of, rulebook_of
    from checker.workflow.settings import Settings

    if path.is_dir():
        raise Misuse(f"{path.as_posix()} is a folder. Name one coding file.")
    casefile, _ = read_casefile([path], bearing=(TOO_MUCH,))
    sources = [*(dossier.source for dossier in casefile.dossiers), *casefile.registered]
    source = next((s for s in sources if s.id == load(path).data["source"]), None)
    today = datetime.date.today()
    alone = Desk(path, allowed=words_allowed(source), today=today)
    found = _original(original, originals, source)
    if found is None:
        return Opened(alone, None, _ABSENT)
    raw = bytes_of(found)
    paragraphs = read_raw(raw, found.as_posix()).paragraphs
    told = _told(found, raw, source)
    if (told or source is None or source.original is None) and _is_another(alone.coding, paragraphs):
        return Opened(alone, None, f"{found.as_posix()} {_ANOTHER}")
    return Opened(Desk(path, paragraphs, hedges_of(rulebook_of(Settings())), alone.allowed, today), found, told)


def _original(given: Path | None, folder: Path | None, source: Source | None) -> Path | None:
    if given is not None:
        must_be_a_file(given, "Name the paper itself.")
        return given
    if folder is not None:
        must_be_a_folder(folder, ORIGINALS)
    name = source.original.file if source and source.original else ""
    return folder / name if folder is not None and name and (folder / name).exists() else None


def _told(path: Path, raw: bytes, source: Source | None) -> str:
    if source is None or source.original is None or source.original.sha256 == of_bytes(raw):
        return ""
    return f"{path.as_posix()} is not the file that the source record names: its sha256 differs."


def _is_another(coding: Coding, paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether next to none of the quotations stand in a paper."""
    whole = "\n".join(paragraph.text for paragraph in paragraphs)
    quotes = [item.quote for _, _, item in drafted(coding)]
    return len(quotes) >= _ENOUGH and sum(bool(find(quote, whole)) for quote in quotes) * _FEW < len(quotes)
