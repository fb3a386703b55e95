"""Properties that hold for any records."""

from __future__ import annotations

import datetime
from collections import Counter
from typing import Any, get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.engine.assess import assess
from checker.model.finding import Assessment
from checker.model.words import By, Certainty, ClaimKind, EvidenceKind, EvidenceStatus, Provided, Stage
from tests.engine.case import LATE, RULES, assessed, casefile

FIXED = settings(derandomize=True, deadline=None, max_examples=60)

ids = st.integers(1, 6)
topics = st.sampled_from(["museums", "parks"])


def words(literal: Any) -> st.SearchStrategy[str]:
    return st.sampled_from(get_args(literal))


@st.composite
def codings(draw: st.DrawFn) -> dict[str, Any]:
    claims = [
        {
            "id": f"C{n}",
            "kinds": draw(st.lists(words(ClaimKind), min_size=1, max_size=3, unique=True)),
            "quote": f"words of claim {n}",
            "by": draw(words(By)),
            "certainty": draw(words(Certainty)),
            "topic": draw(topics),
            "at": f"{n}.1",
            "affects": draw(
                st.lists(st.sampled_from(["send", "environment", "personal_data"]), max_size=2, unique=True)
            ),
            "operative": draw(st.sampled_from(["true", "false"])),
            "money": draw(st.sampled_from(["true", "false"])),
        }
        for n in range(1, draw(st.integers(1, 5)) + 1)
    ]
    names = [claim["id"] for claim in claims]
    covers = st.one_of(
        st.just("all"), st.lists(st.sampled_from(names), max_size=3), st.builds(lambda t: {"topic": t}, topics)
    )
    evidence = [
        {
            "id": f"E{n}",
            "kind": draw(words(EvidenceKind)),
            "status": draw(words(EvidenceStatus)),
            "quote": f"evidence {n}",
            "covers": draw(covers),
        }
        for n in range(draw(ids))
    ]
    commitments = [
        {
            "id": f"K{n}",
            "provides": [draw(words(Provided))],
            "quote": f"promise {n}",
            "covers": draw(covers),
            **draw(dues()),
        }
        for n in range(draw(ids))
    ]
    return {"claims": claims, "evidence": evidence, "commitments": commitments}


@st.composite
def dues(draw: st.DrawFn) -> dict[str, Any]:
    return draw(
        st.sampled_from(
            [
                {},
                {"due": {"date": "2024-02-01"}},
                {"due": {"within": "6 weeks"}},
                {"due": {"before": "officer_report", "body": "Wexcombe"}},
            ]
        )
    )


@st.composite
def cases(draw: st.DrawFn) -> dict[str, Any]:
    first = {
        **draw(codings()),
        "source": {"id": "first", "meeting_date": "2024-01-10", "stage": draw(words(Stage)), "topics": ["museums"]},
    }
    second = {
        **draw(codings()),
        "source": {"id": "second", "meeting_date": "2024-03-10", "stage": draw(words(Stage)), "topics": ["museums"]},
    }
    return {**first, "others": [second]}


def judged(assessment: Assessment) -> list[tuple[str, ...]]:
    return sorted((f.fingerprint, f.content, f.outcome, f.level, f.reason) for f in assessment.findings)


@FIXED
@given(cases())
def test_every_finding_has_a_fingerprint_of_its_own(case: dict[str, Any]) -> None:
    """No two findings of a run have the same fingerprint."""
    counts = Counter(f.fingerprint for f in assessed("research", **case).findings)
    assert [name for name, count in counts.items() if count > 1] == []


@FIXED
@given(cases(), st.dates(datetime.date(2023, 12, 1), datetime.date(2024, 4, 1)))
def test_what_is_later_changes_nothing(case: dict[str, Any], as_of: datetime.date) -> None:
    """As of a day before a source was known, the result is that of a casefile without it."""
    alone = {**case, "others": []}
    if as_of < datetime.date(2024, 3, 10):
        assert judged(assessed(as_of=as_of, **alone)) == judged(assessed(as_of=as_of, **case))


@FIXED
@given(cases())
def test_a_second_run_gives_the_same(case: dict[str, Any]) -> None:
    """The same records give the same findings, in the same order."""
    first, second = assessed(**case), assessed(**case)
    assert first.findings == second.findings
    assert [m.why_first for m in first.matters] == [m.why_first for m in second.matters]


@FIXED
@given(cases())
def test_order_of_sources_given_changes_nothing(case: dict[str, Any]) -> None:
    """Sources are put in order of time, however they were handed over."""
    whole = casefile(**case)
    turned = type(whole)(tuple(sorted(whole.dossiers, key=lambda d: d.source.order)), whole.topics)
    assert judged(assess(whole, RULES, RULES.profiles["scrutiny"], LATE)) == judged(
        assess(turned, RULES, RULES.profiles["scrutiny"], LATE)
    )


@FIXED
@given(cases())
def test_a_claim_inserted_above_moves_nothing(case: dict[str, Any]) -> None:
    """When a claim is inserted above the others, every other finding on claims keeps its fingerprint and content."""
    new = {"id": "C99", "kinds": ["reputation"], "quote": "a new claim", "at": "0.1", "by": "officer"}
    before = {(f.fingerprint, f.content, f.outcome) for f in assessed(**case).findings if f.rule.judges == "evidence"}
    after = {
        (f.fingerprint, f.content, f.outcome) for f in assessed(**{**case, "claims": [new, *case["claims"]]}).findings
    }
    assert set() == before - after


@FIXED
@given(cases())
def test_a_promise_is_never_evidence(case: dict[str, Any]) -> None:
    """Adding a promise of everything never makes a claim met."""
    promise = {"id": "K99", "quote": "all will come", "provides": list(get_args(EvidenceKind))}
    before = {f.fingerprint for f in assessed(**case).findings if f.outcome == "met"}
    after = {
        f.fingerprint
        for f in assessed(**{**case, "commitments": [*case["commitments"], promise]}).findings
        if f.outcome == "met"
    }
    assert before >= after


@FIXED
@given(cases())
def test_verified_evidence_of_every_kind_leaves_no_gap(case: dict[str, Any]) -> None:
    """With independent evidence of every kind for every claim nothing is a gap, promised or overdue by the evidence rules."""
    proof = [
        {"id": f"V{n}", "kind": kind, "status": "verified", "quote": "proof"}
        for n, kind in enumerate(get_args(EvidenceKind))
    ]
    whole = {**case, "evidence": proof, "others": [{**other, "evidence": proof} for other in case["others"]]}
    outcomes = {f.outcome for f in assessed(**whole).findings if f.rule.judges == "evidence"}
    assert outcomes <= {"met", "not_applicable"}


@FIXED
@given(cases())
def test_nobody_is_judged_by_other_rules(case: dict[str, Any]) -> None:
    """Under the research profile the same words get the same outcome whoever says them."""

    def said_by(who: str) -> list[tuple[str, ...]]:
        swapped = {**case, "claims": [{**claim, "by": who} for claim in case["claims"]]}
        return judged(assessed("research", **swapped))

    assert said_by("officer") == said_by("press") == said_by("member")


@FIXED
@given(cases())
def test_the_day_the_level_and_the_outcome_are_in_no_fingerprint(case: dict[str, Any]) -> None:
    """A finding keeps its fingerprint and content from one day to the next, while its outcome may change."""
    early = {f.fingerprint: f.content for f in assessed(as_of=datetime.date(2024, 4, 1), **case).findings}
    late = {f.fingerprint: f.content for f in assessed(as_of=datetime.date(2030, 4, 1), **case).findings}
    assert {k: v for k, v in early.items() if k in late} == {k: late[k] for k in early if k in late}


def test_content_changes_with_what_was_judged() -> None:
    """An edited quotation keeps the fingerprint of its finding and changes its content."""
    before, after = (
        next(
            f
            for f in assessed(claims=[{"id": "C1", "kinds": ["financial_saving"], "quote": quote}]).findings
            if f.rule.group == "headline"
        )
        for quote in ("will save £40,000", "will save £50,000")
    )
    assert before.fingerprint == after.fingerprint
    assert before.content != after.content
