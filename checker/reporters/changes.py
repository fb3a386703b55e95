"""What changed between two assessments, in words: the parts that every format of a comparison is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from checker import __version__
from checker.model.comparison import Change, Comparison, Pair, Read, Row, Seen, Snapshot, Subject
from checker.model.words import NOT_QUOTED, Access, spoken
from checker.reporters.access import highest
from checker.reporters.footing import DISCLAIMER
from checker.reporters.layout import counted
from checker.reporters.names import day, in_short

SHORT = 6
"""How many digits of a fingerprint a person types."""

TITLES: dict[Change, str] = {
    "new": "New",
    "worse": "Worse",
    "no_longer_assessed": "No longer assessed",
    "rule_changed": "Rule changed",
    "still_open": "Still open",
    "better": "Better, and still open",
    "resolved": "Resolved",
}
AS_BEFORE = "Still open, as before"
_NOTES: dict[Change, str] = {
    "no_longer_assessed": "Sight of these was lost. That is not an improvement.",
    "rule_changed": "Words and evidence are the same; the rule judges otherwise.",
}
_WHY = {
    "source": "its source was not read",
    "subject": "not among what was judged",
    "rule": "its rule was not run",
    "other": "the other claim was not read",
    "not_checked": "the quotation was not checked",
    "not_called_for": "not called for as it is now coded",
    "sight": "a paper that spoke of it was not read",
    "lapsed": "the promise lapsed",
    "superseded": "the promise was superseded",
    "transferred": "the promise was transferred",
    "kept": "kept",
    "not_flagged": "no longer found",
    "rule_added": "a rule that was not run before",
}

_STANDS = {
    "undated": "promised, no date",
    "overdue": "overdue",
    "fell_due_unread": "fell due, paper not read",
    "kept_in_part": "kept in part",
}


class Entry(NamedTuple):
    """What became of some findings on one subject in the same way."""

    says: str
    findings: tuple[tuple[str, str], ...]
    """What was looked for, and the fingerprint."""


class Block(NamedTuple):
    """One subject and what became of its findings."""

    source: str
    """The title of its source; empty where only one is compared."""
    at: str
    words: str
    entries: tuple[Entry, ...]


class Section(NamedTuple):
    """Everything with one result."""

    change: Change
    title: str
    note: str
    number: int
    blocks: tuple[Block, ...]


def heading(comparison: Comparison) -> Iterator[str]:
    """Yield what is compared, the numbers, and what makes the two hard to compare."""
    yield f"OLD  {named(comparison.old)}"
    yield f"NEW  {named(comparison.new)}"
    counts = comparison.counts
    yield " · ".join(f"{counts[change]} {title.lower()}" for change, title in TITLES.items() if counts[change])
    yield claims_line(comparison)
    yield from caveats(comparison)


def named(snapshot: Snapshot) -> str:
    """Return what a snapshot is of, in one line."""
    count = counted(len(snapshot.sources), "source")
    title = snapshot.sources[0].title if len(snapshot.sources) == 1 else count
    name = f"{snapshot.name} · " if snapshot.name else ""
    return f"{name}{title} · as of {day(snapshot.as_of)} · profile {snapshot.profile} · rules {snapshot.rules_sha256[:SHORT]}"


def claims_line(comparison: Comparison) -> str:
    """Return how the claims of the two go together."""
    pairs = [pair for pair in comparison.pairs if pair.new.type == "claim"]
    changed = [
        f"{count} {name}"
        for name, count in (
            ("reworded", sum(pair.reworded and not pair.by_number for pair in pairs)),
            ("known by their number only, the words not shown", sum(pair.by_number for pair in pairs)),
            ("renumbered", sum(pair.renumbered for pair in pairs)),
            ("moved", sum(pair.moved for pair in pairs)),
            ("coded otherwise", sum(pair.recoded for pair in pairs)),
        )
        if count
    ]
    added, gone = (sum(s.type == "claim" for s in some) for some in (comparison.added, comparison.gone))
    more = f" ({', '.join(changed)})" if changed else ""
    return f"Claims: {len(pairs)} in both{more} · {added} only in NEW · {gone} only in OLD"


def caveats(comparison: Comparison) -> Iterator[str]:
    """Yield what a reader should know before comparing."""
    old, new = comparison.old, comparison.new
    for before, after in comparison.versions:
        yield f"Taken as two versions of one source: {before.id} and {after.id}."
    if old.profile != new.profile:
        yield f"The profiles differ ({old.profile}, {new.profile}): levels are not compared."
    if old.rules_sha256 != new.rules_sha256:
        yield "The rules differ: levels are not compared."
    if new.as_of < old.as_of:
        yield "NEW is of an earlier day than OLD."


def access_of_comparison(comparison: Comparison) -> Access:
    """Return the highest restriction of what is compared."""
    return highest((*comparison.old.access, *comparison.new.access))


def as_before(comparison: Comparison) -> tuple[Row, ...]:
    """Return the rows in which nothing changed: open before, and open in the same way."""
    return tuple(row for row in comparison.of("still_open") if _still(row))


def _still(row: Row) -> bool:
    return row.old is not None and row.new is not None and _outcome(row.old) == _outcome(row.new) and not row.why


def reworded(comparison: Comparison) -> tuple[Pair, ...]:
    """Return the pairs with different words; words about a person are not compared."""
    return tuple(pair for pair in comparison.pairs if pair.reworded and not pair.by_number)


def sections(comparison: Comparison, *, everything: bool = True) -> Iterator[Section]:
    """Yield the rows by result, the most pressing first; what is open as before comes last, where it is wanted."""
    before = as_before(comparison)
    left = set(map(id, before))
    for change, title in TITLES.items():
        rows = [row for row in comparison.of(change) if id(row) not in left]
        if rows:
            name = f"{title}, otherwise than before" if change == "still_open" else title
            yield Section(change, name, _NOTES.get(change, ""), len(rows), tuple(_by_subject(rows, comparison)))
    if before and everything:
        yield Section("still_open", AS_BEFORE, "", len(before), tuple(_by_subject(before, comparison)))


def _by_subject(rows: Iterable[Row], comparison: Comparison) -> Iterator[Block]:
    titles = _titles(comparison)
    several = len(set(titles.values())) > 1
    grouped: dict[Subject, list[Row]] = {}
    for row in rows:
        grouped.setdefault(row.seen.subject, []).append(row)
    for subject, some in grouped.items():
        entries: dict[str, list[tuple[str, str]]] = {}
        for row in some:
            entries.setdefault(says(row), []).append((looked_for(row.seen), row.seen.fingerprint))
        title = titles.get(subject.source, subject.source) if several else ""
        yield Block(title, subject.at, subject.words, tuple(Entry(name, tuple(e)) for name, e in entries.items()))


def _titles(comparison: Comparison) -> dict[str, str]:
    return {read.id: _title(read) for read in (*comparison.old.sources, *comparison.new.sources)}


def _title(read: Read) -> str:
    return f"{read.title} ({spoken(read.kind)}{f' of {day(read.date)}' if read.date else ''})"


def says(row: Row) -> str:
    """Return what became of a finding, in a few words."""
    was = _outcome(row.old) if row.old else ""
    now = _outcome(row.new) if row.new else ""
    text = f"{was} → {now}" if was and now and was != now else now or f"before: {was}"
    if was == now and row.change in ("better", "worse") and row.old and row.new:
        text += f", {row.old.level} → {row.new.level}"
    why = _WHY.get(row.why, "")
    if why and row.change != "new":
        text += f"; {why}"
    return text + ("; waived" if row.seen.waived else "")


def _outcome(seen: Seen) -> str:
    return _STANDS.get(seen.reason) or in_short(seen.outcome, seen.reason)


def looked_for(seen: Seen) -> str:
    """Return what a rule looks for, as readers call it; of a promise, what was promised."""
    if seen.subject.type == "commitment" and seen.reason in _STANDS:
        return " and ".join(spoken(kind) for kind in seen.subject.kinds)
    return spoken(seen.evidence_kind) if seen.evidence_kind else seen.rule.replace("-", " ")


def quoted(words: str) -> str:
    """Return a quotation in quotation marks; words about a person are not shown."""
    return f"“{words.strip()}”" if words else NOT_QUOTED


def where(pair: Pair) -> str:
    """Return the number and place of a claim, and what they became."""
    ids = pair.old.id if not pair.renumbered else f"{pair.old.id}, now {pair.new.id}"
    return f"{ids} · {pair.old.at if not pair.moved else f'{pair.old.at}, now {pair.new.at}'}"


def foot(comparison: Comparison) -> tuple[str, ...]:
    """Return the closing lines of a comparison that is passed on."""
    both = f"OLD rules {comparison.old.rules_sha256[:16]}, NEW rules {comparison.new.rules_sha256[:16]}"
    return DISCLAIMER, f"checker {__version__}. {both}."


def typed(text: str) -> str:
    """Return a text on one line so that Markdown shows it as it was typed."""
    marks = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>#|~&!"})
    return " ".join(text.split()).translate(marks)
