"""Candidate claims: which passages are offered, how sure, and because of which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from checker.drafting.certainty import certainty
from checker.drafting.cutting import telling
from checker.drafting.denying import denies
from checker.drafting.features import Read, read
from checker.drafting.kinds import kinds
from checker.drafting.learned import LINEAR, Numbers, Weights, scores, weights
from checker.drafting.lexicon import Hit, Lexicon, lexicon
from checker.drafting.passages import AS_A_WHOLE, Passages
from checker.drafting.quoting import last_words
from checker.drafting.rules import LIMITS, points
from checker.drafting.speakers import speakers
from checker.drafting.units import Unit
from checker.model.draft import Confidence, DraftClaim, Sensitivity

MOST_REASONS = 4
SHARE, FLOOR = 0.5, -3.0
"""What the encoder's log odds count beside those of the weights, and below which of these it is not asked."""
_ALL = list(LINEAR).index("all")


def claims(
    units: Sequence[Unit],
    sensitivity: Sensitivity = "balanced",
    lexicons: Sequence[Path] = (),
    learned: Weights | None = None,
    *,
    model: bool = True,
    passages: Passages | None = None,
) -> tuple[DraftClaim, ...]:
    """Return the passages that read like claims, in the order of the document.

    Args:
        units: all units of one document, in order.
        sensitivity: quiet offers some of what balanced offers, keen all of it and more.
        lexicons: files that add words to the classes.
        learned: weights other than the project's own.
        model: False leaves all that was learned out: the lexicon and its points alone decide.
        passages: the same units, where what the encoder says of them is known or wanted again.
    """
    known = lexicon(lexicons)
    own = passages or Passages(units)
    reads = read(own.units, known)
    held = learned or weights()
    found = own.joined("claim", range(len(reads)), scores(reads, held), SHARE, FLOOR) if model else points(reads)
    limits = held.limits if model else LIMITS
    said = {unit.number: by for unit, by in zip(units, speakers(units), strict=True)}
    return tuple(
        replace(_claim(reads[at], float(found[at]), limits, known, held), speaker=said[reads[at].unit.number])
        for at in chosen(reads, found, limits[sensitivity])
    )


def chosen(reads: Sequence[Read], scores: Numbers, limit: float) -> tuple[int, ...]:
    """Return the places of the units to offer: from a score on, of the stretches of one sentence the best.

    A sentence is one claim however many things it says; a heading is none, and what denies a benefit is none.
    """
    best: dict[int, int] = {}
    for at, found in enumerate(reads):
        if scores[at] < limit or found.unit.paragraph.part == "heading" or denies(found.unit):
            continue
        before = best.setdefault(found.unit.number, at)
        if scores[at] > scores[before]:
            best[found.unit.number] = at
    return tuple(sorted(best.values()))


def _claim(found: Read, score: float, limits: dict[str, float], known: Lexicon, held: Weights) -> DraftClaim:
    unit = found.unit
    return DraftClaim(
        at=unit.at,
        quote=unit.text,
        kinds=kinds(unit.text, unit),
        certainty=certainty(unit.text)[0],
        confidence=_confidence(score, limits),
        because=reasons(found, known, held),
        ordinal=unit.paragraph.ordinal,
        page=unit.paragraph.page,
        words=telling(unit, lambda stretches: _weights(stretches, known, held)),
        rank=round(score, 3),
    )


def _weights(stretches: Sequence[Unit], known: Lexicon, held: Weights) -> list[float]:
    """Return how much each stretch of a sentence speaks for a claim."""
    return [sum(weight for _, weight in _telling(one, held)) for one in read(stretches, known)]


def _confidence(score: float, limits: dict[str, float]) -> Confidence:
    if score >= limits["likely"]:
        return "likely"
    return "possible" if score >= limits["balanced"] else "faint"


def reasons(found: Read, known: Lexicon, held: Weights) -> tuple[str, ...]:
    """Return the words of the passage that spoke for it most, and what of its place did."""
    hits = (hit for hit, _ in _telling(found, held) if not known.words.is_excepted(hit, found.tokens))
    words = dict.fromkeys(_said(found, known, hit) for hit in hits)
    return (*list(words)[:MOST_REASONS], *_places(found, held)) or (AS_A_WHOLE,)


def _telling(found: Read, held: Weights) -> Iterable[tuple[Hit, float]]:
    """Return the hits that speak for a claim, those that speak most first."""
    weighed = [(hit, _weight(held, f"c {hit.name}") + _weight(held, f"e {hit.name} {hit.entry}")) for hit in found.hits]
    return sorted(((h, w) for h, w in weighed if w > 0), key=lambda pair: (-pair[1], pair[0].start, pair[0].end))


def _weight(held: Weights, feature: str) -> float:
    return float(held.linear[feature][_ALL]) if feature in held.linear else 0.0


def _said(found: Read, known: Lexicon, hit: Hit) -> str:
    first, last = found.tokens[hit.start].start, found.tokens[hit.end - 1].end
    return f"\u201c{found.unit.text[first:last]}\u201d: {known.words.says[hit.name]}"


def _places(found: Read, held: Weights) -> Iterator[str]:
    unit = found.unit
    if unit.path and found.under and _weight(held, f"under {found.under[0]}") > 0:
        yield f"under the heading \u201c{unit.heading}\u201d"
    if unit.listed and unit.lead_in and sum(_weight(held, f"led by {name}") for name in found.lead_in) > 0:
        yield f"in a list after \u201c{last_words(unit.lead_in)}\u201d"
