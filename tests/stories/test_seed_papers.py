"""The five seed papers, read through the records in claims/ and seeds/ as they stood on several days."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from checker.model.coding import DueBefore, DueWithin, quotations
from checker.model.finding import Assessment, Standing
from checker.model.words import PRESS
from checker.reporters import as_json
from tests.stories.reading import ROOT, assessed, dossier_of

REPORT = "stockport-tameside-report-2021-03"
MINUTES = "stockport-tameside-minutes-2021-03"
ARTICLE = "stockport-tameside-article-2022-01"
BUDGET = "stockport-budget-minutes-2014"
COMMENT = "children-services-comment-2011-10"
MEETING = "2021-03-17"
AFTER_ARTICLE = "2022-01-20"
TOPIC = "shared-education-service"
NAMED = re.compile(r"\b(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\.? [A-Z]")


def further_report(assessment: Assessment) -> list[Standing]:
    """Return how the promises of the March 2021 report that are tied to a further report stand."""
    return [
        one
        for one in assessment.standings
        if one.source.id == REPORT
        and isinstance(one.commitment.due, DueBefore)
        and one.commitment.due.before == "officer_report"
    ]


def twelve_months(as_of: str) -> Standing:
    """Return how the promise of options "over the next 12 months" stands on a day."""
    dated = [s for s in assessed(as_of).standings if s.source.id == REPORT and isinstance(s.commitment.due, DueWithin)]
    assert len(dated) == 1
    return dated[0]


def test_the_cost_benefit_analysis_is_promised_on_the_day_of_the_meeting() -> None:
    """On 17 March 2021 costs and benefits of the shared service are promised, claim by claim, and nowhere shown."""
    findings = [
        one for one in assessed(MEETING).open if one.rule.id == "cost-benefit-analysis" and one.source.id == REPORT
    ]

    assert {"promised"} == {one.outcome for one in findings}
    assert any("economies_of_scale" in one.kinds for one in findings)
    assert "5.2" in {offer.item.at for one in findings for offer in one.evidence}


def test_a_further_report_that_was_not_read_leaves_its_promises_fallen_due() -> None:
    """On 20 January 2022 a further report is known and was not read, so its promises fell due unread."""
    standings = further_report(assessed(AFTER_ARTICLE))

    assert len(standings) >= 3
    assert {"fell_due_unread"} == {one.state for one in standings}
    assert {"equality_impact_assessment", "cost_benefit_analysis", "risk_assessment"} <= {
        kind for one in standings for kind in one.commitment.provides
    }


def test_findings_that_rest_on_a_promise_fallen_due_cannot_be_told() -> None:
    """Where the best that is offered fell due in a paper not read, the finding says cannot tell and never gap."""
    assessment = assessed(AFTER_ARTICLE)
    fallen = {one.id for one in further_report(assessment)}
    resting = [one for one in assessment.findings if one.evidence and one.evidence[0].id in fallen]
    on_the_promises = [one for one in resting if one.subject_type == "commitment"]

    assert {"cannot_tell"} == {one.outcome for one in resting}
    assert fallen == {one.subject_id for one in on_the_promises}
    assert len(resting) > len(on_the_promises)


def test_the_article_is_what_witnesses_the_further_report() -> None:
    """Without the newspaper's article the promises tied to a further report are open in January 2022."""
    others = sorted(path for path in (ROOT / "claims").glob("*.yaml") if path.stem not in (ARTICLE, "topics"))
    events = dossier_of(assessed(AFTER_ARTICLE), ARTICLE).source.events

    assert [("officer_report", TOPIC, datetime.date(2022, 1, 19))] == [(e.kind, e.topic, e.date) for e in events]
    assert {"open"} == {one.state for one in further_report(assessed(AFTER_ARTICLE, *others))}
    assert all("2022-01-19" in one.paper for one in further_report(assessed(AFTER_ARTICLE)))


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        ("2021-03-17", "open"),
        ("2022-01-20", "open"),
        ("2022-02-14", "open"),
        ("2022-02-15", "due_soon"),
        ("2022-03-17", "due_soon"),
        ("2022-03-18", "overdue"),
    ],
)
def test_options_over_the_next_twelve_months_fall_due_after_the_last_day(as_of: str, state: str) -> None:
    """Options promised "over the next 12 months" are in time until 17 March 2022 and overdue on the day after."""
    standing = twelve_months(as_of)

    assert "over the next 12 months" in standing.commitment.quote
    assert datetime.date(2022, 3, 17) == standing.due_date
    assert state == standing.state


def test_economies_of_scale_are_claimed_twice_without_performance_data() -> None:
    """Economies of scale stand in March 2021 and again in January 2022, each time without performance data."""
    assessment = assessed(AFTER_ARTICLE)
    claimed = [
        one
        for one in assessment.findings
        if one.rule.id == "performance-data"
        and "economies_of_scale" in one.kinds
        and one.source.id in (REPORT, MINUTES, ARTICLE)
    ]

    assert {REPORT, ARTICLE} <= {one.source.id for one in claimed}
    assert all(one.is_open for one in claimed)


def test_a_repetition_joins_the_two_claims_of_scale() -> None:
    """The claim reported in January 2022 is joined to the one it repeats, made at the meeting of March 2021."""
    repeated = [
        one
        for one in assessed(AFTER_ARTICLE).open
        if one.rule.id == "repeated-without-evidence" and "economies_of_scale" in one.details
    ]

    assert {ARTICLE} == {one.source.id for one in repeated}
    assert {datetime.date(2021, 3, 17)} == {one.other.source.date for one in repeated if one.other}


def test_the_report_alone_holds_more_than_thirty_claims() -> None:
    """The March 2021 report holds over thirty claims, and the other four sources together as many at least."""
    counted = {d.source.id: len(d.coding.claims) for d in assessed("2026-01-01").casefile.dossiers}
    report = counted.pop(REPORT)

    assert report > 30
    assert len(counted) == 4
    assert sum(counted.values()) >= report


@pytest.mark.parametrize("name", [REPORT, MINUTES, ARTICLE, BUDGET, COMMENT])
def test_every_quotation_is_sealed_and_short(name: str) -> None:
    """Every quotation still holds the seal it got beside the original, and none is longer than forty words."""
    dossier = dossier_of(assessed("2026-01-01"), name)
    source = as_json.source(dossier)

    assert source["quotes_total"] > 0
    assert source["quotes_total"] == source["quotes_verified"] == source["quotes_sealed"]
    assert max(len(words.split()) for _, _, words in quotations(dossier.coding)) <= 40


def test_of_the_press_at_most_a_quarter_is_quoted() -> None:
    """Of a newspaper's or trade paper's words at most one in four stands in the records."""
    press = [d for d in assessed("2026-01-01").casefile.dossiers if d.source.kind in PRESS]

    assert len(press) == 2
    for dossier in press:
        assert dossier.source.original is not None
        words = dossier.source.original.words
        assert words is not None
        assert sum(len(quote.split()) for _, _, quote in quotations(dossier.coding)) * 4 <= words


@pytest.mark.parametrize("folder", ["claims", "seeds", "seeds/examples/claims", "seeds/examples/seeds"])
def test_no_person_is_named_in_the_records(folder: str) -> None:
    """No field of any record holds a title of address with a name: people appear by their role."""
    values = [
        (path.name, value)
        for path in sorted((ROOT / folder).glob("*.yaml"))
        for value in _values(yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader))
    ]

    assert len(values) > 50
    assert not [(name, value) for name, value in values if NAMED.search(value)]


def _values(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        node = list(node.values())
    if isinstance(node, list):
        for item in node:
            yield from _values(item)
    else:
        yield str(node)
