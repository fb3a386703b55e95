"""The passages of one document, and what the encoder says of those where it matters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from checker.drafting.cutting import LONGEST, pieces
from checker.drafting.encoder import Encoder, encoder, in_context
from checker.drafting.features import document_kind
from checker.drafting.lexicon import lexicon
from checker.drafting.units import Unit

Numbers = NDArray[np.float64]
UNLIKELY = -5.0
"""Log odds that stand for the encoder's answer where it is not asked; it is never taken as surer than that."""
AS_A_WHOLE = "how the whole sentence reads"
"""The reason of a candidate that no listed word speaks for."""
_ANSWERS = ("claim", "promise")


class Passages:
    """The sentences, bullets, cells and headings of one document in order, overlong ones in stretches."""

    def __init__(self, units: Sequence[Unit], held: Encoder | None = None) -> None:
        """Cut the units of a document; nothing is asked of the encoder, the project's own or another, before time."""
        self._encoder = held
        self.units = tuple(piece for unit in units for piece in pieces(unit, LONGEST))
        self.prose = tuple(at for at, unit in enumerate(self.units) if unit.paragraph.part != "heading")
        """Which of them are no headings."""
        self._said = np.full((len(self.units), len(_ANSWERS)), np.nan)

    def joined(
        self, answer: Literal["claim", "promise"], at: Sequence[int], scores: Numbers, share: float, floor: float
    ) -> Numbers:
        """Return scores with the encoder's share added.

        Args:
            answer: what is asked.
            at: which passages have these scores.
            scores: log odds from elsewhere, one each.
            share: what the encoder's log odds count.
            floor: below it the encoder is not asked: hardly anything there is ever one.
        """
        wanted = [place for place, score in zip(at, scores, strict=True) if score >= floor]
        missing = [place for place in wanted if np.isnan(self._said[place, 0])]
        if missing:
            self._said[missing] = self.says(missing)
        return joined(scores, self._said[list(at), _ANSWERS.index(answer)], share, floor)

    def says(self, places: Sequence[int]) -> Numbers:
        """Return what the encoder says of some passages, a row each: log odds of a claim, of a promise."""
        before = list(in_context(self.units, document_kind(self.units, lexicon())))
        return (self._encoder or encoder()).says([before[place] for place in places])


def joined(scores: Numbers, said: Numbers, share: float, floor: float) -> Numbers:
    """Return scores with a share of what the encoder says of them, from a floor on."""
    asked = scores >= floor
    added: Numbers = np.where(asked, np.maximum(np.where(asked, said, UNLIKELY), UNLIKELY), UNLIKELY)
    total: Numbers = scores + share * added
    return total
