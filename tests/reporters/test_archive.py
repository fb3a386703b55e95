"""The zip archives behind Word and Excel files: the same content, the same bytes."""

from __future__ import annotations

import io
import sys
import zipfile

import pytest

from checker.reporters.archive import settled


def test_the_same_bytes_whatever_it_is_written_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file written on Windows is byte for byte the one written here."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    here = settled(raw.getvalue())
    monkeypatch.setattr(sys, "platform", "win32")
    assert here == settled(raw.getvalue())
