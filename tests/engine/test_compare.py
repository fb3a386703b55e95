"""What became of findings between two assessments."""

from __future__ import annotations

import dataclasses
import datetime
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.base.faults import Refused
from checker.engine.assess import assess
from checker.engine.compare import compare_snapshots, snapshot_from_json, snapshot_of
from checker.model.comparison import Comparison, Row, Snapshot
from checker.model.finding import Assessment
from checker.model.rule import Rulebook
from checker.model.words import NOT_QUOTED
from checker.reporters import as_json
from checker.workflow import Settings, check
from tests.conftest import ROOT
from tests.engine.case import LATE, RULES, assessed, casefile

SAVES = {"id": "C1", "at": "1.1", "kinds": ["financial_saving"], "quote": "will save £40,000 a year from the move"}
KEEPS = {"id": "C2", "at": "2.1", "kinds": ["improved_outcomes"], "quote": "keeps the museum open for schools"}
JOBS = {"id": "C3", "at": "3.1", "kinds": ["workforce"], "quote": "offers each member of staff a new post"}
THREE = [SAVES, KEEPS, JOBS]
COSTED = {"id": "E1", "kind": "cost_benefit_analysis", "status": "verified", "quote": "Table 2"}
PROMISE = {"id": "K1", "provides": ["cost_benefit_analysis"], "quote": "a business case will follow"}
RISK_AS_WELL = {"id": "E2", "kind": "risk_assessment", "status": "oral", "quote": "risks were described"}
DEPOT = {"source": {"id": "depot", "meeting_date": "2024-02-07"}, "claims": [{**SAVES, "quote": "the depot will pay"}]}


def saved(assessment: Assessment) -> Snapshot:
    """Return the snapshot of the JSON that `check` writes."""
    return snapshot_from_json(json.loads("".join(as_json.render(assessment))), "old.json")


def compared(old: dict[str, Any], new: dict[str, Any]) -> Comparison:
    return compare_snapshots(snapshot_of(assessed(**old)), snapshot_of(assessed(**new)))


def row(comparison: Comparison, rule: str, claim: str = "C1") -> Row:
    """Return the row of one rule on one claim."""
    rows = [r for r in comparison.rows if r.seen.rule == rule and r.seen.subject.id == claim]
    assert len(rows) == 1, rows
    return rows[0]


def results(comparison: Comparison) -> set[str]:
    return {r.change for r in comparison.rows}


def outline(comparison: Comparison) -> list[tuple[object, ...]]:
    """Return what a comparison says, without how the two were read."""
    return [
        (r.change, r.why, r.old and r.old.fingerprint, r.new and r.new.fingerprint, r.pair) for r in comparison.rows
    ]


class TestResults:
    def test_evidence_that_came_resolves(self) -> None:
        """A claim whose evidence came is resolved, and what else is asked of it stays open."""
        comparison = compared({"claims": THREE}, {"claims": THREE, "evidence": [{**COSTED, "covers": ["C1"]}]})
        assert [r.seen.rule for r in comparison.of("resolved")] == ["cost-benefit-analysis"]
        assert {"resolved", "still_open"} == results(comparison)

    def test_evidence_that_went_is_new(self) -> None:
        """Evidence that was shown and is no longer there opens a finding."""
        comparison = compared({"claims": [SAVES], "evidence": [COSTED]}, {"claims": [SAVES]})
        assert row(comparison, "cost-benefit-analysis")[:2] == ("new", "met")

    def test_a_promise_overdue_is_worse(self) -> None:
        """What was promised and is overdue now is worse, for the claim and for the promise itself."""
        due = {"claims": [SAVES], "commitments": [{**PROMISE, "due": {"date": "2024-06-01"}}]}
        undated = {"claims": [SAVES], "commitments": [PROMISE]}
        day = datetime.date(2024, 7, 1)
        comparison = compared({**undated, "as_of": day}, {**due, "as_of": day})
        assert row(comparison, "cost-benefit-analysis").change == "worse"
        assert row(comparison, "promise-overdue", "K1").change == "worse"

    def test_a_day_that_passed_is_worse(self) -> None:
        """The same records a year later: the date has passed."""
        case = {"claims": [SAVES], "commitments": [{**PROMISE, "due": {"date": "2024-06-01"}}]}
        old, new = ({**case, "as_of": datetime.date(year, 3, 1)} for year in (2024, 2025))
        assert row(compared(old, new), "cost-benefit-analysis").change == "worse"

    def test_a_promise_where_there_was_nothing_is_better_and_still_open(self) -> None:
        """A promise is no evidence: better than nothing, and still open."""
        comparison = compared({"claims": [SAVES]}, {"claims": [SAVES], "commitments": [PROMISE]})
        assert row(comparison, "cost-benefit-analysis").change == "better"

    def test_a_level_that_rose_is_worse(self) -> None:
        """A claim that is being acted on now has the same gap at a higher level: worse."""
        case = {"claims": [{**SAVES, "certainty": "hypothesis"}]}, {"claims": [{**SAVES, "operative": "true"}]}
        assert row(compared(*case), "performance-data").change == "worse"

    def test_with_itself_everything_is_still_open(self) -> None:
        """An assessment compared with itself shows only what is still open."""
        assessment = assessed(claims=THREE, commitments=[PROMISE], others=[DEPOT])
        comparison = compare_snapshots(snapshot_of(assessment), snapshot_of(assessment))
        assert ({"still_open"}, len(assessment.open)) == (results(comparison), len(comparison.rows))

    def test_a_waived_finding_is_still_open_and_no_regression(self) -> None:
        """A waiver shows no evidence, so the finding is still open; it does not count against the new draft."""
        old, new = (snapshot_of(assessed(claims=claims)) for claims in ([KEEPS], [KEEPS, SAVES]))
        waived = dataclasses.replace(new, findings=tuple(f._replace(waived=f.is_open) for f in new.findings))
        assert compare_snapshots(old, new).regressions
        assert (
            len(compare_snapshots(old, waived).regressions),
            bool(compare_snapshots(old, waived).of("new")),
        ) == (0, True)


class TestLostFromSight:
    def test_a_source_left_out(self) -> None:
        """What stood in a source that was not read again is no longer assessed."""
        comparison = compared({"claims": THREE, "others": [DEPOT]}, {"claims": THREE})
        assert {"source"} == {r.why for r in comparison.of("no_longer_assessed")}
        assert {"no_longer_assessed", "still_open"} == results(comparison)

    def test_a_claim_taken_out(self) -> None:
        """What was asked of a claim that is gone is no longer assessed, not resolved."""
        comparison = compared({"claims": THREE}, {"claims": [KEEPS, JOBS]})
        assert {("no_longer_assessed", "subject", "C1")} == {
            (r.change, r.why, r.seen.subject.id) for r in comparison.rows if r.change != "still_open"
        }

    def test_a_rule_that_was_not_run(self) -> None:
        """What a rule asked that another profile leaves out is no longer assessed."""
        old, new = snapshot_of(assessed(claims=[SAVES])), snapshot_of(assessed("audit", claims=[SAVES]))
        lost = compare_snapshots(old, new).of("no_longer_assessed")
        assert ({"rule"}, True) == ({r.why for r in lost}, bool(lost))

    def test_a_paper_that_showed_a_promise_overdue(self) -> None:
        """Without the paper that came without what was promised, a promise only looks lighter."""
        due = {"before": "officer_report", "topic": "museums"}
        case = {"claims": [SAVES], "commitments": [{**PROMISE, "due": due}]}
        paper = {"source": {"id": "later", "meeting_date": "2024-06-05", "topics": ["museums"]}, "claims": []}
        comparison = compared({**case, "others": [paper]}, case)
        assert comparison.old.findings[0].outcome == "overdue"
        assert {"still_open", "no_longer_assessed"} == results(comparison)
        assert row(comparison, "cost-benefit-analysis")[:2] == ("still_open", "sight")
        assert row(comparison, "promise-overdue", "K1")[:2] == ("no_longer_assessed", "sight")

    def test_a_contradiction_whose_other_side_was_not_read(self) -> None:
        """A contradiction with a paper that is left out is no longer assessed; squared, it is resolved."""
        other = {**DEPOT, "claims": [{**KEEPS, "contradicts": ["wexcombe-example-0#C1"]}]}
        both = {"claims": [SAVES], "others": [other]}
        turned = {"claims": [{**SAVES, "contradicts": ["depot#C2"]}], "others": [DEPOT | {"claims": [KEEPS]}]}
        squared = compared(both, {"claims": [SAVES], "others": [DEPOT | {"claims": [KEEPS]}]})
        assert row(squared, "contradiction", "C2").change == "resolved"
        assert row(compared(both, turned), "contradiction", "C2").change == "still_open"
        old = assessed(source={"meeting_date": "2024-06-05"}, **turned)
        left_out = compare_snapshots(snapshot_of(old), snapshot_of(assessed(claims=[SAVES])))
        assert row(left_out, "contradiction")[:2] == ("no_longer_assessed", "other")

    def test_a_quotation_that_was_not_checked_again(self) -> None:
        """A wrong quotation is resolved when it was checked and found, not when nobody looked."""
        wrong = {"claims": [SAVES], "checks": [{"id": "C1", "state": "not_found"}]}
        right = {"claims": [SAVES], "checks": [{"id": "C1", "state": "found"}]}
        assert row(compared(wrong, right), "quotation").change == "resolved"
        assert row(compared(wrong, {"claims": [SAVES]}), "quotation")[:2] == ("no_longer_assessed", "not_checked")

    @pytest.mark.parametrize("more", [{"kinds": ["need_or_problem"]}, {"by": "press"}])
    def test_a_claim_coded_otherwise(self, more: dict[str, Any]) -> None:
        """What is no longer asked of a claim, since it is coded otherwise, was not settled."""
        comparison = compared({"claims": [SAVES, KEEPS]}, {"claims": [{**SAVES, **more}, KEEPS]})
        assert row(comparison, "cost-benefit-analysis").change == "no_longer_assessed"
        assert "resolved" not in results(comparison)


class TestDrafts:
    def test_inserted(self) -> None:
        """A claim put in before the others, which all get other numbers, is all that is new."""
        moved = [{**claim, "id": f"C{n}", "at": f"{n}.1"} for n, claim in enumerate(THREE, 2)]
        first = {"id": "C1", "at": "1.1", "kinds": ["cost_neutral"], "quote": "is within the budget agreed in May"}
        comparison = compared({"claims": THREE}, {"claims": [first, *moved]})
        assert {"new", "still_open"} == results(comparison)
        assert {"C1"} == {r.seen.subject.id for r in comparison.of("new")}
        assert {("C1", "C2"), ("C2", "C3"), ("C3", "C4")} == {(p.old.id, p.new.id) for p in comparison.pairs}

    def test_reworded(self) -> None:
        """A reworded claim is still open, and both wordings are told."""
        softer = {**SAVES, "quote": "may save £40,000 a year from the move"}
        comparison = compared({"claims": THREE}, {"claims": [softer, KEEPS, JOBS]})
        assert {"still_open"} == results(comparison)
        assert [(SAVES["quote"], softer["quote"])] == [
            (p.old.words, p.new.words) for p in comparison.pairs if p.reworded
        ]

    def test_renumbered(self) -> None:
        """Claims with other numbers and the same words are the same claims."""
        comparison = compared({"claims": THREE}, {"claims": [{**c, "id": f"C{n}7"} for n, c in enumerate(THREE)]})
        assert ({"still_open"}, 3) == (results(comparison), sum(p.renumbered for p in comparison.pairs))

    def test_a_draft_and_its_published_version(self) -> None:
        """Two records of one paper under different ids are compared, and that is said."""
        comparison = compared({"claims": THREE}, {"claims": THREE, "source": {"id": "published"}})
        assert {"still_open"} == results(comparison)
        assert [(a.id, b.id) for a, b in comparison.versions] == [("wexcombe-example-0", "published")]

    def test_two_papers_are_not_taken_for_versions(self) -> None:
        """Among several papers, two are versions of one only where half of their claims agree word for word."""
        other = {"source": {"id": "market", "meeting_date": "2024-02-07"}, "claims": [{**JOBS, "quote": "new stalls"}]}
        comparison = compared({"claims": [SAVES], "others": [DEPOT]}, {"claims": [SAVES], "others": [other]})
        assert ((), {"new", "no_longer_assessed", "still_open"}) == (comparison.versions, results(comparison))
        renamed = {**DEPOT, "source": {**DEPOT["source"], "id": "depot-published"}}
        comparison = compared({"claims": [SAVES], "others": [DEPOT]}, {"claims": [SAVES], "others": [renamed]})
        assert {"still_open"} == results(comparison)

    def test_words_about_a_person_are_not_told(self) -> None:
        """Words about a person are in no snapshot, and the claim is known all the same."""
        person = {**SAVES, "about_person": "true"}
        old, new = assessed(claims=[person, KEEPS]), assessed(claims=[KEEPS, {**person, "id": "C9"}])
        comparison = compare_snapshots(snapshot_of(old), saved(new))
        assert {"still_open"} == results(comparison)
        assert SAVES["quote"] not in repr(comparison)


def changed_rules(*, sha256: str = "f" * 64, **update: Any) -> Rulebook:
    """Return the rules with one of them judging by something else."""
    rules = tuple(
        rule.model_copy(update=update) if rule.id == "cost-benefit-analysis" else rule for rule in RULES.rules
    )
    return dataclasses.replace(RULES, rules=rules, sha256=sha256)


SUPPLIED: dict[str, Any] = {"claims": [SAVES], "evidence": [{**COSTED, "status": "supplied"}]}


class TestRules:
    def with_rules(self, rulebook: Rulebook, **case: Any) -> Assessment:
        return assess(casefile(**(case or SUPPLIED)), rulebook, rulebook.profiles["scrutiny"], LATE)

    @pytest.mark.parametrize("make", [snapshot_of, saved])
    def test_a_rule_that_judges_otherwise(self, make: Any) -> None:
        """Where words and evidence are the same and the rule judges otherwise, the rule changed, not the paper."""
        old, new = self.with_rules(RULES), self.with_rules(changed_rules(parts=()))
        for before, after in ((old, new), (new, old)):
            comparison = compare_snapshots(make(before), make(after))
            assert row(comparison, "cost-benefit-analysis").change == "rule_changed"
            assert "resolved" not in results(comparison)

    @pytest.mark.parametrize("make", [snapshot_of, saved])
    def test_a_better_wording_of_a_rule_changes_nothing(self, make: Any) -> None:
        """A rule explained in better words judges as before: still open."""
        old, new = self.with_rules(RULES), self.with_rules(changed_rules(why="Said more plainly."))
        assert {"still_open"} == results(compare_snapshots(make(old), make(new)))

    def test_evidence_that_came_is_not_put_down_to_the_rule(self) -> None:
        """Where evidence came as well, the paper changed, whatever became of the rules."""
        new = self.with_rules(changed_rules(parts=()), claims=[SAVES], evidence=[COSTED])
        comparison = compare_snapshots(snapshot_of(assessed(claims=[SAVES])), snapshot_of(new))
        assert row(comparison, "cost-benefit-analysis").change == "resolved"

    def test_a_rule_that_is_new(self) -> None:
        """What only a new rule asks of unchanged words is no new finding of the paper."""
        fewer = tuple(rule for rule in RULES.rules if rule.id != "cost-benefit-analysis")
        old = self.with_rules(dataclasses.replace(RULES, rules=fewer, sha256="e" * 64), claims=[SAVES])
        comparison = compare_snapshots(snapshot_of(old), snapshot_of(assessed(claims=[SAVES])))
        assert row(comparison, "cost-benefit-analysis")[:2] == ("rule_changed", "rule_added")


class TestSaved:
    def test_saved_and_live_give_the_same(self) -> None:
        """A saved assessment compares as the live one it was made from, on small records and on the real ones."""
        case = {"claims": THREE, "evidence": [COSTED, RISK_AS_WELL], "commitments": [PROMISE], "others": [DEPOT]}
        old, new = assessed(**case), assessed(claims=THREE[1:], commitments=[PROMISE])
        assert self.all_the_same(old, new)
        days = (datetime.date(2021, 4, 1), datetime.date(2022, 2, 1))
        before, after = (check(Settings(paths=(ROOT,), as_of=day)).assessment for day in days)
        assert self.all_the_same(before, after)

    def all_the_same(self, old: Assessment, new: Assessment) -> bool:
        live = outline(compare_snapshots(snapshot_of(old), snapshot_of(new)))
        others = [
            compare_snapshots(one(old), other(new))
            for one, other in ((saved, snapshot_of), (snapshot_of, saved), (saved, saved))
        ]
        return bool(live) and all(outline(comparison) == live for comparison in others)

    def test_the_words_for_a_person_are_those_of_the_report(self) -> None:
        """What stands for words about a person is the same in the report and in what reads it."""
        from checker.engine.saved import NOT_QUOTED as READ

        assert NOT_QUOTED == READ

    @pytest.mark.parametrize(
        ("data", "code"),
        [
            ([], "NOT-A-REPORT"),
            ({"manifest": {}, "rules": []}, "NOT-A-REPORT"),
            ({"schema_version": 2, "manifest": {}, "findings": []}, "TOO-NEW"),
            ({"schema_version": 1, "manifest": {}, "findings": []}, "MISSING-FIELD"),
            ({"schema_version": 1, "manifest": {}, "findings": "none"}, "BAD-VALUE"),
            ({"schema_version": 1, "manifest": {}, "findings": ["\u202e"]}, "BIDI-CHAR"),
            ({"schema_version": 1, "manifest": {}, "findings": ["\x1b[2J"]}, "CONTROL-CHAR"),
        ],
    )
    def test_another_file_is_refused(self, data: Any, code: str) -> None:
        """A file that is no saved assessment is refused, with its name and what to do."""
        with pytest.raises(Refused) as refused:
            snapshot_from_json(data, "other.json")
        assert code in {fault.code for fault in refused.value.faults}
        assert all(fault.path == "other.json" and fault.todo for fault in refused.value.faults)

    def test_every_fault_is_named(self) -> None:
        """Each value that does not belong is named, counted as a reader counts."""
        data = json.loads("".join(as_json.render(assessed())))
        data["findings"][0]["level"] = "severe"
        del data["findings"][1]["content"]
        with pytest.raises(Refused) as refused:
            snapshot_from_json(data, "old.json")
        assert sorted(fault.what for fault in refused.value.faults) == [
            'findings 1 level: "severe" does not belong there.',
            "findings 2 has no content.",
        ]

    def test_later_fields_are_no_hindrance(self) -> None:
        """A later release may add fields to the report."""
        data = json.loads("".join(as_json.render(assessed())))
        data["findings"][0]["added_later"] = {"anything": 1}
        assert snapshot_from_json(data, "old.json").findings


CLAIM = st.fixed_dictionaries(
    {
        "quote": st.sampled_from(
            ["will save £40,000 a year", "may save £40,000 a year", "keeps the museum open", "no one loses", "is liked"]
        ),
        "kinds": st.sampled_from([["financial_saving"], ["improved_outcomes"], ["no_adverse_impact"], ["workforce"]]),
        "at": st.sampled_from(["1.1", "2.1", "3.1"]),
        "certainty": st.sampled_from(["asserted", "hypothesis"]),
        "operative": st.sampled_from(["true", "false"]),
        "about_person": st.sampled_from(["true", "false", "false"]),
        "topic": st.sampled_from(["museums", "depots"]),
    }
)
EVIDENCE = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["cost_benefit_analysis", "performance_data", "risk_assessment"]),
        "status": st.sampled_from(["none_stated", "oral", "referenced", "supplied", "verified", "contradicted"]),
    }
)
COMMITMENT = st.fixed_dictionaries(
    {"provides": st.sampled_from([["cost_benefit_analysis"], ["report"]])},
    optional={"due": st.sampled_from([{"date": "2024-06-01"}, {"before": "officer_report", "topic": "museums"}])},
)
PAPER = st.fixed_dictionaries(
    {
        "claims": st.lists(CLAIM, max_size=4),
        "evidence": st.lists(EVIDENCE, max_size=2),
        "commitments": st.lists(COMMITMENT, max_size=2),
    }
)


@st.composite
def cases(draw: st.DrawFn) -> dict[str, Any]:
    """Draw one paper, or two on different days."""
    case = draw(PAPER)
    if draw(st.booleans()):
        case["others"] = [{**draw(PAPER), "source": {"id": "later", "meeting_date": "2024-07-03"}}]
    for paper in (case, *case.get("others", ())):
        for name, letter in (("claims", "C"), ("evidence", "E"), ("commitments", "K")):
            paper[name] = [
                {**item, "id": f"{letter}{n}"} for n, item in enumerate(paper[name], draw(st.integers(1, 2)))
            ]
    return case


class TestProperties:
    @given(cases(), cases())
    @settings(derandomize=True, deadline=None, max_examples=80)
    def test_every_open_finding_is_in_exactly_one_row(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Nothing that is open on either side is lost or told twice, and nothing closed on both is told."""
        before, after = snapshot_of(assessed(**old)), snapshot_of(assessed(**new))
        rows = compare_snapshots(before, after).rows
        for side, snapshot in (("old", before), ("new", after)):
            told = sorted(seen for r in rows if (seen := getattr(r, side)) is not None and seen.is_open)
            assert sorted(seen for seen in snapshot.findings if seen.is_open) == told
        assert all(any(seen and seen.is_open for seen in (r.old, r.new)) for r in rows)

    @given(cases(), cases())
    @settings(derandomize=True, deadline=None, max_examples=80)
    def test_backwards_new_is_resolved_or_lost_from_sight(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """With OLD and NEW swapped, what was new is resolved or no longer assessed, and the other way round."""
        before, after = snapshot_of(assessed(**old)), snapshot_of(assessed(**new))
        there, back = compare_snapshots(before, after), compare_snapshots(after, before)
        closed = {"resolved", "no_longer_assessed"}
        came = {r.new for r in there.of("new")}
        went = {r.old for r in back.rows if r.change in closed}
        assert came == went
        assert {r.old for r in there.rows if r.change in closed} == {r.new for r in back.of("new")}

    @given(cases())
    @settings(derandomize=True, deadline=None, max_examples=50)
    def test_with_itself_saved_or_live_nothing_changed(self, case: dict[str, Any]) -> None:
        """Compared with itself, saved or live, an assessment shows only what is still open."""
        assessment = assessed(**case)
        live, kept = snapshot_of(assessment), saved(assessment)
        for one, other in ((live, live), (live, kept), (kept, live)):
            assert {"still_open"} >= results(compare_snapshots(one, other))
