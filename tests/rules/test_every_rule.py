"""Every rule is whole: its examples hold, its questions can be put, its basis claims no more than it has."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from checker.engine.examples import run_examples
from checker.model.rule import EvidenceRule, FlagRule, Question, Rule
from checker.model.words import ClaimKind, Flag, Outcome
from checker.rules.load import CORE, load_rulebook

BOOK = load_rulebook()
EACH_RULE = pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
NEVER_SAID = re.compile(
    r"\b(false|falsely|misleading|mislead\w*|unlawful\w*|fail(?:ed|s|ure|ures|ing)?|lie|lies|lying|dishonest\w*)\b",
    re.IGNORECASE,
)
PRESUMES = re.compile(r"^(why (?:not|did|does|have|has|is|are)|do you not|don't you|isn't|surely)", re.IGNORECASE)


def questions(rule: Rule) -> list[tuple[Outcome, str, Question]]:
    return [(outcome, kind, q) for outcome, bank in rule.questions.items() for kind, q in bank.items()]


def asked(put: Question) -> list[str]:
    return [put.opener, *filter(None, [put.of_sum]), *put.follow_ups]


def texts(rule: Rule) -> list[str]:
    put = [text for _, _, q in questions(rule) for text in (*asked(q), q.full_answer)]
    return [rule.title, rule.why, *rule.remedy.values(), *put]


@EACH_RULE
def test_its_examples_hold(rule: Rule) -> None:
    """What a rule says that it flags it flags, and what it says that it passes it passes."""
    assert [(run.example.title, run.got) for run in run_examples(rule, BOOK) if not run.holds] == []


@EACH_RULE
def test_it_shows_both_sides(rule: Rule) -> None:
    """Each rule has an example that must be flagged and one that must pass."""
    passing = {"met", "none", "not_applicable"}
    assert {True, False} == {example.expect in passing for example in rule.examples}


@EACH_RULE
def test_file_and_id_are_one(rule: Rule) -> None:
    """The id of a rule is the name of its file."""
    assert (CORE / "rules" / f"{rule.id}.yaml").is_file()


@EACH_RULE
def test_every_open_outcome_has_a_question_and_a_remedy(rule: Rule) -> None:
    """For every outcome that stays open there is a question to ask, and a way to settle it."""
    assert set(rule.levels) == set(rule.questions)
    assert all("default" in bank for bank in rule.questions.values())
    assert "default" in rule.remedy


@EACH_RULE
def test_questions_are_questions(rule: Rule) -> None:
    """A question is one question, at most 35 words, and presumes nothing."""
    for _, _, put in questions(rule):
        for text in asked(put):
            assert text.endswith("?"), text
            assert text.count("?") == 1, text
            assert len(text.split()) <= 35, text
            assert not PRESUMES.match(text), text


@EACH_RULE
def test_nothing_is_alleged(rule: Rule) -> None:
    """No text of a rule calls anything false, misleading, unlawful or a failure."""
    assert [text for text in texts(rule) if NEVER_SAID.search(text)] == []


@EACH_RULE
def test_kinds_in_the_bank_are_kinds(rule: Rule) -> None:
    """Questions and remedies by claim kind are for kinds of the closed list that the rule can meet."""
    allowed = {"default", *get_args(ClaimKind)}
    if isinstance(rule, EvidenceRule):
        allowed = {"default", *rule.needed.early, *rule.needed.decision, *rule.needed.triggered, *rule.at_least}
    named = {kind for bank in rule.questions.values() for kind in bank} | set(rule.remedy)
    assert set() == named - allowed


@EACH_RULE
def test_early_needs_are_decision_needs(rule: Rule) -> None:
    """What is looked for while a proposal is early is looked for at decision too."""
    if isinstance(rule, EvidenceRule):
        assert set(rule.needed.early) <= set(rule.needed.decision)
        assert bool(rule.needed.triggered) == (rule.trigger is not None)


def test_there_are_at_least_twenty() -> None:
    """Three headline rules, the supporting matrix, quality, commitments, consistency, integrity."""
    assert len(BOOK.rules) >= 20
    assert {"headline", "supporting", "quality", "commitments", "consistency", "integrity"} == {
        r.group for r in BOOK.rules
    }
    assert sum(rule.group == "headline" for rule in BOOK.rules) == 3


def test_every_flag_has_its_rule() -> None:
    """Everything that the engine can flag has exactly one rule."""
    assert sorted(get_args(Flag)) == sorted(rule.flags for rule in BOOK.rules if isinstance(rule, FlagRule))


def test_every_claim_kind_is_asked_something() -> None:
    """Every claim kind has a question of its own under at least one rule."""
    own = {kind for rule in BOOK.rules for bank in rule.questions.values() for kind in bank}
    assert set(get_args(ClaimKind)) == own - {"default"}


@pytest.mark.parametrize("basis", BOOK.bases.values(), ids=lambda basis: basis.id)
def test_a_basis_says_what_was_read(basis: object) -> None:
    """A basis of law or guidance links to its text, says what was read, and is short."""
    assert len(basis.text.split()) <= 40  # type: ignore[attr-defined]
    if basis.force != "practice":  # type: ignore[attr-defined]
        assert basis.url  # type: ignore[attr-defined]
        assert basis.read  # type: ignore[attr-defined]


def test_no_law_is_printed_before_it_was_in_force() -> None:
    """A paper of 2011 is not held against guidance of 2024; the rule itself applies."""
    from datetime import date

    in_2011 = {name for name, basis in BOOK.bases.items() if basis.held_on(date(2011, 10, 17))}
    assert not {"best-value-guidance-2024", "scrutiny-guidance-2024", "scrutiny-guidance-2019"} & in_2011
    assert "public-sector-equality-duty" in in_2011
    in_2021 = {name for name, basis in BOOK.bases.items() if basis.held_on(date(2021, 3, 17))}
    assert "scrutiny-guidance-2019" in in_2021
    assert "scrutiny-guidance-2024" not in in_2021


def test_pages_of_all_rules_are_linked() -> None:
    """The list in docs/ links to the page of every rule."""
    listed = (Path(__file__).resolve().parents[2] / "docs" / "rules" / "README.md").read_text("utf-8")
    assert [rule.id for rule in BOOK.rules if f"({rule.id}.md)" not in listed] == []
