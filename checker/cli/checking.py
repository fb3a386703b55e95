"""check and explain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.base.faults import Misuse
from checker.cli.codes import OPEN
from checker.cli.options import PATHS, again, colored, common, formats, output, public, settings, warn, write

if TYPE_CHECKING:
    from checker.model.finding import Assessment
    from checker.workflow.comparing import Baseline


@click.command()
@PATHS
@common
@formats("text", "json", "jsonl", "html", "sarif")
@click.option("--all", "everything", is_flag=True, help="Every matter or point, not the first.")
@click.option("--fail-on", type=click.Choice(["high", "medium", "low", "never"]), help="Exit with 1 if anything this serious is open. Default: as the profile says.")  # fmt: skip
@click.option("--baseline", type=click.Path(path_type=Path), help="Of --format sarif only: a report saved with --format json; says what is new since.")  # fmt: skip
@public
@output
def check(
    paths: tuple[Path, ...],
    format_: str,
    everything: bool,
    fail_on: str | None,
    baseline: Path | None,
    public: bool,
    output: Path | None,
    replace: bool,
    **options: Any,
) -> int:
    """Assess claims: what is claimed, what is shown, what to ask.

    Without PATHS, the records in claims/ of this folder. A path is a coding
    file, a folder of them, or a folder with claims/ and seeds/.
    """
    from checker import workflow

    if baseline and format_ != "sarif":
        raise Misuse("--baseline is of --format sarif. For people: checker compare OLD NEW.")
    chosen = settings(paths, **options)
    checked = workflow.check(chosen, matters=format_ != "jsonl")
    warn(checked.warnings)
    assessment = workflow.for_readers(checked.assessment, public=public)
    typed = again(paths, options)
    if format_ == "text":
        write(_text(assessment, everything, typed, colored() and output is None), output, replace=replace)
    else:
        since = workflow.baseline_states(chosen, assessment, baseline) if baseline else None
        write(_exported(assessment, format_, since, typed), output, replace=replace)
    return OPEN if any(workflow.open_at(assessment, fail_on or assessment.profile.fail_on)) else 0


def _text(assessment: Assessment, everything: bool, typed: str, color: bool) -> Iterator[str]:
    from checker.reporters import fix_list, text

    if assessment.profile.report == "fix_list":
        return fix_list.render(assessment, everything=everything, again=typed)
    return text.render(assessment, everything=everything, color=color, again=typed)


def _exported(assessment: Assessment, format_: str, since: Mapping[str, Baseline] | None, typed: str) -> Iterable[str]:
    if format_ in ("json", "jsonl"):
        from checker.reporters import as_json

        return as_json.render(assessment) if format_ == "json" else as_json.render_lines(assessment)
    if format_ == "html":
        from checker.reporters import page

        return [page.render(assessment).decode()]
    from checker.reporters import sarif

    return [sarif.render(assessment, baseline=since, command=f"checker check{typed}").decode()]


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

    chosen = settings(paths, **options)
    assessment, finding = workflow.explain(chosen, fingerprint)
    warn(workflow.ledger_warnings(chosen, assessment.casefile.ledger))
    if format_ == "json":
        one = as_json.finding(finding, Words(assessment))
        head = {"schema_version": as_json.SCHEMA_VERSION, "manifest": as_json.manifest(assessment)}
        write([as_json.dump({**head, "findings": [one]})])
    else:
        write(text.explain(assessment, finding))
    return 0
