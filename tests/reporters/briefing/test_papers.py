"""Which papers were read, and which were not."""

from __future__ import annotations

import dataclasses
import datetime

from checker.model.casefile import Casefile
from checker.model.finding import Assessment
from checker.model.source import Source
from checker.reporters.briefing import papers
from checker.reporters.briefing.build import briefing
from checker.reporters.briefing.scope import scope_of
from tests.reporters.briefing.pages import TOPIC, museums, promise, real, report


def _unread(assessment: Assessment, topic: str | None = None) -> list[str]:
    return [one.what for one in papers.not_read(assessment, scope_of(assessment, topic, None))]


def test_the_paper_of_the_evening_is_named_as_not_read() -> None:
    """A paper that a newspaper names and nobody read is named, with the place that names it."""
    page = briefing(real(), topic=TOPIC)
    first = page.not_read[0]
    assert "the officer report to Stockport children and families scrutiny committee of 19 January 2022" == first.what
    assert "¶2 of the news report of 19 January 2022" == first.known_from


def test_what_one_paragraph_names_is_said_once() -> None:
    """A paper named as an event and as missing in the same paragraph is said once."""
    assert 1 == sum("19 January 2022" in what for what in _unread(real(), TOPIC))


def test_before_the_paper_is_known_it_is_not_named() -> None:
    """On 18 January 2022 the page does not speak of the paper of the 19th."""
    assert not [what for what in _unread(real(datetime.date(2022, 1, 18)), TOPIC) if "2022" in what]


def test_minutes_that_are_cut_off_are_said_to_be() -> None:
    """What is missing from a paper that was read is said in its own sentence."""
    assert any("stop in mid-sentence" in what for what in _unread(real(), TOPIC))


def test_a_paper_registered_and_not_coded_is_not_read() -> None:
    """A paper that is known and has no coding is named with its title."""
    tonight = Source.model_validate(
        {**report(id="tonight", title="Museums: the decision", meeting_date="2024-01-11", published="2024-01-03"),
         "publisher": "Wexcombe Borough Council", "kind": "officer_report"}
    )  # fmt: skip
    before = museums()
    casefile: Casefile = dataclasses.replace(before.casefile, registered=(tonight,))
    page = briefing(dataclasses.replace(before, casefile=casefile), topic="museum-service")
    assert "Museums: the decision (officer report of 11 January 2024)" == page.not_read[0].what
    assert "a copy of Museums: the decision" in page.request


def test_a_paper_of_candidates_is_not_asked_for() -> None:
    """A paper that was drafted and waits to be confirmed is at hand: the page says what it waits for and asks for no copy."""
    before = museums()
    tonight = Source.model_validate(
        {**report(id="tonight", title="Museums: the decision"), "publisher": "Wexcombe", "kind": "officer_report"}
    )
    casefile = dataclasses.replace(before.casefile, registered=(tonight,), waiting=frozenset({"tonight"}))
    page = briefing(dataclasses.replace(before, casefile=casefile), topic="museum-service")
    assert "candidates drafted from it wait for a person to confirm them." in page.not_read_text
    assert "copy" not in page.request


def test_other_topics_are_left_out() -> None:
    """A page on one topic does not list what was not read on another."""
    assert not [what for what in _unread(real(), "short-breaks") if "Tameside" in what]


def test_a_paper_that_was_read_is_not_named_as_unread() -> None:
    """A paper that one source names and that was read under its own name is not said to be unread."""
    later = report(id="later", meeting_date="2023-11-15", considered_by=[])
    witness = report(
        id="news", kind="news", meeting_date="2023-11-16", considered_by=[],
        events=[{"kind": "officer_report", "body": "Wexcombe culture scrutiny committee", "topic": "museum-service",
                 "date": "2023-11-15", "at": "¶1"}],
    )  # fmt: skip
    assert [] == _unread(museums(others=[{"source": later}, {"source": witness}], commitments=[promise()]))


def test_the_request_goes_to_the_post_that_wrote_the_report() -> None:
    """The author is named by post; where none is known, as the author of the report."""
    assessment = museums(source=report(author="Head of Culture"))
    assert "the Head of Culture" == papers.author(assessment, scope_of(assessment, None, None))
    bare = museums(source=report(kind="plan"))
    assert "the author of the report" == papers.author(bare, scope_of(bare, None, None))
