"""The evidence matrix as a page of HTML."""

from __future__ import annotations

from checker.model.finding import Assessment
from checker.reporters import html
from checker.reporters.matrix.build import KEY, build


def render(assessment: Assessment) -> bytes:
    """Return the matrix as one self-contained page."""
    matrix = build(assessment)
    return html.render("matrix.html.jinja", key=KEY, **matrix._asdict())
