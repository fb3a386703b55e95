"""Assess the records of the repository as the command does, and ask simple things of the result."""

from __future__ import annotations

import dataclasses
import datetime
from functools import lru_cache
from pathlib import Path

from checker.engine.assess import assess
from checker.model.casefile import Dossier
from checker.model.finding import Assessment, Finding, Standing
from checker.records.read import read_casefile
from checker.workflow import Settings, check, profile_of, rulebook_of

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "seeds" / "examples"
ORIGINALS = EXAMPLES / "originals"


@lru_cache(maxsize=64)
def assessed(as_of: str, *paths: Path, profile: str = "scrutiny", originals: Path | None = None) -> Assessment:
    """Return the assessment of the records at the paths, of the repository's own without any."""
    day = datetime.date.fromisoformat(as_of)
    return check(Settings(paths=paths or (ROOT,), profile=profile, as_of=day, originals=originals)).assessment


@lru_cache(maxsize=4)
def without_questions(as_of: str) -> Assessment:
    """Return the assessment of the repository's records when nothing that members asked is known."""
    settings = Settings(paths=(ROOT,), as_of=datetime.date.fromisoformat(as_of))
    casefile, _ = read_casefile(settings.paths)
    silent = tuple(_silenced(dossier) for dossier in casefile.dossiers)
    rulebook = rulebook_of(settings)
    assert settings.as_of is not None
    return assess(
        dataclasses.replace(casefile, dossiers=silent), rulebook, profile_of(rulebook, "scrutiny"), settings.as_of
    )


def _silenced(dossier: Dossier) -> Dossier:
    return dataclasses.replace(dossier, coding=dossier.coding.model_copy(update={"asked": ()}))


def found(assessment: Assessment, rule: str, subject: str) -> list[Finding]:
    """Return the findings of a rule on a subject, by its full id."""
    return [one for one in assessment.findings if one.rule.id == rule and one.subject_id == subject]


def dossier_of(assessment: Assessment, source: str) -> Dossier:
    """Return the dossier of a source."""
    return next(one for one in assessment.casefile.dossiers if one.source.id == source)


def standing_of(assessment: Assessment, commitment: str) -> Standing:
    """Return how a commitment stands, by its full id."""
    return next(one for one in assessment.standings if one.id == commitment)
