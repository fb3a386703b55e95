"""Words without their endings, and words that carry no matter of their own."""

from __future__ import annotations

_SUFFIXES = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ities",
    "ity",
    "edly",
    "ed",
    "ies",
    "es",
    "ly",
    "s",
    "e",
    "y",
)
_WORDS = (
    "the a an of to and in for on with that this these those is are was were be been being will would should could can may "
    "might must shall has have had do does did not no by as at from it its or which who their they there than then such any "
    "all also more other into through under over about between within if but so"
)
FUNCTION = frozenset(_WORDS.split())
"""Words of grammar."""


def stem(word: str) -> str:
    """Return a word without its ending."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            return word[: -len(suffix)]
    return word
