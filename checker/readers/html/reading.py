"""A page to a document: decoded, its depth looked at, walked through, numbered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from checker.base.faults import NOWHERE, Fault, Refused
from checker.model.document import Document, Told
from checker.model.paragraph import Paragraph
from checker.readers.encoding import refuse_unmarked
from checker.readers.html.charset import decode_page
from checker.readers.html.depth import MOST, too_deep
from checker.readers.html.parts import Parts
from checker.readers.html.walk import Block, Walk
from checker.readers.text import number_of

_CODE = re.compile(r"^([A-Z]{1,4}\d{1,3}(?:[._][A-Za-z0-9]{1,3}){0,2})\s*:(?=\s)")
_NUMBER_ALONE = re.compile(r"^(\d{1,3}(?:\.\d{1,3}){1,4})\.?$")
_WORDS = 4
"""A cell that begins with a number and has fewer words is a figure, not a numbered paragraph."""


def read_html(raw: bytes, path: str) -> Document:
    """Return the document in the bytes of a web page.

    Text is what a reader of the page sees of its content. What is hidden, run, a comment, or
    stands round the content is kept aside.

    Raises:
        Refused: ENCODING, TOO-DEEP, or NO-TEXT where the page itself says nothing.
    """
    refuse_unmarked(raw, path)
    page, told = decode_page(raw)
    if too_deep(page):
        what = f"tags nested deeper than {MOST}."
        raise Refused([Fault(path, NOWHERE, "TOO-DEEP", what, "Save the page anew from a browser.")])
    try:
        tree = LexborHTMLParser(page)
    except SelectolaxError:  # it says no more than that it could not go on, which is for want of memory
        raise MemoryError from None
    walk = Walk(Parts(tree))
    if tree.body is not None:
        walk.over(tree.body)
    if not walk.blocks:
        what = "the page has no text in itself; a script may load it."
        raise Refused([Fault(path, NOWHERE, "NO-TEXT", what, "Open it in a browser and print it to PDF.")])
    paragraphs = tuple(_numbered(walk.blocks))
    told += (*_hidden(walk.hidings), *_deleted(sum(aside.kind == "deleted" for aside in walk.asides)))
    return Document("html", paragraphs, title=_title(tree, paragraphs), told=told, asides=tuple(walk.asides))


def _numbered(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    number = ""
    for ordinal, (line, mark) in enumerate(blocks, start=1):
        number, printed = _number(blocks, ordinal, number)
        yield Paragraph(
            ordinal, number, line.text, part=line.part, level=line.level, printed=printed or mark, cell=line.cell
        )


def _number(blocks: Sequence[Block], ordinal: int, before: str) -> tuple[str, str]:
    """Return the number of a paragraph and the one printed at its start."""
    line = blocks[ordinal - 1].line
    code = _CODE.match(line.text) if line.part == "heading" else None
    alone = _NUMBER_ALONE.match(line.text) if line.cell and line.cell[2] == 1 else None
    if code or (alone and _row_has_words(blocks, ordinal)):
        found = (code or alone).group(1)  # type: ignore[union-attr]  # one of them it is
        return found, found
    if line.cell and len(line.text.split()) <= _WORDS:
        return before, ""
    return number_of(line.text, before)


def _row_has_words(blocks: Sequence[Block], after: int) -> bool:
    """Tell whether the next cell of the row holds a paragraph."""
    if after >= len(blocks):
        return False
    before, block = blocks[after - 1].line.cell, blocks[after].line
    return bool(before and block.cell and block.cell[:2] == before[:2] and len(block.text.split()) > _WORDS)


def _hidden(hidings: Sequence[str]) -> Iterator[Told]:
    if hidings:
        means = ", ".join(sorted(Counter(hidings)))
        passages = "1 part of the page is" if len(hidings) == 1 else f"{len(hidings):,} parts of the page are"
        yield Told("INVISIBLE", f"{passages} hidden from readers ({means}).")


def _deleted(passages: int) -> Iterator[Told]:
    if passages:
        which = "1 passage is" if passages == 1 else f"{passages:,} passages are"
        yield Told("TRACKED", f"{which} marked as deleted and left out.")


def _title(tree: LexborHTMLParser, paragraphs: Sequence[Paragraph]) -> str:
    first = next((p.text for p in paragraphs if p.part == "heading" and p.level == 1), "")
    head = tree.css_first("title")
    return " ".join((first or (head.text(deep=True) if head is not None else "")).split())
