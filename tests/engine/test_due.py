"""A promise falls due."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from checker.engine.due import add_period, standings
from checker.engine.papers import same_body
from tests.engine.case import assessed, by_rule, casefile, only

PAPER = {"before": "officer_report", "body": "Wexcombe", "topic": "museums"}
SOURCE = {"id": "first", "meeting_date": "2023-03-08", "topics": ["museums"], "stage": "options"}


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def promise(due: dict[str, str] | None, *provides: str) -> dict[str, Any]:
    made: dict[str, Any] = {"id": "K1", "provides": list(provides or ("cost_benefit_analysis",)), "topic": "museums"}
    return made if due is None else {**made, "due": due}


def state(as_of: str, due: dict[str, str] | None, *provides: str, others: list[dict[str, Any]] | None = None) -> str:
    case = casefile(source=SOURCE, commitments=[promise(due, *provides)], others=others or [])
    return standings(case.up_to(day(as_of)), day(as_of), 30)[0].state


def later(kind: str = "officer_report", meeting: str = "2023-11-15", **more: Any) -> dict[str, Any]:
    body = {"body": "Wexcombe culture committee", "capacity": "scrutiny"}
    source = {"id": "later", "kind": kind, "meeting_date": meeting, "topics": ["museums"], "considered_by": [body]}
    return {"source": source, **more}


def witness(date: str = "2023-11-15", topic: str = "museums") -> dict[str, Any]:
    event = {"kind": "officer_report", "body": "Wexcombe culture committee", "topic": topic, "date": date, "at": "¶2"}
    return {"source": {"id": "news", "kind": "news", "published": "2023-11-16", "events": [event]}}


class TestDates:
    @pytest.mark.parametrize(
        ("period", "end"),
        [
            ("12 months", "2022-03-17"),
            ("1 year", "2022-03-17"),
            ("6 weeks", "2021-04-28"),
            ("30 days", "2021-04-16"),
            ("1 month", "2021-04-17"),
            ("9 months", "2021-12-17"),
        ],
    )
    def test_a_period_runs_from_the_source(self, period: str, end: str) -> None:
        """A period is counted from the date of the source."""
        assert day(end) == add_period(day("2021-03-17"), period)

    def test_a_shorter_month_ends_the_period_earlier(self) -> None:
        """One month after 31 January is the last day of February."""
        assert day("2024-02-29") == add_period(day("2024-01-31"), "1 month")

    @pytest.mark.parametrize(
        ("as_of", "expected"),
        [("2023-08-01", "open"), ("2023-08-31", "due_soon"), ("2023-09-30", "due_soon"), ("2023-10-01", "overdue")],
    )
    def test_a_due_date_passes_the_day_after(self, as_of: str, expected: str) -> None:
        """A promise for 30 September is due soon from 31 August, in time on the day, overdue on 1 October."""
        assert expected == state(as_of, {"date": "2023-09-30"})

    def test_no_due_point_is_undated(self) -> None:
        """A promise without any due point is undated, however long ago it was made."""
        assert state("2033-01-01", None) == "undated"

    def test_a_body_is_known_by_its_first_words(self) -> None:
        """Wexcombe is the body of Wexcombe culture committee, not of Wexcombeshire committee."""
        assert same_body("wexcombe", "Wexcombe culture committee")
        assert not same_body("Wexcombe", "Wexcombeshire committee")


class TestPapers:
    def test_nothing_known_leaves_it_open(self) -> None:
        """A promise tied to a paper is open while no such paper is known."""
        assert state("2030-01-01", PAPER) == "open"

    def test_a_paper_read_without_it_makes_it_overdue(self) -> None:
        """The paper was read and what was promised is not in it: overdue."""
        assert state("2023-11-15", PAPER, others=[later()]) == "overdue"

    def test_a_paper_known_and_not_read(self) -> None:
        """Another source witnesses the paper, which was not read: fell due, unread."""
        assert state("2023-11-16", PAPER, others=[witness()]) == "fell_due_unread"

    def test_a_paper_counts_only_by_the_day(self) -> None:
        """Before the source that witnesses it is known, the promise is open."""
        assert state("2023-11-15", PAPER, others=[witness()]) == "open"

    def test_an_event_announced_for_later_does_not_count_yet(self) -> None:
        """A paper announced for a later day has not fallen due."""
        assert state("2023-11-20", PAPER, others=[witness(date="2023-12-01")]) == "open"

    def test_a_paper_before_the_promise_does_not_count(self) -> None:
        """Only papers after the promise can be the one it was tied to."""
        assert state("2024-01-01", PAPER, others=[witness(date="2023-03-08")]) == "open"

    @pytest.mark.parametrize(
        "due", [{**PAPER, "body": "Elsewhere"}, {**PAPER, "before": "budget"}, {**PAPER, "topic": "parks"}]
    )
    def test_another_body_kind_or_topic_is_another_paper(self, due: dict[str, str]) -> None:
        """A paper of another kind, to another body or on another topic does not make a promise fall due."""
        assert state("2024-01-01", due, others=[witness(), later()]) == "open"

    def test_part_of_it_came(self) -> None:
        """Two kinds were promised and one came with the paper: kept in part."""
        came = later(evidence=[{"kind": "risk_assessment", "status": "supplied"}])
        assert state("2023-11-15", PAPER, "risk_assessment", "consultation", others=[came]) == "kept_in_part"

    def test_all_of_it_came_and_a_person_still_has_to_close_it(self) -> None:
        """When everything promised is seen the promise is open still: closing it is a person's act."""
        came = later(evidence=[{"kind": "risk_assessment", "status": "supplied"}])
        assert state("2023-11-15", PAPER, "risk_assessment", others=[came]) == "open"

    def test_a_source_registered_and_not_coded_is_known_and_not_read(self) -> None:
        """A source with a record and no coding is known to exist: fell due, unread."""
        case = casefile(source=SOURCE, commitments=[promise(PAPER)], others=[later()])
        unread = type(case)(case.dossiers[:1], case.topics, (case.dossiers[1].source,))
        assert standings(unread, day("2024-01-01"), 30)[0].state == "fell_due_unread"


class TestFindings:
    @pytest.mark.parametrize(
        ("due", "rule", "outcome"),
        [
            (None, "promise-undated", "promised"),
            ({"date": "2023-09-30"}, "promise-overdue", "overdue"),
            (PAPER, "promise-fell-due-unread", "cannot_tell"),
        ],
    )
    def test_each_state_has_its_finding(self, due: dict[str, str] | None, rule: str, outcome: str) -> None:
        """An undated promise is promised, a late one overdue, one whose paper was not read cannot be told."""
        assessment = assessed(source=SOURCE, commitments=[promise(due)], others=[witness()])
        assert outcome == only(assessment, rule).outcome

    def test_a_promise_in_time_gives_no_finding_of_its_own(self) -> None:
        """A promise with a date still to come raises nothing by itself."""
        assessment = assessed(as_of=day("2023-05-01"), source=SOURCE, commitments=[promise({"date": "2023-09-30"})])
        assert [f for f in assessment.findings if f.rule.group == "commitments"] == []
        assert by_rule(assessment, "cost-benefit-analysis")[0].outcome == "promised"

    @pytest.mark.parametrize(("as_of", "outcome"), [("2023-09-30", "promised"), ("2023-10-01", "overdue")])
    def test_the_claim_follows_its_promise(self, as_of: str, outcome: str) -> None:
        """What a claim rests on is promised until the date has passed, and overdue after."""
        assessment = assessed(as_of=day(as_of), source=SOURCE, commitments=[promise({"date": "2023-09-30"})])
        assert outcome == only(assessment, "cost-benefit-analysis").outcome
