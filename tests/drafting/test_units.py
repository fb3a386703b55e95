"""Sentences, bullets and cells with what surrounds them."""

from __future__ import annotations

from checker.base.match import find
from checker.drafting.units import Unit, units
from checker.model.document import Document
from checker.model.paragraph import Paragraph
from tests.drafting.papers import paper, table

REPORT = paper(
    "Future of the Canal Street depot",
    "# Benefits",
    ("3.1", "3.1 The depot is old. The new one will be better."),
    ("3.2", "The move will:"),
    ("3.2", "\u2022 cut the cost of repairs", "bullet"),
    ("3.2", "(b) shorten journeys"),
    "# Risks",
    ("4.1", "There are three."),
)


def the(words: str, document: Document = REPORT) -> Unit:
    (one,) = [unit for unit in units(document) if unit.text == words]
    return one


def test_each_sentence_is_a_unit_at_the_place_of_its_paragraph() -> None:
    """A paragraph of two sentences gives two units, both with its number, and the printed number is no part of them."""
    assert ["The depot is old.", "The new one will be better."] == [u.text for u in units(REPORT) if u.at == "3.1"]
    assert (1, 2) == (the("The new one will be better.").within, the("The new one will be better.").of)


def test_a_unit_knows_its_heading() -> None:
    """A sentence stands under the heading before it, not under the next."""
    assert "Benefits" == the("The depot is old.").heading
    assert "Risks" == the("There are three.").heading
    assert "" == the("Future of the Canal Street depot").heading


def test_headings_of_less_weight_stand_under_those_of_more() -> None:
    """A sentence under a lesser heading is under the greater one too."""
    document = Document(
        "docx",
        (
            Paragraph(1, "", "Implications", part="heading", level=1),
            Paragraph(2, "", "Legal", part="heading", level=2),
            Paragraph(3, "5.1", "There are none."),
        ),
    )
    assert ("Implications", "Legal") == the("There are none.", document).path


def test_a_list_item_knows_what_led_into_the_list() -> None:
    """A bullet and a lettered item carry the sentence before the list, and not their own mark."""
    assert "The move will:" == the("cut the cost of repairs").lead_in
    assert "The move will:" == the("shorten journeys").lead_in
    assert "" == the("There are three.").lead_in


def test_a_cell_knows_its_row_and_column() -> None:
    """A cell of a table carries the heads of its row and of its column."""
    one = the("Cheaper to run", table(["Option", "For"], ["New depot", "Cheaper to run"]))
    assert ("New depot", "For") == (one.row, one.column)


def test_a_sum_owed_keeps_its_sign() -> None:
    """A minus sign before a sum is no bullet."""
    assert "-\u00a3101.3m" == units(paper("-\u00a3101.3m"))[0].text


def test_units_are_word_for_word_in_their_paragraphs() -> None:
    """What a unit says stands in its paragraph, however the lines were broken."""
    broken = paper(("2.1", "The re-\nopened  hall is\nwell used. It pays \u2013\nmore or less \u2013 for itself."))
    assert all(find(unit.text, unit.paragraph.text) for unit in (*units(broken), *units(REPORT)))


def test_white_space_and_bare_marks_are_no_units() -> None:
    """A paragraph without a letter or a figure has no unit."""
    assert () == units(paper("\u2022", " \u2013 ", "***"))
