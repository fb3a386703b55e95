"""What a paper is called."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.model.document import Document
from checker.model.paragraph import Paragraph
from checker.workflow.titles import title_of
from tests.drafting.papers import paper


@pytest.mark.parametrize(
    "body",
    [
        "Wexcombe Borough Council",
        "WEXCOMBE BOROUGH COUNCIL",
        "City of Wexcombe Council",
        "Wexcombe and Harrowmere District Council",
        "London Borough of Wexcombe",
        "Cabinet",
        "Agenda and minutes",
        "Cabinet, 14 January 2027",
        "CABINET\t\tITEM 14",
        "Streets and Parks Scrutiny Committee \u2013 Thursday 14 January 2027",
        "Report of the Director of Streets",
        "14 January 2027",
        "Contents",
        "Report to:",
        "Appendix 9",
    ],
)
def test_the_name_of_a_body_is_no_title(body: str) -> None:
    """A paper headed with its council or committee takes the line under it for its title."""
    assert title_of(replace(paper(body, "Stalls and paving", "1. Purpose"), title=body)) == "Stalls and paving"
    assert title_of(paper(body, "Stalls and paving", "# 1. Purpose")) == "Stalls and paving"


def test_a_cover_tells_the_title() -> None:
    """What a cover calls the title or the subject goes before any heading, beside those words or behind them."""
    cells = (("Report to", "Cabinet"), ("Title of report", "Stalls and paving"), ("Date", "14 January 2027"))
    table = [Paragraph(n, "", text, part="cell", cell=(1, 1 + n // 2, 1 + n % 2)) for n, text in enumerate(sum(cells, ()))]  # fmt: skip
    heading = Paragraph(9, "", "Why stalls pave the way", part="heading", level=1)
    assert title_of(Document("docx", (*table, heading))) == "Stalls and paving"
    assert title_of(paper("Report to: Cabinet", "Subject: Stalls and paving", "# Why")) == "Stalls and paving"
    unnamed = tuple(replace(cell, text="" if cell.ordinal == 3 else cell.text) for cell in table)
    assert title_of(Document("docx", (*unnamed, heading))) == "Why stalls pave the way"


def test_a_form_behind_the_report_is_no_cover() -> None:
    """What a form in an annex asks for, "Name of policy", is not the title of the paper before it."""
    prose = ("1.1", " ".join(["The council spent more on travel this year than last."] * 3))
    form = ("Name of policy: Travel", "Completed by: the policy officer")
    assert title_of(paper("# Travel Policy 2027", prose, *form)) == "Travel Policy 2027"


def test_a_title_may_name_a_council() -> None:
    """A title that speaks of a council is one."""
    assert title_of(paper("# Merger with Harrowmere Council", "Purpose")) == "Merger with Harrowmere Council"


def test_where_nothing_else_is_to_be_had() -> None:
    """A paper that holds no more than the name of its council is called that; an empty one nothing."""
    assert title_of(paper("Wexcombe Borough Council")) == "Wexcombe Borough Council"
    assert not title_of(paper())


def test_a_long_first_line_is_cut() -> None:
    """A paragraph that must stand for a title is cut to forty words."""
    assert len(title_of(paper("word " * 50)).split()) == 40


def test_a_letter_is_called_by_its_subject() -> None:
    """A letter is called by the line under its greeting, or one that is marked as its subject."""
    head = ("# The Writer", "# Director of Places", "3 May 2016", "Dear Resident")
    assert (
        title_of(paper(*head, "Repairs to Mill Lane bridge", "Thank you for your letter."))
        == "Repairs to Mill Lane bridge"
    )
    assert title_of(paper("Re: your request 12", *head, "Thank you for it.")) == "Re: your request 12"


def test_a_letter_without_one_is_called_by_its_day() -> None:
    """A letter without a subject is called by its day, never by the name of who writes it."""
    lines = (
        "# The Writer",
        "# Director of Places",
        "Our ref: 12",
        "3 May 2016",
        "Dear Resident",
        "Thank you for your letter.",
    )
    assert title_of(paper(*lines)) == "Letter of 3 May 2016"
    assert title_of(replace(paper(*(line for line in lines if line != "3 May 2016")), title="The Writer")) == "Letter"
