"""What kind of claim a passage makes: one to three of the eighteen kinds, the likeliest first.

Each kind has phrases in the lexicon, strong and weak, and a small learned model over them and
over single words and pairs of words. Kinds that are coded by hand only are never proposed.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import cast

from checker.drafting.lexicon import Hit, Token
from checker.drafting.own_words import in_force, read
from checker.drafting.phrases import Phrases, numbered
from checker.drafting.scores import Model, chance, models
from checker.drafting.stems import stem
from checker.drafting.units import Unit
from checker.model.words import ClaimKind

OWN = Path(__file__).with_name("kinds.json")
MOST = 3
"""How many kinds a claim may have."""
SECOND, THIRD = 0.12, 0.18
"""From which chance on a second and a third kind are named."""


@in_force
def _phrases() -> Phrases:
    data = read("kinds")
    return Phrases({f"{strength} {kind}": group[strength] for kind, group in data.items() for strength in group})


def kinds(text: str, unit: Unit | None = None) -> tuple[ClaimKind, ...]:
    """Return one to three kinds, the likeliest first."""
    return chosen(chances(features(text, unit), models(OWN)))


def chances(names: frozenset[str], learned: dict[str, Model]) -> dict[str, float]:
    """Return how likely each kind is."""
    return {kind: chance(model.score(names)) for kind, model in learned.items()}


def chosen(found: dict[str, float]) -> tuple[ClaimKind, ...]:
    """Return the likeliest kind, and a second and a third where they are likely enough."""
    ranked = sorted(found, key=lambda kind: (-found[kind], kind))
    named = ranked[:1] + [
        kind for kind, least in zip(ranked[1:MOST], (SECOND, THIRD), strict=True) if found[kind] >= least
    ]
    return cast(tuple[ClaimKind, ...], tuple(named))


def features(text: str, unit: Unit | None = None) -> frozenset[str]:
    """Return the names of all that is noticed about a passage."""
    tokens = numbered(text)
    names = {*_cue_features(tuple(_phrases().find(tokens))), *_word_features(tokens)}
    if unit is not None:
        names |= {f"h {stem(token.text)}" for token in numbered(unit.heading)[:12]}
    return frozenset(names)


def _cue_features(hits: tuple[Hit, ...]) -> Iterator[str]:
    places: dict[str, set[int]] = {}
    for hit in hits:
        places.setdefault(hit.name, set()).add(hit.start)
    for name, starts in places.items():
        yield name
        if len(starts) > 1:
            yield f"{name}, twice"
        if len(starts) > 2:
            yield f"{name}, more"


def _word_features(tokens: tuple[Token, ...]) -> Iterator[str]:
    stems = [stem(token.text) for token in tokens]
    yield from (f"w {word}" for word in stems)
    yield from (f"w {first} {second}" for first, second in pairwise(stems))
