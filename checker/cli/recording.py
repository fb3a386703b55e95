"""ledger: what people recorded since: replies, decisions, waivers, dates moved, things done and verified."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.base.faults import Misuse
from checker.cli.codes import REFUSED
from checker.cli.options import PATHS, Day, common, settings, warn, write

if TYPE_CHECKING:
    from checker.model.ledger import Event, Ledger

KINDS = (
    "reply", "decision", "waiver", "revised_due", "reported_done", "verified",
    "lapsed", "superseded", "transferred", "response", "answer",
)  # fmt: skip


@click.group()
def ledger() -> None:
    """What people recorded since: replies, decisions, waivers, dates, closures.

    The ledger is only ever added to; each entry carries the digest of the one
    before. People are named by post.
    """


@ledger.command("add")
@click.argument("kind", type=click.Choice(KINDS), metavar="KIND")
@click.argument("subject")
@PATHS
@click.option("--by", required=True, help="The post that records it: head-of-depots.")
@click.option("--on", type=Day(), default=datetime.date.today, help="The day. Today if not given.")
@click.option("--state", help="Of a reply: agree, evidence_added, disputed, not_applicable. Of a decision: confirmed, disputed; on a claim also closed, reopened. Of a response: accepted, partly, rejected, noted.")  # fmt: skip
@click.option("--words", help="The reason, or what was said.")
@click.option("--where", help="Where the evidence can be read.")
@click.option("--due", type=Day(), help="The new date; of a waiver, its last day.")
@click.option("--granted-by", help="The post that granted a date, approved a waiver, or takes over.")
@common
def add(kind: Any, subject: str, paths: tuple[Path, ...], **fields: Any) -> int:
    """Record one thing.

    KIND is reply, decision or waiver, and SUBJECT the fingerprint that checker
    check prints; or revised_due, reported_done, verified, lapsed, superseded,
    transferred or response, and SUBJECT the full id of a commitment
    ("source-id#K4"); or answer, and the full id of a question. PATHS as for
    checker check.
    """
    from checker import workflow

    names = ("by", "on", "state", "words", "where", "due", "granted_by")
    given = {name: fields.pop(name) for name in names}
    kept = workflow.record(settings(paths, **fields), kind, subject, **given)
    write(_events(kept, kept.events[-1:]))
    return 0


@ledger.command("list")
@PATHS
@click.option("--subject", help="Only of this finding, commitment or question.")
@common
def list_(paths: tuple[Path, ...], subject: str | None, **options: Any) -> int:
    """List what was recorded, in order.

    The ledger is the one beside the claims/ that PATHS name, as for checker check.
    """
    from checker import workflow

    for path in paths:
        if path.suffix == ".json" or not path.exists():
            raise Misuse(f"{path.as_posix()} is no coding file or folder of them. Name a ledger with --ledger FILE.")
    chosen = settings(paths, **options)
    kept = workflow.verify_ledger(chosen).ledger
    warn(workflow.ledger_warnings(chosen, kept))
    events = [event for event in kept.events if subject is None or event.subject.startswith(subject)]
    write(_events(kept, events))
    return 0


@ledger.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@PATHS
@click.option("--by", default="", help="The post that made the edits, for rows that name none.")
@click.option("--on", type=Day(), help="The day of the edits, for rows that name none.")
@click.option(
    "--skip-conflicts", is_flag=True, help="Import what is clear and list the rest; else nothing is imported."
)
@common
def import_(
    file: Path, paths: tuple[Path, ...], by: str, on: datetime.date | None, skip_conflicts: bool, **options: Any
) -> int:
    """Read an edited register back: replies, decisions, dates, closures.

    FILE is a register of checker register, in Excel or CSV. What was changed both
    in the file and here since is a conflict: each is named, nothing overwritten.
    """
    from checker import workflow

    chosen = settings(paths, **options)
    done = workflow.import_register(chosen, file, by=by, on=on, skip_conflicts=skip_conflicts)
    warn(done.warnings)
    for fault in done.left:
        click.echo(fault, err=True)
    write(_events(workflow.verify_ledger(chosen).ledger, done.events))
    return REFUSED if done.left else 0


@ledger.command("redact")
@click.argument("number", type=int)
@click.option("--by", required=True, help="The post that redacts.")
@click.option("--words", required=True, help="On what ground.")
@click.option("--on", type=Day(), default=datetime.date.today, help="The day. Today if not given.")
@common
def redact(number: int, by: str, words: str, on: datetime.date, **options: Any) -> int:
    """Take the words of entry NUMBER away; its place in the chain stays."""
    from checker import workflow

    chosen = settings(**options)
    kept = workflow.redact_entry(chosen, number, by, on, words)
    warn(workflow.ledger_warnings(chosen, kept))
    write(_events(kept, kept.events[-1:]))
    return 0


def _events(kept: Ledger, events: list[Event] | tuple[Event, ...]) -> Iterator[str]:
    from checker.reporters.text import SHORT

    for event in events:
        subject = f"{event.about} [{event.subject[:SHORT]}]" if event.about else event.subject
        parts = [event.kind, event.state, f"of entry {subject}" if event.kind == "redaction" else subject, event.where]
        parts += [f"until {event.due}" if event.kind == "waiver" else f"due {event.due}"] if event.due else []
        parts += [f"by {event.by}", f"granted by {event.granted_by}" if event.granted_by else None, kept.said(event)]
        yield f"{event.number:>4}  {event.on}  " + " · ".join(part for part in parts if part) + "\n"
    if not events:
        yield "Nothing recorded.\n"
