"""Candidates and what is known of their source, as records that a clerk can read and finish."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from checker.model.coding import Evidence
from checker.model.draft import OFFERED, Draft, DraftClaim, DraftCommitment, DraftEvidence
from checker.model.drafted import record_by, record_due, record_place, record_quote
from checker.model.source import TO_BE_NAMED
from checker.model.words import By, SourceKind
from checker.records.plain_yaml import clean, comment, field, item

UNNAMED = "not yet named"
"""The coder of a file in which nobody has confirmed anything."""
_ITSELF = "read the sentence, mend quote, kinds and certainty, put says plainly, then delete the status line"
MOST_REASONS = 3


class Known(NamedTuple):
    """What is known of a source from its file alone."""

    id: str
    title: str
    kind: SourceKind
    file: str
    sha256: str
    paragraphs: int
    words: int
    day: str = ""
    """The day the paper gives itself where it begins; whether it met or was published then, a person says."""


class Found(NamedTuple):
    """The candidates of a paper, and what else its words and headings tell."""

    draft: Draft
    flags: Sequence[Mapping[str, Any]] = ()
    """Of each claim: money, amount, whom it affects."""
    under_headings: Sequence[Evidence] = ()
    """Nils under the headings of the paper, of kinds that the draft says nothing of."""

    @property
    def offered(self) -> list[DraftEvidence]:
        """The evidence that the paper shows, as the draft has it."""
        return [one for one in self.draft.evidence if one.status in OFFERED and one.quote]

    @property
    def total(self) -> int:
        """How many candidates a coding file of it holds."""
        draft = self.draft
        return len(self.offered) + len(self.under_headings) + len(draft.commitments) + len(draft.claims)


def coding_bytes(known: Known, found: Found, day: datetime.date, schema: str) -> bytes:
    """Return a coding file in which everything is a candidate."""
    return "".join(_coding(known, found, day, schema)).encode()


def _coding(known: Known, found: Found, day: datetime.date, schema: str) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={schema}/coding.schema.json\n"
    yield from comment(
        "# Drafted from the words of the paper. What is marked candidate counts for nothing until a person confirms it: "
        f"checker confirm walks through them; by hand, {_ITSELF} (of evidence the line candidate)."
    )
    yield from (f"{field(name, value)}\n" for name, value in _head(known, day).items())
    draft = found.draft
    told = [_evidence(one) for one in found.offered] + [_under_heading(one) for one in found.under_headings]
    flags = [*found.flags, *({} for _ in draft.claims)]
    lists = {
        "evidence": [({"id": f"E{n}", **fields}, because) for n, (fields, because) in enumerate(told, 1)],
        "commitments": [_commitment(n, one) for n, one in enumerate(draft.commitments, 1)],
        "claims": [_claim(n, one, record_by(one, known.kind), flags[n - 1]) for n, one in enumerate(draft.claims, 1)],
    }
    for name, items in lists.items():
        if items:
            yield f"{name}:\n"
            for fields, because in items:
                yield from item(fields, because)


def _head(known: Known, day: datetime.date) -> dict[str, Any]:
    return {"source": known.id, "coder": UNNAMED, "coded_on": day}


def _evidence(one: DraftEvidence) -> tuple[dict[str, Any], str]:
    fields = {
        "candidate": True,
        "kind": one.evidence_kind,
        "status": one.status,
        "at": record_place(one.at, one.ordinal, one.page),
        "quote": record_quote(one.quote),
        "covers": "all",
    }
    return fields, _reasons(one.because) or one.status


def _under_heading(one: Evidence) -> tuple[dict[str, Any], str]:
    shown = one.model_dump(include={"kind", "status", "at", "quote", "covers"})
    return {"candidate": True, **shown}, "what stands under its heading"


def _commitment(number: int, one: DraftCommitment) -> tuple[dict[str, Any], str]:
    fields: dict[str, Any] = {
        "id": f"K{number}",
        "status": "candidate",
        "origin": one.origin,
        "at": record_place(one.at, one.ordinal, one.page),
        "quote": record_quote(one.words or one.quote),
        "provides": list(one.provides),
    }
    due = record_due(one)
    if due:
        fields["due"] = due.model_dump(exclude_none=True)
    printed = one.due or one.due_event
    reasons = _reasons(one.because)
    return fields, f"{one.confidence}: {reasons}" + (f"; due, as printed: “{printed}”" if printed else "")


def _claim(number: int, one: DraftClaim, by: By, flags: Mapping[str, Any]) -> tuple[dict[str, Any], str]:
    fields = {
        "id": f"C{number:02}",
        "status": "candidate",
        "by": by,
        "at": record_place(one.at, one.ordinal, one.page),
        "quote": record_quote(one.words or one.quote),
        "says": one.quote,
        "kinds": list(one.kinds),
        "certainty": one.certainty,
        **flags,
    }
    return fields, f"{one.confidence}: {_reasons(one.because)}"


def _reasons(because: Sequence[str]) -> str:
    return "; ".join(because[:MOST_REASONS])


def source_bytes(known: Known, schema: str) -> bytes:
    """Return a source record with what is known, and a comment that says what a person adds."""
    return "".join(_source(known, schema)).encode()


TO_FILL_IN = "publisher, author (a role, never a name), published, meeting_date, considered_by, asks, stage, topics"


def _source(known: Known, schema: str) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={schema}/source.schema.json\n"
    yield from comment(f"# Known from the file alone. Look at title and kind, and fill in: {TO_FILL_IN}.")
    if known.day:
        yield from comment(f"# The paper is dated {known.day} where it begins: is that published or meeting_date?")
    fields: dict[str, Any] = {
        "id": known.id,
        "title": clean(known.title) or known.file,
        "publisher": TO_BE_NAMED,
        "kind": known.kind,
        "access": "public",
    }
    yield from (f"{field(name, value)}\n" for name, value in fields.items())
    yield "original:\n"
    original = {"file": known.file, "sha256": known.sha256, "paragraphs": known.paragraphs, "words": known.words}
    yield from (f"  {field(name, value)}\n" for name, value in original.items())
