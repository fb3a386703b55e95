"""Words that are shown as typed, whatever they would mean to Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_LEADING = re.compile(r"^(\s*)(\d+)([.)])(?=\s)|^(\s*)([-+=])")


def plain(text: str) -> str:
    """Return the text on one line with everything that is markup to Markdown escaped."""
    escaped = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return _LEADING.sub(_escaped_start, escaped)


def _escaped_start(found: re.Match[str]) -> str:
    space, number, dot, other, sign = found.groups()
    return f"{space}{number}\\{dot}" if number else f"{other}\\{sign}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield a table, every cell escaped."""
    yield "| " + " | ".join(map(plain, head)) + " |"
    yield "|" + " --- |" * len(head)
    for row in rows:
        yield "| " + " | ".join(plain(cell) or " " for cell in row) + " |"


def closing(access: str, foot: Iterable[str]) -> Iterator[str]:
    """Yield the end of a report: the restriction again, and the closing lines."""
    yield ""
    yield "---"
    yield ""
    if access != "public":
        yield f"**{access.upper()}: not for publication**"
        yield ""
    for line in foot:
        yield plain(line)
        yield ""
