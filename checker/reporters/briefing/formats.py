"""One call for every format of the members' page."""

from __future__ import annotations

from typing import Literal

from checker.model.finding import Assessment
from checker.reporters.briefing import as_json, html, markdown, pdf, text, word
from checker.reporters.briefing.build import ONE_SIDE, briefing

Format = Literal["text", "md", "html", "docx", "pdf", "json"]


def render(
    assessment: Assessment,
    format_: Format = "text",
    *,
    topic: str | None = None,
    source: str | None = None,
    top: int = ONE_SIDE,
    template: bytes | None = None,
) -> bytes:
    """Return the members' page of an assessment.

    Args:
        assessment: what was found.
        format_: text, md, html, docx, pdf or json; json is not cut to one side.
        topic: only this topic.
        source: only the findings of this source.
        top: how many themes.
        template: of docx: a council's own template.

    Raises:
        Misuse: for a topic, source or template that cannot be used.
    """
    page = briefing(assessment, topic=topic, source=source, top=top, fit=format_ != "json")
    match format_:
        case "text":
            return "".join(text.render(page)).encode()
        case "md":
            return "".join(markdown.render(page)).encode()
        case "html":
            return html.render(page)
        case "docx":
            return word.render(page, template)
        case "pdf":
            return pdf.render(page)
        case "json":
            return as_json.render(page, assessment).encode()
