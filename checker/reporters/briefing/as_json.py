"""The members' page for other programs: the whole of it, whatever fits on paper."""

from __future__ import annotations

from typing import Any

from checker.model.finding import Assessment
from checker.reporters import as_json
from checker.reporters.briefing.page import Briefing, Theme


def render(page: Briefing, assessment: Assessment) -> str:
    """Return the page as one JSON object; it names no finding and no rule."""
    data = {
        "schema_version": as_json.SCHEMA_VERSION,
        "manifest": as_json.manifest(assessment),
        "title": page.title,
        "members": page.members,
        "access": page.access,
        "not_read": [
            {"what": one.what, "known_from": one.known_from or None, "waits": one.waits} for one in page.not_read
        ],
        "read": list(page.read),
        "promised": [
            {"what": p.what, "how": p.how.lower(), "source": p.source, "at": p.at, "due": p.due, "state": p.state,
             "provides": list(p.provides)}
            for p in page.promised
        ],
        "asked": [
            {"question": a.question, "source": a.source, "at": a.at, "answer": a.answer} for a in page.asked
        ],
        "themes": [_theme(theme) for theme in page.themes],
        "also_open": list(page.also_open),
        "information_request": page.request or None,
        "recommendation": page.recommendation or None,
    }  # fmt: skip
    return as_json.dump(data)


def _theme(theme: Theme) -> dict[str, Any]:
    return {
        "number": theme.number,
        "theme": theme.theme,
        "title": theme.title,
        "topic": theme.topic or None,
        "status": theme.status,
        "found": theme.found,
        "passages": [{"source": p.source_id, "at": p.at, "verb": p.verb, "quote": p.words} for p in theme.passages],
        "question": {
            "theme": theme.theme,
            "opener": theme.opener,
            "follow_ups": list(theme.follow_ups),
            "full_answer": theme.full_answer,
            "route": theme.route,
        },
    }
