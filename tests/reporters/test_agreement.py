"""What two coders see when they sit down to settle their differences."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from checker.engine.agreement import agree
from checker.model.agreement import Agreement
from checker.model.casefile import Input
from checker.model.coding import Coding
from checker.reporters.agreement import render, render_json, render_markdown
from tests import builders

HOPES = builders.claim(id="C2", at="4.1", quote="hopes to keep the museum open", kinds=["improved_outcomes"])
FIRM = {**HOPES, "quote": "hopes to keep the museum open for all schools", "certainty": "hoped"}
PROMISE = builders.commitment(provides=["cost_benefit_analysis"])
A: dict[str, Any] = {"claims": [builders.claim(), HOPES], "commitments": [PROMISE]}
B: dict[str, Any] = {"claims": [FIRM], "commitments": [{**PROMISE, "due": {"within": "6 weeks"}}]}

Render = Callable[[Agreement], Iterator[str]]
EVERY = pytest.mark.parametrize("form", [render, render_markdown, render_json])


def agreement(a: dict[str, Any] = A, b: dict[str, Any] = B) -> Agreement:
    one, other = (Coding.model_validate(builders.coding(coder=c, **case)) for c, case in (("A", a), ("B", b)))
    return agree(one, other)


def flat(lines: Iterator[str]) -> str:
    return " ".join(" ".join(lines).split())


class TestText:
    def test_eighty_columns(self) -> None:
        """No line is longer than eighty columns."""
        assert max(len(line) for line in "".join(render(agreement())).splitlines()) <= 80

    def test_figures_come_first(self) -> None:
        """The figures stand before the list, each with what it is a part of."""
        head, _, rest = "".join(render(agreement())).partition("Disagreements (3)")
        assert "claims found by both / only A / B  1 / 1 / 0, F1 0.67" in head
        assert "certainty                          0 of 1 = 0.00, kappa 0.00" in head
        assert "cost-benefit analysis              both nothing coded and promised" in head
        assert "found by A only" in rest

    def test_kappa_that_is_not_defined_is_no_number(self) -> None:
        """Where kappa is not defined, that is said."""
        assert "main kind 1 of 1 = 1.00, kappa not defined" in flat(render(agreement()))
        assert "main kind nothing to compare" in flat(render(agreement(A, {"claims": []})))

    def test_both_codings_side_by_side(self) -> None:
        """A disagreement shows both quotations and what each coder wrote, in words."""
        text = flat(render(agreement()))
        assert f"A “{HOPES['quote']}” B “{FIRM['quote']}” certainty: A expected · B hoped" in text
        assert "due: A undated · B within 6 weeks" in text

    def test_the_same_words_stand_once(self) -> None:
        """Where both quote the same words they are printed once."""
        assert flat(render(agreement(A, {**A, "claims": [HOPES | {"topic": "museums"}]}))).count(HOPES["quote"]) == 1

    def test_what_was_left_out_has_a_word(self) -> None:
        """A flag that only one coder set, or a stage that only one gave, reads as a sentence would say it."""
        text = flat(
            render(agreement({"claims": [HOPES]}, {"claims": [HOPES | {"operative": "true", "stage": "idea"}]}))
        )
        assert "stage: A that of the source · B idea" in text
        assert "operative: A not operative · B operative" in text


class TestEveryFormat:
    @EVERY
    def test_every_disagreement(self, form: Render) -> None:
        """Each format holds every disagreement, with both wordings."""
        text = flat(form(agreement()))
        assert [
            words for words in (builders.claim()["quote"], HOPES["quote"], FIRM["quote"]) if words not in text
        ] == []

    @EVERY
    def test_words_about_a_person_are_not_shown(self, form: Render) -> None:
        """Where either coder has the words as about a person, neither quotation is shown."""
        person = {"claims": [FIRM | {"about_person": "true"}]}
        text = flat(form(agreement({"claims": [HOPES]}, person)))
        assert "museum" not in text
        assert "words about a person, not quoted" in text

    def test_not_for_publication(self) -> None:
        """Two codings of a paper that is not public give a page that says so."""
        for form in (render, render_markdown):
            assert "DRAFT: not for publication" in flat(form(agreement(), "draft"))
            assert "not for publication" not in flat(form(agreement()))
        assert json.loads("".join(render_json(agreement(), access="draft")))["access"] == "draft"

    @EVERY
    def test_same_bytes(self, form: Render) -> None:
        """The same two codings give the same bytes."""
        assert list(form(agreement())) == list(form(agreement()))


def test_json_lists_disagreements() -> None:
    """JSON lists the disagreements in codes, with the tables, and names the files."""
    files = (Input("a.yaml", "0" * 64), Input("b.yaml", "1" * 64))
    data = json.loads("".join(render_json(agreement(), files)))
    assert (data["schema_version"], [one["path"] for one in data["manifest"]["inputs"]]) == (1, ["a.yaml", "b.yaml"])
    assert len(data["disagreements"]) == 3
    assert {"field": "certainty", "a": ["expected"], "b": ["hoped"]} in data["disagreements"][1]["differences"]
    assert data["agreed"][1]["table"] == [{"a": "expected", "b": "hoped", "number": 1}]


def test_markdown_is_a_list_to_tick_off() -> None:
    """As Markdown, each disagreement is a box to tick, and marks in a quotation are escaped."""
    marked = {**HOPES, "quote": "hopes | *to* <b>keep</b>"}
    text = "".join(render_markdown(agreement({"claims": [marked]}, {"claims": []})))
    assert text.count("- [ ] ") == 1
    assert r"hopes \| \*to\* \<b\>keep\</b\>" in text
