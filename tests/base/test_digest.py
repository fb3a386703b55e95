"""Digests."""

from __future__ import annotations

from checker.base.digest import of_bytes, of_fields, short, short_of


def test_a_digest_is_sha256() -> None:
    """The digest of a file is the one that other tools print."""
    assert of_bytes(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_fields_do_not_run_together() -> None:
    """Moving a letter from one field to the next gives another digest."""
    assert of_fields(["ab", "c"]) != of_fields(["a", "bc"])
    assert of_fields(["a", ""]) != of_fields(["a"])


def test_the_short_digest_begins_the_long_one() -> None:
    """Readers see the first sixteen digits."""
    assert of_fields(["a", "£"]).startswith(short(["a", "£"]))
    assert len(short([])) == 16


def test_fields_joined_before_have_the_same_digest() -> None:
    """Joining the fields once for many findings changes no digest."""
    assert short(["a", "£", ""]) == short_of("a\x1f£\x1f".encode())
