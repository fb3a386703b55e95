"""When something promised is due."""

from __future__ import annotations

import calendar
import datetime
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.drafting.dates import Due, due
from checker.model.fields import PERIOD

DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2089, 12, 31))
PAPER = datetime.date(2021, 3, 17)


def ordinal(day: int) -> str:
    ending = "th" if 10 <= day <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


@given(DAYS, st.booleans())
@settings(derandomize=True, deadline=None, max_examples=80)
def test_a_printed_day_comes_back(day: datetime.date, short: bool) -> None:
    """A printed day comes back as itself, with or without its ending."""
    shown = f"{day.day if short else ordinal(day.day)} {calendar.month_name[day.month]} {day.year}"
    assert Due(shown, day.isoformat()) == due(f"Officers will report by {shown}.")


@given(DAYS)
@settings(derandomize=True, deadline=None, max_examples=40)
def test_a_day_in_figures_comes_back(day: datetime.date) -> None:
    """A day in figures is read day first, as in this country."""
    assert day.isoformat() == due(f"due on {day:%d/%m/%Y}").date


@given(DAYS)
@settings(derandomize=True, deadline=None, max_examples=40)
def test_a_month_is_its_last_day(day: datetime.date) -> None:
    """A month with its year is in time until its last day."""
    last = calendar.monthrange(day.year, day.month)[1]
    assert (
        day.replace(day=last).isoformat() == due(f"to be published in {calendar.month_name[day.month]} {day.year}").date
    )


@given(st.text(max_size=120))
@settings(derandomize=True, deadline=None, max_examples=80)
def test_whatever_the_words(text: str) -> None:
    """Whatever the words, what is due is quoted from them, and a period is one that records can hold."""
    found = due(text)
    assert found.printed in " ".join(text.split()) or found.printed in text
    assert not found.within or re.match(PERIOD, found.within)


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ("2026-03-31", "by March 2026"),
        ("2026-03-31", "by the end of March 2026"),
        ("2026-02-28", "before March 2026"),
        ("2026-12-31", "in 2026"),
        ("2026-12-31", "by the end of 2026"),
        ("2026-03-31", "in 2025/26"),
        ("2026-03-31", "by the end of 2025-26"),
        ("2025-06-30", "in Q1 2025/26"),
        ("2026-03-31", "in the fourth quarter of 2025/26"),
        ("2025-03-31", "in the first quarter of 2025"),
        ("", "by early March 2026"),
        ("", "by 2026"),
        ("", "in spring 2026"),
        ("", "on 31 February 2026"),
        ("", "in 2025/29"),
        ("", "in due course"),
        ("", "on 12 May"),
    ],
)
def test_only_where_the_words_leave_no_doubt(date: str, text: str) -> None:
    """A day is given only where the words leave no doubt of the last day that is in time."""
    assert date == due(text).date


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ("2021-05-12", "on 12 May"),
        ("2021-12-03", "on 3 December"),
        ("", "on 3 February"),
        ("", "in February"),
        ("2021-04-30", "next month"),
        ("2021-06-30", "in June"),
    ],
)
def test_from_the_date_of_the_paper(date: str, text: str) -> None:
    """A day or a month without a year is the next one after the paper; far ahead it may be the last one instead."""
    assert date == due(text, PAPER).date


@pytest.mark.parametrize(
    ("within", "text"),
    [
        ("6 months", "within six months"),
        ("6 months", "within the next 6 months"),
        ("1 year", "within a year"),
        ("2 weeks", "in the next two weeks"),
        ("", "within 20 working days"),
        ("", "during the next 18/24 months"),
        ("", "in the three months before closure"),
    ],
)
def test_periods(within: str, text: str) -> None:
    """A period is given as records write it; working days are longer, and are left as printed."""
    assert within == due(f"It will be reviewed {text}.").within


@pytest.mark.parametrize(
    ("event", "text"),
    [
        ("before any further report", "A review will be done before any further report."),
        ("", "A report on how they will work together went before a recent committee."),
        ("prior to transfer", "Training will be given prior to transfer."),
        ("once the grant is confirmed", "A plan will be drawn up once the grant is confirmed."),
        ("Following adoption", "Following adoption, the policies will be monitored."),
        ("6 months after the move", "It will be reviewed 6 months after the move."),
        ("", "After careful consideration, a report will be brought."),
        ("", "A report will be brought."),
    ],
)
def test_events(event: str, text: str) -> None:
    """What a promise is tied to is told in its printed words."""
    assert event == due(text).event


def test_nothing_said() -> None:
    """A promise without a time is due at none."""
    assert Due("") == due("Officers will report to Cabinet")


def test_of_two_days_the_later() -> None:
    """Of two days the later is the last that is in time."""
    assert "2026-05-02" == due("between 1 April 2026 and 2 May 2026").date


def test_how_often() -> None:
    """How often something comes is kept as printed, without a day."""
    assert Due("every year") == due("The plan will be reviewed every year")


@pytest.mark.parametrize(
    "text",
    [
        "Officers will explain what was done before 24 October 2007.",
        "A commitment, made on 31 December 2020, to review the scheme.",
        "The council will write about the meeting held in November.",
        "Officers will review the policy agreed in the 2019-20 budget.",
        "The Leader will ask that the elections scheduled for May 2022 be postponed.",
        "Members who had attended the meeting in November will be consulted.",
        "The minister announced in the House of Commons on 2 February that guidance would be issued.",
        "A briefing was held on 6 April and more work is planned.",
        "The clerk will report on what has changed since April.",
        "A period of four weeks will follow publication of the notices on 2 November 2021.",
    ],
)
def test_the_time_of_something_else(text: str) -> None:
    """A day before the paper's own, or on which something else was or is to be, is not when a promise is due."""
    assert Due("") == due(text, PAPER)


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ("2021-05-31", "The results will be published in May."),
        ("2021-05-31", "The results will be gathered, checked and published in May."),
        ("2021-05-31", "A survey of residents is planned in May."),
        ("2021-05-31", "The costs are known now and a full report will follow in May."),
        ("2021-05-05", "The consultation is scheduled for 5 May."),
        ("2021-05-05", "A meeting to be held at Wexcombe Hall on 5 May."),
        ("2021-05-31", "Once adopted in May, the plan will be published."),
        ("2021-05-31", "Comments received in April will be considered in May."),
    ],
)
def test_the_time_of_the_promise(date: str, text: str) -> None:
    """What is yet to be done on a day is due then, whatever verb stands before the day."""
    assert date == due(text, PAPER).date


def test_without_the_day_of_the_paper() -> None:
    """What was done on a day is told from what will be, although the paper's own day is not known."""
    assert "" == due("The department will review its part in the flood which began in Wexcombe on 15 April 2023.").date
    assert "2023-04-15" == due("The department will publish its review on 15 April 2023.").date


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("by summer 2027", "A review of concessions will be brought to the Executive by summer 2027."),
        ("in autumn 2028", "A review of the first year will be brought to this panel in autumn 2028."),
        ("by Easter", "An appeals panel will be set up by Easter."),
        ("at the end of year two", "Performance will be independently evaluated at the end of year two."),
        ("at the end of its first year", "The scheme will be evaluated at the end of its first year."),
        ("at the meeting", "The assessment is being drafted and will be available at the meeting."),
    ],
)
def test_times_without_a_day(printed: str, text: str) -> None:
    """A season, the end of a year of the scheme and the meeting itself are times, though no day can be told."""
    assert Due(printed) == due(text, PAPER)


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("to the November meeting", "The Clerk will bring one to the November meeting."),
        ("before the decision in November", "A letter will be sent before the decision in November."),
    ],
)
def test_a_month_within_an_event_is_told_with_it(printed: str, text: str) -> None:
    """What is due at a meeting in a month is printed with the meeting, and is due by the end of that month."""
    assert Due(printed, "2021-11-30") == due(text, PAPER)


@pytest.mark.parametrize(
    "text",
    [
        "He undertook to find out when the drains in Mill Road would be jetted.",
        "Officers will explain how and when the fee is to be paid.",
    ],
)
def test_a_question_of_when_is_no_time(text: str) -> None:
    """To find out when something will be is no promise for that day."""
    assert Due("") == due(text, PAPER)
