"""The zip a Word file is: opened only where it is whole, small enough and nothing but parts.

Sizes are counted while reading, in bounded reads; what the file declares about itself is never believed.
"""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

from checker.base.faults import NOWHERE, Fault, Refused
from checker.readers.docx.xml import DOCTYPES, starts_as_xml

_CHUNK = 1 << 18
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = b"PK\x01\x02"
_KEPT = re.compile(r"(word/[^/]+\.xml|(word/)?_rels/[^/]*\.rels|\[Content_Types\]\.xml)", re.IGNORECASE)
_XML = (".xml", ".rels", ".vml", ".xhtml", ".html", ".htm")
_OTHERS = ((b"%PDF", "a PDF"), (b"{\\rtf", "a rich text file"), (b"<", "a web page or plain XML"))


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file that hold text, and the names of all."""

    names: tuple[str, ...]
    parts: dict[str, bytes]
    """Of the parts that may be needed: name in lower case to bytes."""


def open_package(raw: bytes, path: str, max_bytes: int, max_parts: int) -> Package:
    """Return the parts of a Word file, every one of them read and checked."""
    _refuse_other_kinds(raw, path)
    if raw.count(_ENTRY) > max_parts:
        _refuse_count(path, raw.count(_ENTRY), max_parts)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            entries = archive.infolist()
            _check_entries(archive, raw, path, max_parts)
            return Package(tuple(e.filename for e in entries), _read_all(archive, path, max_bytes))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OverflowError, ValueError) as error:
        _refuse_damage(path, raw, str(error))


def refuse(path: str, code: str, what: str, todo: str) -> NoReturn:
    """Refuse the file for one reason."""
    raise Refused([Fault(path, NOWHERE, code, what, todo)])


def _refuse_other_kinds(raw: bytes, path: str) -> None:
    if not raw:
        refuse(path, "EMPTY-FILE", "the file has no content.", "Fetch it again.")
    if raw.startswith(_OLE):
        refuse(
            path,
            "NOT-DOCX",
            "the file is an old .doc or a Word file with a password.",
            "Save it as .docx without a password.",
        )
    for head, kind in _OTHERS:
        if raw[:64].lstrip().startswith(head):
            refuse(path, "WRONG-KIND", f"the file is {kind}, not a Word file.", "Fetch the Word file again.")
    if not raw.startswith(b"PK"):
        refuse(path, "NOT-DOCX", "the file is not a Word file (.docx).", "Save it as .docx in Word.")


def _refuse_count(path: str, count: int, most: int) -> NoReturn:
    refuse(path, "TOO-MANY", f"the file has {count:,} parts; the limit is {most:,}.", "Save it afresh in Word.")


def _refuse_damage(path: str, raw: bytes, why: str) -> NoReturn:
    if "CRC" in why:
        what = "the file is damaged: checksum of a part does not agree."
    elif "not a zip file" in why or "central directory" in why:
        what = f"the file is not complete: it ends after {len(raw):,} bytes."
    else:
        what = f"the file is damaged: {why.rstrip('.')}."
    refuse(path, "DAMAGED", what, "Fetch it again, or save it afresh in Word.")


def _check_entries(archive: zipfile.ZipFile, raw: bytes, path: str, max_parts: int) -> None:
    entries = archive.infolist()
    if len(entries) > max_parts:
        _refuse_count(path, len(entries), max_parts)
    for entry in entries:
        _check_name(entry, path)
    names = {entry.filename.lower() for entry in entries}
    _check_kind(archive, names, path)
    if len(names) < len(entries):
        _refuse_damage(path, raw, "two parts have one name")
    if any(entry.flag_bits & 1 for entry in entries):
        refuse(path, "NOT-DOCX", "the parts of the file need a password.", "Save it as .docx without a password.")
    if any(entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in entries):
        _refuse_damage(path, raw, "a part is packed in a way that Word does not use")
    if _overlap(entries, raw):
        _refuse_damage(path, raw, "parts overlap")


def _check_name(entry: zipfile.ZipInfo, path: str) -> None:
    name = entry.orig_filename.replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/") or re.match(r"[A-Za-z]:", name) or "\0" in name:
        refuse(
            path, "PART-NAME", f'a part is named "{name[:60]}", which leaves the archive.', "Save it afresh in Word."
        )
    if stat.S_ISLNK(entry.external_attr >> 16):
        refuse(path, "PART-NAME", f'the part "{name[:60]}" is a link.', "Save it afresh in Word.")


def _check_kind(archive: zipfile.ZipFile, names: set[str], path: str) -> None:
    kind = ""
    if "mimetype" in names and b"opendocument" in archive.open("mimetype").read(100):
        kind = "an OpenDocument file"
    elif "xl/workbook.xml" in names or "xl/workbook.bin" in names:
        kind = "a workbook"
    elif "ppt/presentation.xml" in names:
        kind = "a slide show"
    if kind:
        refuse(path, "WRONG-KIND", f"the file is {kind}, not a Word file.", "Save it as .docx.")


def _overlap(entries: list[zipfile.ZipInfo], raw: bytes) -> bool:
    """Tell whether two entries share bytes, as the parts of a bomb do."""
    end = 0
    for entry in sorted(entries, key=lambda e: e.header_offset):
        at = entry.header_offset
        if at < end:
            return True
        lengths = int.from_bytes(raw[at + 26 : at + 28], "little") + int.from_bytes(raw[at + 28 : at + 30], "little")
        end = at + 30 + lengths + entry.compress_size
    return end > len(raw)


def _read_all(archive: zipfile.ZipFile, path: str, most: int) -> dict[str, bytes]:
    """Read every part to its end, so that each is counted and its checksum compared; keep those with text."""
    kept: dict[str, bytes] = {}
    total = 0
    for entry in archive.infolist():
        keep = bytearray()
        for chunk in _chunks(archive, entry, path):
            total += len(chunk)
            if total > most:
                refuse(
                    path,
                    "TOO-BIG",
                    f"the file unpacks past {most / 1_000_000:,.4g} MB.",
                    "Ask for it without pictures.",
                )
            if _KEPT.fullmatch(entry.filename):
                keep += chunk
        if keep:
            kept[entry.filename.lower()] = bytes(keep)
    return kept


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: str) -> Iterator[bytes]:
    """Yield a part in bounded pieces; refuse a document type in any that is XML."""
    tail, is_xml = b"", False
    with archive.open(entry) as part:
        while chunk := part.read(_CHUNK):
            is_xml = is_xml if tail else entry.filename.lower().endswith(_XML) or starts_as_xml(chunk)
            if is_xml and any(doctype in tail + chunk for doctype in DOCTYPES):
                refuse_doctype(path, entry.filename)
            tail = chunk[-20:]
            yield chunk


def refuse_doctype(path: str, name: str) -> NoReturn:
    """Refuse the file for a document type in a part."""
    refuse(
        path,
        "DTD",
        f'document types are not allowed in a DOCX part ("{name[:60]}" holds one).',
        "Word writes none; ask where the file comes from, and save it afresh in Word.",
    )
