"""compare and agree: versions, and coders."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from checker.cli.codes import OPEN
from checker.cli.options import common, formats, output, settings, warn, write, write_bytes

FILE = click.Path(path_type=Path)


@click.command()
@click.argument("old", type=FILE)
@click.argument("new", type=FILE)
@common
@formats("text", "md", "json", "html")
@click.option("--all", "everything", is_flag=True, help="Everything that is still open, not the first lines.")
@click.option("--fail-on-new", is_flag=True, help="Exit with 1 if anything is new or worse.")
@output
def compare(
    old: Path,
    new: Path,
    format_: str,
    everything: bool,
    fail_on_new: bool,
    output: Path | None,
    replace: bool,
    **options: Any,
) -> int:
    """What changed between OLD and NEW: new, still open, resolved, worse.

    Each is a folder with claims/ and seeds/, a coding file (a draft and what was
    published, say), or a report saved with checker check --format json. What is
    no longer looked at is lost from sight: it is never called resolved.
    """
    from checker import workflow
    from checker.reporters import comparison

    compared, warnings = workflow.compare(settings(**options), old, new)
    warn(warnings)
    if format_ == "html":
        write_bytes(comparison.render_html(compared), output, replace=replace)
    else:
        lines = {
            "text": lambda: comparison.render(compared, everything=everything),
            "md": lambda: comparison.render_markdown(compared),
            "json": lambda: comparison.render_json(compared),
        }[format_]()
        write(lines, output, replace=replace)
    return OPEN if fail_on_new and compared.regressions else 0


@click.command()
@click.argument("a", type=FILE)
@click.argument("b", type=FILE)
@formats("text", "md", "json")
@output
def agree(a: Path, b: Path, format_: str, output: Path | None, replace: bool) -> int:
    """How far two codings of one source agree, and where they differ.

    A and B are coding files of the same source. The list of disagreements is the
    working document; the figures only say how long it is.
    """
    from checker import workflow
    from checker.reporters import agreement

    agreed, warnings = workflow.agree(a, b)
    warn(warnings)
    lines = {
        "text": lambda: agreement.render(agreed),
        "md": lambda: agreement.render_markdown(agreed),
        "json": lambda: agreement.render_json(agreed),
    }[format_]()
    write(lines, output, replace=replace)
    return 0
