"""The one way in: which files are opened at all, and what they are read as."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.base.faults import Misuse, Refused
from checker.readers import read, read_raw
from checker.readers.limits import Limits

PAGE = b"<html><body><p>3.4 Costs fall.</p></body></html>"


def refusal(path: Path, limits: Limits | None = None) -> tuple[str, str]:
    """Return the code and the words of a refusal that names the file."""
    with pytest.raises(Refused) as refused:
        read(path, limits)
    [fault] = refused.value.faults
    assert path.as_posix() == fault.path
    return fault.code, f"{fault.what} {fault.todo}"


@pytest.mark.parametrize(
    ("name", "raw", "kind"),
    [
        ("depot.txt", b"3.4 Costs fall.", "text"),
        ("depot.md", b"3.4 **Costs** fall.", "markdown"),
        ("depot.html", PAGE, "html"),
        ("depot", b"3.4 Costs fall.", "text"),
        ("dep\u00f4t d\u2019\u00e9t\u00e9.txt", b"3.4 Costs fall.", "text"),
    ],
)
def test_a_file_is_read_by_its_kind(name: str, raw: bytes, kind: str, tmp_path: Path) -> None:
    """Text, Markdown and pages are read as what they are, by one way in."""
    (tmp_path / name).write_bytes(raw)
    document = read(tmp_path / name)
    assert (kind, [("3.4", "Costs fall.")]) == (
        document.kind,
        [(p.at, p.text.removeprefix("3.4 ")) for p in document.paragraphs],
    )


def test_a_long_text_is_read_as_a_short_one(tmp_path: Path) -> None:
    """A text that is read by a process of its own, for its length, has the same paragraphs as a short one."""
    raw = "3.4 Costs fall by £5.\n".encode() * 22_000
    (tmp_path / "depot.txt").write_bytes(raw)
    (tmp_path / "depot.md").write_bytes(raw)
    whole = read(tmp_path / "depot.txt").paragraphs
    assert 22_000 == len(whole) == whole[-1].ordinal
    assert whole == read(tmp_path / "depot.md").paragraphs
    assert ("3.4", "3.4 Costs fall by £5.") == (whole[7].at, whole[7].text)


def test_a_link_out_of_its_folder_is_not_followed(tmp_path: Path) -> None:
    """A link that leads out of the folder is refused, and what it leads to is not read."""
    (tmp_path / "secret.txt").write_text("The secret")
    folder = tmp_path / "originals"
    folder.mkdir()
    (folder / "depot.txt").symlink_to(tmp_path / "secret.txt")
    code, says = refusal(folder / "depot.txt")
    assert ("LINK", True) == (code, "not followed" in says)
    assert "secret" not in says


def test_a_link_inside_its_folder_is_followed(tmp_path: Path) -> None:
    """A link to a file beside it is as good as the file, also where the folder itself is a link."""
    folder = tmp_path / "originals"
    folder.mkdir()
    (folder / "2025.txt").write_text("3.4 Costs fall.")
    (folder / "depot.txt").symlink_to("2025.txt")
    (tmp_path / "here").symlink_to(folder)
    assert read(tmp_path / "here" / "depot.txt") == read(folder / "2025.txt")


@pytest.mark.parametrize(("target", "code"), [("depot.txt", "LINK"), ("nobody.txt", "LINK")])
def test_links_that_lead_nowhere_are_refused(target: str, code: str, tmp_path: Path) -> None:
    """A link to itself, or to nothing, is refused."""
    (tmp_path / "depot.txt").symlink_to(target)
    assert code == refusal(tmp_path / "depot.txt")[0]


def test_a_folder_and_nothing_at_all_are_refused(tmp_path: Path) -> None:
    """A folder, or a file that is not there, is refused as no file."""
    assert ("NOT-A-FILE", "NOT-A-FILE") == (refusal(tmp_path)[0], refusal(tmp_path / "gone.pdf")[0])


def test_a_name_that_cannot_be_shown_is_refused(tmp_path: Path) -> None:
    """A file name with a line end or an escape code forges no line of a message."""
    path = tmp_path / "depot\nerror OK.txt"
    path.write_text("Costs fall.")
    with pytest.raises(Refused) as refused:
        read(path)
    [line] = refused.value.lines()
    assert (True, "FILE-NAME") == (line.isprintable(), refused.value.faults[0].code)


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    """A file over the limit is refused unread, with its size, the limit and how to allow more."""
    (tmp_path / "depot.pdf").write_bytes(b"%PDF-" + bytes(1_000_000))
    code, says = refusal(tmp_path / "depot.pdf", Limits(file_megabytes=1))
    assert "TOO-BIG" == code
    assert "1,000,005 bytes, limit 1 MB. Split it, or allow more: CHECKER_READ_FILE_MEGABYTES." == says


def test_limits_are_taken_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A limit that was set by its variable holds; one that is no number is wrong use."""
    (tmp_path / "depot.html").write_bytes(PAGE)
    monkeypatch.setenv("CHECKER_READ_SECONDS", "soon")
    with pytest.raises(Misuse):
        read(tmp_path / "depot.html")


@pytest.mark.parametrize("name", ["report.md", "report.txt"])
def test_a_file_without_a_word_is_refused(name: str, tmp_path: Path) -> None:
    """Where nothing but marks is in a file there is nothing to look for a quotation in."""
    path = tmp_path / name
    path.write_text("# \n<br>\n\n> \n")
    assert "NO-TEXT" == refusal(path)[0]


def test_bytes_at_hand_are_read_by_their_name() -> None:
    """Bytes that are at hand already are read as the file they came from."""
    assert "3.4 Costs fall." == read_raw(PAGE, "depot.html").paragraphs[0].text
