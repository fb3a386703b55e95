"""The evidence matrix: claims down, kinds of evidence across, a word and a sign in each cell."""

from __future__ import annotations

from collections.abc import Callable

from checker.model.finding import Assessment
from checker.reporters.matrix import excel, markdown, page, word

FORMATS: dict[str, Callable[[Assessment], bytes]] = {
    "html": page.render,
    "docx": word.render,
    "xlsx": excel.render,
    "md": markdown.render,
}
"""By name of the format: what makes its bytes."""
