"""What every look at a document returns, and the sentences it looks at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.drafting.sentences import spans
from checker.model.document import Document
from checker.model.draft import QUOTED, DraftOddity, Oddity
from checker.model.paragraph import Paragraph

_TYPED = re.compile(r"^\d{1,2}(?:\.\d{1,3})+\.?\s+|^\d{1,2}\.\s+")


class Sentence(NamedTuple):
    """A sentence and the paragraph it stands in."""

    text: str
    paragraph: Paragraph


def sentences(document: Document) -> Iterator[Sentence]:
    """Yield the sentences of text, bullets and cells, each as one line."""
    for p in document.paragraphs:
        if p.part != "heading":
            for number, (start, end) in enumerate(spans(p.text)):
                text = " ".join(p.text[start:end].split())
                yield Sentence(text if number else without_number(text), p)


def without_number(text: str) -> str:
    """Return the words of a paragraph without a number typed before them."""
    return _TYPED.sub("", text, count=1) or text


def cut(text: str, start: int = 0, end: int | None = None) -> str:
    """Return a quotation of at most forty words that holds a stretch of the text, the sentence itself if it fits."""
    words = text.split()
    if len(words) <= QUOTED:
        return " ".join(words)
    before, inside = text[:start].split(), text[start:end].split()[:QUOTED]
    if start and not text[start - 1].isspace() and before:  # the stretch begins inside a word
        inside[:1] = [before.pop() + inside[0]]
    room = (QUOTED - len(inside)) // 2
    first = max(0, len(before) - room)
    return " ".join(words[first : first + QUOTED])


def odd(kind: Oddity, one: Paragraph, quote: str, other: Paragraph, other_quote: str, says: str) -> DraftOddity:
    """Return an oddity between two passages."""
    return DraftOddity(kind, one.at, quote, other.at, other_quote, says, one.ordinal)
