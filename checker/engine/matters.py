"""Gather findings into matters and rank them: what a reader turns to first, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from checker.model.casefile import Casefile
from checker.model.coding import Claim, Commitment, OnTopic
from checker.model.finding import Finding, Matter
from checker.model.paragraph import place_key
from checker.model.rule import Rulebook
from checker.model.source import Source
from checker.model.words import LEVELS, WORST_FIRST


class _Weight(NamedTuple):
    """What a matter is ranked by, in this order (design 5); smaller comes first."""

    level: int
    overdue: bool
    asked: bool
    operative: bool
    money: bool
    affects: bool
    repeated: bool
    headline: bool
    when: tuple[str, str, str, str]


_WHY_FIRST = (
    ("overdue", "overdue"),
    ("asked", "asked before without a full answer"),
    ("operative", "something is being done now"),
    ("money", "it is about money"),
    ("affects", "people are affected"),
    ("repeated", "claimed again since"),
)


def gather(findings: Sequence[Finding], casefile: Casefile, rulebook: Rulebook) -> tuple[Matter, ...]:
    """Return the open findings as matters, in the order in which a reader should meet them."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        if finding.is_open:
            groups.setdefault((topic_of(finding), finding.rule.theme_of(finding.evidence_kind)), []).append(finding)
    asked = _asked(casefile)
    titles = {theme.id: theme.title for theme in rulebook.themes}
    telling = {theme.id: frozenset[str](theme.kinds) for theme in rulebook.themes}
    themes = {theme.id: f"{number:03}" for number, theme in enumerate(rulebook.themes)}
    weighed = sorted(
        (_weigh(group, asked, (themes[theme], topic)), theme, topic, group) for (topic, theme), group in groups.items()
    )
    return tuple(
        Matter(
            rank, theme, titles[theme], topic, _why_first(weight), tuple(sorted(group, key=_telling(telling[theme])))
        )
        for rank, (weight, theme, topic, group) in enumerate(weighed, start=1)
    )


def topic_of(finding: Finding) -> str:
    """Return the topic a finding belongs to, or its source where it has none."""
    subject, source = finding.subject, finding.source
    named = getattr(subject, "topic", None)
    if not named and isinstance(subject, Commitment):
        named = getattr(subject.due, "topic", None) or getattr(subject.covers, "topic", None)
    if not named and not isinstance(subject, Claim | Source):
        named = getattr(getattr(subject, "covers", None), "topic", None)
        named = named or (source.topics[0] if len(source.topics) == 1 else None)
    return named or source.id


def _asked(casefile: Casefile) -> frozenset[str]:
    """Return the claims that members questioned and for which no full answer is minuted."""
    return frozenset(
        reference if "#" in reference else f"{dossier.source.id}#{reference}"
        for dossier in casefile.dossiers
        for question in dossier.coding.asked
        if question.answer.state != "answered"
        for reference in question.challenges
    )


def _weigh(group: Iterable[Finding], asked: frozenset[str], key: tuple[str, str]) -> _Weight:
    group = list(group)
    claims = {f"{f.source.id}#{claim.id}": claim for f in group for claim in _claims_of(f)}
    newest = max(group, key=lambda f: f.source.order)
    year = f"{99999999 - newest.source.order[0].toordinal():08}"  # the latest source first
    place = min(place_key(f.at) for f in group)
    return _Weight(
        min(LEVELS.index(f.level) for f in group),
        not any(f.outcome == "overdue" for f in group),
        not asked.intersection(claims),
        not any(claim.operative for claim in claims.values()),
        not any(claim.money for claim in claims.values()),
        not any(claim.affects for claim in claims.values()),
        not any(f.rule.group == "consistency" and f.reason == "repetition" for f in group),
        not any(f.rule.group == "headline" for f in group),
        (year, place, *key),
    )


def _claims_of(finding: Finding) -> list[Claim]:
    """Return the claims a finding is about: its own, or those that its commitment or evidence covers."""
    if finding.claim:
        return [finding.claim]
    covers, coding = getattr(finding.subject, "covers", None), finding.dossier.coding
    if isinstance(covers, OnTopic):
        return [claim for claim in coding.claims if claim.topic == covers.topic]
    if isinstance(covers, tuple):
        return [claim for claim in coding.claims if claim.id in covers]
    return list(coding.claims) if covers else []


def _why_first(weight: _Weight) -> str:
    reasons: list[str] = [LEVELS[weight.level]]
    reasons += [words for name, words in _WHY_FIRST if not getattr(weight, name)]
    return "; ".join(reasons)


def _telling(kinds: frozenset[str]) -> Callable[[Finding], tuple[object, ...]]:
    """Return what findings of one matter are sorted by: the one that says most about the theme first."""

    def key(finding: Finding) -> tuple[object, ...]:
        claim = finding.claim
        return (
            0 if finding.rule.group in ("headline", "commitments", "integrity") else 1,
            claim is not None and claim.about_person,
            0 if claim is None or not kinds or claim.kinds[0] in kinds else 1,
            LEVELS.index(finding.level),
            WORST_FIRST.index(finding.outcome),
            -finding.source.order[0].toordinal(),
            finding.source.id,
            place_key(finding.at),
            finding.fingerprint,
        )

    return key
