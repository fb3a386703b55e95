"""Candidates found in a document, for a person to confirm. Never evidence, never a finding."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeVar, get_args

from checker.model.words import By, Certainty, ClaimKind, HeadlineKind, Provided

Confidence = Literal["likely", "possible", "faint"]
"""How sure the drafter is, in words only: likely more often right than not, faint more often not."""
CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)
Sensitivity = Literal["quiet", "balanced", "keen"]
"""Quiet: few and mostly right. Keen: nearly all, with many that are not."""
SENSITIVITIES: tuple[Sensitivity, ...] = get_args(Sensitivity)
QUOTED = 40
"""How many words a record quotes at most."""
DraftStatus = Literal["supplied", "referenced", "promised", "none_stated", "absent"]
OFFERED: frozenset[DraftStatus] = frozenset({"supplied", "referenced", "none_stated"})
"""What a paper shows of evidence, as coded; absent and promised are not evidence."""
Oddity = Literal["total", "percentage", "number", "date", "numbering", "certainty"]


@dataclass(frozen=True, slots=True)
class DraftClaim:
    """A passage that reads like a claim."""

    at: str
    """Its place, without the page."""
    quote: str
    """The sentence, bullet or cell, word for word."""
    kinds: tuple[ClaimKind, ...]
    """One to three, the likeliest first."""
    certainty: Certainty
    confidence: Confidence
    because: tuple[str, ...]
    """The words of the passage, and what of its place in the document, that led to it."""
    ordinal: int
    """The paragraph it stands in."""
    page: int = 0
    words: str = ""
    """Of a longer quote the stretch that a record quotes, 40 words at most; empty where the quote is short enough."""
    rank: float = 0.0
    """Orders candidates, the surest first; never shown as a figure."""
    speaker: By | None = None
    """Who says it if the paper is minutes; None where the words do not tell."""


@dataclass(frozen=True, slots=True)
class DraftCommitment:
    """A passage that reads like a promise or a request."""

    at: str
    quote: str
    """The sentence, bullet or cell, word for word."""
    provides: tuple[Provided, ...]
    confidence: Confidence
    because: tuple[str, ...]
    ordinal: int
    page: int = 0
    due: str = ""
    """When, as printed; empty where nothing is said."""
    due_date: str = ""
    """The day as 2021-03-17, where the words give one."""
    due_within: str = ""
    """A period as records write it ("12 months"), where the words give one."""
    due_event: str = ""
    """The event it is to precede or come with, in the printed words."""
    origin: Literal["undertaking", "request"] = "undertaking"
    words: str = ""
    """Of a longer quote the stretch that a record quotes; empty where the quote is short enough."""


Candidate = TypeVar("Candidate", DraftClaim, DraftCommitment)


def surest(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return candidates with the surest first; equals as the paper runs."""
    return sorted(
        candidates, key=lambda one: (CONFIDENCES.index(one.confidence), -getattr(one, "rank", 0.0), one.ordinal)
    )


@dataclass(frozen=True, slots=True)
class DraftEvidence:
    """How far one headline kind of evidence can be seen in the whole document."""

    evidence_kind: HeadlineKind
    status: DraftStatus
    at: str = ""
    quote: str = ""
    because: tuple[str, ...] = ()
    ordinal: int = 0
    page: int = 0


@dataclass(frozen=True, slots=True)
class DraftOddity:
    """Two passages that do not seem to agree: figures that do not add up, a date given twice."""

    kind: Oddity
    at: str
    quote: str
    other_at: str
    other_quote: str
    says: str
    """What does not agree, in one plain sentence that shows the sum."""
    ordinal: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything found in one document."""

    claims: tuple[DraftClaim, ...] = ()
    """In the order of the document."""
    commitments: tuple[DraftCommitment, ...] = ()
    evidence: tuple[DraftEvidence, ...] = ()
    """One for each headline kind, absent among them."""
    oddities: tuple[DraftOddity, ...] = ()
    day: str = ""
    """The day the paper gives itself where it begins, as 2021-03-17: days without a year are reckoned from it."""
