"""Candidates as JSON, as the contract lists them. Fields may be added, never renamed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker import __version__
from checker.model.draft import DraftClaim, DraftCommitment, DraftEvidence, DraftOddity, surest
from checker.model.drafted import record_by
from checker.reporters.as_json import SCHEMA_VERSION, dump
from checker.reporters.drafts.drafted import Drafted


def render(found: Drafted) -> Iterator[str]:
    """Yield the candidates as one JSON object."""
    draft = found.draft
    ranks = {id(claim): number for number, claim in enumerate(surest(draft.claims), start=1)}
    yield dump(
        {
            "schema_version": SCHEMA_VERSION,
            "manifest": {
                "tool": f"checker {__version__}",
                "sensitivity": found.sensitivity,
                "inputs": [{"path": found.path, "sha256": found.sha256}],
            },
            "source": _source(found),
            "paragraphs": len(found.document.paragraphs),
            "claims": [
                {**_claim_data(claim), "by": record_by(claim, found.kind), "rank": ranks[id(claim)]}
                for claim in draft.claims
            ],
            "commitments": [_commitment_data(promise) for promise in draft.commitments],
            "evidence": [_evidence_data(piece) for piece in draft.evidence],
            "oddities": [_oddity_data(odd) for odd in draft.oddities],
        }
    )


def _source(found: Drafted) -> dict[str, Any]:
    document = found.document
    told = [{"code": told.code, "what": told.what, "page": told.page or None} for told in document.told]
    return {
        "title": found.title,
        "kind": found.kind,
        "format": document.kind,
        "pages": document.pages or None,
        "day": found.draft.day or None,
        "told": told,
    }


def _claim_data(claim: DraftClaim) -> dict[str, Any]:
    return {
        "at": claim.at,
        "page": claim.page or None,
        "quote": claim.quote,
        "kinds": list(claim.kinds),
        "certainty": claim.certainty,
        "confidence": claim.confidence,
        "because": list(claim.because),
    }


def _commitment_data(promise: DraftCommitment) -> dict[str, Any]:
    return {
        "at": promise.at,
        "page": promise.page or None,
        "quote": promise.quote,
        "provides": list(promise.provides),
        "due_date": promise.due_date or None,
        "due_event": promise.due_event or None,
        "due_within": promise.due_within or None,
        "due": promise.due or None,
        "origin": promise.origin,
        "confidence": promise.confidence,
        "because": list(promise.because),
    }


def _evidence_data(piece: DraftEvidence) -> dict[str, Any]:
    return {
        "evidence_kind": piece.evidence_kind,
        "status": piece.status,
        "at": piece.at or None,
        "page": piece.page or None,
        "quote": piece.quote or None,
        "because": list(piece.because),
    }


def _oddity_data(odd: DraftOddity) -> dict[str, Any]:
    return {
        "kind": odd.kind,
        "at": odd.at,
        "quote": odd.quote,
        "other_at": odd.other_at or None,
        "other_quote": odd.other_quote or None,
        "says": odd.says,
    }
