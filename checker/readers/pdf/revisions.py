"""Earlier versions of a PDF that an update left in the file."""

from __future__ import annotations

import re
from typing import Any

import pypdfium2_raw as pdfium

from checker.model.document import Aside, Told
from checker.model.paragraph import Paragraph
from checker.readers.pdf.native import page_text

_END = re.compile(rb"startxref\s+(\d+)\s+%%EOF[\r\n]*")
_EARLIER = 8
"""How many earlier versions are looked at, the newest first."""
_PAGES = 1000


def revisions(pdf: bytes, handle: Any, paragraphs: tuple[Paragraph, ...]) -> tuple[list[Told], list[Aside]]:
    """Return what an update changed in the words of a file."""
    ends = [match.end() for match in _END.finditer(pdf) if match.group(1) != b"0"]
    told: dict[int, Told] = {}
    asides: list[Aside] = []
    if len(ends) < 2:
        return [], []
    newest = _texts(handle)
    for end in ends[-2 : -2 - _EARLIER : -1]:
        for page, before in enumerate(_earlier(pdf[:end]), start=1):
            after = newest[page - 1] if page <= len(newest) else ""
            for old, new in _changes(before, after):
                told.setdefault(page, _told(page, old, new))
                aside = Aside("earlier", old, _nearest(paragraphs, page, new or old))
                if old and aside not in asides:
                    asides.append(aside)
    return list(told.values()), asides


def _told(page: int, old: str, new: str) -> Told:
    return Told("REVISED", f'An earlier version of this page differs: "{_short(old)}" is now "{_short(new)}".', page)


def _short(text: str) -> str:
    return text if len(text) <= 160 else f"{text[:157]}…"


def _earlier(pdf: bytes) -> list[str]:
    handle = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
    if not handle:
        return []
    try:
        return _texts(handle)
    finally:
        pdfium.FPDF_CloseDocument(handle)


def _texts(handle: Any) -> list[str]:
    return [_text(handle, index) for index in range(min(pdfium.FPDF_GetPageCount(handle), _PAGES))]


def _text(handle: Any, index: int) -> str:
    page = pdfium.FPDF_LoadPage(handle, index)
    if not page:
        return ""
    textpage = pdfium.FPDFText_LoadPage(page)
    text = page_text(textpage)
    pdfium.FPDFText_ClosePage(textpage)
    pdfium.FPDF_ClosePage(page)
    return text


def _changes(before: str, after: str) -> list[tuple[str, str]]:
    """Return the lines that differ, as they were and as they are."""
    from difflib import SequenceMatcher

    old, new = _lines(before), _lines(after)
    if old == new or sorted(old) == sorted(new):
        return []
    spans = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(" ".join(old[a:b]), " ".join(new[c:d])) for kind, a, b, c, d in spans if kind in ("replace", "delete")]


def _lines(text: str) -> list[str]:
    lines = (" ".join(line.split()) for line in text.replace("\ufffe", "-\r\n").split("\r\n"))
    return [line for line in lines if line]


def _nearest(paragraphs: tuple[Paragraph, ...], page: int, words: str) -> int:
    """Return the paragraph of a page that holds most of the words."""
    wanted = set(words.split())
    best, most = 0, 0
    for paragraph in paragraphs:
        if paragraph.page <= page <= (paragraph.last_page or paragraph.page):
            shared = len(wanted & set(paragraph.text.split()))
            if shared > most:
                best, most = paragraph.ordinal, shared
    return best
