"""Arguments in, exit code out."""

from __future__ import annotations

import gc
import os
import sys

import click

from checker import __version__
from checker.base.faults import MachineTrouble, Misuse, Refused
from checker.cli.codes import BUG, MACHINE, MISUSED, REFUSED, STOPPED
from checker.cli.group import Commands

EPILOG = """\b
Exit codes: 0 nothing open at or above --fail-on; 1 something open;
2 input refused (every fault is listed); 3 wrong use; 4 the machine is at
fault, trying again may work; 5 integrity broken; 70 a bug of ours."""


@click.group(
    cls=Commands,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)
@click.version_option(__version__, prog_name="checker")
@click.option("--debug", is_flag=True, hidden=True, help="Show the traceback of a bug.")
def cli(debug: bool) -> None:
    """Put every claim in a council report beside the evidence offered for it.

    Claims are coded one YAML file per source, in claims/; what was published is
    described in seeds/. A paper can be drafted into such a file for a person to
    confirm, or a draft checked before anybody sees it. Nothing here says that a
    claim is wrong: a gap means that no evidence was found in the sources read.

    \b
    Begin with:
      checker check                         everything in claims/
      checker check claims/a-report.yaml    one report
      checker check --as-of 2022-01-20      as it stood on that day
      checker explain 3f9c1a                one finding in full
      checker precheck draft.docx -o commented.docx
                                            your own draft, in private
      checker draft report.pdf -o claims/a-report.yaml
                                            candidates, then: checker confirm
      checker verify                        are the quotations word for word?
      checker rules list                    what is looked for, and why
    """  # noqa: D301 the mark is click's own character, not a backslash


def main(arguments: list[str] | None = None) -> None:
    """Run the command and exit with its code; never with a traceback unless --debug."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # nobody else's code judges records
    gc.disable()  # a command is short: looking for cycles costs a tenth of its time and frees next to nothing
    code = run(sys.argv[1:] if arguments is None else arguments)
    gc.freeze()  # nor are cycles looked for on the way out
    sys.exit(code)


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
        return STOPPED
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
