"""Read a casefile from its files: all of it, or every fault in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pydantic import BaseModel

from checker.base.faults import Fault, Refused
from checker.base.loader import Document, load
from checker.model.build import build
from checker.model.casefile import Casefile, Dossier
from checker.model.coding import Coding, confirmed
from checker.model.source import Source
from checker.model.topics import Topic, Topics
from checker.records.candidates import is_read
from checker.records.crosscheck import crosscheck
from checker.records.find import Files, find
from checker.records.loaded import Loaded

M = TypeVar("M", bound=BaseModel)


@dataclass
class Reading:
    """What was read, and the faults and warnings met on the way."""

    codings: list[Loaded[Coding]] = field(default_factory=list)
    sources: list[Loaded[Source]] = field(default_factory=list)
    topics: list[Loaded[Topics]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_casefile(paths: Sequence[Path], bearing: Collection[str] = ()) -> tuple[Casefile, list[Fault]]:
    """Return the casefile that the paths mean, and warnings.

    Args:
        paths: files and folders.
        bearing: codes of faults that are not refused, for whoever opens the file to mend them.

    Raises:
        Refused: with every fault of every file.
        Misuse: where the paths name nothing to read.
    """
    files = find(paths)
    reading = Reading()
    reading.topics = list(_load_all(Topics, files.topics, reading.faults))
    reading.sources = list(_load_all(Source, files.sources, reading.faults))
    reading.codings = list(_load_all(Coding, files.codings, reading.faults))
    complete = not reading.faults
    reading.faults += crosscheck(reading.codings, reading.sources, reading.topics, complete=complete)
    errors = [fault for fault in reading.faults if not fault.warning and fault.code not in bearing]
    if errors:
        raise Refused(errors)
    return _assemble(reading, files), reading.faults


def _load_all(model: type[M], paths: Iterable[Path], faults: list[Fault]) -> Iterator[Loaded[M]]:
    for path in paths:
        try:
            document = load(path)
            built = build(model, document)
            yield Loaded(built, Document(document.path, document.raw, None))  # the model holds the data now
        except Refused as refused:
            faults += refused.faults


def _assemble(reading: Reading, files: Files) -> Casefile:
    records = {loaded.model.id: loaded for loaded in reading.sources}
    dossiers = [
        Dossier(records[c.model.source].model, confirmed(c.model), (c.input, records[c.model.source].input))
        for c in reading.codings
        if is_read(c.model)
    ]
    coded = {dossier.source.id for dossier in dossiers}
    named = {c.model.source for c in reading.codings}
    uncoded = [s.model for s in reading.sources if s.model.id not in coded and (files.whole or s.model.id in named)]
    topics: dict[str, Topic] = {t.id: t for loaded in reading.topics for t in loaded.model.topics}
    return Casefile(
        tuple(sorted(dossiers, key=lambda d: d.source.order)),
        MappingProxyType(topics),
        tuple(sorted(uncoded, key=lambda s: s.order)),
        MappingProxyType({source.id: records[source.id].input for source in uncoded}),
        frozenset(named - coded),
        tuple(loaded.input for loaded in reading.topics),
    )
