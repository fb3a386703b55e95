"""The members' page in Word."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docxtpl import DocxTemplate

from checker.base.faults import Misuse
from checker.reporters.briefing.build import briefing
from checker.reporters.briefing.fields import fields
from checker.reporters.briefing.fit import SIZE
from checker.reporters.briefing.formats import render
from checker.reporters.briefing.word import built_in, read_template
from checker.reporters.briefing.word_template import template
from tests.rendering import pdf_pages, pdf_text, to_pdf
from tests.reporters.briefing.pages import TOPIC, invented, museums, real, report


def _council(*lines: str) -> bytes:
    document: Any = Document()
    for line in lines:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _opened(made: bytes) -> Any:
    return Document(io.BytesIO(made))


def test_one_side_of_a4(tmp_path: Path) -> None:
    """With five themes the Word file has one page, with and without much to say."""
    for name, assessment, topic in (("real", real(), TOPIC), ("all", real(), None), ("own", invented(), None)):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(render(assessment, "docx", topic=topic))
        assert 1 == pdf_pages(to_pdf(path, tmp_path)), name


def test_headings_are_headings() -> None:
    """Title and sections are real headings, the themes among them, in order."""
    document = _opened(render(real(), "docx", topic=TOPIC))
    levels = [(p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert ("Heading 1", "Shared education service of Stockport and Tameside") == levels[0]
    assert {"Heading 2"} == {style for style, _ in levels[1:]}
    assert "1. How would we know it has worked? · fell due, paper not read" == levels[3][1]


def test_language_and_title_are_set() -> None:
    """The file says that it is in British English and what it is about, and carries the day as its date."""
    document = _opened(render(real(), "docx", topic=TOPIC))
    assert 'w:lang w:val="en-GB"' in document.styles.element.xml
    about = document.core_properties
    assert (about.title, about.language) == ("Shared education service of Stockport and Tameside", "en-GB")
    assert "2022-01-20" == about.created.date().isoformat()


def test_nothing_is_set_too_small() -> None:
    """No style in use is smaller than nine and a half points."""
    document = _opened(built_in())
    used = {p.style.name for p in document.paragraphs} | {"Footer", "Header"}
    sizes = [document.styles[name].font.size for name in used]
    assert min(size.pt for size in sizes if size) >= SIZE


def test_no_mark_of_the_template_is_left(tmp_path: Path) -> None:
    """Every field is filled: no brace of the template reaches a reader, in body, head or foot."""
    path = tmp_path / "page.docx"
    path.write_bytes(render(real(), "docx", topic=TOPIC))
    text = pdf_text(to_pdf(path, tmp_path))
    assert "It does not say whether a claim is right" in text
    assert "{" not in text


def test_the_template_is_the_one_that_is_made() -> None:
    """The template in the program is what the program makes, the same bytes every time."""
    assert template() == template() == built_in()


def test_the_template_names_only_fields_that_a_page_has() -> None:
    """Every field of the template is one that a page fills."""
    named = DocxTemplate(io.BytesIO(built_in())).get_undeclared_template_variables()
    assert named
    assert named <= fields(briefing(real())).keys()


def test_a_council_may_use_its_own_template(tmp_path: Path) -> None:
    """A council's own template is filled with the same words."""
    path = tmp_path / "council.docx"
    path.write_bytes(
        _council("Wexcombe", "{{ title }}", "{%p for theme in themes %}", "{{ theme.ask }}", "{%p endfor %}")
    )
    made = _opened(render(invented(), "docx", topic="museum-service", template=read_template(path)))
    page = briefing(invented(), topic="museum-service")
    assert page.themes
    assert ["Wexcombe", page.title, *(theme.opener for theme in page.themes)] == [p.text for p in made.paragraphs]


@pytest.mark.parametrize(
    "line",
    ["{{ score }}", "{%p for theme in themes %}{{ theme.fingerprint }}{%p endfor %}", "{{ title ",
     "{{ title.__class__.__mro__ }}"],
)  # fmt: skip
def test_a_template_that_asks_for_more_is_refused(line: str) -> None:
    """A template that names an unknown field, or reaches behind the fields, is refused with a reason."""
    with pytest.raises(Misuse, match="template"):
        render(real(), "docx", topic=TOPIC, template=_council(line))


def test_a_template_that_is_no_word_file_is_refused(tmp_path: Path) -> None:
    """A file that is not Word, or not there, is refused and not a crash."""
    with pytest.raises(Misuse, match="cannot be used"):
        render(real(), "docx", topic=TOPIC, template=b"not a Word file")
    with pytest.raises(Misuse, match="cannot be read"):
        read_template(tmp_path / "none.docx")


def test_a_page_that_is_not_public_says_so_on_every_page() -> None:
    """Header and footer say that the page is not for publication."""
    made = _opened(render(museums(source=report(access="confidential", access_reason="law")), "docx"))
    section = made.sections[0]
    for part in (section.header, section.footer):
        assert "CONFIDENTIAL: not for publication" in part.paragraphs[0].text
