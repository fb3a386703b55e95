"""The members' page for a terminal: 80 columns."""

from __future__ import annotations

from collections.abc import Iterator

from checker.reporters.briefing import page as texts
from checker.reporters.briefing.page import Briefing, Group, Theme
from checker.reporters.layout import fold, wrapped

_LABEL = 7


def render(page: Briefing) -> Iterator[str]:
    """Yield the page as lines that end in a newline."""
    yield from (line + "\n" for line in _page(page))


def _page(page: Briefing) -> Iterator[str]:
    restricted = [f"{page.access.upper()}: not for publication"] if page.access != "public" else []
    yield from restricted
    yield from wrapped(page.title, "")
    yield from wrapped(page.prepared, "")
    if page.not_read:
        yield from wrapped(f"NOT READ: {page.not_read_text}", "")
    yield from wrapped(f"Read: {page.read_text} {texts.NONE_FOUND}", "")
    yield from _section("Promised or asked for, and not seen", page.promised_groups, texts.NOTHING_PROMISED)
    yield from _section("Asked before, and how it was answered", page.asked_groups, texts.NOTHING_ASKED)
    if not page.themes:
        yield ""
        yield from wrapped(texts.NOTHING_OPEN, "")
    for theme in page.themes:
        yield from _theme(theme, page)
    if page.also_open:
        yield ""
        yield from wrapped(f"Also open: {page.also_open_text}", "")
    yield from _stub("Possible information request", page.request)
    yield from _stub("Possible recommendation to the executive", page.recommendation)
    yield ""
    for line in (*page.foot, *restricted):
        yield from wrapped(line, "")


def _section(heading: str, groups: tuple[Group, ...], nothing: str) -> Iterator[str]:
    yield ""
    yield heading.upper()
    if not groups:
        yield from wrapped(nothing, "  ")
    for group in groups:
        yield from (wrapped(group.head, "  ") if group.head else ())
        for line in group.lines:
            yield from fold(line, "  - ", "    ")


def _theme(theme: Theme, page: Briefing) -> Iterator[str]:
    yield ""
    yield from wrapped(f"{theme.heading} [{theme.status}]", "")
    for passage in theme.passages:
        yield from wrapped(passage.line, "    ")
    if page.with_found:
        yield from _labelled("Found", theme.found)
    yield from _labelled("Ask", f"{theme.opener} ({theme.way})")
    for follow_up in theme.follow_ups:
        yield from _labelled("Then", follow_up)
    yield from wrapped(f"A full answer holds: {theme.settled} To close: {texts.CLOSE}.", "    ")


def _stub(heading: str, text: str) -> Iterator[str]:
    if text:
        yield ""
        yield heading.upper()
        yield from wrapped(text, "  ")


def _labelled(label: str, text: str) -> Iterator[str]:
    yield from fold(text, f"    {label + ':':<{_LABEL}}", " " * (4 + _LABEL))
