"""A committee report of Wexcombe in Word with what makes comments hard, and what a reader of the margin sees of them."""

from __future__ import annotations

import datetime
import io
import subprocess
import zipfile
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

from checker.reporters.comments.comment import Comment, Signature, Span
from checker.reporters.comments.package import parse
from checker.reporters.comments.word import annotated
from tests.readers import docx_making as made
from tests.rendering import program

SIGNED = Signature("Pre-check", "PC", datetime.date(2026, 3, 2))
W = f"{{{made.W}}}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
LINES = ((Span("Members may ask: ", bold=True), Span("What saving & by when?")), (Span("Helpful", italic=True),))


def comment(number: int, quote: str) -> Comment:
    """Return a comment on some words of a paragraph."""
    return Comment(f"p:{number}", "3.4", quote, LINES)


LINK = f'<w:hyperlink w:anchor="annex">{made.r("the savings plan")}</w:hyperlink>'
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>"
    f"{made.p('A saving in a box')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
)
BODY = "".join(
    (
        made.p("Future of the Canal Street depot"),  # 0
        made.p(made.r("We expect "), made.r("a saving", "<w:b/>"), made.r(" of £40,000 a year"), made.r(" from 2027.")),
        made.p(
            made.r("The move "),
            made.inserted(made.r("will not affect residents")),
            made.deleted("may harm"),
            made.r(" at all."),
        ),
        made.p(made.r("As "), LINK, made.r(" shows, costs fall.")),  # 3
        made.table(["Head", "Saving"], ["Fleet", "It saves £12,000 each year"]),  # 4 to 7
        made.p(made.r("A note"), '<w:r><w:footnoteReference w:id="2"/></w:r>', made.r(" follows.")),  # 8
        made.p("Before the box ", BOX),  # 9, and 10 in the box
        "<w:p/>",  # 11
        made.p("“Better value” – at no-one’s cost – is the aim, and better value it is."),  # 12
    )
)
NOTES = f'<w:footnote w:id="2">{made.p("Savings are net.")}</w:footnote>'
STYLES = made.style("Normal")


def report(**parts: str) -> bytes:
    """Return the report; further parts replace its own."""
    return made.document(BODY, **{"styles": STYLES, "footnotes": NOTES, **parts})


def part(raw: bytes, name: str) -> bytes:
    """Return one part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return archive.read(name)


def parts(raw: bytes) -> dict[str, bytes]:
    """Return every part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def marked(*comments: Comment, raw: bytes | None = None) -> list[str]:
    """Return the words between the two marks of each comment, in the order of their numbers, as the XML has them."""
    body = parse(part(annotated(raw or report(), comments, SIGNED), "word/document.xml"))
    open_: dict[str, list[str]] = {}
    done: dict[str, str] = {}
    for element in body.iter():
        identity = element.get(W + "id")
        if element.tag == W + "commentRangeStart":
            open_[identity] = []
        elif element.tag == W + "commentRangeEnd":
            done[identity] = "".join(open_.pop(identity))
        elif element.tag == W + "t":
            for words in open_.values():
                words.append(element.text or "")
    return [done[identity] for identity in sorted(done, key=int)]


class Seen(NamedTuple):
    """A comment as LibreOffice shows it."""

    words: str
    """The words it hangs on."""
    text: str
    author: str
    date: str


def seen_in_office(raw: bytes, folder: Path) -> list[Seen]:
    """Open a Word file in LibreOffice, save it as ODF, and return its comments in the order of the text."""
    path = folder / "commented.docx"
    path.write_bytes(raw)
    profile = folder / "office-profile"
    command = [program("soffice", "libreoffice"), f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    subprocess.run(
        [*command, "--convert-to", "odt", "--outdir", str(folder), str(path)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    with zipfile.ZipFile(folder / "commented.odt") as archive:
        root = ElementTree.fromstring(archive.read("content.xml"))
    found: dict[str, Seen] = {}
    open_: dict[str, list[str]] = {}
    _walk(root, found, open_)
    return list(found.values())


def _walk(element: Any, found: dict[str, Seen], open_: dict[str, list[str]]) -> None:
    name = element.get(f"{_OFFICE}name")
    if element.tag == f"{_OFFICE}annotation":
        lines = ["".join(p.itertext()) for p in element.iter(f"{_TEXT}p")]
        author, date = (
            next((e.text or "" for e in element.iter() if e.tag.endswith(tag)), "") for tag in ("}creator", "}date")
        )
        found[name] = Seen("", "\n".join(lines), author, date)
        open_[name] = []
    elif element.tag == f"{_OFFICE}annotation-end":
        found[name] = found[name]._replace(words="".join(open_.pop(name)))
    elif not element.tag.endswith(("}tracked-changes", "}note")):
        _say(" " if element.tag == f"{_TEXT}s" else element.text, open_)
        for child in element:
            _walk(child, found, open_)
    _say(element.tail, open_)


def _say(text: str | None, open_: dict[str, list[str]]) -> None:
    for words in open_.values():
        words.append(text or "")
