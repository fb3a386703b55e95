"""Train the weights of drafting from a hand-coded corpus; print what they reach on documents left out.

Usage: python -m bench.train_drafting CORPUS [-o WEIGHTS] [--cache FOLDER] [--left-out FOLDER] [--folds N]

Needs scikit-learn, which the program itself does not. No text of the corpus is written: words and
short phrases that stand in at least three documents, in lower case, and numbers.
"""

from __future__ import annotations

import argparse
import json
import pickle
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from bench.fitting import SMALL
from bench.gold import Anchor, Gold, overlap, read_gold, words
from checker.drafting.claims import chosen
from checker.drafting.cutting import LONGEST, pieces
from checker.drafting.features import Read, read, stem
from checker.drafting.learned import LINEAR, OWN, Numbers, blend, blocks, dense_rows, neighbourhood, numbers
from checker.drafting.lexicon import lexicon
from checker.drafting.units import units
from checker.model.document import Document
from checker.model.paragraph import Paragraph

SEEN_IN = 3
"""In how many documents a feature must stand to be learned."""
C = {"words": 0.8, "classes": 0.8, "place": 2.0, "all": 0.7}
LOG_RATIO = {"words": 0.5, "classes": 0.5, "place": 0.5, "all": 0.7}
"""To which power a feature counts by how much oftener it stands in claims, or elsewhere, before weights are fitted."""
SCALE = {"stems": 0.9, "classes": 1.2, "entries": 0.7, "pairs": 0.8, "spine": 0.8, "place": 0.5}
"""How much each block counts: what the lexicon knows before what the corpus happens to say."""
MARGINAL = 0.8
"""What a unit counts that carries only claims a careful reader might leave out."""
UNCERTAIN = 0.2
"""What a stretch of a long sentence counts whose claim another stretch carries."""
INNER = 4
EXAMPLES = Path(__file__).with_name("drafting_examples.txt")
_FAMILY = re.compile(r"^[a-z]+-(?:sis|ics|edu)(?=-)")
"""Papers of one matter, left out together."""


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


def family(doc: str) -> str:
    """Return what a document is left out with."""
    found = _FAMILY.match(doc)
    return found.group() if found else doc


def publisher(doc: str) -> str:
    """Return the group of a document for the harder test."""
    return doc.split("-", maxsplit=1)[0]


def gather(documents: dict[str, Document], gold: dict[str, Gold]) -> Rows:
    """Return the units of the documents and which anchors each finds."""
    rows = Rows()
    known = lexicon()
    for doc, document in documents.items():
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


_FREE = re.compile(r"^(?:s|h|predicate|verb \S+) (\S+)$")


def _nameless(feature: str, lower: frozenset[str]) -> bool:
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


@dataclass
class Fitted:
    """What was learned, before it is written as plain data."""

    linear: Numbers
    always: Numbers
    known: dict[str, int]
    trees: Any
    limits: dict[str, float]


def fit_linear(x: dict[str, Any], y: Numbers, w: Numbers, at: Any) -> tuple[Numbers, Numbers]:
    """Return the weights, a column a model, and what each model adds always."""
    columns, always = [], []
    for name, parts in LINEAR.items():
        seen = sum(x[part] for part in parts)[at]
        ratio = _log_ratio(seen, y[at]) ** LOG_RATIO[name]
        model = LogisticRegression(C=C[name], solver="liblinear", random_state=0)
        model.fit(seen @ sparse.diags(ratio), y[at], sample_weight=w[at])
        columns.append(model.coef_[0] * ratio)
        always.append(model.intercept_[0])
    return np.stack(columns, axis=1), np.array(always)


def _log_ratio(seen: Any, y: Numbers) -> Numbers:
    claims = np.asarray(seen[y == 1].sum(axis=0)).ravel() + 0.5
    others = np.asarray(seen[y == 0].sum(axis=0)).ravel() + 0.5
    ratio: Numbers = np.abs(np.log((claims / claims.sum()) / (others / others.sum())))
    return ratio


def apply_linear(x: dict[str, Any], weights: Numbers, always: Numbers, at: Any) -> Numbers:
    return np.stack(
        [sum(x[part][at] @ weights[:, k] for part in parts) + always[k] for k, parts in enumerate(LINEAR.values())],
        axis=1,
    )


def folds(groups: Sequence[str], many: int) -> list[tuple[Any, Any]]:
    """Return (train, test) places; groups stay whole, folds are of like size."""
    sizes = Counter(groups)
    bins: list[list[str]] = [[] for _ in range(min(many, len(sizes)))]
    load = [0] * len(bins)
    for group, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        least = load.index(min(load))
        bins[least].append(group)
        load[least] += size
    names = np.array(groups)
    return [(np.where(~np.isin(names, b))[0], np.where(np.isin(names, b))[0]) for b in bins if b]


def grow(rows: Numbers, y: Numbers, w: Numbers) -> Any:
    model = HistGradientBoostingClassifier(
        learning_rate=0.06,
        max_iter=120,
        max_leaf_nodes=10,
        min_samples_leaf=30,
        l2_regularization=10,
        max_features=0.2,
        random_state=0,
    )
    return model.fit(rows, y, sample_weight=w)


def per_document(rows: Rows, make: Callable[[list[Read], Any], Numbers]) -> Numbers:
    """Return what is made document by document, put back in order."""
    parts = []
    docs = np.array(rows.doc)
    for doc in dict.fromkeys(rows.doc):
        at = np.where(docs == doc)[0]
        parts.append(make([rows.reads[i] for i in at], at))
    return np.concatenate(parts)


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
    neighbours: bool = True


def matter(rows: Rows, examples: Rows, without: str = "") -> Matter:
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
        np.concatenate([rows.weight, np.ones(len(examples.reads))]),
        built,
        names,
        shown,
        lower_words(rows),
        tuple(columns),
        dense_rows(rows.reads, columns),
        np.arange(many, len(both.reads)),
        {feature: name for named in both.named for name, part in named.items() for feature in part},
        without != "structure",
    )


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


def example_rows(path: Path) -> Rows:
    """Return the invented sentences of a file, each with whether it claims something."""
    rows = Rows()
    known = lexicon()
    for number, (kind, document, claims) in enumerate(_papers(path.read_text("utf-8"))):
        for found in read(units(document), known):
            if found.unit.paragraph.part == "heading":
                continue
            own = replace(found, document=kind)
            rows.reads.append(own)
            rows.doc.append(f"example {number}")
            rows.hits.append([0] if found.unit.paragraph.ordinal in claims else [])
            rows.named.append(blocks(own))
    return rows


def _papers(text: str) -> Iterator[tuple[str, Document, set[int]]]:
    """Yield the kind of each invented paper, the paper, and which of its paragraphs claim something."""
    for paper in re.split(r"(?m)^== ", text)[1:]:
        first, *lines = [line.strip() for line in paper.splitlines() if line.strip()]
        paragraphs = tuple(
            Paragraph(n, "", line[1:].strip(), part="heading", level=1)
            if line[0] == "#"
            else Paragraph(n, "1.1", line[2:])
            for n, line in enumerate(lines, 1)
        )
        claims = {n for n, line in enumerate(lines, 1) if line[0] == "+"}
        yield first.split()[0], Document("text", paragraphs), claims


def train(m: Matter, kept: Any, others: Any) -> tuple[Fitted, Numbers]:
    """Train on the units at `kept`; return what was learned and the scores of the units at `others`."""
    rows, y, w = m.rows, m.y, m.w
    documents = np.unique(np.array(rows.doc), return_inverse=True)[1]
    inside = np.concatenate([np.unique(documents[kept]), np.arange(documents.max() + 1, m.shown.shape[0])])
    often = np.asarray(m.shown[inside].sum(axis=0)).ravel() >= SEEN_IN
    columns = np.array([at for at in np.where(often)[0] if _nameless(m.names[at], m.lower)])
    known = {m.names[at]: place for place, at in enumerate(columns)}
    x = matrices(m.built, columns)
    inner = folds([family(rows.doc[i]) for i in kept], INNER)
    linear = np.zeros((len(rows.reads), len(LINEAR)))
    for a, b in inner:
        weights, always = fit_linear(x, y, w, np.concatenate([kept[a], m.extra]))
        linear[kept[b]] = apply_linear(x, weights, always, kept[b])
    weights, always = fit_linear(x, y, w, np.concatenate([kept, m.extra]))
    if len(others):
        linear[others] = apply_linear(x, weights, always, others)
    around = per_document(rows, lambda reads, at: neighbourhood(reads, linear[at]))
    full = np.hstack([m.numbers, linear, around if m.neighbours else np.zeros_like(around)])
    out = np.zeros(len(rows.reads))
    for a, b in inner:
        out[kept[b]] = grow(full[kept[a]], y[kept[a]], w[kept[a]])._raw_predict(full[kept[b]]).ravel()
    limits = choose(rows, blend(out, linear), kept)
    trees = grow(full[kept], y[kept], w[kept])
    fitted = Fitted(weights, always, known, trees, limits)
    if not len(others):
        return fitted, np.zeros(0)
    return fitted, blend(trees._raw_predict(full[others]).ravel(), linear[others])


@dataclass(frozen=True)
class Reached:
    """How far a choice of units gets."""

    precision: float
    recall: float
    core: float
    offered: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def reached(rows: Rows, picked: Sequence[int], at: Any) -> Reached:
    """Return the figures of the scorer for the units picked, over the documents of the units at `at`."""
    docs = {rows.doc[i] for i in at}
    anchors = [k for k, (doc, _) in enumerate(rows.anchors) if doc in docs]
    core = [k for k in anchors if rows.anchors[k][1].core]
    found = {k for i in picked for k in rows.hits[i]}
    right = sum(bool(rows.hits[i]) for i in picked)
    return Reached(
        right / len(picked) if picked else 1.0,
        sum(k in found for k in anchors) / max(1, len(anchors)),
        sum(k in found for k in core) / max(1, len(core)),
        len(picked),
    )


def picked(rows: Rows, score: Numbers, at: Any, limit: float) -> list[int]:
    """Return which units at `at` are offered from a limit on."""
    found: list[int] = []
    docs = np.array(rows.doc)[at]
    for doc in dict.fromkeys(docs):
        own = at[docs == doc]
        found += [int(own[k]) for k in chosen([rows.reads[i] for i in own], score[own], limit)]
    return found


def choose(rows: Rows, score: Numbers, at: Any) -> dict[str, float]:
    """Return the limits by sensitivity, chosen on scores that no model of the same family gave."""
    steps = np.unique(np.round(np.quantile(score[at], np.linspace(0.3, 0.995, 120)), 3))
    offered = np.array(
        picked(rows, score, at, -np.inf)
    )  # which of two overlapping ones is taken is the same at any limit
    table = [(float(step), reached(rows, offered[score[offered] >= step].tolist(), at)) for step in steps]
    balanced = max(table, key=lambda row: row[1].f1)[0]
    keen = max((limit for limit, r in table if r.core >= 0.915), default=balanced)
    quiet = min((limit for limit, r in table if r.precision >= 0.87 and limit > balanced), default=max(table)[0])
    likely = min((limit for limit, r in table if r.precision >= 0.75 and limit >= balanced), default=quiet)
    return {"keen": min(keen, balanced), "balanced": balanced, "quiet": quiet, "likely": min(likely, quiet)}


def plain(m: Matter, fitted: Fitted) -> dict[str, Any]:
    """Return what was learned as plain data."""
    linear = {
        feature: [round(float(v) * SCALE[m.block[feature]], 3) for v in fitted.linear[at]]
        for feature, at in sorted(fitted.known.items())
    }
    linear[""] = [round(float(v), 4) for v in fitted.always]
    return {
        "models": list(LINEAR),
        "linear": linear,
        "columns": list(m.columns),
        "trees": _plain_trees(fitted.trees),
        "limits": {name: round(value, 4) for name, value in fitted.limits.items()},
    }


def _plain_trees(model: Any) -> dict[str, Any]:
    held: dict[str, list[Any]] = {key: [] for key in ("roots", "feature", "limit", "left", "right", "value")}
    for (tree,) in model._predictors:
        first = len(held["feature"])
        held["roots"].append(first)
        for node in tree.nodes:
            leaf = bool(node["is_leaf"])
            held["feature"].append(-1 if leaf else int(node["feature_idx"]))
            held["limit"].append(0 if leaf else float(f"{node['num_threshold']:.6g}"))
            held["left"].append(0 if leaf else first + int(node["left"]))
            held["right"].append(0 if leaf else first + int(node["right"]))
            held["value"].append(round(float(node["value"]), 4) if leaf else 0)
    return {**held, "base": float(model._baseline_prediction.ravel()[0])}


def corpus(folder: Path, gold: dict[str, Gold], cache: Path | None) -> dict[str, Document]:
    """Read the documents of the corpus that were judged whole, or take them from a cache."""
    from checker.readers import read as read_file

    documents = {}
    for path in sorted(folder.iterdir()):
        doc = path.stem
        if doc not in gold or not gold[doc].exhaustive:
            continue
        kept = cache / f"{doc}.pickle" if cache else None
        if kept and kept.exists():
            documents[doc] = pickle.loads(kept.read_bytes())  # noqa: S301 our own cache
            continue
        documents[doc] = read_file(path)
        if kept:
            kept.write_bytes(pickle.dumps(documents[doc]))
    return documents


def columns_of(rows: Rows) -> list[str]:
    """Return the names of the dense features that enough documents show, in order."""
    seen: dict[str, set[str]] = defaultdict(set)
    for found, doc in zip(rows.reads, rows.doc, strict=True):
        for name, value in numbers(found):
            if value:
                seen[name].add(doc)
    return sorted(name for name, docs in seen.items() if len(docs) >= SEEN_IN)


def left_out(m: Matter, group: Callable[[str], str], many: int) -> Iterator[tuple[Any, Fitted, Numbers]]:
    """Yield, group after group left out, its units, what was learned without it and its scores."""
    for kept, others in folds([group(doc) for doc in m.rows.doc], many):
        fitted, score = train(m, kept, others)
        yield others, fitted, score


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=OWN)
    parser.add_argument("--cache", type=Path, help="keep the documents as read here")
    parser.add_argument("--left-out", type=Path, help="write the weights trained without each family here")
    parser.add_argument("--folds", type=int, default=10, help="in how many parts families are left out; 0: none")
    parser.add_argument(
        "--without", choices=("lexicon", "structure"), default="", help="measure without it; write nothing"
    )
    parser.add_argument("--by", choices=("family", "publisher"), default="family")
    args = parser.parse_args(argv)
    started = time.perf_counter()
    gold = read_gold(args.corpus / "gold.jsonl")
    rows = gather(corpus(args.corpus, gold, args.cache), gold)
    print(f"{len(rows.reads)} units, {int(rows.y.sum())} with a claim; read in {time.perf_counter() - started:.0f} s")
    m = matter(rows, example_rows(EXAMPLES), args.without)
    if args.folds:
        _measure(m, args)
    if args.without:
        return 0
    started = time.perf_counter()
    fitted, _ = train(m, np.arange(len(rows.reads)), np.array([], dtype=int))
    args.output.write_text(_dumped(plain(m, fitted)), "utf-8")
    print(f"weights: {args.output.stat().st_size:,} bytes, trained in {time.perf_counter() - started:.0f} s")
    print("limits", fitted.limits)
    return 0


def _dumped(held: dict[str, Any]) -> str:
    return json.dumps(held, separators=(",", ":"), ensure_ascii=False) + "\n"


def _measure(m: Matter, args: argparse.Namespace) -> None:
    rows = m.rows
    started = time.perf_counter()
    score = np.zeros(len(rows.reads))
    found: dict[str, list[int]] = {name: [] for name in ("keen", "balanced", "quiet", "likely")}
    for others, fitted, own in left_out(m, family if args.by == "family" else publisher, args.folds):
        score[others] = own
        for name, places in found.items():
            places.extend(picked(rows, score, others, fitted.limits[name]))
        if args.left_out:
            args.left_out.mkdir(parents=True, exist_ok=True)
            text = _dumped(plain(m, fitted))
            for doc in dict.fromkeys(rows.doc[i] for i in others):
                (args.left_out / f"{doc}.json").write_text(text, "utf-8")
    every = np.arange(len(score))
    for name, places in found.items():
        r = reached(rows, places, every)
        print(
            f"{name:9} F1 {r.f1:.3f} precision {r.precision:.3f} recall {r.recall:.3f} core {r.core:.3f} ({r.offered})"
        )
    offered = np.array(picked(rows, score, every, -np.inf))
    limits = np.quantile(score, np.linspace(0.6, 0.97, 60))
    best = max((reached(rows, offered[score[offered] >= t].tolist(), every) for t in limits), key=lambda r: r.f1)
    print(f"best possible with one limit: F1 {best.f1:.3f}; {time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    sys.exit(main())
