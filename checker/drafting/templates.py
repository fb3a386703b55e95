"""The headings of report templates: which of them a line is, by data that a council can extend."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

from checker.base.loader import load
from checker.model.build import build
from checker.model.section import Template, Templates, Unless

OWN = Path(__file__).with_name("sections.yaml")
LONGEST = 12
"""A heading has no more words than this."""
_NUMBER = re.compile(
    r"^\W*(?:(?:section|part|appendix)\s+)?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.):\s]\s*(?=\S)", re.I
)
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_JOINS = re.compile(r"\s*(?:[,/&+]|\band\b|\bor\b)\s*")
_NOT_WORDS = re.compile(r"[^a-z0-9 ]+")


class Headings:
    """The templates of a run, compiled to tell which of them a line is the heading of."""

    def __init__(self, templates: Iterable[Template], fillers: Iterable[str], passing: Iterable[str] = ()) -> None:
        self.templates = tuple(templates)
        self._fillers = frozenset(fillers)
        self._passing = frozenset(passing)
        self._sure = {key: one for one in self.templates for words in one.headings for key in self._keys(words)}
        self._beside = {key: one for one in self.templates for words in one.beside for key in self._keys(words)}

    def of(self, line: str, *, among: bool = False) -> tuple[Template, ...]:
        """Return the templates that a line is the heading of: one, several for "Legal and financial", or none.

        Args:
            line: as printed, with its number.
            among: whether it stands among such headings, where "Climate" alone is one too.
        """
        plain = _plain(_NUMBER.sub("", line.strip(), count=1)) or _plain(line)
        if not plain or len(plain.split()) > LONGEST:
            return ()
        known = self._sure.get(plain)
        return (known,) if known else self._without_fillers(self._told(plain), among)

    def _keys(self, words: str) -> tuple[str, str]:
        plain = _plain(words)
        return plain, _joined(self._told(plain))

    def _told(self, plain: str) -> list[str]:
        """Return the words of a heading that are not only passing."""
        return [word for word in plain.split() if word not in self._passing]

    def _without_fillers(self, words: Sequence[str], among: bool) -> tuple[Template, ...]:
        left = _joined(word for word in words if word not in self._fillers)
        pieces = self._pieces([part for part in left.split(" and ") if part])
        filled = len(left.split()) < len(_joined(words).split())
        sure = {template.id for template, is_sure in pieces if is_sure or filled}
        if not among and any(template.id not in sure for template, _ in pieces):
            return ()
        return tuple({template.id: template for template, _ in pieces}.values())

    def _pieces(self, parts: Sequence[str]) -> list[tuple[Template, bool]]:
        """Return the headings that the parts of a line make, the longest first, each with whether it is surely one."""
        if not parts:
            return []
        for end in range(len(parts), 0, -1):
            words = " and ".join(parts[:end])
            known = self._sure.get(words) or self._beside.get(words)
            rest = self._pieces(parts[end:]) if known else []
            if known and (rest or end == len(parts)):
                return [(known, words in self._sure), *rest]
        return []

    @cached_property
    def expected(self) -> tuple[Template, ...]:
        """The headings that every officer report has."""
        return tuple(one for one in self.templates if one.expected)


def _plain(line: str) -> str:
    """Return a heading in small letters, what joins its words as "and", its asides left out."""
    low = _ASIDE.sub(" ", line.casefold().replace("\u2019", "").replace("'", ""))
    return _joined(_NOT_WORDS.sub(" ", _JOINS.sub(" and ", low)).split())


def _joined(words: Iterable[str]) -> str:
    """Return the words as one text, "and" only between two others."""
    kept: list[str] = []
    for word in words:
        if word != "and" or (kept and kept[-1] != "and"):
            kept.append(word)
    while kept and kept[-1] == "and":
        kept.pop()
    return " ".join(kept)


@lru_cache(maxsize=8)
def headings(extra: Sequence[Path] = ()) -> Headings:
    """Return the headings that come with the program, with a council's own laid over them in order.

    Args:
        extra: files of the form of sections.yaml.

    Raises:
        Refused: with every fault of a file.
    """
    templates: dict[str, Template] = {}
    fillers: list[str] = []
    passing: list[str] = []
    for path in (OWN, *extra):
        read = build(Templates, load(path))
        templates |= {one.id: one for one in read.sections}
        fillers += read.fillers
        passing += read.passing
    return Headings(templates.values(), fillers, passing)


@lru_cache(maxsize=64)
def pattern_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for any of some words: * is any ending or any one word, # a figure."""
    return re.compile("|".join(_phrase(phrase) for phrase in words), re.IGNORECASE)


def _phrase(phrase: str) -> str:
    pieces = [
        r"\w+" if word == "*" else re.escape(word).replace(r"\*", r"\w*").replace(r"\#", r"\s?\d")
        for word in phrase.split()
    ]
    return (r"\b" if phrase[0].isalnum() else "") + r"[\s-]+".join(pieces) + (r"\b" if phrase[-1].isalnum() else "")


def speaks_of(unless: Unless, sentence: str) -> bool:
    """Tell whether a sentence holds one of every list of words."""
    return all(pattern_of(words).search(sentence) for words in unless.words)
