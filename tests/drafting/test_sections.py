"""What stands under the headings of a report."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.base.faults import Refused
from checker.drafting.sections import is_report, sections
from checker.model.document import Document
from checker.model.paragraph import Paragraph
from checker.model.section import Section
from tests.drafting.papers import REPORT, paper


def under(*lines: object, kind: str = "equalities") -> Section:
    """Return what was found under one heading of a report."""
    found = [one for one in sections(paper(*REPORT, *lines)) if one.kind == kind]  # type: ignore[arg-type]
    assert 1 == len(found), found
    return found[0]


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("None.", "bare_nil"),
        ("N/A", "bare_nil"),
        ("There are none arising from this report.", "bare_nil"),
        ("There are no equality implications arising directly from this report.", "bare_nil"),
        ("Not applicable", "bare_nil"),
        ("None, because the move changes no service; screened by the Head of Streets on 3 May.", "reasoned_nil"),
        ("There are no implications: drivers aged over 60 were considered on the staff list.", "reasoned_nil"),
        ("None at the moment but a screening will be undertaken before the next report.", "deferred"),
        ("An analysis is attached as appendix B. It finds longer journeys for two crews.", "filled"),
        ("No driver over 60 is asked to move before the winter, and those who are get notice.", "filled"),
        ("[Insert equality implications here]", "placeholder"),
        ("The analysis will be presented on XX March.", "placeholder"),
        ("HR to complete.", "placeholder"),
        ("To follow.", "placeholder"),
        ("Not applicable: the Code requires this report.", "reasoned_nil"),
        ("\u2013", "empty"),
    ],
)
def test_what_a_heading_holds(words: str, state: str) -> None:
    """A heading holds a bare nil, one put off, one with its reason, text, or what a template left to fill in."""
    assert state == under("# Equality implications", ("7.1", words)).state


def test_an_empty_heading() -> None:
    """A heading with nothing before the next numbered or known heading is empty."""
    found = under(
        "# 7. Equality implications", "# 8. Legal implications", ("8.1", "The council acts under its powers.")
    )
    assert ("empty", "There is nothing under the heading “Equality implications”.") == (found.state, found.says)


def test_a_heading_with_parts_is_not_empty() -> None:
    """A heading whose text stands under smaller headings of its own is not called empty."""
    lines = ("# Consultation", "# What residents said", ("9.1", "Most agreed."))
    assert not [one for one in sections(paper(*REPORT, *lines)) if one.kind == "consultation"]


def test_an_entry_in_a_list_of_appendices_heads_nothing() -> None:
    """An appendix named at the end of a paper is no empty heading, although it bears the name of one."""
    lines = ("# 10. Appendices", "Appendix A: Scoring (exempt)", "Appendix B: Equality analysis")
    assert [] == [
        one for one in sections(paper(*REPORT, *lines)) if one.kind == "equalities" and one.state != "missing"
    ]


def test_a_nil_that_the_body_speaks_against() -> None:
    """A bare nil on equalities beside a sentence on an effect on a group is shown with that sentence."""
    found = under(
        ("3.2", "Disabled residents will lose the drop-off point."), "# Equalities", ("7.1", "None."), kind="equalities"
    )
    assert ("contradicted", "7.1", "3.2") == (found.state, found.at, found.other_at)
    assert "Disabled residents will lose the drop-off point." == found.other_quote


def test_a_nil_beside_an_analysis_to_come() -> None:
    """ "None" on equalities and an analysis that is to come elsewhere in the paper do not sit together."""
    sentence = "An equality impact assessment will be completed before the second report."
    found = under(("3.2", sentence), "# Equalities", ("7.1", "None."))
    assert ("contradicted", "3.2", sentence) == (found.state, found.other_at, found.other_quote)
    done = under(("3.2", "Each project has its own equality impact assessment."), "# Equalities", ("7.1", "None."))
    assert "bare_nil" == done.state
    assert "bare_nil" == under(("3.2", "No " + sentence[3:]), "# Equalities", ("7.1", "None.")).state


def test_what_people_no_longer_have_is_an_effect() -> None:
    """That a group would no longer have something is no denial, and speaks against a nil."""
    lines = (("3.2", "Carers of disabled residents would no longer have a free bay."), "# Equalities", ("7.1", "None."))
    assert "contradicted" == under(*lines).state


def test_no_background_papers_is_an_answer() -> None:
    """A report may rest on no other paper: that needs no reason."""
    assert "filled" == under("# Background papers", ("9.1", "None."), kind="background").state


def test_a_heading_known_by_where_it_stands() -> None:
    """ "Climate" alone heads a section among the others of a report, as headings, labels or in a table; elsewhere not."""
    others = ("# Legal implications", ("7.1", "The Act applies.")), ("# Risk", ("9.1", "Rain is the main risk."))
    assert "bare_nil" == under(*others[0], "# Climate", ("8.1", "None."), *others[1], kind="environment").state
    assert "bare_nil" == under("Legal: The Act applies.", "Climate: None", "Risk: Rain.", kind="environment").state
    rows = (("Legal", "The Act."), ("Climate", "None"), ("Risk", "Rain."), ("HR", "No post changes."))
    cells = [Paragraph(n, "", text, part="cell", cell=(1, 1 + n // 2, 1 + n % 2)) for n, text in enumerate(sum(rows, ()))]  # fmt: skip
    assert ("environment", "bare_nil") in {(one.kind, one.state) for one in sections(Document("docx", tuple(cells)))}
    behind = ("# Equality", ("6.1", "Staff were asked."), *others[0], "# Climate", ("8.1", "None."), "# Dates")
    assert "bare_nil" == under(*behind, ("9.1", "May."), kind="environment").state
    apart = (*others[0], "# Streets", ("8.1", "None."), "# Climate", ("8.2", "None."), *others[1])
    assert "environment" not in {one.kind for one in sections(paper(*REPORT, *apart)) if one.state != "missing"}


def test_no_cost_beside_a_sum() -> None:
    """No financial implications beside a sum that is to be spent is shown with the sum."""
    lines = (("3.2", "The new depot will cost £2.4m to build."), "# Financial implications", ("5.1", "There are none."))
    found = under(*lines, kind="financial")
    assert ("contradicted", "3.2") == (found.state, found.other_at)


@pytest.mark.parametrize(
    "words",
    [
        "Disabled residents use the depot's shop.",
        "No carer will be affected by the move.",
        "Carers were affected when the old depot shut, and had longer journeys.",
    ],
)
def test_a_group_named_is_not_yet_an_effect(words: str) -> None:
    """A sentence that names a group and no effect, denies one, or tells of the past does not speak against a nil."""
    assert "bare_nil" == under(("3.2", words), "# Equalities", ("7.1", "None.")).state


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [
        ("6. Legal and financial implications", {"legal", "financial"}),
        ("Comments of the Section 151 Officer", {"financial"}),
        ("Comments of the Head of Legal Services", {"legal"}),
        ("Governance and legal", {"legal"}),
        ("Carbon and net zero", {"environment"}),
        ("Climate change and sustainability", {"environment"}),
        ("Public engagement", {"consultation"}),
        ("What did people say?", {"consultation"}),
        ("Consultation responses", {"consultation"}),
        ("Cabinet Committee recommendations and other consultation", {"consultation"}),
        ("Equalities, diversity and inclusion", {"equalities"}),
        ("Any alternatives considered and rejected", {"options"}),
        ("4. Options considered and dismissed, and associated risk", {"options", "risk"}),
        ("What are the key risks and how are they being managed?", {"risk"}),
        ("Legal, procurement and financial implications", {"legal", "social-value", "financial"}),
        ("FINANCIAL IMPLICATIONS:", {"financial"}),
        ("5. The Financial Case", {"financial"}),
        ("3. Economic case", {"options"}),
        ("2. Strategic case", set()),
        ("Climate and environmental impact", {"environment"}),
        ("Options considered and rejected", {"options"}),
        ("List of background papers", {"background"}),
        ("HR", {"workforce"}),
        ("Equality Impact Assessment (EqIA)", {"equalities"}),
        ("People", set()),
        ("Legal advice to members on parking fines", set()),
        ("Flood risk management strategy", set()),
        ("Consultation on the library strategy", set()),
        ("Carbon and governance", set()),
        ("Environment", set()),
    ],
)
def test_headings_are_known_by_what_they_are_about(heading: str, kinds: set[str]) -> None:
    """A heading is known by its own words, whatever joins them; what only begins alike is not."""
    lines = (f"# {heading}", ("7.1", "The Head of Streets was asked and sees no bar."))
    assert kinds == {one.kind for one in sections(paper(*REPORT, *lines)) if one.state == "filled"}


def test_the_title_of_a_paper_is_no_heading_of_its_template() -> None:
    """A paper called "Consultation results" is not asked what it holds under that heading."""
    lines = [Paragraph(1, "", "Consultation results", part="heading", level=1), Paragraph(2, "", "1. Recommendation", part="heading", level=1)]  # fmt: skip
    assert ["empty"] == [one.state for one in sections(Document("docx", tuple(lines)))]
    assert () == sections(Document("docx", tuple(lines), title="Consultation results"))


def test_a_label_and_its_text_in_one_line() -> None:
    """A heading and its answer may stand in one paragraph, or beside each other in a table."""
    assert "bare_nil" == under("Equality implications: None").state
    cells = [("Equality implications", 1), ("None", 2)]
    row = tuple(Paragraph(n, "", text, part="cell", cell=(1, 1, n)) for text, n in cells)
    assert ["bare_nil"] == [one.state for one in sections(Document("docx", row))]


def test_expected_headings_are_missed_in_reports_only() -> None:
    """A report that follows a template is told which headings were not found; another document is not."""
    lines = tuple(line for name in ("Equalities", "Legal", "Risk") for line in (f"# {name} implications", ("5.1", "It was looked at.")))  # fmt: skip
    report, letter = paper(*REPORT, *lines), paper("Dear Sir", "# Legal", ("1.1", "We write on the depot."))
    assert is_report(report)
    missed = {one.kind for one in sections(report) if one.state == "missing"}
    assert {"financial", "environment", "options", "consultation", "background"} == missed
    assert not [one for one in sections(letter) if one.state == "missing"]


def test_placeholders_anywhere() -> None:
    """What is left to fill in is found outside the known headings too, once for each paragraph."""
    found = [one for one in sections(paper(*REPORT, ("2.2", "It opens on [date] at a cost of £X."))) if not one.kind]
    assert [("placeholder", "2.2", "[date]")] == [(one.state, one.at, one.quote) for one in found]


def test_all_placeholders_of_a_paragraph_are_named() -> None:
    """A paragraph with several placeholders is one point that names them all."""
    found = under("# Equality implications", ("7.1", "It costs £X; see paragraph ?? and <insert figure>."))
    assert (
        "There are placeholders under “Equality implications”: “£X”, “paragraph ??”, “<insert figure>”." == found.says
    )


def test_a_council_adds_its_own_heading(tmp_path: Path) -> None:
    """A council's file adds a heading, and one with a fault is refused with its line."""
    own = tmp_path / "sections.yaml"
    own.write_text("sections:\n  - id: rural\n    title: Rural proofing\n    headings: [rural proofing]\n", "utf-8")
    found = sections(paper(*REPORT, "# Rural proofing", ("9.1", "None.")), (own,))
    assert ["bare_nil"] == [one.state for one in found if one.kind == "rural"]
    own.write_text("sections:\n  - id: rural\n    headings: [rural proofing]\n", "utf-8")
    with pytest.raises(Refused, match=r"sections\.yaml:2:.*has no title"):
        sections(paper(*REPORT, "# Other"), (tmp_path / ".." / tmp_path.name / "sections.yaml",))
