"""Streams unpacked and counted chunk by chunk, before pdfium sees the file.

pdfium unpacks what it is given, whatever that takes; a page of half a megabyte can become gigabytes.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from checker.base.faults import NOWHERE, Fault, Refused
from checker.model.document import Told
from checker.readers.pdf.streams import Stream, Streams, plain_names

STREAM_LIMIT = 75 * 2**20
"""How far one stream may unpack."""
ALL_LIMIT = 2**30
"""How far all streams together may unpack, pictures left out."""

_MOST = {b"FlateDecode": 1032, b"Fl": 1032, b"LZWDecode": 1500, b"LZW": 1500, b"RunLengthDecode": 64, b"RL": 64}
"""How many bytes one packed byte can become."""
_FLATE = ([b"FlateDecode"], [b"Fl"])
_CHUNK = 1 << 16


class _Damaged(Exception):
    """A stream that cannot be unpacked to its end."""


class Skeleton:
    """What a file holds beside its streams, packed objects included."""

    def __init__(self, raw: bytes, path: str) -> None:
        self.streams = Streams(raw)
        self.path = path
        self.unpacked = 0
        self.damaged: list[Stream] = []
        self.packed: list[tuple[Stream, bytes]] = []
        parts, at = [], 0
        for stream in self.streams:
            parts += [raw[at : stream.start], self._look(stream)]
            at = min(stream.start + stream.length, len(raw))
        self.bones = plain_names(b"\n".join([*parts, raw[at:]]))

    def _look(self, stream: Stream) -> bytes:
        """Count a stream and return it unpacked where it holds objects; refuse one that unpacks too far."""
        objects = b"/ObjStm" in stream.dictionary
        if stream.is_picture and not objects:
            return b""
        try:
            data = self._unpack(stream, objects=objects)
        except _Damaged:
            self.damaged.append(stream)
            return b""
        if objects:
            self.packed.append((stream, data))
        return data

    def _unpack(self, stream: Stream, *, objects: bool) -> bytes:
        raw = self.streams.raw
        if not objects and not could_be_large(stream):
            if stream.filters in _FLATE:
                _whole(raw[stream.start : stream.start + stream.length])
            return b""
        kept = []
        for chunk in self._chunks(stream):
            self.unpacked += len(chunk)
            kept += [chunk] if objects else []
        if self.unpacked > ALL_LIMIT:
            raise self._too_big("the pages together unpack past 1 GB")
        return b"".join(kept)

    def _chunks(self, stream: Stream) -> Iterator[bytes]:
        """Yield a stream unpacked; refuse at the limit, not after it."""
        view = memoryview(self.streams.raw)[stream.start : stream.start + stream.length]
        chunks: Iterator[bytes] = (bytes(view[i : i + _CHUNK]) for i in range(0, len(view), _CHUNK))
        for name in stream.filters:
            if name in (b"FlateDecode", b"Fl"):
                chunks = self._counted(_inflated(chunks), stream)
            elif name in (b"ASCIIHexDecode", b"AHx"):
                chunks = _from_hex(chunks)
            elif name in (b"ASCII85Decode", b"A85"):
                chunks = _from_85(chunks)
            elif name in _MOST and could_be_large(stream):
                raise self._too_big(f"{self.streams.name(stream)} is packed in an old way that may unpack past 75 MB")
            else:
                return iter(())
        return self._counted(chunks, stream)

    def _counted(self, chunks: Iterator[bytes], stream: Stream) -> Iterator[bytes]:
        total = 0
        for chunk in chunks:
            total += len(chunk)
            if total > STREAM_LIMIT:
                raise self._too_big(f"{self.streams.name(stream)} unpacks past 75 MB")
            yield chunk

    def _too_big(self, what: str) -> Refused:
        todo = "Ask for a smaller copy."
        return Refused([Fault(self.path, NOWHERE, "TOO-BIG", f"{what}; it was not opened.", todo)])

    def told(self) -> list[Told]:
        """Return which pages cannot be unpacked to their end."""
        if b"/Encrypt" in self.bones:
            return []
        pages = sorted({page for stream in self.damaged if (page := self.streams.page_of(stream))})
        what = "The packed words of this page are damaged; some may be missing."
        return [Told("DAMAGED", what, page) for page in pages]


def could_be_large(stream: Stream) -> bool:
    """Tell whether a stream could unpack past the limit; most are too short for it."""
    most = stream.length
    for name in stream.filters:
        most *= _MOST.get(name, 1)
    return most > STREAM_LIMIT


def _whole(packed: bytes) -> None:
    unpacker = zlib.decompressobj()
    try:
        unpacker.decompress(packed)
    except zlib.error as error:
        raise _Damaged from error
    if not unpacker.eof:
        raise _Damaged


def _inflated(chunks: Iterator[bytes]) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    for packed in chunks:
        chunk = packed
        while chunk and not unpacker.eof:
            try:
                yield unpacker.decompress(chunk, _CHUNK)
            except zlib.error as error:
                raise _Damaged from error
            chunk = unpacker.unconsumed_tail


def _from_hex(chunks: Iterator[bytes]) -> Iterator[bytes]:
    odd = b""
    for chunk in chunks:
        digits = odd + re.sub(rb"[^0-9A-Fa-f]", b"", chunk)
        odd = digits[-1:] if len(digits) % 2 else b""
        yield bytes.fromhex(digits[: len(digits) - len(odd)].decode("ascii"))


def _from_85(chunks: Iterator[bytes]) -> Iterator[bytes]:
    import base64

    held = b""
    for chunk in chunks:
        held += re.sub(rb"\s|<~", b"", chunk)
        whole, end, _ = held.partition(b"~")
        cut = len(whole) if end else _groups(whole)
        try:
            yield base64.a85decode(whole[:cut])
        except ValueError as error:
            raise _Damaged from error
        held = whole[cut:]
        if end:
            return


def _groups(data: bytes) -> int:
    """Return where the last whole group of five ends; a z is a group of its own."""
    at = last = 0
    while at < len(data):
        at += 1 if data[at : at + 1] == b"z" else 5
        last = at if at <= len(data) else last
    return last
