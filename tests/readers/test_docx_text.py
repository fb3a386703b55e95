"""What a Word file says, and what in it is not the text: changes, hidden words, comments, fields."""

from __future__ import annotations

import io
import re

import docx
import pytest

from checker.base.faults import Refused
from checker.model.document import Document
from checker.readers.docx import read_docx
from tests.readers.docx_making import abstract, deleted, document, field_of, inserted, level, num, p, r, style, table

PLAIN = "The council will review the leisure centre."


def read(body: str, **parts: str) -> Document:
    """Return a made document as it is read."""
    return read_docx(document(body, **parts), "report.docx")


def texts(body: str, **parts: str) -> list[str]:
    """Return the words of each paragraph."""
    return [paragraph.text for paragraph in read(body, **parts).paragraphs]


def codes(found: Document) -> list[str]:
    """Return what the reader is told of."""
    return [told.code for told in found.told]


def test_paragraphs_in_order_with_their_origin() -> None:
    """Blank paragraphs are left out; each other knows which element of the file it is."""
    found = read(p("One.") + p() + p("  \u00a0 ") + p("Two."))
    assert [(1, "One.", "p:0"), (2, "Two.", "p:3")] == [(q.ordinal, q.text, q.origin) for q in found.paragraphs]
    assert "docx" == found.kind
    assert 0 == found.pages


def test_a_document_that_python_docx_makes() -> None:
    """A file with all that a real one has is read: title, headings, list, table."""
    made = docx.Document()
    made.add_heading("Leisure centre", 0)
    made.add_heading("Options", 1)
    made.add_paragraph(PLAIN)
    made.add_paragraph("Close it", style="List Bullet")
    made.add_table(1, 2).cell(0, 1).text = "£4m"
    out = io.BytesIO()
    made.save(out)
    found = read_docx(out.getvalue(), "report.docx")
    assert "Leisure centre" == found.title
    assert [
        ("heading", 1, "Leisure centre", ""),
        ("heading", 1, "Options", ""),
        ("text", 0, PLAIN, ""),
        ("bullet", 1, "Close it", "•"),
        ("cell", 0, "£4m", ""),
    ] == [(q.part, q.level, q.text, q.printed) for q in found.paragraphs]
    assert (1, 1, 2) == found.paragraphs[-1].cell


def test_runs_join_without_a_seam() -> None:
    """Words split over runs, links, smart tags, controls and bold are one sentence."""
    body = p(
        "The cou",
        r("ncil ", "<w:b/>"),
        f"<w:hyperlink>{r('of ')}</w:hyperlink>",
        f"<w:smartTag>{r('Wexcombe ')}</w:smartTag>",
        f"<w:sdt><w:sdtPr/><w:sdtContent>{r('will ')}</w:sdtContent></w:sdt>",
        f"<w:customXml><w:bdo>{r('review')}</w:bdo></w:customXml>",
        "<w:bookmarkStart/>",
        f"<w:fldSimple w:instr='DATE'>{r(' in May')}</w:fldSimple>",
        ".",
    )
    assert ["The council of Wexcombe will review in May."] == texts(body)


def test_signs_that_are_no_letters() -> None:
    """A tab is a tab, a line break a new line, a hard hyphen a hyphen; a soft one is not seen."""
    run = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t><w:noBreakHyphen/><w:t>e</w:t>"
        "<w:softHyphen/><w:t>f</w:t></w:r>"
    )
    assert ["a\tb\nc\nd\u2011ef"] == texts(p(run))


def test_symbols_of_symbol_fonts() -> None:
    """A sign from a symbol font is the sign that is seen; one that is not known is marked as such."""
    signs = [("Symbol", "F0B3"), ("Wingdings", "F0FC"), ("Wingdings", "F001"), ("Arial", "00A3"), ("Arial", "zz")]
    run = "".join(f'<w:sym w:font="{font}" w:char="{char}"/>' for font, char in signs)
    assert ["x≥✓\ufffd£"] == texts(p("x", f"<w:r>{run}</w:r>"))


def test_a_sign_that_only_a_new_word_draws() -> None:
    """Word writes a picture sign twice, once as a plain letter for older programs; it stands once."""
    face = '<mc:AlternateContent><mc:Choice Requires="w16se"/><mc:Fallback><w:t>☺</w:t></mc:Fallback></mc:AlternateContent>'
    assert ["Yes ☺ indeed."] == texts(p("Yes ", f"<w:r>{face}</w:r>", " indeed."))


def test_a_formula_is_words_in_their_place() -> None:
    """What stands in a formula is read where it stands."""
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    formula = f'<m:oMath xmlns:m="{math}"><m:r><m:t>a+b</m:t></m:r></m:oMath>'
    assert ["The sum a+b is due."] == texts(p("The sum ", formula, " is due."))


def test_s51_a_tracked_deletion_of_not() -> None:
    """A deletion counts as accepted: the text lacks the word, and the word is told."""
    found = read(p("The council will ", deleted("not "), "close the centre."))
    assert "The council will close the centre." == found.paragraphs[0].text
    assert [("deleted", "not ", 1)] == [(a.kind, a.text, a.ordinal) for a in found.asides]
    assert ["TRACKED"] == codes(found)
    assert "1 tracked change " in found.told[0].what


def test_s52_a_tracked_insertion() -> None:
    """An insertion not yet accepted is in the text, and the reader is told which words it is."""
    found = read(p("One.") + p("The council ", inserted(r("hopes "), r("to ")), "close ", inserted(r("it")), "."))
    assert "The council hopes to close it." == found.paragraphs[1].text
    assert [("inserted", "hopes to ", 2), ("inserted", "it", 2)] == [(a.kind, a.text, a.ordinal) for a in found.asides]
    assert "2 tracked changes " in found.told[0].what


def test_words_inserted_and_deleted_again_are_deleted() -> None:
    """A deletion inside an insertion is not text."""
    found = read(p("Stay", inserted(deleted(" or go")), "."))
    assert "Stay." == found.paragraphs[0].text
    assert ["deleted"] == [aside.kind for aside in found.asides]


def test_moved_words_stand_once_where_they_went() -> None:
    """Of moved words the new place is text, the old one is not."""
    moved = f'<w:moveTo w:id="3" w:author="An officer">{r("First, savings. ")}</w:moveTo>'
    found = read(p(moved, "Then costs.") + p(deleted("First, savings. ", "moveFrom"), "The end."))
    assert ["First, savings. Then costs.", "The end."] == [q.text for q in found.paragraphs]
    assert [("inserted", 1), ("deleted", 2)] == [(a.kind, a.ordinal) for a in found.asides]


GONE = '<w:rPr><w:del w:id="5" w:author="An officer"/></w:rPr>'


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    """Where the end of a paragraph is deleted its words open the next one."""
    found = read(p("The council will close", more=GONE) + p(" the centre.") + p("The end."))
    assert ["The council will close the centre.", "The end."] == [q.text for q in found.paragraphs]
    assert ["TRACKED"] == codes(found)


def test_a_large_first_letter_is_the_first_of_its_paragraph() -> None:
    """Word keeps the large letter of a newsletter in a frame of its own; on the page it begins the word."""
    letter = p("C", more='<w:framePr w:dropCap="drop" w:lines="3"/>')
    assert ["Costs fall.", "Staff stay."] == texts(letter + p("osts fall.") + p("Staff stay."))


def test_a_deleted_paragraph_is_gone_with_its_number() -> None:
    """A paragraph deleted with its end is in no list any more, and nothing of it is lost from the asides."""
    found = read(p("One.") + p(deleted("Two."), more=GONE) + p("Three."))
    assert [(1, "One."), (2, "Three.")] == [(q.ordinal, q.text) for q in found.paragraphs]
    assert [("deleted", "Two.", 2)] == [(a.kind, a.text, a.ordinal) for a in found.asides]


def test_a_deleted_end_before_a_table_or_at_the_very_end_loses_nothing() -> None:
    """Words whose paragraph end is deleted stay text where no paragraph follows that they could open."""
    body = p("Before.", more=GONE) + table(["A cell."] * 2) + p("Last.", more=GONE)
    assert ["Before.", "A cell.", "A cell.", "Last."] == texts(body)


def test_a_deleted_row_is_left_out_and_told() -> None:
    """A table row that is deleted is not text."""
    rows = table(["Kept", "1"], ["Gone", "2"]).replace(
        '<w:tr><w:tc><w:p><w:r><w:t xml:space="preserve">Gone',
        (
            '<w:tr><w:trPr><w:del w:id="7" w:author="An officer"/></w:trPr>'
            '<w:tc><w:p><w:r><w:t xml:space="preserve">Gone'
        ),
    )
    found = read(rows)
    assert ["Kept", "1"] == [q.text for q in found.paragraphs]
    assert ["TRACKED"] == codes(found)


def test_an_earlier_state_of_a_style_is_not_the_state() -> None:
    """A tracked change of format keeps the old properties; the new ones count."""
    change = '<w:pPrChange w:id="8" w:author="An officer"><w:pPr><w:pStyle w:val="Big"/></w:pPr></w:pPrChange>'
    found = read(
        p("Words that stay.", more=change), styles=style("Big", "heading 1", paragraph='<w:outlineLvl w:val="0"/>')
    )
    assert "text" == found.paragraphs[0].part
    assert [] == codes(found)


HIDDEN = "<w:vanish/>"


def test_s53_hidden_words() -> None:
    """Hidden words are not text: they are told, and kept so that a quotation of them can be found and explained."""
    found = read(p("The council ", r("secretly ", HIDDEN), "will review."))
    assert "The council will review." == found.paragraphs[0].text
    assert [("hidden", "secretly ", 1)] == [(a.kind, a.text, a.ordinal) for a in found.asides]
    assert ["INVISIBLE"] == codes(found)


def test_s53_words_hidden_by_a_style() -> None:
    """A style can hide words too, a character's or a paragraph's; a run can show itself again."""
    styles = style("Whisper", run=HIDDEN, kind="character") + style("Base", run=HIDDEN) + style("Notes", based="Base")
    found = read(
        p("Seen. ", r("Unseen.", '<w:rStyle w:val="Whisper"/>'))
        + p("All unseen.", r(" Shown.", '<w:vanish w:val="0"/>'), style="Notes"),
        styles=styles,
    )
    assert ["Seen.", "Shown."] == [q.text for q in found.paragraphs]
    assert ["Unseen.", "All unseen."] == [a.text for a in found.asides]


def test_words_hidden_only_on_the_web_are_words() -> None:
    """Page numbers and the like that a browser would hide are printed."""
    assert ["Seen."] == texts(p(r("Seen.", "<w:webHidden/>")))


def test_a_comment_is_never_text() -> None:
    """A comment is kept with the paragraph it hangs on."""
    found = read(
        p("One.") + p("Two.", '<w:r><w:commentReference w:id="0"/></w:r>'),
        comments=f'<w:comment w:id="0" w:author="An officer">{p("Is this true?")}{p("Ask.")}</w:comment>'
        f'<w:comment w:id="1" w:author="An officer">{p("On nothing.")}</w:comment>',
    )
    assert ["One.", "Two."] == [q.text for q in found.paragraphs]
    assert [("comment", "Is this true?\nAsk.", 2), ("comment", "On nothing.", 0)] == [
        (a.kind, a.text, a.ordinal) for a in found.asides
    ]


def test_fields_show_their_result() -> None:
    """What a field was told is not text; what it shows is."""
    assert ["See page 7 of 9."] == texts(
        p("See page ", field_of(" PAGEREF budget ", "7"), " of ", field_of("NUMPAGES", "9"), ".")
    )


def test_a_field_within_the_instruction_of_another() -> None:
    """The result of a field that only serves another's instruction is not text."""
    inner = field_of("MERGEFIELD party", "Labour")
    body = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
        f'{inner}<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("agreed")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert ["It was agreed."] == texts(p("It was ", body, "."))


def test_a_field_that_never_ends_swallows_nothing() -> None:
    """Where the marks of fields do not pair up, only the instruction stays out."""
    broken = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    assert ["One.", "Two."] == texts(p("One.", broken) + p("Two."))


def test_a_form_shows_the_chosen_entry_and_the_ticked_box() -> None:
    """A menu of a form shows its chosen entry, a box whether it is ticked."""
    menu = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="will"/>'
        '<w:listEntry w:val="will not"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN'
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    box = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="{}"/></w:checkBox></w:ffData>'
        '</w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = p("It ", menu, " be reviewed. Key: ", box.format("1"), " Private: ", box.format("0"))
    assert ["It will not be reviewed. Key: ☒ Private: ☐"] == texts(body)


def test_a_field_that_starts_a_program_is_told() -> None:
    """A DDE field is not run, and the reader is told of it."""
    assert ["ACTIVE"] == codes(read(p(field_of('DDEAUTO c:\\\\prog "a"', "shown"))))


def contents_field(*lines: str) -> str:
    """Return a table of contents by field alone."""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    first, *rest = lines
    return p(begin, first) + "".join(p(line) for line in rest) + p(end, "After it.")


def test_a_table_of_contents_is_left_out() -> None:
    """Lines of a table of contents are furniture: by field, by style, by the control that holds them."""
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{p('Contents')}{p('1 Aims')}</w:sdtContent></w:sdt>"
    )
    body = contents_field("Aims 1", "Costs 2") + p("Risks 3", style="TOC1") + control + p(PLAIN)
    assert ["After it.", PLAIN] == texts(body, styles=style("TOC1", "toc 1"))


def test_cells_are_paragraphs_with_their_place() -> None:
    """Each paragraph of a cell knows table, row and column; columns count as the grid does."""
    wide = f'<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("Costs")}'
    late = table(["a", "b", "c"], [wide, "2026"], [p("one") + p("two"), "x", "y"])
    found = read(late + table(["z", "z"]))
    assert [
        ("a", (1, 1, 1)),
        ("b", (1, 1, 2)),
        ("c", (1, 1, 3)),
        ("Costs", (1, 2, 1)),
        ("2026", (1, 2, 3)),
        ("one", (1, 3, 1)),
        ("two", (1, 3, 1)),
        ("x", (1, 3, 2)),
        ("y", (1, 3, 3)),
        ("z", (2, 1, 1)),
        ("z", (2, 1, 2)),
    ] == [(q.text, q.cell) for q in found.paragraphs]
    assert {"cell"} == {q.part for q in found.paragraphs}


def test_a_cell_merged_over_rows_stands_once() -> None:
    """The lower parts of a merged cell repeat nothing."""
    top = f'<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p("Savings")}'
    low = f"<w:tcPr><w:vMerge/></w:tcPr>{p('Savings')}"
    assert ["Savings", "1", "2"] == texts(table([top, "1"], [low, "2"]))


def test_a_table_within_a_table_and_rows_in_controls() -> None:
    """A nested table is counted as one of its own; rows inside content controls are rows."""
    inner = table(["in", "side"])
    outer = table(["a", inner + p()]).replace("<w:tr>", "<w:sdt><w:sdtContent><w:tr>", 1)
    outer = outer[: outer.rindex("</w:tr>")] + "</w:tr></w:sdtContent></w:sdt></w:tbl>"
    assert [("a", (1, 1, 1)), ("in", (2, 1, 1)), ("side", (2, 1, 2))] == [
        (q.text, q.cell) for q in read(outer).paragraphs
    ]


def test_a_table_of_one_cell_is_a_frame() -> None:
    """One cell round some paragraphs is no table: they are text."""
    assert [("text", None)] == [(q.part, q.cell) for q in read(table([PLAIN])).paragraphs]


def notes(**words: str) -> str:
    """Return footnotes or endnotes by id, after the two that Word keeps for lines."""
    lines = '<w:{0} w:id="-1" w:type="separator"><w:p/></w:{0}><w:{0} w:id="0" w:type="continuationSeparator"><w:p/></w:{0}>'
    kind = words.pop("kind")
    return lines.format(kind) + "".join(
        f'<w:{kind} w:id="{ident[1:]}">{p(f"<w:r><w:{kind}Ref/></w:r>", text)}</w:{kind}>'
        for ident, text in words.items()
    )


def test_notes_stand_after_the_text_with_the_number_of_their_paragraph() -> None:
    """A footnote belongs to the paragraph that refers to it; the mark printed is its count, not its id."""
    reference = '<w:r><w:{}Reference w:id="{}"/></w:r>'
    found = read(
        p("1.1 Savings", reference.format("footnote", 7), " are likely.")
        + p("1.2 Costs", reference.format("endnote", 2), " and risks", reference.format("footnote", 3), "."),
        footnotes=notes(kind="footnote", _3="A risk log.", _7="Estimate.", _9="Never referred to."),
        endnotes=notes(kind="endnote", _2="At 2026 prices."),
    )
    assert [
        ("1.1", "text", "1.1", "1.1 Savings are likely.", "p:0"),
        ("1.2", "text", "1.2", "1.2 Costs and risks.", "p:1"),
        ("1.1", "note", "1", "Estimate.", "fn:7"),
        ("1.2", "note", "2", "A risk log.", "fn:3"),
        ("1.2", "note", "i", "At 2026 prices.", "en:2"),
    ] == [(q.number, q.part, q.printed, q.text, q.origin) for q in found.paragraphs]


def test_notes_that_the_file_lacks() -> None:
    """A reference to a note that is not there is no note, and no crash."""
    assert ["Words."] == texts(p("Words.", '<w:r><w:footnoteReference w:id="4"/></w:r>'))


def box(*paragraphs: str) -> str:
    """Return a run with a text box as Word writes it: twice, for itself and for an older Word."""
    inner = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_a_text_box_is_read_once_after_the_paragraph_it_hangs_on() -> None:
    """Word writes a text box twice; it is read once, and elements are counted over both copies."""
    found = read(p("Before ", box(p("In the box."), p("Also.")), "and after.") + p("Next."))
    assert [("Before and after.", "p:0"), ("In the box.", "p:1"), ("Also.", "p:2"), ("Next.", "p:5")] == [
        (q.text, q.origin) for q in found.paragraphs
    ]


def test_a_text_box_of_an_old_word() -> None:
    """A file that has only the old kind of text box is read from that."""
    old = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('Old box.')}</w:txbxContent></v:textbox></w:pict></w:r>"
    assert ["Old box."] == texts(p(old))


def test_headers_and_footers_are_not_text() -> None:
    """Running heads are furniture and stay out."""
    made = docx.Document()
    made.add_paragraph(PLAIN)
    made.sections[0].header.paragraphs[0].text = "Wexcombe Borough Council"
    made.sections[0].footer.paragraphs[0].text = "Page 1"
    out = io.BytesIO()
    made.save(out)
    assert [PLAIN] == [q.text for q in read_docx(out.getvalue(), "report.docx").paragraphs]


def test_a_file_put_in_whole_is_told() -> None:
    """What only Word itself could join to the text is told as not read."""
    found = read(p(PLAIN) + '<w:altChunk r:id="rId9"/>')
    assert ["NO-TEXT"] == codes(found)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("سيقوم المجلس بمراجعة المركز", id="S80 Arabic"),
        pytest.param("המועצה תבחן את המרכז", id="S81 Hebrew"),
    ],
)
def test_s80_s81_words_that_run_from_right_to_left(words: str) -> None:
    """Text from right to left is kept in the order in which it is read."""
    half = len(words) // 2
    assert [words] == texts(p(r(words[:half], "<w:rtl/>"), r(words[half:], "<w:rtl/>")))


def headings(body: str, **parts: str) -> list[tuple[str, int, str]]:
    """Return the headings with their level."""
    return [(q.part, q.level, q.text) for q in read(body, **parts).paragraphs if q.part == "heading"]


HEADINGS = (
    style("H1", "heading 1", paragraph='<w:outlineLvl w:val="0"/>')
    + style("H3", "heading 3", paragraph='<w:outlineLvl w:val="2"/>')
    + style("Ours", "Council Section", based="H1")
    + style("Body", "Council Paragraph", based="H3", paragraph='<w:outlineLvl w:val="9"/>')
    + style("Sub", "Council Subheading")
)


def test_headings_by_style() -> None:
    """A heading has the level of its style, also of the style that its own is based on."""
    body = (
        p("Aims", style="H1")
        + p("Costs", style="H3")
        + p("Risks", style="Ours")
        + p("By name", style="Sub")
        + p("Own level", more='<w:outlineLvl w:val="4"/>')
    )
    assert [
        ("heading", 1, "Aims"),
        ("heading", 3, "Costs"),
        ("heading", 1, "Risks"),
        ("heading", 2, "By name"),
        ("heading", 5, "Own level"),
    ] == headings(body, styles=HEADINGS)


def test_a_sentence_in_a_headings_style_is_text() -> None:
    """Templates base numbered paragraphs on heading styles; a sentence is a sentence."""
    body = p("The council expects savings of £4m a year from the review.", style="H3") + p(
        PLAIN + " It is late.", style="Body"
    )
    assert [] == headings(body, styles=HEADINGS)


def test_headings_that_only_look_it() -> None:
    """A short line all in bold or in capitals is a heading one level below the last; a bold sentence is not."""
    body = (
        p("Aims", style="H1")
        + p(r("Financial ", "<w:b/>"), r("implications", "<w:b/>"))
        + p("LEGAL IMPLICATIONS")
        + p(r("Bold", "<w:b/>"), " and plain")
        + p(r("The council must decide.", "<w:b/>"))
    )
    assert [
        ("heading", 1, "Aims"),
        ("heading", 2, "Financial implications"),
        ("heading", 2, "LEGAL IMPLICATIONS"),
    ] == headings(body, styles=HEADINGS)


@pytest.mark.parametrize("words", ["10.1 N/A", "N/A", "NONE", "4.2 TO FOLLOW"])
def test_an_answer_in_capitals_is_no_heading(words: str) -> None:
    """Under a heading "N/A" is an answer, in capitals or in bold."""
    assert [("heading", 1, "Aims")] == headings(p("Aims", style="H1") + p(r(words, "<w:b/>")), styles=HEADINGS)


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (p("Wexcombe plan", style="Title") + p("Aims", style="H1"), "Wexcombe plan"),
        (p("REPORT TO") + p(r("The Cabinet", "<w:b/>")) + p(PLAIN), "REPORT TO The Cabinet"),
        (p(PLAIN) + p("Aims", style="H1"), "Aims"),
        (table(["Title: Leisure review", "2026"]) + p("IMPACT"), "Leisure review"),
        (p(PLAIN), ""),
    ],
    ids=["style", "opening", "first heading", "named", "none"],
)
def test_the_title_on_the_page(body: str, title: str) -> None:
    """The title is what its style or its place says, else the first heading, else nothing."""
    styles = HEADINGS + style("Title", "Title")
    assert title == read(body, styles=styles).title


def test_bullets_of_lists_and_typed_ones() -> None:
    """A bullet is a bullet whether Word or the writer put it; the mark is not among the words."""
    lists = abstract(0, level(0, "\uf0b7", "bullet"), level(1, "o", "bullet")) + num(1, 0)
    body = p("one", num=(1, 0)) + p("two", num=(1, 1)) + p("• three") + p("-\tfour") + p("– five") + p("-5% a year")
    assert [
        ("bullet", 1, "•", "one"),
        ("bullet", 2, "o", "two"),
        ("bullet", 1, "•", "three"),
        ("bullet", 1, "-", "four"),
        ("bullet", 1, "–", "five"),
        ("text", 0, "", "-5% a year"),
    ] == [(q.part, q.level, q.printed, q.text) for q in read(body, numbering=lists).paragraphs]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("", "there is not a word in it. Open it in Word"),
        (p() + p(deleted("Close the centre.")), "there is not a word in it."),
        (p("<w:r><w:drawing/></w:r>") * 2, "its text is 2 pictures. Type the words, have them recognised"),
        ('<w:altChunk r:id="r1"/>', "its text is 1 file put in whole. Open it in Word and save it."),
    ],
)
def test_a_file_without_a_word_is_refused(body: str, says: str) -> None:
    """A blank file, or one whose pages are pictures, is not taken for a paper that says nothing."""
    with pytest.raises(Refused, match=re.escape(f"NO-TEXT: {says}")):
        read(body)
