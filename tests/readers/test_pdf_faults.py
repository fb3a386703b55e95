"""What a PDF that is damaged, locked, hostile or misleading is answered with, case by case."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.base.faults import Refused
from checker.base.match import find
from checker.model.document import Document
from checker.readers.pdf import read_pdf
from tests.readers.pdf_making import (
    SENTENCE,
    assembled,
    drawn,
    lines,
    locked,
    rewritten,
    scan,
    stream,
    typeset,
    updated,
)

OTHER = "Residents were asked about it in the autumn of last year."
HOSTILE_PAGES = [
    [b"<< /Type /Pages /Count 1 /Kids [2 0 R] >>"],
    [b"<< /Type /Pages /Count 3 /Kids [3 0 R] >>", b"<< /Type /Pages /Count 3 /Kids [2 0 R 3 0 R] >>"],
]


def read(pdf: bytes) -> Document:
    """Read a PDF under the name of a report."""
    return read_pdf(pdf, "report.pdf")


def refusal(pdf: bytes) -> str:
    """Return how a PDF is refused."""
    with pytest.raises(Refused) as refused:
        read(pdf)
    return str(refused.value)


def codes(document: Document) -> list[tuple[str, int]]:
    """Return what was told about a file, with the pages."""
    return [(told.code, told.page) for told in document.told]


def holds(document: Document, words: str) -> bool:
    """Tell whether the text of a document holds a quotation."""
    return any(find(words, paragraph.text) for paragraph in document.paragraphs)


def garbled(text: str) -> str:
    """Return a text with each letter put in another's place, as a font without a table of its letters gives it."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    return text.casefold().translate(str.maketrans(letters, "qxjzvkwbygfpmucldrhsnioate"))


def test_s01_an_empty_file() -> None:
    """A file without a byte is refused as empty."""
    assert "report.pdf: error EMPTY-FILE: the file holds no bytes. Fetch it again." == refusal(b"")


@pytest.mark.parametrize("password", ["wexcombe", "\u00e9t\u00e9"])
def test_s02_s30_a_file_with_a_password(password: str) -> None:
    """S02, S30: a locked file is refused as locked, however strong its lock; no quotation is said to be missing."""
    assert "error PDF-LOCKED: it needs a password" in refusal(locked(drawn(lines(SENTENCE)), password))


def test_a_file_locked_against_printing_only_is_read() -> None:
    """A lock that lets everybody read does not matter."""
    assert holds(read(locked(drawn(lines(SENTENCE)), "")), SENTENCE)


def test_s04_pages_that_are_pictures() -> None:
    """Pictures of text are refused as unread, with what to do."""
    assert "error NO-TEXT: its 3 pages are pictures. Ask for the original" in refusal(scan(3))


def test_pages_with_nothing_on_them_are_refused_as_unread() -> None:
    """Blank pages hold no quotation and no answer to whether one is right."""
    assert "error NO-TEXT: no words on its 2 pages, 0 of them pictures." in refusal(drawn("", ""))


def test_a_stamped_page_number_does_not_make_a_picture_readable() -> None:
    """A scan in an agenda pack that carries the pack's page numbers is still a scan."""
    assert "NO-TEXT" in refusal(scan(2, stamp="Page 9"))


def test_words_recognised_by_a_scanner_are_read_and_told() -> None:
    """An unseen layer of words over a scan is its text; a person is told that a machine made it."""
    document = read(scan(2, with_text=SENTENCE))
    assert holds(document, SENTENCE)
    assert [("OCR", 1)] == codes(document)


def test_s05_one_page_without_text_is_named() -> None:
    """A page without words among others is named."""
    document = read(drawn(lines(SENTENCE), "", lines(OTHER)))
    assert [("NO-TEXT", 2)] == codes(document)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_s06_a_download_cut_short(share: float) -> None:
    """A file that ends before its index is refused, with the bytes that came."""
    pdf = drawn(*[lines(SENTENCE)] * 9)
    end = int(len(pdf) * share)
    assert f"error DAMAGED: ends after {end:,} bytes" in refusal(pdf[:end])


def test_s06_a_download_cut_short_that_says_how_long_it_was(tmp_path: Path) -> None:
    """Where the file says its length, the answer says how much is missing."""
    pdf = rewritten(typeset(SENTENCE * 200), tmp_path, "--linearize")
    end = len(pdf) // 2
    assert f"error DAMAGED: ends after {end:,} of {len(pdf):,} bytes" in refusal(pdf[:end])


@pytest.mark.parametrize("missing", [8, 30])
@pytest.mark.parametrize("make", [lambda: drawn(lines(SENTENCE)), lambda: typeset(SENTENCE)])
def test_s07_the_last_bytes_gone(make, missing: int) -> None:  # type: ignore[no-untyped-def]
    """A file without its last bytes is read, never silently."""
    document = read(make()[:-missing])
    assert holds(document, SENTENCE)
    assert [("REPAIRED", 0)] == codes(document)


def test_an_index_that_stands_elsewhere_is_told() -> None:
    """A file whose parts had to be found one by one says so."""
    pdf = drawn(lines(SENTENCE))
    start = pdf.rfind(b"startxref")
    document = read(pdf[:start] + b"startxref\n77\n%%EOF\n")
    assert holds(document, SENTENCE)
    assert [("REPAIRED", 0)] == codes(document)


def test_s08_a_mail_header_before_the_file() -> None:
    """Bytes before the PDF are ignored, and counted."""
    document = read(b"From: clerk@wexcombe.example\r\n" * 100 + drawn(lines(SENTENCE)))
    assert holds(document, SENTENCE)
    assert [("LEADING", 0)] == codes(document)
    assert "3,000 bytes stand before the PDF" in document.told[0].what


def test_s10_an_index_that_points_at_itself() -> None:
    """A loop in the index is told and ends."""
    pdf = drawn(lines(SENTENCE))
    start = pdf.rfind(b"startxref")
    index = int(pdf[start + 9 :].split()[0])
    document = read(pdf.replace(b"/Root 1 0 R ", b"/Root 1 0 R /Prev %d " % index))
    assert holds(document, SENTENCE)
    assert "a loop" in document.told[0].what


@pytest.mark.parametrize("tree", HOSTILE_PAGES)
def test_s11_a_page_tree_that_holds_itself(tree: list[bytes]) -> None:
    """A loop in the page tree is refused as damage."""
    pdf = assembled([b"<< /Type /Catalog /Pages 2 0 R >>", *tree])
    assert "error DAMAGED: page 1 cannot be read: the page tree is broken or loops." in refusal(pdf)


def test_s13_a_page_that_unpacks_too_far() -> None:
    """A page of half a gigabyte in half a megabyte is refused before it is opened, and named."""
    pdf = drawn(lines(SENTENCE).encode() + b" " * 2**27, packed=True)
    assert "error TOO-BIG: page 1 unpacks past 75 MB; it was not opened." in refusal(pdf)


@pytest.mark.parametrize("filters", ["[/FlateDecode /FlateDecode]", "[ /Fl /Fl ]", "[/#46lateDecode/FlateDecode]"])
def test_s14_a_page_packed_twice(filters: str) -> None:
    """Each layer is counted while it is unpacked, however its packing is written."""
    data = zlib.compress(zlib.compress(b" " * 2**27, 9), 9)
    body = f"<< /Length {len(data)} /Filter {filters} >>\nstream\n".encode() + data + b"\nendstream"
    assert "error TOO-BIG" in refusal(drawn(lines(SENTENCE), more=[body]))


def test_a_length_that_hides_the_size_is_not_believed() -> None:
    """A stream is counted to its end, whatever it says of itself."""
    data = zlib.compress(b" " * 2**27, 9)
    body = b"<< /Length 12 /Filter /FlateDecode >>\nstream\n" + data + b"\nendstream"
    assert "error TOO-BIG" in refusal(drawn(lines(SENTENCE), more=[body]))


def test_s15_lists_nested_beyond_measure() -> None:
    """A hundred thousand lists in one another are told, and the page is read."""
    document = read(drawn(lines(SENTENCE), catalog="/Deep " + "[" * 100_000 + "]" * 100_000))
    assert holds(document, SENTENCE)
    assert [("TOO-DEEP", 0)] == codes(document)


def test_lists_nested_beyond_measure_in_a_page() -> None:
    """The same inside a page's drawing orders does no harm."""
    assert holds(read(drawn("[" * 100_000 + "]" * 100_000 + " TJ " + lines(SENTENCE))), SENTENCE)


def test_s16_a_book_of_two_thousand_pages() -> None:
    """A quotation near the end of a long book has its page."""
    pages = [lines(f"Item {page} is put at £{page * 7}.") for page in range(1, 1999)]
    document = read(drawn(*pages, lines(SENTENCE), lines("The end.")))
    assert [1999] == [one.page for one in document.paragraphs if find(SENTENCE, one.text)]


def test_more_pages_than_the_limit_are_refused() -> None:
    """Beyond five thousand pages a file is refused with the count."""
    kids = b" ".join([b"3 0 R"] * 5001)
    tree = b"<< /Type /Pages /Count 5001 /Kids [%s] >>" % kids
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    pdf = assembled([b"<< /Type /Catalog /Pages 2 0 R >>", tree, page])
    assert "error TOO-BIG: it has 5,001 pages, the limit is 5,000." in refusal(pdf)


@pytest.mark.parametrize(
    ("catalog", "what"),
    [
        ("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", "script"),
        ("/AA << /WC << /S /Launch /F (run.exe) >> >>", "launch"),
        ("/OpenAction << /S /J#61vaScript /JS 9 0 R >>", "script"),
    ],
)
def test_s17_actions_are_told_and_not_run(catalog: str, what: str) -> None:
    """A script or a program to start is reported, however its name is written."""
    document = read(drawn(lines(SENTENCE), catalog=catalog))
    assert holds(document, SENTENCE)
    assert [("ACTIVE", 0)] == codes(document)
    assert what in document.told[0].what


def test_s17_actions_in_packed_objects_are_told(tmp_path: Path) -> None:
    """A script is reported too where the file's objects are packed."""
    pdf = drawn(lines(SENTENCE), catalog="/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>")
    assert [("ACTIVE", 0)] == codes(read(rewritten(pdf, tmp_path, "--object-streams=generate")))


def test_s18_a_link_is_no_action() -> None:
    """An ordinary link is not reported, and nothing of it is text."""
    link = b"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://wexcombe.example/) >> >>"
    document = read(drawn(lines(SENTENCE), page="/Annots [6 0 R]", more=[link]))
    assert ((), ()) == (document.told, document.asides)


def test_s19_words_in_a_sticky_note_are_not_the_text() -> None:
    """What is only in an annotation is told apart from the text."""
    note = f"<< /Type /Annot /Subtype /Text /Rect [9 9 30 30] /Contents ({SENTENCE}) >>".encode()
    document = read(drawn(lines(OTHER), page="/Annots [6 0 R]", more=[note]))
    assert not holds(document, SENTENCE)
    assert [("annotation", SENTENCE)] == [(aside.kind, aside.text) for aside in document.asides]


@pytest.mark.parametrize(
    ("orders", "why"),
    [
        ("1 g " + lines(SENTENCE, y=600), "White on white"),
        ("1 1 1 rg " + lines(SENTENCE, y=600), "White on white"),
        ("0 0 0 0 k " + lines(SENTENCE, y=600), "White on white"),
        ("3 Tr " + lines(SENTENCE, y=600), "Text drawn without ink"),
        (lines(SENTENCE, y=600, size=0.5), "Letters smaller than one point"),
    ],
)
def test_s21_words_that_nobody_sees(orders: str, why: str) -> None:
    """Unseen words are told with their page, kept apart, and are not the text."""
    document = read(drawn(lines(OTHER), lines(OTHER) + orders))
    assert not holds(document, SENTENCE)
    assert [("INVISIBLE", 2)] == codes(document)
    assert document.told[0].what.startswith(why)
    assert [("hidden", SENTENCE)] == [(aside.kind, aside.text) for aside in document.asides]


def test_white_words_on_a_coloured_ground_are_seen() -> None:
    """The white heading of a coloured box is text like any other."""
    document = read(drawn(lines(OTHER) + "0 0.2 0.5 rg 60 590 450 30 re f 1 g " + lines(SENTENCE, y=600)))
    assert holds(document, SENTENCE)
    assert [] == codes(document)


def test_s22_words_outside_the_sheet() -> None:
    """Words that lie beside the sheet are told, and are not the text."""
    document = read(drawn(lines(OTHER) + lines(SENTENCE, x=700)))
    assert not holds(document, SENTENCE)
    assert [("OUTSIDE", 1)] == codes(document)
    assert [("outside", SENTENCE)] == [(aside.kind, aside.text) for aside in document.asides]


def test_a_sheet_whose_corner_is_not_at_nought_is_read() -> None:
    """Where the sheet's corner lies does not matter: words on it are text."""
    document = read(drawn(lines(SENTENCE, x=1072, y=1500), page="/MediaBox [1000 1000 1595 1842]"))
    assert holds(document, SENTENCE)
    assert [] == codes(document)


@pytest.mark.parametrize("text", [SENTENCE, f"{SENTENCE} {OTHER} " * 4])
def test_s26_words_that_look_right_and_read_as_nonsense(text: str) -> None:
    """A text layer that is nonsense is refused, with the same advice as a picture."""
    said = refusal(drawn(lines(*[garbled(text[i : i + 70]) for i in range(0, len(text), 70)])))
    assert "error GIBBERISH: the text layer is unreadable" in said
    assert "have the words recognised (OCR)" in said


def test_s26_one_page_of_nonsense_is_named() -> None:
    """Where one page of several is nonsense, the others are read."""
    document = read(drawn(lines(SENTENCE, OTHER), lines(garbled(SENTENCE), garbled(OTHER)), lines(OTHER)))
    assert [("GIBBERISH", 2)] == codes(document)


@pytest.mark.parametrize(
    "text",
    [
        "2014/15 2015/16 Total 23,794 127,097 150,891 3,269 15,131 18,399 797 1,647 850 2,450 2,500",
        "Ff\u00f4n Llanfair Bryn Hafod Caerwen Tremadog Penmaenmawr Aberglaslyn Llanystumdwy Rhosgadfan",
        "Mae'r Cyngor yn bwriadu cau'r depo yn Stryd y Gamlas yn y gwanwyn os ceir safle arall",
    ],
)
def test_tables_names_and_welsh_are_not_taken_for_nonsense(text: str) -> None:
    """Figures, names and Welsh are readable."""
    assert holds(read(drawn(lines(text))), text)


def test_s27_an_update_that_changed_a_word() -> None:
    """The newest words count; the earlier ones are told and kept beside the paragraph."""
    before, after = lines(SENTENCE.replace("may", "will"), OTHER), lines(SENTENCE, OTHER)
    document = read(updated(drawn(lines(OTHER), before), 7, stream(after.encode())))
    assert holds(document, SENTENCE)
    assert [("REVISED", 2)] == codes(document)
    assert [("earlier", SENTENCE.replace("may", "will"), 2)] == [(a.kind, a.text, a.ordinal) for a in document.asides]


def test_an_update_that_changed_no_word_is_no_revision() -> None:
    """A signature or a note added later does not change what the paper says."""
    document = read(updated(drawn(lines(SENTENCE)), 3, b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"))
    assert [] == codes(document)


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (
            b"<!DOCTYPE html><html><head><title>Sign\n in</title></head><body>Please sign in</body></html>",
            'an HTML page under the name of a PDF (title "Sign in")',
        ),
        (b"\r\n<html><body>Moved</body></html>", "an HTML page under the name of a PDF."),
        (b"PK\x03\x04 word/document.xml", "a DOCX under the name of a PDF"),
        (b"PK\x03\x04 mimetype", "a zip archive, not a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file, not a PDF"),
        (b"Minutes of the executive", "it is not a PDF"),
    ],
)
def test_s67_s74_something_else_under_the_name_of_a_pdf(raw: bytes, what: str) -> None:
    """S67, S74: the answer says what the file is."""
    said = refusal(raw)
    assert "error WRONG-KIND: " in said
    assert what in said


REPORT = typeset("= 1. Depot\n\n1.1 " + SENTENCE + "\n\n#table(columns: 2, [Cost], [£212,500])\n\n- one\n- two")


@given(st.integers(0, len(REPORT)), st.integers(0, 400), st.binary(max_size=40))
@settings(derandomize=True, deadline=None, max_examples=150)
def test_any_damage_ends_in_a_document_or_a_refusal(start: int, gone: int, put: bytes) -> None:
    """Whatever bytes are lost or changed on the way, the answer is a reading or a reason."""
    pdf = REPORT[:start] + put + REPORT[start + gone :]
    assert answer(pdf) in {"read", "DAMAGED", "NO-TEXT", "GIBBERISH", "WRONG-KIND", "PDF-LOCKED", "EMPTY-FILE"}


def answer(pdf: bytes) -> str:
    """Return "read", or the code with which a PDF is refused."""
    try:
        return "read" if read(pdf).paragraphs else "nothing"
    except Refused as refused:
        return refused.faults[0].code


def test_a_page_whose_packed_words_are_damaged_is_named() -> None:
    """Where a page cannot be unpacked to its end, it is said that words of it may be missing."""
    pdf = drawn(lines(SENTENCE), lines(*[OTHER] * 30), packed=True)
    at = pdf.find(b"stream\n", pdf.find(b"7 0 obj")) + 60
    document = read(pdf[:at] + b"\x00\xff" + pdf[at + 2 :])
    assert ("DAMAGED", 2) in codes(document)
