"""A topic over time in every format: the same facts, inert, accessible, the same bytes twice."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from checker.reporters.timeline.export import FORMATS, export
from checker.reporters.timeline.gather import timeline_of
from tests.rendering import accessibility_failures, program
from tests.reporters.commitments import read_back
from tests.reporters.commitments.case import PAYLOADS, TOPIC, depot, hostile, real, restricted

TABLES = {"md": read_back.of_markdown, "html": read_back.of_html, "docx": read_back.of_word}
REAL = "shared-education-service"


@pytest.mark.parametrize("format_", TABLES)
def test_the_table_has_every_fact(format_: str) -> None:
    """Behind the picture every fact stands in the table: words, place, due day and state."""
    assessment = real()
    shown = read_back.squeezed(TABLES[format_](export(assessment, REAL, format_)))
    facts = [fact for moment in timeline_of(assessment, REAL).moments for fact in moment.facts]
    wanted = {part for fact in facts for part in (fact.label[1:], fact.text, fact.where, fact.due, fact.state)}
    assert [] == [part for part in wanted if read_back.squeezed(part) not in shown]
    listed = json.loads(export(assessment, REAL, "json"))["timeline"]
    assert [fact.text for fact in facts] == [one["text"] for one in listed]


def test_the_text_has_every_promise_and_a_claim_of_every_kind() -> None:
    """At a terminal every promise stands in full, every kind of claim with its number and first words."""
    timeline = timeline_of(real(), REAL)
    shown = read_back.squeezed(export(real(), REAL, "text").decode())
    promised = [fact.text for one in timeline.moments for promise in one.promises for fact in promise.facts]
    claimed = [group.facts[0].text for one in timeline.moments for told in one.told for group in told.groups]
    assert min(len(promised), len(claimed)) > 0
    assert [] == [text for text in (*promised, *claimed) if read_back.squeezed(text) not in shown]


def test_the_text_is_in_reading_order_and_fits() -> None:
    """Days stand in order, claims before what was shown and promised, today between past and due, in 80 columns."""
    text = export(real("2022-01-20"), REAL, "text").decode()
    order = ["17 MARCH 2021", "claimed", "shown", "promised", "19 JANUARY 2022", "20 JANUARY 2022: TODAY", "17 MARCH 2022: DUE"]  # fmt: skip
    places = [text.index(f"\n{part}" if part[0].isdigit() else f"  {part}") for part in order]
    assert sorted(places) == places
    assert [] == [line for line in text.splitlines() if len(line) > 80]


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_bytes_twice(format_: str) -> None:
    """A second run gives the same bytes."""
    assert export(real(), REAL, format_) == export(real(), REAL, format_)


def test_the_page_has_no_barrier(tmp_path: Path) -> None:
    """A browser's accessibility rules find nothing in the page of the real topic, at both widths."""
    page = tmp_path / "page.html"
    page.write_bytes(export(real(), REAL, "html"))
    assert [] == accessibility_failures(page)


def test_payloads_are_inert(tmp_path: Path) -> None:
    """Markup in the records is shown as typed in table and picture, and nothing runs."""
    title = read_back.title_in_browser(export(hostile(), TOPIC, "html"), tmp_path)
    assert "depot over time" == title
    for format_, read in TABLES.items():
        shown = read_back.squeezed(read(export(hostile(), TOPIC, format_)))
        assert [] == [text for text in PAYLOADS if read_back.squeezed(text) not in shown]


def test_word_has_the_picture_with_its_text_alternative(tmp_path: Path) -> None:
    """The Word file holds a picture with a text alternative, and LibreOffice prints both picture and table."""
    raw = export(real(), REAL, "docx")
    document = docx.Document(io.BytesIO(raw))
    says = document.inline_shapes[0]._inline.docPr.get("descr")
    assert says.startswith("Shared education service of Stockport and Tameside, as of 1 June 2022: 51 claims")
    width = document.inline_shapes[0]._inline.find(qn("wp:extent")).get("cx")
    assert int(width) > 150 * 36000
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".png")]
        assert b"\x89PNG" == archive.read(name)[:4]
    printed = read_back.in_office(raw, tmp_path)
    assert "An equality review will precede any further report" in " ".join(printed.split())
    assert program("pdfimages")


@pytest.mark.parametrize("format_", ["text", "md", "html", "json"])
def test_who_may_read_it_is_said(format_: str) -> None:
    """A timeline with something exempt says so."""
    assert "exempt" in export(restricted("exempt"), TOPIC, format_).decode().casefold()
    assert "not for publication" not in export(depot(), TOPIC, format_).decode().casefold()
