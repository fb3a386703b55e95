"""How firmly a claim is put."""

from __future__ import annotations

import pytest

from checker.drafting.certainty import certainty


@pytest.mark.parametrize(
    ("expected", "words", "text"),
    [
        ("asserted", "", "The move saves £40,000 a year."),
        ("asserted", "", "This will ensure that every school has a crossing."),
        ("asserted", "", "The scheme will improve safety."),
        ("expected", "expected", "The move is expected to save £40,000 a year."),
        ("expected", "likely", "Demand is likely to fall."),
        ("expected", "estimated", "The cost is estimated at £40,000."),
        ("hoped", "aim", "The aim of the scheme is better air."),
        ("hoped", "to ensure", "Officers meet each week to ensure a smooth move."),
        ("hoped", "so that", "The depot moves so that residents sleep better."),
        ("hoped", "committed to", "The council is committed to clean streets."),
        ("hypothesis", "to test whether", "The trial is to test whether a later start helps pupils."),
    ],
)
def test_by_its_words(expected: str, words: str, text: str) -> None:
    """A claim is as firm as its words, and the words that decide are told."""
    assert (expected, words) == certainty(text)


def test_expectation_before_hope() -> None:
    """A forecast is a forecast although the sentence names an aim too."""
    assert "expected" == certainty("The aim is met, and savings are expected in the second year.")[0]


def test_the_words_are_as_printed() -> None:
    """The words told are those of the text, capitals and all."""
    assert ("expected", "Expected") == certainty("Expected savings: £40,000.")
