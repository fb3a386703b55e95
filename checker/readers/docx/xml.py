"""XML parts: the names that are used, and a parser that fetches and expands nothing."""

from __future__ import annotations

import functools
import re
from typing import Any

Element = Any
"""An lxml element; lxml carries no types."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": _W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": MATH[1:-1].encode(),
}
_ENCODINGS = {"utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii", "iso-8859-1", "windows-1252"}
_DECLARED = re.compile(rb"""\A\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
DOCTYPES = tuple("<!DOCTYPE".encode(e) for e in ("ascii", "utf-16-le", "utf-16-be"))
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


class NotXml(Exception):
    """A part that should be XML and is not; the message says how."""


class HasDoctype(Exception):
    """A part holds a document type, which could expand or fetch."""


class TooDeep(Exception):
    """Elements stand deeper in one another than any page needs."""


@functools.cache
def w(name: str) -> str:
    """Return the full name of an element or attribute of Word's own."""
    return _W + name


def starts_as_xml(head: bytes) -> bool:
    """Tell whether the first bytes of a part are those of XML, in whatever encoding."""
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"").lstrip()[:1] == b"<"


def parse(raw: bytes) -> Element:
    """Return the root element of an XML part."""
    from lxml import etree

    if any(doctype in raw for doctype in DOCTYPES):
        raise HasDoctype
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(_transitional(_known(raw)), parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise TooDeep from None
        raise NotXml(str(error)) from None
    if root.getroottree().docinfo.doctype:
        raise HasDoctype
    return root


def _known(raw: bytes) -> bytes:
    """Return the bytes where their encoding is one in which a document type cannot hide."""
    if not starts_as_xml(raw[:64]) or raw[:4] in (b"\0\0\0<", b"<\0\0\0") or raw[:4] == b"\xff\xfe\0\0":
        raise NotXml("it does not begin as XML in UTF-8 or UTF-16")
    declared = _DECLARED.match(raw[:200].removeprefix(b"\xef\xbb\xbf"))
    if declared and declared.group(1).decode("ascii", "replace").lower() not in _ENCODINGS:
        raise NotXml("its encoding is not one that Word writes")
    return raw


def _transitional(raw: bytes) -> bytes:
    """Return a part saved as "Strict Open XML" under the names of the common kind."""
    if b"http://purl.oclc.org/ooxml/" in raw[:4096]:
        for strict, common in _STRICT.items():
            raw = raw.replace(strict, common)
    return raw


def value(parent: Element, name: str) -> str | None:
    """Return the w:val of a child, None where there is no such child or value."""
    child = parent.find(w(name))
    return None if child is None else child.get(_VAL)


def is_on(parent: Element, name: str) -> bool | None:
    """Return a switch such as w:vanish, None where it is not set here."""
    child = parent.find(w(name))
    if child is None:
        return None
    return child.get(_VAL) not in ("0", "false", "off")


def number(text: str | None, otherwise: int) -> int:
    """Return a whole number of the file, or another where it is none."""
    if text is None or not re.fullmatch(r"-?\d{1,9}", text):
        return otherwise
    return int(text)


_VAL = _W + "val"
