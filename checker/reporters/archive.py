"""Word and Excel files are zip archives that note the time; the same content must give the same bytes."""

from __future__ import annotations

import io
import zipfile

_THEN = (1980, 1, 1, 0, 0, 0)


def settled(archive: bytes) -> bytes:
    """Return the archive with its parts in the same order, every one dated the first day that zip can say."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for info in before.infolist():
            after.writestr(entry(info.filename), before.read(info.filename), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def entry(name: str) -> zipfile.ZipInfo:
    """Return the entry of a new part, dated the first day that zip can say."""
    new = zipfile.ZipInfo(name, _THEN)
    new.external_attr = 0o600 << 16
    new.create_system = 3  # the one these rights are of, wherever it is written
    return new
