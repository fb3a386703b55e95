"""A file is written whole or not at all."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from checker.base.faults import MachineTrouble, Misuse
from checker.base.save import save, sweep
from tests.conftest import ROOT

OLD, NEW = b"old\n" * 50_000, b"new text\n" * 60_000

SAVING = """
import sys
from pathlib import Path
from checker.base.save import save
old, new = b"old\\n" * 50_000, b"new text\\n" * 60_000
while True:
    save(Path(sys.argv[1]), new)
    save(Path(sys.argv[1]), old)
    print(flush=True)
"""
SHORT_OF_SPACE = """
import resource, sys
from pathlib import Path
from checker.base.faults import MachineTrouble
from checker.base.save import save
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    save(Path(sys.argv[1]), b"new text\\n" * 60_000)
except MachineTrouble as trouble:
    print(trouble)
"""


def child(script: str, path: Path) -> subprocess.Popen[str]:
    """Start Python in a process of its own with a script that saves to the path."""
    command = [sys.executable, "-c", script, str(path)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_new_file_replaces_the_old(tmp_path: Path) -> None:
    """After a save the file holds the new bytes, and nothing else is in the folder."""
    path = tmp_path / "a.json"
    save(path, OLD)
    save(path, NEW)
    assert path.read_bytes() == NEW
    assert files(tmp_path) == ["a.json"]


def test_a_killed_save_leaves_the_old_file_or_the_new(tmp_path: Path) -> None:
    """Killed sixty times at any moment, the file is the old one or the new one, and a sweep takes the rest."""
    path = tmp_path / "a.json"
    path.write_bytes(OLD)
    seen, strays = set(), 0
    for saves in range(60):
        with child(SAVING, path) as process:
            for _ in range(1 + saves % 3):
                process.stdout.readline()  # type: ignore[union-attr]
            process.kill()
        seen.add(path.read_bytes())
        strays += len(files(tmp_path)) - 1
        sweep(tmp_path)
        assert files(tmp_path) == ["a.json"]
    assert seen <= {OLD, NEW}
    assert strays > 0


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """Where the new file does not fit, the old one stands, no part is left, and the message says so."""
    path = tmp_path / "a.json"
    path.write_bytes(OLD)
    with child(SHORT_OF_SPACE, path) as process:
        printed = process.communicate()[0]
    assert "a.json: not written (File too large); the old file stands." in printed
    assert path.read_bytes() == OLD
    assert files(tmp_path) == ["a.json"]


@pytest.mark.parametrize(
    ("folder", "says"),
    [("missing", "there is no folder .*missing. Make it first"), ("a.json", "cannot be written here")],
    ids=["no such folder", "a file for a folder"],
)
def test_a_folder_that_is_none_is_the_fault_of_the_machine(folder: str, says: str, tmp_path: Path) -> None:
    """Where nothing can be written, the message names the file and what stood before is untouched."""
    (tmp_path / "a.json").write_bytes(OLD)
    with pytest.raises(MachineTrouble, match=says):
        save(tmp_path / folder / "b.json", NEW)
    assert (tmp_path / "a.json").read_bytes() == OLD
    assert files(tmp_path) == ["a.json"]


def test_a_folder_a_pipe_or_a_device_is_not_replaced(tmp_path: Path) -> None:
    """Only files are replaced: a folder, a pipe or a device stays what it is."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "null").symlink_to(os.devnull)
    for name in ("pipe", "folder", "null"):
        with pytest.raises(Misuse, match=f"{name} is not a file; nothing was written"):
            save(tmp_path / name, NEW)
    assert files(tmp_path) == ["folder", "null", "pipe"]
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_file_that_may_only_be_read_is_not_replaced(tmp_path: Path) -> None:
    """Whoever protects a file against writing finds it as it was, though the folder may be written."""
    path = tmp_path / "a.json"
    path.write_bytes(OLD)
    path.chmod(0o444)
    with pytest.raises(MachineTrouble, match=r"a.json may only be read; nothing was written"):
        save(path, NEW)
    assert path.read_bytes() == OLD
    assert files(tmp_path) == ["a.json"]


def test_a_link_keeps_leading_where_it_led(tmp_path: Path) -> None:
    """Saving through a link replaces the file behind it."""
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "a.json").write_bytes(OLD)
    (tmp_path / "a.json").symlink_to("there/a.json")
    save(tmp_path / "a.json", NEW)
    assert (tmp_path / "a.json").is_symlink()
    assert (tmp_path / "there" / "a.json").read_bytes() == NEW


def test_the_rights_of_a_file_stay(tmp_path: Path) -> None:
    """A file that only its owner may read stays so; a new one may be read by all."""
    for name in ("kept", "new"):
        if name == "kept":
            (tmp_path / name).touch(mode=0o600)
        save(tmp_path / name, NEW)
    assert [stat.S_IMODE((tmp_path / n).stat().st_mode) for n in ("kept", "new")] == [0o600, 0o644]


def test_a_sweep_takes_only_what_a_save_left(tmp_path: Path) -> None:
    """Files that anybody else put there are not touched."""
    for name in (".a.json.x1.checker-part", ".hidden", "a.json", "a.checker-part"):
        (tmp_path / name).touch()
    sweep(tmp_path)
    assert files(tmp_path) == [".hidden", "a.checker-part", "a.json"]


def test_what_cannot_be_deleted_stays(tmp_path: Path) -> None:
    """A part that another program holds, as this folder stands for, is no reason to break off."""
    (tmp_path / ".a.json.1.checker-part").mkdir()
    (tmp_path / ".a.json.2.checker-part").write_bytes(OLD)
    sweep(tmp_path)
    assert files(tmp_path) == [".a.json.1.checker-part"]
