"""Phrases of a lexicon, found among the words of a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from checker.drafting.own_words import read
from checker.drafting.phrases import Phrases, numbered, printed


@pytest.mark.parametrize(
    ("entry", "text", "shown"),
    [
        ("value for money", "It is Value for Money.", "Value for Money"),
        ("saving*", "Savings follow", "Savings"),
        ("reduc* ... cost*", "reduce the yearly running costs", "reduce the yearly running costs"),
        ("# homes", "up to 143 homes", "143 homes"),
        ("(no|minimal) impact", "with minimal impact", "minimal impact"),
        ("no (|direct) costs", "with no direct costs", "no direct costs"),
        ("no (|direct) costs", "with no costs", "no costs"),
    ],
)
def test_found_as_printed(entry: str, text: str, shown: str) -> None:
    """An entry is found whatever the capitals, and shown as printed."""
    words = numbered(text)
    (hit,) = Phrases({"it": [entry]}).find(words)
    assert shown == printed(text, words, hit)


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("saving", "savings"),
        ("reduc* ... cost*", "reduce one two three four five costs"),
        ("# homes", "many homes"),
        ("no (|direct) costs", "no other costs"),
    ],
)
def test_not_found(entry: str, text: str) -> None:
    """An entry is found only as it is written."""
    assert () == Phrases({"it": [entry]}).find(numbered(text))


def entries(data: Any) -> Iterator[Any]:
    for value in data.values() if isinstance(data, dict) else data:
        if isinstance(value, dict | list | tuple):
            yield from entries(value)
        else:
            yield value


@pytest.mark.parametrize("name", ["kinds", "certainty", "commitments", "evidence"])
def test_the_files_of_phrases_are_well_formed(name: str) -> None:
    """Every entry of our own files is a text whose brackets stand in pairs, none within another."""
    found = list(entries(read(name)))
    assert found
    for entry in found:
        assert isinstance(entry, str)
        depth = [entry[: n + 1].count("(") - entry[: n + 1].count(")") for n in range(len(entry))]
        assert {0, 1} >= set(depth), entry
        assert depth[-1] == 0, entry
