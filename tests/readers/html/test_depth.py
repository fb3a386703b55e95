"""How deep tags are nested: hostile pages stop before the parser, sloppy ones do not."""

from __future__ import annotations

import pytest

from checker.readers.html.depth import MOST, too_deep


@pytest.mark.parametrize(
    "tags",
    [
        "<div>",
        "<b>",
        "<span></p>",
        "<ul><li>",
        "<table><tr><td>",
        "<span><div></span>",
        "<DIV>",
        "<div\n>",
        "<p><div></p>",
        "<made-up>",
        "<font size=1></p>",
    ],
)
def test_deep_nesting_is_seen(tags: str) -> None:
    """Two hundred thousand open tags are too deep, whatever is closed in between that does not close them."""
    assert too_deep("<html><body>" + tags * 200_000)


@pytest.mark.parametrize(
    "tags",
    [
        "<p>Costs fall.",
        "<p>Costs fall.</p>",
        "<div>Costs</div>",
        "<li>Costs",
        "<tr><td>Costs<td>Savings",
        "<td><b>Costs</td>",
        "<p><b>Costs<p>",
        "<br><img src=a><hr>",
        "<!-- <div><div> -->",
        "<script>'<div>'</script>",
        "<b><i>Costs</b></i>",
        "<b><div>Costs</b></div>",
        "2 < 3 and <5 posts",
    ],
)
def test_long_and_sloppy_pages_are_not_deep(tags: str) -> None:
    """Paragraphs, rows and list items that nobody closed stand side by side, however many there are."""
    assert not too_deep("<html><body>" + tags * 5_000)


def test_the_limit_is_beyond_any_real_page() -> None:
    """Five hundred tags inside one another are read; one more is not."""
    assert not too_deep("<div>" * MOST)
    assert too_deep("<div>" * (MOST + 1))
