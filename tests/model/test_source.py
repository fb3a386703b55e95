"""When a source is known, and where it stands in time."""

from __future__ import annotations

import datetime

import pytest

from checker.model.source import Source
from tests.builders import source


def dated(kind: str = "officer_report", **dates: str) -> Source:
    fields = {key: value for key, value in source(kind=kind).items() if key != "published"}
    return Source.model_validate({**fields, **dates})


@pytest.mark.parametrize(
    ("dates", "known_from"),
    [
        ({"published": "2025-03-04", "date_before": "2025-03-01", "meeting_date": "2025-03-17"}, "2025-03-04"),
        ({"date_before": "2025-03-09", "date_after": "2025-03-01", "meeting_date": "2025-03-17"}, "2025-03-09"),
        ({"date_after": "2025-03-01", "meeting_date": "2025-03-17"}, "2025-03-01"),
        ({"meeting_date": "2025-03-17"}, "2025-03-17"),
    ],
)
def test_a_source_counts_from_the_first_date_that_is_sure(dates: dict[str, str], known_from: str) -> None:
    """Published, else not later than, else not earlier than, else the meeting."""
    assert dated(**dates).known_from == datetime.date.fromisoformat(known_from)


def test_minutes_are_known_the_day_after_the_meeting() -> None:
    """Nobody reads minutes on the day of the meeting."""
    assert dated("minutes", meeting_date="2025-03-31").known_from == datetime.date(2025, 4, 1)
    assert dated("minutes", meeting_date="2025-03-31", published="2025-05-01").known_from == datetime.date(2025, 5, 1)


def test_an_undated_source_always_counts_and_comes_first() -> None:
    """A source without any date counts on every day, and stands before the dated ones."""
    undated = dated()
    assert (undated.known_from, undated.date) == (None, None)
    assert undated.order < dated(meeting_date="2025-03-17").order


def test_readers_know_a_source_by_publication_or_meeting() -> None:
    """The date shown is the day of publication, else the meeting, never a bound."""
    assert dated(published="2025-03-04", meeting_date="2025-03-17").date == datetime.date(2025, 3, 4)
    assert dated(meeting_date="2025-03-17", date_before="2025-03-09").date == datetime.date(2025, 3, 17)
    assert dated(date_before="2025-03-09").date is None
