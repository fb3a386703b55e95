"""Claims beside each other: within a paper, and the same claim across papers and years."""

from __future__ import annotations

from typing import Any

import pytest

from tests.engine.case import assessed, by_rule, only

HOPE = {
    "id": "C1",
    "kinds": ["improved_outcomes"],
    "quote": "hopes for better outcomes",
    "topic": "museums",
    "certainty": "hoped",
}
SURE = {"id": "C2", "kinds": ["improved_outcomes"], "quote": "will bring better outcomes", "topic": "museums"}
FIRST = {"id": "first", "meeting_date": "2023-03-08"}
DATA = {"kind": "performance_data", "status": "verified"}


def later(meeting: str = "2024-02-07", kind: str = "officer_report", **case: Any) -> dict[str, Any]:
    return {"source": {"id": "later", "meeting_date": meeting, "kind": kind}, **case}


class TestContradiction:
    def test_one_finding_for_a_pair(self) -> None:
        """Two claims that contradict each other give one finding, on the later of them, whoever names whom."""
        for first, second in (
            ({"contradicts": ["C2"]}, {}),
            ({}, {"contradicts": ["C1"]}),
            ({"contradicts": ["C2"]}, {"contradicts": ["C1"]}),
        ):
            finding = only(assessed(claims=[{**HOPE, **first}, {**SURE, **second}]), "contradiction")
            assert (
                getattr(finding.subject, "id", ""),
                finding.other and finding.other.id,
            ) == ("C2", "wexcombe-example-0#C1")

    def test_across_sources(self) -> None:
        """A claim may contradict one of another source."""
        other = later(claims=[{**SURE, "contradicts": ["first#C1"]}])
        finding = only(assessed(source=FIRST, claims=[HOPE], others=[other]), "contradiction")
        assert (finding.subject_id, finding.other and finding.other.id) == ("later#C2", "first#C1")

    def test_a_source_that_was_not_read_is_not_spoken_of(self) -> None:
        """A contradiction with a claim of a source that was not read, or not yet known, is not raised."""
        assert by_rule(assessed(claims=[{**HOPE, "contradicts": ["unread#C1"]}]), "contradiction") == []

    def test_the_judged_claim_is_the_subject(self) -> None:
        """Between an officer and a newspaper, scrutiny puts the question to the officer's claim."""
        press = later(claims=[{**SURE, "by": "press", "contradicts": ["first#C1"]}])
        assert only(assessed(source=FIRST, claims=[HOPE], others=[press]), "contradiction").subject_id == "first#C1"


class TestRepetition:
    def test_the_same_claim_a_year_later(self) -> None:
        """The same kind of claim on the same topic in a later paper, with nothing shown, is a repetition."""
        finding = only(
            assessed(source=FIRST, claims=[HOPE], others=[later(claims=[SURE])]), "repeated-without-evidence"
        )
        assert (finding.subject_id, finding.other and finding.other.id) == ("later#C2", "first#C1")

    def test_not_when_something_is_shown(self) -> None:
        """A claim that comes with headline evidence is no repetition without evidence."""
        other = later(claims=[SURE], evidence=[DATA])
        assert by_rule(assessed(source=FIRST, claims=[HOPE], others=[other]), "repeated-without-evidence") == []

    @pytest.mark.parametrize("more", [{"topic": "parks"}, {"kinds": ["financial_saving"]}, {"by": "press"}])
    def test_another_claim_is_no_repetition(self, more: dict[str, Any]) -> None:
        """A claim on another topic, of another kind or by somebody who is not judged repeats nothing."""
        other = later(claims=[{**SURE, **more}])
        assert by_rule(assessed(source=FIRST, claims=[HOPE], others=[other]), "repeated-without-evidence") == []

    def test_the_minutes_of_the_same_meeting_repeat_nothing(self) -> None:
        """What the minutes of a meeting record of the paper before it is not a second claim."""
        minutes = later(meeting="2023-03-08", kind="minutes", claims=[SURE])
        assert by_rule(assessed(source=FIRST, claims=[HOPE], others=[minutes]), "repeated-without-evidence") == []

    def test_once_a_source(self) -> None:
        """A later paper that says it three times is one repetition."""
        claims = [{**SURE, "id": f"C{n}"} for n in (2, 3, 4)]
        assessment = assessed(source=FIRST, claims=[HOPE], others=[later(claims=claims)])
        assert [f.subject_id for f in by_rule(assessment, "repeated-without-evidence")] == ["later#C2"]


class TestRisingCertainty:
    def test_two_steps_up_with_nothing_shown(self) -> None:
        """What was hoped is stated as fact later in the paper, with nothing shown in between."""
        assert only(assessed(claims=[HOPE, SURE]), "rising-certainty").subject_id == "wexcombe-example-0#C2"

    def test_not_downwards(self) -> None:
        """A claim that becomes more careful is nothing to remark on."""
        assert by_rule(assessed(claims=[{**SURE, "id": "C1"}, {**HOPE, "id": "C2"}]), "rising-certainty") == []

    def test_one_step_is_a_manner_of_speaking(self) -> None:
        """From expected to asserted is one step: not raised."""
        assert by_rule(assessed(claims=[{**HOPE, "certainty": "expected"}, SURE]), "rising-certainty") == []

    def test_not_when_evidence_came(self) -> None:
        """Where evidence is shown, more certainty is in order."""
        assert by_rule(assessed(claims=[HOPE, SURE], evidence=[DATA]), "rising-certainty") == []


STEP = {**SURE, "operative": "true"}


class TestStageMismatch:
    def test_a_step_under_way_in_a_paper_to_note(self) -> None:
        """A paper to note that announces a step under way is asked who decided it."""
        assert only(assessed(source={"asks": "note"}, claims=[STEP]), "stage-mismatch").outcome == "weak"

    @pytest.mark.parametrize(
        "source",
        [
            {"asks": "decide"},
            {"asks": "note", "kind": "minutes"},
            {"asks": "note", "decision": {"body": "Cabinet", "date": "2023-12-01"}},
        ],
    )
    def test_not_where_the_decision_is_at_hand(self, source: dict[str, Any]) -> None:
        """A paper for decision, minutes, or a paper that records the decision raises no mismatch."""
        assert by_rule(assessed(source=source, claims=[STEP]), "stage-mismatch") == []

    def test_once_a_topic(self) -> None:
        """Five steps under way on one topic are one question."""
        claims = [{**STEP, "id": f"C{n}"} for n in range(1, 6)]
        assert len(by_rule(assessed(source={"asks": "note"}, claims=claims), "stage-mismatch")) == 1
