"""Questions that members really asked, traced to findings raised from the records alone.

The tables were judged by reading each question beside the findings of the profile for scrutiny.
A link counts where the finding speaks to what the member asked, not where it only touches the
same paragraph; what is left over stands in UNTRACED with the reason. The papers behind the
minutes of 2014 and the article of 2022 were not read: there a finding rests on what was minuted
or reported, often in reply. Of March 2021 the paper was read, and its findings are older than
the questions.
"""

from __future__ import annotations

import pytest

from tests.stories.reading import assessed, found, without_questions

BUDGET = "stockport-budget-minutes-2014"
REPORT = "stockport-tameside-report-2021-03"
MINUTES = "stockport-tameside-minutes-2021-03"
ARTICLE = "stockport-tameside-article-2022-01"
LATE = "2026-01-01"

TRACED = {
    # Sufficient thought given to the risks of relying on voluntary organisations.
    f"{BUDGET}#Q2": ("risk-assessment", f"{BUDGET}#C07"),
    # What follows if the target of fewer placements is not met.
    f"{BUDGET}#Q3": ("risk-assessment", f"{BUDGET}#C09"),
    # Fewer short breaks leading to costlier help: demand with the change and without it.
    f"{BUDGET}#Q5": ("performance-data", f"{BUDGET}#C18"),
    # The risk of a legal challenge: an assurance of confidence, given aloud.
    f"{BUDGET}#Q6": ("legal-advice", f"{BUDGET}#C21"),
    # Whom personal budgets reach, brothers and sisters among them.
    f"{BUDGET}#Q7": ("equality-impact-assessment", f"{BUDGET}#C22"),
    # The legal duties of schools behind the service agreements.
    f"{BUDGET}#Q8": ("legal-advice", f"{BUDGET}#C25"),
    # What staffing costs consist of: told aloud, without a sum.
    f"{BUDGET}#Q10": ("oral-assurance", f"{BUDGET}#E8"),
    # Quality kept up with fewer staff: workload before and after.
    f"{BUDGET}#Q11": ("performance-data", f"{BUDGET}#C28"),
    # Statutory duties with less educational psychology: which duties were looked at.
    f"{BUDGET}#Q13": ("legal-advice", f"{BUDGET}#C32"),
    # Demand under the new system: a forecast with it and without it.
    f"{BUDGET}#Q14": ("performance-data", f"{BUDGET}#C31"),
    # No equality assessment, although services for complex needs are included.
    f"{MINUTES}#Q3": ("equality-impact-assessment", f"{REPORT}#C21"),
    # A loss of outcomes for Stockport's children: the outcomes are claimed without a measure.
    f"{MINUTES}#Q4": ("performance-data", f"{REPORT}#C31"),
    # No chance to scrutinise: a step under way in a paper that members are asked to note.
    f"{MINUTES}#Q5": ("stage-mismatch", f"{REPORT}#C16"),
    # The same reasons would fit a larger area: what else was compared.
    f"{MINUTES}#Q6": ("options-appraisal", f"{REPORT}#C46"),
    # Everything rests on one post: what happens if its holder leaves.
    f"{MINUTES}#Q7": ("risk-assessment", f"{REPORT}#C48"),
    # No performance data in the report of January 2022.
    f"{ARTICLE}#Q1": ("performance-data", f"{ARTICLE}#C01"),
    # How it can be known that joining two boroughs improves anything.
    f"{ARTICLE}#Q2": ("performance-data", f"{ARTICLE}#C02"),
    # Staff spread too thinly: how much there is to do, and how many to do it.
    f"{ARTICLE}#Q3": ("performance-data", f"{ARTICLE}#C10"),
    # Half the cost, half a service: what each council gets for its share.
    f"{ARTICLE}#Q4": ("cost-benefit-analysis", f"{ARTICLE}#C04"),
    # Evidence of the benefit of sharing best practice.
    f"{ARTICLE}#Q5": ("performance-data", f"{MINUTES}#C07"),
    # What the challenges of capacity and resources are.
    f"{ARTICLE}#Q6": ("performance-data", f"{ARTICLE}#C05"),
}
"""Asked -> the rule and the subject of the finding that speaks to it."""

UNTRACED = {
    f"{BUDGET}#Q1": "A remark that the part of partners be recognised; no rule asks whose part a paper names.",
    f"{BUDGET}#Q4": "The findings on capital cost ask whether costs are counted; none speaks of money to be repaid.",
    f"{BUDGET}#Q9": "A wish that the council's own carers come first; no claim in the minutes says otherwise.",
    f"{BUDGET}#Q12": "The claim minuted in reply speaks of independence; no finding speaks of transport.",
    f"{MINUTES}#Q1": "When a committee was first told stands in no source read, and no rule asks it.",
    f"{MINUTES}#Q2": "A remark on earlier updates, which are not among the sources.",
}
"""Asked -> why no finding is claimed for it."""

BEFORE_THE_MEETING = sorted(question for question in TRACED if question.startswith(MINUTES))


def test_every_question_asked_is_traced_or_given_a_reason() -> None:
    """Every question that members asked in the five sources stands in one of the two tables, and in one only."""
    asked = {
        f"{dossier.source.id}#{question.id}"
        for dossier in assessed(LATE).casefile.dossiers
        for question in dossier.coding.asked
    }

    assert asked == {*TRACED, *UNTRACED}
    assert not TRACED.keys() & UNTRACED.keys()
    assert all(len(reason.split()) > 5 for reason in UNTRACED.values())


@pytest.mark.parametrize("question", sorted(TRACED))
def test_a_finding_from_the_records_alone_speaks_to_the_question(question: str) -> None:
    """The finding is there and open although nothing that members asked is known."""
    rule, subject = TRACED[question]

    findings = found(without_questions(LATE), rule, subject)

    assert [one.is_open for one in findings] == [True]


@pytest.mark.parametrize("question", BEFORE_THE_MEETING)
def test_the_questions_of_march_2021_could_be_read_from_the_paper(question: str) -> None:
    """On the day of the meeting, before its minutes, the finding stood open on the paper that members had."""
    rule, subject = TRACED[question]
    day = "2021-03-17"

    findings = found(without_questions(day), rule, subject)

    assert [one.source.id for one in findings if one.is_open] == [REPORT]
    assert MINUTES not in {dossier.source.id for dossier in without_questions(day).casefile.dossiers}


def test_five_of_the_seven_questions_of_march_2021_are_traced() -> None:
    """The count that the notes may print: five of seven in March 2021, six of six in January 2022, ten of fourteen in 2014."""
    traced = {source: sum(name.startswith(source) for name in TRACED) for source in (MINUTES, ARTICLE, BUDGET)}

    assert traced == {MINUTES: 5, ARTICLE: 6, BUDGET: 10}


def test_questions_add_no_finding_of_their_own() -> None:
    """With the questions and without them the findings are the same: a question ranks a matter and raises nothing."""
    with_them = [(one.fingerprint, one.outcome, one.level) for one in assessed(LATE).findings]
    without = [(one.fingerprint, one.outcome, one.level) for one in without_questions(LATE).findings]

    assert with_them == without
    assert any(matter.asked for matter in assessed(LATE).matters)
    assert not any(matter.asked for matter in without_questions(LATE).matters)
