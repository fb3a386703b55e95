"""Answers of one key on a terminal, of one line elsewhere; and how many keys they took."""

from __future__ import annotations

import os
import sys

import click

from checker.cli.options import columns

_QUICK = 2
_LONGEST = 4096
_END = ("\x04", "\0", "")
"""Ctrl-D; the same, where it was pressed before the terminal was asked for a key; the end of the input."""

_NO_CHARACTER = "\x1b"


class Left(Exception):
    """The person, or the end of the input, said to stop."""


class Keys:
    """Reads answers and counts keys.

    On a terminal one key is one answer. Where the input is a file or a pipe, or a screen reader
    wants whole lines, each answer is a line.
    """

    def __init__(self, *, by_line: bool = False) -> None:
        self.single = not by_line and sys.stdin.isatty()
        self.pressed = 0
        self._ahead: list[str] = []

    def key(self, prompt: str) -> str:
        """Return one key, in lower case."""
        click.echo(f"{_in_lines(prompt, columns())} ", nl=False)
        if not self.single:
            answer = self._line().strip()
            self.pressed += max(1, len(answer))
            return answer[:1].lower()
        pressed = self._ahead.pop(0) if self._ahead else _pressed()
        if len(pressed) == _QUICK and pressed.isprintable():  # the next key came while this one was being saved
            self._ahead.append(pressed[1])
            pressed = pressed[0]
        self.pressed += 1
        if pressed in _END:
            raise Left
        known = len(pressed) == 1 and pressed.isprintable()  # not an arrow, nor something pasted
        click.echo(pressed if known else "")
        return pressed.lower() if known else ""

    def text(self, prompt: str, now: str = "") -> str:
        """Return a typed line; on a terminal the present text stands there to be edited."""
        if not self.single:
            click.echo(f"{prompt}: ", nl=False)
            typed = self._line().strip()
        else:
            typed = _edited(f"{prompt}: ", now).strip()
        self.pressed += _distance(now, typed) + 1
        return typed

    def _line(self) -> str:
        line = sys.stdin.readline()
        if not line:
            raise Left
        click.echo(line.rstrip("\n") if not sys.stdin.isatty() else "", nl=not sys.stdin.isatty())
        return line


def say(text: str, *, err: bool = False) -> None:
    """Print a message no wider than the terminal, its further lines further in."""
    from checker.reporters.layout import fold

    indent = " " * (len(text) - len(text.lstrip()))
    for line in fold(text, indent, f"{indent}  ", columns()):
        click.echo(line, err=err)


def one_command(*parts: str) -> str:
    """Return a command to be copied: on one line, or with its parts on lines of their own where it is too wide."""
    line = " ".join(parts)
    between = " \\\n    "
    whole = len(line) <= columns() or os.name == "nt"  # a shell of Windows joins no lines so
    return line if whole else f"{parts[0]} {between.join(parts[1:])}"


def _in_lines(prompt: str, width: int) -> str:
    """Return a prompt in lines no wider than the terminal, each answer it offers on one line with its key."""
    from checker.reporters.layout import fold

    lines = [""]
    for part in prompt.split(" · "):
        joined = f"{lines[-1]} · {part}" if lines[-1] else part
        if lines[-1] and len(joined) >= width - len(" ·"):
            lines[-1] += " ·"
            joined = f"  {part}"
            lines.append("")
        lines[-1] = joined
    indent = " " * (len(prompt) - len(prompt.lstrip()))
    return "\n".join(
        piece for line in lines for piece in ([line] if len(line) < width else fold(line, indent, f"{indent}  ", width))
    )


def _pressed() -> str:
    """Return the key pressed; one that came while the last answer was being saved is not lost."""
    try:
        import termios
        import tty
    except ImportError:  # Windows
        return _got()
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal, termios.TCSANOW)
        return os.read(terminal, _LONGEST).decode("utf-8", "replace")
    finally:
        termios.tcsetattr(terminal, termios.TCSANOW, before)


def _got() -> str:
    """Return the key pressed where keys come as Windows gives them: one that is no character, as two of them."""
    try:
        key = click.getchar()
    except EOFError:
        raise Left from None
    return key if len(key) == 1 else _NO_CHARACTER


def _edited(prompt: str, now: str) -> str:
    try:
        import readline
    except ImportError:  # Windows: type it anew
        return _input(prompt)
    readline.set_startup_hook(lambda: readline.insert_text(now))
    try:
        return _input(prompt)
    finally:
        readline.set_startup_hook()


def _input(prompt: str) -> str:
    try:
        return input(prompt)
    except EOFError:
        raise Left from None


def _distance(before: str, after: str) -> int:
    """Return how many keys it takes at least to make one text of the other."""
    from rapidfuzz.distance import Indel

    return int(Indel.distance(before, after)) if before else len(after)
