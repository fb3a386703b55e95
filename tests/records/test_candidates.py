"""What no person has confirmed: it counts for nothing, and the person is told."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from checker.base.faults import Fault, Refused
from checker.cli import run
from checker.model.casefile import Casefile
from checker.records.read import read_casefile
from checker.workflow import Settings, check
from tests.builders import SOURCE, asked, claim, coding, commitment, evidence, source, write_case

CANDIDATE: dict[str, Any] = {"status": "candidate"}
REJECTED: dict[str, Any] = {"status": "rejected", "reason": "it is history"}


def read(folder: Path, **lists: Any) -> tuple[Casefile, list[Fault]]:
    """Write one coding with these lists, and read it."""
    return read_casefile([write_case(folder, [coding(**lists)])])


def test_what_is_not_confirmed_is_left_out(tmp_path: Path) -> None:
    """Candidates and rejected ones of every list are left out; what a person coded stays."""
    casefile, _ = read(
        tmp_path,
        claims=[claim(), claim(id="C2", **CANDIDATE), claim(id="C3", **REJECTED), claim(id="C4", status="confirmed")],
        commitments=[commitment(**CANDIDATE), commitment(id="K2")],
        evidence=[evidence(candidate="true"), evidence(id="E2", rejected="says nothing"), evidence(id="E3")],
    )
    kept = casefile.dossiers[0].coding
    assert ["C1", "C4", "K2", "E3"] == [item.id for item in (*kept.claims, *kept.commitments, *kept.evidence)]


def test_the_warning_counts_and_names_the_command(tmp_path: Path) -> None:
    """One line says how many wait and which command goes through them; rejected ones do not wait."""
    _, warnings = read(tmp_path, claims=[claim(), claim(id="C2", **CANDIDATE), claim(id="C3", **REJECTED)])
    assert ["CANDIDATE"] == [fault.code for fault in warnings]
    assert "1 candidate waits" in warnings[0].what
    assert f"Run: checker confirm {tmp_path}/claims/{SOURCE}.yaml" == warnings[0].todo


def test_a_paper_of_candidates_alone_was_not_read(tmp_path: Path) -> None:
    """A paper in which nobody confirmed anything is known and not read: nothing is missing from it yet."""
    casefile, _ = read(tmp_path, claims=[claim(**CANDIDATE)])
    assert ([], [SOURCE]) == (list(casefile.dossiers), [one.id for one in casefile.registered])
    assert casefile.waiting == {SOURCE}


@pytest.mark.parametrize(
    "lists",
    [
        {"claims": [claim(**REJECTED)]},
        {"claims": [claim(**CANDIDATE)], "asked": [asked()]},
        {"claims": [claim(**CANDIDATE)], "evidence": [evidence()]},
        {"claims": []},
    ],
    ids=["all rejected", "a question coded", "evidence confirmed", "nothing to code"],
)
def test_a_paper_that_a_person_went_through_was_read(lists: dict[str, Any], tmp_path: Path) -> None:
    """As soon as a person has decided anything the paper counts as read."""
    casefile, _ = read(tmp_path, **lists)
    assert [SOURCE] == [dossier.source.id for dossier in casefile.dossiers]


@pytest.mark.parametrize(("fields", "state"), [(CANDIDATE, "fell_due_unread"), ({}, "overdue")])
def test_a_promise_is_overdue_only_beside_a_paper_that_was_read(
    fields: dict[str, Any], state: str, tmp_path: Path
) -> None:
    """A further report of which only candidates exist is known, not read: the promise tied to it is not overdue."""
    later = "wexcombe-depot-report-2025-09"
    promise = commitment(provides=["options_appraisal"], due={"before": "officer_report", "body": "Wexcombe"})
    where = {"considered_by": [{"body": "Wexcombe executive", "capacity": "executive", "date": "2025-09-10"}]}
    folder = write_case(
        tmp_path,
        [coding(commitments=[promise]), coding(later, claims=[claim(**fields)])],
        [source(), source(later, published="2025-09-02", **where)],
    )
    assessment = check(Settings(paths=(folder,), as_of=datetime.date(2025, 10, 1))).assessment
    assert [state] == [standing.state for standing in assessment.standings]


def test_a_reference_to_a_candidate_is_told(tmp_path: Path) -> None:
    """Coded evidence that covers a claim still to be confirmed is no fault; the line is named."""
    pieces = [evidence(covers=["C1"]), evidence(id="E2", covers=["C1"], candidate="true")]
    _, warnings = read(tmp_path, claims=[claim(**CANDIDATE)], evidence=pieces)
    told = [fault.what for fault in warnings if "counts for nothing" in fault.what and "wait" not in fault.what]
    assert ['"C1" is a candidate claim: the reference counts for nothing.'] == told


def test_a_rejection_has_its_reason(tmp_path: Path) -> None:
    """A claim turned down without a reason is refused at its line: the next coder would ask."""
    with pytest.raises(Refused) as refused:
        read(tmp_path, claims=[claim(), claim(id="C2", status="rejected")])
    assert ["MISSING-FIELD"] == [fault.code for fault in refused.value.faults]


def test_a_newspaper_is_quoted_by_what_counts(tmp_path: Path) -> None:
    """The quarter of a newspaper's words counts what is confirmed, so that a draft of it can be opened."""
    paper = source(kind="news", original={"file": "a.txt", "sha256": "a" * 64, "words": "20"})
    many = [claim(id=f"C{number}", **CANDIDATE) for number in range(5)]
    _, warnings = read_casefile([write_case(tmp_path, [coding(claims=many)], [paper])])
    assert ["CANDIDATE"] == [fault.code for fault in warnings]


def test_check_says_that_nothing_was_judged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of candidates alone the page says that nothing was judged, never that nothing is open; it ends well."""
    folder = write_case(tmp_path, [coding(claims=[claim(**CANDIDATE)])])
    assert run(["check", str(folder)]) == 0
    printed = capsys.readouterr()
    assert "Nothing was judged" in printed.out
    assert "Nothing open" not in printed.out
    assert "1 candidate waits" in printed.err
