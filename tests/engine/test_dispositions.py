"""What people decided stays with its finding, and never hides."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

import pytest

from checker.engine.assess import assess
from checker.ledger.store import _with
from checker.model.finding import Assessment, Finding
from checker.model.ledger import Ledger
from tests.engine.case import CLAIM, RULES, casefile, only

RULE = "cost-benefit-analysis"
DAY = datetime.date(2026, 3, 1)


def judged(drafts: list[dict[str, Any]], as_of: datetime.date = DAY, waivers: bool = True, **case: Any) -> Assessment:
    ledger = Ledger()
    for draft in drafts:
        ledger = _with(ledger, draft, lambda: "salt")
    whole = dataclasses.replace(casefile(**case), ledger=ledger)
    return assess(whole, RULES, RULES.profiles["scrutiny"], as_of, waivers=waivers)


def about(finding: Finding, kind: str, **fields: Any) -> dict[str, Any]:
    given = {"subject": finding.fingerprint, "about": finding.subject_id, "content": finding.content}
    return {"kind": kind, "on": "2026-01-10", "by": "clerk", **given, **fields}


def waiver(finding: Finding, **fields: Any) -> dict[str, Any]:
    return about(
        finding, "waiver", granted_by="director", due="2026-06-30", words="until the framework comes", **fields
    )


FINDING = only(judged([]), RULE)


class TestWaivers:
    def test_a_waived_finding_is_not_open_and_stays_in_the_report(self) -> None:
        """A waived finding is not among the open ones, is named among the waived, and in no matter."""
        assessment = judged([waiver(FINDING)])
        assert FINDING.fingerprint not in {f.fingerprint for f in assessment.open}
        assert [FINDING.fingerprint] == [f.fingerprint for f in assessment.waived]
        assert FINDING.fingerprint in {f.fingerprint for f in assessment.findings}
        assert FINDING.fingerprint not in {f.fingerprint for m in assessment.matters for f in m.findings}

    def test_it_stays_with_its_finding_when_claims_are_inserted_above(self) -> None:
        """Claims inserted above change nothing: the waiver holds for the finding it was given for, and for no other."""
        above = [{**CLAIM, "id": f"C{n}", "quote": f"will save more {n}", "at": "0.1"} for n in (7, 8, 9)]
        assessment = judged([waiver(FINDING)], claims=[*above, CLAIM])
        assert [getattr(f.subject, "id", "") for f in assessment.waived] == ["C1"]

    @pytest.mark.parametrize(
        ("as_of", "state"), [(datetime.date(2026, 6, 30), "holds"), (datetime.date(2026, 7, 1), "expired")]
    )
    def test_it_expires(self, as_of: datetime.date, state: str) -> None:
        """A waiver holds on its last day and is expired the day after; the finding is open again."""
        assessment = judged([waiver(FINDING)], as_of)
        held = assessment.dispositions[FINDING.fingerprint].waiver
        assert held is not None
        assert state == held.state
        assert (state == "expired") == (FINDING.fingerprint in {f.fingerprint for f in assessment.open})

    @pytest.mark.parametrize(
        "change",
        [{"quote": "will save £90,000 a year"}, {"kinds": ["financial_saving", "reputation"]}, {"certainty": "hoped"}],
    )
    def test_it_lapses_when_what_was_judged_changes(self, change: dict[str, Any]) -> None:
        """An edited claim is no longer the one that was waived."""
        assessment = judged([waiver(FINDING)], claims=[{**CLAIM, **change}])
        held = assessment.dispositions[FINDING.fingerprint].waiver
        assert held is not None
        assert held.state == "lapsed"

    def test_it_lapses_when_other_evidence_is_offered(self) -> None:
        """Evidence that was not there when it was waived makes the waiver lapse."""
        oral = [{"kind": "cost_benefit_analysis", "status": "oral"}]
        held = judged([waiver(FINDING)], evidence=oral).dispositions[FINDING.fingerprint].waiver
        assert held is not None
        assert held.state == "lapsed"

    def test_some_rules_are_never_waived(self) -> None:
        """A quotation that is not in the original cannot be waived."""
        checks = [{"id": "C1", "state": "not_found"}]
        wrong = only(judged([], checks=checks), "quotation")
        assessment = judged([waiver(wrong)], checks=checks)
        assert wrong.fingerprint in {f.fingerprint for f in assessment.open}

    def test_unused_ones_are_named(self) -> None:
        """A waiver of a finding that is no longer assessed is reported, not forgotten."""
        assessment = judged([waiver(FINDING)], claims=[{**CLAIM, "id": "C2"}])
        assert [FINDING.fingerprint] == [event.subject for event in assessment.unused_waivers]

    def test_a_run_can_ignore_them(self) -> None:
        """Without waivers every open finding is open."""
        assert FINDING.fingerprint in {f.fingerprint for f in judged([waiver(FINDING)], waivers=False).open}

    def test_only_what_was_recorded_by_the_day_counts(self) -> None:
        """As of a day before it was given, a waiver does not hold."""
        assert judged([waiver(FINDING)], datetime.date(2026, 1, 9)).waived == ()


class TestReplies:
    def test_a_reply_stands_beside_its_finding(self) -> None:
        """The reply is there, and the finding stays open: a reply is not evidence."""
        assessment = judged([about(FINDING, "reply", state="disputed", words="see Appendix 3")])
        held = assessment.dispositions[FINDING.fingerprint]
        assert held.reply is not None
        assert (held.reply.state, held.reply_is_earlier) == ("disputed", False)
        assert FINDING.fingerprint in {f.fingerprint for f in assessment.open}

    def test_a_reply_to_an_earlier_wording_says_so(self) -> None:
        """After the claim was reworded the reply is shown as written about an earlier wording."""
        assessment = judged([about(FINDING, "reply", state="agree")], claims=[{**CLAIM, "quote": "may save £40,000"}])
        assert assessment.dispositions[FINDING.fingerprint].reply_is_earlier


PROMISE = {"id": "K1", "provides": ["cost_benefit_analysis"], "due": {"date": "2024-06-30"}}
KEY = "wexcombe-example-0#K1"


def recorded(kind: str, **fields: Any) -> dict[str, Any]:
    return {"kind": kind, "subject": KEY, "on": "2024-06-01", "by": "clerk", **fields}


class TestCommitments:
    def state(self, drafts: list[dict[str, Any]], as_of: str) -> Any:
        return judged(drafts, datetime.date.fromisoformat(as_of), commitments=[PROMISE]).standings[0]

    def test_a_date_moved_is_the_date_and_the_first_is_kept(self) -> None:
        """A revised date holds from the day it was granted; every date it ever had is kept, with who granted it."""
        moved = [recorded("revised_due", due="2024-09-30", granted_by="chair")]
        standing = self.state(moved, "2024-08-01")
        assert standing.state == "open"
        assert [(str(d.day), d.granted_by) for d in standing.dates] == [("2024-06-30", ""), ("2024-09-30", "chair")]
        assert self.state(moved, "2024-10-01").state == "overdue"

    def test_reported_done_is_not_verified(self) -> None:
        """When its owner reports it done it stays overdue; it is kept when somebody else has verified it."""
        done = recorded("reported_done", where="later 3.4")
        standing = self.state([done], "2024-08-01")
        assert (standing.state, standing.reported_done is not None, standing.closed is None) == ("overdue", True, True)
        verified = self.state([done, recorded("verified", by="auditor", where="later 3.4")], "2024-08-01")
        assert (verified.state, verified.closed.by) == ("kept", "auditor")

    @pytest.mark.parametrize("kind", ["lapsed", "superseded", "transferred"])
    def test_other_ends(self, kind: str) -> None:
        """A commitment may lapse, be superseded or pass to another body; it is then no promise for the claim."""
        assert kind == self.state([recorded(kind, words="a", where="b", granted_by="c")], "2024-08-01").state
        assessment = judged([recorded(kind, words="a", where="b", granted_by="c")], commitments=[PROMISE])
        assert only(assessment, RULE).outcome == "gap"

    def test_a_closed_commitment_raises_nothing(self) -> None:
        """A kept commitment is no longer overdue."""
        assessment = judged([recorded("verified", where="later 3.4")], commitments=[PROMISE])
        assert [f for f in assessment.findings if f.rule.group == "commitments"] == []
