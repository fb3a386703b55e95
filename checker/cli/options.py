"""Options that several commands have, and how their output is written."""

from __future__ import annotations

import datetime
import errno
import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

from checker.base.faults import Fault, MachineTrouble, Misuse

if TYPE_CHECKING:
    from checker.workflow import Settings

F = TypeVar("F", bound=Callable[..., Any])

PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
PACKS = click.option(
    "--pack", "packs", multiple=True, type=click.Path(path_type=Path), help="Folder with a council's own rules."
)


def output(function: F) -> F:
    """Add the options that send the output to a file, which is kept unless told to replace it."""
    function = click.option("--replace", is_flag=True, help="Replace the file if it is there.")(function)
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path),
        is_eager=True,  # its ending may choose the format
        help="Write to a file instead of the screen.",
    )(function)


def public(function: F) -> F:
    """Add the option that leaves out everything that is not for publication."""
    return click.option(
        "--public", is_flag=True, help="Leave out what is exempt, confidential or draft, and its counts."
    )(function)


def formats(*names: str) -> Callable[[F], F]:
    """Return the option that chooses one of some formats: as the file to write ends where none is named, else the first."""

    def named(ctx: click.Context, param: click.Parameter, value: str) -> str:
        given = ctx.get_parameter_source(str(param.name)) is not ParameterSource.DEFAULT
        ending = Path(ctx.params.get("output") or "").suffix[1:].lower()
        return ending if ending in names and not given else value

    return click.option(
        "--format", "format_", type=click.Choice(names), default=names[0], show_default=True, callback=named
    )


class Day(click.ParamType[datetime.date]):
    """A day, written as 2021-03-17."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        """Return the day, or say how to write it."""
        try:
            return value if isinstance(value, datetime.date) else datetime.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a date. Write it as 2021-03-17.", param, ctx)


def common(function: F) -> F:
    """Add the options that every command on records has."""
    options = [
        click.option("--profile", default="scrutiny", show_default=True, help="scrutiny, officer, audit, research, or one of a pack."),
        click.option("--as-of", type=Day(), help="The day to judge by; nothing later counts. Today if not given."),
        click.option("--originals", type=click.Path(path_type=Path), envvar="CHECKER_ORIGINALS", help="Folder with the published files, to verify quotations."),
        click.option("--pack", "packs", multiple=True, type=click.Path(path_type=Path), help="Folder with a council's own rules and profiles."),
        click.option("--ledger", type=click.Path(path_type=Path), help="The ledger of replies and decisions. Default: ledger.json beside claims/."),
        click.option("--rules", "only", multiple=True, metavar="RULE_OR_GROUP", help="Only this rule, or group: headline, supporting, quality, commitments, consistency, integrity."),
        click.option("--no-waivers", "waivers", flag_value=False, default=True, help="Judge as if nothing were waived."),
    ]  # fmt: skip
    for option in reversed(options):
        function = option(function)
    return function


def settings(paths: Iterable[Path] = (), **options: Any) -> Settings:
    """Return the settings of a run from its arguments."""
    from checker.workflow import Settings

    return Settings(tuple(paths), **options)


def warn(warnings: Iterable[Fault]) -> None:
    """Say on stderr what a reader should know of the records that were read."""
    for warning in warnings:
        click.echo(str(warning), err=True)


def again(paths: tuple[Path, ...], options: dict[str, Any]) -> str:
    """Return the paths and options of a run as they would be typed again."""
    words = sorted({path.as_posix() for path in paths})
    words += ["--as-of", str(options["as_of"])] if options["as_of"] else []
    words += ["--profile", options["profile"]] if options["profile"] != "scrutiny" else []
    words += [word for pack in options["packs"] for word in ("--pack", pack.as_posix())]
    words += [word for rule in options["only"] for word in ("--rules", rule)]
    return "".join(f" {shlex.quote(word)}" for word in words)


def columns() -> int:
    """Return how wide a line may be: eighty columns, or the terminal where it is narrower."""
    from checker.reporters.layout import WIDTH

    return min(WIDTH, shutil.get_terminal_size().columns) if sys.stdout.isatty() else WIDTH


def colored() -> bool:
    """Tell whether a person is looking at a screen that shows colour."""
    shows = os.name != "nt" or "WT_SESSION" in os.environ  # the older console of Windows prints the codes
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and shows


def write(lines: Iterable[str], output: Path | None = None, *, replace: bool = False) -> None:
    """Write text to a file, or to the screen."""
    if output is not None:
        write_bytes("".join(lines).encode(), output, replace=replace)
        return
    try:
        rest = iter(lines)
        while block := "".join(islice(rest, 1000)):  # many lines at a time: each write is a call to the system
            sys.stdout.write(block)
        sys.stdout.flush()
    except BrokenPipeError:
        _silence()  # the reader has gone: leave quietly
    except OSError as error:
        _silence()
        if error.errno == errno.EINVAL:  # as Windows says that the reader has gone
            return
        raise MachineTrouble(f"The output could not be written ({error.strerror}).") from error


def write_bytes(data: bytes, output: Path | None, *, replace: bool = False) -> None:
    """Write a file whole or not at all; one that is there is kept unless told to replace it."""
    from checker.base.save import save

    if output is None:
        raise Misuse("This format is a file: say where with -o FILE.")
    if output.is_dir():
        raise Misuse(f"{output.as_posix()} is a folder. Name a file in it.")
    if output.exists() and not replace:
        raise Misuse(f"{output.as_posix()} is there already and was kept. Add --replace to replace it.")
    save(output, data)


def write_either(data: bytes, output: Path | None, *, replace: bool = False, binary: bool = False) -> None:
    """Write what a reporter gave back to a file; text may go to the screen."""
    if output is not None or binary:
        write_bytes(data, output, replace=replace)
    else:
        write([data.decode()])


def _silence() -> None:
    """Send what is still to be flushed nowhere, so that leaving raises nothing."""
    sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 it stays open to the end
