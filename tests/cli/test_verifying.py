"""verify on files of several kinds: what it prints, and the code it ends with."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from checker.base.digest import of_bytes
from checker.cli import run
from tests.builders import claim, coding, source, write_case, write_record

PAGE = """\
<html><head><meta charset="utf-8"></head><body><h1>Depot</h1>
<p>3.1 Moving <b>would save</b> £40,000 a year from 2026.</p>
<p>3.2 Staff will stay.<!-- Staff will go. --></p>
<p style="display:none">Costs will double.</p><script>let x = "No post will go"</script></body></html>
""".encode()
TEXT = "3.1 Moving would save £40,000 a year from 2026.\n".encode()


def case(folder: Path, **files: tuple[str, bytes, list[tuple[str, str]]]) -> list[str]:
    """Write sources with their originals, and return the arguments that verify them."""
    (folder / "originals").mkdir()
    codings, sources = [], []
    for identity, (name, raw, quotes) in files.items():
        (folder / "originals" / name).write_bytes(raw)
        claims = [claim(id=f"C{n}", at=at, quote=quote) for n, (at, quote) in enumerate(quotes, start=1)]
        codings.append(coding(identity, claims=claims))
        sources.append(source(identity, original={"file": name, "sha256": of_bytes(raw)}))
    write_case(folder / "case", codings, sources)
    return ["verify", str(folder / "case"), "--originals", str(folder / "originals")]


def unfolded(printed: str) -> list[str]:
    """Return what was printed with the lines joined that continue another."""
    return [" ".join(line.split()) for line in printed.replace("\n      ", " ").splitlines()]


TRUE = [("3.1", "would save £40,000 a year from 2026")]


def test_a_web_page_is_verified(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Quotations of a web page are held against its text; what is hidden or a comment is told apart."""
    quotes = [
        *TRUE,
        ("3.2", "Staff will go"),
        ("3.2", "Costs will double"),
        ("3.2", "No post will go"),
        ("3.1", "Staff will stay"),
    ]
    assert 5 == run(case(tmp_path, depot=("depot.html", PAGE, quotes)))
    printed = capsys.readouterr().out
    assert max(map(len, printed.splitlines())) <= 80
    assert [
        "depot: 2 of 5 quotations found in the original",
        "warning INVISIBLE: 1 part of the page is hidden from readers (display:none).",
        "NOT-FOUND depot#C2: not in the original: the words are only in an HTML comment",
        "NOT-FOUND depot#C4: not in the original: the words are only in a script",
        "WRONG-PLACE depot#C5: another place: the words stand at 3.2, not at 3.1",
        "depot#C3: INVISIBLE: the words are hidden from readers of the page",
        "2 of 5 quotations hold; 3 do not.",
    ] == unfolded(printed)


def test_true_quotations_of_every_kind_hold(tmp_path: Path) -> None:
    """Text, Markdown and pages whose quotations are true end with 0."""
    files = {
        "text": ("a.txt", TEXT, TRUE),
        "marks": ("a.md", b"# Depot\n\n" + TEXT, TRUE),
        "page": ("a.html", PAGE, TRUE),
    }
    assert 0 == run(case(tmp_path, **files))


def test_what_cannot_be_read_is_not_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An original that cannot be read leaves its quotations unchecked, says why and what to do, and hides no other."""
    files = {"empty": ("empty.pdf", b"", TRUE), "text": ("a.txt", TEXT, TRUE), "page": ("a.pdf", PAGE, TRUE)}
    assert 2 == run(case(tmp_path, **files))
    printed = capsys.readouterr()
    assert [
        "empty: 0 of 1 quotations checked: the original cannot be read",
        "EMPTY-FILE: 0 bytes. Fetch the document again.",
        "page: 0 of 1 quotations checked: the original cannot be read",
        "WRONG-KIND: an HTML page named .pdf. Fetch the document again.",
        "text: 1 of 1 quotations found in the original",
        "1 of 3 quotations hold; 2 not checked.",
    ] == unfolded(printed.out)
    first, second = printed.err.splitlines()
    assert "originals/a.pdf: error WRONG-KIND: an HTML page named .pdf." in first
    assert "originals/empty.pdf: error EMPTY-FILE: 0 bytes." in second
    assert "case/seeds/empty.yaml" in second


def test_a_broken_quotation_goes_before_a_file_that_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where one quotation is wrong and another file unreadable, both are said, and the command ends with 5."""
    files = {"empty": ("empty.pdf", b"", TRUE), "text": ("a.txt", TEXT, [("3.1", "will save £40,000")])}
    assert 5 == run(case(tmp_path, **files))
    printed = capsys.readouterr()
    assert (True, True) == ("NOT-FOUND text#C1" in printed.out, "error EMPTY-FILE" in printed.err)


def test_the_same_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON has for each source what is to be known of its original, and for each quotation its page, folds and notes."""
    files = {"empty": ("empty.pdf", b"", TRUE), "page": ("a.html", PAGE, [("3.1", "would save £40,000")])}
    assert 2 == run([*case(tmp_path, **files), "--format", "json"])
    data: dict[str, Any] = json.loads(capsys.readouterr().out)
    empty, page = sorted(data["sources"], key=lambda one: str(one["id"]))
    assert ["EMPTY-FILE", "0 bytes."] == [empty["unread"][0]["code"], empty["unread"][0]["what"]]
    assert ([], ["INVISIBLE"]) == (page["unread"], [told["code"] for told in page["told"]])
    checks = {one["id"]: (one["state"], one["why"]) for one in data["quotations"]}
    assert ("not_checked", "the original cannot be read: EMPTY-FILE: 0 bytes.") == checks["empty#C1"]
    assert ("found", "") == checks["page#C1"]


def test_check_prints_the_rest_where_an_original_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The assessment is printed all the same, with a warning that names the file."""
    arguments = case(tmp_path, empty=("empty.pdf", b"", TRUE))
    assert 0 == run(["check", *arguments[1:], "--as-of", "2025-06-02"])
    printed = capsys.readouterr()
    assert "warning EMPTY-FILE: 0 bytes." in printed.err
    assert "would save £40,000" in printed.out


def test_a_seal_stands_in_for_an_original_that_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the original was sealed and has become unreadable, the seals are looked at, and the file is refused."""
    arguments = case(tmp_path, text=("a.txt", TEXT, TRUE))
    assert 0 == run([*arguments, "--seal"])
    (tmp_path / "originals" / "a.txt").write_bytes(b"")
    capsys.readouterr()
    assert 2 == run(arguments)
    assert "text: 1 of 1 quotations hold their seal\n  EMPTY-FILE: 0 bytes." in capsys.readouterr().out


def test_nothing_in_a_file_commands_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Escape codes in an original reach no terminal, however near they stand to a quotation."""
    raw = b"3.1 Moving \x1b[2Jwould save \xc2\x9b31m much.\n"
    assert 5 == run(case(tmp_path, text=("a.txt", raw, [("3.1", "Moving would save much")])))
    assert all(line.isprintable() for line in capsys.readouterr().out.splitlines())


def test_an_original_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who names a folder of originals is told which of them is not in it, and what rests on seals alone."""
    arguments = case(tmp_path, text=("a.txt", TEXT, TRUE), page=("a.html", PAGE, TRUE))
    assert 0 == run([*arguments, "--seal"])
    assert f"sealed: {(tmp_path / 'case' / 'seeds' / 'text.seals.json').as_posix()}" in one_line(capsys)
    (tmp_path / "originals" / "a.txt").unlink()
    assert 0 == run(arguments)
    printed = one_line(capsys)
    assert f"ORIGINAL-MISSING: a.txt is not in {(tmp_path / 'originals').as_posix()}" in printed
    assert printed.endswith("2 of 2 quotations hold, 1 of them by their seal only.")


def test_that_nothing_is_near_is_said_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of words that nothing in the original is like, one half-sentence tells all."""
    assert 5 == run(case(tmp_path, text=("a.txt", TEXT, [("3.1", "gritting rota winter")])))
    assert "NOT-FOUND text#C1: not in the original, nor anything near it" in one_line(capsys)


def one_line(capsys: pytest.CaptureFixture[str]) -> str:
    """Return what was printed as one line."""
    return " ".join(capsys.readouterr().out.split())


def test_candidates_that_wait_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Quotations that no person has confirmed are not verified, and how many wait is said."""
    arguments = case(tmp_path, text=("a.txt", TEXT, TRUE))
    [path] = (tmp_path / "case" / "claims").glob("text*")
    path.write_text(path.read_text().replace("- id: C1", "- status: candidate\n  id: C1"))
    assert 0 == run(arguments)
    printed = capsys.readouterr()
    assert printed.out == "There is no quotation to verify.\n"
    assert "1 candidate waits for a person to confirm" in printed.err


class TestAgainstAnOldReport:
    """verify --against: are the inputs of a saved report what they were?"""

    @pytest.fixture
    def report(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
        """Return a saved report on a case, made in the folder that holds it."""
        case(tmp_path, text=("a.txt", TEXT, TRUE))
        monkeypatch.chdir(tmp_path)
        assert 0 == run(["check", "case", "--as-of", "2025-06-02", "--format", "json"])
        path = tmp_path / "report.json"
        path.write_text(capsys.readouterr().out)
        return path

    def test_nothing_was_changed(self, report: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """That the inputs are what they were is said, with their number, and that the rules are the same."""
        assert 0 == run(["verify", "case", "--against", report.name])
        said = "The 2 inputs of report.json are what they were, and so are the rules."
        assert said == capsys.readouterr().out.splitlines()[-1]

    def test_a_record_was_changed(self, report: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A record that is not what it was is named, and the command ends with 5."""
        [path] = Path("case/claims").glob("text*")
        path.write_text(path.read_text() + "# later\n")
        assert 5 == run(["verify", "case", "--against", report.name])
        said = f"1 of the 2 inputs of report.json are what they were.\nMANIFEST: {path.as_posix()}: changed since\n"
        assert capsys.readouterr().out.endswith(said)

    def test_a_paper_was_added(self, report: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A paper coded since, and one that is only registered, are named as new; that breaks nothing."""
        write_case(Path("case"), [coding("later")], [source("registered")])
        assert 0 == run(["verify", "case", "--against", report.name])
        *_, summary, first, second, third = unfolded(capsys.readouterr().out)
        assert summary == "The 2 inputs of report.json are what they were, and so are the rules."
        assert [
            "NEW: case/claims/later.yaml: not in the report; added since, or left out of it",
            "NEW: case/seeds/later.yaml: not in the report; added since, or left out of it",
            "NEW: case/seeds/registered.yaml: not in the report; added since, or left out of it",
        ] == [first, second, third]

    def test_a_paper_of_a_later_day_is_not_new(self, report: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """What was published after the day of the report would not have been in it, so it is not called new."""
        write_case(Path("case"), [coding("later")], [source("later", published="2025-07-01")])
        assert 0 == run(["verify", "case", "--against", report.name])
        assert "NEW" not in capsys.readouterr().out

    def test_the_rules_are_others(self, report: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Where a council's rules were laid over ours since, that is said; it breaks nothing."""
        profile = {"id": "ours", "extends": "scrutiny", "title": "Ours", "says": "As scrutiny."}
        write_record(Path("ours/profiles/ours.yaml"), profile)
        assert 0 == run(["verify", "case", "--against", report.name, "--pack", "ours"])
        *_, summary, rules = unfolded(capsys.readouterr().out)
        assert summary == "The 2 inputs of report.json are what they were."
        made = json.loads(report.read_text())["manifest"]["rules_sha256"][:16]
        assert rules == (
            f"RULES: the report was made with other rules ({made}): another release, or other packs. "
            "Its findings may come out otherwise now."
        )

    def test_the_same_as_json(self, report: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """JSON lists what changed and what is new, and says whether the rules are others."""
        write_case(Path("case"), [coding("later")])
        [path] = Path("case/claims").glob("text*")
        path.write_text(path.read_text() + "# later\n")
        assert 5 == run(["verify", "case", "--against", report.name, "--format", "json"])
        assert {
            "changed": [f"{path.as_posix()}: changed since"],
            "new": ["case/claims/later.yaml", "case/seeds/later.yaml"],
            "rules_changed": False,
        } == json.loads(capsys.readouterr().out)["manifest"]

    def test_a_folder_in_place_of_a_record(self, report: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Where a folder stands in place of a record that the report names, that is said as any other change."""
        other = Path("case/claims/other.yaml")
        Path("elsewhere").mkdir()
        data = json.loads(report.read_text())
        data["manifest"]["inputs"] += [{"path": path, "sha256": "a" * 64} for path in (other.as_posix(), "elsewhere")]
        report.write_text(json.dumps(data))
        assert 5 == run(["verify", "case", "--against", report.name])
        printed = capsys.readouterr().out
        assert f"MANIFEST: {other.as_posix()}: not there\nMANIFEST: elsewhere: no file any more\n" in printed

    @pytest.mark.parametrize("inputs", [None, {}, ["a.yaml"], [{"path": "a.yaml"}], [{"path": 3, "sha256": "a"}]])
    def test_what_is_no_report(self, report: Path, capsys: pytest.CaptureFixture[str], inputs: Any) -> None:
        """A file whose manifest is not one of ours is refused, whatever it holds."""
        report.write_text(json.dumps({"manifest": {"inputs": inputs}}))
        assert 2 == run(["verify", "case", "--against", report.name])
        assert "there is no manifest in it. Give a report made with --format json." in capsys.readouterr().err

    def test_a_checkpoint_as_it_was_printed(self, report: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """What a report printed beside the checkpoint of a broken chain may be pasted with it."""
        assert 5 == run(["verify", "case", "--checkpoint", "2:0123456789abcdef:2025-06-02 (chain broken at event 1)"])
        assert "CHAIN: 2 events of the report of 2025-06-02 are gone" in capsys.readouterr().out

    def test_a_report_on_other_records(self, report: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A report is not held against records that it was not made from."""
        shutil.copytree("case", "copy")
        assert 3 == run(["verify", "copy", "--against", report.name])
        assert "none of them in copy" in capsys.readouterr().err
