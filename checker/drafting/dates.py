"""When something promised is due: a day, a period, or an event, as the words give it.

The first event counts, and the most exact time (see `times`), of two days the later. A day before
the document's own date is not one, nor is the time of something else (see `whose_time`).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.drafting.times import DATED, KINDS, Reckoned
from checker.drafting.whose_time import is_of_something_else

_EVENT = re.compile(
    r"\b(?P<lead>(?:(?:at least |up to )?(?:\d{1,3}|\w+) (?:days|weeks|months|years) (?:after|before|prior to|post|following))|"
    r"(?<!\bwent )(?<!\bcame )(?<!\bcome )(?<!\bgoes )(?<!\bgo )before|"
    r"prior to|ahead of|in advance of|following|once|after|when|upon|alongside|in time for|"
    r"(?:at|to|for) (?:the|its|their|our) (?:next|\w+)(?= (?:meeting|cabinet|committee|agenda)))\s+"
    r"(?P<what>(?:(?!\b(?:and|but|will|which)\b)[^.,;:()]){3,90})",
    re.IGNORECASE,
)
_NO_EVENT = re.compile(
    r"^(?:the )?(?:which|that|this|it|them|they)$|^all$|^(?:up|on|careful|due|full consideration|consider)\b",
    re.IGNORECASE,
)
_ASKS_WHEN = re.compile(r"\b(?:and|or|out|know|ask(?:s|ed)?|explain|confirm|clarify|decide|determine|of|about)$", re.I)
"""What stands before a "when" that is itself asked: "find out when the drains would be cleared"."""
_MOST = 14
"""Words of an event that are shown."""


@dataclass(frozen=True, slots=True)
class Due:
    """When something is due, as printed and as far as the words say it exactly."""

    printed: str
    date: str = ""
    """The last day that is in time, as 2021-03-17; empty where the words give none."""
    within: str = ""
    """A period as records write it, "6 months"; empty where the words give none."""
    event: str = ""
    """What it is to precede, follow or come with, in the printed words."""


NOT_SAID = Due("")


def due(text: str, dated: datetime.date | None = None) -> Due:
    """Return when what a passage promises is due; the first event and the most exact time of it."""
    left = _without_others(text, dated)
    time = next(_times(left, dated), NOT_SAID)
    event = _event(left)
    if not event:
        return time
    if not (time.date or time.within):
        return Due(time.printed if time.printed and event not in time.printed else event, event=event)
    within = time.printed in event
    return Due(event if within else time.printed, time.date, time.within, "" if within else event)


def _without_others(text: str, dated: datetime.date | None) -> str:
    """Return a text of the same length with a stop for every letter of the times that are not those of the promise."""
    for pattern, reckon in KINDS:
        for hit in pattern.finditer(text):
            day = reckon(hit, dated)
            if day is not None and is_of_something_else(text, hit, day, dated):
                text = text[: hit.start()] + "." * (hit.end() - hit.start()) + text[hit.end() :]
    return text


def _times(text: str, dated: datetime.date | None) -> Iterator[Due]:
    """Yield the times a passage names, the kinds that are most exact first."""
    for pattern, reckon in KINDS:
        found = [(hit, reckon(hit, dated)) for hit in pattern.finditer(text)]
        found = [(hit, day) for hit, day in found if day is not None]
        if found:
            hit, day = max(found, key=lambda pair: (isinstance(pair[1], datetime.date), str(pair[1])))
            yield _told(hit.group().strip(" ,"), day)


def _told(printed: str, day: Reckoned) -> Due:
    if isinstance(day, datetime.date):
        return Due(printed, day.isoformat())
    return Due(printed, within=day) if day else Due(printed)


def _event(text: str) -> str:
    """Return the words of the event that a promise is tied to; empty where there is none."""
    for hit in _EVENT.finditer(text):
        what = hit["what"].strip()
        if (
            text[: hit.start()].rstrip().endswith("..")
            or _NO_EVENT.match(what)
            or (hit["lead"].lower() == "when" and _ASKS_WHEN.search(text[: hit.start()].rstrip()))
            or any(pattern.match(what) for pattern, _ in DATED)
        ):
            continue
        return " ".join(hit.group().split()[:_MOST])
    return ""
