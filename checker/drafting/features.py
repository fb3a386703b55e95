"""A unit read with the lexicon: classes of words, what its headings announce, its weight in the document."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.drafting.lexicon import Hit, Lexicon, Token, tokens
from checker.drafting.stems import FUNCTION, stem
from checker.drafting.units import Unit

_OPENING = 2_000
_SHORT = 6
_TABLES = 0.8
_MANY = 40
"""Of how many units a document is a book of tables, and not a note, where nearly all are short."""


@dataclass(frozen=True)
class Read:
    """A unit with its words, the classes found among them, and what it stands under."""

    unit: Unit
    tokens: tuple[Token, ...]
    hits: tuple[Hit, ...]
    names: frozenset[str]
    """The classes found."""
    under: tuple[str, ...]
    """The classes of the headings over it, the nearest first."""
    lead_in: frozenset[str]
    """The classes in the sentence that leads into its list."""
    column: frozenset[str]
    document: str
    """The kind of document it is from, as guessed."""
    central: float = 0.0
    """How much its words are the words of the whole document."""
    echoed: float = 0.0
    """How like it the unit is that is most like it elsewhere in the document."""


def read(units: Sequence[Unit], lexicon: Lexicon) -> tuple[Read, ...]:
    """Return every unit of a document with what is noticed about it."""
    document = document_kind(units, lexicon)

    @lru_cache(maxsize=4096)
    def heading(text: str) -> str:
        return heading_class(text, lexicon)

    @lru_cache(maxsize=4096)
    def names(text: str) -> frozenset[str]:
        return frozenset(hit.name for hit in lexicon.words.find(tokens(text)))

    words = [tokens(unit.text) for unit in units]
    central, echoed = weight_in_document([frozenset(_content(found)) for found in words], units)
    found = []
    for at, unit in enumerate(units):
        hits = tuple(lexicon.words.find(words[at]))
        under = tuple(heading(text) for text in reversed(unit.path))
        found.append(
            Read(
                unit,
                words[at],
                hits,
                frozenset(h.name for h in hits),
                tuple(u for u in under if u),
                names(unit.lead_in),
                names(unit.column),
                document,
                central[at],
                echoed[at],
            )
        )
    return tuple(found)


def _content(found: Sequence[Token]) -> Iterator[str]:
    return (stem(t.text) for t in found if t.text not in FUNCTION and t.text[0].isalpha() and len(t.text) > 2)


def weight_in_document(words: Sequence[frozenset[str]], units: Sequence[Unit]) -> tuple[list[float], list[float]]:
    """Return, for each unit, how common its words are in the document, and how like another unit it is."""
    holders: dict[str, list[int]] = {}
    for at, own in enumerate(words):
        if units[at].paragraph.part != "heading":
            for word in own:
                holders.setdefault(word, []).append(at)
    size = max(1, sum(map(bool, words)))
    share = {word: len(at) / size for word, at in holders.items()}
    central = [math.fsum(share.get(w, 0.0) for w in own) / len(own) if own else 0.0 for own in words]
    return central, [_echo(at, own, words, holders, units) for at, own in enumerate(words)]


_COMMON = 60
"""A word that more units hold tells nothing of which two are alike."""


def _echo(
    at: int, own: frozenset[str], words: Sequence[frozenset[str]], holders: dict[str, list[int]], units: Sequence[Unit]
) -> float:
    if len(own) < 4:
        return 0.0
    shared = Counter(
        other
        for word in sorted(own)
        if len(holders.get(word, ())) <= _COMMON
        for other in holders.get(word, ())
        if units[other].paragraph.ordinal != units[at].paragraph.ordinal
    )
    return max((many / len(own | words[other]) for other, many in shared.most_common(5)), default=0.0)


def heading_class(text: str, lexicon: Lexicon) -> str:
    """Return what a heading announces; empty where no class knows it."""
    order = list(lexicon.headings.says)
    found = [(hit.start - hit.end, order.index(hit.name)) for hit in lexicon.headings.find(tokens(text))]
    return order[min(found)[1]] if found else ""


def document_kind(units: Sequence[Unit], lexicon: Lexicon) -> str:
    """Return the kind of document that most of its opening words speak for; empty where hardly any do."""
    short = sum(unit.text.count(" ") < _SHORT for unit in units)
    if len(units) >= _MANY and short > _TABLES * len(units):
        return "tables"
    opening: list[Token] = []
    for unit in units:
        opening += tokens(unit.text)
        if len(opening) > _OPENING:
            break
    seen = {(h.name, " ".join(t.text for t in opening[h.start : h.end])) for h in lexicon.documents.find(opening)}
    counts = Counter(name for name, _ in seen)
    kind = max(sorted(counts), key=lambda name: counts[name] / _entries(lexicon, name) ** 0.5, default="")
    return kind if counts[kind] > 1 else ""


def _entries(lexicon: Lexicon, name: str) -> int:
    shelves = (*lexicon.documents.exact.values(), *lexicon.documents.endings.values())
    return sum(entry[0] == name for shelf in shelves for entry in shelf)
