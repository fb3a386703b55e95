"""The evidence matrix as a Word document on landscape A4."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from typing import Any

from checker.model.finding import Assessment
from checker.reporters.archive import settled
from checker.reporters.matrix.build import KEY, Cell, Matrix, Row, Sheet, build

_CLAIM, _CELL = 53.0, 20.0
"""Widths of the columns in millimetres."""
_TINTS = {"met": "EAF3EE", "gap": "FDF3E7", "overdue": "FDF3E7", "weak": "F3F5F7", "promised": "F3F5F7", "cannot_tell": "F3F5F7"}  # fmt: skip
_SOFT = "4A4A4A"


def render(assessment: Assessment) -> bytes:
    """Return the matrix as a Word document."""
    import docx

    matrix = build(assessment)
    document = docx.Document()
    _set_up(document, matrix, assessment.as_of)
    document.add_heading(matrix.title, level=1)
    for line in (matrix.line, *matrix.notes):
        document.add_paragraph(line)
    _key(document)
    for number, sheet in enumerate(matrix.sheets):
        _section(document, sheet, matrix, new_page=number > 0)
    for line in matrix.foot:
        document.add_paragraph(line).style = document.styles["Caption"]
    out = io.BytesIO()
    document.save(out)
    return settled(out.getvalue())


def _set_up(document: Any, matrix: Matrix, as_of: datetime.date) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm, Pt

    page = document.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(12)
    for name in ("Normal", "Caption", "Heading 1", "Heading 2"):
        style = document.styles[name]
        style.font.name = "Arial"
        style.font.color.rgb = None
        if style.element.rPr.rFonts is not None:
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                style.element.rPr.rFonts.attrib.pop(_w(theme), None)
    document.styles["Normal"].font.size = Pt(9)
    document.styles["Caption"].font.bold = False
    document.styles["Normal"].paragraph_format.space_after = Pt(3)
    _language(document)
    restricted = "" if matrix.access == "public" else f"{matrix.access.upper()}: not for publication"
    page.header.paragraphs[0].text = restricted
    page.footer.paragraphs[0].text = f"{restricted}   Page " if restricted else "Page "
    _field(page.footer.paragraphs[0], "PAGE")
    about, then = document.core_properties, datetime.datetime.combine(as_of, datetime.time(), datetime.UTC)
    about.title, about.author, about.last_modified_by, about.comments = matrix.title, "checker", "checker", ""
    about.created = about.modified = then
    about.language = "en-GB"


def _language(document: Any) -> None:
    """Say that the document is in British English, so that it is read aloud as such."""
    for element in document.styles.element.iter(_w("lang")):
        element.set(_w("val"), "en-GB")


def _key(document: Any) -> None:
    document.add_heading("What the words mean", level=2)
    for sign, word, meaning in KEY:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{sign} {word}".strip()).bold = True
        paragraph.add_run(f": {meaning}.")


def _section(document: Any, sheet: Sheet, matrix: Matrix, *, new_page: bool) -> None:
    heading = document.add_heading(sheet.title, level=2)
    heading.paragraph_format.page_break_before = new_page
    document.add_paragraph(sheet.line).paragraph_format.keep_with_next = True
    for note in sheet.notes:
        document.add_paragraph(note).paragraph_format.keep_with_next = True
    table = _table(document, sheet, matrix)
    _write_bold(_new_row(table, head=True), ("Claim", *matrix.columns))
    for row in sheet.rows:
        _write_claim(_new_row(table), row)
    totals = (total or "–" for total in sheet.totals)
    _write_bold(_new_row(table), ("Shown, of the claims it is called for with", *totals))


def _table(document: Any, sheet: Sheet, matrix: Matrix) -> Any:
    """Return an empty table that says what it is, and that its first row and column are heads."""
    from docx.shared import Mm

    table = document.add_table(rows=0, cols=1 + len(matrix.columns), style="Table Grid")
    table.autofit = False
    for number, column in enumerate(table.columns):
        column.width = Mm(_CELL if number else _CLAIM)
    properties = table._tbl.tblPr
    look = properties.find(_w("tblLook"))
    if look is not None:
        properties.remove(look)
    _add(properties, "tblLook", val="00A0", firstRow="1", lastRow="0", firstColumn="1", lastColumn="0", noHBand="1", noVBand="1")  # fmt: skip
    _frame(properties)
    _add(properties, "tblCaption", val=sheet.title)
    _add(properties, "tblDescription", val="Claims down, kinds of evidence across; each cell says what was found.")
    return table


def _frame(properties: Any) -> None:
    """Give the table thin grey lines and little padding; the order of these elements is that of the standard."""
    borders, margins = _add(properties, "tblBorders"), _add(properties, "tblCellMar")
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV"):
        _add(borders, edge, val="single", sz="4", space="0", color="A6A6A6")
    for edge, width in (("top", "40"), ("left", "50"), ("bottom", "40"), ("right", "30")):
        _add(margins, edge, w=width, type="dxa")
    properties.find(_w("tblLayout")).addprevious(borders)
    properties.find(_w("tblLook")).addprevious(margins)


def _new_row(table: Any, *, head: bool = False) -> list[Any]:
    """Return the cells of a new row that is not split over pages; the head is repeated on each."""
    from docx.shared import Mm

    row = table.add_row()
    properties = row._tr.get_or_add_trPr()
    _add(properties, "cantSplit")
    if head:
        _add(properties, "tblHeader")
    cells = list(row.cells)
    for number, cell in enumerate(cells):
        cell.width = Mm(_CELL if number else _CLAIM)
    return cells


def _write_bold(cells: Sequence[Any], texts: Sequence[str]) -> None:
    for cell, text in zip(cells, texts, strict=True):
        _run(cell, text, bold=True, size=6.5)
        _shade(cell, "F3F5F7")


def _write_claim(cells: Sequence[Any], row: Row) -> None:
    _run(cells[0], f"{row.at} ", bold=True)
    _run(cells[0], f"{row.words} ")
    _run(cells[0], row.id, color=_SOFT)
    for place, cell in zip(cells[1:], row.cells, strict=True):
        _write_cell(place, cell)


def _write_cell(place: Any, cell: Cell) -> None:
    if cell.finding is None:
        _run(place, cell.word, size=6.5, color=_SOFT)
        return
    _run(place, f"{cell.sign} {cell.word}".strip())
    if cell.place:
        place.paragraphs[0].add_run().add_break()
        _run(place, cell.place)
    _shade(place, _TINTS[cell.outcome])


def _run(cell: Any, text: str, *, bold: bool = False, size: float = 7.5, color: str = "") -> None:
    from docx.shared import Pt, RGBColor

    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, Pt(size)
    if color:
        run.font.color.rgb = RGBColor.from_string(color)


def _shade(cell: Any, tint: str) -> None:
    if tint:
        _add(cell._tc.get_or_add_tcPr(), "shd", val="clear", color="auto", fill=tint)


def _field(paragraph: Any, code: str) -> None:
    run = paragraph.add_run()
    for kind in ("begin", "", "end"):
        if kind:
            _add(run._r, "fldChar", fldCharType=kind)
        else:
            _add(run._r, "instrText").text = code


def _add(parent: Any, name: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement

    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(_w(key), value)
    parent.append(element)
    return element


def _w(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))
