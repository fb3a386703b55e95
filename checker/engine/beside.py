"""Words of a file that are not its text, or not yet: what they mean for a quotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.base.match import Found, find, folded
from checker.model.document import Aside, AsideKind, FileKind
from checker.model.paragraph import Paragraph

ONLY: dict[AsideKind, str] = {
    "comment": "the words are only in a comment",
    "annotation": "the words are only in a comment put on the page",
    "script": "the words are only in a script",
    "deleted": "the words are only in a tracked deletion",
    "outside": "the words are only outside the page",
    "across": "the words are only printed across the page or up its margin",
    "earlier": "the words are only in an earlier version kept in the file",
}
"""Why a quotation is not found that stands only in one of these, the plainest reason first."""
WARNED: dict[AsideKind, str] = {
    "inserted": "TRACKED: the words are an insertion not yet accepted",
    "hidden": "INVISIBLE: the words are hidden from readers of the page",
}
"""What is said of a quotation that stands only in one of these: it counts as found."""
ON_PAGES = "OUTSIDE: the words stand round the text of the page: in its navigation, margin or footer"
"""What is said of words that stand outside the text of a web page, where a reader sees them all the same."""

_SHOWN = 3
_LONG = 120


def standing_in(words: str, asides: Sequence[Aside]) -> Aside | None:
    """Return the words beside the text that hold a quotation: first those that count, then the plainest reason."""
    order = [*WARNED, *ONLY]
    holding = [aside for aside in asides if find(words, aside.text)]
    return min(holding, key=lambda aside: order.index(aside.kind), default=None)


def meaning(aside: Aside, kind: FileKind) -> tuple[str, str]:
    """Return why words that stand only beside the text are not found, or else what to warn of."""
    if kind in ("html", "markdown"):
        if aside.kind == "outside":
            return "", ON_PAGES
        if aside.kind == "comment":
            return "the words are only in an HTML comment", ""
    return ONLY.get(aside.kind, ""), WARNED.get(aside.kind, "")


def notes_beside(paragraph: Paragraph, found: Found, asides: Sequence[Aside]) -> Iterator[str]:
    """Yield what a person should know of the words at, or beside, a quotation that was found."""
    here = [aside for aside in asides if aside.ordinal == paragraph.ordinal]
    for kind, what in WARNED.items():
        over = [aside.text for aside in here if aside.kind == kind and _overlaps(aside.text, paragraph, found)]
        if over:
            yield f"{what}: {_shown(over)}" if len(folded(over[0]).text) < found.end - found.start else what
    deleted = [aside.text for aside in here if aside.kind == "deleted"]
    if deleted:
        yield f"TRACKED: deleted in this paragraph: {_shown(deleted)}"
    earlier = [aside.text for aside in here if aside.kind == "earlier"]
    if earlier:
        yield f"REVISED: an earlier version in the file says {_shown(earlier)}"


def deleted_in(paragraph: Paragraph, asides: Sequence[Aside]) -> str:
    """Say which words were deleted in a paragraph that a quotation is nearest to; nothing where none were."""
    texts = [aside.text for aside in asides if aside.kind == "deleted" and aside.ordinal == paragraph.ordinal]
    return f"; deleted there, as tracked: {_shown(texts)}" if texts else ""


def _overlaps(text: str, paragraph: Paragraph, found: Found) -> bool:
    whole, part = folded(paragraph.text).text, folded(text).text
    at = whole.find(part) if part else -1
    while at >= 0:
        if at < found.end and found.start < at + len(part):
            return True
        at = whole.find(part, at + 1)
    return False


def _shown(texts: Sequence[str]) -> str:
    shown = ", ".join(f'"{_short(text)}"' for text in texts[:_SHOWN])
    return shown if len(texts) <= _SHOWN else f"{shown} and {len(texts) - _SHOWN} more"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONG else words[: _LONG - 1] + "…"
