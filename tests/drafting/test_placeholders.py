"""Placeholders left in a draft."""

from __future__ import annotations

import pytest

from checker.drafting.placeholders import defined_in, placeholders


def words(text: str, **how: bool) -> list[str]:
    """Return the placeholders of a text."""
    return [one.words for one in placeholders(text, **how)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The committee of [date] decides.", "[date]"),
        ("Led by [insert name of post].", "[insert name of post]"),
        ("It costs £X a year.", "£X"),
        ("It costs £xx,xxx a year.", "£xx,xxx"),
        ("A saving of XX% is expected.", "XX%"),
        ("Approved on xx March 2026.", "xx"),
        ("The date is TBC.", "TBC"),
        ("Due on DD/MM/YYYY.", "DD/MM/YYYY"),
        ("From April 20XX.", "20XX"),
        ("Click or tap here to enter text.", "Click or tap here to enter text."),
        ("Choose an item.", "Choose an item."),
        ("Lorem ipsum dolor sit amet.", "Lorem ipsum dolor sit amet"),
        ("Signed off by <name>.", "<name>"),
        ("Dear {{ member }}", "{{ member }}"),
        ("The figure is ???", "???"),
        ("This section should set out the risks.", "This section should set out the risks."),
        ("to be confirmed", "to be confirmed"),
        ("[To be confirmed by Finance]", "[To be confirmed by Finance]"),
        ("[Climate officer to complete]", "[Climate officer to complete]"),
        ("It opens in [month to be confirmed].", "[month to be confirmed]"),
        ("4.1 To follow.", "To follow"),
        ("Legal to complete", "Legal to complete"),
        ("Awaiting comments from HR.", "Awaiting comments from HR"),
        ("It is set out at paragraph ??.", "paragraph ??"),
        ("The plan is at Appendix X.", "Appendix X"),
        ("Add <insert figure> here.", "<insert figure>"),
        ("Approved on {date} by Cabinet.", "{date}"),
        ("The list is at appendix ? and the map in Appendix B.", "appendix ?"),
        ("Appendix 1: the list of bays (to follow)", "(to follow)"),
        ("The yard shuts in May (tbc).", "tbc"),
        ("The cost is in the budget. Finance comments: awaited.", "Finance comments: awaited"),
        (
            "The cost is in the budget. Comments of the Section 151 Officer: awaited.",
            "Comments of the Section 151 Officer: awaited",
        ),
        (
            "The legal comments of the Monitoring Officer are awaited. See below.",
            "legal comments of the Monitoring Officer are awaited",
        ),
    ],
)
def test_what_is_left_to_fill_in(text: str, found: str) -> None:
    """Words that a template leaves to fill in are found, and only they."""
    assert [found] == words(text)


@pytest.mark.parametrize(
    "text",
    [
        "as held in [2019] UKSC 12",
        "they “was [sic] not asked”",
        "“[the Council] may do so”",
        "see note [1] and [12]",
        "[emphasis added]",
        "Part XX of the Act",
        "clauses XIX, XX and XXI",
        "The details will be confirmed by the Cabinet in May.",
        "The date is to be confirmed by the Head of Streets at the next meeting.",
        "a 5 x 5 matrix, size XXL",
        "<b> is a tag; 3 < 5 > 2",
        "Is that all? Yes!",
        "an x-ray of the x axis",
        "the Tbc variant",
        "They asked to follow the plan.",
        "Members are awaiting comments from the regulator, which come in May.",
        "The clerk to confirm the date.",
        "as in paragraph x of the list",
        "the set {2, 4, 6}",
        "Why not? Which section?",
        "Legal advice to be provided by counsel costs £900 a day.",
        "The planning decision is awaited.",
        "Comments from the Environment Agency are awaited.",
        "A report (to follow in May) says more.",
    ],
)
def test_honest_brackets_and_letters(text: str) -> None:
    """Citations, editors' brackets, Roman numbers and the like are left alone."""
    assert [] == words(text)


def test_forms_keep_their_instructions() -> None:
    """In a form an instruction belongs there; in a report it was left behind."""
    text = "Please describe the effect on residents."
    assert ([], [text]) == (words(text, form=True), words(text))


def test_a_form_may_hold_an_answer_that_is_still_to_come() -> None:
    """What a form's answer says in place of one is found there too, and an agenda may say that a paper follows."""
    assert ["To be confirmed"] == words("To be confirmed.", form=True)
    assert [] == words("To be provided by the applicant", form=True) + words("Budget report (to follow)", form=True)


def test_an_abbreviation_that_the_paper_defines() -> None:
    """TBC that the paper gives a meaning to is no placeholder."""
    text = "Tolbury Borough Council (TBC) agreed. TBC pays half."
    assert [] == [one.words for one in placeholders(text, defined=defined_in(text))]


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("The Head of Streets to provide.", True),
        ("Finance comments to follow", True),
        ("To be provided by Legal Services", True),
        ("The results will follow.", False),
        ("A report is to follow.", False),
    ],
)
def test_what_stands_alone_under_a_heading(text: str, alone: bool) -> None:
    """Words that put a section off are a placeholder where they are the whole of it, and not elsewhere."""
    assert ([text.rstrip(".")] if alone else [], []) == (words(text, alone=True), words(text))


def test_a_paper_with_so_many_appendices() -> None:
    """Appendix X is no placeholder where the paper has an Appendix W, or one headed X."""
    for text in ("See Appendix W and Appendix X.", "Appendix X: the plan"):
        assert [] == [one.words for one in placeholders(text, defined=defined_in(text))]
