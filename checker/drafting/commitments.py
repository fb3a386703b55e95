"""Promises to do, provide, review, report, consult or decide, and requests for them.

A learned model over the grammar of a promise (see `promises`) says which passages are offered;
the lexicon says what is to come, and `dates` when. Effects, past actions, duties of the law and
general policy are not promises.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, cast

import numpy as np

from checker.drafting.cutting import telling
from checker.drafting.dates import due
from checker.drafting.features import document_kind
from checker.drafting.lexicon import lexicon
from checker.drafting.own_words import in_force, read
from checker.drafting.passages import AS_A_WHOLE, Passages
from checker.drafting.phrases import Phrases, numbered, printed
from checker.drafting.promise_features import features
from checker.drafting.promises import Seen, see
from checker.drafting.scores import Model, chance, models
from checker.drafting.units import Unit
from checker.model.draft import Confidence, DraftCommitment, Sensitivity
from checker.model.words import Provided

OWN = Path(__file__).with_name("commitments.json")
LIMITS: dict[Sensitivity, float] = {"quiet": 0.6, "balanced": 0.25, "keen": 0.06}
"""From which chance on a passage is offered."""
LIKELY, POSSIBLE = 0.5, 0.25
"""Where the bands of confidence begin."""
SHARE, FLOOR = 0.6, -3.0
"""What the encoder's log odds count beside those of the weights, and below which of these it is not asked."""
_ASKED = frozenset(
    {"asked", "requested", "instructed", "tasked", "invited", "delegate", "delegated", "authorise", "request"}
)


def commitments(
    units: Sequence[Unit],
    sensitivity: Sensitivity = "balanced",
    dated: datetime.date | None = None,
    passages: Passages | None = None,
) -> tuple[DraftCommitment, ...]:
    """Return the promises and requests of one document, in its order.

    With the document's own date, a day or month that is named without a year is the next one.
    """
    own = passages or Passages(units)
    found = noticed(own)
    model = models(OWN)["promise"]
    scores = np.array([model.score(names) for _, names in found])
    chances = [chance(float(score)) for score in own.joined("promise", own.prose, scores, SHARE, FLOOR)]
    kept = best([seen.unit for seen, _ in found], chances, LIMITS[sensitivity])
    return tuple(_drafted(*found[at], chances[at], model, dated) for at in kept)


def noticed(passages: Passages) -> list[tuple[Seen, frozenset[str]]]:
    """Return every sentence, bullet and cell, with the names of all that is noticed about it."""
    kind = document_kind(passages.units, lexicon())
    return [(seen, features(seen)) for seen in see([passages.units[at] for at in passages.prose], kind)]


def best(units: Sequence[Unit], chances: Sequence[float], least: float) -> tuple[int, ...]:
    """Return the places of the passages to offer; of those that overlap, the likeliest."""
    kept: dict[int, list[int]] = {}
    for at in sorted(range(len(units)), key=lambda i: (-chances[i], i)):
        if chances[at] < least:
            break
        beside = kept.setdefault(units[at].number, [])
        if all(units[at].end <= units[o].start or units[at].start >= units[o].end for o in beside):
            beside.append(at)
    return tuple(sorted(at for places in kept.values() for at in places))


def _drafted(
    seen: Seen, names: frozenset[str], likely: float, model: Model, dated: datetime.date | None
) -> DraftCommitment:
    unit = seen.unit
    when = due(unit.text, dated)
    what, words = provides(unit.text)
    return DraftCommitment(
        at=unit.at,
        quote=unit.text,
        provides=what,
        confidence=_band(likely),
        because=(*_verbs(seen), *words, *_place(seen), *_heaviest(names, model)) or (AS_A_WHOLE,),
        ordinal=unit.paragraph.ordinal,
        page=unit.paragraph.page,
        due=when.printed,
        due_date=when.date,
        due_within=when.within,
        due_event=when.event,
        origin=_origin(seen),
        words=telling(unit, lambda stretches: [model.score(features(one)) for one in see(stretches, seen.kind)]),
    )


def _band(likely: float) -> Confidence:
    return "likely" if likely >= LIKELY else "possible" if likely >= POSSIBLE else "faint"


@in_force
def _provides() -> Phrases:
    return Phrases(read("commitments")["provides"])


def provides(text: str) -> tuple[tuple[Provided, ...], tuple[str, ...]]:
    """Return what is to come, and the words that say so; an action where no word says more."""
    tokens = numbered(text)
    hits = list(_provides().find(tokens))
    order = list(_provides().names)
    named = sorted({hit.name for hit in hits}, key=order.index)
    words = tuple(dict.fromkeys(printed(text, tokens, hit) for hit in hits))
    return cast(tuple[Provided, ...], tuple(named[:3]) or ("action",)), words[:3]


def _verbs(seen: Seen) -> tuple[str, ...]:
    """Return the turns that promise or ask, as printed."""
    doing = [turn for turn in seen.turns if "effect" not in turn.kinds] or list(seen.turns)
    spans = [(seen.tokens[turn.start].start, seen.tokens[turn.end - 1].end) for turn in doing[:2]]
    return tuple(seen.unit.text[start:end] for start, end in spans)


def _place(seen: Seen) -> tuple[str, ...]:
    return (f"under \u201c{seen.unit.heading}\u201d",) if seen.under and seen.unit.heading else ()


def _heaviest(names: frozenset[str], model: Model) -> tuple[str, ...]:
    """Return one sign of the lexicon that weighed, where no verb tells why."""
    signs = [name for name in model.reasons(names, 8) if name.startswith(("sign ", "opens ", "led into "))]
    return tuple(signs[:1])


def _origin(seen: Seen) -> Literal["undertaking", "request"]:
    """Say whether somebody is asked, or whoever writes or speaks undertakes it."""
    words = {token.text for token in seen.tokens}
    asked = bool(words & _ASKED) or any(hit.name == "asked" for hit in seen.signs)
    undertakes = any(turn.mode in ("will", "doing") for turn in seen.turns)
    return "request" if asked and not undertakes else "undertaking"
