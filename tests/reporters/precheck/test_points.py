"""The points of a draft, and how they read."""

from __future__ import annotations

import dataclasses
import json

from checker.model.document import Told
from checker.model.draft import Draft
from checker.reporters.comments.comment import plain
from checker.reporters.layout import quoted
from checker.reporters.precheck import as_json, text
from checker.reporters.precheck.comments import comments
from checker.reporters.precheck.points import IN_ONE_PARAGRAPH, left_out, open_at, points
from checker.reporters.precheck.text import head
from tests.workflow.depot import DRAFT, LINES, claim, seen

MANY = dataclasses.replace(
    DRAFT, claims=tuple(claim("3.1", "One depot would save £40,000 a year from 2027", 7, kind, "reputation") for kind in (
        "financial_saving", "economies_of_scale", "improved_outcomes", "workforce", "no_adverse_impact", "improved_quality"))
)  # fmt: skip


def read(**asked: object) -> str:
    """Return the fix list on one line."""
    return " ".join("".join(text.render(seen(**asked))).split())  # type: ignore[arg-type]


def test_headings_first_then_figures_then_questions() -> None:
    """Headings and placeholders come first, then what does not agree, then questions in the order of the paper."""
    sorts = [point.sort for point in points(seen())]
    assert sorted(sorts, key=("section", "oddity", "question").index) == sorts
    assert ["section", "section", "oddity"] == sorts[:3]
    asked = [point.paragraph.ordinal for point in points(seen()) if point.sort == "question"]
    assert sorted(asked) == asked


def test_a_question_is_put_once() -> None:
    """The same question is put once, at the passage that calls for it most, with the other places beside it."""
    found = [point for point in points(seen(), everything=True) if point.said.ask]
    assert len({point.said.ask for point in found}) == len(found)
    saving = next(point for point in found if point.theme == "money" and point.sort == "question")
    assert ("3.1", ["3.3"]) == (saving.paragraph.at, [p.at for p in saving.also])


def test_other_bullets_of_the_same_place_are_not_named_beside_it() -> None:
    """ "The same at 3.1" beside 3.1 would send an author to where they are; only other places are named."""
    lines = (*LINES[:7], "Its sale would save £5,000 a year.", *LINES[7:])
    both = tuple(claim("3.1", words, n) for words, n in (("One depot would save £40,000 a year", 7), ("would save £5,000 a year", 8)))  # fmt: skip
    precheck = seen(Draft(claims=both), lines=lines)
    assert any(point.also for point in points(precheck))
    assert "The same at" not in "".join(text.render(precheck))
    assert not any("The same question" in plain(line) for comment in comments(precheck) for line in comment.lines)


def test_one_point_a_paragraph_and_matter() -> None:
    """A paragraph has one point on a matter and few in all, however many kinds of claim it makes."""
    for everything in (False, True):
        found = [point for point in points(seen(MANY), everything=everything) if point.sort == "question"]
        here = [point.theme for point in found if point.paragraph.at == "3.1"]
        assert len(here) == len(set(here))
        assert (len(here) > IN_ONE_PARAGRAPH) == everything


def test_a_nil_is_said_once() -> None:
    """A bare nil under a heading is said at the heading, not again under every claim."""
    found = [point for point in points(seen(), everything=True) if point.theme == "people"]
    assert ["contradicted"] == [point.section.state for point in found if point.section]
    assert not [point for point in found if point.finding and point.finding.reason == "none_stated"]


def test_a_heading_of_two_sections_has_one_point() -> None:
    """What stands under "Legal and environmental" is said once, with what settles each, and JSON names both."""
    lines = (*LINES[:-6], "# 4. Legal and environmental implications", "4.1 None.")
    precheck = seen(lines=lines)
    (point,) = (one for one in points(precheck) if one.section and one.section.state == "bare_nil")
    assert "The council acts under" in point.said.settle
    assert "Emissions" in point.said.settle
    (told,) = (one for one in json.loads("".join(as_json.render(precheck)))["points"] if one["state"] == "bare_nil")
    assert {"legal", "environment"} == {told["heading"], *told["other_headings"]}


def test_what_may_not_be_a_claim_is_never_needed() -> None:
    """A passage that is possibly a claim is helpful at most, where a likely one would be needed for clearance."""
    unsure = dataclasses.replace(DRAFT, claims=tuple(dataclasses.replace(c, confidence="possible") for c in DRAFT.claims), commitments=(), evidence=())  # fmt: skip
    sure = dataclasses.replace(unsure, claims=DRAFT.claims)
    needed = [[p.needed for p in points(seen(d)) if p.sort == "question"] for d in (unsure, sure)]
    assert (False, True) == (any(needed[0]), any(needed[1]))


def test_a_promise_with_a_time_in_words_is_not_called_undated() -> None:
    """A promise for the spring is not asked for its date, nor is a plain step that only may be a promise."""
    assert "By what date" not in read()
    assert "promised at 3.4 (“in the spring”), not yet shown" in read()
    undated = dataclasses.replace(DRAFT.commitments[0], due="")
    assert "By what date" in read(draft=dataclasses.replace(DRAFT, commitments=(undated,)))
    step = dataclasses.replace(undated, provides=("action",))
    assert "By what date" not in read(draft=dataclasses.replace(DRAFT, commitments=(step,), evidence=()))


def test_the_head_says_what_it_rests_on() -> None:
    """The fix list says that claims are candidates, that nothing is kept, and what the paper was taken to ask."""
    shown = read()
    assert "3 claims and 1 promise: candidates, found by their words; none has been confirmed by a person." in shown
    assert "Private: nothing is kept." in shown
    assert "Taken as a paper for decision, as 1.1 asks." in shown
    assert "Taken as a paper for noting, as told (stage: options, which follows from that)." in read(asks="note")
    assert "Taken as a paper for noting (stage: review), as told." in read(asks="note", stage="review")


def test_the_list_shows_what_to_mend_and_how() -> None:
    """Each point has its place, the words, what was found, the question, and the sentence that would settle it."""
    shown = read()
    assert "4.1 “[insert figure]” NEEDED There is a placeholder under “Financial implications”" in shown
    assert "How does the answer under “Equality implications” sit with 3.2?" in shown
    assert "3.5 “It opens on Monday 12 March 2025.” helpful 12 March 2025 is a Wednesday; Monday is given." in shown
    assert "may ask Which outcomes are expected to change, for whom, and from what starting point?" in shown
    assert "settle Give three measures" in shown


def test_the_list_fits_the_screen() -> None:
    """Every line fits eighty columns, and the list ends with the counts and what to do next."""
    lines = "".join(text.render(seen(), everything=True, file="depot.docx")).splitlines()
    assert [line for line in lines if len(line) > 80] == []
    assert "  checker precheck depot.docx -o COMMENTED.docx" == lines[-1]
    assert any("needed for clearance ·" in line for line in lines)


def test_missing_headings_are_one_line() -> None:
    """Headings that were expected and not found are named in one line, and called helpful by none."""
    shown = read()
    assert "Not found among the headings: Risk, Environment and climate, Background papers, Options considered, Consultation." in shown  # fmt: skip


def test_a_paper_that_asks_for_no_decision() -> None:
    """A paper without a recommendation that reads like minutes is taken for information, which the list says."""
    minutes = ("Minutes of the meeting of Cabinet", *LINES[5:9])
    shown = read(lines=minutes, draft=dataclasses.replace(DRAFT, commitments=(), evidence=()))
    assert "Taken as a paper for information: no recommendation was found, and it reads like minutes. Say otherwise" in shown  # fmt: skip
    assert "NEEDED" not in shown
    assert "Taken as a paper for decision, as told." in read(lines=minutes, asks="decide")


def test_needed_for_clearance_is_explained() -> None:
    """The foot of the list says what is needed for clearance, by the profile of the run."""
    assert "Needed for clearance: points of level high, to be settled before the paper goes on" in read()
    assert "The profile scrutiny needs nothing for clearance." in read(profile="scrutiny")


def test_what_the_file_is_like_is_said_once() -> None:
    """What was found on several pages of a file is said once, with the pages."""
    told = tuple(Told("REVISED", "An earlier version of this page differs.", page) for page in (1, 3))
    precheck = seen()
    revised = dataclasses.replace(precheck, document=dataclasses.replace(precheck.document, told=told))
    assert ("Pages 1, 3: An earlier version of this page differs.",) == head(revised)[3:]


def test_words_in_quotation_marks() -> None:
    """A passage that begins with a quotation mark is shown with single marks inside the double ones."""
    for words in ("“In my view it saves” £1m", '"In my view it saves" £1m'):
        assert "“‘In my view it saves’ £1m”" == quoted(words)


def test_comments_stand_in_the_order_of_the_paper() -> None:
    """Comments follow the paper from its first paragraph to its last, whatever they are about."""
    order = {p.origin: p.ordinal for p in seen().document.paragraphs}
    found = [order[one.origin] for one in comments(seen())]
    assert sorted(found) == found
    assert len(set(found)) > 3


def test_nothing_asked() -> None:
    """A draft without candidates is told that nothing is asked, beside what its headings lack."""
    assert "Nothing is asked under these rules." in read(draft=Draft())


def test_helpful_questions_are_few() -> None:
    """Helpful questions beyond a dozen, and beyond two on one kind of evidence, are counted and printed on demand."""
    precheck = seen(MANY)
    left = left_out(precheck, points(precheck))
    assert left == len(points(precheck, everything=True)) - len(points(precheck)) > 0
    assert f"{left} more helpful" in read(draft=MANY)


def test_the_exit_follows_the_most_serious_point() -> None:
    """A placeholder is as serious as anything; a draft with no point at all is clear."""
    clean = [line for line in LINES[:5] if not line.startswith("3.5")]
    assert open_at(seen(), "high")
    assert not open_at(seen(), "never")
    assert not open_at(seen(Draft(), clean), "high")


def test_json_has_every_point() -> None:
    """JSON holds the points as printed, the headings not found, and how the stage was known."""
    data = json.loads("".join(as_json.render(seen())))
    assert (1, True, "decide", "1.1") == (data["schema_version"], data["candidates"], data["asks"], data["stage_from"])
    assert data["counts"]["needed"] + data["counts"]["helpful"] == len(data["points"]) == len(points(seen()))
    assert {"sort", "at", "quote", "needed", "question", "settle", "rests_on", "rule"} <= data["points"][0].keys()
    assert "contradicted" in [point["state"] for point in data["points"]]


def test_comments_read_like_a_colleague() -> None:
    """Each comment says what members may ask, one way to settle it, whether it is needed, and what it rests on."""
    whole, *rest = comments(seen())
    assert plain(whole.lines[0]).startswith("Pre-check of depot.docx: Future of the Canal Street depot")
    asked = next(one for one in rest if one.quote.startswith("The move will improve"))
    assert ["Members may ask: ", "One way to settle it: ", "Needed for clearance."] == [
        line[0].text for line in asked.lines if line[0].bold or line[0].italic
    ]
    assert "with no performance data found in it." in plain(asked.lines[0])
    assert all("Rests on: " in plain(one.lines[-1]) for one in rest if one.lines[0][0].text == "Members may ask: ")
    assert len(rest) == len(points(seen()))
