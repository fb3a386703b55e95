"""The encoding of a page: what it says of itself, held against its bytes."""

from __future__ import annotations

import pytest

from checker.readers.html.charset import decode_page

UTF8, WINDOWS = "It costs £5m – each year.".encode(), "It costs £5m – each year.".encode("cp1252")


def page(charset: str, raw: bytes) -> bytes:
    """Return a page that says it is in an encoding."""
    return f'<html><head><meta charset="{charset}"></head><body>'.encode() + raw


@pytest.mark.parametrize(
    "raw",
    [
        page("utf-8", UTF8),
        page("windows-1252", WINDOWS),
        page("iso-8859-1", WINDOWS),
        b"\xef\xbb\xbf<html>" + UTF8,
        b"<html>" + UTF8,
        b'<?xml version="1.0" encoding="UTF-8"?><html>' + UTF8,
        b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">' + WINDOWS,
        page("no-such-encoding", UTF8),
        page("utf-16", UTF8),
        page("rot13", UTF8),
        b"\xff\xfe" + "<html>It costs £5m – each year.".encode("utf-16-le"),
    ],
)
def test_a_page_that_is_what_it_says_is_read_without_a_word(raw: bytes) -> None:
    """A page in the encoding it names, or in UTF-8 where it names none that makes sense, is simply read."""
    text, told = decode_page(raw)
    assert text.endswith("It costs £5m – each year.")
    assert () == told


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (page("utf-8", WINDOWS), "The page says UTF-8, the bytes are Windows-1252"),
        (b"<html>" + WINDOWS, "The page does not say its encoding, the bytes are Windows-1252"),
        (page("windows-1252", UTF8), "The page says Windows-1252, the bytes are UTF-8"),
    ],
)
def test_a_page_that_is_not_what_it_says_is_told(raw: bytes, says: str) -> None:
    """Where the bytes are surely another encoding than the page says, they are read as that, and told."""
    text, [told] = decode_page(raw)
    assert text.endswith("It costs £5m – each year.")
    assert ("ENCODING", True) == (told.code, says in told.what)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (page("utf-8", UTF8 + b" \x81 and \xff"), "not UTF-8, and nothing is guessed"),
        (page("shift_jis", b"It costs \xff5m"), "not the SHIFT_JIS that the page says"),
    ],
)
def test_stray_bytes_are_shown_and_told(raw: bytes, says: str) -> None:
    """Bytes that fit no encoding are shown as a sign that no quotation holds, and told."""
    text, [told] = decode_page(raw)
    assert "\ufffd" in text
    assert says in told.what
