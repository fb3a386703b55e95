"""The points of a draft as JSON. Fields may be added, never renamed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.model.precheck import Precheck
from checker.model.section import Section
from checker.reporters.as_json import SCHEMA_VERSION, dump, manifest
from checker.reporters.precheck.points import Point, missing, points


def render(precheck: Precheck, *, everything: bool = False) -> Iterator[str]:
    """Yield all points as one JSON object."""
    found = points(precheck, everything=everything)
    source = precheck.source
    yield dump(
        {
            "schema_version": SCHEMA_VERSION,
            "manifest": {k: v for k, v in manifest(precheck.assessment).items() if k != "ledger"},  # none is read
            "source": {"id": source.id, "title": source.title, "file": precheck.file, "kind": source.kind},
            "candidates": not precheck.coding,
            "coding": precheck.coding or None,
            "quotations": {"coded": precheck.quotations, "not_found": precheck.astray} if precheck.coding else None,
            "asks": precheck.asking.asks,
            "stage": precheck.asking.stage,
            "stage_from": "told" if precheck.asking.told else precheck.asking.at or None,
            "told": [
                {"code": told.code, "what": told.what, "page": told.page or None} for told in precheck.document.told
            ],
            "counts": {
                "needed": sum(p.needed for p in found),
                "helpful": sum(not p.needed for p in found),
                "claims": _claims(precheck),
            },
            "headings_not_found": [one.kind for one in missing(precheck)],
            "points": [_point(point, precheck) for point in found],
        }
    )


def _claims(precheck: Precheck) -> int:
    return sum(len(dossier.coding.claims) for dossier in precheck.assessment.casefile.dossiers)


def _point(point: Point, precheck: Precheck) -> dict[str, Any]:
    finding, section, oddity = point.finding, point.section, point.oddity
    item = finding.subject_id.partition("#")[2] if finding else ""
    return {
        "sort": point.sort,
        "at": point.paragraph.at,
        "page": point.paragraph.page or None,
        "quote": point.quote,
        "level": point.level,
        "needed": point.needed,
        "theme": point.theme,
        "found": point.said.found,
        "question": point.said.ask or None,
        "settle": point.said.settle or None,
        "rests_on": point.said.rests or None,
        "also_at": [p.at for p in point.also],
        "rule": finding.rule.id if finding else None,
        "outcome": finding.outcome if finding else None,
        "evidence_kind": finding.evidence_kind if finding else section.evidence if section else None,
        "confidence": precheck.confidence.get(item) if finding else None,
        "heading": section.kind or None if section else None,
        "other_headings": _beside(section, precheck) if section else [],
        "state": section.state if section else None,
        "oddity": oddity.kind if oddity else None,
        "other_at": oddity.other_at if oddity else section.other_at or None if section else None,
        "other_quote": oddity.other_quote if oddity else section.other_quote or None if section else None,
    }


def _beside(section: Section, precheck: Precheck) -> list[str]:
    """Return the other sections of the same heading, which the point is on too."""
    alike = (one for one in precheck.sections if (one.ordinal, one.says) == (section.ordinal, section.says))
    return [one.kind for one in alike if one.kind and one.kind != section.kind]
