"""Which printed number is the place of which paragraph of a Word file (design 4)."""

from __future__ import annotations

from checker.readers.docx import read_docx
from tests.readers.docx_making import abstract, document, level, num, p, r, style, table

SENTENCE = "The council will review the leisure centre, its costs and what it brings, before the summer."
STYLES = (
    style("H1", "heading 1", paragraph='<w:outlineLvl w:val="0"/>')
    + style("H2", "heading 2", paragraph='<w:outlineLvl w:val="1"/>')
    + style("Template", "Council Paragraph", based="H2")
)
LISTS = (
    abstract(0, level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"), level(3, "(%4)", "lowerRoman"))
    + abstract(1, level(0, "%1."), level(1, "%2.", "lowerLetter"))
    + abstract(2, level(0, "•", "bullet"))
    + abstract(3, level(0, "%1.", "upperLetter"))
    + abstract(4, level(0, "%1)", "lowerLetter"))
    + abstract(5, level(0, "Annex %1", "upperLetter"), level(1, "%1%2.", more="<w:isLgl/>"), level(2, "%1.%3"))
    + "".join(num(i + 1, i) for i in range(6))
)
DOTTED, PLAIN, BULLETS, LETTERS, BRACKETS, ANNEXES = range(1, 7)


def section(words: str) -> str:
    """Return a section's title with the next whole number of the main list."""
    return p(words, style="H1", num=(DOTTED, 0))


def places(body: str) -> list[tuple[str, str, str]]:
    """Return number, part and printed mark of each paragraph."""
    found = read_docx(document(body, styles=STYLES, numbering=LISTS), "report.docx")
    return [(q.number, q.part, q.printed) for q in found.paragraphs]


def numbers(body: str) -> list[str]:
    """Return the number of each paragraph."""
    return [number for number, _, _ in places(body)]


def test_a_dotted_number_is_the_place_of_what_follows() -> None:
    """Text and bullets without a number take the one before; before any there is none."""
    body = (
        p(SENTENCE)
        + section("Aims")
        + p(SENTENCE, num=(DOTTED, 1))
        + p(SENTENCE)
        + p("one", num=(BULLETS, 0))
        + p(SENTENCE, num=(DOTTED, 1))
    )
    assert [
        ("", "text", ""),
        ("1", "heading", "1."),
        ("1.1", "text", "1.1"),
        ("1.1", "text", ""),
        ("1.1", "bullet", "•"),
        ("1.2", "text", "1.2"),
    ] == places(body)


def test_text_below_a_section_takes_the_sections_number() -> None:
    """Where no paragraph of a section is numbered, the section's number is the place."""
    assert ["1", "1", "2", "2"] == numbers(section("Aims") + p(SENTENCE) + section("Costs") + p(SENTENCE))


def test_letters_in_brackets_are_parts_of_the_number_before() -> None:
    """ "(b)" under 1.1 is 1.1(b), "(i)" under that is 1.1(b)(i); the next letter leaves the roman behind."""
    body = section("Aims") + p(SENTENCE, num=(DOTTED, 1))
    body += "".join(p("point", num=(DOTTED, depth)) for depth in (2, 2, 3, 3, 2)) + p(SENTENCE, num=(DOTTED, 1))
    assert ["1", "1.1", "1.1(a)", "1.1(b)", "1.1(b)(i)", "1.1(b)(ii)", "1.1(c)", "1.2"] == numbers(body)
    assert ("1.1(b)", "text", "(b)") == places(body)[3]


def test_letters_with_one_bracket_are_parts_too() -> None:
    """ "a)" is "(a)", counted or typed, also where nothing is numbered before it."""
    body = p("one", num=(BRACKETS, 0)) + section("Aims") + p("two", num=(BRACKETS, 0)) + p("c) three") + p("(d) four")
    assert ["(a)", "1", "1(b)", "1(c)", "1(d)"] == numbers(body)


def test_letters_with_a_full_stop_only_count_points() -> None:
    """ "b." under a number is a point of a list: it takes the number before."""
    body = section("Aims") + p(SENTENCE, num=(DOTTED, 1)) + p("one", num=(PLAIN, 1)) + p("two", num=(PLAIN, 1))
    assert [("1.1", "bullet", "a."), ("1.1", "bullet", "b.")] == places(body)[2:]


def test_plain_numbers_in_a_paper_with_dotted_ones_only_count_points() -> None:
    """A list 1. 2. 3. below 1.1 counts points; the place stays 1.1."""
    body = section("Aims") + p(SENTENCE, num=(DOTTED, 1)) + p(SENTENCE, num=(PLAIN, 0)) + p("two", num=(PLAIN, 0))
    body += p(SENTENCE) + section("Costs") + p(SENTENCE, num=(DOTTED, 1))
    assert ["1", "1.1", "1.1", "1.1", "1.1", "2", "2.1"] == numbers(body)
    assert ("1.1", "bullet", "2.") == places(body)[3]


def test_plain_numbers_that_run_through_a_paper_are_places() -> None:
    """Paragraphs counted 1 to 4 under several headings are numbered paragraphs."""
    body = p("Aims", style="H1") + p(SENTENCE, num=(PLAIN, 0)) + p("more", num=(BULLETS, 0))
    body += p("Costs", style="H1") + p(SENTENCE, num=(PLAIN, 0)) + p("point", num=(PLAIN, 1)) + p(SENTENCE)
    assert ["", "1", "1", "1", "2", "2", "2"] == numbers(body)


def test_plain_numbers_of_a_letter_are_places() -> None:
    """Where there are no headings, a list that holds most of the text numbers its paragraphs."""
    assert ["", "1", "2", "2"] == numbers(p("Dear leader") + p(SENTENCE, num=(PLAIN, 0)) * 2 + p(SENTENCE))


def test_plain_numbers_in_one_section_only_count_points() -> None:
    """A list of options in one section of a paper without numbers gives nobody a place."""
    options = p("Close the centre.", num=(PLAIN, 0)) + p("Keep it.", num=(PLAIN, 0))
    body = p("Aims", style="H1") + options + p(SENTENCE) + p("Costs", style="H1") + p(SENTENCE)
    assert [""] * 6 == numbers(body)
    titles = (
        p("Options", style="H1") + p("Close it", style="H2", num=(PLAIN, 0)) + p("Keep it", style="H2", num=(PLAIN, 0))
    )
    assert [""] * 5 == numbers(titles + p("Close it", style="H2") + p(SENTENCE))


def test_numbers_that_were_typed() -> None:
    """Typed numbers are read as in plain text; sections are those that go on from the one before."""
    body = (
        p("1.\tAims")
        + p(f"1.1\t{SENTENCE}")
        + p("2. \tCosts")
        + p(SENTENCE)
        + p(f"1. {SENTENCE}")
        + p("3.\tRisks and what is done about them")
        + p(f"3.1. {SENTENCE}")
        + p(f"2.5 million people, says {SENTENCE}")
    )
    assert ["1", "1.1", "2", "2", "2", "3", "3.1", "3.1"] == numbers(body)
    assert ["heading", "text", "heading"] == [part for _, part, _ in places(body)][:3]


def test_typed_and_counted_numbers_in_one_paper() -> None:
    """Writers mix both; the places go on from one to the other."""
    body = section("Aims") + p(f"1.1\t{SENTENCE}") + p("Costs", num=(DOTTED, 0)) + p(SENTENCE, num=(DOTTED, 1))
    assert [("1", "heading"), ("1.1", "text"), ("2", "heading"), ("2.1", "text")] == [
        (number, part) for number, part, _ in places(body)
    ]


def test_a_paragraph_in_a_headings_style_is_text() -> None:
    """Templates build numbered paragraphs on heading styles: a sentence with a number is text with a place."""
    assert [("1.1", "text", "1.1")] == places(p(SENTENCE, style="Template", num=(DOTTED, 1)))
    assert [("1.1", "heading", "1.1")] == places(p("Options", style="H2", num=(DOTTED, 1)))


def test_letters_before_a_heading_are_its_number() -> None:
    """A heading "A." is section A for what stands below it without a number."""
    assert ["A", "A", "B"] == numbers(
        p("Aims", style="H1", num=(LETTERS, 0)) + p(SENTENCE) + p("Costs", style="H1", num=(LETTERS, 0))
    )


def test_an_annex_begins_without_a_number() -> None:
    """What stands in an annex does not belong to the last paragraph of the report."""
    body = section("Aims") + p(SENTENCE, num=(DOTTED, 1)) + p("Annex: the figures", style="H1") + p(SENTENCE)
    assert ["1", "1.1", "", ""] == numbers(body)


def test_a_numbered_annex() -> None:
    """An annex and its paragraphs have the numbers that are printed."""
    body = p("The figures", style="H1", num=(ANNEXES, 0)) + p(SENTENCE) + p(SENTENCE, num=(ANNEXES, 2))
    assert ["Annex A", "Annex A", "A.1"] == numbers(body)


def test_cells_take_the_number_before_their_table() -> None:
    """Figures in a table are no places."""
    body = (
        section("Aims") + p(SENTENCE, num=(DOTTED, 1)) + table(["2.1 a year", "4.5"], ["1. one", "(a)"]) + p(SENTENCE)
    )
    assert ["1.1"] * 5 == numbers(body)[2:]


def test_a_table_that_holds_the_paragraphs() -> None:
    """Minutes laid out as a table: the number in the first cell of a row is the place of the row."""
    body = table(["Item", "Minute"], ["3.4", SENTENCE], ["3.5.", SENTENCE]) + p(SENTENCE)
    assert ["", "", "3.4", "3.4", "3.5", "3.5", "3.5"] == numbers(body)


def test_a_table_whose_numbers_are_counted() -> None:
    """The number before an empty first cell is the place of its row."""
    row = [p(num=(DOTTED, 1)), SENTENCE]
    assert ["1.1", "1.2"] == numbers(table(row, row))


def test_a_text_box_takes_the_number_of_its_paragraph() -> None:
    """Words beside the text move no number on."""
    box = f"<w:r><w:pict><w:txbxContent>{p('9.9 ' + SENTENCE)}</w:txbxContent></w:pict></w:r>"
    body = section("Aims") + p(SENTENCE, box, num=(DOTTED, 1)) + p(SENTENCE)
    assert ["1", "1.1", "1.1", "1.1"] == numbers(body)


def test_bold_titles_with_typed_numbers() -> None:
    """A short bold line with a plain number is a section, also where no number has a dot."""
    body = p(r("1. The strategy", "<w:b/>")) + p(SENTENCE) + p(r("2. The parties", "<w:b/>")) + p(SENTENCE)
    assert [("1", "heading"), ("1", "text"), ("2", "heading"), ("2", "text")] == [
        (number, part) for number, part, _ in places(body)
    ]


def test_a_number_alone_is_no_place() -> None:
    """A number alone on its line is an agenda item."""
    assert ["", ""] == numbers(p("3.4") + p(SENTENCE))
