"""Records are read as the text that was written, or refused with every fault; nothing else happens."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.base import walk
from checker.base.faults import MachineTrouble, Refused
from checker.base.loader import MAX_BYTES, MAX_VALUES, load, parse, read_bytes
from checker.base.walk import MAX_DEPTH
from checker.model.build import build
from checker.model.coding import Coding
from checker.model.source import Source
from tests.conftest import ROOT
from tests.records.cases import CASES, CODING, GOOD, changed

steady = settings(derandomize=True, deadline=None, max_examples=120)

AS_WRITTEN = (
    "no", "No", "yes", "on", "off", "y", "n", "true", "3.10", "007", "08", "1e3", "1_000", "12:30", "0x1F", "0o17",
    "+1", ".inf", "-.inf", ".nan", "2025-03-04", "2025-03-04T10:00:00Z", "=", "1,000", "£5", "¶12 p3", "C07",
)  # fmt: skip
TEXT = st.text(
    st.characters(
        exclude_categories=("Cs", "Cc", "Cn"),
        exclude_characters="\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063"
        "\u2064\u2066\u2067\u2068\u2069\ufeff\ufff9\ufffa\ufffb",
    )
    | st.just("\n"),
    max_size=40,
)
SCALAR = (
    TEXT | st.sampled_from(AS_WRITTEN) | st.sampled_from(("null", "~", "", " a", "a ", "- a", "a: b", "#a", "'", '"'))
)
DATA = st.dictionaries(
    SCALAR,
    st.recursive(SCALAR, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(SCALAR, inner, max_size=4)),
    max_size=5,
)  # fmt: skip


def slowly(raw: bytes) -> Any:
    """Return the data as the careful walk reads it: a backslash, here in a comment, sends a file there."""
    return parse(raw + b"\n# \\\n", "a.yaml").data


def refused(raw: bytes) -> list[tuple[str, int, int]]:
    with pytest.raises(Refused) as told:
        parse(raw, "a.yaml")
    return [(fault.code, *fault.place) for fault in told.value.faults]


@pytest.mark.parametrize("word", AS_WRITTEN)
@pytest.mark.parametrize("read", [lambda raw: parse(raw, "a.yaml").data, slowly], ids=["fast", "careful"])
def test_a_scalar_is_the_text_that_was_written(word: str, read: Any) -> None:
    """No number, date or truth value is made of what a person wrote."""
    assert read(f"a: {word}\nb:\n- {word}\n".encode()) == {"a": word, "b": [word]}
    assert read(f"{{{word!r}: {word!r}}}".encode()) == {word: word}


@steady
@given(DATA, st.booleans(), st.sampled_from([None, '"', "'", "|", ">"]))
def test_what_is_written_comes_back(data: dict[str, Any], flow: bool, style: str | None) -> None:
    """Data written as YAML in any style is read with every scalar unchanged."""
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, default_style=style, sort_keys=False)
    assert parse(text.encode(), "a.yaml").data == data


@steady
@given(DATA, st.booleans())
def test_json_is_read_like_yaml(data: dict[str, Any], indented: bool) -> None:
    """The same data written as JSON is the same record (Y117)."""
    text = json.dumps(data, ensure_ascii=False, indent=1 if indented else None)
    assert parse(text.encode(), "a.yaml").data == data


@steady
@given(DATA, st.booleans())
def test_both_walks_read_the_same(data: dict[str, Any], flow: bool) -> None:
    """The fast walk and the careful walk, which keeps the places, give the same data."""
    raw = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow).encode()
    assert parse(raw, "a.yaml").data == slowly(raw)


@pytest.mark.parametrize("path", sorted(ROOT.glob("claims/*.yaml")), ids=lambda path: path.stem)
def test_both_walks_read_our_own_records_alike(path: Path) -> None:
    """Every coding file is read alike by both walks."""
    assert load(path).data == slowly(path.read_bytes())


@settings(derandomize=True, deadline=None, max_examples=500)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    """Whatever a file holds, it is read or refused: no other error, no crash."""
    try:
        read = parse(raw, "a.yaml").data
    except Refused as told:
        read = dict.fromkeys(told.lines())
    assert isinstance(read, dict)
    assert read or raw.strip() == b"{}"


MARKS = ("&a ", "*a", "!!int ", "<<: ", "---\n", "...\n", "%YAML 1.2\n", "|", ">", "? ", ": ", "- ", "{", "}", "[", "]",
         ",", '"', "'", "\\u", "\\U00110000", "\\ud800", "\\x", "\t", "\r", "\0", "\u202e", "~", "null", "#", "\ufeff",
         "%YAML 9999999999999999999.1\n", "@", "`", "\x85", "\n  ", "\n")  # fmt: skip


def damaged(raw: bytes, chance: random.Random) -> bytes:
    """Return the bytes with up to five pieces put in, taken out or moved."""
    out = bytearray(raw)
    for _ in range(chance.randrange(1, 6)):
        at, other = chance.randrange(len(out) + 1), chance.randrange(len(out) + 1)
        kind = chance.randrange(4)
        if kind == 0:
            out[at:at] = chance.choice(MARKS).encode()
        elif kind == 1:
            del out[at : at + chance.randrange(1, 30)]
        elif kind == 2:
            out[at:at] = bytes([chance.randrange(256)])
        else:
            out[at:at] = out[other : other + chance.randrange(60)]
    return bytes(out)


@pytest.mark.parametrize(("name", "model"), [("coding", Coding), ("source", Source)])
def test_a_damaged_record_is_read_or_refused(name: str, model: type[Coding | Source]) -> None:
    """Two thousand damaged copies of a record are read or refused, by the loader and by the model."""
    chance = random.Random(1)
    results = [read_or_refusal(damaged(GOOD[name], chance), model) for _ in range(2000)]
    refusals = [lines for lines in results if isinstance(lines, list)]
    assert 0 < len(refusals) < 2000
    assert all(lines and all(map(str.isprintable, lines)) for lines in refusals)


def read_or_refusal(raw: bytes, model: type[Coding | Source]) -> Coding | Source | list[str]:
    try:
        document = parse(raw, "a.yaml")
        assert document.data == slowly(raw)
        return build(model, document)
    except Refused as told:
        return told.lines()


@pytest.mark.parametrize("case", CASES, ids=[case.row for case in CASES])
def test_without_libyaml_the_result_is_the_same(case: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without libyaml reads the same data and refuses the same lines; it is only slower."""
    raw = changed(case)
    if len(raw) > 1_000_000:
        raw = raw.replace(b"x" * 1000, b"x")
    told = []
    for parser in (walk._Parser, None):
        monkeypatch.setattr(walk, "_Parser", parser)
        try:
            told.append(parse(raw, "a.yaml").data)
        except Refused as refusal:
            told.append([fault.place.line for fault in refusal.faults])
    assert told[0] == told[1]


@pytest.mark.parametrize("escape", [r"\U00110000", r"\UFFFFFFFF", r"\uD83D"])
@pytest.mark.parametrize("fast", [True, False], ids=["libyaml", "pure"])
def test_an_escape_that_is_no_character_is_refused(escape: str, fast: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """An escape beyond the last character, or half of one, is refused and never replaced."""
    if not fast:
        monkeypatch.setattr(walk, "_Parser", None)
    with pytest.raises(Refused, match="CONTROL-CHAR"):
        parse(f'a: "{escape}"\n'.encode(), "a.yaml")


def test_places_are_those_of_an_editor() -> None:
    """Line and column of keys and values are counted from 1, a letter with an accent as one."""
    marks = parse('tŷ: "é"\nb:\n  - c: d\n'.encode(), "a.yaml").marks
    assert marks.of(("tŷ",)) == (1, 5)
    assert marks.key(("b",)) == (2, 1)
    assert marks.of(("b", 0, "c")) == (3, 8)


def test_the_place_of_what_is_not_there_is_that_of_its_holder() -> None:
    """A field that is missing is named at the thing that should hold it."""
    marks = parse(b"a: 1\nb:\n  - c: d\n", "a.yaml").marks
    assert marks.of(("b", 0, "e", "f")) == (3, 5)
    assert marks.key(("b", 0, "e")) == (3, 5)


def test_every_fault_is_told_at_once() -> None:
    """One reading names a duplicate key, an alias, a tag and an empty value together."""
    raw = b"a: 1\na: 2\nb: *x\nc: !t u\nd:\n<<: {}\n"
    assert [code for code, *_ in refused(raw)] == ["DUP-KEY", "ALIAS", "TAG", "NULL-VALUE", "MERGE-KEY"]


@pytest.mark.parametrize(
    ("raw", "faults"),
    [
        (b"? [a, b]\n: c\n", [("WRONG-TYPE", 1, 3)]),
        (b"? {a: b}\n: c\n", [("WRONG-TYPE", 1, 3)]),
        (b"&a b: c\n", [("ALIAS", 1, 1)]),
        (b"!a b: c\n", [("TAG", 1, 1)]),
        (b"*a : c\n", [("WRONG-TYPE", 1, 1)]),
        (b'"a\\u200bb": c\n', [("HIDDEN-CHAR", 1, 1)]),
        (b"a: b\n--- c\n", [("TWO-DOCS", 2, 1)]),
        (b"a: b\n...\nc\n", [("SYNTAX", 3, 1)]),
        (b"- a\n", [("NOT-A-RECORD", 1, 1)]),
        (b"# a\n", [("EMPTY-FILE", 0, 0)]),
    ],
)
def test_a_key_is_a_plain_word_and_a_file_one_mapping(raw: bytes, faults: list[tuple[str, int, int]]) -> None:
    """Keys that are lists, anchors, tags or invisible, and files that are no mapping, are refused."""
    assert refused(raw) == faults


@pytest.mark.parametrize("reader", [lambda raw: parse(raw, "a.yaml").data, slowly], ids=["fast", "careful"])
def test_nesting_may_be_as_deep_as_the_limit(reader: Any) -> None:
    """Thirty-two levels are read, the next is refused at its own line."""
    deep = ["".join(" " * n + "a:\n" for n in range(depth)) + " " * depth + "a: b\n" for depth in range(MAX_DEPTH + 1)]
    assert reader(deep[MAX_DEPTH - 1].encode())
    with pytest.raises(Refused, match=f"a.yaml:{MAX_DEPTH + 1}:{MAX_DEPTH + 1}: error TOO-DEEP"):
        reader(deep[MAX_DEPTH].encode())


def test_a_file_of_endless_values_is_refused_before_it_is_walked() -> None:
    """A file of more lines and list items than any record has is refused at once."""
    assert [code for code, *_ in refused(b"a: [" + b"b," * MAX_VALUES + b"]")] == ["TOO-LONG"]
    assert [code for code, *_ in refused(b"a:\n" + b"- \n" * MAX_VALUES)] == ["TOO-LONG"]


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    """The size is looked at before the file is read, and both are in the message."""
    path = tmp_path / "a.yaml"
    with path.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    with pytest.raises(Refused, match="TOO-LONG: 16,000,001 bytes, limit 16,000,000"):
        load(path)


def test_the_name_shown_may_be_another(tmp_path: Path) -> None:
    """Files that come with the checker are named without the folder it was installed in."""
    path = tmp_path / "a.yaml"
    path.write_text("- a\n", encoding="utf-8")
    with pytest.raises(Refused, match=r"^rules/a\.yaml:1:1: error"):
        load(path, "rules/a.yaml")


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null"])
def test_a_device_is_not_opened(path: str) -> None:
    """A device would never end: it is refused unopened."""
    with pytest.raises(Refused, match="NOT-A-FILE: this is a device; not opened"):
        load(Path(path))


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    """No file, a file in a file, a name too long: refused, each as no such file."""
    (tmp_path / "a").touch()
    for path in (tmp_path / "b", tmp_path / "a" / "b", tmp_path / ("c" * 300)):
        with pytest.raises(Refused, match="there is no such file"):
            read_bytes(path, path.name)


def test_a_folder_behind_a_looping_link_is_refused(tmp_path: Path) -> None:
    """A path through a link to itself is a fault of the path."""
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(Refused, match="LINK"):
        load(tmp_path / "loop" / "a.yaml")


def test_what_may_not_be_read_is_the_fault_of_the_machine(tmp_path: Path) -> None:
    """Without the right to read it, a file is not called damaged; whoever may read everything reads it."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: b\n")
    path.chmod(0)
    if os.access(path, os.R_OK):
        assert load(path).data == {"a": "b"}
    else:
        with pytest.raises(MachineTrouble, match="NO-ACCESS"):
            load(path)


def test_a_good_record_needs_no_second_walk() -> None:
    """Places are kept only when somebody asks for them."""
    document = parse(CODING.encode(), "a.yaml")
    assert "marks" not in vars(document)
    assert document.marks.of(("coder",)) == (2, 8)


@pytest.mark.parametrize(("raw", "code"), [(b"!!map\na: b\n", "TAG"), (b"&x\na: b\n", "ALIAS")])
def test_a_tag_or_anchor_on_the_whole_record_is_refused(raw: bytes, code: str) -> None:
    """A tag or an anchor before the first field is refused like any other."""
    with pytest.raises(Refused) as caught:
        parse(raw, "a.yaml")
    assert [fault.code for fault in caught.value.faults] == [code]
