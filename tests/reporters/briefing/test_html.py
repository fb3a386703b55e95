"""The members' page in a browser."""

from __future__ import annotations

import re
from pathlib import Path

from checker.reporters.briefing.formats import render
from tests.rendering import accessibility_failures, browser_page
from tests.reporters.briefing.pages import PAYLOAD, TOPIC, hostile, museums, real, report


def test_no_barrier_at_a_desk_or_on_a_phone(tmp_path: Path) -> None:
    """The page has no failure of WCAG 2.2 AA at 1200 and 390 pixels, and never needs sideways scrolling."""
    path = tmp_path / "page.html"
    path.write_bytes(render(real(), "html", topic=TOPIC))
    assert [] == accessibility_failures(path)


def test_script_in_a_paper_does_not_run(tmp_path: Path) -> None:
    """A paper that holds a script shows it as words."""
    path = tmp_path / "page.html"
    path.write_bytes(render(hostile(), "html", topic="museum-service"))
    with browser_page(path, 1200) as page:
        assert 0 == page.locator("script").count()
        assert PAYLOAD in page.inner_text("blockquote")


def test_the_page_loads_nothing() -> None:
    """The file is whole: it names no other address."""
    made = render(real(), "html", topic=TOPIC).decode()
    assert not re.search(r"https?://|src=|href=", made)


def test_a_page_that_is_not_public_says_so() -> None:
    """A page that rests on an exempt paper says at its head and foot that it is not for publication."""
    made = render(museums(source=report(access="exempt", access_reason="contract")), "html").decode()
    assert 2 == made.count("EXEMPT: not for publication")
