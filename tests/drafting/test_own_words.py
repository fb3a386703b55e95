"""A council's own words for kinds, promises, evidence and certainty."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.base.faults import Refused
from checker.drafting import draft
from checker.drafting.certainty import certainty
from checker.drafting.commitments import provides
from checker.drafting.kinds import features
from checker.drafting.own_words import adding
from checker.drafting.promises import verb_kinds
from checker.model.document import Document
from tests.drafting.papers import paper

OWN = """\
kinds:
  financial_saving:
    strong: [wexcash*]
promises:
  deeds:
    report: [wextell]
  provides:
    cost_benefit_analysis: [wexappraisal]
evidence:
  names:
    equality_impact_assessment: [wexequal form]
certainty:
  hoped: [wexwish]
"""
PAPER = paper("A new depot", ("2.1", "A Wexequal form is attached as Appendix 2."))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A file with a word for each part."""
    path = tmp_path / "own.yaml"
    path.write_text(OWN, "utf-8")
    return path


def status(document: Document, *files: Path) -> str:
    """Return how far an equality analysis can be seen."""
    return next(one.status for one in draft(document, "balanced", files).evidence if "equality" in one.evidence_kind)


def test_a_councils_name_for_an_assessment_is_known(own: Path) -> None:
    """What the council calls its equality form counts as one, in the paper that is drafted with its words."""
    assert status(PAPER) == "absent"
    assert status(PAPER, own) == "supplied"


def test_its_words_count_everywhere_while_they_are_in_force_and_no_longer(own: Path) -> None:
    """Kinds, deeds, what a promise brings and certainty know the words within, and none of them after."""
    for _ in range(2):
        assert "strong financial_saving" not in features("It is wexcashable.")
        with adding([own]):
            assert "strong financial_saving" in features("It is wexcashable.")
            assert verb_kinds("wextell") == ("report",)
            assert provides("We will bring a Wexappraisal.")[0] == ("cost_benefit_analysis",)
            assert certainty("It is our wexwish.")[0] == "hoped"
        assert verb_kinds("wextell") == ()
        assert certainty("It is our wexwish.")[0] == "asserted"


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("kinds:\n  savings:\n    strong: [cash]\n", "UNKNOWN-CLASS", "financial_saving"),
        ("kinds:\n  financial_saving:\n    firm: [cash]\n", "UNKNOWN-CLASS", "strong, weak"),
        ("kinds:\n  financial_saving: [cash]\n", "SHAPE", "strong, weak"),
        ("evidence: words\n", "SHAPE", "names"),
        ("certainty:\n  hoped: wish\n", "SHAPE", "list"),
        ("certainty:\n  hoped: ['*']\n", "SHAPE", "list"),
    ],
)
def test_words_that_add_to_no_list_are_refused(tmp_path: Path, text: str, code: str, told: str) -> None:
    """A list that there is not, or words that are no list, are refused with the line and what there is."""
    path = tmp_path / "own.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(Refused) as refused:
        draft(PAPER, "balanced", [path])
    (fault,) = refused.value.faults
    assert (fault.code, fault.place.line > 0) == (code, True)
    assert told in fault.todo


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """Faults of words and of lists come together."""
    path = tmp_path / "own.yaml"
    path.write_text("words:\n  wexbetter: [good]\nkinds:\n  savings: [cash]\npromises:\n  vows: [so be it]\n", "utf-8")
    with pytest.raises(Refused) as refused:
        draft(PAPER, "balanced", [path])
    assert len(refused.value.faults) == 3
