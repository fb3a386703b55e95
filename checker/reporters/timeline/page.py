"""A topic over time as a page: the picture, and the table behind it."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from checker.model.finding import Assessment
from checker.reporters import html
from checker.reporters.footing import foot
from checker.reporters.timeline import svg
from checker.reporters.timeline.as_text import HEAD, rows
from checker.reporters.timeline.facts import Timeline
from checker.reporters.timeline.gather import timeline_of


def fields(assessment: Assessment, topic: str) -> dict[str, Any]:
    """Return what `timeline_part.html.jinja` needs; without a topic, nothing is shown."""
    return shown(timeline_of(assessment, topic)) if topic else {"picture": "", "timeline": None, "head": (), "rows": ()}


def shown(timeline: Timeline) -> dict[str, Any]:
    """Return the picture and the table as a template takes them."""
    picture = Markup(svg.render(timeline))  # noqa: S704  every word in it was escaped by svg.render
    return {"picture": picture, "timeline": timeline, "head": HEAD, "rows": rows(timeline)}


def render(timeline: Timeline, assessment: Assessment) -> bytes:
    """Return the page of one topic."""
    title = f"{timeline.title} over time"
    return html.render(
        "timeline.html.jinja", title=title, access=timeline.access, foot=foot(assessment), **shown(timeline)
    )
