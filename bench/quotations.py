"""Alter quotations of real documents in every way we know, and count what the matcher makes of them.

A false accept is an altered quotation that was found; a false refusal is a true one, printed
otherwise, that was not. Whether an altered quotation still stands in its paragraph by chance
(the same word swapped with itself) is told by a second, plainer matcher, written apart.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

from bench.alterations import ALTERATIONS, GAP, PRINTS
from checker.base.match import find
from checker.model.coding import quotations
from checker.model.paragraph import Paragraph
from checker.readers.text import read_text
from checker.records.read import read_casefile

FEWEST, MOST = 3, 40
TRIES = 300
"""How many passages are tried for one that an alteration fits."""
_OPENING, _CLOSING = "\"'([", "\"')].,;:!?-"
_PLAIN = str.maketrans("‘’“”–—‑−‐\u00a0", "''\"\"----- ")


class Passage(NamedTuple):
    """True words of a paragraph."""

    words: tuple[str, ...]
    paragraph: str


class Tally(NamedTuple):
    """How many quotations of one kind were tried, and how often the matcher was wrong."""

    kind: str
    tried: int
    wrong: int


def paragraphs_of(originals: Path) -> dict[str, tuple[Paragraph, ...]]:
    """Return the paragraphs of every text in the folder, by file name."""
    files = sorted(path for path in originals.iterdir() if path.suffix in (".txt", ".md"))
    return {path.name: read_text(path.read_text(encoding="utf-8-sig")) for path in files}


def coded(case: Path, texts: dict[str, tuple[Paragraph, ...]]) -> Iterator[Passage]:
    """Yield every quotation coded in the case folder whose original is at hand."""
    for dossier in read_casefile([case])[0].dossiers:
        original = dossier.source.original
        for _, at, quote in quotations(dossier.coding):
            for paragraph in texts.get(original.file, ()) if original else ():
                if paragraph.at == at.split(" p")[0] and stands_in(quote.split(), paragraph.text):
                    yield Passage(tuple(quote.split()), paragraph.text)


def sentences(texts: dict[str, tuple[Paragraph, ...]]) -> Iterator[Passage]:
    """Yield every sentence of the originals."""
    for paragraph in (one for paragraphs in texts.values() for one in paragraphs):
        for sentence in re.split(r"(?<=[.!?])\s+", paragraph.text):
            if len(sentence.split()) >= FEWEST:
                yield Passage(tuple(sentence.split()), paragraph.text)


def stands_in(words: Sequence[str], text: str) -> bool:
    """Tell plainly whether the words stand in the text: word by word, less punctuation at the two ends.

    A gap that leaves nothing out is no gap; a stroke ends a word.
    """
    ours, theirs = _tokens(" ".join(word for word in words if word not in (GAP, "..."))), _tokens(text)
    return any(_same(ours, theirs[start : start + len(ours)]) for start in range(len(theirs) - len(ours) + 1))


@lru_cache(maxsize=4096)
def _tokens(text: str) -> list[str]:
    return text.translate(_PLAIN).replace("/", " / ").split()


def _same(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    first = theirs[0] == ours[0] or (theirs[0].lstrip(_OPENING) == ours[0].lstrip(_OPENING))
    last = theirs[-1] == ours[-1] or theirs[-1].rstrip(_CLOSING) == ours[-1].rstrip(_CLOSING)
    if len(ours) == 1:
        return theirs[0].strip(_OPENING + _CLOSING) == ours[0].strip(_OPENING + _CLOSING)
    return first and last and list(ours[1:-1]) == list(theirs[1:-1])


def altered(passages: Sequence[Passage], seed: int) -> Iterator[tuple[str, str, str]]:
    """Yield (kind, altered quotation, paragraph) without end, every kind in turn."""
    chance = random.Random(seed)  # noqa: S311 the same experiment for the same seed is the point
    for kind, alter in cycle(ALTERATIONS.items()):
        for passage in chance.choices(passages, k=TRIES):
            words = alter(_part(passage.words, chance), chance)
            if words and not stands_in(words, passage.paragraph):
                yield kind, " ".join(words), passage.paragraph
                break


def _part(words: Sequence[str], chance: random.Random) -> Sequence[str]:
    """Return a run of the words, as long as a quotation may be."""
    length = chance.randint(FEWEST, max(FEWEST, min(MOST, len(words))))
    start = chance.randint(0, len(words) - length)
    return words[start : start + length]


def false_accepts(passages: Sequence[Passage], count: int, seed: int, shown: int) -> Iterator[Tally]:
    """Yield, for each kind of alteration, how many were tried and how many were found all the same."""
    tried, wrong = dict.fromkeys(ALTERATIONS, 0), dict.fromkeys(ALTERATIONS, 0)
    long_enough = [passage for passage in passages if len(passage.words) >= FEWEST]
    for kind, quote, paragraph in islice(altered(long_enough, seed), count):
        tried[kind] += 1
        if any(not found.gap for found in find(quote, paragraph)):
            wrong[kind] += 1
            if wrong[kind] <= shown:
                print(f"found ({kind}): {quote!r}", file=sys.stderr)
    return (Tally(kind, tried[kind], wrong[kind]) for kind in ALTERATIONS)


def false_refusals(passages: Iterable[Passage], seed: int, shown: int) -> Iterator[Tally]:
    """Yield, for each way of printing, how many true quotations were tried and how many were not found."""
    chance = random.Random(seed)  # noqa: S311
    parts = [(" ".join(passage.words[:MOST]), passage.paragraph) for passage in passages]
    for kind, printed in PRINTS.items():
        pairs = [(words, printed(text, chance)) for words, text in parts]
        pairs += [(printed(words, chance), text) for words, text in parts if kind != "a word broken at a line end"]
        refused = [words for words, text in pairs if not find(words, text)]
        for words in refused[:shown]:
            print(f"not found ({kind}): {words!r}", file=sys.stderr)
        yield Tally(kind, len(pairs), len(refused))


def table(title: str, wrong: str, tallies: Sequence[Tally]) -> Iterator[str]:
    """Yield a Markdown table with a sum."""
    yield f"| {title} | tried | {wrong} |"
    yield "|---|--:|--:|"
    total = Tally("**all**", sum(one.tried for one in tallies), sum(one.wrong for one in tallies))
    yield from (f"| {one.kind} | {one.tried:,} | {one.wrong:,} |" for one in (*tallies, total))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--originals", type=Path, required=True, help="folder with the published texts")
    parser.add_argument("--case", type=Path, default=Path(), help="folder with claims/ and seeds/")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="so many wrong ones of each kind, on stderr")
    chosen = parser.parse_args()
    texts = paragraphs_of(chosen.originals)
    passages = [*coded(chosen.case, texts), *sentences(texts)]
    accepts = list(false_accepts(passages, chosen.count, chosen.seed, chosen.show))
    refusals = list(false_refusals(passages, chosen.seed, chosen.show))
    print(*table("altered quotation", "false accepts", accepts), "", sep="\n")
    print(*table("true quotation, printed otherwise", "false refusals", refusals), sep="\n")
    return int(any(one.wrong for one in (*accepts, *refusals)))


if __name__ == "__main__":
    sys.exit(main())
