"""The same list in every format, whoever opens it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.reporters.commitments.build import build
from checker.reporters.commitments.export import FORMATS, export
from tests.rendering import accessibility_failures
from tests.reporters.commitments import read_back
from tests.reporters.commitments.case import PAYLOADS, REPORT, TOPIC, depot, event, hostile, real, restricted

READ = {"text": read_back.of_text, "md": read_back.of_markdown, "html": read_back.of_html, "docx": read_back.of_word}
K1 = f"{REPORT}#K1"
RECORDED = (
    event("revised_due", K1, due="2024-07-10", granted_by="chair"),
    event("reported_done", K1, by="head-of-streets", where="annex A"),
)


@pytest.mark.parametrize("format_", READ)
def test_every_format_has_every_fact(format_: str) -> None:
    """Sentence, words, owner, place, due day, state, every detail and id stand in every format."""
    assessment = depot(*RECORDED)
    shown = read_back.squeezed(READ[format_](export(assessment, format_)))
    rows = build(assessment).rows
    assert rows
    for row in rows:
        facts = [row.what, row.quote, row.who, row.where, row.due.removeprefix("due "), row.state, row.id]
        facts += [text for _, text in row.details]
        assert [] == [fact for fact in facts if read_back.squeezed(fact) not in shown]


def test_json_has_the_contract_and_the_words() -> None:
    """JSON has the fields of the contract for every commitment, and what this list adds."""
    data = json.loads(export(depot(*RECORDED), "json", topic=TOPIC))
    assert (1, "2024-07-20") == (data["schema_version"], data["manifest"]["as_of"])
    first = next(one for one in data["commitments"] if one["id"] == K1)
    assert (K1, "overdue", "2024-07-10", "overdue by 10 days") == (
        first["id"], first["state"], first["due_date"], first["standing"])  # fmt: skip
    assert ("annex A", None) == (first["reported_done"]["where"], first["closed_by"])
    assert {"date": "2024-01-10", "body": "Wexcombe scrutiny committee"} == first["meeting"]
    assert data["timeline"]


def test_every_format_lists_the_same_commitments() -> None:
    """The real records give one list of ids, whatever the format."""
    assessment = real()
    ids = [one["id"] for one in json.loads(export(assessment, "json"))["commitments"]]
    assert 25 == len(ids)
    for format_, read in READ.items():
        shown = read_back.squeezed(read(export(assessment, format_)))
        assert [] == [one for one in ids if read_back.squeezed(one) not in shown]


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_bytes_twice(format_: str) -> None:
    """A second run gives the same bytes, picture and zip parts among them."""
    assert export(real(), format_, topic="shared-education-service") == export(
        real(), format_, topic="shared-education-service"
    )


@pytest.mark.parametrize("format_", FORMATS)
def test_who_may_read_it_is_said(format_: str) -> None:
    """A list that holds something exempt says so; a public one does not."""
    read = {**READ, "json": read_back.of_text}[format_]
    word = (lambda raw: read_back.of_word(raw) + _heads(raw)) if format_ == "docx" else read
    assert "exempt" in word(export(restricted("exempt"), format_)).casefold()
    assert "not for publication" not in word(export(depot(), format_)).casefold()


def _heads(raw: bytes) -> str:
    import io

    import docx

    section = docx.Document(io.BytesIO(raw)).sections[0]
    return section.header.paragraphs[0].text + section.footer.paragraphs[0].text


def test_lines_of_the_terminal_fit() -> None:
    """No line of the text is wider than eighty columns, timeline included."""
    text = export(real(), "text", topic="shared-education-service").decode()
    assert [] == [line for line in text.splitlines() if len(line) > 80]


@pytest.mark.parametrize("topic", ["", TOPIC])
def test_the_page_has_no_barrier(topic: str, tmp_path: Path) -> None:
    """A browser's accessibility rules find nothing, at a desk's width and a phone's, and nothing runs off the page."""
    page = tmp_path / "page.html"
    page.write_bytes(export(depot(*RECORDED), "html", topic=topic))
    assert [] == accessibility_failures(page)


def test_payloads_are_words_in_every_format(tmp_path: Path) -> None:
    """Markup, formulas and template signs are shown as typed; no script runs in a browser."""
    assessment = hostile()
    for format_, read in READ.items():
        shown = read_back.squeezed(read(export(assessment, format_, topic=TOPIC)))
        assert [] == [text for text in PAYLOADS if read_back.squeezed(text) not in shown]
    title = read_back.title_in_browser(export(assessment, "html", topic=TOPIC), tmp_path)
    assert "Promised, asked for and recommended" == title


def test_word_opens_in_an_office(tmp_path: Path) -> None:
    """LibreOffice opens the Word file and prints every commitment of it, payloads as typed."""
    printed = read_back.squeezed(read_back.in_office(export(depot(*RECORDED), "docx", topic=TOPIC), tmp_path))
    for row in build(depot()).rows:
        assert read_back.squeezed(row.where)[:12] in printed
    assert "Costswillcome" in printed
