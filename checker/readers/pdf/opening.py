"""A PDF file opened, or refused with the reason."""

from __future__ import annotations

import re
from typing import Any

import pypdfium2_raw as pdfium

from checker.base.faults import NOWHERE, Fault, Refused
from checker.model.document import Told
from checker.readers.pdf.index import damaged, faults_of_index, mended
from checker.readers.pdf.layers import switched_off
from checker.readers.pdf.unpacking import Skeleton

PAGES = 5000
"""How many pages are read at most."""

_LEAD = 1 << 20
_ACTIVE = re.compile(
    rb"/S\s*/(JavaScript|Launch|ImportData|SubmitForm)\b|/(JS)\s*[(<\d]|/Names\s*<<[^>]*/(JavaScript)\b"
)
_DEEP = (re.compile(rb"\[\s*(?:\[\s*){999}"), re.compile(rb"<<\s*/\w+\s*(?:<<\s*/\w+\s*){999}"))
"""Two, each with a beginning that is plain: a search for either at once takes twenty times as long."""
_TITLE = re.compile(rb"<title[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)
_PASSWORD = 4


def checked(raw: bytes, path: str) -> tuple[bytes, list[Told]]:
    """Return the bytes of the PDF itself and what is odd about them; refuse what is none or is unsafe."""
    pdf, told = whole(raw, path)
    skeleton = Skeleton(pdf, path)
    return pdf, [*told, *_oddities(skeleton.bones), *switched_off(skeleton), *skeleton.told()]


def whole(raw: bytes, path: str) -> tuple[bytes, list[Told]]:
    """Return the bytes of the PDF itself, its end mended, without a look at what it holds; refuse what is none."""
    if not raw:
        raise _refused(path, "EMPTY-FILE", "the file holds no bytes.", "Fetch it again.")
    start = raw.find(b"%PDF-", 0, _LEAD)
    if start < 0:
        raise _refused(path, "WRONG-KIND", _kind(raw), "Fetch the report itself, or give the file its right name.")
    told = []
    if raw[:start].strip(b"\xef\xbb\xbf\x00\r\n\t "):
        told.append(Told("LEADING", f"{start:,} bytes stand before the PDF; they were ignored."))
    pdf = raw[start:] if start else raw
    told += faults_of_index(pdf, path)
    return pdf if b"%%EOF" in pdf[pdf.rfind(b"startxref") :] else mended(pdf), told


def opened(pdf: bytes, path: str) -> Any:
    """Return pdfium's handle of a file."""
    handle = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
    if not handle and pdfium.FPDF_GetLastError() == _PASSWORD:
        raise _refused(path, "PDF-LOCKED", "it needs a password to be read.", "Ask for a copy without a password.")
    if not handle:
        raise damaged(path, "the index of its parts cannot be read")
    count = pdfium.FPDF_GetPageCount(handle)
    if count > PAGES:
        pdfium.FPDF_CloseDocument(handle)
        raise _refused(path, "TOO-BIG", f"it has {count:,} pages, the limit is {PAGES:,}.", "Split it.")
    if count <= 0:
        pdfium.FPDF_CloseDocument(handle)
        raise damaged(path, "its page tree holds no page or loops")
    return handle


def _refused(path: str, code: str, what: str, todo: str) -> Refused:
    return Refused([Fault(path, NOWHERE, code, what, todo)])


def _kind(raw: bytes) -> str:
    """Say what a file is that is no PDF."""
    head = raw[:4096].lstrip(b"\xef\xbb\xbf \r\n\t")
    if head.startswith(b"PK\x03\x04"):
        return "it is a DOCX under the name of a PDF." if b"word/" in raw else "it is a zip archive, not a PDF."
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return "it is an old Office file, not a PDF."
    if re.match(rb"<!doctype html|<html|<head|<\?xml", head, re.IGNORECASE):
        title = _TITLE.search(raw[:65536])
        name = " ".join(title.group(1).decode("utf-8", "replace").split())[:80] if title else ""
        return "it is an HTML page under the name of a PDF" + (f' (title "{name}").' if name else ".")
    return "it is not a PDF."


def _oddities(bones: bytes) -> list[Told]:
    told = []
    found = {next(name for name in match.groups() if name).decode() for match in _ACTIVE.finditer(bones)}
    if found:
        names = {
            "JS": "script",
            "JavaScript": "script",
            "Launch": "launch",
            "ImportData": "import",
            "SubmitForm": "send",
        }
        kinds = " and ".join(sorted({names[name] for name in found}))
        told.append(Told("ACTIVE", f"The file holds actions ({kinds}); they were not run."))
    if any(deep.search(bones) for deep in _DEEP):
        told.append(Told("TOO-DEEP", "The file holds lists nested more than 1,000 deep; they were not read."))
    return told
