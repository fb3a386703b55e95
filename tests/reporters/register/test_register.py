"""The register in every format, read back by other libraries and opened in a real spreadsheet program."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from checker.model.finding import Assessment
from checker.model.register import BY_KEY, COLUMNS, LONGEST, fitting, guarded, unguarded
from checker.reporters.register import FORMATS, render
from checker.reporters.register.contents import register_of
from checker.reporters.register.rows import entries
from checker.reporters.register.tables import by_body, by_rule, trend
from checker.workflow import Settings, check
from tests.rendering import pdf_text, to_csv, to_pdf
from tests.reporters.register.cases import DATED, K1, K2, NOW, TODAY, column, gap, judged, ledger_with, waived

ROOT = Path(__file__).parents[3]
TITLES = [entry.title for entry in COLUMNS]
PAYLOADS = [
    "=1+1", "+44 20 7946 0000", "-2", "@SUM(A1:A9)", '=HYPERLINK("http://wexcombe.example","press")', "=cmd|' /C calc'!A0",
    "=1+1\ttab", " =1+1", "  +1", "'=1+1", "''=1+1", "|cmd", "%0A=1+1", "＝1+1", "＋1", "－1", "＠SUM(1)", "-1+1|x",
    "=IMPORTXML(1)", "@cmd", "+cmd|x", "==1", "=-1", '=WEBSERVICE("x")', '=DDE("x";"y";"z")', "{=1+1}", "=A1:A9",
]  # fmt: skip
IN_CELLS = [*PAYLOADS, "\t=1+1", "\r=1+1", "\n=1+1", '"=1+1', "1+1", "plain", "- a bullet", "<script>alert(1)</script>"]


def real(profile: str = "scrutiny") -> Assessment:
    """Return the assessment of the invented council's records."""
    path = ROOT / "seeds/examples"
    return check(Settings(paths=(path,), profile=profile, as_of=datetime.date(2025, 10, 1))).assessment


def sheets(raw: bytes) -> dict[str, list[tuple[Any, ...]]]:
    """Return the sheets of a workbook as openpyxl reads them."""
    book = openpyxl.load_workbook(io.BytesIO(raw))
    return {name: [*book[name].iter_rows(values_only=True)] for name in book.sheetnames}


def comma(raw: bytes) -> list[list[str]]:
    """Return the rows of CSV as the standard library reads them."""
    return [*csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))]


def recorded(path: Path) -> Assessment:
    """Return the small register with something open, something closed and something waived."""
    events = [{"kind": "verified", "subject": K2, "where": "Annex A"}, waived(judged())]
    return judged(ledger_with(path / "ledger.json", *events))


def test_totals_agree_in_every_format(tmp_path: Path) -> None:
    """Open, closed and waived items are the same number in every format as in the assessment, read back elsewhere."""
    assessment = recorded(tmp_path)
    closed = {s.id for s in assessment.standings if s.state == "kept"}
    about = {f.subject_id: f.fingerprint for f in assessment.open if f.subject_type == "commitment"}
    gaps = {f.fingerprint for f in assessment.open if f.level == "high" and f.subject_type != "commitment"}
    waivers = {f.fingerprint for f in assessment.waived if f.level == "high"}
    expected = {
        "open": {s.id for s in assessment.standings} - closed | gaps,
        "closed": closed,
        "waived": waivers,
    }
    assert all(expected.values())
    assert about
    for rows in (sheets(render(assessment, "xlsx"))["All"], comma(render(assessment, "csv"))):
        pairs = list(zip(column(rows, "ref"), column(rows, "counted as"), strict=True))
        assert expected == {state: {ref for ref, one in pairs if one == state} for state in expected}
        assert set(about.values()) <= set(column(rows, "fingerprint"))
    data = json.loads(render(assessment, "json"))
    assert expected == {s: {i["ref"] for i in data["items"] if i["counted_as"] == s} for s in expected}
    counts = {"total": sum(map(len, expected.values())), **{state: len(refs) for state, refs in expected.items()}}
    assert counts == {name: data["counts"][name] for name in counts}
    text = render(assessment, "md").decode()
    assert all(ref in text for refs in expected.values() for ref in refs)
    assert f"| total | {counts['open']} | {counts['closed']} | {counts['waived']} | {counts['total']} |" in text


def test_the_summary_reconciles_with_the_run(tmp_path: Path) -> None:
    """The summary says that its parts add up, where every finding of the run went, and what it takes to run it again."""
    assessment = recorded(tmp_path)
    rows = sheets(render(assessment, "xlsx"))["Summary"]
    said = {row[0]: row[1:] for row in rows if row[0]}
    total = len(entries(assessment))
    assert f"Check: total {total} = open {total - 2} + closed 1 + waived 1: agrees" in said
    for outcome in ("gap", "overdue", "promised", "weak", "cannot tell", "met", "not applicable"):
        assessed, own, within, elsewhere = said[outcome][:4]
        assert assessed == own + within + elsewhere
        assert assessed == sum(f.outcome == outcome.replace(" ", "_") for f in assessment.findings)
    assert assessment.rulebook.sha256 == said["rules"][0]
    assert str(assessment.casefile.ledger.checkpoint(TODAY)) == said["ledger"][0]


def test_sheets_as_audit_committees_use_them(tmp_path: Path) -> None:
    """The workbook has the lists, the groups, the trend and all items, and each item is on the sheets it belongs to."""
    found = sheets(render(recorded(tmp_path), "xlsx"))
    assert [
        "Summary", "Open", "Overdue", "Due in 30 days", "Closed", "Waived",
        "By body and directorate", "By rule", "Trend", "All",
    ] == list(found)  # fmt: skip
    assert [K2] == column(found["Closed"], "ref")
    assert ["The depot closes in spring."] == column(found["Waived"], "waiver reason")
    assert ["2025-03-31"] == [f"{day:%Y-%m-%d}" for day in column(found["Waived"], "waiver ends after")]
    refs = [set(column(found[name], "ref")) for name in ("Open", "Closed", "Waived")]
    assert set.union(*refs) == set(column(found["All"], "ref"))
    assert sum(map(len, refs)) == len(found["All"]) - 1


def test_the_sheets_work_as_sheets() -> None:
    """Header frozen and repeated, filter on, dates as dates, lists where a word is chosen, landscape A4, a native chart."""
    book = openpyxl.load_workbook(io.BytesIO(render(judged(), "xlsx")))
    page = book["All"]
    assert ("B2", "$1:$1", "landscape", 9) == (
        page.freeze_panes, page.print_title_rows, page.page_setup.orientation, int(page.page_setup.paperSize),
    )  # fmt: skip
    assert page.auto_filter.ref.startswith("A1:")
    due = page.cell(3, TITLES.index("due") + 1)
    assert ("2024-06-30", True) == (f"{due.value:%Y-%m-%d}", due.is_date)
    lists = {rule.formula1 for rule in page.data_validations.dataValidation}
    assert '"agree,evidence added,disputed,not applicable,none recorded"' in lists
    marked = {str(cell.value) for cell in page[1] if str(cell.value).endswith(" *")}
    assert {f"{entry.title} *" for entry in COLUMNS if entry.edits} == marked
    assert 1 == len(book["Trend"]._charts)  # type: ignore[attr-defined]


def test_only_what_import_takes_is_offered() -> None:
    """A commitment's row offers no decision that import would refuse there; a finding's row offers all of them."""
    book = openpyxl.load_workbook(io.BytesIO(render(judged(), "xlsx")))
    (rule,) = [r for r in book["Open"].data_validations.dataValidation if str(r.formula1).startswith("IF(")]
    said = re.fullmatch(r'IF\(ISNUMBER\(FIND\("#",\$A2\)\),Summary!(\S+),Summary!(\S+)\)', rule.formula1)
    assert said
    offered = [[cell[0].value for cell in book["Summary"][cells.replace("$", "")]] for cells in said.groups()]
    assert [["confirmed", "disputed"], ["confirmed", "disputed", "closed", "reopened"]] == offered
    refs = column([[cell.value for cell in row] for row in book["Open"].rows], "ref")
    assert {e.row.ref: e.row.item == "commitment" for e in entries(judged()) if e.state == "open"} == {
        ref: "#" in ref for ref in refs
    }


def test_the_workbook_says_how_a_post_is_written() -> None:
    """The form of a post stands in the instructions, and beside the cells it is written in."""
    book = openpyxl.load_workbook(io.BytesIO(render(judged(), "xlsx")))
    assert any("director-of-communities" in str(cell.value) for cell in book["Summary"]["A"])
    told = {str(r.sqref)[0]: r.prompt for r in book["Open"].data_validations.dataValidation if r.showInputMessage}
    assert all("director-of-communities" in told[letter] for letter in "MV")


def test_cells_stay_text_in_a_spreadsheet_program(tmp_path: Path) -> None:
    """What looks like a formula, a command or a link is shown as it was typed, by LibreOffice, from workbook and CSV."""
    quotes = [*PAYLOADS, "\t=1+1 tab", "\r=1+1 return", "\n=1+1 line"]
    claims = [{**NOW, "id": f"C{n}", "quote": quote} for n, quote in enumerate(quotes, 1)]
    assessment = judged(claims=claims, commitments=[])
    rows = opened(only_sheet(render(assessment, "xlsx"), "All"), tmp_path / "register.xlsx")
    assert {tidy(text) for text in quotes} == {tidy(cell) for cell in column(rows, "claim (words)")}
    plain = [text for text in PAYLOADS if text.isascii()]  # without being told, it reads CSV by its own locale
    rows = opened(render(assessment, "csv"), tmp_path / "register.csv")
    assert {tidy(text) for text in plain} <= {tidy(unguarded(cell)) for cell in column(rows, "claim (words)")}


def tidy(text: str) -> str:
    """Return a text with its spaces, tabs and line ends told alike."""
    return " ".join(text.replace("_x000D_", " ").split())


def opened(raw: bytes, path: Path) -> list[list[str]]:
    """Return the first sheet of a file as LibreOffice shows it, formulas as formulas."""
    path.write_bytes(raw)
    folder = path.with_suffix("")
    folder.mkdir(exist_ok=True)
    return [*csv.reader(io.StringIO(to_csv(path, mkdir(folder / path.suffix[1:])), newline=""))]


def only_sheet(raw: bytes, name: str) -> bytes:
    """Return the workbook with one sheet first, its bytes otherwise as they were written."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(out, "w") as after:
        for part in before.namelist():
            data = before.read(part)
            if part == "xl/workbook.xml":
                text = data.decode()
                found = re.search(rf'<sheet name="{name}"[^>]*/>', text)
                assert found
                text = text.replace(found[0], "").replace("<sheets>", f"<sheets>{found[0]}")
                data = re.sub(r"<definedNames>.*</definedNames>", "", text).encode()
            after.writestr(part, data)
    return out.getvalue()


def mkdir(path: Path) -> Path:
    """Return a folder, made."""
    path.mkdir()
    return path


@pytest.mark.parametrize("text", IN_CELLS)
def test_the_guard_of_csv_comes_off_again(text: str) -> None:
    """Whatever a cell of CSV says, it says the same after going out and coming in, and never begins as a formula."""
    out = guarded(text)
    assert text == unguarded(out)
    assert not out.lstrip().startswith(("=", "+", "-", "@", "|", "%"))


def test_no_formula_is_in_the_workbook() -> None:
    """No cell of any sheet holds a formula, whatever the words."""
    claims = [{**NOW, "id": f"C{n}", "quote": quote} for n, quote in enumerate(PAYLOADS, 1)]
    raw = render(judged(claims=claims, source={"title": "=1+1", "author": "@SUM(1)"}), "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(raw))
    kinds = {cell.data_type for page in book for row in page.iter_rows() for cell in row}
    assert "f" not in kinds
    assert not any(page._hyperlinks for page in book)  # type: ignore[attr-defined]


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_bytes_twice(format_: str) -> None:
    """The same assessment gives the same file, byte for byte."""
    assert render(real(), format_) == render(real(), format_)


def test_csv_as_spreadsheets_expect_it() -> None:
    """CSV begins with the mark of UTF-8, its lines end with CR LF, its head names every column."""
    raw = render(judged(), "csv")
    assert raw.startswith(b"\xef\xbb\xbfref,source,date")
    assert raw.count(b"\r\n") == raw.count(b"\n")
    assert TITLES == comma(raw)[0]


def test_json_is_exact_and_follows_the_contract() -> None:
    """JSON has the version, the manifest and the items, with every word as it was coded."""
    claims = [{**NOW, "id": f"C{n}", "quote": quote} for n, quote in enumerate(PAYLOADS, 1)]
    data = json.loads(render(judged(claims=claims), "json"))
    assert (1, TODAY.isoformat()) == (data["schema_version"], data["manifest"]["as_of"])
    assert set(PAYLOADS) <= {item["claim"] for item in data["items"]}
    assert all(set(BY_KEY) <= set(item) for item in data["items"])
    assert {item["fingerprint"] for item in data["items"] if item["item"] == "finding"} <= {
        item["ref"] for item in data["items"]
    }


def test_markdown_shows_marks_as_they_were_typed() -> None:
    """Words that are markup to a reader of Markdown are shown as typed, one row a line."""
    claim = {**NOW, "quote": "*bold* | <b>tag</b> [link](http://wexcombe.example) `code` _it_ a & b"}
    text = render(judged(claims=[claim]), "md").decode()
    assert r"\*bold\* \| &lt;b&gt;tag&lt;/b&gt; \[link\](http&#58;//wexcombe.example) \`code\` \_it\_ a &amp; b" in text
    assert {line.replace(r"\|", "").count("|") for line in text.splitlines() if "wexcombe.example" in line} == {21}


def test_a_text_too_long_for_a_cell_is_never_cut() -> None:
    """A text that no cell can hold is replaced by a note that says so; JSON has it whole."""
    assert "x" * LONGEST == fitting("x" * LONGEST)
    assert "(not shown: 32,768 characters, a cell holds 32,767; the JSON register has them all)" == fitting(
        "x" * 32_768
    )
    assert "32,768" in str(fitting("😀" * 16_384))


def test_twenty_thousand_rows() -> None:
    """Twenty thousand commitments are written, and read back as many."""
    many = [{**DATED, "id": f"K{n}", "covers": ["C1"], "due": None} for n in range(1, 20_001)]
    raw = render(judged(commitments=many), "xlsx")
    book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
    refs = {row[0] for row in book.get_sheet_by_name("All").to_python()}
    assert {f"wexcombe-example-0#K{n}" for n in range(1, 20_001)} <= refs


def test_groups_add_up() -> None:
    """The items by body and owner, and by rule, add up to all items; the last day of the trend is today."""
    register = register_of(judged(), None, None)
    for table in (by_body(register), by_rule(register)):
        assert len(register.entries) == sum(int(str(row[-1])) for row in table.rows)
    assert ("Wexcombe scrutiny committee", "Head of Depots") in [row[:2] for row in by_body(register).rows]
    rows = trend(register).rows
    assert [datetime.date(2024, 1, 10), TODAY] == [row[0] for row in rows]
    assert 3 == rows[-1][1]


def test_the_trend_falls_when_something_is_closed(tmp_path: Path) -> None:
    """A promise counts from the day it was made to the day before it was closed."""
    later = {"source": {"meeting_date": "2024-10-01", "topics": ["elsewhere"]}}
    ledger = ledger_with(tmp_path / "ledger.json", {"kind": "verified", "subject": K2, "where": "Annex A"})
    rows = trend(register_of(judged(ledger, others=[later]), None, None)).rows
    assert [3, 2, 2] == [row[1] for row in rows]


def test_access_is_on_every_page(tmp_path: Path) -> None:
    """A register that holds something exempt says so on every printed page; a public export holds nothing of it."""
    secret = {
        "source": {"access": "exempt", "access_reason": "contract", "title": "The secret bid"},
        "commitments": [{**DATED, "id": "K7", "quote": "the bid will be opened"}],
    }
    assessment = judged(others=[secret])
    path = tmp_path / "register.xlsx"
    path.write_bytes(render(assessment, "xlsx"))
    pages = pdf_text(to_pdf(path, tmp_path)).rstrip("\f").split("\f")
    assert all("EXEMPT: not for publication" in page for page in pages)
    for format_ in FORMATS:
        whole, public = (read(render(assessment, format_, public=flag), format_) for flag in (False, True))
        assert ("bid will be opened" in whole, "exempt" in whole.casefold()) == (True, True)
        assert not re.search("bid|exempt", public.casefold())


def read(raw: bytes, format_: str) -> str:
    """Return all the text of a register."""
    if format_ == "xlsx":
        return json.dumps(sheets(raw), default=str)
    return raw.decode("utf-8-sig")


def test_an_empty_register_is_still_a_register() -> None:
    """With no commitment and nothing serious the register opens, says that its lists are empty, and adds up."""
    assessment = judged(claims=[], commitments=[])
    assert ((), "No item is in this list.") == (entries(assessment), sheets(render(assessment, "xlsx"))["All"][1][1])
    assert "total 0 = open 0" in render(assessment, "md").decode()


@pytest.mark.parametrize("profile", ["scrutiny", "audit"])
def test_real_records_have_every_commitment_and_every_serious_gap(profile: str) -> None:
    """Of the example records every commitment has a row, and no open finding of level high is without one."""
    assessment = real(profile)
    data = json.loads(render(assessment, "json"))
    shown = {name for item in data["items"] for name in item["fingerprints"]}
    assert {s.id for s in assessment.standings} <= {item["ref"] for item in data["items"]}
    assert {f.fingerprint for f in assessment.open if f.level == "high"} <= shown


def test_a_reply_stands_beside_its_item_in_every_format(tmp_path: Path) -> None:
    """What an owner replied is beside the item; where nobody did, that is said."""
    finding = gap(judged())
    reply = {
        **waived(judged()),
        "kind": "reply",
        "state": "disputed",
        "due": None,
        "granted_by": None,
        "words": "Not so.",
    }
    assessment = judged(ledger_with(tmp_path / "ledger.json", reply))
    rows = sheets(render(assessment, "xlsx"))["All"]
    replies = dict(zip(column(rows, "ref"), column(rows, "reply"), strict=True))
    assert ("disputed", "none recorded") == (replies[finding.fingerprint], replies[K1])
    assert "disputed: Not so." in render(assessment, "md").decode()
