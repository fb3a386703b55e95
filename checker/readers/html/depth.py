"""How deep the tags of a page are nested, before a parser meets them.

A parser that does what browsers do takes minutes for 200,000 nested tags. This counts open
tags nearly as a browser would, in one pass, and stops at a depth no real page has.
"""

from __future__ import annotations

import re

MOST = 500

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|textarea|title|xmp)\b[^>]*>.*?(?:</\1|\Z)|<(/?)([a-z][^\s/>]*)",
    re.IGNORECASE | re.DOTALL,
)


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_VOID = _names("area base br col embed hr img input keygen link meta param source track wbr")
_NEVER_TWICE = _names("html head body")
_CLOSED_BY_THE_NEXT = {
    "p": (_names("p"), _names("table td th caption button")),
    "li": (_names("li"), _names("ul ol menu table td th")),
    "dt": (_names("dt dd"), _names("dl table td th")),
    "dd": (_names("dt dd"), _names("dl table td th")),
    "td": (_names("td th"), _names("table")),
    "th": (_names("td th"), _names("table")),
    "tr": (_names("tr td th"), _names("table")),
    "tbody": (_names("tbody thead tfoot"), _names("table")),
    "thead": (_names("tbody thead tfoot"), _names("table")),
    "tfoot": (_names("tbody thead tfoot"), _names("table")),
    "option": (_names("option"), _names("select datalist")),
}
"""Of an element that closes those of its kind: which, and inside what it leaves them be."""
_FORMATTING = _names("a b big code em font i nobr s small strike strong tt u")
_BLOCKS = _names(
    "address applet article aside blockquote button caption center details dialog dir div dl fieldset figcaption "
    "figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup iframe listing main marquee menu nav noembed "
    "noframes noscript object ol pre search section select summary svg table template ul math p li dd dt td th tr tbody thead "
    "tfoot"
)


_TABLE = _names("table tbody thead tfoot tr td th caption")
_SCOPE = _names("table td th caption marquee object template applet")
_LISTS = _names("ul ol")
"""Inside these, the end of what stands outside them closes nothing."""


def too_deep(page: str) -> bool:
    """Tell whether tags are open inside one another to a depth no real page has."""
    opened: list[str] = []
    for match in _TAG.finditer(page):
        tag = (match.group(3) or "").lower()
        if not tag or tag in _VOID or tag in _NEVER_TWICE:
            continue
        if match.group(2):
            _close(opened, tag)
            continue
        if tag in _BLOCKS:
            _close_before(opened, *_CLOSED_BY_THE_NEXT["p"])
        if tag in _CLOSED_BY_THE_NEXT:
            _close_before(opened, *_CLOSED_BY_THE_NEXT[tag])
        opened.append(tag)
        if len(opened) > MOST:
            return True
    return False


def _close_before(opened: list[str], kinds: frozenset[str], bounds: frozenset[str]) -> None:
    """Close what the next of its kind closes by itself, with all in it."""
    outermost = len(opened)
    for at in range(len(opened) - 1, -1, -1):
        if opened[at] in bounds:
            break
        if opened[at] in kinds:
            outermost = at
    del opened[outermost:]


def _close(opened: list[str], tag: str) -> None:
    """Close a tag as a browser does, if it is open here: a block with all in it, a font alone."""
    bounds = _names("table") if tag in _TABLE else _SCOPE | (_LISTS if tag == "li" else frozenset())
    for at in range(len(opened) - 1, -1, -1):
        if opened[at] == tag:
            del opened[at : at + 1 if tag in _FORMATTING else None]
            return
        if opened[at] in bounds or (opened[at] in _BLOCKS and tag not in _BLOCKS and tag not in _FORMATTING):
            return
