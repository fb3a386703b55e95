"""The whole assessment as a page, read back with the standard library's parser and in Chromium."""

from __future__ import annotations

import dataclasses
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from checker.reporters import text
from checker.reporters.access import for_publication
from checker.reporters.page import render
from tests.engine.case import CLAIM, RULES, assessed, only
from tests.rendering import accessibility_failures, browser_page
from tests.reporters.recorded import assessed_after, event
from tests.stories.reading import EXAMPLES
from tests.stories.reading import assessed as read

RULE = "cost-benefit-analysis"
PAYLOADS = (
    "<script>document.title='ran'</script>",
    "<img src=x onerror=\"document.title='ran'\">",
    "\"><svg onload=document.title='ran'>",
    "</details></article></main><h1 onclick=alert(1)>",
    "{{ 7 * 7 }} ${7*7}",
    '=HYPERLINK("javascript:alert(1)")',
)


class Read(HTMLParser):
    """The page as it says itself: codes, text, elements and their attributes."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.codes: dict[str, list[str]] = {}
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._part, self._in_code = "", False
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "section":
            self._part = dict(attrs).get("aria-labelledby") or ""
        self._in_code = tag == "code"

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if self._in_code and data.strip():
            self.codes.setdefault(self._part, []).append(data)
        self._in_code = False

    @property
    def text(self) -> str:
        """All words of the page on one line."""
        return " ".join(" ".join(self.words).split())


def saved(page: bytes, folder: Path) -> Path:
    """Save a page and return its path."""
    path = folder / "page.html"
    path.write_bytes(page)
    return path


@pytest.mark.parametrize(
    ("as_of", "paths"), [("2022-01-20", ()), ("2025-10-01", (EXAMPLES,))], ids=["records", "examples"]
)
def test_every_open_finding_is_on_the_page(as_of: str, paths: tuple[Path, ...]) -> None:
    """The full fingerprints under the matters are those of the open findings, each once, in order of the matters."""
    assessment = read(as_of, *paths)
    codes = Read(render(assessment)).codes["matters"]

    assert [f.fingerprint for matter in assessment.matters for f in matter.findings] == codes
    assert {f.fingerprint for f in assessment.open} == set(codes)
    assert len(assessment.open) == len(codes)


@pytest.mark.parametrize(
    ("as_of", "paths"), [("2022-01-20", ()), ("2025-10-01", (EXAMPLES,))], ids=["records", "examples"]
)
def test_the_numbers_are_those_of_the_terminal(as_of: str, paths: tuple[Path, ...]) -> None:
    """Claims judged, headline evidence and quotations of each source are given as at the terminal."""
    assessment = read(as_of, *paths)
    terminal = " ".join("".join(text.render(assessment)).split())
    told = re.findall(r"\d+ claims? judged · .*? quotations \w+ \d+/\d+", terminal)
    page = Read(render(assessment)).text

    assert len(told) >= 4
    assert [line for line in told if line not in page] == []


def test_a_finding_has_its_decision_and_reply_beside_it() -> None:
    """What was replied and decided stands with the finding, with the post and the day."""
    finding = only(assessed(), RULE)
    reply = event(
        finding, "reply", "the table is in the budget book", state="evidence_added", where="budget book, page 4"
    )
    decision = event(finding, "decision", "to be settled in June", state="confirmed", by="scrutiny-officer")
    page = Read(render(assessed_after(reply, decision))).text

    assert (
        "evidence added, head-of-streets, 2 June 2025: the table is in the budget book (see budget book, page 4)"
        in page
    )
    assert "confirmed, scrutiny-officer, 2 June 2025: to be settled in June" in page


def test_a_missing_reply_is_said() -> None:
    """Where nobody replied, the page says so for every finding."""
    assessment = assessed()

    assert len(assessment.open) == Read(render(assessment)).text.count("no reply recorded")


def test_a_reply_to_an_earlier_wording_says_so() -> None:
    """A reply that was written before the claim changed is shown with that note."""
    reply = event(only(assessed(), RULE), "reply", "see above", state="disputed", content="0" * 16)

    assert "written about an earlier wording or rule" in Read(render(assessed_after(reply))).text


def test_a_waived_finding_is_listed_apart() -> None:
    """A waived finding leaves the matters and stands under waivers, with reason, approver and last day."""
    finding = only(assessed(), RULE)
    waiver = event(finding, "waiver", "comes with the budget", granted_by="section-151-officer", due="2100-01-31")
    page = Read(render(assessed_after(waiver)))

    assert finding.fingerprint not in page.codes["matters"]
    assert [finding.fingerprint] == page.codes["waivers"]
    assert "waived (section-151-officer, until 31 January 2100): comes with the budget" in page.text


def test_an_expired_waiver_hides_nothing() -> None:
    """An expired waiver is listed, and its finding is open again among the matters."""
    finding = only(assessed(), RULE)
    page = Read(render(assessed_after(event(finding, "waiver", granted_by="chief-executive", due="2025-06-30"))))

    assert finding.fingerprint in page.codes["matters"]
    assert "waiver expired, open again (chief-executive, until 30 June 2025)" in page.text


def test_commitments_are_all_on_the_page() -> None:
    """Every commitment is a row with its id and state."""
    assessment = read("2022-01-20")
    page = Read(render(assessment)).text

    assert [one.id for one in assessment.standings if one.id not in page] == []
    assert "fell due unread" in page


def test_a_basis_says_its_force_and_whether_it_was_read() -> None:
    """What the rules rest on is named with its force, and with whether its own words were read."""
    page = Read(render(read("2022-01-20"))).text

    assert "Equality Act 2010, section 149 (law; read" in page
    assert "its own words were not read" in page


def test_an_address_that_is_no_address_is_no_link() -> None:
    """A basis whose link is a script is named and not linked."""
    assessment = read("2022-01-20")
    bases = {
        name: basis.model_copy(update={"url": "javascript:document.title='ran'"})
        for name, basis in assessment.rulebook.bases.items()
    }
    bad = dataclasses.replace(assessment, rulebook=dataclasses.replace(assessment.rulebook, bases=bases))
    links = [attrs["href"] or "" for tag, attrs in Read(render(bad)).elements if tag == "a"]

    assert links
    assert [link for link in links if not link.startswith("#")] == []


def test_nothing_is_loaded_and_nothing_runs() -> None:
    """The page holds no script, no form and nothing that is fetched from elsewhere."""
    page = Read(render(read("2022-01-20")))
    tags = {tag for tag, _ in page.elements}
    fetched = [attrs for _, attrs in page.elements if attrs.keys() & {"src", "srcset", "data", "background"}]

    assert tags & {"script", "iframe", "form", "link", "img", "object"} == set()
    assert fetched == []
    assert [attrs for _, attrs in page.elements if any(name.startswith("on") for name in attrs)] == []


def test_payloads_are_words_in_a_browser(tmp_path: Path) -> None:
    """Scripts, markup and formulas in quotations, titles, replies and waivers are shown as typed, and none runs."""
    claims = [{**CLAIM, "id": f"C{n}", "quote": f"will save {payload}"} for n, payload in enumerate(PAYLOADS)]
    case: dict[str, Any] = {"claims": claims, "source": {"title": PAYLOADS[0]}}
    finding = assessed(**case).open[0]
    recorded = [
        event(finding, "reply", PAYLOADS[1], state="disputed"),
        event(finding, "decision", PAYLOADS[2], state="closed"),
    ]
    path = saved(render(assessed_after(*recorded, **case)), tmp_path)

    with browser_page(path, 1200) as page:
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert page.title() == "Claims and the evidence shown for them"
        assert page.locator("h1").count() == 1
        shown = page.locator("body").inner_text()
        assert [payload for payload in PAYLOADS if payload not in shown] == []


@pytest.mark.parametrize("case", ["examples", "waived", "exempt", "nothing open"])
def test_the_page_is_accessible(case: str, tmp_path: Path) -> None:
    """Axe finds nothing against WCAG 2.2 AA at a desk and on a phone, and the page is never wider than the window."""
    made = {
        "examples": lambda: read("2025-10-01", EXAMPLES),
        "waived": lambda: assessed_after(event(only(assessed(), RULE), "waiver", granted_by="chief-executive")),
        "exempt": lambda: assessed(source={"access": "exempt", "access_reason": "paragraph 3"}),
        "nothing open": lambda: assessed(claims=[]),
    }
    page = render(made[case]()).replace(b"<details>", b"<details open>", 3)

    assert accessibility_failures(saved(page, tmp_path)) == []


def test_paper_shows_what_is_folded(tmp_path: Path) -> None:
    """On paper every folded finding is there to read."""
    from tests.rendering import pdf_text

    assessment = read("2025-10-01", EXAMPLES)
    path = saved(render(assessment), tmp_path)
    with browser_page(path, 1200) as page:
        page.pdf(path=str(tmp_path / "page.pdf"))
    printed = pdf_text(tmp_path / "page.pdf")

    assert [f.fingerprint for f in assessment.open if f.fingerprint not in printed] == []


def test_what_is_not_public_says_so_and_a_public_page_has_none_of_it() -> None:
    """An exempt paragraph puts the word on the page; the public export has neither the word nor the text."""
    claims = [CLAIM, {**CLAIM, "id": "C2", "at": "7.1", "quote": "will cost £90,000 in settlements"}]
    restricted = [{"at": "7.1", "access": "exempt", "reason": "paragraph 3"}]
    assessment = assessed(claims=claims, source={"restricted": restricted})
    public = Read(render(for_publication(assessment))).text

    assert Read(render(assessment)).text.count("EXEMPT: not for publication") == 2
    assert "EXEMPT" not in public
    assert "settlements" not in public
    assert "1 claim judged" in public


def test_words_about_a_person_are_not_quoted() -> None:
    """Words on the merit of a person are nowhere on the page."""
    claim = {**CLAIM, "quote": "an outstanding postholder", "about_person": True}

    assert "outstanding" not in render(assessed(claims=[claim])).decode()


def test_the_foot_is_there() -> None:
    """The page ends with what it takes to make it again, and the checkpoint of the ledger."""
    page = Read(render(assessed())).text

    assert f"rules {RULES.sha256[:16]}, ledger 0:" in page


def test_same_bytes_twice() -> None:
    """The same assessment gives the same bytes."""
    assert render(read("2022-01-20")) == render(read("2022-01-20"))
