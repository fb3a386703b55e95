"""What an equality form leaves open: no word on a group, "no" alone, or "no" beside harm."""

from __future__ import annotations

import pytest

from checker.drafting.equality_form import open_boxes
from checker.drafting.sections import sections
from tests.drafting.papers import Line, paper, table

GROUPS = ("Age", "Disability", "Race and ethnicity", "Sex", "Sexual orientation")
NIL = "No effect is expected: the 2024 survey of users shows no difference."


def asked(*answers: str) -> tuple[str, ...]:
    """Return the lines of a form that asks two things of each group; an answer may have a second line of details."""
    lines: list[str] = ["# Negative impacts"]
    for group, answer in zip(GROUPS, answers, strict=True):
        first, _, details = answer.partition("/")
        lines += [f"# Are there negative impacts for {group}?", first, f"# Details of negative impacts for {group}"]
        lines += [details] if details else []
        lines += [f"# Responsible officer for {group}", "The equalities lead"]
    return tuple(line for line in lines if line)


def test_no_alone_is_told_of_all_groups_at_once() -> None:
    """One point for all characteristics of which the form says "No", and nothing of why."""
    (one,) = open_boxes(paper(*asked("No/" + NIL, "No", "No/Not applicable", "No/None identified.", "No/" + NIL)))
    assert (one.state, one.quote, one.title) == ("bare_nil", "No", "disability, race and sex")
    assert "Of disability, race and sex the form says “No”, and no more." == one.says


def test_a_row_without_a_word_is_empty() -> None:
    """In a table the box stands beside its characteristic; where it is empty the form says nothing of that group."""
    rows = [["Characteristic", "Effect"], *([group, NIL] for group in GROUPS[1:]), ["Age", ""]]
    (one,) = open_boxes(table(*rows))
    assert (one.state, one.quote, one.says) == ("empty", "Age", "Nothing is said of age.")


def test_a_characteristic_before_a_colon_is_a_label_too() -> None:
    """ "Age: no impact" in a list says as little as a form with boxes."""
    said = ("no impact.", NIL, "None identified", "No impact", NIL)
    lines: list[Line] = [("5.1", f"{group}: {words}", "bullet") for group, words in zip(GROUPS, said, strict=True)]
    (one,) = open_boxes(paper("# Equality", *lines, ("5.2", "The survey is repeated each year.")))
    assert (one.state, one.says) == (
        "bare_nil",
        "Of age, race and sex the form says “no impact” or “None identified”, and no more.",
    )


COLUMNS = ["Characteristic", "Positive", "Neutral", "Negative", "Evidence"]
ALL = (*GROUPS, "Religion or belief", "Pregnancy and maternity", "Gender reassignment")


def ticked(column: int, evidence: str, sign: str = "☒") -> list[str]:
    """Return the boxes of a row with one ticked, and the evidence beside them; with none ticked for column 0."""
    return [sign if n == column else "☐" if sign == "☒" else "" for n in (1, 2, 3)] + [evidence]


@pytest.mark.parametrize("sign", ["☒", "x"])
def test_a_tick_says_what_its_column_is_headed(sign: str) -> None:
    """Boxes that are not ticked say nothing; a tick under "Neutral" alone is a nil, one under "Negative" is none."""
    rows = {"Age": ticked(3, ""), "Disability": ticked(2, "", sign), "Sex": ticked(0, "")}
    (empty, bare) = open_boxes(table(COLUMNS, *([group, *rows.get(group, ticked(2, NIL))] for group in GROUPS)))
    assert (empty.says, bare.says) == (
        "Nothing is said of sex.",
        "Of disability the form says “Neutral”, and no more.",
    )


def test_the_words_beside_a_ticked_box_count() -> None:
    """ "☐ Yes ☒ No" says no; where neither is ticked, nothing is said."""
    rows = [[group, "☐ Yes  ☒ No"] for group in GROUPS[:4]] + [[GROUPS[4], "☐ Yes  ☐ No"]]
    (empty, bare) = open_boxes(table(*rows))
    assert "Nothing is said of sexual orientation." == empty.says
    assert bare.says.endswith("the form says “No”, and no more.")


def test_neutral_beside_harm_is_told() -> None:
    """A tick under "Neutral" and words of hardship for the same group do not sit together."""
    rows = {"Disability": ticked(2, "Some families cannot drive, which would cause hardship.")}
    (one,) = open_boxes(table(COLUMNS, *([group, *rows.get(group, ticked(2, NIL))] for group in GROUPS)))
    assert one.state == "contradicted"
    assert "“Disability” is answered “Neutral”" in one.says


def test_a_characteristic_that_a_form_leaves_out() -> None:
    """A form with a line for nearly every characteristic that names one nowhere is told so, but not of marriage."""
    left = [[group, NIL] for group in ALL if group != "Sexual orientation"]
    (one,) = open_boxes(table(*left))
    assert "The form has no line for sexual orientation." == one.says
    assert not list(open_boxes(table(*left, ["Others", "People who are LGBT+ were asked."])))
    assert not list(open_boxes(table(*([group, NIL] for group in ALL))))


def test_no_beside_harm_is_told_with_the_words() -> None:
    """ "No" to negative impacts, and details that speak of disruption to the same group, do not sit together."""
    harm = "There is potential for minor disruption while staff settle in."
    found = paper(*asked(f"No/{harm}", f"No/{NIL}", f"No/{harm}", f"No/{NIL}", f"No/{NIL}"))
    (one,) = open_boxes(found)
    assert one.state == "contradicted"
    assert one.title == "Are there negative impacts for Age?"
    assert "(the same with race)" in one.says
    assert one.other_quote == harm
    assert found.paragraphs[one.ordinal - 1].text == "No"


def test_yes_is_no_nil_and_harm_denied_is_no_harm() -> None:
    """A form that answers and explains has nothing left open."""
    denied = "No group would be at a disadvantage, and nothing gets worse for any of them."
    full = asked("Yes/Evening visits become harder.", f"No/{denied}", f"No/{NIL}", f"No/{NIL}", f"No/{NIL}")
    assert not list(open_boxes(paper(*full)))


def test_a_report_that_names_a_few_groups_is_no_form() -> None:
    """Four characteristics with a line each are a passage of a report; figures by group are a table of figures."""
    assert not list(open_boxes(table(*([group, ""] for group in GROUPS[:4]))))
    assert not list(open_boxes(table(*([group, "45%"] for group in GROUPS))))
    assert not list(open_boxes(paper(*(f"{group} was looked at in the survey." for group in GROUPS))))


def test_a_pre_check_holds_what_a_form_leaves_open() -> None:
    """The boxes of a form stand among the headings that an author is told of."""
    found = sections(paper("Equality impact assessment", *asked("No", "No", "No", "No", "No")))
    assert [("bare_nil", "age and 4 more")] == [(one.state, one.title) for one in found if one.needs_work]
