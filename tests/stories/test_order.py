"""The same records and day give the same bytes, on any machine that the command may run on."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import lru_cache

import pytest

from tests.stories.reading import ROOT

PATHS = ("claims", "seeds/examples")
USUAL = (("PYTHONHASHSEED", "0"), ("TZ", "UTC"), ("LC_ALL", "C.UTF-8"))


@lru_cache(maxsize=32)
def printed(format_: str, paths: tuple[str, ...] = PATHS, **changed: str) -> bytes:
    """Return what `checker check` prints in a process of its own."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    command = [sys.executable, "-m", "checker", "check", *paths, "--as-of", "2026-01-01", "--format", format_]
    if format_ == "text":
        command.append("--all")
    done = subprocess.run(
        command, cwd=ROOT, env={**environment, **dict(USUAL), **changed}, capture_output=True, check=True
    )
    assert not done.stderr
    return done.stdout


@pytest.mark.parametrize("format_", ["json", "text"])
@pytest.mark.parametrize(
    "changed",
    [
        {"PYTHONHASHSEED": "1"},
        {"TZ": "Pacific/Auckland"},
        {"LC_ALL": "C"},
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "C"},
    ],
    ids=["hash seed", "time zone", "locale", "all three"],
)
def test_the_machine_changes_no_byte(format_: str, changed: dict[str, str]) -> None:
    """Hash seed, time zone and locale change nothing that is printed."""
    assert len(printed(format_)) > 10_000
    assert printed(format_) == printed(format_, **changed)


@pytest.mark.parametrize("format_", ["json", "text"])
def test_the_order_of_folders_changes_no_byte(format_: str) -> None:
    """Two folders named in another order give the same output."""
    assert printed(format_) == printed(format_, PATHS[::-1])


@pytest.mark.parametrize("format_", ["json", "text"])
def test_the_order_of_files_changes_no_byte(format_: str) -> None:
    """Coding files named in another order, one of them twice, give the same output."""
    files = tuple(f"claims/{path.name}" for path in sorted((ROOT / "claims").glob("*.yaml")) if path.stem != "topics")

    assert len(files) == 5
    assert printed(format_, files) == printed(format_, (*files[::-1], files[0]))
