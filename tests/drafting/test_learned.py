"""The learned weights, and scores made with them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from checker.drafting.features import read
from checker.drafting.learned import OWN, Trees, grown, scores, weights
from checker.drafting.lexicon import lexicon
from checker.drafting.units import units
from tests.drafting.papers import paper

STUMP = Trees(
    roots=np.array([0]),
    feature=np.array([1, -1, -1]),
    limit=np.array([0.5, 0.0, 0.0]),
    left=np.array([1, 0, 0]),
    right=np.array([2, 0, 0]),
    value=np.array([0.0, -1.0, 2.0]),
    base=0.25,
)
"""A tree of one question about the second column."""


def score(*texts: str) -> list[float]:
    document = paper(*((f"2.{n}", text) for n, text in enumerate(texts, 1)))
    return scores(read(units(document), lexicon()), weights()).tolist()


def test_a_tree_sends_each_row_to_its_leaf() -> None:
    """A row goes left up to the limit, right beyond it; the base is added."""
    assert [-0.75, -0.75, 2.25] == grown(STUMP, np.array([[9.0, 0.0], [9.0, 0.5], [9.0, 0.6]])).tolist()


@pytest.mark.parametrize(
    ("claim", "other"),
    [
        ("The scheme will improve access for all residents.", "The scheme was published in May 2019."),
        ("There is no adverse impact on any group.", "The form asks about each group."),
        ("Savings of \u00a32m a year are expected from the merger.", "The merger is described in Appendix 2."),
        ("Four in five residents supported the plan.", "Residents were asked to write by Friday."),
    ],
)
def test_a_claim_scores_above_a_sentence_that_claims_nothing(claim: str, other: str) -> None:
    """Of two sentences side by side the one that claims something scores higher."""
    first, second = score(claim, other)
    assert first > second


def test_no_units_have_no_scores() -> None:
    """A document without a unit gives an empty row of scores."""
    assert [] == scores([], weights()).tolist()


def test_limits_rise_from_keen_to_quiet() -> None:
    """Keen asks least of a passage, quiet most."""
    limits = weights().limits
    assert limits["keen"] < limits["balanced"] < limits["likely"] <= limits["quiet"]


def test_weights_hold_no_long_phrase_and_no_capital() -> None:
    """What was learned is words and short phrases in lower case, never a passage and never a name."""
    learned = [f for f in json.loads(OWN.read_text("utf-8"))["linear"] if f.split(" ")[0] in {"s", "h", "predicate"}]
    assert learned
    assert all(len(feature.split()) == 2 and feature == feature.lower() for feature in learned)


ASK = """
import sys
from pathlib import Path
from checker.drafting.features import read
from checker.drafting.learned import scores, weights
from checker.drafting.lexicon import lexicon
from checker.drafting.units import units
from checker.readers.text import read_text_bytes
for path in sorted(Path(sys.argv[1]).glob("*.[mt][dx]*")):
    found = read(units(read_text_bytes(path.read_bytes(), path.name)), lexicon())
    print([one.central for one in found], scores(found, weights()).tolist())
"""
PAPERS = Path(__file__).parents[2] / "seeds" / "examples" / "originals"


def test_every_run_gives_the_same_scores() -> None:
    """A paper drafted again gets the same scores to the last digit, whatever order Python keeps its sets in."""
    said = {
        subprocess.run(
            [sys.executable, "-c", ASK, str(PAPERS)],
            env={**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in range(6)
    }  # fmt: skip
    assert 1 == len(said)
