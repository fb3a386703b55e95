"""How wide words are, and lines that fit."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.reporters.timeline.measure import lines_of, width_of


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.text(max_size=200), st.floats(60, 400), st.integers(1, 4))
def test_lines_always_fit(text: str, room: float, most: int) -> None:
    """No line is wider than its room, and there are never more lines than allowed."""
    lines = lines_of(text, 13, room, most)
    assert len(lines) <= most
    assert [] == [line for line in lines if width_of(line, 13) > room]


def test_what_fits_is_not_cut() -> None:
    """Words that fit stand as they are, one space between them."""
    assert ["some cost savings"] == lines_of("some  cost\nsavings", 13, 300, 2)


def test_a_cut_is_marked_and_keeps_the_quotation_closed() -> None:
    """Words that are cut end in an ellipsis, inside the quotation marks that opened them."""
    (line,) = lines_of("“will seek to identify ways to improve services”", 13, 170, 1)
    assert line.startswith("“will seek to identify")
    assert line.endswith("…”")


def test_a_long_word_is_broken() -> None:
    """A word wider than a line goes on in the next."""
    assert "x" * 60 == "".join(lines_of("x" * 60, 13, 200, 9))
