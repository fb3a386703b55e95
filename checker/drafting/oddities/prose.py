"""Sums in prose: parts and the total a sentence makes of them, a rise and its percentage, a share of a whole."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from checker.drafting.oddities.figures import Figure, change, figures, follows, per_cent, said, slack
from checker.drafting.oddities.odd import Sentence, cut, odd
from checker.model.draft import DraftOddity

_TOTAL_BEFORE = re.compile(r"(?:totalling|totaling|(?:giving|making|bringing|for|or|is|with|to|,) a (?:combined )?total of|adding up to|which adds up to|sums? to|=)\s*(?:just |about |around |some |approximately )?$", re.I)  # fmt: skip
_TOTAL_AFTER = re.compile(r"^\s*(?:in all|in total|altogether|all told|combined|in aggregate)\b", re.I)
_LOOSE = re.compile(r"\b(?:out of|of which|including|up to|from a|against|remaining|balance|between|per|each|(?:a|every) (?:year|month|week) (?:for|over)|or|net of|less|minus|excluding|over|more than|almost|nearly|at least)\b", re.I)  # fmt: skip
_NOT_THE_TOTAL = re.compile(r"\b(?:against|including|of which|out of)\b", re.IGNORECASE)
"""What is said behind a total of something beside it: "a total of 334 against a capacity of 420"."""
_COSTS = re.compile(r"\b(?:costs?|price|budget)\b(?:\W+\w+){0,6}\W*$", re.IGNORECASE)
_PAYS = re.compile(
    r"\b(?:gives?|pays?|contributes?|provides?|funds?|meets?|met by|met from|from|comes?)\b", re.IGNORECASE
)
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_OF_A_DATE = re.compile(
    r"^(?:st|nd|rd|th)?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b", re.IGNORECASE
)
_ADDED = re.compile(r"\+|\b(?:plus|and)\b", re.IGNORECASE)
_MOST_PARTS = 6
_AFTER = 24
"""How far behind a total a word like "each" still tells what it is of."""
_CHANGE = re.compile(
    r"\bfrom (?P<old>[^;:()]{1,40}?) to (?P<new>[^;:()]{1,40}?)\s*[,(\u2013-]?\s*(?:which is |that is |this is |or |i\.e\. |equivalent to |representing |equating to )?"
    r"(?:an? |by |of |up |down )?(?:(?P<way1>increase|rise|growth|uplift|decrease|reduction|fall|drop|cut|decline|saving) of )?(?:around |about |approximately |some |over |almost )?"
    r"(?P<share>\d+(?:\.\d+)?)\s?(?:%|per ?cent)\s*(?P<way2>increase|rise|growth|uplift|decrease|reduction|fall|drop|cut|decline|saving|higher|lower|more|fewer|less)?",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"(?<![\d,.£/])(?P<part>\d{1,3}(?:,\d{3})*|\d+) (?:out )?of (?:the |all |our )?(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?! ?%)(?:\s+[a-z-]+){0,3}?\s*(?:\(|, or |, )(?P<share>\d+(?:\.\d+)?)\s?(?:%|per ?cent)"
    r"|(?P<share2>\d+(?:\.\d+)?)\s?(?:%|per ?cent) \((?P<part2>\d[\d,]*) (?:out )?of (?:the )?(?P<whole2>\d[\d,]*)\b",
    re.IGNORECASE,
)

_MADE_UP_OF = re.compile(
    r"(?P<total>£\s?\d[\d,.]*\d?\s?(?:k|bn|mn|m|thousand|million|billion)?)\b,?\s*\(?(?:(?:which|that) is )?"
    r"(?:made up of|comprised of|comprising|consisting of)\s*[:(\u2013-]?\s*(?:a |an |the )?(?=£)",
    re.IGNORECASE,
)
_MORE = re.compile(r"\b(?:other|others|mainly|largely|mostly|rest|remainder|plus|about|around|some|approximately|offset|after|before|then|but|saving|income)\b", re.I)  # fmt: skip
_AMOUNT = r"£?\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:k|bn|mn|m|thousand|million|billion)\b)?(?!\s?(?:%|per ?cent)|[\w/]|[.,]\d)"
_TOLD_FIRST = re.compile(
    rf"\b(?:increas|ris|rose|grew|grow|fell|fall|decreas|reduc|drop|declin|cut)\w*(?: [a-z]+)? by (?P<share>\d+(?:\.\d+)?)\s?(?:%|per ?cent)\s*[,(\u2013-]?\s*from (?P<old>{_AMOUNT})(?: [a-z]+){{0,3}}? to (?P<new>{_AMOUNT})",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    rf"\bfrom (?P<old>{_AMOUNT})(?: [a-z]+){{0,3}}? to (?P<new>{_AMOUNT}),? (?:which is )?an? (?:increase|rise|growth|decrease|reduction|fall|drop|cut) of (?P<share>an? (?:half|third|quarter|fifth))\b",
    re.IGNORECASE,
)
_PARTS = {"half": Decimal(50), "third": Decimal(100) / 3, "quarter": Decimal(25), "fifth": Decimal(20)}
_ROUGHLY = Decimal(5)
"""By how many points in a hundred "a third" may be off."""
_OF_ALL = re.compile(
    r"^(?:\W*|.*[;:] )of (?:the |all )?(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?: [a-z-]+){1,4}, (?P<part>\d{1,3}(?:,\d{3})+|\d+) \((?P<share>\d+(?:\.\d+)?)\s?(?:%|per ?cent)\)",
    re.IGNORECASE,
)


def in_prose(found: Sequence[Sentence]) -> Iterator[DraftOddity]:
    """Yield the sentences whose own figures do not agree, and the cost whose shares in the next do not make it."""
    for one, following in itertools.pairwise(found):
        yield from _shared_out(one, following)
    for sentence in found:
        if any(c.isdigit() for c in sentence.text):
            yield from _totals(sentence)
            yield from _made_up(sentence)
            yield from _changes(sentence)
            yield from _told_first(sentence)
            yield from _shares(sentence)


def _totals(sentence: Sentence) -> Iterator[DraftOddity]:
    text = sentence.text
    all_of_it = [f for f in figures(text) if not _YEAR.match(f.words) and not _OF_A_DATE.match(text[f.end :])]
    for total in all_of_it:
        before = _TOTAL_BEFORE.search(text[: total.start])
        if not (before or _TOTAL_AFTER.match(text[total.end :])):
            continue
        reach = before.start() if before else total.start
        parts = _listed([f for f in all_of_it if f.end <= reach and f.unit == total.unit], text)
        if total.unit != "£" and not before:
            continue
        if before and before.group().startswith("=") and not _all_added(parts, text):
            continue
        if not 2 <= len(parts) <= _MOST_PARTS or _is_loose(text, parts[0].start, total.end):
            continue
        sum_ = sum((part.value for part in parts), Decimal(0))
        if _close(sum_, total.value) and not _made_of(parts, total):
            shown = " and ".join(part.words for part in parts)
            says = f"{shown} make {said(sum_, total)}; {total.words} is given."
            quote = cut(text, parts[0].start, total.end)
            yield odd("total", sentence.paragraph, quote, sentence.paragraph, quote, says)


def _is_loose(text: str, start: int, end: int) -> bool:
    """Tell whether words between the parts and the total, or right behind it, say that it need be no sum of them."""
    behind = _NOT_THE_TOTAL.split(text[end : end + _AFTER])[0]
    return bool(_LOOSE.search(text[start:end] + behind))


def _listed(parts: Sequence[Figure], text: str) -> list[Figure]:
    """Return the parts behind the last colon where it begins a list of them: "3,214 homes: 1,120 here and 986 there"."""
    colon = text.rfind(":", 0, parts[-1].start) if parts else -1
    behind = [part for part in parts if part.start > colon]
    return behind if len(behind) > 1 else list(parts)


def _all_added(parts: Sequence[Figure], text: str) -> bool:
    """Tell whether what stands before "=" is a sum: a score of 3 x 4 = 12 is none."""
    return all(_ADDED.search(text[one.end : other.start]) for one, other in itertools.pairwise(parts))


def _made_up(sentence: Sentence) -> Iterator[DraftOddity]:
    """Yield a total whose parts follow it, all of them amounts of money: "£3m, made up of £1m and £1m"."""
    for hit in _MADE_UP_OF.finditer(sentence.text):
        end = min(
            (at for sign in ";)." if (at := sentence.text.find(sign + " ", hit.end())) > 0), default=len(sentence.text)
        )
        listed = sentence.text[hit.end() : end]
        total, parts = _only(hit["total"]), [f for f in figures(listed) if not _YEAR.match(f.words)]
        if total is None or any(part.unit != "£" for part in parts) or not 2 <= len(parts) <= _MOST_PARTS:
            continue
        if _LOOSE.search(listed) or _MORE.search(listed):
            continue
        sum_ = sum((part.value for part in parts), Decimal(0))
        if _close(sum_, total.value) and not _made_of(parts, total):
            shown = " and ".join(part.words for part in parts)
            says = f"{shown} make {said(sum_, total)}; {total.words} is given."
            quote = cut(sentence.text, hit.start(), end)
            yield odd("total", sentence.paragraph, quote, sentence.paragraph, quote, says)


def _shared_out(one: Sentence, following: Sentence) -> Iterator[DraftOddity]:
    """Yield a cost that the next sentence shares out, where the shares come near it and do not make it."""
    totals = [f for f in figures(one.text) if f.unit == "£"]
    parts = [f for f in figures(following.text) if f.unit == "£"]
    if one.paragraph is not following.paragraph or len(totals) != 1 or not 2 <= len(parts) <= _MOST_PARTS:
        return
    total, gap = totals[0], abs(sum((p.value for p in parts), Decimal(0)) - totals[0].value)
    named = _COSTS.search(one.text[: total.start]) and _PAYS.search(following.text)
    if named and slack(parts, total) < gap <= total.value / 10 and not _LOOSE.search(f"{one.text} {following.text}"):
        sum_ = sum((p.value for p in parts), Decimal(0))
        says = f"{' and '.join(p.words for p in parts)} make {said(sum_, total)}; the cost given is {total.words}."
        yield odd("total", one.paragraph, cut(one.text), one.paragraph, cut(following.text), says)


def _close(sum_: Decimal, total: Decimal) -> bool:
    """Tell whether a sum is near enough to its total to be meant as it: within a half."""
    return total > 0 and abs(sum_ - total) * 2 <= total


def _made_of(parts: Sequence[Figure], total: Figure) -> bool:
    """Tell whether some of the parts make the total, as far as rounding may take them; two whole figures are not rounded."""
    exact = len(parts) == 2 and not any("." in figure.words for figure in (*parts, total))
    return any(
        abs(sum((p.value for p in some), Decimal(0)) - total.value) <= (0 if exact else slack(some, total))
        for size in range(1, len(parts) + 1)
        for some in combinations(parts, size)
    )


def _changes(sentence: Sentence) -> Iterator[DraftOddity]:
    for hit in _CHANGE.finditer(sentence.text):
        old, new = _only(hit["old"]), _only(hit["new"])
        way = hit["way1"] or hit["way2"]
        if old is None or new is None or not way or old.unit != new.unit or old.unit == "%" or old.value <= 0:
            continue
        if _YEAR.match(old.words) and _YEAR.match(new.words):
            continue
        if not follows(old, new, *per_cent(hit["share"])):
            yield _odd_change(sentence, hit, old, new, f"{hit['share']}%")


def _told_first(sentence: Sentence) -> Iterator[DraftOddity]:
    """Yield a change told before its figures ("by 50%, from £20 to £25"), or in words ("a third"), that does not follow."""
    for hit in (*_TOLD_FIRST.finditer(sentence.text), *_IN_WORDS.finditer(sentence.text)):
        old, new = _only(hit["old"]), _only(hit["new"])
        if old is None or new is None or old.unit != new.unit or old.value <= 0 or _YEAR.match(old.words):
            continue
        in_words = _PARTS.get(hit["share"].split()[-1].lower())
        share, step = (in_words, _ROUGHLY) if in_words else per_cent(hit["share"])
        if not follows(old, new, share, step):
            yield _odd_change(sentence, hit, old, new, hit["share"] if in_words else f"{hit['share']}%")


def _odd_change(sentence: Sentence, hit: re.Match[str], old: Figure, new: Figure, given: str) -> DraftOddity:
    told = change(old, new)
    says = f"{told[0].upper()}{told[1:]}; {given} is given."
    quote = cut(sentence.text, *hit.span())
    return odd("percentage", sentence.paragraph, quote, sentence.paragraph, quote, says)


def _only(text: str) -> Figure | None:
    """Return the one figure of a few words; None where there are none or several."""
    found = list(figures(text))
    return found[0] if len(found) == 1 else None


def _shares(sentence: Sentence) -> Iterator[DraftOddity]:
    for hit in (*_SHARE.finditer(sentence.text), *_OF_ALL.finditer(sentence.text)):
        told = {name.rstrip("2"): words for name, words in hit.groupdict().items() if words}
        part, whole = (Decimal(told[name].replace(",", "")) for name in ("part", "whole"))
        words = told["share"]
        share, step = per_cent(words)
        if not 0 < part <= whole or whole < 5:
            continue
        exact = part * 100 / whole
        if abs(exact - share) > step:
            says = f"{part:,} of {whole:,} is {exact:.1f}%; {words}% is given."
            quote = cut(sentence.text, *hit.span())
            yield odd("percentage", sentence.paragraph, quote, sentence.paragraph, quote, says)
