"""Which claim is which: two lists of quotations from one source, or from two versions of it.

Nothing is guessed in silence. Words that agree keep their identity wherever they moved; a claim
that was reworded is paired by its id or by what its words share, and said to be reworded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from checker.model.comparison import Pair, Read, Snapshot, Subject, SubjectKey

HALF = 0.5
"""The part of the shorter quotation's words that two with one id, or in one paragraph, must share."""
ALIKE_HERE = 0.6
"""How alike the words of two with different ids must be in the same paragraph."""
ALIKE_ELSEWHERE = 0.75
"""How alike they must be in different paragraphs."""
_SAME_ID = 0.25
_SAME_PLACE = 0.05
_STRAIGHT = str.maketrans("’‘“”–—", "''\"\"--")
_EDGES = ".,;:!?\"'()[]…"

Candidate = tuple[tuple[float, ...], int, int]


@lru_cache(maxsize=65536)
def words_of(quote: str) -> tuple[str, ...]:
    """Return the words of a quotation, without capitals and without punctuation at their ends."""
    words = (word.strip(_EDGES) for word in quote.translate(_STRAIGHT).lower().split())
    return tuple(word for word in words if word)


def shared(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words two quotations share in the same order (their longest common subsequence)."""
    from rapidfuzz.distance import LCSseq

    return int(LCSseq.similarity(one, other))


def part_shared(one: Sequence[str], other: Sequence[str]) -> float:
    """Return the part of the shorter quotation that the two share."""
    shorter = min(len(one), len(other))
    return shared(one, other) / shorter if shorter else float(one == other)


def alike(one: Sequence[str], other: Sequence[str]) -> float:
    """Return how alike two quotations are: 1 where every word agrees."""
    total = len(one) + len(other)
    return 2 * shared(one, other) / total if total else 1.0


def one_to_one(candidates: Iterable[Candidate]) -> list[tuple[int, int]]:
    """Return pairs so that nothing is in two of them, the best taken first; a lower score is better.

    Of equals, those nearest in order come first, so that the result is the same from either side.
    """
    taken: tuple[set[int], set[int]] = set(), set()
    pairs = []
    for _, i, j in sorted(candidates, key=lambda c: (c[0], abs(c[1] - c[2]), c[1] + c[2], c[1])):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((i, j))
    return sorted(pairs)


class Identity(NamedTuple):
    """Which sources and subjects of OLD are which of NEW."""

    sources: Mapping[str, str]
    """OLD's id -> NEW's id."""
    pairs: Mapping[SubjectKey, Pair]
    """By the key in OLD."""

    def of_new(self) -> dict[SubjectKey, Pair]:
        """Return the same pairs by the key in NEW."""
        return {pair.new.key: pair for pair in self.pairs.values()}


def identify(old: Snapshot, new: Snapshot) -> Identity:
    """Return which sources and subjects of two snapshots are the same ones."""
    sources = pair_sources(old, new)
    befores, afters = _filed(old), _filed(new)
    contents = _contents(old), _contents(new)
    pairs: dict[SubjectKey, Pair] = {}
    for (kind, source), before in befores.items():
        after = afters.get((kind, sources.get(source, "")), [])
        for pair in pair_subjects(before, after, contents):
            pairs[pair.old.key] = pair
    return Identity(sources, pairs)


def _filed(snapshot: Snapshot) -> dict[tuple[str, str], list[Subject]]:
    filed: dict[tuple[str, str], list[Subject]] = {}
    for subject in snapshot.subjects:
        filed.setdefault((subject.type, subject.source), []).append(subject)
    return filed


Contents = Mapping[SubjectKey, frozenset[tuple[str, ...]]]


def _contents(snapshot: Snapshot) -> Contents:
    """Return, for subjects whose words are not shown, digests that tell them from each other."""
    found: dict[SubjectKey, set[tuple[str, ...]]] = {}
    for seen in snapshot.findings:
        if not seen.subject.words:
            found.setdefault(seen.subject.key, set()).add((seen.rule, seen.evidence_kind or "", seen.content))
    return {key: frozenset(digests) for key, digests in found.items()}


def pair_sources(old: Snapshot, new: Snapshot) -> dict[str, str]:
    """Return OLD's source ids with NEW's: the same id, else two versions of one document.

    Two are versions of one where nothing else is compared, or where they are of one kind and at
    least half of the claims of the shorter stand in the other word for word.
    """
    ids = {source.id for source in new.sources}
    pairs = {source.id: source.id for source in old.sources if source.id in ids}
    lost = [source for source in old.sources if source.id not in pairs]
    found = [source for source in new.sources if source.id not in pairs]
    if len(old.sources) == len(new.sources) == 1 and lost:
        return {lost[0].id: found[0].id}
    said = _said(old), _said(new)
    candidates = [
        ((-score,), i, j)
        for i, before in enumerate(lost)
        for j, after in enumerate(found)
        if (score := _same_document(before, after, said)) >= HALF
    ]
    return pairs | {lost[i].id: found[j].id for i, j in one_to_one(candidates)}


Said = dict[str, Counter[tuple[str, ...]]]


def _said(snapshot: Snapshot) -> Said:
    said: Said = {}
    for subject in snapshot.subjects:
        if subject.type == "claim" and subject.words:
            said.setdefault(subject.source, Counter())[words_of(subject.words)] += 1
    return said


def _same_document(before: Read, after: Read, said: tuple[Said, Said]) -> float:
    one, other = said[0].get(before.id, Counter()), said[1].get(after.id, Counter())
    shorter = min(one.total(), other.total())
    return (one & other).total() / shorter if shorter and before.kind == after.kind else 0.0


def pair_subjects(old: Sequence[Subject], new: Sequence[Subject], contents: tuple[Contents, Contents]) -> list[Pair]:
    """Return the subjects that are the same ones: first by their words, then by id or likeness, the best first."""
    exact = one_to_one(_exact(old, new, contents))
    pairs = [Pair(old[i], new[j]) for i, j in exact]
    left = [s for i, s in enumerate(old) if i not in {i for i, _ in exact}]
    come = [s for j, s in enumerate(new) if j not in {j for _, j in exact}]
    pairs += [Pair(left[i], come[j], reworded=True) for i, j in one_to_one(_reworded(left, come))]
    return pairs


def _exact(old: Sequence[Subject], new: Sequence[Subject], contents: tuple[Contents, Contents]) -> Iterator[Candidate]:
    where: dict[tuple[str, ...], list[int]] = {}
    for j, subject in enumerate(new):
        for token in _tokens(subject, contents[1]):
            where.setdefault(token, []).append(j)
    for i, before in enumerate(old):
        for j in {j for token in _tokens(before, contents[0]) for j in where.get(token, ())}:
            after = new[j]
            yield (before.id != after.id, before.at != after.at), i, j


def _tokens(subject: Subject, contents: Contents) -> Iterable[tuple[str, ...]]:
    """Return what two subjects with the same words have in common."""
    if subject.type == "source" and subject.id == subject.source:
        return [("the source",)]
    return [("words", *words_of(subject.words))] if subject.words else contents.get(subject.key, ())


def _reworded(old: Sequence[Subject], new: Sequence[Subject]) -> Iterator[Candidate]:
    for i, before in enumerate(old):
        for j, after in enumerate(new):
            same_id = before.source == after.source and before.id == after.id
            same_kinds = set(before.kinds) == set(after.kinds)
            if not (same_id or same_kinds):
                continue
            likeness = _likeness(before, after, same_id=same_id, same_kinds=same_kinds)
            if likeness:
                yield (-likeness,), i, j


def _likeness(before: Subject, after: Subject, *, same_id: bool, same_kinds: bool) -> float:
    """Return how good a pair two subjects with different words make; 0 where they make none."""
    here = before.at == after.at
    if not (before.words and after.words):  # words about a person: only number, place and kinds can speak
        return 1.0 if same_id and (here or same_kinds) else 0.0
    one, other = words_of(before.words), words_of(after.words)
    score = alike(one, other)
    enough = score >= (ALIKE_HERE if here else ALIKE_ELSEWHERE)
    if (same_kinds and enough) or (same_id and part_shared(one, other) >= HALF):
        return score + _SAME_ID * same_id + _SAME_PLACE * here
    return 0.0
