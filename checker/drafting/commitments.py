"""Promises to do, provide, review, report, consult or decide, and requests for them.

A learned model over the grammar of a promise (see `promises`) says which passages are offered;
the lexicon says what is to come, and `dates` when. Effects, past actions, duties of the law and
general policy are not promises.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import numpy as np

from checker.drafting.cutting import telling
from checker.drafting.dates import Due, due
from checker.drafting.features import document_kind
from checker.drafting.lexicon import lexicon
from checker.drafting.passages import Passages
from checker.drafting.promise_features import features
from checker.drafting.promise_reasons import reasons
from checker.drafting.promises import Seen, only_asks_the_meeting, only_recalls, see
from checker.drafting.providing import provides
from checker.drafting.row_time import Row, time_of, times_of_rows
from checker.drafting.scores import Model, chance, models
from checker.drafting.units import Unit
from checker.model.draft import Confidence, DraftCommitment, Sensitivity

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
    rows = times_of_rows(units, dated)
    promised = [(found[at][0], chances[at]) for at in kept if not _nothing_to_come(found[at][0])]
    return tuple(_drafted(seen, likely, model, _when(seen.unit, dated, rows)) for seen, likely in promised)


def _nothing_to_come(seen: Seen) -> bool:
    return only_recalls(seen) or only_asks_the_meeting(seen)


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


def _when(unit: Unit, dated: datetime.date | None, rows: dict[Row, Due]) -> Due:
    """Return when it is due: as its own words say, else the cell of its row that tells."""
    own = due(unit.text, dated)
    return own if own.printed or own.event else time_of(unit, rows)


def _drafted(seen: Seen, likely: float, model: Model, when: Due) -> DraftCommitment:
    unit = seen.unit
    what, words = provides(unit.text)
    return DraftCommitment(
        at=unit.at,
        quote=unit.text,
        provides=what,
        confidence=_band(likely),
        because=reasons(seen, words, model),
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


def _origin(seen: Seen) -> Literal["undertaking", "request"]:
    """Say whether somebody is asked, or whoever writes or speaks undertakes it."""
    words = {token.text for token in seen.tokens}
    asked = bool(words & _ASKED) or any(hit.name == "asked" for hit in seen.signs)
    undertakes = any(turn.mode in ("will", "doing") for turn in seen.turns)
    return "request" if asked and not undertakes else "undertaking"
