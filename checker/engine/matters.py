"""Gather findings into matters and rank them: what a reader turns to first, and why."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from checker.model.casefile import Casefile
from checker.model.coding import Asked, Claim, Commitment, OnTopic
from checker.model.finding import Finding, Matter
from checker.model.paragraph import place_key
from checker.model.rule import Rulebook, Theme
from checker.model.source import Source
from checker.model.words import CERTAINTY_RANK, LEVELS, NOT_PEOPLE, WORST_FIRST


class _Weight(NamedTuple):
    """What a matter is ranked by, in this order (design 5); smaller comes first."""

    level: int
    overdue: bool
    asked: bool
    operative: bool
    money: bool
    affects: bool
    repeated: bool
    leading: bool
    when: tuple[str, str, str, str]


QUOTED = 3
"""How many passages speak for a matter."""
_LATEST = 99_999_999
_LEADING = ("headline", "commitments", "integrity")
"""Groups of rules that speak for a matter; the others stand behind them."""
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
    questions = _questions(casefile)
    order = {theme.id: f"{number:03}" for number, theme in enumerate(rulebook.themes)}
    themes = {theme.id: theme for theme in rulebook.themes}
    weighed = []
    for (topic, theme), group in groups.items():
        asked = _asked_before(group, questions)
        weighed.append((_weigh(group, bool(asked), (order[theme], topic)), theme, topic, asked, group))
    weighed.sort(key=lambda entry: entry[0])
    return tuple(
        _matter(rank, themes[theme], topic, weight, group, asked)
        for rank, (weight, theme, topic, asked, group) in enumerate(weighed, start=1)
    )


def _matter(
    rank: int,
    theme: Theme,
    topic: str,
    weight: _Weight,
    group: Sequence[Finding],
    asked: tuple[tuple[Source, Asked], ...],
) -> Matter:
    findings = _telling_first(group, theme)
    passages = _passages(findings, theme)
    return Matter(rank, theme.id, theme.title, topic, _why_first(weight), findings, passages, asked)


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


def _questions(casefile: Casefile) -> list[tuple[Source, Asked, frozenset[str]]]:
    """Return the questions without a full answer, each with the full ids of the claims it is about."""
    return [
        (dossier.source, asked, frozenset(r if "#" in r else f"{dossier.source.id}#{r}" for r in asked.challenges))
        for dossier in casefile.dossiers
        for asked in dossier.coding.asked
        if casefile.answered(dossier.source, asked) != "answered"
    ]


def _asked_before(
    group: Sequence[Finding], questions: Sequence[tuple[Source, Asked, frozenset[str]]]
) -> tuple[tuple[Source, Asked], ...]:
    """Return the questions on the claims of a matter that ask for the evidence it is about, the most pointed first."""
    claims = {name for finding in group for name in _claims_of(finding)}
    kinds = {finding.evidence_kind for finding in group}
    kinds |= {kind for finding in group if isinstance(finding.subject, Commitment) for kind in finding.subject.provides}
    fitting = [
        (
            len(asked.about) or len(kinds) + 1,
            -source.order[0].toordinal(),
            -len(challenged & claims),
            asked.id,
            source,
            asked,
        )
        for source, asked, challenged in questions
        if challenged & claims and (not asked.about or kinds.intersection(asked.about))
    ]
    return tuple((source, asked) for *_, source, asked in sorted(fitting, key=lambda entry: entry[:4]))


def _weigh(group: Sequence[Finding], asked: bool, key: tuple[str, str]) -> _Weight:
    claims = {name: claim for finding in group for name, claim in _claims_of(finding).items()}.values()
    newest = max(finding.source.order[0] for finding in group)
    place = min(place_key(finding.at) for finding in group)
    return _Weight(
        min(LEVELS.index(finding.level) for finding in group),
        not any(finding.outcome == "overdue" for finding in group),
        not asked,
        not any(claim.operative for claim in claims),
        not any(claim.money for claim in claims),
        not any(set(claim.affects) - NOT_PEOPLE for claim in claims),
        not any(finding.reason == "repetition" for finding in group),
        not any(finding.rule.group in _LEADING for finding in group),
        (f"{_LATEST - newest.toordinal():08}", place, *key),
    )


def _claims_of(finding: Finding) -> dict[str, Claim]:
    """Return the claims a finding is about: its own, or those that its commitment or evidence covers."""
    if finding.claim:
        return {finding.subject_id: finding.claim}
    covers, coding = getattr(finding.subject, "covers", None), finding.dossier.coding
    if isinstance(covers, OnTopic):
        covered = [claim for claim in coding.claims if claim.topic == covers.topic]
    elif isinstance(covers, tuple):
        covered = [claim for claim in coding.claims if claim.id in covers]
    else:
        covered = list(coding.claims) if isinstance(finding.subject, Commitment) else []
    return {f"{finding.source.id}#{claim.id}": claim for claim in covered}


def _why_first(weight: _Weight) -> str:
    reasons: list[str] = [LEVELS[weight.level]]
    reasons += [words for name, words in _WHY_FIRST if not getattr(weight, name)]
    return "; ".join(reasons)


def _telling_first(group: Sequence[Finding], theme: Theme) -> tuple[Finding, ...]:
    """Return the findings of a matter, the one that says most about its theme first."""
    fit = {kind: number for number, kind in enumerate(theme.kinds)}

    def key(finding: Finding) -> tuple[object, ...]:
        claim = finding.claim
        return (
            finding.rule.group not in _LEADING,
            claim is not None and claim.about_person,
            fit.get(claim.kinds[0], len(fit)) if claim else 0,
            claim is not None and claim.reported,
            -CERTAINTY_RANK[claim.certainty] if claim else 0,
            LEVELS.index(finding.level),
            WORST_FIRST.index(finding.outcome),
            -finding.source.order[0].toordinal(),
            finding.source.id,
            place_key(finding.at),
            finding.fingerprint,
        )

    return tuple(sorted(group, key=key))


def _passages(findings: Sequence[Finding], theme: Theme) -> tuple[Finding, ...]:
    """Return the findings to quote: each paragraph once, one of each telling kind before a second of any."""
    places: dict[tuple[str, str], Finding] = {}
    for finding in findings:
        places.setdefault((finding.source.id, finding.at), finding)
    telling = [one for one in places.values() if one.claim is None or one.claim.kinds[0] in theme.kinds]
    kinds: dict[object, list[Finding]] = {}
    for finding in telling or places.values():
        kinds.setdefault(finding.kinds[:1], []).append(finding)
    in_turn = [one for row in zip_longest(*kinds.values()) for one in row if one is not None]
    return tuple(sorted(in_turn[:QUOTED], key=lambda one: (one.source.order, place_key(one.at))))
