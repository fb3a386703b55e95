"""What is wrong with an input, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

SHOWN = 50
"""How many faults a refusal prints; the rest are counted."""


class Place(NamedTuple):
    """Where in a file: line and column, both counted from 1; 0 means unknown."""

    line: int = 0
    column: int = 0


NOWHERE = Place()


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong with one input."""

    path: str
    place: Place
    code: str
    what: str
    todo: str = ""
    warning: bool = False

    def __str__(self) -> str:
        where = printable(self.path)
        if self.place.line:
            where += f":{self.place.line}:{self.place.column}"
        kind = "warning" if self.warning else "error"
        return printable(f"{where}: {kind} {self.code}: {self.what} {self.todo}".rstrip())


class Refused(Exception):
    """Inputs that cannot be read as they stand; carries every fault found. Exit code 2."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = sorted(set(faults))
        super().__init__("\n".join(self.lines()))

    def lines(self) -> list[str]:
        """Return one line a fault, fifty at most, then the count of the rest."""
        lines = [str(fault) for fault in self.faults[:SHOWN]]
        if len(self.faults) > SHOWN:
            lines.append(f"and {len(self.faults) - SHOWN} more ({len(self.faults)} in all)")
        return lines


class _Shown(Exception):
    """Its message is one line and may hold a file name, so it is made safe for a terminal."""

    def __str__(self) -> str:
        return printable(super().__str__())


class Misuse(_Shown):
    """The command was used in a way it does not know. Exit code 3."""


class MachineTrouble(_Shown):
    """The machine is at fault (rights, space); trying again may work. Exit code 4."""


def printable(text: str) -> str:
    """Return the text with everything that could move a cursor or forge a line escaped."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else _escape(c) for c in text)


def _escape(character: str) -> str:
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # a byte that is not UTF-8, as Python keeps it in a file name
        return f"\\x{code - 0xDC00:02x}"
    return character.encode("unicode_escape").decode("ascii")


def shortened(value: str) -> str:
    """Return a value as a message quotes it: sixty characters at most."""
    return value if len(value) <= 60 else value[:57] + "…"


def nearest(word: str, allowed: Sequence[str]) -> str:
    """Return a hint that names the nearest allowed word, then all of them; nothing where none is known."""
    if not allowed:
        return ""
    from rapidfuzz import fuzz, process

    close = process.extractOne(word[:100], allowed, scorer=fuzz.ratio, score_cutoff=60)
    hint = f'Did you mean "{close[0]}"? ' if close else ""
    if len(allowed) > 24:
        return hint.strip() or f"{len(allowed)} are known."
    return f"{hint}Allowed: {', '.join(allowed)}."
