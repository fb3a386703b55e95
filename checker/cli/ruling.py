"""rules: what is looked for, why, on what basis, what to ask."""

from __future__ import annotations

from pathlib import Path

import click

from checker.cli.codes import REFUSED
from checker.cli.options import PACKS, formats, settings, write


@click.group()
def rules() -> None:
    """The rules: what is looked for, why, on what basis, what to ask."""


@rules.command("list")
@PACKS
@formats("text", "json")
def rules_list(packs: tuple[Path, ...], format_: str) -> int:
    """List every rule with its theme."""
    from checker import workflow
    from checker.reporters import rule_lists

    rulebook = workflow.rulebook_of(settings(packs=packs))
    write(rule_lists.render_json(rulebook) if format_ == "json" else rule_lists.render(rulebook), None)
    return 0


@rules.command("show")
@click.argument("rule")
@PACKS
def rules_show(rule: str, packs: tuple[Path, ...]) -> int:
    """Show one rule: its page."""
    from checker import workflow
    from checker.reporters import rule_pages

    rulebook = workflow.rulebook_of(settings(packs=packs))
    write([rule_pages.page(workflow.rule_of(rulebook, rule), rulebook)], None)
    return 0


@rules.command("test")
@PACKS
def rules_test(packs: tuple[Path, ...]) -> int:
    """Run the examples of every rule: what must be flagged, what must pass."""
    from checker import workflow

    total, bad = 0, 0
    for run in workflow.run_all_examples(packs):
        total += 1
        if not run.holds:
            bad += 1
            click.echo(f'{run.rule.id}: "{run.example.title}" gives {run.got}, not {run.example.expect}')
    click.echo(f"{total - bad} of {total} examples hold")
    return REFUSED if bad else 0
