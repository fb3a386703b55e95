"""Markdown to numbered paragraphs: as plain text, and its tables as cells, its comments aside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.model.document import Aside, Document
from checker.readers.encoding import decode
from checker.readers.text import Line, line_of, paragraphs_of, without_emphasis

_ASIDES = re.compile(
    r"<!--(?P<comment>.*?)(?:-->|\Z)|<(?P<tag>script|style)\b[^>]*>(?P<script>.*?)(?:</(?P=tag)\s*>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_RULE = re.compile(r"[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|=+|`{3,}.*|~{3,}.*)$")
_UNDERLINE = re.compile(r"[ \t]*(=+|-+)[ \t]*$")
_DELIMITERS = re.compile(r"[ \t]*\|?(?:[ \t]*:?-{1,}:?[ \t]*\|)+(?:[ \t]*:?-{1,}:?[ \t]*)?$")
_MATTER = re.compile(r"\A(---|\+\+\+)[ \t]*\n(?P<matter>(?:[^\n]*\n){0,100}?)\1[ \t]*(?:\n|\Z)")
_TITLE = re.compile(r"^title[ \t]*[:=][ \t]*[\"']?(.*?)[\"']?[ \t]*$", re.MULTILINE)
_ADDRESS = re.compile(r"<((?:[a-z][a-z0-9+.-]*:|[^\s<>@]+@)[^\s<>]+)>", re.IGNORECASE)
_DEFINED = re.compile(r"^ {0,3}\[(?!\^)([^\[\]]+)\]:[ \t]+\S+(?:[ \t]+[\"'(].*)?[ \t]*$\n?", re.MULTILINE)
_REFERRING = re.compile(r"!?\[([^\[\]]+)\]\[([^\[\]]*)\]")
_NOTED = re.compile(r"^ {0,3}\[\^([^\[\]\s]+)\]:", re.MULTILINE)
_NOTING = re.compile(r"\[\^([^\[\]\s]+)\](?!:)")
_BAR = re.compile(r"(?<!\\)\|")


def read_markdown(raw: bytes, path: str) -> Document:
    """Return the document in the bytes of a Markdown file.

    Raises:
        Refused: ENCODING, where it is neither UTF-8 nor surely something else.
    """
    text, told = decode(raw, path)
    asides = tuple(
        Aside("comment" if found["tag"] is None else "script", (found["comment"] or found["script"] or "").strip())
        for found in _ASIDES.finditer(text)
        if (found["tag"] or "").lower() != "style"
    )
    matter = _MATTER.match(text)  # what a site's program is told of the page, which its readers do not see
    text = text[matter.end() :] if matter else text
    named = _TITLE.search(matter["matter"]) if matter else None
    paragraphs = paragraphs_of(_lines(_resolved(_ASIDES.sub("", text)).splitlines()), marks_begin=True)
    title = next((p.text for p in paragraphs if p.part == "heading" and p.level == 1), named[1] if named else "")
    return Document("markdown", paragraphs, title=title, told=told, asides=tuple(a for a in asides if a.text))


def _resolved(text: str) -> str:
    """Return a text as its page shows it where links and notes are told of elsewhere in it."""
    named = {name.casefold() for name in _DEFINED.findall(text)}
    noted = set(_NOTED.findall(text))
    text = _DEFINED.sub("", text)
    text = _REFERRING.sub(lambda m: m[1] if (m[2] or m[1]).casefold() in named else m[0], text)
    text = _NOTING.sub(lambda m: "" if m[1] in noted else m[0], text)
    return _ADDRESS.sub(r"\1", text)


def _lines(lines: list[str]) -> Iterator[Line]:
    table = at = 0
    while at < len(lines):
        below = lines[at + 1] if at + 1 < len(lines) else ""
        if _begins_table(lines[at], below):
            table += 1
            rows = [lines[at]]
            at += 2
            while at < len(lines) and "|" in lines[at]:
                rows.append(lines[at])
                at += 1
            yield from _cells(table, rows)
            continue
        yield from _plain(lines[at], below)
        at += 1


def _plain(line: str, below: str) -> Iterator[Line]:
    if _RULE.match(line):
        return
    found, underline = line_of(line), _UNDERLINE.match(below)
    words = found.text.rstrip("#")
    if found.part == "heading" and words.endswith((" ", "\t")):
        found = found._replace(text=words.rstrip())
    if underline and found.text and found.part == "text":
        found = found._replace(part="heading", level=1 if "=" in below else 2)
    yield found


def _begins_table(line: str, below: str) -> bool:
    """Tell whether a row of a table stands here: the line below says how its columns are set."""
    return "|" in line and "|" in below and bool(_DELIMITERS.match(below))


def _cells(table: int, rows: list[str]) -> Iterator[Line]:
    for row, line in enumerate(rows, start=1):
        for column, text in enumerate(_BAR.split(line.strip().removeprefix("|").removesuffix("|")), start=1):
            words = line_of(text.replace("\\|", "|").strip())
            yield Line(without_emphasis(words.text), "cell", cell=(table, row, column))
