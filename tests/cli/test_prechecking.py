"""checker precheck, as an author types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.base.faults import Misuse, Refused
from checker.cli.prechecking import precheck
from tests.builders import claim, coding, evidence, source, write_case
from tests.reporters.comments.making import part, parts
from tests.workflow.depot import written

NAME = "wexcombe-depot-report-2025-03"
CLAIM = claim(quote="would save £40,000 a year from 2027")
DAY = ("--as-of", "2026-03-02")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the draft and its coding, which is where the author works and all that the author has."""
    write_case(tmp_path, [coding(NAME, claims=[CLAIM], evidence=[evidence()])], [source(NAME, asks="decide")])
    written(tmp_path)
    monkeypatch.chdir(tmp_path)
    for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    return tmp_path


def run(*words: str, coded: bool = True) -> int:
    """Run the command as typed and return its exit code."""
    with_coding = ("--coding", f"claims/{NAME}.yaml") if coded else ()
    return int(precheck.main(["depot.docx", *with_coding, *DAY, *words], standalone_mode=False))


def everything_in(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder and its bytes."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_nothing_is_written(desk: Path) -> None:
    """Without -o no file appears or changes, anywhere in the author's reach."""
    before = everything_in(desk)
    run()
    assert before == everything_in(desk)


def test_only_the_commented_copy_is_written(desk: Path) -> None:
    """With -o the one file named is written; the draft and everything else stay as they were."""
    before = everything_in(desk)
    run("-o", "mine.docx")
    after = everything_in(desk)
    assert {"mine.docx"} == after.keys() - before.keys()
    assert before == {name: after[name] for name in before}


def test_no_ledger_is_read(desk: Path) -> None:
    """A ledger beside the records, even one that is broken, is not looked at: the draft enters no register."""
    (desk / "ledger.json").write_text("broken", "utf-8")
    assert run() in (0, 1)


def test_the_copy_has_comments_on_the_words(desk: Path) -> None:
    """The copy is the draft with comments on the quoted words, signed as told and dated by the day of judging."""
    run("-o", "mine.docx", "--author", "Clearance desk")
    made, draft = (desk / "mine.docx").read_bytes(), (desk / "depot.docx").read_bytes()
    margin = part(made, "word/comments.xml").decode()
    assert "Members may ask: " in margin
    assert 'w:author="Clearance desk" w:initials="CD"' in margin
    assert 'w:date="2026-03-02T00:00:00Z"' in margin
    assert b">would save \xc2\xa340,000 a year from 2027<" in part(made, "word/document.xml")
    assert parts(draft)["word/styles.xml"] == parts(made)["word/styles.xml"]


def test_the_same_draft_gives_the_same_bytes(desk: Path) -> None:
    """Two runs on one day give the same file."""
    run("-o", "one.docx")
    run("-o", "two.docx")
    assert (desk / "one.docx").read_bytes() == (desk / "two.docx").read_bytes()


def test_the_draft_itself_is_never_written_over(desk: Path) -> None:
    """-o on the draft, by its own name or by another, is refused even with --replace."""
    (desk / "link.docx").hardlink_to(desk / "depot.docx")
    before = everything_in(desk)
    for name in ("depot.docx", "./depot.docx", "link.docx"):
        with pytest.raises(Misuse, match="the draft itself"):
            run("-o", name, "--replace")
    assert before == everything_in(desk)


def test_a_file_that_is_there_is_kept(desk: Path) -> None:
    """A file that is there is kept without --replace, and replaced with it."""
    (desk / "mine.docx").write_bytes(b"mine")
    with pytest.raises(Misuse, match="Add --replace"):
        run("-o", "mine.docx")
    assert b"mine" == (desk / "mine.docx").read_bytes()
    run("-o", "mine.docx", "--replace")
    assert b"PK" == (desk / "mine.docx").read_bytes()[:2]


def test_a_folder_is_no_file_to_write(desk: Path) -> None:
    """A folder named with -o is called one, with what to name instead, even with --replace."""
    (desk / "out").mkdir()
    with pytest.raises(Misuse, match=r"out is a folder\. Name a file in it, such as out/COMMENTED\.docx"):
        run("-o", "out", "--replace")


@pytest.mark.parametrize(("name", "begins"), [("list.md", b"# Comments on depot.docx"), ("list.html", b"<!doctype html>")])  # fmt: skip
def test_a_list_instead(desk: Path, name: str, begins: bytes) -> None:
    """The comments of a Word file may be asked for as a list too."""
    run("-o", name)
    assert (desk / name).read_bytes().startswith(begins)


def test_a_draft_is_saved_again_not_fetched(desk: Path) -> None:
    """What to do about a draft that cannot be read is said of a file of one's own."""
    (desk / "depot.docx").write_bytes(b"")
    with pytest.raises(Refused, match=r"EMPTY-FILE: 0 bytes\. Save it again\."):
        run()


def test_another_ending_is_refused(desk: Path) -> None:
    """A name whose ending is no Word file and no list is refused before anything is read."""
    for name in ("mine.pdf", "mine.docm"):
        with pytest.raises(Misuse, match=r"list in \.md|ends in \.docx"):
            run("-o", name)
    assert not (desk / "mine.pdf").exists()


def test_text_is_listed_with_its_paragraphs(desk: Path) -> None:
    """The comments on a file without a margin are listed with their paragraphs, in Word if so named."""
    (desk / "depot.docx").unlink()
    (desk / "depot.docx").write_text("", "utf-8")
    (desk / "depot.txt").write_text("1.1 Cabinet is asked to approve the move.\n\n3.1 One depot would save £40,000 a year from 2027.\n", "utf-8")  # fmt: skip
    args = ["depot.txt", "--coding", f"claims/{NAME}.yaml", *DAY]
    precheck.main([*args, "-o", "list.md"], standalone_mode=False)
    precheck.main([*args, "-o", "list.docx"], standalone_mode=False)
    assert "## Paragraph 3.1\n\n> would save £40,000 a year from 2027" in (desk / "list.md").read_text("utf-8")
    assert b"Paragraph 3.1" in part((desk / "list.docx").read_bytes(), "word/document.xml")


def test_exit_codes(desk: Path) -> None:
    """A placeholder or a high point makes the exit code 1 under the officer's profile; --fail-on says otherwise."""
    assert 1 == run()
    assert 0 == run("--fail-on", "never")
    assert 0 == run("--profile", "scrutiny")


def test_a_coding_file_is_used_where_it_is_given(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where a coding file is named, its claims are used, and nothing is called a candidate."""
    run()
    shown = " ".join(capsys.readouterr().out.split())
    assert f"1 claim and 0 promises from {NAME}.yaml. 1 of its 2 quotations does not stand in this draft. Private: nothing is kept." in shown  # fmt: skip
    assert "candidate" not in shown


def test_the_coding_file_of_another_paper(desk: Path) -> None:
    """A coding of which next to nothing stands in the draft is refused, and no comments are written."""
    write_case(desk, [coding("other", claims=[claim(quote="would plant 400 trees by the canal")])], [source("other", title="Trees")])  # fmt: skip
    with pytest.raises(
        Refused, match=r"OTHER-PAPER: .*“Trees”: 0 of its 1 quotations stand in depot.docx. Name the coding"
    ):
        precheck.main(["depot.docx", "--coding", "claims/other.yaml", *DAY, "-o", "mine.docx"], standalone_mode=False)
    assert not (desk / "mine.docx").exists()


def test_a_coding_file_of_a_meeting_to_come(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A paper for a meeting that is still to come is judged all the same."""
    record = {name: value for name, value in source(NAME).items() if name != "published"}
    write_case(desk, [coding(NAME, claims=[CLAIM])], [{**record, "meeting_date": "2026-05-01"}])
    run()
    assert "1 claim and 0 promises" in capsys.readouterr().out


def test_json(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON says the same, with the file read and its digest, and no path of the machine."""
    run("--format", "json")
    shown = capsys.readouterr().out
    data = json.loads(shown)
    assert (False, f"{NAME}.yaml") == (data["candidates"], data["coding"])
    assert "depot.docx" in [item["path"] for item in data["manifest"]["inputs"]]
    assert "ledger" not in data["manifest"]
    assert str(desk) not in shown


def test_the_words_of_the_next_step(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The list ends with what to do next: write the comments, or where they are."""
    run()
    assert capsys.readouterr().out.endswith("  checker precheck depot.docx -o COMMENTED.docx\n")
    run("-o", "mine.docx")
    assert "The comments are in mine.docx; depot.docx was not changed." in capsys.readouterr().out


def test_without_a_coding_file(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a coding file the claims are candidates, which the list says, and still nothing else is written."""
    before = everything_in(desk)
    run("-o", "mine.docx", coded=False)
    after = everything_in(desk)
    assert "candidates, found by their words; none has been confirmed" in " ".join(capsys.readouterr().out.split())
    assert {"mine.docx"} == after.keys() - before.keys()
    assert before == {name: after[name] for name in before}
    assert b"Members may ask: " in part(after["mine.docx"], "word/comments.xml")


@pytest.mark.parametrize(("name", "suffix"), [("depot", ".docx"), ("depot.docm", ".docm"), ("DEPOT.DOCX", ".docx")])
def test_a_copy_ends_as_the_list_says(desk: Path, capsys: pytest.CaptureFixture[str], name: str, suffix: str) -> None:
    """The ending that the list proposes for a copy is one that is taken, whatever the name of the draft."""
    (desk / "depot.docx").rename(desk / name)
    precheck.main([name, *DAY], standalone_mode=False)
    assert f"-o COMMENTED{suffix}" in capsys.readouterr().out
    precheck.main([name, *DAY, "-o", f"COMMENTED{suffix}"], standalone_mode=False)
    assert (desk / f"COMMENTED{suffix}").is_file()
