"""Dates that do not agree."""

from __future__ import annotations

import pytest

from checker.drafting.oddities import oddities
from checker.model.document import Document
from checker.model.paragraph import Paragraph
from tests.drafting.papers import Line, paper


def said(*lines: Line | str) -> list[str]:
    """Return what is odd."""
    found = oddities(paper(*lines))
    assert {one.kind for one in found} <= {"date"}
    return [one.says for one in found]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("It opens on Monday 12 March 2025.", "12 March 2025 is a Wednesday; Monday is given."),
        ("It opens on Friday, 5th September 2025.", None),
        ("It opens on 31 June 2026.", "There is no 31 June 2026."),
        ("It opened on 29 February 2024 and shut on 29 Feb 2023.", "There is no 29 Feb 2023."),
        ("The trial runs from 1 April 2026 to 31 March 2025.", "The time from 1 April 2026 to 31 March 2025 ends before it begins."),
        ("The trial runs from 1 April 2025 to 31 March 2026.", None),
        ("See the reports of 1 April 2026 and 31 March 2025.", None),
        ("It was agreed on Monday and begins on 12 March 2025.", None),
        ("Residents were asked for eight weeks, from 5 October 2026 to 13 November 2026.", "From 5 October 2026 to 13 November 2026 is 40 days; eight weeks are given."),
        ("A 6-week consultation ran from 5 October 2026 to 15 November 2026.", None),
        ("A 6-week consultation ran from 5 October 2026 to 20 November 2026.", None),
        ("Six weeks after the notice, between 5 October 2026 and 9 October 2026, the yard shuts.", None),
    ],
)  # fmt: skip
def test_dates_and_the_calendar(text: str, says: str | None) -> None:
    """A weekday that is another, a day that is not in the calendar and a time that runs backwards are shown."""
    assert ([says] if says else []) == said(("3.1", text))


def test_the_meeting_has_two_dates() -> None:
    """The date of the meeting at the head of a paper and in it should be one."""
    assert ["The meeting is dated 13 March 2025 at ¶1 and 14 March 2025 at ¶2."] == said(
        "Cabinet, 13 March 2025", "Date of meeting: 14 March 2025"
    )
    assert ["The meeting is dated 13 March 2025 at ¶1 and 20 March 2025 at 4.2."] == said(
        "Report to: Cabinet - 13 March 2025", ("4.2", "The contract is agreed at this meeting on 20 March 2025.")
    )


def test_other_meetings_have_their_own_dates() -> None:
    """A meeting that the paper came through before has a date of its own."""
    assert [] == said("Cabinet, 13 March 2025", ("1.2", "The Streets Committee met on 3 March 2025."))
    cells = [("To:", 1, 1), ("Cabinet - 30 January 2025", 1, 2), ("Past pathway:", 2, 1), ("Streets Committee - 15 January 2025", 2, 2)]  # fmt: skip
    rows = tuple(Paragraph(n, "", text, part="cell", cell=(1, r, c)) for n, (text, r, c) in enumerate(cells, 1))
    assert () == oddities(Document("pdf", rows))
