"""Everything training sees of the units of a corpus, as matrices."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse

from bench.coded_rows import Rows
from checker.drafting.learned import Numbers, dense_rows, numbers
from checker.drafting.stems import stem

SEEN_IN = 3
"""In how many documents a feature must stand to be learned."""
SCALE = {"stems": 0.9, "classes": 1.2, "entries": 0.7, "pairs": 0.8, "spine": 0.8, "place": 0.5}
"""How much each block counts: what the lexicon knows before what the corpus happens to say."""
EXAMPLE = 0.5
"""What a sentence of an invented paper counts."""
LEXICAL = ("c ", "subject ", "led by ", "kind ", "under ", "points", "verb at")
PLACED = (
    "position",
    "within",
    "of",
    "listed",
    "depth",
    "lead-in",
    "led by ",
    "kind ",
    "under ",
    "part ",
    "central",
    "echoed",
)
PLAIN_PLACE = ("part ", "listed", "first", "later", "last", "ends ", "starts ", "words ", "tenth ", "h ")
_FREE = re.compile(r"^(?:s|h|predicate|verb \S+) (\S+)$")


@dataclass(frozen=True)
class Matter:
    """All that training sees: the corpus, then the examples, which only the linear models learn from."""

    rows: Rows
    y: Numbers
    w: Numbers
    built: dict[str, Any]
    names: list[str]
    shown: Any
    lower: frozenset[str]
    columns: tuple[str, ...]
    numbers: Numbers
    extra: Any
    """The places of the examples."""
    block: dict[str, str]
    """Of each feature, its block."""
    said: Numbers
    """What encoders that saw nothing of a unit's family say of it, as log odds."""
    neighbours: bool = True


def matter(rows: Rows, examples: Rows, said: Numbers, without: str = "") -> Matter:
    """Return what training sees, without a part of it where that is asked for."""
    columns = [name for name in columns_of(rows) if not _left_out(name, without)]
    many = len(rows.reads)
    both = Rows(rows.reads + examples.reads, rows.doc + examples.doc, rows.hits + examples.hits, rows.anchors)
    both.named = [_without(named, without) for named in rows.named + examples.named]
    both.lower = rows.lower
    built, names, shown = everything(both)
    return Matter(
        rows,
        both.y,
        np.concatenate([rows.weight, np.full(len(examples.reads), EXAMPLE)]),
        built,
        names,
        shown,
        lower_words(rows),
        tuple(columns),
        dense_rows(rows.reads, columns),
        np.arange(many, len(both.reads)),
        {feature: name for named in both.named for name, part in named.items() for feature in part},
        said,
        without != "structure",
    )


def everything(rows: Rows) -> tuple[dict[str, Any], list[str], Numbers]:
    """Return, by block, which unit has which feature; the features; and which documents show each."""
    names = sorted({f for named in rows.named for part in named.values() for f in part})
    place = {name: at for at, name in enumerate(names)}
    built = {}
    for block in rows.named[0]:
        indices = [place[f] for named in rows.named for f in named[block]]
        ends = np.concatenate([[0], np.cumsum([len(named[block]) for named in rows.named])])
        built[block] = sparse.csr_matrix((np.ones(len(indices)), indices, ends), shape=(len(rows.named), len(names)))
    docs = np.unique(np.array(rows.doc), return_inverse=True)[1]
    owners = sparse.csr_matrix((np.ones(len(docs)), (docs, np.arange(len(docs)))))
    shown = (owners @ sum(built.values())).tocsc() > 0
    return built, names, shown


def nameless(feature: str, lower: frozenset[str]) -> bool:
    """Tell whether a feature made of a word of the text is a word that is written small somewhere."""
    found = _FREE.match(feature)
    return not found or found.group(1) in lower or not found.group(1)[0].isalpha()


def lower_words(rows: Rows) -> frozenset[str]:
    """Return the words, and their stems, that several documents write without a capital."""
    small = [word for word, docs in rows.lower.items() if len(docs) >= SEEN_IN]
    return frozenset(small) | {stem(word) for word in small}


def matrices(built: dict[str, Any], columns: Any) -> dict[str, Any]:
    """Return, by block, a row a unit; within a block the known features of a unit weigh one together."""
    scaled = {}
    for block, whole in built.items():
        own = whole[:, columns]
        counts = np.maximum(1, np.asarray(own.sum(axis=1)).ravel())
        scaled[block] = sparse.diags(SCALE[block] * counts**-0.5) @ own
    return scaled


def columns_of(rows: Rows) -> list[str]:
    """Return the names of the dense features that enough documents show, in order."""
    seen: dict[str, set[str]] = defaultdict(set)
    for found, doc in zip(rows.reads, rows.doc, strict=True):
        for name, value in numbers(found):
            if value:
                seen[name].add(doc)
    return sorted(name for name, docs in seen.items() if len(docs) >= SEEN_IN)


def _left_out(column: str, without: str) -> bool:
    return column.startswith({"lexicon": LEXICAL, "structure": PLACED}.get(without, ("\0",)))


def _without(named: dict[str, tuple[str, ...]], without: str) -> dict[str, tuple[str, ...]]:
    """Return the features of a unit without those of the lexicon, or of the document's structure."""
    if without == "structure":
        return {**named, "place": ()}
    if without != "lexicon":
        return named
    spine = tuple(f for f in named["spine"] if f.startswith(("verb ", "predicate ")) and " then " not in f)
    place = tuple(f for f in named["place"] if f.startswith(PLAIN_PLACE))
    return {**named, "classes": (), "entries": (), "pairs": (), "spine": spine, "place": place}
