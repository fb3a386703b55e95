"""Which passages read like claims, and why."""

from __future__ import annotations

import pytest

from checker.base.match import find
from checker.drafting import draft
from checker.drafting.claims import claims, reasons
from checker.drafting.cutting import length, pieces
from checker.drafting.features import read
from checker.drafting.learned import weights
from checker.drafting.lexicon import lexicon
from checker.drafting.passages import AS_A_WHOLE
from checker.drafting.units import units
from checker.model.document import Document
from checker.model.draft import QUOTED, DraftClaim, DraftCommitment
from tests.drafting.papers import paper

BENEFIT = "The proposal will improve outcomes for older residents and save £40,000 a year from 2027."
NO_HARM = "The change is not expected to have any adverse impact on residents with a disability."
LONG = (
    "The new depot, which stands on land that the council has owned since the canal was filled in and which no other "
    "service has asked for in the last ten years of reviews, will significantly improve the reliability of every round "
    "in the borough, reduce the cost of repairs, and ensure that crews are able to begin work on time every day."
)
REPORT = paper(
    "Future of the Canal Street depot",
    "# Background",
    ("2.1", "The depot on Canal Street was built in 1968."),
    ("2.2", "Section 12 of the Act requires each authority to keep a register of vehicles."),
    ("2.3", "There were 412 vehicles in 2023/24."),
    "# Benefits",
    ("3.1", BENEFIT),
    ("3.2", NO_HARM),
    ("3.3", LONG),
    "# Contact",
    ("9.1", "Telephone 01234 567890."),
)


def quoted(document: Document, sensitivity: str) -> set[str]:
    return {claim.quote for claim in claims(units(document), sensitivity)}  # type: ignore[arg-type]


@pytest.mark.parametrize("words", [BENEFIT, NO_HARM])
def test_a_benefit_and_a_harm_ruled_out_are_offered(words: str) -> None:
    """A sentence that promises a benefit or rules out a harm is offered at its place, with the words that led to it."""
    (one,) = [claim for claim in draft(REPORT).claims if claim.quote == words]
    assert ("3.1" if words == BENEFIT else "3.2") == one.at
    assert one.because
    assert all(reason.split("\u201d")[0].lstrip("\u201c") in words for reason in one.because if reason[0] == "\u201c")


@pytest.mark.parametrize("place", ["2.1", "2.2", "2.3", "9.1"])
def test_history_law_figures_and_contacts_are_not_offered(place: str) -> None:
    """What was built, what the law asks, a plain count and a telephone number claim nothing."""
    assert place not in {claim.at for claim in draft(REPORT).claims}


def test_headings_are_never_offered() -> None:
    """A heading names a matter; it claims nothing, at any sensitivity."""
    headings = {p.text for p in REPORT.paragraphs if p.part == "heading"}
    assert not headings & quoted(REPORT, "keen")


def test_each_sensitivity_offers_what_the_quieter_one_does() -> None:
    """Keen offers all that balanced offers, balanced all that quiet does."""
    assert quoted(REPORT, "quiet") <= quoted(REPORT, "balanced") <= quoted(REPORT, "keen")


def test_a_record_quotes_forty_words_at_most_of_a_long_sentence() -> None:
    """A long sentence is offered whole, with the stretch that speaks most for a claim to put in a record."""
    (one,) = [claim for claim in draft(REPORT, "keen").claims if claim.quote == LONG]
    assert length(one.words) <= QUOTED < length(one.quote)
    assert find(one.words, LONG)
    assert "improve" in one.words


def listed(lead_in: str, *items: str) -> set[str]:
    """Return which items of a list are offered."""
    lines = [
        ("4.1", lead_in),
        *((f"4.1({letter})", item, "bullet") for letter, item in zip("abcd", items, strict=False)),
    ]
    return {claim.quote for claim in draft(paper("Shared service", "# Proposal", *lines)).claims}  # type: ignore[arg-type]


def test_short_benefits_in_a_list_are_offered_and_duties_are_not() -> None:
    """Bare items after a lead-in are offered where they promise a benefit, not where they say what somebody does."""
    benefits = ("bring economies of scale in buying and management;", "improve health and wellbeing across the area.")
    duties = ("meet four times a year;", "appoint a chair and a deputy; and", "receive the annual accounts.")
    assert set(benefits) == listed("The trust will:", *benefits)
    assert set() == listed("The board will:", *duties)


def test_short_sentences_are_not_cut() -> None:
    """A sentence of forty words or fewer is its own quotation."""
    assert {""} == {claim.words for claim in draft(REPORT, "keen").claims if length(claim.quote) <= QUOTED}


def test_every_quotation_stands_in_its_paragraph() -> None:
    """What is offered is word for word in the paragraph it names."""
    texts = {paragraph.ordinal: paragraph.text for paragraph in REPORT.paragraphs}
    found = draft(REPORT, "keen").claims
    assert found
    assert all(find(claim.quote, texts[claim.ordinal]) for claim in found)


def test_stretches_cover_a_long_sentence_and_none_is_too_long() -> None:
    """The stretches of a long sentence are forty words at most and begin and end at its ends."""
    (unit,) = units(paper(("3.3", LONG)))
    found = pieces(unit)
    assert max(length(piece.text) for piece in found) <= QUOTED
    assert (unit.start, unit.end) == (found[0].start, found[-1].end)


def test_the_lexicon_alone_finds_a_plain_benefit() -> None:
    """Without the learned weights the turns of phrase alone still find the plain sentences."""
    assert {BENEFIT, NO_HARM} <= {claim.quote for claim in claims(units(REPORT), model=False)}


def test_the_same_document_gives_the_same_candidates() -> None:
    """Drafting twice gives the same candidates in the same order."""
    assert draft(REPORT) == draft(REPORT)


def test_an_empty_document_has_no_candidates() -> None:
    """A document without a paragraph has nothing to offer."""
    assert () == draft(Document("text", ())).claims


def test_every_candidate_has_a_reason() -> None:
    """However keen the offering, each candidate says what led to it; where no listed word does, the whole sentence."""
    promises = draft(paper("Officers will report to Cabinet in May."), "keen").commitments
    found = (*draft(REPORT, "keen").claims, *promises)
    assert {DraftClaim, DraftCommitment} == {type(one) for one in found}
    assert all(one.because for one in found)
    (told,) = read(units(paper("Xylophone zebras.")), lexicon())
    assert reasons(told, lexicon(), weights()) == (AS_A_WHOLE,)
