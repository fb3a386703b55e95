"""Two stubs, kept apart: a possible information request, a possible recommendation."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence

from checker.model.words import spoken
from checker.reporters.briefing.before import NOT_EVIDENCE
from checker.reporters.briefing.page import Briefing, Promised, Theme

MOST = 4
"""How many things a recommendation asks for."""
_VERBS = ("Give ", "List ", "State ", "Name ", "Cite ", "Set ", "Compare ")
"""How a remedy begins that says what a report should hold."""


def with_request(page: Briefing) -> Briefing:
    """Return the page with the information request that its questions and unread papers give."""
    return dataclasses.replace(page, request=_request(page))


def _request(page: Briefing) -> str:
    """Return a request for what is asked in writing before the meeting, and for papers that were not read."""
    wanted = [f"a copy of {one.what}" for one in page.not_read if one.is_paper and not one.waits]
    before = [str(theme.number) for theme in page.themes if theme.route == "before"]
    if before:
        noun = "answer to question" if len(before) == 1 else "answers to questions"
        wanted.append(f"the {noun} {listed(before)} above, with what a full answer holds")
    if not wanted:
        return ""
    return f"To {page.author}: please let members have, in writing and before the meeting, {listed(wanted, '; and ')}."


def recommendation(page: Briefing) -> str:
    """Return a recommendation for what was promised and not seen; else for what would settle the themes."""
    wanted = _promises(page.promised)[:MOST]
    if wanted:
        return f"That a report to the meeting of [date] give {listed(wanted)}."
    remedies = [_remedy(theme) for theme in page.themes][:2]
    return f"That a report to the meeting of [date] {listed(remedies, '; and ')}." if remedies else ""


def _promises(promised: Iterable[Promised]) -> list[str]:
    """Return the evidence promised, each kind once, the most pressing promise first."""
    named: set[str] = set()
    parts = []
    for one in promised:
        new = [kind for kind in one.provides if kind not in named and kind not in _NOT_IN_A_REPORT]
        named.update(new)
        if new:
            parts.append(f"{listed([f'the {kind}' for kind in new])} {one.how.lower()} at {one.at} of the {one.source}")
    return _shared_source(parts)


_NOT_IN_A_REPORT = frozenset(spoken(kind) for kind in NOT_EVIDENCE)


def _shared_source(parts: Sequence[str]) -> list[str]:
    """Return the parts, a source that stands in the next one too named once, at the end."""
    tails = [part.rpartition(" of the ")[2] if " of the " in part else "" for part in parts]
    whole = list(parts)
    for number in range(len(whole) - 1):
        shown = whole[number + 1 : MOST]
        if shown and tails[number] and tails[number] == tails[number + 1]:
            whole[number] = whole[number].removesuffix(f" of the {tails[number]}")
    return whole


def _remedy(theme: Theme) -> str:
    """Return what a report should do: what would settle the theme, else give what a full answer holds."""
    head = re.split(r"; or\b", theme.remedy, maxsplit=1)[0].strip().rstrip(".")
    return head[0].lower() + head[1:] if head.startswith(_VERBS) else f"give: {theme.full_answer.rstrip('.')}"


def listed(parts: Sequence[str], last: str = " and ") -> str:
    """Return the parts as they are said: a, b and c."""
    if len(parts) < 2:
        return "".join(parts)
    between = "; " if last.startswith(";") else ", "
    return between.join(parts[:-1]) + last + parts[-1]
