"""Hand-made documents and drafts of the invented Wexcombe Borough Council."""

from __future__ import annotations

from typing import Any

from checker.model.document import Document, Told
from checker.model.draft import Draft, DraftClaim, DraftCommitment, DraftEvidence, DraftOddity
from checker.model.paragraph import Paragraph

WORDS = (
    ("", "Future of the Canal Street depot", "heading"),
    ("", "Report to the executive of Wexcombe Borough Council", "text"),
    ("3", "What is proposed", "heading"),
    ("3.1", "Moving the depot would save £40,000 a year from 2026.", "text"),
    ("3.2", "The “Canal Street” yard: it is hoped that it may be let.", "text"),
    ("4", "Equality implications", "heading"),
    ("4.1", "None.", "text"),
    ("6.1", "A further report will be brought by 30 September 2025.", "text"),
)


def document(**fields: Any) -> Document:
    """Return a Word report of eight paragraphs."""
    paragraphs = tuple(
        Paragraph(ordinal, number, text, part=part)  # type: ignore[arg-type]
        for ordinal, (number, text, part) in enumerate(WORDS, 1)
    )
    told = (Told("TRACKED", "2 tracked changes not yet accepted."),)
    return Document("docx", paragraphs, title="Future of the Canal Street depot", told=told, **fields)


def drafted_claim(**fields: Any) -> DraftClaim:
    """Return a candidate that something will be saved."""
    given: dict[str, Any] = {
        "at": "3.1",
        "quote": "Moving the depot would save £40,000 a year from 2026.",
        "kinds": ("financial_saving",),
        "certainty": "expected",
        "confidence": "likely",
        "because": ("“would save”", "a sum of money"),
        "ordinal": 4,
        "rank": 0.9,
    }
    return DraftClaim(**{**given, **fields})


def drafted_promise(**fields: Any) -> DraftCommitment:
    """Return a candidate that promises a report by a day."""
    given: dict[str, Any] = {
        "at": "6.1",
        "quote": "A further report will be brought by 30 September 2025.",
        "provides": ("report",),
        "confidence": "likely",
        "because": ("“will be brought”",),
        "ordinal": 8,
        "due": "by 30 September 2025",
        "due_date": "2025-09-30",
    }
    return DraftCommitment(**{**given, **fields})


EVIDENCE = (
    DraftEvidence("performance_data", "absent"),
    DraftEvidence("equality_impact_assessment", "none_stated", "4.1", "None.", ("“None” under Equality",), 7),
    DraftEvidence("cost_benefit_analysis", "promised", "6.1", "A further report will be brought", (), 8),
)


def draft(**fields: Any) -> Draft:
    """Return a draft with two claims, a promise, the three statuses and an oddity."""
    given: dict[str, Any] = {
        "claims": (
            drafted_claim(),
            drafted_claim(
                at="3.2",
                quote="The “Canal Street” yard: it is hoped that it may be let.",
                kinds=("external_funding", "financial_saving"),
                certainty="hoped",
                confidence="faint",
                because=('"hoped"', "the yard: let"),
                ordinal=5,
                rank=0.2,
            ),
        ),
        "commitments": (drafted_promise(),),
        "evidence": EVIDENCE,
        "oddities": (DraftOddity("total", "3.1", "£40,000", "3.2", "£50,000", "Two sums differ by £10,000.", 4),),
    }
    return Draft(**{**given, **fields})
