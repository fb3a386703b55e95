"""Walking through candidates: what to show of each, and each answer saved as it is given."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

from checker.base.faults import Refused
from checker.base.fold import Folded
from checker.base.loader import Document, load, parse
from checker.base.match import Found, find, folded
from checker.model.build import build
from checker.model.casefile import Check
from checker.model.coding import Claim, Coding, Drafted, Evidence, drafted
from checker.model.drafted import places_of
from checker.model.paragraph import Paragraph, place_key
from checker.model.words import ItemStatus
from checker.records.amend import Where, amend, amend_head, save_unless_changed
from checker.records.drafted import UNNAMED
from checker.records.plain_yaml import MARK, drafters_lines
from checker.records.quarter import words_quoted

Answer = Literal["confirmed", "rejected"]


class Passage(NamedTuple):
    """The paragraph a quotation stands in, cut at the quotation."""

    before: str
    words: tuple[str, ...]
    """What is quoted, and by turns what a gap leaves out; the first and the last are quoted."""
    after: str


class Card(NamedTuple):
    """One candidate as a person looks at it."""

    where: Where
    item: Drafted
    why: str
    """The drafter's reasons; empty where there are none."""
    passage: Passage | None
    """None where the original is not at hand, or does not hold the words."""
    check: Check | None
    """What the original says of the quotation; None where it is not at hand."""


class Desk:
    """A coding file on the desk of the person who confirms it.

    Every answer is saved at once, so that leaving loses nothing and coming back begins where it
    stopped. A file that somebody else changed meanwhile is left as they saved it.

    Args:
        path: the coding file. Where it quotes too much, what is confirmed lies on the desk too, first.
        paragraphs: the paper, where it is at hand.
        hedges: words that soften what follows them.
        allowed: how many words of the paper may be quoted; None where there is no limit.
        today: the day of this sitting, which becomes the day of the coding with the last answer.
    """

    def __init__(
        self,
        path: Path,
        paragraphs: Sequence[Paragraph] = (),
        hedges: Sequence[str] = (),
        allowed: int | None = None,
        today: datetime.date | None = None,
    ) -> None:
        self.path = path
        self.paragraphs = paragraphs
        self.hedges = hedges
        self.allowed = allowed
        self.today = today
        self.document = load(path)
        self.coding = build(Coding, self.document)
        self.cards = [*(in_order(self.coding, "confirmed") if self.is_over else ()), *in_order(self.coding)]
        self.answers: dict[Where, Answer] = {}
        self.edited: set[Where] = set()
        self._undo: list[tuple[Where, Document, bool]] = []

    def card(self, where: Where) -> Card:
        """Return a candidate as it is written now."""
        item = self._item(self.coding, where)
        check, passage = self._held_against(item)
        return Card(where, item, self._why(where), passage, check)

    @property
    def is_over(self) -> bool:
        """Whether more is quoted than may be."""
        return self.allowed is not None and words_quoted(self.coding) > self.allowed

    def quoted_with(self, where: Where) -> int:
        """Return how many words are quoted once an item counts."""
        item = self._item(self.coding, where)
        return words_quoted(self.coding) + (0 if item.standing == "confirmed" else len(item.quote.split()))

    def accept(self, where: Where, fields: Mapping[str, Any] | None = None) -> None:
        """Make a candidate count, fields of it mended with the same stroke.

        Raises:
            Refused: with what is wrong with the new values; nothing is saved then.
        """
        mark = "candidate" if where[0] == "evidence" else "status"
        mends = bool(fields)
        self._save(where, {mark: None, **(fields or {})}, settled=True, edit=mends and where not in self.edited)
        self.edited.update([where] if mends else [])
        self.answers[where] = "confirmed"

    def reject(self, where: Where, reason: str) -> None:
        """Keep a candidate, with why it was turned down, so that a second coder sees it."""
        given = {"candidate": None, "rejected": reason} if where[0] == "evidence" else _rejected(reason)
        self._save(where, given, settled=True)
        self.answers[where] = "rejected"

    def change(self, where: Where, fields: Mapping[str, Any]) -> None:
        """Change fields of a candidate, which stays one.

        Raises:
            Refused: with what is wrong with the new values; nothing is saved then.
        """
        fresh = where not in self.edited
        self._save(where, fields, settled=False, edit=fresh)
        self.edited.add(where)

    def name_coder(self, coder: str) -> None:
        """Write who confirms into a file that names nobody yet."""
        if self.coding.coder == UNNAMED and coder:
            self._keep(amend_head(self.document, "coder", coder))

    def back(self) -> Where | None:
        """Take the last answer back; return whose it was, None where there is none."""
        if not self._undo:
            return None
        where, before, edit = self._undo.pop()
        self._keep(before.raw)
        self.answers.pop(where, None)
        if edit:
            self.edited.discard(where)
        return where

    def claims_in_their_own_words(self) -> int:
        """How many confirmed claims still say the quotation itself."""
        return sum(one.standing == "confirmed" and one.says == one.quote for one in self.coding.claims)

    @property
    def left(self) -> int:
        """How many candidates still wait."""
        return sum(1 for _ in in_order(self.coding))

    def _save(self, where: Where, fields: Mapping[str, Any], *, settled: bool, edit: bool = False) -> None:
        raw = amend(self.document, where, fields, settled=settled)
        after = parse(raw, self.document.path)
        coding = build(Coding, after)
        if settled and self.today and coding.coded_on < self.today and not any(in_order(coding)):
            with contextlib.suppress(Refused):  # written over several lines: a person's own to change
                raw = amend_head(after, "coded_on", self.today)
        before = self.document
        self._keep(raw)
        self._undo.append((where, before, edit))

    def _keep(self, raw: bytes) -> None:
        self.document = save_unless_changed(self.path, self.document, raw)
        self.coding = build(Coding, self.document)

    @staticmethod
    def _item(coding: Coding, where: Where) -> Drafted:
        item: Drafted = getattr(coding, where[0])[where[1]]
        return item

    def _why(self, where: Where) -> str:
        lines = self.document.raw.decode("utf-8").splitlines()
        start, end = drafters_lines(lines, self.document.marks.key((*where, "id")).line - 1)
        text = " ".join(line.strip().lstrip("# ") for line in lines[start:end])
        return text.removeprefix(MARK.lstrip("# ")).lstrip(", ")

    def _held_against(self, item: Drafted) -> tuple[Check | None, Passage | None]:
        if not self.paragraphs:
            return None, None
        from checker.engine.verification import verify

        alone = Coding(source="one", coder="a", coded_on=self.coding.coded_on, **{_list_of(item): (item,)})
        return verify(alone, self.paragraphs, self.hedges)[item.id], _passage(item, self.paragraphs)


def _rejected(reason: str) -> dict[str, Any]:
    return {"status": "rejected", "reason": reason}


def _list_of(item: Drafted) -> str:
    return "claims" if isinstance(item, Claim) else "evidence" if isinstance(item, Evidence) else "commitments"


def in_order(coding: Coding, standing: ItemStatus = "candidate") -> Iterator[Where]:
    """Yield the candidates: evidence first, so that no claim stands without it, then as the paper runs."""
    waiting: dict[str, list[tuple[Where, Drafted]]] = {"evidence": [], "commitments": [], "claims": []}
    for name, index, item in drafted(coding):
        if item.standing == standing:
            waiting[name].append(((name, index), item))
    yield from (where for where, _ in waiting["evidence"])
    one, other = waiting["claims"], waiting["commitments"]
    while one or other:
        first = one if one and (not other or _key(one[0][1]) <= _key(other[0][1])) else other
        yield first.pop(0)[0]


def _key(item: Drafted) -> tuple[int, bool, str]:
    number, _, page = item.at.partition(" p")
    return int(page or 0), not number.startswith("¶"), place_key(number)


def _passage(item: Drafted, paragraphs: Sequence[Paragraph]) -> Passage | None:
    """Return the paragraph of a quotation's place; where it stands elsewhere, that one: the card says so."""
    number = item.at.partition(" p")[0]
    here = [paragraph for paragraph in paragraphs if number in places_of(paragraph)]
    for paragraph in (*here, *paragraphs):
        if found := find(item.quote, paragraph.text):
            before, *words, after = _cut(folded(paragraph.text), found[0])
            return Passage(before, tuple(words), after)
    return None


def _cut(text: Folded, found: Found) -> Iterator[str]:
    """Yield a text in pieces, by turns what is not quoted and what is; spaces between them are not."""
    edges = [found.start, *(edge for gap in found.gaps for edge in gap), found.end]
    position = 0
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        first = text.origin[start]
        quoted = text.raw[first : text.origin[end] if end < len(text.origin) else None].rstrip()
        yield text.raw[position:first]
        yield quoted
        position = first + len(quoted)
    yield text.raw[position:]
