"""The catalogue's rows on text, pages and whole files, each held against a quotation of the report."""

from __future__ import annotations

import socket
import threading
from pathlib import Path

import pytest

from checker.base.faults import Refused
from checker.engine.verification import Original, check_quotation
from checker.model.casefile import Check
from checker.model.document import Document
from checker.readers import read

WORDS = "Moving would save £40,000 a year"
ARABIC, HEBREW = "سيوفر نقل المستودع أربعين ألفا في السنة", "העברת המחסן תחסוך ארבעים אלף בשנה"


def page(body: str, charset: str = "utf-8") -> bytes:
    """Return a web page with that body, which says that it is in that encoding."""
    return f'<html><head><meta charset="{charset}"><title>Depot</title></head><body>{body}</body></html>'.encode()


def looked_up(folder: Path, name: str, raw: bytes, words: str = WORDS) -> tuple[Document, Check]:
    """Return the document in a file of that name, and what verification finds for a quotation of it."""
    (folder / name).write_bytes(raw)
    document = read(folder / name)
    paragraphs = [paragraph for paragraph in document.paragraphs if paragraph.number == "3.1"]
    place = paragraphs[0].at if paragraphs else "¶1"
    return document, check_quotation(words, place, Original(document.paragraphs, document.asides, document.kind))


@pytest.mark.parametrize(
    ("row", "name", "raw", "words"),
    [
        ("S59", "a.html", page(f'<p onclick="rise()">3.1 {WORDS}.</p><script>rise()</script>'), WORDS),
        ("S66", "a.html", page('<p>3.1 <b>Moving</b> would <a href="x">sa<i>ve</i></a> £40,000 a year.</p>'), WORDS),
        ("S66", "a.md", b"3.1 **Moving** would [save](x) \xc2\xa340,000 a year.", WORDS),
        ("S68", "a.txt", f"3.1 {WORDS}.".encode("utf-16"), WORDS),
        ("S68", "a.html", page(f"<p>3.1 {WORDS}.</p>").decode().encode("utf-16"), WORDS),
        ("S80", "a.txt", f"3.1 {ARABIC}.".encode(), ARABIC),
        ("S80", "a.html", page(f'<p dir="rtl">3.1 {ARABIC}.</p>'), ARABIC),
        ("S81", "a.txt", f"3.1 {HEBREW}.".encode(), HEBREW),
        ("S81", "a.md", f"# Depot\n\n3.1 {HEBREW}.".encode(), HEBREW),
    ],
)
def test_controls_are_accepted(row: str, name: str, raw: bytes, words: str, tmp_path: Path) -> None:
    """What is in order is read, and its quotation found."""
    assert "found" == looked_up(tmp_path, name, raw, words)[1].state, row


@pytest.mark.parametrize(
    ("row", "name", "raw", "code", "says"),
    [
        ("S62", "a.html", page("<p>3.1 Moving would save {}40,000 a year.").replace(b"{}", b"\xa3"), "ENCODING",
         "The page says UTF-8, the bytes are Windows-1252"),
        ("S65", "a.html", page(f'<p>3.1 Costs fall.</p><p style="display:none">{WORDS}.</p>'), "INVISIBLE", "display:none"),
        ("S68", "a.txt", f"3.1 {WORDS}.".encode("utf-16"), "ENCODING", "UTF-16"),
        ("S69", "a.txt", f"3.1 {WORDS}.".encode("cp1252"), "ENCODING", "Windows-1252 (pound signs"),
        ("S69", "a.md", f"3.1 {WORDS}.".encode("cp1252"), "ENCODING", "Windows-1252 (pound signs"),
    ],
)  # fmt: skip
def test_what_is_doubtful_is_told(row: str, name: str, raw: bytes, code: str, says: str, tmp_path: Path) -> None:
    """What can be read and is not as it should be is told, and the quotation found."""
    document, check = looked_up(tmp_path, name, raw)
    assert [(code, True)] == [(told.code, says in told.what) for told in document.told], row
    assert "found" == check.state


@pytest.mark.parametrize(
    ("row", "body", "why"),
    [
        ("S63", f"<p>3.1 Costs fall.</p><!-- {WORDS} -->", "only in an HTML comment"),
        ("S64", f"<p>3.1 Costs fall.</p><script>{WORDS}</script>", "only in a script"),
    ],
)
def test_words_that_are_no_text(row: str, body: str, why: str, tmp_path: Path) -> None:
    """Words that no reader of the page sees are not found, with the reason."""
    _, check = looked_up(tmp_path, "a.html", page(body))
    assert ("not_found", True) == (check.state, why in check.why), row


@pytest.mark.parametrize(
    ("row", "name", "raw", "code", "says"),
    [
        ("S61", "a.html", page("<div>" * 200_000), "TOO-DEEP", "nested deeper than 500"),
        (
            "S70",
            "a.txt",
            f"3.1 {WORDS} ".encode() + b"\xff and \xfe",
            "ENCODING",
            "0xFF at offset 38, 0xFE at offset 44",
        ),
        ("S70", "a.md", f"3.1 {WORDS} ".encode() + b"\xff and \xfe", "ENCODING", "nothing is guessed"),
    ],
)
def test_what_cannot_be_read_is_refused(row: str, name: str, raw: bytes, code: str, says: str, tmp_path: Path) -> None:
    """What cannot be read is refused, and never called not found."""
    with pytest.raises(Refused) as refused:
        looked_up(tmp_path, name, raw)
    assert [(code, True)] == [(fault.code, says in fault.what) for fault in refused.value.faults], row


def test_nothing_is_fetched(tmp_path: Path) -> None:
    """S60: frames, pictures, style sheets and refreshes are never fetched: nobody calls."""
    calls: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(None)
        threading.Thread(target=lambda: calls.append(server.accept()), daemon=True).start()
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"
        body = f"""<p>3.1 {WORDS}.</p><img src="{url}"><iframe src="{url}"></iframe><link rel=stylesheet href="{url}">
        <meta http-equiv=refresh content="0;url={url}"><style>@import "{url}";</style><script src="{url}"></script>"""
        assert "found" == looked_up(tmp_path, "a.html", page(body))[1].state
        assert [] == calls


def test_a_whole_report_on_one_line(tmp_path: Path) -> None:
    """A report saved as one long line is one paragraph, and the quotation at its end is found."""
    raw = b"3.1 " + b"The fleet is old. " * 20_000 + WORDS.encode() + b"."
    document, check = looked_up(tmp_path, "a.txt", raw)
    assert (1, "found") == (len(document.paragraphs), check.state)


@pytest.mark.parametrize(("name", "mark"), [("a.txt", b""), ("a.md", b"# "), ("a.html", b"<p>")])
def test_megabytes_on_one_line(name: str, mark: bytes, tmp_path: Path) -> None:
    """S72: megabytes without an end of a line are refused with their length and the limit."""
    with pytest.raises(Refused, match=r"TOO-LONG: 3\.1 has 1,800,.* limit 1,000,000"):
        looked_up(tmp_path, name, mark + b"3.1 " + b"The fleet is old. " * 100_000 + WORDS.encode())
