"""Train the weights of drafting from a hand-coded corpus; print what they reach on documents left out.

Usage: python -m bench.train_drafting CORPUS --encoder SCORES [-o WEIGHTS] [--cache FOLDER] [--left-out FOLDER] [--folds N]

SCORES is the `scores.npz` that `bench.train_encoder` wrote: what encoders say of the documents they did not see.

Beside the corpus the linear models learn from the invented papers of `bench/invented`. Needs
scikit-learn, which the program itself does not. No text of the corpus is written: words and short
phrases that stand in at least three documents, in lower case, and numbers.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from bench.coded_rows import Rows, example_rows, gather
from bench.fitting import GROUPS, documents, family
from bench.gold import read_gold
from bench.invented_papers import papers
from bench.matrices import SCALE, SEEN_IN, Matter, matrices, matter, nameless
from bench.reaching import choose, picked, reached
from checker.drafting.claims import FLOOR, SHARE
from checker.drafting.features import Read
from checker.drafting.learned import LINEAR, OWN, Numbers, blend, neighbourhood
from checker.drafting.passages import UNLIKELY, joined

C = {"words": 0.8, "classes": 0.8, "place": 2.0, "all": 0.7}
LOG_RATIO = {"words": 0.5, "classes": 0.5, "place": 0.5, "all": 0.7}
"""To which power a feature counts by how much oftener it stands in claims, or elsewhere, before weights are fitted."""
INNER = 4


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


def train(m: Matter, kept: Any, others: Any) -> tuple[Fitted, Numbers]:
    """Train on the units at `kept`; return what was learned and the scores of the units at `others`."""
    rows, y, w = m.rows, m.y, m.w
    documents = np.unique(np.array(rows.doc), return_inverse=True)[1]
    inside = np.concatenate([np.unique(documents[kept]), np.arange(documents.max() + 1, m.shown.shape[0])])
    often = np.asarray(m.shown[inside].sum(axis=0)).ravel() >= SEEN_IN
    columns = np.array([at for at in np.where(often)[0] if nameless(m.names[at], m.lower)])
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
    limits = choose(rows, joined(blend(out, linear), m.said, SHARE, FLOOR), kept)
    trees = grow(full[kept], y[kept], w[kept])
    fitted = Fitted(weights, always, known, trees, limits)
    if not len(others):
        return fitted, np.zeros(0)
    score = blend(trees._raw_predict(full[others]).ravel(), linear[others])
    return fitted, joined(score, m.said[others], SHARE, FLOOR)


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


def left_out(m: Matter, group: Callable[[str], str], many: int) -> Iterator[tuple[Any, Fitted, Numbers]]:
    """Yield, group after group left out, its units, what was learned without it and its scores."""
    for kept, others in folds([group(doc) for doc in m.rows.doc], many):
        fitted, score = train(m, kept, others)
        yield others, fitted, score


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--encoder", type=Path, required=True, help="what encoders say of documents unseen")
    parser.add_argument("-o", "--output", type=Path, default=OWN)
    parser.add_argument("--cache", type=Path, help="keep the documents as read here")
    parser.add_argument("--left-out", type=Path, help="write the weights trained without each family here")
    parser.add_argument("--folds", type=int, default=10, help="in how many parts families are left out; 0: none")
    parser.add_argument(
        "--without", choices=("encoder", "lexicon", "structure"), default="", help="measure without it; write nothing"
    )
    parser.add_argument("--by", choices=list(GROUPS), default="family")
    args = parser.parse_args(argv)
    started = time.perf_counter()
    gold = read_gold(args.corpus / "gold.jsonl")
    rows = gather(documents(args.corpus, args.cache), gold)
    print(f"{len(rows.reads)} units, {int(rows.y.sum())} with a claim; read in {time.perf_counter() - started:.0f} s")
    m = matter(rows, example_rows(papers()), said(args.encoder, rows, args.without), args.without)
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


def said(path: Path, rows: Rows, without: str) -> Numbers:
    """Return what encoders that did not see a document say of its units; one thing of all where they are left out."""
    if without == "encoder":
        return np.full(len(rows.reads), UNLIKELY)
    with np.load(path, allow_pickle=False) as held:
        found: Numbers = np.concatenate([held[doc][:, 0] for doc in dict.fromkeys(rows.doc)])
    return found


def _dumped(held: dict[str, Any]) -> str:
    return json.dumps(held, separators=(",", ":"), ensure_ascii=False) + "\n"


def _measure(m: Matter, args: argparse.Namespace) -> None:
    rows = m.rows
    started = time.perf_counter()
    score = np.zeros(len(rows.reads))
    found: dict[str, list[int]] = {name: [] for name in ("keen", "balanced", "quiet", "likely")}
    for others, fitted, own in left_out(m, GROUPS[args.by], args.folds):
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
