"""What printers and word processors do to a text without changing a word of it; seeded, so the same each time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from random import Random

Setting = Callable[[str, Random], str]


def curly(text: str, _: Random) -> str:
    """Return the text with typographic quotation marks."""
    text = re.sub(r'(^|[\s(])"', "\\1\u201c", text).replace('"', "\u201d")
    return text.replace("'", "\u2019")


def dashes(text: str, chance: Random) -> str:
    """Return the text with other dashes for its hyphens."""
    return re.sub("-", lambda _: chance.choice("-\u2010\u2011\u2012\u2013\u2212"), text)


def spaces(text: str, chance: Random) -> str:
    """Return the text with other spaces."""
    return re.sub(" ", lambda _: chance.choice([" ", " ", "  ", "\u00a0", "\u202f", "\u2009"]), text)


def lines(text: str, chance: Random) -> str:
    """Return the text broken into lines at spaces, never after a dash that stands alone at the end of a word."""
    return re.sub(r"(?<![-\u2010-\u2015\u2212]) ", lambda _: chance.choice([" ", " ", "\n", "\r\n", " \n  "]), text)


def soft_hyphens(text: str, chance: Random) -> str:
    """Return the text with soft hyphens inside words, at line ends too."""
    return re.sub(r"(?<=[a-z]{3})(?=[a-z]{3})", lambda _: chance.choice(["", "", "\u00ad", "\u00ad\n"]), text)


def ligatures(text: str, _: Random) -> str:
    """Return the text with ligatures."""
    for letters, one in (("ffi", "\ufb03"), ("ffl", "\ufb04"), ("ff", "\ufb00"), ("fi", "\ufb01"), ("fl", "\ufb02")):
        text = text.replace(letters, one)
    return text


def broken(text: str, chance: Random) -> str:
    """Return the text with words broken over line ends, at hyphens of their own too."""
    text = re.sub(r"(?<=[a-z]{4})(?=[a-z]{4})", lambda _: chance.choice(["", "", "", "-\n", "\u2010\r\n  "]), text)
    return re.sub(r"(?<=\w)([-\u2010-\u2013])(?=\w)", lambda m: m[1] + chance.choice(["", "\n"]), text)


def apart(text: str, _: Random) -> str:
    """Return the text with accents apart from their letters."""
    return unicodedata.normalize("NFD", text)


SETTINGS: tuple[Setting, ...] = (curly, dashes, spaces, lines, soft_hyphens, ligatures, broken, apart)


def typeset(text: str, chance: Random) -> str:
    """Return the text after some of the settings."""
    for setting in SETTINGS:
        if chance.random() < 0.5:
            text = setting(text, chance)
    return text
