"""Read a YAML record as the text that was written.

Records are data, not programs: every scalar stays text (`3.10` is "3.10", `no` is "no"),
and whatever YAML offers beyond mappings, lists and scalars is refused. A file is read without
positions: line by line where it is plain, else by walking libyaml's events. Only where something
is odd is it walked slowly, so that every fault can be named with its line and column.
"""

from __future__ import annotations

import errno
import stat
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.base.characters import check_characters, hostile_in
from checker.base.faults import NOWHERE, Fault, MachineTrouble, Refused
from checker.base.plain import NotPlain, read_plain

if TYPE_CHECKING:
    from checker.base.walk import Marks

MAX_BYTES = 16_000_000
MAX_VALUES = 500_000
"""Enough for 10,000 claims; a file of nothing but faults stays within seconds and memory."""

_SORTS = {stat.S_IFDIR: "a folder", stat.S_IFIFO: "a pipe", stat.S_IFCHR: "a device", stat.S_IFBLK: "a device"}
_BEFORE_ITEMS = (b",", b"[", b"- ")


@dataclass(frozen=True)
class Document:
    """One file as it was read: its bytes and its data, all scalars text or None."""

    path: str
    raw: bytes = field(repr=False)
    data: Any = field(repr=False)

    @cached_property
    def marks(self) -> Marks:
        """Line and column of every value and key; costs a second, slower walk."""
        from checker.base.walk import Careful

        return Careful(self.path, self.raw).walk()[1]


def load(path: Path, shown: str | None = None) -> Document:
    """Read one YAML file.

    Args:
        path: a regular file of at most 16 MB.
        shown: the name to use in messages; the path itself where not given.

    Raises:
        Refused: with every fault found, each with line and column.
        MachineTrouble: where the file cannot be opened.
    """
    name = shown if shown is not None else path.as_posix()
    if hostile_in(name) or "\n" in name:
        what = "the name of this file holds characters that cannot be shown; not opened."
        raise Refused([Fault(name, NOWHERE, "FILE-NAME", what, "Rename it: letters, digits, hyphens.")])
    return parse(read_bytes(path, name), name)


def read_bytes(path: Path, name: str, limit: int = MAX_BYTES) -> bytes:
    """Return the bytes of a regular file; never opens pipes, devices or folders."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            what = f"this is {_SORTS.get(stat.S_IFMT(about.st_mode), 'not a regular file')}; not opened."
            raise Refused([Fault(name, NOWHERE, "NOT-A-FILE", what, "Name a file.")])
        if about.st_size > limit:
            what = f"{about.st_size:,} bytes, limit {limit:,}."
            raise Refused([Fault(name, NOWHERE, "TOO-LONG", what, "Split the file.")])
        with path.open("rb", buffering=0) as file:
            return file.read()
    except OSError as error:
        raise _unreadable(path, name, error) from error


def _unreadable(path: Path, name: str, error: OSError) -> Exception:
    """Return what to raise: Refused where the path is at fault, MachineTrouble where rights or the disk are."""
    if error.errno == errno.ELOOP or (error.errno == errno.ENOENT and path.is_symlink()):
        return Refused([Fault(name, NOWHERE, "LINK", "a link that loops or leads nowhere.", "Put the file here.")])
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG):
        return Refused([Fault(name, NOWHERE, "NOT-A-FILE", "there is no such file.", "Name a file.")])
    return MachineTrouble(f"{name}: NO-ACCESS: cannot be read ({error.strerror}). Ask its owner, or try again.")


def parse(raw: bytes, name: str) -> Document:
    """Parse the bytes of a record; `name` is used in messages.

    Raises:
        Refused: with every fault found.
    """
    check_characters(raw, name)
    values = (
        max(raw.count(b"\n"), raw.count(b"\r")) + sum(map(raw.count, _BEFORE_ITEMS)) if len(raw) > MAX_VALUES else 0
    )
    if values > MAX_VALUES:
        what = f"about {values:,} lines and list items, limit {MAX_VALUES:,}."
        raise Refused([Fault(name, NOWHERE, "TOO-LONG", what, "Split the file.")])
    try:
        data = read_plain(raw.decode())
    except NotPlain:
        data = _walked(raw, name)
    return Document(name, raw, data)


def _walked(raw: bytes, name: str) -> Any:
    from checker.base.walk import MALFORMED, Careful, Odd, fast

    if b"\\" in raw or b"\t" in raw:  # escapes can write characters that the bytes do not show
        return Careful(name, raw).walk()[0]
    try:
        return fast(raw)
    except (Odd, *MALFORMED):
        return Careful(name, raw).walk()[0]
