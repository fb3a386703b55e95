"""What may be chosen in the cells of the workbook, and what a cell says when a person comes to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.model.register import NONE_RECORDED, OF_FINDINGS, POST_FORM, WORDS

_POST = {"input_title": "A post", "input_message": f"Write it with {POST_FORM}."}
_CLOSING = "a commitment is closed by verified on and evidence of closure"
_SAID: Mapping[str, Mapping[str, str]] = {
    "by": _POST,
    "granted_by": _POST,
    "decision": {"input_title": "A decision", "input_message": f"Closed and reopened are of findings; {_CLOSING}."},
}


def decisions() -> list[tuple[str, str]]:
    """Return what may be decided, and of what: first what every item takes."""
    words = sorted(WORDS["decision"], key=lambda word: word in OF_FINDINGS)
    return [
        (word, f"of a finding; {_CLOSING}" if word in OF_FINDINGS else "of a commitment or a finding") for word in words
    ]


def by_ref(sheet: str, row: int) -> str:
    """Return the formula that chooses the decisions of a commitment or of a finding, however the rows are sorted.

    Args:
        sheet: where they are listed, in its first column.
        row: the row of the first, counted from 1.
    """
    every = len(WORDS["decision"])
    cells = [f"{sheet}!$A${row}:$A${row + count - 1}" for count in (every - len(OF_FINDINGS), every)]
    return f'=IF(ISNUMBER(FIND("#",$A2)),{",".join(cells)})'


def validations(decision: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the columns with a list or a message, and which.

    Args:
        decision: the formula for the decisions.
    """
    sources: Mapping[str, Any] = {"reply": [*WORDS["reply"], NONE_RECORDED], "decision": decision}
    for key, words in WORDS.items():
        wrong = {"error_title": "Not one of the words", "error_message": f"Choose: {', '.join(words)}."}
        yield key, {"validate": "list", "source": sources[key], **wrong, **_SAID.get(key, {})}
    yield from ((key, {"validate": "any", **said}) for key, said in _SAID.items() if key not in WORDS)
