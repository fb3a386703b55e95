"""Web pages to numbered paragraphs: what a reader of the page sees, and nothing else."""

from __future__ import annotations

import pytest

from checker.base.faults import Refused
from checker.model.document import Document
from checker.readers.html import read_html

MINUTES = """\
<html><head><title>Agenda for Executive</title><script>var page = "costs rise";</script></head><body>
<div id="header"><a href="/">Wexcombe Borough Council</a><ul class="menu"><li><a href="/bins">Bins</a></li></ul></div>
<div id="modgov"><div class="mgContent">
<h1>Agenda and minutes</h1><h2>Executive - Tuesday 8 April 2025</h2>
<table class="mgItemTable">
<tr><td>12.</td><td><p class="mgAiTitleTxt">Future of the Canal Street depot</p>
<div class="mgWordPara"><p>Minutes:</p>
<p><span style="font-family:Symbol">·<span>&nbsp;&nbsp; </span></span>Moving <b>would</b> save &pound;40,000
a <i>ye</i>ar.</p>
<ol><li>To move the depot.</li><li><p>To report back.</p><p>In public.</p></li></ol></div></td></tr>
<tr><td>13.</td><td><p>3.4 The fleet is old.<br>It was bought in 1998.<br><br>It is dear.</p></td></tr>
</table></div></div>
<div id="footer">Contact the council</div></body></html>
"""
LINES = [
    ("¶1", "heading", 1, "", None, "Agenda and minutes"),
    ("¶2", "heading", 2, "", None, "Executive - Tuesday 8 April 2025"),
    ("¶3", "cell", 0, "", (1, 1, 1), "12."),
    ("¶4", "cell", 0, "", (1, 1, 2), "Future of the Canal Street depot"),
    ("¶5", "cell", 0, "", (1, 1, 2), "Minutes:"),
    ("¶6", "bullet", 1, "·", (1, 1, 2), "Moving would save £40,000 a year."),
    ("¶7", "bullet", 1, "1.", (1, 1, 2), "To move the depot."),
    ("¶8", "bullet", 1, "2.", (1, 1, 2), "To report back."),
    ("¶9", "bullet", 1, "", (1, 1, 2), "In public."),
    ("¶10", "cell", 0, "", (1, 2, 1), "13."),
    ("3.4", "cell", 0, "3.4", (1, 2, 2), "3.4 The fleet is old.\nIt was bought in 1998."),
    ("3.4", "cell", 0, "", (1, 2, 2), "It is dear."),
]
NEWS = """\
<html><head><title>Depot to move | The Wexcombe Post</title></head><body>
<header><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav></header>
<div class="cookie-banner">We use cookies.</div>
<div class="wrapper"><div class="story"><h1>Depot to move</h1><p class="byline">Our reporter</p>
<p>The executive agreed on Tuesday to move the depot out of Canal Street, which would save money.</p>
<blockquote>We had no choice.</blockquote>
<p>Residents were told nothing before the meeting, said one who lives beside the depot and came to it.</p></div>
<div class="related"><h3>Read more</h3><p>Bins again</p></div>
<ul><li><a href="/1">Bins late again</a></li><li><a href="/2">School fair</a></li><li><a href="/3">Rain to come</a></li>
<li><a href="/4">Shop shuts</a></li></ul></div>
<aside>Sign up for our letter</aside><footer>Copyright The Wexcombe Post</footer></body></html>
"""


def read(body: str, head: str = "") -> Document:
    """Return the document of a page with that body."""
    return read_html(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "page.html")


def texts(body: str, head: str = "") -> list[str]:
    return [paragraph.text for paragraph in read(body, head).paragraphs]


def asides(document: Document) -> list[tuple[str, str, int]]:
    return [(aside.kind, aside.text, aside.ordinal) for aside in document.asides]


def test_minutes_as_councils_publish_them() -> None:
    """Of a council's page of minutes the content is read, cell by cell and bullet by bullet, without its frame."""
    document = read_html(MINUTES.encode(), "minutes.html")
    assert LINES == [(p.at, p.part, p.level, p.printed, p.cell, p.text) for p in document.paragraphs]
    assert ("Agenda and minutes", 0) == (document.title, document.pages)


def test_a_news_page_without_its_frame() -> None:
    """Of a news page only the story is text; menus, notices and lists of links stand aside."""
    document = read_html(NEWS.encode(), "news.html")
    story = ["Depot to move", "Our reporter", "The executive agreed", "We had no choice.", "Residents were told"]
    assert story == [p.text[: len(s)] for p, s in zip(document.paragraphs, story, strict=True)]
    around = " ".join(aside.text for aside in document.asides if aside.kind == "outside")
    assert all(words in around for words in ("Sport", "cookies", "Bins again", "School fair", "Sign up", "Copyright"))


def test_inline_tags_cut_no_word() -> None:
    """Bold, links and spans inside a sentence, or inside a word, leave its words as they are."""
    assert ["The council will not close it."] == texts(
        '<p>The <a href="x">coun<b>cil</b></a> will <span>not</span>\n  <em>close</em> it.</p>'
    )


def test_the_mark_of_a_footnote_is_no_part_of_a_word() -> None:
    """A raised figure that leads to a note is left out, another raised figure stays."""
    assert ["Costs fall by 5 m2 a year."] == texts(
        '<p>Costs<sup><a href="#n1">1</a></sup> fall by 5 m<sup>2</sup> a year.</p>'
    )


@pytest.mark.parametrize(
    "mark",
    [
        '<a href="#_ftn1" name="_ftnref1"><span class="MsoFootnoteReference">[1]</span></a>',
        '<a href="#fn-2"><sup>2</sup></a>',
        '<sup><a href="#cite_note-a">[1]</a></sup>',
    ],
)
def test_a_link_to_a_note_is_no_part_of_the_sentence(mark: str) -> None:
    """The mark before a full stop is left out; the note keeps its own, and a link to section 3 its figure."""
    page = f'<p>Costs fall{mark}.</p><p><a href="#_ftnref1">[1]</a> Not all.</p><p>See <a href="#s3">3</a>.</p>'
    assert ["Costs fall.", "[1] Not all.", "See 3."] == texts(page)


@pytest.mark.parametrize(
    ("kind", "marks"),
    [
        ('ol type="a"', ["a.", "b.", "c."]),
        ('ol style="list-style-type: upper-roman"', ["I.", "II.", "III."]),
        ("ol reversed", ["3.", "2.", "1."]),
        ('ul style="list-style: none"', ["", "", ""]),
    ],
)
def test_lists_by_letter_by_roman_number_and_backwards(kind: str, marks: list[str]) -> None:
    """What a browser prints before the items of such lists is what we say is printed."""
    document = read(f"<{kind}><li>Staff</li><li>Fleet</li><li>Salt</li></{kind.split(maxsplit=1)[0]}>")
    assert marks == [p.printed for p in document.paragraphs]


def test_words_marked_as_deleted_are_told_and_no_text() -> None:
    """What a page marks as deleted is no part of the sentence, as in a Word file; what it marks as inserted is."""
    document = read("<p>Costs will <del>not </del><ins>all </ins>fall.</p>")
    assert ["Costs will all fall."] == [p.text for p in document.paragraphs]
    assert [("deleted", "not", 1)] == asides(document)
    assert ["TRACKED"] == [told.code for told in document.told]


def test_lists_have_the_marks_a_browser_prints() -> None:
    """Ordered lists count from where they begin, nested ones are deeper, and others have bullets."""
    document = read('<ol start="3"><li>Staff<ul><li>posts</li></ul></li><li value="9">Fleet</li></ol>')
    assert [("Staff", "3.", 1), ("posts", "•", 2), ("Fleet", "9.", 1)] == [
        (p.text, p.printed, p.level) for p in document.paragraphs
    ]


def test_a_code_in_a_heading_is_the_place_of_what_follows() -> None:
    """Where proposals have codes, the code is the place until the next one."""
    document = read(
        "<p>Savings</p><h4>GR12_A : Parks</h4><p>Mow less.</p><table><tr><td>2025</td></tr></table><h4>P5: Bins</h4>"
    )
    assert ["¶1", "GR12_A", "GR12_A", "GR12_A", "P5"] == [p.at for p in document.paragraphs]


@pytest.mark.parametrize(
    ("row", "places"),
    [
        ("<td>3.4</td><td>The fleet is old and dear to run.</td>", ["3.4", "3.4"]),
        ("<td>3.4.</td><td>The fleet is old and dear to run.</td>", ["3.4", "3.4"]),
        ("<td>3.4 The fleet is old and dear.</td>", ["3.4"]),
        ("<td>3.4</td><td>5.6</td>", ["¶1", "¶2"]),
        ("<td>12.5 posts</td><td>The fleet is old and dear to run.</td>", ["¶1", "¶2"]),
        ("<td>12.</td><td>The fleet is old and dear to run.</td>", ["¶1", "¶2"]),
    ],
)
def test_numbers_in_cells(row: str, places: list[str]) -> None:
    """A paragraph number may stand in a cell of its own; figures and items of an agenda are none."""
    assert places == [p.at for p in read(f"<table><tr>{row}</tr></table>").paragraphs]


@pytest.mark.parametrize(
    ("hidden", "by"),
    [
        ('<p style="display: none">Costs rise.</p>', "display:none"),
        ('<div style="visibility:hidden"><p>Costs rise.</p></div>', "visibility:hidden"),
        ('<p style="font-size:0">Costs rise.</p>', "font-size:0"),
        ('<p style="position:absolute; left:-9999px">Costs rise.</p>', "left:-9999"),
        ("<p hidden>Costs rise.</p>", "hidden"),
        ('<p style="color: #FFF; background: white">Costs rise.</p>', "letters as their ground"),
        ('<p class="x">Costs rise.</p>', "display:none"),
        ('<p id="y">Costs rise.</p>', "opacity:0"),
    ],
)
def test_hidden_words_are_told_and_no_text(hidden: str, by: str) -> None:
    """Words that the page hides by style are kept aside, and how they are hidden is told."""
    document = read(
        f"<p>Costs fall.</p>{hidden}",
        "<style>.x, .z {display:none} @media print {p {display:none}} #y{opacity:0;}</style>",
    )
    assert ["Costs fall."] == [p.text for p in document.paragraphs]
    assert [("hidden", "Costs rise.", 0)] == asides(document)
    assert [("INVISIBLE", True)] == [(told.code, by in told.what) for told in document.told]


def test_what_a_later_rule_shows_is_text() -> None:
    """Of tabs the one that is open is text, the others are hidden."""
    sheet = "<style>.tab {display:none} .open {display: block}</style>"
    document = read('<p class="tab">Staff stay.</p><p class="tab open">Costs fall.</p>', sheet)
    assert (["Costs fall."], [("hidden", "Staff stay.", 0)]) == (
        [p.text for p in document.paragraphs],
        asides(document),
    )


def test_words_hidden_inside_a_sentence() -> None:
    """Hidden words inside a sentence are no part of it, and we are told which sentence."""
    document = read('<p>Intro.</p><p>Costs will <span style="display:none">not </span>fall.</p>')
    assert (["Intro.", "Costs will fall."], [("hidden", "not", 2)]) == (
        [p.text for p in document.paragraphs],
        asides(document),
    )


def test_scripts_and_comments_are_aside() -> None:
    """A script, a comment, a template and a frame are no text of the page."""
    document = read(
        "<p>Costs <!-- will not -->fall.</p><script>rise()</script><template>rise</template><noscript>turn on</noscript>"
    )
    assert ["Costs fall."] == [p.text for p in document.paragraphs]
    assert [("comment", "will not", 1), ("script", "rise()", 0), ("script", "turn on", 0)] == asides(document)


def test_preformatted_text_keeps_its_lines() -> None:
    """Lines of preformatted text stay lines, and a blank line ends a paragraph."""
    assert ["Costs  fall\nby 5", "Staff stay"] == texts("<pre>Costs  fall\nby 5\n\nStaff stay</pre>")


def test_a_page_of_one_block_named_like_a_margin_is_its_text() -> None:
    """A name that sounds like a margin does not cost a page its text."""
    assert ["Costs fall in the end."] == texts('<div class="page-sidebar"><p>Costs fall in the end.</p></div>')


def test_wide_characters_without_a_mark_are_refused() -> None:
    """A page in UTF-16 that does not say so is not read as if each letter were two."""
    with pytest.raises(Refused) as refused:
        read_html("<html><body><p>Costs fall.</p></body></html>".encode("utf-16-le"), "page.html")
    assert ["ENCODING"] == [fault.code for fault in refused.value.faults]


def test_a_page_without_text_is_refused() -> None:
    """A page that a script would fill, or a frame, says nothing itself: it is refused with what to do."""
    with pytest.raises(Refused, match="NO-TEXT: the page has no text in itself"):
        read('<div id="app"></div><script src="app.js"></script><iframe src="http://127.0.0.1:9/"></iframe>')


def test_deep_nesting_is_refused() -> None:
    """Two hundred thousand nested tags are refused before they cost anything."""
    with pytest.raises(Refused, match="TOO-DEEP"):
        read("<div>" * 200_000)
