"""Bytes and characters that no record may hold."""

from __future__ import annotations

import pytest

from checker.base.characters import NAMED, check_characters
from checker.base.faults import Refused


def faults(raw: bytes) -> list[tuple[str, int, int, str]]:
    """Return code, line, column and what of every fault; none where the bytes may stand."""
    try:
        check_characters(raw, "a.yaml")
    except Refused as refused:
        return [(f.code, *f.place, f.what) for f in refused.faults]
    return []


@pytest.mark.parametrize(
    "text",
    ["", "plain\r\n\ttext\n", "tŷ £5 – ‘so’", "\ufeffmark", "سيوفر 节省 👩‍👩‍👧", "soft\u00adhyphen", "no\u00a0break"],
)
def test_text_in_any_script_may_stand(text: str) -> None:
    """Text in UTF-8 may stand, with a byte order mark or without."""
    assert faults(text.encode()) == []


@pytest.mark.parametrize(
    ("character", "code"),
    [
        *[(chr(n), "CONTROL-CHAR") for n in (0, 1, 8, 0x0B, 0x0C, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0x2028, 0x2029, 0xFFFE, 0xFFFF)],
        *[(chr(n), "BIDI-CHAR") for n in (0x061C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069)],
        *[(chr(n), "HIDDEN-CHAR") for n in (0x200B, 0x2060, 0x2064, 0xFEFF, 0xFFF9, 0xFFFB)],
    ],
)  # fmt: skip
def test_a_hostile_character_is_named_with_its_place(character: str, code: str) -> None:
    """A character that hides, reorders or commands is named by its number, with line and column."""
    ((found, line, column, what),) = faults(f"one\ntŷ {character} x".encode())
    assert (found, line, column) == (code, 2, 4)
    assert f"U+{ord(character):04X}" in what


def test_bytes_that_are_no_text_are_named_with_their_offset() -> None:
    """Each run of bytes that are not UTF-8 is named with line, column and offset in the file."""
    raw = "tŷ\r\n".encode() + b"a\xc3(\r\xed\xa0\x80" + "é".encode() + b"\xa3"
    found = faults(raw)
    assert [(code, line, column) for code, line, column, _ in found] == [
        ("ENCODING", 2, 2),
        ("ENCODING", 3, 1),
        ("ENCODING", 3, 5),
    ]
    for (_, _, _, what), byte, offset in zip(found, (0xC3, 0xED, 0xA3), (6, 9, 14), strict=True):
        assert raw[offset] == byte
        assert f"byte 0x{byte:02X} at offset {offset} is not UTF-8." in what


def test_offsets_count_the_mark() -> None:
    """A byte order mark is part of the file, but no column of its first line."""
    assert faults(b"\xef\xbb\xbfa\xff") == [("ENCODING", 1, 2, "byte 0xFF at offset 4 is not UTF-8.")]


def test_bytes_and_characters_are_told_together() -> None:
    """Nobody mends the bytes to be told of the characters."""
    assert [code for code, *_ in faults(b"\xff\n\x00\n\xe2\x80\xae")] == ["ENCODING", "CONTROL-CHAR", "BIDI-CHAR"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"])
def test_wide_encodings_are_named_once(encoding: str) -> None:
    """A file saved as UTF-16 or UTF-32 gets one fault that says so, not one for every byte."""
    ((code, line, _, what),) = faults("coder: A\nsource: tŷ\n".encode(encoding))
    assert (code, line) == ("ENCODING", 0)
    assert "UTF-" in what


def test_a_file_of_nothing_but_noise_gets_one_fault() -> None:
    """More bad places than anybody reads are counted, and the first is named."""
    assert len(faults(b"\x01 " * NAMED)) == NAMED
    what = f"{NAMED + 1:,} places hold bytes or characters that are not text; this is the first."
    assert faults(b"\x01 " * (NAMED + 1)) == [("CONTROL-CHAR", 1, 1, what)]
