"""What a reader turns to first, and why."""

from __future__ import annotations

from typing import Any

import pytest

from checker.model.paragraph import place_key
from tests.engine.case import CLAIM, assessed

PROMISE = {"id": "K1", "provides": ["cost_benefit_analysis"]}


def first_reason(**case: Any) -> str:
    return assessed(**case).matters[0].why_first


def test_findings_of_one_topic_and_theme_are_one_matter() -> None:
    """Ten claims of a saving on one topic are one matter of money, not ten."""
    claims = [{**CLAIM, "id": f"C{n}", "topic": "museums"} for n in range(10)]
    money = [m for m in assessed(claims=claims).matters if m.theme == "money"]
    assert [(m.topic, len(m.findings)) for m in money] == [("museums", 20)]


def test_every_open_finding_is_in_one_matter() -> None:
    """No open finding is lost on the way to the page, none stands twice."""
    assessment = assessed(claims=[CLAIM, {**CLAIM, "id": "C2", "kinds": ["no_adverse_impact"]}], commitments=[PROMISE])
    gathered = sorted(f.fingerprint for m in assessment.matters for f in m.findings)
    assert sorted(f.fingerprint for f in assessment.open) == gathered


def test_worse_comes_first() -> None:
    """Matters stand in the order of their worst finding."""
    ranks = {"high": 0, "medium": 1, "low": 2}
    worst = [min(ranks[f.level] for f in m.findings) for m in assessed(commitments=[PROMISE]).matters]
    assert sorted(worst) == worst
    assert len(set(worst)) > 1


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"operative": "true"}, "something is being done now"),
        ({"money": "true"}, "it is about money"),
        ({"affects": ["older_people"]}, "people are affected"),
    ],
)
def test_the_reason_is_said(more: dict[str, Any], words: str) -> None:
    """Each matter says why it stands where it stands."""
    assert words in first_reason(claims=[{**CLAIM, **more}])


def test_of_two_equal_matters_the_one_asked_about_comes_first() -> None:
    """A matter that members asked about without a full answer stands before an equal one."""
    claims = [{**CLAIM, "topic": "a"}, {**CLAIM, "id": "C2", "topic": "b"}]
    asked = [{"challenges": ["C2"], "answer": {"state": "none_minuted"}}]
    assert assessed(claims=claims).matters[0].topic == "a"
    assert assessed(claims=claims, asked=asked).matters[0].topic == "b"
    answered = [{"challenges": ["C2"], "answer": {"state": "answered"}}]
    assert assessed(claims=claims, asked=answered).matters[0].topic == "a"


def test_a_question_belongs_to_the_evidence_it_asks_for() -> None:
    """A question about equality stands under the people who would notice, not under money."""
    claim = {**CLAIM, "affects": ["older_people"]}
    asked = [{"challenges": ["C1"], "about": ["equality_impact_assessment"]}]
    with_question = {m.theme for m in assessed(claims=[claim], asked=asked).matters if m.asked}
    assert {"people"} == with_question


def test_a_matter_quotes_each_paragraph_once() -> None:
    """Three passages at most speak for a matter, no paragraph twice."""
    claims = [{**CLAIM, "id": f"C{n}", "at": f"3.{n // 2}", "quote": f"will save {n}"} for n in range(8)]
    matters = assessed(claims=claims).matters
    assert matters
    for matter in matters:
        places = [finding.at for finding in matter.passages]
        assert 1 <= len(places) <= 3
        assert len(set(places)) == len(places)


def test_places_are_sorted_as_people_count() -> None:
    """Paragraph 3.10 comes after 3.9, and ¶12 after ¶9."""
    assert sorted(["10.1", "3.10", "3.9", "3.4"], key=place_key) == ["3.4", "3.9", "3.10", "10.1"]
    assert sorted(["¶12", "¶9"], key=place_key) == ["¶9", "¶12"]
