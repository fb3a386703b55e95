"""The list of commitments as a page that opens from an e-mail."""

from __future__ import annotations

from checker.model.finding import Assessment
from checker.reporters import html
from checker.reporters.commitments.build import View
from checker.reporters.commitments.rows import origin_of
from checker.reporters.footing import foot
from checker.reporters.timeline.page import fields


def render(view: View, assessment: Assessment) -> bytes:
    """Return the list as HTML; of one topic, with its timeline as a picture and a table."""
    return html.render(
        "commitments.html.jinja",
        title=view.title,
        access=view.access,
        foot=foot(assessment),
        view=view,
        origin_of=origin_of,
        **fields(assessment, view.topic),
    )
