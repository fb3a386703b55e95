"""Read a record in its plainest form, line by line; whatever is not plain is left to the YAML parser.

Nearly every record is nothing but `field: text`, lists of such fields, short lists in brackets and
folded notes. Such lines mean the same to every reader of YAML, and most come again and again. Read
line by line, each short line once, they take a quarter of what libyaml takes, which was a third of a
check: the one reason for a second reader. At any other line it stops; it never guesses, it names no faults.
"""

from __future__ import annotations

import json
import re
from typing import Any

MOST_OPEN = 12
_SHORT, _MOST_KEPT = 80, 50_000
_WORD = r"[A-Za-z0-9]+(?:[ _.#-][A-Za-z0-9]+)*"
_LINE = re.compile(
    rf"""(\ *)(-\ )?(?:([A-Za-z0-9_][A-Za-z0-9_-]{{0,63}}):(?:\ |$))?(?:
        ([^ \-?:,\[\]{{}}\#&*!|>'"%@`\0][^:\#]*(?:(?::(?!\ |$)|(?<!\ )\#)[^:\#]*)*)(?<!\ )
      | "([^"]+)" | '([^']+)'
      | \[({_WORD}(?:,\ {_WORD})*)\]
      | ([\[{{].*[\]}}])
      | \0(.+)
    )?""",
    re.VERBOSE,
)
_FLOW = re.compile(rf'[\[\]{{}}]|"[^"]+"|{_WORD}|, |: ')
_FOLDED = re.compile(
    r"^(( *)(- )?[A-Za-z0-9_][A-Za-z0-9_-]*: )>-((\n\2(?(3)  ) +)[^ \n](?:.*[^ \n])?(?:\5[^ \n](?:.*[^ \n])?)*)$"
    r"(?=\n*\Z|\n+ *(?:- )?\w|\n+(?!\2 ) *#)",
    re.MULTILINE,
)
_BROKEN = re.compile(r"^(( *)(- )?\w[\w-]*:)(?=\s)((?:[\w\[, ]*+\n\2(?(3)  ) ++)++[\w\[, ]*+\])$", re.MULTILINE)
_NULLS = frozenset({"~", "null", "Null", "NULL"})
_NO_GROUPS: tuple[Any, ...] = (None,) * 9
_FOLD = "\0"  # no record holds it: it stands before folded text that was put on one line

_Line = tuple[int, bool, str, Any]
"""Column (-1: says nothing), whether a dash stands there, field ("": one text), value (None: on the next line)."""


class NotPlain(Exception):
    """This record needs a parser."""


class _Lines(dict[str, _Line]):
    """Every short line that was read, with what it says."""

    def __missing__(self, text: str) -> _Line:
        line = _line(text)
        if len(text) < _SHORT and len(self) < _MOST_KEPT and text.count("[") + text.count("{") < 2:
            self[text] = line
        return line


_LINES = _Lines()


def read_plain(text: str) -> dict[str, Any]:
    """Return the data of a record whose characters were checked, all scalars text, or raise NotPlain."""
    if "\\" in text or "\t" in text or "\r" in text or _FOLD in text:
        raise NotPlain
    if ": >-\n" in text:
        text = _FOLDED.sub(lambda found: found[1] + _FOLD + found[4][len(found[5]) :].replace(found[5], " "), text)
    if ",\n" in text or "  [" in text:
        text = _BROKEN.sub(lambda found: found[1] + re.sub("\n +", " ", found[4]), text)
    root: dict[str, Any] = {}
    here: Any = root
    outer: list[tuple[int, Any]] = [(0, root)]
    at, waiting = 0, ""
    for column, dash, key, value in map(_LINES.__getitem__, text.split("\n")):
        if column != at or dash:
            if column < 0:
                continue
            here = _opened(outer, column, dash, waiting) if waiting else _returned(outer, column, dash)
            at, waiting = column, ""
            if dash:
                here.append({} if key else value if type(value) is str else value.copy())
                at = column + 2 if key else -2
                if not key:
                    continue
                here = here[-1]
                outer.append((at, here))
        if key in here:
            raise NotPlain
        if type(value) is str:
            here[key] = value
        elif value is None:
            at, waiting = -2, key
        else:
            here[key] = value.copy()
    if waiting or not root:
        raise NotPlain
    return root


def _opened(outer: list[tuple[int, Any]], column: int, dash: bool, key: str) -> Any:
    """Begin the list or the mapping that is the value of a field."""
    begins, holder = outer[-1]
    if column < begins or (column == begins and not dash) or len(outer) > MOST_OPEN:
        raise NotPlain
    inner: Any = [] if dash else {}
    holder[key] = inner
    outer.append((column, inner))
    return inner


def _returned(outer: list[tuple[int, Any]], column: int, dash: bool) -> Any:
    """Leave whatever ends before a line at this column."""
    while outer[-1][0] > column:
        outer.pop()
    if not dash and type(outer[-1][1]) is list:
        outer.pop()
    begins, inner = outer[-1]
    if begins != column or (type(inner) is list) != dash:
        raise NotPlain
    return inner


def _line(text: str) -> _Line:
    found = _LINE.fullmatch(text)
    indent, dash, key, plain, double, single, items, flow, folded = found.groups() if found else _NO_GROUPS
    if not (key or dash):
        if text.lstrip(" ")[:1] not in ("", "#"):
            raise NotPlain
        return -1, False, "", None
    value: Any = plain or double or single or folded
    if items or flow:
        value = items.split(", ") if items else _flow(flow)
    if plain in _NULLS or not (key or value) or (items and not _NULLS.isdisjoint(value)):
        raise NotPlain
    return len(indent), bool(dash), key or "", value


def _flow(text: str) -> Any:
    """Return what brackets and braces hold, once its words are in quotes, as JSON."""
    words = _FLOW.findall(text)
    if "".join(words) != text or not _NULLS.isdisjoint(words) or text.count("[") + text.count("{") > MOST_OPEN:
        raise NotPlain
    try:
        return json.loads("".join(f'"{w}"' if w[0].isalnum() else w for w in words), object_pairs_hook=_once)
    except ValueError:
        raise NotPlain from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(fields := dict(pairs)) != len(pairs):
        raise NotPlain
    return fields
