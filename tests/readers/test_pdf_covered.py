"""Words in a PDF that a box over or under them hides, and all that lies about words and hides none."""

from __future__ import annotations

import pytest

from checker.readers.pdf import read_pdf
from tests.readers.pdf_making import SENTENCE, drawn, lines, picture, stream

NAME = "Ada Example"
BEFORE, AFTER = "The post of", "at the Canal Street depot will end in May."
PASSAGE = lines(f"{BEFORE} {NAME} {AFTER}", y=700)
PASSAGE_IN_PARTS = f"BT /F1 11 Tf 72 700 Td ({BEFORE} ) Tj ({NAME}) Tj ( {AFTER}) Tj ET"
BOX = "132.5 696 63 14 re"
"""Over the name and nothing else."""
OUTLINE = "132.5 696 m 195.5 696 l 195.5 710 l 132.5 710 l h"
TOLD = "2 words are covered by what is drawn over them; they are not read as text."
GRAPHICS = (
    "/Font << /F1 3 0 R >> /ExtGState << /Mark << /BM /Multiply >> /Pale << /ca 0.4 >> >> "
    "/Pattern << /Hatch 6 0 R >> /XObject << /Stamp 7 0 R /Pale 8 0 R /Im1 9 0 R >>"
)
HATCH = stream(b"0 g 0 0 2 2 re f", more="/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 6 6] /XStep 6 /YStep 6")
STAMP = stream(b"0 g 0 0 63 7 re f", more="/Subtype /Form /BBox [0 0 63 7]")
PALE = stream(b"0 g 0 0 63 7 re f", more="/Subtype /Form /BBox [0 0 63 7] /Group << /S /Transparency >>")


def page(orders: str, more: str = "") -> bytes:
    """Return a PDF with a page before the one that is drawn so."""
    objects = [HATCH, STAMP, PALE, picture()[1]]
    return drawn(orders, page=f"/Resources << {GRAPHICS} >> {more}", more=objects)


def text(pdf: bytes) -> str:
    """Return the words of a PDF in one line."""
    return " ".join(" ".join(paragraph.text for paragraph in read_pdf(pdf, "report.pdf").paragraphs).split())


@pytest.mark.parametrize(
    "orders",
    [
        f"0 g {BOX} f",
        f"1 g {BOX} f",
        f"0.3 0.3 0.3 rg 1 w {BOX} B",
        f"0 g {OUTLINE} f",
        "q 63 0 0 14 132.5 696 cm 0 g 0 0 1 1 re f Q",
        f"q {BOX} W n 0 g 0 0 595 842 re f Q",
        "q 1 0 0 2 132.5 696 cm /Stamp Do Q",
        f"0 g {BOX} f 1 g {lines('withheld', x=140, y=700, size=9)}",
        "0 g 132.5 696 40 14 re f 170 696 26 14 re f 132.5 696 35 14 re f 160 696 35.5 14 re f",
    ],
)
def test_words_under_a_box_drawn_later_are_not_the_text(orders: str) -> None:
    """A name that a box was drawn over is left out; where and how much is told, and not the name."""
    document = read_pdf(page(PASSAGE + orders), "report.pdf")
    assert not any("Ada" in paragraph.text or "Example" in paragraph.text for paragraph in document.paragraphs)
    assert [("INVISIBLE", TOLD, 1)] == [(told.code, told.what, told.page) for told in document.told]
    assert [("hidden", NAME)] == [(aside.kind, aside.text) for aside in document.asides]


@pytest.mark.parametrize(
    "orders",
    [
        f"0.9 g {BOX} f {PASSAGE}",
        f"q 595 0 0 842 0 0 cm /Im1 Do Q {PASSAGE}",
        f"{PASSAGE} q /Mark gs 1 1 0 rg {BOX} f Q",
        f"{PASSAGE} q /Pale gs 1 1 0 rg {BOX} f Q",
        f"{PASSAGE} q 1 0 0 2 132.5 696 cm /Pale Do Q",
        f"{PASSAGE} q /Pattern cs /Hatch scn {BOX} f Q",
        f"{PASSAGE} 1 w {BOX} S {OUTLINE} S",
        f"{PASSAGE} 0 g 132.5 701.5 63 5.2 re f 132.5 692 63 8.5 re f",
        f"{PASSAGE} 0 g 139 690 8 30 re f",
        f"{PASSAGE} q 72 600 400 14 re W n 0 g 0 0 595 842 re f Q",
        f"{PASSAGE} q 72 600 m 300 900 l 500 600 l h W n 0 g 0 0 595 842 re f Q",
        f"{PASSAGE} 0 g 132.5 696 m 195.5 710 l 195.5 696 l 132.5 710 l h f",
        f"{PASSAGE} 0 g 132.5 696 m 195.5 696 l 164 720 l h f",
        f"{PASSAGE} 0 g 60 690 2 30 re 480 690 2 30 re 60 690 420 2 re f",
        f"{PASSAGE} q 0.7 0.7 -0.7 0.7 150 600 cm 0 g 0 0 90 90 re f Q",
        f"{PASSAGE} 0.9 g {BOX} f {PASSAGE}",
    ],
)
def test_words_that_are_seen_stay_the_text(orders: str) -> None:
    """What was drawn before words, lets them through, frames, underlines or strikes them out does not hide them."""
    document = read_pdf(page(orders), "report.pdf")
    assert [f"{BEFORE} {NAME} {AFTER}"] == [paragraph.text for paragraph in document.paragraphs]
    assert ((), ()) == (document.told, document.asides)


def test_the_shaded_rows_of_a_table_are_read() -> None:
    """Each row's ground is drawn after the words of the row above and before its own."""
    rows = "".join(
        f"0.9 g 66 {y - 4} 460 {14} re f 0 g {lines(f'Row {y} costs', y=y)}{lines(f'£{y},000 a year', x=320, y=y)}"
        for y in range(700, 560, -14)
    )
    document = read_pdf(page(rows), "report.pdf")
    assert () == document.told
    assert all(f"£{y},000 a year" in text(page(rows)) for y in range(700, 560, -14))


@pytest.mark.parametrize("turn", ["/Rotate 90", "/Rotate 180", "/MediaBox [100 100 695 942]"])
def test_however_a_page_lies_what_is_covered_is_found(turn: str) -> None:
    """A page that is turned, or whose corner is elsewhere, is looked at alike."""
    document = read_pdf(page(f"{PASSAGE} 0 g {BOX} f", turn), "report.pdf")
    assert [("INVISIBLE", TOLD)] == [(told.code, told.what) for told in document.told]


def test_a_line_covered_from_end_to_end_leaves_the_lines_round_it() -> None:
    """Where a whole line is covered, the lines above and below are read; one word is told as one."""
    document = read_pdf(page(lines(SENTENCE, "Withheld", SENTENCE) + "0 g 66 742 460 13 re f"), "report.pdf")
    assert f"{SENTENCE} {SENTENCE}" == " ".join(paragraph.text for paragraph in document.paragraphs).replace("\n", " ")
    assert ["1 word is covered by what is drawn over it; it is not read as text."] == [t.what for t in document.told]


def test_words_of_a_scan_under_a_box_are_not_the_text() -> None:
    """Words that a machine recognised are covered as printed ones are."""
    show, _ = picture()
    words = f"BT 3 Tr /F1 11 Tf 72 700 Td ({BEFORE} {NAME} {AFTER}) Tj ET"
    document = read_pdf(page(f"{show} {words} 0 g {BOX} f"), "report.pdf")
    assert f"{BEFORE} {AFTER}" == text(page(f"{show} {words} 0 g {BOX} f"))
    assert ["INVISIBLE", "OCR"] == [told.code for told in document.told]


@pytest.mark.parametrize(
    ("look", "flags", "told"),
    [
        ("1 w 0 g 0.5 0.5 62 13 re B", "", [TOLD]),
        ("0 g 0 0 63 14 re f", "/F 4 /Contents (Withheld)", [TOLD]),
        ("0 g 0 0 63 14 re f", "/F 2", []),
        ("0 g 0 0 63 14 re f", "/F 32", []),
        ("/Pale gs 0 g 0 0 63 14 re f", "", []),
        ("1 w 0.5 0.5 62 13 re S", "", []),
        ("0 g 0 0 63 2 re f", "", []),
    ],
)
def test_a_box_put_on_the_page_as_a_comment_hides_as_one_drawn_on_it(look: str, flags: str, told: list[str]) -> None:
    """A black box of a viewer's drawing tool covers words; a frame, a tint, a line or one not shown does not."""
    drawing = stream(look.encode(), more=f"/Subtype /Form /BBox [0 0 63 14] /Resources << {GRAPHICS} >>")
    square = f"<< /Type /Annot /Subtype /Square /Rect [132.5 696 195.5 710] /AP << /N 10 0 R >> {flags} >>"
    objects = [HATCH, STAMP, PALE, picture()[1], drawing]
    pdf = drawn(PASSAGE, page=f"/Resources << {GRAPHICS} >> /Annots [{square}]", more=objects)
    assert told == [one.what for one in read_pdf(pdf, "report.pdf").told]
    assert bool(told) == (NAME not in text(pdf))


FRAME = "0 g 60 690 475 24 re 62 692 471 20 re f*"


@pytest.mark.parametrize(
    "orders",
    [
        f"0 g {BOX} f {PASSAGE_IN_PARTS}",
        f"0.1 0.1 0.1 rg {OUTLINE} f 0 g {PASSAGE_IN_PARTS}",
        f"1 g 0 0 595 842 re f 0 g q {BOX} W n 0 0 595 842 re f Q {PASSAGE_IN_PARTS}",
    ],
)
def test_black_words_on_a_black_box_are_not_the_text(orders: str) -> None:
    """A name marked black in a word processor is in the file and not seen: it is counted, and not printed."""
    document = read_pdf(page(orders), "report.pdf")
    assert f"{BEFORE} {AFTER}" == text(page(orders))
    assert ["2 words are black on black; they are not read as text."] == [told.what for told in document.told]
    assert [("hidden", NAME)] == [(aside.kind, aside.text) for aside in document.asides]


@pytest.mark.parametrize(
    "orders",
    [
        f"0 g {BOX} f {PASSAGE_IN_PARTS}".replace(f"({NAME}) Tj", f"1 g ({NAME}) Tj 0 g"),
        f"0.6 g {BOX} f 0 g {PASSAGE_IN_PARTS}",
        f"0 g {BOX} f 1 1 0 rg {BOX} f 0 g {PASSAGE_IN_PARTS}",
        f"0 g {BOX} f q 63 0 0 14 132.5 696 cm /Im1 Do Q {PASSAGE_IN_PARTS}",
        f"q /Pale gs 0 g {BOX} f Q {PASSAGE_IN_PARTS}",
        f"{FRAME} {PASSAGE_IN_PARTS}",
        f"0 g 132.5 696 m 195.5 696 l 195.5 697 l 133.5 697 l 133.5 710 l 132.5 710 l f {PASSAGE_IN_PARTS}",
        f"0 g 132.5 696 63 7 re f {PASSAGE_IN_PARTS}",
    ],
)
def test_words_on_a_box_that_shows_them_are_the_text(orders: str) -> None:
    """White words on black, black ones on grey or colour, within a frame or half on an edge are read."""
    document = read_pdf(page(orders), "report.pdf")
    assert f"{BEFORE} {NAME} {AFTER}" == text(page(orders))
    assert () == document.asides
