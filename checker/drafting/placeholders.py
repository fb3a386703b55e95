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
    r"\{\{[^{}]{1,80}\}\}|\u00ab[A-Za-z_ ]{2,40}\u00bb",
    r"\bclick (?:or tap )?(?:here )?to (?:enter|add|insert) (?:text|a date)\b\.?|\bclick (?:or tap )?here to enter\b|\bchoose an item\b\.?",
    r"£\s?[xX]{1,4}(?:[,.][xX]{3})*(?:\s?(?:k|m|bn|million|thousand))?\b|£\s?[?_]{1,}",
    r"(?<![\w.])[xX]{1,3}(?:\.[xX]{1,2})?\s?%(?!\w)",
    r"(?<![\w/-])xx+(?![\w-])|(?<![\w/-])X{2,}(?![\w-])",
    r"\b20[xX]{2}\b|\b202[xX]\b|(?<![\w/])(?:dd|DD)[/.\s-](?:mm|MM)[/.\s-](?:yyyy|YYYY|yy|YY)(?![\w/])",
    r"\bTB[ACD]\b",
    r"\blorem ipsum\b[^.]{0,60}",
    r"(?<!\?)\?{3,}",
    r"\(?\bdelete as (?:appropriate|applicable|necessary)\b\)?",
)
_ANY = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS), re.IGNORECASE)
_CASED = re.compile(r"TB[ACD]|X{2,}|20[xX]{2}|202[xX]")
_COUNTED = re.compile(r"(?:\b(?:part|chapter|schedule|article|annex|title|section|class|table|act|appendix|volume|olympiad|size|form|psalm)\s+)$", re.I)  # fmt: skip
_TELLS = re.compile(
    r"^\W*(?:This section (?:should|must|needs to|is (?:to be|for))\b|(?:Report )?Authors (?:should|must|need to)\b"
    r"|Use this (?:section|space|paragraph) to\b|Guidance(?: notes?)? (?:for|to) (?:report )?authors?\b"
    r"|Please (?:set out|outline|describe|summarise|explain|complete|insert|delete|state (?:whether|if|the))\b"
    r"|Delete this (?:section|paragraph|line|note|guidance)\b)[^.]*\.?"
)
_DATED = re.compile(
    r"^\W*(?:to be (?:confirmed|completed|advised|inserted|added|determined)|to follow|awaited)\W*$", re.I
)


class Placeholder(NamedTuple):
    """Words that stand for others."""

    words: str
    start: int
    end: int


def placeholders(text: str, *, form: bool = False, defined: frozenset[str] = frozenset()) -> Iterator[Placeholder]:
    """Yield what is left to fill in.

    Args:
        text: of one paragraph.
        form: whether it is a form, whose instructions belong there.
        defined: abbreviations that the document defines and that look like placeholders ("TBC", a council).
    """
    for hit in _ANY.finditer(text):
        words = hit.group()
        if not _is_another_thing(words, text, hit.start(), form, defined):
            yield Placeholder(words.strip(), hit.start(), hit.end())
    if not form:
        for pattern in (_TELLS, _DATED):
            found = pattern.search(text)
            if found and not _ANY.search(text):
                yield Placeholder(found.group().strip(), found.start(), found.end())


def _is_another_thing(words: str, text: str, start: int, form: bool, defined: frozenset[str]) -> bool:
    plain = words.strip()
    if plain.upper() in defined:
        return True
    if re.fullmatch(r"tb[acd]", plain, re.IGNORECASE):
        return not plain.isupper()
    if re.fullmatch(r"[xX]+", plain):
        return (plain.isupper() and bool(_COUNTED.search(text[:start]))) or _is_roman(plain, text, start)
    if "delete as" in plain.lower() or "choose an item" in plain.lower():
        return form and "choose" not in plain.lower()
    return False


def _is_roman(plain: str, text: str, start: int) -> bool:
    """Tell whether XX or XXX is a number in capitals: beside another one, or in a list of them."""
    around = text[max(0, start - 12) : start + len(plain) + 12]
    return plain.isupper() and bool(re.search(r"\b(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3}[IV]+)\b", around))


def defined_in(text: str) -> frozenset[str]:
    """Return the abbreviations of a document that look like placeholders and are defined in it."""
    return frozenset(
        hit.group(1) for hit in re.finditer(r"[A-Z][a-z]+\s+[\w\s]{3,40}\(\s*(?:the\s+)?[\"“'‘]?(TB[ACD])\b", text)
    )
