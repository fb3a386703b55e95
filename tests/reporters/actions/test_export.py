"""The same action sheet in every format, whoever opens it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.reporters.actions.build import build
from checker.reporters.actions.export import FORMATS, export
from tests.rendering import accessibility_failures
from tests.reporters.commitments import read_back
from tests.reporters.commitments.case import MINUTES, PAYLOADS, REPORT, depot, event, hostile, real, restricted

READ = {"text": read_back.of_text, "md": read_back.of_markdown, "html": read_back.of_html, "docx": read_back.of_word}
DONE = event("reported_done", f"{REPORT}#K1", by="head-of-streets", where="annex A")


@pytest.mark.parametrize("format_", READ)
def test_every_format_has_every_fact(format_: str) -> None:
    """Every action, question and matter arising stands in every format with owner, due day, state and place."""
    sheet = build(depot(DONE), MINUTES)
    shown = read_back.squeezed(READ[format_](export(depot(DONE), MINUTES, format_)))
    facts = [sheet.meeting, sheet.carried, *sheet.sources, *sheet.unread]
    for action in (*sheet.actions, *sheet.arising):
        facts += [f"A{action.number}", action.what, action.owner, action.due.removeprefix("due "), action.state]
        facts += [action.where, action.quote, action.since]
    for question in (*sheet.questions, *sheet.arising_questions):
        facts += [f"Q{question.number}", question.what, question.state, question.where, question.quote]
    assert [] == [fact for fact in facts if read_back.squeezed(fact) not in shown]


def test_json_lists_actions_and_questions_with_their_ids() -> None:
    """JSON has the actions, questions and matters arising, with the ids that the ledger knows them by."""
    data = json.loads(export(depot(), MINUTES, "json"))
    assert (1, 7, 2, 1) == (
        data["schema_version"], len(data["actions"]), len(data["questions"]), len(data["arising"]))  # fmt: skip
    assert f"{MINUTES}#Q1" == data["questions"][0]["id"]


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_bytes_twice(format_: str) -> None:
    """A second run gives the same bytes."""
    name = "stockport-budget-minutes-2014"
    assert export(real(), name, format_) == export(real(), name, format_)


@pytest.mark.parametrize("format_", ["text", "md", "html", "json"])
def test_who_may_read_it_is_said(format_: str) -> None:
    """A sheet that holds something exempt says so; a public one does not."""
    assert "exempt" in export(restricted("exempt"), MINUTES, format_).decode().casefold()
    assert "not for publication" not in export(depot(), MINUTES, format_).decode().casefold()


def test_an_empty_sheet_says_so() -> None:
    """Where nothing was promised or asked the sheet says so in each part."""
    text = export(depot(commitments=[], others=[]), REPORT).decode()
    for said in ("No action: nothing promised", "No question waits", "Nothing open from earlier", "nothing is open"):
        assert said in text


def test_lines_of_the_terminal_fit() -> None:
    """No line of the text is wider than eighty columns."""
    lines = export(real(), "2021-03-17 Stockport").decode().splitlines()
    assert [] == [line for line in lines if len(line) > 80]


def test_the_page_has_no_barrier(tmp_path: Path) -> None:
    """A browser's accessibility rules find nothing, at a desk's width and a phone's."""
    page = tmp_path / "page.html"
    page.write_bytes(export(depot(DONE), MINUTES, "html"))
    assert [] == accessibility_failures(page)


def test_payloads_are_words_in_every_format(tmp_path: Path) -> None:
    """Markup, formulas and template signs are shown as typed; no script runs in a browser; an office opens it."""
    for format_, read in READ.items():
        shown = read_back.squeezed(read(export(hostile(), REPORT, format_)))
        assert [] == [text for text in PAYLOADS if read_back.squeezed(text) not in shown]
    title = read_back.title_in_browser(export(hostile(), REPORT, "html"), tmp_path)
    assert title.startswith("Action sheet: Wexcombe")
    printed = read_back.squeezed(read_back.in_office(export(hostile(), REPORT, "docx"), tmp_path))
    assert '=HYPERLINK("x";"y")' in printed
