"""One figure given twice, differently, for what is named in the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.drafting.oddities.figures import Figure, figures, slack
from checker.drafting.oddities.odd import Sentence, cut, odd
from checker.model.draft import DraftOddity

_NOUNS = (
    r"savings?|costs?|budget|grant|investment|income|expenditure|spend|funding|deficit|surplus|shortfall|overspend|"
    r"underspend|contribution|price|value|capital cost|receipt|loan|reserve|subsidy|fee|rent"
)
_NAMED = re.compile(
    rf"\b(?P<the>the|an?|its|our|this|total|overall|estimated|annual)\s+(?P<name>(?:[a-z][a-z'-]+\s+){{0,4}}?(?:{_NOUNS}))"
    r"(?P<of>\s+(?:of|for|to|from|on)\s+(?:the\s+)?(?:[a-z][a-z'-]+\s*){1,5}?)?\s*(?:is|are|was|will be|would be|stands? at|comes? to|amounts? to|of|at|:)\s*"
    r"(?:estimated (?:at|to be) |expected to be |some |about |around |approximately )?$",
    re.IGNORECASE,
)
_EMPTY = {"the", "a", "an", "of", "for", "to", "its", "our", "this", "and", "in", "on", "from", "by", "with", "total",
          "overall", "estimated", "expected", "approximately", "will", "would", "be", "is", "are"}  # fmt: skip
_WHEN = re.compile(r"\b(?:19|20)\d\d(?:[/\u2013-]\d{2,4})?\b|\b(?:year|phase|option|lot|tranche|quarter|stage|scenario|appendix|table)\s+(?:[a-z0-9]+)\b", re.I)  # fmt: skip
_WHERE = re.compile(r"appendix|table", re.IGNORECASE)
_QUALIFIED = re.compile(r"\b(?:up to|at least|over|more than|less than|minimum|maximum|additional|further|remaining|original|originally|initial|initially|previous\w*|revised|now|increas\w+|reduc\w+|instead|rather|compared|if|option|alternative|between|average|per|each|every|first|second|third|half)\b", re.I)  # fmt: skip


class _Given(NamedTuple):
    """A figure, the words that name it, and where."""

    figure: Figure
    name: frozenset[str]
    when: frozenset[str]
    rest: frozenset[str]
    whole: bool
    """Whether it is the total of something that is named."""
    sentence: Sentence


def given_twice(found: Sequence[Sentence]) -> Iterator[DraftOddity]:
    """Yield the sums of money that two paragraphs give differently for the same named thing."""
    known: dict[frozenset[str], list[_Given]] = {}
    done: set[frozenset[str]] = set()
    for one in (given for sentence in found for given in _given(sentence)):
        for other in known.get(one.name, []):
            if one.name not in done and _differ(other, one):
                done.add(one.name)
                yield _said(other, one)
        known.setdefault(one.name, []).append(one)


_COUNTED = re.compile(
    r"(?<![\d,.£])(?P<count>\d[\d,]*) (?P<noun>responses|respondents|replies|submissions|representations)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:the|public) (?:public )?(?P<what>consultation|survey|call for evidence)\b", re.IGNORECASE)
_SOME = re.compile(r"\b(?:of (?:these|those|whom|which|the)|online|paper|email|from|by|agreed?|support\w*|object\w*|oppos\w*|said|felt|raised|late|further|more|other|only|first|second|percent|%)", re.I)  # fmt: skip


def _replies(sentence: Sentence) -> Iterator[_Given]:
    """Yield how many replied to a consultation, where a sentence gives one figure and speaks of all of them."""
    hits, asked = list(_COUNTED.finditer(sentence.text)), _ASKED.search(sentence.text)
    if len(hits) != 1 or asked is None or _SOME.search(sentence.text):
        return
    figure = next((f for f in figures(sentence.text) if f.start == hits[0].start()), None)
    if figure:
        when = frozenset(w.lower() for w in _WHEN.findall(sentence.text) if not _WHERE.match(w))
        yield _Given(figure, frozenset({"replied", asked["what"].lower()}), when, frozenset(), True, sentence)


def _given(sentence: Sentence) -> Iterator[_Given]:
    yield from _replies(sentence)
    yield from _sums(sentence)


def _sums(sentence: Sentence) -> Iterator[_Given]:
    if "£" not in sentence.text or _QUALIFIED.search(sentence.text):
        return
    sums = [figure for figure in figures(sentence.text) if figure.unit == "£"]
    if len(sums) != 1:
        return
    figure = sums[0]
    hit = _NAMED.search(sentence.text[: figure.start])
    if hit is None:
        return
    name = frozenset(
        _stem(w) for w in re.findall(r"[a-z]+", f"{hit['name']} {hit['of'] or ''}".lower()) if w not in _EMPTY
    )
    when = frozenset(w.lower() for w in _WHEN.findall(sentence.text))
    rest = frozenset(_stem(w) for w in re.findall(r"[a-z]{4,}", sentence.text.lower()) if w not in _EMPTY) - name
    whole = bool(hit["of"] and re.search(r"\b(?:total|overall)\b", hit.group(), re.IGNORECASE))
    yield _Given(figure, name, when, rest, whole, sentence)


def _stem(word: str) -> str:
    return re.sub(r"(?:ies|es|s)$", "", word)


def _differ(one: _Given, other: _Given) -> bool:
    """Tell whether two figures are of one thing, at one time, and further apart than rounding explains."""
    if one.sentence.paragraph.ordinal == other.sentence.paragraph.ordinal or one.when != other.when:
        return False
    shared = one.rest & other.rest
    alike = len(one.name) >= 3 or len(shared) >= 3 or (one.whole and other.whole and len(one.name) >= 2)
    apart = abs(one.figure.value - other.figure.value) > slack([one.figure], other.figure)
    return alike and apart


def _said(one: _Given, other: _Given) -> DraftOddity:
    first, second = one.sentence, other.sentence
    says = f"{one.figure.words} at {first.paragraph.at}, {other.figure.words} at {second.paragraph.at}, for what reads as the same thing."
    return odd(
        "number", second.paragraph, cut(second.text, other.figure.start, other.figure.end),
        first.paragraph, cut(first.text, one.figure.start, one.figure.end), says,
    )  # fmt: skip
