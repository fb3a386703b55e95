"""Promises and requests."""

from __future__ import annotations

import datetime

import pytest

from checker.base.match import find
from checker.drafting.commitments import best, commitments
from checker.drafting.units import units
from checker.model.draft import QUOTED, DraftCommitment, Sensitivity
from tests.drafting.papers import Line, paper


def found(*lines: Line | str, sensitivity: Sensitivity = "balanced") -> tuple[DraftCommitment, ...]:
    return commitments(units(paper(*lines)), sensitivity)


def test_a_review_before_the_next_report() -> None:
    """A promise of a review before the next report is a commitment with that event."""
    lines = (
        "# Equality implications",
        ("9.1", "A review will be undertaken before the next report to this committee."),
    )
    (item,) = found(*lines)
    assert ("9.1", ("report",), "before the next report to this committee") == (item.at, item.provides, item.due_event)
    assert "undertaking" == item.origin


@pytest.mark.parametrize(
    "text",
    [
        "A further report will be presented to Cabinet in the autumn.",
        "Residents will be consulted before any change is made.",
        "The Clerk agreed to write to the landowner.",
        "Officers will review the scheme within six months and report to the committee.",
        "Guidance will be published on the council's website.",
        "Progress will be monitored each quarter.",
        "It was agreed that a letter be sent to the highways authority.",
        "The Clerk was asked to obtain three quotations.",
    ],
)
def test_promises(text: str) -> None:
    """What somebody will do, or is asked to do, is a commitment."""
    assert [text] == [item.quote for item in found(("3.1", text))]


@pytest.mark.parametrize(
    "text",
    [
        "The change will reduce duplication and improve outcomes.",
        "The change will benefit all residents.",
        "Residents were consulted last autumn.",
        "The Act requires the council to publish a statement.",
        "The minutes were agreed and signed.",
        "Costs will rise with inflation.",
        "There are no equality implications.",
    ],
)
def test_what_is_no_promise(text: str) -> None:
    """A statement of effect, a past action or a duty of the law is not a promise."""
    assert () == found(("3.1", text))


@pytest.mark.parametrize(
    "text",
    [
        "Members will recall that the council ran a consultation on the depot, and replied to it.",
        "As members are aware, a review of the depot was begun in March.",
    ],
)
def test_what_is_only_recalled(text: str) -> None:
    """A sentence that only calls something to mind promises nothing."""
    assert () == found(("3.1", text), sensitivity="keen")


@pytest.mark.parametrize(
    "text",
    [
        "The Board is asked to review performance and to identify areas for further scrutiny.",
        "The panel is asked to comment on a revised policy before it is considered by Cabinet in December.",
    ],
)
def test_what_the_meeting_is_asked_is_no_promise(text: str) -> None:
    """To ask the body that meets to look at a paper brings nothing; to ask it to have officers report does."""
    assert () == found(("2.1", text))
    assert found(("2.1", "The Board is asked to note the report and to request that officers report back in May."))


def test_recalled_and_promised() -> None:
    """A promise beside what is called to mind is one."""
    text = "Members will recall the review of the depot, and a further report will be presented to Cabinet."
    assert [text] == [item.quote for item in found(("3.1", text))]


def test_a_heading_promises_nothing() -> None:
    """A heading is not a promise, whatever its words."""
    assert () == found("# Officers will report to Cabinet in March 2026")


def test_a_request() -> None:
    """What a body asks of its officers is a request."""
    (item,) = found("# Resolved", ("5", "Officers were asked to bring back a report within six months."))
    assert ("request", "6 months") == (item.origin, item.due_within)


def test_with_a_day() -> None:
    """A day in the promise is its due date, and the printed words are kept."""
    (item,) = found(("5.1", "Officers will publish the results by 31 March 2026."))
    assert ("31 March 2026", "2026-03-31") == (item.due, item.due_date)


def test_a_day_without_a_year_needs_the_date_of_the_paper() -> None:
    """A day without a year is the next one after the paper, where the paper's date is known."""
    told = units(paper(("5.1", "Officers will report to Cabinet on 12 May.")))
    assert "" == commitments(told)[0].due_date
    assert "2022-05-12" == commitments(told, dated=datetime.date(2021, 11, 1))[0].due_date


def test_sensitivity() -> None:
    """A keener setting offers all that a quieter one does, and no less."""
    lines = [
        ("1", "A report will be brought to Cabinet."),
        ("2", "Officers are looking at the options."),
        ("3", "The plan will need to be updated."),
    ]
    quiet, balanced, keen = (
        {item.quote for item in found(*lines, sensitivity=s)} for s in ("quiet", "balanced", "keen")
    )
    assert quiet <= balanced <= keen
    assert len(quiet) < len(keen)


def test_no_quotation_is_too_long() -> None:
    """A long sentence is quoted by the clauses that promise, in forty words at most."""
    text = (
        "The depot on Canal Street, which was built when the borough was made and has served it through two floods, "
        "a fire and three changes of contractor, is old, and officers will therefore carry out a full review of it, "
        "which will be reported to Cabinet and then to the scrutiny committee of the council in the spring."
    )
    items = found(("2.1", text))
    assert items
    assert all(item.quote == text and find(item.words, text) for item in items)
    assert all(0 < len(item.words.split()) <= QUOTED < len(item.quote.split()) for item in items)
    assert "carry out a full review" in items[0].words


def test_it_is_explained() -> None:
    """Each candidate names the verb that promises and the words for what is to come."""
    (item,) = found(("3.1", "A further report will be presented to Cabinet."))
    assert ("“will be presented”: what is to be done", "“report”: report") == item.because[:2]


def test_of_overlapping_passages_the_likeliest() -> None:
    """Of passages that overlap only the likeliest is offered."""
    unit = units(paper(("1", "A report will be brought back.")))[0]
    assert (1,) == best([unit, unit], [0.5, 0.8], 0.3)
