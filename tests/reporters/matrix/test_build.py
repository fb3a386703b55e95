"""The evidence matrix before it has a format: a word and a sign for every claim and kind of evidence."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from checker.reporters.matrix.build import KINDS, Cell, build
from tests.engine.case import CLAIM, assessed, only
from tests.reporters.recorded import assessed_after, event
from tests.stories.reading import assessed as read

KIND = "cost_benefit_analysis"
COLUMN = KINDS.index(KIND)
PIECE = {"id": "E1", "kind": KIND, "at": "5.1", "covers": "all"}
PROMISE = {"id": "K1", "origin": "undertaking", "at": "5.2", "provides": [KIND], "covers": "all"}


def cell(**case: Any) -> Cell:
    """Return the cell on cost-benefit analysis of the first claim of a small case."""
    return build(assessed(**case)).sheets[0].rows[0].cells[COLUMN]


@pytest.mark.parametrize(
    ("case", "text"),
    [
        ({}, "– none found"),
        ({"evidence": [{**PIECE, "status": "verified"}]}, "● shown, 5.1"),
        ({"evidence": [{**PIECE, "status": "supplied"}]}, "◐ in part, 5.1"),
        ({"evidence": [{**PIECE, "status": "referenced"}]}, "◐ named, not attached, 5.1"),
        ({"evidence": [{**PIECE, "status": "oral"}]}, "◐ by word of mouth only, 5.1"),
        ({"evidence": [{**PIECE, "status": "contradicted"}]}, "◐ points the other way, 5.1"),
        ({"evidence": [{**PIECE, "status": "none_stated"}]}, "– none found, 5.1"),
        ({"commitments": [PROMISE]}, "○→ promised, 5.2"),
        ({"commitments": [{**PROMISE, "due": {"date": "2024-03-31"}}]}, "○! overdue, 5.2"),
        ({"claims": [{**CLAIM, "kinds": ["past_success"]}]}, "not called for"),
    ],
    ids=["nothing", "verified", "without parts", "named", "oral", "contradicted", "none stated", "promise", "overdue", "another claim"],
)  # fmt: skip
def test_a_cell_is_a_sign_a_word_and_a_place(case: dict[str, Any], text: str) -> None:
    """Each way in which evidence can stand has its own words, with the place of the best piece."""
    assert text == cell(**case).text


def test_what_cannot_be_read_cannot_be_told() -> None:
    """Where the claim's own paragraph is cut off, the cell says that nobody can tell."""
    missing = [{"state": "cut_off", "says": "The page is cut off.", "at": "3.1"}]

    assert cell(claims=[{**CLAIM, "at": "3.1"}], source={"missing": missing}).text == "? cannot tell"


def test_a_waived_gap_says_that_it_is_waived() -> None:
    """A waiver does not turn a gap into evidence: the cell says both."""
    waiver = event(only(assessed(), "cost-benefit-analysis"), "waiver", granted_by="chief-executive")

    assert build(assessed_after(waiver)).sheets[0].rows[0].cells[COLUMN].text == "– none found, waived"


def test_evidence_elsewhere_names_its_source() -> None:
    """A piece of another source is named with the sort and year of that source."""
    texts = {cell.place for sheet in build(read("2022-01-20")).sheets for row in sheet.rows for cell in row.cells}

    assert "5.1 of officer report 2021" in texts


def test_every_judgement_on_a_claim_is_in_its_cell() -> None:
    """On the records, every finding of a rule on evidence is in exactly one cell, and no cell is invented."""
    assessment = read("2022-01-20")
    there = [c.finding.fingerprint for s in build(assessment).sheets for r in s.rows for c in r.cells if c.finding]
    judged = [f for f in assessment.findings if f.rule.judges == "evidence" and f.outcome != "not_applicable"]

    assert sorted(f.fingerprint for f in judged) == sorted(there)


def test_every_claim_judged_is_a_row() -> None:
    """The rows are the claims that the profile judges, in the order of the source, headline kinds first across."""
    assessment = read("2022-01-20")
    matrix = build(assessment)
    (report,) = [sheet for sheet in matrix.sheets if sheet.source.id == "stockport-tameside-report-2021-03"]
    (dossier,) = [d for d in assessment.casefile.dossiers if d.source.id == report.source.id]

    assert [claim.id for claim in dossier.coding.claims] == [row.id for row in report.rows]
    assert matrix.columns[: matrix.headline] == ("Performance data", "Equality analysis", "Cost-benefit analysis")
    assert {11} == {len(row.cells) for row in report.rows}


def test_totals_count_what_is_shown_of_what_is_called_for() -> None:
    """Below each column stands how many claims have the evidence, of those it is called for with."""
    claims = [CLAIM, {**CLAIM, "id": "C2"}, {**CLAIM, "id": "C3", "kinds": ["past_success"]}]
    matrix = build(assessed(claims=claims, evidence=[{**PIECE, "status": "verified", "covers": ["C1"]}]))

    assert matrix.sheets[0].totals[COLUMN] == "1 of 2"


def test_a_kind_that_the_profile_leaves_out_is_not_looked_at() -> None:
    """Under the profile for auditors, supporting kinds are not looked at, which is not the same as not called for."""
    matrix = build(assessed("audit"))
    row = matrix.sheets[0].rows[0]

    assert row.cells[KINDS.index("risk_assessment")].text == "not looked at"
    assert any("Not looked at under this profile: options appraisal" in note for note in matrix.notes)


def test_claims_of_others_are_counted_and_not_shown() -> None:
    """A claim of a member is no row under the profile for scrutiny; the page says that it was left out."""
    matrix = build(assessed(claims=[CLAIM, {**CLAIM, "id": "C2", "by": "member"}]))

    assert [row.id for row in matrix.sheets[0].rows] == ["C1"]
    assert any(note.startswith("1 claim of others") for note in matrix.sheets[0].notes)


def test_words_about_a_person_are_not_quoted() -> None:
    """The merit of a person is a row with its judgements and without its words."""
    row = (
        build(assessed(claims=[{**CLAIM, "quote": "an outstanding postholder", "about_person": True}]))
        .sheets[0]
        .rows[0]
    )

    assert "outstanding" not in row.text
    assert any(cell.finding for cell in row.cells)


def test_what_is_not_public_is_known() -> None:
    """The matrix has the highest restriction of what it holds."""
    restricted = assessed(source={"access": "confidential", "access_reason": "personal data"})

    assert build(restricted).access == "confidential"
    assert build(dataclasses.replace(restricted, casefile=assessed().casefile)).access == "public"
