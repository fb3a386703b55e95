"""Digests: of bytes, of fields in order, and the short ones that readers see."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

SHORT = 16


def of_bytes(data: bytes) -> str:
    """Return the sha256 of the bytes, 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def of_fields(fields: Iterable[str]) -> str:
    """Return the sha256 of texts in order; each is ended, so that none can run into the next."""
    return hashlib.sha256("\x1f".join(fields).encode()).hexdigest()


def short(fields: Iterable[str]) -> str:
    """Return the first sixteen digits of the digest of the fields."""
    return hashlib.sha256("\x1f".join(fields).encode()).hexdigest()[:SHORT]


def short_of(data: bytes) -> str:
    """Return the first sixteen digits of the digest of fields that were joined before: see `short`."""
    return hashlib.sha256(data).hexdigest()[:SHORT]
