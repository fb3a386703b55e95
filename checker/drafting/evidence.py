"""How far each headline kind of evidence can be seen in a document as a whole.

A statement is a sentence that names the evidence and says what has become of it. The furthest
statement counts, as a reader would credit it: supplied before referenced, promised and none
stated; what is said of another matter's assessment counts least. A form of the kind, or a
government impact assessment, is the thing itself. Figures that measure something against a year,
a target or another place are performance data supplied.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from checker.drafting.lexicon import Hit, Token
from checker.drafting.measuring import measured
from checker.drafting.own_words import in_force, read
from checker.drafting.phrases import Phrases, numbered, printed
from checker.drafting.quoting import around
from checker.drafting.units import Unit
from checker.model.document import Document
from checker.model.draft import DraftEvidence, DraftStatus
from checker.model.words import HEADLINE, HeadlineKind, spoken

_SAID = ("attached", "done", "coming", "undone", "undone_before", "other_matter", "other_names", "bare", "with_it")
_RANK: dict[DraftStatus, int] = {"absent": 0, "none_stated": 2, "promised": 3, "referenced": 4, "supplied": 5}
OTHER_MATTER = 1
"""The rank of a statement about the assessment of something else."""
MARKS = {"equality_impact_assessment": 5, "cost_benefit_analysis": 4}
"""How many different marks of a form make a document, or a part of it, the thing itself."""
BEFORE = 3
"""How many words before its name a "no" still denies the assessment."""
NEAR = 16
"""How many words from its name what is said of the assessment may stand."""
_LEFT_OPEN = re.compile(r"(?:[:?]|\b(?:no|none|nil|n/?a|not applicable|tbc|to be confirmed))\W*$", re.IGNORECASE)
"""The end of a line of a form that says nothing."""
SHORT = 14
"""A line of no more words in a list of papers is an entry of that list."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one unit says of one kind."""

    status: DraftStatus
    rank: int
    unit: Unit
    because: tuple[str, ...]


@dataclass(frozen=True)
class Words:
    """What names the evidence, and what is said of it."""

    names: Phrases
    said: Phrases
    nil: Phrases
    forms: Phrases
    under: Phrases


@in_force
def words() -> Words:
    """Return the lists of the lexicon, compiled, with a council's own words where they are in force."""
    data = read("evidence")
    said = {name: data[name] for name in _SAID}
    return Words(
        Phrases(data["names"]),
        Phrases(said),
        Phrases(data["nil"]),
        Phrases(data["forms"]),
        Phrases(data["named_under"]),
    )


def evidence(document: Document, units: Sequence[Unit]) -> tuple[DraftEvidence, ...]:
    """Return one status for each headline kind, absent among them."""
    read_units = [(unit, numbered(unit.text)) for unit in units]
    return tuple(_of_kind(kind, read_units, document.title) for kind in HEADLINE)


Units = Sequence[tuple[Unit, tuple[Token, ...]]]


def _of_kind(kind: HeadlineKind, units: Units, title: str) -> DraftEvidence:
    found = list(_statements(kind, units, title))
    if not found:
        because = f"no sentence says anything of {spoken(kind)}"
        return DraftEvidence(kind, "absent", because=(because,))
    best = max(found, key=lambda statement: statement.rank)
    place = best.unit.paragraph
    return DraftEvidence(
        kind, best.status, place.at, around(best.unit.text, best.because[0]), best.because, place.ordinal, place.page
    )


def _statements(kind: HeadlineKind, units: Units, title: str) -> Iterator[Statement]:
    form = list(_form(kind, units, title))
    yield from (one for one in form if _names(kind, numbered(one.unit.text)))
    for at, (unit, tokens) in enumerate(units):
        following = units[at + 1] if at + 1 < len(units) else None
        yield from _statement(kind, unit, tokens, following)
        yield from _nil(kind, unit, tokens)
    yield from form  # "Name of policy" is shown where no sentence names the form
    if kind == "performance_data":
        yield from (Statement("supplied", _RANK["supplied"], unit, because) for unit, because in measured(units))


def _form(kind: HeadlineKind, units: Units, title: str) -> Iterator[Statement]:
    """Yield the first mark of a form, where there are enough of them for it to be one."""
    seen: dict[str, Unit] = {}
    for unit, tokens in units:
        for hit in words().forms.find(tokens):
            if hit.name == kind:
                seen.setdefault(" ".join(t.text for t in tokens[hit.start : hit.end]), unit)
    if kind in MARKS and len(seen) >= MARKS[kind] and _named_early(kind, units, title):
        marks = ", ".join(f"\u201c{mark}\u201d" for mark in list(seen)[:4])
        because = (f"the document is itself {spoken(kind)}", f"its form has {marks}")
        yield Statement("supplied", _RANK["supplied"], _telling(kind, seen.values()), because)


def _telling(kind: HeadlineKind, marked: Collection[Unit]) -> Unit:
    """Return the first unit with a mark that names the kind, else that says something: lines of a form are left open."""
    said = [unit for unit in marked if not _LEFT_OPEN.search(unit.text)] or list(marked)
    return next((unit for unit in said if _names(kind, numbered(unit.text))), said[0])


def _named_early(kind: HeadlineKind, units: Units, title: str, first: int = 40) -> bool:
    return any(_names(kind, tokens) for tokens in (numbered(title), *(tokens for _, tokens in units[:first])))


def _names(kind: HeadlineKind, tokens: tuple[Token, ...]) -> list[Hit]:
    """Return where the evidence is named, an assessment of another sort left out."""
    hits = [hit for hit in words().names.find(tokens) if hit.name == kind]
    if kind != "cost_benefit_analysis":
        return hits
    others = {hit.end for hit in words().said.find(tokens) if hit.name == "other_names"}
    return [hit for hit in hits if hit.start not in others and hit.start - 1 not in others]


def _statement(
    kind: HeadlineKind, unit: Unit, tokens: tuple[Token, ...], following: tuple[Unit, tuple[Token, ...]] | None
) -> Iterator[Statement]:
    names = _names(kind, tokens) or _names_under(kind, unit, tokens)
    if not names:
        return
    said = _near(names, _said(tokens))
    status = _status(names, said, unit, tokens)
    if status == "referenced" and following and following[0].paragraph == unit.paragraph:
        status = "supplied" if _copy_attached(following[1]) else status
    if status is None:
        return
    other = "other_matter" in said and status in ("referenced", "promised")
    shown = [names[0], *(hits[0] for name, hits in said.items() if name in _shown(status))]
    because = tuple(printed(unit.text, tokens, hit) for hit in shown)
    yield Statement(status, OTHER_MATTER if other else _RANK[status], unit, because)


def _names_under(kind: HeadlineKind, unit: Unit, tokens: tuple[Token, ...]) -> list[Hit]:
    """Return where it is named for short, as it may be under a heading of its kind."""
    if not _under(kind, unit):
        return []
    return [hit for hit in words().under.find(tokens) if hit.name == kind]


def _near(names: list[Hit], said: dict[str, list[Hit]]) -> dict[str, list[Hit]]:
    """Keep what is said near enough to a name to be said of it."""
    kept = {
        kind: [hit for hit in hits if any(-NEAR < hit.start - name.end < NEAR for name in names)]
        for kind, hits in said.items()
    }
    kept["undone"] = [h for h in kept.get("undone", ()) if any(0 <= h.start - name.end < NEAR for name in names)]
    return {kind: hits for kind, hits in kept.items() if hits}


def _said(tokens: tuple[Token, ...]) -> dict[str, list[Hit]]:
    found: dict[str, list[Hit]] = {}
    for hit in words().said.find(tokens):
        found.setdefault(hit.name, []).append(hit)
    return found


def _status(names: list[Hit], said: dict[str, list[Hit]], unit: Unit, tokens: tuple[Token, ...]) -> DraftStatus | None:
    if "undone" in said or _denied(names, said):
        return "none_stated"
    if "with_it" in said:
        return "supplied"
    if "attached" in said and ("coming" not in said or said["attached"][0].start < said["coming"][0].start):
        return "supplied"
    if "coming" in said:
        return "promised"
    if "done" in said or (len(tokens) <= SHORT and _lists_papers(unit)):
        return "referenced"
    return None


def _denied(names: list[Hit], said: dict[str, list[Hit]]) -> bool:
    return any(0 <= name.start - no.end < BEFORE for no in said.get("undone_before", ()) for name in names)


def _lists_papers(unit: Unit) -> bool:
    heading = unit.heading.casefold()
    return "background" in heading or "appendi" in heading or "documents" in heading


def _copy_attached(tokens: tuple[Token, ...]) -> bool:
    """Say whether a sentence that follows tells where the assessment just named is to be found."""
    first = {token.text for token in tokens[:6]}
    return "attached" in _said(tokens) and bool(first & {"copy", "it", "this", "assessment", "full", "eqia"})


def _shown(status: DraftStatus) -> tuple[str, ...]:
    return {"none_stated": ("undone", "undone_before"), "supplied": ("with_it", "attached", "done")}.get(
        status, ("coming",) if status == "promised" else ("done",)
    )


def _nil(kind: HeadlineKind, unit: Unit, tokens: tuple[Token, ...]) -> Iterator[Statement]:
    """Yield what says that there is nothing: in so many words, or as all that stands under the heading."""
    hits = [hit for hit in words().nil.find(tokens) if hit.name == kind]
    if hits:
        yield Statement("none_stated", _RANK["none_stated"], unit, (printed(unit.text, tokens, hits[0]),))
    elif _bare(tokens) and _under(kind, unit):
        yield Statement("none_stated", _RANK["none_stated"], unit, (unit.text, f"under {unit.heading}"))


def _bare(tokens: tuple[Token, ...], most: int = 30) -> bool:
    return len(tokens) <= most and any(hit.name == "bare" and hit.start == 0 for hit in words().said.find(tokens))


def _under(kind: HeadlineKind, unit: Unit) -> bool:
    """Say whether a unit stands under a heading, or in a row or column, of the kind."""
    above = (unit.heading, unit.row, unit.column)
    if kind == "equality_impact_assessment":
        return any("equalit" in text.casefold() or "diversity" in text.casefold() for text in above)
    return any(_names(kind, numbered(text)) for text in above)
