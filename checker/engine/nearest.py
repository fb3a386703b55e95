"""The passage of an original that is nearest to words which do not stand in it, and what differs."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from checker.base.match import cut, folded
from checker.engine.beside import deleted_in
from checker.model.document import Aside
from checker.model.paragraph import Paragraph

NEAR = 40
"""Below this likeness (0 to 100) of its letters no passage is called the nearest."""
SHARED = 0.4
"""Nor below this part of the quotation's words."""
_AROUND = 8
"""So many words on either side of the likest stretch may belong to the passage."""
_SHOWN = 4
_EDGES = ".,;:!?\"'()[]\u2018\u2019\u201c\u201d"

Step = tuple[str, int, int, int, int]


def nearest(words: str, paragraphs: Sequence[Paragraph], asides: Sequence[Aside]) -> str:
    """Say where the nearest passage stands, and which words differ."""
    from rapidfuzz import fuzz

    for paragraph in paragraphs:
        token = cut(words, paragraph.text)
        if token:
            return f'the quotation cuts "{token}" at {paragraph.place}'
    best = max(paragraphs, key=lambda p: fuzz.partial_ratio(_small(words), _small(p.text)), default=None)
    aligned = fuzz.partial_ratio_alignment(_small(words), _small(best.text), score_cutoff=NEAR) if best else None
    if best is None or aligned is None:
        return "not in the original, nor anything near it"
    ours, theirs = words.split(), _around(best.text, aligned.dest_start, aligned.dest_end)
    steps = _trimmed(_steps(ours, theirs))
    if sum(b - a for kind, a, b, _, _ in steps if kind == "equal") < SHARED * len(ours):
        return "not in the original, nor anything near it"
    passage = " ".join(theirs[steps[0][3] : steps[-1][4]])
    return f'nearest at {best.place}: "{passage}"; {_told(ours, theirs, steps)}{deleted_in(best, asides)}'


def _small(text: str) -> str:
    """Return a text in small letters: the nearest passage to capitals may have none. Where its length changes, as it is."""
    return small if len(small := text.lower()) == len(text) else text


def _around(text: str, start: int, end: int) -> list[str]:
    """Return the words of a stretch and a few on either side of it."""
    before, after = text[:start].split(), text[end:].split()
    inside = text[start:end].split()
    if start and inside and not text[start - 1].isspace() and not text[start].isspace() and before:
        inside[0] = before.pop() + inside[0]
    if end < len(text) and inside and not text[end - 1].isspace() and not text[end].isspace() and after:
        inside[-1] += after.pop(0)
    return [*before[-_AROUND:], *inside, *after[:_AROUND]]


def _steps(ours: Sequence[str], theirs: Sequence[str]) -> list[Step]:
    """Return how to come from the passage to the quotation: words that agree but for signs at their edges are equal."""
    keys = [[word.strip(_EDGES).casefold() or word for word in words] for words in (ours, theirs)]
    return list(difflib.SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes())


def _trimmed(steps: list[Step]) -> list[Step]:
    """Return the steps without the words before and after the passage."""
    kind, a, b, c, d = steps[0]
    steps = steps[1:] if kind == "insert" else [(kind, a, b, max(c, d - (b - a)), d), *steps[1:]]
    if not steps:
        return [("delete", a, b, c, c)]
    kind, a, b, c, d = steps[-1]
    return steps[:-1] if kind == "insert" else [*steps[:-1], (kind, a, b, c, min(d, c + (b - a)))]


def _told(ours: Sequence[str], theirs: Sequence[str], steps: Sequence[Step]) -> str:
    parts = list(_parts(ours, theirs, steps)) or list(_parts(ours, theirs, steps, edges=False))
    return "differs: " + ", ".join(parts[:_SHOWN]) if parts else "differs only in signs"


def _parts(ours: Sequence[str], theirs: Sequence[str], steps: Sequence[Step], *, edges: bool = True) -> Iterator[str]:
    """Yield what differs; with `edges`, not the signs before the first word and after the last."""
    for kind, a, b, c, d in steps:
        if kind == "equal":
            at = (0, len(ours) - 1) if edges else ()
            pairs = zip(range(a, b), theirs[c:d], strict=True)
            yield from (_instead(ours[i], y) for i, y in pairs if _unlike(ours[i], y, edge=i in at))
        elif kind == "insert":
            yield f'"{" ".join(theirs[c:d])}" is left out'
        elif kind == "delete" or c == d:
            yield f'"{" ".join(ours[a:b])}" is put in'
        else:
            yield _instead(" ".join(ours[a:b]), " ".join(theirs[c:d]))


def _instead(one: str, other: str) -> str:
    return f'"{one}" for "{other}"'


def _unlike(one: str, other: str, *, edge: bool) -> bool:
    """Tell whether two words differ in more than typography; beside a quotation's edge signs may stand."""
    signs = _EDGES if edge else ""
    return folded(one.strip(signs)).text != folded(other.strip(signs)).text
