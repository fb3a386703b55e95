"""Look at a folder of documents as authors would before publication, and say what was found in each.

    python -m bench.prechecks CORPUS_FOLDER [--office] [--show]

Counts the points, the sections that lack something and the oddities of each document; for Word files also how
many comments hang on exactly their words and whether every part that is not touched is the same byte for byte.
With --office LibreOffice opens each commented file, and its own idea of the words under each comment is compared.
With --show every oddity is printed, for a person to judge whether it is one.
"""

from __future__ import annotations

import datetime
import io
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checker.base.faults import Refused
from checker.model.precheck import Precheck
from checker.reporters.comments.comment import Comment, Signature
from checker.reporters.comments.package import parse
from checker.reporters.comments.word import annotated
from checker.reporters.precheck.comments import comments
from checker.reporters.precheck.points import points
from checker.workflow.prechecking import Looked, precheck

DAY = datetime.date(2026, 1, 1)
SIGNED = Signature("Pre-check", "PC", DAY)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
OURS = {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}


def main() -> int:
    """Print one line a document and the sums."""
    folder, office, show = Path(sys.argv[1]), "--office" in sys.argv, "--show" in sys.argv
    hung = exact = seen = oddities = 0
    for path in sorted(p for p in folder.iterdir() if p.suffix in (".pdf", ".docx", ".html", ".md", ".txt") and p.stem != "README"):  # fmt: skip
        began = time.perf_counter()
        try:
            found, raw = precheck(Looked(path, as_of=DAY))
        except Refused as refused:
            print(f"{path.name:42} {refused.faults[0].code}")
            continue
        print(_line(path, found, time.perf_counter() - began))
        oddities += len(found.oddities)
        for one in found.oddities if show else ():
            print(f"    {one.kind} {one.at}: {one.says}")
        if path.suffix == ".docx":
            margin = [one for one in comments(found) if one.quote]
            new = annotated(raw, margin, SIGNED)
            hung, exact = hung + len(margin), exact + _exact(new, margin)
            seen += _exact_in_office(new, margin) if office else 0
            print("".join(f"    changed: {name}\n" for name in _changed(raw, new)), end="")
    print(f"{oddities} oddities; {exact} of {hung} comments in Word hang on exactly their words" + (f", {seen} in LibreOffice" if office else ""))  # fmt: skip
    return 0


def _line(path: Path, found: Precheck, seconds: float) -> str:
    put = points(found)
    needed = sum(point.needed for point in put)
    lacking = " ".join(f"{one.kind or 'text'}:{one.state}" for one in found.sections if one.needs_work and one.state != "missing")  # fmt: skip
    return f"{path.name:42} {needed:3} needed {len(put) - needed:3} helpful {len(found.oddities):2} odd {seconds:5.1f} s  {found.asking.asks or '-'} {lacking}"


def _changed(raw: bytes, new: bytes) -> Iterator[str]:
    """Yield the parts that changed and should not have."""
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(io.BytesIO(new)) as after:
        yield from (n for n in before.namelist() if n not in OURS and before.read(n) != after.read(n))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _exact(new: bytes, wanted: list[Comment]) -> int:
    with zipfile.ZipFile(io.BytesIO(new)) as archive:
        body = parse(archive.read("word/document.xml"))
    return _agree(_ranges(body, (f"{W}commentRangeStart", f"{W}id"), (f"{W}commentRangeEnd", f"{W}id")), wanted)


def _exact_in_office(new: bytes, wanted: list[Comment]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "commented.docx"
        path.write_bytes(new)
        profile = (Path(folder) / "profile").as_uri()
        command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "odt", "--outdir", folder, str(path)]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        with zipfile.ZipFile(path.with_suffix(".odt")) as archive:
            body = parse(archive.read("content.xml"))
    return _agree(_ranges(body, (f"{OFFICE}annotation", f"{OFFICE}name"), (f"{OFFICE}annotation-end", f"{OFFICE}name")), wanted)  # fmt: skip


def _agree(there: list[str], wanted: list[Comment]) -> int:
    left = [re.sub(r"\s+", "", text) for text in there]
    good = 0
    for one in wanted:
        text = re.sub(r"\s+", "", one.quote)
        if text in left:
            left.remove(text)
            good += 1
    return good


def _ranges(body: Any, start: tuple[str, str], end: tuple[str, str]) -> list[str]:
    """Return the words between each start and its end; notes and what comments say are not among them."""
    open_: dict[str, list[str]] = {}
    done: list[str] = []
    skip = ("}annotation", "}note", "}tracked-changes", "}instrText", "}delText")

    def walk(element: Any) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag == start[0]:
            open_[element.get(start[1])] = []
        elif tag == end[0] and element.get(end[1]) in open_:
            done.append(_plain("".join(open_.pop(element.get(end[1])))))
        if not tag.endswith(skip):
            holds = not tag.startswith(W) or tag == f"{W}t"  # python-docx gives a run the text of what is in it
            say(" " if tag.endswith(("}s", "}tab", "}br")) else element.text if holds else "")
            for child in element:
                walk(child)
        say(element.tail)

    def say(text: str | None) -> None:
        for words in open_.values():
            words.append(text or "")

    walk(body)
    return done


if __name__ == "__main__":
    sys.exit(main())
