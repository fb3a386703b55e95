"""Seals: digests that let a clone without the originals notice an edited quotation.

A seal is a checksum against slips, not proof against forgery: whoever can edit the record
can write a new seal.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import Field

from checker.base.digest import of_fields
from checker.base.faults import NOWHERE, Fault, Refused
from checker.base.loader import parse, read_bytes
from checker.model.build import build
from checker.model.casefile import Check
from checker.model.coding import Coding, quotations
from checker.model.fields import Id, Record, Sha256
from checker.model.source import Source

SUFFIX = ".seals.json"


class Seals(Record):
    """The seals of one source."""

    source: Id = Field(description="The source.")
    original: Sha256 = Field(description="The digest of the original that the quotations were found in.")
    seals: Mapping[str, str] = Field(description="By item id; an answer has the id Q1.answer.")


def seal(original: str, place: str, words: str) -> str:
    """Return the seal of one quotation: over the original's sha256, its place and its words."""
    return of_fields([original, place, words])


def seals_path(record: Path) -> Path:
    """Return where the seals of a source record are kept: beside it."""
    return record.with_name(record.name.removesuffix(".yaml") + SUFFIX)


def read_seals(path: Path) -> Seals | None:
    """Return the seals in the file; None where there is no file."""
    if not path.exists() and not path.is_symlink():
        return None
    document = parse(read_bytes(path, path.as_posix()), path.as_posix())
    if not isinstance(document.data, dict):
        raise Refused(
            [Fault(path.as_posix(), NOWHERE, "NOT-A-RECORD", "holds no seals.", "Run checker verify --seal.")]
        )
    return build(Seals, document)


def check_seals(source: Source, coding: Coding, seals: Seals) -> dict[str, Check]:
    """Return, for each quotation, whether it still has the seal it was given."""
    original = source.original.sha256 if source.original else ""
    checks: dict[str, Check] = {}
    for identity, place, words in quotations(coding):
        held = seals.seals.get(identity)
        if held is None:
            checks[identity] = Check("not_checked", "original not at hand, not sealed")
        elif held == seal(original, place, words):
            checks[identity] = Check("sealed")
        else:
            checks[identity] = Check(
                "seal_broken", "the words, the place or the original are not those that were sealed"
            )
    return checks


def seals_bytes(source: Source, coding: Coding, checks: Mapping[str, Check]) -> bytes:
    """Return the file of seals for the quotations that were found at their place."""
    original = source.original.sha256 if source.original else ""
    seals = {
        identity: seal(original, place, words)
        for identity, place, words in quotations(coding)
        if identity in checks and checks[identity].state == "found"
    }
    data: dict[str, Any] = {"source": source.id, "original": original, "seals": seals}
    return (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode()
