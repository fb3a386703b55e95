"""Hold every quotation against the paragraphs of its original."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from checker.base.match import Found, before, cut, find
from checker.model.casefile import Check
from checker.model.coding import Coding, quotations
from checker.model.paragraph import Paragraph

NEAR = 40
"""Below this likeness (0 to 100) no passage is called the nearest."""


def verify(coding: Coding, paragraphs: Sequence[Paragraph], hedges: Sequence[str]) -> dict[str, Check]:
    """Return what was found for every quotation of a coding, by item id.

    A quotation is found when its words stand at its place, word for word. Nothing is ever
    attached to another passage: the nearest one is only named.
    """
    by_place: dict[str, list[Paragraph]] = {}
    for paragraph in paragraphs:
        by_place.setdefault(paragraph.at, []).append(paragraph)
    softened = _pattern(hedges)
    return {
        identity: check_quotation(words, place, paragraphs, by_place, softened)
        for identity, place, words in quotations(coding)
    }


def check_quotation(
    words: str,
    place: str,
    paragraphs: Sequence[Paragraph],
    by_place: Mapping[str, Sequence[Paragraph]],
    hedges: re.Pattern[str] | None,
) -> Check:
    """Return what was found for one quotation at one place."""
    number = place.split(" p", maxsplit=1)[0]
    for paragraph in by_place.get(number, ()):
        found = find(words, paragraph.text)
        if found:
            return Check("found", hedge=_hedge(paragraph.text, found, hedges), notes=_notes(found))
    elsewhere = [paragraph.at for paragraph in paragraphs if find(words, paragraph.text)]
    if elsewhere:
        places = ", ".join(dict.fromkeys(elsewhere))
        missing = "" if number in by_place else f"; the original has no {number}"
        return Check("wrong_place", f"the words stand at {places}, not at {place}{missing}", found_at=elsewhere[0])
    return Check("not_found", _nearest(words, paragraphs))


def _notes(found: Sequence[Found]) -> tuple[str, ...]:
    notes = [f"folded {fold}" for fold in found[0].folds]
    if found[0].gap:
        notes.append(f'a gap leaves out: "{found[0].gap}"')
    if len(found) > 1:
        notes.append(f"stands {len(found)} times in the paragraph")
    return tuple(notes)


def _pattern(hedges: Sequence[str]) -> re.Pattern[str] | None:
    if not hedges:
        return None
    longest_first = sorted(hedges, key=len, reverse=True)
    return re.compile(rf"(?:^|\s)({'|'.join(map(re.escape, longest_first))})$")


def _hedge(text: str, found: Sequence[Found], hedges: re.Pattern[str] | None) -> str:
    """Return the hedge directly before the quotation, where every place it stands at has one."""
    if hedges is None:
        return ""
    matches = [hedges.search(before(text, place)) for place in found]
    return matches[0].group(1) if matches[0] and all(matches) else ""


def _nearest(words: str, paragraphs: Sequence[Paragraph]) -> str:
    """Say where the nearest passage stands, and which words differ."""
    from rapidfuzz import fuzz

    for paragraph in paragraphs:
        token = cut(words, paragraph.text)
        if token:
            return f'the quotation cuts "{token}" at {paragraph.at}'
    best = max(paragraphs, key=lambda p: fuzz.partial_ratio(words, p.text), default=None)
    if best is None or fuzz.partial_ratio(words, best.text) < NEAR:
        return "not in the original, nor anything near it"
    aligned = fuzz.partial_ratio_alignment(words, best.text)
    passage = _whole_words(best.text, aligned.dest_start, aligned.dest_end) if aligned else best.text
    return f'nearest at {best.at}: "{passage}"; {_difference(words, passage)}'


def _whole_words(text: str, start: int, end: int) -> str:
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return " ".join(text[start:end].split())


def _difference(words: str, passage: str) -> str:
    import difflib

    ours, theirs = words.split(), passage.split()
    parts = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind != "equal":
            parts.append(f'"{" ".join(ours[a:b]) or "nothing"}" for "{" ".join(theirs[c:d]) or "nothing"}"')
    return "differs: " + ", ".join(parts[:4]) if parts else "differs only in signs"
