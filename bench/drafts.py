"""Draft every document of a corpus and write what its scorer reads.

Usage: python -m bench.drafts CORPUS FOLDER [--sensitivity S] [--left-out WEIGHTS --encoder SCORES] [--without PART] [--cache FOLDER]

--left-out names the folder that `bench.train_drafting --left-out` wrote: each document is then
drafted with weights that no document of its family went into, and with what encoders that saw none
of it say (the `scores.npz` of `bench.train_encoder`). --without model leaves the learned
weights out. (What the lexicon and the structure are worth is measured by training without them:
`bench.train_drafting --without`.)
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bench.fitting import documents
from checker.drafting.claims import claims
from checker.drafting.commitments import commitments
from checker.drafting.evidence import evidence
from checker.drafting.learned import Numbers, weights
from checker.drafting.own_day import own_day
from checker.drafting.passages import Passages
from checker.drafting.units import Unit, units
from checker.model.document import Document
from checker.model.draft import SENSITIVITIES, Sensitivity


class Told(Passages):
    """Passages of which it is known what an encoder says."""

    def __init__(self, units: Sequence[Unit], told: Numbers) -> None:
        super().__init__(units)
        if len(told) != len(self.units):
            raise SystemExit(
                f"The scores are of {len(told)} passages, the document is read as {len(self.units)}: "
                "its reader has changed since. Run bench.train_encoder again."
            )
        self._told = told

    def says(self, places: Sequence[int]) -> Numbers:
        """Return what is known of some passages."""
        return self._told[list(places)]


def drafted(
    document: Document, sensitivity: Sensitivity, learned: Path | None, told: Numbers | None, *, model: bool
) -> dict[str, Any]:
    """Return one document's candidates as the scorer reads them."""
    found = units(document)
    passages = Passages(found) if told is None else Told(found, told)
    held = weights(learned) if learned else None
    own = claims(found, sensitivity, learned=held, model=model, passages=passages)
    promises = commitments(found, sensitivity, own_day(document), passages)
    return {
        "claims": [
            {"at": c.at, "place": c.at, "quote": c.quote, "kinds": c.kinds, "certainty": c.certainty} for c in own
        ],
        "commitments": [{"at": c.at, "place": c.at, "quote": c.quote} for c in promises],
        "evidence": [
            {"evidence_kind": e.evidence_kind, "status": e.status, "place": e.at, "quote": e.quote}
            for e in evidence(document, found)
        ],
    }


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sensitivity", choices=SENSITIVITIES, default="balanced")
    parser.add_argument("--left-out", type=Path, help="a folder of weights, one file a document")
    parser.add_argument("--encoder", type=Path, help="what encoders say of the documents they did not see")
    parser.add_argument("--without", choices=("model",))
    parser.add_argument("--cache", type=Path, help="keep the documents as read here")
    args = parser.parse_args(argv)
    args.folder.mkdir(parents=True, exist_ok=True)
    scores = np.load(args.encoder, allow_pickle=False) if args.encoder else {}
    for doc, document in documents(args.corpus, args.cache):
        learned = args.left_out / f"{doc}.json" if args.left_out else None
        found = drafted(
            document, args.sensitivity, learned, scores[doc] if args.encoder else None, model=args.without != "model"
        )
        (args.folder / f"{doc}.json").write_text(json.dumps(found, ensure_ascii=False, indent=1), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
