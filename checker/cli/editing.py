"""What may be changed of a candidate at the terminal, and why it may be turned down; how both are asked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, get_args

import click

from checker.cli.keys import Keys, say
from checker.cli.options import columns
from checker.model.coding import Claim, Commitment, Drafted, Evidence
from checker.model.fields import DATE, PERIOD
from checker.model.words import By, Certainty, ClaimKind, EvidenceKind, EvidenceStatus, Provided, SourceKind

_WORDS = {
    "w": ("words", "the quotation, word for word, 40 words at most"),
    "p": ("place", "where it stands: 3.4, ¶12 p3"),
}
_OF_CLAIM = {
    "k": ("kinds", "one to three, the main one first"),
    "c": ("certainty", "how firmly it is put"),
    "w": _WORDS["w"],
    "y": ("says", "the claim in one plain sentence"),
    "h": ("whose", "who says it: an officer, a member, the press"),
    "p": _WORDS["p"],
    "m": ("money", "it is about money, or is not"),
    "o": ("under way", "something is being done now, or is not"),
}
_OF_PROMISE = {"k": ("brings", "what is to come"), "d": ("due", "when"), **_WORDS}
_OF_EVIDENCE = {"k": ("kind", "what sort of evidence"), "t": ("status", "how far it can be seen"), **_WORDS}
_CUT = "the passage was cut or misread"
_CODED = "the same is coded already"
REASONS: Mapping[type, Sequence[str]] = {
    Claim: (
        "says what is done or planned, not what it brings",
        "recites law, policy or history",
        "somebody else's words",
        _CODED,
        _CUT,
    ),
    Commitment: (
        "says what is done or may be done, and promises nothing",
        "recites law, policy or an earlier promise",
        "not for the body or its officers to keep",
        _CODED,
        _CUT,
    ),
    Evidence: (
        "a remark, a duty or a heading, and shows nothing",
        "a promise of evidence, not evidence",
        "bears on another matter than what the paper claims",
        _CODED,
        _CUT,
    ),
}
"""Why a candidate may be turned down, in the order of their keys."""


def reason(keys: Keys, item: Drafted) -> str:
    """Ask why a candidate is turned down; nothing where it is not."""
    reasons = {str(number): text for number, text in enumerate(REASONS[type(item)], 1)}
    for number, text in reasons.items():
        say(f"  {number} {text}")
    key = keys.key(f"  why? 1 to {len(reasons)}, t to type it, any other key: do not reject:")
    return keys.text("  because") if key == "t" else reasons.get(key, "")


def edits(keys: Keys, item: Drafted, typed: Mapping[str, Any]) -> dict[str, Any]:
    """Ask what to change and to what; Enter alone changes nothing.

    Args:
        keys: what the person presses.
        item: the candidate.
        typed: what was typed last for it and refused, to be mended.
    """
    offered = _OF_CLAIM if isinstance(item, Claim) else _OF_PROMISE if isinstance(item, Commitment) else _OF_EVIDENCE
    while (key := keys.key(f"  {' · '.join(f'{one} {name}' for one, (name, _) in offered.items())} · ? help:")) != "":
        if key in offered:
            return _changed(keys, key, item, typed)
        if key != "?":
            say(f"  {key} is not one of these keys; Enter alone changes nothing.")
            continue
        for one, (name, what) in offered.items():
            say(f"  {one} {name}: {what}")
        say("  Enter alone: change nothing")
    return {}


def _changed(keys: Keys, key: str, item: Drafted, typed: Mapping[str, Any]) -> dict[str, Any]:
    if key == "w":
        return _words(keys, item, typed)
    if key == "p":
        return _mended(keys, "place", "at", item.at, typed)
    if isinstance(item, Claim):
        return _of_claim(keys, key, item, typed)
    if isinstance(item, Commitment):
        return _list(keys, "provides", get_args(Provided)) if key == "k" else _due(keys)
    return _one(keys, "kind", get_args(EvidenceKind)) if key == "k" else _one(keys, "status", get_args(EvidenceStatus))


def _words(keys: Keys, item: Drafted, typed: Mapping[str, Any]) -> dict[str, Any]:
    fields = _mended(keys, "words", "quote", item.quote, typed)
    own = isinstance(item, Claim) and item.says.strip() == item.quote.strip()
    return {**fields, "says": fields["quote"]} if fields and own else fields


def _mended(keys: Keys, label: str, name: str, now: str, typed: Mapping[str, Any]) -> dict[str, Any]:
    """Ask for a text, what was typed last or stands there now to be mended; left as it is, it changes nothing."""
    shown = typed.get(name, now)
    text = keys.text(f"  {label}", shown)
    return {} if text in ("", shown, now) else {name: text}


def _of_claim(keys: Keys, key: str, item: Claim, typed: Mapping[str, Any]) -> dict[str, Any]:
    match key:
        case "k":
            return _list(keys, "kinds", get_args(ClaimKind))
        case "c":
            return _one(keys, "certainty", get_args(Certainty))
        case "h":
            return _one(keys, "by", get_args(By))
        case "y":
            return _mended(keys, "says", "says", item.says, typed)
        case "m":
            return {"money": None if item.money else True}
    return {"operative": None if item.operative else True}


def _list(keys: Keys, name: str, words: Sequence[str]) -> dict[str, Any]:
    chosen = _chosen(keys, words)
    return {name: chosen} if chosen else {}


def _one(keys: Keys, name: str, words: Sequence[str]) -> dict[str, Any]:
    chosen = _chosen(keys, words, one=True)
    return {name: chosen[0]} if chosen else {}


def _chosen(keys: Keys, words: Sequence[str], *, one: bool = False) -> list[str]:
    """Ask for words of a closed list by their letters; letters that are not there are named and passed over."""
    from checker.reporters import cards

    for line in cards.choices(words, columns()):
        click.echo(line)
    typed = keys.key("  which?") if one else keys.text("  which, the main one first (letters)")
    by_letter = cards.letters(words)
    strange = dict.fromkeys(letter for letter in typed.lower() if letter not in by_letter and letter not in " ,")
    if strange:
        say(f"  {', '.join(strange)}: not one of the letters")
    return list(dict.fromkeys(by_letter[letter] for letter in typed.lower() if letter in by_letter))


def _due(keys: Keys) -> dict[str, Any]:
    """Ask when a promise is due: a day, a period, a kind of paper, or nothing."""
    typed = keys.text("  due: 2025-06-30, 12 months, officer_report, or - for none")
    if typed == "-":
        return {"due": None}
    if re.fullmatch(DATE, typed):
        return {"due": {"date": typed}}
    if re.fullmatch(PERIOD, typed):
        return {"due": {"within": typed}}
    if typed in get_args(SourceKind):
        return {"due": {"before": typed}}
    if typed:
        say(f"  not saved: {typed} is neither a day, a period nor a kind of paper.")
    return {}
