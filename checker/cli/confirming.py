"""confirm: walk through the candidates of a coding file, one key each."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.cli.keys import Keys, Left, one_command, say
from checker.cli.options import columns

if TYPE_CHECKING:
    from checker.records.amend import Where
    from checker.workflow.confirming import Card, Desk
    from checker.workflow.opening import Opened

KEYS = "a accept · e edit · r reject · s skip · b back · q quit · ? help"
HELP = (
    "  a accept: a person has read it and it counts from now on",
    "  e edit: kinds, certainty, quotation, place; checked at once, then shown again",
    "  r reject: it stays in the file with your reason, and counts for nothing",
    "  s skip: it stays a candidate and comes again next time",
    "  b back: take the last answer back, or look at the one before",
    "  q quit: everything answered is saved; run the command again to go on",
    "  Between » and « stands the quotation; what is around it, or left out by a gap in it, is not quoted.",
)
OVER = (
    "More of this newspaper is quoted than a quarter of its words. What is confirmed comes first, until it fits: "
    "e and w shorten a quotation, r rejects it, a keeps it as it is. A council's own release is no newspaper: "
    "then put kind: other into its source record."
)


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
    from checker.workflow.opening import open_coding

    opened = open_coding(coding, original, originals)
    opened.desk.name_coder(coder)
    if not opened.desk.cards:
        click.echo(f"No candidates wait in {coding.as_posix()}. Next: checker check {shlex.quote(coding.as_posix())}")
        return 0
    again = [f"checker confirm {shlex.quote(coding.as_posix())}"]
    again += [f"--original {shlex.quote(original.as_posix())}"] if original else []
    again += [f"--originals {shlex.quote(originals.as_posix())}"] if originals else []
    again += ["--lines"] if by_line else []
    _Walk(opened, Keys(by_line=by_line), coding.as_posix(), again).run()
    return 0


class _Walk:
    """One sitting: which candidate is on the desk, and what the keys do."""

    def __init__(self, opened: Opened, keys: Keys, path: str, again: Sequence[str]) -> None:
        self.desk: Desk = opened.desk
        self.told = opened.told
        self.keys = keys
        self.path = path
        self.again = again
        self.at = 0
        self.skipped: set[Where] = set()
        self.trail: list[tuple[int, bool]] = []
        self.typed: dict[Where, Mapping[str, Any]] = {}

    def run(self) -> None:
        """Show one candidate after the other until there are none, or the person leaves."""
        from checker.reporters.layout import counted

        click.echo(f"{counted(self.desk.left, 'candidate')} in {self.path}")
        if self.told:
            say(self.told)
        if self.desk.is_over:
            say(OVER)
        try:
            while self.at < len(self.desk.cards):
                self._one(self.desk.cards[self.at])
        except (Left, KeyboardInterrupt, click.Abort):
            click.echo("")
        self._farewell()

    def _one(self, where: Where) -> None:
        from checker.reporters import cards

        card = self.desk.card(where)
        is_counted = card.item.standing == "confirmed"
        if is_counted and not self.desk.is_over:  # it lies here only while too much is quoted
            self.at += 1
            return
        head = f"{self.at + 1} of {len(self.desk.cards)}" + (" · confirmed" if is_counted else "")
        click.echo("")
        for line in cards.card(card.item, head, card.why, card.passage, card.check, width=columns()):
            click.echo(line)
        share = cards.share(self.desk.quoted_with(where), self.desk.allowed)
        if share:
            say(f"  {share}")
        while not self._answer(self.keys.key(f"{KEYS}:"), where, card):
            pass

    def _answer(self, key: str, where: Where, card: Card) -> bool:
        """Do what a key asks; tell whether the desk is to be looked at anew."""
        match key:
            case "a":
                return self._accept(where, card)
            case "e":
                self._edit(where, card)
            case "r":
                return self._reject(where, card)
            case "s":
                self.skipped.add(where)
                self._went(saved=False)
            case "b":
                self._back()
            case "q":
                raise Left
            case "?":
                for line in HELP:
                    say(line)
                return False
            case _:
                say(f"  {key or 'That'} is not one of the keys; ? tells what they do.")
                return False
        return True

    def _accept(self, where: Where, card: Card) -> bool:
        """Accept a candidate, unless too much would be quoted, or the paper says otherwise and it stays so."""
        from checker.reporters import cards

        if card.item.standing == "confirmed":  # it counts already and stays as it is
            self._went(saved=False)
            return True
        if self.desk.allowed is not None and (quoted := self.desk.quoted_with(where)) > self.desk.allowed:
            share = cards.share(quoted, self.desk.allowed)
            say(f"  not accepted: {share}. Shorten it (e, then w), reject it (r) or leave it (s).")
            return False
        mended = self._mended(card) if card.check and cards.is_amiss(card.check) else {}
        if mended is not None and self._is_saved(where, mended, lambda: self.desk.accept(where, mended)):
            self._went(saved=True)
            return True
        return False

    def _mended(self, card: Card) -> dict[str, Any] | None:
        """Ask once more where the paper says otherwise: with the place mended, or as it is; None: not yet."""
        place = card.check.found_at if card.check else ""
        mend = f"m accept at {place} · " if place else ""
        match self.keys.key(f"  LOOK says otherwise: {mend}a accept all the same · any other key: not yet:"):
            case "a":
                return {}
            case "m" if place:
                return {"at": place}
        return None

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

    def _reject(self, where: Where, card: Card) -> bool:
        from checker.cli.editing import reason

        why = reason(self.keys, card.item)
        if why and self._is_saved(where, {}, lambda: self.desk.reject(where, why)):
            self._went(saved=True)
        return True

    def _edit(self, where: Where, card: Card) -> None:
        from checker.cli.editing import edits

        fields = edits(self.keys, card.item, self.typed.get(where, {}))
        if fields and self._is_saved(where, fields, lambda: self.desk.change(where, fields)):
            self._went(saved=True, on=0)

    def _is_saved(self, where: Where, fields: Mapping[str, Any], saves: Callable[[], None]) -> bool:
        """Save an answer; where the record may not hold it, say why and keep what was typed, to be mended."""
        from checker.base.faults import Refused

        self.typed.pop(where, None)
        try:
            saves()
        except Refused as refused:
            if any(fault.code == "CHANGED" for fault in refused.faults):
                raise
            for fault in refused.faults:
                say(f"  not saved: {fault.what} {fault.todo}".rstrip())
            self.typed[where] = fields
            for text in dict.fromkeys(value for value in fields.values() if isinstance(value, str)):
                say(f"  typed: {text}")
            return False
        return True

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
        for line in (*cards.tally(counts, self.keys.pressed), *self._notes()):
            say(line)
        to_do = self.desk.left or self.desk.is_over
        command = self.again if to_do else [f"checker check {shlex.quote(self.path)}"]
        click.echo(one_command("Next:", *command))

    def _notes(self) -> Iterator[str]:
        from checker.records.drafted import UNNAMED
        from checker.reporters.layout import counted

        if self.desk.is_over:
            yield "More of the newspaper is quoted than a quarter: no other command reads the file as it is."
        plain = self.desk.claims_in_their_own_words()
        if plain:
            verb = "says" if plain == 1 else "say"
            yield f"{counted(plain, 'claim')} {verb} the quotation itself: put it plainly in `says` later."
        if self.desk.coding.coder == UNNAMED:
            yield "The file names no coder yet: edit the line coder, or run checker confirm with --coder INITIALS."
