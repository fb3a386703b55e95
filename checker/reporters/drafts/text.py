"""Candidates on a screen, the surest first; the rest are counted."""

from __future__ import annotations

import datetime
import shlex
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from checker.model.draft import (
    CONFIDENCES,
    Confidence,
    Draft,
    DraftClaim,
    DraftCommitment,
    DraftEvidence,
    DraftOddity,
    surest,
)
from checker.model.drafted import record_by, record_place
from checker.model.words import By, spoken
from checker.reporters.drafts.drafted import Drafted
from checker.reporters.layout import INDENT, LABEL, WIDTH, counted, fold
from checker.reporters.names import day

MOST = 20
"""How many candidates of a kind are printed; the rest are counted."""
MOST_REASONS = 3
CONFIDENCE: dict[Confidence, str] = {
    "likely": "likely",
    "possible": "possible",
    "faint": "faint: more often not",
}
STATUS = {
    "supplied": "supplied",
    "referenced": "named, not attached",
    "promised": "promised",
    "none_stated": "said to be none",
    "absent": "not found in the paper",
}
ODDITY = {
    "total": "a total",
    "percentage": "a percentage",
    "number": "one number given twice",
    "date": "two dates",
    "numbering": "the numbering",
    "certainty": "rising certainty",
}


class _Text(NamedTuple):
    """A text to be folded: what its first line begins with, and its further ones."""

    text: str
    first: str = ""
    rest: str = "  "


def render(found: Drafted, *, everything: bool = False, width: int = WIDTH) -> Iterator[str]:
    """Yield the candidates as lines that end in a newline; commands stay on one line, to be copied."""
    for part in _parts(found, everything):
        lines = fold(*part, width) if isinstance(part, _Text) else [part]
        yield from (line + "\n" for line in lines)


def _parts(found: Drafted, everything: bool) -> Iterator[str | _Text]:
    draft = found.draft
    yield from _head(found)
    yield from _section(
        "Evidence in the whole paper", _evidence(draft.evidence), len(draft.evidence), everything=True, apart=False
    )
    yield from _section(
        "Claims, the surest first",
        (_claim(one, record_by(one, found.kind)) for one in surest(draft.claims)),
        len(draft.claims),
        everything=everything,
    )
    promises = map(_promise, surest(draft.commitments))
    yield from _section(
        "Promises and requests, the surest first", promises, len(draft.commitments), everything=everything
    )
    yield from _section(
        "Does not seem to agree with itself", map(_oddity, draft.oddities), len(draft.oddities), everything=everything
    )
    yield ""
    yield _Text(
        "These are candidates: none counts until a person confirms it. To write them to a coding file and walk through them:"
    )
    chosen = " --light" if found.light else ""
    chosen += f" --sensitivity {found.sensitivity}" if found.sensitivity != "balanced" else ""
    command = f"  checker draft {shlex.quote(found.path)}{chosen}", f"-o claims/{found.id}.yaml"
    yield from [" ".join(command)] if len(" ".join(command)) <= WIDTH else [f"{command[0]} \\", f"      {command[1]}"]


def _head(found: Drafted) -> Iterator[_Text]:
    document, draft = found.document, found.draft
    kind = "kind of paper not known" if found.kind == "other" else spoken(found.kind)
    yield _Text(f"{found.title or found.path} · {kind}")
    pages = f" · {counted(document.pages, 'page')}" if document.pages else ""
    dated = f" · dated {day(datetime.date.fromisoformat(draft.day))}" if draft.day else ""
    yield _Text(f"{found.path} · {counted(len(document.paragraphs), 'paragraph')}{pages}{dated}", "  ")
    tally = Counter(claim.confidence for claim in draft.claims)
    bands = ", ".join(f"{tally[band]} {band}" for band in CONFIDENCES if tally[band])
    claims = counted(len(draft.claims), "claim") + (f" ({bands})" if bands else "")
    others = [counted(len(draft.commitments), "promise"), _oddities(draft)]
    chosen = "light: a dozen at most" if found.light else f"sensitivity: {found.sensitivity}"
    yield _Text(" · ".join([claims, *filter(None, others), chosen]), "  ")
    for told in document.told:
        page = f", page {told.page}" if told.page else ""
        yield _Text(f"{told.code}{page}: {told.what}", "  ")


def _oddities(draft: Draft) -> str:
    return f"{counted(len(draft.oddities), 'place')} that may not agree" if draft.oddities else ""


def _section(
    title: str, blocks: Iterable[Iterable[_Text]], total: int, *, everything: bool, apart: bool = True
) -> Iterator[str | _Text]:
    if not total:
        return
    yield ""
    yield title
    for number, block in enumerate(blocks):
        if number == MOST and not everything:
            yield f"  {total - MOST} more: --all"
            return
        if number and apart:
            yield ""
        yield from block


def _evidence(pieces: Sequence[DraftEvidence]) -> Iterator[Iterable[_Text]]:
    for piece in pieces:
        quoted = f" {_place(piece)} “{piece.quote.strip()}”" if piece.quote else ""
        yield [_Text(f"{spoken(piece.evidence_kind)}: {STATUS[piece.status]}{quoted}", "  ")]


def _claim(claim: DraftClaim, by: By) -> Iterator[_Text]:
    yield _quoted(claim)
    kinds = ", ".join(spoken(kind) for kind in claim.kinds)
    said = "" if by == "officer" else f" · by {by}"
    yield _labelled("", f"{CONFIDENCE[claim.confidence]} · {kinds} · {claim.certainty}{said}")
    yield from _because(claim.because)


def _promise(promise: DraftCommitment) -> Iterator[_Text]:
    yield _quoted(promise)
    brings = ", ".join(spoken(what) for what in promise.provides)
    told = f"{CONFIDENCE[promise.confidence]} · {promise.origin} · brings {brings} · due: {_due(promise)}"
    yield _labelled("", told)
    yield from _because(promise.because)


def _due(promise: DraftCommitment) -> str:
    """Return when a promise is due, as printed; with the day where its year was reckoned: "by March (31 March 2027)"."""
    printed = promise.due or promise.due_event
    if not promise.due_date or promise.due_date[:4] in printed:
        return printed or promise.due_date or "no date"
    reckoned = day(datetime.date.fromisoformat(promise.due_date))
    return f"{printed} ({reckoned})" if printed else reckoned


def _oddity(odd: DraftOddity) -> Iterator[_Text]:
    yield _labelled(odd.at, f"“{odd.quote}”")
    if odd.other_quote and (odd.other_at, odd.other_quote) != (odd.at, odd.quote):
        yield _labelled(odd.other_at, f"“{odd.other_quote}”")
    yield _labelled("", f"{ODDITY[odd.kind]}: {odd.says}")


def _quoted(one: DraftClaim | DraftCommitment) -> _Text:
    return _labelled(_place(one), f"“{one.quote.strip()}”")


def _because(reasons: Sequence[str]) -> Iterator[_Text]:
    if reasons:
        yield _labelled("", f"because {'; '.join(reasons[:MOST_REASONS])}")


def _labelled(label: str, text: str) -> _Text:
    """Return a text beside its place, however long that is."""
    first = f"{'':{INDENT}}{label:<{LABEL}}" if len(label) < LABEL else f"{'':{INDENT}}{label} "
    return _Text(text, first, " " * (INDENT + LABEL))


def _place(one: DraftClaim | DraftCommitment | DraftEvidence) -> str:
    """Return the place as records write it; what is printed there beside it, where that is no place."""
    place = record_place(one.at, one.ordinal, one.page)
    return place if place.partition(" p")[0] == one.at else f"{place} (printed {one.at})"
