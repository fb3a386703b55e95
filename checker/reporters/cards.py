"""One candidate on the screen of the person who confirms it: 80 columns, no colour needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from checker.model.casefile import Check
from checker.model.coding import Claim, Commitment, Drafted, DueBefore, DueOn, DueWithin, Evidence
from checker.model.words import spoken
from checker.reporters.layout import WIDTH, fold

_AROUND = 150
"""How many characters of the paragraph are shown on either side of the quotation."""
_INDENT = "  "
OPEN, CLOSE = "»", "«"
KINDS: Mapping[type, str] = {Claim: "claim", Evidence: "evidence", Commitment: "promise"}


def card(
    item: Drafted, head: str, why: str, passage: tuple[str, str, str] | None, check: Check | None
) -> Iterator[str]:
    """Yield the lines of a card: where, the words in their paragraph, what is proposed and why."""
    title = f"{head} · {KINDS[type(item)]} {item.id} at {item.at} "
    yield title + "─" * max(0, WIDTH - len(title))
    yield from _words(item, passage)
    yield from _proposed(item)
    if why:
        yield from fold(f"why: {why}", _INDENT, _INDENT + "     ")
    if check and (check.state != "found" or check.hedge):
        yield from fold(f"LOOK: {_wrong(check)}", _INDENT, _INDENT + "      ")


def _words(item: Drafted, passage: tuple[str, str, str] | None) -> Iterator[str]:
    if passage is None:
        yield from fold(f"{OPEN}{item.quote}{CLOSE}", _INDENT, _INDENT)
        return
    before, words, after = (" ".join(part.split()) for part in passage)
    before = f"…{before[-_AROUND:].partition(' ')[2]}" if len(before) > _AROUND else before
    after = f"{after[:_AROUND].rpartition(' ')[0]}…" if len(after) > _AROUND else after
    joint = "" if not before or passage[0][-1:] not in (" ", "\n", "\u00a0") else " "
    tail = " " if passage[2][:1].isspace() else ""
    yield from fold(f"{before}{joint}{OPEN}{words}{CLOSE}{tail}{after}", _INDENT, _INDENT)


def _proposed(item: Drafted) -> Iterator[str]:
    rows: list[tuple[str, str]] = []
    if isinstance(item, Claim):
        flags = [name for name in ("money", "operative", "statutory", "reported") if getattr(item, name)]
        flags += [f"affects {', '.join(map(spoken, item.affects))}"] if item.affects else []
        rows.append(("is", " · ".join([", ".join(map(spoken, item.kinds)), item.certainty, f"by {item.by}", *flags])))
        if item.says.strip() != item.quote.strip():
            rows.append(("says", item.says))
    elif isinstance(item, Commitment):
        rows.append(("is", f"{item.origin} · brings {', '.join(map(spoken, item.provides))} · due: {_due(item)}"))
    else:
        rows.append(("is", f"{spoken(item.kind)} · {spoken(item.status)}"))
    for label, text in rows:
        yield from fold(f"{label}: {text}", _INDENT, _INDENT + " " * (len(label) + 2))


def _due(item: Commitment) -> str:
    match item.due:
        case DueOn(date=date):
            return str(date)
        case DueWithin(within=within):
            return f"within {within}"
        case DueBefore(before=before):
            return f"before or with: {spoken(before)}"
    return "no date"


def _wrong(check: Check) -> str:
    if check.state == "found":
        return f'the words before the quotation soften it: "{check.hedge}". Quote them too.'
    return check.why or spoken(check.state)


def letters(words: Sequence[str]) -> dict[str, str]:
    """Return a letter for each word of a closed list, in the order of the list."""
    return {chr(ord("a") + number): word for number, word in enumerate(words)}


def choices(words: Sequence[str]) -> Iterator[str]:
    """Yield the words of a closed list with their letters, in columns."""
    named = [f"{letter} {spoken(word)}" for letter, word in letters(words).items()]
    width = max(map(len, named)) + 2
    across = max(1, (WIDTH - len(_INDENT)) // width)
    rows = -(-len(named) // across)
    for row in range(rows):
        yield _INDENT + "".join(f"{name:<{width}}" for name in named[row::rows]).rstrip()


def tally(counts: Mapping[str, Any], keys: int) -> Iterator[str]:
    """Yield how far the person came, and at what cost in keys."""
    parts = [f"{counts[name]} {name}" for name in ("confirmed", "edited", "rejected", "skipped")]
    yield " · ".join([*parts, f"{counts['left']} left"])
    answered = counts["confirmed"] + counts["rejected"]
    if answered:
        yield f"{keys} keys for {answered} candidates ({keys / answered:.1f} each)"
