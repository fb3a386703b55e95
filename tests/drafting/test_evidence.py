"""How far the headline kinds of evidence can be seen in a whole document."""

from __future__ import annotations

import pytest

from checker.drafting.evidence import evidence
from checker.drafting.units import units
from checker.model.document import Document
from checker.model.draft import DraftEvidence
from tests.drafting.papers import Line, paper

EQUALITY = "equality_impact_assessment"
COSTS = "cost_benefit_analysis"
PERFORMANCE = "performance_data"


def found(document: Document, kind: str) -> DraftEvidence:
    return next(item for item in evidence(document, units(document)) if item.evidence_kind == kind)


def status(kind: str, *lines: Line | str) -> str:
    return found(paper(*lines), kind).status


def test_one_status_a_kind() -> None:
    """A paper that says nothing of evidence is absent on all three kinds, and every kind is told."""
    document = paper("# Depot", ("1.1", "The depot moves to Mill Lane."))
    assert [(PERFORMANCE, "absent"), (EQUALITY, "absent"), (COSTS, "absent")] == [
        (item.evidence_kind, item.status) for item in evidence(document, units(document))
    ]


@pytest.mark.parametrize(
    ("expected", "sentence"),
    [
        ("supplied", "An equality impact assessment has been completed and is attached at Appendix B."),
        ("supplied", "The equality analysis is appended to this report."),
        ("supplied", "An EqIA was carried out. A copy of the assessment is attached at Appendix C."),
        ("referenced", "An equality impact assessment has been undertaken."),
        ("referenced", "The equality impact assessment shows that no group loses its service."),
        ("promised", "An equality impact assessment will be completed once the options are known."),
        ("promised", "A full equality impact assessment is being prepared."),
        ("none_stated", "An equality impact assessment is not required."),
        ("none_stated", "An equality impact assessment has not been carried out."),
        ("none_stated", "No equality impact assessment has been carried out."),
        ("none_stated", "There are no equality implications arising from this report."),
        ("none_stated", "No direct equalities implications have been identified."),
        ("absent", "The council must have due regard to the public sector equality duty."),
        ("absent", "An environmental impact assessment has been completed."),
        ("absent", "A data protection impact assessment has been completed."),
    ],
)
def test_what_is_said_of_equality(expected: str, sentence: str) -> None:
    """What a sentence says has become of the equality assessment is the status; a recital of the law says nothing."""
    assert expected == status(EQUALITY, ("4.1", sentence))


def test_an_equality_section_that_says_none() -> None:
    """An equality section that says none is none stated, not absent."""
    assert "none_stated" == status(EQUALITY, "# Equality implications", ("7.1", "None."))


def test_none_elsewhere_says_nothing_of_equality() -> None:
    """None under another heading says nothing of equality."""
    assert "absent" == status(EQUALITY, "# Staffing implications", ("7.1", "None."))


def test_none_now_but_a_review_later() -> None:
    """None for now with a review to come is promised, for the promise is what can be held to."""
    lines = ("# Equalities impact", ("9.1", "None at this stage but a review will be undertaken before any decision."))
    assert "promised" == status(EQUALITY, *lines)


def test_named_for_short_under_its_heading() -> None:
    """Under its own heading an assessment need not be named in full."""
    assert "referenced" == status(EQUALITY, "# Equality implications", ("7.1", "A screening has been carried out."))


def test_an_equality_form_is_the_assessment() -> None:
    """An equality form is itself the assessment supplied, even where it also says that one is to come."""
    form = paper(
        "EQIA Submission Form",
        "Responsible Officer",
        "Details of Positive Impacts",
        "Are there negative impacts for age",
        "Sexual orientation",
        "Pregnancy and maternity",
        "A further equality impact assessment will be completed in the spring.",
    )
    item = found(form, EQUALITY)
    assert ("supplied", True) == (item.status, "the document is itself equality analysis" in item.because)


def test_a_form_behind_a_report_is_shown_by_the_sentence_that_names_it() -> None:
    """Where a report holds the form as an annex, its own sentence is quoted before a label of the form."""
    form = ("Name of policy: travel", "Protected characteristics", "Gender reassignment", "Pregnancy and maternity")
    more = ("Religion or belief", "Sexual orientation", "Positive impact", "Negative impact", "Mitigating actions")
    said = found(paper(("7.1", "A full equality impact assessment is at Annex 1."), *form, *more), EQUALITY)
    assert ("supplied", "7.1") == (said.status, said.at)


def test_a_report_that_names_one_group_is_no_form() -> None:
    """A report that speaks of protected groups is not an equality form."""
    assert "absent" == status(EQUALITY, ("3.1", "People with protected characteristics use the depot like others."))


@pytest.mark.parametrize(
    ("expected", "sentence"),
    [
        ("supplied", "A full Impact Assessment is submitted with this memorandum."),
        ("supplied", "The Impact Assessment will be published alongside this memorandum."),
        ("supplied", "A cost benefit analysis is set out in Appendix 3."),
        ("referenced", "A cost-benefit analysis was carried out in the spring."),
        ("referenced", "An Impact Assessment was produced for the Bill and is available on the website."),
        ("promised", "A full business case will be brought to Cabinet."),
        ("promised", "A cost benefit analysis will support the evaluation."),
        ("none_stated", "An Impact Assessment has not been prepared for this instrument."),
        ("none_stated", "A full impact assessment has not been produced as no significant impact is foreseen."),
        ("absent", "An equality impact assessment has been completed."),
        ("absent", "Payments are made on a business case basis."),
    ],
)
def test_what_is_said_of_costs_and_benefits(expected: str, sentence: str) -> None:
    """A government impact assessment counts as a cost-benefit analysis; an equality one does not."""
    assert expected == status(COSTS, ("10.3", sentence))


def test_the_instrument_itself_before_another() -> None:
    """That none was made for this instrument counts before the one made for the Act it stands on."""
    lines = (
        ("12.3", "An Impact Assessment has not been produced for this instrument."),
        ("12.4", "An impact assessment was produced for the primary legislation."),
    )
    assert "none_stated" == status(COSTS, *lines)


def test_an_impact_assessment_is_the_analysis() -> None:
    """A government impact assessment is itself the cost-benefit analysis."""
    lines = ("Impact Assessment (IA)", "RPC Reference No: 12", "Net Present Value", "Policy Option 1", "Discount rate")
    assert "supplied" == status(COSTS, *lines)


@pytest.mark.parametrize(
    ("expected", "sentence"),
    [
        ("supplied", "Complaints fell from 120 in 2019 to 80 in 2021, as the register shows."),
        ("supplied", "Of the 12 key performance indicators 9 were on target in the last quarter."),
        ("supplied", "In Wexcombe 41% of waste was recycled in 2021 compared with 38% nationally."),
        ("absent", "The fee will increase by 5% in 2022."),
        ("absent", "Waste is expected to fall by 10% by 2025."),
        ("absent", "Section 12 of the 2010 Act applies."),
        ("absent", "The budget rose by 4% in 2021."),
        ("referenced", "The residents' survey was carried out last autumn."),
        ("promised", "Monitoring data will be published each quarter."),
        ("none_stated", "No performance data has been collected."),
    ],
)
def test_what_is_said_of_performance(expected: str, sentence: str) -> None:
    """Figures set against a year, a target or another place are performance data; plans and prices are not."""
    assert expected == status(PERFORMANCE, ("2.1", sentence))


def test_the_furthest_statement_counts() -> None:
    """Of several statements the one that goes furthest counts, wherever it stands."""
    lines = (
        ("2.1", "An equality impact assessment will be completed for each site."),
        ("7.1", "An equality impact assessment of the plan is attached at Appendix B."),
    )
    item = found(paper(*lines), EQUALITY)
    assert ("supplied", "7.1") == (item.status, item.at)


def test_it_is_shown_by_its_words() -> None:
    """Each status is quoted in forty words at most, with its place and the words that led to it."""
    long = "As members will recall from the many meetings held since the matter was first raised by the ward forum, "
    text = f"{long * 3}an equality impact assessment has been completed and is attached at Appendix B."
    item = found(paper(("7.1", text)), EQUALITY)
    assert len(item.quote.split()) <= 40
    assert "equality impact assessment" in item.quote
    assert ("7.1", 1, "equality impact assessment") == (item.at, item.ordinal, item.because[0])


def test_a_line_left_open_is_no_evidence() -> None:
    """Of an impact assessment a line that is filled in is quoted, not one that says that there is nothing."""
    form = paper(
        "Impact Assessment (IA)",
        "RPC Reference No: n/a",
        "Type of measure: Secondary legislation",
        "Total Net Present Social Value",
        "What policy options have been considered?",
        "I have read the Impact Assessment and am satisfied with it.",
    )
    item = found(form, "cost_benefit_analysis")
    assert ("supplied", "I have read the Impact Assessment and am satisfied with it.") == (item.status, item.quote)


def test_who_people_are_is_no_performance() -> None:
    """How many people have a faith or a sex is no performance data."""
    lines = (
        ("", "The data below show who uses the depot in 2024."),
        ("", "In 2024 2.5% of residents identify as Church of England."),
    )
    assert "absent" == status("performance_data", *lines)


def test_an_assessment_kept_under_review() -> None:
    """An assessment that will be reviewed or updated is there already: it is referred to, not promised."""
    assert "referenced" == status(EQUALITY, ("7.1", "The equality impact assessment will continue to be reviewed."))
