"""Markdown: its headings, bullets and tables are parts; what it hides is kept aside."""

from __future__ import annotations

from checker.model.document import Aside
from checker.readers.markdown import read_markdown

REPORT = """\
# Future of the Canal Street depot

Costs
-----

3.4 Costs fall | staff stay.
* it has a workshop
  * it has a yard
and a fence

| Year | Saving |
|------|-------:|
| 2026 | **£5m** |
| 12.5 posts | a \\| b |

---
4. Options
```
None was costed.
```
"""
PARTS = [
    ("¶1", "heading", 1, None, "Future of the Canal Street depot"),
    ("¶2", "heading", 2, None, "Costs"),
    ("3.4", "text", 0, None, "3.4 Costs fall | staff stay."),
    ("3.4", "bullet", 1, None, "it has a workshop"),
    ("3.4", "bullet", 2, None, "it has a yard\nand a fence"),
    ("3.4", "cell", 0, (1, 1, 1), "Year"),
    ("3.4", "cell", 0, (1, 1, 2), "Saving"),
    ("3.4", "cell", 0, (1, 2, 1), "2026"),
    ("3.4", "cell", 0, (1, 2, 2), "£5m"),
    ("3.4", "cell", 0, (1, 3, 1), "12.5 posts"),
    ("3.4", "cell", 0, (1, 3, 2), "a | b"),
    ("4", "text", 0, None, "4. Options"),
    ("4", "text", 0, None, "None was costed."),
]


def test_headings_bullets_and_cells_are_parts() -> None:
    """Each part of a Markdown report has its kind, its depth and its place; lines between parts are no text."""
    document = read_markdown(REPORT.encode(), "depot.md")
    assert PARTS == [(p.at, p.part, p.level, p.cell, p.text) for p in document.paragraphs]
    assert ("markdown", "Future of the Canal Street depot") == (document.kind, document.title)


def test_the_number_before_a_paragraph_is_kept_as_printed() -> None:
    """A number or letter that stands before the words is noted beside them."""
    document = read_markdown(b"3.4 Costs fall:\n(a) in 2026\nMore.", "depot.md")
    assert ["3.4", "(a)", ""] == [p.printed for p in document.paragraphs]


def test_links_and_notes_told_of_elsewhere_are_shown_as_on_the_page() -> None:
    """The address of a link stands at the foot of the file, that of a note leads to it: neither is a word of the text."""
    raw = b"See [the plan][1] and [note 3][x] at <https://wexcombe.example>[^a].\n\n[1]: https://b.example 'Plan'\n[^a]: It is old.\n"
    assert ["See the plan and [note 3][x] at https://wexcombe.example.", "[^a]: It is old."] == [
        p.text for p in read_markdown(raw, "depot.md").paragraphs
    ]


def test_a_heading_closed_by_its_mark() -> None:
    """The marks after a heading are no more words than those before it."""
    document = read_markdown(b"## Costs ##\nUse of C#\n## Use of C#\n", "depot.md")
    assert ["Costs", "Use of C#", "Use of C#"] == [p.text for p in document.paragraphs]


def test_what_a_site_says_of_a_page_before_its_text() -> None:
    """The title in such a head is the document's where its text has none; the rest of the head is no text."""
    document = read_markdown(b'+++\ntitle = "Depot"\n+++\nCosts fall.\n', "depot.md")
    assert ("Depot", ["Costs fall."]) == (document.title, [p.text for p in document.paragraphs])


def test_comments_and_scripts_are_no_text() -> None:
    """What a reader of the page does not see is kept aside and never quoted as text."""
    raw = b"Costs fall.\n<!-- they\nrise -->\n<script>let cost = 1</script><style>p {}</style>\nStaff stay."
    document = read_markdown(raw, "depot.md")
    assert ["Costs fall.", "Staff stay."] == [p.text for p in document.paragraphs]
    assert (Aside("comment", "they\nrise"), Aside("script", "let cost = 1")) == document.asides


def test_a_bar_without_a_line_below_is_no_table() -> None:
    """A vertical bar in a sentence makes no table."""
    document = read_markdown(b"Costs | savings\nStaff | posts", "depot.md")
    assert ["text", "text"] == [p.part for p in document.paragraphs]
