"""How well the readers find paragraphs and places: `python -m bench.readers CORPUS_FOLDER [--misses] [DOC ...]`.

Takes every document of a corpus through `checker.readers` by its extension and counts, against
the anchors of `gold.jsonl`: how many stand whole within a paragraph, and of these how many within one
that has the coded place (null: no printed number). An anchor whose words occur twice may stand in two.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from checker.base.faults import Refused
from checker.model.document import Document
from checker.model.paragraph import Paragraph

READERS = {
    ".pdf": ("checker.readers.pdf", "read_pdf"),
    ".docx": ("checker.readers.docx", "read_docx"),
    ".html": ("checker.readers.html", "read_html"),
    ".md": ("checker.readers.text", "read_text_bytes"),
    ".txt": ("checker.readers.text", "read_text_bytes"),
}
_PLAIN = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-", "\u2011": "-"}
    | {"\u00ad": None}
)


def words(text: str) -> str:
    """Return the words of a text as the corpus compares them, a space on either side of each."""
    text = re.sub(r"-\n", "-", text)
    plain = unicodedata.normalize("NFKC", text).translate(_PLAIN).casefold().replace("'", "")
    return " ".join(["", *re.findall(r"[^\W_]+", plain), ""])


def unbroken(text: str) -> str:
    """Return the words with those broken at line ends put together."""
    return words(re.sub(r"(?<=\w)[-\u00ad\u2010]\n(?=\w)", "", text))


def place_key(place: str | None) -> str:
    """Return a place so that two spellings of one place are equal."""
    return re.sub(r"[\s()\[\]§]+", "", place or "").strip(".:;,").casefold()


def reader(path: Path) -> Callable[[bytes, str], Document] | None:
    """Return the reader for a file; None where there is none yet."""
    module, name = READERS.get(path.suffix, ("", ""))
    try:
        found: Callable[[bytes, str], Document] | None = getattr(importlib.import_module(module), name, None)
    except (ImportError, ValueError):
        return None
    return found


def anchors(gold: Path) -> dict[str, list[tuple[str, str | None]]]:
    """Return the anchors and places of each document."""
    found: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for text in gold.read_text(encoding="utf-8").splitlines():
        record = json.loads(text)
        if record["record"] in ("claim", "commitment"):
            found[record["doc"]].append((record["anchor"], record["place"]))
        else:
            found[record["doc"]].extend(())
    return found


def score(paragraphs: tuple[Paragraph, ...], wanted: list[tuple[str, str | None]]) -> tuple[int, int, list[str]]:
    """Return how many anchors stand in one paragraph, how many places are right, and what is missed."""
    texts = [(words(p.text), unbroken(p.text), p) for p in paragraphs]
    whole = places = 0
    misses = []
    for anchor, place in wanted:
        key = words(anchor)
        hits = [p for plain, joined, p in texts if key in plain or key in joined]
        whole += bool(hits)
        right = any(place_key(p.number) == place_key(place) for p in hits)
        places += right
        if not hits:
            misses.append(f"    not in one paragraph [{place}] {anchor}")
        elif not right:
            misses.append(f"    place {place or '-'}, read {hits[0].number or '-'} (¶{hits[0].ordinal}): {anchor}")
    return whole, places, misses


def main() -> None:
    """Print one line a document, then the sums."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("docs", nargs="*")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_intermixed_args()
    gold = anchors(options.corpus / "gold.jsonl")
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    print(f"{'document':30} {'paragraphs':>10} {'anchors':>8} {'in one':>7} {'places':>7}")
    for path in _documents(options.corpus, options.docs):
        read = reader(path)
        if read is None:
            print(f"{path.name:30} no reader yet")
            continue
        try:
            document = read(path.read_bytes(), path.name)
        except Refused as refused:
            print(f"{path.name:30} refused: {refused.faults[0].code}")
            continue
        wanted = gold.get(path.stem, [])
        whole, places, misses = score(document.paragraphs, wanted)
        row = [len(document.paragraphs), len(wanted), whole, places]
        for key in (path.suffix, "all"):
            sums[key] = [a + b for a, b in zip(sums[key], row, strict=True)]
        print(f"{path.name:30} {row[0]:10} {row[1]:8} {row[2]:7} {row[3]:7}")
        if options.misses:
            print("\n".join(misses) + "\n" if misses else "", end="")
    for key, row in sums.items():
        print(f"{key:30} {row[0]:10} {row[1]:8} {_share(row[2], row[1]):>7} {_share(row[3], row[2]):>7}")


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "-"


def _documents(folder: Path, names: list[str]) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.suffix in READERS and path.name != "README.md" and (not names or path.stem in names):
            yield path


if __name__ == "__main__":
    main()
