"""Draft every document of a corpus and write what its scorer reads.

Usage: python -m bench.drafts CORPUS FOLDER [--sensitivity S] [--left-out WEIGHTS] [--without PART] [--cache FOLDER]

--left-out names the folder that `bench.train_drafting --left-out` wrote: each document is then
drafted with weights that no document of its family went into. --without model leaves the learned
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

from bench.fitting import documents
from checker.drafting import draft
from checker.drafting.claims import claims
from checker.drafting.learned import weights
from checker.drafting.units import units
from checker.model.document import Document
from checker.model.draft import SENSITIVITIES, Sensitivity


def drafted(document: Document, sensitivity: Sensitivity, learned: Path | None, *, model: bool) -> dict[str, Any]:
    """Return one document's candidates as the scorer reads them."""
    found = draft(document, sensitivity)
    own = found.claims
    if learned or not model:
        own = claims(units(document), sensitivity, learned=weights(learned) if learned else None, model=model)
    return {
        "claims": [
            {"at": c.at, "place": c.at, "quote": c.quote, "kinds": c.kinds, "certainty": c.certainty} for c in own
        ],
        "commitments": [{"at": c.at, "place": c.at, "quote": c.quote} for c in found.commitments],
        "evidence": [
            {"evidence_kind": e.evidence_kind, "status": e.status, "place": e.at, "quote": e.quote}
            for e in found.evidence
        ],
    }


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sensitivity", choices=SENSITIVITIES, default="balanced")
    parser.add_argument("--left-out", type=Path, help="a folder of weights, one file a document")
    parser.add_argument("--without", choices=("model",))
    parser.add_argument("--cache", type=Path, help="keep the documents as read here")
    args = parser.parse_args(argv)
    args.folder.mkdir(parents=True, exist_ok=True)
    for doc, document in documents(args.corpus, args.cache):
        learned = args.left_out / f"{doc}.json" if args.left_out else None
        found = drafted(document, args.sensitivity, learned, model=args.without != "model")
        (args.folder / f"{doc}.json").write_text(json.dumps(found, ensure_ascii=False, indent=1), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
