"""Who may read an output: it takes the highest restriction of what it holds."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from checker.model.casefile import Dossier
from checker.model.finding import Assessment, Finding, Matter
from checker.model.source import Source
from checker.model.words import Access

_ORDER: tuple[Access, ...] = ("public", "draft", "exempt", "confidential")


def access_of(source: Source, at: str = "") -> Access:
    """Return who may read a paragraph of a source, or the source as a whole."""
    for restricted in source.restricted:
        if at and restricted.at == at.split(" p", maxsplit=1)[0]:
            return highest((source.access, restricted.access))
    return source.access


def highest(levels: Iterable[Access]) -> Access:
    """Return the highest of some restrictions; public where there are none."""
    return max(levels, key=_ORDER.index, default="public")


def access_of_all(assessment: Assessment) -> Access:
    """Return the highest restriction of everything an assessment holds, restricted paragraphs among it."""
    dossiers = assessment.casefile.dossiers
    whole = [d.source.access for d in dossiers]
    return highest([*whole, *(r.access for d in dossiers for r in d.source.restricted)])


def for_publication(assessment: Assessment) -> Assessment:
    """Return the assessment without anything that is not public: no text of it, no count of it.

    Sources that are not public go, and restricted paragraphs of others with every finding that
    rests on one: findings on them, findings that looked at evidence there, commitments made there.
    """
    casefile = assessment.casefile
    dossiers = tuple(_public_part(d) for d in casefile.dossiers if d.source.access == "public")
    findings = tuple(f for f in assessment.findings if _is_public(f))
    kept = {f.fingerprint for f in findings}
    by_source = {d.source.id: d for d in dossiers}
    findings = tuple(f._replace(dossier=by_source[f.source.id]) for f in findings)
    known = {f.fingerprint: f for f in findings}
    matters = [_matter(matter, known) for matter in assessment.matters]
    return dataclasses.replace(
        assessment,
        casefile=dataclasses.replace(
            casefile, dossiers=dossiers, registered=tuple(s for s in casefile.registered if s.access == "public")
        ),
        findings=findings,
        matters=tuple(dataclasses.replace(m, rank=n) for n, m in enumerate((m for m in matters if m), start=1)),
        standings=tuple(s for s in assessment.standings if access_of(s.source, s.commitment.at) == "public"),
        dispositions={name: d for name, d in assessment.dispositions.items() if name in kept},
        unused_waivers=(),
    )


def _public_part(dossier: Dossier) -> Dossier:
    if not dossier.source.restricted:
        return dossier
    coding, source = dossier.coding, dossier.source
    public = {
        name: tuple(item for item in getattr(coding, name) if access_of(source, item.at) == "public")
        for name in ("claims", "evidence", "commitments", "asked")
    }
    bare = source.model_copy(update={"restricted": ()})
    return dataclasses.replace(dossier, coding=coding.model_copy(update=public), source=bare)


def _is_public(finding: Finding) -> bool:
    places = [(finding.source, finding.at), *((offer.source, offer.item.at) for offer in finding.evidence)]
    if finding.other:
        places.append((finding.other.source, finding.other.item.at))
    return all(access_of(source, at) == "public" for source, at in places)


def _matter(matter: Matter, known: dict[str, Finding]) -> Matter | None:
    findings = tuple(known[f.fingerprint] for f in matter.findings if f.fingerprint in known)
    if not findings:
        return None
    passages = tuple(known[f.fingerprint] for f in matter.passages if f.fingerprint in known)
    asked = tuple((source, asked) for source, asked in matter.asked if access_of(source, asked.at) == "public")
    return dataclasses.replace(matter, findings=findings, passages=passages or findings[:1], asked=asked)
