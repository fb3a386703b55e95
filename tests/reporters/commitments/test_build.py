"""The list of commitments: sections in order, and every fact of each in words."""

from __future__ import annotations

import datetime

import pytest

from checker.base.faults import Misuse
from checker.reporters.commitments.build import build
from checker.reporters.commitments.rows import Row, row_of
from tests.reporters.commitments.case import EARLIER, MINUTES, REPORT, TODAY, TOPIC, depot, event, real

K1, K2, K3, K6 = (f"{REPORT}#{name}" for name in ("K1", "K2", "K3", "K6"))


def row(identity: str, *recorded: object) -> Row:
    assessment = depot(*recorded)  # type: ignore[arg-type]
    return next(one for one in build(assessment).rows if one.id == identity)


def test_sections_stand_in_the_order_of_urgency() -> None:
    """Overdue first, then what fell due with a paper not read, due soon, open, undated, closed."""
    view = build(depot(event("verified", K6, by="auditor")))
    expected = ["Overdue", "Fell due, paper not read", "Due soon", "Open", "No date", "Closed"]
    assert expected == [section.title for section in view.sections]
    assert "8 in all: 1 overdue; 1 fell due, paper not read; 1 due soon; 1 open; 3 no date; 1 closed." == view.summary


def test_what_is_kept_in_part_has_its_own_section() -> None:
    """A promise of which a later paper shows half stands under kept in part."""
    later = {
        "source": {"id": "later", "meeting_date": "2024-03-01", "topics": [TOPIC]},
        "evidence": [{"kind": "risk_assessment", "status": "supplied"}],
    }
    half = {"id": "K1", "quote": "risks and costs", "provides": ["risk_assessment", "financial_implications"], "due": {"date": "2024-04-01"}, "topic": TOPIC}  # fmt: skip
    view = build(depot(commitments=[half], others=[later]))
    assert ["Kept in part"] == [section.title for section in view.sections]
    assert "risk assessment" == view.rows[0].seen


def test_every_commitment_is_listed_once() -> None:
    """Nothing promised is lost between the sections, and nothing is there twice."""
    assessment = real()
    listed = [one.id for one in build(assessment).rows]
    assert sorted(standing.id for standing in assessment.standings) == sorted(listed)


def test_a_row_says_what_who_where_and_when() -> None:
    """A row has the plain sentence, the owner's role, the place, the words, the due day, how long it is over."""
    one = row(K1)
    assert ("Costs will come by June.", "Head of Streets", "costs will come by June") == (one.what, one.who, one.quote)
    assert "2.2 of the officer report of 10 January 2024" == one.where
    assert ("by 30 June 2024", "overdue by 20 days") == (one.due, one.state)


def test_without_a_sentence_the_words_stand_and_without_an_owner_nobody() -> None:
    """Where the coder gave no sentence the words stand in; where nobody is named the list says so."""
    one = row(K3)
    assert ("a plan will follow", "nobody named", "no date") == (one.what, one.who, one.state)


def test_every_date_it_ever_had_is_told_with_who_granted_it() -> None:
    """A date that was moved twice is told three times, with the post that granted each new one."""
    moved = [
        event("revised_due", K1, due="2024-09-30", granted_by="chair", on="2024-06-01"),
        event("revised_due", K1, due="2024-12-31", granted_by="head-of-streets", on="2024-07-01"),
    ]
    one = row(K1, *moved)
    expected = (
        "first 30 June 2024",
        "moved to 30 September 2024, granted by chair on 1 June 2024",
        "moved to 31 December 2024, granted by head-of-streets on 1 July 2024",
    )
    assert (expected, "by 31 December 2024") == (one.dates, one.due)
    assert "1 with a revised date" in build(depot(*moved)).summary


def test_a_granted_date_holds_instead_of_the_paper() -> None:
    """What was due with a paper and then got a date is due by that date."""
    one = row(f"{REPORT}#K5", event("revised_due", f"{REPORT}#K5", due="2024-12-01", granted_by="chair"))
    assert ("by 1 December 2024", "open") == (one.due, one.state)


def test_reported_done_is_kept_apart_from_verified() -> None:
    """What its owner reports as done stays overdue; who verified it, and where, stands on its own line."""
    done = event("reported_done", K1, by="head-of-streets", where="report of July, 3.4")
    assert ("overdue by 20 days", "") == (row(K1, done).state, row(K1, done).verified)
    both = row(K1, done, event("verified", K1, "seen", by="auditor", where="annex B"))
    assert "by head-of-streets on 1 July 2024; evidence: report of July, 3.4; “as discussed”" == both.reported_done
    assert ("kept", "by auditor on 1 July 2024; evidence: annex B; “seen”") == (both.state, both.verified)


@pytest.mark.parametrize(
    ("kind", "says"), [("lapsed", "lapsed, by clerk"), ("superseded", "superseded, by"), ("transferred", "to cabinet")]
)
def test_other_ends_say_who_and_when(kind: str, says: str) -> None:
    """What lapsed, was superseded or went to another post says so, with who recorded it."""
    one = row(K1, event(kind, K1, granted_by="cabinet"))
    assert says in one.closed
    assert "Closed" == build(depot(event(kind, K1))).sections[-1].title


def test_a_recommendation_has_its_response() -> None:
    """The response coded stands beside a recommendation until a later one is recorded."""
    assert "accepted in part" == row(f"{MINUTES}#K1").response
    later = row(f"{MINUTES}#K1", event("response", f"{MINUTES}#K1", "no money", state="rejected", by="cabinet"))
    assert "rejected, by cabinet on 1 July 2024; “no money”" == later.response
    assert "" == row(K1).response


def test_overdue_without_a_date_names_the_paper() -> None:
    """What was due with a paper that was read without it names that paper."""
    paper = {"source": {"id": "later", "meeting_date": "2024-05-15", "topics": [TOPIC],
                        "considered_by": [{"body": "Wexcombe cabinet", "capacity": "executive"}]}}  # fmt: skip
    assessment = depot(others=[paper])
    standing = next(s for s in assessment.standings if s.id.endswith("#K5"))
    assert "overdue: not found in the officer report of 15 May 2024" == row_of(standing, assessment).state


def test_a_paper_not_read_is_named_with_its_day() -> None:
    """What fell due with a paper that was not read says when, and which paper."""
    assert (
        "fell due on 15 May 2024; the paper (officer report to Wexcombe scrutiny committee) was not read"
        == row(f"{REPORT}#K5").state
    )


def test_a_topic_a_meeting_or_a_body_narrows_the_list() -> None:
    """The list may be of one topic, one meeting, one body."""
    assessment = depot()
    assert {EARLIER} == {one.standing.source.id for one in build(assessment, meeting=EARLIER).rows}
    assert 8 == len(build(assessment, topic=TOPIC, body="Wexcombe scrutiny").rows)
    assert ("Topic: depot", "Body: Wexcombe") == build(assessment, topic=TOPIC, body="Wexcombe").chosen


@pytest.mark.parametrize("chosen", [{"topic": "x"}, {"meeting": "x"}, {"body": "Harrow"}])
def test_what_is_not_known_is_refused(chosen: dict[str, str]) -> None:
    """A topic, meeting or body that nothing read is about is refused, not answered with an empty list."""
    with pytest.raises(Misuse, match=r"Topics: depot|Wexcombe scrutiny committee"):
        build(depot(), **chosen)


def test_nothing_promised_is_said_in_words() -> None:
    """A list without a commitment says so."""
    view = build(depot(commitments=[], others=[]))
    assert (0, "Nothing promised, asked for or recommended in the sources read.") == (len(view.rows), view.summary)


def test_nothing_is_later_than_the_day() -> None:
    """What was recorded after the day of the assessment is not in the list."""
    late = event("verified", K1, by="auditor", on="2024-07-21")
    assert "overdue" in next(one for one in build(depot(late)).rows if one.id == K1).state
    early = build(depot(as_of=TODAY - datetime.timedelta(days=50)))
    assert "by 30 June 2024" == next(one for one in early.rows if one.id == K1).due
    assert "due soon" == next(one for one in early.rows if one.id == K1).state
