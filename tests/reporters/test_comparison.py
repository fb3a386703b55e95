"""What a reader sees of a comparison: the same in every format."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from checker.engine.compare import compare_snapshots, snapshot_of
from checker.model.comparison import Comparison
from checker.reporters.comparison import render, render_html, render_json, render_markdown
from tests.engine.case import assessed
from tests.rendering import accessibility_failures, browser_page

SAVES = {"id": "C1", "at": "1.1", "kinds": ["financial_saving"], "quote": "will save £40,000 a year from the move"}
KEEPS = {"id": "C2", "at": "2.1", "kinds": ["improved_outcomes"], "quote": "keeps the museum open for schools"}
JOBS = {"id": "C3", "at": "3.1", "kinds": ["workforce"], "quote": "offers each member of staff a new post"}
COSTED = {"id": "E1", "kind": "cost_benefit_analysis", "status": "verified", "quote": "Table 2", "covers": ["C2"]}
SOFTER = {**SAVES, "quote": "may save £40,000 a year from the move"}
CHEAP = {"id": "C4", "at": "4.1", "kinds": ["cost_neutral"], "quote": "is within the budget agreed in May"}
OLD: dict[str, Any] = {"claims": [SAVES, KEEPS, JOBS]}
NEW: dict[str, Any] = {"claims": [SOFTER, KEEPS, CHEAP], "evidence": [COSTED]}
HOSTILE = ("<script>alert(1)</script>", "=HYPERLINK(1)", "[a](b) *c* `d` | e", "{{ 7*7 }}", "# not a heading")

Render = Callable[[Comparison], Iterator[str]]


def compared(old: dict[str, Any] = OLD, new: dict[str, Any] = NEW) -> Comparison:
    return compare_snapshots(snapshot_of(assessed(**old), "draft"), snapshot_of(assessed(**new), "published"))


def in_full(comparison: Comparison) -> Iterator[str]:
    return render(comparison, everything=True)


def page(comparison: Comparison) -> Iterator[str]:
    yield render_html(comparison).decode()


def flat(lines: Iterator[str]) -> str:
    return " ".join(" ".join(lines).split())


EVERY = pytest.mark.parametrize("form", [in_full, page, render_markdown, render_json])


class TestText:
    def test_eighty_columns_and_nothing_that_commands(self) -> None:
        """No line is longer than eighty columns, and no control character reaches the terminal."""
        text = "".join(in_full(compared()))
        assert max(map(len, text.splitlines())) <= 80
        assert all(character.isprintable() or character == "\n" for character in text)

    def test_numbers_come_first(self) -> None:
        """The head says what is compared, and counts every result and how the claims go together."""
        comparison = compared()
        head = " ".join("".join(render(comparison)).split("\n\n")[0].split())
        assert "OLD draft" in head
        assert "NEW published" in head
        counts = comparison.counts
        assert f"{counts['new']} new · {counts['no_longer_assessed']} no longer assessed" in head
        assert "Claims: 2 in both (1 reworded) · 1 only in NEW · 1 only in OLD" in head

    def test_lost_sight_is_not_praised(self) -> None:
        """What is no longer assessed says that this is not an improvement, and why it was lost."""
        text = flat(render(compared()))
        assert "Sight of these was lost. That is not an improvement." in text
        assert "not among what was judged" in text

    def test_what_is_open_as_before_is_counted(self) -> None:
        """What did not change is counted, and printed when everything is asked for."""
        comparison = compared(OLD, OLD)
        brief, full = flat(render(comparison)), flat(in_full(comparison))
        assert f"{len(comparison.rows)} findings open as before: --all" in brief
        assert KEEPS["quote"] not in brief
        assert KEEPS["quote"] in full
        assert "--all" not in full

    def test_what_changed_and_is_still_open_is_always_printed(self) -> None:
        """A promise that fell due with a paper nobody read is still open, and that it changed is shown."""
        due = {"before": "officer_report", "topic": "museums"}
        promise = {"id": "K1", "provides": ["cost_benefit_analysis"], "quote": "will follow", "due": due}
        case = {"claims": [SAVES], "commitments": [promise]}
        paper = {"kind": "officer_report", "body": "Wexcombe", "topic": "museums", "date": "2024-05-01", "at": "1.1"}
        minutes = {"source": {"id": "minutes", "kind": "minutes", "meeting_date": "2024-06-05", "events": [paper]}}
        text = flat(render(compared(case, {**case, "others": [minutes]})))
        assert "Still open, otherwise than before" in text
        assert "promised → fell due, paper not read: cost-benefit analysis" in text

    def test_another_level_is_told(self) -> None:
        """Where only the level changed, the levels are printed."""
        old, new = {**SAVES, "certainty": "hypothesis"}, {**SAVES, "operative": "true"}
        text = flat(render(compared({"claims": [old]}, {"claims": [new]})))
        assert re.search(r"Worse \(\d+\) .* none found, (low|medium) → (medium|high): ", text)

    def test_nothing_open(self) -> None:
        """Where nothing is open in either, that is said."""
        assert "Nothing is open in either" in flat(render(compared({"claims": []}, {"claims": []})))

    def test_what_makes_a_comparison_hard_is_said(self) -> None:
        """Two versions, two profiles, an earlier day: each is said before the results."""
        old, new = snapshot_of(assessed(**OLD)), snapshot_of(assessed("audit", source={"id": "published"}, **NEW))
        text = flat(render(compare_snapshots(old, new)))
        assert "Taken as two versions of one source: wexcombe-example-0 and published." in text
        assert "The profiles differ (scrutiny, audit): levels are not compared." in text


class TestEveryFormat:
    @EVERY
    def test_the_same_findings(self, form: Render) -> None:
        """Each format holds every row of the comparison."""
        comparison, text = compared(), flat(form(compared()))
        digits = 6 if form is in_full else 16
        assert [row for row in comparison.rows if row.seen.fingerprint[:digits] not in text] == []

    @EVERY
    def test_both_wordings(self, form: Render) -> None:
        """Of a reworded claim both wordings are shown."""
        text = flat(form(compared()))
        assert SAVES["quote"] in text
        assert SOFTER["quote"] in text

    @EVERY
    def test_not_for_publication(self, form: Render) -> None:
        """A comparison takes the highest restriction of what it holds, of restricted paragraphs too."""
        exempt = {"restricted": [{"at": "9.9", "access": "exempt", "reason": "a contract"}]}
        text = flat(form(compared(OLD, {**NEW, "source": exempt})))
        assert re.search("EXEMPT: not for publication" if form is not render_json else '"access": "exempt"', text)
        assert "not for publication" not in flat(form(compared()))

    @EVERY
    def test_words_about_a_person_are_not_shown(self, form: Render) -> None:
        """Words about a person are in no format, from either side."""
        person = {**SAVES, "about_person": "true"}
        text = flat(form(compared({"claims": [person]}, {"claims": [{**person, "quote": SOFTER["quote"]}, KEEPS]})))
        assert "£40,000" not in text
        assert "words about a person, not quoted" in text

    @EVERY
    def test_same_bytes(self, form: Render) -> None:
        """The same comparison gives the same bytes."""
        assert list(form(compared())) == list(form(compared()))

    @EVERY
    def test_neutral(self, form: Render) -> None:
        """No format says that a claim is false, misleading or unlawful, or that anybody failed."""
        assert not re.search(r"\b(false|misleading|unlawful|failed)\b", re.sub('": false', "", flat(form(compared()))))


class TestJson:
    def test_what_it_lists(self) -> None:
        """It lists changes, each with both sides, and what it takes to compare again."""
        comparison = compared()
        data = json.loads("".join(render_json(comparison)))
        assert (1, len(comparison.rows)) == (data["schema_version"], len(data["changes"]))
        assert sum(data["counts"].values()) == len(data["changes"])
        assert tuple(data["manifest"][side]["name"] for side in ("old", "new")) == ("draft", "published")
        assert {"met"} == {change["new"]["outcome"] for change in data["changes"] if change["change"] == "resolved"}
        assert [[one["subject"]["id"] for one in data[name]] for name in ("added", "gone")] == [
            ["wexcombe-example-0#C4"],
            ["wexcombe-example-0#C3"],
        ]


class TestHostile:
    CLAIMS = tuple({**KEEPS, "id": f"C{n}", "at": f"{n}.1", "quote": words} for n, words in enumerate(HOSTILE, 1))

    def test_in_a_browser(self, tmp_path: Path) -> None:
        """Markup in a quotation is shown as it was typed and does nothing."""
        path = tmp_path / "page.html"
        path.write_bytes(render_html(compared({"claims": []}, {"claims": list(self.CLAIMS)})))
        with browser_page(path, 1200) as browser:
            text = browser.inner_text("main")
        assert [words for words in HOSTILE if words not in text] == []
        assert "<script>" not in path.read_text("utf-8")
        assert html.escape(HOSTILE[0]) in path.read_text("utf-8")

    def test_in_markdown(self) -> None:
        """Every mark of Markdown in a quotation is escaped."""
        text = "".join(render_markdown(compared({"claims": []}, {"claims": list(self.CLAIMS)})))
        assert r"\<script\>alert(1)\</script\>" in text
        assert r"\[a\](b) \*c\* \`d\` \| e" in text


def test_the_page_is_accessible(tmp_path: Path) -> None:
    """The page has no failure of WCAG 2.2 A or AA, at a desk and on a phone."""
    path = tmp_path / "page.html"
    path.write_bytes(render_html(compared()))
    assert accessibility_failures(path) == []
