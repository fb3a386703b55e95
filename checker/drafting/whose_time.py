"""Whose a time in a passage is: that of what is promised, or of something else that was or is to be then.

"A report will be published in May" promises one by then; "the report published in May", "agreed on
5 May", "the elections scheduled for May" only say which report, when, and which elections.
"""

from __future__ import annotations

import datetime
import re

_LEAD = re.compile(r"(?:(?:on|in|at|during|since|for|from)\s+)?(?:the\s+)?", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_DID = (
    r"(?!(?:planned|scheduled|timetabled|expected|intended|proposed|anticipated|arranged|organised|booked|targeted|"
    r"postponed|deferred|moved|need|needed)\b)"
    r"(?:\w+[^e\W]ed|agreed|made|held|done|given|sent|brought|begun|began|met|undertaken|took place|taken place)"
)
"""A verb of what was done, those that look ahead left out."""
_NAMED = r"(?:\s+(?:in|at|to)(?:\s+(?-i:the|of|for|and|[A-Z][\w'\u2019-]*))+)?"
"""A place or a body by its name, between a verb and its day."""
_DONE_THEN = re.compile(rf"\b{_DID}{_NAMED}\s+(?:on|in|at|during)(?:\s+the)?$|\bsince(?:\s+the)?$", re.IGNORECASE)
_ONE_THAT_DID = re.compile(
    rf"\b(?:which|who|that)\s+(?:(?:had|has|have|was|were)\s+)?(?:been\s+)?(?:\w+ly\s+)?{_DID}\b"
    r"(?:(?!\b(?:will|would|shall|should|be|to|that|and)\b)[^,])*$",
    re.IGNORECASE,
)
_SET_FOR = re.compile(r"\b(?:scheduled|planned|timetabled)\s+(?:for|on|in)(?:\s+the)?$", re.IGNORECASE)
_FOLLOWS = re.compile(
    r"\bfollows?\s+(?!(?:on|in|at|by|from|during|within|later|shortly|soon|up)\b)\w+[^,;]*\b(?:on|in)(?:\s+the)?$",
    re.IGNORECASE,
)
"""What something is to follow is on that day, not the thing itself: "will follow the notices on 2 November"."""
_TO_BE = re.compile(
    r"\b(?:be|being|get|once|when|until|is|are)\s+(?:(?:\w+ly|also|then|now|still)\s+)?$", re.IGNORECASE
)
_STANDS = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:(?:\w+ly|also|then|now|still)\s+)?$", re.IGNORECASE)
_JOINED = re.compile(r"\bbe\b.*(?:,|\band|\bor|\bthen)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
"""A second verb after "be": "will be finished and published"."""


def is_of_something_else(
    text: str, hit: re.Match[str], day: datetime.date | str, dated: datetime.date | None = None
) -> bool:
    """Say whether a time is none that a promise is due by.

    Args:
        text: the passage.
        hit: the time in it.
        day: the day the time comes to, where it comes to one.
        dated: the paper's own day, where it is known: what was due before it is not promised by it.
    """
    lead = _LEAD.match(hit.group())
    clause = re.split(r"[.;:()]", text[: hit.start()] + (lead.group() if lead else ""))[-1].rstrip()
    set_for = _SET_FOR.search(clause)
    if set_for and not _STANDS.search(clause[: set_for.start()]):
        return True
    if _FOLLOWS.search(clause):
        return True
    if dated and isinstance(day, datetime.date) and _YEAR.search(hit.group()):
        return day < dated
    done = _DONE_THEN.search(clause)
    return bool(_ONE_THAT_DID.search(clause) or (done and not _is_to_be(clause[: done.start()])))


def _is_to_be(before: str) -> bool:
    """Say whether what is done is yet to be: "will be", "will be finished and", "once"."""
    return bool(_TO_BE.search(before) or _JOINED.search(before))
