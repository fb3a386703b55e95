"""What a page is about: one topic, one source with its topics, or everything that was read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.base.faults import Misuse, nearest
from checker.model.casefile import Dossier
from checker.model.coding import Asked, Commitment
from checker.model.finding import Assessment, Finding, Matter
from checker.model.source import Event, Source


@dataclass(frozen=True)
class Scope:
    """Tells what belongs on the page."""

    topics: frozenset[str] | None = None
    """None: every topic."""
    source: str | None = None

    def holds_matter(self, matter: Matter) -> bool:
        """Tell whether a theme belongs on the page."""
        if self.source is not None:
            return any(self.holds_finding(finding) for finding in matter.findings)
        return self.topics is None or matter.topic in self.topics

    def holds_finding(self, finding: Finding) -> bool:
        """Tell whether a finding belongs on the page: of one source, only its own."""
        return self.source is None or finding.source.id == self.source

    def holds_item(self, item: Commitment | Asked, source: Source) -> bool:
        """Tell whether a promise or a question belongs on the page."""
        if self.topics is None or source.id == self.source:
            return True
        due, covers = getattr(item, "due", None), getattr(item, "covers", None)
        named = {item.topic, getattr(due, "topic", None), getattr(covers, "topic", None)} - {None}
        return bool(self.topics & (named or (set(source.topics) if len(source.topics) == 1 else set())))

    def holds_source(self, source: Source) -> bool:
        """Tell whether a source is about what the page is about."""
        return self.topics is None or source.id == self.source or bool(self.topics & set(source.topics))

    def holds_dossier(self, dossier: Dossier) -> bool:
        """Tell whether a source that was read says something on what the page is about."""
        claimed = {claim.topic for claim in dossier.coding.claims}
        return self.holds_source(dossier.source) or bool(self.topics and self.topics & claimed)

    def holds_event(self, event: Event, source: Source) -> bool:
        """Tell whether a paper that a source names is about what the page is about."""
        if self.topics is None:
            return True
        return event.topic in self.topics if event.topic else self.holds_source(source)


def scope_of(assessment: Assessment, topic: str | None, source: str | None) -> Scope:
    """Return the scope of a page.

    Raises:
        Misuse: for a topic or source that is not there, or for both at once.
    """
    if topic and source:
        raise Misuse("Give a topic or a source, not both.")
    if topic:
        known = assessment.casefile.topics
        if topic not in known:
            raise Misuse(f'There is no topic "{topic}". {nearest(topic, sorted(known))}')
        return Scope(frozenset({topic}))
    if source:
        sources = {one.id: one for one in sources_of(assessment)}
        if source not in sources:
            when = f"as of {assessment.as_of}"
            raise Misuse(f'There is no source "{source}" {when}. {nearest(source, sorted(sources))}')
        return Scope(frozenset(sources[source].topics) or frozenset({source}), source)
    return Scope()


def sources_of(assessment: Assessment) -> Iterator[Source]:
    """Yield every source known by the day, those that were not read among them."""
    for dossier in assessment.casefile.dossiers:
        yield dossier.source
    yield from assessment.casefile.registered
