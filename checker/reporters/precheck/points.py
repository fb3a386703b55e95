"""The points of a private look at a draft, in the order an author mends them: headings, figures, then what members may ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from checker.base import match
from checker.model.coding import Commitment
from checker.model.draft import DraftOddity
from checker.model.drafted import places_of
from checker.model.finding import Finding
from checker.model.paragraph import Paragraph, place_key
from checker.model.precheck import Precheck
from checker.model.section import Section
from checker.model.words import EARLY, LEVELS, NOT_QUOTED, Level
from checker.reporters.names import quote_of
from checker.reporters.precheck.sentences import Said, of_finding, of_oddity, of_section
from checker.reporters.wording import Words

Sort = Literal["section", "oddity", "question"]
HELPFUL = 12
"""How many helpful questions are printed; the rest are counted."""
IN_ONE_PARAGRAPH = 2
"""How many questions one paragraph is asked; a third goes to another passage that calls for it, or is counted."""
OF_ONE_KIND = 2
"""How many helpful questions are printed on one kind of evidence; the rest are counted."""
_BEHIND = {"likely": 0, "possible": 1, "faint": 2}


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to mend or to say, at one passage."""

    sort: Sort
    paragraph: Paragraph
    quote: str
    level: Level
    needed: bool
    """Needed for clearance, as the profile says; else helpful."""
    theme: str
    said: Said
    also: tuple[Paragraph, ...] = ()
    """Other paragraphs where the same question arises."""
    section: Section | None = None
    oddity: DraftOddity | None = None
    finding: Finding | None = None

    @property
    def also_at(self) -> list[str]:
        """The other places, each once, that of the point itself left out: its other bullets are under one's eyes."""
        return [place for place in dict.fromkeys(p.place for p in self.also) if place != self.paragraph.place]


def points(precheck: Precheck, *, everything: bool = False) -> tuple[Point, ...]:
    """Return the points of a draft: sections, then what does not agree, then questions in the order of the paper.

    One question is put once, at the passage that calls for it most, with the other places beside it; a paragraph
    has one point on a matter. Without `everything` the helpful questions are cut at a dozen.
    """
    where = _Where(precheck.document.paragraphs)
    sections = list(_sections(precheck, where))
    oddities = [_oddity(one, precheck, where) for one in precheck.oddities]
    taken = {(point.paragraph.ordinal, point.theme) for point in sections}
    room = len(precheck.assessment.rulebook.themes) if everything else IN_ONE_PARAGRAPH
    questions = [q for q in _questions(precheck, where, room) if (q.paragraph.ordinal, q.theme) not in taken]
    return (*_one_each(sections), *oddities, *(questions if everything else _cut(questions)))


def left_out(precheck: Precheck, printed: Sequence[Point]) -> int:
    """Return how many helpful questions are counted and not printed."""
    return len(points(precheck, everything=True)) - len(printed)


def open_at(precheck: Precheck, level: Level | Literal["never"]) -> bool:
    """Tell whether a point is as serious as that."""
    return level != "never" and any(_reaches(one.level, level) for one in points(precheck, everything=True))


def _reaches(level: Level, limit: Level) -> bool:
    return LEVELS.index(level) <= LEVELS.index(limit)


class _Where:
    """Finds the paragraph that a place and a quotation mean."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._all = paragraphs
        self._by_ordinal = {p.ordinal: p for p in paragraphs}
        self._by_place: dict[str, list[Paragraph]] = {}
        for p in paragraphs:
            for place in places_of(p):
                self._by_place.setdefault(place, []).append(p)
        self._known: dict[tuple[str, str], Paragraph] = {}

    def of(self, at: str, quote: str, ordinal: int = 0) -> Paragraph:
        """Return the paragraph of that number; else the one of that place that holds the words, else any that does."""
        if ordinal in self._by_ordinal:
            return self._by_ordinal[ordinal]
        if (at, quote) not in self._known:
            self._known[at, quote] = self._searched(at, quote)
        return self._known[at, quote]

    def _searched(self, at: str, quote: str) -> Paragraph:
        named = self._by_place.get(at.partition(" p")[0], [])
        holders = (p for p in (*named, *self._all) if quote and match.find(quote, p.text))
        return next(holders, (*named, *self._all)[0])


def _needed(level: Level, precheck: Precheck) -> bool:
    limit = precheck.assessment.profile.fail_on
    return limit != "never" and _reaches(level, limit)


def _sections(precheck: Precheck, where: _Where) -> Iterator[Point]:
    early = precheck.asking.stage in EARLY
    for one in precheck.sections:
        level = _section_level(one, early)
        if level and one.state != "missing":
            paragraph = where.of(one.at, one.quote, one.ordinal)
            yield Point("section", paragraph, one.quote, level, _needed(level, precheck), one.theme, of_section(one), section=one)  # fmt: skip


def _one_each(sections: Iterable[Point]) -> list[Point]:
    """Return one point for what a heading of several sections holds ("Legal and financial"), with what settles each."""
    same: dict[tuple[int, str], list[Point]] = {}
    for point in sections:
        same.setdefault((point.paragraph.ordinal, point.said.found), []).append(point)
    settled = (" And: ".join(dict.fromkeys(p.said.settle for p in alike)) for alike in same.values())
    return [replace(alike[0], said=alike[0].said._replace(settle=settle)) for alike, settle in zip(same.values(), settled, strict=True)]  # fmt: skip


def missing(precheck: Precheck) -> tuple[Section, ...]:
    """Return the headings that were expected and not found."""
    return tuple(one for one in precheck.sections if one.state == "missing")


def _section_level(one: Section, early: bool) -> Level | None:
    match one.state:
        case "placeholder" | "empty" | "contradicted":
            return "high"
        case "bare_nil" | "deferred":
            return "medium" if early else "high"
        case "missing":
            return "low"
    return None


def _oddity(one: DraftOddity, precheck: Precheck, where: _Where) -> Point:
    paragraph = where.of(one.at, one.quote, one.ordinal)
    level: Level = "low" if one.kind in ("certainty", "numbering") else "medium"
    return Point("oddity", paragraph, one.quote, level, _needed(level, precheck), "record", of_oddity(one), oddity=one)


def _questions(precheck: Precheck, where: _Where, room: int) -> list[Point]:
    """Return one point for each question that stays open, in the order of the paper.

    A question is put at its most telling passage that has room: a paragraph has one point on a matter, and few in all.
    """
    asked: dict[str, list[Point]] = {}
    for point in sorted(_open(precheck, Words(precheck.assessment), where), key=lambda one: _telling(one, precheck)):
        asked.setdefault(point.said.same, []).append(point)
    put: list[Point] = []
    for same in asked.values():
        chosen = next((one for one in same if _has_room(one, put, room)), None)
        if chosen:
            others = {p.paragraph.ordinal: p.paragraph for p in same if p.paragraph != chosen.paragraph}
            put.append(replace(chosen, also=tuple(others[n] for n in sorted(others))))
    return sorted(put, key=lambda p: (p.paragraph.ordinal, not p.needed))


def _has_room(point: Point, put: Sequence[Point], room: int) -> bool:
    here = [one for one in put if one.paragraph == point.paragraph]
    return len(here) < room and point.theme not in {one.theme for one in here}


def _open(precheck: Precheck, words: Words, where: _Where) -> Iterator[Point]:
    lacking = {one.evidence for one in precheck.sections if one.needs_work and one.state != "missing"}
    for finding in precheck.assessment.open:
        if _said_already(finding, lacking) or _needs_no_date(finding, precheck):
            continue
        level = _level(finding, precheck)
        said = of_finding(finding, words, precheck)
        if said.ask:
            quote = quote_of(finding)
            paragraph = where.of(finding.at, finding.quote)
            theme = finding.rule.theme_of(finding.evidence_kind)
            shown = "" if quote == NOT_QUOTED else quote
            yield Point("question", paragraph, shown, level, _needed(level, precheck), theme, said, finding=finding)


def _said_already(finding: Finding, lacking: Iterable[str | None]) -> bool:
    """Tell whether a section says the same: that a heading holds a bare nil."""
    bare = finding.rule.id == "bare-nil" or finding.reason == "none_stated"
    return bare and finding.evidence_kind in lacking


def _needs_no_date(finding: Finding, precheck: Precheck) -> bool:
    """Tell whether a promise is called undated though its time is printed in words, or is a plain step in a candidate."""
    if finding.reason != "undated" or not isinstance(finding.subject, Commitment):
        return False
    step = not precheck.coding and finding.subject.provides == ("action",)
    return step or finding.subject.id in precheck.dated


def _level(finding: Finding, precheck: Precheck) -> Level:
    """Return the level; what only may be a claim is never needed for clearance."""
    unsure = precheck.confidence.get(finding.subject_id.partition("#")[2], "likely") != "likely"
    return "medium" if unsure and finding.level == "high" else finding.level


def _telling(point: Point, precheck: Precheck) -> tuple[int, int, bool, int, str]:
    finding = point.finding
    name = finding.subject_id.partition("#")[2] if finding else ""
    behind = finding is not None and finding.rule.group not in ("headline", "commitments", "integrity")
    confidence = _BEHIND.get(precheck.confidence.get(name, "likely"), 0)
    return (
        LEVELS.index(point.level),
        confidence,
        behind,
        point.paragraph.ordinal,
        finding.fingerprint if finding else "",
    )


def _cut(questions: Sequence[Point]) -> list[Point]:
    """Leave out helpful questions beyond a dozen, and beyond two on one kind of evidence; the least telling first."""
    kept: set[int] = set()
    kinds: Counter[str] = Counter()
    for q in sorted((q for q in questions if not q.needed), key=_least_telling_last):
        rule = q.finding.rule.id if q.finding else ""
        if kinds[rule] < OF_ONE_KIND and len(kept) < HELPFUL:
            kinds[rule] += 1
            kept.add(id(q))
    return [q for q in questions if q.needed or id(q) in kept]


def _least_telling_last(q: Point) -> tuple[int, int, str]:
    return LEVELS.index(q.level), -len(q.also), place_key(q.paragraph.at)
