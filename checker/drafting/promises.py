"""The grammar of a promise: who is to do what, as the words of a unit put it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.drafting.lexicon import Hit, Token
from checker.drafting.own_words import in_force, read
from checker.drafting.phrases import Phrases, numbered
from checker.drafting.units import Unit


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


WILL = frozenset({"will", "shall", "i'll", "we'll", "they'll", "it'll"})
WOULD = frozenset({"would"})
MAY = frozenset({"may", "might", "could", "can", "should", "must"})
BE = frozenset({"be", "been", "being"})
IS = frozenset({"is", "are", "was", "were", "am", "be", "been"})
BETWEEN = BE | _listed(
    "also now then therefore still to continue continued continues not all both each have has had "
    "again thus only either first further once always jointly fully closely actively"
)
"""Words that may stand between a modal and the verb it governs."""
VERBS_IN_LY = _listed("apply comply rely reply supply")
LEADING = _listed(
    "agreed resolved asked requested instructed intends intend intended plans planned proposes proposed aim aims "
    "aimed undertakes undertook undertaken promised committed decided offered due going scheduled set expects "
    "expected looking delegate delegated authorise authorised recommended tasked invited wishes hopes hoping"
)
"""Words after which "to" leads to what is promised or asked for."""
REACH = 7
"""How many words before a modal its subject is looked for among."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A verb that is promised, asked for or merely said to come, and how."""

    mode: str
    """will, would, may; led (agreed to …), is to, continue, to, to be; be, being, doing; bare."""
    verb: str
    kinds: tuple[str, ...]
    """The classes of the verb: report, review, consult, plan, act, effect; none where no list has it."""
    passive: bool
    denied: bool
    subject: tuple[str, ...]
    """Classes of the words before it."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Seen:
    """A unit with what is noticed about it."""

    unit: Unit
    tokens: tuple[Token, ...]
    turns: tuple[Turn, ...]
    signs: tuple[Hit, ...]
    under: tuple[str, ...]
    """The classes of the headings over it."""
    kind: str
    """The kind of document."""


@in_force
def lists() -> dict[str, Phrases]:
    """Return the lists of the lexicon, compiled."""
    return {section: Phrases(groups) for section, groups in read("commitments").items()}


def see(units: Sequence[Unit], kind: str = "") -> tuple[Seen, ...]:
    """Return every unit of a document with what is noticed about it."""
    return tuple(_seen(unit, kind) for unit in units)


def _seen(unit: Unit, kind: str) -> Seen:
    words = numbered(unit.text)
    return Seen(unit, words, tuple(turns(words)), tuple(lists()["signs"].find(words)), _under(unit.path), kind)


def only_recalls(seen: Seen) -> bool:
    """Say whether a unit calls something to mind, and nothing beside that is to be done."""
    hits = lists()["calling_to_mind"].find(seen.tokens)
    doing = (turn for turn in seen.turns if turn.mode not in ("would", "may", "to", "to be", "bare"))
    return bool(hits) and all(any(hit.start <= turn.start < hit.end for hit in hits) for turn in doing)


_ASKED_HERE = re.compile(
    r"\b(?:committee|board|panel|cabinet|council|executive|forum|commission|members)\s+(?:is|are)\s+"
    r"(?:asked|invited|recommended|requested)\s+to\s+(?:(?:also|further|formally)\s+)?"
    r"(?:note|comment|consider|review|discuss|scrutinise|receive|endorse|identify|give\s+its\s+views|make\s+any\s+comments?|offer)\b",
    re.IGNORECASE,
)
_ON_OTHERS = re.compile(
    r"\b(?:officers?|director|chief|head\s+of|clerk|request|instruct|ask\s|require)\b", re.IGNORECASE
)


def only_asks_the_meeting(seen: Seen) -> bool:
    """Say whether a unit only asks the body that meets to look at the paper: nobody else is to do anything."""
    asked = _ASKED_HERE.search(seen.unit.text)
    return asked is not None and not _ON_OTHERS.search(seen.unit.text[asked.end() :])


@in_force
def _under(path: tuple[str, ...]) -> tuple[str, ...]:
    found = (hit.name for text in reversed(path[-2:]) for hit in lists()["headings"].find(numbered(text)))
    return tuple(dict.fromkeys(found))


@in_force
def verb_kinds(word: str) -> tuple[str, ...]:
    """Return the classes of a verb: what sort of deed it is, or an effect; none where no list has it."""
    token = (Token(word, 0, 0),)
    names = [hit.name for name in ("deeds", "effects") for hit in lists()[name].find(token)]
    return tuple(dict.fromkeys(names))


@in_force
def doers(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the classes of whoever is named among some words: officers, council, papers and so on."""
    found = lists()["doers"].find(tuple(Token(word, 0, 0) for word in words))
    return tuple(dict.fromkeys(hit.name for hit in found))


def turns(words: Sequence[Token]) -> Iterator[Turn]:
    """Yield every turn of a unit, in order."""
    texts = [token.text for token in words]
    for at, word in enumerate(texts):
        mode = _mode(texts, at, word)
        if mode:
            yield _turn(texts, at, mode)


def _mode(texts: list[str], at: int, word: str) -> str:
    if word in WILL:
        return "will"
    if word in WOULD:
        return "would"
    if word in MAY:
        return "may"
    before = texts[at - 1] if at else ""
    if word == "to":
        return _mode_of_to(texts, at, before)
    if word == "be" and before not in WILL | WOULD | MAY | BE | {"to", "not", "also", "then", "only", "still"}:
        return "be"
    if word == "being" and before in IS:
        return "being"
    if word.endswith("ing") and word != "being" and _is_at_work(texts, at):
        return "doing"
    return "bare" if at == 0 and verb_kinds(word) and not word.endswith(("ed", "ing", "s")) else ""


def _mode_of_to(texts: list[str], at: int, before: str) -> str:
    if before in LEADING or (before == "be" and texts[at - 2 : at - 1] and texts[at - 2] in LEADING):
        return "led"
    if before in IS:
        return "is to"
    if before in {"continue", "continues", "continued"}:
        return "continue"
    if at == 0 or (at < REACH and doers(tuple(texts[:at]))):
        return "to"
    return "to be" if texts[at + 1 : at + 2] == ["be"] else ""


def _is_at_work(texts: list[str], at: int) -> bool:
    """Say whether "is", "are" or the like governs a word in -ing, adverbs between or not."""
    while at and (texts[at - 1] in BETWEEN - BE or _is_adverb(texts[at - 1])):
        at -= 1
    return at > 0 and texts[at - 1] in IS


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word not in VERBS_IN_LY


def _turn(texts: list[str], at: int, mode: str) -> Turn:
    head = at if mode in ("bare", "doing") else at + 1
    passive = mode in ("be", "being")
    denied = False
    while head < len(texts) and (texts[head] in BETWEEN or _is_adverb(texts[head])):
        passive |= texts[head] in BE
        denied |= texts[head] == "not"
        head += 1
    verb = texts[head] if head < len(texts) else ""
    subject = doers(tuple(texts[max(0, at - REACH) : at]))
    return Turn(mode, verb, verb_kinds(verb), passive, denied, subject, at, min(head + 1, len(texts)))
