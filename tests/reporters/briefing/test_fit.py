"""One side of A4."""

from __future__ import annotations

import datetime

from checker.reporters.briefing.build import briefing
from checker.reporters.briefing.fit import HEIGHT, height, lines
from tests.reporters.briefing.pages import TOPIC, invented, real


def test_five_themes_fit_one_side() -> None:
    """With five themes the page of March 2021 fits one side, and so does that of January 2022."""
    for day in (datetime.date(2021, 4, 1), datetime.date(2022, 1, 20)):
        page = briefing(real(day), topic=TOPIC)
        assert 5 == len(page.themes)
        assert height(page) <= HEIGHT


def test_what_is_left_out_is_said() -> None:
    """Where lines are left out, the page says how many and where they can be read."""
    page, whole = briefing(real(), topic=TOPIC), briefing(real(), topic=TOPIC, fit=False)
    left = len(whole.promised) - len(page.promised)
    assert left
    assert page.promised_more.startswith(f"And {left} more, at 3.2, ")


def test_a_long_page_is_not_cut() -> None:
    """Asked for more than five themes, the page is as long as it needs to be."""
    page = briefing(invented(), top=20)
    assert len(page.themes) > 5
    assert "" == page.promised_more == page.asked_more


def test_a_short_page_keeps_everything() -> None:
    """A page that fits as it is loses nothing."""
    page, whole = briefing(invented(), topic="museum-service"), briefing(invented(), topic="museum-service", fit=False)
    assert whole.promised == page.promised
    assert whole.themes == page.themes


def test_words_are_broken_into_lines() -> None:
    """A line holds as many words as its width lets it, and one at least."""
    assert 1 == lines("m", 10)
    assert 3 == lines("mmm mmm mmm", 10, width=26)
