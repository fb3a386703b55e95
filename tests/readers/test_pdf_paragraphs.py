"""What a PDF's paragraphs are, and which place each has."""

from __future__ import annotations

import pytest

from checker.base.match import find
from checker.model.document import Document
from checker.model.paragraph import Paragraph
from checker.readers.pdf import read_pdf
from tests.readers.pdf_making import drawn, lines, slantwise, typeset

BODY = "The depot serves 41,300 households in the borough and stores salt for the roads in winter. "
HEADED = (
    "#set page(header: [Wexcombe Borough Council #h(1fr) Executive],"
    " footer: context [Report of the Head of Streets #h(1fr) Page #counter(page).display() of 3])\n"
)


def read(pdf: bytes) -> Document:
    """Read a PDF under the name of a report."""
    return read_pdf(pdf, "report.pdf")


def paragraph(document: Document, words: str) -> Paragraph:
    """Return the one paragraph that holds these words."""
    (found,) = [one for one in document.paragraphs if find(words, one.text)]
    return found


@pytest.fixture(scope="module")
def report() -> Document:
    """A report of the usual shape."""
    return read(
        typeset(
            "Subject: Future of the Canal Street depot\n\n"
            "Summary: this paper asks the executive to choose a site.\n\n"
            "= 1. Background\n\n"
            f"1.1 #h(12pt) {BODY}\n\n"
            "- repairs of lorries;\n  - of the older kind;\n- storage of salt.\n\n"
            "Most of the yard is full.\n\n"
            "1.2 #h(12pt) Staff were asked whether paragraph\n1.1 is right.\n\n"
            "(a) those at the depot;\n\n"
            "(b) those elsewhere.\n\n"
            "Costs rose by 2.5% in a year.\n\n"
            "= 2. Options\n\n"
            "The option is to move.\n\n"
            "= Appendix A\n\n"
            "A survey was held in May.\n"
        )
    )


@pytest.mark.parametrize(
    ("words", "number", "part"),
    [
        ("this paper asks the executive", "", "text"),
        ("Background", "1", "heading"),
        ("The depot serves 41,300 households", "1.1", "text"),
        ("repairs of lorries", "1.1", "bullet"),
        ("Most of the yard is full", "1.1", "text"),
        ("Staff were asked whether paragraph 1.1 is right", "1.2", "text"),
        ("those at the depot", "1.2(a)", "text"),
        ("those elsewhere", "1.2(b)", "text"),
        ("Costs rose by 2.5% in a year", "1.2(b)", "text"),
        ("The option is to move", "2", "text"),
        ("A survey was held in May", "", "text"),
    ],
)
def test_a_paragraph_has_the_printed_number_that_holds_for_it(
    report: Document, words: str, number: str, part: str
) -> None:
    """A paragraph takes its own printed number, else the one before it; an appendix begins without one."""
    found = paragraph(report, words)
    assert (number, part) == (found.number, found.part)


def test_what_is_printed_before_a_paragraph_is_kept_apart_too(report: Document) -> None:
    """The mark before a paragraph can be shown as it is printed."""
    printed = [one.printed for one in report.paragraphs if one.printed]
    assert ["1.", "1.1", "•", "‣", "•", "1.2", "(a)", "(b)", "2."] == printed


def test_a_bullet_says_how_deep_it_is_nested(report: Document) -> None:
    """An item of a list within a list is told from an item of the list."""
    assert [1, 2, 1] == [one.level for one in report.paragraphs if one.part == "bullet"]


def test_paragraphs_are_counted_from_one_without_a_gap(report: Document) -> None:
    """The ordinals are those that ¶n counts."""
    assert list(range(1, len(report.paragraphs) + 1)) == [one.ordinal for one in report.paragraphs]


def test_the_subject_of_a_report_is_its_title(report: Document) -> None:
    """The title is what the paper itself gives as its subject."""
    assert "Future of the Canal Street depot" == report.title


def test_the_first_heading_is_the_title_where_no_subject_is_stated() -> None:
    """A paper without a line for its subject is called by its largest heading."""
    document = read(typeset("Wexcombe Borough Council\n\n= Strategy for salt\n\n== Summary\n\n" + BODY))
    assert "Strategy for salt" == document.title


def test_a_paragraph_that_runs_over_a_page_is_one_and_names_both_pages() -> None:
    """S25: running heads and feet between the two halves of a paragraph do not part it."""
    document = read(typeset(HEADED + "3.1 " + BODY * 60 + "\n\n3.2 The end."))
    first = paragraph(document, "The depot serves 41,300 households in the borough and stores salt")
    assert (1, 2, "3.1") == (first.page, first.last_page, first.number)
    assert 60 == len(find("salt for the roads in winter", first.text))


def test_running_heads_feet_and_page_numbers_are_no_text() -> None:
    """What is printed on every page belongs to the pages."""
    document = read(typeset(HEADED + ("3.1 " + BODY * 3 + "\n\n") * 18))
    assert 2 <= document.pages
    assert [] == [one.text for one in document.paragraphs if "Wexcombe" in one.text or "Page" in one.text]


def test_lines_at_the_top_of_pages_that_differ_in_more_than_the_page_number_are_kept() -> None:
    """A page of a budget book is not taken for a running head because its neighbours look alike."""
    document = read(drawn(*[lines(f"Line {7 * page} of the book costs £{page * 113} in all.") for page in range(1, 9)]))
    assert 8 == len(document.paragraphs)
    assert 8 == paragraph(document, "Line 56 of the book").page


def test_a_page_number_alone_is_dropped() -> None:
    """A number at the foot of the only page is not a paragraph."""
    document = read(drawn(lines("The depot closes.") + lines("- 12 -", x=290, y=30)))
    assert ["The depot closes."] == [one.text for one in document.paragraphs]


def test_a_number_alone_on_its_line_is_no_paragraph_number() -> None:
    """An item of an agenda numbers no paragraph."""
    document = read(drawn(lines("7", y=740) + lines("The executive met at ten.", y=700)))
    assert "" == paragraph(document, "The executive met").number


def test_a_date_at_the_start_of_a_line_numbers_nothing() -> None:
    """A letter's date is not its first paragraph number."""
    document = read(drawn(lines("28 January 2026") + lines("Dear Clerk", y=700) + lines("We write again.", y=660)))
    assert {""} == {one.number for one in document.paragraphs}


@pytest.mark.parametrize(
    "source",
    [
        "2.2 Smoking is at 14.9% and two in five deaths of those under\\ 75 are held to be preventable.",
        "2.2 The depot at Canal Street stands by the long and winding road that is\\ M5 to all who live near it.",
        "2.2 By exempting small holders, the borough takes up the third option\\ 4 and spares the traders of the old market.",
    ],
)
def test_a_number_in_a_sentence_at_the_start_of_a_line_parts_nothing(source: str) -> None:
    """A line that happens to begin with a number and goes on in small letters belongs to its sentence."""
    (one,) = read(typeset(source)).paragraphs
    assert one.number == "2.2"


def test_items_with_plain_numbers_are_items() -> None:
    """Numbers without a point still begin an item behind a full stop, and before a capital."""
    document = read(drawn(lines("1 close the depot by May.", "2 sell the yard", "3 Report back to the board")))
    assert len(document.paragraphs) == 3


def test_items_of_minutes_number_their_resolutions() -> None:
    """Paragraph 2 under item 80 of the minutes is 80(2)."""
    document = read(
        typeset(
            "= 80. Budget\n\n1. #h(9pt) The officer introduced it.\n\n2. #h(9pt) RESOLVED that it be noted.\n\n"
            "= 81. Depot\n\n1. #h(9pt) The report was received."
        ).replace(b"\r", b"\r")
    )
    assert "80(2)" == paragraph(document, "RESOLVED that it be noted").number
    assert "81(1)" == paragraph(document, "The report was received").number


def test_questions_of_an_equality_form_are_no_paragraph_numbers() -> None:
    """The numbers on the form belong to the form."""
    document = read(
        typeset("= Equality impact assessment\n\n*19. Impact on age*\n\nNone is expected.\n\n1.\\) Training.")
    )
    assert {""} == {one.number for one in document.paragraphs}


def test_a_report_that_mentions_an_equality_assessment_early_keeps_its_numbers() -> None:
    """A recommendation to note the equality impact assessment does not make the report an equality form."""
    document = read(
        typeset(
            "= Future of the depot\n\n1.1 The executive is asked to close it.\n\n"
            "1.2 Note the equality impact assessment."
        )
    )
    assert ["", "1.1", "1.2"] == [one.number for one in document.paragraphs]


def test_a_section_without_a_full_stop_is_one_where_its_paragraphs_say_so() -> None:
    """The bold line "2 Options" between 1.2 and 2.1 begins section 2; "3 Mill Lane" does not, without a 3.1."""
    document = read(
        typeset(
            f"= 1 Background\n\n1.1 {BODY}\n\n1.2 {BODY}\n\n= 2 Options\n\nThere are several.\n\n"
            f"2.1 {BODY}\n\n= 3 Mill Lane\n\nIt is old."
        )
    )
    assert "2" == paragraph(document, "There are several").number
    assert "2.1" == paragraph(document, "It is old").number


@pytest.mark.parametrize("turn", ["", "0 1 -1 0 842 0 cm\n"])
def test_bullets_that_a_browser_draws(turn: str) -> None:
    """A page printed from a browser has dots, not characters, before the items of its lists."""
    items = "".join(
        lines(words, x=90, y=700 - 14 * i) + f"78 {702 - 14 * i} 4 4 re f\n"
        for i, words in enumerate(["repairs of lorries", "storage of salt", "offices"])
    )
    document = read(drawn(turn + lines("The depot is there for") + items))
    assert [("text", ""), *[("bullet", "\u2022")] * 3] == [(one.part, one.printed) for one in document.paragraphs]
    assert "storage of salt" == document.paragraphs[2].text


def test_a_bracket_that_closes_at_the_head_of_a_line_is_no_letter() -> None:
    """Where "(Option" ends a line, the "B)" that opens the next one goes on with the sentence."""
    text = lines("1.3 Most of those who answered preferred the other site for the depot (Option", "B) and few did not.")
    (one,) = read(drawn(text)).paragraphs
    assert ("1.3", True) == (one.number, one.text.endswith("few did not."))


def test_footnotes_of_two_columns_are_read_one_column_after_the_other() -> None:
    """The lines of notes that stand side by side at the foot of a page do not mix."""
    body = [
        "The depot may close in the spring of",
        "next year if the council finds a site",
        "for its lorries and for the workshop,",
    ] * 3
    columns = [
        lines(*body, x=x)
        + lines(
            f"{note} Report of the head of streets, see",
            "also its appendix on costs of the move.",
            x=x,
            y=140,
            size=8,
            lead=10,
        )
        for x, note in ((72, "1"), (310, "2"))
    ]
    notes = [one for one in read(drawn("".join(columns))).paragraphs if one.part == "note"]
    assert ["1", "2"] == [one.printed for one in notes]
    assert {"Report of the head of streets, see\nalso its appendix on costs of the move."} == {
        one.text for one in notes
    }


def test_letters_go_on_in_the_next_column() -> None:
    """Where a column ends after (a), the (b) at the head of the next belongs to the same paragraph."""
    document = read(
        typeset(
            f"#set page(columns: 2, height: 280pt)\n= 1. Depot\n\n1.1 {BODY * 2}\n\n(a) {BODY}\n\n(b) {BODY}\n\n1.2 {BODY}"
        )
    )
    assert ["1", "1.1", "1.1(a)", "1.1(b)", "1.2"] == [one.number for one in document.paragraphs]


def test_a_paragraph_set_in_runs_over_columns_and_pages() -> None:
    """The rest of a paragraph at the head of a column is one with it, also where a line begins with a name."""
    body = "the Depot Manager of Canal Street told the Borough Council that Salt for Roads is kept in Mill Lane and Harbour Road with all Lorries "
    each = f"#h(6pt) {body * 5} there.\n\n"
    document = read(
        typeset(
            "#set page(columns: 2, height: 330pt)\n#set par(hanging-indent: 24pt)\n"
            f"1.1 {each} 1.2 {each} 1.3 {each} 1.4 {each}"
        )
    )
    assert ["1.1", "1.2", "1.3", "1.4"] == [one.number for one in document.paragraphs]


def test_the_number_in_the_first_cell_is_the_place_of_the_row() -> None:
    """A report laid out as a table has its places; figures in a table within a paragraph are none."""
    row = (
        "[1.1], [The depot serves 41,300 households in the borough.], [1.2], [It stores salt for the roads in winter.]"
    )
    figures = "[1.4], [Salt for the roads of the whole borough], [1.9], [Repairs of lorries and of other vehicles]"
    document = read(
        typeset(
            f"#table(columns: (4cm, 9cm), {row})\n\n1.3 Costs in £m are below.\n\n"
            f"2.1 They follow.\n\n#table(columns: (4cm, 9cm), {figures})"
        )
    )
    assert "1.1" == paragraph(document, "serves 41,300 households").number
    assert "1.2" == paragraph(document, "It stores salt").number
    assert "2.1" == paragraph(document, "Salt for the roads of the whole borough").number


@pytest.mark.parametrize("degrees", [35, 45, 55, 90])
@pytest.mark.parametrize("first", [False, True])
def test_a_watermark_is_no_part_of_the_text(degrees: int, first: bool) -> None:
    """Whichever way DRAFT runs over the page, and whether drawn under the text or over it, the text is read whole."""
    text = lines("1.1 The depot may close in the spring of next year if the council finds another site", y=500)
    text += lines("for its lorries and its workshop.", y=486)
    mark = slantwise("DRAFT", degrees, x=30)
    document = read(drawn(mark + text if first else text + mark))
    (one,) = document.paragraphs
    assert ("1.1", True) == (one.number, one.text.endswith("workshop."))
    assert [("ACROSS", 1)] == [(told.code, told.page) for told in document.told]
    assert [("across", "DRAFT")] == [(aside.kind, aside.text) for aside in document.asides]


@pytest.mark.parametrize("across", [False, True])
def test_a_sentence_runs_down_its_own_column(across: bool) -> None:
    """S84: whichever way a page in two columns was drawn, no line runs on across the gutter."""
    left = [
        "The depot at Canal Street may close",
        "in the spring of next year if the",
        "council finds a site for its lorries",
        "and its workshop, which is not yet",
        "certain and will be reported later.",
    ]
    right = [
        "Residents were asked in the autumn",
        "and most of them wished for longer",
        "opening hours at weekends, and for",
        "a place to bring large items by car",
        "without booking a week in advance.",
    ]
    rows = [
        lines(one, y=760 - 14 * i) + lines(other, x=320, y=760 - 14 * i)
        for i, (one, other) in enumerate(zip(left, right, strict=True))
    ]
    document = read(drawn("".join(rows) if across else lines(*left) + lines(*right, x=320)))
    assert [" ".join(left), " ".join(right)] == [" ".join(one.text.split()) for one in document.paragraphs]


def test_a_sentence_goes_on_from_one_column_to_the_next() -> None:
    """The foot of a column and the head of the next are one paragraph where the sentence is not ended."""
    document = read(
        typeset(
            "#columns(2)[" + BODY.replace(". ", ", and ") * 26 + "so on.]",
            head="#set page(width: 595pt, height: 500pt, margin: 60pt)\n",
        )
    )
    assert 1 == len(document.paragraphs)


def test_cells_of_a_table_stand_for_themselves() -> None:
    """Words of neighbouring cells never make one sentence, and text after the table goes on as before."""
    table = "[Option], [Cost], [Risk], [Close the depot and move all of its staff to the new site], [£212,500], [High, as staff may leave], [Keep it], [£100,000], [Low]"
    document = read(typeset(f"1.1 Costs are below.\n#table(columns: 3, {table})\n\n1.2 The cost is fixed."))
    cells = {one.cell: " ".join(one.text.split()) for one in document.paragraphs if one.part == "cell"}
    assert "£212,500" == cells[1, 2, 2]
    assert "Close the depot and move all of its staff to the new site" == cells[1, 2, 1]
    assert {"1.1"} == {one.number for one in document.paragraphs if one.part == "cell"}
    assert "1.2" == paragraph(document, "The cost is fixed").number


def test_a_footnote_is_a_paragraph_of_its_own() -> None:
    """A footnote does not interrupt the paragraph that runs over its page."""
    note = "1 Set by the Council in March of that year."
    page = lines(*["The depot serves many households and its salt lasts the winter"] * 44, y=770) + lines(
        note, size=8, y=60
    )
    document = read(drawn(page, lines("in every year.", y=770)))
    found = paragraph(document, "Set by the Council")
    assert ("note", "1", 1) == (found.part, found.printed, found.page)
    assert 2 == paragraph(document, "winter in every year").last_page


def test_a_small_raised_number_is_no_part_of_a_word() -> None:
    """The sign of a footnote in a sentence does not hide the sentence."""
    order = "BT /F1 11 Tf 72 700 Td (The rate was set in March) Tj /F1 6 Tf 5 Ts (1) Tj /F1 11 Tf 0 Ts ( and holds until May.) Tj ET"
    document = read(drawn(order))
    assert find("set in March and holds until May", document.paragraphs[0].text)


def test_a_small_raised_number_is_no_part_of_a_number() -> None:
    """The sign of a footnote behind a year or a sum does not make it another; a number of one size stays whole."""
    order = (
        "BT /F1 11 Tf 72 700 Td (The rules of 2006) Tj /F1 6 Tf 5 Ts (12) Tj /F1 11 Tf 0 Ts ( cost \\243) Tj (1,200) Tj "
        "/F1 6 Tf 5 Ts (3) Tj /F1 11 Tf 0 Ts (.) Tj ET"
    )
    (one,) = read(drawn(order)).paragraphs
    assert "The rules of 2006 cost £1,200." == one.text


def test_words_broken_at_line_ends_are_found() -> None:
    """S24: a hyphen at the end of a line, put there by the printer or by the author, hides no quotation."""
    document = read(
        drawn(
            lines(
                "The recommendation is to close the neigh-", "bourhood office, and the non-", "executive board with it."
            )
        )
    )
    text = document.paragraphs[0].text
    assert find("close the neighbourhood office", text)
    assert find("the non-executive board", text)


def test_ligatures_are_found() -> None:
    """S23: letters that the printer joined are the letters they stand for."""
    document = read(typeset("The office finds five efficient flats."))
    assert find("The office finds five efficient flats", document.paragraphs[0].text)


def test_a_page_laid_on_its_side_is_read_along_its_lines() -> None:
    """A wide table's page, turned by a quarter, is read like any other."""
    order = "BT /F1 11 Tf 0 1 -1 0 300 100 Tm (The depot at Canal Street may close) Tj 0 1 -1 0 314 100 Tm (in the spring of next year.) Tj ET"
    document = read(drawn(order, page="/Rotate 90"))
    assert ["The depot at Canal Street may close\nin the spring of next year."] == [
        one.text for one in document.paragraphs
    ]


def test_a_number_printed_close_to_its_text_is_no_part_of_the_first_word() -> None:
    """A quotation that begins with the paragraph is found though the number touches it."""
    document = read(drawn(lines("1.1On Monday the depot closes.")))
    assert find("On Monday the depot closes", document.paragraphs[0].text)
    assert "1.1" == document.paragraphs[0].number


def test_figures_in_the_last_row_of_a_page_are_kept() -> None:
    """A row of figures at the foot of a page is not taken for its page number."""
    row = lines("Depot", y=60) + lines("572", x=300, y=60) + lines("57", x=420, y=60)
    document = read(drawn(lines("Costs are below.") + row))
    assert ["Depot", "572", "57"] == [one.text for one in document.paragraphs if one.part == "cell"]


def test_a_cell_that_goes_on_over_the_page_is_one() -> None:
    """The rest of a cell, alone at the head of the next page, is not taken for a paragraph beside the table."""
    first = lines("Option", y=150) + lines("Advantage", y=150, x=300)
    first += lines("Keep it", y=115) + lines("It would still be", y=115, x=300)
    document = read(
        drawn(lines("Options are below.") + first, lines("open to members.", x=300) + lines("The end.", y=600))
    )
    found = paragraph(document, "It would still be open to members")
    assert ("cell", (1, 2, 2), 1, 2) == (found.part, found.cell, found.page, found.last_page)


def test_a_paragraph_at_the_head_of_a_page_that_is_there_twice_is_kept() -> None:
    """A pack that holds one page twice repeats its paragraphs; a numbered sentence is no running head for that."""
    page = (
        lines("Wexcombe Borough Council", y=800) + lines(f"3.1 {BODY.strip()}"[:75], y=770) + lines("3.2 It is full.")
    )
    document = read(drawn(page, page))
    assert ["3.1", "3.2"] * 2 == [one.number for one in document.paragraphs]


def test_an_answer_repeated_down_a_form_is_kept() -> None:
    """Words that happen to stand at the foot of two pages of four are no running foot."""
    body = lines(*["The form asks about one group of residents at a time."] * 3)
    pages = [body + lines("Not applicable.", y=80), body + lines("None at all.", y=80)] * 2
    document = read(drawn(*pages))
    assert 2 == sum(one.text.endswith("Not applicable.") for one in document.paragraphs)


TABLE = "#table(columns: (1fr, auto, auto), [Area], [Before], [After], [Depots], [740], [756], [Roads], [328], [334])"


@pytest.mark.parametrize("at", [1, 2, 5])
def test_a_table_within_a_column_does_not_make_cells_of_the_page(at: int) -> None:
    """Of a page in two columns the paragraphs keep their numbers and their order, wherever a table stands."""
    parts = [f"1.{n} {BODY * 2}" for n in range(1, 8)]
    parts.insert(at, TABLE)
    document = read(typeset("#set page(columns: 2, height: 380pt)\n" + "\n\n".join(parts)))
    assert [f"1.{n}" for n in range(1, 8)] == [one.number for one in document.paragraphs if one.printed]
    cells = ["Area", "Before", "After", "Depots", "740", "756", "Roads", "328", "334"]
    assert cells == [one.text for one in document.paragraphs if one.part == "cell"]
    assert {f"1.{at}"} == {one.number for one in document.paragraphs if one.part == "cell"}


def test_the_cells_of_a_table_with_prose_in_its_columns_stay_cells() -> None:
    """Columns of a comparison that are drawn one after the other are no columns of the page."""
    cells = ", ".join(f"[{BODY if column > 1 else letter}]" for letter in "ABC" for column in range(1, 5))
    document = read(typeset(f"1.1 {BODY}\n\n#table(columns: (auto, 1fr, 1fr, 1fr), {cells})"))
    assert 12 == sum(one.part == "cell" for one in document.paragraphs)


def test_a_table_goes_on_over_the_page() -> None:
    """Rows on the next page belong to the table and to its head, so that "By when" is known of each."""
    rows = "".join(f"[{n}], [Action {n} of the board], [{n} May 2027]," for n in range(1, 40))
    document = read(typeset(f"1.1 Actions.\n\n#table(columns: (2cm, 8cm, 4cm), [No], [Action], [By when], {rows})"))
    cells = [one for one in document.paragraphs if one.cell]
    assert {1, 2} == {one.page for one in cells}
    assert [(1, row, column) for row in range(1, 41) for column in (1, 2, 3)] == [one.cell for one in cells]


@pytest.mark.parametrize(
    "second",
    [
        "#table(columns: (2cm, 8cm, 4cm), [No], [Action], [By when], [2], [Sell the yard], [4 May 2027])",
        "#table(columns: (2cm, 8cm, 4cm), [*Risk*], [*Cause*], [*Score*], [1], [Frost], [12])",
        "#table(columns: (5cm, 5cm, 4cm), [Frost], [Roads], [12], [Flood], [Depots], [8])",
        "1.2 Risks follow.\n\n#table(columns: (2cm, 8cm, 4cm), [1], [Frost], [12], [2], [Flood], [8])",
    ],
)
def test_another_table_on_the_next_page_is_another(second: str) -> None:
    """A head that is printed again or in bold, other columns, or words between begin a table of their own."""
    first = "#table(columns: (2cm, 8cm, 4cm), [No], [Action], [By when], [1], [Close the depot], [3 May 2027])"
    document = read(typeset(f"1.1 Actions.\n\n{first}\n#pagebreak()\n{second}"))
    assert {(1, 1), (2, 2)} == {(one.page, one.cell[0]) for one in document.paragraphs if one.cell}


def test_the_rows_of_a_page_of_few_words_stay_apart() -> None:
    """Where a page holds little, pdfium runs the rows of a table together; each word stays in its row."""
    row = "[1], [Close the depot], [3 May 2027]"
    document = read(typeset(f"1.1 Actions.\n\n#table(columns: (2cm, 8cm, 4cm), [No], [Action], [By when], {row})"))
    cells = [(one.cell, one.text) for one in document.paragraphs if one.cell]
    assert [((1, 2, 1), "1"), ((1, 2, 2), "Close the depot"), ((1, 2, 3), "3 May 2027")] == cells[3:]


def test_the_first_cell_of_a_row_goes_on_over_the_page() -> None:
    """The last word of a row that the page breaks is still the row's."""
    rows = [("Option", "Score"), ("Do nothing", "41"), ("A wholly owned", "66")]
    table = "".join(lines(a, y=760 - 20 * n) + lines(b, x=300, y=760 - 20 * n) for n, (a, b) in enumerate(rows))
    document = read(drawn(table, lines("company", y=760) + lines("The board met in May.", y=700)))
    assert "A wholly owned\ncompany" in [one.text for one in document.paragraphs if one.cell]
    assert "The board met in May." in [one.text for one in document.paragraphs if one.part == "text"]


def test_items_that_end_in_and_are_items_each() -> None:
    """ "(a) …; and" is followed by "(b)", whatever its last word."""
    source = "1.1 It is asked:\n\n" + "\n".join(
        f"#pad(left: 20pt)[#grid(columns: (24pt, 1fr), [({letter})], [{words}])]"
        for letter, words in (("a", "close the depot; and"), ("b", "sell the yard; and"), ("c", "report in May."))
    )
    numbers = [one.number for one in read(typeset(f"#set par(spacing: 0.65em)\n{source}")).paragraphs]
    assert numbers == ["1.1", "1.1(a)", "1.1(b)", "1.1(c)"]


def test_paragraphs_numbered_with_a_letter_are_no_table() -> None:
    """ "A1" set apart from its paragraph makes no cells of the paragraphs."""
    rows = "".join(f"#grid(columns: (36pt, 1fr), [A{n}], [{BODY * 2}])\n" for n in (1, 2, 3))
    document = read(typeset(rows))
    assert ["text"] * 3 == [one.part for one in document.paragraphs]
    assert ["A1", "A2", "A3"] == [one.text[:2] for one in document.paragraphs]


def test_a_house_number_in_a_heading_is_no_section() -> None:
    """No document begins with section 111."""
    document = read(typeset(f"= 111 London Road\n\n{BODY}\n\n= 12 High Street\n\n{BODY}"))
    assert "111" not in {one.number for one in document.paragraphs}


def test_a_raised_ending_of_a_day_parts_nothing() -> None:
    """The "st" of "1st April" is raised in many papers, at the start of a line too."""
    order = (
        "BT /F1 11 Tf 72 700 Td (The levy will be worked out each year and the rules let it be charged between) Tj "
        "0 -14 Td (1) Tj /F1 6 Tf 5 Ts (st) Tj /F1 11 Tf 0 Ts ( April of the year to which it relates and 30) Tj "
        "/F1 6 Tf 5 Ts (th) Tj /F1 11 Tf 0 Ts ( June in the next.) Tj ET"
    )
    (one,) = read(drawn(order)).paragraphs
    assert find("be charged between 1st April of the year to which it relates and 30th June in the next", one.text)


def test_a_line_that_hangs_under_the_ones_before_it_goes_on() -> None:
    """Of a paragraph whose first line stands further left, a line may begin with a capital."""
    words = "The depot at Canal Street serves Northgate and Riverside, and the Old Town of Wexcombe in winter. " * 6
    document = read(typeset(f"#set par(hanging-indent: 34pt)\n{words}"))
    assert 1 == len(document.paragraphs)
