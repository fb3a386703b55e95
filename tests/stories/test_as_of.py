"""No word of a briefing is later than its day: the meeting of 17 March 2021 as it could be prepared for."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable, Iterator

import pytest

from checker.model.casefile import Dossier
from checker.model.coding import quotations
from checker.model.finding import Assessment
from checker.reporters import as_json, text
from tests.stories.reading import assessed, dossier_of

REPORT = "stockport-tameside-report-2021-03"
MINUTES = "stockport-tameside-minutes-2021-03"
ARTICLE = "stockport-tameside-article-2022-01"
MEETING = "2021-03-17"
MONTHS = tuple(datetime.date(2000, month, 1).strftime("%B") for month in range(1, 13))
ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
SPOKEN = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})\b")
Render = Callable[[Assessment], str]


def _as_text(assessment: Assessment) -> str:
    return "".join(text.render(assessment, everything=True))


def _as_json(assessment: Assessment) -> str:
    return "".join(as_json.render(assessment))


def _unfolded(output: str) -> str:
    return " ".join(output.split())


@pytest.mark.parametrize("render", [_as_text, _as_json], ids=["text", "json"])
def test_nothing_from_a_later_source_is_printed(render: Render) -> None:
    """What is printed as of 17 March 2021 holds no id, title, words or note of a source that came later."""
    output = _unfolded(render(assessed(MEETING)))
    day = datetime.date.fromisoformat(MEETING)
    later = [d for d in assessed("2026-01-01").casefile.dossiers if (d.source.known_from or day) > day]

    assert {MINUTES, ARTICLE} == {dossier.source.id for dossier in later}
    for dossier in later:
        for words in _words_of(dossier):
            assert words not in output
            assert json.dumps(words, ensure_ascii=False)[1:-1] not in output


def _words_of(dossier: Dossier) -> Iterator[str]:
    source, coding = dossier.source, dossier.coding
    yield from (source.id, source.title, *(missing.says for missing in source.missing))
    yield from (_unfolded(words) for _, _, words in quotations(coding))
    yield from (claim.says for claim in coding.claims)
    yield from (question.says for question in coding.asked)
    yield from (commitment.says for commitment in coding.commitments if commitment.says)


@pytest.mark.parametrize("render", [_as_text, _as_json], ids=["text", "json"])
def test_no_later_date_is_printed_but_a_due_date(render: Render) -> None:
    """No later day is printed as of 17 March 2021, but one that the paper itself names or on which a basis was read."""
    assessment = assessed(MEETING)
    printed = _unfolded(render(assessment))
    allowed = {one.due_date for one in assessment.standings}
    allowed |= {basis.checked for basis in assessment.rulebook.bases.values()}
    named = " ".join(missing.says for missing in dossier_of(assessment, REPORT).source.missing)
    allowed |= set(_days(named))

    later = {one for one in _days(printed) if one > assessment.as_of}

    assert datetime.date.fromisoformat(MEETING) in set(_days(printed))
    assert set() == later - allowed


def _days(output: str) -> Iterator[datetime.date]:
    for year, month, number in ISO.findall(output):
        yield datetime.date(int(year), int(month), int(number))
    for number, name, year in SPOKEN.findall(output):
        yield datetime.date(int(year), MONTHS.index(name) + 1, int(number))


def test_the_search_for_later_words_finds_them() -> None:
    """The same search finds the later sources in what is printed as of 2026: it is not blind."""
    output = _unfolded(_as_json(assessed("2026-01-01")))
    day = datetime.date.fromisoformat(MEETING)
    later = [d for d in assessed("2026-01-01").casefile.dossiers if d.source.id == ARTICLE]

    assert [any(words in output for words in _words_of(dossier)) for dossier in later] == [True]
    assert any(one > day for one in _days(output))
