"""Two codings of one source: agreement, Cohen's kappa, and the list of disagreements."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

from checker.base.faults import Misuse
from checker.engine.matching import HALF, Candidate, one_to_one, shared, words_of
from checker.model.agreement import (
    Agreed,
    Agreement,
    Cell,
    Coded,
    Difference,
    Disagreement,
    Found,
    Overlap,
    Status,
    What,
)
from checker.model.coding import Claim, Coding, Commitment, Due, DueBefore, DueOn, DueWithin, Evidence, OnTopic
from checker.model.paragraph import place_key
from checker.model.words import HEADLINE, EvidenceStatus

C = TypeVar("C", Claim, Commitment, Evidence)

_LEAST_FIRST: tuple[EvidenceStatus, ...] = (
    "none_stated", "none_reasoned", "oral", "referenced", "exempt", "supplied", "verified", "contradicted",
)  # fmt: skip
_FLAGS = ("operative", "money", "statutory", "about_person", "reported")


class Matched(NamedTuple):
    """Two coders' items, one to one; None where only one found it."""

    a: Any
    b: Any


def agree(a: Coding, b: Coding) -> Agreement:
    """Return how far two codings of one source agree.

    Items are the same where they stand in the same paragraph and at least half of the words of the
    shorter quotation are in the other, in order; one to one, the best first.

    Args:
        a: one coder's coding.
        b: the other's.

    Raises:
        Misuse: where they are codings of different sources.
    """
    if a.source != b.source:
        raise Misuse(f"A codes {a.source}, B codes {b.source}. Give two codings of one source.")
    claims, commitments = match(a.claims, b.claims), match(a.commitments, b.commitments)
    evidence = match(a.evidence, b.evidence)
    both, kept = _both(claims), _both(commitments)
    listed = (*_listed("claim", claims), *_listed("evidence", evidence), *_listed("commitment", commitments))
    return Agreement(
        a, b, _found(claims), _found(evidence), _found(commitments),
        (
            agreed("main kind", both, lambda claim: claim.kinds[0]),
            agreed("certainty", both, lambda claim: claim.certainty),
            agreed("stage and operative", both, _stage),
            agreed("due type", kept, lambda one: due_type(one.due)),
        ),
        (
            overlap("kinds", both, lambda claim: claim.kinds),
            overlap("provides", kept, lambda one: one.provides),
        ),
        tuple(Status(kind, _status(a, kind), _status(b, kind)) for kind in HEADLINE),
        tuple(sorted(listed, key=lambda one: place_key(one.at))),
    )  # fmt: skip


def match(a: Sequence[C], b: Sequence[C]) -> list[Matched]:
    """Return both coders' items: those of A in their order, each with B's or none, then what only B found."""
    pairs = dict(one_to_one(_candidates(a, b)))
    taken = set(pairs.values())
    rows = [Matched(one, b[pairs[i]] if i in pairs else None) for i, one in enumerate(a)]
    return rows + [Matched(None, other) for j, other in enumerate(b) if j not in taken]


def _candidates(a: Sequence[C], b: Sequence[C]) -> Iterator[Candidate]:
    for i, one in enumerate(a):
        for j, other in enumerate(b):
            if one.at == other.at:
                words, others = words_of(one.quote), words_of(other.quote)
                count, shorter = shared(words, others), min(len(words), len(others))
                if shorter and count / shorter >= HALF:
                    yield (-count / shorter, -count), i, j


def _found(rows: Sequence[Matched]) -> Found:
    both = len(_both(rows))
    only_a = sum(row.b is None for row in rows)
    return Found(both, only_a, len(rows) - both - only_a)


def _both(rows: Sequence[Matched]) -> list[Matched]:
    return [row for row in rows if row.a is not None and row.b is not None]


def agreed(name: str, rows: Sequence[Matched], word: Callable[[Any], str]) -> Agreed:
    """Return how far both used the same word for the same items, with Cohen's kappa and the table behind it."""
    import pandas as pd

    if not rows:
        return Agreed(name, 0, 0, None)
    table = pd.crosstab(
        pd.Series([word(row.a) for row in rows], name="a"), pd.Series([word(row.b) for row in rows], name="b")
    )
    cells = [Cell(one, other, int(table.loc[one, other])) for one in table.index for other in table.columns]
    cells = sorted((cell for cell in cells if cell.number), key=lambda cell: (-cell.number, cell.a, cell.b))
    same = sum(cell.number for cell in cells if cell.a == cell.b)
    return Agreed(name, same, len(rows), kappa(table), tuple(cells))


def kappa(table: Any) -> float | None:
    """Return Cohen's kappa of a table of counts: agreement beyond what the two would reach by chance.

    (p - e) / (1 - e), with p the part on the diagonal and e the part that chance would put there,
    each coder using each word as often as in the table. None where chance explains everything.
    """
    total = int(table.to_numpy().sum())
    rows, columns = table.sum(axis=1), table.sum(axis=0)
    words = [word for word in table.index if word in table.columns]
    observed = sum(int(table.loc[word, word]) for word in words)
    chance = sum(int(rows[word]) * int(columns[word]) for word in words)
    if not total or chance == total * total:
        return None
    return (observed * total - chance) / (total * total - chance)


def overlap(name: str, rows: Sequence[Matched], words: Callable[[Any], Sequence[str]]) -> Overlap:
    """Return how far both coders' lists for the same items overlap."""
    pairs = [(set(words(row.a)), set(words(row.b))) for row in rows]
    same = sum(one == other for one, other in pairs)
    mean = sum(len(one & other) / len(one | other) if one | other else 1.0 for one, other in pairs)
    return Overlap(name, same, len(pairs), mean / len(pairs) if pairs else None)


def due_type(due: Due | None) -> str:
    """Return how a commitment is due: on a date, within a period, before an event, or undated."""
    if due is None:
        return "undated"
    return "date" if isinstance(due, DueOn) else "within" if isinstance(due, DueWithin) else "before"


def _stage(claim: Claim) -> str:
    return f"{claim.stage or 'source'}{' operative' if claim.operative else ''}"


def _status(coding: Coding, kind: str) -> str:
    """Return the furthest status of a kind in the whole document, and whether more of it is promised."""
    coded = [piece.status for piece in coding.evidence if piece.kind == kind]
    best = max(coded, key=_LEAST_FIRST.index) if coded else "absent"
    return f"{best} promised" if any(kind in one.provides for one in coding.commitments) else best


def _listed(what: What, rows: Sequence[Matched]) -> Iterator[Disagreement]:
    for row in rows:
        differences = tuple(_differences(row.a, row.b)) if row.a and row.b else ()
        if differences or not (row.a and row.b):
            yield Disagreement(what, (row.a or row.b).at, row.a, row.b, differences)


def _differences(a: Coded, b: Coded) -> Iterator[Difference]:
    before = dict(_fields(a))
    for field, other in _fields(b):
        one = before[field]
        # the first kind is the main one, so their order counts; of the other lists it does not
        if one != other if field == "kinds" else set(one) != set(other):
            yield Difference(field, one, other)


def _fields(item: Coded) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what two coders are held to agree on; who wrote which note or id does not count."""
    if isinstance(item, Claim):
        yield "by", (item.by,)
        yield "kinds", tuple(item.kinds)
        yield "certainty", (item.certainty,)
        yield "stage", (item.stage,) if item.stage else ()
        yield from ((flag, (flag,) if getattr(item, flag) else ()) for flag in _FLAGS)
        yield "affects", tuple(item.affects)
    elif isinstance(item, Evidence):
        yield "kind", (item.kind,)
        yield "status", (item.status,)
    else:
        yield "origin", (item.origin,)
        yield "provides", tuple(item.provides)
        yield "due", _due(item.due)
    if not isinstance(item, Evidence):
        yield "topic", _topic(item)


def _topic(item: Claim | Commitment) -> tuple[str, ...]:
    """Return the topic of an item; of a commitment, also the one that it covers."""
    named = item.topic
    if named is None and isinstance(item, Commitment) and isinstance(item.covers, OnTopic):
        named = item.covers.topic
    return (named,) if named else ()


def _due(due: Due | None) -> tuple[str, ...]:
    if due is None:
        return ("undated",)
    if isinstance(due, DueOn):
        return ("date", due.date.isoformat())
    if isinstance(due, DueWithin):
        return ("within", due.within)
    assert isinstance(due, DueBefore)
    return ("before", due.before, *(word for word in (due.body, due.topic) if word))
