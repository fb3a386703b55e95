"""The six sources of the invented Wexcombe Borough Council, and what each was written to show."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.model.finding import Assessment
from checker.reporters import as_json, text
from checker.reporters.wording import Words
from tests.stories.reading import EXAMPLES, ORIGINALS, assessed, dossier_of, found, standing_of

HUBS = "wexcombe-library-hubs-2025-02"
PERMITS = "wexcombe-parking-permits-2025-03"
GATES = "wexcombe-allotment-gates-2025-03"
MUSEUM = "wexcombe-museum-options-2025-04"
MINUTES = "wexcombe-library-minutes-2025-02"
NEWS = "wexcombe-library-news-2025-09"
EVENING = "2025-02-12"
LATE = "2025-10-01"


def one_file(source: str) -> Path:
    """Return the coding file of an example."""
    return EXAMPLES / "claims" / f"{source}.yaml"


def the_evening() -> Assessment:
    """Return the assessment of the paper full of gaps alone, on the evening of the meeting."""
    return assessed(EVENING, one_file(HUBS))


class TestReportFullOfGaps:
    """Shared library hubs: much is claimed and little is shown."""

    @pytest.mark.parametrize(
        ("item", "rule", "outcome"),
        [
            ("C03", "performance-data", "gap"),
            ("C03", "cost-benefit-analysis", "promised"),
            ("C04", "cost-benefit-analysis", "promised"),
            ("C04", "financial-implications", "weak"),
            ("C05", "performance-data", "gap"),
            ("C05", "equality-impact-assessment", "gap"),
            ("C06", "equality-impact-assessment", "gap"),
            ("C10", "options-appraisal", "promised"),
            ("C12", "cost-benefit-analysis", "promised"),
            ("C07", "stage-mismatch", "weak"),
            ("E1", "evidence-missing-part", "weak"),
            ("E1", "evidence-part-scope", "weak"),
            ("E3", "bare-nil", "gap"),
            ("E5", "referenced-not-attached", "weak"),
            ("K4", "promise-undated", "promised"),
            ("X1", "source-conflict", "weak"),
        ],
    )
    def test_what_is_not_shown_is_found(self, item: str, rule: str, outcome: str) -> None:
        """Each thing that the paper claims, leaves out, promises or says twice has its finding."""
        assert [outcome] == [one.outcome for one in found(the_evening(), rule, f"{HUBS}#{item}")]

    def test_no_claim_slips_through(self) -> None:
        """Every claim of the paper has an open finding."""
        claims = {f"{HUBS}#{claim.id}" for claim in dossier_of(the_evening(), HUBS).coding.claims}

        assert claims == {one.subject_id for one in the_evening().open if one.claim}

    @pytest.mark.parametrize(
        ("as_of", "state"),
        [
            ("2025-02-12", "open"),
            ("2025-05-30", "open"),
            ("2025-05-31", "due_soon"),
            ("2025-06-30", "due_soon"),
            ("2025-07-01", "overdue"),
        ],
    )
    def test_a_dated_promise_is_in_time_to_its_last_day(self, as_of: str, state: str) -> None:
        """Results promised by 30 June are in time on that day and overdue on the next."""
        assert state == standing_of(assessed(as_of, EXAMPLES), f"{HUBS}#K3").state


class TestCleanPaper:
    """Parking permits: every claim has all that its rules need."""

    @pytest.mark.parametrize("originals", [None, ORIGINALS], ids=["seals", "originals"])
    def test_nothing_is_open(self, originals: Path | None) -> None:
        """A paper that shows its evidence has no open finding under the profile for scrutiny, whatever the day."""
        for as_of in ("2025-03-05", "2035-01-01"):
            assessment = assessed(as_of, one_file(PERMITS), originals=originals)

            assert not assessment.open
            assert {"met", "not_applicable"} == {one.outcome for one in assessment.findings}

    def test_every_claim_is_judged_and_met(self) -> None:
        """Each of its claims meets a headline rule, so that nothing passes because nothing was asked of it."""
        assessment = assessed("2025-03-05", one_file(PERMITS))
        claims = {f"{PERMITS}#{claim.id}" for claim in dossier_of(assessment, PERMITS).coding.claims}

        assert claims == {one.subject_id for one in assessment.findings if one.rule.group == "headline"}

    def test_the_page_says_what_nothing_open_means(self) -> None:
        """The page says that nothing is open, and that this does not make the claims right."""
        page = "".join(text.render(assessed("2025-03-05", one_file(PERMITS))))

        assert "Nothing open" in page
        assert "whether the claims are right" in " ".join(page.split())


class TestReasonedNil:
    """Allotment gates: "none expected, for these reasons"."""

    def test_a_nil_with_its_reasons_meets_the_rule(self) -> None:
        """A nil that names groups, data, who and when meets the rule on equality analysis."""
        findings = found(assessed("2025-03-19", one_file(GATES)), "equality-impact-assessment", f"{GATES}#C03")

        assert [(one.outcome, one.reason) for one in findings] == [("met", "none_reasoned")]

    def test_nothing_is_open(self) -> None:
        """The paper as a whole has no open finding."""
        assert not assessed("2025-03-19", one_file(GATES)).open
        assert GATES not in {one.source.id for one in assessed(LATE, EXAMPLES).open}


class TestHonestHypothesis:
    """Museum: ideas to be tested, and a list of what is not known."""

    @pytest.mark.parametrize("as_of", ["2025-04-16", "2035-01-01"])
    def test_only_low_findings(self, as_of: str) -> None:
        """A paper that puts ideas as ideas and says what is to come has low findings only."""
        findings = assessed(as_of, one_file(MUSEUM)).open

        assert {"low"} == {one.level for one in findings}
        assert {"promised"} == {one.outcome for one in findings}

    def test_its_claims_are_hypotheses(self) -> None:
        """Every claim of the paper is put as an idea to be tested, at the stage of options."""
        dossier = dossier_of(assessed(LATE, EXAMPLES), MUSEUM)

        assert {"hypothesis"} == {claim.certainty for claim in dossier.coding.claims}
        assert dossier.source.stage == "options"


class TestMinutes:
    """The minutes of the meeting that had the hubs before it."""

    def test_questions_are_minuted_with_every_sort_of_answer(self) -> None:
        """Some questions were answered, some in part, one with a promise, and to one no answer is minuted."""
        asked = dossier_of(assessed(LATE, EXAMPLES), MINUTES).coding.asked

        assert {"answered", "partly", "promised", "none_minuted"} == {question.answer.state for question in asked}

    def test_a_question_without_a_full_answer_stands_with_its_matter(self) -> None:
        """What members asked about equality stands with the matter of who would notice a change."""
        matters = {
            one.theme: one for one in assessed("2025-02-13", EXAMPLES).matters if one.topic == "shared-library-hubs"
        }

        assert [f"{MINUTES}#Q2"] == [f"{source.id}#{asked.id}" for source, asked in matters["people"].asked]

    @pytest.mark.parametrize(
        ("as_of", "state"), [("2025-02-13", "open"), ("2025-04-09", "due_soon"), ("2025-04-10", "overdue")]
    )
    def test_the_resolution_asks_officers_for_figures(self, as_of: str, state: str) -> None:
        """Figures requested for 9 April are in time on that day and overdue on the next."""
        standing = standing_of(assessed(as_of, EXAMPLES), f"{MINUTES}#K3")

        assert (standing.commitment.origin, standing.commitment.owner) == ("request", "Head of Libraries")
        assert state == standing.state

    def test_minutes_count_from_the_day_after_the_meeting(self) -> None:
        """On the evening of the meeting its minutes are not yet known."""
        assert MINUTES not in {d.source.id for d in assessed(EVENING, EXAMPLES).casefile.dossiers}
        assert MINUTES in {d.source.id for d in assessed("2025-02-13", EXAMPLES).casefile.dossiers}


class TestNews:
    """The newspaper that saw the further report go to committee."""

    @pytest.mark.parametrize(("as_of", "state"), [("2025-09-17", "open"), ("2025-09-18", "fell_due_unread")])
    def test_a_report_known_and_not_read_lets_promises_fall_due(self, as_of: str, state: str) -> None:
        """Promises tied to the further report fall due unread once the newspaper has told of it."""
        assessment = assessed(as_of, EXAMPLES)

        for commitment in (f"{HUBS}#K1", f"{HUBS}#K2", f"{MINUTES}#K2"):
            assert state == standing_of(assessment, commitment).state

    def test_what_rests_on_the_unread_report_cannot_be_told(self) -> None:
        """The equality finding that was a gap, then promised, is cannot tell once the report is known and not read."""
        subject = ("equality-impact-assessment", f"{HUBS}#C06")
        outcomes = [
            found(assessed(day, EXAMPLES), *subject)[0].outcome for day in (EVENING, "2025-02-13", "2025-09-18")
        ]

        assert outcomes == ["gap", "promised", "cannot_tell"]

    def test_what_it_reports_is_judged_as_reported(self) -> None:
        """Every finding on a claim it reports says that the paper itself was not read."""
        findings = [one for one in as_json_findings(assessed(LATE, EXAMPLES)) if one["source"] == NEWS and one["claim"]]

        assert len(findings) > 5
        assert all("the paper itself was not read" in str(one["message"]) for one in findings)

    def test_a_members_figure_is_judged_only_where_members_are(self) -> None:
        """A figure that a member gave without a source is left alone under scrutiny and a gap under research."""
        subject = ("performance-data", f"{NEWS}#C04")

        assert not found(assessed(LATE, EXAMPLES), *subject)
        assert found(assessed(LATE, EXAMPLES, profile="research"), *subject)[0].is_open


def as_json_findings(assessment: Assessment) -> list[dict[str, object]]:
    """Return the findings as JSON prints them."""
    words = Words(assessment)
    return [as_json.finding(one, words) for one in assessment.findings]
