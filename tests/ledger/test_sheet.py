"""An edited register, read back."""

from __future__ import annotations

import csv
import datetime
import functools
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.base.faults import Refused
from checker.ledger.grid import read_day
from checker.ledger.sheet import Imported, read_sheet
from checker.ledger.store import append
from checker.model.finding import Assessment
from checker.model.ledger import Ledger
from checker.model.register import BY_KEY, COLUMNS
from checker.reporters.register import render
from checker.reporters.register.rows import current
from tests.reporters.register.cases import DATED, DRAFT, K1, K2, K3, SOURCE, TODAY, gap, judged, ledger_with, waived

WHO: dict[str, Any] = {"by": "clerk-to-scrutiny", "on": "09/01/2025"}


def edit(raw: bytes, of: str, sheet: str = "All", **cells: Any) -> bytes:
    """Return a workbook with some cells of a row changed, by the keys of their columns."""
    book = openpyxl.load_workbook(io.BytesIO(raw))
    page = book[sheet]
    heads = {str(cell.value).removesuffix(" *"): cell.column for cell in page[1]}
    row = next(cell.row for cell in page["A"] if cell.value == of)
    for key, value in cells.items():
        cell = page.cell(row, heads[BY_KEY[key].title])
        cell.value = value
        cell.data_type = "s" if isinstance(value, str) else cell.data_type  # typed with an apostrophe before it
    return saved(book)


@functools.cache
def plain_register() -> bytes:
    """Return the workbook of the small register before anything was recorded."""
    return render(judged(), "xlsx")


@functools.cache
def with_a_reply() -> bytes:
    """Return the same with a good reply written into it."""
    return edit(plain_register(), K1, reply="agree", **WHO)


def saved(book: Any) -> bytes:
    """Return a workbook as a spreadsheet program would save it."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def imported(raw: bytes, now: Assessment, **options: Any) -> Imported:
    """Return what an edited file comes to today."""
    return read_sheet(raw, "register.xlsx", current(now), TODAY, **options)


def replied(ref: str, **cells: Any) -> dict[str, Any]:
    """Return a reply to a commitment as the ledger would hold it."""
    row = next(row for row in current(judged()) if row.ref == ref)
    return {"kind": "reply", "subject": ref, "about": row.about, "content": row.content, "state": "agree", **cells}


def codes(found: Imported) -> list[str]:
    """Return the codes of everything in the way."""
    return sorted({fault.code for fault in (*found.faults, *found.conflicts)})


@pytest.mark.parametrize("format_", ["xlsx", "csv"])
def test_an_unedited_register_records_nothing(format_: str, tmp_path: Path) -> None:
    """A register that comes back as it went out records nothing and is in nobody's way, a ledger behind it or not."""
    drafts = [replied(K1, words="=Yes, in June"), waived(judged()), {"kind": "reported_done", "subject": K2}]
    now = judged(ledger_with(tmp_path / "ledger.json", *drafts))
    found = imported(render(now, format_), now)
    assert ((), (), (), ()) == (found.drafts, found.conflicts, found.faults, found.warnings)


def test_round_trip(tmp_path: Path) -> None:
    """What an officer wrote into the workbook stands in the next one, and nothing else is different."""
    before = judged()
    finding = gap(before).fingerprint
    raw = edit(render(before, "xlsx"), K2, reply="evidence added", where="Depot report, 3.4", **WHO)
    raw = edit(raw, K2, sheet="Overdue", revised_due="31/03/2025", granted_by="chair-of-scrutiny")
    raw = edit(raw, K3, reported_done_on=datetime.date(2025, 1, 8), **WHO)
    raw = edit(raw, K1, verified_on="2 January 2025", evidence_of_closure="Depot report, annex A", **WHO)
    raw = edit(raw, finding, sheet="Open", decision="confirmed", decision_words="=1+1 years", **WHO)
    found = imported(raw, before)
    assert [] == codes(found)
    after = judged(append(tmp_path / "ledger.json", found.to_append(), lambda: "salt"))
    was, now = ({row.ref: row.cells for row in current(a)} for a in (before, after))
    asked = (K1, K2, K3, finding)
    changed = {ref: {k: v for k, v in now[ref].items() if v != was[ref][k]} for ref in asked}
    recorded = [column.key for column in COLUMNS if column.edits]
    assert all(was[ref][key] == now[ref][key] for ref in now if ref not in asked for key in recorded)
    by = {"by": "clerk-to-scrutiny", "on": datetime.date(2025, 1, 9)}
    assert {
        K1: {**by, "on": datetime.date(2025, 1, 2), "verified_on": datetime.date(2025, 1, 2), "status": "kept",
             "evidence_of_closure": "Depot report, annex A", "counted_as": "closed", "level": "not flagged",
             "fingerprint": None, "rule": "undertaking"},
        K2: {**by, "reply": "evidence added", "where": "Depot report, 3.4", "granted_by": "chair-of-scrutiny",
             "revised_due": datetime.date(2025, 3, 31), "days_overdue": None, "status": "open", "level": "not flagged",
             "dates": "30 June 2024; 31 March 2025 (granted by chair-of-scrutiny on 9 January 2025)",
             "fingerprint": None, "rule": "undertaking"},
        K3: {**by, "on": datetime.date(2025, 1, 8), "reported_done_on": datetime.date(2025, 1, 8)},
        finding: {**by, "decision": "confirmed", "decision_words": "=1+1 years"},
    } == changed  # fmt: skip
    again = imported(raw, after)
    assert ((), []) == (again.drafts, codes(again)), "the same file a second time says nothing new"


def test_round_trip_of_csv(tmp_path: Path) -> None:
    """The same through CSV, a leading apostrophe put on and taken off again."""
    before = judged()
    rows = list(csv.reader(io.StringIO(render(before, "csv").decode("utf-8-sig"), newline="")))
    heads = rows[0]
    row = next(row for row in rows if row[0] == K1)
    for title, text in {
        "reply": "disputed",
        "reply in words": "'-2 per cent",
        "by (post)": "clerk",
        "on": "9/1/2025",
    }.items():
        row[heads.index(title)] = text
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows(rows)
    found = imported(out.getvalue().encode(), before)
    assert [] == codes(found)
    after = judged(append(tmp_path / "ledger.json", found.to_append(), lambda: "salt"))
    assert ("disputed", "-2 per cent") == tuple(_cells(after, K1)[key] for key in ("reply", "reply_words"))


def _cells(assessment: Assessment, ref: str) -> dict[str, Any]:
    return dict(next(row.cells for row in current(assessment) if row.ref == ref))


def test_a_conflict_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    """Where a colleague recorded a reply in between, sheet row, column and both values are named; nothing is kept."""
    raw = edit(plain_register(), K1, reply="disputed", **WHO)
    raw = edit(raw, K2, reply="agree", **WHO)
    now = judged(ledger_with(tmp_path / "ledger.json", replied(K1, words="In June")))
    found = imported(raw, now)
    (conflict,) = found.conflicts
    assert 'All!Q2 (reply): the file says "disputed"; since it went out the ledger says reply "agree".' == conflict.what
    with pytest.raises(
        Refused, match=r"register.xlsx:2:17: error CONFLICT: All!Q2 \(reply\): the file says .disputed."
    ):
        found.to_append()
    assert [K2] == [draft["subject"] for draft in found.to_append(skip_conflicts=True)]


def test_a_change_beside_the_edited_cell_is_a_conflict_too(tmp_path: Path) -> None:
    """Words written to a reply that has since become another are not recorded under it."""
    raw = edit(plain_register(), K1, reply_words="As before.", **WHO)
    found = imported(raw, judged(ledger_with(tmp_path / "ledger.json", replied(K1))))
    assert (["CONFLICT"], ()) == (codes(found), found.drafts)
    assert 'reply "agree"' in found.conflicts[0].what


def test_an_older_file_takes_nothing_back(tmp_path: Path) -> None:
    """A cell that the officer left alone does not undo what was recorded since."""
    raw = edit(plain_register(), K1, decision="confirmed", **WHO)
    now = judged(ledger_with(tmp_path / "ledger.json", replied(K1, words="In June")))
    found = imported(raw, now)
    assert ["decision"] == [draft["kind"] for draft in found.to_append()]


def test_the_same_edit_made_twice_is_no_conflict(tmp_path: Path) -> None:
    """What the file says and the ledger says already is neither an event nor in anybody's way."""
    raw = with_a_reply()
    found = imported(raw, judged(ledger_with(tmp_path / "ledger.json", replied(K1))))
    assert ((), []) == (found.drafts, codes(found))


def test_words_about_an_earlier_record_are_a_conflict() -> None:
    """A reply to words that have since been coded otherwise is not put beside the new ones."""
    raw = with_a_reply()
    other = {"id": "K1", "quote": "another appraisal will follow", "provides": ["report"]}
    assert ["CONFLICT"] == codes(imported(raw, judged(commitments=[other])))


FAULTS: list[tuple[str, dict[str, Any], str]] = [
    ("a word of nobody's list", {"reply": "perhaps"}, "Q3"),
    ("an empty reason", {"reply": "not applicable"}, "R3"),
    ("evidence added nowhere", {"reply": "evidence added"}, "S3"),
    ("a commitment closed by decision", {"decision": "closed"}, "T3"),
    ("a bad date", {"revised_due": "31/02/2025", "granted_by": "chair"}, "L3"),
    ("a month before the day", {"revised_due": "02/28/2025", "granted_by": "chair"}, "L3"),
    ("a new date from nobody", {"revised_due": "2025-03-31"}, "M3"),
    ("a name in place of a post", {"revised_due": "2025-03-31", "granted_by": "the chair"}, "M3"),
    ("done tomorrow", {"reported_done_on": "2025-01-11"}, "X3"),
    ("evidence without a day", {"evidence_of_closure": "Annex A"}, "Y3"),
    ("a day without evidence", {"verified_on": "2025-01-02"}, "Z3"),
    ("an edit of what is fixed", {"claim": "costs will fall"}, "E3"),
    ("done before it was promised", {"reported_done_on": "2014-01-01"}, "X3"),
    ("verified before it was promised", {"verified_on": "2014-01-01", "evidence_of_closure": "Annex A"}, "Y3"),
    ("a new date before it was promised", {"revised_due": "2010-01-01", "granted_by": "chair"}, "L3"),
    ("a reply before the paper was there", {"reply": "agree", "on": "2001-01-01"}, "W3"),
    ("a bell in a reply", {"reply": "agree", "reply_words": "yes\u202eno"}, "R3"),
    ("a reply of a novel's length", {"reply": "agree", "reply_words": "word " * 4001}, "R3"),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "where"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS])
def test_a_fault_names_its_cell_and_stops_everything(cells: dict[str, Any], where: str) -> None:
    """What cannot be recorded is named with row and column and what to do; nothing else is recorded either."""
    raw = edit(with_a_reply(), K2, **{**WHO, **cells})
    found = imported(raw, judged())
    assert [f"All!{where}"] == [fault.what.split(" ")[0] for fault in found.faults]
    assert all(fault.todo and fault.place.line == 3 for fault in found.faults)
    with pytest.raises(Refused):
        found.to_append()
    assert [K1] == [draft["subject"] for draft in found.to_append(skip_conflicts=True)]


def test_every_fault_of_a_row_is_told_at_once() -> None:
    """A row is mended in one go: a post that is none hides neither a wrong word nor a wrong date."""
    wrong = {"reply": "agreed", "by": "Audit Manager", "on": "next spring", "revised_due": "soon", "decision": "closed"}
    found = imported(edit(with_a_reply(), K2, **wrong, claim="costs will fall"), judged())
    cells = {fault.what.split(" ")[0].removeprefix("All!") for fault in found.faults}
    assert ({"E3", "L3", "M3", "Q3", "T3", "V3", "W3"}, [K1]) == (cells, [draft["subject"] for draft in found.drafts])


def test_an_impossible_day_is_named_beside_the_day_that_is_known() -> None:
    """The message gives the day that was written and the first day on which the paper was there."""
    found = imported(edit(plain_register(), K1, reply="agree", **{**WHO, "on": "2001-01-01"}), judged())
    assert ["2001-01-01 is earlier than 2024-01-10"] == [
        fault.what.split("): ")[1].split(",")[0] for fault in found.faults
    ]
    with_day = imported(edit(plain_register(), K1, reply="agree"), judged(), by="clerk", on=datetime.date(2001, 1, 1))
    assert ["BAD-DATE"] == codes(with_day)


def test_a_paper_without_a_day_refuses_no_day() -> None:
    """Where it is not known when a paper was there, any day in the past may be right."""
    undated = judged(source={**SOURCE, "meeting_date": None})
    raw = edit(render(undated, "xlsx"), K1, reply="agree", **{**WHO, "on": "2001-01-01"})
    assert ["2001-01-01"] == [draft["on"] for draft in imported(raw, undated).to_append()]


def test_who_and_when_must_be_said() -> None:
    """An edit without a post and a day is not recorded, unless the command names them."""
    raw = edit(plain_register(), K1, reply="agree")
    assert ["WHEN", "WHO"] == codes(imported(raw, judged()))
    (draft,) = imported(raw, judged(), by="clerk", on=TODAY).to_append()
    assert ("clerk", "2025-01-10") == (draft["by"], draft["on"])


def test_an_earlier_post_and_day_are_not_taken_for_new_ones(tmp_path: Path) -> None:
    """Who replied in September did not decide in January: a new edit says anew who made it."""
    now = judged(ledger_with(tmp_path / "ledger.json", replied(K1)))
    raw = edit(render(now, "xlsx"), K1, decision="disputed")
    assert ["WHEN", "WHO"] == codes(imported(raw, now))
    raw = edit(raw, K1, on=datetime.date(2025, 1, 9))
    assert [DRAFT["by"]] == [draft["by"] for draft in imported(raw, now).to_append()]


def test_post_and_day_alone_record_nothing() -> None:
    """A column filled down with who and when is told, and stops nobody."""
    found = imported(edit(plain_register(), K1, **WHO), judged())
    assert ([], ["NOTHING-RECORDED"]) == (codes(found), [fault.code for fault in found.warnings])


def test_a_recorded_reply_cannot_be_blanked(tmp_path: Path) -> None:
    """Nothing is lost: an emptied cell is a fault, not a deletion."""
    now = judged(ledger_with(tmp_path / "ledger.json", replied(K1)))
    assert ["BAD-WORD"] == codes(imported(edit(render(now, "xlsx"), K1, reply=None, **WHO), now))


def test_a_finding_is_closed_by_a_decision_with_evidence(tmp_path: Path) -> None:
    """A serious gap moves to the closed items once a person closes it and says on what evidence."""
    before = judged()
    ref = gap(before).fingerprint
    raw = edit(render(before, "xlsx"), ref, decision="closed", **WHO)
    assert ["BAD-EVENT"] == codes(imported(raw, before))
    drafts = imported(edit(raw, ref, evidence_of_closure="Annex B"), before).to_append()
    after = judged(append(tmp_path / "ledger.json", drafts, lambda: "salt"))
    assert ("closed", "Annex B") == tuple(_cells(after, ref)[key] for key in ("counted_as", "evidence_of_closure"))


def test_a_finding_has_no_due_date() -> None:
    """A date granted to a finding is refused; only a commitment has one."""
    ref = gap(judged()).fingerprint
    raw = edit(plain_register(), ref, revised_due="2025-03-31", granted_by="chair", **WHO)
    assert ["NOT-HERE"] == codes(imported(raw, judged()))


def test_two_sheets_that_differ_are_named() -> None:
    """The same cell edited in two ways on two sheets is settled by a person."""
    raw = edit(plain_register(), K2, sheet="Open", reply="agree", **WHO)
    raw = edit(raw, K2, sheet="Overdue", reply="disputed", **WHO)
    found = imported(raw, judged())
    assert ["TWO-EDITS"] == codes(found)
    assert "Open!" in found.faults[0].what


def test_refs_and_stamps_are_checked() -> None:
    """A row whose ref is unknown, whose ref is gone, or whose stamp was touched is named."""
    raw = plain_register()
    assert ["UNKNOWN-REF"] == codes(imported(edit(raw, K1, ref="wexcombe-example-0#K9"), judged()))
    assert ["UNKNOWN-REF"] == codes(imported(edit(raw, K1, ref=None), judged()))
    assert ["BAD-STAMP"] == codes(imported(edit(raw, K1, based_on="0 0 0"), judged()))


def test_rows_may_be_sorted_and_left_out() -> None:
    """The order of rows and the rows that are not there mean nothing."""
    book = openpyxl.load_workbook(io.BytesIO(edit(plain_register(), K2, reply="agree", **WHO)))
    for name in book.sheetnames[:-1]:
        del book[name]
    book["All"].delete_rows(2)
    assert [K2] == [draft["subject"] for draft in imported(saved(book), judged()).to_append()]


def test_a_half_sorted_sheet_is_noticed() -> None:
    """A sheet of which only some columns were sorted has replies beside the wrong refs: nothing of it is recorded."""
    book = openpyxl.load_workbook(io.BytesIO(edit(plain_register(), K2, reply="agree", **WHO)))
    page = book["All"]
    for number in range(1, 10):
        first, second = page.cell(2, number), page.cell(3, number)
        first.value, second.value = second.value, first.value
    found = imported(saved(book), judged())
    assert (["NOT-EDITABLE"], ()) == (codes(found), found.drafts)
    assert [(2, "All!A2"), (3, "All!A3")] == [(fault.place.line, fault.what.split(" ")[0]) for fault in found.faults]
    assert all("taken apart (sorted?)" in fault.what and "CSV" not in fault.todo for fault in found.faults)


def test_many_half_sorted_rows_are_told_in_few_lines() -> None:
    """Of a sheet that was sorted by half, three rows are named and the others counted; nothing of it is recorded."""
    now = judged(commitments=[{**DATED, "id": f"K{n}", "quote": f"cost {n} will be reported"} for n in range(1, 41)])
    book = openpyxl.load_workbook(io.BytesIO(render(now, "xlsx")))
    for name in book.sheetnames[:-1]:
        del book[name]
    page = book["All"]
    halves = [[cell.value for cell in row[:14]] for row in page.iter_rows(min_row=2)]
    for row, half in zip(page.iter_rows(min_row=2), [*halves[1:], halves[0]], strict=True):
        for cell, value in zip(row, half, strict=False):
            cell.value = value
    found = imported(saved(book), now)
    assert ([2, 3, 4, 5], ()) == ([fault.place.line for fault in found.faults], found.drafts)
    assert f"from row 5 to row {page.max_row} of All {page.max_row - 4} more rows" in found.faults[-1].what


def test_columns_of_ones_own_are_told() -> None:
    """A column the officer added is not read, and the message says so; so is one whose title is gone."""
    book = openpyxl.load_workbook(io.BytesIO(plain_register()))
    book["All"]["AZ1"] = "my notes"
    book["Open"].cell(1, [*BY_KEY].index("reply") + 1).value = None
    found = imported(saved(book), judged())
    assert (["UNKNOWN-COLUMN"] * 2, []) == ([fault.code for fault in found.warnings], codes(found))
    assert {"All!AZ1", "Open!Q1"} == {fault.what.split(":")[0] for fault in found.warnings}


def without(title: str) -> Callable[[Any], None]:
    """Return the deletion of a column."""
    return lambda page: page.delete_cols([str(cell.value) for cell in page[1]].index(title) + 1)


HEADS: list[tuple[str, Callable[[Any], None], str]] = [
    ("no ref", without("ref"), 'sheet "Open" has no column "ref"'),
    ("no stamp", without("based on"), 'sheet "Open" has no column "based on"'),
    ("a row above the titles", lambda page: page.insert_rows(1), 'sheet "Open" has its titles in row 2'),
    ("a column twice", lambda page: page.cell(1, 40, "reply *"), 'the column "reply" more than once (Q and AN)'),
]


@pytest.mark.parametrize(("spoil", "says"), [case[1:] for case in HEADS], ids=[case[0] for case in HEADS])
def test_a_sheet_that_cannot_be_read_stops_everything(spoil: Callable[[Any], None], says: str) -> None:
    """A list that lost what tells its rows apart is named: no edit in it is passed over because others can be read."""
    book = openpyxl.load_workbook(io.BytesIO(edit(plain_register(), K1, sheet="Open", reply="agree", **WHO)))
    spoil(book["Open"])
    with pytest.raises(Refused) as refused:
        imported(saved(book), judged())
    assert [("NOT-A-REGISTER", True)] == [(fault.code, says in fault.what) for fault in refused.value.faults]
    assert all(fault.todo for fault in refused.value.faults)


def test_a_sheet_of_ones_own_is_left_alone() -> None:
    """A sheet that is none of the register's lists is nobody's fault."""
    book = openpyxl.load_workbook(io.BytesIO(with_a_reply()))
    book.create_sheet("Calls to make").append(["ref", "note", "telephone"])
    assert [K1] == [draft["subject"] for draft in imported(saved(book), judged()).to_append()]


NOT_REGISTERS: list[tuple[str, Callable[[], bytes], str]] = [
    ("no workbook", lambda: b"PK\x03\x04 not at all", "NOT-A-WORKBOOK"),
    ("half a workbook", lambda: plain_register()[:9000], "NOT-A-WORKBOOK"),
    ("another workbook", lambda: saved(openpyxl.Workbook()), "NOT-A-REGISTER"),
    ("an older encoding", lambda: "ref,based on\r\n£,".encode("cp1252"), "ENCODING"),
    ("an empty file", lambda: b"", "NOT-A-REGISTER"),
]


@pytest.mark.parametrize(("raw", "code"), [case[1:] for case in NOT_REGISTERS], ids=[case[0] for case in NOT_REGISTERS])
def test_what_is_no_register_is_refused(raw: Callable[[], bytes], code: str) -> None:
    """A file that is no register is refused in one line that says what to do."""
    with pytest.raises(Refused) as refused:
        imported(raw(), judged())
    assert [code] == [fault.code for fault in refused.value.faults]


def test_a_closed_item_no_longer_in_the_register_is_still_known(tmp_path: Path) -> None:
    """A finding that has since been shown can still be replied to: its ref is known while it is assessed."""
    before = judged()
    ref = gap(before).fingerprint
    raw = edit(render(before, "xlsx"), ref, reply="agree", **WHO)
    shown = [{"id": "E1", "kind": kind, "status": "verified"} for kind in ("performance_data", "cost_benefit_analysis")]
    found = imported(raw, judged(evidence=shown))
    assert "UNKNOWN-REF" not in codes(found)


@given(st.dates(min_value=datetime.date(1900, 1, 1)))
@settings(derandomize=True, deadline=None, max_examples=60)
def test_every_way_of_writing_a_date_is_the_same_date(day: datetime.date) -> None:
    """A date reads the same in the forms that people and spreadsheets use."""
    forms = ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y"]
    assert {day} == {read_day(f"{day:{form}}") for form in forms}


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Co", "Cn", "Zl", "Zp")), max_size=60)


@given(words=TEXT.filter(str.strip))
@settings(derandomize=True, deadline=None, max_examples=25)
def test_any_words_survive_the_round_trip(words: str) -> None:
    """Whatever an officer writes in a reply comes out in the register and back again without a new event."""
    row = next(row for row in current(judged()) if row.ref == K1)
    ledger = _ledger(row, words)
    now = judged(ledger)
    for format_ in ("xlsx", "csv"):
        found = imported(render(now, format_), now)
        assert ((), []) == (found.drafts, codes(found))


def _ledger(row: Any, words: str) -> Ledger:
    from checker.ledger.store import _with

    draft = {**DRAFT, "kind": "reply", "subject": row.ref, "about": row.about, "content": row.content}
    return _with(Ledger(), {**draft, "state": "agree", "words": words}, lambda: "salt")
