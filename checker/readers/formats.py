"""A count as it is printed: 4, iv, D, fourth; the formats have the names that Word gives them."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def shown(count: int, number_format: str) -> str:
    """Return a count in a numbering format; an unknown format counts in figures."""
    return _FORMATS.get(number_format, str)(count)


def _letters(count: int) -> str:
    """Return a, b, … z, aa, bb, … as Word goes on after z."""
    if count < 1:
        return str(count)
    again, letter = divmod(count - 1, 26)
    return chr(ord("a") + letter) * min(again + 1, 30)


def _roman(count: int) -> str:
    if not 0 < count < 32768:
        return str(count)
    out = []
    for size, sign in _ROMAN:
        times, count = divmod(count, size)
        out.append(sign * times)
    return "".join(out)


def _ordinal(count: int) -> str:
    if count % 100 in (11, 12, 13):
        return f"{count}th"
    return f"{count}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(count % 10, 'th') }"


def _words(count: int) -> str:
    if not 0 <= count < 100:
        return str(count)
    if count < 20:
        return _ONES[count].capitalize()
    tens, ones = divmod(count, 10)
    return (_TENS[tens] + (f"-{_ONES[ones]}" if ones else "")).capitalize()


def _ordinal_words(count: int) -> str:
    if not 0 < count < 100:
        return _ordinal(count)
    start, _, last = _words(count).lower().rpartition("-")
    turned = _ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return (f"{start}-{turned}" if start else turned).capitalize()


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda n: _letters(n).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
    "ordinal": _ordinal,
    "cardinalText": _words,
    "ordinalText": _ordinal_words,
    "numberInDash": lambda n: f"- {n} -",
    "none": lambda _: "",
}
