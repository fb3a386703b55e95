"""The members' page as a PDF."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

from checker.reporters.briefing.formats import render
from tests.rendering import pdf_pages, pdf_text
from tests.reporters.briefing.pages import TOPIC, invented, museums, real, report


def _tags(element: Any) -> Iterator[str]:
    if isinstance(element, pikepdf.Array):
        for one in element:
            yield from _tags(one)
    elif isinstance(element, pikepdf.Dictionary):
        if "/S" in element:
            yield str(element["/S"])
        if "/K" in element:
            yield from _tags(element["/K"])


def test_one_side_of_a4(tmp_path: Path) -> None:
    """With five themes the PDF has one page of A4."""
    for assessment, topic in ((real(), TOPIC), (real(), None), (invented(), None)):
        path = tmp_path / "page.pdf"
        path.write_bytes(render(assessment, "pdf", topic=topic))
        assert 1 == pdf_pages(path)


def test_the_structure_can_be_read_aloud() -> None:
    """The PDF is tagged: a title, a language, headings of two levels, paragraphs, and the mark of PDF/UA."""
    with pikepdf.open(io.BytesIO(render(real(), "pdf", topic=TOPIC))) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        tags = Counter(_tags(pdf.Root.StructTreeRoot.K))
        assert "en-gb" == str(pdf.Root.Lang).lower()
        with pdf.open_metadata() as about:
            assert "1" == about["pdfuaid:part"]
            assert "Shared education service of Stockport and Tameside" == about["dc:title"]
    assert 1 == tags["/H1"]
    assert 9 == tags["/H2"]
    assert tags["/P"] > 20


def test_a_long_page_runs_on(tmp_path: Path) -> None:
    """Asked for every theme, the PDF has as many pages as it takes."""
    path = tmp_path / "page.pdf"
    path.write_bytes(render(real(), "pdf", top=100))
    assert pdf_pages(path) > 5


def test_a_page_that_is_not_public_says_so(tmp_path: Path) -> None:
    """Head and foot of every page say that it is not for publication."""
    path = tmp_path / "page.pdf"
    path.write_bytes(render(museums(source=report(access="exempt", access_reason="contract")), "pdf"))
    assert 2 * pdf_pages(path) == pdf_text(path).count("EXEMPT: not for publication")
