"""Of a newspaper's words at most a quarter may be quoted: how many may be, and how many are."""

from __future__ import annotations

from checker.model.coding import Coding, confirmed, quotations
from checker.model.source import Source
from checker.model.words import SourceKind

NEWSPAPERS: frozenset[SourceKind] = frozenset({"news", "editorial"})
"""What a newspaper prints. A letter is none; nor is a council's own release, whose kind is other."""
TOO_MUCH = "QUOTED-TOO-MUCH"
_SHARE = 4


def words_allowed(source: Source | None) -> int | None:
    """Return how many words of a source may be quoted; None where there is no limit, or it is not known how long it is."""
    if source is None or source.kind not in NEWSPAPERS or source.original is None or not source.original.words:
        return None
    return source.original.words // _SHARE


def words_quoted(coding: Coding) -> int:
    """Return how many words a coding quotes in what counts; candidates and rejected items are left out."""
    return sum(len(quote.split()) for _, _, quote in quotations(confirmed(coding)))
