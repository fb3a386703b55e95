"""The register as a workbook: sheets as audit committees use them. Every text is written as text."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from checker.model.register import (
    BY_KEY,
    COLUMNS,
    EMPTY,
    MARK,
    WAIVER_TITLES,
    Cell,
    Column,
    fitting,
)
from checker.reporters.archive import settled
from checker.reporters.register import chart, choices, tables
from checker.reporters.register.contents import EDITING, TITLE, Register
from checker.reporters.register.layout import WIDEST, fitted, formats_of, height
from checker.reporters.register.rows import STATES, Entry

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_WAIVER = (
    Column("reason", WAIVER_TITLES[0]),
    Column("approver", WAIVER_TITLES[1]),
    Column("until", WAIVER_TITLES[2], "date"),
)
_AFTER = COLUMNS.index(BY_KEY["promised_on"])
_SCALE = 70
_PAGES = ("promised_on", "where")
"""The columns that begin the second and the third printed page; ref stands on each."""
_PRINTED_TO = "note"
_HEAD_POINTS, _LIST_HEAD_POINTS = 28, 40
_ONE_LINE = 18
"""Characters of a head that fit on one line of the narrowest column."""
_SMALL = '&"Arial,Regular"&8'


def render(register: Register) -> bytes:
    """Return the register as an Excel workbook, dated the day of the assessment."""
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as workbook:
        made = datetime.datetime.combine(register.assessment.as_of, datetime.time())
        workbook.set_properties({"title": TITLE, "subject": register.heading(), "created": made})
        _Sheets(workbook, register).write()
    return settled(out.getvalue())


class _Sheets:
    """Writes the sheets of one workbook."""

    def __init__(self, workbook: Workbook, register: Register) -> None:
        self.workbook, self.register, self.formats = workbook, register, formats_of(workbook)
        self.made: dict[str, list[Cell]] = {}
        self.decisions = ""
        """From where the lists of decisions choose."""

    def write(self) -> None:
        """Write every sheet in order."""
        self._summary()
        for listing in self.register.lists:
            self._list(listing.name, listing.entries, listing.says)
        self._table("By body and directorate", tables.by_body(self.register))
        self._table("By rule", tables.by_rule(self.register))
        self._trend()
        self._list("All", self.register.entries, "Every item")

    def _sheet(self, name: str, says: str) -> Worksheet:
        sheet = self.workbook.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.6)
        register = self.register
        access = "" if register.access == "public" else f"&C&B{register.access.upper()}: not for publication"
        access = access.replace("&C", f"&C{_SMALL}")
        sheet.set_header(f"&L{_SMALL}{_quiet(says)}{access}&R{_SMALL}{_quiet(register.heading())}")
        checkpoint = register.assessment.casefile.ledger.witnessed(register.assessment.as_of)
        sheet.set_footer(f"&L{_SMALL}ledger {checkpoint}{access}&R{_SMALL}Page &P of &N")
        return sheet

    def _list(self, name: str, entries: Sequence[Entry], says: str) -> None:
        sheet = self._sheet(name, says)
        waived = name == "Waived"
        columns = (*COLUMNS[:_AFTER], *_WAIVER, *COLUMNS[_AFTER:]) if waived else COLUMNS
        rows = [self._waived(entry) if waived else self._cells(entry) for entry in entries]
        widths = [_width(column, [row[number] for row in rows]) for number, column in enumerate(columns)]
        sheet.set_row(0, _LIST_HEAD_POINTS)
        for number, column in enumerate(columns):
            head = self.formats.edited_head if column.edits else self.formats.head
            sheet.write_string(0, number, f"{column.title}{MARK if column.edits else ''}", head)
            sheet.set_column(number, number, widths[number])
        looks = [self._look(column) for column in columns]
        for line, row in enumerate(rows, start=1):
            sheet.set_row(line, height(row[:-1], widths[:-1]))
            for number, cell in enumerate(row):
                self._write(sheet, line, number, cell, looks[number])
        if not rows:
            sheet.write_string(1, 1, EMPTY, self.formats.plain)
        self._frame(sheet, columns, len(rows))

    def _frame(self, sheet: Worksheet, columns: Sequence[Column], count: int) -> None:
        """Freeze, filter, offer lists, and set how the sheet prints: the item on one page, what was done beside it."""
        keys = [column.key for column in columns]
        last = max(count, 1)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, last, len(columns) - 1)
        sheet.repeat_rows(0)
        sheet.repeat_columns(0)
        pages = [keys.index(key) for key in _PAGES]
        sheet.set_print_scale(_SCALE)
        sheet.print_across()
        sheet.set_v_pagebreaks(pages)
        sheet.print_area(0, 0, last, keys.index(_PRINTED_TO) if count else pages[0] - 1)
        for key, rule in choices.validations(self.decisions):
            sheet.data_validation(1, keys.index(key), last, keys.index(key), dict(rule))

    def _cells(self, entry: Entry) -> list[Cell]:
        """Return the cells of an item, made once for all sheets."""
        made = self.made.get(entry.row.ref)
        if made is None:
            made = self.made[entry.row.ref] = [entry.row.shown(column) for column in COLUMNS]
        return made

    def _waived(self, entry: Entry) -> list[Cell]:
        """Return the cells of a waived item: reason, approver and last day among them."""
        event, cells = entry.waiver, self._cells(entry)
        said = fitting(self.register.assessment.casefile.ledger.said(event)) if event else None
        waiver = (said, event.granted_by, event.due) if event else (None, None, None)
        return [*cells[:_AFTER], *waiver, *cells[_AFTER:]]

    def _look(self, column: Column) -> Any:
        """Return how the cells of a column look."""
        formats = self.formats
        if column.key == "based_on":
            return formats.narrow
        if column.type == "date":
            return formats.edited_day if column.edits else formats.day
        if column.type == "number":
            return formats.number
        return formats.edited_text if column.edits else formats.text

    @staticmethod
    def _write(sheet: Worksheet, line: int, number: int, cell: Cell, look: Any) -> None:
        if isinstance(cell, str) and cell:
            sheet.write_string(line, number, cell, look)
        elif isinstance(cell, datetime.date):
            sheet.write_datetime(line, number, datetime.datetime.combine(cell, datetime.time()), look)
        elif isinstance(cell, int):
            sheet.write_number(line, number, cell, look)
        else:
            sheet.write_blank(line, number, None, look)

    def _summary(self) -> None:
        register, formats = self.register, self.formats
        sheet = self._sheet("Summary", TITLE)
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, 5, 15)
        sheet.fit_to_pages(1, 0)
        sheet.write_string(0, 0, TITLE, formats.title)
        sheet.set_row(0, 22)
        access = [] if register.access == "public" else [f"{register.access.upper()}: not for publication"]
        line = 1
        for text in (*access, register.heading(), *EDITING):
            sheet.write_string(line, 0, text, formats.strong if text in access else formats.plain)
            line += 1
        line = self._block(sheet, line + 1, ("level", *STATES, "total"), register.by_level())
        for text in (f"Check: {register.check()}", register.commitments().capitalize()):
            sheet.write_string(line, 0, text, formats.strong)
            line += 1
        lists = [(listing.name, len(listing.entries)) for listing in register.lists]
        line = self._block(sheet, line + 1, ("sheet", "items"), [*lists, ("All", len(register.entries))])
        heads = ("findings of the run", "assessed", "in a row here", "in the row of a commitment", "not here")
        line = self._block(sheet, line + 1, heads, list(register.reconciled()))
        note = "Not here: nothing open, a lower level than the register takes, or another body."
        sheet.write_string(line, 0, note, formats.plain)
        self.decisions = choices.by_ref("Summary", line + 4)  # after a free row and the head
        line = self._block(sheet, line + 2, ("decision", ""), choices.decisions())
        line = self._block(sheet, line + 1, ("to run this again", ""), register.run())
        for number, text in enumerate(register.foot(), start=line + 1):
            sheet.write_string(number, 0, text, formats.plain)

    def _block(
        self, sheet: Worksheet, line: int, heads: Sequence[str], rows: Sequence[Sequence[Cell]], first: int = 0
    ) -> int:
        """Write a small table and return the line after it."""
        numbers = {number for row in rows for number, cell in enumerate(row, start=first) if isinstance(cell, int)}
        sheet.set_row(line, _HEAD_POINTS if any(len(head) > _ONE_LINE for head in heads) else _HEAD_POINTS / 2)
        for number, head in enumerate(heads, start=first):
            look = self.formats.number_head if number in numbers else self.formats.head
            sheet.write_string(line, number, head, look)
        for row in rows:
            line += 1
            for number, cell in enumerate(row, start=first):
                digest = isinstance(cell, str) and number > first and len(heads) == 2
                look = self.formats.number if isinstance(cell, int) else self.formats.text
                look = self.formats.day if isinstance(cell, datetime.date) else look
                self._write(sheet, line, number, cell, self.formats.plain if digest else look)
        return line + 1

    def _table(self, name: str, table: tables.Table) -> Worksheet:
        sheet = self._sheet(name, name)
        for number, head in enumerate(table.heads):
            sheet.set_column(number, number, fitted(head, (row[number] for row in table.rows), 48))
        self._block(sheet, 0, table.heads, table.rows)
        if table.rows:
            sheet.autofilter(0, 0, len(table.rows), len(table.heads) - 1)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.fit_to_pages(1, 0)
        return sheet

    def _trend(self) -> None:
        table = tables.trend(self.register)
        sheet = self._table("Trend", table)
        note = "A finding counts from the day of its source, as it is judged today. Waived items do not count."
        sheet.write_string(max(len(table.rows) + 2, chart.LINES), 0, note, self.formats.plain)
        shown = chart.of_trend(self.workbook, table)
        sheet.insert_chart(0, 4, shown, {"description": chart.in_words(table), "x_offset": 20})


def _width(column: Column, cells: Sequence[Cell]) -> int:
    """Return the width of a column; one to be written in is as wide when it is still empty."""
    widest = WIDEST.get(column.key, 11)
    return widest if column.edits else fitted(column.title, cells, widest)


def _quiet(text: str) -> str:
    """Return a text that a page header takes as it is."""
    return text.replace("&", "&&")[:120]
