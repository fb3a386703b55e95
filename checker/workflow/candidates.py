"""Candidates as a coding in memory, so that the rules can judge what no person has confirmed. It is written nowhere."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence

from checker.model.coding import Claim, Coding, Commitment, Evidence
from checker.model.draft import Draft, DraftClaim, DraftCommitment, DraftEvidence
from checker.model.drafted import record_due, record_place, record_quote
from checker.model.section import Section, Template
from checker.model.words import ENVIRONMENT, HEADLINE, By, EvidenceKind, EvidenceStatus, SourceKind

NOT_LOOKED_AT = "not looked at in a draft"
"""Stands for what supplied evidence carries (its baseline, period and so on), which nobody has looked at yet."""
_MONEY = re.compile(r"£\s?(?P<sum>\d[\d,]*(?:\.\d+)?)\s?(?P<size>k|m|bn|thousand|million|billion)?\b", re.IGNORECASE)
_SIZES = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000, "bn": 10**9, "billion": 10**9}
_STATUTORY = re.compile(r"\bstatutory (?:dut|function|obligation|requirement|responsibilit)", re.IGNORECASE)
_BECAUSE = re.compile(
    r"\b(?:because|since|owing to|due to|given that|as (?:the|this|it|there|these|no)|considered|screened)\b", re.I
)
_ENVIRONMENT = re.compile(
    r"\b(?:carbon|emissions?|air quality|biodiversity|climate|net zero|flood\w*|recycl\w*)\b", re.I
)
_SHOWN: dict[str, EvidenceStatus] = {"filled": "supplied", "reasoned_nil": "none_reasoned", "bare_nil": "none_stated",
                                     "contradicted": "none_stated", "placeholder": "supplied", "deferred": "none_stated"}  # fmt: skip


def coding_of(
    name: str,
    draft: Draft,
    sections: Sequence[Section],
    templates: Iterable[Template],
    day: datetime.date,
    kind: SourceKind = "officer_report",
) -> Coding:
    """Return the candidates of a draft as a coding, its sections as evidence of the kinds that stand under them.

    In minutes a claim is that of whoever says it: nobody who writes them up can settle what a member thought.

    A headline kind has the status the drafter gives it; where it finds none, what stands under the heading counts.
    """
    return Coding(
        source=name,
        coder="candidates, none confirmed",
        coded_on=day,
        claims=tuple(_claim(n, one, _by(one, kind), templates) for n, one in enumerate(draft.claims, 1)),
        evidence=tuple(_numbered(_evidence(draft, sections))),
        commitments=tuple(_commitments(draft)),
    )


def _by(one: DraftClaim, kind: SourceKind) -> By:
    return (one.speaker if kind == "minutes" else None) or "officer"


def _claim(number: int, one: DraftClaim, by: By, templates: Iterable[Template]) -> Claim:
    amounts = [_pounds(hit) for hit in _MONEY.finditer(one.quote)]
    return Claim(
        id=f"C{number:02}",
        by=by,
        at=record_place(one.at, one.ordinal),
        quote=record_quote(one.words or one.quote),
        says=one.quote,
        kinds=one.kinds[:3],
        certainty=one.certainty,
        affects=_affected(one.quote, templates),
        money=bool(amounts),
        amount=max(amounts, default=None),
        statutory=bool(_STATUTORY.search(one.quote)),
    )


def _pounds(hit: re.Match[str]) -> int:
    return int(float(hit["sum"].replace(",", "")) * _SIZES.get((hit["size"] or "").lower(), 1))


def _affected(quote: str, templates: Iterable[Template]) -> tuple[str, ...]:
    """Return the groups of people that the words name, by the lists of the equalities heading; and the environment."""
    from checker.drafting.templates import pattern_of

    groups = {
        re.sub(r"[^a-z0-9]+", "_", hit.group().lower()).strip("_")
        for template in templates
        if template.evidence == "equality_impact_assessment"
        for unless in template.unless
        for hit in pattern_of(unless.words[0]).finditer(quote)
    }
    return (*sorted(groups), *([ENVIRONMENT] if _ENVIRONMENT.search(quote) else []))


def _evidence(draft: Draft, sections: Sequence[Section]) -> Iterator[dict[str, object]]:
    told = {one.evidence_kind: one for one in draft.evidence}
    for kind in HEADLINE:
        status = _status(told.get(kind))
        if status and told[kind].quote:
            yield _piece(kind, status, record_place(told[kind].at, told[kind].ordinal), told[kind].quote)
    for section in sections:
        shown = _SHOWN.get(section.state)
        known = told.get(section.evidence) if section.evidence in HEADLINE else None
        if section.evidence and shown and section.quote and (known is None or known.status == "absent"):
            yield _piece(section.evidence, shown, record_place(section.at, section.ordinal), section.quote)


def _status(one: DraftEvidence | None) -> EvidenceStatus | None:
    """Return the status as records have it; what is absent or promised is no evidence."""
    if one is None or one.status not in ("supplied", "referenced", "none_stated"):
        return None
    reasoned = one.status == "none_stated" and _BECAUSE.search(one.quote)
    return "none_reasoned" if reasoned else one.status


def _piece(kind: EvidenceKind, status: EvidenceStatus, at: str, quote: str) -> dict[str, object]:
    piece: dict[str, object] = {"kind": kind, "status": status, "at": at, "quote": record_quote(quote), "covers": "all"}
    if status == "supplied":
        piece |= dict.fromkeys(("baseline", "comparator", "period", "source"), NOT_LOOKED_AT)
    if status == "none_reasoned":
        piece |= dict.fromkeys(("groups", "data", "who", "when"), NOT_LOOKED_AT)
    return piece


def _numbered(pieces: Iterable[dict[str, object]]) -> Iterator[Evidence]:
    for number, piece in enumerate(pieces, 1):
        yield Evidence.model_validate({"id": f"E{number}", **piece})


def _commitments(draft: Draft) -> Iterator[Commitment]:
    found = list(draft.commitments)
    for one in draft.evidence:
        if one.status == "promised" and one.quote and not any(one.evidence_kind in known.provides for known in found):
            found.append(DraftCommitment(one.at, one.quote, (one.evidence_kind,), "likely", one.because, one.ordinal, one.page))  # fmt: skip
    for number, promise in enumerate(found, 1):
        yield Commitment(
            id=f"K{number}",
            origin=promise.origin,
            at=record_place(promise.at, promise.ordinal),
            quote=record_quote(promise.words or promise.quote),
            provides=promise.provides,
            due=record_due(promise),
        )


def dated_in_words(draft: Draft, coding: Coding) -> dict[str, str]:
    """Return, by their ids, the times of promises that are printed and give no day: "in the spring"."""
    return {
        kept.id: one.due or one.due_event
        for one, kept in zip(draft.commitments, coding.commitments, strict=False)
        if (one.due or one.due_event) and not kept.due
    }
