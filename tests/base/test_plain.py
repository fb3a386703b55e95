"""What is read line by line is what the YAML parser reads; whatever is not plain is left to the parser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.base.characters import check_characters
from checker.base.faults import Refused
from checker.base.loader import parse
from checker.base.plain import NotPlain, read_plain
from checker.base.walk import Careful
from tests.conftest import ROOT
from tests.records.cases import CODING, SOURCE, TOPICS

OURS = sorted((*ROOT.glob("claims/*.yaml"), *ROOT.glob("seeds/*.yaml"), *ROOT.glob("checker/rules/core/**/*.yaml")))
FRAGMENTS = (
    "", "a: b", "b: c", "- a: b", "- b", "- b c", "a:", "b:", "-", "- - a", "-  a", "a: b: c", "a: b:", "a:b", "a : b",
    "a: b # c", "a: b#c", "# c", "a: 'b'", "a: 'b''c'", 'a: "b"', 'a: "b" c', 'a: ""', 'a: " b "', "a: null", "a: ~",
    "a: [b, c]", "a: [b,", "c]", "[b, c]", "a: [b,c]", "a: [b  c]", "a: [b c]", "a: [null]", "a: []", "a: [[b], c]",
    "a: [b, c],", "a: {b: c}", "a: {b: c, b: d}", "a: {b: [c, d], e: \"f, g\"}", "a: {b:c}", "a: {b}", "- {a: b}",
    "- [a]", "a: >-", "- a: >-", "a: >", "a: |", "a: >-x", "text", "text, more", "more text # c", "- ", "a: b,", "? a",
    "a: &b c", "a: *b", "a: !b c", "<<: {b: c}", "---", "...", "%YAML 1.1", "a: £5", "a: “b”", "a: -b", "a: - b",
    "a: b - c", "A1: b", "null: b", "a: 3.10", "a: 1:30", "a: http://b.c", "a: {b: 12 months}", "a: b ", "a: ? b",
)  # fmt: skip
LINE = st.builds(lambda indent, text: " " * indent + text, st.sampled_from((0, 0, 0, 2, 2, 3, 4, 6)), st.sampled_from(FRAGMENTS))  # fmt: skip
EDIT = st.tuples(st.integers(0, 2000), st.integers(0, 2), st.sampled_from(("", *" \n:#-[]{}\"'&*!|>%,a1~", "\n  ", ">-", "null")))  # fmt: skip
FOLDED = CODING + "notes: >-\n  Coded twice: once # by each.\n  The rest agreed.\n\n# end\n"


def parsed(text: str) -> Any:
    """Return what the parser makes of a text, or the codes of what it refuses."""
    try:
        check_characters(text.encode(), "a.yaml")
        return Careful("a.yaml", text.encode()).walk()[0]
    except Refused as refused:
        return [fault.code for fault in refused.faults]


def agrees(text: str) -> bool:
    """Tell whether a text is plain; where it is, it must be read as the parser reads it."""
    try:
        data = read_plain(text)
    except NotPlain:
        return False
    assert parsed(text) == data
    return True


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_our_own_records_and_rules_are_plain(path: Path) -> None:
    """Every record and rule that comes with the checker is read line by line, as the parser reads it."""
    assert agrees(path.read_text(encoding="utf-8"))


@settings(derandomize=True, deadline=None, max_examples=2000)
@given(st.lists(LINE, min_size=1, max_size=7))
def test_lines_in_any_order_are_read_as_the_parser_reads_them(lines: list[str]) -> None:
    """However lines of every sort follow each other, what is read is what the parser reads."""
    agrees("\n".join(lines) + "\n")


@settings(derandomize=True, deadline=None, max_examples=1000)
@given(st.sampled_from((FOLDED, SOURCE, TOPICS)), st.lists(EDIT, min_size=1, max_size=3))
def test_a_slip_in_a_record_never_changes_what_is_read(text: str, edits: list[tuple[int, int, str]]) -> None:
    """A record with slips of the pen is read as the parser reads it, or left to it."""
    for place, gone, more in edits:
        place %= len(text)  # noqa: PLW2901
        text = text[:place] + more + text[place + gone :]
    agrees(text)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: b c\n", {"a": "b c"}),
        ("a: http://b.c/d#e", {"a": "http://b.c/d#e"}),
        ("a:\n- b\n- c d\n", {"a": ["b", "c d"]}),
        ("a:\n  - b: c\n    d:\n      - e\n  # f\n  - b: g\n", {"a": [{"b": "c", "d": ["e"]}, {"b": "g"}]}),
        ("a: [b, c d]\ne: []\n", {"a": ["b", "c d"], "e": []}),
        ("a:\n  [b, c,\n   d]\n", {"a": ["b", "c", "d"]}),
        ('a: {b: "c, d", e: [f]}\n', {"a": {"b": "c, d", "e": ["f"]}}),
        ("a: '\"b\" c'\nd: \"'e' # f: g\"\n", {"a": '"b" c', "d": "'e' # f: g"}),
        ("a: >-\n  b: c\n  # d\n\n# e\nf: g\n", {"a": "b: c # d", "f": "g"}),
        ("a: 3.10\nb: no\nc: 2025-03-04\n", {"a": "3.10", "b": "no", "c": "2025-03-04"}),
    ],
)  # fmt: skip
def test_plain_lines_are_read_without_a_parser(text: str, data: dict[str, Any]) -> None:
    """Fields, lists, short lists in brackets, quoted texts and folded notes need no parser."""
    assert data == read_plain(text)
    assert data == parsed(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "# a\n", "- a\n", "a:\n", "a: b\na: c\n", "a: {b: c, b: d}\n", "a: b\n  c\n", "a: b # c\n", "a: b: c\n",
        "a: ~\n", "a: [null]\n", 'a: ""\n', 'a: "b\\n"\n', "a:\tb\n", "a: b\r\n", "a: &b c\n", "a: !b c\n", "a: |\n  b\n",
        "a: >-\n  b\n\n  c\n", "a: >-\n  b\n   c\n", "a: >-\n  b\n   # c\n", "a: >-\n  b\n   \n", "a: [b  c,\n  d]\n",
        "a:\n    b: c\n  d: e\n", "a:\n  b: c\n - d\n", "---\na: b\n", "\ufeffa: b\n",
    ],
)  # fmt: skip
def test_what_could_mean_more_than_it_says_is_left_to_the_parser(text: str) -> None:
    """Nothing is guessed: what is empty, given twice, escaped, tagged, or runs over lines is for the parser."""
    with pytest.raises(NotPlain):
        read_plain(text)


def test_the_same_line_read_twice_is_not_shared() -> None:
    """A list that one record holds is not the list of another that has the same line."""
    first, second = (read_plain("a: [b, c]\nd:\n  - {e: f}\n") for _ in range(2))
    first["a"].append("x")
    first["d"][0]["e"] = "x"
    assert {"a": ["b", "c"], "d": [{"e": "f"}]} == second


@pytest.mark.parametrize("depth", [10, 40, 4000])
def test_what_is_nested_deeply_is_left_to_the_parser(depth: int) -> None:
    """Lists within lists, in brackets or by indent, are read to the depth that records have and no deeper."""
    block = "".join(f"{'  ' * n}a:\n" for n in range(depth)) + "  " * depth + "a: b\n"
    assert (depth < 12) == agrees(block)
    assert (depth < 12) == agrees(f"a: {'[' * depth}b{']' * depth}\n")


def test_a_record_is_read_alike_with_and_without_the_parser() -> None:
    """A comment behind a value sends a record to the parser, and nothing in it changes."""
    assert agrees(FOLDED)
    assert not agrees(FOLDED + "schema_version: '1' # a\n")
    assert parse(FOLDED.encode(), "a.yaml").data == {
        name: value
        for name, value in parse((FOLDED + "schema_version: '1' # a\n").encode(), "a.yaml").data.items()
        if name != "schema_version"
    }
