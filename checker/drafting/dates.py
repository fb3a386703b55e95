"""When something promised is due: a day, a period, or an event, as the words give it.

A day is given only where the words leave no doubt of the last day that is in time:

- "31 March 2025", "31st March, 2025", "31/03/2025" are themselves; of two days, the later.
- "March 2026", "by March 2026", "the end of March 2026" are its last day; "before March 2026" is
  the day before it begins. "Early", "mid" and "late March 2026" and seasons name no day.
- "in 2026", "during 2026", "the end of 2026" are 31 December; "by 2026" may mean its beginning or its end
  and names no day.
- "2025/26", "2025-26", "the end of 2025/26" are 31 March 2026, the end of a financial year that
  begins in April. Quarters with a financial year are its quarters ("Q1 2025/26" ends on
  30 June 2025), quarters with a plain year those of the calendar.
- A day or a month without a year is the next one on or after the document's own date, where that
  is known; more than nine months ahead it may as well be the last one, and names no day. "Next
  month" is reckoned likewise. Nothing else is reckoned from the date of the document.
- A day before the document's own date is not one, nor is the time of something else (see `whose_time`).
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from checker.drafting.whose_time import is_of_something_else

_MONTHS = {name.casefold(): at for at, name in enumerate(calendar.month_name) if name}
_NUMBERS = {
    word: at
    for at, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=1
    )
} | {"eighteen": 18, "a": 1, "an": 1}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_MONTH = "|".join(_MONTHS)
_DAY = rf"(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month>{_MONTH})"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FINANCIAL = r"(?P<first>20\d\d)\s?[/\u2013-]\s?(?:20)?(?P<second>\d\d)"
_QUARTER = rf"(?:q(?P<q>[1-4])|quarter\s+(?P<n>[1-4])|(?P<w>{'|'.join(_ORDINALS)})\s+quarter)(?:\s+of)?(?:\s+the)?"
_LEADS = r"(?P<lead>(?:on or before|before|by|until|in|during|on|at|early in|from|for)\s+)?"
_VAGUE = r"(?P<vague>(?:about |around )?(?:early|mid|late)[\s-]+)?"
AHEAD = datetime.timedelta(days=274)
"""How far ahead a day without a year may be."""
_END = r"(?P<end>(?:the )?end of (?:the )?)?"


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
    return Due(time.printed, time.date, time.within, "" if time.printed in event else event)


def days(text: str) -> list[tuple[int, datetime.date]]:
    """Return the days a text names in full, year and all, each with the place where it begins."""
    found = [(hit.start(), reckon(hit, None)) for pattern, reckon in _KINDS[:2] for hit in pattern.finditer(text)]
    return sorted((at, day) for at, day in found if isinstance(day, datetime.date))


def _without_others(text: str, dated: datetime.date | None) -> str:
    """Return a text of the same length with a stop for every letter of the times that are not those of the promise."""
    for pattern, reckon in _KINDS:
        for hit in pattern.finditer(text):
            day = reckon(hit, dated)
            if day is not None and is_of_something_else(text, hit, day, dated):
                text = text[: hit.start()] + "." * (hit.end() - hit.start()) + text[hit.end() :]
    return text


def _times(text: str, dated: datetime.date | None) -> Iterator[Due]:
    """Yield the times a passage names, the kinds that are most exact first."""
    for pattern, reckon in _KINDS:
        found = [(hit, reckon(hit, dated)) for hit in pattern.finditer(text)]
        found = [(hit, day) for hit, day in found if day is not None]
        if found:
            hit, day = max(found, key=lambda pair: (isinstance(pair[1], datetime.date), str(pair[1])))
            yield _told(hit.group().strip(" ,"), day)


def _told(printed: str, day: datetime.date | str | None) -> Due:
    if isinstance(day, datetime.date):
        return Due(printed, day.isoformat())
    return Due(printed, within=day) if day else Due(printed)


Reckoned = datetime.date | str | None
"""A day; a period; an empty text where the words name a time but no day; None where they name none."""


def _full_day(hit: re.Match[str], _: datetime.date | None) -> Reckoned:
    return _date(int(hit["year"]), _MONTHS[hit["month"].casefold()], int(hit["day"])) or ""


def _numeric_day(hit: re.Match[str], _: datetime.date | None) -> Reckoned:
    return _date(int(hit["year"]), int(hit["m"]), int(hit["day"])) or ""


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _month_of(hit: re.Match[str], _: datetime.date | None) -> Reckoned:
    if hit["vague"]:
        return ""
    month = _MONTHS[hit["month"].casefold()]
    if (hit["lead"] or "").strip().casefold() == "before" and not hit["end"]:
        return datetime.date(int(hit["year"]), month, 1) - datetime.timedelta(days=1)
    return _last(int(hit["year"]), month)


def _last(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def _quarter(hit: re.Match[str], _: datetime.date | None) -> Reckoned:
    number = int(hit["q"] or hit["n"] or _ORDINALS[(hit["w"] or "").casefold()])
    if not hit["second"]:
        return _last(int(hit["year"]), number * 3)
    year = int(hit["first"])
    if (year + 1) % 100 != int(hit["second"]):
        return None
    return _last(year, 3 + number * 3) if number < 4 else _last(year + 1, 3)


def _financial(hit: re.Match[str], _: datetime.date | None) -> Reckoned:
    year = int(hit["first"])
    return datetime.date(year + 1, 3, 31) if (year + 1) % 100 == int(hit["second"]) else None


def _in_year(hit: re.Match[str], _: datetime.date | None) -> Reckoned:
    by = hit["lead"].strip().casefold() in ("by", "before", "until", "from", "on or before")
    return "" if (by and not hit["end"]) or hit["vague"] else datetime.date(int(hit["year"]), 12, 31)


def _day_alone(hit: re.Match[str], dated: datetime.date | None) -> Reckoned:
    if dated is None:
        return ""
    month, day = _MONTHS[hit["month"].casefold()], int(hit["day"])
    return _soon((_date(dated.year + n, month, day) for n in (0, 1)), dated)


def _month_alone(hit: re.Match[str], dated: datetime.date | None) -> Reckoned:
    if dated is None or hit["vague"]:
        return ""
    month = _MONTHS[hit["month"].casefold()]
    return _soon((_last(dated.year + n, month) for n in (0, 1)), dated)


def _soon(found: Iterator[datetime.date | None], dated: datetime.date) -> datetime.date | str:
    """Return the first day from a paper's own on, where it is near enough not to be the last such day before it."""
    return next((day for day in found if day and dated <= day <= dated + AHEAD), "")


def _next_month(_: re.Match[str], dated: datetime.date | None) -> Reckoned:
    if dated is None:
        return ""
    return _last(dated.year + dated.month // 12, dated.month % 12 + 1)


def _within(hit: re.Match[str], _: datetime.date | None) -> Reckoned:
    """Return a period as records write it. Working days are longer than days, and are left as printed."""
    if hit["working"] or hit["and"]:
        return ""
    number = _NUMBERS.get(hit["count"].casefold()) or (int(hit["count"]) if hit["count"].isdigit() else 0)
    unit = hit["unit"].casefold().rstrip("s")
    return f"{number} {unit}{'s' if number != 1 else ''}" if number else ""


def _as_printed(_: re.Match[str], __: datetime.date | None) -> Reckoned:
    return ""


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_KINDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], datetime.date | None], Reckoned]], ...] = (
    (_compiled(rf"\b{_DAY},?\s+{_YEAR}\b"), _full_day),
    (_compiled(rf"\b(?P<day>\d{{1,2}})[/.](?P<m>\d{{1,2}})[/.]{_YEAR}\b"), _numeric_day),
    (_compiled(rf"\b{_QUARTER}\s+(?:{_FINANCIAL}|{_YEAR})\b"), _quarter),
    (_compiled(rf"\b{_LEADS}{_VAGUE}{_END}(?P<month>{_MONTH}),?\s+{_YEAR}\b"), _month_of),
    (
        _compiled(
            rf"\b(?:within|in|over|during) (?:a |an )?(?:the )?(?:next |following |coming )?(?:period of )?{_COUNT}"
            r"(?P<and>\s?[/\u2013-]\s?\d+)?[\s-](?P<working>working )?(?P<unit>days?|weeks?|months?|years?)\b"
            r"(?!\s+(?:prior|before|ago|earlier))"
        ),
        _within,
    ),
    (_compiled(rf"\b{_DAY}\b(?!\s*,?\s*(?:19|20)\d\d)"), _day_alone),
    (_compiled(rf"\b(?P<lead>in|during|throughout|by|before|until|(?:early|late|later) in)\s+{_VAGUE}{_END}{_YEAR}\b(?!\s?[/\u2013-]\s?\d)"), _in_year),
    (_compiled(rf"\b{_FINANCIAL}\b"), _financial),
    (_compiled(rf"\b(?:by|in|before|until|for|to the|at the|next|during)\s+(?:the )?{_VAGUE}{_END}(?P<month>{_MONTH})\b(?!\s+(?:19|20)\d\d)"), _month_alone),
    (_compiled(r"\bnext month\b"), _next_month),
    (
        _compiled(
            r"\b(?:every (?:year|month|quarter|week|six months|meeting)|each (?:year|quarter|month)|(?:bi-?)?annually|"
            r"(?:on an? )?(?:annual|quarterly|monthly|weekly|six-monthly|termly|regular) basis|quarterly|monthly|weekly|"
            r"(?:an )?annual(?= (?:report|review|survey|audit|basis))|regular(?= (?:report|update|review|monitoring)))\b"
        ),
        _as_printed,
    ),
    (
        _compiled(
            r"\b(?:in due course|as soon as (?:possible|practicable)|shortly|from time to time|going forward|"
            r"later (?:this|in the) year|this year|next (?:week|year|spring|summer|autumn|winter)|"
            r"(?:in|by|over) the (?:early |late )?(?:new year|spring|summer|autumn|winter)(?: of)?(?: 20\d\d)?|"
            r"(?:by |at )?the end of the (?:financial |municipal |calendar |academic )?(?:year|month|process)|"
            r"(?:the )?following (?:week|month|year)|the (?:coming|next few) (?:weeks|months|years)|the (?:weeks|months|weeks and months) ahead)\b"
        ),
        _as_printed,
    ),
)  # fmt: skip

_EVENT = _compiled(
    r"\b(?P<lead>(?:(?:at least |up to )?(?:\d{1,3}|\w+) (?:days|weeks|months|years) (?:after|before|prior to|post|following))|"
    r"(?<!\bwent )(?<!\bcame )(?<!\bcome )(?<!\bgoes )(?<!\bgo )before|"
    r"prior to|ahead of|in advance of|following|once|after|when|upon|alongside|in time for|"
    r"(?:at|to|for) (?:the|its|their|our) (?:next|\w+)(?= (?:meeting|cabinet|committee|agenda)))\s+"
    r"(?P<what>(?:(?!\b(?:and|but|will|which)\b)[^.,;:()]){3,90})"
)
_NO_EVENT = _compiled(
    r"^(?:the )?(?:which|that|this|it|them|they)$|^all$|^(?:up|on|careful|due|full consideration|consider)\b"
)
MOST = 14
"""Words of an event that are shown."""


def _event(text: str) -> str:
    """Return the words of the event that a promise is tied to; empty where there is none."""
    for hit in _EVENT.finditer(text):
        what = hit["what"].strip()
        if (
            text[: hit.start()].rstrip().endswith("..")
            or _NO_EVENT.match(what)
            or any(pattern.match(what) for pattern, _ in _KINDS[:4])
        ):
            continue
        return " ".join(hit.group().split()[:MOST])
    return ""
