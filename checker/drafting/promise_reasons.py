"""Why a passage is offered as a promise, in its own words and in plain ones."""

from __future__ import annotations

from collections.abc import Iterator

from checker.drafting.passages import AS_A_WHOLE
from checker.drafting.phrases import printed
from checker.drafting.promises import Seen, Turn
from checker.drafting.quoting import last_words
from checker.drafting.scores import Model
from checker.drafting.stems import FUNCTION

TO_BE_DONE = "what is to be done"
SIGNS = {
    "study": "a study, a review or a question to look into",
    "vowed": "an intention or an undertaking",
    "kept": "something goes on",
    "when": "a time",
    "intent": "something meant or under way",
    "further": "there is more to come",
    "asked": "somebody agrees or is asked",
}
"""The signs of a promise that speak for one, and what to say of each; the others are given as no reason."""
_FIRM = frozenset({"will", "led", "is to", "continue"})
_VERBS, _ONE = 2, 1


def reasons(seen: Seen, brings: tuple[str, ...], model: Model) -> tuple[str, ...]:
    """Return the words that promise, those for what is to come, then what of its place and manner spoke for it."""
    found = (*_verbs(seen), *brings, *_places(seen, model), *list(_signs(seen, model))[:_ONE])
    return tuple(dict.fromkeys(found)) or (AS_A_WHOLE,)


def _verbs(seen: Seen) -> Iterator[str]:
    """Yield the turns that say what is to be done: those with a verb of doing, else what will be at all."""
    turns = [turn for turn in seen.turns if turn.kinds and "effect" not in turn.kinds and not _is_noun(turn)]
    turns = turns or [turn for turn in seen.turns if turn.mode in _FIRM and turn.verb not in FUNCTION]
    for turn in _apart(turns)[:_VERBS]:
        start, end = seen.tokens[turn.start].start, seen.tokens[turn.end - 1].end
        yield f"\u201c{seen.unit.text[start:end]}\u201d: {TO_BE_DONE}"


def _is_noun(turn: Turn) -> bool:
    return turn.mode == "bare" and turn.verb.endswith(("tion", "ment"))


def _apart(turns: list[Turn]) -> list[Turn]:
    """Return the turns that stand in no other: of "will continue to review" not "to review" too."""
    return [turn for turn in turns if not any(o.start < turn.start < o.end for o in turns)]


def _signs(seen: Seen, model: Model) -> Iterator[str]:
    for name, says in SIGNS.items():
        hit = next((hit for hit in seen.signs if hit.name == name), None)
        if hit and model.weights.get(f"sign {name}", 0.0) > 0:
            yield f"\u201c{printed(seen.unit.text, seen.tokens, hit)}\u201d: {says}"


def _places(seen: Seen, model: Model) -> Iterator[str]:
    unit = seen.unit
    if seen.under and unit.heading and any(model.weights.get(f"under {name}", 0.0) > 0 for name in seen.under):
        yield f"under the heading \u201c{unit.heading}\u201d"
    if unit.listed and unit.lead_in:
        yield f"in a list after \u201c{last_words(unit.lead_in)}\u201d"
