"""The points of a draft as comments for its margin, in the manner of a colleague who has read it."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model.precheck import Precheck
from checker.reporters.comments.comment import Comment, Line, Span
from checker.reporters.layout import counted
from checker.reporters.precheck.points import Point, left_out, missing, points
from checker.reporters.precheck.text import SHOWN_PLACES, head


def comments(precheck: Precheck, *, everything: bool = False) -> Iterator[Comment]:
    """Yield one comment on the paper as a whole, on its first paragraph, then one for each point in the paper's order."""
    found = points(precheck, everything=everything)
    first = precheck.document.paragraphs[0]
    left = 0 if everything else left_out(precheck, found)
    yield Comment(first.origin, first.place, "", tuple(_whole(precheck, found, left)))
    for point in sorted(found, key=lambda one: one.paragraph.ordinal):
        yield Comment(point.paragraph.origin, point.paragraph.place, point.quote, tuple(_lines(point)))


def _whole(precheck: Precheck, found: tuple[Point, ...], left: int) -> Iterator[Line]:
    needed = sum(point.needed for point in found)
    title, *rest = head(precheck)
    yield (Span("Pre-check", bold=True), Span(title.removeprefix("Pre-check")))
    yield (Span(" ".join(rest)),)
    yield (Span(f"{counted(needed, 'comment')} needed for clearance, {len(found) - needed} helpful"
                + (f", {left} more left out." if left else ".")),)  # fmt: skip
    names = [one.title for one in missing(precheck)]
    if names:
        yield (Span("Not found among the headings: ", italic=True), Span(f"{', '.join(names)}. They may stand under another name."))  # fmt: skip


def _lines(point: Point) -> Iterator[Line]:
    said = point.said
    if said.ask:
        yield (Span("Members may ask: ", bold=True), Span(f"{said.ask} {said.found}"))
    else:
        yield (Span("To look at: ", bold=True), Span(said.found))
    places = point.also_at
    if places:
        more = f" and {len(places) - SHOWN_PLACES} more" if len(places) > SHOWN_PLACES else ""
        yield (Span(f"The same question arises at {', '.join(places[:SHOWN_PLACES])}{more}."),)
    if said.settle:
        yield (Span("One way to settle it: ", italic=True), Span(said.settle))
    rests = f" Rests on: {said.rests}." if said.rests else ""
    if point.needed:
        yield (Span("Needed for clearance.", italic=True), Span(rests))
    else:
        yield (Span("Helpful", italic=True), Span(f" (not needed for clearance).{rests}"))
