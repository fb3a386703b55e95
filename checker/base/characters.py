"""Which bytes and characters a record may hold: text in UTF-8, with nothing that hides, reorders or commands."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from itertools import islice

from checker.base.faults import NOWHERE, Fault, Place, Refused

NAMED = 1000
"""Of more bad places than this in one file, only the first is named, and all are counted."""

_MARK = "\ufeff"
_CONTROL = bytes(sorted({*range(0x20), 0x7F} - {0x09, 0x0A, 0x0D}))
_HOSTILE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\ufffe\uffff]"
)
_BAD = re.compile(f"[\udc80-\udcff]+|{_HOSTILE.pattern}")
_LINE_END = re.compile(r"\r\n|\r|\n")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_HIDDEN = re.compile("[\u200b\u2060-\u2064\ufeff\ufff9-\ufffb]")
_MOVING = re.compile(r"[\t\r]")


def check_characters(raw: bytes, name: str) -> None:
    """Refuse bytes that are not UTF-8 and characters that hide, reorder or command."""
    if _harmless(raw):
        return
    wide = _wide_encoding(raw)
    if wide:
        todo = "Save it as UTF-8 (Notepad: Save As, Encoding)."
        raise Refused([Fault(name, NOWHERE, "ENCODING", f"this file is {wide}.", todo)])
    text = raw.decode("utf-8", "surrogateescape")
    faults = [*islice(_character_faults(text, name), NAMED + 1)]
    if len(faults) > NAMED:
        count = sum(1 for _ in _BAD.finditer(text.removeprefix(_MARK)))
        what = f"{count:,} places hold bytes or characters that are not text; this is the first."
        faults = [dataclasses.replace(faults[0], what=what, todo="Save the record as plain text in UTF-8.")]
    if faults:
        raise Refused(faults)


def _harmless(raw: bytes) -> bool:
    """Tell, fast, whether there is nothing to refuse, as in nearly every file."""
    if raw.isascii():
        return len(raw.translate(None, _CONTROL)) == len(raw)
    try:
        return not _HOSTILE.search(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return False


def _character_faults(text: str, name: str) -> Iterator[Fault]:
    """Yield a fault for each run of bytes that are not UTF-8, and for each hostile character."""
    start = done = len(_MARK) if text.startswith(_MARK) else 0
    line, offset = 1, len(text[:start].encode())
    for match in _BAD.finditer(text, start):
        for end in _LINE_END.finditer(text, done, match.start()):
            line, start = line + 1, end.end()
        offset += len(text[done : match.start()].encode("utf-8", "surrogateescape"))
        done = match.start()
        place, first = Place(line, done - start + 1), ord(match.group()[0])
        if 0xDC80 <= first <= 0xDCFF:  # a byte that is not UTF-8, as Python keeps it
            yield _encoding_fault(name, place, first - 0xDC00, offset)
        else:
            yield character_fault(name, place, match.group())


def _encoding_fault(name: str, place: Place, byte: int, offset: int) -> Fault:
    guess = " It looks like Windows-1252 (a pound sign)." if byte == 0xA3 else ""
    what = f"byte 0x{byte:02X} at offset {offset} is not UTF-8.{guess}"
    return Fault(name, place, "ENCODING", what, "Save the file as UTF-8.")


def _wide_encoding(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "UTF-32"
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    if len(raw) >= 4 and raw[:200].count(0) * 3 > len(raw[:200]):
        return "UTF-16 without a mark, by the look of it"
    return ""


def hostile_in(value: str) -> str:
    """Return the first character of a value that no record may hold, a tab or carriage return among them; else ""."""
    found = _HOSTILE.search(value) or _MOVING.search(value)
    return found.group() if found else ""


def character_fault(name: str, place: Place, character: str) -> Fault:
    """Return what to say of a character that no record may hold."""
    code = f"U+{ord(character):04X}"
    if _BIDI.match(character):
        return Fault(name, place, "BIDI-CHAR", f"{code} makes text read otherwise than it is stored.", "Delete it.")
    if _HIDDEN.match(character):
        return Fault(name, place, "HIDDEN-CHAR", f"{code} cannot be seen.", "Delete it.")
    return Fault(name, place, "CONTROL-CHAR", f"{code} is a control character.", "Delete it.")
