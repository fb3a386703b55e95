"""Times that words name, and the day or period that each comes to.

A day is given only where the words leave no doubt of the last day that is in time:

- "31 March 2025", "31st March, 2025", "31/03/2025" are themselves.
- "March 2026", "by March 2026", "the end of March 2026" are its last day; "before March 2026" is
  the day before it begins. "Early", "mid" and "late March 2026", seasons ("by summer 2027", "by Easter")
  and "the end of year two" are times and name no day.
- "in 2026", "during 2026", "the end of 2026" are 31 December; "by 2026" may mean its beginning or its end
  and names no day.
- "2025/26", "2025-26", "the end of 2025/26" are 31 March 2026, the end of a financial year that
  begins in April. Quarters with a financial year are its quarters ("Q1 2025/26" ends on
  30 June 2025), quarters with a plain year those of the calendar.
- A day or a month without a year is the next one on or after the document's own date, where that
  is known; more than nine months ahead it may as well be the last one, and names no day. "Next
  month" is reckoned likewise. Nothing else is reckoned from the date of the document.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable, Iterator

_MONTHS = {name.casefold(): at for at, name in enumerate(calendar.month_name) if name}
NUMBERS = {
    word: at
    for at, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=1
    )
}
"""Small numbers as they are written out."""
_NUMBERS = NUMBERS | {"eighteen": 18, "a": 1, "an": 1}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_MONTH = "|".join(_MONTHS)
_DAY = rf"(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month>{_MONTH})"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FINANCIAL = r"(?P<first>20\d\d)\s?[/\u2013-]\s?(?:20)?(?P<second>\d\d)"
_QUARTER = rf"(?:q(?P<q>[1-4])|quarter\s+(?P<n>[1-4])|(?P<w>{'|'.join(_ORDINALS)})\s+quarter)(?:\s+of)?(?:\s+the)?"
_LEADS = r"(?P<lead>(?:on or before|before|by|until|in|during|on|at|early in|from|for)\s+)?"
_VAGUE = r"(?P<vague>(?:about |around )?(?:early|mid|late)[\s-]+)?"
_AHEAD = datetime.timedelta(days=274)
"""How far ahead a day without a year may be."""
_END = r"(?P<end>(?:the )?end of (?:the )?)?"

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
    return next((day for day in found if day and dated <= day <= dated + _AHEAD), "")


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
KINDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], datetime.date | None], Reckoned]], ...] = (
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
            r"(?:in|by|over|before|during) (?:the )?(?:early |late |mid[ -])?(?:new year|spring|summer|autumn|winter|easter|christmas)(?: of)?(?: 20\d\d)?|"
            r"(?:by |at )?the end of (?:the (?:financial |municipal |calendar |academic |first |second |third )?(?:year|month|process)|"
            r"(?:its |their |his |her )?(?:first|second|third) year|year (?:one|two|three|four|five|\d)\b)|"
            r"at (?:the|this|tonight['\u2019]s) meeting\b(?! (?:of|on|in)\b)|"
            r"(?:the )?following (?:week|month|year)|the (?:coming|next few) (?:weeks|months|years)|the (?:weeks|months|weeks and months) ahead)\b"
        ),
        _as_printed,
    ),
)  # fmt: skip
"""How each kind of time is written, and what day it comes to under the day of its paper; the most exact kinds first."""
FULL, DATED = KINDS[:2], KINDS[:4]
"""Of these a day with its year; a day, quarter or month with its year."""


def days(text: str) -> list[tuple[int, datetime.date]]:
    """Return the days a text names in full, year and all, each with the place where it begins."""
    found = [(hit.start(), reckon(hit, None)) for pattern, reckon in FULL for hit in pattern.finditer(text)]
    return sorted((at, day) for at, day in found if isinstance(day, datetime.date))
