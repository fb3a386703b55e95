"""The rules of a run, and the profile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.base.faults import NOWHERE, Fault, Misuse, Refused, nearest
from checker.model.rule import FlagRule, Profile, Rule, Rulebook
from checker.rules.load import load_rulebook
from checker.workflow.settings import Settings

if TYPE_CHECKING:
    from checker.engine.examples import Run


def rulebook_of(settings: Settings) -> Rulebook:
    """Return the core rules with the packs laid over them; a pack with a failing example is refused."""
    rulebook = load_rulebook(settings.packs)
    if rulebook.from_packs:
        from checker.engine.examples import run_examples

        faults = [
            Fault(
                f"rule {run.rule.id}",
                NOWHERE,
                "EXAMPLE",
                f'"{run.example.title}" gives {run.got}, not {run.example.expect}.',
                "Mend the rule or the example.",
            )
            for rule in rulebook.rules
            if rule.id in rulebook.from_packs
            for run in run_examples(rule, rulebook)
            if not run.holds
        ]
        if faults:
            raise Refused(faults)
    return rulebook


def profile_of(rulebook: Rulebook, name: str, only: Sequence[str] = ()) -> Profile:
    """Return a profile by name, narrowed to some rules or groups where they are given."""
    if name not in rulebook.profiles:
        raise Misuse(f'There is no profile "{name}". {nearest(name, sorted(rulebook.profiles))}')
    profile = rulebook.profiles[name]
    known = {*(rule.group for rule in rulebook.rules), *(rule.id for rule in rulebook.rules)}
    for wanted in only:
        if wanted not in known:
            raise Misuse(f'There is no rule or group "{wanted}". {nearest(wanted, sorted(known))}')
    return profile.model_copy(update={"rules": tuple(only)}) if only else profile


def hedges_of(rulebook: Rulebook) -> tuple[str, ...]:
    """Return the words that soften or negate what follows them, as the rules list them."""
    return tuple(h for rule in rulebook.rules if isinstance(rule, FlagRule) for h in rule.hedges)


def rule_of(rulebook: Rulebook, name: str) -> Rule:
    """Return a rule by its id."""
    rule = rulebook.rule(name)
    if rule is None:
        raise Misuse(f'There is no rule "{name}". {nearest(name, [r.id for r in rulebook.rules])}')
    return rule


def run_all_examples(packs: Sequence[Path] = ()) -> Iterator[Run]:
    """Yield what every rule, those of the packs among them, makes of its examples."""
    from checker.engine.examples import run_examples

    rulebook = load_rulebook(packs)
    for rule in rulebook.rules:
        yield from run_examples(rule, rulebook)
