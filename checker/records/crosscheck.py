"""What one record alone cannot show: ids given twice, references that lead nowhere, odd dates."""

from __future__ import annotations

import datetime
import re
import shlex
from collections.abc import Iterator, Sequence
from typing import Any

from checker.base.faults import Fault, nearest
from checker.model.coding import (
    Asked,
    Claim,
    Coding,
    Commitment,
    DueBefore,
    Evidence,
    OnTopic,
)
from checker.model.source import Source
from checker.model.topics import Topics
from checker.records.candidates import check_candidates
from checker.records.loaded import Loaded
from checker.records.quarter import TOO_MUCH, words_allowed, words_quoted

_DEVICES = re.compile(r"^(con|prn|aux|nul|com[1-9]|lpt[1-9])(\..*)?$", re.IGNORECASE)
_LISTS = ("claims", "evidence", "commitments", "asked")
FAR_AHEAD = datetime.timedelta(days=366)


def crosscheck(
    codings: Sequence[Loaded[Coding]],
    sources: Sequence[Loaded[Source]],
    topics: Sequence[Loaded[Topics]],
    *,
    complete: bool,
) -> list[Fault]:
    """Return every fault and warning that shows only when the records are read together.

    Args:
        codings: every coding that could be read.
        sources: every source record.
        topics: every list of topics.
        complete: whether every file was read; if not, a reference may lead into a refused file
            and is not called dangling.
    """
    faults = [*_twice_in_all(codings, sources, topics)]
    for source in sources:
        faults += _source(source)
    records = {source.model.id: source for source in sources}
    known = {identity: record.model for identity, record in records.items()}
    for coding in codings:
        faults += _ids(coding)
        faults += _press_share(coding, known)
        faults += check_candidates(coding, _claims_named(coding.model))
        if coding.model.source in records:
            faults += _dates(records[coding.model.source], coding.model.coded_on)
    if complete:
        faults += _references(codings, known)
        faults += _topics(codings, sources, topics)
    return faults


def _fault(loaded: Loaded[Any], path: tuple[str | int, ...], code: str, what: str, todo: str = "") -> Fault:
    return Fault(loaded.document.path, loaded.document.marks.of(path), code, what, todo)


def _twice_in_all(
    codings: Sequence[Loaded[Coding]], sources: Sequence[Loaded[Source]], topics: Sequence[Loaded[Topics]]
) -> Iterator[Fault]:
    named: list[tuple[str, str, Loaded[Any], tuple[str | int, ...]]] = []
    named += [("source", c.model.source, c, ("source",)) for c in codings]
    named += [("source record", s.model.id, s, ("id",)) for s in sources]
    named += [
        ("topic", topic.id, t, ("topics", index, "id")) for t in topics for index, topic in enumerate(t.model.topics)
    ]
    first: dict[tuple[str, str], tuple[Loaded[Any], tuple[str | int, ...]]] = {}
    for kind, identity, loaded, path in named:
        earlier = first.setdefault((kind, identity.casefold()), (loaded, path))
        if earlier != (loaded, path):
            line = earlier[0].document.marks.of(earlier[1]).line
            what = f'{kind} "{identity}" is also in {earlier[0].document.path}, line {line}.'
            yield _fault(
                loaded, path, "DUP-ID", what, "Keep one." if kind != "source" else "One source, one file: join them."
            )


def _source(loaded: Loaded[Source]) -> Iterator[Fault]:
    source = loaded.model
    if source.access != "public" and source.access_reason is None:
        yield _fault(
            loaded, ("access",), "MISSING-FIELD", f"access is {source.access} and has no access_reason.", "Add it."
        )
    if _DEVICES.match(source.id):
        yield _fault(
            loaded, ("id",), "ID-CHARS", f'"{source.id}" cannot be a file name on Windows.', "Choose another id."
        )
    if source.date_after and source.date_before and source.date_after > source.date_before:
        what = f"date_after {source.date_after} is later than date_before {source.date_before}."
        yield _fault(loaded, ("date_after",), "BAD-DATE", what, "Swap or mend them.")


def _ids(loaded: Loaded[Coding]) -> Iterator[Fault]:
    coding = loaded.model
    items: list[Claim | Evidence | Commitment | Asked] = [
        *coding.claims,
        *coding.evidence,
        *coding.commitments,
        *coding.asked,
    ]
    names = [item.id for item in items]
    if len({name.casefold() for name in names}) == len(names) and not any(map(_DEVICES.match, names)):
        return  # nearly always: only where something is wrong is it worth finding out where
    first: dict[str, tuple[str, tuple[str | int, ...]]] = {}
    for name in _LISTS:
        for index, item in enumerate(getattr(loaded.model, name)):
            path = (name, index, "id")
            if _DEVICES.match(item.id):
                yield _fault(
                    loaded, path, "ID-CHARS", f'"{item.id}" cannot be a file name on Windows.', "Choose another id."
                )
            earlier = first.setdefault(item.id.casefold(), (item.id, path))
            if earlier[1] != path:
                yield _twice(loaded, earlier, (item.id, path))


def _twice(loaded: Loaded[Coding], *items: tuple[str, tuple[str | int, ...]]) -> Fault:
    """Return the fault of two items with one id, at the one that stands later in the file."""
    marks = loaded.document.marks
    (first, one), (second, two) = sorted((marks.of(path), identity) for identity, path in items)
    how = "is given twice" if one == two else f'differs from "{one}" only by case'
    what = f'"{two}" {how} (first on line {first.line}).'
    return Fault(loaded.document.path, second, "DUP-ID", what, "Give it an id of its own.")


def _press_share(loaded: Loaded[Coding], known: dict[str, Source]) -> Iterator[Fault]:
    source = known.get(loaded.model.source)
    allowed, words = words_allowed(source), words_quoted(loaded.model)
    if source and source.original and allowed is not None and words > allowed:
        what = f"{words} words are quoted of a text of {source.original.words}; a quarter is {allowed}."
        todo = f"Shorten the quotations: checker confirm {shlex.quote(loaded.document.path)}"
        yield _fault(loaded, (), TOO_MUCH, what, todo)


def _dates(loaded: Loaded[Source], coded_on: datetime.date) -> Iterator[Fault]:
    for name in ("published", "meeting_date", "date_after", "date_before"):
        day: datetime.date | None = getattr(loaded.model, name)
        if day and day > coded_on + FAR_AHEAD:
            what = f"{name} is {day}, {day.year - coded_on.year} years after the source was coded."
            place = loaded.document.marks.of((name,))
            yield Fault(loaded.document.path, place, "FUTURE-DATE", what, "Is the century right?", warning=True)


def _topics(
    codings: Sequence[Loaded[Coding]], sources: Sequence[Loaded[Source]], topics: Sequence[Loaded[Topics]]
) -> Iterator[Fault]:
    known = {topic.id for t in topics for topic in t.model.topics}
    named: list[tuple[Loaded[Any], tuple[str | int, ...], str]] = []
    named += [(loaded, path, topic) for loaded in codings for path, topic in _topics_named(loaded.model)]
    named += [(loaded, path, topic) for loaded in sources for path, topic in _topics_about(loaded.model)]
    for loaded, path, topic in named:
        if topic not in known:
            todo = nearest(topic, sorted(known)) or "Add it to claims/topics.yaml."
            yield _fault(loaded, path, "DANGLING", f'topic "{topic}" is not in topics.yaml.', todo)


def _references(codings: Sequence[Loaded[Coding]], known: dict[str, Source]) -> Iterator[Fault]:
    claims = {c.model.source: {claim.id for claim in c.model.claims} for c in codings}
    for loaded in codings:
        coding = loaded.model
        if coding.source not in known:
            todo = f"Add seeds/{coding.source}.yaml. {nearest(coding.source, sorted(known))}".rstrip()
            yield _fault(loaded, ("source",), "DANGLING", f'source "{coding.source}" has no record in seeds/.', todo)
        for path, reference, own in _claims_named(coding):
            yield from _reference(loaded, path, reference, own, claims, known)


def _topics_named(coding: Coding) -> Iterator[tuple[tuple[str | int, ...], str]]:
    on_topic: dict[str, tuple[Claim | Commitment | Asked, ...]] = {
        "claims": coding.claims,
        "commitments": coding.commitments,
        "asked": coding.asked,
    }
    for name, items in on_topic.items():
        for index, item in enumerate(items):
            if item.topic:
                yield (name, index, "topic"), item.topic
    for name, index, covers in _coverage(coding):
        if isinstance(covers, OnTopic):
            yield (name, index, "covers", "topic"), covers.topic
    for index, commitment in enumerate(coding.commitments):
        if isinstance(commitment.due, DueBefore) and commitment.due.topic:
            yield ("commitments", index, "due", "topic"), commitment.due.topic


def _coverage(coding: Coding) -> Iterator[tuple[str, int, str | tuple[str, ...] | OnTopic]]:
    for index, piece in enumerate(coding.evidence):
        yield "evidence", index, piece.covers
    for index, commitment in enumerate(coding.commitments):
        yield "commitments", index, commitment.covers


def _topics_about(source: Source) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for index, topic in enumerate(source.topics):
        yield ("topics", index), topic
    for index, event in enumerate(source.events):
        if event.topic:
            yield ("events", index, "topic"), event.topic


def _claims_named(coding: Coding) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Yield (path, reference, id of the claim that must not name itself) of every claim named in a coding."""
    for name, index, covers in _coverage(coding):
        if isinstance(covers, tuple):
            for number, reference in enumerate(covers):
                yield (name, index, "covers", number), reference, ""
    for index, claim in enumerate(coding.claims):
        for number, reference in enumerate(claim.contradicts):
            yield ("claims", index, "contradicts", number), reference, claim.id
    for index, question in enumerate(coding.asked):
        for number, reference in enumerate(question.challenges):
            yield ("asked", index, "challenges", number), reference, ""


def _reference(
    loaded: Loaded[Coding],
    path: tuple[str | int, ...],
    reference: str,
    own: str,
    claims: dict[str, set[str]],
    known: dict[str, Source],
) -> Iterator[Fault]:
    source, _, identity = reference.rpartition("#")
    source = source or loaded.model.source
    if source == loaded.model.source and identity == own:
        yield _fault(loaded, path, "SELF-REF", f'"{own}" contradicts itself.', "Name another claim.")
    elif source in claims and identity not in claims[source]:
        yield _fault(
            loaded, path, "DANGLING", f'"{reference}" is not a claim.', nearest(identity, sorted(claims[source]))
        )
    elif source not in claims and source not in known:
        yield _fault(loaded, path, "DANGLING", f'"{source}" is not a source.', nearest(source, sorted(known)))
