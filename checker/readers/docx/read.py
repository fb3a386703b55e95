"""From the bytes of a Word file to a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.model.document import Aside, Document
from checker.readers.docx.gather import Gathered, Gatherer
from checker.readers.docx.lines import Line
from checker.readers.docx.numbering import Numbering
from checker.readers.docx.package import Package, open_package, refuse, refuse_doctype
from checker.readers.docx.places import place
from checker.readers.docx.styles import is_title, read_styles
from checker.readers.docx.telling import PICTURES, no_words, tell
from checker.readers.docx.words import Reader
from checker.readers.docx.xml import Element, HasDoctype, NotXml, TooDeep, parse, value, w
from checker.readers.formats import shown

MAX_BYTES = 200_000_000
"""What all parts together may unpack to."""
MAX_PARTS = 5_000
_AGAIN = "Fetch it again, or save it afresh in Word."
_TITLE = re.compile(r"Title:\s*(.*\S)", re.DOTALL)
_GOES_ON = re.compile(r"\b(to|of|on|for|the|and|by)$", re.IGNORECASE)
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def read_docx(raw: bytes, path: str, *, max_bytes: int = MAX_BYTES, max_parts: int = MAX_PARTS) -> Document:
    """Return the document in a Word file; raise Refused where it cannot be read. `path` is for messages."""
    package = open_package(raw, path, max_bytes, max_parts)
    return _Reading(package, path).document()


class _Reading:
    """Reads one package."""

    def __init__(self, package: Package, path: str) -> None:
        self._package = package
        self._path = path

    def document(self) -> Document:
        body = self._body()
        styles = read_styles(self._part("word/styles.xml"))
        self._gatherer = Gatherer(styles, Numbering(self._part("word/numbering.xml"), styles))
        self._reader = Reader(styles, body)
        self._gatherer.story(body, self._reader, {p: f"p:{i}" for i, p in enumerate(body.iter(w("p")))})
        found = self._gatherer.found
        self._read_notes(found)
        comments = list(self._comments(found))
        paragraphs = place(found.lines)
        if not paragraphs:
            refuse(self._path, "NO-TEXT", *no_words(found.unread, sum(1 for _ in body.iter(*PICTURES))))
        told = tell(self._package.names, self._part("word/_rels/settings.xml.rels"), found, self._reader.instructions)
        return Document("docx", paragraphs, title=_title(found.lines), told=told, asides=_asides(found, comments))

    def _body(self) -> Element:
        root = self._part("word/document.xml" if "word/document.xml" in self._package.parts else self._main())
        if root is None:
            refuse(self._path, "NOT-DOCX", "the file has no word/document.xml.", "Save it as .docx in Word.")
        body = root.find(w("body"))
        if body is None:
            refuse(self._path, "DAMAGED", "word/document.xml has no body.", _AGAIN)
        return body

    def _main(self) -> str:
        """Return the name of the main part where it is not the usual one."""
        relations = self._part("_rels/.rels")
        for relation in () if relations is None else relations:
            if relation.get("Type", "").endswith("/officeDocument"):
                return str(relation.get("Target", "")).lstrip("/").lower()
        return ""

    def _part(self, name: str) -> Element | None:
        raw = self._package.parts.get(name)
        if raw is None:
            return None
        try:
            return parse(raw)
        except HasDoctype:
            refuse_doctype(self._path, name)
        except TooDeep:
            refuse(self._path, "TOO-DEEP", f"{name} stands too deep in itself.", _AGAIN)
        except NotXml as error:
            refuse(self._path, "DAMAGED", f"{name} is not whole: {error}.", _AGAIN)

    def _read_notes(self, found: Gathered) -> None:
        """Read the footnotes and endnotes that are referred to, in the order they are."""
        settings = self._part("word/settings.xml") if found.notes else None
        for kind, name, usual in (("fn", "footnote", "decimal"), ("en", "endnote", "lowerRoman")):
            wanted: dict[str, int] = {}
            for note, host in found.notes:
                if note.startswith(kind):
                    wanted.setdefault(note, host)
            root = self._part(f"word/{name}s.xml") if wanted else None
            if root is None:
                continue
            form = usual if settings is None else value(settings, f"{name}Pr/{w('numFmt')}") or usual
            reader = Reader(self._gatherer.styles, root)
            notes = {e.get(w("id"), ""): e for e in root.iter(w(name)) if e.get(w("type")) not in _SEPARATORS}
            for count, (note, host) in enumerate(wanted.items(), start=1):
                if (element := notes.get(note[3:])) is not None:
                    self._read_note(element, reader, note, host, shown(count, form))

    def _read_note(self, element: Element, reader: Reader, origin: str, host: int, mark: str) -> None:
        first = len(self._gatherer.found.lines)
        self._gatherer.story(element, reader, dict.fromkeys(element.iter(w("p")), origin), host)
        for line in self._gatherer.found.lines[first:]:
            if line.text:
                line.mark = mark
                return

    def _comments(self, found: Gathered) -> Iterator[tuple[str, int]]:
        """Yield the comments' words and the line each hangs on, -1 where none does."""
        root = self._part("word/comments.xml")
        if root is None:
            return
        reader = Reader(self._gatherer.styles, root)
        for comment in root.iter(w("comment")):
            lines = [reader.read(p, self._gatherer.styles.default).text() for p in comment.iter(w("p"))]
            if words := "\n".join(line for line in lines if line):
                yield words, found.comments.get(comment.get(w("id"), ""), -1)


def _asides(found: Gathered, comments: Sequence[tuple[str, int]]) -> tuple[Aside, ...]:
    """Return what is not the text, each with the ordinal of the paragraph it stands in."""
    ordinals = {-1: 0}
    count = 0
    for index, line in enumerate(found.lines):
        count += bool(line.text)
        ordinals[index] = count if line.text else 0
    asides = [Aside(kind, text, ordinals[index]) for kind, text, index in found.asides if text.strip()]
    return (*asides, *(Aside("comment", text, ordinals[index]) for text, index in comments))


def _title(lines: Sequence[Line]) -> str:
    """Return the title on the page: what says so, else the headings it opens with, else the first heading."""
    shown = [line for line in lines if line.text]
    for line in shown[:10]:
        if named := _TITLE.match(line.text):
            return _short(named.group(1))
    opening = _short(" ".join(_opening(shown)))
    styled = next((line.text for line in shown[:60] if is_title(line.style)), "")
    if opening and styled in opening:
        return opening
    return _short(styled) or opening or _short(next((line.text for line in shown if line.level), ""))


def _opening(lines: Sequence[Line]) -> Iterator[str]:
    """Yield the lines set apart as headings with which a document begins, four at most."""
    before = ""
    for line in lines[:4]:
        if line.printed or line.cell or not (line.bold or line.level):
            return
        if before and line.level and not (is_title(line.style) or _GOES_ON.search(before)):
            return
        yield line.text
        before = line.text


def _short(text: str) -> str:
    return " ".join(text.split())[:400]
