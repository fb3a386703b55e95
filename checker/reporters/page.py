"""The whole assessment as one page of HTML, for the officer and the auditor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from checker.model.casefile import Dossier
from checker.model.finding import Assessment, Disposition, Finding, Matter, Standing
from checker.model.register import NONE_RECORDED
from checker.model.rule import Basis
from checker.model.source import Source
from checker.model.words import LEVELS, spoken
from checker.reporters import html
from checker.reporters.access import access_of_all
from checker.reporters.decided import decision, reply, waiver
from checker.reporters.footing import foot
from checker.reporters.layout import counted
from checker.reporters.names import (
    ASKS,
    FORCE,
    ROUTES,
    day,
    due_words,
    given,
    kind_name,
    name_of,
    quote_of,
    says,
    when,
)
from checker.reporters.numbers import headline, judged, nothing_judged, quotes, tally
from checker.reporters.wording import Words

NO_REPLY = "no reply recorded"
Fields = dict[str, Any]


def render(assessment: Assessment) -> bytes:
    """Return the page: numbers, matters with all their findings, commitments, waivers, bases."""
    words = Words(assessment)
    return html.render(
        "assessment.html.jinja",
        title="Claims and the evidence shown for them",
        access=access_of_all(assessment),
        foot=foot(assessment),
        as_of=day(assessment.as_of),
        profile=assessment.profile.title,
        counts=_counts(assessment),
        nothing_judged=nothing_judged(assessment),
        **_sources(assessment),
        matters=[_matter(matter, words) for matter in assessment.matters],
        commitments=[_commitment(standing) for standing in assessment.standings],
        waivers=list(_waivers(assessment, words)),
        bases=_bases(assessment, words),
    )


def _counts(assessment: Assessment) -> Fields:
    levels = Counter(finding.level for finding in assessment.open)
    return {
        "open": counted(len(assessment.open), "open finding"),
        "levels": ", ".join(f"{levels[level]} {level}" for level in LEVELS if levels[level]),
        "waived": len(assessment.waived),
        "outcomes": tally(Counter(finding.outcome for finding in assessment.findings)),
        "all": counted(len(assessment.findings), "judgement"),
    }


def _sources(assessment: Assessment) -> Fields:
    dossiers = assessment.casefile.dossiers[::-1]
    shown = headline(assessment)
    return {
        "sources": [
            _source(d, assessment, shown.get(d.source.id, "")) for d in dossiers if judged(d, assessment)
        ],
        "others": [_named(d.source) for d in dossiers if not judged(d, assessment)],
        "unread": [_named(source) for source in assessment.casefile.registered],
    }  # fmt: skip


def _source(dossier: Dossier, assessment: Assessment, shown: str) -> Fields:
    source = dossier.source
    asks = f", {ASKS[source.asks]}" if source.asks else ""
    return {
        "title": source.title,
        "line": f"{kind_name(source)}{asks} · {when(source) or 'undated'}",
        "access": "" if source.access == "public" else source.access.upper(),
        "claims": f"{counted(judged(dossier, assessment), 'claim')} judged",
        "headline": shown,
        "quotes": quotes(dossier),
        "missing": [missing.says for missing in source.missing],
    }


def _named(source: Source) -> str:
    return f"{source.title} ({name_of(source)})"


def _matter(matter: Matter, words: Words) -> Fields:
    first = matter.findings[0]
    several = len({one.source.id for one in matter.findings}) > 1
    question = words.question(first)
    return {
        "rank": matter.rank,
        "title": matter.title,
        "status": words.short(first),
        "topic": words.topic(matter.topic),
        "why_first": matter.why_first,
        "passages": [_passage(one, several) for one in matter.passages],
        "asked": [
            f"{asked.says} ({asked.at} of the {name_of(source)}): {words.answered(asked, source)}"
            for source, asked in matter.asked
        ],
        "found": words.message(first),
        "why": first.rule.why,
        "question": question,
        "route": ROUTES[question.route] if question else "",
        "remedy": words.remedy(first),
        "count": counted(len(matter.findings), "finding"),
        "findings": [_finding(one, words) for one in matter.findings],
    }


def _passage(finding: Finding, several: bool) -> Fields:
    where = f" of the {name_of(finding.source)}" if several else ""
    verb = f"{says(finding)}: " if finding.claim and finding.claim.certainty != "asserted" else ""
    return {"at": finding.at + where, "words": verb + _quoted(finding)}


def _quoted(finding: Finding) -> str:
    """Return the words with their marks, or in brackets that they are not quoted."""
    words = quote_of(finding)
    return words if words.startswith("(") else f"“{words.strip()}”"


def _finding(finding: Finding, words: Words) -> Fields:
    question = words.question(finding)
    return {
        "at": finding.at,
        "source": name_of(finding.source),
        "subject": finding.subject_id,
        "quote": _quoted(finding),
        "rule": finding.rule.title,
        "rule_id": finding.rule.id,
        "outcome": words.short(finding),
        "level": finding.level,
        "found": words.message(finding),
        "question": question.opener if question else "",
        "remedy": words.remedy(finding),
        "fingerprint": finding.fingerprint,
        "decided": _decided(words.disposition(finding), words),
        "reply": reply(words.disposition(finding), words) or NO_REPLY,
    }


def _decided(held: Disposition | None, words: Words) -> str:
    """Return what was decided: a waiver before a decision, since only it hides."""
    return waiver(held, words) or decision(held, words) or NONE_RECORDED


def _commitment(standing: Standing) -> Fields:
    commitment, closed = standing.commitment, standing.closed or standing.reported_done
    dates = [day(date.day) + (f" ({date.granted_by})" if date.granted_by else "") for date in standing.dates]
    return {
        "id": standing.id,
        "at": f"{commitment.at} of the {name_of(standing.source)}",
        "origin": given(commitment),
        "quote": f"“{commitment.quote.strip()}”",
        "provides": ", ".join(spoken(kind) for kind in commitment.provides),
        "due": ", then ".join(dates) or due_words(standing),
        "state": spoken(standing.state),
        "owner": commitment.owner or "not named",
        "closed": f"{spoken(closed.kind)}, {closed.by}, {day(closed.on)}" if closed else "no closure recorded",
    }


def _waivers(assessment: Assessment, words: Words) -> Iterable[Fields]:
    """Yield every waiver and what became of it: they never hide."""
    for finding in assessment.findings:
        held = words.disposition(finding)
        if held and held.waiver:
            yield {"decided": _decided(held, words), "finding": _finding(finding, words)}
    for event in assessment.unused_waivers:
        approver = event.granted_by or event.by
        yield {
            "decided": f"of something no longer assessed: {event.about or event.subject} ({approver})",
            "finding": None,
        }


def _bases(assessment: Assessment, words: Words) -> list[Fields]:
    """Return what the rules of the open findings rest on, where it could be relied on at the date of a source."""
    cited: dict[str, tuple[Basis, set[str]]] = {}
    for finding in assessment.open:
        for basis in words.bases(finding):
            cited.setdefault(basis.id, (basis, set()))[1].add(finding.rule.title)
    return [
        {
            "title": basis.title,
            "text": basis.text,
            "force": FORCE[basis.force],
            "read": f"read {day(basis.checked)}" if basis.checked else "its own words were not read",
            "url": basis.url if (basis.url or "").startswith(("https://", "http://")) else "",
            "rules": ", ".join(sorted(rules)),
        }
        for basis, rules in cited.values()
    ]
