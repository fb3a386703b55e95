"""After a meeting: who does what by when, and what the next meeting takes up."""

from __future__ import annotations

from checker.reporters.actions.build import build
from tests.reporters.commitments.case import BEFORE, BODY, EARLIER, MINUTES, REPORT, depot, event, real

ANSWER = {"state": "answered", "where": "letter of 2 July"}


def test_everything_of_minutes_and_papers_is_an_action() -> None:
    """What the paper promised and what the meeting asked for stand on one sheet, numbered."""
    sheet = build(depot(), MINUTES)
    assert [f"{REPORT}#K{n}" for n in range(1, 7)] + [f"{MINUTES}#K1"] == [action.id for action in sheet.actions]
    assert list(range(1, 8)) == [action.number for action in sheet.actions]
    assert f"{BODY}, 10 January 2024" == sheet.meeting


def test_an_action_says_what_who_when_and_how_it_stands() -> None:
    """An action has its sentence, the owner's role, its day and its state."""
    first, third = build(depot(), MINUTES).actions[0], build(depot(), MINUTES).actions[2]
    assert ("Costs will come by June.", "Head of Streets", "by 30 June 2024", "overdue by 20 days", "promised") == (
        first.what, first.owner, first.due, first.state, first.sort)  # fmt: skip
    assert ("nobody named", "no date", "open") == (third.owner, third.due, third.state)


def test_what_was_recorded_since_stands_beside_it() -> None:
    """A closed action stays on its sheet, says who verified it, and is not taken up again."""
    closed = event("verified", f"{REPORT}#K1", by="auditor", where="annex")
    sheet = build(depot(closed), MINUTES)
    assert ("kept", False) == (sheet.actions[0].state, sheet.actions[0].open)
    assert "verified: by auditor on 1 July 2024; evidence: annex" in sheet.actions[0].since
    assert sheet.carried.startswith("Of this meeting: actions 2 to 7 ")


def test_questions_without_an_answer_are_on_the_sheet() -> None:
    """A question that was promised an answer or has none minuted is on the sheet; one that was answered is not."""
    questions = build(depot(), MINUTES).questions
    assert ["What would it cost?", "Who runs it?"] == [question.what for question in questions]
    assert ["no answer minuted", "an answer was promised"] == [question.state for question in questions]


def test_an_answer_recorded_since_closes_a_question() -> None:
    """A question answered since says where, and the next meeting does not take it up."""
    sheet = build(depot(event("answer", f"{MINUTES}#Q1", **ANSWER)), MINUTES)
    assert "answered, recorded by clerk on 1 July 2024, letter of 2 July" == sheet.questions[0].state
    assert "question 2 above" in sheet.carried
    partly = build(depot(event("answer", f"{MINUTES}#Q1", state="partly")), MINUTES)
    assert "questions 1, 2 above" in partly.carried.replace("1 to 2", "1, 2")


def test_the_next_meeting_takes_up_what_earlier_ones_left_open() -> None:
    """What an earlier meeting of the same body left open arises again, numbered on; what was closed does not."""
    (action,) = build(depot(), MINUTES).arising
    assert (f"{EARLIER}#K1", 8) == (action.id, action.number)
    assert () == build(depot(event("lapsed", f"{EARLIER}#K1")), MINUTES).arising


def test_other_bodies_and_later_meetings_do_not_arise() -> None:
    """Only earlier meetings of the same body count."""
    other = {
        **BEFORE,
        "source": {**BEFORE["source"], "considered_by": [{"body": "Wexcombe cabinet", "capacity": "executive"}]},
    }
    assert () == build(depot(others=[other]), REPORT).arising
    assert () == build(depot(), EARLIER).arising


def test_earlier_questions_arise_until_answered() -> None:
    """A question of an earlier meeting without an answer arises, and no longer once one is recorded."""
    asked = [{"id": "Q1", "quote": "why there", "says": "Why there?"}]
    cases = {"others": [{**BEFORE, "asked": asked}]}
    assert ["Why there?"] == [question.what for question in build(depot(**cases), REPORT).arising_questions]
    answered = event("answer", f"{EARLIER}#Q1", **ANSWER)
    assert () == build(depot(answered, **cases), REPORT).arising_questions


def test_a_meeting_without_a_date_has_its_own_minutes() -> None:
    """Minutes whose day is not known make a sheet of their own requests."""
    sheet = build(real(), "stockport-budget-minutes-2014")
    assert 11 == len(sheet.actions)
    assert "Corporate Director for People" in {action.owner for action in sheet.actions}
    assert "date not known" in sheet.meeting


def test_an_account_in_a_newspaper_minutes_nothing() -> None:
    """Where only a newspaper tells of the meeting, an answer is reported, not minuted, and the paper is not read."""
    sheet = build(real(), "2022-01-19 Stockport")
    assert {"an answer was promised", "no answer reported"} == {question.state for question in sheet.questions}
    assert ("officer report of 19 January 2022",) == sheet.unread
    assert 13 == len(sheet.arising)


def test_nothing_is_later_than_the_day() -> None:
    """A closure or an answer recorded after the day of the assessment is not on the sheet."""
    late = event("answer", f"{MINUTES}#Q1", **ANSWER, on="2024-07-21")
    assert "no answer minuted" == build(depot(late), MINUTES).questions[0].state
