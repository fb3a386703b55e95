"""What a promise is to bring."""

from __future__ import annotations

import pytest

from checker.drafting.providing import provides


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("equality_impact_assessment", "An equality impact assessment will be completed."),
        ("data_protection_impact_assessment", "A full DPIA will be taken forward."),
        ("legal_advice", "Legal advice will be sought."),
        ("consultation", "Residents will be consulted."),
        ("policy_or_plan", "Guidance will be issued."),
        ("report", "A report will be brought back."),
        ("performance_data", "Monitoring data will be provided."),
        ("performance_data", "The next report will come in February with benchmarking against our neighbours."),
        ("options_appraisal", "Officers will explore the options."),
        ("risk_assessment", "The risk register will be kept up to date."),
        ("action", "The Clerk will order a bench."),
    ],
)
def test_what_is_to_come(what: str, text: str) -> None:
    """What is to come is told by its own words, and is an action where none says more."""
    assert what in provides(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "The EqIA will continue to be reviewed as the work goes on.",
        "The equality impact assessment will be kept under review.",
        "Officers will keep the EqIA under review.",
        "The equality analysis will be updated as the design changes.",
        "A review of the equality impact assessment will follow.",
        "The outline business case will be regularly reviewed.",
    ],
)
def test_what_is_kept_up(text: str) -> None:
    """Keeping an assessment under review, reviewing it again or updating it does not bring that assessment."""
    assert not {"equality_impact_assessment", "cost_benefit_analysis"} & set(provides(text)[0])


@pytest.mark.parametrize(
    "text",
    [
        "An updated equality impact assessment will be presented to Cabinet.",
        "Following a review of the routes, an EqIA is to follow.",
        "Officers will complete the EqIA and keep it under review.",
    ],
)
def test_what_comes_all_the_same(text: str) -> None:
    """An assessment that is to be made or laid before somebody comes, reviewed or not."""
    assert "equality_impact_assessment" in provides(text)[0]


def test_the_words_for_it() -> None:
    """For each thing to come its own words are given, without words of grammar at their end."""
    assert ("“plan”: policy or plan", "“report”: report") == provides("A plan and a report will be made.")[1]


@pytest.mark.parametrize(
    ("brings", "text"),
    [
        (("action",), "The procurement of an IT system will begin once the outline business case is approved."),
        (("consultation",), "Users will be consulted on the changes once the investment plan is agreed."),
        (("action",), "The ward councillor reported that the crossing would be finished by March 2027."),
        (("report",), "When the review is complete, a report will be brought back."),
        (("report",), "It will be reported to the committee in May."),
    ],
)
def test_what_is_to_be_there_first_is_not_brought(brings: tuple[str, ...], text: str) -> None:
    """What must be agreed before something is done is not what is done, nor is a report what somebody "reported"."""
    assert brings == provides(text)[0]
