"""Compare the printed numbers of Word files with those LibreOffice prints.

    python -m bench.word_numbers CORPUS_FOLDER

Word does not store the numbers of its paragraphs; the reader counts them. LibreOffice counts them
too, in a program of its own, and prints them in its text export. The figure is the share of
paragraphs, with a number in either, where both print the same one.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from checker.model.paragraph import Paragraph
from checker.readers.docx import read_docx

WINDOW = 60
"""How many of its lines LibreOffice may be ahead: it puts text boxes and notes elsewhere."""


@dataclass(slots=True)
class Tally:
    """What was compared in one file."""

    numbered: int = 0
    agree: int = 0
    bullets: int = 0
    bullets_agree: int = 0
    lost: int = 0
    """Paragraphs of ours that are not found in the other text."""
    differing: list[str] = field(default_factory=list)


def exported(files: Sequence[Path], folder: Path) -> Path:
    """Have LibreOffice write each file as text and return the folder with them."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        sys.exit("needs LibreOffice (libreoffice-writer)")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    out = folder / "text"
    command = [office, profile, "--headless", "--convert-to", "txt:Text", "--outdir", str(out), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return out


def compare(paragraphs: Sequence[Paragraph], other: str) -> Tally:
    """Compare the marks before a document's paragraphs with those in LibreOffice's text of it."""
    lines = [line for line in other.replace("\ufeff", "").splitlines() if line.strip()]
    tally = Tally()
    at = 0
    for paragraph in paragraphs:
        if paragraph.part == "note":
            continue
        found = _find(paragraph, lines, at)
        if found is None:
            tally.lost += 1
            continue
        at = found[0] + 1
        _count(paragraph, found[1], tally)
    return tally


def _count(paragraph: Paragraph, theirs: str, tally: Tally) -> None:
    ours = (
        "" if paragraph.text.startswith(paragraph.printed) else paragraph.printed
    )  # typed: no word processor counts it
    if not ours and not theirs:
        return
    if not re.search(r"\w", ours + theirs):
        tally.bullets += 1
        tally.bullets_agree += bool(ours) == bool(theirs)
        return
    tally.numbered += 1
    tally.agree += ours == theirs
    if ours != theirs:
        tally.differing.append(f"{ours or '-'} / {theirs or '-'}: {paragraph.text[:50]!r}")


def _find(paragraph: Paragraph, lines: Sequence[str], start: int) -> tuple[int, str] | None:
    """Return the line that holds a paragraph and the mark that stands before it there."""
    for length in (40, 16):
        key = _plain(paragraph.text.split("\n")[0])[:length]
        for index in range(start, min(start + WINDOW, len(lines))):
            for mark, rest in _split(lines[index]):
                if key and _plain(rest).startswith(key):
                    return index, mark
    return None


def _split(line: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to read a line: where it is set in with a mark, then without one."""
    words = line.split()
    marked = line.startswith("    ") and len(words) > 1
    if marked and not re.search(r"\w", words[0]):
        yield words[0], " ".join(words[1:])
    yield "", line
    if marked:
        for count in (1, 2):
            yield " ".join(words[:count]), " ".join(words[count:])


def _plain(text: str) -> str:
    return re.sub(r"\W+", "", text)


def main(folder: str) -> None:
    files = sorted(Path(folder).glob("*.docx"))
    total = Tally()
    with tempfile.TemporaryDirectory() as scratch:
        texts = exported(files, Path(scratch))
        for file in files:
            other = (texts / f"{file.stem}.txt").read_text("utf-8")
            tally = compare(read_docx(file.read_bytes(), file.name).paragraphs, other)
            print(f"{file.stem:34} numbers {tally.agree:4} of {tally.numbered:4}", end="   ")
            print(f"bullets {tally.bullets_agree:3} of {tally.bullets:3}   not found {tally.lost}")
            for line in tally.differing:
                print(f"    {line}")
            for name in ("numbered", "agree", "bullets", "bullets_agree", "lost"):
                setattr(total, name, getattr(total, name) + getattr(tally, name))
    share = total.agree / max(total.numbered, 1)
    print(f"all: numbers {total.agree} of {total.numbered} ({share:.1%}); ", end="")
    print(f"bullets {total.bullets_agree} of {total.bullets}; not found {total.lost}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
