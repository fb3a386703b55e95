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
    assert day.replace(day=last).isoformat() == due(f"published in {calendar.month_name[day.month]} {day.year}").date


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
        ("2022-02-03", "on 3 February"),
        ("2021-04-30", "next month"),
        ("2021-06-30", "in June"),
    ],
)
def test_from_the_date_of_the_paper(date: str, text: str) -> None:
    """A day or a month without a year is the next one after the paper."""
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
