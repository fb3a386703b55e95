"""draft: candidates in a document, for a person to confirm."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from checker.base.faults import Misuse
from checker.cli.keys import one_command, say
from checker.cli.options import columns, formats, output, write
from checker.model.draft import SENSITIVITIES
from checker.model.words import SourceKind

if TYPE_CHECKING:
    from checker.workflow.drafting import Drafting, Written


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@formats("text", "json")
@click.option("--light", is_flag=True, help="A dozen at most: evidence, promises, what is under way, recommendations, implications.")  # fmt: skip
@click.option("--sensitivity", type=click.Choice(SENSITIVITIES), default="balanced", show_default=True, help="quiet: few and mostly right; keen: nearly all, with many that are not.")  # fmt: skip
@click.option("--source", default="", metavar="ID", help="The id of the source. Default: the name of the coding file, else of FILE.")  # fmt: skip
@click.option("--kind", type=click.Choice(get_args(SourceKind)), metavar="KIND", help="What the paper is: officer_report, minutes, news… Default: guessed from its opening.")  # fmt: skip
@click.option("--lexicon", "lexicons", multiple=True, type=click.Path(path_type=Path), help="A council's own cue words, added to ours.")  # fmt: skip
@click.option("--all", "everything", is_flag=True, help="Every candidate, not the surest twenty of a kind.")
@output
def draft(
    file: Path,
    format_: str,
    light: bool,
    sensitivity: Any,
    source: str,
    kind: Any,
    lexicons: tuple[Path, ...],
    everything: bool,
    output: Path | None,
    replace: bool,
) -> int:
    """Offer what in FILE reads like a claim, a promise or evidence.

    FILE is a PDF, Word, HTML, Markdown or text file. With -o the candidates are
    written as a coding file, each marked as a candidate, which checker check
    leaves out until checker confirm, or a person by hand, confirms it; a source
    record is written beside it where there is none.
    """
    from checker.workflow import drafting

    if output is not None and output.suffix != ".yaml":
        what = f"{output.as_posix()}: a coding file is YAML, and check reads those whose names end in .yaml."
        json = f" For JSON leave out -o: --format json > {output.as_posix()}" if output.suffix == ".json" else ""
        raise Misuse(f"{what} Name it {output.with_suffix('.yaml').name}.{json}")
    name = source or (output.stem if output else "")
    found = drafting.draft_file(file, sensitivity, lexicons, light=light, source=name, kind=kind)
    if output is not None:
        _say(drafting.write_drafting(found, output, replace=replace), file)
    if output is None or format_ == "json":
        write(_shown(found, format_, sensitivity, light=light, everything=everything))
    return 0


def _shown(found: Drafting, format_: str, sensitivity: Any, *, light: bool, everything: bool) -> Iterator[str]:
    from checker.reporters.drafts import as_json, text
    from checker.reporters.drafts.drafted import Drafted

    known, path = found.known, found.path.as_posix()
    drafted = Drafted(
        path, known.title, known.kind, known.sha256, found.document, found.draft, sensitivity, light, known.id
    )
    if format_ == "json":
        return as_json.render(drafted)
    return text.render(drafted, everything=everything, width=columns())


def _say(written: Written | None, file: Path) -> None:
    from checker.reporters.layout import counted
    from checker.workflow.drafting import to_fill_in

    if written is None:
        nothing = f"{file.as_posix()}: no candidates were found, and nothing was written."
        say(f"{nothing} What it claims or promises, if anything, a person codes by hand.", err=True)
        return
    coding, record = written.coding.as_posix(), written.source.as_posix()
    say(f"{coding}: {counted(written.candidates, 'candidate')}.", err=True)
    if written.source_is_new:
        say(f"{record}: what the file itself tells. Fill in: {to_fill_in()}.", err=True)
    elif written.other_file:
        say(f"{record}: was there and was kept; its sha256 is not that of {file.as_posix()}.", err=True)
    original = f"--original {shlex.quote(file.as_posix())}"
    click.echo(one_command("Next:", f"checker confirm {shlex.quote(coding)}", original), err=True)
