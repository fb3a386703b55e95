"""What is wrong where a file is not YAML, in words for the person who edited it."""

from __future__ import annotations

from typing import Any

import yaml

from checker.base.faults import NOWHERE, Fault, Place

_BLOCKS = "Look at the indent and the quotes on this line and the one before."
_PLAIN = {
    "did not find expected '-' indicator": "this line stands further in or out than the items of its list.",
    "did not find expected key": "this line stands further in or out than the fields above it, or goes on behind a quotation mark.",
    "could not find expected ':'": "there is no field name with a colon here, nor does this go on from the line before.",
}
"""What libyaml says of slips with the indent and with quotation marks, put plainly."""


def syntax_fault(name: str, error: Exception, raw: bytes, last: Any = None) -> Fault:
    """Return what is wrong, where, and what to do.

    Args:
        name: the file, as messages name it.
        error: what the parser raised.
        raw: the bytes of the file.
        last: the last value that was read before it.
    """
    place = _place(getattr(error, "problem_mark", None))
    problem = str(getattr(error, "problem", None) or error).splitlines()[0]
    if "mapping values are not allowed" in problem:
        todo = 'Put a value that holds ": " in quotes.'
        return Fault(name, place, "COLON", "a colon and a space inside a value.", todo)
    if "Unicode character escape" in problem or not isinstance(error, yaml.YAMLError):
        what = "an escape that is no character, or half of one."
        return Fault(name, place, "CONTROL-CHAR", what, "Write the character itself.")
    if "cannot start any token" in problem:
        if _at(raw, place) == "\t":
            return Fault(name, place, "SYNTAX", "a tab stands here.", "Indent with spaces.")
        return Fault(name, place, "SYNTAX", "this character cannot start a value.", "Put the value in quotes.")
    opened = _place(getattr(error, "context_mark", None))
    if "unexpected end of stream" in problem and "quoted scalar" in str(getattr(error, "context", "")):
        return Fault(name, opened, "SYNTAX", "a quotation mark is opened here and is not closed.", "Close it.")
    if last is not None and last.style in ("'", '"') and last.start_mark.line < last.end_mark.line:
        opened, closed = _place(last.start_mark), _place(last.end_mark)
        what = f"the quotation mark opened here is closed only on line {closed.line}."
        return Fault(name, opened, "SYNTAX", what, "Close it on its line, with a straight mark.")
    return Fault(name, place, "SYNTAX", _PLAIN.get(problem, f"{problem}."), _BLOCKS)


def _place(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1) if mark else NOWHERE


def _at(raw: bytes, place: Place) -> str:
    """Return the character at a place; nothing where there is none."""
    lines = raw.decode("utf-8-sig", "replace").splitlines()
    return lines[place.line - 1][place.column - 1 : place.column] if 0 < place.line <= len(lines) else ""
