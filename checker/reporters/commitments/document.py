"""Word documents that a council may restyle: headings, tables and pictures in named styles, nothing else."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Sequence
from typing import Any

from checker.model.finding import Assessment
from checker.reporters.archive import settled
from checker.reporters.footing import foot

_WIDE, _NARROW, _MARGIN = 297, 210, 15
"""A4 in millimetres, and its margin."""
TEXT_WIDTH = _WIDE - 2 * _MARGIN
_INK, _TINT = "1A1A1A", "F3F5F7"


def clean(text: str) -> str:
    """Return the text without the characters that XML cannot hold."""
    return "".join(
        c for c in text if c in "\t\n" or (c >= " " and not 0xD800 <= ord(c) <= 0xDFFF and c not in "\ufffe\uffff")
    )


class Document:
    """An A4 document, landscape for tables or upright for a picture; it says on every page who may read it."""

    def __init__(self, title: str, assessment: Assessment, access: str, *, upright: bool = False) -> None:
        import docx

        self._made = docx.Document()
        self._properties(title, assessment.as_of)
        self._page(access, upright)
        self._styles()
        self._made.add_paragraph(clean(title), style="Title")

    def _properties(self, title: str, as_of: datetime.date) -> None:
        then = datetime.datetime(as_of.year, as_of.month, as_of.day)  # noqa: DTZ001  Word keeps no zone
        properties = self._made.core_properties
        properties.title, properties.language, properties.author = clean(title), "en-GB", "checker"
        properties.created = properties.modified = properties.last_printed = then
        properties.comments, properties.revision = "", 1

    def _page(self, access: str, upright: bool) -> None:
        section = self._made.sections[0]
        _turned(section, upright=upright)
        if access != "public":
            for part in (section.header, section.footer):
                run = part.paragraphs[0].add_run(f"{access.upper()}: not for publication")
                run.bold = True

    def _styles(self) -> None:
        from docx.oxml.ns import qn
        from docx.shared import Pt, RGBColor

        sizes = {"Normal": 10, "Title": 20, "Heading 1": 14, "Heading 2": 11}
        for name, size in sizes.items():
            style = self._made.styles[name]
            style.font.name, style.font.size = "Arial", Pt(size)
            style.font.color.rgb = RGBColor.from_string(_INK)
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)
        self._made.styles["Normal"].paragraph_format.space_after = Pt(4)
        for language in self._made.styles.element.iter(qn("w:lang")):
            language.set(qn("w:val"), "en-GB")

    def landscape(self) -> None:
        """Turn the page for what follows: landscape, for tables."""
        _turned(self._made.add_section(), upright=False)

    def heading(self, text: str, level: int = 1) -> None:
        """Add a heading."""
        self._made.add_heading(clean(text), level)

    def line(self, text: str, *, bold: bool = False) -> None:
        """Add a paragraph."""
        self._made.add_paragraph().add_run(clean(text)).bold = bold or None

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]], shares: Sequence[int], says: str) -> None:
        """Add a table whose heading is repeated on every page; `shares` are its widths in hundredths."""
        from docx.shared import Mm

        table = self._made.add_table(rows=1, cols=len(head), style="Table Grid")
        table.autofit = False
        for text, cell in zip(head, table.rows[0].cells, strict=True):
            cell.paragraphs[0].add_run(clean(text)).bold = True
            _shade(cell)
        _repeat(table.rows[0])
        for row in rows:
            made = table.add_row()
            _whole(made)
            for text, cell in zip(row, made.cells, strict=True):
                _fill(cell, text)
        for column, share in zip(table.columns, shares, strict=True):
            column.width = Mm(TEXT_WIDTH * share / 100)
            for cell in column.cells:
                cell.width = Mm(TEXT_WIDTH * share / 100)
        _described(table, says)
        self._made.add_paragraph()

    def picture(self, png: bytes, says: str, width: float, height: float) -> None:
        """Add a picture with its text alternative, as large as an upright page allows under a title."""
        from docx.shared import Mm

        wide = min(_NARROW - 2 * _MARGIN, (_WIDE - 2 * _MARGIN - 48) * width / height)
        shape = self._made.add_picture(io.BytesIO(png), width=Mm(wide))
        properties = shape._inline.docPr
        properties.set("descr", clean(says))
        properties.set("title", clean(says.split(".", maxsplit=1)[0]))

    def bytes(self, assessment: Assessment) -> bytes:
        """Return the finished file, its closing lines added."""
        for text in foot(assessment):
            self.line(text)
        out = io.BytesIO()
        self._made.save(out)
        return settled(out.getvalue())


def _turned(section: Any, *, upright: bool) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    width, height = (_NARROW, _WIDE) if upright else (_WIDE, _NARROW)
    section.orientation = WD_ORIENT.PORTRAIT if upright else WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN)


def _fill(cell: Any, text: str) -> None:
    lines = clean(text).split("\n")
    cell.paragraphs[0].add_run(lines[0])
    for line in lines[1:]:
        cell.add_paragraph(line)


def _element(parent: Any, name: str, **attributes: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    parent.append(made)


def _shade(cell: Any) -> None:
    _element(cell._tc.get_or_add_tcPr(), "w:shd", val="clear", color="auto", fill=_TINT)


def _repeat(row: Any) -> None:
    _whole(row)
    _element(row._tr.get_or_add_trPr(), "w:tblHeader")


def _whole(row: Any) -> None:
    _element(row._tr.get_or_add_trPr(), "w:cantSplit")


def _described(table: Any, says: str) -> None:
    properties = table._tbl.tblPr
    _element(properties, "w:tblCaption", val=clean(says))
