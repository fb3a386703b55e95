"""What is said of a document that is no record: what, where, and which words would do."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest

from checker.base.faults import Fault, Refused
from checker.base.loader import parse
from checker.model.build import build
from checker.model.coding import Coding, DueBefore, DueOn, DueWithin, OnTopic
from checker.model.source import Source
from tests.builders import asked, claim, coding, commitment, evidence, source


def faults(model: type[Coding | Source], data: dict[str, Any]) -> list[Fault]:
    with pytest.raises(Refused) as refused:
        build(model, parse(json.dumps(data, ensure_ascii=False).encode(), "a.yaml"))
    return refused.value.faults


def of_coding(**lists: Any) -> list[str]:
    """Return what is wrong with a coding, each as code, what and what to do."""
    return [f"{f.code} {f.what} {f.todo}".strip() for f in faults(Coding, coding(**lists))]


def test_a_record_becomes_typed() -> None:
    """Of the text that was written come dates, numbers, flags, due points and coverage."""
    due = [{"date": "2025-09-30"}, {"within": "6 weeks"}, {"before": "budget", "body": "Wexcombe"}]
    data = coding(
        claims=[claim(amount="40000", money="true", operative="false")],
        commitments=[commitment(id=f"K{n}", due=d) for n, d in enumerate(due)],
        evidence=[evidence(covers={"topic": "depot"}, as_of="2024-12-31"), evidence(id="E2", covers=["C1"])],
    )
    built = build(Coding, parse(json.dumps(data).encode(), "a.yaml"))
    (only,) = built.claims
    assert (only.amount, only.money, only.operative, only.statutory) == (40000, True, False, False)
    assert built.coded_on == datetime.date(2025, 6, 2)
    assert [type(k.due) for k in built.commitments] == [DueOn, DueWithin, DueBefore]
    assert built.evidence[0].covers == OnTopic(topic="depot")
    assert built.evidence[1].covers == ("C1",)


def test_a_missing_field_is_named_at_what_should_hold_it() -> None:
    """The message says which claim lacks what."""
    short = {key: value for key, value in claim().items() if key != "says"}
    assert of_coding(claims=[claim(), short]) == ["MISSING-FIELD claims 2 has no says. Add it."]
    answer: dict[str, str] = {}
    assert of_coding(asked=[asked(answer=answer)]) == ["MISSING-FIELD answer has no state. Add it."]


@pytest.mark.parametrize(
    ("lists", "message"),
    [
        ({"codr": "B"}, 'UNKNOWN-FIELD "codr" is not a field here. Did you mean "coder"?'),
        ({"claims": [claim(certanty="hoped")]}, 'UNKNOWN-FIELD "certanty" is not a field here. Did you mean "certainty"?'),
        ({"asked": [asked(answer={"state": "partly", "quot": "x"})]}, 'UNKNOWN-FIELD "quot" is not a field here. Did you mean "quote"?'),
        ({"commitments": [commitment(due={"before": "plan", "boddy": "x"})]}, 'UNKNOWN-FIELD "boddy" is not a field here. Did you mean "body"?'),
        ({"commitments": [commitment(due={"before": "plan", "date": "x"})]}, 'UNKNOWN-FIELD "date" is not a field here.'),
        ({"evidence": [evidence(covers={"topic": "a", "topics": "b"})]}, 'UNKNOWN-FIELD "topics" is not a field here. Did you mean "topic"?'),
    ],
)  # fmt: skip
def test_an_unknown_field_gets_the_nearest_name(lists: dict[str, Any], message: str) -> None:
    """A field that nobody defined is named, with the name that was meant, wherever it stands."""
    (told,) = of_coding(**lists)
    assert told.startswith(message)


@pytest.mark.parametrize(
    ("lists", "message"),
    [
        ({"claims": "none"}, "WRONG-TYPE claims is text. It must be a list."),
        ({"claims": {}}, "WRONG-TYPE claims is a mapping. It must be a list."),
        ({"claims": ["C1"]}, "WRONG-TYPE claims 1 is text. It must be a mapping."),
        ({"claims": [claim(kinds=["financial_saving", []])]}, "WRONG-TYPE kinds 2 is a list."),
        ({"claims": [claim(kinds=[])]}, "BAD-VALUE kinds holds 0."),
        ({"claims": [claim(affects=["Young Carers"])]}, 'BAD-VALUE affects 1: "Young Carers" is not a plain word.'),
        ({"claims": [claim(money=["true"])]}, "BAD-VALUE money: this is not true or false."),
        ({"claims": [claim(amount={})]}, "BAD-VALUE amount: this is not a whole number."),
        ({"commitments": [commitment(due={"within": "soon"})]}, 'BAD-VALUE within: "soon" is not a period.'),
        ({"commitments": [commitment(due={"date": "soon"})]}, 'BAD-DATE date: "soon" is not a date.'),
        ({"commitments": [commitment(due={"before": "soon"})]}, 'BAD-VALUE before: "soon" is not known.'),
        ({"commitments": [commitment(due={})]}, "MISSING-FIELD due has no date. Add it."),
        ({"commitments": [commitment(due="soon")]}, "WRONG-TYPE due is text. It must be a mapping."),
        ({"evidence": [evidence(covers="some")]}, 'BAD-VALUE covers: "some" is not known. Allowed: all.'),
        ({"evidence": [evidence(covers=["C 1"])]}, 'ID-CHARS covers 1: "C 1" is not an id.'),
    ],
)  # fmt: skip
def test_a_wrong_value_is_named_with_what_it_should_be(lists: dict[str, Any], message: str) -> None:
    """The message names the field, quotes what stands there and says what may."""
    (told,) = of_coding(**lists)
    assert told.startswith(message)


def test_many_faults_come_from_one_reading() -> None:
    """Each fault of each item is told, in the order of the file."""
    bad = claim(by="nobody", certainty="sure", kinds=["benfit"])
    assert [f.code for f in faults(Coding, coding(claims=[bad, bad]))] == ["BAD-VALUE"] * 6


@pytest.mark.parametrize("version", ["2", "10", "99", "9" * 5000])
def test_a_newer_format_is_left_alone(version: str) -> None:
    """A file of a later release gets one message, whatever else this release would say of it."""
    (fault,) = faults(Source, source(schema_version=version, colour="blue"))
    assert (fault.code, fault.todo) == ("TOO-NEW", "Upgrade; the file was not touched.")


@pytest.mark.parametrize("version", ["0", "1.0", "²", "one", "-1"])
def test_a_version_that_never_was_is_a_bad_value(version: str) -> None:
    """Only whole numbers are later releases."""
    assert [f.code for f in faults(Source, source(schema_version=version))] == ["BAD-VALUE"]
