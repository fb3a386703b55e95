"""The members' page as one HTML file."""

from __future__ import annotations

from checker.reporters import html
from checker.reporters.briefing import page as texts
from checker.reporters.briefing.page import Briefing


def render(page: Briefing) -> bytes:
    """Return the page; it opens from an e-mail, reads on a phone and prints."""
    return html.render(
        "briefing.html.jinja", title=page.title, access=page.access, foot=page.foot, page=page, texts=texts
    )
