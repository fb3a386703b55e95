"""Which files a path means."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.base.faults import Misuse
from checker.records.find import find
from checker.records.read import read_casefile
from tests.builders import coding, source, write_case, write_record


def names(paths: tuple[Path, ...]) -> list[str]:
    return [path.stem for path in paths]


def test_a_case_folder_holds_claims_and_seeds(tmp_path: Path) -> None:
    """A folder with claims/ is a case folder: its codings, its source records, its topics."""
    write_case(tmp_path, [coding("b"), coding("a")], [source("c")], ["depot-move"])
    files = find([tmp_path])
    assert (names(files.codings), names(files.sources)) == (["a", "b"], ["a", "b", "c"])
    assert names(files.topics) == ["topics"]
    assert files.whole


def test_any_other_folder_holds_coding_files(tmp_path: Path) -> None:
    """The folder claims/ itself may be named; its source records stand beside it."""
    write_case(tmp_path, [coding("a")])
    assert find([tmp_path]).sources == find([tmp_path / "claims"]).sources


def test_one_file_is_not_the_whole_case(tmp_path: Path) -> None:
    """Of a file named alone nobody can say which other sources were not read."""
    write_case(tmp_path, [coding("a"), coding("b")])
    files = find([tmp_path / "claims" / "b.yaml"])
    assert (names(files.codings), files.whole) == (["b"], False)
    assert read_casefile([tmp_path / "claims" / "b.yaml"])[0].registered == ()


def test_no_path_means_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a path the records of the current folder are read."""
    monkeypatch.chdir(write_case(tmp_path, [coding("a")]))
    assert names(find([]).codings) == ["a"]
    assert names(find([]).sources) == ["a"]


def test_seeds_of_the_current_folder_serve_files_from_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A coding file that has no seeds/ beside its folder uses those of the current folder."""
    monkeypatch.chdir(write_case(tmp_path / "here", [coding("a")]))
    draft = tmp_path / "drafts" / "a.yaml"
    write_record(draft, coding("a", coder="B"))
    assert [d.coding.coder for d in read_casefile([draft])[0].dossiers] == ["B"]


def test_topics_of_the_case_serve_files_from_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A coding file without topics beside it uses those of the case whose source records it uses, else its own."""
    monkeypatch.chdir(write_case(tmp_path / "here", [coding("a")], topics=["depot-move"]))
    draft = tmp_path / "drafts" / "a.yaml"
    write_record(draft, coding("a"))
    assert [Path("claims/topics.yaml")] == list(find([draft]).topics)
    write_record(draft.with_name("topics.yaml"), {"topics": []})
    assert [draft.with_name("topics.yaml")] == list(find([draft]).topics)


@pytest.mark.parametrize("name", ["nothing-here", "nothing-here.yaml"])
def test_a_path_that_is_not_there_is_wrong_use(name: str, tmp_path: Path) -> None:
    """A path that leads nowhere is named, with what to do."""
    with pytest.raises(Misuse, match=f"There is no .*{name} here. Name a coding file"):
        find([tmp_path / name])


def test_a_folder_without_codings_is_wrong_use(tmp_path: Path) -> None:
    """A folder with nothing to read is not an empty result."""
    with pytest.raises(Misuse, match="No coding files in "):
        find([tmp_path])


@pytest.mark.parametrize("name", ["seeds", "seeds/a.yaml"])
def test_source_records_are_no_coding_files(name: str, tmp_path: Path) -> None:
    """Whoever names the source records of a case is told so, and not what each lacks to be a coding."""
    for folder in ("claims", "seeds"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.yaml").write_text("", "utf-8")
    with pytest.raises(Misuse, match=r"is of source records\. Name a coding file in claims/"):
        find([tmp_path / name])
