"""From a published file to a document: the one way in."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from checker.base.characters import hostile_in
from checker.base.faults import NOWHERE, Fault, Refused
from checker.base.loader import read_bytes
from checker.model.document import Document, FileKind
from checker.readers.limits import Limits, limits_from
from checker.readers.sniff import sniff

NEAR_BYTES = 500_000
"""A text file up to this is read here and now: it is decoded, and nothing in it is taken apart."""

LONGEST = 1_000_000
"""Characters of one paragraph; a whole report on one line has fewer, and matching more would take minutes."""


def read(path: Path, limits: Limits | None = None) -> Document:
    """Return what a published file says.

    The kind is told by the bytes and the name. A PDF, Word file or page is opened by a process
    of its own, with limits of time and memory.

    Raises:
        Refused: where the file cannot be read as it stands: what it is, and what to do.
        MachineTrouble: where it cannot be opened.
    """
    limits = limits or limits_from()
    return read_raw(bytes_of(path, limits), path.as_posix(), limits)


def bytes_of(path: Path, limits: Limits | None = None) -> bytes:
    """Return the bytes of a file that may be read; a link out of its folder is not followed."""
    name, most = path.as_posix(), (limits or limits_from()).file_megabytes
    if hostile_in(name) or "\n" in name:
        what = "the name of this file holds characters that cannot be shown; not opened."
        raise Refused([Fault(name, NOWHERE, "FILE-NAME", what, "Rename it: letters, digits, hyphens.")])
    if path.is_symlink() and not _inside(path):
        what = "a link that leads out of its folder; not followed."
        raise Refused([Fault(name, NOWHERE, "LINK", what, "Put the file itself here.")])
    size = 0
    with contextlib.suppress(OSError):  # read_bytes says what is wrong
        size = path.stat().st_size if path.is_file() else 0
    if size > most * 1_000_000:
        what = f"{size:,} bytes, limit {most:,} MB."
        raise Refused([Fault(name, NOWHERE, "TOO-BIG", what, "Split it, or allow more: CHECKER_READ_FILE_MEGABYTES.")])
    return read_bytes(path, name, most * 1_000_000)


def _inside(path: Path) -> bool:
    folder = os.path.realpath(path.parent)
    return Path(os.path.realpath(path)).is_relative_to(folder)


def read_raw(raw: bytes, name: str, limits: Limits | None = None) -> Document:
    """Return what the bytes of a file say; `name` tells its kind and is used in messages."""
    document = _read(sniff(raw, name), raw, name, limits)
    if not document.paragraphs:
        todo = "Open it and see whether it is the file you mean."
        raise Refused([Fault(name, NOWHERE, "NO-TEXT", "there is not a word in it.", todo)])
    longest = max(document.paragraphs, key=lambda paragraph: len(paragraph.text), default=None)
    if longest is not None and len(longest.text) > LONGEST:
        what = f"{longest.at} has {len(longest.text):,} characters on end, limit {LONGEST:,}."
        raise Refused([Fault(name, NOWHERE, "TOO-LONG", what, "Ask for a copy that has paragraphs.")])
    return document


def _read(kind: FileKind, raw: bytes, name: str, limits: Limits | None) -> Document:
    if kind == "text" and len(raw) <= NEAR_BYTES:
        from checker.readers.text import read_text_bytes

        return read_text_bytes(raw, name)
    if kind == "markdown" and len(raw) <= NEAR_BYTES:
        from checker.readers.markdown import read_markdown

        return read_markdown(raw, name)
    from checker.readers.apart import read_apart

    return read_apart(kind, raw, name, limits or limits_from())
