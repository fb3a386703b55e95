"""Train the weights that tell promises from other sentences; print what they reach on documents left out.

Usage: python -m bench.train_commitments CORPUS --encoder SCORES [-o WEIGHTS] [--cache FOLDER]

SCORES is the `scores.npz` that `bench.train_encoder` wrote.

Beside the corpus it learns from `promises_invented.tsv`, sentences about the invented Wexcombe
Borough Council, and from the invented papers of `bench/invented`. Needs scikit-learn, which the
program itself does not. No text of the corpus is written: only words that stand in at least three
documents, without names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.fitting import TRAYS, Row, arguments, documents, fitted, known, left_out, records, small_words, write
from bench.gold import overlap, words
from bench.invented_papers import papers
from checker.drafting.commitments import FLOOR, OWN, SHARE, best, noticed
from checker.drafting.passages import Passages, joined
from checker.drafting.promise_features import features
from checker.drafting.promises import see
from checker.drafting.scores import Model, chance
from checker.drafting.units import Unit, units
from checker.model.paragraph import Paragraph

STRENGTH = 0.12
PROMISE, MARGINAL, INVENTED = 2.0, 1.2, 2.0
"""What an example counts: a promise, one that a careful reader might leave out, one of the invented sentences."""
ENOUGH = 0.6
LABEL = "promise"


@dataclass(frozen=True)
class Example:
    """A passage of the corpus with the anchors it finds."""

    row: Row
    unit: Unit
    finds: tuple[int, ...]
    said: float
    """What an encoder that saw nothing of its family says of it, as log odds."""


def gather(corpus: Path, cache: Path | None, encoder: Path) -> tuple[list[Example], dict[str, int]]:
    """Return every passage of the corpus, and how many promises each document has."""
    coded = records(corpus, "commitment")
    examples = []
    told = np.load(encoder, allow_pickle=False)
    for doc, document in documents(corpus, cache):
        anchors = [(words(one["anchor"]), one["strength"] == "core") for one in coded[doc]]
        found = Passages(units(document))
        for at, (seen, names) in zip(found.prose, noticed(found), strict=True):
            own = words(seen.unit.text)
            finds = tuple(k for k, (anchor, _) in enumerate(anchors) if overlap(anchor, own) >= ENOUGH)
            weight = PROMISE if any(anchors[k][1] for k in finds) else MARGINAL
            labels = {LABEL: weight} if finds else {}
            examples.append(Example(Row(doc, names, labels), seen.unit, finds, float(told[doc][at, 1])))
    return examples, {doc: len(lines) for doc, lines in coded.items()}


def invented(path: Path) -> Iterator[Row]:
    """Yield the invented sentences as rows."""
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    for at, line in enumerate(lines):
        label, kind, heading, text = line.split("\t")
        unit = Unit(text, Paragraph(at + 1, "", text), at, 0, len(text), (heading,))
        names = features(see([unit], kind)[0])
        yield Row(f"invented {at % TRAYS}", names, {LABEL: PROMISE} if label == "1" else {}, INVENTED)


def of_papers() -> Iterator[Row]:
    """Yield the sentences of the invented papers as rows."""
    for at, paper in enumerate(papers()):
        for unit, label in paper.labelled():
            names = features(see([unit], paper.kind)[0])
            yield Row(f"papers {at % TRAYS}", names, {LABEL: PROMISE} if label.promises else {})


def fit(seen: Sequence[Row], names: Sequence[str]) -> dict[str, Model]:
    """Return the model."""
    return fitted(seen, names, (LABEL,), STRENGTH)


def report(examples: Sequence[Example], scores: Sequence[float], coded: dict[str, int]) -> None:
    """Print recall over all documents and precision, at several limits."""
    by: dict[str, list[int]] = {}
    for at, example in enumerate(examples):
        by.setdefault(example.row.doc, []).append(at)
    for least in (0.06, 0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7):
        found = right = offered = 0
        for places in by.values():
            chosen = best([examples[i].unit for i in places], [scores[i] for i in places], least)
            hits = [examples[places[i]].finds for i in chosen]
            found += len({k for finds in hits for k in finds})
            right += sum(map(bool, hits))
            offered += len(hits)
        print(
            f"from {least:.2f}: recall {found / sum(coded.values()):.3f} precision {right / max(1, offered):.3f} ({offered})"
        )


def main() -> None:
    """Train, report, write."""
    args = arguments(__doc__, OWN, encoder=True)
    examples, coded = gather(args.corpus, args.cache, args.encoder)
    also = [*invented(Path(__file__).with_name("promises_invented.tsv")), *of_papers()]
    rows = [example.row for example in examples]
    small = small_words((example.row.doc, example.unit.text) for example in examples)
    held = left_out(rows, small, fit, also)
    both = joined(held[LABEL], np.array([example.said for example in examples]), SHARE, FLOOR)
    report(examples, [chance(float(score)) for score in both], coded)
    write(args.output, fit([*rows, *also], known([*rows, *also], small)), "python -m bench.train_commitments CORPUS")


if __name__ == "__main__":
    main()
