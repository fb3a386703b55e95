"""The members' page in Markdown that reads well as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.reporters.briefing import page as texts
from checker.reporters.briefing.page import Briefing, Group, Theme

_ACTIVE = re.compile(r"[\\`*<]|~~|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|(?<=\])[(\[:]")
"""What Markdown would act on within a line; square brackets stay, as long as they make no link."""


def plain(text: str) -> str:
    """Return the text so that Markdown shows it as it stands, on one line."""
    return _ACTIVE.sub(lambda match: "".join(f"\\{mark}" for mark in match.group()), " ".join(text.split()))


def render(page: Briefing) -> Iterator[str]:
    """Yield the page as lines that end in a newline."""
    yield from (line + "\n" for line in _page(page))


def _page(page: Briefing) -> Iterator[str]:
    restricted = [f"**{page.access.upper()}: not for publication**", ""] if page.access != "public" else []
    yield from restricted
    yield from (f"# {plain(page.title)}", "", plain(page.prepared), "")
    if page.not_read:
        yield from (f"**Not read:** {plain(page.not_read_text)}", "")
    yield f"**Read:** {plain(page.read_text)} {texts.NONE_FOUND}"
    yield from _section("Promised or asked for, and not seen", page.promised_groups, texts.NOTHING_PROMISED)
    yield from _section("Asked before, and how it was answered", page.asked_groups, texts.NOTHING_ASKED)
    if not page.themes:
        yield from ("", texts.NOTHING_OPEN)
    for theme in page.themes:
        yield from _theme(theme, page)
    if page.also_open:
        yield from ("", f"**Also open:** {plain(page.also_open_text)}")
    yield from _stub("Possible information request", page.request)
    yield from _stub("Possible recommendation to the executive", page.recommendation)
    yield from ("", "---", "")
    for line in page.foot:
        yield from (plain(line), "")
    yield from restricted


def _section(heading: str, groups: tuple[Group, ...], nothing: str) -> Iterator[str]:
    yield from ("", f"## {heading}")
    if not groups:
        yield from ("", nothing)
    for group in groups:
        yield ""
        yield from (f"**{plain(group.head)}**", "") if group.head else ()
        yield from (f"- {plain(line)}" if group.head else plain(line) for line in group.lines)


def _theme(theme: Theme, page: Briefing) -> Iterator[str]:
    yield from ("", f"## {plain(theme.heading)}", "", f"*{plain(theme.status)}*")
    for passage in theme.passages:
        yield from ("", f"> {plain(passage.line)}")
    if page.with_found:
        yield from ("", f"Found: {plain(theme.found)}")
    yield from ("", f"Ask: **{plain(theme.opener)}** ({theme.way})")
    if theme.follow_ups:
        yield from ("", f"Then: {plain(theme.then)}")
    yield from ("", f"A full answer holds: {plain(theme.settled)} To close: {texts.CLOSE}.")


def _stub(heading: str, text: str) -> Iterator[str]:
    if text:
        yield from ("", f"## {heading}", "", plain(text))
