"""A meeting is named by its minutes, or by a day and the first words of the body."""

from __future__ import annotations

import pytest

from checker.base.faults import Misuse
from checker.reporters.commitments.meetings import begins, find_sitting, meeting_of, name_of_meeting
from tests.reporters.commitments.case import BODY, EARLIER, MINUTES, REPORT, depot, real


@pytest.mark.parametrize(
    "wanted", [MINUTES, REPORT, "2024-01-10 Wexcombe", "2024-01-10+wexcombe scrutiny", BODY + ", 2024-01-10"]
)
def test_a_meeting_has_its_minutes_and_papers(wanted: str) -> None:
    """Named by minutes, by a paper or by day and body, a meeting is the same, with minutes and paper."""
    sitting = find_sitting(depot(), wanted)
    assert {MINUTES, REPORT} == {source.id for source in sitting.sources}
    assert f"{BODY}, 10 January 2024" == name_of_meeting(sitting.meeting)


def test_another_day_is_another_meeting() -> None:
    """The meeting of the year before has its own paper only."""
    assert [EARLIER] == [source.id for source in find_sitting(depot(), "2023-06-07 Wexcombe").sources]


@pytest.mark.parametrize("wanted", ["2024-01-11 Wexcombe", "nobody", "2024-01-10 Harrow", "2024-01-10 2024-01-11", ""])
def test_an_unknown_meeting_is_refused_with_those_known(wanted: str) -> None:
    """A meeting that nothing read belongs to is refused, and the meetings known are named."""
    with pytest.raises(Misuse, match="2024-01-10 Wexcombe scrutiny committee"):
        find_sitting(depot(), wanted)


def test_two_bodies_on_one_day_must_be_told_apart() -> None:
    """Where two bodies met on a day, words that fit both are refused."""
    other = {"source": {"id": "other", "meeting_date": "2024-01-10",
                        "considered_by": [{"body": "Wexcombe cabinet", "date": "2024-01-10", "capacity": "executive"}]}}  # fmt: skip
    assessment = depot(others=[other])
    with pytest.raises(Misuse, match="names 2 meetings"):
        find_sitting(assessment, "2024-01-10 Wexcombe")
    assert ["other"] == [source.id for source in find_sitting(assessment, "2024-01-10 Wexcombe cabinet").sources]


def test_a_paper_known_and_not_read_is_named() -> None:
    """The officer report that a newspaper says went to the meeting is named as not read."""
    sitting = find_sitting(real(), "2022-01-19 Stockport")
    assert ("officer report of 19 January 2022",) == sitting.unread


def test_a_source_without_a_meeting_belongs_to_its_publisher() -> None:
    """A source with no meeting on record stands under who published it."""
    source = depot(source={"considered_by": [], "title": "A letter"}, others=[]).casefile.dossiers[0].source
    assert "Wexcombe Borough Council" == meeting_of(source).body


def test_first_words_of_a_body_are_enough() -> None:
    """The first whole words of a body name it, whatever their case; half a word does not."""
    assert begins("wexcombe SCRUTINY", BODY)
    assert not begins("Wexcombe scru", BODY)
