"""What a file is, by its bytes and its name; what neither fits is refused with what to do."""

from __future__ import annotations

import html
import re
from pathlib import PurePath
from typing import NoReturn

from checker.base.faults import NOWHERE, Fault, Refused, shortened
from checker.model.document import FileKind
from checker.readers.encoding import MARKS

KINDS: dict[str, FileKind] = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".text": "text",
}
_NAMES: dict[FileKind, str] = {
    "pdf": "a PDF",
    "docx": "a DOCX",
    "html": "an HTML page",
    "markdown": "a Markdown file",
    "text": "a text file",
}
_FETCH = "Fetch the document again."
_SAVE_AS = "Save it as DOCX or PDF."
_HEAD = 8_192

_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "rtf"),
    (b"%!PS", "PostScript"),
    (b"\x89PNG\r\n\x1a\n", "a picture (png)"),
    (b"\xff\xd8\xff", "a picture (jpeg)"),
    (b"GIF8", "a picture (gif)"),
    (b"II*\0", "a picture (tiff)"),
    (b"MM\0*", "a picture (tiff)"),
    (b"From: <Saved by", "a web archive (mht)"),
    (b"MIME-Version: 1.0", "a web archive (mht)"),
)
"""What a file begins with that is a document of a kind that is not read."""
_STRANGERS: tuple[tuple[bytes, str], ...] = (
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\x1f\x8b", "an archive"),
    (b"7z\xbc\xaf", "an archive"),
    (b"Rar!", "an archive"),
    (b"BZh", "an archive"),
    (b"\xfd7zXZ", "an archive"),
    (b"SQLite format 3", "a database"),
)
"""What a file begins with that is no document."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PAGE = re.compile(
    r"[\s\ufeff]*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head)\b",
    re.IGNORECASE | re.DOTALL,
)
_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{0,300})", re.IGNORECASE)
_STRAY = 4
"""So many control characters a text may hold by mistake."""
_NO_TEXT = bytes(sorted({*range(0x20), 0x7F} - {0x09, 0x0A, 0x0C, 0x0D}))


def sniff(raw: bytes, name: str) -> FileKind:
    """Return what kind of file the bytes are.

    Raises:
        Refused: EMPTY-FILE, KIND, WRONG-KIND or NOT-DOCX, where no reader of ours should meet them.
    """
    if not raw.removeprefix(b"\xef\xbb\xbf").strip():
        _refuse(name, "EMPTY-FILE", "nothing but space in it." if raw else "0 bytes.", _FETCH)
    suffix = PurePath(name).suffix.lower()
    _refuse_strangers(raw, name, suffix)
    found = _found(raw, suffix)
    if found is None:
        return _by_name(raw, name, suffix)
    if found == "docx":
        _refuse_other_packages(raw, name, suffix)
    if suffix in KINDS and found != KINDS[suffix]:
        _wrong(name, _NAMES[found] + (_title(raw) if found == "html" else ""), suffix)
    return found


def _refuse_strangers(raw: bytes, name: str, suffix: str) -> None:
    for start, what in _OTHERS:
        if raw.startswith(start):
            _kind(name, what)
    for start, what in _STRANGERS:
        if raw.startswith(start) and not (start in (b"MZ", b"BZh") and is_text(raw)):
            _wrong(name, f"{what}, not text," if KINDS.get(suffix) in ("text", "markdown") else what, suffix)
    if raw.startswith(_OLE):
        if suffix in (".xls", ".ppt", ".msg", ".msi"):
            _kind(name, suffix[1:])
        what = "an old .doc, or a .docx with a password."
        _refuse(name, "NOT-DOCX", what, "Save it as .docx without a password.")


def _found(raw: bytes, suffix: str) -> FileKind | None:
    """Return the kind that the bytes alone tell."""
    if raw.startswith(b"%PDF-") or (suffix in (".pdf", "") and b"%PDF-" in raw[:_HEAD]):
        return "pdf"
    if raw.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "docx"
    return "html" if _PAGE.match(_head(raw)) else None


def _head(raw: bytes) -> str:
    for mark, encoding in MARKS.items():
        if raw.startswith(mark):
            return raw[len(mark) : _HEAD].decode(encoding, "replace")
    return raw[:_HEAD].decode("utf-8", "replace")


def _title(raw: bytes) -> str:
    found = _TITLE.search(_head(raw))
    title = " ".join(html.unescape(found.group(1)).split()) if found else ""
    return f' (title "{shortened(title)}")' if title else ""


def _refuse_other_packages(raw: bytes, name: str, suffix: str) -> None:
    """Refuse a zip that is another kind of document; what is in none of them is for the DOCX reader to say."""
    if b"word/" in raw:
        return
    if suffix not in KINDS and suffix:
        _kind(name, shortened(suffix[1:]))
    if raw[30:38] == b"mimetype" and b"opendocument" in raw[38:120]:
        _wrong(name, "an OpenDocument file", suffix, todo=_SAVE_AS)
    if b"xl/workbook" in raw:
        _wrong(name, "a workbook", suffix, todo=_SAVE_AS)
    if b"ppt/presentation" in raw:
        _wrong(name, "a presentation", suffix, todo=_SAVE_AS)
    if not suffix:
        _kind(name, "a zip archive")


def _by_name(raw: bytes, name: str, suffix: str) -> FileKind:
    """Return the kind that the name tells, where the bytes do not speak against it."""
    kind = KINDS.get(suffix, "text" if not suffix else None)
    if kind is None:
        _kind(name, shortened(suffix[1:]))
    if kind in ("pdf", "docx") and b"\0" not in raw[:_HEAD] and is_text(raw):
        _wrong(name, "plain text", suffix)
    if kind not in ("pdf", "docx") and not is_text(raw):
        _wrong(name, "not text, but", suffix)
    return kind


def is_text(raw: bytes) -> bool:
    """Tell whether the bytes can be text: hardly a control character, or UTF-16."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or raw[:200].count(0) * 3 > len(raw[:200]):
        return True
    controls = len(raw) - len(raw.translate(None, _NO_TEXT))
    return b"\0" not in raw and controls <= max(_STRAY, len(raw) // 200)


def _kind(name: str, what: str) -> NoReturn:
    _refuse(name, "KIND", f"{what} is not supported.", _SAVE_AS)


def _wrong(name: str, what: str, suffix: str, todo: str = _FETCH) -> NoReturn:
    named = f" named {shortened(suffix)}" if suffix else ""
    _refuse(name, "WRONG-KIND", f"{what}{named}.", todo)


def _refuse(name: str, code: str, what: str, todo: str) -> NoReturn:
    raise Refused([Fault(name, NOWHERE, code, what, todo)])
