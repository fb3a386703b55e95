"""The evidence matrix as a workbook: one sheet a source, every cell text."""

from __future__ import annotations

import datetime
import io
import re
import textwrap
from collections.abc import Sequence
from typing import Any

from checker.model.finding import Assessment
from checker.model.source import Source
from checker.reporters.archive import settled
from checker.reporters.matrix.build import KEY, Matrix, Sheet, build
from checker.reporters.names import kind_name

_CLAIM, _CELL = 42, 12
"""Widths of the columns, in characters of the workbook's own size."""
_LINE = 12.0
"""Height of a line of nine points."""
_PER_LINE = 1.45
"""How many letters of nine points go into the width of one of the workbook's own size."""
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
_TINTS = {"met": "#EAF3EE", "gap": "#FDF3E7", "overdue": "#FDF3E7", "weak": "#F3F5F7", "promised": "#F3F5F7", "cannot_tell": "#F3F5F7"}  # fmt: skip


def render(assessment: Assessment) -> bytes:
    """Return the matrix as a workbook."""
    import xlsxwriter

    matrix = build(assessment)
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": matrix.title, "author": "checker", "created": datetime.datetime.combine(assessment.as_of, datetime.time(), datetime.UTC)})  # fmt: skip
    formats = _formats(book)
    names: set[str] = set()
    for sheet in matrix.sheets:
        _write_sheet(book.add_worksheet(_name(_called(sheet.source), names)), sheet, matrix, formats)
    _write_key(book.add_worksheet(_name("What the words mean", names)), matrix, formats)
    book.close()
    return settled(out.getvalue())


def _formats(book: Any) -> dict[str, Any]:
    plain = {
        "text_wrap": True,
        "valign": "top",
        "font_size": 9,
        "font_name": "Arial",
        "border": 1,
        "border_color": "#C4C4C4",
    }
    made = {name: book.add_format({**plain, "bg_color": tint}) for name, tint in _TINTS.items()}
    made["plain"] = book.add_format(plain)
    made["none"] = book.add_format({**plain, "font_size": 8, "font_color": "#4A4A4A"})
    made["head"] = book.add_format(
        {**plain, "bold": True, "font_size": 8, "valign": "bottom", "bg_color": "#F3F5F7", "bottom": 2}
    )
    made["title"] = book.add_format({"bold": True, "font_size": 14, "font_name": "Arial"})
    made["line"] = book.add_format({"font_color": "#4A4A4A", "font_name": "Arial", "font_size": 10})
    return made


def _called(source: Source) -> str:
    """Return a name that tells a source from others in a row of tabs: its sort and its day."""
    day = f" {source.date}" if source.date else ""
    return f"{kind_name(source).capitalize()}{day}"


def _name(title: str, taken: set[str]) -> str:
    """Return a name that a sheet may have, and that no other one has."""
    base = _NOT_IN_NAMES.sub(" ", title).strip()[:_LONGEST_NAME].strip() or "Source"
    name, number = base, 1
    while name.casefold() in taken:
        number += 1
        name = f"{base[: _LONGEST_NAME - 4]} ({number})"
    taken.add(name.casefold())
    return name


def _write_sheet(page: Any, sheet: Sheet, matrix: Matrix, formats: dict[str, Any]) -> None:
    _set_up(page, matrix)
    page.write_string(0, 0, sheet.title, formats["title"])
    lines = (sheet.line, matrix.line, *sheet.notes)
    for number, line in enumerate(lines, start=1):
        page.write_string(number, 0, line, formats["line"])
    head = 1 + len(lines)
    _write_row(page, head, ("Claim", *matrix.columns), [formats["head"]])
    for number, row in enumerate(sheet.rows, start=head + 1):
        kinds = [formats[cell.outcome if cell.finding else "none"] for cell in row.cells]
        _write_row(page, number, (row.text, *(cell.text for cell in row.cells)), [formats["plain"], *kinds])
    totals = ("Shown, of the claims it is called for with", *(total or "–" for total in sheet.totals))
    _write_row(page, head + 1 + len(sheet.rows), totals, [formats["head"]])
    page.freeze_panes(head + 1, 1)
    page.repeat_rows(head)
    page.set_column(0, 0, _CLAIM)
    page.set_column(1, len(matrix.columns), _CELL)


def _write_row(page: Any, number: int, texts: Sequence[str], formats: Sequence[Any]) -> None:
    """Write a row as text, high enough for its longest cell; one format stands for all where there is one."""
    for column, text in enumerate(texts):
        page.write_string(number, column, text, formats[min(column, len(formats) - 1)])
    widths = [int(_PER_LINE * width) for width in (_CLAIM, *(_CELL for _ in texts[1:]))]
    lines = max(len(textwrap.wrap(text, width)) for text, width in zip(texts, widths, strict=True))
    page.set_row(number, _LINE * max(lines, 1) + 3)


def _set_up(page: Any, matrix: Matrix) -> None:
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.7)
    restricted = "" if matrix.access == "public" else f"{matrix.access.upper()}: not for publication"
    page.set_header(f"&L{restricted}&R&A")
    page.set_footer(f"&L{restricted}&R&P of &N")


def _write_key(page: Any, matrix: Matrix, formats: dict[str, Any]) -> None:
    _set_up(page, matrix)
    page.write_string(0, 0, "What the words mean", formats["title"])
    for number, row in enumerate((("Sign", "Word", "Meaning"), *KEY), start=2):
        for column, text in enumerate(row):
            page.write_string(number, column, text, formats["plain" if number > 2 else "head"])
        page.set_row(number, _LINE * (len(row[2]) // 90 + 1) + 3)
    for number, note in enumerate((*matrix.notes, *matrix.foot), start=len(KEY) + 4):
        page.merge_range(number, 0, number, 2, "", formats["plain"])
        page.write_string(number, 0, note, formats["plain"])
        page.set_row(number, _LINE * (len(note) // 110 + 1) + 3)
    page.set_column(0, 0, 8)
    page.set_column(1, 1, 18)
    page.set_column(2, 2, 90)
