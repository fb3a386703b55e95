"""What a paper is called."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.workflow.titles import title_of
from tests.drafting.papers import paper


@pytest.mark.parametrize(
    "body",
    [
        "Wexcombe Borough Council",
        "WEXCOMBE BOROUGH COUNCIL",
        "City of Wexcombe Council",
        "Wexcombe and Harrowmere District Council",
        "London Borough of Wexcombe",
        "Cabinet",
        "Agenda and minutes",
        "Appendix 9",
    ],
)
def test_the_name_of_a_body_is_no_title(body: str) -> None:
    """A paper headed with its council or committee takes the line under it for its title."""
    assert title_of(replace(paper(body, "Stalls and paving", "1. Purpose"), title=body)) == "Stalls and paving"
    assert title_of(paper(body, "Stalls and paving", "# 1. Purpose")) == "Stalls and paving"


def test_a_title_may_name_a_council() -> None:
    """A title that speaks of a council is one."""
    assert title_of(paper("# Merger with Harrowmere Council", "Purpose")) == "Merger with Harrowmere Council"


def test_where_nothing_else_is_to_be_had() -> None:
    """A paper that holds no more than the name of its council is called that; an empty one nothing."""
    assert title_of(paper("Wexcombe Borough Council")) == "Wexcombe Borough Council"
    assert not title_of(paper())


def test_a_long_first_line_is_cut() -> None:
    """A paragraph that must stand for a title is cut to thirty words."""
    assert len(title_of(paper("word " * 50)).split()) == 30
