"""The picture's geometry: nothing overlaps, nothing leaves it, every mark is where its day is."""

from __future__ import annotations

import datetime
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model.finding import Assessment
from checker.reporters.timeline.boxes import PAPER, SCREEN, Picture, Room
from checker.reporters.timeline.gather import timeline_of
from checker.reporters.timeline.layout import layout
from checker.reporters.timeline.measure import width_of
from tests.reporters.commitments.case import CLAIM, REPORT, TOPIC, depot, event, hostile, real

FIRST = datetime.date(2020, 1, 1)


def sound(picture: Picture) -> None:
    """Check that labels keep apart, stay inside, and are as wide as their words."""
    assert [] == [(a.lines, b.lines) for a, b in combinations(picture.labels, 2) if a.box.meets(b.box)]
    for label in picture.labels:
        assert label.box.x >= 0
        assert label.box.right <= picture.width
        assert 0 <= label.box.y < label.box.bottom <= picture.height
        assert all(width_of(line.text, line.size, bold=line.bold) <= label.box.width for line in label.lines)
        assert all(line.size >= 12 for line in label.lines)


def many(days: list[int], claims: int = 3) -> Assessment:
    """Return a topic with papers on so many days, each with claims and promises."""
    others = [
        {
            "source": {"id": f"paper-{n}", "topics": [TOPIC], "meeting_date": str(FIRST + datetime.timedelta(days=day))},
            "claims": [{**CLAIM, "id": f"C{c}", "quote": "will probably save a great deal of money " * 3} for c in range(claims)],
            "commitments": [_promise(day)],
        }
        for n, day in enumerate(days)
    ]  # fmt: skip
    return depot(claims=[], commitments=[], others=others, as_of=datetime.date(2027, 1, 1))


def _promise(day: int) -> dict[str, Any]:
    due = {"date": str(FIRST + datetime.timedelta(days=day * 2 + 1))} if day % 2 else None
    promise = {"id": "K1", "quote": "a long promise that goes on and on " * 3, "provides": ["report"]}
    return {**promise, "due": due} if due else promise


@pytest.mark.parametrize("as_of", ["2021-03-18", "2022-01-20", "2022-06-01", "2030-01-01"])
@pytest.mark.parametrize("room", [SCREEN, PAPER])
def test_the_real_topic_is_sound(as_of: str, room: Room) -> None:
    """On every day, on screen and on paper, no label of the real topic covers another."""
    sound(layout(timeline_of(real(as_of), "shared-education-service"), room))


@settings(derandomize=True, deadline=None, max_examples=30)
@given(st.lists(st.integers(0, 2500), max_size=12), st.integers(1, 30), st.sampled_from([SCREEN, PAPER]))
def test_any_topic_is_sound(days: list[int], claims: int, room: Room) -> None:
    """However many papers, on whatever days, nothing overlaps and nothing leaves the picture."""
    sound(layout(timeline_of(many(days, claims), TOPIC), room))


def test_long_and_foreign_words_stay_in_their_boxes() -> None:
    """Markup, formulas and other scripts are words like any other."""
    sound(layout(timeline_of(hostile(), TOPIC)))


def test_many_days_are_put_together() -> None:
    """More days than there is room for share a card, which is joined to each of them."""
    picture = layout(timeline_of(many(list(range(0, 2000, 150))), TOPIC))
    assert SCREEN.cards == len(picture.cards)
    assert 14 == sum(len(card.points) for card in picture.cards)


def test_time_runs_to_the_right() -> None:
    """Cards and points stand in the order of their days, and today stands after what was said before."""
    picture = layout(timeline_of(real(), "shared-education-service"))
    points = [point for card in picture.cards for point in card.points]
    assert sorted(points) == points
    assert points[-1] < picture.today_x


def test_an_overdue_arrow_goes_on_until_today() -> None:
    """The arrow of an overdue promise ends at its due day, and a bar goes on from there to today, in words."""
    picture = layout(timeline_of(real(), "shared-education-service"))
    (lane,) = [lane for lane in picture.lanes if lane.over_x]
    assert lane.x < lane.end_x < lane.over_x == picture.today_x
    assert "76 days past 17 March 2022, not seen" == lane.end_label.lines[0].text


def test_an_arrow_to_a_day_to_come_passes_today() -> None:
    """A promise not yet due has its arrow past today; one without a date runs out at the edge."""
    picture = layout(timeline_of(real("2022-01-20"), "shared-education-service"))
    ends = {lane.end_label.lines[0].text: lane for lane in picture.lanes if lane.end_label.lines}
    assert picture.today_x < ends["due 17 March 2022"].end_x < picture.width
    assert ("later", picture.width - 20) == (ends["no date"].end, ends["no date"].end_x)


def test_a_kept_promise_ends_in_a_filled_mark() -> None:
    """What a person verified ends, on that day, as something shown."""
    picture = layout(timeline_of(depot(event("verified", f"{REPORT}#K1", by="auditor")), TOPIC))
    (lane,) = [lane for lane in picture.lanes if lane.end == "kept"]
    assert "kept, 1 July 2024" == lane.end_label.lines[0].text


def test_what_was_shown_has_a_mark_at_its_day() -> None:
    """Evidence that can be read has a filled mark below its day; without any the picture says so."""
    evidence = [{"kind": "performance_data", "status": "supplied", "quote": "14 lorries"}]
    lanes = layout(timeline_of(depot(evidence=evidence), TOPIC)).lanes
    assert ["shown"] == [lane.sort for lane in lanes if lane.sort != "promised"]
    assert "Shown: none found in the sources read" == layout(timeline_of(depot(), TOPIC)).lanes[0].title
