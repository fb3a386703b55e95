"""The action sheet of a meeting in the format that was asked for."""

from __future__ import annotations

from checker.model.finding import Assessment
from checker.reporters.actions import page, text, word
from checker.reporters.actions.build import Sheet, build
from checker.reporters.as_json import SCHEMA_VERSION, dump, manifest

FORMATS = ("text", "md", "html", "docx", "json")


def export(assessment: Assessment, meeting: str, format_: str = "text") -> bytes:
    """Return the action sheet of a meeting, and the matters arising for the next one.

    Args:
        assessment: what was assessed.
        meeting: a source id, or a date and the first words of the body: "2021-03-17 Stockport".
        format_: one of FORMATS.

    Raises:
        Misuse: where no meeting, or more than one, is named so.
    """
    sheet = build(assessment, meeting)
    match format_:
        case "docx":
            return word.render(sheet, assessment)
        case "html":
            return page.render(sheet, assessment)
        case "json":
            return _json(sheet, assessment).encode()
        case "md":
            return "".join(text.markdown(sheet, assessment)).encode()
    return "".join(text.render(sheet, assessment)).encode()


def _json(sheet: Sheet, assessment: Assessment) -> str:
    lists = ("actions", "questions", "arising", "arising_questions")
    return dump(
        {
            "schema_version": SCHEMA_VERSION,
            "manifest": manifest(assessment),
            "access": sheet.access,
            "meeting": sheet.meeting,
            "sources": list(sheet.sources),
            "unread": list(sheet.unread),
            **{name: [one._asdict() for one in getattr(sheet, name)] for name in lists},
            "carried": sheet.carried,
        }
    )
