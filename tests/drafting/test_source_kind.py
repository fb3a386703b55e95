"""What kind of source a paper is."""

from __future__ import annotations

import pytest

from checker.drafting.source_kind import source_kind
from checker.model.document import Document
from checker.model.words import SourceKind
from tests.drafting.papers import paper

NUMBERED = (("1", "The hall was built in 1968."), ("2", "It has two rooms."), ("3", "It is let by the hour."))
SPOKEN = (
    "Plans to share a library van have been welcomed in Wexcombe.",
    "The leader of the council said the van would come every week.",
    "\u201cIt is what people have asked for,\u201d she told the committee.",
    "A member for Northgate added that nobody had asked in his ward.",
)


def kind(*lines: str | tuple[str, str], title: str = "") -> SourceKind:
    return source_kind(title, paper(*lines))


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        ("Communities Scrutiny Committee: minutes of 12 February 2025", "minutes"),
        ("Record of proposed decision", "decision_record"),
        ("Agenda for the meeting", "agenda"),
        ("Call-in of decision 12/25", "call_in"),
        ("Equality Impact Assessment", "impact_assessment"),
        ("Budget Book 2025/26", "budget"),
        ("Pay Policy Statement 2025/26", "plan"),
        ("The village hall", "officer_report"),
        ("Outline Business Case: bringing repairs in-house", "officer_report"),
    ],
)
def test_a_title_that_says_what_it_is(title: str, meant: SourceKind) -> None:
    """A paper is of the kind that its title names, and an officer's report where it names none."""
    assert meant == kind(*NUMBERED, title=title)


def test_a_report_on_a_strategy_is_a_report() -> None:
    """An officer's report about a strategy is a report, by the words that only reports have."""
    words = (
        "Key decision: yes",
        "Cabinet Member for Culture",
        "Financial implications",
        "Cabinet is asked to agree it.",
    )
    assert kind(*words, title="Library Strategy 2025") == "officer_report"


def test_a_letter_and_a_form() -> None:
    """A letter is known by how it opens and closes, an equality form by its questions."""
    assert kind("Dear Councillor,", "Your request of 3 May was passed to me.", "Yours sincerely") == "letter"
    assert kind("EqIA", "Protected characteristics", "Negative impacts", "Mitigating actions") == "impact_assessment"


def test_a_business_case_is_no_impact_assessment() -> None:
    """What is called a business case is an officer's paper, although it speaks of options, benefits and values."""
    words = ("Rationale for intervention", "Policy options considered", "Net Present Value", "Impact Assessment (IA)")
    assert kind(*words, title="Full business case for the depot") == "officer_report"
    assert kind(*words, title="Moving the depot") == "impact_assessment"


def test_a_form_behind_a_report_does_not_make_it_one() -> None:
    """A report whose annex is an equality form is still a report."""
    form = ("Protected characteristics", "Negative impacts", "Positive impacts", "Mitigating actions", "EqIA")
    assert kind(*NUMBERED * 3, "# Annex 1 \u2013 Form", *form * 2) == "officer_report"


def test_speech_makes_news() -> None:
    """A page without numbers that reports who said what is news; with neither it is nothing known."""
    assert kind(*SPOKEN) == "news"
    assert kind(*(line.split(" said")[0].split(" told")[0].replace("added", "hopes") for line in SPOKEN)) == "other"


def test_a_councillors_column_is_news() -> None:
    """A column that asks its readers to be in touch with the councillor who writes is news, whatever it is about."""
    lines = (
        "MARCH UPDATE",
        "The budget of the council is set.",
        "Please contact me if you would like to discuss this.",
    )
    assert kind(*lines) == "news"
    assert kind("Dear Resident,", "Your request was passed on.", lines[-1], "Yours sincerely") == "letter"


def test_speech_in_a_numbered_paper_does_not() -> None:
    """A council's numbered paper that quotes what people said stays a report."""
    assert kind(*NUMBERED, *SPOKEN) == "officer_report"


def test_an_empty_paper_is_nothing_known() -> None:
    """A paper without a paragraph is of no kind that can be told."""
    assert source_kind("", Document("text", ())) == "other"
