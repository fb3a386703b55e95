"""Train the weights that tell kinds of claim apart; print what they reach on documents left out.

Usage: python -m bench.train_kinds CORPUS [-o WEIGHTS] [--cache FOLDER]

Beside the corpus it learns from the invented papers of `bench/invented`. Needs scikit-learn, which
the program itself does not. No text of the corpus is written: only words and pairs of words that
stand in at least three documents, without names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.fitting import TRAYS, Row, arguments, documents, fitted, known, left_out, records, small_words, write
from bench.gold import overlap, words
from bench.invented_papers import papers
from checker.drafting.cutting import LONGEST, pieces
from checker.drafting.kinds import OWN, chosen, features
from checker.drafting.scores import Model, chance
from checker.drafting.units import Unit, units

STRENGTH, LIGHT = 0.3, 0.5
SECOND = 0.7
"""What an example counts for a kind that is not its main one."""
INVENTED = 0.5
"""What a claim of an invented paper counts."""


def gather(corpus: Path, cache: Path | None) -> tuple[list[Row], list[tuple[str, str]]]:
    """Return every coded claim that is found, and all texts."""
    rows, texts = [], []
    claims = records(corpus, "claim")
    for doc, document in documents(corpus, cache):
        found = [piece for unit in units(document) for piece in pieces(unit, LONGEST)]
        texts += [(doc, piece.text) for piece in found]
        spoken = [words(piece.text) for piece in found]
        for claim in claims[doc]:
            best = _best(words(claim["anchor"]), spoken)
            if best is not None:
                rows.append(_row(doc, found[best], claim["kinds"]))
    return rows, texts


def _best(anchor: tuple[str, ...], spoken: Sequence[tuple[str, ...]]) -> int | None:
    ranked = max((overlap(anchor, own), -len(own), at) for at, own in enumerate(spoken))
    return ranked[2] if ranked[0] >= 0.6 else None


def _row(doc: str, unit: Unit, kinds: Sequence[str]) -> Row:
    return Row(doc, features(unit.text, unit), {kind: SECOND if at else 1.0 for at, kind in enumerate(kinds)})


def invented() -> list[Row]:
    """Return the claims of the invented papers whose kinds are told."""
    told = ((at % TRAYS, *pair) for at, paper in enumerate(papers()) for pair in paper.labelled())
    return [
        replace(_row(f"papers {tray}", unit, label.kinds), weight=INVENTED) for tray, unit, label in told if label.kinds
    ]


def main() -> None:
    """Train, report, write."""
    args = arguments(__doc__, OWN)
    rows, texts = gather(args.corpus, args.cache)
    small, also = small_words(texts), invented()
    every = sorted({kind for row in rows for kind in row.labels})

    def fit(seen: Sequence[Row], names: Sequence[str]) -> dict[str, Model]:
        return fitted(seen, names, every, STRENGTH, LIGHT)

    report(rows, left_out(rows, small, fit, also))
    write(args.output, fit([*rows, *also], known([*rows, *also], small)), "python -m bench.train_kinds CORPUS")


def report(rows: Sequence[Row], scores: dict[str, NDArray[np.float64]]) -> None:
    """Print the scorer's three figures and what is taken for what."""
    hit = first = shared = named = 0.0
    taken: Counter[tuple[str, str]] = Counter()
    total: Counter[str] = Counter()
    for at, row in enumerate(rows):
        got = chosen({kind: chance(float(column[at])) for kind, column in scores.items()})
        gold = list(row.labels)
        both = set(got) & set(gold)
        hit, first = hit + bool(both), first + (gold[0] in got)
        shared, named = shared + len(both) / len(set(got) | set(gold)), named + len(got)
        total[gold[0]] += 1
        taken[(gold[0], gold[0] if gold[0] in got else got[0])] += 1
    n = len(rows)
    print(f"{n} claims; any {hit / n:.3f} first {first / n:.3f} IoU {shared / n:.3f} kinds a claim {named / n:.2f}")
    for kind, count in total.most_common():
        wrong = [(b, c) for (a, b), c in taken.most_common() if a == kind and b != kind][:4]
        print(
            f"{kind:22} {count:4} named {taken[(kind, kind)] / count:.2f}; else {', '.join(f'{b} {c}' for b, c in wrong)}"
        )


if __name__ == "__main__":
    main()
