"""Invented papers that the weights are trained on beside a hand-coded corpus: `python -m bench.invented_papers [FILE ...]`.

All are about invented councils and made for training; the command says what a file holds and
which of its lines are not one unit of drafting. A file is lines:

    == officer_report Title          begins a paper and names the kind of document
    # 5. Financial implications      a heading; ## one below it
    - Text.                          a sentence that neither claims nor promises
    + Text.                          a claim whose kinds are not told
    +financial_saving,workforce Text.   a claim, its main kind first
    ! Text.                          a promise or a request that is no claim; !+kind where it is both
      - Text.                        begun with two spaces: goes on in the paragraph of the line before
    - • Text                         an item of a list
    - | Text                         a cell of a table

Under a heading with a number paragraphs are numbered 5.1, 5.2 and so on.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import get_args

from checker.drafting.cutting import LONGEST, pieces
from checker.drafting.units import Unit, units
from checker.model.document import Document
from checker.model.paragraph import Paragraph, Part
from checker.model.words import ClaimKind

FOLDER = Path(__file__).with_name("invented")
_LINE = re.compile(r"(?P<onward>  )?(?P<mark>-|!?\+(?P<kinds>[a-z_,]*)|!) (?P<text>\S.*)")
_HEADING = re.compile(r"(?P<level>#{1,2}) (?P<text>(?:(?P<number>\d+)\.? )?\S.*)")


@dataclass(frozen=True)
class Label:
    """What a line is marked as."""

    text: str
    claims: bool
    promises: bool
    kinds: tuple[str, ...]


@dataclass
class Paper:
    """An invented paper and what its sentences are."""

    kind: str
    title: str
    document: Document = field(default_factory=lambda: Document("text", ()))
    labels: dict[str, Label] = field(default_factory=dict)
    """By the words of the sentence."""

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Its sentences, bullets, cells and headings, as drafting judges them."""
        return tuple(piece for unit in units(self.document) for piece in pieces(unit, LONGEST))

    def label(self, unit: Unit) -> Label | None:
        """Return what a unit is marked as; None for a heading."""
        return None if unit.paragraph.part == "heading" else self.labels.get(unit.text)

    def labelled(self) -> Iterator[tuple[Unit, Label]]:
        """Yield the units that are marked, each with its label."""
        for unit in self.units:
            label = self.label(unit)
            if label:
                yield unit, label


def papers(files: Sequence[Path] = ()) -> list[Paper]:
    """Return the papers of some files; of all that belong to the project where none are named."""
    return [paper for file in files or sorted(FOLDER.glob("*.txt")) for paper in _read(file.read_text("utf-8"))]


def _read(text: str) -> Iterator[Paper]:
    for part in re.split(r"(?m)^== ", text)[1:]:
        first, *lines = part.splitlines()
        kind, _, title = first.strip().partition(" ")
        paper = Paper(kind, title)
        paper.document = Document("text", tuple(_paragraphs([line for line in lines if line.strip()], paper)))
        yield paper


def _paragraphs(lines: Sequence[str], paper: Paper) -> Iterator[Paragraph]:
    section, count = "", 0
    for ordinal, (heading, held) in enumerate(_blocks(lines), 1):
        if heading:
            section, count = heading["number"] or section, 0 if heading["number"] else count
            yield Paragraph(ordinal, "", heading["text"], part="heading", level=len(heading["level"]))
        else:
            count += 1
            paper.labels |= {label.text.removeprefix("• ").removeprefix("| "): label for label in held}
            text = " ".join(label.text for label in held)
            yield _paragraph(ordinal, f"{section}.{count}" if section else "", text)


def _blocks(lines: Sequence[str]) -> Iterator[tuple[re.Match[str] | None, list[Label]]]:
    """Yield each heading, and the lines of each paragraph together."""
    held: list[Label] = []
    for line in lines:
        heading = _HEADING.fullmatch(line.rstrip())
        label, onward = (None, False) if heading else _label(line.rstrip())
        if held and not onward:
            yield None, held
            held = []
        if heading:
            yield heading, []
        elif label:
            held.append(label)
    if held:
        yield None, held


def _paragraph(ordinal: int, number: str, text: str) -> Paragraph:
    if text.startswith("| "):
        return Paragraph(ordinal, "", text[2:], part="cell", cell=(1, ordinal, 1))
    part: Part = "bullet" if text.startswith("• ") else "text"
    return Paragraph(ordinal, "" if part == "bullet" else number, text, part=part)


def _label(line: str) -> tuple[Label, bool]:
    found = _LINE.fullmatch(line)
    if not found:
        raise SystemExit(f"no line of this format: {line}")
    mark = found["mark"]
    kinds = tuple(kind for kind in (found["kinds"] or "").split(",") if kind)
    unknown = set(kinds) - set(get_args(ClaimKind))
    if unknown:
        raise SystemExit(f"no kind of claim: {', '.join(sorted(unknown))} in: {line}")
    text = " ".join(found["text"].split())
    return Label(text, "+" in mark, "!" in mark, kinds), bool(found["onward"])


def main() -> int:
    """Say what the files hold, and which lines are not one unit; 1 where any is not."""
    total: Counter[str] = Counter()
    broken = 0
    for paper in papers([Path(name) for name in sys.argv[1:]]):
        labels = paper.labels.values()
        own = {
            "lines": len(labels),
            "claims": sum(one.claims for one in labels),
            "promises": sum(one.promises for one in labels),
        }
        total.update(own)
        print(f"{paper.kind:24} {paper.title[:50]:50} {own}")
        for text in sorted(paper.labels.keys() - {unit.text for unit, _ in paper.labelled()}):
            broken += 1
            print(f"   not one unit: {paper.labels[text].text[:110]}")
    print(dict(total))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
