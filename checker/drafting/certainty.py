"""How firmly a claim is put, and by which words.

Words of a trial come first, then of expectation, then of hope or aim; a claim with none of them
is asserted. A firm "will ensure" or "ensures" is asserted although "ensure" alone tells of an aim.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.drafting.lexicon import Hit, Token
from checker.drafting.own_words import in_force, read
from checker.drafting.phrases import Phrases, numbered, printed
from checker.model.words import Certainty

ORDER: tuple[Certainty, ...] = ("hypothesis", "expected", "hoped")
_FIRM = frozenset({"will", "would", "shall", "does", "did", "can"})
"""Before the words of an aim they make it an assertion."""


@in_force
def _lists() -> Phrases:
    return Phrases(read("certainty"))


def certainty(text: str) -> tuple[Certainty, str]:
    """Return how firmly a claim is put, and the words of it that decide; no words where it is asserted."""
    tokens = numbered(text)
    hits = [hit for hit in _lists().find(tokens) if not _made_firm(hit, tokens)]
    for name in ORDER:
        found = next((hit for hit in hits if hit.name == name), None)
        if found:
            return name, printed(text, tokens, found)
    return "asserted", ""


def _made_firm(hit: Hit, tokens: Sequence[Token]) -> bool:
    """Say whether "will" before "ensure" or "not" before "expected" turns the words."""
    before = tokens[hit.start - 1].text if hit.start else ""
    first = tokens[hit.start].text
    if first.endswith("ing") and first not in (
        "aiming",
        "hoping",
        "trying",
        "seeking",
        "looking",
        "working",
        "testing",
    ):
        return hit.start > 0
    return first in ("ensure", "may", "could", "might") and before in _FIRM
