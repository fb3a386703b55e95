"""The page as plain fields: what the Word template and the PDF template may name."""

from __future__ import annotations

from typing import Any

from checker.reporters.briefing import page as texts
from checker.reporters.briefing.page import Briefing, Group, Theme


def fields(page: Briefing) -> dict[str, Any]:
    """Return every field of the page, ready to print; nothing in it is code."""
    return {
        "title": page.title,
        "prepared": page.prepared,
        "access": "" if page.access == "public" else f"{page.access.upper()}: not for publication",
        "not_read": page.not_read_text,
        "read": page.read_text,
        "none_found": texts.NONE_FOUND,
        "promised": [_group(group) for group in page.promised_groups],
        "nothing_promised": "" if page.promised else texts.NOTHING_PROMISED,
        "asked": [_group(group) for group in page.asked_groups],
        "nothing_asked": "" if page.asked else texts.NOTHING_ASKED,
        "nothing_open": "" if page.themes else texts.NOTHING_OPEN,
        "themes": [_theme(theme, page) for theme in page.themes],
        "also_open": page.also_open_text,
        "request": page.request,
        "recommendation": page.recommendation,
        "foot": " ".join(page.foot),
    }


def _group(group: Group) -> dict[str, Any]:
    return {"head": group.head, "lead": group.lead, "text": group.text, "lines": list(group.lines)}


def _theme(theme: Theme, page: Briefing) -> dict[str, Any]:
    return {
        "heading": theme.heading,
        "status": theme.status,
        "passages": [passage.line for passage in theme.passages],
        "found": theme.found if page.with_found else "",
        "ask": theme.opener,
        "way": theme.way,
        "then": theme.then,
        "full_answer": theme.settled,
        "close": texts.CLOSE,
    }
