"""What one file may cost, and how to allow it more."""

from __future__ import annotations

import pytest

from checker.base.faults import Misuse
from checker.readers.limits import Limits, limits_from


def test_what_a_file_may_cost() -> None:
    """Without a word from us a file may be 100 MB, and cost a minute and a gibibyte."""
    assert (100, 60, 1024) == limits_from({})[:3]


def test_limits_can_be_set() -> None:
    """Each limit can be set by a variable of its own; an empty one changes nothing."""
    set_ = {"CHECKER_READ_SECONDS": "5", "CHECKER_READ_FILE_MEGABYTES": "", "CHECKER_READ_MEMORY_MEGABYTES": "300"}
    assert Limits(seconds=5, memory_megabytes=300) == limits_from(set_)


@pytest.mark.parametrize("value", ["0", "-1", "1.5", "ten", "²", " 5"])
def test_a_limit_is_a_whole_number(value: str) -> None:
    """A limit that is no whole number above 0 is wrong use, with the variable named."""
    with pytest.raises(Misuse, match="CHECKER_READ_SECONDS"):
        limits_from({"CHECKER_READ_SECONDS": value})
