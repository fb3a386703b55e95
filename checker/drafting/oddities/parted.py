"""A number of things told apart in full, whose parts are not as many: "of the 24 measures, 15 (63%) are green"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.drafting.oddities.odd import Sentence, cut, odd
from checker.model.draft import DraftOddity

_WHOLE = re.compile(r"^(?:\W*|.*[;:] )of (?:the |all |our )?(?P<whole>\d{1,3}(?:,\d{3})+|\d+) [a-z]", re.IGNORECASE)
_PART = re.compile(r"(?<![\d,.£])(?P<part>\d{1,3}(?:,\d{3})+|\d+) \((?P<share>\d+(?:\.\d+)?)\s?(?:%|per ?cent)\)")
_LEAVES_SOME = re.compile(r"\b(?:rest|remain\w*|others?|also|both|of (?:which|whom|these|those)|including|or more|at least|multiple)\b", re.I)  # fmt: skip
_FEWEST = 3
_FAR = 20
"""Parts further from the whole than one in so many are not all of it, or overlap."""


def told_apart(found: Sequence[Sentence]) -> Iterator[DraftOddity]:
    """Yield the sentences whose parts, each with its share, come near the whole they begin with and do not make it."""
    for sentence in found:
        begun = _WHOLE.match(sentence.text) if "(" in sentence.text else None
        parts = list(_PART.finditer(sentence.text, begun.end())) if begun else []
        if begun is None or len(parts) < _FEWEST or _LEAVES_SOME.search(sentence.text):
            continue
        whole, sum_ = _number(begun["whole"]), sum(_number(part["part"]) for part in parts)
        if 0 < abs(sum_ - whole) <= max(1, whole // _FAR):
            says = f"{' and '.join(part['part'] for part in parts)} make {sum_:,}; {begun['whole']} is given."
            quote = cut(sentence.text, begun.start(), parts[-1].end())
            yield odd("total", sentence.paragraph, quote, sentence.paragraph, quote, says)


def _number(words: str) -> int:
    return int(words.replace(",", ""))
