"""Pieces to numbered paragraphs: printed numbers, headings and bullets."""

from __future__ import annotations

import re

from checker.model.paragraph import Paragraph, Part
from checker.readers.pdf.counting import Counter
from checker.readers.pdf.paragraphs import Measures, Piece

_FORM = re.compile(r"\beq(?:uality)?\s?(?:ia|impact assessment|analysis)\b", re.IGNORECASE)


def numbered(pieces: list[Piece], measures: Measures, width: float) -> tuple[Paragraph, ...]:
    """Return the paragraphs with their places."""
    headings = _levels(pieces, measures)
    bullets = _depths(pieces)
    counter = Counter(pieces, headings, form=_is_form(pieces, headings), middle=width / 2)
    out = []
    for i, piece in enumerate(pieces):
        number, printed = counter.number(piece, headings[i])
        out.append(_paragraph(i + 1, number, printed, piece, _part(piece, headings[i], bullets[i])))
    return tuple(out)


def _paragraph(ordinal: int, number: str, printed: str, piece: Piece, kind: tuple[Part, int]) -> Paragraph:
    first, last = piece.first, piece.lines[-1]
    part, level = kind
    return Paragraph(
        ordinal,
        number,
        piece.text,
        page=first.page,
        last_page=last.page if last.page != first.page else 0,
        part=part,
        level=level,
        printed=printed,
        cell=first.cell,
    )


def _part(piece: Piece, heading: int, depth: int) -> tuple[Part, int]:
    if piece.first.note:
        return "note", 0
    if piece.first.cell:
        return "cell", 0
    if heading:
        return "heading", heading
    return ("bullet", depth) if depth else ("text", 0)


def _depths(pieces: list[Piece]) -> list[int]:
    """Return how deep each bullet is nested, by how far it is set in; 0 for what is no bullet."""
    depths = []
    lefts: list[float] = []
    for piece in pieces:
        mark, left = piece.mark, piece.first.x0
        if mark is None or mark.kind not in ("bullet", "roman"):
            lefts = lefts if mark is None else []
            depths.append(0)
            continue
        while lefts and left < lefts[-1] - 0.4 * piece.first.size:
            lefts.pop()
        if not lefts or left > lefts[-1] + 0.4 * piece.first.size:
            lefts.append(left)
        depths.append(len(lefts))
    return depths


def _is_form(pieces: list[Piece], headings: list[int]) -> bool:
    """Tell whether a document is an equality form, whose questions have numbers of their own.

    It says so in its first words or its first heading; a report that only mentions an assessment is none.
    """
    first = next((piece for piece, heading in zip(pieces[:6], headings, strict=False) if heading), pieces[0])
    return any(len(piece.text) < 120 and _FORM.search(piece.text) for piece in (pieces[0], first) if not piece.mark)


def _levels(pieces: list[Piece], measures: Measures) -> list[int]:
    """Return the level of each heading; 0 for what is none.

    A number says its own level; else the largest letters are the first, those of the text the last.
    """
    found = [_is_heading(piece, measures) for piece in pieces]
    sizes = sorted({round(piece.first.size) for piece, yes in zip(pieces, found, strict=True) if yes}, reverse=True)
    return [_level(piece, sizes) if yes else 0 for piece, yes in zip(pieces, found, strict=True)]


def _level(piece: Piece, sizes: list[int]) -> int:
    mark = piece.mark
    if mark and mark.kind in ("whole", "dotted"):
        return mark.value.count(".") + 1
    return min(sizes.index(round(piece.first.size)) + 1, 6)


def _is_heading(piece: Piece, measures: Measures) -> bool:
    """Tell whether a piece is a heading: short, and larger, bolder or in capitals."""
    text, mark = piece.text, piece.mark
    if len(text) > 160 or piece.first.cell or piece.first.note or text[-1:] in ".;,":
        return False
    if not any(c.isalpha() for c in text) or (mark and mark.kind == "bullet"):
        return False
    large = piece.first.size > 1.12 * measures.size
    return large or all(line.bold for line in piece.lines) or _capitals(text)


def _capitals(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 5 and all(c.isupper() for c in letters)
