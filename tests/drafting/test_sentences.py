"""Where sentences begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.drafting.sentences import spans


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Cllr. Ashby asked how many homes there were.",
        "The power is in s. 17 of the Act.",
        "The cost is approx. \u00a32.5m over four years.",
        "The figures are in para. 4.2 of the report.",
        "The total (excl. Transition) is in Messrs. Hale's letter.",
        "The local govt. Association and the dept. Head were told.",
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str) -> None:
    """The full stop of an abbreviation that council papers use is not the end of a sentence."""
    assert [text] == cut(text)


def test_a_capital_after_a_full_stop_begins_a_sentence() -> None:
    """A word that might be a name begins a sentence where the word before the full stop is written out."""
    assert ["The answers were found.", "Written replies will follow."] == cut(
        "The answers were found. Written replies will follow."
    )
    assert ["It fell by 9 per cent.", "Taken with this, it rose."] == cut(
        "It fell by 9 per cent. Taken with this, it rose."
    )


def test_sentences_run_together_are_parted() -> None:
    """A full stop without a space before a new sentence still ends the one before."""
    assert ["The hall was full.", "The motion was lost."] == cut("The hall was full.The motion was lost.")


def test_the_figure_of_a_footnote_is_of_no_sentence() -> None:
    """A small figure right behind a full stop ends the sentence and is left out; that of a paragraph named stays."""
    assert ["It fell by 35 per cent.", "This shows the work."] == cut("It fell by 35 per cent.1 This shows the work.")
    assert ["The rest is in para.4 The Annex says."] == cut("The rest is in para.4 The Annex says.")


def test_bullets_within_a_paragraph_are_parted() -> None:
    """Bullets that a reader left in one paragraph are pieces of their own."""
    assert ["It will:", "\u2022 save money", "\u2022 last longer"] == cut(
        "It will:\n\u2022 save money\n\u2022 last longer"
    )


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.text(alphabet="ab. \n\u2022ACllr;:", max_size=80))
def test_nothing_but_white_space_is_lost(text: str) -> None:
    """Sentences follow one another, and only white space stands between them."""
    found = spans(text)
    edges = [0, *(edge for span in found for edge in span), len(text)]
    assert edges == sorted(edges)
    assert not "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)).strip()
