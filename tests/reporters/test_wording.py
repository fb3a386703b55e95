"""The plain words: every code has them, and they are neutral."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from checker.engine.assess import assess
from checker.engine.examples import casefile_of
from checker.model.finding import Assessment, Finding
from checker.model.words import NOT_QUOTED
from checker.reporters.names import day
from checker.reporters.wording import Words
from tests.engine.case import CLAIM, LATE, RULES, assessed, only

NEVER_SAID = re.compile(r"\b(false|misleading|unlawful|failed|failure|wrongly|claims? to)\b", re.IGNORECASE)
QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")


def everything() -> Iterator[tuple[Words, Finding]]:
    """Yield every finding of every example of every rule, under rules that judge everybody."""
    for rule in RULES.rules:
        for example in rule.examples:
            assessment = assess(casefile_of(example), RULES, RULES.profiles["research"], example.as_of or LATE)
            words = Words(assessment)
            yield from ((words, finding) for finding in assessment.findings)


ALL = list(everything())


def test_every_code_has_words() -> None:
    """Every finding has a message in whole sentences, with nothing left unfilled."""
    assert len(ALL) > 500
    for words, finding in ALL:
        message = words.message(finding)
        assert re.match(r"[A-Z\"“].*[.)]$", message, re.DOTALL), message
        assert not re.search(r"[{}]|\bNone\b|_", QUOTED.sub("", message)), message


def test_every_open_finding_has_a_short_word_a_question_and_a_remedy() -> None:
    """What stays open has a heading, a question and a remedy, with no place left in braces."""
    for words, finding in ALL:
        if finding.is_open:
            put = words.question(finding)
            assert put is not None
            texts = [words.short(finding), put.opener, *put.follow_ups, put.full_answer, words.remedy(finding)]
            assert all(texts)
            assert [text for text in texts if "{" in text or "}" in text] == []


def test_nothing_is_alleged() -> None:
    """No message calls anything false, misleading, unlawful or failed; quotations are somebody's words."""
    for words, finding in ALL:
        assert not NEVER_SAID.search(QUOTED.sub("", words.message(finding)))


@pytest.mark.parametrize(
    ("evidence", "says"),
    [
        ([], "Cost-benefit analysis: none found in the sources read."),
        ([{"status": "none_stated", "at": "9.1", "quote": "None."}], 'Cost-benefit analysis: the paper says there is none, or none needed ("None", 9.1).'),
        ([{"status": "oral", "at": "¶7"}], "Cost-benefit analysis: given by word of mouth only (¶7)."),
        ([{"status": "referenced", "at": "4.3"}], "Cost-benefit analysis: named at 4.3, not attached."),
        ([{"status": "exempt", "at": "4.3"}], "Cost-benefit analysis: exists and is not public (4.3)."),
        ([{"status": "supplied", "at": "4.3", "source": "a"}], "Cost-benefit analysis: supplied at 4.3, without baseline or period."),
        ([{"status": "verified", "at": "4.3"}], "Cost-benefit analysis: verified independently at 4.3."),
        ([{"status": "contradicted", "at": "4.3"}], "Cost-benefit analysis: the evidence at 4.3 points the other way."),
    ],
)  # fmt: skip
def test_what_was_found_is_said_plainly(evidence: list[dict[str, Any]], says: str) -> None:
    """Each status of evidence has one plain sentence with its place."""
    pieces = [{"kind": "cost_benefit_analysis", **piece} for piece in evidence]
    assessment = assessed(evidence=pieces)
    assert says == Words(assessment).message(only(assessment, "cost-benefit-analysis"))


@pytest.mark.parametrize(
    ("fields", "asks"),
    [
        ({}, "What saving do you expect, in which budget and from which year"),
        ({"amount": 40_000}, "In which budget does the sum at 3.1 fall"),
    ],
)
def test_nobody_is_asked_for_a_sum_that_the_claim_gives(fields: dict[str, Any], asks: str) -> None:
    """A claim that names its sum is asked what the sum holds, not what saving is expected."""
    assessment = assessed(claims=[{**CLAIM, "at": "3.1", **fields}])
    put = Words(assessment).question(only(assessment, "cost-benefit-analysis"))
    assert put is not None
    assert put.opener.startswith(asks)


def promised(due: dict[str, str] | None, **more: Any) -> Assessment:
    commitment = {"id": "K1", "at": "5.2", "provides": ["cost_benefit_analysis"], **({"due": due} if due else {})}
    return assessed(commitments=[commitment], **more)


@pytest.mark.parametrize(
    ("due", "says"),
    [
        (None, "promised at 5.2 (no date), not yet shown"),
        ({"date": "2024-02-01"}, "promised at 5.2 (by 1 February 2024), not seen in the sources read"),
        ({"within": "2 weeks"}, "promised at 5.2 (by 24 January 2024), not seen in the sources read"),
        (
            {"before": "officer_report", "body": "Wexcombe"},
            "promised at 5.2 (due with a further officer report to Wexcombe), not yet shown",
        ),
    ],
)
def test_a_promise_is_said_with_its_due_point(due: dict[str, str] | None, says: str) -> None:
    """A promise is told with its paragraph and its date, period or paper."""
    assessment = promised(due)
    assert f"Cost-benefit analysis: {says}." == Words(assessment).message(only(assessment, "cost-benefit-analysis"))


def test_what_was_not_read_is_named_with_a_gap() -> None:
    """Where part of the paper was missing, the message of a gap names it."""
    missing = [{"state": "missing", "says": "Appendix 2 was not among the sources."}]
    assessment = assessed(source={"missing": missing})
    message = Words(assessment).message(only(assessment, "cost-benefit-analysis"))
    assert message.endswith("Not read: Appendix 2 was not among the sources.")


def test_a_claim_at_second_hand_says_so() -> None:
    """Of a claim that a newspaper reports, the message says that the paper itself was not read."""
    assessment = assessed(claims=[{**CLAIM, "reported": "true"}])
    assert "the paper itself was not read" in Words(assessment).message(only(assessment, "cost-benefit-analysis"))


def test_a_person_is_neither_quoted_nor_judged() -> None:
    """For words on the merit of a person the quotation is left out and the question is about the post."""
    from checker.reporters.names import quote_of

    claim = {
        "id": "C1",
        "kinds": ["past_success", "reputation"],
        "quote": "an outstanding leader",
        "about_person": "true",
    }
    assessment = assessed(claims=[claim])
    words = Words(assessment)
    assert assessment.open
    for finding in assessment.open:
        assert NOT_QUOTED == quote_of(finding)
        of_the_post = finding.subject.model_copy(update={"kinds": ("leadership_expertise",), "about_person": False})  # type: ignore[union-attr]
        assert words.question(finding._replace(subject=of_the_post)) == words.question(finding) is not None


def test_a_date_is_said_as_people_say_it() -> None:
    """17 March 2021, not 2021-03-17."""
    import datetime

    assert day(datetime.date(2021, 3, 17)) == "17 March 2021"
    assert day(None) == "undated"
