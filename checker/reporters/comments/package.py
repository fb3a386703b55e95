"""The zip archive behind a Word file: read its parts, and write it again with a few of them changed."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import Any

from lxml import etree

from checker.reporters.archive import entry

_TYPES = "[Content_Types].xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


class Package:
    """A Word file as its parts; what is not changed is written again byte for byte."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            self._names = {name.lower(): name for name in archive.namelist()}
        self._changed: dict[str, bytes] = {}
        self.main = self.related("", "officeDocument") or "word/document.xml"

    def part(self, name: str) -> bytes | None:
        """Return the bytes of a part; None where it is not there."""
        known = self._names.get(name.lower())
        if known is None:
            return self._changed.get(name)
        if known in self._changed:
            return self._changed[known]
        with zipfile.ZipFile(io.BytesIO(self._raw)) as archive:
            return archive.read(known)

    def put(self, name: str, data: bytes) -> None:
        """Change a part, or add one."""
        self._changed[self._names.get(name.lower(), name)] = data

    def related(self, of: str, kind: str) -> str | None:
        """Return the part that another names as its comments, styles and so on; of "", what the package names."""
        relations = self.part(_relations_of(of))
        for relation in parse(relations) if relations else ():
            if relation.get("Type", "").rpartition("/")[2] == kind and relation.get("TargetMode") != "External":
                return posixpath.normpath(posixpath.join(posixpath.dirname(of), relation.get("Target"))).lstrip("/") \
                    if not relation.get("Target").startswith("/") else relation.get("Target").lstrip("/")  # fmt: skip
        return None

    def relate(self, of: str, kind: str, name: str, content_type: str) -> None:
        """Name a new part in the relations of another and in the list of content types."""
        path = _relations_of(of)
        relations = parse(self.part(path) or f'<Relationships xmlns="{_RELATIONS}"/>'.encode())
        taken = {relation.get("Id") for relation in relations}
        free = next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
        target = posixpath.relpath(name, posixpath.dirname(of) or ".")
        etree.SubElement(relations, f"{{{_RELATIONS}}}Relationship", Id=free, Type=_OFFICE + kind, Target=target)
        self.put(path, dump(relations))
        types = parse(self.part(_TYPES) or b"")
        override = f"{{{_CONTENT_TYPES}}}Override"
        if not any(one.tag == override and one.get("PartName", "").lower() == f"/{name}".lower() for one in types):
            etree.SubElement(types, override, PartName=f"/{name}", ContentType=content_type)
            self.put(_TYPES, dump(types))

    def unused(self, name: str) -> str:
        """Return the name of a part, with a number where there is one of that name already."""
        stem, suffix = posixpath.splitext(name)
        names = (name, *(f"{stem}{number}{suffix}" for number in range(2, len(self._names) + 3)))
        return next(one for one in names if one.lower() not in self._names)

    def bytes(self) -> bytes:
        """Return the file: every part in its old order, new ones at the end, the same for the same changes."""
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self._raw)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
            for info in before.infolist():
                after.writestr(_same(info), self._changed.get(info.filename) or before.read(info), info.compress_type)
            known = set(before.namelist())
            for name in sorted(self._changed.keys() - known):
                after.writestr(entry(name), self._changed[name], zipfile.ZIP_DEFLATED)
            after.comment = before.comment
        return out.getvalue()


def _same(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """Return the entry of a part as it was: its name, its date, its rights."""
    same = zipfile.ZipInfo(info.filename, info.date_time)
    same.external_attr, same.create_system, same.comment = info.external_attr, info.create_system, info.comment
    return same


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def parse(data: bytes) -> Any:
    """Return the root of an XML part; nothing outside it is ever fetched, white space stays."""
    from docx.oxml.parser import element_class_lookup

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_blank_text=False, huge_tree=True)  # fmt: skip
    parser.set_element_class_lookup(element_class_lookup)
    return etree.fromstring(data, parser)


def dump(root: Any) -> bytes:
    """Return an XML part as bytes."""
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
