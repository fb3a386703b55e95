"""From a document to candidates: read it, draft, and write a coding file where one is asked for."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from checker.base.digest import of_bytes
from checker.base.faults import Misuse, Refused
from checker.base.match import find
from checker.base.save import save, sweep
from checker.model.coding import Coding, Evidence, drafted
from checker.model.document import Document
from checker.model.draft import Draft, Sensitivity
from checker.model.drafted import places_of, record_quote
from checker.model.fields import FILE, ID
from checker.model.words import SourceKind
from checker.records.drafted import TO_FILL_IN, Found, Known, coding_bytes, source_bytes
from checker.workflow.settings import must_be_a_file
from checker.workflow.titles import title_of

_NOT_ID = re.compile(r"[^A-Za-z0-9._-]+")
_FLAGS = ("affects", "money", "amount", "statutory")
_SAME = 30


class Drafting(NamedTuple):
    """A document, and the candidates found in it."""

    path: Path
    known: Known
    document: Document
    draft: Draft
    light: bool = False


class Written(NamedTuple):
    """What was written, and what a person does next."""

    coding: Path
    candidates: int
    source: Path
    source_is_new: bool
    other_file: bool
    """Whether the source record that was there names a file with another digest."""


def draft_file(
    path: Path,
    sensitivity: Sensitivity = "balanced",
    lexicons: Sequence[Path] = (),
    *,
    light: bool = False,
    source: str = "",
    kind: SourceKind | None = None,
) -> Drafting:
    """Read a document and return the candidates found in it.

    Raises:
        Refused: where the document cannot be read.
        Misuse: where it or a lexicon is not there, or the id given for its source is none.
    """
    from checker.drafting import draft
    from checker.readers import bytes_of, read_raw

    if source and not re.fullmatch(ID, source):
        raise Misuse(f'"{source}" is not an id. Use letters, digits, full stop, hyphen and underscore, 64 at most.')
    must_be_a_file(path, "Name a paper.")
    for lexicon in lexicons:
        must_be_a_file(lexicon, "Name a file of your own words.")
    raw = bytes_of(path)
    document = read_raw(raw, path.as_posix())
    found = draft(document, sensitivity, lexicons)
    if light:
        from checker.drafting.light import lightened

        found = lightened(found, document)
    return Drafting(path, _known(path, raw, document, source, kind)._replace(day=found.day), document, found, light)


def _known(path: Path, raw: bytes, document: Document, source: str, kind: SourceKind | None) -> Known:
    from checker.drafting.source_kind import source_kind

    title = title_of(document)
    words = sum(len(paragraph.text.split()) for paragraph in document.paragraphs)
    name = path.name if re.fullmatch(FILE, path.name) else f"original{path.suffix}"
    return Known(
        source or _id(path),
        title,
        kind or source_kind(title, document),
        name,
        of_bytes(raw),
        len(document.paragraphs),
        words,
    )


def _id(path: Path) -> str:
    plain = _NOT_ID.sub("-", path.stem).strip("-._")[:64]
    return plain.lower() or "source"


def write_drafting(drafting: Drafting, output: Path, *, replace: bool = False) -> Written | None:
    """Write the candidates as a coding file, and a source record where there is none beside it.

    Where there are none nothing is written, and None returned: a coding without a candidate would
    say that a person has read the paper.

    A file that is there is kept unless told to replace it; one in which a person has confirmed or
    rejected anything is kept in any case.

    Raises:
        Misuse: where the file is kept.
    """
    _keep_what_is_there(output, replace=replace)
    day = datetime.date.today()
    found = _found(drafting, day)
    if not found.total:
        return None
    sources = _sources_of(output)
    for folder in (output.parent, sources):
        if folder.name in ("claims", "seeds") and folder.parent.is_dir():
            folder.mkdir(exist_ok=True)
    sweep(output.parent)
    save(output, coding_bytes(drafting.known, found, day, _schemas(output.parent)))
    record = sources / f"{drafting.known.id}.yaml"
    is_new = not record.exists()
    if is_new:
        save(record, source_bytes(drafting.known, _schemas(sources)))
    other = not is_new and drafting.known.sha256 not in record.read_text("utf-8", "replace")
    return Written(output, found.total, record, is_new, other)


def _found(drafting: Drafting, day: datetime.date) -> Found:
    """Return the candidates with what the pre-check reads off the same words: sums, groups, nils under headings.

    What else stands under a heading is not offered as evidence: too often it is a promise or a remark.
    """
    from checker.drafting.light import MOST
    from checker.drafting.sections import sections
    from checker.drafting.templates import headings
    from checker.workflow.candidates import coding_of

    document, draft = drafting.document, drafting.draft
    coding = coding_of("draft", draft, sections(document), headings().templates, day)
    flags = [{name: getattr(claim, name) for name in _FLAGS if getattr(claim, name)} for claim in coding.claims]
    told = {one.evidence_kind for one in draft.evidence if one.status != "absent"}
    pieces = [_as_it_stands(piece, document) for piece in coding.evidence if _nil(piece) and piece.kind not in told]
    found = Found(draft, flags, [piece for piece in pieces if piece])
    room = max(0, MOST - (found.total - len(found.under_headings)))
    return found._replace(under_headings=found.under_headings[:room]) if drafting.light else found


def _nil(piece: Evidence) -> bool:
    return piece.status in ("none_stated", "none_reasoned")


def _as_it_stands(piece: Evidence, document: Document) -> Evidence | None:
    """Return what stands under a heading with a quotation of one paragraph; None where none can be had."""
    for paragraph in document.paragraphs:
        if piece.at in places_of(paragraph):
            if find(piece.quote, paragraph.text):
                return piece
            opening = record_quote(paragraph.text)
            if piece.quote.startswith(opening[:_SAME]) and find(opening, paragraph.text):
                return piece.model_copy(update={"quote": opening})
    return None


def _keep_what_is_there(output: Path, *, replace: bool) -> None:
    if not output.exists():
        return
    name = output.as_posix()
    if output.is_dir():
        raise Misuse(f"{name} is a folder. Name a file in it.")
    if not replace:
        raise Misuse(f"{name} is there already and was kept. Add --replace to replace it.")
    try:
        decided = _decided(output)
    except Refused:
        raise Misuse(f"{name} cannot be read as a coding file and was kept. Write to another file.") from None
    if decided:
        items = "1 item" if decided == 1 else f"{decided} items"
        what = f"{name} holds {items} that a person has confirmed or rejected; it was kept."
        raise Misuse(f"{what} Write to another file and compare.")


def _decided(path: Path) -> int:
    from checker.base.loader import load
    from checker.model.build import build

    coding = build(Coding, load(path))
    return sum(item.standing != "candidate" for _, _, item in drafted(coding)) + len(coding.asked)


def _sources_of(output: Path) -> Path:
    """Return the folder in which the source record of a coding file is looked for."""
    from checker.records.find import seeds_of

    return output.parent.parent / "seeds" if output.parent.name == "claims" else seeds_of(output.parent)


def _schemas(folder: Path) -> str:
    """Return the way from a folder to the schemas: beside it as a rule, in the program's folder where they are there."""
    for steps in range(4):
        up = Path(*[".."] * steps)
        if (folder / up / "schemas").is_dir():
            return (up / "schemas").as_posix()
    return Path(os.pardir, "schemas").as_posix()


def to_fill_in() -> str:
    """Return what a person adds to a source record that was drafted."""
    return TO_FILL_IN
