"""Text cut into the pieces of words that the encoder knows (BERT, uncased: Devlin and others, 2019)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

LONGEST = 100
"""A word of more letters is not looked at."""
UNKNOWN, FIRST, BETWEEN = "[UNK]", "[CLS]", "[SEP]"


class WordPieces:
    """The pieces by their number; within a word all but its first begin with "##"."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        """Take each piece with its number; the three special ones are among them."""
        self._numbers = numbers
        self._of_word = lru_cache(maxsize=50_000)(self._cut_word)

    def cut(self, text: str) -> list[int]:
        """Return the numbers of the pieces of a text, in its order."""
        return [number for word in _words(text) for number in self._of_word(word)]

    def pair(self, context: str, text: str, most: tuple[int, int]) -> tuple[list[int], int]:
        """Return a text after what stands before it, each no longer than told, and where the text itself begins.

        Of the context the last pieces are kept, of the text the first.
        """
        before, own = self.cut(context)[-most[0] :], self.cut(text)[: most[1]]
        between = self._numbers[BETWEEN]
        head = [self._numbers[FIRST], *before, between] if before else [self._numbers[FIRST]]
        return [*head, *own, between], len(head)

    def _cut_word(self, word: str) -> tuple[int, ...]:
        found: list[int] = []
        at = 0
        while at < len(word) <= LONGEST:
            sign = "##" if at else ""
            end = next((end for end in range(len(word), at, -1) if sign + word[at:end] in self._numbers), 0)
            if not end:
                break
            found.append(self._numbers[sign + word[at:end]])
            at = end
        return tuple(found) if at == len(word) else (self._numbers[UNKNOWN],)


def _words(text: str) -> Iterator[str]:
    """Yield words in small letters without accents, and each sign on its own."""
    plain = unicodedata.normalize("NFD", text.lower())
    word = ""
    for character in plain:
        category = unicodedata.category(character)
        if category == "Mn" or (category.startswith("C") and not character.isspace()):
            continue
        sign = category.startswith("P") or (character.isascii() and not character.isalnum() and not character.isspace())
        if sign or character.isspace():
            if word:
                yield word
            word = ""
            if sign:
                yield character
        else:
            word += character
    if word:
        yield word
