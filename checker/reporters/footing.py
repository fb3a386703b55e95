"""The lines at the end of every exported report: what it takes to make it again, and a witness of the ledger."""

from __future__ import annotations

from checker import __version__
from checker.model.finding import Assessment
from checker.reporters.names import day

DISCLAIMER = "This says what evidence was found in the sources read. It does not say whether a claim is right, and it is not legal advice."


def foot(assessment: Assessment, *, numbers: bool = True) -> tuple[str, ...]:
    """Return the closing lines of a report.

    Args:
        assessment: what the report shows.
        numbers: whether digests are shown; members' pages carry none.
    """
    lines = [DISCLAIMER, f"As of {day(assessment.as_of)}. {assessment.profile.title}."]
    if numbers:
        ledger = assessment.casefile.ledger.witnessed(assessment.as_of)
        lines.append(f"checker {__version__}, rules {assessment.rulebook.sha256[:16]}, ledger {ledger}.")
    return tuple(lines)
