"""Comments as a list, for a draft whose file has no margin."""

from __future__ import annotations

import io

import docx
import pytest

from checker.base.faults import Misuse
from checker.reporters.comments.comment import Comment
from checker.reporters.comments.listing import listed
from tests.reporters.comments.making import LINES, SIGNED

COMMENTS = [Comment("", "¶2 p1", "", LINES), Comment("", "3.4 p2", "a *saving* of £40,000 <each>", LINES)]
TITLE = "Comments on depot.pdf"


def test_markdown_names_page_and_paragraph() -> None:
    """Each comment stands under its page and paragraph, with its words and its own bold and italics."""
    text = listed(COMMENTS, TITLE, SIGNED, ".md").decode()
    assert "## Page 1, ¶2\n" in text
    assert (
        "## Page 2, paragraph 3.4\n\n> a \\*saving\\* of £40,000 \\<each\\>\n\n**Members may ask:** What saving" in text
    )
    assert "\n\n*Helpful*\n" in text
    assert "Pre-check, 2 March 2026. A private draft: not for publication." in text


def test_word_says_the_same() -> None:
    """The list in Word has the same headings, words and type, and the same bytes each time."""
    data = listed(COMMENTS, TITLE, SIGNED, ".docx")
    paragraphs = docx.Document(io.BytesIO(data)).paragraphs
    texts = [paragraph.text for paragraph in paragraphs]
    assert TITLE == texts[0]
    assert ["Page 2, paragraph 3.4", "“a *saving* of £40,000 <each>”"] == texts[5:7]
    assert paragraphs[7].runs[0].bold
    assert data == listed(COMMENTS, TITLE, SIGNED, ".docx")


def test_html_runs_nothing() -> None:
    """The list as a page escapes what the draft says and marks itself as a draft."""
    text = listed(COMMENTS, TITLE, SIGNED, ".html").decode()
    assert "a *saving* of £40,000 &lt;each&gt;" in text
    assert "<strong>Members may ask: </strong>What saving &amp; by when?" in text
    assert "DRAFT: not for publication" in text


def test_another_form_is_refused() -> None:
    """A list in a form that is not known is refused with those that are."""
    with pytest.raises(Misuse, match=r"\.docx, \.html, \.md"):
        listed(COMMENTS, TITLE, SIGNED, ".pdf")
