"""What is noticed about a unit that bears on whether it is a promise, as named features."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from checker.drafting.phrases import numbered
from checker.drafting.promises import IS, LEADING, Seen, Turn, doers, lists, turns, verb_kinds
from checker.drafting.stems import stem

_NOUNS = ("tion", "tions", "ment", "ments", "or", "er", "ors", "ers", "ed")
"""Endings of words of a deed that name somebody or something."""


def features(seen: Seen) -> frozenset[str]:
    """Return the names of everything noticed about a unit."""
    return frozenset([*grammar_features(seen), *word_features(seen)])


def grammar_features(seen: Seen) -> Iterator[str]:
    """Yield who is to do what, the signs of a promise, and where it stands."""
    yield from _turn_features(seen)
    yield from _sign_features(seen)
    yield from _place_features(seen)
    yield from _opening_features(seen)
    yield from _lead_features(seen)


def _turn_features(seen: Seen) -> Iterator[str]:
    for turn in seen.turns:
        how = f"{turn.mode}{' not' if turn.denied else ''}"
        yield how
        voice = " be" if turn.passive else ""
        coarse = _coarse(turn)
        yield f"{how}{voice} {coarse}"
        yield f"{seen.kind} {how} {coarse}"
        for subject in turn.subject or ("none",):
            yield f"{subject} {how}"
            yield f"{subject} {how} {coarse}"
        if turn.subject:
            yield f"somebody {how} {coarse}"
        for kind in turn.kinds or ("other",):
            yield f"{how}{voice} {kind}"
            yield f"does {kind}"
            for subject in turn.subject or ("none",):
                yield f"{subject} {how} {kind}"
        yield f"{how}{voice} ({stem(turn.verb)})"
    if not seen.turns:
        yield "no turn"


def _coarse(turn: Turn) -> str:
    """Return what sort of verb it is: one of doing, of coming about, or another."""
    if "effect" in turn.kinds:
        return "effect"
    return "deed" if turn.kinds else "other"


def _sign_features(seen: Seen) -> Iterator[str]:
    names = dict.fromkeys(hit.name for hit in seen.signs)
    for name in names:
        yield f"sign {name}"
        yield f"{seen.kind} sign {name}"
        for turn in seen.turns:
            yield f"sign {name} with {turn.mode}"
    for hit in seen.signs:
        if hit.start < 4:
            yield f"first {hit.name}"
    yield from _near_features(seen)


def _near_features(seen: Seen) -> Iterator[str]:
    """Yield the signs that stand shortly before a deed, and those that tell when beside one."""
    deeds = [
        at for at, token in enumerate(seen.tokens) if verb_kinds(token.text) and "effect" not in verb_kinds(token.text)
    ]
    for hit in seen.signs:
        if any(0 <= at - hit.end < 4 for at in deeds):
            yield f"{hit.name} then deed"
        if hit.name == "when" and any(abs(at - hit.start) < 8 for at in deeds):
            yield "deed when"
    for turn in seen.turns:
        told = {hit.name for hit in seen.signs if 0 <= turn.start - hit.end < 12}
        for name in told & {"said", "asked", "vowed", "further", "study"}:
            yield f"{name} then {turn.mode} {_coarse(turn)}"


def _place_features(seen: Seen) -> Iterator[str]:
    unit = seen.unit
    kind = seen.kind or "other"
    yield f"kind {kind}"
    yield f"part {unit.paragraph.part}"
    if unit.listed:
        yield "listed"
    for name in seen.under or ("none",):
        yield f"under {name}"
        for turn in seen.turns:
            yield f"under {name} {turn.mode}"
    for turn in seen.turns:
        yield f"{kind} {turn.mode}"
    length = len(seen.tokens)
    yield f"length {'short' if length < 5 else 'middling' if length < 30 else 'long' if length < 60 else 'very long'}"
    if unit.text.rstrip().endswith("?"):
        yield "question"


def _opening_features(seen: Seen) -> Iterator[str]:
    """Yield how the unit opens: a deed, somebody to do one, a review announced."""
    first = [token.text for token in seen.tokens[:8]]
    if not first:
        return
    if seen.unit.text[:1].islower():
        yield "goes on"
    kinds = () if first[0].endswith(_NOUNS) or first[1:2] in (["from"], ["under"]) else verb_kinds(first[0])
    yield f"opens {kinds[0]}" if kinds else f"o {stem(first[0])}"
    if first[0].endswith("ing") and kinds:
        yield "opens doing"
    if first[1:2] == ["of"] and kinds:
        yield "opens deed of"
    if first[1:2] in (["the"], ["a"], ["an"], ["our"], ["all"], ["with"], ["how"]) and kinds:
        yield "opens deed upon"
    if (
        "to" in first[1:6]
        and doers(tuple(first[: first.index("to")]))
        and verb_kinds([*first, ""][first.index("to") + 1])
    ):
        before = first[first.index("to") - 1]
        yield "opens somebody to" if before not in LEADING and before not in IS else "opens somebody led to"


def _lead_features(seen: Seen) -> Iterator[str]:
    """Yield what the sentence that leads into its list is about to promise or ask."""
    if not seen.unit.lead_in:
        return
    lead = numbered(seen.unit.lead_in)
    for turn in list(turns(lead))[-1:]:
        yield f"led into {turn.mode}"
        yield f"led into {turn.mode} {_coarse(turn)}"
    for name in dict.fromkeys(hit.name for hit in lists()["signs"].find(lead)):
        yield f"led into sign {name}"
    if seen.unit.lead_in.endswith(":"):
        opens = "bare" if any(turn.mode == "bare" for turn in seen.turns) else "other"
        yield f"led into by colon {opens}"


def word_features(seen: Seen) -> Iterator[str]:
    """Yield the words without their endings, each two that stand together, and the words of the heading."""
    texts = [token.text for token in seen.tokens]
    yield from (f"s {stem(text)}" for text in texts)
    yield from (f"w {first} {second}" for first, second in pairwise(texts))
    yield from (f"h {token.text}" for token in numbered(seen.unit.heading)[:12])
