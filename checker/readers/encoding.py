"""Bytes to text: by a mark, as UTF-8, or as Windows-1252 where every byte says so; never by a guess."""

from __future__ import annotations

import re
from typing import NoReturn

from checker.base.faults import NOWHERE, Fault, Refused
from checker.model.document import Told

MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
"""What a file may begin with that says how it is encoded."""

_TODO = "Save it as UTF-8 (Notepad: Save As, Encoding)."
_NAMED = 5
_HIGH = re.compile(rb"[\x80-\xff]")
_WELL_FORMED = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SURE = re.compile(
    rb"[\xa3\x80](?=\s?\d)"  # pound and euro before a figure
    rb"|(?<![\x80-\x92\x94-\xff])[\x91\x93](?=[A-Za-z0-9\xa3\x91])"  # an opening quotation mark
    rb"|(?<=[A-Za-z0-9.,;:!?)%\x92])[\x92\x94](?![\x80-\x90\x98-\x9f])"  # an apostrophe or closing mark
    rb"|(?<=[\sA-Za-z0-9])[\x96\x97](?=[\sA-Za-z0-9\xa3])"  # dashes
    rb"|(?<=[A-Za-z0-9 ])\x85"  # three dots
    rb"|(?:(?<=[\r\n\t ])|(?<![\x00-\xff]))[\x95\xb7](?=[ \t\xa0])"  # bullets
    rb"|(?<=[\x20-\x7e\r\n\x92\x94\x95\x96\xb7\xa0])\xa0"  # a space that does not break
    rb"|\xa0(?=[\x20-\x7e])"
    rb"|(?<=\d)[\xb0\xbc\xbd\xbe]|(?<=[\dm])[\xb2\xb3]"  # degrees, fractions, squares
    rb"|(?<=[A-Za-z])[\xe0\xe1\xe2\xe4\xe7\xe8\xe9\xea\xeb\xed\xee\xef\xf1\xf3\xf4\xf6\xfa\xfb\xfc]"  # accents in words
    rb"|[\xe9\xe8\xe0\xe2](?=[a-z]{2})"
)


def decode(raw: bytes, name: str) -> tuple[str, tuple[Told, ...]]:
    """Return the text of a plain file, and what to say of how it was read.

    Raises:
        Refused: ENCODING, with the offsets of the bytes that do not fit.
    """
    refuse_unmarked(raw, name)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _wide(raw, name)
    try:
        return raw.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        pass
    if not is_windows(raw):
        _refuse(name, stray(raw))
    text = raw.decode("cp1252")
    signs = "pound signs, " if b"\xa3" in raw else ""
    return text, (Told("ENCODING", f"Read as Windows-1252 ({signs}byte 0x{_first(raw):02X}); it is not UTF-8."),)


def refuse_unmarked(raw: bytes, name: str) -> None:
    """Refuse a file of wide characters that does not say which, or of characters wider than any program's here."""
    if raw.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        _refuse(name, "this file is UTF-32.")
    if not raw.startswith((b"\xff\xfe", b"\xfe\xff")) and raw[:200].count(0) * 3 > len(raw[:200]):
        _refuse(name, "this file is UTF-16 without a mark, by the look of it.")


def is_windows(raw: bytes) -> bool:
    """Tell whether each byte beyond ASCII stands where Windows-1252 alone makes sense of it."""
    return not _WELL_FORMED.search(raw) and len(_HIGH.findall(raw)) == len(_SURE.findall(raw))


def stray(raw: bytes) -> str:
    """Say which bytes are not UTF-8, and where."""
    text = raw.decode("utf-8", "surrogateescape")
    found, offset, done, count = [], 0, 0, 0
    for match in re.finditer("[\udc80-\udcff]", text):
        count += 1
        if count <= _NAMED:
            offset += len(text[done : match.start()].encode("utf-8", "surrogateescape"))
            done = match.start()
            found.append(f"0x{ord(match.group()) - 0xDC00:02X} at offset {offset:,}")
    more = f" and {count - _NAMED:,} more" if count > _NAMED else ""
    plural = "bytes" if count > 1 else "byte"
    return f"{plural} {', '.join(found)}{more}: not UTF-8, and nothing is guessed."


def _wide(raw: bytes, name: str) -> tuple[str, tuple[Told, ...]]:
    try:
        return raw.decode("utf-16"), (Told("ENCODING", "Read as UTF-16, as its mark says."),)
    except UnicodeDecodeError as error:
        _refuse(name, f"marked as UTF-16, and the bytes at offset {error.start:,} are not.")


def _first(raw: bytes) -> int:
    found = _HIGH.search(raw)
    return found.group()[0] if found else 0


def _refuse(name: str, what: str) -> NoReturn:
    raise Refused([Fault(name, NOWHERE, "ENCODING", what, _TODO)])
