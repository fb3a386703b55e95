"""precheck."""

from __future__ import annotations

import datetime
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from checker.base.faults import Misuse
from checker.cli.codes import OPEN
from checker.cli.options import PACKS, Day, formats, write, write_bytes
from checker.model.draft import SENSITIVITIES
from checker.model.words import Asks, Stage

if TYPE_CHECKING:
    from checker.model.precheck import Precheck

_WORD = {".docx", ".docm"}


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--coding", type=click.Path(path_type=Path), help="A coding file of this paper: its claims are used instead of candidates.")  # fmt: skip
@click.option("--asks", type=click.Choice(get_args(Asks)), help="What the paper asks of the body that meets. Default: guessed from its recommendations.")  # fmt: skip
@click.option("--stage", type=click.Choice(get_args(Stage)), help="The stage of the proposal. Default: as it follows from what is asked.")  # fmt: skip
@click.option("--author", default="Pre-check", show_default=True, help="The name on the comments.")
@click.option("--sensitivity", type=click.Choice(SENSITIVITIES), default="balanced", show_default=True, help="How readily a passage is taken for a claim.")  # fmt: skip
@click.option("--profile", default="officer", show_default=True, help="officer, scrutiny, audit, research, or one of a pack.")  # fmt: skip
@click.option("--as-of", type=Day(), help="The day to judge by, and the date of the comments. Today if not given.")
@PACKS
@formats("text", "json")
@click.option("--all", "everything", is_flag=True, help="Every helpful question, not the first dozen.")
@click.option("--fail-on", type=click.Choice(["high", "medium", "low", "never"]), help="Exit with 1 if a point this serious is open. Default: as the profile says; officer: high.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write a copy of the Word file with comments, or a commented list: .md, .docx or .html.")  # fmt: skip
@click.option("--replace", is_flag=True, help="Replace that file if it is there.")
def precheck(
    file: Path,
    author: str,
    format_: str,
    everything: bool,
    fail_on: Any,
    output: Path | None,
    replace: bool,
    packs: tuple[Path, ...],
    as_of: datetime.date | None,
    **options: Any,
) -> int:
    """Look at a draft in private: what members may ask, and how to settle it.

    Prints a fix list. A point is needed for clearance, that is to be settled
    before the paper goes on, or helpful. With -o, a copy of the Word file with
    comments in the margin; for a PDF, page or text, a list of them (.md, .docx
    or .html). Nothing else is written, and nothing is kept.
    """
    from checker.reporters.precheck import as_json, text
    from checker.reporters.precheck.points import open_at
    from checker.workflow import prechecking

    if output is not None:
        _may_write(file, output, replace)
    seen, raw = prechecking.precheck(prechecking.Looked(file=file, packs=packs, as_of=as_of, **options))
    if output is not None:
        write_bytes(_commented(seen, raw, output, author, everything), output, replace=replace)
    if format_ == "json":
        write(as_json.render(seen, everything=everything))
    else:
        typed = shlex.quote(file.as_posix())
        written = output.as_posix() if output else ""
        write(text.render(seen, everything=everything, commented=written, file=typed))
    return OPEN if open_at(seen, fail_on or seen.assessment.profile.fail_on) else 0


def _may_write(file: Path, output: Path, replace: bool) -> None:
    """Refuse, before anything is read, to write over the draft or over a file that is there."""
    if output.exists() and file.exists() and output.samefile(file):
        raise Misuse(f"{output.as_posix()} is the draft itself, which is never changed. Name another file.")
    if output.is_dir():
        raise Misuse(f"{output.as_posix()} is a folder. Name a file in it, such as {output.as_posix()}/COMMENTED.docx.")
    if output.exists() and not replace:
        raise Misuse(f"{output.as_posix()} is there already and was kept. Add --replace to replace it.")
    if output.suffix.lower() not in (*_WORD, ".md", ".html"):
        raise Misuse(
            f"{output.as_posix()}: comments go into a copy of the Word file, or a list in .md, .docx or .html."
        )


def _commented(seen: Precheck, raw: bytes, output: Path, author: str, everything: bool) -> bytes:
    """Return the draft with its comments; as a list where the draft is no Word file, or a list was asked for."""
    from checker.reporters.comments.comment import Signature, initials
    from checker.reporters.comments.listing import listed
    from checker.reporters.comments.word import annotated
    from checker.reporters.precheck.comments import comments

    signature = Signature(author, initials(author), seen.assessment.as_of)
    found = list(comments(seen, everything=everything))
    suffix = output.suffix.lower()
    if seen.document.kind == "docx" and suffix in _WORD:
        own = ".docm" if seen.file.lower().endswith(".docm") else ".docx"
        if suffix != own:
            raise Misuse(f"A copy of {seen.file} ends in {own}, or Word does not open it.")
        return annotated(raw, found, signature)
    return listed(found, f"Comments on {seen.file}", signature, suffix)
