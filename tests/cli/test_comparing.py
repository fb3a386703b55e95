"""Two codings beside each other, as a person runs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.cli import run
from tests.builders import SOURCE, claim, coding, commitment, write_case, write_record

FILE = f"claims/{SOURCE}.yaml"


@pytest.fixture(autouse=True)
def _case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A paper coded by one person, in the current folder; another's coding of it stands elsewhere."""
    claims = [claim(topic="depot-move"), claim(id="C2", at="3.2")]
    write_case(tmp_path, [coding(claims=claims, commitments=[commitment()])], topics=["depot-move"])
    other = coding(coder="B", claims=[claim(topic="depot-move", status="candidate"), claim(id="C2", at="3.2")])
    write_record(tmp_path / "theirs" / f"{SOURCE}.yaml", other)
    monkeypatch.chdir(tmp_path)


def test_coders_do_not_agree_on_candidates(capsys: pytest.CaptureFixture[str]) -> None:
    """What nobody has confirmed is neither found by a coder nor agreed on, and how many wait is said."""
    assert 0 == run(["agree", FILE, f"theirs/{SOURCE}.yaml"])
    printed = capsys.readouterr()
    assert "claims found by both / only A / B  1 / 1 / 0" in printed.out
    assert "1 candidate waits for a person to confirm, and count" in printed.err


def test_a_coding_from_elsewhere_goes_by_the_topics_of_the_case(capsys: pytest.CaptureFixture[str]) -> None:
    """A coding in another folder is compared with one of the case whose source records it goes by, and its topics."""
    assert 0 == run(["compare", FILE, f"theirs/{SOURCE}.yaml", "--as-of", "2025-06-02"])
    printed = capsys.readouterr()
    assert "Claims: 1 in both" in printed.out
    assert "warning CANDIDATE" in printed.err
