"""The report in a terminal."""

from __future__ import annotations

import dataclasses
from typing import Any

from checker.engine.assess import assess
from checker.model.ledger import NOTHING_BEFORE, Event, Ledger
from checker.reporters.text import explain, render
from tests.engine.case import CLAIM, LATE, RULES, assessed, casefile, only

WHOLE = {"status": "verified", "covers": "all"}
KINDS = ("cost_benefit_analysis", "performance_data", "risk_assessment", "financial_implications", "options_appraisal")


def test_nothing_open_is_not_a_clean_bill() -> None:
    """When nothing is open the report says what that means, and what it does not mean."""
    evidence = [{"id": f"E{n}", "kind": kind, **WHOLE} for n, kind in enumerate(KINDS)]
    text = " ".join("".join(render(assessed(evidence=evidence))).split())
    assert "Nothing open" in text
    assert "nothing about whether the claims are right" in text


def test_numbers_come_first() -> None:
    """The head counts claims, headline evidence by outcome, and quotations."""
    head = " ".join("".join(render(assessed())).split("\n\n")[0].split())
    assert "1 claim judged" in head
    assert "headline evidence: 2 none found" in head
    assert "1 quotation not checked" in head


def test_colour_repeats_what_the_words_say() -> None:
    """With colour and without it the words are the same."""
    plain = "".join(render(assessed()))
    colored = "".join(render(assessed(), color=True))
    assert plain != colored
    assert plain == colored.replace("\x1b[1m", "").replace("\x1b[0m", "")


def test_control_characters_never_reach_the_terminal() -> None:
    """No control character but the line end is in the report."""
    text = "".join(render(assessed(claims=[CLAIM, {**CLAIM, "id": "C2", "quote": "Wéxcombe “saves” 20% – always…"}])))
    assert all(character.isprintable() or character == "\n" for character in text)


def test_a_basis_says_its_force_and_whether_it_was_read() -> None:
    """In full, a finding names what its rule rests on, with what force, and whether its own words were read."""
    claim = {"id": "C1", "kinds": ["no_adverse_impact"], "quote": "no impact", "affects": ["older_people"]}
    assessment = assessed(claims=[claim])
    text = " ".join("".join(explain(assessment, only(assessment, "equality-impact-assessment"))).split())
    assert "Equality Act 2010, section 149 (law; read" in text
    assert "were not read" in text


ASKED: dict[str, Any] = {"id": "Q1", "challenges": ["C1"], "about": ["cost_benefit_analysis"]}


def test_a_newspaper_minutes_nothing() -> None:
    """Of a question that a newspaper tells of, no answer was reported; of minutes, none minuted."""
    for kind, words in (("news", "no answer reported"), ("minutes", "no answer minuted")):
        text = "".join(render(assessed("research", asked=[ASKED], source={"kind": kind})))
        assert words in " ".join(text.split())


def test_an_answer_recorded_since() -> None:
    """A question that was answered since is no longer put as asked; one answered in part says so, with the day."""
    shown = {}
    for state in ("answered", "partly"):
        event = Event.model_validate({
            "number": 1, "on": "2024-06-02", "by": "clerk", "kind": "answer", "subject": "wexcombe-example-0#Q1",
            "state": state, "where": "minutes of 2 June", "before": NOTHING_BEFORE, "digest": NOTHING_BEFORE,
        })  # fmt: skip
        read = dataclasses.replace(casefile(asked=[ASKED]), ledger=Ledger((event,)))
        shown[state] = "".join(render(assess(read, RULES, RULES.profiles["scrutiny"], LATE)))
    assert "asked" not in shown["answered"]
    assert "answered in part on 2 June 2024" in " ".join(shown["partly"].split())
