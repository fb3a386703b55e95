"""The two stubs: a request, a recommendation."""

from __future__ import annotations

from checker.reporters.briefing.build import briefing
from checker.reporters.briefing.stubs import listed
from tests.reporters.briefing.pages import TOPIC, museums, promise, real


def test_the_request_names_the_questions_that_go_in_writing() -> None:
    """The information request is put together from the questions routed before the meeting."""
    page = briefing(real(), topic=TOPIC)
    before = [str(theme.number) for theme in page.themes if "before" == theme.route]
    assert before
    assert f"the answers to questions {listed(before)} above" in page.request
    assert page.request.startswith("To the Director of Children's Services: please let members have")


def test_the_recommendation_asks_for_what_was_promised() -> None:
    """What was promised and not seen makes the recommendation, each kind once, with its paragraph."""
    text = briefing(museums(commitments=[promise(), promise("K2", at="6.1")])).recommendation
    assert "That a report to the meeting of [date] give the cost-benefit analysis promised at 5.1 of the officer report of 8 March 2023." == text  # fmt: skip


def test_without_promises_the_recommendation_asks_for_what_would_settle_it() -> None:
    """Where nothing was promised, the recommendation is made of what would settle the themes."""
    text = briefing(museums()).recommendation
    assert text.startswith("That a report to the meeting of [date] give: ")
    assert "or write" not in text


def test_a_list_is_said_as_people_say_it() -> None:
    """Several things are joined by commas and one last word."""
    assert ["", "a", "a and b", "a, b and c"] == [listed(list(text)) for text in ("", "a", "ab", "abc")]
