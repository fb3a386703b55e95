"""The evidence matrix in each format, read back and opened in the programs that readers have."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest

from checker.model.finding import Assessment
from checker.reporters.access import for_publication
from checker.reporters.matrix import FORMATS
from checker.reporters.matrix.build import build
from tests.engine.case import CLAIM, assessed
from tests.rendering import accessibility_failures, browser_page, pdf_pages, pdf_text, to_csv, to_pdf
from tests.reporters.matrix.reading import READ, W, part
from tests.stories.reading import EXAMPLES
from tests.stories.reading import assessed as read

PAYLOADS = (
    "<script>document.title='ran'</script>",
    "<img src=x onerror=\"document.title='ran'\">",
    "=HYPERLINK(\"javascript:alert(1)\")",
    "+44 @SUM(1+1) -2",
    "| a | b | [x](javascript:alert(1)) `c` **d** _e_",
    "{{ 7 * 7 }} &amp; &lt;w:p/&gt; %P",
)  # fmt: skip
ALL = pytest.mark.parametrize("format_", sorted(FORMATS))


def hostile() -> Assessment:
    """Return a case in which titles and quotations hold scripts, formulas and markup."""
    claims = [{**CLAIM, "id": f"C{n}", "quote": payload} for n, payload in enumerate(PAYLOADS)]
    return assessed(claims=claims, source={"title": PAYLOADS[2]})


def saved(assessment: Assessment, format_: str, folder: Path) -> Path:
    """Save the matrix in a format and return its path."""
    path = folder / f"matrix.{format_}"
    path.write_bytes(FORMATS[format_](assessment))
    return path


@ALL
@pytest.mark.parametrize(
    ("as_of", "paths"), [("2022-01-20", ()), ("2025-10-01", (EXAMPLES,))], ids=["records", "examples"]
)
def test_every_format_has_the_same_cells(format_: str, as_of: str, paths: tuple[Path, ...]) -> None:
    """Read back by other means, every claim of every source has the words, signs and places of the matrix."""
    assessment = read(as_of, *paths)
    expected = {s.title: {r.id: [c.text for c in r.cells] for r in s.rows} for s in build(assessment).sheets}
    found = READ[format_](FORMATS[format_](assessment))

    assert len(expected) >= 4
    assert expected == {title: table for title, table in found.items() if table}


@ALL
def test_same_bytes_twice(format_: str) -> None:
    """The same assessment gives the same bytes."""
    assessment = read("2025-10-01", EXAMPLES)

    assert FORMATS[format_](assessment) == FORMATS[format_](assessment)


@ALL
def test_a_public_matrix_has_nothing_restricted(format_: str) -> None:
    """A claim in an exempt paragraph is in the matrix, and neither its words nor its cells in the public one."""
    claims = [CLAIM, {**CLAIM, "id": "C2", "at": "7.1", "quote": "will cost £90,000 in settlements"}]
    assessment = assessed(claims=claims, source={"restricted": [{"at": "7.1", "access": "exempt", "reason": "3"}]})

    assert list(next(iter(READ[format_](FORMATS[format_](assessment)).values()))) == ["C1", "C2"]
    assert list(next(iter(READ[format_](FORMATS[format_](for_publication(assessment))).values()))) == ["C1"]


def test_the_page_has_real_heads_and_is_accessible(tmp_path: Path) -> None:
    """Column and row heads are heads with a scope; axe finds nothing at a desk or on a phone."""
    path = saved(read("2025-10-01", EXAMPLES), "html", tmp_path)

    assert accessibility_failures(path) == []
    with browser_page(path, 1200) as page:
        assert page.locator("table tr:has(td) > :first-child:not(th[scope=row])").count() == 0
        assert page.locator("table thead th:not([scope=col])").count() == 0


def test_no_word_of_the_head_is_broken(tmp_path: Path) -> None:
    """On a narrow desk the longest name of a kind of evidence stands on one line."""
    path = saved(read("2022-01-20"), "html", tmp_path)
    with browser_page(path, 1100) as page:
        lines = page.evaluate("""() => {
            const head = [...document.querySelectorAll("thead th")].find(th => th.textContent.startsWith("Environmental"))
            const range = document.createRange()
            range.setStart(head.firstChild, 0)
            range.setEnd(head.firstChild, "Environmental".length)
            return range.getClientRects().length
        }""")
    assert lines == 1


def test_the_head_of_a_long_page_stays_in_sight(tmp_path: Path) -> None:
    """At a desk, the kinds of evidence stay at the top of the window while the claims go by."""
    path = saved(read("2022-01-20"), "html", tmp_path)
    with browser_page(path, 1200) as page:
        page.evaluate("document.querySelectorAll('table')[2].querySelector('tbody tr:nth-child(30)').scrollIntoView()")
        box = page.locator("table").nth(2).locator("thead th").first.bounding_box()
    assert 0 <= box["y"] < 100


def test_the_document_repeats_its_head_on_landscape_pages(tmp_path: Path) -> None:
    """In Word the page lies across, the head of each table is repeated, no claim is split over two pages."""
    path = saved(read("2022-01-20"), "docx", tmp_path)
    body = ElementTree.fromstring(part(path.read_bytes(), "word/document.xml"))
    tables = list(body.iter(f"{W}tbl"))
    size = next(body.iter(f"{W}pgSz"))

    assert size.get(f"{W}orient") == "landscape"
    assert all(len(list(table.iter(f"{W}tblHeader"))) == 1 for table in tables)
    assert all(len(list(table.iter(f"{W}tr"))) == len(list(table.iter(f"{W}cantSplit"))) for table in tables)
    printed = to_pdf(path, tmp_path)
    assert pdf_text(printed).count("Performance") >= pdf_pages(printed) - 1 > len(tables)


def test_the_workbook_is_ready_to_read_and_print() -> None:
    """Heads and first column are frozen, the head is repeated on paper, the page lies across and fits."""
    book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"](read("2022-01-20"))))
    for sheet in book.worksheets[:-1]:
        head = int(sheet.freeze_panes[1:]) - 1
        assert sheet.freeze_panes[0] == "B"
        assert sheet.cell(head, 1).value == "Claim"
        assert f"${head}:${head}" == sheet.print_title_rows
        assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert int(sheet.page_setup.fitToHeight) == 0
    assert all(len(name) <= 31 for name in book.sheetnames)


def test_sources_of_one_sort_and_day_have_tabs_of_their_own() -> None:
    """Two papers of the same sort and day get different tabs."""
    others = [{"source": {"id": "another-paper", "title": "Another paper"}, "claims": [{**CLAIM}]}]
    names = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"](assessed(others=others)))).sheetnames

    assert len({name.casefold() for name in names}) == 3


def test_formulas_are_words_in_a_workbook(tmp_path: Path) -> None:
    """LibreOffice shows quotations that begin like formulas as they were typed, and no cell is a formula."""
    path = saved(hostile(), "xlsx", tmp_path)
    shown = to_csv(path, tmp_path)
    cells = [c for sheet in openpyxl.load_workbook(path).worksheets for row in sheet.iter_rows() for c in row]

    assert {"s", "n"} >= {cell.data_type for cell in cells}
    assert not any(cell.hyperlink for cell in cells)
    assert [p for p in PAYLOADS if p.replace('"', '""') not in shown] == []


@pytest.mark.parametrize("format_", ["docx", "html"])
def test_markup_is_words_in_a_document(format_: str, tmp_path: Path) -> None:
    """LibreOffice and Chromium show scripts, formulas and markup in quotations as they were typed."""
    path = saved(hostile(), format_, tmp_path)
    if format_ == "docx":
        shown = "".join(pdf_text(to_pdf(path, tmp_path)).split())
    else:
        with browser_page(path, 1200) as page:
            shown = "".join(page.locator("body").inner_text().split())
            assert page.title() == "Claims and the evidence shown for them"
    parts = [word for payload in PAYLOADS for word in payload.split()]
    assert [word for word in parts if word not in shown] == []


def test_markup_is_words_in_markdown() -> None:
    """A Markdown reader makes no link, no code and no further cell out of a quotation, and shows it as typed."""
    from markdown_it import MarkdownIt

    page = MarkdownIt("commonmark", {"html": True}).enable("table").render(FORMATS["md"](hostile()).decode())
    cells = next(iter(READ["html"](page.encode()).values()))

    assert {11} == {len(row) for row in cells.values()}
    assert [mark for mark in ("<script", "<img", "<a ", "<code", "<em") if mark in page] == []


@ALL
def test_what_is_not_public_says_so(format_: str, tmp_path: Path) -> None:
    """A matrix on an exempt paper says so: on every page of Word and Excel, at both ends of the others."""
    restricted: dict[str, Any] = {"access": "exempt", "access_reason": "paragraph 3"}
    made = FORMATS[format_](assessed(source=restricted))
    places = {
        "docx": lambda: [part(made, "word/header1.xml"), part(made, "word/footer1.xml")],
        "xlsx": lambda: [
            text.encode()
            for sheet in openpyxl.load_workbook(io.BytesIO(made)).worksheets
            for text in (sheet.oddHeader.left.text, sheet.oddFooter.left.text)
        ],
        "html": lambda: [made.split(b"<main>")[0], made.split(b"<footer>")[1]],
        "md": lambda: [made[:100], made[-100:]],
    }

    assert all(b"EXEMPT: not for publication" in place for place in places[format_]())
