"""Make the members' page from an assessment: what it says, in what order, and what gives way on one side of A4."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence

from checker.model.finding import Assessment, Finding, Matter
from checker.model.words import NOT_QUOTED
from checker.reporters.access import access_of_all
from checker.reporters.briefing import before, papers, stubs
from checker.reporters.briefing.asking import Asking, Put
from checker.reporters.briefing.fit import fitted
from checker.reporters.briefing.page import Briefing, Passage, Theme
from checker.reporters.briefing.scope import Scope, scope_of
from checker.reporters.footing import foot
from checker.reporters.names import name_of, quote_of, says
from checker.reporters.wording import Words

ONE_SIDE = 5
"""Up to so many themes the page is made to fit one side of A4."""
MOST_PASSAGES = 3
_PROMISES = "promises"
"""The theme that is left out: it stands at the head of the page as a list."""


def briefing(
    assessment: Assessment,
    *,
    topic: str | None = None,
    source: str | None = None,
    top: int = ONE_SIDE,
    fit: bool = True,
) -> Briefing:
    """Return the members' page.

    Args:
        assessment: what was found; the page holds nothing later than its day.
        topic: only this topic.
        source: only the findings of this source, with what was promised and asked before on its topics.
        top: how many themes; the titles of the others are named in a line.
        fit: whether five themes or fewer are cut to one side of A4, by rule.

    Raises:
        Misuse: for a topic or source that is not there.
    """
    scope = scope_of(assessment, topic, source)
    words = Words(assessment)
    themes, also_open = _themes(assessment, scope, words, top)
    page = Briefing(
        title=words.topic(topic or source or "") or "Questions on the papers read",
        members=papers.members(assessment, scope),
        as_of=assessment.as_of,
        access=access_of_all(assessment),
        foot=foot(assessment, numbers=False),
        not_read=papers.not_read(assessment, scope),
        read=papers.read(assessment, scope),
        promised=before.promised(assessment, scope),
        asked=before.asked(assessment, scope),
        themes=themes,
        also_open=also_open,
        author=papers.author(assessment, scope),
    )
    page = dataclasses.replace(page, recommendation=stubs.recommendation(page))
    return fitted(page) if fit and top <= ONE_SIDE else stubs.with_request(page)


def _themes(assessment: Assessment, scope: Scope, words: Words, top: int) -> tuple[tuple[Theme, ...], tuple[str, ...]]:
    asking, several = (
        Asking(words),
        len({d.source.id for d in assessment.casefile.dossiers if scope.holds_dossier(d)}) > 1,
    )
    themes: list[Theme] = []
    also: list[str] = []
    for matter in assessment.matters:
        findings = [finding for finding in matter.findings if scope.holds_finding(finding)]
        if matter.theme == _PROMISES or not findings or not scope.holds_matter(matter):
            continue
        put = asking.choose(findings) if len(themes) < top else None
        if put is None:
            also.append(matter.title)
        else:
            topic = "" if scope.topics and len(scope.topics) == 1 else words.topic(matter.topic)
            passages = _passages(matter, put, scope, several)
            themes.append(_theme(len(themes) + 1, matter, topic, put, passages, words))
    titles = {theme.title for theme in themes}
    return tuple(themes), tuple(title for title in dict.fromkeys(also) if title not in titles)


def _theme(number: int, matter: Matter, topic: str, put: Put, passages: tuple[Passage, ...], words: Words) -> Theme:
    finding, question = put
    return Theme(
        number,
        matter.theme,
        matter.title,
        topic,
        words.short(finding),
        words.message(finding, brief=True),
        passages,
        question.opener,
        question.follow_ups,
        question.full_answer,
        question.route,
        words.remedy(finding),
    )


def _passages(matter: Matter, put: Put, scope: Scope, several: bool) -> tuple[Passage, ...]:
    """Return the words a theme rests on, those that are asked about first; none on a person where others are."""
    own = [finding for finding in matter.passages if scope.holds_finding(finding)]
    chosen = _each_place([put.finding, *own])
    quotable = [finding for finding in chosen if quote_of(finding) != NOT_QUOTED] or chosen
    return tuple(_passage(finding, several) for finding in quotable[:MOST_PASSAGES])


def _each_place(findings: Iterable[Finding]) -> Sequence[Finding]:
    places: dict[tuple[str, str], Finding] = {}
    for finding in findings:
        places.setdefault((finding.source.id, finding.at), finding)
    return tuple(places.values())


def _passage(finding: Finding, several: bool) -> Passage:
    words = quote_of(finding)
    shown = words if words == NOT_QUOTED else f"“{words.strip()}”"
    return Passage(finding.at, name_of(finding.source), finding.source.id, says(finding), shown, several)
