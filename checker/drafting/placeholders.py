"""Placeholders left in a draft: what a template asks to be filled in, and was not.

Precision first. Square brackets have honest uses ("[2019] UKSC 12", "[sic]", a word added to a quotation),
so a bracket counts only by the words that stand in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_ASKS = (
    r"insert|enter|add (?:text|details?|here|name|date|figure|link|paragraph)|complete (?:as|this|if|here)|delete|describe|explain|outline|"
    r"set out|summarise|please|provide|specify|choose|select|click|tick|type (?:here|text)|give (?:details?|reasons)|"
    r"to (?:be )?(?:confirm|complete|insert|add|follow|update|check|agree|provide|advise)\w*|"
    r"tb[acd]\b|if (?:applicable|required|relevant)|as appropriate|drafting note|note (?:to|for) (?:the )?(?:author|draft|editor|legal|finance)\w*|"
    r"name of|title of|date of (?:the )?(?:meeting|report|decision|committee)|number of|figure (?:to|from)|amount of|"
    r"officer(?:'s|s)? (?:name|title|to)|author(?:'s)? name|your |x{1,6}\b|£?\s?x+\b|\?+|\.{2,}|…|_{2,}|£\s*(?=\]|>)"
)
_NOUNS = (
    r"date|dates|day|month|year|name|names|title|job title|post|role|committee|meeting|report author|author|officer|"
    r"amount|sum|figure|figures|number|percentage|cost|budget|saving|ward|wards|link|ref|"
    r"reference|address|email|telephone|phone|text|details|reason|reasons|signature|blank|placeholder|"
    r"insert text|(?:dd|d)[/ .-]?mm?[/ .-]?yy(?:yy)?"
)
_PATTERNS = (
    rf"\[\s*(?:(?:{_ASKS})[^\[\]]{{0,200}}|(?:{_NOUNS}))\s*\]",
    r"\[[^\[\]]{0,60}\bto (?:be )?(?:complete|confirm|add|insert|fill|update|advise|provide|check|follow|supply)\w*\b[^\[\]]{0,60}\]",
    rf"<\s*(?:(?:{_ASKS})[^<>]{{0,200}}|(?:{_NOUNS}))\s*>",
    rf"\{{\s*(?:(?:{_ASKS})[^{{}}]{{0,200}}|(?:{_NOUNS}))\s*\}}",
    r"\{\{[^{}]{1,80}\}\}|\u00ab[A-Za-z_ ]{2,40}\u00bb",
    r"\bclick (?:or tap )?(?:here )?to (?:enter|add|insert) (?:text|a date)\b\.?|\bclick (?:or tap )?here to enter\b|\bchoose an item\b\.?",
    r"£\s?[xX]{1,4}(?:[,.][xX]{3})*(?:\s?(?:k|m|bn|million|thousand))?\b|£\s?[?_]{1,}",
    r"(?<![\w.])[xX]{1,3}(?:\.[xX]{1,2})?\s?%(?!\w)",
    r"(?<![\w/-])xx+(?![\w-])|(?<![\w/-])X{2,}(?![\w-])",
    r"\b20[xX]{2}\b|\b202[xX]\b|(?<![\w/])(?:dd|DD)[/.\s-](?:mm|MM)[/.\s-](?:yyyy|YYYY|yy|YY)(?![\w/])",
    r"\bTB[ACD]\b",
    r"\blorem ipsum\b[^.]{0,60}",
    r"(?<!\?)\?{3,}",
    r"\b(?:paragraph|para|section|appendix|annex|page|table|figure|item|minute|schedule)s?\s+\?{2}(?!\?)",
    r"(?<=\b(?:see|and) )(?:appendix|annex|paragraph|para|table)\s+\?(?=[\s.,;)]|$)|(?<=\b(?:in|at|to) )(?:appendix|annex|paragraph|para|table)\s+\?(?=[\s.,;)]|$)",
    r"\((?:copy |copies |report )?to follow\)",
    r"\b(?:appendix|paragraph|para)\s+X\b(?![-.(]?\w)",
    r"\(?\bdelete as (?:appropriate|applicable|necessary)\b\)?",
)
_ANY = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS), re.IGNORECASE)
_COUNTED = re.compile(r"(?:\b(?:part|chapter|schedule|article|annex|title|section|class|table|act|appendix|volume|olympiad|size|form|psalm)\s+)$", re.I)  # fmt: skip
_TELLS = re.compile(
    r"^\W*(?:This section (?:should|must|needs to|is (?:to be|for))\b|(?:Report )?Authors (?:should|must|need to)\b"
    r"|Use this (?:section|space|paragraph) to\b|Guidance(?: notes?)? (?:for|to) (?:report )?authors?\b"
    r"|Please (?:set out|outline|describe|summarise|explain|complete|insert|delete|state (?:whether|if|the))\b"
    r"|Delete this (?:section|paragraph|line|note|guidance)\b)[^.]*\.?"
)
_NUMBER = r"^\W*(?:\d{1,2}(?:\.\d{1,3})*\.?\s+)?"
_LATER = r"to follow|awaited|to be (?:confirmed|completed|advised|inserted|added|determined|drafted|written|provided|supplied)"
_WHO = r"(?:\s+(?:by|from)(?:\s+[\w&/,-]+){1,6})?"
_DESKS = r"(?:legal|finance|hr|human resources|procurement|property|policy|planning|democratic|climate|equalit(?:y|ies)|communications?|governance|report|s(?:ection )?151|monitoring)"
_DATED = re.compile(
    rf"{_NUMBER}(?P<words>(?:{_LATER})|awaiting (?:[\w&/-]+ ){{0,3}}(?:comments?|advice|input|text|wording|figures?)(?:\s+(?:by|from)(?:\s+[\w&/,-]+){{1,6}})?"
    rf"|{_DESKS}(?: (?:services?|team|officer|author|department|comments?|advice))?,? to (?:complete|insert|add|fill in|draft|write|supply|provide))\W*$",
    re.I,
)
"""What a whole paragraph says where its words are still to come."""
_AWAITED = re.compile(
    rf"\b(?P<words>(?:(?:comments?|clearance|sign-?off) (?:of|from|by) (?:the )?(?:(?:chief|head of|director of) )?{_DESKS}(?: [\w&-]+){{0,3}}?"
    rf"|{_DESKS}(?: services?| team| officer| department)?(?:['\u2019]s)? (?:comments?|clearance|sign-?off|advice(?=[^.;]{{0,60}}awaited))(?: (?:of|from) the(?: [\w\u2019'/-]+){{1,5}}?)?)"
    r"(?:\s*[:,\u2013-]|\s+(?:is|are))(?: still)? (?:awaited|outstanding|to follow|not yet received|to be (?:added|inserted|confirmed|provided|supplied)))\b",
    re.I,
)
"""What a sentence says where the words of a department are still to come."""
_ANSWERS = re.compile(
    rf"{_NUMBER}(?P<words>(?:still )?to be (?:confirmed|completed|advised|added|determined))\W*$", re.IGNORECASE
)
"""The same in a form, where "to be provided by the applicant" is an instruction."""
_ALONE = re.compile(
    rf"{_NUMBER}(?P<words>(?:(?!is\b|are\b|was\b|were\b|will\b|has\b|have\b)[\w&/-]+ ){{0,5}}(?:{_LATER}){_WHO}|awaiting(?: [\w&/,-]+){{1,8}}"
    r"|(?:(?!is\b|are\b|was\b|were\b|has\b|have\b)[\w&/-]+ ){1,5}to (?:complete|confirm|insert|add|fill in|draft|write|supply|provide|advise|comment|update))\W*$",
    re.I,
)
"""The same, where it is all that stands under a heading."""


class Placeholder(NamedTuple):
    """Words that stand for others."""

    words: str
    start: int
    end: int


def placeholders(
    text: str, *, form: bool = False, defined: frozenset[str] = frozenset(), alone: bool = False
) -> Iterator[Placeholder]:
    """Yield what is left to fill in.

    Args:
        text: of one paragraph.
        form: whether it is a form, whose instructions belong there.
        defined: what the document defines and looks like a placeholder ("TBC", a council; "Appendix X" after W).
        alone: whether it is all that stands under a heading of a report template.
    """
    for hit in _ANY.finditer(text):
        words = hit.group()
        if not _is_another_thing(words, text, hit.start(), form, defined):
            yield Placeholder(words.strip(), hit.start(), hit.end())
    for pattern in (_ANSWERS,) if form else (_TELLS, _ALONE if alone else _DATED, _AWAITED):
        found = pattern.search(text)
        if found and not _ANY.search(text):
            named = "words" if "words" in pattern.groupindex else 0
            yield Placeholder(found[named].strip(), *found.span(named))
            return


def _is_another_thing(words: str, text: str, start: int, form: bool, defined: frozenset[str]) -> bool:
    plain = " ".join(words.split())
    if plain.upper() in defined:
        return True
    if plain.endswith("x") and plain[:4].lower() in ("appe", "para"):
        return True  # paragraph x of a list
    if re.fullmatch(r"tb[acd]", plain, re.IGNORECASE):
        return not (plain.isupper() or text.strip(" .").lower() == plain or text[start - 1 : start + 4] == f"({plain})")
    if plain.endswith("to follow)"):
        return form
    if re.fullmatch(r"[xX]+", plain):
        return (plain.isupper() and bool(_COUNTED.search(text[:start]))) or _is_roman(plain, text, start)
    if "delete as" in plain.lower() or "choose an item" in plain.lower():
        return form and "choose" not in plain.lower()
    return False


def _is_roman(plain: str, text: str, start: int) -> bool:
    """Tell whether XX or XXX is a number in capitals: beside another one, or in a list of them."""
    around = text[max(0, start - 12) : start + len(plain) + 12]
    return plain.isupper() and bool(re.search(r"\b(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3}[IV]+)\b", around))


_SERIES = re.compile(r"\b(appendix|paragraph|para)\s+(?:W|IX|VIII)\b|^\W*(appendix|paragraph|para)\s+X\b", re.I | re.M)


def defined_in(text: str) -> frozenset[str]:
    """Return what looks like a placeholder and is none in a document: what it defines, and an appendix X after W or IX."""
    named = {hit[1] for hit in re.finditer(r"[A-Z][a-z]+\s+[\w\s]{3,40}\(\s*(?:the\s+)?[\"“'‘]?(TB[ACD])\b", text)}
    return frozenset(named | {f"{hit[1] or hit[2]} X".upper() for hit in _SERIES.finditer(text)})
