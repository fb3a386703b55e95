"""confirm: walk through the candidates of a coding file, one key each."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.cli.keys import Keys, Left

if TYPE_CHECKING:
    from checker.records.amend import Where
    from checker.workflow.confirming import Card, Desk, Opened

KEYS = "a accept · e edit · r reject · s skip · b back · q quit · ? help"
HELP = """\
  a  accept: a person has read it and it counts from now on
  e  edit: kinds, certainty, quotation; checked at once, then shown again
  r  reject: it stays in the file with your reason, and counts for nothing
  s  skip: it stays a candidate and comes again next time
  b  back: take the last answer back, or look at the one before
  q  quit: everything answered is saved; run the command again to go on
  Between » and « stands the quotation; what is around it is not quoted."""
REASONS: Mapping[str, str] = {
    "1": "says what is done or planned, not what it brings",
    "2": "recites law, policy or history",
    "3": "somebody else's words",
    "4": "the same is coded already",
    "5": "the passage was cut or misread",
}


@click.command()
@click.argument("coding", type=click.Path(path_type=Path))
@click.option("--original", type=click.Path(path_type=Path), help="The paper itself, to show and check the words.")
@click.option("--originals", type=click.Path(path_type=Path), envvar="CHECKER_ORIGINALS", help="Folder with the published files.")  # fmt: skip
@click.option("--coder", default="", help="Who confirms: initials or a post. Written into a file that names nobody yet.")  # fmt: skip
@click.option("--lines", "by_line", is_flag=True, help="Answer with a key and Enter, for screen readers.")
def confirm(coding: Path, original: Path | None, originals: Path | None, coder: str, by_line: bool) -> int:
    """Walk through the candidates of CODING: accept, edit, reject.

    Evidence comes first, then claims and promises as the paper runs. Each answer
    is saved when it is given; stop with q and run the command again to go on.
    """
    from checker.workflow import confirming

    opened = confirming.open_coding(coding, original, originals)
    walk = _Walk(opened, Keys(by_line=by_line), coding.as_posix())
    if not opened.desk.cards:
        click.echo(f"No candidates wait in {coding.as_posix()}. Next: checker check {shlex.quote(coding.as_posix())}")
        return 0
    opened.desk.name_coder(coder)
    walk.run()
    return 0


class _Walk:
    """One sitting: which candidate is on the desk, and what the keys do."""

    def __init__(self, opened: Opened, keys: Keys, path: str) -> None:
        self.desk: Desk = opened.desk
        self.told = opened.told
        self.keys = keys
        self.path = path
        self.at = 0
        self.skipped: set[Where] = set()
        self.trail: list[tuple[int, bool]] = []

    def run(self) -> None:
        """Show one candidate after the other until there are none, or the person leaves."""
        click.echo(f"{len(self.desk.cards)} candidates in {self.path}")
        if self.told:
            click.echo(self.told)
        try:
            while self.at < len(self.desk.cards):
                self._one(self.desk.cards[self.at])
        except (Left, KeyboardInterrupt, click.Abort):
            click.echo("")
        self._farewell()

    def _one(self, where: Where) -> None:
        from checker.reporters import cards

        card = self.desk.card(where)
        head = f"{self.at + 1} of {len(self.desk.cards)}"
        click.echo("")
        for line in cards.card(card.item, head, card.why, card.passage, card.check):
            click.echo(line)
        while not self._answer(self.keys.key(f"{KEYS}:"), where, card):
            pass

    def _answer(self, key: str, where: Where, card: Card) -> bool:
        """Do what a key asks; tell whether the desk is to be looked at anew."""
        match key:
            case "a":
                self.desk.accept(where)
                self._went(saved=True)
            case "e":
                self._edit(where, card)
            case "r":
                return self._reject(where)
            case "s":
                self.skipped.add(where)
                self._went(saved=False)
            case "b":
                self._back()
            case "q":
                raise Left
            case _:
                click.echo(HELP)
                return False
        return True

    def _back(self) -> None:
        """Go back by one step of this sitting; an answer or edit is taken back with it."""
        if not self.trail:
            click.echo("  This is where this sitting began.")
            return
        self.at, saved = self.trail.pop()
        if saved:
            self.desk.back()
        else:
            self.skipped.discard(self.desk.cards[self.at])

    def _went(self, *, saved: bool, on: int = 1) -> None:
        """Note a step, so that it can be taken back, and go on."""
        self.trail.append((self.at, saved))
        self.at += on

    def _reject(self, where: Where) -> bool:
        for key, reason in REASONS.items():
            click.echo(f"  {key}  {reason}")
        key = self.keys.key("  why? 1 to 5, t to type it, any other key: do not reject:")
        reason = self.keys.text("  because") if key == "t" else REASONS.get(key, "")
        if not reason:
            return True
        self.desk.reject(where, reason)
        self._went(saved=True)
        return True

    def _edit(self, where: Where, card: Card) -> None:
        from checker.base.faults import Refused
        from checker.cli.editing import edits

        try:
            fields = edits(self.keys, card.item)
            if fields:
                self.desk.change(where, fields)
                self._went(saved=True, on=0)
        except Refused as refused:
            if any(fault.code == "CHANGED" for fault in refused.faults):
                raise
            for fault in refused.faults:
                click.echo(f"  not saved: {fault.what} {fault.todo}".rstrip())

    def _farewell(self) -> None:
        from checker.reporters import cards

        desk = self.desk
        answers = list(desk.answers.values())
        counts: dict[str, Any] = {
            "confirmed": answers.count("confirmed"),
            "edited": len(desk.edited),
            "rejected": answers.count("rejected"),
            "skipped": len(self.skipped - desk.answers.keys()),
            "left": desk.left,
        }
        click.echo("")
        for line in (*cards.tally(counts, self.keys.pressed), *self._next()):
            click.echo(line)

    def _next(self) -> Iterator[str]:
        from checker.records.drafted import UNNAMED

        plain = self.desk.claims_in_their_own_words()
        if plain:
            yield f"{plain} claims say the quotation itself: put them plainly in `says` later."
        if self.desk.coding.coder == UNNAMED:
            yield "The file names no coder yet: checker confirm --coder INITIALS, or edit the line."
        command = "confirm" if self.desk.left else "check"
        yield f"Next: checker {command} {shlex.quote(self.path)}"
