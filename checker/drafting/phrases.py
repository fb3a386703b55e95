"""Lexicon entries with alternatives and figures, for kinds of claim, promises and evidence.

They are written as in `lexicon.py`; besides, words in brackets parted by a bar stand for any one
of them ("(no|minimal) impact", an empty one for none), and "#" stands for a figure ("# homes").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from checker.drafting.lexicon import GAP, Hit, Token, tokens

_GROUP = re.compile(r"\(([^()]*)\)")
_ANY = rf"(?: [^ ]+){{0,{GAP}}}?"


class Phrases:
    """Named lists of entries, compiled for finding them among the words of a text."""

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        """Compile the lists; of the entries that stand at one place the longest written counts."""
        self.names = tuple(groups)
        self._patterns = {name: _compiled(entries) for name, entries in groups.items()}

    def find(self, words: Sequence[Token]) -> tuple[Hit, ...]:
        """Return where entries stand, by list at most one from each word on, in the order of the text."""
        text, places = "", {}
        for at, word in enumerate(words):
            places[len(text)] = at
            text += f" {word.text}"
        places[len(text)] = len(words)
        hits = (
            Hit(name, places[hit.start()], places[hit.end(1)])
            for name, pattern in self._patterns.items()
            for hit in pattern.finditer(f"{text} ")
        )
        return tuple(sorted(hits, key=lambda hit: hit.start))


def _compiled(entries: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(entries, key=lambda entry: (-len(entry.split()), entry))
    return re.compile(rf"(?=({'|'.join(map(_pattern, ordered))})(?= ))")


def _pattern(entry: str) -> str:
    """Return the pattern of one entry over words that each stand after one space."""
    pieces = _GROUP.split(entry)
    parts = (f"(?:{'|'.join(map(_words, p.split('|')))})" if n % 2 else _words(p) for n, p in enumerate(pieces))
    return "".join(parts)


def _words(text: str) -> str:
    return "".join(_ANY if word == "..." else f" {_word(word)}" for word in text.split())


def _word(word: str) -> str:
    return re.escape(word.lower()).replace(r"\*", "[^ ]*").replace(r"\#", "#")


def numbered(text: str) -> tuple[Token, ...]:
    """Return the words of a text in lower case, every figure as "#"."""
    return tuple(_numbered(text))


def _numbered(text: str) -> Iterator[Token]:
    for token in tokens(text):
        yield token._replace(text="#") if token.text[0].isdigit() else token


def printed(text: str, found: Sequence[Token], hit: Hit) -> str:
    """Return the words of a text that an entry was found in, as printed."""
    return text[found[hit.start].start : found[hit.end - 1].end]
