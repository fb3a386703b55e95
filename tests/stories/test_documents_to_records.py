"""From the four documents of Wexcombe to records: drafted, confirmed, checked, verified."""

from __future__ import annotations

import importlib
import io
import json
import shutil
from pathlib import Path

import pytest

from checker.base.loader import load
from checker.cli import run
from checker.model.build import build
from checker.model.coding import Coding, drafted
from checker.readers import read, read_raw
from tests.stories.reading import EXAMPLES, ORIGINALS

WORD = "wexcombe-leisure-trust-2025-06.docx"
PDF = "wexcombe-waste-rounds-2025-07.pdf"
PAGE = "wexcombe-youth-grants-2025-05.html"
TEXT = "wexcombe-market-square-2025-08.txt"
FOUR = (WORD, PDF, PAGE, TEXT)


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty case folder with the four papers in papers/, as the current folder."""
    (tmp_path / "claims").mkdir()
    (tmp_path / "papers").mkdir()
    for name in FOUR:
        shutil.copy(ORIGINALS / name, tmp_path / "papers" / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def coding_path(name: str) -> Path:
    """Return the coding file of a paper."""
    return Path("claims") / f"{Path(name).stem}.yaml"


def answer(monkeypatch: pytest.MonkeyPatch, answers: str) -> None:
    """Have these answers given, a line each."""
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{key}\n" for key in answers)))


def coded(name: str) -> Coding:
    """Return the coding of a paper as it stands."""
    return build(Coding, load(coding_path(name)))


@pytest.mark.parametrize("name", FOUR)
@pytest.mark.usefixtures("case")
class TestWholeWay:
    """What holds of every format."""

    def test_draft_confirm_check_verify(
        self, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A paper is drafted, every candidate accepted with one key, then judged, every quotation found in it."""
        path = coding_path(name).as_posix()
        assert run(["draft", f"papers/{name}", "-o", path]) == 0
        assert run(["check", path]) == 0
        assert "Nothing was judged" in capsys.readouterr().out
        total = sum(1 for _ in drafted(coded(name)))
        answer(monkeypatch, "a" * total)
        assert run(["confirm", path, "--originals", "papers", "--coder", "A"]) == 0
        assert f"{total} keys for {total} candidates (1.0 each)" in capsys.readouterr().out
        assert {"confirmed"} == {item.standing for _, _, item in drafted(coded(name))}
        assert run(["check", path, "--originals", "papers", "--format", "json"]) == 0
        source = json.loads(capsys.readouterr().out)["sources"][0]
        assert total == source["quotes_total"] == source["quotes_verified"]
        assert run(["verify", path, "--originals", "papers"]) == 0

    def test_every_quotation_of_a_draft_stands_in_the_paper(
        self, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """With the keenest ear too, no candidate has words or a place that the paper has not."""
        path = coding_path(name).as_posix()
        assert run(["draft", f"papers/{name}", "-o", path, "--sensitivity", "keen"]) == 0
        answer(monkeypatch, "s" * sum(1 for _ in drafted(coded(name))))
        capsys.readouterr()
        assert run(["confirm", path, "--originals", "papers"]) == 0
        assert "LOOK: the words stand at" not in (shown := capsys.readouterr().out)
        assert "LOOK: nearest" not in shown

    def test_some_are_turned_down(
        self, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """What is rejected stays in the file with its reason and is judged no more than what was never found."""
        path = coding_path(name).as_posix()
        assert run(["draft", f"papers/{name}", "-o", path]) == 0
        total = sum(1 for _ in drafted(coded(name)))
        answer(monkeypatch, "r2" * total)
        assert run(["confirm", path]) == 0
        capsys.readouterr()
        assert {"rejected"} == {item.standing for _, _, item in drafted(coded(name))}
        assert run(["check", path, "--format", "json"]) == 0
        assert 0 == json.loads(capsys.readouterr().out)["sources"][0]["quotes_total"]

    def test_a_light_draft(self, name: str, capsys: pytest.CaptureFixture[str]) -> None:
        """A light draft offers twelve at most, and something."""
        assert run(["draft", f"papers/{name}", "--light", "-o", coding_path(name).as_posix()]) == 0
        assert 1 <= sum(1 for _ in drafted(coded(name))) <= 12
        assert "Next: checker confirm" in capsys.readouterr().err

    def test_nothing_is_written_unless_asked(self, name: str, case: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Without -o the candidates are printed, in eighty columns, and no file appears or changes."""
        before = {path: path.read_bytes() for path in case.rglob("*") if path.is_file()}
        assert run(["draft", f"papers/{name}", "--all"]) == 0
        assert [] == [line for line in capsys.readouterr().out.splitlines() if len(line) > 80]
        assert run(["draft", f"papers/{name}", "--format", "json"]) == 0
        assert json.loads(capsys.readouterr().out)["claims"]
        assert before == {path: path.read_bytes() for path in case.rglob("*") if path.is_file()}

    def test_the_same_paper_gives_the_same_file(self, name: str, capsys: pytest.CaptureFixture[str]) -> None:
        """Two drafts of one paper are the same bytes."""
        path = coding_path(name).as_posix()
        assert run(["draft", f"papers/{name}", "-o", path]) == 0
        first = coding_path(name).read_bytes()
        assert run(["draft", f"papers/{name}", "-o", path, "--replace"]) == 0
        capsys.readouterr()
        assert first == coding_path(name).read_bytes()


def json_of(name: str, capsys: pytest.CaptureFixture[str]) -> dict[str, list[dict[str, object]]]:
    """Return the draft of an example as other programs read it."""
    assert run(["draft", str(ORIGINALS / name), "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)  # type: ignore[no-any-return]


class TestWhatIsFound:
    """What each paper was written to show."""

    def test_numbers_that_the_word_processor_counts(self, capsys: pytest.CaptureFixture[str]) -> None:
        """What is found in the Word file has the number that a reader sees and that no text of the file holds."""
        data = json_of(WORD, capsys)
        places = {str(one["quote"])[:24]: one["at"] for one in (*data["claims"], *data["commitments"])}
        assert ("3.2", "6.1") == (places["The transfer is expected"], places["Users and staff will be "])

    def test_a_tracked_change_is_told(self, capsys: pytest.CaptureFixture[str]) -> None:
        """An insertion is read, a deletion left out, and the person is told."""
        data = json_of(WORD, capsys)
        assert "TRACKED" in json.dumps(data["source"])
        quotes = " ".join(str(one["quote"]) for one in data["claims"])
        assert "save at least £240,000" in quotes
        assert "up to" not in quotes

    @pytest.mark.parametrize(("name", "status"), [(WORD, "none_stated"), (PDF, "promised")])
    def test_equality_analysis(self, name: str, status: str, capsys: pytest.CaptureFixture[str]) -> None:
        """A bare nil is told from a promise."""
        told = {one["evidence_kind"]: one["status"] for one in json_of(name, capsys)["evidence"]}
        assert status == told["equality_impact_assessment"]

    @pytest.mark.parametrize(
        ("name", "day"), [(WORD, "2025-11-30"), (PDF, "2026-03-31"), (PAGE, "2026-03-31"), (TEXT, "2025-10-15")]
    )
    def test_a_promise_with_its_day(self, name: str, day: str, capsys: pytest.CaptureFixture[str]) -> None:
        """A promise for a day has that day."""
        assert day in [one["due_date"] for one in json_of(name, capsys)["commitments"]]

    @pytest.mark.parametrize(
        ("name", "kind", "at"),
        [(WORD, "total", "4.1"), (PDF, "percentage", "2.2"), (PAGE, "total", "¶25"), (TEXT, "percentage", "2.2")],
    )
    def test_figures_that_do_not_follow(
        self, name: str, kind: str, at: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A total that is not the sum of its table, and a percentage that does not follow, are pointed out."""
        odd = [(one["kind"], one["at"]) for one in json_of(name, capsys)["oddities"]]
        assert (kind, at) in odd

    def test_a_sentence_over_the_page_is_one(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Running heads and the footnote do not come between the halves of a sentence of the PDF."""
        quotes = " ".join(" ".join(str(one["quote"]) for one in json_of(PDF, capsys)["claims"]).split())
        assert "Page 1 of 2" not in quotes
        assert "Depot log" not in quotes

    @pytest.mark.parametrize("name", FOUR)
    def test_precheck_runs(self, name: str, capsys: pytest.CaptureFixture[str]) -> None:
        """The pre-check of each paper prints its list, says that its claims are candidates, and writes nothing."""
        before = sorted(path.name for path in ORIGINALS.iterdir())
        assert run(["precheck", str(ORIGINALS / name), "--fail-on", "never"]) == 0
        assert "candidate" in capsys.readouterr().out
        assert before == sorted(path.name for path in ORIGINALS.iterdir())


class TestMaking:
    """The documents that are written by a script."""

    @pytest.fixture
    def made(self, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
        """What the script writes today."""
        monkeypatch.syspath_prepend(str(EXAMPLES))
        files: dict[str, bytes] = importlib.import_module("make").made()
        return files

    def test_the_word_file_is_what_the_script_writes(self, made: dict[str, bytes]) -> None:
        """The Word file in the folder is, byte for byte, what the script writes."""
        assert made[WORD] == (ORIGINALS / WORD).read_bytes()

    def test_the_pdf_says_what_the_script_writes(self, made: dict[str, bytes]) -> None:
        """Whatever the release of the typesetter, the PDF in the folder says what the script writes."""
        now = read_raw(made[PDF], PDF).paragraphs
        assert [(p.at, p.text) for p in now] == [(p.at, p.text) for p in read(ORIGINALS / PDF).paragraphs]
