"""Sentences, bullets and table cells with what surrounds them: what drafting looks at.

A unit never crosses a paragraph. Its text is word for word that of the paragraph, white space
made single and the printed number or bullet mark left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.drafting.sentences import spans
from checker.model.document import Document
from checker.model.paragraph import Paragraph

Heads = dict[tuple[int, int, int], str]
"""What the first row and the first column of each table say, by their cells."""

_MARK = re.compile(
    r"^(?:(?:[\u2022\u25aa\u25cf\u25cb\uf0b7\uf0a7\uf0d8*\u00b7]|[\u2013\-\u2014](?=\s)|o(?=\s))\s*"
    r"|\d{1,3}(?:\.\d{1,3}){1,4}\.?\s+|\d{1,3}[.)]\s+|\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\)\s+)+"
)
_BROKEN = re.compile(r"(?<=\w)([-\u2010])[^\S\n]*\n\s*(?=\w)")
_LISTED = re.compile(
    r"^(?:[\u2022\u25aa\u25cf\u25cb\uf0b7\uf0a7\uf0d8*\u00b7]|[-\u2013o]\s|\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\)\s)"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, a bullet or a table cell, and where it stands."""

    text: str
    """Its words."""
    paragraph: Paragraph
    number: int
    """Its place among the units of the document, counted from 0."""
    start: int
    """Where it begins in the text of its paragraph."""
    end: int
    path: tuple[str, ...] = ()
    """The headings it stands under, the outermost first."""
    lead_in: str = ""
    """Of a list item, the sentence that leads into the list."""
    column: str = ""
    """Of a table cell, the head of its column."""
    row: str = ""
    """Of a table cell, the head of its row."""
    within: int = 0
    """Its place among the units of its paragraph, counted from 0."""
    of: int = 1
    """How many units its paragraph has."""
    position: float = 0.0
    """How far into the document it stands, from 0 to 1."""
    listed: bool = False
    """Whether it belongs to a list."""

    @property
    def at(self) -> str:
        """Its place, without the page."""
        return self.paragraph.at

    @property
    def heading(self) -> str:
        """The heading it stands under; empty where there is none."""
        return self.path[-1] if self.path else ""


def words_of(text: str) -> str:
    """Return a stretch of a paragraph as one line, a word broken at a line end kept with its hyphen."""
    return " ".join(_BROKEN.sub(r"\1", text).split())


def units(document: Document) -> tuple[Unit, ...]:
    """Return every sentence, bullet and table cell of a document in order; headings are units too."""
    found: list[Unit] = []
    last = max(1, len(document.paragraphs) - 1)
    heads = table_heads(document.paragraphs)
    for index, (paragraph, path, lead_in) in enumerate(_placed(document)):
        column, row = _cell_heads(paragraph, heads)
        pieces = list(_stretches(paragraph))
        for within, (start, end) in enumerate(pieces):
            found.append(
                Unit(
                    text=words_of(paragraph.text[start:end]),
                    paragraph=paragraph,
                    number=len(found),
                    start=start,
                    end=end,
                    path=path,
                    lead_in=lead_in,
                    column=column,
                    row=row,
                    within=within,
                    of=len(pieces),
                    position=index / last,
                    listed=_is_listed(paragraph),
                )
            )
    return tuple(found)


def _stretches(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Yield where each unit of a paragraph begins and ends."""
    text = paragraph.text
    if paragraph.part == "heading":
        yield from _unmarked(text, 0, len(text))
        return
    for start, end in spans(text):
        yield from _unmarked(text, start, end)


def _unmarked(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    mark = _MARK.match(text[start:end])
    first = start + (mark.end() if mark else 0)
    if any(c.isalnum() for c in text[first:end]):
        yield first, end


def _placed(document: Document) -> Iterator[tuple[Paragraph, tuple[str, ...], str]]:
    """Yield each paragraph with the headings over it and the sentence that leads into its list."""
    path: list[tuple[int, str]] = []
    lead_in = ""
    for paragraph in document.paragraphs:
        if paragraph.part == "heading":
            path = [*(h for h in path if h[0] < paragraph.level), (paragraph.level, words_of(paragraph.text))]
            lead_in = ""
            yield paragraph, tuple(text for _, text in path[:-1]), ""
            continue
        listed = _is_listed(paragraph)
        yield paragraph, tuple(text for _, text in path), lead_in if listed else ""
        if not listed and paragraph.part != "note":
            lead_in = _leading(paragraph)


def _leading(paragraph: Paragraph) -> str:
    """Return the last sentence of a paragraph, which leads into the list that follows, if one does."""
    stretches = spans(paragraph.text)
    return words_of(paragraph.text[stretches[-1][0] : stretches[-1][1]])[-400:] if stretches else ""


def _is_listed(paragraph: Paragraph) -> bool:
    return paragraph.part == "bullet" or (
        paragraph.part == "text" and bool(_LISTED.match(paragraph.text) or _LISTED.match(f"{paragraph.printed} "))
    )


def table_heads(paragraphs: Iterable[Paragraph]) -> Heads:
    """Return the text of the first row and the first column of every table by their cells."""
    cells = (p for p in paragraphs if p.cell and 1 in p.cell[1:])
    return {p.cell: words_of(p.text) for p in cells if p.cell}


def _cell_heads(paragraph: Paragraph, heads: Heads) -> tuple[str, str]:
    if not paragraph.cell:
        return "", ""
    table, row, column = paragraph.cell
    return (
        heads.get((table, 1, column), "") if row > 1 else "",
        heads.get((table, row, 1), "") if column > 1 else "",
    )
