"""The fix list of a draft at the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.model.precheck import Precheck
from checker.reporters.layout import LABEL, counted, labelled, quoted, wrapped
from checker.reporters.names import ASKS
from checker.reporters.precheck.points import Point, left_out, missing, points

SHOWN_PLACES = 6
"""How many of the places where the same question arises are named."""
_TITLE = 16
_READS_LIKE = {
    "minutes": "minutes",
    "agenda": "an agenda",
    "news": "a news report",
    "editorial": "an editorial",
    "letter": "a letter",
    "impact_assessment": "an impact assessment",
}
_CONFIDENCE = {"likely": "", "possible": " (possibly a claim)", "faint": " (faintly like a claim)"}


def render(precheck: Precheck, *, everything: bool = False, commented: str = "", file: str = "") -> Iterator[str]:
    """Yield the fix list as lines that end in a newline.

    Args:
        precheck: what was found.
        everything: every helpful question, not the first dozen.
        commented: the file that the comments were written to, where one was.
        file: how the draft is typed in the command that comes next.
    """
    yield from (line + "\n" for line in _lines(precheck, everything, commented, file))


def _lines(precheck: Precheck, everything: bool, commented: str, file: str) -> Iterator[str]:
    found = points(precheck, everything=everything)
    for number, sentence in enumerate(head(precheck)):
        yield from wrapped(sentence, "  " if number else "")
    for title, sort in (("Headings and placeholders", "section"), ("Figures, dates and numbers that do not agree", "oddity"), ("What members may ask, in the order of the paper", "question")):  # fmt: skip
        here = [point for point in found if point.sort == sort]
        if here or sort == "question":
            yield ""
            yield title
        for number, point in enumerate(here):
            yield from _point(point, precheck, again=bool(number) and _same_words(here[number - 1], point))
        if sort == "question" and not here:
            yield from wrapped("Nothing is asked under these rules.", "  ")
        if sort == "section":
            yield from _missing(precheck)
    yield ""
    yield from _foot(precheck, found, 0 if everything else left_out(precheck, found), commented, file)


def head(precheck: Precheck) -> tuple[str, ...]:
    """Return what the draft is, where its claims come from, what it was taken to ask, and what its file is like."""
    title = precheck.source.title
    known = precheck.file.rpartition(".")[0]
    named = f"Pre-check of {precheck.file}" + (f": {_short(title)}" if title != known else "")
    return (named, _origin(precheck), _stage(precheck), *_told(precheck))


def _told(precheck: Precheck) -> Iterator[str]:
    """Yield what its file is like, each thing once with the pages it was found on."""
    pages: dict[str, list[int]] = {}
    for told in precheck.document.told:
        pages.setdefault(told.what, []).extend([told.page] if told.page else [])
    for what, on in pages.items():
        of = f"Page{'s' if len(on) > 1 else ''} {', '.join(map(str, on))}: " if on else ""
        yield f"{of}{what}"


def _short(title: str) -> str:
    words = title.split()
    return title if len(words) <= _TITLE else " ".join(words[:_TITLE]) + " …"


def _origin(precheck: Precheck) -> str:
    coding = precheck.assessment.casefile.dossiers[0].coding if precheck.assessment.casefile.dossiers else None
    claims = counted(len(coding.claims) if coding else 0, "claim")
    promises = counted(len(coding.commitments) if coding else 0, "promise")
    if precheck.coding:
        return f"{claims} and {promises} from {precheck.coding}.{_astray(precheck)} Private: nothing is kept."
    return (
        f"{claims} and {promises}: candidates, found by their words; none has been confirmed by a person. "
        "Private: nothing is kept."
    )


def _astray(precheck: Precheck) -> str:
    if not precheck.astray:
        return ""
    do = "does" if precheck.astray == 1 else "do"
    return f" {precheck.astray} of its {counted(precheck.quotations, 'quotation')} {do} not stand in this draft."


def _stage(precheck: Precheck) -> str:
    asking = precheck.asking
    taken = f"Taken as a paper {ASKS[asking.asks] if asking.asks else 'for decision'}"
    stage = f" (stage: {asking.stage.replace('_', ' ')})" if asking.stage != "for_decision" else ""
    if asking.stage_told:
        return f"{taken}{stage}, as told."
    if asking.told:
        return f"{taken}, as told{stage.replace(')', ', which follows from that)')}."
    otherwise = "Say otherwise with --asks or --stage."
    if asking.asks is None:
        return f"{taken}: no recommendation was found. {otherwise}"
    if not asking.at:
        return f"Taken as a paper for information: {_unlike(precheck)}. {otherwise}"
    return f"{taken}{stage}, as {asking.at} asks. {otherwise}"


def _unlike(precheck: Precheck) -> str:
    kind = _READS_LIKE.get(precheck.source.kind)
    return f"no recommendation was found, and it reads like {kind}" if kind else "it has no recommendation and no headings of a report"  # fmt: skip


def _point(point: Point, precheck: Precheck, *, again: bool) -> Iterator[str]:
    """Yield the lines of a point; `again`: the words it rests on were just printed."""
    if not again:
        yield ""
        words = f"{quoted(point.quote)}{_confidence(point, precheck)}" if point.quote else "(the paragraph)"
        place = point.paragraph.place
        yield from labelled(place if len(place) < LABEL else f"{place} ", words)
    yield from labelled("NEEDED" if point.needed else "helpful", point.said.found)
    if point.said.ask:
        yield from labelled("may ask", point.said.ask + _also(point))
    if point.said.settle:
        rests = f" Rests on: {point.said.rests}." if point.said.rests else ""
        yield from labelled("settle", point.said.settle + rests)


def _same_words(one: Point, other: Point) -> bool:
    return one.paragraph == other.paragraph and one.quote == other.quote


def _confidence(point: Point, precheck: Precheck) -> str:
    name = point.finding.subject_id.partition("#")[2] if point.finding else ""
    return _CONFIDENCE.get(precheck.confidence.get(name, "likely"), "")


def _also(point: Point) -> str:
    places = point.also_at
    if not places:
        return ""
    more = f" and {len(places) - SHOWN_PLACES} more" if len(places) > SHOWN_PLACES else ""
    return f" (The same at {', '.join(places[:SHOWN_PLACES])}{more}.)"


def _missing(precheck: Precheck) -> Iterator[str]:
    names = [one.title for one in missing(precheck)]
    if names:
        yield ""
        yield from wrapped(
            f"Not found among the headings: {', '.join(names)}. They may stand under another name.", "  "
        )


def needed_means(precheck: Precheck) -> str:
    """Return what "needed for clearance" means under the profile of this run."""
    profile = precheck.assessment.profile
    if profile.fail_on == "never":
        return f"The profile {profile.id} needs nothing for clearance."
    least = "high" if profile.fail_on == "high" else f"{profile.fail_on} or higher"
    return f"Needed for clearance: points of level {least}, to be settled before the paper goes on; the rest may stay."


def _foot(precheck: Precheck, found: Sequence[Point], left: int, commented: str, file: str) -> Iterator[str]:
    needed = sum(point.needed for point in found)
    text = f"{counted(needed, 'point')} needed for clearance · {len(found) - needed} helpful"
    yield from wrapped(text + (f" · {counted(left, 'more helpful one')}: --all" if left else ""), "")
    yield from wrapped(f"{needed_means(precheck)} Everything may exist elsewhere: then say where.", "")
    if commented:
        yield from wrapped(f"The comments are in {commented}; {precheck.file} was not changed.", "")
    elif file:
        is_word = precheck.document.kind == "docx"
        suffix = (".docm" if precheck.file.lower().endswith(".docm") else ".docx") if is_word else ".md"
        what = "The same as comments in the margin of a copy" if is_word else "The same as a list to keep"
        yield from wrapped(f"{what}:", "")
        yield f"  checker precheck {file} -o COMMENTED{suffix}"
