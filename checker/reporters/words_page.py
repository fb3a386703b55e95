"""The page of words: every closed list, as records, JSON and readers use it."""

from __future__ import annotations

from typing import Any, get_args

from checker.model import words
from checker.model.words import NAMES

_LISTS: tuple[tuple[str, Any, str], ...] = (
    ("Claim kind", words.ClaimKind, "One to three a claim, the main one first."),
    ("Evidence kind", words.EvidenceKind, "The first three are the headline kinds; the others support them."),
    ("Status of evidence, as coded", words.EvidenceStatus, "Nothing coded means absent; a promise is a commitment."),
    ("Outcome of a finding", words.Outcome, "Open: gap, weak, promised, overdue, cannot_tell."),
    ("Level", words.Level, "How much a finding matters under the profile."),
    ("Certainty of a claim", words.Certainty, "Printed as states, expects, hopes, seeks to find."),
    ("Force of a basis", words.Force, "Never more than the basis has."),
    ("What a source asks", words.Asks, "Of the body that meets."),
    ("Stage of a proposal", words.Stage, "Early: idea, options, consultation. A claim may have its own."),
    ("By: whose claim", words.By, "The profiles choose whose claims are judged."),
    ("Kind of source", words.SourceKind, ""),
    ("Version of a source", words.Version, ""),
    ("Access", words.Access, ""),
    ("Origin of a commitment", words.Origin, ""),
    ("What a commitment provides", words.Provided, ""),
    (
        "State of a commitment",
        words.CommitmentState,
        "Overdue the day after its date, or when the paper was read without it.",
    ),
    ("Answer to a question", words.AnswerState, "Minutes are not verbatim: never 'not answered'."),
    ("Route of a question", words.Route, ""),
)


def words_page() -> str:
    """Return the page as Markdown."""
    lines = ["# Words", "", "One spelling everywhere. Written out by `make generate`.", ""]
    for title, listed, note in _LISTS:
        lines += [f"## {title}", ""]
        if note:
            lines += [note, ""]
        lines += [f"- `{word}`{_said(word)}" for word in get_args(listed)]
        lines += [""]
    return "\n".join(lines)


def _said(word: str) -> str:
    name = NAMES.get(word)
    return f" (to readers: {name})" if name and name != word.replace("_", " ") else ""
