"""What is written down is true."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from checker.cli import run
from checker.generate import stale

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_generated_files_are_up_to_date() -> None:
    """Schemas, rule pages, the page of words and the README's matter are what the code writes."""
    assert stale(ROOT) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the project leads to one."""
    links = re.findall(r"\]\((?!http|#|mailto)([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_modules_that_are_named_are_there(page: Path) -> None:
    """Every module or folder of the program that a page names is there."""
    named = re.findall(r"`([\w./]+(?:\.py|/))`", page.read_text("utf-8"))
    own = [name for name in named if name.endswith(".py") or name.startswith("checker/")]
    assert [name for name in own if not (ROOT / name).exists() and not [*(ROOT / "checker").rglob(name)]] == []


def test_commands_of_the_readme_run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command in the README that names no file of the reader's own runs."""
    monkeypatch.chdir(ROOT)
    own = re.compile(r"FOLDER|FILE|OLD|\bA B\b|…|explain|draft|our-")
    commands = [command for command in re.findall(r"`checker ([^`]+)`", README) if not own.search(command)]
    assert len(commands) >= 10
    assert [command for command in commands if run(shlex.split(command)) not in (0, 1)] == []
    capsys.readouterr()


ONE_WORD = {
    "ALIAS", "CANDIDATE", "CHAIN", "CHANGED", "COLON", "CONFLICT", "DAMAGED", "DANGLING", "DTD", "ENCODING",
    "EXAMPLE", "GIBBERISH", "HEDGE", "KIND", "LAYOUT", "LINK", "NO-ACCESS", "ORIGINAL-MISSING", "SCHEMA", "SHAPE",
    "SOURCE-CHANGED", "SYNTAX", "TAG", "TIME", "WHEN", "WHO",
}  # fmt: skip
"""Codes that a pattern would not tell from other words, or that stand within a sentence."""


def test_every_error_code_is_written_up() -> None:
    """Every code that a refusal can carry stands in docs/formats.md, and none that it cannot."""
    code = "".join(path.read_text("utf-8") for path in (ROOT / "checker").rglob("*.py"))
    used = set(re.findall(r'"([A-Z]{2,}(?:-[A-Z]+)+)"', code)) | ONE_WORD
    listed = set(re.findall(r"^\| ([A-Z-]{3,}) \|", (ROOT / "docs" / "formats.md").read_text("utf-8"), re.MULTILINE))
    assert listed == used


def test_every_command_is_written_up() -> None:
    """Every command stands in the README."""
    from checker.cli.group import HOMES

    assert [name for name in HOMES if f"checker {name}" not in README] == []


def test_git_changes_no_line_end() -> None:
    """Whatever is set on a machine, records and originals are checked out as the bytes that were digested."""
    assert "* -text" in (ROOT / ".gitattributes").read_text("utf-8").splitlines()


def test_locks_name_no_index() -> None:
    """A lock file holds names and digests, no address."""
    assert [path.name for path in ROOT.glob("*.lock") if "://" in path.read_text("utf-8")] == []
