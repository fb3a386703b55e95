"""Ways to alter a quotation so that it is no longer one, and ways to print it otherwise so that it still is."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Sequence

Words = Sequence[str]
Alter = Callable[[Words, random.Random], list[str] | None]
"""Returns the altered words, or None where the quotation has nothing of the kind."""
Print = Callable[[str, random.Random], str]

GAP = "…"
HEDGES = {"may": "will", "could": "will", "would": "will", "should": "must", "might": "will", "some": "all"}
NEGATIONS = {"not", "no", "never", "nor", "none", "without", "cannot"}
CUES = ("not", "no", "never", "all", "only", "[not]", "(not)", "[sic]")


def _pick(words: Words, fits: Callable[[str], object], chance: random.Random) -> int | None:
    fitting = [number for number, word in enumerate(words) if fits(word)]
    return chance.choice(fitting) if fitting else None


def _change(fits: Callable[[str], object], change: Callable[[str, random.Random], str]) -> Alter:
    """Return an alteration that changes one word of those that fit."""

    def alter(words: Words, chance: random.Random) -> list[str] | None:
        at = _pick(words, fits, chance)
        return None if at is None else [*words[:at], change(words[at], chance), *words[at + 1 :]]

    return alter


def _drop(fits: Callable[[str], object]) -> Alter:
    """Return an alteration that leaves one of the words that fit out, from between two others."""

    def alter(words: Words, chance: random.Random) -> list[str] | None:
        at = _pick(words[1:-1], fits, chance)
        return None if at is None else [*words[: at + 1], *words[at + 2 :]]

    return alter


def _insert(words: Words, chance: random.Random) -> list[str] | None:
    at = chance.randint(1, len(words) - 1)
    return [*words[:at], chance.choice(CUES), *words[at:]]


def _swap(words: Words, chance: random.Random) -> list[str] | None:
    at = chance.randrange(len(words) - 1)
    return [*words[:at], words[at + 1], words[at], *words[at + 2 :]]


def _turn_round(words: Words, chance: random.Random) -> list[str] | None:
    at = chance.randint(1, len(words) - 1)
    return [*words[at:], GAP, *words[:at]]


def _other_word(words: Words, chance: random.Random) -> list[str] | None:
    at, other = chance.randrange(len(words)), chance.choice(words)
    return [*words[:at], other, *words[at + 1 :]]


def _other_letter(word: str, chance: random.Random) -> str:
    return _replace(word, r"[a-z]", chance.choice("abcdefghijklmnopqrstuvwxyz"), chance)


def _other_digit(word: str, chance: random.Random) -> str:
    return _replace(word, r"\d", chance.choice("0123456789"), chance)


def _replace(word: str, pattern: str, by: str, chance: random.Random) -> str:
    start, end = chance.choice([found.span() for found in re.finditer(pattern, word)])
    return word[:start] + by + word[end:]


def _case(word: str, chance: random.Random) -> str:
    at = chance.choice([number for number, letter in enumerate(word) if letter.isalpha()])
    return word[:at] + word[at].swapcase() + word[at + 1 :]


def _cut_start(words: Words, chance: random.Random) -> list[str] | None:
    cut = words[0][chance.randint(1, max(1, len(words[0]) - 1)) :]
    return [cut, *words[1:]] if cut[:1].isalnum() else None


def _cut_end(words: Words, chance: random.Random) -> list[str] | None:
    cut = words[-1][: -chance.randint(1, max(1, len(words[-1]) - 1))]
    return [*words[:-1], cut] if cut[-1:].isalnum() else None


def _has(pattern: str) -> Callable[[str], object]:
    return re.compile(pattern).search


ALTERATIONS: dict[str, Alter] = {
    "a word left out": _drop(bool),
    "a negation left out": _drop(lambda word: word.lower() in NEGATIONS),
    "a hedge turned into a certainty": _change(lambda word: word in HEDGES, lambda word, _: HEDGES[word]),
    "a word put in, also in brackets": _insert,
    "two words swapped": _swap,
    "two parts joined in the wrong order": _turn_round,
    "another word of the passage": _other_word,
    "another letter": _change(_has(r"[a-z]"), _other_letter),
    "a letter in the other case": _change(_has(r"[A-Za-z]"), _case),
    "another digit": _change(_has(r"\d"), _other_digit),
    "a point or comma in a number moved out": _change(_has(r"\d[.,]\d"), lambda w, c: _replace(w, r"(?<=\d)[.,](?=\d)", "", c)),
    "a point in a number turned into a space": _change(_has(r"\d\.\d"), lambda w, c: _replace(w, r"(?<=\d)\.(?=\d)", " ", c)),
    "a sign before a number": _change(_has(r"^£?\d"), lambda w, c: c.choice("-−+£") + w),
    "a £ or % left out": _change(_has(r"^£\d|\d%$"), lambda w, _: w.strip("£%")),
    "a comma left out": _change(_has(r"\w,$"), lambda w, _: w[:-1]),
    "a comma put in": _change(_has(r"\w$"), lambda w, _: w + ","),
    "a bracket left out": _change(_has(r"[()\[\]]"), lambda w, _: re.sub(r"[()\[\]]", "", w)),
    "an s put on or taken off": _change(_has(r"[a-z]$"), lambda w, _: w[:-1] if w.endswith("s") else w + "s"),
    "a hyphen turned into a space": _change(_has(r"\w-\w"), lambda w, c: _replace(w, r"(?<=\w)-(?=\w)", " ", c)),
    "begun inside a word": _cut_start,
    "ended inside a word": _cut_end,
}  # fmt: skip


def _inside_a_word(text: str, put: str, chance: random.Random) -> str:
    places = [found.end() for found in re.finditer(r"[a-z]{2}(?=[a-z]{2})", text)]
    at = chance.choice(places) if places else len(text)
    return text[:at] + (put if places else "") + text[at:]


PRINTS: dict[str, Print] = {
    "as it stands": lambda text, _: text,
    "straight quotation marks": lambda text, _: text.translate(str.maketrans("‘’“”", "''\"\"")),
    "curly quotation marks": lambda text, _: text.replace("'", "’").replace('"', "”"),
    "other dashes": lambda text, chance: re.sub(r"[-–—]", chance.choice("-–—‑−"), text),
    "no-break spaces": lambda text, _: text.replace(" ", "\u00a0"),
    "line ends between words": lambda text, _: text.replace(" ", " \n  "),
    "soft hyphens": lambda text, chance: _inside_a_word(text, "\u00ad", chance),
    "a word broken at a line end": lambda text, chance: _inside_a_word(text, "-\n", chance),
    "ligatures": lambda text, _: text.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ").replace("ff", "ﬀ"),
    "accents apart from their letters": lambda text, _: unicodedata.normalize("NFD", text),
}
