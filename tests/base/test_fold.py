"""Typography is folded, and nothing else."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.base.fold import HARD, NAMES, SOFT, fold, folds_between


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("\u2018so\u2019 \u201cit\u201d \u2032is\u2033", "'so' \"it\" 'is\""),
        ("2023\u201324 \u2212£0.4m a\u2011b \u2014", "2023-24 -£0.4m a-b -"),
        ("a\u00a0b\u2009c\t d\r\n  e\u3000f", "a b c d e f"),
        ("bene\u00adfit sus\u00ad\r\n tain", "benefit sustain"),
        ("e\ufb03cient \ufb01nance \ufb02ow o\ufb00 \ufb04 fir\ufb06", "efficient finance flow off ffl first"),
        ("cafe\u0301 ty\u0302", "café tŷ"),
        ("sustain-\nable well\u2010\n  being", f"sustain{SOFT}able well{SOFT}being"),
        ("2023-\n24 COVID-\n19 2026\u2014\r\nwhich", f"2023{HARD}24 COVID{HARD}19 2026{HARD}which"),
        ("staying \u2013\nor moving", "staying - or moving"),
        ("  a  ", "a"),
        ("", ""),
    ],
    ids=["marks", "dashes", "spaces", "soft hyphens", "ligatures", "accents", "broken", "dash at a line end", "dash before one", "edges", "nothing"],
)  # fmt: skip
def test_typography_is_folded(raw: str, text: str) -> None:
    """Quotation marks, dashes, spaces, soft hyphens, ligatures, accents and line ends become one form."""
    assert fold(raw).text == text


@pytest.mark.parametrize(
    "text",
    ["Not NOT not", "2.2 2,2 22", "5% £5 $5", "(a) [not] {b}", "+/- 15", "½ 1/2", "a; b: c. d!", "... …", "Ⅳ IV x²"],
)
def test_nothing_else_is_folded(text: str) -> None:
    """Case, digits, signs, brackets, fractions and punctuation stay as they are."""
    assert fold(text).text == text


def test_a_mark_of_ours_in_the_text_is_no_mark() -> None:
    """A character that we use inside cannot be smuggled in to stand for a hyphen or for nothing."""
    assert fold(f"a{SOFT}b{HARD}c").text == "a\ufffdb\ufffdc"


def test_a_stretch_is_traced_to_the_words_behind_it() -> None:
    """The words behind a folded stretch are shown as they were printed."""
    folded = fold("The e\ufb03cient\u00a0\u2018plan\u2019  of 2025")
    at = folded.text.index("efficient 'plan'")
    assert folded.raw_slice(at, at + len("efficient 'plan'")) == "e\ufb03cient\u00a0\u2018plan\u2019"
    assert folded.raw_slice(3, 3) == ""


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        ("it's", "it\u2019s", "quotation marks"),
        ("a-b", "a\u2013b", "dashes"),
        ("a b", "a\u00a0b", "spaces"),
        ("benefit", "bene\u00adfit", "soft hyphens"),
        ("sustainable", "sustain-\nable", "hyphens at line ends"),
        ("finance", "\ufb01nance", "ligatures"),
        ("café", "cafe\u0301", "accents written in two ways"),
    ],
)
def test_folds_are_named(one: str, other: str, name: str) -> None:
    """Whatever fold was needed is named, in either direction; none where the texts are the same."""
    assert name in folds_between(one, other)
    assert name in folds_between(other, one)
    assert folds_between(one, one) == folds_between(other, other) == ()
    assert name in NAMES.values()


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.lists(st.sampled_from([*"aB1 £%-\u2013'\u2019\u00ad\ufb01\n\r\t\u00a0[.", "e\u0301"])).map("".join))
def test_folding_is_stable_and_keeps_every_letter(raw: str) -> None:
    """Folded text folds to itself, each of its characters has an origin, and letters and digits stay in order."""
    folded = fold(raw)
    plain = folded.text.replace(SOFT, "-").replace(HARD, "-")
    assert fold(plain).text == plain
    assert len(folded.text) == len(folded.origin)
    assert list(folded.origin) == sorted(folded.origin)
    assert folded.raw == unicodedata.normalize("NFC", raw)
    letters = [c for c in folded.raw.replace("\ufb01", "fi") if c.isalnum()]
    assert [c for c in folded.text if c.isalnum()] == letters
