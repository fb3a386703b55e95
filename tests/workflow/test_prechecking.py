"""A private look at a draft, judged by the rules."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from checker.base.faults import Misuse
from checker.model.coding import DueBefore, DueOn, DueWithin
from checker.model.draft import Draft, DraftClaim, DraftCommitment
from checker.model.finding import Finding
from checker.model.precheck import Precheck
from checker.workflow.prechecking import Looked, precheck
from tests.workflow.depot import DRAFT, LINES, claim, seen


def found(precheck: Precheck, rule: str) -> list[Finding]:
    """Return the open findings of one rule."""
    return [finding for finding in precheck.assessment.open if finding.rule.id == rule]


def test_candidates_are_judged_by_the_rules_of_the_author() -> None:
    """Candidates are judged by the officer's profile, as claims of an officer, without a coding file."""
    precheck = seen()
    assert "officer" == precheck.assessment.profile.id
    assert ["C01", "C02", "C03"] == [one.id for one in precheck.assessment.casefile.dossiers[0].coding.claims]
    assert {"C02"} == {finding.subject_id.partition("#")[2] for finding in found(precheck, "performance-data") if finding.outcome == "gap" and finding.at == "3.2"}  # fmt: skip


def test_what_stands_under_a_heading_is_evidence() -> None:
    """Text under the legal heading counts as legal advice; its absence would be asked for."""
    money = claim("3.2", "The move meets every statutory duty", 8, "legal_assurance")
    draft = dataclasses.replace(DRAFT, claims=(money,))
    without = [line for line in LINES if not line.startswith(("# 5", "5.1"))]
    assert [] == found(seen(draft), "legal-advice")
    assert ["gap"] == [finding.outcome for finding in found(seen(draft, without), "legal-advice")]


def test_what_a_draft_cannot_show_is_not_held_against_it() -> None:
    """Baseline, period and source of supplied evidence were not looked at, so their absence is no finding."""
    shown = tuple(dataclasses.replace(one, status="supplied", at="2.1", quote="The council runs two depots") for one in DRAFT.evidence)  # fmt: skip
    assert [] == found(seen(dataclasses.replace(DRAFT, evidence=shown)), "evidence-missing-part")


def test_a_promise_counts_as_promised() -> None:
    """An analysis that the draft promises is promised, and a time without a day still counts as a time."""
    precheck = seen()
    assert {"promised"} == {finding.outcome for finding in found(precheck, "cost-benefit-analysis")}
    assert {"K1": "in the spring"} == precheck.dated


def test_a_keener_look_never_takes_a_gap_away() -> None:
    """What only faintly reads like a promise promises no evidence, so more candidates do not make a paper look better."""
    faint = dataclasses.replace(DRAFT.commitments[0], provides=("performance_data",), confidence="faint")
    for commitments, outcome in (((faint,), "gap"), ((dataclasses.replace(faint, confidence="possible"),), "promised")):
        precheck = seen(dataclasses.replace(DRAFT, commitments=commitments))
        assert {outcome} == {finding.outcome for finding in found(precheck, "performance-data")}


@pytest.mark.parametrize(("words", "rules"), [("None, because no service changes.", 0), ("None.", 1)])
def test_a_nil_with_a_reason_is_one(words: str, rules: int) -> None:
    """A nil whose own sentence gives the reason is a reasoned nil; without one it is bare."""
    nil = dataclasses.replace(DRAFT.evidence[1], evidence_kind="performance_data", quote=words)
    bare = found(seen(dataclasses.replace(DRAFT, evidence=(nil,))), "bare-nil")
    assert rules == len([finding for finding in bare if finding.evidence_kind == "performance_data"])


def test_what_is_put_off_is_no_evidence() -> None:
    """A nil that puts the analysis off counts as none stated, and the promise as promised: never as shown."""
    lines = (*LINES[:-1], "6.1 None at the moment but a screening will be undertaken before the next report.")
    people = claim("3.2", "disabled residents will not be worse off", 8, "no_adverse_impact")
    promise = dataclasses.replace(DRAFT.evidence[1], status="promised", quote="a screening will be undertaken")
    for evidence, outcome in (((), "gap"), ((promise,), "promised")):
        draft = Draft(claims=(people,), evidence=evidence)
        assert [outcome] == [one.outcome for one in found(seen(draft, lines), "equality-impact-assessment")]


@pytest.mark.parametrize(
    ("time", "kind"),
    [
        ({"due_date": "2026-06-30"}, DueOn),
        ({"due_within": "6 months"}, DueWithin),
        ({"due_event": "before the report to Cabinet"}, DueBefore),
        ({"due_event": "before the transfer"}, type(None)),
        ({}, type(None)),
    ],
)
def test_the_time_of_a_promise(time: dict[str, str], kind: type) -> None:
    """A day, a period or a further report that the words give is when a promise is due; other times stay words."""
    promise = DraftCommitment("3.4", "A cost-benefit analysis will be brought", ("cost_benefit_analysis",), "likely", (), 10, **time)  # type: ignore[arg-type]  # fmt: skip
    precheck = seen(Draft(commitments=(promise,)))
    assert isinstance(precheck.assessment.casefile.dossiers[0].coding.commitments[0].due, kind)
    assert ({"K1": "before the transfer"} if "before the transfer" in time.values() else {}) == precheck.dated


def test_groups_money_and_law_are_read_off_the_words() -> None:
    """Groups of people, sums and statutory duties that a candidate names decide which rules look at it."""
    words = "It saves £1.2m and meets the statutory duty to disabled residents and on carbon"
    coding = seen(Draft(claims=(claim("3.2", words, 8),))).assessment.casefile.dossiers[0].coding
    one = coding.claims[0]
    assert (("disabled_residents", "environment"), 1_200_000, True) == (one.affects, one.amount, one.statutory)


def test_the_stage_is_guessed_and_can_be_told() -> None:
    """The stage follows from the recommendation; what the author says goes before it."""
    guessed, told = seen(), seen(asks="note")
    assert ("decide", "for_decision", False) == (guessed.asking.asks, guessed.asking.stage, guessed.asking.told)
    assert ("note", "options", True) == (told.asking.asks, told.asking.stage, told.asking.told)
    other = seen(stage="consultation").asking
    assert ("decide", "consultation") == (other.asks, other.stage)


@pytest.mark.parametrize(
    ("first", "asks"),
    [
        ("Minutes of the meeting of Cabinet", "note"),
        ("Equality impact assessment", "note"),
        ("Letter from the harbour", "note"),
        ("The depot: a report to Cabinet", None),
    ],
)
def test_a_source_that_decides_nothing(first: str, asks: str | None) -> None:
    """Minutes, equality forms and the like are taken for information; a report without a recommendation is not."""
    numbered = LINES[5:8] if asks is None else ("The council met.", "It spoke of the depot.")
    assert asks == seen(Draft(), (first, *numbered)).asking.asks


def test_a_report_by_its_headings() -> None:
    """A paper with the headings of a report is taken for decision, though nothing else tells that it is one."""
    named = ("Legal", "Financial", "Staffing")
    lines = ["The depot", *(line for name in named for line in (f"# {name} implications", "It was looked at."))]
    assert (None, "for_decision") == (seen(Draft(), lines).asking.asks, seen(Draft(), lines).asking.stage)


def test_an_odd_place_or_a_long_quotation_is_no_bug() -> None:
    """A place that is none and a quotation of more than forty words are brought into the form of records."""
    odd = DraftClaim("Annex [A] / 7", "word " * 60, ("financial_saving",), "expected", "likely", (), 7)
    one = seen(Draft(claims=(odd,))).assessment.casefile.dossiers[0].coding.claims[0]
    assert ("¶7", 40) == (one.at, len(one.quote.split()))


def test_a_folder_is_no_coding_file(tmp_path: Path) -> None:
    """The coding of a draft is one file; a folder of them is refused."""
    with pytest.raises(Misuse, match="Name the one coding file"):
        seen(coding=tmp_path)


def test_a_profile_that_is_not_there() -> None:
    """A profile that does not exist is named with those that do."""
    with pytest.raises(Misuse, match="officer"):
        seen(profile="offcer")


def test_a_pack_brings_its_own_words(tmp_path: Path) -> None:
    """A council's pack may hold its own words: what they name counts as named in a pre-check."""
    (tmp_path / "words.yaml").write_text(
        "evidence:\n  names:\n    equality_impact_assessment: [wexequal form]\n", "utf-8"
    )
    paper = tmp_path / "draft.txt"
    paper.write_text("A new depot\n\n2.1 A Wexequal form is attached as Appendix 2.\n", "utf-8")
    for packs, many in (((), 0), ((tmp_path,), 1)):
        evidence = precheck(Looked(paper, packs=packs))[0].assessment.casefile.dossiers[0].coding.evidence
        assert many == sum(one.kind == "equality_impact_assessment" for one in evidence)


def test_a_pack_brings_its_own_headings(tmp_path: Path) -> None:
    """A council's pack may hold headings of its own report template beside its rules."""
    (tmp_path / "sections.yaml").write_text(
        "sections:\n  - id: background\n    title: Streets\n    headings: [background]\n", "utf-8"
    )
    kinds = {one.kind for one in seen(packs=(tmp_path,)).sections if one.state == "filled"}
    assert "background" in kinds
    assert "background" not in {one.kind for one in seen().sections if one.state == "filled"}


def test_minutes_are_not_asked_for_what_a_member_thought() -> None:
    """In minutes a claim is that of whoever says it; what the clerk said is asked about, what a councillor thought is not."""
    opening = ("Minutes of the meeting of the Parish Council", "Present: four members.")
    member = claim(
        "¶3", "Cllr Heath considered that no plot holder would give up a plot", 3, "no_adverse_impact", speaker="member"
    )
    clerk = claim("¶4", "The Clerk said that the panels had saved £2,150", 4, "financial_saving", speaker="officer")
    lines = (*opening, f"{member.quote}.", f"{clerk.quote}.")
    minutes = seen(draft=Draft(claims=(member, clerk)), lines=lines)
    assert {"C02"} == {finding.subject_id.partition("#")[2] for finding in minutes.assessment.open}
