"""Word documents in named styles, in British English, dated by the assessment."""

from __future__ import annotations

import io

import docx
from docx.oxml.ns import qn

from checker.reporters.commitments.document import Document, clean
from tests.reporters.commitments.case import TODAY, depot


def made(access: str = "public") -> docx.document.Document:
    document = Document("A title", depot(), access)
    document.heading("Part")
    document.table(("a", "b"), [("1", "2\n3")], (30, 70), "Two columns")
    return docx.Document(io.BytesIO(document.bytes(depot())))


def test_it_is_dated_by_the_assessment() -> None:
    """The file says the day of the assessment, not the day it was made, and names nobody."""
    properties = made().core_properties
    assert (TODAY, "A title", "checker") == (properties.created.date(), properties.title, properties.author)


def test_a_table_repeats_its_heading_and_keeps_rows_whole() -> None:
    """The heading of a table is marked as one, rows are not broken over pages, and the table has a title."""
    table = made().tables[0]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert "Two columns" == table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_headings_are_headings() -> None:
    """A reader's software finds the title and the headings by their styles."""
    styles = [paragraph.style.name for paragraph in made().paragraphs if paragraph.text]
    assert ["Title", "Heading 1"] == styles[:2]


def test_who_may_read_it_stands_on_every_page() -> None:
    """What is not public says so in the header and the footer of the page."""
    section = made("confidential").sections[0]
    said = {section.header.paragraphs[0].text, section.footer.paragraphs[0].text}
    assert {"CONFIDENTIAL: not for publication"} == said
    assert "" == made().sections[0].header.paragraphs[0].text


def test_what_xml_cannot_hold_is_left_out() -> None:
    """A character that XML cannot hold is left out, and all others stay."""
    assert "a\tb\nŵ完" == clean("a\tb\n\x00\x1bŵ\ufffe完\ud800")
