"""check and explain."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from checker.cli.codes import OPEN
from checker.cli.options import PATHS, again, colored, common, formats, output, settings, write


@click.command()
@PATHS
@common
@formats("text", "json", "jsonl")
@click.option("--all", "everything", is_flag=True, help="Every matter, not the first twenty.")
@output
@click.option("--fail-on", type=click.Choice(["high", "medium", "low", "never"]), help="Exit with 1 if anything this serious is open. Default: as the profile says.")  # fmt: skip
def check(
    paths: tuple[Path, ...],
    format_: str,
    everything: bool,
    output: Path | None,
    replace: bool,
    fail_on: str | None,
    **options: Any,
) -> int:
    """Assess claims: what is claimed, what is shown, what to ask.

    Without PATHS, the records in claims/ of this folder. A path is a coding
    file, a folder of them, or a folder with claims/ and seeds/.
    """
    from checker import workflow
    from checker.reporters import as_json, fix_list, text

    checked = workflow.check(settings(paths, **options))
    for warning in checked.warnings:
        click.echo(str(warning), err=True)
    assessment = checked.assessment
    if format_ == "json":
        lines = as_json.render(assessment)
    elif format_ == "jsonl":
        lines = as_json.render_lines(assessment)
    else:
        typed = again(paths, options)
        if assessment.profile.report == "fix_list":
            lines = fix_list.render(assessment, everything=everything, again=typed)
        else:
            lines = text.render(assessment, everything=everything, color=colored() and output is None, again=typed)
    write(lines, output, replace=replace)
    return OPEN if any(workflow.open_at(assessment, fail_on or assessment.profile.fail_on)) else 0


@click.command()
@click.argument("fingerprint")
@PATHS
@common
@formats("text", "json")
def explain(fingerprint: str, paths: tuple[Path, ...], format_: str, **options: Any) -> int:
    """Show one finding in full: claim, evidence, reason, basis, question, remedy.

    FINGERPRINT is the first digits that checker check prints; PATHS as there.
    """
    from checker import workflow
    from checker.reporters import as_json, text
    from checker.reporters.wording import Words

    assessment, finding = workflow.explain(settings(paths, **options), fingerprint)
    if format_ == "json":
        one = as_json.finding(finding, Words(assessment))
        head = {"schema_version": as_json.SCHEMA_VERSION, "manifest": as_json.manifest(assessment)}
        write([as_json.dump({**head, "findings": [one]})])
    else:
        write(text.explain(assessment, finding))
    return 0
