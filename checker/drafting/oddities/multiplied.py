"""A sum for each year over some years, and the total that a sentence makes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.drafting.oddities.figures import Figure, figures, said
from checker.drafting.oddities.odd import Sentence, cut, odd
from checker.drafting.times import NUMBERS
from checker.model.draft import DraftOddity

_SUM = r"£\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:k|bn|mn|m|thousand|million|billion)\b)?"
_EACH = re.compile(
    rf"(?P<each>{_SUM}) (?:a|per|each|every) (?P<one>year|annum|month|week)(?: [a-z]+){{0,2}}? (?:for|over) (?P<times>\d{{1,2}}|{'|'.join(NUMBERS)}) (?P<many>year|month|week)s?"
    rf"\W{{0,3}}(?:(?:a|in) total (?:cost |value )?of|totalling|=|at a total (?:cost|value) of) ?(?P<total>{_SUM})(?![\d.]*\d)",
    re.IGNORECASE,
)
_CHANGES = re.compile(r"\b(?:rising|increas\w+|reduc\w+|inflat\w+|index\w*|uplift\w*|taper\w*|initial\w*|about|around|approximately|plus|including|further|after|then)\b", re.I)  # fmt: skip


def over_years(found: Sequence[Sentence]) -> Iterator[DraftOddity]:
    """Yield a yearly sum whose total over the years is another: "£275,000 a year for three years, a total of £750,000"."""
    for sentence in found:
        for hit in _EACH.finditer(sentence.text) if "£" in sentence.text else ():
            each, total = _one(hit["each"]), _one(hit["total"])
            same_unit = hit["one"].lower().replace("annum", "year") == hit["many"].lower()
            if each is None or total is None or not same_unit or _CHANGES.search(sentence.text):
                continue
            times = Decimal(NUMBERS.get(hit["times"].lower()) or hit["times"])
            if abs(each.value * times - total.value) > each.step * times / 2 + total.step / 2:
                says = f"{each.words} for {hit['times']} {hit['many']}s makes {said(each.value * times, total)}; {total.words} is given."
                quote = cut(sentence.text, *hit.span())
                yield odd("total", sentence.paragraph, quote, sentence.paragraph, quote, says)


def _one(text: str) -> Figure | None:
    return next(figures(text), None)
