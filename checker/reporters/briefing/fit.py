"""One side of A4: what gives way, in which order, judged by the width of the words.

The page is reckoned as it is set in Word, in Arial of the least size, which is the widest of
its forms; so every form holds the same words.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Any

from checker.model.paragraph import place_key
from checker.reporters.briefing import page as texts
from checker.reporters.briefing.page import AskedBefore, Briefing, Promised, Theme
from checker.reporters.briefing.stubs import listed, with_request

SIZE = 9.5
"""Points; nothing is set smaller."""
HEAD_SIZE = 15
LINE = SIZE * 1.16
GAP = 3.0
"""Points above a heading."""
WIDTH = 521.0
"""Points: A4 with margins of 13 mm."""
HEIGHT = 780.0
"""Points between the margins of the page, its foot among them."""
SAFETY = 0.985

_BY_WIDTH = {
    222: "'ijl‘’",
    278: " !,./:;I[\\]ft|",
    333: "()-`r“”·",
    500: "Jckksvxyz",
    556: "#$0123456789?Labdeghnopqu£_–",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    944: "W",
}
_WIDTHS = {character: width / 1000 for width, characters in _BY_WIDTH.items() for character in characters}
_OTHER = 0.64
_BOLD = 1.07


@dataclasses.dataclass(frozen=True)
class Extent:
    """How much of a page is shown."""

    themes: int
    promised: int = 3
    asked: int = 2
    passages: int = 1
    follow_ups: int = 0
    found: bool = False


def fitted(page: Briefing) -> Briefing:
    """Return as much of the page as fits one side: the least first, then more where there is room."""
    extent = next((least for least in _least(len(page.themes)) if _fits(page, least)), Extent(1, 1, 1))
    for wider in _steps(page, extent):
        tried = dataclasses.replace(extent, **wider)
        if _fits(page, tried):
            extent = tried
    return cut(page, extent)


def _fits(page: Briefing, extent: Extent) -> bool:
    return height(cut(page, extent)) <= HEIGHT * SAFETY


def _least(themes: int) -> Iterator[Extent]:
    """Yield the least that is shown: every theme with fewer lines before it; only then fewer themes."""
    for promised, asked in ((3, 2), (2, 1), (1, 1)):
        yield Extent(themes, promised, asked)
    for number in range(themes - 1, 0, -1):
        yield Extent(number, 2, 1)
        yield Extent(number, 1, 1)


def _steps(page: Briefing, extent: Extent) -> Iterator[dict[str, Any]]:
    """Yield what is added while there is room, the most useful first."""
    yield {"promised": max(4, extent.promised)}
    yield {"asked": max(2, extent.asked)}
    for number in range(extent.themes):
        yield {"follow_ups": number + 1}
    for number in (5, 6):
        yield {"promised": number}
        yield {"asked": number - 2}
    for number in range(extent.themes):
        yield {"follow_ups": extent.themes + number + 1}
    yield {"passages": 2}
    for number in range(7, max(len(page.promised), len(page.asked)) + 2):
        yield {"promised": number}
        yield {"asked": number - 1}
    yield {"found": True}
    yield {"passages": 3}


def cut(page: Briefing, extent: Extent) -> Briefing:
    """Return the page with no more than the extent says; what is left out is named."""
    kept, left = page.themes[: extent.themes], page.themes[extent.themes :]
    cut_page = dataclasses.replace(
        page,
        promised=page.promised[: extent.promised],
        promised_more=_more(page.promised[extent.promised :]),
        asked=page.asked[: extent.asked],
        asked_more=_more(page.asked[extent.asked :]),
        themes=tuple(_shorter(theme, extent) for theme in kept),
        also_open=tuple(dict.fromkeys((*(theme.title for theme in left), *page.also_open))),
        with_found=extent.found,
    )
    return with_request(cut_page)


def _shorter(theme: Theme, extent: Extent) -> Theme:
    """Return the theme with its share of the follow-ups: one for each theme before a second for any."""
    share = sum(theme.number <= extent.follow_ups - round_ * extent.themes for round_ in range(2))
    return dataclasses.replace(theme, passages=theme.passages[: extent.passages], follow_ups=theme.follow_ups[:share])


def _more(left: Sequence[Promised | AskedBefore]) -> str:
    """Return what was left out: how many, and where they can be read."""
    if not left:
        return ""
    sources = list(dict.fromkeys(f"the {one.source}" for one in left))
    if len(sources) > 1:
        return f"And {len(left)} more, in {listed(sources)}."
    places = sorted({one.at for one in left}, key=place_key)
    return f"And {len(left)} more, at {listed(places)} of {sources[0]}."


def height(page: Briefing) -> float:
    """Return the points of height that the page takes in Word."""
    total = _height(page.title, HEAD_SIZE, bold=True)
    total += sum(_height(text) for text in _paragraphs(page))
    headings = [
        "",
        "",
        *(f"{t.heading} {t.status}" for t in page.themes),
        *filter(None, (page.request, page.recommendation)),
    ]
    total += sum(
        GAP + 1 + _height(text if text in page_headings(page) else "", SIZE + 1, bold=True) for text in headings
    )
    total += sum(_height(line) for line in page.foot)
    return total + (2 * LINE if page.access != "public" else 0)


def page_headings(page: Briefing) -> tuple[str, ...]:
    """Return the headings of the themes with their status, as they are set."""
    return tuple(f"{theme.heading} {theme.status}" for theme in page.themes)


def _paragraphs(page: Briefing) -> Iterator[str]:
    """Yield every paragraph that is not a heading, as the page sets it."""
    yield page.prepared
    if page.not_read:
        yield f"Not read: {page.not_read_text}"
    yield f"Read: {page.read_text} {texts.NONE_FOUND}"
    yield from (f"{group.lead}{group.text}" for group in page.promised_groups)
    yield from (f"{group.lead}{group.text}" for group in page.asked_groups)
    yield from ([] if page.promised else [texts.NOTHING_PROMISED])
    yield from ([] if page.asked else [texts.NOTHING_ASKED])
    for theme in page.themes:
        yield from (passage.line for passage in theme.passages)
        yield from ([f"Found: {theme.found}"] if page.with_found else [])
        yield f"Ask: {theme.opener} ({theme.way}) {theme.opener[: len(theme.opener) // 14]}"  # the opener is bold
        yield from ([f"Then: {theme.then}"] if theme.follow_ups else [])
        yield f"A full answer holds: {theme.settled} To close: {texts.CLOSE}."
    yield from ([f"Also open: {page.also_open_text}"] if page.also_open else [])
    yield from filter(None, (page.request, page.recommendation))


def _height(text: str, size: float = SIZE, *, bold: bool = False) -> float:
    return lines(text, size * (_BOLD if bold else 1)) * size * 1.16


def lines(text: str, size: float, width: float = WIDTH) -> int:
    """Return how many lines a text takes when it is broken between words."""
    count, used, space = 1, 0.0, _WIDTHS[" "] * size
    for word in text.split():
        wide = sum(_WIDTHS.get(character, _OTHER) for character in word) * size
        if used and used + space + wide > width:
            count, used = count + 1, wide
        else:
            used += (space if used else 0.0) + wide
    return count
