"""Text cut into the pieces of words that the encoder knows."""

from __future__ import annotations

import pytest

from checker.drafting.encoder import encoder
from checker.drafting.wordpieces import BETWEEN, FIRST, UNKNOWN, WordPieces

KNOWN = [
    UNKNOWN,
    FIRST,
    BETWEEN,
    "library",
    "save",
    "##s",
    "lib",
    "##rar",
    "##ies",
    "cafe",
    ",",
    "£",
    "50",
    "well",
    "-",
]
PIECES = WordPieces({piece: at for at, piece in enumerate(KNOWN)})


def cut(text: str) -> list[str]:
    return [KNOWN[number] for number in PIECES.cut(text)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Library", ["library"]),
        ("LIBRARIES", ["lib", "##rar", "##ies"]),
        ("library saves", ["library", "save", "##s"]),
        ("Café, library", ["cafe", ",", "library"]),
        ("£50", [UNKNOWN]),
        ("$50", [UNKNOWN, "50"]),
        ("save\n\tsave", ["save", "save"]),
        ("well-save", ["well", "-", "save"]),
        ("zebra save", [UNKNOWN, "save"]),
        ("save" * 30, [UNKNOWN]),
        ("save\u00adsave \u200b", [UNKNOWN]),
        ("", []),
    ],
)
def test_words_are_cut_into_the_longest_pieces_known(text: str, pieces: list[str]) -> None:
    """Case and accents do not matter, signs stand alone, a word that cannot be cut is unknown as a whole."""
    assert cut(text) == pieces


def test_a_passage_stands_after_what_comes_before_it() -> None:
    """Of what stands before the end is kept, of the passage its beginning; without anything before it comes first."""
    numbers, begins = PIECES.pair("50 library", "save save save", (1, 2))
    assert [KNOWN[n] for n in numbers] == [FIRST, "library", BETWEEN, "save", "save", BETWEEN]
    assert begins == 3
    assert PIECES.pair("", "save", (1, 2)) == ([1, 4, 2], 1)


def test_every_letter_and_figure_is_known_to_the_shipped_pieces() -> None:
    """No word of plain letters is unknown: at worst it is cut into letters."""
    pieces = encoder().pieces
    unknown = pieces.cut("\u4e16")
    assert not set(unknown) & set(pieces.cut("Zqxjkvw zqxjkvw8347 Wexcombe Harrowmere £4,250 50%"))
