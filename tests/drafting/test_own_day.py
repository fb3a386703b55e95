"""The day a paper gives itself."""

from __future__ import annotations

import datetime

import pytest

from checker.drafting import draft
from checker.drafting.own_day import own_day
from tests.drafting.papers import paper

FEBRUARY = datetime.date(2018, 2, 7)
PROMISE = ("4", "The Clerk will report back to members on 22 February.")


@pytest.mark.parametrize(
    "line",
    [
        "Cabinet - 7 February 2018",
        "Date: 07/02/2018",
        "Wednesday 7th February, 2018",
        "Date of meeting: 7 February 2018 (papers published 30 January 2018)",
        "Children, Young People and Education Scrutiny Panel \u2013 7 February 2018\nReport by the Assistant Director",
        "Version 2.1 \u00b7 7 February 2018 \u00b7 Sponsor: the Director of Housing and Property Services",
        "Draft minutes, subject to approval at the next meeting. Ordinary meeting of the Parish Council, "
        "7 February 2018, at 7.00 pm, in the village hall",
    ],
)
def test_a_line_at_the_beginning_dates_the_paper(line: str) -> None:
    """The day of a meeting, a letter or a form is found, whatever else the line says."""
    assert own_day(paper("Wexcombe Parish Council", line, "The hall was full.")) == FEBRUARY


@pytest.mark.parametrize(
    "line",
    [
        "Past pathway of report: Scrutiny Committee, 7 February 2018",
        "Past pathway of report: Scrutiny Committee \u2013 7 February 2018",
        "Minutes of the meeting held on 7 February 2018",
        "Minutes of the last meeting, 7 February 2018",
        "Next meeting: 7 February 2018",
        "These rules come into force on 7 February 2018.",
        "The Council opened the new depot, with many guests, on 7 February 2018 in fine weather.",
        "February 2018",
    ],
)
def test_the_day_of_something_else_does_not(line: str) -> None:
    """Another meeting, a law, an event and a mere month date no paper."""
    assert own_day(paper("Wexcombe Parish Council", line)) is None


def test_a_line_far_down_does_not() -> None:
    """Only where a paper begins does it date itself."""
    assert own_day(paper(*["The hall was full."] * 12, "Cabinet - 7 February 2018")) is None


def test_a_page_of_a_decision_ends_with_its_day() -> None:
    """ "Date of decision: 7 February 2018" dates a page wherever it stands; another label does not."""
    far = ["The hall was full."] * 12
    assert own_day(paper(*far, "Date of decision: 07/02/2018", "Effective from: 15/02/2018")) == FEBRUARY
    assert own_day(paper(*far, "Effective from: 7 February 2018")) is None


def test_a_promise_without_a_year_is_reckoned_from_it() -> None:
    """In minutes of 7 February 2018 "22 February" is 22 February 2018; without a date of its own, no day is given."""
    dated = draft(paper("Council meeting, 7 February 2018", PROMISE))
    assert (dated.day, [one.due_date for one in dated.commitments]) == ("2018-02-07", ["2018-02-22"])
    undated = draft(paper("Council meeting", PROMISE))
    assert (undated.day, [one.due_date for one in undated.commitments]) == ("", [""])
