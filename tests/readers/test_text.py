"""How a text file is cut into paragraphs, and what place each has. Places never change: these cases fix them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.readers.text import read_text

REPORT = """\
# Future of the **Canal Street** depot

Report of the Head of Streets
to the executive of Wexcombe Borough Council

5.0 Background

5.1 The depot was opened in 1974.
It serves 41,300 households.
* Repairs cost £212,500.
* It has no workshop,

and no covered yard.
5.2. Staff were asked:
(a) whether they would move;
(b) whether 5.2 is clear.
Most of them would.
5.5% of them would not.
3.4 million bins are emptied a year.

## 6. Options

6.1 Three options were considered.
(i) Staying.
6.10 Moving costs less.
3.
A number alone on its line is an item of an agenda.
"""
PLACES = [
    ("¶1", "Future of the Canal Street depot"),
    ("¶2", "Report of the Head of Streets\nto the executive of Wexcombe Borough Council"),
    ("5.0", "5.0 Background"),
    ("5.1", "5.1 The depot was opened in 1974."),
    ("5.1", "It serves 41,300 households."),
    ("5.1", "Repairs cost £212,500."),
    ("5.1", "It has no workshop,\nand no covered yard."),
    ("5.2", "5.2. Staff were asked:"),
    ("5.2(a)", "(a) whether they would move;"),
    ("5.2(b)", "(b) whether 5.2 is clear."),
    ("5.2(b)", "Most of them would."),
    ("5.2(b)", "5.5% of them would not."),
    ("5.2(b)", "3.4 million bins are emptied a year."),
    ("6", "6. Options"),
    ("6.1", "6.1 Three options were considered."),
    ("6.1(i)", "(i) Staying."),
    ("6.10", "6.10 Moving costs less."),
    ("6.10", "3."),
    ("6.10", "A number alone on its line is an item of an agenda."),
]


def places(text: str) -> list[str]:
    return [paragraph.at for paragraph in read_text(text)]


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in read_text(text)]


def test_a_report_is_cut_into_numbered_paragraphs() -> None:
    """Headings, numbers, bullets, sub-paragraphs and lines that continue each get the place that is fixed for them."""
    assert [(paragraph.at, paragraph.text) for paragraph in read_text(REPORT)] == PLACES


def test_every_paragraph_counts() -> None:
    """Ordinals count all paragraphs from 1, headings and numbered ones too."""
    assert [paragraph.ordinal for paragraph in read_text(REPORT)] == list(range(1, len(PLACES) + 1))


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n\n", "\n \t\n"])
def test_line_ends_change_no_place(end: str) -> None:
    """Windows and old Mac line ends and blank lines change neither the paragraphs nor their places."""
    assert read_text(REPORT.replace("\n", end)) == read_text(REPORT)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("### Costs", "Costs"),
        ("* Costs fall", "Costs fall"),
        ("- Costs fall", "Costs fall"),
        ("+ Costs fall", "Costs fall"),
        ("  · Costs fall", "Costs fall"),
        ("\u2022 Costs fall", "Costs fall"),
        ("\uf0b7 Costs fall", "Costs fall"),
        ("o Costs fall", "Costs fall"),
        ("> Costs fall", "Costs fall"),
        ("> - **Costs** fall", "Costs fall"),
        ("**Costs** *fall* __now__ ***here***", "Costs fall now here"),
        ("<p>Costs <b>fall</b></p><br/>", "Costs fall"),
        ("<td>Costs<br>fall</td><td>here</td>", "Costs fall  here"),
        ('<details open><o:p class="x" id=y>Costs fall</o:p>', "Costs fall"),
        ("\ufeff\u200bCosts fall", "Costs fall"),
        ("Costs &amp; savings of &lt;5 posts", "Costs & savings of <5 posts"),
        ('[Costs](https://example.org/a "A") fall', "Costs fall"),
        ("![A chart](chart.png) of costs", "A chart of costs"),
        ("\u00a0Costs fall\u00a0", "Costs fall"),
    ],
)
def test_marks_tags_and_links_are_stripped(line: str, text: str) -> None:
    """Marks of Markdown and HTML are no words: what they enclose stays, and so does the text of a link."""
    assert texts(line) == [text]


@pytest.mark.parametrize(
    "line",
    [
        "5 * 3 is 15 * 1",
        "depot_cost_2025",
        "-£0.4m is the effect",
        "A saving of <5%",
        "£5 – £6",
        "[note 3] Costs",
        "Staff at <name of site> stay",
        "Ask the clerk <clerk@wexcombe.example> first",
        "It lies at a <b and c> d",
        "2*3*4",
    ],
)
def test_what_only_looks_like_a_mark_stays(line: str) -> None:
    """Signs inside a line, a minus before a sum, underscores in a name and brackets are part of the text."""
    assert texts(line) == [line]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("3.4 Costs fall.", "3.4"),
        ("3.4. Costs fall.", "3.4"),
        ("3.4\u00a0Costs fall.", "3.4"),
        ("3.10 Costs fall.", "3.10"),
        ("5.0 Background", "5.0"),
        ("10.2.3 Costs fall.", "10.2.3"),
        ("1. Costs fall.", "1"),
        ("12) Costs fall.", "12"),
        ("## 4. Costs", "4"),
        ("**3.4** Costs fall.", "3.4"),
        ("- 3.4 Costs fall.", "3.4"),
        ("3.4 £5m is spent.", "3.4"),
        ("3.4 5% of posts go.", "3.4"),
    ],
)
def test_a_printed_number_is_the_place(line: str, place: str) -> None:
    """A number printed before words is their place as it is printed, without its last stop."""
    assert places(line) == [place]


@pytest.mark.parametrize(
    "line",
    [
        "5.5% of posts go.",
        "5.5 % of posts go.",
        "12.5 per cent of posts go.",
        "12.5 percent of posts go.",
        "3.4 million bins",
        "3.4m bins",
        "3.4 bn bins",
        "6.30 pm The meeting began.",
        "6.30 p.m. The meeting began.",
        "2025 was a good year.",
        "2025. A good year.",
        "41,300 households",
        "£3.4 in all",
        "3.4",
        "3.",
        "3",
        "(2) Two of them",
        "(b) Two of them",
        "1.4.2025 was a Tuesday.",
        "3.4: Costs",
    ],
)
def test_other_figures_are_no_place(line: str) -> None:
    """Percentages, amounts, years, times, numbers alone and sub-numbers without a number before are no place."""
    assert places(f"Costs.\n{line}") == ["¶1", "¶2"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("6.1 Intro:\n(b) Two.", ["6.1", "6.1(b)"]),
        ("6.1 Intro:\n(a) One.\nMore.\n(b) Two.", ["6.1", "6.1(a)", "6.1(a)", "6.1(b)"]),
        ("6.1 Intro:\n(2) Two.\n6.2 Next.\n(1) One.", ["6.1", "6.1(2)", "6.2", "6.2(1)"]),
        ("6.1 Intro:\n(iv) Four.", ["6.1", "6.1(iv)"]),
        ("6.1 Intro:\n(see below) Words.", ["6.1", "6.1"]),
        ("6.1 Intro:\n(2025) Words.", ["6.1", "6.1"]),
        ("6.1 Intro:\n(a)", ["6.1", "6.1"]),
    ],
)
def test_a_sub_paragraph_belongs_to_its_number(lines: str, expected: list[str]) -> None:
    """A letter or number in brackets before words is a part of the paragraph above; other brackets are text."""
    assert places(lines) == expected


@pytest.mark.parametrize("stop", [".", "!", "?", ":", ";", '."', ".)", ".\u201d"])
def test_after_a_stop_a_line_begins_anew(stop: str) -> None:
    """A line in lower case begins a paragraph where the line before was finished."""
    assert len(texts(f"Costs fall{stop}\nand savings rise")) == 2


@pytest.mark.parametrize("end", ["", ",", " -", " and", ")", "\u2019"])
def test_without_a_stop_a_line_in_lower_case_continues(end: str) -> None:
    """A line in lower case continues a line that was not finished, over a blank line too, as one paragraph."""
    assert texts(f"Costs fall{end}\n\nand savings rise\nand more") == [f"Costs fall{end}\nand savings rise\nand more"]


@pytest.mark.parametrize("line", ["And savings rise", "£5 more", "École", "\u2018and", "5 more", "(and more)"])
def test_other_lines_are_paragraphs_of_their_own(line: str) -> None:
    """Only a small letter at its start makes a line continue the one before."""
    assert texts(f"Costs fall\n{line}") == ["Costs fall", line]


@pytest.mark.parametrize("text", ["", "\n \n\t\n", "<br>\n", "# \n"])
def test_a_text_without_words_has_no_paragraphs(text: str) -> None:
    """Blank lines, and lines of nothing but marks, are no paragraphs."""
    assert read_text(text) == ()


@settings(derandomize=True, deadline=None, max_examples=300)
@given(
    st.lists(st.sampled_from(["3.4 Costs", "(a) fall", "and", "More.", "", "* so", "<b>", "12.", "5% of", "# 2. X"]))
)
def test_places_are_in_order_and_words_are_kept(lines: list[str]) -> None:
    """Whatever the lines, ordinals run without a gap and no word is lost, added or moved."""
    paragraphs = read_text("\n".join(lines))
    assert [paragraph.ordinal for paragraph in paragraphs] == list(range(1, len(paragraphs) + 1))
    kept = " ".join(paragraph.text for paragraph in paragraphs).split()
    assert kept == " ".join(lines).replace("<b>", "").replace("*", "").replace("#", "").split()


def test_numbers_of_minutes_are_places_where_they_count_on() -> None:
    """Minutes numbered 28/25, 29/25, 30/25 have these as places; a point under one takes its number."""
    found = read_text("28/25 Mill The Clerk wrote.\n1) That a letter be sent.\n29/25 Pond Agreed.\n30/25 Path Noted.")
    assert ["28/25", "28/25", "29/25", "30/25"] == [paragraph.at for paragraph in found]


def test_a_date_at_the_start_of_a_line_is_no_number_of_minutes() -> None:
    """Two lines that begin with day and month are not numbered by them."""
    assert ["¶1", "¶2"] == [p.at for p in read_text("12/05 Tuesday market.\n14/05 Thursday market.")]


def test_one_number_alone_in_a_long_text_is_no_numbering() -> None:
    """A single "1." among ten lines does not number all that follow."""
    found = read_text("1. Present: the Chair.\n" + "The Clerk spoke.\n" * 9)
    assert {"¶1", "¶5", "¶10"} < {paragraph.at for paragraph in found}


def test_escaped_marks_are_read_as_printed() -> None:
    """Markdown writes "1\\." for a number that is no list; the page shows "1."."""
    assert "4" == read_text("**4\\. Updates**")[0].number
