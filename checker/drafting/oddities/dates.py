"""Dates that cannot be, whose weekday is another, that run backwards, or that differ for one meeting."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterator, Sequence

from checker.drafting.oddities.odd import Sentence, cut, odd
from checker.drafting.times import NUMBERS
from checker.model.document import Document
from checker.model.draft import DraftOddity
from checker.model.paragraph import Paragraph

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTH = "|".join(f"{m[:3]}(?:{m[3:]})?" if len(m) > 3 else m for m in _MONTHS).replace(
    "sep(?:tember)?", "sept?(?:ember)?"
)
_DATE = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})\.?,? (?P<year>(?:19|20)\d\d)\b"
_ANY = re.compile(rf"(?:\b(?P<weekday>{'|'.join(_DAYS)}),?(?: the)? )?(?<![\d/.-]){_DATE}", re.IGNORECASE)
_SPAN = re.compile(r"\b(?:from|between)\s+$", re.IGNORECASE)
_JOIN = re.compile(r"^,?\s*(?:to|until|and|through to)\s+$", re.IGNORECASE)
_WEEKS = re.compile(
    rf"\b(?P<weeks>\d{{1,2}}|{'|'.join(NUMBERS)})[- ]weeks?(?: (?!before|after|later|ago|earlier|of\b)[a-z]+){{0,3}},? (?:from|between)\s+$",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"^\W*(?:(?:date of (?:the )?meeting|meeting date|date of (?:the )?committee|committee date|date)\s*:?\s*|(?:(?:report )?to|meeting)\s*:\s*[^:]{3,90}?[\s,\u2013-]+|"
    r"(?:cabinet|council|county council|full council|[\w' ]{0,40}(?:committee|board|panel|cabinet|council))\s*[,\u2013-]+\s*)$",
    re.IGNORECASE,
)
_THIS = re.compile(
    r"\b(?:this (?:meeting|committee) (?:of|on)|today's meeting,?(?: on)?|meeting (?:today|tonight),?(?: on)?)\s*$",
    re.I,
)
_LABEL = re.compile(
    r"^\W*(?:date of (?:the )?(?:meeting|committee)|(?:meeting|committee) date|date)\W*$", re.IGNORECASE
)
_TO = re.compile(r"^\W*(?:to|meeting|committee|report to)\W*$", re.IGNORECASE)
_HEAD = 20
"""How many paragraphs at the top may tell the date of the meeting."""


def in_dates(document: Document, found: Sequence[Sentence]) -> Iterator[DraftOddity]:
    """Yield the dates that do not agree with the calendar, with each other, or with the meeting."""
    for sentence in found:
        hits = list(_ANY.finditer(sentence.text))
        for hit in hits:
            yield from _against_the_calendar(sentence, hit)
        yield from _backwards(sentence, hits)
    yield from _meetings(document, found)


def _day(hit: re.Match[str]) -> datetime.date | None:
    month = 1 + next(n for n, name in enumerate(_MONTHS) if name.startswith(hit["month"].lower()[:3]))
    try:
        return datetime.date(int(hit["year"]), month, int(hit["day"]))
    except ValueError:
        return None


def _against_the_calendar(sentence: Sentence, hit: re.Match[str]) -> Iterator[DraftOddity]:
    day, quote = _day(hit), cut(sentence.text, *hit.span())
    words = hit.group()
    if day is None:
        if 1 <= int(hit["day"]) <= 31:
            yield odd("date", sentence.paragraph, quote, sentence.paragraph, quote, f"There is no {words}.")
    elif hit["weekday"] and _DAYS[day.weekday()] != hit["weekday"].lower():
        known = f"{day.day} {day:%B %Y}"
        says = f"{known} is a {_DAYS[day.weekday()].capitalize()}; {hit['weekday'].capitalize()} is given."
        yield odd("date", sentence.paragraph, quote, sentence.paragraph, quote, says)


def _backwards(sentence: Sentence, hits: Sequence[re.Match[str]]) -> Iterator[DraftOddity]:
    for one, other in itertools.pairwise(hits):
        joined = _JOIN.match(sentence.text[one.end() : other.start()]) and _SPAN.search(sentence.text[: one.start()])
        first, last = _day(one), _day(other)
        if joined and first and last and last < first:
            quote = cut(sentence.text, one.start(), other.end())
            says = f"The time from {one.group()} to {other.group()} ends before it begins."
            yield odd("date", sentence.paragraph, quote, sentence.paragraph, quote, says)
        elif joined and first and last:
            yield from _so_many_weeks(sentence, one, other, (last - first).days + 1)


def _so_many_weeks(sentence: Sentence, one: re.Match[str], other: re.Match[str], days: int) -> Iterator[DraftOddity]:
    """Yield a time said to be of so many weeks whose first and last day are a week or more off."""
    hit = _WEEKS.search(sentence.text[: one.start()])
    if hit is None:
        return
    weeks = NUMBERS.get(hit["weeks"].lower()) or int(hit["weeks"])
    if abs(days - 7 * weeks) >= 7:
        quote = cut(sentence.text, hit.start(), other.end())
        says = f"From {one.group()} to {other.group()} is {days} days; {hit['weeks']} weeks are given."
        yield odd("date", sentence.paragraph, quote, sentence.paragraph, quote, says)


def _meetings(document: Document, found: Sequence[Sentence]) -> Iterator[DraftOddity]:
    """Yield the places that give the meeting another date than the head of the paper does."""
    top = _meeting_of(document.paragraphs[:_HEAD])
    if not top:
        return
    (first, day), *others = top
    for other, its_day in others:
        if its_day != day:
            yield _differs(first, other, " ".join(other.text.split()), day, its_day)
            return
    for sentence in found:
        for hit in _ANY.finditer(sentence.text):
            said = _day(hit)
            if said and said != day and _THIS.search(sentence.text[: hit.start()]):
                yield _differs(first, sentence.paragraph, cut(sentence.text, *hit.span()), day, said)
                return


def _differs(first: Paragraph, other: Paragraph, quote: str, day: datetime.date, its_day: datetime.date) -> DraftOddity:
    says = f"The meeting is dated {day.day} {day:%B %Y} at {first.at} and {its_day.day} {its_day:%B %Y} at {other.at}."
    return odd("date", other, cut(quote), first, cut(" ".join(first.text.split())), says)


def _meeting_of(top: Sequence[Paragraph]) -> list[tuple[Paragraph, datetime.date]]:
    """Return the paragraphs at the head of a paper that tell the date of its meeting."""
    found = []
    for number, p in enumerate(top):
        text = " ".join(p.text.split())
        label = _label(top, number)
        for hit in _ANY.finditer(text):
            day = _day(hit)
            lead = text[: hit.start()]
            alone = not lead.strip() and _LABEL.match(label)
            other = p.cell and label and not _LABEL.match(label) and not _TO.match(label)
            if day and not other and hit.end() >= len(text.rstrip(" .")) and (alone or _MEETING.match(lead)):
                found.append((p, day))
    return found


def _label(top: Sequence[Paragraph], number: int) -> str:
    """Return what stands before a date on the left: the head of its row, or the line above."""
    p = top[number]
    if p.cell is None:
        return top[number - 1].text.strip() if number else ""
    row = [q for q in top[: number + 1] if q.cell and q.cell[:2] == p.cell[:2]]
    return row[0].text.strip() if row else ""
