"""One candidate on the screen of the person who confirms it: 80 columns at most, no colour needed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from checker.model.casefile import Check
from checker.model.coding import Claim, Commitment, Drafted, DueBefore, DueOn, DueWithin, Evidence
from checker.model.words import spoken
from checker.reporters.layout import WIDTH, counted, fold

_AROUND = 150
"""How many characters of the paragraph are shown on either side of the quotation."""
_NEAR = 0.75
"""From this part of what may be quoted on, the count is shown."""
_INDENT = "  "
_SPACES = re.compile(r"\s+")
OPEN, CLOSE = "»", "«"
Passage = tuple[str, tuple[str, ...], str]
"""What stands before a quotation; what is quoted and, by turns, left out by a gap in it; what stands after it."""
KINDS: Mapping[type, str] = {Claim: "claim", Evidence: "evidence", Commitment: "promise"}


def card(
    item: Drafted,
    head: str,
    why: str,
    passage: Passage | None,
    check: Check | None,
    *,
    width: int = WIDTH,
) -> Iterator[str]:
    """Yield the lines of a card: where, the words in their paragraph, what is proposed and why."""
    title = f"{head} · {KINDS[type(item)]} {item.id} at {item.at} "
    yield title + "─" * max(0, width - len(title))
    yield from fold(_words(item, passage), _INDENT, _INDENT, width)
    for label, text in _proposed(item, why, check):
        yield from fold(f"{label}: {text}", _INDENT, _INDENT + " " * (len(label) + 2), width)


def _words(item: Drafted, passage: Passage | None) -> str:
    """Return the quotation between its marks in its paragraph; what a gap leaves out stands outside of them."""
    if passage is None:
        return f"{OPEN}{item.quote}{CLOSE}"
    before, *words, after = (_SPACES.sub(" ", part) for part in (passage[0], *passage[1], passage[2]))
    before = f"…{before[-_AROUND:].partition(' ')[2]}" if len(before) > _AROUND else before.lstrip()
    after = f"{after[:_AROUND].rpartition(' ')[0]}…" if len(after) > _AROUND else after.rstrip()
    marked = (part if number % 2 else f"{OPEN}{part}{CLOSE}" for number, part in enumerate(words))
    return f"{before}{''.join(marked)}{after}"


def _proposed(item: Drafted, why: str, check: Check | None) -> Iterator[tuple[str, str]]:
    """Yield each row of what is proposed with its label, and what the paper says otherwise."""
    if isinstance(item, Claim):
        flags = [name for name in ("money", "operative", "statutory", "reported") if getattr(item, name)]
        flags += [f"affects {', '.join(map(spoken, item.affects))}"] if item.affects else []
        yield "is", " · ".join([", ".join(map(spoken, item.kinds)), item.certainty, f"by {item.by}", *flags])
        if item.says.strip() != item.quote.strip():
            yield "says", item.says
    elif isinstance(item, Commitment):
        yield "is", f"{item.origin} · brings {', '.join(map(spoken, item.provides))} · due: {_due(item)}"
    else:
        yield "is", f"{spoken(item.kind)} · {spoken(item.status)}"
    if why:
        yield "why", why
    if check and is_amiss(check):
        yield "LOOK", _wrong(check)


def _due(item: Commitment) -> str:
    match item.due:
        case DueOn(date=date):
            return str(date)
        case DueWithin(within=within):
            return f"within {within}"
        case DueBefore(before=before):
            return f"before or with: {spoken(before)}"
    return "no date"


def is_amiss(check: Check) -> bool:
    """Tell whether the paper says otherwise than the card."""
    return check.state != "found" or bool(check.hedge)


def _wrong(check: Check) -> str:
    if check.state == "found":
        return f'the words before the quotation soften it: "{check.hedge}". Quote them too.'
    return check.why or spoken(check.state)


def share(quoted: int, allowed: int | None) -> str:
    """Return how much of a newspaper is quoted once a card counts, where that nears what may be; else nothing."""
    if allowed is None or quoted <= allowed * _NEAR:
        return ""
    return f"quoted of the newspaper with this one: {quoted} words; a quarter of it is {allowed}"


def letters(words: Sequence[str]) -> dict[str, str]:
    """Return a letter for each word of a closed list, in the order of the list."""
    return {chr(ord("a") + number): word for number, word in enumerate(words)}


def choices(words: Sequence[str], width: int = WIDTH) -> Iterator[str]:
    """Yield the words of a closed list with their letters, in columns."""
    named = [f"{letter} {spoken(word)}" for letter, word in letters(words).items()]
    widest = max(map(len, named)) + 2
    across = max(1, (width - len(_INDENT)) // widest)
    rows = -(-len(named) // across)
    for row in range(rows):
        yield _INDENT + "".join(f"{name:<{widest}}" for name in named[row::rows]).rstrip()


def tally(counts: Mapping[str, Any], keys: int) -> Iterator[str]:
    """Yield how far the person came, and at what cost in keys."""
    parts = [f"{counts[name]} {name}" for name in ("confirmed", "edited", "rejected", "skipped")]
    yield " · ".join([*parts, f"{counts['left']} left"])
    answered = counts["confirmed"] + counts["rejected"]
    if answered:
        yield f"{counted(keys, 'key')} for {counted(answered, 'candidate')} ({keys / answered:.1f} each)"
