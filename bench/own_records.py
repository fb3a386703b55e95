"""How drafting does on the papers the project has coded: `python -m bench.own_records ORIGINALS [RECORDS]`.

None of them is among what the weights were trained on. Prints, by sensitivity, the recall and
precision of claims and promises by the rule of the corpus's scorer, and how often one of the kinds
named is a coded one. ORIGINALS is the folder with the published texts; RECORDS the one with
`claims` and `seeds`, the project's own by default.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bench.gold import SHARE, overlap, words
from checker.drafting import draft
from checker.model.document import Document
from checker.model.draft import SENSITIVITIES, Sensitivity
from checker.readers import read

Words = tuple[str, ...]


@dataclass
class Tally:
    """How many passages are coded, how many of them are found, how many are offered, how many of those are right."""

    coded: int = 0
    found: int = 0
    offered: int = 0
    right: int = 0

    def add(self, coded: Sequence[Words], offered: Sequence[Words]) -> None:
        """Count the passages of one paper."""
        self.coded += len(coded)
        self.offered += len(offered)
        self.found += sum(any(overlap(one, other) >= SHARE for other in offered) for one in coded)
        self.right += sum(any(overlap(other, one) >= SHARE for other in coded) for one in offered)

    def __str__(self) -> str:
        recall, precision = self.found / max(1, self.coded), self.right / max(1, self.offered)
        f1 = 2 * recall * precision / max(1e-9, recall + precision)
        return f"F1 {f1:.3f} precision {precision:.3f} recall {recall:.3f} ({self.offered} for {self.coded})"


def coded(records: Path, originals: Path) -> list[tuple[Document, dict[str, Any]]]:
    """Return each coded paper that is at hand with its coding."""
    found = []
    for path in sorted((records / "claims").glob("*.yaml")):
        coding = yaml.safe_load(path.read_text("utf-8"))
        if "source" in coding:
            source = yaml.safe_load((records / "seeds" / f"{coding['source']}.yaml").read_text("utf-8"))
            original = originals / source["original"]["file"]
            if original.exists():
                found.append((read(original), coding))
    return found


def measure(papers: Sequence[tuple[Document, dict[str, Any]]], sensitivity: Sensitivity) -> str:
    """Return the figures at one sensitivity."""
    claims, promises, named = Tally(), Tally(), []
    for document, coding in papers:
        drafted = draft(document, sensitivity)
        own = coding.get("claims") or []
        claims.add([words(one["quote"]) for one in own], [words(one.quote) for one in drafted.claims])
        promised = coding.get("commitments") or []
        promises.add([words(one["quote"]) for one in promised], [words(one.quote) for one in drafted.commitments])
        for one in own:
            hits = [c for c in drafted.claims if overlap(words(one["quote"]), words(c.quote)) >= SHARE]
            named += [bool(set(one["kinds"]) & set(hits[0].kinds))] if hits else []
    kinds = sum(named) / max(1, len(named))
    return f"{sensitivity:9} claims {claims}; a right kind {kinds:.3f}\n{'':9} promises {promises}"


def main() -> int:
    """Print the figures."""
    originals, records = (*(Path(name) for name in sys.argv[1:3]), Path())[:2]
    papers = coded(records, originals)
    for sensitivity in SENSITIVITIES:
        print(measure(papers, sensitivity))
    return 0 if papers else 2


if __name__ == "__main__":
    sys.exit(main())
