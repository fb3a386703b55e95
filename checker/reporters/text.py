"""Text for a person at a terminal: numbers first, then the matters, then the way deeper. 80 columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from checker.model.casefile import Dossier
from checker.model.finding import Assessment, Finding, Matter
from checker.model.rule import Basis, Question
from checker.model.words import LEVELS, spoken
from checker.reporters.decided import decision, reply, waiver
from checker.reporters.layout import INDENT, WIDTH, counted, labelled, wrapped
from checker.reporters.names import ASKS, FORCE, ROUTES, WAIVERS, day, kind_name, name_of, quote_of, says, when
from checker.reporters.numbers import headline, judged, nothing_judged, quotes
from checker.reporters.wording import Words

MOST = 20
"""How many matters are printed; the rest are counted."""
SHORT = 6
"""How many digits of a fingerprint a person types."""


def render(assessment: Assessment, *, everything: bool = False, color: bool = False, again: str = "") -> Iterator[str]:
    """Yield the report as lines that end in a newline.

    Args:
        assessment: what to print.
        everything: every matter, not the first twenty.
        color: whether titles are bold; colour only repeats what the words say.
        again: the paths and options of this run, for the command that shows one finding in full.
    """
    yield from (line + "\n" for line in _report(assessment, everything, color, again))


def _report(assessment: Assessment, everything: bool, color: bool, again: str) -> Iterator[str]:
    words = Words(assessment)
    yield from _sources(assessment)
    matters = assessment.matters
    if not matters:
        yield ""
        yield from wrapped(
            nothing_judged(assessment)
            or "Nothing open: evidence was recorded as shown for every claim judged, under these rules. That says nothing about whether the claims are right.",
            "",
        )
        return
    shown = matters if everything else matters[:MOST]
    for matter in shown:
        yield ""
        yield from _matter(matter, words, color)
    yield ""
    yield from _waived(assessment, words)
    yield from _rest(assessment, len(matters) - len(shown), again)


def _sources(assessment: Assessment) -> Iterator[str]:
    tallies = headline(assessment)
    counted_in = {d.source.id for d in assessment.casefile.dossiers if judged(d, assessment)}
    for dossier in reversed(assessment.casefile.dossiers):
        if dossier.source.id in counted_in:
            yield from _source(dossier, tallies.get(dossier.source.id, ""), assessment)
    others = [d.source for d in reversed(assessment.casefile.dossiers) if d.source.id not in counted_in]
    if others:
        names = "; ".join(f"{source.title} ({name_of(source)})" for source in others)
        yield from wrapped(f"Also read, with no claim judged under this profile: {names}.", "  ")
    unread = assessment.casefile.registered
    if unread:
        names = "; ".join(f"{source.title} ({name_of(source)})" for source in unread)
        yield from wrapped(f"Known and not read: {names}.", "  ")
    yield from wrapped(
        f"As of {day(assessment.as_of)}. {assessment.profile.title}. “None found” means none in the sources listed here.",
        "  ",
    )


def _source(dossier: Dossier, tally: str, assessment: Assessment) -> Iterator[str]:
    source = dossier.source
    asks = f", {ASKS[source.asks]}" if source.asks else ""
    access = "" if source.access == "public" else f" · {source.access.upper()}"
    yield from wrapped(f"{source.title} · {kind_name(source)}{asks} · {when(source) or 'undated'}{access}", "")
    parts = [f"{counted(judged(dossier, assessment), 'claim')} judged"]
    if tally:
        parts.append(f"headline evidence: {tally}")
    parts.append(quotes(dossier))
    yield from wrapped(" · ".join(parts), "  ")
    for missing in source.missing:
        yield from wrapped(f"not read: {missing.says}", "  ")


def _matter(matter: Matter, words: Words, color: bool) -> Iterator[str]:
    first = matter.findings[0]
    title = _bold(matter.title, color)
    status = words.short(first)
    gap = WIDTH - INDENT - len(matter.title) - len(status)
    yield f"{matter.rank:>3}  {title}{' ' * gap if gap > 1 else '  '}{status}"
    yield from wrapped(f"{words.topic(matter.topic)} · {matter.why_first}", " " * INDENT)
    for quoted in matter.passages:
        yield from _quoted(quoted, matter)
    for source, question in [(source, asked) for source, asked in matter.asked if asked.about][:1]:
        text = f"{question.says} ({question.at} of the {name_of(source)}): {words.answered(question, source)}"
        yield from labelled("asked", text)
    yield from labelled("found", words.message(first, brief=True))
    yield from labelled("why", _first_sentence(first.rule.why))
    put = words.question(first)
    if put:
        yield from labelled("ask", f"{put.opener} ({ROUTES[put.route]})")
        for follow_up in put.follow_ups[:1]:
            yield from labelled("then", follow_up)
    yield from labelled("settle", words.remedy(first))
    yield from labelled("more", _more(matter))


def _quoted(finding: Finding, matter: Matter) -> Iterator[str]:
    several = len({one.source.id for one in matter.findings}) > 1
    where = f" ({name_of(finding.source)})" if several else ""
    words = quote_of(finding)
    text = words if words.startswith("(") else f"“{words.strip()}”"
    verb = f"{says(finding)}: " if finding.claim and finding.claim.certainty != "asserted" else ""
    yield from labelled(finding.at, f"{verb}{text}{where}")


def _more(matter: Matter) -> str:
    first = matter.findings[0]
    rules = Counter(one.rule.id for one in matter.findings)
    named = ", ".join(f"{name} {count}" for name, count in rules.most_common(3))
    return f"{counted(len(matter.findings), 'finding')} ({named}) · [{first.fingerprint[:SHORT]}]"


def _waived(assessment: Assessment, words: Words) -> Iterator[str]:
    """Yield what is waived, and what became of other waivers: they never hide."""
    for finding in assessment.findings:
        held = words.disposition(finding)
        if held and held.waiver:
            event, state = held.waiver
            until = f" until {day(event.due)}" if event.due else ""
            text = f"{WAIVERS[state]}: {finding.rule.title}, {finding.subject_id} ({event.granted_by}{until}): {words.said(event)}"
            yield from wrapped(text, "  ")
    for event in assessment.unused_waivers:
        yield from wrapped(f"waiver of something no longer assessed: {event.about} ({event.granted_by})", "  ")


def _rest(assessment: Assessment, left: int, again: str) -> Iterator[str]:
    if left:
        yield f"{counted(left, 'more matter')}: --all"
    first = assessment.matters[0].findings[0].fingerprint[:SHORT]
    levels = Counter(finding.level for finding in assessment.open)
    tally = ", ".join(f"{levels[level]} {level}" for level in LEVELS if levels[level])
    yield from wrapped(f"{counted(len(assessment.open), 'open finding')} ({tally}). One in full:", "")
    yield f"  checker explain {first}{again}"


def explain(assessment: Assessment, finding: Finding) -> Iterator[str]:
    """Yield one finding in full: claim, evidence looked at, reason, basis, question, remedy."""
    yield from (line + "\n" for line in _explained(assessment, finding))


def _explained(assessment: Assessment, finding: Finding) -> Iterator[str]:
    words = Words(assessment)
    yield f"{finding.rule.title} · {spoken(finding.outcome)} · {finding.level}"
    made = f"profile {assessment.profile.id} · as of {day(assessment.as_of)}"
    yield from wrapped(f"{finding.fingerprint} · rule {finding.rule.id} · {made}", "")
    yield ""
    yield from wrapped(f"{finding.source.title}, {name_of(finding.source)}, {finding.at}", "")
    yield from labelled(finding.at, _claim_words(finding))
    claim = finding.claim
    if claim:
        if not claim.about_person:
            yield from labelled("says", claim.says)
        yield from labelled(
            "kinds", ", ".join(spoken(kind) for kind in claim.kinds) + f" · {claim.certainty} · by {claim.by}"
        )
    yield from labelled("found", words.message(finding))
    for offer in finding.evidence:
        yield from labelled("", f"{offer.id} · {spoken(offer.status)} · {offer.item.at}: “{offer.item.quote.strip()}”")
    yield from labelled("why", finding.rule.why)
    yield from _bases(words.bases(finding))
    put = words.question(finding)
    if put:
        yield from _asks(put)
    yield from labelled("settle", words.remedy(finding))
    held = words.disposition(finding)
    yield from labelled("reply", reply(held, words))
    yield from labelled("decided", decision(held, words))
    yield from labelled("waiver", waiver(held, words))


def _claim_words(finding: Finding) -> str:
    words = quote_of(finding)
    return words if words.startswith("(") else f"“{words.strip()}”"


def _asks(put: Question) -> Iterator[str]:
    yield from labelled("ask", f"{put.opener} ({ROUTES[put.route]})")
    for follow_up in put.follow_ups:
        yield from labelled("then", follow_up)
    yield from labelled("full", f"A full answer holds: {put.full_answer}.")


def _bases(bases: Sequence[Basis]) -> Iterator[str]:
    if not bases:
        yield from labelled("basis", "Good practice; no duty is claimed.")
    for basis in bases:
        checked = f"read {day(basis.checked)}" if basis.checked else "its own words were not read"
        where = f" {basis.url}" if basis.url else ""
        yield from labelled("basis", f"{basis.title} ({FORCE[basis.force]}; {checked}): {basis.text}{where}")


def _first_sentence(text: str) -> str:
    head, stop, _ = text.partition(". ")
    return head + "." if stop else head


def _bold(text: str, color: bool) -> str:
    return f"\x1b[1m{text}\x1b[0m" if color else text
