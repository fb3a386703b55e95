"""Which papers were read, which were not, who meets, who wrote."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model.finding import Assessment
from checker.model.source import Event, Source
from checker.model.words import spoken
from checker.reporters.briefing.page import Unread
from checker.reporters.briefing.scope import Scope, sources_of
from checker.reporters.names import day, name_of


def read(assessment: Assessment, scope: Scope) -> tuple[str, ...]:
    """Return the names of the papers that were read, the last one first."""
    sources = [d.source for d in reversed(assessment.casefile.dossiers) if scope.holds_dossier(d)]
    names = [name_of(source) for source in sources]
    return tuple(
        f"{source.title} ({name})" if names.count(name) > 1 else name
        for source, name in zip(sources, names, strict=True)
    )


def not_read(assessment: Assessment, scope: Scope) -> tuple[Unread, ...]:
    """Return what was not read: papers known of, papers that a source names, parts that are missing."""
    casefile = assessment.casefile
    registered = [
        Unread(f"{source.title} ({name_of(source)})", waits=source.id in casefile.waiting)
        for source in casefile.registered
        if scope.holds_source(source)
    ]
    return tuple(dict.fromkeys((*registered, *_witnessed(assessment, scope), *_missing(assessment, scope))))


def _witnessed(assessment: Assessment, scope: Scope) -> Iterator[Unread]:
    due = {
        standing.paper for standing in assessment.standings if scope.holds_item(standing.commitment, standing.source)
    }
    named: set[tuple[str, str, object]] = set()
    for source in sources_of(assessment):
        for event in source.events:
            key = (event.kind, event.body, event.date)
            tied = f"{event.kind} to {event.body} on {event.date}" in due
            wanted = (tied or scope.holds_event(event, source)) and event.date <= assessment.as_of
            if wanted and key not in named and not _is_known(event, assessment):
                named.add(key)
                what = f"the {spoken(event.kind)} to {event.body} of {day(event.date)}"
                yield Unread(what, f"{event.at} of the {name_of(source)}")


def _is_known(event: Event, assessment: Assessment) -> bool:
    """Tell whether the paper is among the sources, read or registered under its own name."""
    return any(
        source.kind == event.kind
        and event.date in (source.meeting_date, source.published, *(c.date for c in source.considered_by))
        and (event.topic is None or event.topic in source.topics)
        for source in sources_of(assessment)
    )


def _missing(assessment: Assessment, scope: Scope) -> Iterator[Unread]:
    """Yield what is missing from the papers read, but for papers that the same paragraph names as such."""
    for dossier in assessment.casefile.dossiers:
        source = dossier.source
        events = {event.at for event in source.events}
        if scope.holds_dossier(dossier):
            yield from (Unread(one.says, is_paper=False) for one in source.missing if one.at not in events)


def members(assessment: Assessment, scope: Scope) -> str:
    """Return for whom the page is: the members of the scrutiny body that last had a paper on it."""
    sources = [source for source in sources_of(assessment) if scope.holds_source(source)]
    for source in sorted(sources, key=lambda one: one.order, reverse=True):
        bodies = [considered.body for considered in source.considered_by if considered.capacity == "scrutiny"]
        bodies += [event.body for event in source.events if scope.holds_event(event, source)]
        if bodies:
            return f"all members of the {bodies[0]}"
    return "all members of the committee"


def author(assessment: Assessment, scope: Scope) -> str:
    """Return the post that wrote the last officer report on it."""
    reports = [
        source
        for source in sources_of(assessment)
        if source.kind == "officer_report" and source.author and _is_authors(source, scope)
    ]
    last = max(reports, key=lambda one: one.order, default=None)
    return f"the {last.author}" if last else "the author of the report"


def _is_authors(source: Source, scope: Scope) -> bool:
    return source.id == scope.source or scope.holds_source(source)
