"""What a person should be told about a PDF that was read, and the words that are not its text."""

from __future__ import annotations

from collections.abc import Iterable

from checker.base.faults import NOWHERE, Fault, Refused
from checker.model.document import Aside, Told
from checker.readers.pdf.covered import COVERED
from checker.readers.pdf.legible import is_gibberish
from checker.readers.pdf.sheets import Sheet
from checker.readers.pdf.unseen import BLACKED

_REDACTED = {COVERED: ("covered by what is drawn over it", COVERED), BLACKED: (BLACKED, BLACKED)}
"""Of what may be withheld, why one word of it is not seen, and why many are not."""
_TODO = "Ask for the original, or have the words recognised (OCR). Quotations from it are not checked until then."


def unread(sheets: list[Sheet], path: str) -> list[Told]:
    """Tell which pages have no words that can be read; refuse a file where none has."""
    blank = [sheet for sheet in sheets if not sheet.lines]
    if len(blank) == len(sheets):
        raise Refused([Fault(path, NOWHERE, "NO-TEXT", _no_text(sheets), _TODO)])
    nonsense = [sheet for sheet in sheets if sheet.lines and is_gibberish(_text([sheet]))]
    if len(nonsense) + len(blank) == len(sheets) or is_gibberish(_text(sheets)):
        what = "the text layer is unreadable: what is seen on the page is not what it holds."
        raise Refused([Fault(path, NOWHERE, "GIBBERISH", what, _TODO)])
    told = [Told("NO-TEXT", _page_without(sheet), sheet.page) for sheet in blank]
    told += [Told("GIBBERISH", "The text layer of this page is unreadable.", sheet.page) for sheet in nonsense]
    return sorted(told, key=lambda one: one.page)


def _no_text(sheets: list[Sheet]) -> str:
    count, pictures = len(sheets), sum(sheet.pictures for sheet in sheets)
    if pictures == count:
        return "its one page is a picture." if count == 1 else f"its {count} pages are pictures."
    return f"no words on its {count} pages, {pictures} of them pictures."


def _page_without(sheet: Sheet) -> str:
    return "This page is a picture; its words cannot be read." if sheet.pictures else "This page holds no words."


def _text(sheets: Iterable[Sheet]) -> str:
    return "\n".join(line.text for sheet in sheets for line in sheet.lines)


def told_of(sheet: Sheet) -> list[Told]:
    """Return what is odd about a page."""
    told = [Told("INVISIBLE", _unseen(why, words), sheet.page) for why, words in sheet.hidden]
    if sheet.outside:
        told.append(
            Told("OUTSIDE", f"Words are placed outside the sheet: {_quoted(' '.join(sheet.outside))}.", sheet.page)
        )
    return told


def _unseen(why: str, words: str) -> str:
    """Say why words are not seen; those that may be redacted are counted only."""
    if why not in _REDACTED:
        return f"{why[0].upper()}{why[1:]}: {_quoted(words)}."
    count = len(words.split())
    one, many = _REDACTED[why]
    return (
        f"1 word is {one}; it is not read as text."
        if count == 1
        else f"{count:,} words are {many}; they are not read as text."
    )


def scanned(sheets: list[Sheet]) -> list[Told]:
    """Tell of pages whose words a scanner recognised."""
    pages = [sheet.page for sheet in sheets if sheet.scanned and sheet.lines]
    if not pages:
        return []
    which = f"Page {pages[0]} is a picture" if len(pages) == 1 else f"{len(pages)} pages are pictures"
    return [Told("OCR", f"{which} with words that a machine recognised; they may be misread.", pages[0])]


def _quoted(words: str) -> str:
    return f'"{words}"' if len(words) <= 120 else f'"{words[:117]}…"'


def crossed(sheets: list[Sheet]) -> list[Told]:
    """Tell of words printed over the text, as watermarks are, or up its margin."""
    pages = [sheet for sheet in sheets if sheet.across]
    if not pages:
        return []
    words = "; ".join(dict.fromkeys(" ".join(sheet.across) for sheet in pages))
    where = "the page or up its margin" if len(pages) == 1 else f"{len(pages)} pages or up their margins"
    what = f"Words printed across {where} are not read as text: {_quoted(words)}."
    return [Told("ACROSS", what, pages[0].page)]


def asides_of(sheet: Sheet) -> list[Aside]:
    """Return the words of a page that are not its text."""
    asides = [Aside("hidden", words) for _, words in sheet.hidden]
    asides += [Aside("outside", " ".join(sheet.outside))] if sheet.outside else []
    asides += [Aside("across", " ".join(sheet.across))] if sheet.across else []
    return asides + [Aside("annotation", words) for words in sheet.notes]
