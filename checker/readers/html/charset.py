"""The bytes of a page to text: what the page says of itself, held against what the bytes are."""

from __future__ import annotations

import codecs
import re

from checker.model.document import Told
from checker.readers.encoding import MARKS, is_windows, stray

_DECLARED = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_DECLARED_XML = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_WESTERN = {"iso8859-1", "cp1252", "ascii", "latin-1"}
_SHOWN = {"utf-8": "UTF-8", "cp1252": "Windows-1252"}


def decode_page(raw: bytes) -> tuple[str, tuple[Told, ...]]:
    """Return the text of a page, and what to say where it is not what it says it is."""
    for mark, encoding in MARKS.items():
        if raw.startswith(mark):
            return _as(raw[len(mark) :], encoding, encoding)
    declared = _declared(raw)
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return _not_utf8(raw, declared)
    if declared in ("", "utf-8") or raw.isascii():
        return text, ()
    return text, (_told(declared, "utf-8"),)


def _declared(raw: bytes) -> str:
    found = _DECLARED_XML.match(raw) or _DECLARED.search(raw[:4096])
    try:
        codec = codecs.lookup(found.group(1).decode("ascii")) if found else None
    except LookupError:
        return ""
    if codec is None or codec.name.startswith("utf-16") or not codec._is_text_encoding:
        return ""  # what could be read as ASCII so far is not UTF-16
    return "cp1252" if codec.name in _WESTERN else codec.name


def _not_utf8(raw: bytes, declared: str) -> tuple[str, tuple[Told, ...]]:
    if declared not in ("", "utf-8"):
        return _as(raw, declared, declared)
    if is_windows(raw):
        return _as(raw, "cp1252", declared)
    return raw.decode("utf-8", "replace"), (Told("ENCODING", f"B{stray(raw)[1:]} They are shown as \ufffd."),)


def _as(raw: bytes, encoding: str, declared: str) -> tuple[str, tuple[Told, ...]]:
    text = raw.decode(encoding, "replace")
    if "\ufffd" in text and "\ufffd".encode() not in raw:
        what = f"Some bytes are not the {_name(encoding)} that the page says it is; they are shown as \ufffd."
        return text, (Told("ENCODING", what),)
    return text, () if encoding == declared else (_told(declared, encoding),)


def _told(declared: str, encoding: str) -> Told:
    says = f"The page says {_name(declared)}" if declared else "The page does not say its encoding"
    return Told("ENCODING", f"{says}, the bytes are {_name(encoding)}; read as {_name(encoding)}.")


def _name(encoding: str) -> str:
    return _SHOWN.get(encoding, encoding.upper())
