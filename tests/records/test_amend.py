"""One item of a record changed, and every other byte left as a person wrote it."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.base.faults import Refused
from checker.base.loader import Document, load, parse
from checker.records.amend import Where, amend, amend_head, save_unless_changed

CODING = """\
# My notes on the depot: ask the clerk.
source: wexcombe-depot-report-2025-03
coder: A  # for now
coded_on: 2025-06-02

evidence:
  - id: E1
    candidate: true
    kind: performance_data   # is it?
    status: supplied
    at: "2.1"
    quote: "14,200 bins were missed in 2024"
    covers: all

claims:
  # candidate, likely: “would save” and a sum of money, under the
  #   heading “Money”
  - id: C1
    status: candidate
    by: officer
    # the second half is at 3.2
    at: "3.1"
    quote: "would save £40,000 a year"
    says: Moving would save £40,000 a year.
    kinds: [financial_saving]  # or workforce
    certainty: expected
    note: >-
      # is no comment here
      and goes on

  # Mine: look at this one again.
  - status: candidate
    id: C2
    by: officer
    at: "3.12"
    quote: "no residents will be affected"
    says: No residents will be affected.
    kinds:
      - no_adverse_impact
    certainty: asserted
# the end
"""
C1, C2, E1 = ("claims", 0), ("claims", 1), ("evidence", 0)


def document(text: str = CODING) -> Document:
    """Return a record as it is read."""
    return parse(text.encode(), "claims/depot.yaml")


def changes(where: Where, fields: dict[str, Any], *, settled: bool = False) -> tuple[list[str], list[str]]:
    """Return the lines that an amendment takes out and those that it puts in."""
    after = amend(document(), where, fields, settled=settled).decode().splitlines()
    compared = list(difflib.ndiff(CODING.splitlines(), after))
    return tuple([line[2:] for line in compared if line.startswith(sign)] for sign in "-+")  # type: ignore[return-value]


def test_confirming_takes_out_its_mark_and_the_drafters_comment() -> None:
    """Accepting a claim takes out its status and the drafter's reasons; every other line stays."""
    gone = [
        "  # candidate, likely: “would save” and a sum of money, under the",
        "  #   heading “Money”",
        "    status: candidate",
    ]
    assert (gone, []) == changes(C1, {"status": None}, settled=True)


def test_a_coders_own_comment_stays() -> None:
    """A comment that is not the drafter's stays above the item when it is settled."""
    lines = amend(document(), C2, {"status": None}, settled=True).decode().splitlines()
    assert "  # Mine: look at this one again." in lines
    assert "  - id: C2" == lines[lines.index("  # Mine: look at this one again.") + 1]


def test_the_dash_passes_to_the_next_line() -> None:
    """Where the field behind the dash goes, the next one takes its place."""
    assert '  - id: C2\n    by: officer\n    at: "3.12"\n' in amend(document(), C2, {"status": None}).decode()


def test_rejecting_says_why_where_the_mark_stood() -> None:
    """A rejected claim keeps everything and says why, directly under its status."""
    written = amend(document(), C1, {"status": "rejected", "reason": "it is history"}).decode()
    assert "  - id: C1\n    status: rejected\n    reason: it is history\n    by: officer\n" in written


def test_a_value_keeps_the_comment_behind_it() -> None:
    """A comment behind a value stays when the value changes."""
    was, now = ["    kinds: [financial_saving]  # or workforce"], ["    kinds: [reputation]  # or workforce"]
    assert (was, now) == changes(C1, {"kinds": ["reputation"]})


def test_a_list_over_several_lines_becomes_one_line() -> None:
    """A list written over lines is replaced whole."""
    was, now = ["    kinds:", "      - no_adverse_impact"], ["    kinds: [reputation]"]
    assert (was, now) == changes(C2, {"kinds": ["reputation"]})


def test_a_new_field_stands_at_the_end_of_its_item() -> None:
    """A field that was not there is added after the last of its item, before the comment of the next."""
    written = amend(document(), C1, {"money": True}).decode()
    assert "      and goes on\n    money: true\n\n  # Mine" in written


def test_the_last_item_of_a_file_without_a_last_line_end() -> None:
    """A file that does not end its last line is amended all the same."""
    text = CODING.removesuffix("# the end\n").rstrip("\n")
    assert amend(document(text), C2, {"money": True}).decode().endswith("certainty: asserted\n    money: true\n")


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["Windows", "old Mac"])
def test_line_ends_stay_as_they_are(end: str) -> None:
    """A file of Windows or of an old Mac keeps its line ends, also in the lines that are new."""
    raw = amend(document(CODING.replace("\n", end)), C1, {"status": "rejected", "reason": "no"}).decode()
    assert raw.count(end) == CODING.count("\n") + 1
    assert "\n" not in raw.replace("\r\n", "") or end == "\r\n"


@pytest.mark.parametrize(
    "words",
    ['he said "no harm" to anyone', "it's #1: best", "C:\\depot", "- a dash first", "true", "3.10", "[square] {curly}"],
)
def test_any_words_are_read_back_as_they_were_typed(words: str) -> None:
    """Quotation marks, colons, signs and words that YAML reads otherwise come back as typed."""
    for name in ("quote", "says"):
        written = amend(document(), C1, {name: words})
        assert words == parse(written, "x").data["claims"][0][name]


@pytest.mark.parametrize(
    "item",
    ["  - {id: C3, by: officer, status: candidate}\n", "  - id: C3\n    by: officer\n    ? status\n    : candidate\n"],
    ids=["on one line", "with question marks"],
)
def test_an_item_not_written_one_field_a_line_is_left_alone(item: str) -> None:
    """What cannot be changed line by line is refused with the line, and not changed."""
    with pytest.raises(Refused) as refused:
        amend(document(CODING.replace("# the end\n", item)), ("claims", 2), {"status": None})
    assert ["LAYOUT"] == [fault.code for fault in refused.value.faults]
    assert CODING.count("\n") <= refused.value.faults[0].place.line


def test_the_coder_is_named_at_the_head() -> None:
    """A field of the record itself is changed without touching its items, or a person's comment behind it."""
    written = amend_head(document(), "coder", "Scrutiny Officer").decode()
    assert CODING.replace("coder: A  # for now", "coder: Scrutiny Officer  # for now") == written


@pytest.mark.parametrize("theirs", [CODING.replace("coder: A", "coder: B"), CODING.replace("    quote", "  quote", 1)])
def test_a_file_changed_meanwhile_is_left_alone(tmp_path: Path, theirs: str) -> None:
    """Where somebody else saved the file since it was read, be it a record still or not, theirs stays and it is said."""
    path = tmp_path / "depot.yaml"
    path.write_text(CODING, "utf-8")
    read = load(path)
    path.write_text(theirs, "utf-8")
    with pytest.raises(Refused, match="CHANGED"):
        save_unless_changed(path, read, amend(read, C1, {"status": None}))
    assert theirs == path.read_text("utf-8")


def test_a_file_moved_meanwhile_is_not_made_anew(tmp_path: Path) -> None:
    """Where somebody moved the file since it was read, none is put in its place."""
    path = tmp_path / "depot.yaml"
    path.write_text(CODING, "utf-8")
    read = load(path)
    path.unlink()
    with pytest.raises(Refused, match="CHANGED"):
        save_unless_changed(path, read, amend(read, C1, {"status": None}))
    assert [] == list(tmp_path.iterdir())


def test_what_was_saved_is_what_is_read_next(tmp_path: Path) -> None:
    """Answers follow one another: each begins from what the one before saved."""
    path = tmp_path / "depot.yaml"
    path.write_text(CODING, "utf-8")
    now = load(path)
    for where in (C1, C2, E1):
        mark = "candidate" if where == E1 else "status"
        now = save_unless_changed(path, now, amend(now, where, {mark: None}))
    assert path.read_bytes() == now.raw
    assert "candidate" not in [*now.data["claims"][0], *now.data["evidence"][0]]
    assert [path] == list(tmp_path.iterdir())


FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "status": st.sampled_from([None, "rejected"]),
        "reason": st.text("abc :#'\"-[]{}éß£", min_size=1).filter(lambda text: text == " ".join(text.split())),
        "kinds": st.lists(st.sampled_from(["reputation", "workforce"]), min_size=1, max_size=2),
        "money": st.sampled_from([None, True]),
        "quote": st.text("abc :#'\"\\%&*!|>-", min_size=1).filter(lambda text: text == " ".join(text.split())),
        "note": st.sampled_from([None, "short"]),
    },
)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(st.sampled_from([C1, C2]), FIELDS)
def test_nothing_else_ever_changes(where: Where, fields: dict[str, Any]) -> None:
    """Whatever is changed, the rest of the data and every line outside the item is what it was."""
    before = document()
    raw = amend(before, where, fields)
    after = parse(raw, "x").data
    for name in ("evidence", "claims"):
        for index, item in enumerate(after[name]):
            if (name, index) != where:
                assert before.data[name][index] == item
    changed = after[where[0]][where[1]]
    assert {key for key, value in fields.items() if value is None}.isdisjoint(changed)
    head, tail = CODING.split("  - id: C1", maxsplit=1)[0], "# the end\n"
    assert raw.decode().startswith(head)
    assert raw.decode().endswith(tail)
