"""Lexicons: classes of words, headings and documents, in YAML that a council can extend.

An entry is a word or a few words in order; "*" at the end of a word stands for any ending,
"..." for up to four words in between. A class may have phrases, "except", within which none of its
words is given as a reason: "well" praises, "as well as" does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from checker.base.faults import Fault, Refused
from checker.base.loader import Document, load
from checker.drafting import own_words
from checker.drafting.own_words import OWN

FILES = ("effects", "harm", "framing", "money", "law", "standing", "voices", "forms", "headings", "documents")
GAP = 4
"""How many words "..." may stand for."""
SECTIONS = ("words", "forms", "headings", "documents")
_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d+(?:[.,]\d+)*|[£%?]")
_PLAIN = str.maketrans({"\u2019": "'", "\u2018": "'", "\u2010": "-", "\u2011": "-"})


class Token(NamedTuple):
    """A word, a number or one of the signs £ % ?, and where it stands."""

    text: str
    start: int
    end: int


class _Entry(NamedTuple):
    name: str
    rest: tuple[str, ...]
    entry: str


class Hit(NamedTuple):
    """An entry of a class found among the words of a text: from one token to before another."""

    name: str
    start: int
    end: int
    entry: str = ""
    """As it is written in the lexicon."""


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words of a text in lower case."""
    plain = text.translate(_PLAIN)
    return tuple(Token(m.group().lower(), m.start(), m.end()) for m in _TOKEN.finditer(plain))


@dataclass(frozen=True)
class Classes:
    """Classes of words, compiled for finding them."""

    says: dict[str, str]
    """What each class holds, in words; the classes in the order of the files."""
    exact: dict[str, list[_Entry]] = field(default_factory=dict)
    """By the first word of an entry: class and the words that follow it."""
    endings: dict[str, list[_Entry]] = field(default_factory=dict)
    """The same for entries whose first word ends in "*"."""
    excepted: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    """By class, the phrases within which its words tell nothing."""
    _known: dict[str, list[_Entry]] = field(default_factory=dict)

    def add(self, name: str, entry: str) -> None:
        """Add an entry to a class."""
        first, *rest = entry.lower().translate(_PLAIN).split()
        shelf, key = (self.endings, first[:-1]) if first.endswith("*") else (self.exact, first)
        shelf.setdefault(key, []).append(_Entry(name, tuple(rest), entry))

    def find(self, found: Sequence[Token]) -> Iterator[Hit]:
        """Yield every entry that stands in a text, in the order of the text."""
        words = [token.text for token in found]
        for start, word in enumerate(words):
            for name, rest, entry in self._starting(word):
                end = _follow(words, start + 1, rest)
                if end:
                    yield Hit(name, start, end, entry)

    def is_excepted(self, hit: Hit, found: Sequence[Token]) -> bool:
        """Say whether a hit stands within a phrase that its class leaves out."""
        words = [token.text for token in found]
        return any(
            _follow(words, at, phrase) >= hit.end
            for phrase in self.excepted.get(hit.name, ())
            for at in range(max(0, hit.start - len(phrase) + 1), hit.start + 1)
        )

    def _starting(self, word: str) -> list[_Entry]:
        if word not in self._known:
            stems = (self.endings.get(word[:n], ()) for n in range(1, len(word) + 1))
            self._known[word] = [*self.exact.get(word, ()), *(entry for entries in stems for entry in entries)]
        return self._known[word]


def _follow(words: list[str], at: int, rest: tuple[str, ...]) -> int:
    """Return where an entry ends whose remaining words are to be found from a place; 0 where they are not."""
    if not rest:
        return at
    if rest[0] == "...":
        ends = (_follow(words, at + skipped, rest[1:]) for skipped in range(GAP + 1))
        return next((end for end in ends if end), 0)
    if at >= len(words) or not _is(words[at], rest[0]):
        return 0
    return _follow(words, at + 1, rest[1:])


def _is(word: str, pattern: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


@dataclass(frozen=True)
class Lexicon:
    """All classes: of words in a passage, of headings, of kinds of document."""

    words: Classes
    headings: Classes
    documents: Classes


def lexicon(extensions: Sequence[Path] = ()) -> Lexicon:
    """Return the lexicon, with the entries of a council's files added.

    Raises:
        Refused: where a file cannot be read, or names a class that there is not.
    """
    return _built(tuple(extensions))


@lru_cache(maxsize=8)
def _built(extensions: tuple[Path, ...]) -> Lexicon:
    built = Lexicon(Classes({}), Classes({}), Classes({}))
    for name in FILES:
        _merge(built, load(OWN / f"{name}.yaml"), own=True)
    for path in extensions:
        _merge(built, load(path), own=False)
    return built


def _merge(built: Lexicon, document: Document, *, own: bool) -> None:
    faults = list(_misshapen(document)) or [*_unknown(built, document, own), *own_words.faults(document)]
    if faults:
        raise Refused(faults)
    for section, classes in _sections(document):
        shelf: Classes = getattr(built, section)
        for name, entries in classes.items():
            shelf.says.setdefault(name, _says(name, entries))
            for entry in _entries(entries):
                shelf.add(name, entry)
            for phrase in _excepted(entries):
                shelf.excepted.setdefault(name, []).append(tuple(phrase.lower().split()))


def _sections(document: Document) -> Iterator[tuple[str, Any]]:
    """Yield the parts that hold classes; the others add to the lists that `own_words` reads."""
    return ((section, held) for section, held in document.data.items() if section not in own_words.PARTS)


def _says(name: str, entries: Any) -> str:
    spoken = name.replace("_", " ")
    return str(entries.get("says", spoken)) if isinstance(entries, dict) else spoken


def _entries(entries: Any) -> list[str]:
    return list(entries["words"] if isinstance(entries, dict) else entries)


def _excepted(entries: Any) -> list[str]:
    return list(entries.get("except", ())) if isinstance(entries, dict) else []


def _misshapen(document: Document) -> Iterator[Fault]:
    todo = 'Write "words:", then a class, then its words as a list.'
    for section, classes in _sections(document):
        if section not in SECTIONS or not isinstance(classes, dict):
            what = f"a lexicon has the parts {', '.join((*SECTIONS, *own_words.PARTS))}, each a mapping of classes."
            yield Fault(document.path, document.marks.key((section,)), "SHAPE", what, todo)
            continue
        for name, entries in classes.items():
            if not _is_list_of_entries(entries):
                place = document.marks.key((section, name))
                yield Fault(document.path, place, "SHAPE", f"the class {name} is not a list of words.", todo)


def _is_list_of_entries(entries: Any) -> bool:
    listed = entries.get("words") if isinstance(entries, dict) else entries
    excepted = entries.get("except", []) if isinstance(entries, dict) else []
    return all(_is_list_of_words(found) for found in (listed, excepted))


def _is_list_of_words(found: Any) -> bool:
    return isinstance(found, list) and all(isinstance(e, str) and e.strip(" .*") for e in found)


def _unknown(built: Lexicon, document: Document, own: bool) -> Iterable[Fault]:
    if own:
        return
    for section, classes in _sections(document):
        known: Classes = getattr(built, section)
        for name in classes:
            if name not in known.says:
                what = f"there is no class {name} among the {section}."
                todo = f"One of: {', '.join(known.says)}."
                yield Fault(document.path, document.marks.key((section, name)), "UNKNOWN-CLASS", what, todo)
