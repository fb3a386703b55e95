"""Quotations held against a document: its pages, and the words in it that are not its text."""

from __future__ import annotations

import pytest

from checker.engine.verification import Original, check_quotation, verify
from checker.model.casefile import Check
from checker.model.coding import Coding
from checker.model.document import Aside, AsideKind, FileKind
from checker.model.paragraph import Paragraph
from tests.builders import claim, coding

REPORT = (
    Paragraph(1, "", "Future of the depot", 1, part="heading"),
    Paragraph(2, "3.4", "3.4 The depot will be moved and costs will fall\nby a third over five years.", 1, 2),
    Paragraph(3, "3.4", "Costs will fall.", 3),
    Paragraph(4, "3.4", "Costs will fall.", 3),
    Paragraph(5, "3.5", "3.5 Staff will stay.", 4),
    Paragraph(6, "", "Staff will stay.", 0),
)


def checked(quote: str, at: str, *asides: Aside, kind: FileKind = "docx") -> Check:
    """Return what verification finds for one quotation of the report."""
    return check_quotation(quote, at, Original(REPORT, asides, kind))


@pytest.mark.parametrize(
    ("at", "quote", "notes"),
    [
        ("3.4", "costs will fall by a third", ("folded spaces", "pages 1 to 2")),
        ("3.4 p1", "costs will fall by a third", ("folded spaces", "pages 1 to 2")),
        ("3.4 p2", "costs will fall by a third", ("folded spaces", "pages 1 to 2")),
        ("3.5", "Staff will stay", ("page 4",)),
        ("¶1 p1", "Future of the depot", ("page 1",)),
        ("¶6 p9", "Staff will stay", ()),
        ("3.4 p3", "Costs will fall", ("stands in 2 paragraphs of that number", "page 3")),
    ],
)
def test_a_quotation_is_found_on_its_page(at: str, quote: str, notes: tuple[str, ...]) -> None:
    """A quotation stands at its number and on its page; one that runs over a page break is on both."""
    assert Check("found", notes=notes) == checked(quote, at)


LETTERED = Original((Paragraph(7, "(u)", "Fees will not rise.", 3), Paragraph(8, "3.5", "Fees will not rise.", 4)))


def test_a_number_that_no_record_can_hold_goes_by_its_ordinal() -> None:
    """A paragraph numbered "(u)" alone stands in records as the seventh; one with a number of its own does not."""
    assert check_quotation("Fees will not rise", "¶7 p3", LETTERED).state == "found"
    wrong = check_quotation("Fees will not rise", "¶8 p4", LETTERED)
    assert ("wrong_place", "¶7 p3") == (wrong.state, wrong.found_at)


@pytest.mark.parametrize(
    ("at", "quote", "why", "found_at"),
    [
        ("3.4 p4", "costs will fall by a third", "the words stand at 3.4 p1, not at 3.4 p4", "3.4 p1"),
        ("3.5 p4", "Costs will fall", "the words stand at 3.4 p3, not at 3.5 p4", "3.4 p3"),
        ("3.6", "Staff will stay", "the words stand at 3.5 p4, ¶6, not at 3.6; the original has no 3.6", "3.5 p4"),
    ],
)
def test_another_page_is_another_place(at: str, quote: str, why: str, found_at: str) -> None:
    """Words that stand on another page or at another number have another place, which is named with its page."""
    assert Check("wrong_place", why, found_at) == checked(quote, at)


@pytest.mark.parametrize("quote", ["over five years. Costs will fall", "a third over five years. Costs"])
def test_a_quotation_does_not_run_from_one_paragraph_into_the_next(quote: str) -> None:
    """Words of two paragraphs are no quotation of either."""
    assert "not_found" == checked(quote, "3.4").state


@pytest.mark.parametrize(
    ("row", "kind", "aside", "why"),
    [
        ("S19 a comment of a word processor", "docx", "comment", "the words are only in a comment"),
        ("S19 a sticky note on a page", "pdf", "annotation", "the words are only in a comment put on the page"),
        ("S63 a comment of a web page", "html", "comment", "the words are only in an HTML comment"),
        ("S64 a script", "html", "script", "the words are only in a script"),
        ("S51 deleted words", "docx", "deleted", "the words are only in a tracked deletion"),
        ("S22 beyond the edge of the sheet", "pdf", "outside", "the words are only outside the page"),
        ("S27 an earlier version", "pdf", "earlier", "the words are only in an earlier version kept in the file"),
    ],
)
def test_words_that_are_not_the_text_are_not_found(row: str, kind: FileKind, aside: AsideKind, why: str) -> None:
    """Words that no reader of the page sees as its text are not found, and the message says where they do stand."""
    assert Check("not_found", why) == checked(
        "no depot at all", "3.4", Aside(aside, "There is no depot at all."), kind=kind
    ), row


@pytest.mark.parametrize(
    ("row", "kind", "aside", "note"),
    [
        ("S52 an insertion", "docx", "inserted", "TRACKED: the words are an insertion not yet accepted"),
        ("S53 hidden text", "docx", "hidden", "INVISIBLE: the words are hidden from readers of the page"),
        ("S65 hidden by style", "html", "hidden", "INVISIBLE: the words are hidden from readers of the page"),
        ("in the margin of a page", "html", "outside", "OUTSIDE: the words stand round the text of the page: in its navigation, margin or footer"),
    ],
)  # fmt: skip
def test_words_that_count_with_a_warning(row: str, kind: FileKind, aside: AsideKind, note: str) -> None:
    """Words that are hidden, inserted and not yet accepted, or in the margin are found, with a warning."""
    assert Check("found", notes=(note,)) == checked(
        "no depot at all", "3.4", Aside(aside, "There is no depot at all."), kind=kind
    ), row


def test_hidden_words_have_a_place_too() -> None:
    """Of words whose paragraph is known the place must be right."""
    aside = Aside("hidden", "There is no depot at all.", 5)
    assert "found" == checked("no depot at all", "3.5", aside).state
    assert Check("wrong_place", "the words stand at 3.5 p4, not at 3.4", "3.5 p4") == checked(
        "no depot at all", "3.4", aside
    )


def test_an_insertion_in_the_text_is_told_where_the_quotation_meets_it() -> None:
    """Words inserted and not yet accepted are shown with a quotation that holds some of them, and with no other."""
    aside = Aside("inserted", "by a third", 2)
    note = 'TRACKED: the words are an insertion not yet accepted: "by a third"'
    assert note in checked("costs will fall by a third", "3.4", aside).notes
    assert "TRACKED: the words are an insertion not yet accepted" in checked("a third", "3.4", aside).notes
    assert not [note for note in checked("over five years", "3.4", aside).notes if note.startswith("TRACKED")]


def test_deleted_words_are_shown_beside_a_quotation() -> None:
    """A tracked deletion in the paragraph is shown with the quotation, and with the nearest words of one not found."""
    asides = (Aside("deleted", "not", 2), *(Aside("deleted", f"word{n}", 5) for n in range(5)))
    assert 'TRACKED: deleted in this paragraph: "not"' in checked("The depot will be moved", "3.4", *asides).notes
    assert 'deleted there, as tracked: "not"' in checked("The depot will not be moved", "3.4", *asides).why
    assert '"word0", "word1", "word2" and 2 more' in checked("Staff will stay", "3.5", *asides).notes[-1]


def test_an_earlier_version_is_shown_beside_a_quotation() -> None:
    """Where the file keeps an earlier version of a paragraph, that is shown with a quotation of it."""
    notes = checked("costs will fall", "3.4", Aside("earlier", "costs may fall", 2)).notes
    assert 'REVISED: an earlier version in the file says "costs may fall"' in notes


def test_the_text_itself_goes_before_all_else() -> None:
    """Words that stand in the text are found there, whatever else holds them too."""
    asides = (Aside("comment", "Staff will stay."), Aside("hidden", "Staff will stay.", 1))
    assert Check("found", notes=("page 4",)) == checked("Staff will stay", "3.5", *asides)


def test_every_quotation_of_a_coding_is_checked() -> None:
    """Each item of a coding gets its result by its id."""
    claims = [
        claim(id="C1", at="3.5", quote="Staff will stay"),
        claim(id="C2", at="3.5", quote="Staff will go at once"),
    ]
    checks = verify(Coding.model_validate(coding(claims=claims)), REPORT, ())
    assert {"C1": "found", "C2": "not_found"} == {name: check.state for name, check in checks.items()}
