"""verify: are the records what they should be?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from checker.base.faults import Refused
from checker.cli.codes import BROKEN, REFUSED
from checker.cli.options import PATHS, common, formats, settings, warn, write


@click.command()
@PATHS
@common
@click.option("--seal", is_flag=True, help="Write seals for the quotations that were found.")
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    help="A report saved with --format json: are its inputs unchanged, are records new, are the rules the same?",
)
@click.option("--checkpoint", default="", help="The ledger's checkpoint as an old report prints it.")
@formats("text", "json")
def verify(
    paths: tuple[Path, ...], seal: bool, against: Path | None, checkpoint: str, format_: str, **options: Any
) -> int:
    """Are the quotations word for word, at their place? Does the ledger hold?

    Quotations are held against the published files (--originals), else against
    their seals; only typography is folded: quotation marks, dashes, spaces,
    hyphens at line ends. The ledger's chain is followed from its first entry,
    and held against the checkpoint of an old report where one is given. Exit
    code 5 if anything does not fit, 2 if an original cannot be read: its
    quotations are then held against their seals, or not checked. That records
    are new since an old report, or rules others, is told and breaks nothing.
    """
    from checker import workflow
    from checker.reporters import verification

    chosen = settings(paths, **options)
    results, warnings = workflow.verify_records(chosen, seal=seal)
    manifest = workflow.verify_manifest(against, chosen) if against else None
    held = workflow.verify_ledger(chosen, workflow.checkpoint_of(checkpoint) or (manifest and manifest.witness))
    rows = [verification.Row(**{field: getattr(one, field) for field in verification.Row._fields}) for one in results]
    chain = verification.Chain(len(held.ledger.events), tuple(b.what for b in held.broken))
    report = (
        verification.Report(against.as_posix(), manifest.inputs, manifest.changed, manifest.new, manifest.rules)
        if against and manifest
        else None
    )
    render = verification.render_json if format_ == "json" else verification.render
    write(render(rows, chain, report))
    warn([*warnings, *workflow.no_ledger(chosen)])
    unread = [fault for result in results for fault in result.refused]
    if unread:  # what could not be read was not checked; all else is printed
        click.echo("\n".join(Refused(unread).lines()), err=True)
    if held.broken or (manifest and manifest.changed) or any(one.faults or one.changed for one in results):
        return BROKEN
    return REFUSED if unread else 0
