"""What is put as a possibility in one place and as certain in a later one, in the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.drafting.oddities.odd import Sentence, cut, odd
from checker.model.draft import DraftOddity

_SOFT = re.compile(r"\b(?:may|might|could|(?:we |it is |is |are )?(?:hoped?|aims?|aiming|seeks?|seeking|hoping) (?:that |to )(?:\w+ (?:will|would|can) )?)\s*(?:also |then |further |well )?(?P<verb>[a-z]+)", re.I)  # fmt: skip
_FIRM = re.compile(r"\b(?:will|shall)\s+(?:also |then |further )?(?P<verb>[a-z]+)", re.IGNORECASE)
_CONDITION = re.compile(
    r"\b(?:if|unless|whether|were|provided|subject to|should|not|no|never|either|depending|in the event)\b", re.I
)
_WORDS = (
    "the a an of for to its our this that these those and in on from by with as at or be is are was were has "
    "have had it they them their there which who more also such any all some than into over up out not will "
    "would may might could can council county borough report proposal proposed service services members "
    "officers people"
)
_EMPTY = frozenset(_WORDS.split())
"""Words that tell nothing of what a passage is about."""
_WEAK_VERBS = {"be", "have", "need", "include", "require", "continue", "take", "make", "apply", "use", "remain", "wish", "want", "get", "do", "arise", "result", "see", "also", "seem", "appear", "consider"}  # fmt: skip
_LONGEST, _FEWEST = 10, 3
"""How many words after a verb are compared, and how many of them must tell something."""


class _Said(NamedTuple):
    """A verb, the words it governs, and where they stand."""

    verb: str
    words: frozenset[str]
    start: int
    end: int
    sentence: Sentence


def certainty_rises(found: Sequence[Sentence]) -> Iterator[DraftOddity]:
    """Yield the passages that put as certain what an earlier one put as possible."""
    soft: dict[str, list[_Said]] = {}
    for sentence in found:
        if _CONDITION.search(sentence.text):
            continue
        for firm in _said(_FIRM, sentence):
            earlier = next((one for one in soft.get(firm.verb, []) if _same(one, firm)), None)
            if earlier:
                yield _oddity(earlier, firm)
                soft[firm.verb].remove(earlier)
        for one in _said(_SOFT, sentence):
            soft.setdefault(one.verb, []).append(one)


def _said(pattern: re.Pattern[str], sentence: Sentence) -> Iterator[_Said]:
    for hit in pattern.finditer(sentence.text):
        verb = hit["verb"].lower()
        if verb in _WEAK_VERBS:
            continue
        after = re.split(r"[;:.]|, (?:and|which|but|while|with)\b", sentence.text[hit.end() :])[0].split()[:_LONGEST]
        words = frozenset(
            _stem(w) for w in re.findall(r"[a-z]+|£?\d[\d,.]*", " ".join(after).lower()) if w not in _EMPTY
        )
        end = hit.end() + len(" ".join(after)) + 1
        if len(words) >= _FEWEST:
            yield _Said(verb, words, hit.start(), end, sentence)


def _stem(word: str) -> str:
    return re.sub(r"(?:ies|es|s|ing|ed)$", "", word) if len(word) > 4 else word


def _same(one: _Said, other: _Said) -> bool:
    """Tell whether two passages speak of the same thing: most of the words under the verb are shared."""
    if one.sentence.paragraph.ordinal == other.sentence.paragraph.ordinal:
        return False
    shared = one.words & other.words
    return len(shared) >= _FEWEST and len(shared) * 3 >= 2 * max(len(one.words), len(other.words))


def _oddity(soft: _Said, firm: _Said) -> DraftOddity:
    one, other = soft.sentence, firm.sentence
    first = " ".join(one.text[soft.start : soft.end].split()[:6])
    second = " ".join(other.text[firm.start : firm.end].split()[:6])
    says = f"“{first}” at {one.paragraph.at} is “{second}” at {other.paragraph.at}."
    return odd(
        "certainty", other.paragraph, cut(other.text, firm.start, firm.end),
        one.paragraph, cut(one.text, soft.start, soft.end), says,
    )  # fmt: skip
