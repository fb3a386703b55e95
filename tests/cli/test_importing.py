"""An edited register read back at the command line."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from checker.cli import run
from tests.builders import SOURCE, coding, commitment, write_case

K1 = f"{SOURCE}#K1"


def edited(path: Path, **cells: str) -> None:
    """Write a register in CSV and fill in cells of its row on the promise, by their heads."""
    assert run(["register", "-o", path.as_posix()]) == 0
    rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
    heads = {head.removesuffix(" *"): head for head in rows[0]}
    next(row for row in rows if row["ref"] == K1).update({heads[name]: words for name, words in cells.items()})
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


@pytest.mark.parametrize("skip", [(), ("--skip-conflicts",)])
def test_a_conflict_is_told_as_a_fault_is(
    skip: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A conflict is told in one line with its cell, both values and what to do, left out or in the way."""
    write_case(tmp_path, [coding(commitments=[commitment()])])
    monkeypatch.chdir(tmp_path)
    edited(Path("register.csv"), **{"revised due": "2026-01-05", "granted by": "chair", "by (post)": "clerk", "on": "2025-06-02"})  # fmt: skip
    moved = ("--by", "clerk", "--granted-by", "chair", "--due", "2026-02-05", "--on", "2025-06-01")
    assert run(["ledger", "add", "revised_due", K1, *moved]) == 0
    capsys.readouterr()

    assert run(["ledger", "import", "register.csv", *skip]) == 2
    told = capsys.readouterr().err.splitlines()
    assert [] == [line for line in told if not line.startswith("register.csv:2:")]
    assert 'revised due): the file says "2026-01-05"; since it went out the ledger says revised due' in told[0]
    assert told[0].endswith("Settle which holds, export again and record it there.")
