"""Layers of a PDF (optional content groups) that are switched off when it is opened."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.model.document import Told
from checker.readers.pdf.unpacking import Skeleton

_REFERENCE = re.compile(rb"(\d{1,8})\s+\d+\s+R\b")
_ENDS = re.compile(rb"<<|>>")
_NAME = re.compile(rb"/Name\s*(?:\(([^()\\]*)\)|<((?:\s*[0-9A-Fa-f]{2})*)\s*>)")
"""A name with brackets or escapes in it is not plain."""
_PLACES = re.compile(rb"(\d{1,8})\s+(\d{1,10})")
_FIRST = re.compile(rb"/First\s+(\d{1,10})")
_SHOWN = 5
_LONG = 60


def switched_off(skeleton: Skeleton) -> list[Told]:
    """Tell which layers are switched off: their words are read all the same."""
    found = skeleton.bones.rfind(b"/OCProperties")
    if found < 0:
        return []
    layers = _Layers(skeleton)
    off = layers.off(layers.value(skeleton.bones[found:], b"OCProperties"))
    if not off:
        return []
    return [Told("LAYERS", _words(len(off), layers.names(off[:_SHOWN])))]


def _words(count: int, names: Sequence[str]) -> str:
    more = f" and {count - len(names):,} more" if count > len(names) else ""
    named = ", ".join(f'"{name}"' for name in names)
    shown = f" ({named}{more})" if names else ""
    which, them = ("1 layer is", "it") if count == 1 else (f"{count:,} layers are", "them")
    return f"{which} switched off{shown}: any words in {them} are read, though a viewer does not show them."


class _Layers:
    """The layers of one file."""

    def __init__(self, skeleton: Skeleton) -> None:
        self.skeleton = skeleton

    def off(self, properties: bytes) -> list[bytes]:
        """Return the references to the layers that are off by default."""
        default = self.value(properties, b"D")
        off = _REFERENCE.findall(self.value(default, b"OFF"))
        if re.search(rb"/BaseState\s*/OFF\b", default):
            on = _REFERENCE.findall(self.value(default, b"ON"))
            off = [one for one in _REFERENCE.findall(self.value(properties, b"OCGs")) if one not in on]
        return list(dict.fromkeys(off))

    def value(self, dictionary: bytes, key: bytes) -> bytes:
        """Return the dictionary or the list that a key stands before, or leads to; nothing where there is none."""
        found = re.search(rb"/%s\s*(?:(<<)|\[([^\]]*)\]|(\d{1,8})\s+\d+\s+R\b)" % key, dictionary)
        if not found:
            return b""
        if found.group(1):
            return _whole(dictionary, found.start(1))
        return found.group(2) if found.group(3) is None else self._object(int(found.group(3)))

    def _object(self, number: int) -> bytes:
        """Return what an object holds, packed or not; nothing where it is not found."""
        plain = re.findall(rb"(?<!\d)%d\s+\d+\s+obj\b(.*?)endobj" % number, self.skeleton.bones, re.DOTALL)
        if plain:
            return bytes(plain[-1])
        for stream, data in reversed(self.skeleton.packed):
            first = _FIRST.search(stream.dictionary)
            start = int(first.group(1)) if first else 0
            places = {int(one): start + int(at) for one, at in _PLACES.findall(data[:start])}
            if number in places:
                end = min((at for at in places.values() if at > places[number]), default=len(data))
                return data[places[number] : end]
        return b""

    def names(self, references: Sequence[bytes]) -> list[str]:
        """Return the names of layers that can be read plainly."""
        if b"/Encrypt" in self.skeleton.bones:
            return []
        return [name for one in references if (name := _name(self._object(int(one))))]


def _whole(data: bytes, start: int) -> bytes:
    """Return a dictionary to its end, those within it included."""
    depth = 0
    for mark in _ENDS.finditer(data, start):
        depth += 1 if mark.group() == b"<<" else -1
        if not depth:
            return data[start : mark.end()]
    return data[start:]


def _name(layer: bytes) -> str:
    found = _NAME.search(layer)
    if not found:
        return ""
    plain, digits = found.groups()
    raw = plain if digits is None else bytes.fromhex(digits.decode())
    name = raw.decode("utf-16-be" if raw.startswith(b"\xfe\xff") else "cp1252", "replace").lstrip("\ufeff")
    name = " ".join(name.split())
    return name[:_LONG] if name.isprintable() else ""
