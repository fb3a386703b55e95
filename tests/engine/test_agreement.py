"""How far two codings of one source agree."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from checker.base.faults import Misuse
from checker.base.loader import load
from checker.engine.agreement import Matched as Both
from checker.engine.agreement import agree, agreed, kappa, match
from checker.model.agreement import Agreement
from checker.model.build import build
from checker.model.coding import Coding
from tests import builders
from tests.conftest import ROOT

BENCH = ROOT / "bench" / "agreement"
SAVES = builders.claim()
KEEPS = builders.claim(id="C2", at="4.1", quote="keeps the museum open for schools", kinds=["improved_outcomes"])


def coding(**fields: Any) -> Coding:
    return Coding.model_validate(builders.coding(**fields))


def both(a: dict[str, Any], b: dict[str, Any]) -> Agreement:
    return agree(coding(**a), coding(coder="B", **b))


def real() -> Agreement:
    one, other = (build(Coding, load(BENCH / f"coder-{coder}.yaml")) for coder in "ab")
    return agree(one, other)


class TestKappa:
    def test_a_table_worked_by_hand(self) -> None:
        """Of 50 items both say yes to 20 and no to 15, A alone yes to 5, B alone to 10.

        They agree on 35 of 50, 0.7. A says yes to 25 of 50, B to 30 of 50: chance alone gives
        0.5 × 0.6 + 0.5 × 0.4 = 0.5. Kappa is (0.7 - 0.5) / (1 - 0.5) = 0.4.
        """
        table = pd.DataFrame([[20, 5], [10, 15]], index=["yes", "no"], columns=["yes", "no"])
        assert kappa(table) == pytest.approx(0.4)

    def test_three_words_worked_by_hand(self) -> None:
        """Six items, three agreed on; A writes 3, 2, 1 of three words and B 2, 3, 1.

        Chance gives (3 × 2 + 2 × 3 + 1 × 1) / 36 = 13/36, so kappa is (18/36 - 13/36) / (23/36) = 5/23.
        """
        rows = [Both(*pair) for pair in ("xx", "xx", "xy", "yy", "yz", "zy")]
        assert agreed("words", rows, str).kappa == pytest.approx(5 / 23)

    def test_words_only_one_coder_uses(self) -> None:
        """A word that only one coder uses counts as a disagreement and not as an error: here chance gives nothing."""
        result = agreed("words", [Both("x", "y"), Both("x", "y")], str)
        assert (result.same, result.of, result.kappa) == (0, 2, 0.0)

    def test_where_it_is_not_defined(self) -> None:
        """Where both use one word throughout, or nothing is compared, kappa says nothing."""
        assert agreed("words", [Both("x", "x")], str).kappa is None
        assert (agreed("words", [], str).kappa, agreed("words", [], str).share) == (None, None)


class TestMatching:
    def test_the_same_words(self) -> None:
        """A coding agrees with itself in everything, and there is nothing to settle."""
        case = {"claims": [SAVES, KEEPS], "evidence": [builders.evidence()], "commitments": [builders.commitment()]}
        result = both(case, case)
        assert (*result.claims, result.claims.f1) == (2, 0, 0, 1.0)
        assert result.disagreements == ()

    def test_half_of_the_shorter_quotation(self) -> None:
        """Half of the words of the shorter quotation are enough, in order; fewer are not."""
        longer = {**SAVES, "quote": "the move of the depot would save £40,000 a year"}
        half = {**SAVES, "quote": "would save on rent"}
        less = {**SAVES, "quote": "would cost the council far less"}
        assert [both({"claims": [longer]}, {"claims": [other]}).claims.both for other in (half, less)] == [1, 0]

    def test_another_paragraph_is_another_claim(self) -> None:
        """The same words in another paragraph are another claim."""
        assert (
            *(found := both({"claims": [SAVES]}, {"claims": [{**SAVES, "at": "3.2"}]}).claims),
            found.f1,
        ) == (0, 1, 1, 0.0)

    def test_one_to_one_the_best_first(self) -> None:
        """One claim of A is one of B, the one with most of its words."""
        part = {**SAVES, "id": "C7", "quote": "would save £40,000 once the lease ends in May"}
        rows = match(coding(claims=[SAVES]).claims, coding(claims=[part, SAVES]).claims)
        assert [(row.a and row.a.id, row.b and row.b.id) for row in rows] == [("C1", "C1"), (None, "C7")]

    def test_two_sources_are_refused(self) -> None:
        """Codings of two sources cannot agree or disagree."""
        with pytest.raises(Misuse, match="two codings of one source"):
            agree(coding(), coding(source="another-paper"))

    def test_nothing_found_by_anybody(self) -> None:
        """Two empty codings give no figure, not a perfect one."""
        result = both({"claims": []}, {"claims": []})
        assert {None} == {result.claims.f1, result.overlaps[0].jaccard, result.agreed[0].share}


class TestDisagreements:
    def test_in_the_order_of_the_paper(self) -> None:
        """What is to be settled stands in the order of the paragraphs, as people count them."""
        places = ("10.1", "2.1", "2.10", "2.9")
        claims = [{**SAVES, "id": f"C{n}", "at": at} for n, at in enumerate(places)]
        result = both({"claims": claims}, {"claims": []})
        assert [one.at for one in result.disagreements] == ["2.1", "2.9", "2.10", "10.1"]

    @pytest.mark.parametrize(
        ("more", "field"),
        [
            ({"certainty": "hoped"}, "certainty"),
            ({"kinds": ["financial_saving", "workforce"]}, "kinds"),
            ({"stage": "decided"}, "stage"),
            ({"operative": "true"}, "operative"),
            ({"topic": "depots"}, "topic"),
            ({"affects": ["staff"]}, "affects"),
            ({"by": "partner"}, "by"),
        ],
    )
    def test_each_field(self, more: dict[str, Any], field: str) -> None:
        """Whatever the two wrote otherwise is listed, and nothing else."""
        result = both({"claims": [SAVES]}, {"claims": [{**SAVES, **more}]})
        assert [[field]] == [[d.field for d in one.differences] for one in result.disagreements]

    def test_the_main_kind_comes_first(self) -> None:
        """The same kinds with another one first are a disagreement about the main kind."""
        kinds = ["financial_saving", "workforce"]
        result = both({"claims": [{**SAVES, "kinds": kinds}]}, {"claims": [{**SAVES, "kinds": kinds[::-1]}]})
        assert (
            result.agreed[0].same,
            result.overlaps[0].same,
            result.disagreements[0].differences[0].field,
        ) == (0, 1, "kinds")

    @pytest.mark.parametrize(
        ("due", "name"),
        [({"date": "2025-06-01"}, "date"), ({"within": "6 weeks"}, "within"), ({"before": "budget"}, "before")],
    )
    def test_when_a_promise_is_due(self, due: dict[str, str], name: str) -> None:
        """One coder found no date, the other a date, a period or an event."""
        undated, dated = builders.commitment(), builders.commitment(due=due)
        result = both({"commitments": [undated]}, {"commitments": [dated]})
        assert [("undated", name, 1)] == [tuple(cell) for cell in result.agreed[3].table]
        assert [difference.field for difference in result.disagreements[0].differences] == ["due"]

    def test_evidence_of_the_whole_paper(self) -> None:
        """Of each headline kind the furthest status counts, and whether it is promised."""
        shown = [builders.evidence(status="oral"), builders.evidence(id="E2", at="2.2")]
        promised = [builders.commitment(provides=["performance_data"])]
        status = both({"evidence": shown}, {"evidence": shown[:1], "commitments": promised}).statuses[0]
        assert tuple(status) == ("performance_data", "supplied", "oral promised")


class TestRealCodings:
    """Two codings of one report that were made apart."""

    def test_claims(self) -> None:
        """46 claims were found by both, 5 by A only, 1 by B only."""
        claims = real().claims
        assert (*claims, round(claims.f1 or 0, 2)) == (46, 5, 1, 0.94)

    def test_words(self) -> None:
        """Main kind 40 of 46, certainty 45, stage and operative 43, due type 12 of 13, with their kappas."""
        expected = [
            ("main kind", 40, 46, 0.855), ("certainty", 45, 46, 0.959),
            ("stage and operative", 43, 46, 0.785), ("due type", 12, 13, 0.859),
        ]  # fmt: skip
        assert expected == [(one.name, one.same, one.of, round(one.kappa or 0, 3)) for one in real().agreed]

    def test_lists_and_statuses(self) -> None:
        """Kinds overlap by 0.85, what is promised by 0.96; the statuses of two of three headline kinds agree."""
        result = real()
        assert [(o.same, o.of, round(o.jaccard or 0, 3)) for o in result.overlaps] == [(34, 46, 0.848), (12, 13, 0.962)]
        assert tuple(result.commitments) == (13, 0, 1)
        assert [status.a == status.b for status in result.statuses] == [False, True, True]

    def test_the_read_me_says_what_the_command_prints(self) -> None:
        """The figures in the page beside the codings are those that the command prints."""
        from checker.reporters.agreement import figures

        page = (BENCH / "README.md").read_text("utf-8")
        assert [name for name, figure in figures(real()) if f"| {name} | {figure} |" not in page] == []
