"""A private look at a draft: read, drafted, judged by the author's own profile. It writes nothing."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.base import match
from checker.base.digest import of_bytes
from checker.base.faults import NOWHERE, Fault, Misuse, Refused
from checker.engine.assess import assess
from checker.model.casefile import Casefile, Dossier, Input
from checker.model.draft import Draft, Sensitivity
from checker.model.precheck import Asking, Precheck
from checker.model.source import Source
from checker.model.words import PRESS, Asks, SourceKind, Stage
from checker.workflow.candidates import coding_of, dated_in_words
from checker.workflow.rulebooks import profile_of, rulebook_of
from checker.workflow.settings import Settings, must_be_a_file
from checker.workflow.titles import title_of

if TYPE_CHECKING:
    from checker.model.coding import Coding
    from checker.model.document import Document
    from checker.model.section import Section

SECTIONS = "sections.yaml"
"""A council's own headings, in the folder of its pack."""
WORDS = "words.yaml"
"""Its own words to draft by, in the same folder."""
_FETCH = re.compile(r"\bFetch (?:it|the document|the Word file) again\b")
FEWEST = 10
"""One in so many quotations of a coding stands in the draft at least, or it is the coding of another paper."""

UNDECIDING: frozenset[SourceKind] = PRESS | {"minutes", "agenda", "impact_assessment", "other"}
"""Kinds of sources that ask for no decision where they do not say so."""
HEADINGS = 3
"""A paper with so many headings of a report's template is a report, whatever else it reads like."""


@dataclass(frozen=True)
class Looked:
    """What an author asked for."""

    file: Path
    coding: Path | None = None
    """A coding file whose claims are used instead of candidates."""
    asks: Asks | None = None
    stage: Stage | None = None
    sensitivity: Sensitivity = "balanced"
    profile: str = "officer"
    as_of: datetime.date | None = None
    packs: tuple[Path, ...] = ()


def precheck(looked: Looked) -> tuple[Precheck, bytes]:
    """Return what was found in a draft, and the bytes that were read. No file is written, no ledger is read.

    Raises:
        Refused: where the draft or the coding cannot be read as it stands, or the coding is of another paper.
        Misuse: where the draft, a pack, a profile or the coding file is not there.
    """
    from checker.readers import bytes_of, read_raw

    must_be_a_file(looked.file, "Name a draft.")
    raw = bytes_of(looked.file)
    try:
        document = read_raw(raw, looked.file.as_posix())
    except Refused as refused:
        raise Refused(_of_a_draft(fault) for fault in refused.faults) from None
    return look(looked, document, raw), raw


def _of_a_draft(fault: Fault) -> Fault:
    """Return a fault with what to do about a file of one's own, which nobody fetches."""
    return dataclasses.replace(fault, todo=_FETCH.sub("Save it again", fault.todo))


def look(looked: Looked, document: Document, raw: bytes, draft: Draft | None = None) -> Precheck:
    """Return what was found in a draft that was read; `draft` where its candidates are known already."""
    from checker.drafting.oddities import oddities
    from checker.drafting.sections import sections
    from checker.drafting.templates import headings

    own = _of_packs(looked, SECTIONS)
    found = sections(document, own)
    as_of = looked.as_of or datetime.date.today()
    kind = _for_information(document, found)
    asking = _asking(looked, document, kind)
    held = (Input(looked.file.name, of_bytes(raw)),)
    if looked.coding:
        dossier, draft = _coded(looked.coding, asking, held), Draft()
        quotations = _quotations(dossier.coding, document)
        _refuse_another_paper(looked, dossier.source, quotations)
    else:
        draft = _with_sure_promises(_drafted(looked, document) if draft is None else draft)
        source = _source(looked.file, document, asking, found, kind)
        dossier = Dossier(source, coding_of(source.id, draft, found, headings(own).templates, as_of, source.kind), held)
        quotations = ()
    rules = Settings(packs=looked.packs, profile=looked.profile)
    rulebook = rulebook_of(rules)
    known = max(as_of, dossier.source.known_from or as_of)  # a draft is at hand before the day of its meeting
    assessment = assess(Casefile((dossier,)), rulebook, profile_of(rulebook, looked.profile), known, matters=False)
    return Precheck(
        file=looked.file.name,
        document=document,
        source=dossier.source,
        asking=asking,
        assessment=assessment,
        sections=found,
        oddities=draft.oddities or oddities(document),
        coding=looked.coding.name if looked.coding else "",
        quotations=len(quotations),
        astray=quotations.count(False),
        confidence=MappingProxyType({f"C{n:02}": one.confidence for n, one in enumerate(draft.claims, 1)}),
        dated=MappingProxyType(dated_in_words(draft, dossier.coding)),
    )


def _drafted(looked: Looked, document: Document) -> Draft:
    from checker.drafting import draft

    return draft(document, looked.sensitivity, _of_packs(looked, WORDS))


def _with_sure_promises(draft: Draft) -> Draft:
    """Return the draft without its faint promises: what is promised takes a gap away, so a keener look must not add any."""
    sure = tuple(one for one in draft.commitments if one.confidence != "faint")
    return dataclasses.replace(draft, commitments=sure)


def _of_packs(looked: Looked, name: str) -> tuple[Path, ...]:
    return tuple(pack / name for pack in looked.packs if (pack / name).is_file())


def _asking(looked: Looked, document: Document, kind: SourceKind | None) -> Asking:
    """Return what the author says the paper asks, else what its recommendations say; without any, by its kind."""
    from checker.drafting.asking import asking, stage_of

    guessed = asking(document)
    if kind and guessed.asks is None:
        guessed = Asking("note", stage_of("note"))
    if not (looked.asks or looked.stage):
        return guessed
    stage = looked.stage or (guessed.stage if looked.asks == guessed.asks else stage_of(looked.asks))
    asks = looked.asks or guessed.asks
    return Asking(asks, stage, guessed.at, guessed.quote, told=True, stage_told=looked.stage is not None)


def _for_information(document: Document, found: Sequence[Section]) -> SourceKind | None:
    """Return the kind of a source that decides nothing; None where it may, or follows a report's template."""
    from checker.drafting.source_kind import source_kind

    headings = {one.kind for one in found if one.kind and one.state != "missing"}
    kind = source_kind(title_of(document), document)
    return kind if kind in UNDECIDING and not (kind == "other" and len(headings) >= HEADINGS) else None


def _source(
    file: Path, document: Document, asking: Asking, found: Sequence[Section], kind: SourceKind | None
) -> Source:
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", file.stem).strip("-._")[:60] or "draft"
    return Source(
        id=name,
        title=title_of(document) or file.stem,
        publisher="not said: a draft",
        kind=kind or ("officer_report" if found else "other"),
        version="draft",
        access="draft",
        asks=asking.asks,
        stage=asking.stage,
    )


def _coded(path: Path, asking: Asking, held: tuple[Input, ...]) -> Dossier:
    """Return a coding file and the record of its source; what was asked on the command line goes before the record."""
    from checker.records.read import read_casefile

    if path.is_dir():
        raise Misuse(f"{path.as_posix()} is a folder. Name the one coding file of this paper.")
    casefile, _ = read_casefile((path,))
    if not casefile.dossiers:
        raise Misuse(
            f"Nothing in {path.as_posix()} is confirmed yet; leave out --coding, or run checker confirm first."
        )
    dossier = casefile.dossiers[0]
    changes = {"asks": asking.asks, "stage": asking.stage} if asking.told else {}
    source = dossier.source.model_copy(update=changes)
    return dataclasses.replace(dossier, source=source, inputs=(*dossier.inputs, *held))


def _quotations(coding: Coding, document: Document) -> tuple[bool, ...]:
    """Return, for each quotation of a coding, whether it stands in the draft."""
    from checker.model.coding import quotations as coded

    text = "\n".join(p.text for p in document.paragraphs)
    return tuple(bool(match.find(words, text)) for _, _, words in coded(coding))


def _refuse_another_paper(looked: Looked, source: Source, quotations: Sequence[bool]) -> None:
    """Refuse a coding of which next to nothing stands in the draft.

    Raises:
        Refused: OTHER-PAPER, where it is so.
    """
    there = sum(quotations)
    if looked.coding and quotations and there * FEWEST < len(quotations):
        what = (
            f"it seems to be the coding of another paper, “{source.title}”: {there} of its {len(quotations)} "
            f"quotations stand{'s' if there == 1 else ''} in {looked.file.as_posix()}."
        )
        todo = "Name the coding of this draft, or leave out --coding."
        raise Refused([Fault(looked.coding.as_posix(), NOWHERE, "OTHER-PAPER", what, todo)])
