"""Settings for all tests."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def _no_originals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Originals that a developer has at hand change no result."""
    monkeypatch.delenv("CHECKER_ORIGINALS", raising=False)
