"""The numbers at the head of a report, the same on paper as at the terminal."""

from __future__ import annotations

from collections import Counter

from checker.model.casefile import VERIFIED, Dossier
from checker.model.coding import quotations
from checker.model.finding import Assessment
from checker.reporters.layout import counted
from checker.reporters.names import SHOWN, day


def judged(dossier: Dossier, assessment: Assessment) -> int:
    """Return how many claims of a source the profile judges."""
    return sum(claim.by in assessment.profile.judges for claim in dossier.coding.claims)


def headline(assessment: Assessment) -> dict[str, str]:
    """Return, by source, how many findings on headline evidence have each outcome, in words."""
    found: dict[str, Counter[str]] = {}
    for finding in assessment.findings:
        if finding.rule.group == "headline" and finding.outcome != "not_applicable":
            found.setdefault(finding.source.id, Counter())[finding.outcome] += 1
    return {source: tally(count) for source, count in found.items()}


def tally(count: Counter[str]) -> str:
    """Return how many have each outcome, in words: 2 promised, 20 none found."""
    return ", ".join(f"{count[outcome]} {label}" for outcome, label in SHOWN.items() if count[outcome])


def quotes(dossier: Dossier) -> str:
    """Return how many quotations were held against the original or their seal, in words."""
    total = sum(1 for _ in quotations(dossier.coding))
    states = [check.state for check in dossier.checks.values()]
    good = sum(state in VERIFIED for state in states)
    if not states:
        return f"{counted(total, 'quotation')} not checked"
    how = "sealed" if good and states.count("sealed") == good else "found"
    return f"quotations {how} {good}/{total}"


def nothing_judged(assessment: Assessment) -> str:
    """Return what to say where no paper was read: none known by the day, or all candidates; empty where one was."""
    if assessment.casefile.dossiers:
        return ""
    if assessment.casefile.later:
        return f"Nothing was judged: none of the sources in these records was known by {day(assessment.as_of)}."
    return "Nothing was judged: no person has confirmed anything in these records yet."
