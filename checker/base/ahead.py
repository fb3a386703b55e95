"""Read many files in two processes, where the system can fork and has a second processor for it.

Parsing is most of what a check of many records costs. A child parses every second file while
this process parses the others; a file that the child could not read is read here again, so that
its faults are named as ever. The result is that of reading one after the other.
"""

from __future__ import annotations

import marshal
import os
import threading
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from checker.base.faults import Refused
from checker.base.loader import Document, load

FEWEST = 100
"""With fewer files a second process costs more than it saves."""


def read_all(paths: Sequence[Path]) -> Iterator[Document | Refused]:
    """Yield each file's document, or why it was refused, in the order given.

    Raises:
        MachineTrouble: at the file that cannot be opened.
    """
    if not _worth_it(len(paths)):
        yield from map(_read, paths)
        return
    child, reader = _start(paths[1::2])
    own = [_read(path) for path in paths[::2]]
    others = _finish(child, reader, paths[1::2])
    yield from (one for pair in zip_longest(own, others) for one in pair if one is not None)


def _worth_it(files: int) -> bool:
    alone = threading.active_count() == 1  # forking beside other threads is not safe
    return files >= FEWEST and hasattr(os, "fork") and (os.cpu_count() or 1) > 1 and alone


def _read(path: Path) -> Document | Refused:
    try:
        return load(path)
    except Refused as refused:
        return refused


def _start(paths: Sequence[Path]) -> tuple[int, int]:
    """Start a child that reads the files; return its number and the pipe it answers on."""
    reader, writer = os.pipe()
    child = os.fork()
    if child:
        os.close(writer)
        return child, reader
    try:
        os.close(reader)
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(marshal.dumps([_quietly(path) for path in paths]))
    finally:
        os._exit(0)


def _quietly(path: Path) -> tuple[bytes, object] | None:
    try:
        document = load(path)
    except Exception:  # the parent reads it again and says what is wrong
        return None
    return document.raw, document.data


def _finish(child: int, reader: int, paths: Sequence[Path]) -> Iterator[Document | Refused]:
    with os.fdopen(reader, "rb") as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    try:
        results = marshal.loads(answer)  # noqa: S302 our own child wrote it
    except (EOFError, ValueError, TypeError):
        results = [None] * len(paths)  # the child was killed
    for path, result in zip(paths, results, strict=True):
        yield _read(path) if result is None else Document(path.as_posix(), *result)
