"""The words of a unit that are quoted."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.drafting.quoting import around
from checker.model.draft import QUOTED

WORDS = st.lists(
    st.sampled_from(["depot", "moves", "Canal", "Street,", "and", "assessment;"]), min_size=1, max_size=120
)


def test_a_short_unit_is_quoted_whole() -> None:
    """A unit of forty words or fewer is quoted whole."""
    assert "The depot moves." == around("The depot moves.", "moves")


@given(WORDS, st.integers(0, 119))
@settings(derandomize=True, deadline=None, max_examples=60)
def test_never_more_than_forty_words(words: list[str], at: int) -> None:
    """A quotation is a stretch of the unit, has forty words at most, and holds the words that matter."""
    words = [*words[:at], "review", *words[at:]]
    text = " ".join(words)
    quote = around(text, "review")
    assert quote in text
    assert len(quote.split()) <= QUOTED
    assert "review" in quote
