"""The papers each reader takes away, in the formats they are read in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.base.faults import Misuse
from checker.cli.options import PATHS, Day, common, formats, output, public, settings, warn, write_either

if TYPE_CHECKING:
    from checker.model.finding import Assessment


def _assessed(paths: tuple[Path, ...], *, public: bool, **options: Any) -> Assessment:
    """Return the assessment for its readers, once what they should know of the records is said."""
    from checker import workflow

    checked = workflow.check(settings(paths, **options))
    warn(checked.warnings)
    return workflow.for_readers(checked.assessment, public=public)


@click.command()
@PATHS
@common
@formats("md", "html", "docx", "xlsx")
@public
@output
def matrix(
    paths: tuple[Path, ...], format_: str, public: bool, output: Path | None, replace: bool, **options: Any
) -> int:
    """Claims down, kinds of evidence across: what is shown for what.

    A word and a sign in each cell, with the paragraph; for author and auditor.
    """
    from checker.reporters import matrix as matrices

    data = matrices.FORMATS[format_](_assessed(paths, public=public, **options))
    write_either(data, output, replace=replace, binary=format_ in ("docx", "xlsx"))
    return 0


@click.command()
@PATHS
@common
@formats("text", "md", "html", "docx", "pdf", "json")
@click.option(
    "--top",
    type=click.IntRange(1, 50),
    default=5,
    show_default=True,
    help="How many themes; with 5 it is one side of A4.",
)
@click.option("--topic", help="Only this topic, by its id in topics.yaml.")
@click.option("--source", help="Only what this source claims, by its id.")
@click.option("--template", type=click.Path(path_type=Path), help="Of --format docx: a council's own Word template.")
@public
@output
def questions(
    paths: tuple[Path, ...], format_: Any, public: bool, output: Path | None, replace: bool, **options: Any
) -> int:
    """The members' page: what was promised, what was asked, and what to ask.

    The same page for every member; one side of A4.
    """
    from checker.reporters.briefing import formats as briefings
    from checker.reporters.briefing.word import read_template

    chosen = {name: options.pop(name) for name in ("top", "topic", "source")}
    template = options.pop("template")
    if template and format_ != "docx":
        raise Misuse("--template is of --format docx: write the page with -o FILE.docx.")
    assessment = _assessed(paths, public=public, **options)
    own = read_template(template) if template else None
    data = briefings.render(assessment, format_, template=own, **chosen)
    write_either(data, output, replace=replace, binary=format_ in ("docx", "pdf"))
    return 0


@click.command()
@PATHS
@common
@formats("text", "md", "html", "docx", "json")
@click.option("--topic", default="", help="Only this topic, with its timeline.")
@click.option("--meeting", default="", help="Only of this meeting: a source id, or a date and the body.")
@click.option("--body", default="", help="Only of this body; its first words are enough.")
@public
@output
def commitments(
    paths: tuple[Path, ...], format_: Any, public: bool, output: Path | None, replace: bool, **options: Any
) -> int:
    """What was promised or asked for: overdue, unread, due soon, kept.

    With --topic, the topic's timeline: what was claimed above the line, what was
    promised and shown below it.
    """
    from checker.reporters.commitments.export import export

    chosen = {name: options.pop(name) for name in ("topic", "meeting", "body")}
    assessment = _assessed(paths, public=public, **options)
    write_either(export(assessment, format_, **chosen), output, replace=replace, binary=format_ == "docx")
    return 0


@click.command()
@click.argument("meeting")
@PATHS
@common
@formats("text", "md", "html", "docx", "json")
@public
@output
def actions(
    meeting: str,
    paths: tuple[Path, ...],
    format_: Any,
    public: bool,
    output: Path | None,
    replace: bool,
    **options: Any,
) -> int:
    """The action sheet of MEETING, and the matters arising for the next one.

    MEETING is a source id, or a date and the first words of the body:
    "2021-03-17 Stockport".
    """
    from checker.reporters.actions.export import export

    assessment = _assessed(paths, public=public, **options)
    write_either(export(assessment, meeting, format_), output, replace=replace, binary=format_ == "docx")
    return 0


@click.command()
@PATHS
@common
@formats("md", "xlsx", "csv", "json")
@click.option("--closed-since", type=Day(), help="Closed items only from this day on.")
@click.option("--body", help="Only of this body; its first words are enough.")
@public
@output
def register(
    paths: tuple[Path, ...], format_: Any, public: bool, output: Path | None, replace: bool, **options: Any
) -> int:
    """The auditor's register: commitments, requests, recommendations, high gaps.

    The workbook can be edited and read back: checker ledger import FILE.
    """
    from checker.reporters.register import render

    chosen = {name: options.pop(name) for name in ("closed_since", "body")}
    data = render(_assessed(paths, public=False, **options), format_, public=public, **chosen)
    write_either(data, output, replace=replace, binary=format_ == "xlsx")
    return 0
