"""Can a text layer be read, or is it nonsense behind letters that look right?"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter

_WORDS = (
    "the of and to in a is for on that be with as by this it are from or at was will not an have has which been were we"
    " y yn yr i o a ar ac mae bod am gan i'r wedi sydd eu hyn"
)
_COMMON = frozenset(_WORDS.split())
_SHARES = "12.7 9.1 8.2 7.5 7 6.7 6.3 6.1 6 4.3 4 2.8 2.8 2.4 2.4 2.2 2 2 1.9 1.5 1 0.8 0.15 0.15 0.1 0.07"
_USUAL = dict(zip("etaoinshrdlcumwfgypbvkjxqz", map(float, _SHARES.split()), strict=True))
_LENGTH = math.hypot(*_USUAL.values())
_BAD = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf01f\uf021-\uf02c\uf02e-\uf06e\uf077-\uf0a6\uf0a9-\uf0af\uf0b8-\uf0d7\uf0d9-\uf0fb\uf0fd-\uf8ff\ufffd]"
)
"""Characters without a meaning: controls and private ones, but for those that are bullets in symbol fonts."""
_FEW = 8
"""So few different words tell nothing."""


def is_gibberish(text: str) -> bool:
    """Tell whether a text cannot be what is seen on its page."""
    if _reads_well(text):
        return False
    shown = "".join(text.split())
    if len(shown) < 40:
        return False
    if len(_BAD.findall(shown)) > 0.15 * len(shown):
        return True
    words = set(re.findall(r"[^\W\d_]{2,}", text.casefold()))
    letters = Counter("".join(words))
    if not words and len(set(shown)) > _FEW:
        return not any(c.isalnum() for c in shown)
    if len(words) < _FEW:
        return False
    if sum(letters[c] for c in _USUAL) < 0.5 * letters.total():
        return _scripts(letters) > 2
    common = len(words & _COMMON)
    return common < 0.02 * len(words) + 1 and _likeness(letters) < (0.72 if len(words) > 30 else 0.6)


def _reads_well(text: str) -> bool:
    """Tell at once of most texts that they are English: every so many letters one of its common words."""
    return sum(map(text.count, (" the ", " of ", " and ", " to ", " in ", " for ", " on ", " be "))) > len(text) / 100


def _likeness(letters: Counter[str]) -> float:
    """Return how near the letters are to those of English: 1 is the same."""
    length = math.hypot(*(letters[c] for c in _USUAL))
    return sum(letters[c] * share for c, share in _USUAL.items()) / (length * _LENGTH) if length else 0.0


def _scripts(letters: Counter[str]) -> int:
    """Return of how many scripts a good part of the letters is."""
    scripts: Counter[str] = Counter()
    for letter, count in letters.items():
        scripts[unicodedata.name(letter, "?").split()[0]] += count
    return sum(count > 0.1 * letters.total() for count in scripts.values())
