"""What a paper asks of the body that meets."""

from __future__ import annotations

import pytest

from checker.drafting.asking import asking
from tests.drafting.papers import paper


@pytest.mark.parametrize(
    ("recommendation", "asks", "stage"),
    [
        ("Cabinet is asked to approve the move of the depot.", "decide", "for_decision"),
        ("The committee is asked to note the move.", "note", "options"),
        ("The committee is invited to consider and comment on the options.", "comment", "options"),
        ("Members are asked what they would want to know first.", "comment", "options"),
        ("Members are asked to note the report and agree the budget.", "decide", "for_decision"),
        ("Cabinet is recommended to endorse the plan to Council.", "recommend", "for_decision"),
        ("Cabinet is asked to approve a public consultation on the move.", "decide", "consultation"),
        (
            "Cabinet is asked to agree that the Director, in consultation with the Leader, signs.",
            "decide",
            "for_decision",
        ),
    ],
)
def test_by_its_recommendation(recommendation: str, asks: str, stage: str) -> None:
    """A paper asks what its recommendation says, the firmest verb first, and its stage follows."""
    found = asking(paper("Depot", "# Recommendation", ("1.1", recommendation)))
    assert (asks, stage, "1.1") == (found.asks, found.stage, found.at)


def test_a_report_that_looks_back() -> None:
    """A paper to note that looks back on a year is a review, not an open proposal."""
    found = asking(paper("Annual report of the museums", "# Recommendations", ("1.1", "To note the report.")))
    assert ("note", "review") == (found.asks, found.stage)


def test_an_update_in_the_text_is_no_review() -> None:
    """A proposal that also updates the committee on something is still an open proposal."""
    purpose = (
        "1.1",
        "The purpose of this report is to explore one depot for both towns, and to update the committee on rent.",
    )
    found = asking(paper("Future of the depot", purpose, "# 9. Conclusion and recommendations", ("9.1", "That members note the report and provide any comments.")))  # fmt: skip
    assert ("note", "options", "9.1") == (found.asks, found.stage, found.at)


def test_a_sentence_without_a_heading() -> None:
    """A sentence that says what is recommended counts where there is no heading for it."""
    found = asking(paper(("2.3", "It is recommended that the scheme be adopted. We adopt no other.")))
    assert ("2.3", "It is recommended that the scheme be adopted.") == (found.at, found.quote)


def test_nothing_asked() -> None:
    """A document that asks nothing is taken as one for decision, and says that nothing was found."""
    found = asking(paper("A letter on the depot."))
    assert (None, "for_decision", "") == (found.asks, found.stage, found.at)
