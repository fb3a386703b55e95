"""A paragraph cut into sentences, with their places in it.

nupunkt's model decides; it is told the abbreviations of council papers, and sentences that were
run together at a full stop without a space are parted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nupunkt import PunktSentenceTokenizer

ABBREVIATIONS = (
    "cllr cllrs dept para paras approx incl excl ref refs sect ss sch schs reg regs art arts cl cls s ch pt app apps fig "
    "figs vol ed eds cf viz nos no tel ext est max min hon rt rev st messrs p.a p.m a.m mr mrs ms dr prof sgt insp supt"
)
"""Words that a full stop may follow within a sentence, parted by spaces."""
_RUN_TOGETHER = re.compile(
    r"(?<=[a-z)\]%\u2019'][.!?])(?=[A-Z][a-z]+\s)|(?<=[a-z)][;:])(?=\s*\n\s*(?:[\u2022\u25aa\uf0b7\u25cf]|[-o\u2013]\s))"
)
_ENDED = re.compile(r"(?<=[a-z]{4}[.!?])\s+(?=[A-Z])")
"""The end of a sentence whatever the next word is: nupunkt goes on before capitals it takes for names."""
_NOTED = re.compile(r"(?<=[a-z]{4}[.!?])(?<!\bpara\.)(?<!\bparas\.)(?<!\bsect\.)\d{1,2}\s+(?=[A-Z][a-z]*\s)")
"""The figure of a footnote right behind a full stop, as a PDF gives it: it belongs to neither sentence."""
_BULLET = re.compile(r"\s*\n\s*(?=[\u2022\u25aa\u25cf\uf0b7\uf0a7]\s*\S)")
_CUT_SHORT = re.compile(
    r"(?:\b(?:[Cc]llrs?|Mrs?|Ms|Dr|Prof|St|Rt|Hon|[Pp]aras?|Reg|[Rr]egs|Art|Sch|cf|viz|approx|incl|excl|sect|refs|e\.g|i\.e|[Dd]ept|[Gg]ovt|[Aa]sst|[Aa]ssoc|Messrs)\.|^\(?[a-z0-9]{1,3}[.)])$"
)


@lru_cache(maxsize=1)
def _model() -> PunktSentenceTokenizer:
    from nupunkt import load_default_model  # 50 ms that only drafting pays

    model = load_default_model()
    for word in ABBREVIATIONS.split():
        model.add_abbreviation(word)
    return model


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each sentence of a paragraph begins and ends, white space left out."""
    pieces = [piece for piece in _pieces(text) if text[piece[0] : piece[1]].strip()]
    return tuple(_trimmed(text, start, end) for start, end in _joined(text, pieces))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    for start, end in _between(text, _BULLET, 0, len(text)):
        for first, last in _model().span_tokenize(text[start:end]):
            for begin, stop in _between(text, _RUN_TOGETHER, start + first, start + last):
                for opens, closes in _between(text, _NOTED, begin, stop):
                    yield from _between(text, _ENDED, opens, closes)


def _between(text: str, joint: re.Pattern[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches between the places where a joint matches."""
    for hit in joint.finditer(text, start, end):
        yield start, hit.start()
        start = hit.end()
    yield start, end


def _joined(text: str, pieces: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the pieces, one that ends in an abbreviation joined to the next."""
    held: tuple[int, int] | None = None
    for start, end in pieces:
        first = held[0] if held else start
        if _CUT_SHORT.search(text[first:end].strip()) and end != pieces[-1][1]:
            held = (first, end)
            continue
        yield first, end
        held = None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
