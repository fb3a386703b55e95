"""The times of a table's rows."""

from __future__ import annotations

import pytest

from checker.drafting.row_time import time_of, times_of_rows
from checker.drafting.units import units
from tests.drafting.papers import table

ROW = ("Report back on the depot to Cabinet", "Head of Streets")


def when(head: str, cell: str, *more: tuple[str, str]) -> str:
    """Return the time that a row gives for its first cell, and its printed words."""
    heads, cells = zip((head, cell), *more, strict=True)
    found = units(table(("Action", "Owner", *heads), (*ROW, *cells)))
    (action,) = (one for one in found if one.text == ROW[0])
    return time_of(action, times_of_rows(found)).date


@pytest.mark.parametrize(
    ("head", "cell", "date"),
    [
        ("By when", "31 January 2028", "2028-01-31"),
        ("Due date", "January 2028", "2028-01-31"),
        ("When", "To be agreed", ""),
        ("Start date", "31 January 2028", ""),
        ("Cost", "31 January 2028", ""),
    ],
)
def test_a_row_says_when_its_action_is_due(head: str, cell: str, date: str) -> None:
    """An action is due when the cell under "By when" says; a start, or a day under another head, is no due day."""
    assert date == when(head, cell)


def test_a_row_that_is_done_or_has_two_times() -> None:
    """An action that its row calls complete is not due, nor is one with two times."""
    assert not when("By when", "31 January 2028", ("Status", "Complete"))
    assert not when("Due date", "31 January 2028", ("Target date", "31 March 2028"))
