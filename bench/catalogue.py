"""Every row of the catalogue of bad sources, through the one way in: the answer, the time, the memory.

The files are made here by the makers of the tests. Each is read as `checker verify` reads it, its
quotation held against it, and the answer set beside the codes that the row allows. Nothing is fetched.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from checker.base.faults import Refused
from checker.engine.verification import Original, check_quotation
from checker.model.document import Document
from checker.readers import read
from tests.readers.docx_making import contents, deleted, document, inserted, p, r, zipped
from tests.readers.pdf_making import assembled, drawn, lines, locked, scan, stream, updated

WORDS = "The depot may close in the spring"
TEXT = f"3.1 {WORDS} of next year, and staff will not stay."
ARABIC, HEBREW = "سيغلق المستودع في الربيع", "המחסן ייסגר באביב"
MB = 1 << 20


class Row(NamedTuple):
    """A bad file, and the answers that the catalogue allows."""

    row: str
    name: str
    make: Callable[[], bytes]
    allowed: str
    """Codes, or `found`; several are parted by a stroke, and all of those joined by a plus are needed."""
    words: str = WORDS


def _page(body: str, charset: str = "utf-8") -> bytes:
    return f'<html><head><meta charset="{charset}"><title>Sign in</title></head><body>{body}</body></html>'.encode()


def _pdf() -> bytes:
    return drawn(lines(TEXT))


def _docx(*runs: str) -> bytes:
    return document(p(*(runs or (r(TEXT),))))


def _with(name: str, data: bytes) -> bytes:
    return zipped(contents(p(r(TEXT))) | {name: data})


def _with_type(doctype: str, name: str = "word/document.xml") -> bytes:
    return _with(name, f'<?xml version="1.0"?><!DOCTYPE a [{doctype}]><a>&b;</a>'.encode())


def _packed_twice() -> bytes:
    packing = zlib.compressobj()
    once = b"".join(packing.compress(b" " * MB) for _ in range(2048)) + packing.flush()
    return drawn(lines(TEXT), more=[stream(zlib.compress(once), more="/Filter [/FlateDecode /FlateDecode]")])


def _bomb(name: str = "word/document.xml") -> bytes:
    target = io.BytesIO(_docx() if name != "word/document.xml" else zipped({"[Content_Types].xml": b"x"}))
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as part:
        for _ in range(512):
            part.write(b" " * MB)
    return target.getvalue()


def _zip(*names: str) -> bytes:
    return zipped(dict.fromkeys(names, b"x"))


ODT = [("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<a/>")]
BILLION = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">'
DEEP = "[" * 100_000 + "]" * 100_000
SCRIPT = "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /AA << /WC << /S /Launch /F (x) >> >>"
NOTE = f"<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents ({WORDS}) >>".encode()
LINK = b"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://127.0.0.1:9/) >> >>"
OLD, NEW = lines(TEXT), lines(TEXT.replace("may", "will"))

ROWS = (
    *(Row("S01", f"a.{kind}", lambda: b"", "EMPTY-FILE") for kind in ("pdf", "docx", "html", "txt")),
    Row("S02", "a.pdf", lambda: locked(_pdf()), "PDF-LOCKED"),
    Row("S04", "a.pdf", lambda: scan(3), "NO-TEXT"),
    Row("S05", "a.pdf", lambda: drawn(lines(TEXT), "", lines("The end.")), "NO-TEXT+found"),
    Row("S06", "a.pdf", lambda: _pdf()[:500], "DAMAGED"),
    Row("S07", "a.pdf", lambda: _pdf()[:-30], "REPAIRED+found|DAMAGED"),
    Row("S08", "a.pdf", lambda: b"From: clerk@wexcombe.example\r\n" * 75 + _pdf(), "LEADING+found"),
    Row("S10", "a.pdf", lambda: _pdf().replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % _pdf().rfind(b"xref\n0")), "REPAIRED+found"),
    Row("S11", "a.pdf", lambda: assembled([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [2 0 R] >>"]), "DAMAGED"),
    Row("S13", "a.pdf", lambda: drawn(OLD.encode() + b" " * (512 * MB), packed=True), "TOO-BIG"),
    Row("S14", "a.pdf", _packed_twice, "TOO-BIG"),
    Row("S15", "a.pdf", lambda: drawn(OLD, catalog=f"/Deep {DEEP}"), "TOO-DEEP+found"),
    Row("S16", "a.pdf", lambda: drawn(*[lines(f"Item {n}") for n in range(1998)], OLD, lines("The end.")), "found"),
    Row("S17", "a.pdf", lambda: drawn(OLD, catalog=SCRIPT), "ACTIVE+found"),
    Row("S18", "a.pdf", lambda: drawn(OLD, page="/Annots [6 0 R]", more=[LINK]), "found"),
    Row("S19", "a.pdf", lambda: drawn(lines("3.1 Staff stay."), page="/Annots [6 0 R]", more=[NOTE]), "not_found"),
    Row("S21", "a.pdf", lambda: drawn(lines("3.1 Staff stay.") + "1 g " + lines(WORDS, y=600)), "INVISIBLE+found"),
    Row("S22", "a.pdf", lambda: drawn(lines("3.1 Staff stay.") + lines(WORDS, x=900)), "OUTSIDE+not_found"),
    Row("S26", "a.pdf", lambda: drawn(lines(*["qxjz vkwb ygfp mucl drhs nioa teqx jzvk wbyg fpmu"] * 12)), "GIBBERISH"),
    Row("S27", "a.pdf", lambda: updated(drawn(OLD), 5, stream(NEW.encode())), "REVISED+found", "The depot will close in the spring"),
    Row("S30", "a.pdf", lambda: locked(_pdf(), "\u00e9t\u00e9"), "PDF-LOCKED"),
    Row("S31", "a.docx", _bomb, "TOO-BIG"),
    Row("S32", "a.docx", lambda: _bomb("word/media/unused.bin"), "TOO-BIG"),
    Row("S34", "a.docx", lambda: zipped(contents(p(r(TEXT))) | {f"x/{n}": b"" for n in range(20_000)}), "TOO-MANY"),
    Row("S36", "a.docx", lambda: _with_type(BILLION), "DTD"),
    Row("S37", "a.docx", lambda: _with_type('<!ENTITY b SYSTEM "file:///etc/hostname">'), "DTD"),
    Row("S38", "a.docx", lambda: _with_type('<!ENTITY b SYSTEM "http://127.0.0.1:9/">'), "DTD"),
    Row("S40", "a.docx", lambda: _with_type(BILLION, "customXml/item1.xml"), "DTD"),
    Row("S43", "a.docm", lambda: _with("word/vbaProject.bin", b"x"), "MACROS+found"),
    Row("S43", "a.docx", lambda: _with("word/vbaProject.bin", b"x"), "MACROS+found"),
    Row("S44", "a.docx", lambda: _with("../../evil", b"x"), "PART-NAME"),
    Row("S47", "a.docx", lambda: _zip("word/readme.txt"), "NOT-DOCX"),
    Row("S47", "a.docx", lambda: _zip("readme.txt"), "NOT-DOCX"),
    Row("S48", "a.docx", lambda: bytes(b ^ (n == 400) for n, b in enumerate(_docx())), "DAMAGED"),
    Row("S49", "a.docx", lambda: _docx()[: len(_docx()) // 2], "DAMAGED"),
    Row("S50", "a.docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "NOT-DOCX"),
    Row("S51", "a.docx", lambda: _docx(r("3.1 The depot may "), deleted("not "), r("close in the spring.")), "TRACKED+found"),
    Row("S52", "a.docx", lambda: _docx(r("3.1 The depot "), inserted(r("may close in the spring"))), "TRACKED+found"),
    Row("S53", "a.docx", lambda: document(p(r("3.1 Staff stay.")) + p(r(WORDS, "<w:vanish/>"))), "INVISIBLE+found"),
    Row("S56", "a.docx", lambda: _with("word/document.xml", contents(p(r(TEXT)))["word/document.xml"].decode().replace("UTF-8", "UTF-16").encode("utf-16")), "found"),
    Row("S59", "a.html", lambda: _page(f'<p onclick="x()">{TEXT}</p><script>x()</script>'), "found"),
    Row("S60", "a.html", lambda: _page(f'<p>{TEXT}</p><iframe src="http://127.0.0.1:9/"></iframe>'), "found"),
    Row("S61", "a.html", lambda: _page("<div>" * 200_000), "TOO-DEEP"),
    Row("S62", "a.html", lambda: _page(f"<p>{TEXT} It costs £5.</p>").decode().encode("cp1252"), "ENCODING+found"),
    Row("S63", "a.html", lambda: _page(f"<p>3.1 Staff stay.</p><!-- {WORDS} -->"), "not_found"),
    Row("S64", "a.html", lambda: _page(f"<p>3.1 Staff stay.</p><script>{WORDS}</script>"), "not_found"),
    Row("S65", "a.html", lambda: _page(f'<p>3.1 Staff stay.</p><p style="display:none">{WORDS}</p>'), "INVISIBLE+found"),
    Row("S66", "a.html", lambda: _page("<p>3.1 The <b>depot</b> <a href=x>may</a> close in the spring.</p>"), "found"),
    Row("S67", "a.pdf", lambda: _page("Please sign in"), "WRONG-KIND"),
    Row("S68", "a.txt", lambda: TEXT.encode("utf-16"), "found"),
    Row("S69", "a.txt", lambda: f"{TEXT} It costs £5.".encode("cp1252"), "ENCODING+found"),
    Row("S70", "a.txt", lambda: f"{TEXT} £5 ".encode() + b"\xff or \xfe", "ENCODING"),
    Row("S71", "report.txt", lambda: b"MZ\x90\0" + bytes(range(256)) * 9, "WRONG-KIND"),
    Row("S72", "a.txt", lambda: b"3.1 " + b"The fleet is old. " * 1_100_000, "TOO-LONG|found"),
    Row("S74", "a.pdf", _docx, "WRONG-KIND"),
    Row("S75", "a.rtf", lambda: b"{\\rtf1 Costs}", "KIND"),
    Row("S76", "a.docx", lambda: zipped(ODT), "WRONG-KIND"),
    Row("S77", "a.docx", lambda: _zip("[Content_Types].xml", "xl/workbook.xml"), "WRONG-KIND"),
    Row("S80", "a.txt", f"3.1 {ARABIC}".encode, "found", ARABIC),
    Row("S80", "a.docx", lambda: _docx(r(f"3.1 {ARABIC}")), "found", ARABIC),
    Row("S81", "a.txt", f"3.1 {HEBREW}".encode, "found", HEBREW),
    Row("S81", "a.docx", lambda: _docx(r(f"3.1 {HEBREW}")), "found", HEBREW),
)  # fmt: skip


def answer(path: Path, words: str) -> tuple[str, str]:
    """Return the codes of what is said of a file and its quotation, and the first of it in words."""
    try:
        found: Document = read(path)
    except Refused as refused:
        return " ".join(fault.code for fault in refused.faults), refused.faults[0].what
    places = [paragraph.at for paragraph in found.paragraphs if paragraph.number == "3.1"]
    check = check_quotation(words, places[0] if places else "¶1", Original(found.paragraphs, found.asides, found.kind))
    if check.state == "wrong_place":
        check = check_quotation(words, check.found_at, Original(found.paragraphs, found.asides, found.kind))
    notes = [note for note in check.notes if note[0].isupper()]
    said = [told.what for told in found.told] + ([check.why] if check.why else []) + notes
    codes = [told.code for told in found.told] + [note.split(":")[0] for note in notes]
    return " ".join([*dict.fromkeys(codes), check.state]), said[0] if said else ""


def fits(said: str, allowed: str) -> bool:
    """Tell whether an answer is one of those that a row allows."""
    return any(set(one.split("+")) <= set(said.split()) for one in allowed.split("|"))


def report(folder: Path) -> Iterator[tuple[str, bool]]:
    """Yield a line of a table for each row, and whether its answer is allowed."""
    for row in ROWS:
        path = folder / row.name
        path.write_bytes(row.make())
        begun = time.perf_counter()
        said, words = answer(path, row.words)
        seconds = time.perf_counter() - begun
        good = fits(said, row.allowed)
        mark = "" if good else f"**not {row.allowed}** "
        yield f"| {row.row} | {row.name} | {mark}{said} | {words[:90]} | {seconds:.1f} s |", good


def main() -> int:
    good = True
    print("| row | file | answer | in words | time |\n|---|---|---|---|--:|")
    with tempfile.TemporaryDirectory() as folder:
        for line, allowed in report(Path(folder)):
            print(line, flush=True)
            good = good and allowed
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
