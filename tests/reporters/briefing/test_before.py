"""What was promised and not seen, what was asked and how it was answered."""

from __future__ import annotations

import datetime
from typing import Any

from checker.reporters.briefing.build import briefing
from checker.reporters.briefing.page import Briefing
from tests.reporters.briefing.pages import TOPIC, invented, museums, promise, real, report


def _page(**case: Any) -> Briefing:
    return briefing(museums(**case), topic="museum-service", fit=False)


def _asked(**answer: Any) -> dict[str, Any]:
    return {"id": "Q1", "at": "¶4", "quote": "what it would save", "says": "What would it save?",
            "topic": "museum-service", "answer": answer}  # fmt: skip


def test_a_promise_stands_with_what_where_and_when() -> None:
    """A promise that fell due with a paper nobody read says so, with its paragraph and due point."""
    review = next(one for one in briefing(real(), topic=TOPIC).promised if "9.1" == one.at)
    assert "An equality review will precede any further report (9.1)" == review.line
    assert "Promised in the officer report of 17 March 2021, due with a further officer report to Stockport; it fell due, that paper was not read:" == review.head  # fmt: skip


def test_overdue_comes_first() -> None:
    """What is overdue stands before what has no date."""
    late = promise("K2", at="5.2", says="Visitor figures will come.", due={"date": "2023-09-30"})
    lines = [(one.state, one.due) for one in _page(commitments=[promise(), late]).promised]
    assert [("overdue", "by 30 September 2023"), ("", "no date")] == lines


def test_a_request_of_the_committee_is_called_a_request() -> None:
    """What a committee asked for is said to be requested, not promised."""
    one = briefing(invented(), topic="shared-library-hubs").promised[0]
    assert "Requested in the minutes of 12 February 2025, by 9 April 2025; overdue:" == one.head


def test_what_was_shown_is_not_listed() -> None:
    """A promise that a later paper on the topic keeps is not on the page."""
    shown = {"id": "E1", "kind": "cost_benefit_analysis", "status": "supplied", "quote": "see appendix A"}
    later = {"source": report(id="later", meeting_date="2023-11-15"), "evidence": [shown]}
    assert () == _page(commitments=[promise()], others=[later]).promised


def test_a_rejected_recommendation_is_not_awaited() -> None:
    """A recommendation that was rejected is no longer waited for; one that was not answered is."""
    rejected = promise(origin="recommendation", response="rejected")
    assert [] == [one.how for one in _page(commitments=[rejected]).promised]
    assert [one.how for one in _page(commitments=[promise(origin="recommendation", response="none")]).promised] == [
        "Recommended"
    ]


def test_a_promise_not_yet_due_waits_until_something_later_is_known() -> None:
    """A promise for a later day is listed only once a later paper on its topic is known."""
    coming = promise(due={"date": "2024-06-30"})
    assert () == _page(commitments=[coming]).promised
    later = {"source": report(id="later", meeting_date="2023-11-15")}
    assert ["by 30 June 2024"] == [one.due for one in _page(commitments=[coming], others=[later]).promised]


def test_minutes_that_hold_no_answer_never_say_not_answered() -> None:
    """Minutes are not verbatim: the page says that no answer is minuted, or that they are cut off."""
    answers = {one.answer for one in briefing(real(), topic=TOPIC, fit=False).asked}
    assert {"no answer minuted", "the minutes read are cut off here", "no answer reported"} <= answers
    assert not [answer for answer in answers if "not answered" in answer]


def test_questions_with_a_full_answer_are_left_out() -> None:
    """A question that was answered in full is not put before members again."""
    assert () == _page(asked=[_asked(state="answered", quote="it would save nothing", at="¶4")]).asked


def test_an_answer_in_part_is_quoted() -> None:
    """An answer in part is quoted, with its own paragraph where that is another."""
    page = _page(asked=[_asked(state="partly", quote="a figure was being worked on", at="¶5")])
    assert "What would it save? (¶4): answered in part, “a figure was being worked on” (¶5)" == page.asked[0].line


def test_an_answer_about_a_person_is_not_quoted() -> None:
    """Where the paragraph of an answer holds words on a person's merit, its words are not quoted."""
    person = {"id": "C2", "at": "¶5", "kinds": ["leadership_expertise"], "quote": "is excellent", "about_person": True}
    page = _page(claims=[person], asked=[_asked(state="partly", quote="the head is excellent", at="¶5")])
    assert "answered in part" == page.asked[0].answer


def test_what_was_asked_later_is_not_known_before() -> None:
    """On 18 January 2022 only the questions of March 2021 were asked."""
    page = briefing(real(datetime.date(2022, 1, 18)), topic=TOPIC, fit=False)
    assert {"minutes of 17 March 2021"} == {one.source for one in page.asked}


def test_each_sort_of_answer_comes_before_a_second_of_any() -> None:
    """With room for two questions, members see one without an answer and one where the minutes break off."""
    two = briefing(real(), topic=TOPIC).asked[:2]
    assert ["no answer minuted", "the minutes read are cut off here"] == [one.answer for one in two]
