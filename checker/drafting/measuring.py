"""Sentences that measure: figures set against a year, a target or another place.

Plans, prices, limits and rules hold figures too; those are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.drafting.lexicon import Token
from checker.drafting.own_words import in_force, read
from checker.drafting.phrases import Phrases, printed
from checker.drafting.units import Unit

FEWEST = 6
"""Words below which a line of figures tells nothing by itself."""


@in_force
def _lists() -> Phrases:
    data = read("evidence")
    groups = {f"measured {name}": entries for name, entries in data["measured"].items()}
    return Phrases({**groups, "unmeasured": data["unmeasured"], "sources": data["sources"]})


def measured(units: Sequence[tuple[Unit, tuple[Token, ...]]]) -> Iterator[tuple[Unit, tuple[str, ...]]]:
    """Yield each unit that measures something, with the words that show it."""
    for unit, tokens in units:
        because = _because(unit, tokens)
        if because:
            yield unit, because


def _because(unit: Unit, tokens: tuple[Token, ...]) -> tuple[str, ...]:
    if len(tokens) < FEWEST or not any(token.text == "#" for token in tokens):
        return ()
    hits = list(_lists().find(tokens))
    names = {hit.name for hit in hits}
    if "unmeasured" in names or "sources" not in names:
        return ()
    return tuple(printed(unit.text, tokens, hit) for hit in hits if hit.name.startswith("measured"))[:3]
