"""Linear models over named features, fitted to a hand-coded corpus with document families left out."""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from checker.base.faults import Refused
from checker.drafting.scores import Model
from checker.drafting.stems import stem
from checker.model.document import Document
from checker.readers import read

SEEN_IN = 3
"""In how many documents a feature must stand to be learned."""
FOLDS = 16
TRAYS = 12
"""Into how many documents the invented sentences and papers count as divided."""
COMMON, RARE = 100, 3.0
"""Below so many examples each counts for more, but for no more than so much."""
LEAST = 0.04
"""Weights below it are not kept."""
_FAMILY = re.compile(r"^[a-z]+-(?:sis|ics|edu)(?=-)")
_FREE = re.compile(r"^(?:w|s|h|o) (.+)$|\((\S+)\)$")
SMALL = re.compile(r"(?<![\w@./:-])[a-z][a-z'-]*(?![\w@/-]|\.\w)")
"""A word written without a capital, and no part of an address."""


@dataclass(frozen=True)
class Row:
    """A passage as the model sees it, and what the coders said."""

    doc: str
    names: frozenset[str]
    labels: dict[str, float]
    """What it is an example of, with its weight."""
    weight: float = 1.0


def arguments(about: str | None, output: Path, *, encoder: bool = False) -> argparse.Namespace:
    """Return what the command line of a training names: corpus, output, cache, and what encoders say."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=output)
    parser.add_argument("--cache", type=Path, help="keep the documents as read here")
    if encoder:
        parser.add_argument("--encoder", type=Path, required=True, help="what encoders say of documents unseen")
    return parser.parse_args()


def family(doc: str) -> str:
    """Return what a document is left out with."""
    found = _FAMILY.match(doc)
    return found.group() if found else doc


def publisher(doc: str) -> str:
    """Return what a document is left out with in the harder test."""
    return doc.split("-", maxsplit=1)[0]


GROUPS = {"family": family, "publisher": publisher}
"""By what documents are left out together."""


def records(corpus: Path, kind: str) -> dict[str, list[dict[str, Any]]]:
    """Return the coded lines of one kind, by document."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (corpus / "gold.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["record"] == kind:
            found[row["doc"]].append(row)
    return found


def documents(corpus: Path, cache: Path | None) -> Iterator[tuple[str, Document]]:
    """Yield every coded document that can be read."""
    for doc in records(corpus, "document"):
        kept = cache / f"{doc}.pickle" if cache else None
        if kept and kept.exists():
            yield doc, pickle.loads(kept.read_bytes())  # noqa: S301  # written by this very command
            continue
        try:
            document = read(next(corpus.glob(f"{doc}.*")))
        except Refused:
            continue
        if kept:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(pickle.dumps(document))
        yield doc, document


def small_words(texts: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Return the words, and their stems, that several documents write without a capital: no names."""
    seen: dict[str, set[str]] = defaultdict(set)
    for doc, text in texts:
        for word in SMALL.findall(text):
            seen[word].add(doc)
    small = {word for word, docs in seen.items() if len(docs) >= SEEN_IN}
    return frozenset(small | {stem(word) for word in small})


def known(rows: Sequence[Row], small: frozenset[str]) -> list[str]:
    """Return the features that several documents show, those of words that may be names left out."""
    seen: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for name in row.names:
            seen[name].add(row.doc)
    return sorted(n for n, docs in seen.items() if len(docs) >= SEEN_IN and _is_plain(n, small))


def _is_plain(name: str, small: frozenset[str]) -> bool:
    found = _FREE.search(name)
    free = (found.group(1) or found.group(2)) if found else ""
    return all(word in small or not word[0].isalpha() for word in free.split())


def fitted(
    rows: Sequence[Row], names: Sequence[str], labels: Sequence[str], strength: float, light: float = 1.0
) -> dict[str, Model]:
    """Return one model a label. A light feature, one of words, weighs less than one of the lexicon."""
    scale = np.array([light if name.startswith(("w ", "s ", "h ")) else 1.0 for name in names])
    table = matrix(rows, names) @ sparse.diags(scale)
    found = {}
    for label in labels:
        y = np.array([label in row.labels for row in rows])
        raised = min(RARE, max(1.0, (COMMON / max(1, int(y.sum()))) ** 0.5))
        weight = np.array([row.weight * row.labels.get(label, 1.0 / raised) * raised for row in rows])
        fit = LogisticRegression(C=strength, solver="liblinear").fit(_narrow(table.tocsr()), y, sample_weight=weight)
        weights = {n: round(float(w), 3) for n, w in zip(names, fit.coef_[0] * scale, strict=True) if abs(w) >= LEAST}
        found[label] = Model(round(float(fit.intercept_[0]), 3), weights)
    return found


def matrix(rows: Sequence[Row], names: Sequence[str]) -> Any:
    """Return which row shows which feature."""
    place = {name: at for at, name in enumerate(names)}
    pairs = [(i, place[name]) for i, row in enumerate(rows) for name in row.names if name in place]
    first, second = zip(*pairs, strict=True)
    return sparse.csr_matrix((np.ones(len(pairs)), (first, second)), shape=(len(rows), len(names)))


def _narrow(table: Any) -> Any:
    table.indices, table.indptr = table.indices.astype(np.int32), table.indptr.astype(np.int32)
    return table


def left_out(
    rows: Sequence[Row], small: frozenset[str], fit: Callable[[Sequence[Row], Sequence[str]], dict[str, Model]],
    also: Sequence[Row] = (), folds: int = FOLDS,
) -> dict[str, NDArray[np.float64]]:  # fmt: skip
    """Return the scores of every row by models that saw no document of its family."""
    fold = _folds({family(row.doc) for row in rows}, folds)
    held: dict[str, NDArray[np.float64]] = defaultdict(lambda: np.zeros(len(rows)))
    for k in range(folds):
        seen = [row for row in rows if fold[family(row.doc)] != k] + list(also)
        found = fit(seen, known(seen, small))
        for at in (i for i, row in enumerate(rows) if fold[family(row.doc)] == k):
            for label, model in found.items():
                held[label][at] = model.score(rows[at].names)
    return held


def _folds(families: set[str], folds: int) -> dict[str, int]:
    ordered = sorted(families, key=lambda name: hashlib.sha256(name.encode()).hexdigest())
    return {name: at % folds for at, name in enumerate(ordered)}


def write(path: Path, models: dict[str, Model], command: str) -> None:
    """Write the weights as plain data, a model a line."""
    parts = [
        f"{json.dumps(n)}: " + json.dumps({"bias": m.bias, "weights": m.weights}, sort_keys=True)
        for n, m in models.items()
    ]
    head = f'{{"trained_by": {json.dumps(command)},\n "models": {{\n'
    path.write_text(head + ",\n".join(parts) + "\n}}\n", "utf-8")
