"""The index at the end of a PDF (startxref, its tables and their chain): whole, cut off or looped?"""

from __future__ import annotations

import re

from checker.base.faults import NOWHERE, Fault, Refused
from checker.model.document import Told

_START = re.compile(rb"startxref\s+(\d+)")
_PREV = re.compile(rb"/Prev\s+(\d+)")
_LINEAR = re.compile(rb"/Linearized\b[^>]*?/L\s+(\d+)|/L\s+(\d+)[^>]*?/Linearized\b", re.DOTALL)
_OBJECT = re.compile(rb"\s*\d+\s+\d+\s+obj\b")
_TABLE = re.compile(rb"\s*xref\b")
_PACKED = re.compile(rb"\d+\s+\d+\s+obj\s*<<[^>]*/Type\s*/XRef\b")
_LONGEST = 10_000


def faults_of_index(raw: bytes, path: str) -> list[Told]:
    """Return what is odd about a file's index; refuse a file that was cut short."""
    _refuse_if_short(raw, path)
    starts = list(_START.finditer(raw[-4096:])) or list(_START.finditer(raw))
    if not starts:
        return [_repaired("its end is missing, with the index of its parts; they were found one by one")]
    last = starts[-1]
    end = raw.rfind(b"startxref")
    if b"%%EOF" not in raw[end:]:
        return [_repaired("its last bytes are missing")]
    return _chain(raw, int(last.group(1)))


def mended(raw: bytes) -> bytes:
    """Return a file whose last bytes are missing with an end put to it; the same bytes where nothing can be done."""
    table = raw.rfind(b"\nxref")
    packed = [match.start() for match in _PACKED.finditer(raw)]
    if packed and packed[-1] > table:
        end = b"" if b"endobj" in raw[packed[-1] :] else b"\nendstream\nendobj"
        return raw + end + b"\nstartxref\n%d\n%%%%EOF\n" % packed[-1]
    root = re.search(rb"/Root\s+(\d+\s+\d+)\s+R", raw[table:]) or re.search(
        rb"(\d+\s+\d+)\s+obj\s*<<[^>]*/Type\s*/Catalog\b", raw
    )
    if not root:
        return raw
    keep = raw[: raw.find(b"trailer", table)] if table >= 0 and b"trailer" in raw[table:] else raw
    return keep + b"\ntrailer\n<< /Root %s R /Size 100000 >>\nstartxref\n%d\n%%%%EOF\n" % (root.group(1), table + 1)


def _refuse_if_short(raw: bytes, path: str) -> None:
    size = len(raw)
    linear = _LINEAR.search(raw[:2048])
    whole = int(linear.group(1) or linear.group(2)) if linear else 0
    if size < whole - 64:
        raise damaged(path, f"ends after {size:,} of {whole:,} bytes")
    tail = raw[max(raw.rfind(b"%%EOF"), 0) :]
    cut = raw.rfind(b"endobj")
    ends = max(raw.rfind(b"trailer"), raw.rfind(b"startxref"), raw.rfind(b"/XRef"))
    if ends < cut and re.search(rb"\d+\s+\d+\s+obj\b", tail):
        raise damaged(path, f"ends after {size:,} bytes, before its index: it was cut short")


def damaged(path: str, what: str) -> Refused:
    """Return the refusal of a file that cannot be read whole."""
    return Refused([Fault(path, NOWHERE, "DAMAGED", f"{what}.", "Fetch the file again or ask for a new copy.")])


def _repaired(how: str) -> Told:
    return Told("REPAIRED", f"The file is damaged and was repaired while reading: {how}.")


def _chain(raw: bytes, start: int) -> list[Told]:
    """Follow the chain of indexes and return what is wrong with it."""
    seen: set[int] = set()
    at = start
    while at not in seen and len(seen) < _LONGEST:
        seen.add(at)
        head = raw[at : at + 64]
        if not (_TABLE.match(head) or _OBJECT.match(head)):
            return [_repaired("its index is not where it says; the parts were found one by one")]
        before = _PREV.search(_dictionary(raw, at))
        if before is None:
            return []
        at = int(before.group(1))
    return [_repaired("its index is a loop that points at itself; each part of it was read once")]


def _dictionary(raw: bytes, at: int) -> bytes:
    """Return the dictionary of an index: after "trailer", or before the stream."""
    if not _TABLE.match(raw[at : at + 64]):
        return raw[at : raw.find(b"stream", at) if raw.find(b"stream", at) >= 0 else at + 2048]
    start = raw.find(b"trailer", at)
    end = raw.find(b"startxref", start)
    return raw[start : end if end >= 0 else start + 4096] if start >= 0 else b""
