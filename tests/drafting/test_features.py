"""What is noticed about a passage."""

from __future__ import annotations

import pytest

from checker.drafting.features import Read, document_kind, heading_class, read
from checker.drafting.lexicon import lexicon
from checker.drafting.named import class_features, pair_features, spine
from checker.drafting.stems import stem
from checker.drafting.units import units
from tests.drafting.papers import paper, table


def noticed(text: str) -> Read:
    (one,) = read(units(paper(("2.1", text))), lexicon())
    return one


@pytest.mark.parametrize(
    ("heading", "announces"),
    [
        ("7. Policy background", "policy"),
        ("Financial implications", "financial"),
        ("Legislative Context", "legal_context"),
        ("Consultation outcome", "consultation"),
        ("Options considered", "options"),
        ("The Old Mill", ""),
    ],
)
def test_a_heading_is_known_by_its_words(heading: str, announces: str) -> None:
    """The headings that templates carry are known; others announce nothing."""
    assert announces == heading_class(heading, lexicon())


@pytest.mark.parametrize(
    ("opening", "kind"),
    [
        (("EXPLANATORY MEMORANDUM", "This instrument is laid before Parliament."), "explanatory_memorandum"),
        (("MINUTES of the meeting", "Apologies were received.", "RESOLVED: that it be noted."), "minutes"),
        (("EQIA", "Protected characteristics", "Negative impacts: none"), "equality_form"),
        (("A paper about swans",), ""),
    ],
)
def test_a_paper_is_known_by_its_opening(opening: tuple[str, ...], kind: str) -> None:
    """Two signs of a kind of document in its opening are enough, none are not."""
    assert kind == document_kind(units(paper(*opening)), lexicon())


def test_a_book_of_figures_is_a_table() -> None:
    """A document that is nearly all short cells is a book of tables."""
    assert "tables" == document_kind(units(table(*(["Roof", "1,200", "0"] for _ in range(30)))), lexicon())


def test_the_main_verb_parts_subject_from_what_is_said() -> None:
    """The first auxiliary is the main verb; a phrase without one has none."""
    one = noticed("The proposal will improve outcomes.")
    assert "will" == one.tokens[spine(one)].text
    assert -1 == spine(noticed("Better outcomes for residents"))


def test_classes_are_read_in_order() -> None:
    """ "No" before "impact" is noticed, "impact" before "no" is another thing."""
    assert "negation > harm" in set(pair_features(noticed("There is no impact.")))
    assert "negation > harm" not in set(pair_features(noticed("The impact is not small.")))


def test_what_stands_early_is_noticed() -> None:
    """Words of the first half dozen are told apart from later ones."""
    assert "early improve" in set(class_features(noticed("Improved bus services for villages")))
    assert "early improve" not in set(class_features(noticed("The bus service for the six villages is to be improved")))


def test_a_sentence_said_twice_echoes() -> None:
    """A sentence that comes again elsewhere in the paper is noticed, one that stands alone is not."""
    said = "The merger will bring lower costs and steadier staffing."
    first, _, lone = read(
        units(paper(("1.1", said), ("4.1", said), ("5.1", "Swans winter upon quiet rivers nearby."))), lexicon()
    )
    assert 1.0 == first.echoed
    assert 0.0 == lone.echoed


def test_endings_are_cut_from_long_words_only() -> None:
    """A stem keeps four letters at least."""
    assert ("improv", "ring") == (stem("improving"), stem("ring"))
