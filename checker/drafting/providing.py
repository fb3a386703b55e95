"""What a promise is to bring, and the words that say so.

An assessment that is only kept under review, reviewed again or updated is there already: the
promise brings the review, not the assessment. What is to be there first ("once the plan is agreed")
is not brought by it either, nor is a report by whoever "reported that" something will be done.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from checker.drafting.lexicon import Hit, Token
from checker.drafting.own_words import in_force, read
from checker.drafting.phrases import Phrases, numbered, printed
from checker.drafting.stems import FUNCTION
from checker.model.words import Provided, spoken

MOST = 3
"""How many things a promise may bring."""
_ASSESSMENTS = frozenset(
    {
        "equality_impact_assessment",
        "data_protection_impact_assessment",
        "environmental_impact_assessment",
        "cost_benefit_analysis",
    }
)
_FIRST = re.compile(
    r"\b(?:once|when|after|before|until|as soon as)\b(?:(?!\b(?:and|but|will|would|shall|which)\b)[^.,;:()])*?"
    r"\b(?:is|are|was|were|has been|have been)\b\s+(?:\w+ly\s+)?\w+",
    re.IGNORECASE,
)
"""A clause of time with its verb: "once the investment plan is agreed"."""
_SAID = re.compile(
    r"(?<!\bbe )(?<!\bbeen )\b(?:reported|advised|informed|updated)\s+(?:\w+\s+){0,3}?that\b", re.IGNORECASE
)
_AFTER, _BEFORE = 6, 3
"""How many words from its name what keeps an assessment up may stand."""


@in_force
def _lists() -> dict[str, Phrases]:
    return {section: Phrases(read("commitments")[section]) for section in ("provides", "upkeep")}


def provides(text: str) -> tuple[tuple[Provided, ...], tuple[str, ...]]:
    """Return what is to come, and why: the words for each, as printed. It is an action where no word says more."""
    tokens = numbered(_without_others(text))
    hits = _first_of_each(_brought(tokens))
    order = list(_lists()["provides"].names)
    named = cast(tuple[Provided, ...], tuple(sorted(hits, key=order.index)[:MOST]))
    said = tuple(f"\u201c{_words(text, tokens, hits[name])}\u201d: {spoken(name)}" for name in named)
    return named or ("action",), said


def _without_others(text: str) -> str:
    """Return a text of the same length with a stop for every letter of what is to be there first, and of who says so."""
    for pattern in (_FIRST, _SAID):
        text = pattern.sub(lambda hit: "." * len(hit.group()), text)
    return text


def _brought(tokens: Sequence[Token]) -> list[Hit]:
    """Return where something to come is named, an assessment left out that is only kept up."""
    kept_up = _lists()["upkeep"].find(tokens)
    comes = any(hit.name == "brought" for hit in kept_up)
    return [
        hit
        for hit in _lists()["provides"].find(tokens)
        if comes or hit.name not in _ASSESSMENTS or not any(_keeps_up(other, hit) for other in kept_up)
    ]


def _keeps_up(upkeep: Hit, named: Hit) -> bool:
    if upkeep.name == "after_its_name":
        return 0 <= upkeep.start - named.end < _AFTER
    return 0 <= named.start - upkeep.end < _BEFORE


def _first_of_each(hits: Sequence[Hit]) -> dict[str, Hit]:
    return {hit.name: hit for hit in reversed(hits)}


def _words(text: str, tokens: Sequence[Token], hit: Hit) -> str:
    """Return the words of a hit as printed, without words of grammar at their end."""
    end = hit.end
    while end - 1 > hit.start and tokens[end - 1].text in FUNCTION:
        end -= 1
    return printed(text, tokens, hit._replace(end=end))
