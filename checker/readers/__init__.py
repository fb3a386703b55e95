"""Published files to numbered paragraphs: PDF, Word, web pages, Markdown and plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.readers.opening import bytes_of as bytes_of
    from checker.readers.opening import read as read
    from checker.readers.opening import read_raw as read_raw


def __getattr__(name: str) -> Any:
    """Return the way in; loaded when first used, for the process that meets the file has no use for it."""
    if name not in ("bytes_of", "read", "read_raw"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from checker.readers import opening

    return getattr(opening, name)
