"""What may be changed of a candidate at the terminal, and how it is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, get_args

import click

from checker.cli.keys import Keys
from checker.model.coding import Claim, Commitment, Drafted
from checker.model.fields import DATE, PERIOD
from checker.model.words import Certainty, ClaimKind, EvidenceKind, EvidenceStatus, Provided, SourceKind

_OF_CLAIM = "k kinds · c certainty · w words · y says · p place · m money · o under way"
_OF_PROMISE = "k brings · d due · w words · p place"
_OF_EVIDENCE = "k kind · t status · w words · p place"


def edits(keys: Keys, item: Drafted) -> dict[str, Any]:
    """Ask what to change and to what; any other key changes nothing."""
    offered = _OF_CLAIM if isinstance(item, Claim) else _OF_PROMISE if isinstance(item, Commitment) else _OF_EVIDENCE
    key = keys.key(f"  {offered}:")
    if f"{key} " not in f"{offered} " or not key:
        return {}
    if key == "w":
        return _words(keys, item)
    if key == "p":
        return {"at": place} if (place := keys.text("  place", item.at)) else {}
    if isinstance(item, Claim):
        return _of_claim(keys, key, item)
    if isinstance(item, Commitment):
        return _list(keys, "provides", get_args(Provided)) if key == "k" else _due(keys)
    words, name = (get_args(EvidenceKind), "kind") if key == "k" else (get_args(EvidenceStatus), "status")
    chosen = _chosen(keys, words, one=True)
    return {name: chosen[0]} if chosen else {}


def _words(keys: Keys, item: Drafted) -> dict[str, Any]:
    quote = keys.text("  words", item.quote)
    if not quote or quote == item.quote:
        return {}
    own = isinstance(item, Claim) and item.says.strip() == item.quote.strip()
    return {"quote": quote, "says": quote} if own else {"quote": quote}


def _of_claim(keys: Keys, key: str, item: Claim) -> dict[str, Any]:
    match key:
        case "k":
            return _list(keys, "kinds", get_args(ClaimKind))
        case "c":
            chosen = _chosen(keys, get_args(Certainty), one=True)
            return {"certainty": chosen[0]} if chosen else {}
        case "y":
            says = keys.text("  says", item.says)
            return {"says": says} if says else {}
        case "m":
            return {"money": None if item.money else True}
    return {"operative": None if item.operative else True}


def _list(keys: Keys, name: str, words: Sequence[str]) -> dict[str, Any]:
    chosen = _chosen(keys, words)
    return {name: chosen} if chosen else {}


def _chosen(keys: Keys, words: Sequence[str], *, one: bool = False) -> list[str]:
    """Ask for words of a closed list by their letters; unknown letters are passed over."""
    from checker.reporters import cards

    for line in cards.choices(words):
        click.echo(line)
    typed = keys.key("  which?") if one else keys.text("  which, the main one first (letters)")
    by_letter = cards.letters(words)
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
        click.echo("  not saved: neither a day, a period nor a kind of paper.")
    return {}
