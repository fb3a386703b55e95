"""Hold every quotation against the paragraphs of its original."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.base.match import Found, before, find
from checker.engine.beside import meaning, notes_beside, standing_in
from checker.engine.nearest import nearest
from checker.model.casefile import Check
from checker.model.coding import Coding, quotations
from checker.model.document import Aside, FileKind
from checker.model.drafted import places_of, record_place
from checker.model.paragraph import Paragraph


def verify(
    coding: Coding,
    paragraphs: Sequence[Paragraph],
    hedges: Sequence[str],
    asides: Sequence[Aside] = (),
    kind: FileKind = "text",
) -> dict[str, Check]:
    """Return what was found for every quotation of a coding, by item id.

    A quotation is found when its words stand at its place, word for word. Nothing is ever
    attached to another passage: the nearest one is only named. Words that are not the text of
    the original, or not yet (`asides`), are told apart.
    """
    original = Original(paragraphs, asides, kind)
    softened = _pattern(hedges)
    return {
        identity: check_quotation(words, place, original, softened) for identity, place, words in quotations(coding)
    }


class Original:
    """The text of an original, by place, and the words beside it."""

    def __init__(self, paragraphs: Sequence[Paragraph], asides: Sequence[Aside] = (), kind: FileKind = "text") -> None:
        self.paragraphs = paragraphs
        self.asides = asides
        self.kind = kind
        self._by_place: dict[str, list[Paragraph]] = {}
        for paragraph in paragraphs:
            for place in places_of(paragraph):
                self._by_place.setdefault(place, []).append(paragraph)

    def at(self, number: str) -> Sequence[Paragraph]:
        """Return the paragraphs of a number; of an ordinal where no number is printed, or none that a record can hold."""
        return self._by_place.get(number, ())

    def place_of(self, aside: Aside) -> Paragraph | None:
        """Return the paragraph that words beside the text stand in."""
        return next((p for p in self.paragraphs if p.ordinal == aside.ordinal), None) if aside.ordinal else None


def check_quotation(words: str, place: str, original: Original, hedges: re.Pattern[str] | None = None) -> Check:
    """Return what was found for one quotation at one place."""
    number, _, page = place.partition(" p")
    here = [paragraph for paragraph in original.at(number) if find(words, paragraph.text)]
    on_page = [paragraph for paragraph in here if _on(paragraph, page)]
    if on_page:
        found = find(words, on_page[0].text)
        notes = (*_notes(found, on_page), *notes_beside(on_page[0], found[0], original.asides))
        return Check("found", hedge=_hedge(on_page[0].text, found, hedges), notes=notes)
    elsewhere = here or [paragraph for paragraph in original.paragraphs if find(words, paragraph.text)]
    if elsewhere:
        places = list(dict.fromkeys(record_place(one.at, one.ordinal, one.page) for one in elsewhere))
        missing = "" if original.at(number) else f"; the original has no {number}"
        why = f"the words stand at {', '.join(places)}, not at {place}{missing}"
        return Check("wrong_place", why, found_at=places[0])
    return _beside(words, number, original)


def _beside(words: str, number: str, original: Original) -> Check:
    """Return what to say of a quotation that does not stand in the text."""
    aside = standing_in(words, original.asides)
    if aside is None:
        here = original.at(number)
        return Check("not_found", nearest(words, [*here, *original.paragraphs], original.asides))
    why, warning = meaning(aside, original.kind)
    if why:
        return Check("not_found", why)
    paragraph = original.place_of(aside)
    if paragraph is not None and paragraph not in original.at(number):
        return Check("wrong_place", f"the words stand at {paragraph.place}, not at {number}", paragraph.place)
    return Check("found", notes=(warning,))


def _on(paragraph: Paragraph, page: str) -> bool:
    """Tell whether a paragraph stands on a page; where the page is not known, it may."""
    if not (page.isdigit() and paragraph.page):
        return True
    return paragraph.page <= int(page) <= (paragraph.last_page or paragraph.page)


def _notes(found: Sequence[Found], paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    notes = [f"folded {fold}" for fold in found[0].folds]
    if found[0].gap:
        notes.append(f'a gap leaves out: "{" ".join(found[0].gap.split())}"')
    if len(found) > 1:
        notes.append(f"stands {len(found)} times in the paragraph")
    if len(paragraphs) > 1:
        notes.append(f"stands in {len(paragraphs)} paragraphs of that number")
    if paragraphs[0].last_page:
        notes.append(f"pages {paragraphs[0].page} to {paragraphs[0].last_page}")
    elif paragraphs[0].page:
        notes.append(f"page {paragraphs[0].page}")
    return tuple(notes)


def _pattern(hedges: Sequence[str]) -> re.Pattern[str] | None:
    if not hedges:
        return None
    longest_first = sorted(hedges, key=len, reverse=True)
    return re.compile(rf"(?:^|\s)((?:{'|'.join(map(re.escape, longest_first))})(?: be)?)$")


def _hedge(text: str, found: Sequence[Found], hedges: re.Pattern[str] | None) -> str:
    """Return the hedge directly before the quotation, where every place it stands at has one."""
    if hedges is None:
        return ""
    matches = [hedges.search(before(text, place)) for place in found]
    return matches[0].group(1) if matches[0] and all(matches) else ""
