"""Bytes to text: what is sure is read and told, what is not is refused with the places."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker.base.faults import Refused
from checker.readers.encoding import decode

NAME = "originals/depot.txt"


def refusal(raw: bytes) -> str:
    """Return what is said of bytes that are refused."""
    with pytest.raises(Refused) as refused:
        decode(raw, NAME)
    [fault] = refused.value.faults
    assert (NAME, "ENCODING") == (fault.path, fault.code)
    return fault.what


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_utf8_is_read_without_a_word(mark: bytes) -> None:
    """A file in UTF-8 is read as it stands, with or without a mark at its start."""
    assert ("It costs £5m – each year.", ()) == decode(mark + "It costs £5m – each year.".encode(), NAME)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_utf16_with_a_mark_is_read_and_told(encoding: str) -> None:
    """A file in UTF-16 with its mark is read, and we are told so."""
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    text, told = decode(mark + "It costs £5m.".encode(encoding), NAME)
    assert ("It costs £5m.", ["ENCODING"]) == (text, [one.code for one in told])
    assert "UTF-16" in told[0].what


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"It costs \xa35m a year.", "It costs £5m a year."),
        (b"It costs \xa3 5m a year.", "It costs £ 5m a year."),
        (b"It costs \x805m a year.", "It costs €5m a year."),
        (b"The council\x92s plan", "The council’s plan"),
        (b"A \x93good\x94 plan, they said: \x91no\x92", "A “good” plan, they said: ‘no’"),
        (b"He said \x93\x91no\x92\x94.", "He said “‘no’”."),
        (b"2025\x9626 \x96 a plan \x97 or not", "2025–26 – a plan — or not"),
        (b"and so on\x85", "and so on…"),
        (b"\x95 a bullet\n\x95 another", "• a bullet\n• another"),
        (b"five\xa0posts in a caf\xe9 of the fa\xe7ade", "five\u00a0posts in a café of the façade"),
        (b"20\xb0 in 5 m\xb2 and 1\xbd", "20° in 5 m² and 1½"),
    ],
)
def test_windows_1252_is_read_by_rule_and_told(raw: bytes, text: str) -> None:
    """Pound signs, curly quotation marks, dashes and accents as Windows-1252 has them are read so, and told."""
    found, told = decode(raw, NAME)
    assert (text, ["ENCODING"]) == (found, [one.code for one in told])
    assert "Windows-1252" in told[0].what


@pytest.mark.parametrize(
    ("raw", "offsets"),
    [
        ("It costs £5m".encode() + b" and \xff then \xfe more", "0xFF at offset 18, 0xFE at offset 25"),
        (b"The council\xd5s plan", "0xD5 at offset 11"),
        (b"It costs \x9c5m", "0x9C at offset 9"),
        (b"Bytes \x81 and \x8d", "0x81 at offset 6, 0x8D at offset 12"),
        ("It costs £5m, not ".encode() + b"\xa36m", "0xA3 at offset 19"),
    ],
)
def test_nothing_is_guessed(raw: bytes, offsets: str) -> None:
    """Bytes that could be several things, or stand in a file that is otherwise UTF-8, are refused with their offsets."""
    assert offsets in refusal(raw)


def test_many_stray_bytes_are_counted() -> None:
    """Of many stray bytes the first five are named and the rest are counted."""
    assert "0x81 at offset 8 and 95 more" in refusal(b"\x81 " * 100)


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        ("It costs £5m".encode("utf-32"), "UTF-32"),
        ("It costs £5m".encode("utf-16-le"), "UTF-16 without a mark"),
        (b"\xff\xfeI\0t\0\x00\xd8", "marked as UTF-16"),
    ],
)
def test_other_encodings_are_named(raw: bytes, what: str) -> None:
    """What can be recognised and is not read is named in the refusal."""
    assert what in refusal(raw)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.text(st.characters(codec="cp1252")))
@example("“‘£5’”")
def test_windows_1252_is_never_read_as_something_else(text: str) -> None:
    """Whatever Windows-1252 holds, it is read as what it is or refused; never as other words."""
    raw = text.encode("cp1252")
    try:
        found, told = decode(raw, NAME)
    except Refused:
        return
    assert not told or text == found
    assert told or raw.decode("utf-8-sig") == found
