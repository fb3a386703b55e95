"""A topic over time in the format that was asked for."""

from __future__ import annotations

from checker.model.finding import Assessment
from checker.reporters.as_json import SCHEMA_VERSION, dump, manifest
from checker.reporters.timeline import as_text, page, svg, word
from checker.reporters.timeline.facts import records_of
from checker.reporters.timeline.gather import timeline_of

FORMATS = ("text", "md", "html", "docx", "json", "svg")


def export(assessment: Assessment, topic: str, format_: str = "text") -> bytes:
    """Return a topic over time.

    Raises:
        Misuse: where the topic is not known.
    """
    timeline = timeline_of(assessment, topic)
    match format_:
        case "docx":
            return word.render(timeline, assessment)
        case "html":
            return page.render(timeline, assessment)
        case "svg":
            return svg.render(timeline, links=False).encode()
        case "md":
            return "".join(as_text.render_markdown(timeline, assessment)).encode()
        case "json":
            data = {"schema_version": SCHEMA_VERSION, "manifest": manifest(assessment), "access": timeline.access,
                    "topic": topic, "timeline": records_of(timeline)}  # fmt: skip
            return dump(data).encode()
    return "".join(as_text.render(timeline, assessment)).encode()
