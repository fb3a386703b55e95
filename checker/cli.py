"""Arguments in, exit code out."""

from __future__ import annotations

import datetime
import os
import shlex
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from checker import __version__
from checker.base.faults import MachineTrouble, Misuse, Refused

if TYPE_CHECKING:
    from checker.workflow import Settings

OPEN, REFUSED, MISUSED, MACHINE, BROKEN, BUG = 1, 2, 3, 4, 5, 70

F = TypeVar("F", bound=Callable[..., Any])

EPILOG = """\b
Exit codes: 0 nothing open at or above --fail-on; 1 something open;
2 input refused (every fault is listed); 3 wrong use; 4 the machine is at
fault, trying again may work; 5 integrity broken; 70 a bug of ours."""


class _Day(click.ParamType[datetime.date]):
    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        try:
            return value if isinstance(value, datetime.date) else datetime.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a date. Write it as 2021-03-17.", param, ctx)


def common(function: F) -> F:
    """Add the options that every command on records has."""
    options = [
        click.option("--profile", default="scrutiny", show_default=True, help="scrutiny, officer, audit, research, or one of a pack."),
        click.option("--as-of", type=_Day(), help="The day to judge by; nothing later counts. Today if not given."),
        click.option("--originals", type=click.Path(path_type=Path), envvar="CHECKER_ORIGINALS", help="Folder with the published files, to verify quotations."),
        click.option("--pack", "packs", multiple=True, type=click.Path(path_type=Path), help="Folder with a council's own rules and profiles."),
        click.option("--ledger", type=click.Path(path_type=Path), help="The ledger of replies and decisions. Default: ledger.json beside claims/."),
        click.option("--no-waivers", "waivers", flag_value=False, default=True, help="Judge as if nothing were waived."),
    ]  # fmt: skip
    for option in reversed(options):
        function = option(function)
    return function


def _settings(paths: Iterable[Path] = (), **options: Any) -> Settings:
    from checker.workflow import Settings

    return Settings(tuple(paths), **options)


PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
@click.version_option(__version__, prog_name="checker")
@click.option("--debug", is_flag=True, hidden=True, help="Show the traceback of a bug.")
def cli(debug: bool) -> None:
    r"""Put every claim in a council report beside the evidence offered for it.

    Claims are coded by hand, one YAML file per source, in claims/; what was
    published is described in seeds/. Nothing here says that a claim is wrong:
    a gap means that no evidence was found in the sources read.

    \b
    Begin with:
      checker check                         everything in claims/
      checker check claims/a-report.yaml    one report
      checker check --as-of 2022-01-20      as it stood on that day
      checker explain 3f9c1a                one finding in full
      checker verify                        are the quotations word for word?
      checker rules list                    what is looked for, and why
    """


@cli.command()
@PATHS
@common
@click.option("--format", "format_", type=click.Choice(["text", "json", "jsonl"]), default="text", show_default=True)
@click.option("--all", "everything", is_flag=True, help="Every matter, not the first twenty.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to a file instead of the screen.")
@click.option("--fail-on", type=click.Choice(["high", "medium", "low", "never"]), help="Exit with 1 if anything this serious is open. Default: as the profile says.")  # fmt: skip
def check(
    paths: tuple[Path, ...], format_: str, everything: bool, output: Path | None, fail_on: str | None, **options: Any
) -> int:
    """Assess claims: what is claimed, what is shown, what to ask.

    Without PATHS, the records in claims/ of this folder. A path is a coding
    file, a folder of them, or a folder with claims/ and seeds/.
    """
    from checker import workflow
    from checker.reporters import as_json, text

    checked = workflow.check(_settings(paths, **options))
    for warning in checked.warnings:
        click.echo(str(warning), err=True)
    assessment = checked.assessment
    if format_ == "json":
        lines = as_json.render(assessment)
    elif format_ == "jsonl":
        lines = as_json.render_lines(assessment)
    else:
        again = _again(paths, options)
        lines = text.render(assessment, everything=everything, color=_colored() and output is None, again=again)
    _write(lines, output)
    return OPEN if any(workflow.open_at(assessment, fail_on or assessment.profile.fail_on)) else 0


def _again(paths: tuple[Path, ...], options: dict[str, Any]) -> str:
    """Return the paths and options of a run as they would be typed again."""
    words = sorted({path.as_posix() for path in paths})
    words += ["--as-of", str(options["as_of"])] if options["as_of"] else []
    words += ["--profile", options["profile"]] if options["profile"] != "scrutiny" else []
    words += [word for pack in options["packs"] for word in ("--pack", pack.as_posix())]
    return "".join(f" {shlex.quote(word)}" for word in words)


@cli.command()
@click.argument("fingerprint")
@PATHS
@common
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def explain(fingerprint: str, paths: tuple[Path, ...], format_: str, **options: Any) -> int:
    """Show one finding in full: claim, evidence, reason, basis, question, remedy.

    FINGERPRINT is the first digits that checker check prints; PATHS as there.
    """
    from checker import workflow
    from checker.reporters import as_json, text
    from checker.reporters.wording import Words

    assessment, finding = workflow.explain(_settings(paths, **options), fingerprint)
    if format_ == "json":
        one = as_json.finding(finding, Words(assessment))
        head = {"schema_version": as_json.SCHEMA_VERSION, "manifest": as_json.manifest(assessment)}
        _write([as_json.dump({**head, "findings": [one]})], None)
    else:
        _write(text.explain(assessment, finding), None)
    return 0


@cli.command()
@PATHS
@common
@click.option("--seal", is_flag=True, help="Write seals for the quotations that were found.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def verify(paths: tuple[Path, ...], seal: bool, format_: str, **options: Any) -> int:
    """Are the quotations word for word, at their place?

    Held against the published files (--originals), else against their seals.
    Exit code 5 if any is not. Only typography is folded: quotation marks,
    dashes, spaces, hyphens at line ends.
    """
    from checker import workflow
    from checker.reporters import verification

    results = workflow.verify_records(_settings(paths, **options), seal=seal)
    rows = [verification.Row(r.source, r.total, r.good, r.how, r.changed, r.faults, r.checks) for r in results]
    _write(verification.render_json(rows) if format_ == "json" else verification.render(rows), None)
    return BROKEN if any(result.faults or result.changed for result in results) else 0


@cli.group()
def rules() -> None:
    """The rules: what is looked for, why, on what basis, what to ask."""


PACKS = click.option(
    "--pack", "packs", multiple=True, type=click.Path(path_type=Path), help="Folder with a council's own rules."
)


@rules.command("list")
@PACKS
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def rules_list(packs: tuple[Path, ...], format_: str) -> int:
    """List every rule with its theme."""
    from checker import workflow
    from checker.reporters import rule_lists

    rulebook = workflow.rulebook_of(_settings(packs=packs))
    _write(rule_lists.render_json(rulebook) if format_ == "json" else rule_lists.render(rulebook), None)
    return 0


@rules.command("show")
@click.argument("rule")
@PACKS
def rules_show(rule: str, packs: tuple[Path, ...]) -> int:
    """Show one rule: its page."""
    from checker import workflow
    from checker.reporters import rule_pages

    rulebook = workflow.rulebook_of(_settings(packs=packs))
    _write([rule_pages.page(workflow.rule_of(rulebook, rule), rulebook)], None)
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


def _colored() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def _write(lines: Iterable[str], output: Path | None) -> None:
    if output is not None:
        from checker.base.save import save

        save(output, "".join(lines).encode())
        return
    try:
        for line in lines:
            sys.stdout.write(line)
        sys.stdout.flush()
    except BrokenPipeError:
        _silence()  # the reader has gone: leave quietly
    except OSError as error:
        _silence()
        raise MachineTrouble(f"The output could not be written ({error.strerror}).") from error


def _silence() -> None:
    """Send what is still to be flushed nowhere, so that leaving raises nothing."""
    sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 it stays open to the end


def main(arguments: list[str] | None = None) -> None:
    """Run the command and exit with its code; never with a traceback unless --debug."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: list[str]) -> int:
    """Run the command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", newline="\n")
    try:
        return int(cli.main(arguments, prog_name="checker", standalone_mode=False) or 0)
    except Refused as refused:
        click.echo("\n".join(refused.lines()), err=True)
        return REFUSED
    except Misuse as misuse:
        click.echo(str(misuse), err=True)
        return MISUSED
    except MachineTrouble as trouble:
        click.echo(str(trouble), err=True)
        return MACHINE
    except click.exceptions.NoArgsIsHelpError as shown:
        shown.show()
        return 0
    except click.ClickException as wrong:
        wrong.show()
        return MISUSED
    except (click.Abort, KeyboardInterrupt):
        return 130
    except Exception as error:
        return _bug(error, arguments)


def _bug(error: Exception, arguments: list[str]) -> int:
    from checker.base.digest import short

    if "--debug" in arguments:
        raise error
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    where = f"{last.tb_frame.f_code.co_name}:{last.tb_lineno}" if last else ""
    reference = short([type(error).__name__, where])[:8]
    click.echo(
        f"This is a bug of ours, not of your files (reference {reference}, {type(error).__name__} in {where}).",
        err=True,
    )
    click.echo("Run again with: checker --debug … and send us what it prints.", err=True)
    return BUG
