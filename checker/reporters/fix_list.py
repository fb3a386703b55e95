"""The author's fix list: paragraph by paragraph, what members may ask and the sentence that would settle it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.model.casefile import Dossier
from checker.model.finding import Assessment, Finding
from checker.model.paragraph import place_key
from checker.model.source import Source
from checker.model.words import LEVELS, NOT_QUOTED
from checker.reporters.layout import counted, labelled, quoted, wrapped
from checker.reporters.names import FORCE, kind_name, quote_of, when
from checker.reporters.numbers import nothing_judged
from checker.reporters.wording import Words

HELPFUL = 1
"""How many helpful points are printed on one paragraph, beside all that are needed; the rest are counted."""


class Point(NamedTuple):
    """One thing to mend or to say in a paragraph."""

    finding: Finding
    needed: bool
    """Needed for clearance, as the profile says; else helpful."""


class Paragraph(NamedTuple):
    """A paragraph of the draft and the points on it, those needed for clearance first."""

    source: Source
    at: str
    points: tuple[Point, ...]


def fix_list(assessment: Assessment) -> tuple[Paragraph, ...]:
    """Return the points on each paragraph in the order of the papers: one for each theme that stays open there."""
    found: dict[tuple[str, str], dict[str, Finding]] = {}
    for finding in sorted(assessment.open, key=_worst_first):
        themes = found.setdefault((finding.source.id, finding.at), {})
        themes.setdefault(finding.rule.theme_of(finding.evidence_kind), finding)
    sources = [dossier.source for dossier in reversed(assessment.casefile.dossiers)]
    return tuple(
        Paragraph(
            source, at, tuple(Point(f, _needed(f, assessment)) for f in sorted(themes.values(), key=_worst_first))
        )
        for source in sources
        for (name, at), themes in sorted(found.items(), key=lambda entry: place_key(entry[0][1]))
        if name == source.id
    )


def _worst_first(finding: Finding) -> tuple[int, bool, str]:
    behind = finding.rule.group not in ("headline", "commitments", "integrity")
    return LEVELS.index(finding.level), behind, finding.fingerprint


def _needed(finding: Finding, assessment: Assessment) -> bool:
    limit = assessment.profile.fail_on
    return limit != "never" and LEVELS.index(finding.level) <= LEVELS.index(limit)


def render(assessment: Assessment, *, everything: bool = False, again: str = "") -> Iterator[str]:
    """Yield the fix list as lines that end in a newline.

    Args:
        assessment: what to print.
        everything: every helpful point, not the first of each paragraph.
        again: the paths and options of this run, for the command that shows one finding in full.
    """
    yield from (line + "\n" for line in _lines(assessment, everything, again))


def _lines(assessment: Assessment, everything: bool, again: str) -> Iterator[str]:
    paragraphs = fix_list(assessment)
    for dossier in reversed(assessment.casefile.dossiers):
        own = [paragraph for paragraph in paragraphs if paragraph.source.id == dossier.source.id]
        if own:
            yield from _head(dossier, own)
            for paragraph in own:
                yield from _paragraph(paragraph, Words(assessment), everything)
            yield ""
    if not paragraphs:
        yield (
            nothing_judged(assessment)
            or "Nothing to mend under these rules: evidence was recorded as shown for every claim judged."
        )
        return
    yield from wrapped(
        "Helpful points are not needed for clearance. Everything may exist elsewhere: then say where.", ""
    )
    yield f"  checker explain {paragraphs[0].points[0].finding.fingerprint[:6]}{again}"


def _head(dossier: Dossier, paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    source = dossier.source
    points = [point for paragraph in paragraphs for point in paragraph.points]
    needed = sum(point.needed for point in points)
    yield from wrapped(f"{source.title} · {kind_name(source)} · {when(source) or 'undated'}", "")
    yield from wrapped(
        f"{counted(len(paragraphs), 'paragraph')} · {counted(needed, 'point')} needed for clearance"
        f" · {len(points) - needed} helpful",
        "  ",
    )


def _paragraph(paragraph: Paragraph, words: Words, everything: bool) -> Iterator[str]:
    needed = sum(point.needed for point in paragraph.points)
    shown = paragraph.points if everything else paragraph.points[: needed + HELPFUL]
    yield ""
    first = shown[0].finding
    words_of_it = quote_of(first)
    yield from labelled(paragraph.at, words_of_it if words_of_it == NOT_QUOTED else quoted(words_of_it))
    for finding, is_needed in shown:
        put = words.question(finding)
        if put is None:
            continue
        mark = "NEEDED" if is_needed else "helpful"
        yield from labelled(mark, f"{words.message(finding, brief=True)} [{finding.fingerprint[:6]}]")
        yield from labelled("may ask", put.opener)
        yield from labelled("settle", f"{words.remedy(finding)} Rests on: {_force(finding, words)}.")
    left = len(paragraph.points) - len(shown)
    if left:
        yield from labelled("", f"{left} more here: --all")


def _force(finding: Finding, words: Words) -> str:
    forces = [FORCE[basis.force] for basis in words.bases(finding)]
    return forces[0] if forces else FORCE["practice"]
