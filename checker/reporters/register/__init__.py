"""The auditor's register: commitments, requests and recommendations first, then the serious gaps."""

from __future__ import annotations

import datetime

from checker.model.finding import Assessment
from checker.reporters.access import for_publication
from checker.reporters.register.contents import register_of

FORMATS = ("xlsx", "csv", "json", "md")


def render(
    assessment: Assessment,
    format_: str,
    *,
    closed_since: datetime.date | None = None,
    body: str | None = None,
    public: bool = False,
) -> bytes:
    """Return the register as a file; the same bytes for the same assessment.

    Args:
        assessment: what was found, and how every commitment stands.
        format_: xlsx for people, csv for other spreadsheets, json for programs, md for reading.
        closed_since: the list of closed items holds those closed on this day or later; without it, all.
        body: only items that went to the body whose name begins with these words.
        public: without anything that is not public.

    Raises:
        Misuse: where no item went to the body.
    """
    register = register_of(for_publication(assessment) if public else assessment, closed_since, body)
    if format_ == "xlsx":
        from checker.reporters.register import excel

        return excel.render(register)
    if format_ == "csv":
        from checker.reporters.register import comma

        return comma.render(register)
    if format_ == "json":
        from checker.reporters.register import exact

        return exact.render(register)
    from checker.reporters.register import markdown

    return markdown.render(register)
