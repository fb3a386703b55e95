"""The list of commitments in the format that was asked for."""

from __future__ import annotations

from checker.model.finding import Assessment
from checker.reporters.commitments import page, records, text, word
from checker.reporters.commitments.build import build

FORMATS = ("text", "md", "html", "docx", "json")


def export(
    assessment: Assessment, format_: str = "text", *, topic: str = "", meeting: str = "", body: str = ""
) -> bytes:
    """Return the commitments of an assessment, those of a topic, a meeting or a body; of a topic, its timeline too.

    Args:
        assessment: what was assessed.
        format_: one of FORMATS.
        topic: a topic id.
        meeting: a source id, or a date and the first words of the body.
        body: the first words of a body's name.

    Raises:
        Misuse: where the topic, meeting or body is not known.
    """
    view = build(assessment, topic=topic, meeting=meeting, body=body)
    if format_ == "docx":
        return word.render(view, assessment)
    if format_ == "html":
        return page.render(view, assessment)
    if format_ == "json":
        return records.render(view, assessment).encode()
    lines = text.markdown(view, assessment) if format_ == "md" else text.render(view, assessment)
    return "".join(lines).encode()
