"""The units of a hand-coded corpus with what the coders said of them, and the invented papers beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from bench.fitting import SMALL
from bench.gold import Anchor, Gold, overlap, words
from bench.invented_papers import Paper
from checker.drafting.cutting import LONGEST, pieces
from checker.drafting.features import Read, read
from checker.drafting.learned import Numbers, blocks
from checker.drafting.lexicon import lexicon
from checker.drafting.units import units
from checker.model.document import Document

MARGINAL = 0.8
"""What a unit counts that carries only claims a careful reader might leave out."""
UNCERTAIN = 0.2
"""What a stretch of a long sentence counts whose claim another stretch carries."""


@dataclass
class Rows:
    """Every unit of every document of the corpus, with what the coders said of it."""

    reads: list[Read] = field(default_factory=list)
    doc: list[str] = field(default_factory=list)
    hits: list[list[int]] = field(default_factory=list)
    """Which anchors a unit finds, by their place in `anchors`."""
    anchors: list[tuple[str, Anchor]] = field(default_factory=list)
    named: list[dict[str, tuple[str, ...]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.lower: dict[str, set[str]] = defaultdict(set)

    @property
    def y(self) -> Numbers:
        """One for a unit that carries a claim, else zero."""
        return np.array([float(bool(h)) for h in self.hits])

    @property
    def weight(self) -> Numbers:
        """How much each unit counts in training."""
        return np.array([self._weight(at) for at in range(len(self.hits))])

    def _weight(self, at: int) -> float:
        hits = self.hits[at]
        if hits:
            return 1.0 if any(self.anchors[k][1].core for k in hits) else MARGINAL
        return UNCERTAIN if self._key(at) in self.claimed else 1.0

    def _key(self, at: int) -> tuple[str, int]:
        return self.doc[at], self.reads[at].unit.number

    @cached_property
    def claimed(self) -> set[tuple[str, int]]:
        """The sentences of which some stretch carries a claim."""
        return {self._key(at) for at, hits in enumerate(self.hits) if hits}


def gather(documents: Iterable[tuple[str, Document]], gold: dict[str, Gold]) -> Rows:
    """Return the units of the documents that were judged whole, and which anchors each finds."""
    rows = Rows()
    known = lexicon()
    for doc, document in documents:
        if not gold[doc].exhaustive:
            continue
        reads = read([p for unit in units(document) for p in pieces(unit, LONGEST)], known)
        first = len(rows.anchors)
        rows.anchors += [(doc, anchor) for anchor in gold[doc].claims]
        for found in reads:
            own = words(found.unit.text)
            hits = [k for k in range(first, len(rows.anchors)) if overlap(rows.anchors[k][1].words, own) >= 0.6]
            rows.reads.append(found)
            rows.doc.append(doc)
            rows.hits.append(hits)
            rows.named.append(blocks(found))
            for word in SMALL.findall(found.unit.text):
                rows.lower[word].add(doc)
    return rows


def example_rows(papers: Iterable[Paper]) -> Rows:
    """Return the sentences of invented papers, each with whether it claims something."""
    rows = Rows()
    known = lexicon()
    for number, paper in enumerate(papers):
        for found in read(paper.units, known):
            label = paper.label(found.unit)
            if label:
                own = replace(found, document=paper.kind)
                rows.reads.append(own)
                rows.doc.append(f"paper {number}")
                rows.hits.append([0] if label.claims else [])
                rows.named.append(blocks(own))
    return rows
