"""The one way this program writes a file: whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from checker.base.faults import MachineTrouble, Misuse

_MARK = ".checker-part"


def save(path: Path, data: bytes) -> None:
    """Write the bytes so that a reader finds the old file or the new one, never a part.

    A link keeps leading where it led; the file behind it is replaced.

    Raises:
        Misuse: where the path is a folder, a device or a pipe.
        MachineTrouble: where the file may only be read, the folder is not there, not writable, or full (the
            old file stays), or where the disk does not confirm what was written.
    """
    if path.exists() and not path.is_file():
        raise Misuse(f"{path.as_posix()} is not a file; nothing was written. Name a file.")
    path = Path(os.path.realpath(path)) if path.is_symlink() else path
    if path.exists() and _is_protected(path):  # a folder that may be written would let it be replaced all the same
        raise MachineTrouble(f"{path.as_posix()} may only be read; nothing was written. Let it be written first.")
    if not path.parent.exists():
        raise MachineTrouble(f"{path.as_posix()}: there is no folder {path.parent.as_posix()}. Make it first.")
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=_MARK)
    except OSError as error:
        raise MachineTrouble(f"{path.as_posix()}: cannot be written here ({error.strerror}).") from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        part.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        part.replace(path)
    except OSError as error:
        todo = " Close it where it is open, and try again." if isinstance(error, PermissionError) else ""
        what = f"{path.as_posix()}: not written ({error.strerror}); the old file stands.{todo}"
        raise MachineTrouble(what) from error
    finally:
        part.unlink(missing_ok=True)
    try:
        _sync_folder(path.parent)
    except OSError as error:
        what = f"{path.as_posix()}: written, but the disk did not confirm it ({error.strerror})."
        raise MachineTrouble(what) from error


def _is_protected(path: Path) -> bool:
    """Tell whether a file may only be read, by its mode or by whom it belongs to."""
    return not path.stat().st_mode & 0o222 or not os.access(path, os.W_OK)


def sweep(folder: Path) -> None:
    """Delete what a killed save left behind, as far as it can be deleted."""
    for stray in folder.glob(f".*{_MARK}"):
        with contextlib.suppress(OSError):  # on Windows one that another program is writing cannot be
            stray.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":  # other systems have no such call for folders
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
