"""What a file is, by its bytes and its name; what is something else is named."""

from __future__ import annotations

import io
import zipfile

import pytest

from checker.base.faults import Refused
from checker.readers.sniff import sniff


def packed(*names: str, first: tuple[str, str] | None = None) -> bytes:
    """Return a zip with files of these names."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in [first] if first else []:
            archive.writestr(name, text)
        for name in names:
            archive.writestr(name, "x")
    return target.getvalue()


DOCX = packed("[Content_Types].xml", "word/document.xml")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
PAGE = b"<!DOCTYPE html><html><head><title>Sign\n in</title></head><body>Please sign in</body></html>"
PROGRAM = b"MZ\x90\0\3\0\0\0" + bytes(range(256))
ODT = packed("content.xml", first=("mimetype", "application/vnd.oasis.opendocument.text"))


@pytest.mark.parametrize(
    ("name", "raw", "kind"),
    [
        ("report.pdf", b"%PDF-1.7\n", "pdf"),
        ("report.PDF", b"\n\n%PDF-1.7\n", "pdf"),
        ("report.pdf", b"From: clerk\r\n" * 300 + b"%PDF-1.7\n", "pdf"),
        ("report", b"%PDF-1.7\n", "pdf"),
        ("report.pdf", bytes(100) + b"\x01\x02", "pdf"),
        ("report.docx", DOCX, "docx"),
        ("report.docm", DOCX, "docx"),
        ("report.docx", packed("readme.txt"), "docx"),
        ("report.docx", bytes(range(32)), "docx"),
        ("page.html", PAGE, "html"),
        ("page.htm", b"<p>Costs fall.", "html"),
        ("page", b"\xef\xbb\xbf <!-- saved --> <HTML>Costs", "html"),
        ("page.html", b"\xff\xfe" + "<html>Costs".encode("utf-16-le"), "html"),
        ("page.xhtml", b'<?xml version="1.0"?>\n<html>', "html"),
        ("minutes.md", b"# Minutes", "markdown"),
        ("minutes.txt", b"3.4 Costs fall.", "text"),
        ("minutes.txt", "3.4 £5m".encode("utf-16"), "text"),
        ("minutes.txt", b"MZ is a code of a plan that runs to many words", "text"),
        ("minutes.txt", b"3.4 A bell\x07 in" + b" many words" * 50, "text"),
        ("minutes", b"3.4 Costs fall.", "text"),
    ],
)
def test_a_file_is_what_its_bytes_and_name_say(name: str, raw: bytes, kind: str) -> None:
    """A file whose bytes and name agree, or whose bytes alone are sure, is of that kind."""
    assert kind == sniff(raw, name)


@pytest.mark.parametrize(
    ("row", "name", "raw", "code", "says"),
    [
        ("S01", "a.pdf", b"", "EMPTY-FILE", "0 bytes"),
        ("S01", "a.docx", b"", "EMPTY-FILE", "0 bytes"),
        ("S01", "a.html", b"", "EMPTY-FILE", "0 bytes"),
        ("S01", "a.txt", b"", "EMPTY-FILE", "0 bytes"),
        ("S01", "a.txt", b" \r\n\t", "EMPTY-FILE", "nothing but space"),
        ("S01", "a.txt", b"\xef\xbb\xbf\r\n", "EMPTY-FILE", "nothing but space"),
        ("S50", "a.docx", OLE, "NOT-DOCX", "an old .doc, or a .docx with a password"),
        ("S50", "a.doc", OLE, "NOT-DOCX", "without a password"),
        ("S67", "a.pdf", PAGE, "WRONG-KIND", 'an HTML page (title "Sign in") named .pdf. Fetch'),
        ("S67", "a.docx", b"<html>Not found", "WRONG-KIND", "an HTML page named .docx"),
        ("S67", "a.txt", PAGE, "WRONG-KIND", "an HTML page"),
        ("S71", "report.txt", PROGRAM, "WRONG-KIND", "a program, not text"),
        ("S71", "report.txt", b"\x7fELF" + bytes(60), "WRONG-KIND", "a program"),
        ("S71", "report.txt", bytes(range(256)), "WRONG-KIND", "not text"),
        ("S71", "report.pdf", PROGRAM, "WRONG-KIND", "a program named .pdf"),
        ("S74", "a.pdf", DOCX, "WRONG-KIND", "a DOCX named .pdf"),
        ("S74", "a.docx", b"%PDF-1.7", "WRONG-KIND", "a PDF named .docx"),
        ("S74", "a.txt", b"%PDF-1.7", "WRONG-KIND", "a PDF named .txt"),
        ("S74", "a.pdf", b"Costs fall.", "WRONG-KIND", "plain text named .pdf"),
        ("S74", "a.docx", b"Costs fall.", "WRONG-KIND", "plain text named .docx"),
        ("S75", "a.rtf", b"{\\rtf1 Costs}", "KIND", "rtf is not supported. Save it as DOCX or PDF"),
        ("S75", "a.doc", b"{\\rtf1 Costs}", "KIND", "rtf is not supported"),
        ("S75", "a.csv", b"a,b\n1,2", "KIND", "csv is not supported"),
        ("S75", "a.odt", ODT, "KIND", "odt is not supported"),
        ("S75", "a.xlsx", packed("xl/workbook.xml"), "KIND", "xlsx is not supported"),
        ("S75", "a.zip", packed("a.txt"), "KIND", "zip is not supported"),
        ("S75", "a.pdf", b"\x89PNG\r\n\x1a\n", "KIND", "a picture (png)"),
        ("S75", "a.jpg", b"\xff\xd8\xff\xe0", "KIND", "a picture (jpeg)"),
        ("S75", "a.html", b"From: <Saved by Blink>\r\n", "KIND", "a web archive (mht)"),
        ("S75", "a.xls", OLE, "KIND", "xls is not supported"),
        ("S75", "a.gz", b"\x1f\x8b\x08", "WRONG-KIND", "an archive"),
        ("S76", "a.docx", ODT, "WRONG-KIND", "an OpenDocument file named .docx. Save"),
        ("S77", "a.docx", packed("xl/workbook.xml"), "WRONG-KIND", "a workbook named .docx"),
        ("S77", "a.docx", packed("ppt/presentation.xml"), "WRONG-KIND", "a presentation named .docx"),
    ],
)
def test_a_file_that_is_something_else_is_refused(row: str, name: str, raw: bytes, code: str, says: str) -> None:
    """A file that is empty, of a kind that is not read, or not what it is called, is refused: what it is, what to do."""
    with pytest.raises(Refused) as refused:
        sniff(raw, name)
    [fault] = refused.value.faults
    assert (row, code, name) == (row, fault.code, fault.path)
    assert says in f"{fault.what} {fault.todo}"
    assert fault.todo


def test_a_title_cannot_command_a_terminal() -> None:
    """A title with control characters is shown in one safe line."""
    with pytest.raises(Refused) as refused:
        sniff(b"<html><title>\x1b[2JOK\n\nerror</title>", "a.pdf")
    [line] = refused.value.lines()
    assert line.isprintable()
