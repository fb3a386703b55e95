"""What happened on a topic, in order of time."""

from __future__ import annotations

import datetime

import pytest

from checker.base.faults import Misuse
from checker.model.words import NOT_QUOTED
from checker.reporters.timeline.facts import Timeline, records_of
from checker.reporters.timeline.gather import timeline_of
from checker.reporters.timeline.lanes import end_words
from tests.reporters.commitments.case import CLAIM, REPORT, TODAY, TOPIC, depot, event, real, restricted

TOPIC_READ = "shared-education-service"


def told(timeline: Timeline) -> list[str]:
    return [fact.text for moment in timeline.moments for fact in moment.facts if fact.sort == "claimed"]


def test_days_stand_in_order_and_hold_their_sources() -> None:
    """Every day stands once, the earliest first, with what its sources claim, show and promise."""
    timeline = timeline_of(depot(), TOPIC)
    assert ["7 June 2023", "10 January 2024", "15 May 2024"] == [moment.title for moment in timeline.moments]
    assert [1, 6 + 1, 0] == [sum(len(p.facts) for p in moment.promises) for moment in timeline.moments]


def test_a_paper_known_and_not_read_is_a_fact() -> None:
    """The officer report that another source witnesses stands on its day as not read."""
    (fact,) = timeline_of(depot(), TOPIC).moments[-1].facts
    assert ("not read", "officer report to Wexcombe scrutiny committee") == (fact.sort, fact.text)


def test_only_claims_of_the_topic_and_of_those_judged() -> None:
    """Claims on another topic, and claims of members, are not on the timeline."""
    claims = [
        {**CLAIM, "id": "C1"},
        {**CLAIM, "id": "C2", "topic": "other", "quote": "elsewhere"},
        {**CLAIM, "id": "C3", "by": "member", "quote": "a member says"},
    ]
    assert ["“will save £40,000 a year”"] == told(timeline_of(depot(claims=claims), TOPIC))


def test_words_about_a_person_are_not_quoted() -> None:
    """A claim on the merit of a person is counted and never quoted, and another of its kind speaks first."""
    claims = [
        {**CLAIM, "id": "C1", "about_person": True, "quote": "is of high calibre"},
        {**CLAIM, "id": "C2", "quote": "will save £1"},
    ]
    assert ["“will save £1”", NOT_QUOTED] == told(timeline_of(depot(claims=claims), TOPIC))


@pytest.mark.parametrize(
    ("status", "sort"),
    [("supplied", "shown"), ("verified", "shown"), ("contradicted", "shown"), ("oral", "mentioned"), ("none_stated", "mentioned"), ("exempt", "mentioned")],
)  # fmt: skip
def test_shown_and_spoken_of_are_kept_apart(status: str, sort: str) -> None:
    """Only what can be read counts as shown; what is named, spoken or not public is spoken of."""
    evidence = [{"kind": "performance_data", "status": status, "quote": "14 lorries"}]
    facts = timeline_of(depot(evidence=evidence), TOPIC).moments[1].facts
    assert [sort] == [fact.sort for fact in facts if fact.text == "“14 lorries”"]


@pytest.mark.parametrize(("covers", "there"), [(["C1"], 1), ([f"{REPORT}#C1"], 1), (["C2"], 0), ({"topic": TOPIC}, 1)])
def test_evidence_belongs_to_the_claims_it_covers(covers: object, there: int) -> None:
    """Evidence is on the timeline of a topic when it covers a claim on it."""
    claims = [{**CLAIM, "id": "C1"}, {**CLAIM, "id": "C2", "topic": "other"}]
    evidence = [{"kind": "performance_data", "status": "supplied", "covers": covers}]
    assert there == sum(len(m.shown) for m in timeline_of(depot(claims=claims, evidence=evidence), TOPIC).moments)


def test_promises_with_one_end_stand_together() -> None:
    """Promises of one source that stand alike and fall due together are one line with both in it."""
    undated = [{"id": f"K{n}", "quote": f"plan {n}", "provides": ["action"]} for n in (1, 2, 3)]
    dated = {"id": "K4", "quote": "costs", "provides": ["report"], "due": {"date": "2024-06-30"}}
    promises = timeline_of(depot(commitments=[*undated, dated], others=[]), TOPIC).moments[0].promises
    assert [("overdue", 1, 20), ("undated", 3, 0)] == [(p.state, len(p.facts), p.days_over) for p in promises]


def test_what_fell_due_unread_is_not_called_overdue() -> None:
    """Where the paper was not read nobody knows, so no days are counted."""
    (one,) = [p for p in timeline_of(depot(), TOPIC).moments[1].promises if p.state == "fell_due_unread"]
    assert (datetime.date(2024, 5, 15), 0) == (one.due, one.days_over)


def test_the_summary_tells_the_story() -> None:
    """The summary counts claims, what was shown, and how every promise stands."""
    expected = (
        "Shared education service of Stockport and Tameside, as of 1 June 2022: 51 claims and no evidence shown "
        "in the sources read; 14 promised or asked for (1 overdue, 3 fell due with a paper that was not read, "
        "2 open, 8 without a date)."
    )
    assert expected == timeline_of(real(), TOPIC_READ).summary


def test_nothing_is_later_than_the_day() -> None:
    """Sources, papers and closures of a later day are not on the timeline."""
    late = event("verified", f"{REPORT}#K1", on="2024-07-21")
    timeline = timeline_of(depot(late), TOPIC)
    assert [] == [p for m in timeline.moments for p in m.promises if p.closed]
    before = timeline_of(depot(as_of=datetime.date(2024, 5, 14)), TOPIC)
    assert [] == [f for m in before.moments for f in m.facts if f.sort == "not read"]
    assert ["2021-03-17"] == sorted({f["date"] for f in records_of(timeline_of(real("2022-01-18"), TOPIC_READ))})


def test_a_source_without_a_date_stands_first() -> None:
    """What has no date is told before everything else and said to be undated."""
    letter = {"source": {"id": "letter", "kind": "letter", "meeting_date": None, "topics": [TOPIC]}, "claims": [CLAIM]}
    first = timeline_of(depot(others=[letter]), TOPIC).moments[0]
    assert (None, "undated") == (first.day, first.title)


def test_an_unknown_topic_is_refused() -> None:
    """A topic that nothing read is about is refused with those that are known."""
    with pytest.raises(Misuse, match="Topics: depot"):
        timeline_of(depot(), "x")


def test_it_takes_the_restriction_of_what_it_holds() -> None:
    """A timeline with a confidential report in it is confidential."""
    assert "confidential" == timeline_of(restricted("confidential"), TOPIC).access
    assert TODAY == timeline_of(depot(), TOPIC).as_of


def test_what_its_owner_reports_done_is_told_apart() -> None:
    """An overdue promise that its owner reports as done stays overdue and says what its owner reports."""
    done = event("reported_done", f"{REPORT}#K1", by="head-of-streets")
    promises = [p for m in timeline_of(depot(done), TOPIC).moments for p in m.promises if p.reported_done]
    (fact,) = promises[0].facts
    assert "overdue by 20 days; reported done by head-of-streets on 1 July 2024; “as discussed”" == fact.state
    assert end_words(promises[0]).endswith("not seen; its owner reports it done")


def test_the_summary_counts_what_was_shown() -> None:
    """Evidence shown is counted in pieces."""
    evidence = [{"kind": "performance_data", "status": "supplied"}]
    assert "1 claim and 1 piece of evidence shown" in timeline_of(depot(evidence=evidence), TOPIC).summary
