"""Candidates on a screen and as JSON."""

from __future__ import annotations

import dataclasses
import json

import pytest

from checker.model.draft import Draft
from checker.reporters.drafts import as_json
from checker.reporters.drafts import text as page
from checker.reporters.drafts.drafted import Drafted
from tests.drafts import document, draft, drafted_claim


def found(**fields: object) -> Drafted:
    """Return what was found in the paper on the depot."""
    title = "Future of the Canal Street depot"
    given = Drafted("depot.docx", title, "officer_report", "a" * 64, document(), draft(), "balanced")
    return given._replace(**fields)  # type: ignore[arg-type]


def text(**fields: object) -> str:
    """Return the page for a person."""
    return "".join(page.render(found(**fields)))


class TestText:
    """The page for a person."""

    def test_numbers_first(self) -> None:
        """The head names the paper, its size, the candidates by confidence, and what its reader was told of it."""
        head = text().split("\n\n")[0]
        assert "Future of the Canal Street depot · officer report" in head
        assert "depot.docx · 8 paragraphs" in head
        assert "2 claims (1 likely, 1 faint) · 1 promise · 1 place that may not agree" in head
        assert "TRACKED: 2 tracked changes not yet accepted." in head

    def test_each_candidate_says_why(self) -> None:
        """A candidate has its place, its words, what it is taken for, how sure that is, and what led to it."""
        shown = " ".join(text().split())
        assert (
            "3.1 “Moving the depot would save £40,000 a year from 2026.” likely · financial saving · expected "
            "because “would save”; a sum of money"
        ) in shown
        assert "faint: more often not" in shown
        assert "undertaking · brings report · due: by 30 September 2025" in shown

    @pytest.mark.parametrize(
        ("shown", "printed", "reckoned"),
        [
            ("by March (31 March 2026)", "by March", "2026-03-31"),
            ("in 2025/26 (31 March 2026)", "in 2025/26", "2026-03-31"),
            ("by March 2026", "by March 2026", "2026-03-31"),
            ("by summer 2026", "by summer 2026", ""),
            ("no date", "", ""),
        ],
    )
    def test_a_reckoned_day_is_shown(self, shown: str, printed: str, reckoned: str) -> None:
        """Where the words give no year that the day has, the day reckoned stands beside them, so that a slip is seen."""
        promise = dataclasses.replace(draft().commitments[0], due=printed, due_date=reckoned)
        assert f"brings report · due: {shown} because" in " ".join(text(draft=draft(commitments=(promise,))).split())

    def test_evidence_is_told_for_the_whole_paper(self) -> None:
        """Each headline kind has its status, absent and promised among them, in plain words."""
        shown = text()
        assert "equality analysis: said to be none 4.1 “None.”" in shown
        assert "performance data: not found in the paper" in shown

    def test_it_fits_eighty_columns(self) -> None:
        """No line is wider than a terminal."""
        long = drafted_claim(quote="word " * 40, because=("a reason " * 20,))
        assert [] == [line for line in text(draft=draft(claims=(long,))).splitlines() if len(line) > 80]

    def test_they_are_candidates(self) -> None:
        """The page ends by saying that nothing counts yet, and with the command that goes on."""
        assert "none counts until a person confirms it" in " ".join(text().split())
        assert "  checker draft depot.docx -o claims/" in text().splitlines()[-1]
        again = text(light=True, sensitivity="keen").splitlines()[-1]
        assert "  checker draft depot.docx --light --sensitivity keen -o claims/" in again

    def test_the_first_twenty(self) -> None:
        """Twenty of a kind are printed and the rest counted; --all prints every one."""
        many = draft(claims=tuple(drafted_claim(at=f"3.{n}") for n in range(1, 26)))
        assert "  5 more: --all" in text(draft=many).splitlines()
        whole = "".join(page.render(found(draft=many), everything=True))
        assert 25 == whole.count("“Moving the depot")

    def test_the_surest_come_first(self) -> None:
        """Which twenty are printed goes by how sure the drafter is, not by their place; the heading says so."""
        bands = {"3.1": ("faint", 0.2), "3.2": ("likely", 0.8), "3.3": ("possible", 0.5), "3.4": ("likely", 0.9)}
        claims = tuple(drafted_claim(at=at, confidence=band, rank=rank) for at, (band, rank) in bands.items())
        lines = text(draft=draft(claims=claims, commitments=())).partition("Claims, the surest first\n")[2].splitlines()
        assert ["3.4", "3.2", "3.3", "3.1"] == [line.split()[0] for line in lines if "“Moving" in line]

    def test_the_place_is_that_of_the_file(self) -> None:
        """Where what is printed is no place of a record, the ordinal stands first, as in the coding file."""
        (line,) = (
            line
            for line in text(draft=draft(claims=(drafted_claim(at="24/18", ordinal=7, page=2),))).splitlines()
            if "24/18" in line
        )
        assert line.split("“")[0].strip() == "¶7 p2 (printed 24/18)"

    @pytest.mark.parametrize("width", [40, 50, 80])
    def test_a_narrow_terminal(self, width: int) -> None:
        """Lines are folded at whole words to the width of the terminal; commands alone stay whole."""
        lines = "".join(page.render(found(), width=width)).splitlines()
        assert [] == [line for line in lines if len(line) > width and "checker draft" not in line]
        assert " ".join(text().split()) == " ".join(" ".join(lines).split())

    def test_nothing_found(self) -> None:
        """A paper without candidates says so, and nothing else."""
        assert "0 claims · 0 promises" in text(draft=Draft())


class TestJson:
    """What other programs read."""

    def data(self, **fields: object) -> dict[str, object]:
        return json.loads("".join(as_json.render(found(**fields))))  # type: ignore[no-any-return]

    def test_the_contract(self) -> None:
        """The object has the fields of the contract, and every claim, promise and status has its own."""
        data = self.data()
        assert {"schema_version", "manifest", "source", "paragraphs", "claims", "commitments", "evidence"} <= set(data)
        assert 8 == data["paragraphs"]
        for name, fields in {
            "claims": {"at", "quote", "kinds", "certainty", "confidence", "because"},
            "commitments": {"at", "quote", "provides", "due_date", "due_event"},
            "evidence": {"evidence_kind", "status", "at", "quote"},
        }.items():
            assert all(fields <= set(one) for one in data[name])  # type: ignore[attr-defined]

    def test_every_headline_kind_has_one_status(self) -> None:
        """Absent and promised are listed too, absent without a place."""
        listed = self.data()["evidence"]
        assert ["absent", "none_stated", "promised"] == [one["status"] for one in listed]  # type: ignore[attr-defined]
        assert listed[0]["at"] is None  # type: ignore[index]

    def test_claims_are_ranked_without_a_figure(self) -> None:
        """Candidates stand in the order of the paper, each with its rank, the surest first, and no decimals."""
        turned = draft(claims=tuple(dataclasses.replace(one) for one in reversed(draft().claims)))
        data = self.data(draft=turned)
        assert [2, 1] == [one["rank"] for one in data["claims"]]  # type: ignore[attr-defined]
        assert "0.9" not in json.dumps(data)

    def test_the_page_is_apart_from_the_place(self) -> None:
        """The place is the printed number alone; the page has a field of its own."""
        one = self.data(draft=draft(claims=(drafted_claim(page=3),)))["claims"][0]  # type: ignore[index]
        assert ("3.1", 3) == (one["at"], one["page"])


@pytest.mark.parametrize("word", ["false", "misleading", "unlawful", "failed"])
def test_neutral_words(word: str) -> None:
    """Neither page calls a claim anything."""
    assert word not in text().lower()
