"""Words that would be markup to Markdown are shown as typed."""

from __future__ import annotations

import pytest

from checker.reporters.commitments.markdown import plain, table


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("1. first", "1\\. first"),
        ("- a dash", "\\- a dash"),
        ("a | b", "a \\| b"),
        ("<b>", "\\<b\\>"),
        ("two\nlines", "two lines"),
        ("plain words, 3.4", "plain words, 3.4"),
    ],
)
def test_markup_is_escaped(typed: str, written: str) -> None:
    """Whatever would be markup is escaped, and plain words stay as they are."""
    assert written == plain(typed)


def test_a_cell_stays_in_its_column() -> None:
    """A bar in a cell makes no further column."""
    assert "| a\\|b | c |" == list(table(("x", "y"), [("a|b", "c")]))[-1]
