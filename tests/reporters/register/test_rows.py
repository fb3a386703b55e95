"""What becomes a row of the register."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from checker.base.faults import Misuse
from checker.model.finding import Assessment
from checker.reporters.register.contents import register_of
from checker.reporters.register.rows import Entry, entries
from tests.reporters.register.cases import ASKED, DATED, K1, K2, K3, SOURCE, TODAY, gap, judged, ledger_with, waived


def entry(assessment: Assessment, ref: str) -> Entry:
    """Return the entry of one item."""
    return next(e for e in entries(assessment) if e.row.ref == ref)


def cells(assessment: Assessment, ref: str) -> dict[str, Any]:
    """Return the cells of one item."""
    return dict(entry(assessment, ref).row.cells)


def test_commitments_come_first_then_serious_findings() -> None:
    """Every commitment stands at the head in the order of the sources; of findings only the serious open ones follow."""
    found = entries(judged())
    assert [K1, K2, K3] == [e.row.ref for e in found[:3]]
    assert {"high"} == {e.level for e in found[3:]}
    assert len(found) < len(judged().open)


def test_the_audit_profile_adds_headline_evidence_of_middle_level() -> None:
    """For auditors the headline kinds of evidence are listed down to the middle level."""
    soft = {"id": "C1", "kinds": ["financial_saving"], "quote": "may save", "certainty": "hypothesis"}
    case: dict[str, Any] = {"claims": [soft], "commitments": []}
    assert [] == [e.level for e in entries(judged(**case))]
    assert {"medium"} == {e.level for e in entries(judged(profile="audit", **case))}


def test_a_flag_on_a_commitment_stands_in_its_row() -> None:
    """What was flagged about a promise is not a second row: its level and fingerprint stand in the promise's own."""
    assessment = judged()
    flagged = next(f for f in assessment.open if f.rule.id == "promise-overdue")
    assert ("high", flagged.fingerprint) == tuple(cells(assessment, K2)[key] for key in ("level", "fingerprint"))
    assert flagged.fingerprint not in {e.row.ref for e in entries(assessment)}


def test_ageing_and_dates() -> None:
    """A promise shows when it was made, when it fell due, and for how many days it has been overdue."""
    shown = cells(judged(), K2)
    assert datetime.date(2024, 6, 30) == shown["due"]
    assert (TODAY - datetime.date(2024, 6, 30)).days == shown["days_overdue"]
    assert ("Head of Depots", "none recorded") == (shown["owner"], shown["reply"])


def test_no_day_is_given_that_nobody_knows() -> None:
    """A promise in a paper of which only the earliest possible day is known has no day; the paper is named "about"."""
    undated = {**SOURCE, "meeting_date": None, "date_after": "2024-01-10"}
    shown = cells(judged(source=undated), K2)
    assert (None, None) == (shown["date"], shown["promised_on"])
    assert "about January 2024" in shown["source"]


def test_every_date_it_ever_had_is_kept(tmp_path: Path) -> None:
    """A date moved twice shows all three, with who granted them and when."""
    moves = [
        {"kind": "revised_due", "subject": K2, "due": "2024-12-31", "granted_by": "chair"},
        {"kind": "revised_due", "subject": K2, "due": "2025-02-01", "granted_by": "leader", "on": "2024-11-05"},
    ]
    shown = cells(judged(ledger_with(tmp_path / "ledger.json", *moves)), K2)
    assert (
        "30 June 2024; 31 December 2024 (granted by chair on 1 September 2024); "
        "1 February 2025 (granted by leader on 5 November 2024)"
    ) == shown["dates"]
    assert (datetime.date(2024, 6, 30), datetime.date(2025, 2, 1), "leader") == (
        shown["due"],
        shown["revised_due"],
        shown["granted_by"],
    )


def test_reported_done_and_verified_are_two_things(tmp_path: Path) -> None:
    """What its owner reports as done stays open until somebody verifies it and says on what evidence."""
    path = tmp_path / "ledger.json"
    reported = judged(ledger_with(path, {"kind": "reported_done", "subject": K2}))
    assert ("open", datetime.date(2024, 9, 1)) == (entry(reported, K2).state, cells(reported, K2)["reported_done_on"])
    seen = judged(ledger_with(path, {"kind": "verified", "subject": K2, "where": "Annex A", "on": "2024-10-01"}))
    assert "closed" == entry(seen, K2).state
    assert "Annex A" == cells(seen, K2)["evidence_of_closure"]


@pytest.mark.parametrize(
    ("event", "note"),
    [
        ({"kind": "lapsed", "words": "The depot burnt down"}, "Lapsed: The depot burnt down."),
        ({"kind": "transferred", "granted_by": "head-of-fleet"}, "Transferred to head-of-fleet."),
        ({"kind": "superseded", "where": "report of May, 3.4"}, "Superseded."),
    ],
)
def test_other_ends_are_closed_and_say_why(event: dict[str, Any], note: str, tmp_path: Path) -> None:
    """A promise that lapsed, was taken over or was overtaken is closed, and its row says which."""
    found = judged(ledger_with(tmp_path / "ledger.json", {**event, "subject": K2}))
    assert ("closed", note) == (entry(found, K2).state, cells(found, K2)["note"])


def test_a_waived_item_stays_in_sight_with_its_reason(tmp_path: Path) -> None:
    """A waived gap is counted as waived, with reason, approver and last day; once that is past it is open again."""
    before = judged()
    ledger = ledger_with(tmp_path / "ledger.json", waived(before))
    held = entry(judged(ledger), gap(before).fingerprint)
    assert ("waived", "chair-of-audit") == (held.state, held.waiver.granted_by if held.waiver else None)
    after = entry(judged(ledger, as_of=datetime.date(2025, 4, 1)), gap(before).fingerprint)
    assert ("open", "The waiver expired: open again.") == (after.state, after.row.cells["note"])


def test_a_reply_to_an_earlier_wording_says_so(tmp_path: Path) -> None:
    """A reply stays beside its item when the wording changes, with a note that it came before."""
    before = judged()
    reply = {**waived(before), "kind": "reply", "state": "agree", "due": None, "granted_by": None, "content": "0" * 16}
    shown = cells(judged(ledger_with(tmp_path / "ledger.json", reply)), gap(before).fingerprint)
    assert "agree" == shown["reply"]
    assert "The reply came before the wording or the rule changed." in str(shown["note"])


def test_due_in_thirty_days_is_a_list_of_its_own() -> None:
    """What falls due within the days of the profile is listed, the last day among them; what is overdue is not."""
    edge = {**DATED, "id": "K4", "due": {"date": (TODAY + datetime.timedelta(days=30)).isoformat()}}
    late = {**DATED, "id": "K5", "due": {"date": (TODAY + datetime.timedelta(days=31)).isoformat()}}
    lists = register_of(judged(commitments=[DATED, ASKED, edge, late]), None, None).lists
    soon = next(listing for listing in lists if listing.name == "Due in 30 days")
    assert ["K3", "K4"] == [e.row.ref.split("#")[1] for e in soon.entries]


def test_closed_since_a_date(tmp_path: Path) -> None:
    """The list of closed items begins on the day that was asked for."""
    ledger = ledger_with(tmp_path / "ledger.json", {"kind": "verified", "subject": K2, "where": "Annex A"})

    def closed(since: datetime.date | None) -> int:
        return len(register_of(judged(ledger), since, None).lists[3].entries)

    assert (1, 1, 0) == (closed(None), closed(datetime.date(2024, 9, 1)), closed(datetime.date(2024, 9, 2)))


def test_one_body_alone() -> None:
    """Only the items that went to a body are shown, and how many others there are is said."""
    elsewhere = {
        "source": {"considered_by": [{"body": "Harrowmere cabinet", "capacity": "executive"}]},
        "commitments": [{**DATED, "id": "K9"}],
    }
    register = register_of(judged(others=[elsewhere]), None, "harrowmere")
    assert ["wexcombe-example-1#K9"] == [e.row.ref for e in register.entries if e.row.item == "commitment"]
    assert f"{register.others} items of other bodies are left out" in register.commitments()
    with pytest.raises(Misuse, match=r'No item of the register went to "Harowmere cabinet"\. Did you mean "Harrowmere'):
        register_of(judged(others=[elsewhere]), None, "Harowmere cabinet")


def test_words_about_a_person_are_not_quoted() -> None:
    """The merit of an identifiable person is never quoted in the register."""
    claim = {"id": "C1", "kinds": ["leadership_expertise"], "quote": "her excellent record", "about_person": True}
    found = entries(judged(claims=[{**claim, "operative": True}]))
    assert not any("excellent" in str(e.row.cells["claim"]) for e in found)
