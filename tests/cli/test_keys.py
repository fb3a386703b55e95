"""Keys at a real terminal, one byte each, without Enter."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.base.loader import load
from checker.cli.keys import one_command
from tests.builders import SOURCE, claim, coding, source, write_case
from tests.conftest import ROOT

pty = pytest.importorskip("pty", reason="a terminal that a program holds: not on Windows")
termios = pytest.importorskip("termios")

END = "left"
AS_ON_WINDOWS = """
import sys
import click._termui_impl
sys.modules |= {"termios": None, "readline": None}
from checker.cli import main
main(sys.argv[1:])
"""


@pytest.fixture
def terminal(folder: Path) -> Iterator[Terminal]:
    """The command at a terminal, waiting for the first key."""
    command = Terminal(folder)
    command.until("? help:")
    yield command
    command.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A case folder with three candidates."""
    claims = [claim(id=f"C{number}", status="candidate") for number in (1, 2, 3)]
    return write_case(tmp_path, [coding(claims=claims)], [source()])


class Terminal:
    """The command at a terminal of eighty columns."""

    def __init__(self, folder: Path, *started: str) -> None:
        self.ours, theirs = pty.openpty()
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "dumb"}
        self.process = subprocess.Popen(
            [sys.executable, *(started or ("-m", "checker")), "confirm", f"claims/{SOURCE}.yaml"],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=folder,
            env=environment,
        )
        os.close(theirs)
        self.seen = ""

    def until(self, words: str) -> str:
        """Read on up to some words and return what came before them; nothing for half a minute is a fault."""
        while words not in self.seen:
            ready, _, _ = select.select([self.ours], [], [], 30)
            assert ready, self.seen
            self.seen += os.read(self.ours, 4096).decode("utf-8", "replace")
        read, _, self.seen = self.seen.partition(words)
        return read

    def press(self, keys: str, then: str) -> None:
        """Press keys, and read on up to some words."""
        os.write(self.ours, keys.encode())
        self.until(then)

    def press_one(self, keys: str, then: str) -> None:
        """Press keys once the terminal waits for a single one."""
        while termios.tcgetattr(self.ours)[3] & termios.ICANON:
            time.sleep(0.01)
        self.press(keys, then)

    def close(self) -> None:
        """End the command, if it has not ended."""
        self.process.kill()
        self.process.wait(timeout=30)
        os.close(self.ours)


def statuses(folder: Path) -> list[str | None]:
    """Return the status of each claim in the file."""
    return [one.get("status") for one in load(folder / "claims" / f"{SOURCE}.yaml").data["claims"]]


def test_one_key_is_one_answer(terminal: Terminal, folder: Path) -> None:
    """At a terminal a key without Enter accepts, and what is saved stands in the file before the next is shown."""
    terminal.press("a", "2 of 3")
    assert [None, "candidate", "candidate"] == statuses(folder)
    terminal.until("? help:")
    terminal.press("q", END)
    assert terminal.process.wait(timeout=30) == 0


def test_an_arrow_or_something_pasted_accepts_nothing(terminal: Terminal, folder: Path) -> None:
    """An arrow key, and a pasted line full of a, change nothing."""
    terminal.press("\x1b[A", "? help:")
    terminal.press("aaaaaaaa", "? help:")
    assert ["candidate"] * 3 == statuses(folder)
    terminal.press("\x04", END)
    assert terminal.process.wait(timeout=30) == 0


def test_the_quotation_stands_ready_to_be_edited(terminal: Terminal, folder: Path) -> None:
    """Editing the words begins with the words: three keys of deletion and Enter make the quotation shorter."""
    terminal.press("e", "? help:")
    terminal.press("w", "from 2026")
    terminal.press("\x7f" * len(" from 2026") + "\r", "? help:")
    terminal.press("q", END)
    assert terminal.process.wait(timeout=30) == 0
    claims = load(folder / "claims" / f"{SOURCE}.yaml").data["claims"]
    assert "would save £40,000 a year" == claims[0]["quote"]


def test_what_was_refused_may_be_left(terminal: Terminal, folder: Path) -> None:
    """A place that was refused stands ready to be mended; Enter alone leaves it and changes nothing."""
    terminal.press("e", "? help:")
    terminal.press("p", "place: ")
    terminal.press(" page 2\r", "not saved:")
    terminal.until("? help:")
    terminal.press("e", "? help:")
    terminal.press("p", "page 2")
    os.write(terminal.ours, b"\r")
    assert "not saved" not in terminal.until("? help:")
    assert "3.1" == load(folder / "claims" / f"{SOURCE}.yaml").data["claims"][0]["at"]


def test_a_narrow_terminal(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At fifty columns no line is wider and no word is cut, the keys among them."""
    monkeypatch.setenv("COLUMNS", "50")
    command = Terminal(folder)
    shown = command.until("? help:")
    command.close()
    assert "b back ·\r\n  q quit" in shown
    assert [] == [line for line in shown.splitlines()[1:] if len(line) > 50]


def test_without_what_only_unix_has(folder: Path) -> None:
    """As on Windows, where a key that is no character comes as two: it is no answer, and the end of the input ends it."""
    command = Terminal(folder, "-c", AS_ON_WINDOWS)
    command.until("? help:")
    command.press_one("\xe0S", "is not one of the keys")  # Delete: the second character alone would skip
    command.until("? help:")
    command.press_one("a", "2 of 3")
    command.until("? help:")
    command.press_one("e", "? help:")
    command.press_one("w", "words: ")
    command.press("\x04", END)
    assert command.process.wait(timeout=30) == 0
    command.close()
    assert [None, "candidate", "candidate"] == statuses(folder)


def test_a_command_to_be_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """A long command stands on lines that a shell joins; on Windows, whose shells join none so, on one."""
    parts = (
        "Next:",
        "checker confirm claims/wexcombe-depot-report-2025-03.yaml",
        "--original depot-report-2025-03.pdf",
    )
    assert len(one_command(*parts).splitlines()) == 2
    with monkeypatch.context() as there:
        there.setattr(os, "name", "nt")
        assert one_command(*parts) == " ".join(parts)
