"""The draft command: what it is told, and where things go."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.base.loader import load
from checker.cli import run

PAPER = """\
Minutes of the Town Centre Board

1. Market square

1.1 New paving is expected to save the council £40,000 a year in repairs and will improve the square.

1.2 A report on the costs will be presented to the Board by 15 October 2025.
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a paper in it and a folder for claims, as the current one."""
    (tmp_path / "claims").mkdir()
    (tmp_path / "Board minutes (final).txt").write_text(PAPER, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


FILE = "Board minutes (final).txt"


@pytest.mark.parametrize(
    ("options", "identity", "kind"),
    [
        ((), "board-2025-08", "minutes"),
        (("--source", "market-square", "--kind", "other"), "market-square", "other"),
    ],
)
def test_id_and_kind(options: tuple[str, ...], identity: str, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The source is called like its coding file and its kind guessed from its opening, unless told otherwise."""
    assert run(["draft", FILE, "-o", "claims/board-2025-08.yaml", *options]) == 0
    record = load(Path("seeds") / f"{identity}.yaml").data
    assert (identity, kind, identity) == (
        record["id"],
        record["kind"],
        load(Path("claims/board-2025-08.yaml")).data["source"],
    )
    said = capsys.readouterr()
    assert "" == said.out
    assert f"seeds/{identity}.yaml" in said.err
    command = "Next: checker confirm claims/board-2025-08.yaml \\\n    --original 'Board minutes (final).txt'\n"
    assert said.err.endswith(command)


def test_without_a_coding_file_the_name_comes_from_the_paper(capsys: pytest.CaptureFixture[str]) -> None:
    """The page ends with a command in which the coding file is called after the paper, in plain letters."""
    assert run(["draft", FILE]) == 0
    assert capsys.readouterr().out.rstrip().endswith("-o claims/board-minutes-final.yaml")


def test_json_beside_a_coding_file(capsys: pytest.CaptureFixture[str]) -> None:
    """With both asked for, the coding file is written and the JSON printed."""
    assert run(["draft", FILE, "-o", "claims/a.yaml", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert len(data["claims"]) == len(load(Path("claims/a.yaml")).data["claims"])
    assert [{"path": FILE, "sha256": load(Path("seeds/a.yaml")).data["original"]["sha256"]}] == data["manifest"][
        "inputs"
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("nowhere.pdf",), 3, "There is no nowhere.pdf here"),
        (("broken.pdf",), 2, "broken.pdf"),
        ((FILE, "--source", "no id at all"), 3, "is not an id"),
        ((FILE, "--kind", "novel"), 3, "novel"),
        ((FILE, "--lexicon", "own.yaml"), 2, "own.yaml"),
    ],
)
def test_nothing_is_written_where_something_is_wrong(
    arguments: tuple[str, ...], code: int, says: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A paper that cannot be read, a lexicon with an unknown class, a wrong word: said in one line, nothing written."""
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing more")
    (folder / "own.yaml").write_text("words:\n  no_such_class: [step change]\n", "utf-8")
    before = sorted(folder.rglob("*"))
    assert run(["draft", *arguments, "-o", "claims/a.yaml"]) == code
    assert says in capsys.readouterr().err
    assert before == sorted(folder.rglob("*"))


def test_a_file_that_is_there_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    """A coding file that is there ends the command with 3 and stays as it is."""
    Path("claims/a.yaml").write_text("mine\n", "utf-8")
    assert run(["draft", FILE, "-o", "claims/a.yaml"]) == 3
    assert "was kept" in capsys.readouterr().err
    assert "mine\n" == Path("claims/a.yaml").read_text("utf-8")


def test_a_councils_own_words(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A lexicon with more words of a known class is read."""
    (folder / "own.yaml").write_text("words:\n  improve:\n    - step change\n", "utf-8")
    assert run(["draft", FILE, "--lexicon", "own.yaml", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["claims"]


@pytest.mark.parametrize("ending", ["docx", "yml", "json"])
def test_a_coding_file_ends_in_yaml(ending: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A coding is not written into a file of another name, which no check would read; the right name is told."""
    before = sorted(folder.rglob("*"))
    assert run(["draft", FILE, "-o", f"claims/board.{ending}"]) == 3
    assert "Name it board.yaml." in capsys.readouterr().err
    assert before == sorted(folder.rglob("*"))


def test_a_paper_in_which_nothing_is_found(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing is found that is said and nothing written, so that no page says that the paper was read."""
    (folder / "note.txt").write_text("The office is closed on Monday.\n", "utf-8")
    before = sorted(folder.rglob("*"))
    assert run(["draft", "note.txt", "-o", "claims/note.yaml"]) == 0
    assert "no candidates were found, and nothing was written" in " ".join(capsys.readouterr().err.split())
    assert before == sorted(folder.rglob("*"))
