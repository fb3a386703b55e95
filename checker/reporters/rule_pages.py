"""The page of a rule, written out from the rule: Markdown for docs/, and what `rules show` prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.model.rule import Basis, EvidenceRule, Question, Rule, Rulebook
from checker.model.words import spoken
from checker.reporters.names import FORCE, ROUTES


def page(rule: Rule, rulebook: Rulebook) -> str:
    """Return the page of one rule."""
    return "\n".join(_page(rule, rulebook)) + "\n"


def _page(rule: Rule, rulebook: Rulebook) -> Iterator[str]:
    theme = next(theme.title for theme in rulebook.themes if theme.id == rule.theme)
    yield f"# {rule.title}"
    yield ""
    yield f"`{rule.id}` · {rule.group} · theme: {theme}"
    yield ""
    yield rule.why
    yield ""
    yield from _looked_for(rule)
    yield "## Levels"
    yield ""
    for outcome, level in rule.levels.items():
        yield f"- {spoken(outcome)}: {level}"
    yield ""
    yield "## Rests on"
    yield ""
    yield from _bases([rulebook.bases[name] for name in rule.basis])
    yield ""
    yield "## Questions"
    yield ""
    for outcome, bank in rule.questions.items():
        for kind, question in bank.items():
            yield from _question(outcome, kind, question)
    yield "## What would settle it"
    yield ""
    for kind, remedy in rule.remedy.items():
        yield f"- {_for(kind)}{remedy}"
    yield ""
    yield "## Examples"
    yield ""
    for example in rule.examples:
        yield f"- {example.title}: **{spoken(example.expect)}**"


def _looked_for(rule: Rule) -> Iterator[str]:
    yield "## What is looked for"
    yield ""
    if not isinstance(rule, EvidenceRule):
        yield f"{spoken(rule.flags).capitalize()} ({rule.judges})."
        yield ""
        return
    yield f"{spoken(rule.evidence_kind).capitalize()} for claims of these kinds:"
    yield ""
    yield f"- while the proposal is early: {_kinds(rule.needed.early)}"
    yield f"- from the preferred option on: {_kinds(rule.needed.decision)}"
    if rule.needed.triggered:
        yield f"- where {spoken(rule.trigger or '')} holds: {_kinds(rule.needed.triggered)}"
    if rule.at_least:
        yield f"- where no other headline rule applies: {_kinds(rule.at_least)}"
    if rule.parts:
        yield f"- supplied evidence carries: {', '.join(rule.parts)}"
    if rule.stale_after_months:
        yield f"- evidence older than {rule.stale_after_months} months is weak"
    yield ""


def _kinds(kinds: Sequence[str]) -> str:
    return ", ".join(spoken(kind) for kind in kinds) or "none"


def _bases(bases: Sequence[Basis]) -> Iterator[str]:
    if not bases:
        yield "Good practice. No duty is claimed."
    for basis in bases:
        name = f"[{basis.title}]({basis.url})" if basis.url else basis.title
        checked = f"read {basis.checked}" if basis.checked else "its own words were not read"
        yield f"- {name} ({FORCE[basis.force]}; {checked}{_in_force(basis)}). {basis.text}"


def _in_force(basis: Basis) -> str:
    if basis.in_force is None:
        return ""
    start = f"; from {basis.in_force.from_}" if basis.in_force.from_ else ""
    return start + (f" to {basis.in_force.to}" if basis.in_force.to else "")


def _question(outcome: str, kind: str, question: Question) -> Iterator[str]:
    yield f"- *{spoken(outcome)}*: {_for(kind)}**{question.opener}** ({ROUTES[question.route]})"
    if question.of_sum:
        yield f"  - Where the claim gives a sum, instead: **{question.of_sum}**"
    for follow_up in question.follow_ups:
        yield f"  - {follow_up}"
    yield f"  - A full answer holds: {question.full_answer}."
    yield ""


def _for(kind: str) -> str:
    return "" if kind == "default" else f"{spoken(kind)}: "


def index(rulebook: Rulebook) -> str:
    """Return the list of all rules, linked to their pages."""
    lines = ["# Rules", "", "Written out from the rule files by `make generate`; edit those.", ""]
    group = ""
    for rule in rulebook.rules:
        if rule.group != group:
            group = rule.group
            lines += ["", f"## {group.capitalize()}", ""]
        lines.append(f"- [{rule.title}]({rule.id}.md) (`{rule.id}`)")
    return "\n".join(lines).replace("\n\n\n", "\n\n") + "\n"
