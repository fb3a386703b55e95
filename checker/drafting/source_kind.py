"""What kind of source a paper is, guessed from its beginning and its manner; a person looks at the guess."""

from __future__ import annotations

import re
from dataclasses import replace

from checker.drafting.features import document_kind
from checker.drafting.lexicon import lexicon
from checker.drafting.units import units
from checker.model.document import Document
from checker.model.words import SourceKind

Patterns = tuple[tuple[SourceKind, re.Pattern[str]], ...]

_FIRST, _LINE = 6, 120
"""How many paragraphs may hold a title, and how many characters one has at most."""
_CALLED: Patterns = (
    ("minutes", re.compile(r"^(draft )?minutes\b|\bminutes of (the (meeting|proceedings)|\d)", re.I)),
    ("decision_record", re.compile(r"\b(record of (proposed )?decision|decision (notice|record|details))\b", re.I)),
    ("agenda", re.compile(r"^agenda\b", re.I)),
    ("call_in", re.compile(r"\bcall-?in\b", re.I)),
    ("officer_report", re.compile(r"^((strategic )?outline|full|final) business case\b|^business case\b", re.I)),
)
"""What papers are called that are nothing else."""
_BY_WORDS: dict[str, SourceKind] = {
    "officer_report": "officer_report",
    "minutes": "minutes",
    "news": "news",
    "letter": "letter",
    "impact_assessment": "impact_assessment",
    "equality_form": "impact_assessment",
    "budget_amendment": "budget",
    "explanatory_memorandum": "other",
    "decision_letter": "other",
    "order_reasons": "other",
}
"""By the kind of document that most words of the beginning speak for."""
_CALLED_TOO: Patterns = (
    ("impact_assessment", re.compile(r"\b(impact|equality) (assessment|analysis)\b", re.I)),
    ("budget", re.compile(r"\bbudget book\b|\bmedium[- ]term financial (plan|strategy)\b", re.I)),
    ("plan", re.compile(r"\b(strategy|policy statement|delivery plan|action plan)( \d{4}.*)?$", re.I)),
    ("letter", re.compile(r"^(dear\b|re: )", re.I)),
)
"""What else papers are called, asked where their words do not tell."""
_SPEECH = re.compile(r"\b(?:said|told|added|explained|continued|commented|insisted|argued|warned)\b")
_SPOKEN = 8
"""Of so many words of speech in a thousand a page without numbers is news."""
_SIGNED_OFF = re.compile(
    r"\b(?:contact|get in touch with|be in touch with)\s+(?:me|your\b[\w\s]{0,40}?councillors?)\s+if you (?:would|wish)\b",
    re.IGNORECASE,
)
"""How a councillor's column in a local paper ends."""
_NUMBERED = 3
"""A paper of a council has so many numbered paragraphs at least."""
_BEGINNING = 150
_ANNEX = re.compile(r"\W*(annexe?|appendix)\b", re.IGNORECASE)


def source_kind(title: str, document: Document) -> SourceKind:
    """Return the kind of source a paper seems to be; "other" where nothing tells."""
    opening = [title, *(paragraph.text for paragraph in document.paragraphs[:_FIRST])]
    begun = _begun(document)
    by_words = _BY_WORDS.get(document_kind(units(begun), lexicon()))
    if by_words not in ("letter", "minutes", "officer_report") and _is_column(document):
        return "news"
    return _called(opening, _CALLED) or by_words or _called(opening, _CALLED_TOO) or _by_manner(begun)


def _begun(document: Document) -> Document:
    """Return a document up to its first annex, which may be a form of another kind."""
    paragraphs = document.paragraphs[:_BEGINNING]
    annexes = [at for at, p in enumerate(paragraphs) if at > _FIRST and p.part == "heading" and _ANNEX.match(p.text)]
    return replace(document, paragraphs=paragraphs[: annexes[0]] if annexes else paragraphs)


def _called(opening: list[str], patterns: Patterns) -> SourceKind | None:
    lines = [text for text in opening if len(text) < _LINE]
    return next((kind for kind, pattern in patterns if any(map(pattern.search, lines))), None)


def _is_column(document: Document) -> bool:
    return any(_SIGNED_OFF.search(paragraph.text) for paragraph in document.paragraphs)


def _by_manner(document: Document) -> SourceKind:
    if sum(bool(paragraph.printed) for paragraph in document.paragraphs) >= _NUMBERED:
        return "officer_report"
    text = " ".join(paragraph.text for paragraph in document.paragraphs)
    return "news" if len(_SPEECH.findall(text)) * 1000 >= _SPOKEN * max(1, len(text.split())) else "other"
