"""What the members' page says, and in what order."""

from __future__ import annotations

import datetime
from collections import Counter

import pytest

from checker.base.faults import Misuse
from checker.model.words import NOT_QUOTED
from checker.reporters.briefing.build import briefing
from checker.reporters.briefing.formats import render
from tests.reporters.briefing.pages import DAY, TOPIC, invented, museums, real


def test_themes_keep_the_order_of_the_assessment() -> None:
    """The most consequential theme comes first, as the assessment ranks them."""
    ranked = [m.theme for m in real().matters if m.topic == TOPIC and m.theme != "promises"]
    assert ranked[:5] == [theme.theme for theme in briefing(real(), topic=TOPIC).themes]


def test_promises_are_no_theme() -> None:
    """Promises stand at the head of the page, so that no theme repeats them."""
    page = briefing(real(), topic=TOPIC, top=100)
    assert page.promised
    assert "promises" not in [theme.theme for theme in page.themes]


def test_no_question_stands_twice() -> None:
    """No question, opener or follow-up, is printed twice on one page."""
    for scope in ({}, {"topic": TOPIC}, {"source": "stockport-budget-minutes-2014"}):
        page = briefing(real(), top=100, **scope)
        texts = [text for theme in page.themes for text in (theme.opener, *theme.follow_ups)]
        assert 1 < len(texts) == len(set(texts))


def test_one_claim_gets_at_most_three_questions() -> None:
    """Over the whole page no quoted passage is asked more than three questions."""
    page = briefing(real(), top=100)
    asked: Counter[str] = Counter()
    for theme in page.themes:
        asked[f"{theme.passages[0].source_id} {theme.passages[0].words}"] += 1 + len(theme.follow_ups)
    del asked[next((key for key in asked if NOT_QUOTED in key), "")]
    assert max(asked.values()) <= 3


def test_at_most_three_passages() -> None:
    """A theme quotes one to three passages, each with its paragraph and the verb that keeps its hedge."""
    themes = briefing(real(), topic=TOPIC, top=100).themes
    assert themes
    for theme in themes:
        assert 1 <= len(theme.passages) <= 3
        assert all(passage.at and passage.verb for passage in theme.passages)


def test_a_hope_stays_a_hope() -> None:
    """What the paper puts as an idea to be tested is introduced as something it seeks to find."""
    line = briefing(museums()).themes[0].passages[0].line
    assert "3.1 seeks to find: “could save £90,000 a year”" == line


def test_words_about_a_person_are_not_quoted() -> None:
    """Words on the merit of a person never reach the page."""
    people = [c.quote for d in real().casefile.dossiers for c in d.coding.claims if c.about_person]
    page = briefing(real(), top=100)
    shown = " ".join(passage.words for theme in page.themes for passage in theme.passages)
    shown += " ".join(asked.answer for asked in page.asked)
    assert people
    assert not [quote for quote in people if quote in shown]


def test_a_claim_about_a_person_raises_questions_about_the_post() -> None:
    """Where only a person's merit is claimed, the page asks about the post and quotes nothing."""
    claim = {"id": "C1", "kinds": ["leadership_expertise"], "quote": "is of high calibre", "about_person": True}
    page = briefing(museums(claims=[claim]), top=100)
    assert {NOT_QUOTED} == {passage.words for theme in page.themes for passage in theme.passages}
    assert any("post" in theme.opener for theme in page.themes)


def test_where_a_paper_was_not_read_the_page_asks_what_it_should_say() -> None:
    """Members ask for the substance; the paper that was not read is asked for once, in the request."""
    page = briefing(real(), topic=TOPIC)
    money = next(theme for theme in page.themes if "money" == theme.theme)
    assert "fell due, paper not read" == money.status
    assert money.opener.startswith("What saving do you expect")
    assert 1 == page.request.count("a copy of the officer report")


def test_a_page_about_one_source_rests_on_its_own_findings() -> None:
    """Asked for one paper, the page quotes that paper only, and still lists what went before on its topic."""
    page = briefing(real(), source="stockport-tameside-article-2022-01", top=100)
    sources = {passage.source_id for theme in page.themes for passage in theme.passages}
    assert {"stockport-tameside-article-2022-01"} == sources
    assert any("17 March 2021" in promised.source for promised in page.promised)


def test_the_same_page_for_every_member() -> None:
    """The page is addressed to all members of the committee that meets, and to nobody else."""
    assert "all members of the Wexcombe culture scrutiny committee" == briefing(museums()).members


def test_themes_that_find_no_room_are_named() -> None:
    """Themes beyond those asked for are named in one line, each once and never counted."""
    page = briefing(real(), topic=TOPIC, top=2)
    assert 2 == len(page.themes)
    assert "Who would notice a change?" in page.also_open
    assert not {theme.title for theme in page.themes} & set(page.also_open)


def test_a_page_with_nothing_open_is_not_a_clean_bill() -> None:
    """Where nothing is open the page says what that does not mean."""
    page = briefing(invented(), topic="allotment-gates")
    assert not page.themes
    assert not page.recommendation
    text = " ".join(render(invented(), "text", topic="allotment-gates").decode().split())
    assert "That says nothing about whether what they say is right." in text


@pytest.mark.parametrize(
    "scope", [{"topic": "shared-educaton"}, {"source": "nothing"}, {"topic": TOPIC, "source": "x"}]
)
def test_an_unknown_topic_or_source_is_refused(scope: dict[str, str]) -> None:
    """A slip of the pen in a topic or source is refused with the nearest name."""
    with pytest.raises(Misuse):
        briefing(real(), **scope)


def test_a_source_that_is_not_yet_known_is_refused() -> None:
    """On 18 January 2022 nobody can ask for the newspaper of the 19th."""
    with pytest.raises(Misuse, match="as of 2022-01-18"):
        briefing(real(datetime.date(2022, 1, 18)), source="stockport-tameside-article-2022-01")


def test_the_day_of_the_page() -> None:
    """The page says as of which day it speaks."""
    assert "As of 20 January 2022." in briefing(real(DAY), topic=TOPIC).prepared
