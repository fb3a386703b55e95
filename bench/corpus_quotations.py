"""Quote real documents as another program reads them, and count what verification makes of it.

True quotations are runs of 5 to 40 words taken from an extraction that shares nothing with our
readers: pdftotext for PDF (where it has the same characters in raw order), LibreOffice for Word, lxml for
pages, the bare lines of Markdown and text. Altered ones are made of those (see `bench.alterations`) and held against the whole
document. A false accept is an altered quotation that was found; a false refusal is a true one
that was not.
"""

from __future__ import annotations

import argparse
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from pathlib import Path
from typing import NamedTuple

from bench.quotations import Passage, altered, stands_in
from checker.base.faults import Refused
from checker.base.match import find
from checker.model.document import Document
from checker.readers import read

FEWEST, MOST = 5, 40
_MARKS = re.compile(r"[*_#`|<>\[\]]|^\s*[-+•·●▪o]\s")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_NUMBER = re.compile(r"\(?[\dA-Z](?:[\d.]*)[.)]?")
_SENTENCE_END = re.compile(r"(?<=[.!?:;])\s+")
_LEADERS = re.compile(r"\.{4,}|_{3,}|…{2,}")
_UNSEEN = re.compile("[\u200b-\u200f\ufeff\ue000-\uf8ff]")
_NOTE_MARK = re.compile(r"[a-z.,)”’]\d{1,2}\b|\d{4}\d{1,2}\b")


class Text(NamedTuple):
    """A document, and its passages as another program reads them."""

    path: Path
    document: Document
    passages: Sequence[str]
    also: str = ""
    """All its characters in the order of the file, without spaces; empty where not asked for."""


def texts_of(folder: Path) -> Iterator[Text]:
    """Yield every document of the folder that can be read."""
    with tempfile.TemporaryDirectory() as made:
        by_office = _by_office(sorted(folder.glob("*.docx")), Path(made))
        for path in sorted(folder.iterdir()):
            reader = {".pdf": _by_pdftotext, ".html": _by_lxml, ".md": _by_lines, ".txt": _by_lines}.get(path.suffix)
            if (reader is None and path.suffix != ".docx") or path.name == "README.md":
                continue
            try:
                document = read(path)
            except Refused as refused:
                print(refused, file=sys.stderr)
                continue
            passages = reader(path) if reader else by_office.get(path.stem, [])
            yield Text(path, document, passages, _in_raw_order(path) if path.suffix == ".pdf" else "")


def _by_pdftotext(path: Path) -> list[str]:
    """Return sentences of running text, as pdftotext puts its lines together."""
    out = subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], capture_output=True, check=True, text=True).stdout
    blocks = (block for page in out.split("\f") for block in re.split(r"\n\s*\n", page))
    return [sentence for block in blocks for run in _runs(block) for sentence in _SENTENCE_END.split(run)]


def _in_raw_order(path: Path) -> str:
    """Return all characters in the order of the file; here no hyphen at the end of a line is dropped."""
    command: list[str | Path] = ["pdftotext", "-raw", "-enc", "UTF-8", path, "-"]
    return _solid(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def _solid(text: str) -> str:
    return "".join(_UNSEEN.sub("", text).split())


def _runs(block: str) -> Iterator[str]:
    """Yield the lines of a block that run on: a line much shorter than the longest ends a paragraph, or is a cell."""
    lines = block.splitlines()
    full = 0.8 * max(map(len, lines), default=0)
    held: list[str] = []
    for line in lines:
        held.append(line)
        if len(line) < full:
            yield "\n".join(held)
            held = []
    yield "\n".join(held)


def _by_office(paths: Sequence[Path], made: Path) -> dict[str, list[str]]:
    """Return the paragraphs of Word files as LibreOffice writes them, without the marks of footnotes."""
    if paths:
        home = f"-env:UserInstallation={(made / 'home').as_uri()}"
        command: list[str | Path] = [
            "soffice",
            home,
            "--headless",
            "--convert-to",
            "html:HTML (StarWriter)",
            "--outdir",
            made,
            *paths,
        ]
        subprocess.run(command, check=True, capture_output=True)
    return {path.stem: _by_lxml(path) for path in made.glob("*.html")}


def _by_lxml(path: Path) -> list[str]:
    """Return the innermost elements of a page that hold text."""
    from lxml import html

    tree = html.fromstring(
        _CONTROL.sub("", path.read_text(encoding="utf-8-sig")).encode(), parser=html.HTMLParser(encoding="utf-8")
    )
    for mark in tree.xpath("//a[contains(@class, 'anc')] | //script | //sup[a] | //br"):
        text = mark.text_content()
        space = " " if mark.tag == "br" or text != text.strip() else ""
        mark.addprevious(html.fromstring(f"<span>{space}</span>"))
        mark.drop_tree()
    inner = "self::p or self::li or self::td or self::th or self::h1 or self::h2 or self::h3 or self::h4 or self::div"
    leaves = tree.xpath(f"//body//*[{inner}][not(.//*[{inner}])]")
    return [leaf.text_content() for leaf in leaves]


def _by_lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8-sig").splitlines() if not _MARKS.search(line)]


def quotations_of(text: Text, chance: random.Random) -> Iterator[tuple[str, ...]]:
    """Yield a run of words of each passage, from anywhere in it."""
    for passage in text.passages:
        words = _UNSEEN.sub("", passage).split()
        while words and (
            words[0] == "o" or not words[0][-1].isalpha()
        ):  # a number or mark that a program may print otherwise
            words = words[1:]
        while words and _NUMBER.fullmatch(words[-1]):  # of the paragraph after it
            words = words[:-1]
        if len(words) < FEWEST or _LEADERS.search(passage) or _CONTROL.search(passage) or not _is_prose(words):
            continue
        length = chance.randint(FEWEST, min(MOST, len(words)))
        first = chance.randint(0, len(words) - length)
        run = words[first : first + length]
        if not text.also or "".join(run) in text.also:
            yield tuple(run)


def _is_prose(words: Sequence[str]) -> bool:
    """Tell whether the words are a sentence: mostly small letters, and no digit of a footnote at a word's end."""
    small = sum(word[0].islower() for word in words)
    return small * 2 >= len(words) and not any(_NOTE_MARK.search(word) for word in words)


def refusals(text: Text, chance: random.Random, rounds: int) -> tuple[list[Passage], int, list[str], list[str]]:
    """Return the true quotations that were found, each with its paragraph, their number, and those that were not.

    Only those are kept for altering that a plainer matcher finds too. The last are those that run from one paragraph of ours into the next: the other program
    does not tell where a paragraph ends, or ours is cut in two.
    """
    found, true, missed, over = [], 0, [], []
    pairs = [f"{one.text}\n{two.text}" for one, two in pairwise(text.document.paragraphs)]
    for words in dict.fromkeys(words for _ in range(rounds) for words in quotations_of(text, chance)):
        quote = " ".join(words)
        at = next((p.text for p in text.document.paragraphs if find(quote, p.text)), None)
        if at is not None:
            found += [Passage(words, at)] if stands_in(words, at) else []
            true += 1
        elif any(find(quote, pair) for pair in pairs):
            over.append(quote)
        else:
            missed.append(quote)
    return found, true, missed, over


def accepts(text: Text, passages: Sequence[Passage], count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Yield (kind, words) of altered quotations that were found, though they stand nowhere in the document."""
    for kind, quote, _ in islice(altered(passages, seed), count):
        for paragraph in text.document.paragraphs:
            hits = find(quote, paragraph.text)
            if any(not hit.gap for hit in hits) and not _stands_there(quote, paragraph.text):
                yield kind, quote
                break


def _stands_there(quote: str, text: str) -> bool:
    """Tell plainly whether the words stand in the text all the same, as they may elsewhere in a document."""
    words = _parted(quote).split()
    return any(stands_in(words, _parted(one)) for one in (text, text.replace("-\n", "-")))


def _parted(text: str) -> str:
    """Return a text whose brackets and dots begin and end words: "5(2)" is "5 (2)", and "role.To" two sentences."""
    return re.sub(r"(?=[(\[])|(?<=[)\]])|(?=…)|(?<=[a-z0-9]\.)(?=[A-Z][a-z]*[\s,])", " ", text)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="folder with documents")
    parser.add_argument("count", type=int, nargs="?", default=100_000, help="so many altered quotations")
    parser.add_argument("--rounds", type=int, default=5, help="so many true quotations of each passage")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="so many wrong ones of each document, on stderr")
    chosen = parser.parse_args()
    chance = random.Random(chosen.seed)  # noqa: S311 the same experiment for the same seed is the point
    texts = [(text, *refusals(text, chance, chosen.rounds)) for text in texts_of(chosen.corpus)]
    each = -(-chosen.count // max(1, sum(bool(found) for _, found, *_ in texts)))
    sums: dict[str, Counter[str]] = {}
    for text, found, true, missed, over in texts:
        tried = each if found else 0
        wrong = list(accepts(text, found, tried, chosen.seed)) if found else []
        kind = sums.setdefault(text.document.kind, Counter())
        kind.update(documents=1, true=true + len(missed) + len(over), refused=len(missed), over=len(over))
        kind.update(altered=tried, accepted=len(wrong))
        for name, which in (("not found", missed), ("over two", over), ("accepted", wrong)):
            for what in which[: chosen.show]:
                print(f"{text.path.name}: {name}: {what!r}", file=sys.stderr)
    print("| format | documents | true | not found | share | over two paragraphs | share | altered | false accepts |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    for name, kind in sorted(sums.items()):
        shares = [f"{kind[what]:,} | {kind[what] / max(1, kind['true']):.2%}" for what in ("refused", "over")]
        cells = [f"{kind['documents']}", f"{kind['true']:,}", *shares, f"{kind['altered']:,}", f"{kind['accepted']}"]
        print(f"| {name} | {' | '.join(cells)} |")
    return int(any(kind["accepted"] for kind in sums.values()))


if __name__ == "__main__":
    sys.exit(main())
