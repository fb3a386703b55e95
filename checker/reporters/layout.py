"""Lines of eighty columns."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

WIDTH = 80
INDENT = 5
LABEL = 8

_HELD = "\ue001"
_TOGETHER = (re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}"), re.compile(r"· \S+"), re.compile(r"checker explain .*"))


def labelled(label: str, text: str) -> Iterator[str]:
    """Yield a text beside its label, its further lines under the first."""
    yield from fold(text, f"{'':{INDENT}}{label:<{LABEL}}", " " * (INDENT + LABEL))


def wrapped(text: str, indent: str) -> Iterator[str]:
    """Yield a text in lines, each indented."""
    yield from fold(text, indent, indent or "  ")


def fold(text: str, first: str, rest: str, width: int = WIDTH) -> Iterator[str]:
    """Yield the text in lines of 80 columns, or of a narrower terminal's; dates and commands stay whole."""
    whole = " ".join(text.split())
    for together in _TOGETHER:
        whole = together.sub(lambda match: match.group().replace(" ", _HELD), whole)
    lines = textwrap.wrap(
        whole, width, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
    yield from (line.replace(_HELD, " ") for line in lines)


def quoted(words: str) -> str:
    """Return words in quotation marks; those that they hold themselves become single ones."""
    inner = words.strip().replace("“", "‘").replace("”", "’")
    if inner.startswith('"'):
        inner = "‘" + inner[1:].replace('"', "’", 1)
    return f"“{inner}”"


def counted(number: int, noun: str) -> str:
    """Return a number and its noun: 1 claim, 2 claims, 0 quotations."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
