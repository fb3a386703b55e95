"""Who speaks in minutes, told from titles; a name alone tells nothing."""

from __future__ import annotations

import pytest

from checker.drafting.speakers import speakers
from checker.drafting.units import units
from checker.model.draft import DraftClaim
from checker.model.drafted import record_by
from tests.drafting.papers import paper


def said(*sentences: str) -> list[str | None]:
    """Return who says each sentence of one paragraph."""
    found = units(paper("Minutes", ("4.1", " ".join(sentences))))
    return [by for unit, by in zip(found, speakers(found), strict=True) if unit.paragraph.number == "4.1"]


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("The Leader confirmed that the move would save money.", "executive"),
        ("The Cabinet Member for Homes said that tenants would gain.", "executive"),
        ("The Leader of the Labour Group said that tenants would lose.", "member"),
        ("Cllr Reed asked whether the move would save money.", "member"),
        ("Members noted that the move would save money.", "member"),
        ("A member of the public said that the bus would help.", "other"),
        ("The Director of Places explained that the move would save money.", "officer"),
        ("The Clerk advised that the work would be cheaper.", "officer"),
        ("A representative of the housing association stated that rents would fall.", "partner"),
        (
            "In response to Members\u2019 questions, the Director of Places said that the move would save money.",
            "officer",
        ),
        ("Ms Reed noted that the move would save money.", None),
        ("It was noted by Members that the move would save money.", None),
        ("Thanks were paid to officers who had supported the move.", None),
        ("The move would save money.", None),
    ],
)
def test_a_title_before_a_verb_of_saying_tells_who_speaks(words: str, by: str | None) -> None:
    """The title nearest the beginning counts, not one that is spoken to or of."""
    assert said(words) == [by]


def test_whoever_spoke_last_in_a_paragraph_goes_on() -> None:
    """ "She added" and a sentence without a speaker belong to the one before; "it was noted" to nobody."""
    leader = "The Leader said that the move would save money."
    assert said(leader, "Jobs would be safe.", "She added that it would help.") == ["executive"] * 3
    assert said(leader, "It was noted that jobs would be safe.") == ["executive", None]


def test_in_minutes_without_paragraphs_only_a_pronoun_goes_on() -> None:
    """Where everything is one paragraph the next sentence may be another item, and somebody else's."""
    told = said("Cllr Reed said that the bus would help.", "The hall is let.", *["The lamp is mended."] * 7)
    assert told == ["member"] + [None] * 8
    told = said("Cllr Reed said that the bus would help.", "He added that it was cheap.", *["The lamp is mended."] * 7)
    assert told == ["member"] * 2 + [None] * 7


def test_only_minutes_have_speakers() -> None:
    """In a report the paper speaks, whoever it says has noted something; a newspaper's claims are the press's."""
    claim = DraftClaim("4.1", "Members noted savings.", ("financial_saving",), "asserted", "likely", (), 1)
    noted = DraftClaim(
        "4.1", "Members noted savings.", ("financial_saving",), "asserted", "likely", (), 1, speaker="member"
    )
    assert [record_by(claim, "minutes"), record_by(noted, "minutes")] == ["officer", "member"]
    assert [record_by(noted, "officer_report"), record_by(noted, "news")] == ["officer", "press"]
