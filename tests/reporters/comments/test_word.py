"""Comments in the margin of a Word file."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.reporters.comments.comment import Comment, initials
from checker.reporters.comments.word import annotated
from tests.readers import docx_making
from tests.reporters.comments.making import LINES, SIGNED, comment, marked, part, parts, report, seen_in_office

BY_US = {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}


@pytest.mark.parametrize(
    ("paragraph", "quote"),
    [
        (1, "expect a saving of £40,000"),
        (1, "We expect a saving of £40,000 a year from 2027."),
        (2, "will not affect residents"),
        (2, "move will not affect residents at all"),
        (3, "the savings plan"),
        (3, "savings plan shows"),
        (7, "saves £12,000 each"),
    ],
)
def test_the_exact_words_are_marked(paragraph: int, quote: str) -> None:
    """Exactly the quoted words are marked: across runs and bold, in a tracked insertion, in a link, in a table."""
    assert [quote] == marked(comment(paragraph, quote))


def test_typography_does_not_matter() -> None:
    """Words are found though their quotation marks, dashes and spaces are typed otherwise."""
    assert ["“Better value” – at no-one’s cost"] == marked(comment(12, '"Better value" - at no-one\'s  cost'))


def test_deleted_words_are_not_there() -> None:
    """Words that are deleted by a tracked change are not found, and the comment hangs on the paragraph."""
    assert ["The move will not affect residents at all."] == marked(comment(2, "may harm"))


@pytest.mark.parametrize("quote", ["words that stand elsewhere", ""])
def test_words_not_found_hang_on_the_paragraph(quote: str) -> None:
    """A comment whose words are not in the paragraph hangs on the whole of it."""
    assert ["As the savings plan shows, costs fall."] == marked(comment(3, quote))


def test_a_footnote_is_commented_at_its_mark() -> None:
    """A comment on a footnote hangs on the mark in the text, where the margin is."""
    xml = part(annotated(report(), [Comment("fn:2", "8", "Savings are net", LINES)], SIGNED), "word/document.xml")
    assert xml.index(b"A note") < xml.index(b"commentRangeStart") < xml.index(b"footnoteReference")
    assert xml.index(b"footnoteReference") < xml.index(b"commentRangeEnd") < xml.index(b" follows.")


def test_a_text_box_is_commented_where_it_stands() -> None:
    """A box takes no comments, so one on its words hangs on the paragraph that holds the box."""
    xml = part(annotated(report(), [comment(10, "A saving in a box")], SIGNED), "word/document.xml")
    assert xml.index(b"commentRangeStart") < xml.index(b"Before the box")
    assert xml.index(b"</mc:AlternateContent>") < xml.index(b"commentRangeEnd")


def test_an_empty_paragraph_takes_a_comment() -> None:
    """A comment on a paragraph without words is still there to be read."""
    assert [""] == marked(comment(11, ""))


def test_two_comments_on_overlapping_words() -> None:
    """Two comments may share words; each keeps its own."""
    assert ["expect a saving", "a saving of £40,000"] == marked(
        comment(1, "expect a saving"), comment(1, "a saving of £40,000")
    )


def test_comments_are_numbered_in_the_order_of_the_paper() -> None:
    """Whatever order they come in, comments are numbered as they stand in the paper."""
    assert ["a saving", "costs fall"] == marked(comment(3, "costs fall"), comment(1, "a saving"))


def test_every_other_part_is_the_same_byte_for_byte() -> None:
    """Only the text, the comments and what names them change; styles, notes and the rest stay byte for byte."""
    raw = report(settings='<w:zoom w:percent="100"/>')
    new = annotated(raw, [comment(1, "a saving")], SIGNED)
    before, after = parts(raw), parts(new)
    assert BY_US == {name for name in after if after[name] != before.get(name)}
    assert before.keys() - after.keys() == set()


def test_the_text_and_its_type_stay() -> None:
    """Cutting a run changes neither its words nor its type."""
    xml = part(annotated(report(), [comment(1, "saving of £40,000")], SIGNED), "word/document.xml").decode()
    assert 2 == xml.count("<w:b/>")
    assert 'xml:space="preserve">a </w:t>' in xml


def test_the_same_comments_give_the_same_bytes() -> None:
    """The same draft, comments and day give the same file, on any day."""
    wanted = [comment(1, "a saving"), comment(3, "costs fall")]
    assert annotated(report(), wanted, SIGNED) == annotated(report(), wanted, SIGNED)


def test_nothing_to_say_changes_nothing() -> None:
    """A draft without comments comes back as it was."""
    raw = report()
    assert raw == annotated(raw, [], SIGNED)


def test_earlier_comments_stay() -> None:
    """A file that has comments keeps them, and ours get numbers of their own."""
    earlier = f'<w:comment w:id="7" w:author="A colleague">{docx_making.p("Earlier")}</w:comment>'
    raw = report(comments=earlier)
    new = annotated(raw, [comment(1, "a saving")], SIGNED)
    xml = part(new, "word/comments.xml").decode()
    assert "Earlier" in xml
    assert 'w:id="8"' in xml
    assert {"word/document.xml", "word/comments.xml"} == {n for n, data in parts(new).items() if data != parts(raw)[n]}


def test_styles_the_file_does_not_have_are_not_named() -> None:
    """The styles of comments are named only where the file has them."""
    new = annotated(report(), [comment(1, "a saving")], SIGNED)
    assert b"CommentReference" not in part(new, "word/document.xml") + part(new, "word/comments.xml")
    styles = docx_making.style("CommentText") + docx_making.style("CommentReference", kind="character")
    new = annotated(report(styles=styles), [comment(1, "a saving")], SIGNED)
    assert b"CommentReference" in part(new, "word/document.xml")
    assert b"CommentText" in part(new, "word/comments.xml")


def test_signed_and_dated_as_told() -> None:
    """Author, initials and day are those given, never those of the machine."""
    xml = part(annotated(report(), [comment(1, "a saving")], SIGNED), "word/comments.xml").decode()
    assert 'w:author="Pre-check"' in xml
    assert 'w:initials="PC"' in xml
    assert 'w:date="2026-03-02T00:00:00Z"' in xml


@pytest.mark.parametrize(("author", "short"), [("Pre-check", "PC"), ("Head of Streets", "HOS"), ("", "")])
def test_initials(author: str, short: str) -> None:
    """Initials are the first letters of the words of a name."""
    assert short == initials(author)


def test_hostile_words_stay_words() -> None:
    """What a draft says cannot write markup or control characters into the margin."""
    odd = Comment("p:1", "3.4", "a saving", ((LINES[0][1]._replace(text="</w:t><w:p> \x07 & <b>"),),))
    xml = part(annotated(report(), [odd], SIGNED), "word/comments.xml").decode()
    assert "&lt;/w:t&gt;&lt;w:p&gt;  &amp; &lt;b&gt;" in xml


def test_libreoffice_shows_the_comments_on_the_very_words(tmp_path: Path) -> None:
    """LibreOffice opens the file and shows each comment, signed and dated, on exactly the quoted words."""
    quotes = {1: "saving of £40,000 a year", 2: "will not affect residents", 3: "savings plan shows", 7: "saves £12,000 each", 12: "at no-one’s cost"}  # fmt: skip
    seen = seen_in_office(annotated(report(), [comment(n, q) for n, q in quotes.items()], SIGNED), tmp_path)
    assert list(quotes.values()) == [one.words for one in seen]
    assert {"Members may ask: What saving & by when?\nHelpful"} == {one.text for one in seen}
    assert {("Pre-check", "2026-03-02T00:00:00")} == {(one.author, one.date[:19]) for one in seen}


CONTROL = (
    f"<w:sdt><w:sdtPr/><w:sdtContent>{docx_making.p('The advice of Legal is awaited.')}"
    f"{docx_making.p('None is known.')}</w:sdtContent></w:sdt>{docx_making.p('An end.')}"
)


def test_a_content_control_is_commented_on_its_words() -> None:
    """The words are marked as elsewhere; where they begin a control, the mark of the comment stands behind it."""
    raw = docx_making.document(CONTROL, styles=docx_making.style("Normal"))
    assert ["Legal is awaited"] == marked(comment(0, "Legal is awaited"), raw=raw)
    xml = part(annotated(raw, [comment(0, "Legal is awaited"), comment(1, "None")], SIGNED), "word/document.xml")
    first, second = xml.index(b"commentReference"), xml.rindex(b"commentReference")
    assert xml.index(b" is awaited") < first < xml.index(b"None") < second < xml.index(b" is known")


def test_libreoffice_keeps_the_words_of_a_content_control(tmp_path: Path) -> None:
    """LibreOffice, which makes a field of a control's first paragraph, shows its words beside the comment."""
    raw = docx_making.document(CONTROL, styles=docx_making.style("Normal"))
    seen_in_office(annotated(raw, [comment(0, "Legal is awaited")], SIGNED), tmp_path)
    assert "The advice of Legal is awaited." in part((tmp_path / "commented.odt").read_bytes(), "content.xml").decode()
