"""Judge claims beside each other: within a source, and the same claim across sources and years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.engine.flags import flag
from checker.engine.plan import Plan
from checker.model.casefile import Casefile, Dossier
from checker.model.coding import Claim
from checker.model.finding import Finding, Other
from checker.model.words import CERTAINTY_RANK, EARLY, PRESS

_NOT_PAPERS = PRESS | {"minutes", "agenda"}
_LOOKED_FOR = {"contradiction", "repetition", "rising_certainty", "stage_mismatch"}
_UNDER_WAY = {"decided", "implementing"}


class _Said(NamedTuple):
    """A claim and where it was made."""

    claim: Claim
    dossier: Dossier

    @property
    def id(self) -> str:
        return f"{self.dossier.source.id}#{self.claim.id}"

    @property
    def other(self) -> Other:
        return Other(self.id, self.claim, self.dossier.source)


def judge_consistency(casefile: Casefile, plan: Plan, evidence: Sequence[Finding]) -> Iterator[Finding]:
    """Yield what claims show when they are read together.

    Args:
        casefile: sources in order of time.
        plan: what the profile chose.
        evidence: the findings of the evidence rules, which tell for which claims evidence is shown.
    """
    if not _LOOKED_FOR & plan.flags.keys():
        return
    said = [_Said(claim, d) for d in casefile.dossiers for claim in d.coding.claims]
    judged = [one for one in said if one.claim.by in plan.judged]
    yield from _contradictions(said, plan)
    shown = _shown(evidence)
    threads = _threads(judged)
    yield from _repetitions(threads, plan, shown)
    yield from _rising(threads, plan, shown)
    yield from _mismatches(judged, plan)


def _shown(evidence: Sequence[Finding]) -> dict[str, bool]:
    """Return, for each claim that headline rules judged, whether any headline evidence was shown."""
    shown: dict[str, bool] = {}
    for finding in evidence:
        if finding.rule.group == "headline" and finding.outcome != "not_applicable":
            shown[finding.subject_id] = shown.get(finding.subject_id, False) or finding.outcome == "met"
    return shown


def _contradictions(said: Sequence[_Said], plan: Plan) -> Iterator[Finding]:
    rule = plan.flags.get("contradiction")
    if rule is None:
        return
    by_id = {one.id: (number, one) for number, one in enumerate(said)}
    done: set[frozenset[str]] = set()
    for one in said:
        for reference in one.claim.contradicts:
            name = reference if "#" in reference else f"{one.dossier.source.id}#{reference}"
            pair = frozenset((one.id, name))
            if name in by_id and pair not in done:
                done.add(pair)
                earlier, later = (entry for _, entry in sorted((by_id[one.id], by_id[name]), key=lambda e: e[0]))
                if later.claim.by not in plan.judged:
                    earlier, later = later, earlier
                if later.claim.by in plan.judged:
                    yield flag(plan, rule, "weak", "claim", later.claim, later.dossier, other=earlier.other)


def _threads(judged: Sequence[_Said]) -> dict[tuple[str, str], list[_Said]]:
    """Return the claims of one kind on one topic, in order of time."""
    threads: dict[tuple[str, str], list[_Said]] = {}
    for one in judged:
        if one.claim.topic:
            for kind in one.claim.kinds:
                threads.setdefault((one.claim.topic, kind), []).append(one)
    return threads


def _repetitions(threads: dict[tuple[str, str], list[_Said]], plan: Plan, shown: dict[str, bool]) -> Iterator[Finding]:
    """Yield the first claim in each later source that repeats one still without headline evidence."""
    rule = plan.flags.get("repetition")
    if rule is None:
        return
    found: dict[str, tuple[_Said, dict[str, _Said]]] = {}
    for (_, kind), thread in threads.items():
        first = thread[0]
        sources = {first.dossier.source.id}
        for one in thread[1:]:
            source = one.dossier.source
            if source.id not in sources and source.is_after(first.dossier.source):
                sources.add(source.id)
                if shown.get(one.id) is False:
                    found.setdefault(one.id, (one, {}))[1][kind] = first
    for one, firsts in found.values():
        main = next(kind for kind in one.claim.kinds if kind in firsts)
        first = firsts[main]
        kinds = tuple(kind for kind in one.claim.kinds if firsts.get(kind) is first)
        yield flag(plan, rule, "weak", "claim", one.claim, one.dossier, other=first.other, details=kinds)


def _rising(threads: dict[tuple[str, str], list[_Said]], plan: Plan, shown: dict[str, bool]) -> Iterator[Finding]:
    """Yield the first claim of each source that is put more firmly than an earlier one, with nothing shown since."""
    rule = plan.flags.get("rising_certainty")
    if rule is None:
        return
    done: set[tuple[str, str]] = set()
    for (topic, _), thread in threads.items():
        softest = thread[0]
        for one in thread[1:]:
            key = (one.dossier.source.id, topic)
            rise = CERTAINTY_RANK[one.claim.certainty] - CERTAINTY_RANK[softest.claim.certainty]
            if rise > 1 and key not in done and shown.get(one.id) is False:
                done.add(key)
                yield flag(plan, rule, "weak", "claim", one.claim, one.dossier, other=softest.other)
            elif rise < 0:
                softest = one


def _mismatches(judged: Sequence[_Said], plan: Plan) -> Iterator[Finding]:
    """Yield the first step under way, on each topic, of a paper that asks for no decision."""
    rule = plan.flags.get("stage_mismatch")
    if rule is None:
        return
    done: set[tuple[str, str | None]] = set()
    for one in judged:
        source, claim = one.dossier.source, one.claim
        open_paper = source.asks in ("note", "comment") or source.stage in EARLY
        under_way = claim.operative and (claim.stage is None or claim.stage in _UNDER_WAY)
        key = (source.id, claim.topic)
        if open_paper and under_way and source.kind not in _NOT_PAPERS and source.decision is None and key not in done:
            done.add(key)
            yield flag(plan, rule, "weak", "claim", claim, one.dossier)
