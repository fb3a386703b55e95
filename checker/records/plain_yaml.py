"""YAML as a clerk would write it: one field a line, text in quotation marks, nothing clever."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from checker.base.characters import hostile_in

MARK = "# candidate"
"""How the drafter's comment above an item begins."""
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*( [A-Za-z0-9_.-]+)*")
_READ_OTHERWISE = frozenset(["null", "true", "false", "yes", "no", "on", "off", "y", "n"])
_WIDE = 100
_MORE = "#   "


def written(value: Any) -> str:
    """Return a value as it stands behind its key; an editor reads the same text as the program."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {written(part)}" for key, part in value.items()) + "}"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Sequence):
        return "[" + ", ".join(written(part) for part in value) + "]"
    return str(value)


def field(name: str, value: Any) -> str:
    """Return a field with its value; a quotation always stands in quotation marks."""
    return f"{name}: {_quoted(clean(value)) if name == 'quote' else written(value)}"


def _text(value: str) -> str:
    text = clean(value)
    if _PLAIN.fullmatch(text) and text.lower() not in _READ_OTHERWISE and len(text) < _WIDE:
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def clean(text: str) -> str:
    """Return a text on one line, without the characters that no record may hold."""
    line = " ".join(text.split())
    while bad := hostile_in(line):
        line = line.replace(bad, "")
    return line


def item(fields: Mapping[str, Any], because: str = "") -> Iterator[str]:
    """Yield the lines of one item of a list, the drafter's reasons as a comment above it."""
    if because:
        yield from comment(f"{MARK}, {because}", "  ")
    for number, (name, value) in enumerate(fields.items()):
        yield f"{'    ' if number else '  - '}{field(name, value)}\n"


def comment(text: str, indent: str = "") -> Iterator[str]:
    """Yield a text that begins with # as comment lines; those after the first are set in."""
    more = indent + _MORE
    lines = textwrap.wrap(
        clean(text),
        _WIDE,
        initial_indent=indent,
        subsequent_indent=more,
        break_long_words=False,
        break_on_hyphens=False,
    )
    yield from (f"{line}\n" for line in lines)


def drafters_lines(lines: Sequence[str], first: int) -> tuple[int, int]:
    """Return where the drafter's comment above a line begins and ends; the same number twice where there is none."""
    start = first
    while start > 0 and lines[start - 1].lstrip().startswith("#"):
        start -= 1
        if lines[start].lstrip().startswith(MARK):
            end = start + 1
            while end < first and lines[end].lstrip().startswith(_MORE):
                end += 1
            return start, end
    return first, first
