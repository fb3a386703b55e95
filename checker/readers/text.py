"""Plain text and Markdown to numbered paragraphs.

The rules (design 4), fixed by tests: each line that is not blank is a paragraph; a line that
starts in lower case after one without a full stop continues it; Markdown marks and tags are
stripped first; a number printed at the start of a line is the place, and text and bullets
without a number take the one before.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from checker.model.paragraph import Paragraph

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_MARKS = re.compile(r"^[\s\u00a0]*(?:#{1,6}\s+|[-*+\u2022\u00b7\u25cf\u25aa\uf0b7o]\s+|>\s+)+")
_EMPHASIS = re.compile(r"(?<!\d)(\*{1,3}|_{2,3})(?=\S)(.+?)(?<=\S)\1(?!\d)")
_AMOUNT = r"%|per\s?cent|thousand|million|billion|m\b|bn\b|[ap]\.?m\b"
_DOTTED = re.compile(rf"^(\d{{1,3}}(?:\.\d{{1,3}}){{1,4}})\.?(?=[\s\u00a0])(?!\s*(?:{_AMOUNT}))")
_WHOLE = re.compile(r"^(\d{1,3})[.)](?=[\s\u00a0]+\S)")
_SUB = re.compile(r"^\(([a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)(?=[\s\u00a0]+\S)")
_ENDED = re.compile(r"[.!?:;][\"'\u2019\u201d)]*$")


def read_text(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a plain text or Markdown file, in order."""
    paragraphs: list[Paragraph] = []
    number = ""
    for ordinal, line in enumerate(_joined(text), start=1):
        number = _number(line, number)
        paragraphs.append(Paragraph(ordinal, number, line))
    return tuple(paragraphs)


def _joined(text: str) -> Iterator[str]:
    """Yield the stripped lines, those that continue one another joined."""
    held = ""
    for raw in text.splitlines():
        line = _strip(raw)
        if not line:
            continue
        if held and line[0].islower() and not _ENDED.search(held):
            held = f"{held}\n{line}"
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def _strip(line: str) -> str:
    line = html.unescape(_TAG.sub("", line))
    line = _LINK.sub(r"\1", _MARKS.sub("", line))
    while (plain := _EMPHASIS.sub(r"\2", line)) != line:
        line = plain
    return line.strip().strip("\u00a0").strip()


def _number(line: str, before: str) -> str:
    dotted = _DOTTED.match(line) or _WHOLE.match(line)
    if dotted:
        return dotted.group(1)
    sub = _SUB.match(line)
    if sub and before:
        return f"{before.split('(', maxsplit=1)[0]}({sub.group(1)})"
    return before
