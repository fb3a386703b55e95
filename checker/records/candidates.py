"""What in the records no person has confirmed: counted, and left out of what is assessed."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator
from typing import Any

from checker.base.faults import Fault
from checker.model.coding import Coding, confirmed, drafted
from checker.records.loaded import Loaded

Named = tuple[tuple[str | int, ...], str, str]
"""Path, reference and own id of every claim that a coding names."""


def is_read(coding: Coding) -> bool:
    """Tell whether a person has been through any of it: a paper of candidates alone was not read."""
    left = confirmed(coding)
    if left is coding or left.claims or left.evidence or left.commitments or left.asked:
        return True
    return not any(item.standing == "candidate" for _, _, item in drafted(coding))


def check_candidates(loaded: Loaded[Coding], named: Iterable[Named]) -> Iterator[Fault]:
    """Yield how many candidates wait, what was rejected without a reason, what leans on either."""
    coding = loaded.model
    if confirmed(coding) is coding:
        return
    waiting = sum(item.standing == "candidate" for _, _, item in drafted(coding))
    if waiting:
        yield _warning(loaded, (), *_waiting(waiting, loaded.document.path))
    for name, index, item in drafted(coding):
        if item.standing == "rejected" and not getattr(item, "reason", "evidence says it with the word"):
            what = f"{item.id} is rejected and has no reason."
            place = loaded.document.marks.of((name, index, "status"))
            yield Fault(loaded.document.path, place, "MISSING-FIELD", what, "Say why: a second coder will ask.")
    standing = {(name, index): item.standing for name, index, item in drafted(coding)}
    claims = {claim.id: claim.standing for claim in coding.claims}
    for path, reference, _ in named:
        leaning = standing.get((str(path[0]), int(path[1])), "confirmed")
        state = claims.get(reference.removeprefix(f"{coding.source}#"), "confirmed")
        if leaning == "confirmed" and state != "confirmed":
            what = f'"{reference}" is a {state} claim: the reference counts for nothing.'
            todo = "Confirm it first." if state == "candidate" else "Take the reference out, or the claim back in."
            yield _warning(loaded, path, what, todo)


def _waiting(count: int, path: str) -> tuple[str, str]:
    wait = "1 candidate waits" if count == 1 else f"{count} candidates wait"
    return f"{wait} for a person to confirm, and count for nothing.", f"Run: checker confirm {shlex.quote(path)}"


def _warning(loaded: Loaded[Any], path: tuple[str | int, ...], what: str, todo: str) -> Fault:
    marks = loaded.document.marks
    return Fault(loaded.document.path, marks.of(path or ("source",)), "CANDIDATE", what, todo, warning=True)
