"""What changed between two assessments: for a person at a terminal, as Markdown, as JSON, as a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from checker import __version__
from checker.model.comparison import Comparison, Pair, Row, Seen, Snapshot, Subject
from checker.model.words import NOT_QUOTED
from checker.reporters.as_json import SCHEMA_VERSION, dump
from checker.reporters.changes import (
    AS_BEFORE,
    SHORT,
    TITLES,
    Block,
    access_of_comparison,
    as_before,
    caveats,
    claims_line,
    foot,
    heading,
    named,
    quoted,
    reworded,
    sections,
    typed,
    where,
)
from checker.reporters.layout import counted, labelled, wrapped


def render(comparison: Comparison, *, everything: bool = False) -> Iterator[str]:
    """Yield the comparison as lines of eighty columns.

    Args:
        comparison: what to print.
        everything: what is still open as before too, which is only counted otherwise.
    """
    yield from (line + "\n" for line in _report(comparison, everything))


def _report(comparison: Comparison, everything: bool) -> Iterator[str]:
    access = access_of_comparison(comparison)
    if access != "public":
        yield f"{access.upper()}: not for publication"
    for line in heading(comparison):
        yield from wrapped(line, "")
    shown = list(sections(comparison, everything=everything))
    for section in shown:
        yield ""
        yield f"{section.title} ({section.number})"
        if section.note:
            yield from wrapped(section.note, "  ")
        yield from _blocks(section.blocks)
    yield from _reworded(comparison)
    left = 0 if everything else len(as_before(comparison))
    yield ""
    if left:
        yield f"{counted(left, 'finding')} open as before: --all"
    elif not comparison.rows:
        yield from wrapped("Nothing is open in either, under these rules.", "")


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    source = ""
    for block in blocks:
        if block.source != source:
            source = block.source
            yield from wrapped(source, "  ")
        yield from labelled(block.at, quoted(block.words))
        for entry in block.entries:
            names = ", ".join(f"{name} [{fingerprint[:SHORT]}]" for name, fingerprint in entry.findings)
            yield from labelled("", f"{entry.says}: {names}")


def _reworded(comparison: Comparison) -> Iterator[str]:
    pairs = reworded(comparison)
    if not pairs:
        return
    yield ""
    yield f"Reworded ({len(pairs)})"
    for pair in pairs:
        yield from labelled("", where(pair))
        yield from labelled("was", quoted(pair.old.words))
        yield from labelled("is", quoted(pair.new.words))


def render_html(comparison: Comparison) -> bytes:
    """Return the comparison as one page."""
    from checker.reporters.html import render as page

    return page(
        "comparison.html.jinja",
        title="What changed between two assessments",
        access=access_of_comparison(comparison),
        foot=foot(comparison),
        old=named(comparison.old),
        new=named(comparison.new),
        counts=[(title, comparison.counts[change]) for change, title in TITLES.items()],
        claims=claims_line(comparison),
        caveats=list(caveats(comparison)),
        sections=list(sections(comparison)),
        pairs=[(where(pair), quoted(pair.old.words), quoted(pair.new.words)) for pair in reworded(comparison)],
        quoted=quoted,
        as_before=AS_BEFORE,
    )


def render_markdown(comparison: Comparison) -> Iterator[str]:
    """Yield the comparison as Markdown."""
    yield from (line + "\n" for line in _markdown(comparison))


def _markdown(comparison: Comparison) -> Iterator[str]:
    yield "# What changed between two assessments"
    yield ""
    access = access_of_comparison(comparison)
    if access != "public":
        yield f"**{access.upper()}: not for publication**"
        yield ""
    yield from (f"- {typed(line)}" for line in heading(comparison))
    for section in sections(comparison):
        yield ""
        yield f"## {section.title} ({section.number})"
        yield ""
        if section.note:
            yield from (section.note, "")
        for block in section.blocks:
            source = f" · {typed(block.source)}" if block.source else ""
            yield f"- **{typed(block.at)}** {typed(quoted(block.words))}{source}"
            for entry in block.entries:
                names = ", ".join(f"{typed(name)} `{fingerprint}`" for name, fingerprint in entry.findings)
                yield f"  - {typed(entry.says)}: {names}"
    pairs = reworded(comparison)
    if pairs:
        yield from ("", f"## Reworded ({len(pairs)})", "")
        for pair in pairs:
            yield f"- {typed(where(pair))}"
            yield f"  - was: {typed(quoted(pair.old.words))}"
            yield f"  - is: {typed(quoted(pair.new.words))}"
    yield from ("", *(typed(line) for line in foot(comparison)))


def render_json(comparison: Comparison) -> Iterator[str]:
    """Yield the comparison as one JSON object."""
    manifest = {"tool": f"checker {__version__}", "old": _manifest(comparison.old), "new": _manifest(comparison.new)}
    data = {
        "schema_version": SCHEMA_VERSION,
        "manifest": manifest,
        "access": access_of_comparison(comparison),
        "counts": comparison.counts,
        "versions": [{"old": before.id, "new": after.id} for before, after in comparison.versions],
        "changes": [_row(row) for row in comparison.rows],
        "claims": [_pair(pair) for pair in comparison.pairs if pair.new.type == "claim"],
        "added": [_subject(subject) for subject in comparison.added if subject.type == "claim"],
        "gone": [_subject(subject) for subject in comparison.gone if subject.type == "claim"],
    }
    yield dump(data)


def _manifest(snapshot: Snapshot) -> dict[str, Any]:
    return {
        "name": snapshot.name or None,
        "profile": snapshot.profile,
        "as_of": snapshot.as_of.isoformat(),
        "rules_sha256": snapshot.rules_sha256,
        "inputs": [{"path": item.path, "sha256": item.sha256} for item in snapshot.inputs],
    }


def _row(row: Row) -> dict[str, Any]:
    seen = row.seen
    return {
        "change": row.change,
        "why": row.why or None,
        "rule": seen.rule,
        "evidence_kind": seen.evidence_kind,
        "reworded": row.pair is not None and row.pair.reworded and not row.pair.by_number,
        "old": _seen(row.old, row.pair.old if row.pair else None),
        "new": _seen(row.new, row.pair.new if row.pair else None),
    }


def _seen(seen: Seen | None, subject: Subject | None) -> dict[str, Any] | None:
    if seen is None:
        return {"fingerprint": None, "outcome": None, **_subject(subject)} if subject else None
    return {
        "fingerprint": seen.fingerprint,
        "content": seen.content,
        "outcome": seen.outcome,
        "level": seen.level,
        "waived": seen.waived,
        **_subject(seen.subject),
    }


def _subject(subject: Subject) -> dict[str, Any]:
    whole = subject.type == "source" and subject.id == subject.source
    return {
        "subject": {"type": subject.type, "id": subject.source if whole else f"{subject.source}#{subject.id}"},
        "source": subject.source,
        "at": subject.at,
        "quote": subject.words or NOT_QUOTED,
        "kinds": list(subject.kinds),
    }


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        "old": _subject(pair.old),
        "new": _subject(pair.new),
        "reworded": pair.reworded and not pair.by_number,
        "by_number": pair.by_number,
        "renumbered": pair.renumbered,
        "moved": pair.moved,
    }
