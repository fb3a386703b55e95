"""The title that a document gives itself on its first page."""

from __future__ import annotations

import re

from checker.model.paragraph import Paragraph

_LABEL = re.compile(r"(?:subject|(?:report |eqia )?title|title of (?:report|decision))\s*:?\s*", re.IGNORECASE)
_STATED = re.compile(r"(?:subject|(?:report |eqia )?title|title of (?:report|decision))\s*:\s*(?=\S)", re.IGNORECASE)
_FORMAL = re.compile(
    r"(?:from|to|date|classification|decision|council|recommendations?|summary|contents)\b.{0,12}", re.IGNORECASE
)


def title(paragraphs: tuple[Paragraph, ...]) -> str:
    """Return what follows "Subject:", else the first heading of the first page; empty where there is neither."""
    first = [paragraph for paragraph in paragraphs if paragraph.page == paragraphs[0].page][:30]
    for paragraph, after in zip(first, [*first[1:], None], strict=True):
        text = _plain(paragraph.text)
        stated = _STATED.match(text)
        if stated and len(text) < 300:
            return text[stated.end() :]
        if after and _LABEL.fullmatch(text):
            return _plain(after.text)
    headings = [p for p in first if p.part == "heading" and not _FORMAL.fullmatch(_plain(p.text))]
    return _plain(min(headings, key=lambda p: p.level).text) if headings else ""


def _plain(text: str) -> str:
    return " ".join(text.split())
