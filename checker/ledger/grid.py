"""Read an edited register, a workbook or CSV, into lines of cells; nothing is judged here."""

from __future__ import annotations

import csv
import datetime
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from checker.base.faults import NOWHERE, Fault, Place, Refused
from checker.model.register import BY_KEY, COLUMNS, EMPTY, MARK, WAIVER_TITLES, Cell, Column, unguarded

MAX_UNPACKED = 400_000_000
_KEYS = {column.title: column.key for column in COLUMNS}
_EPOCH = datetime.date(1899, 12, 30)
_SERIALS = range(20_000, 90_000)
_FORMS = (
    "%Y-%m-%d",
    "%d/%m/%Y",
    "%d.%m.%Y",
    "%d-%m-%Y",
    "%d %B %Y",
    "%d %b %Y",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%dT%H:%M:%S",
)


class Line(NamedTuple):
    """One row of one sheet."""

    sheet: str
    """Empty for CSV."""
    number: int
    cells: Mapping[str, Cell]
    """By column key; only the columns that the sheet has."""
    columns: Mapping[str, int]
    """Where each column stands, counted from 1."""

    def named(self, key: str) -> str:
        """Return the name of a cell as a person finds it: Open!T14."""
        cell = f"{letters(self.columns.get(key, 1))}{self.number}"
        return f"{self.sheet}!{cell}" if self.sheet else cell

    def place(self, key: str) -> Place:
        """Return the row and the column."""
        return Place(self.number, self.columns.get(key, 1))


class Grid(NamedTuple):
    """What a file holds."""

    lines: tuple[Line, ...]
    strangers: tuple[Fault, ...]
    """Warnings of columns that are not the register's, and are not read."""


def read_grid(raw: bytes, name: str) -> Grid:
    """Return the rows of every sheet that is a list of the register.

    Raises:
        Refused: where the file is neither a workbook nor CSV, or holds no such list.
    """
    sheets = _workbook(raw, name) if raw[:2] == b"PK" else {"": _comma(raw, name)}
    lines: list[Line] = []
    strangers: list[Fault] = []
    found = False
    for sheet, rows in sheets.items():
        head = [_title(cell) for cell in rows[0]] if rows else []
        if not {"ref", "based on"} <= set(head):
            continue
        found = True
        columns = {_KEYS[title]: number for number, title in enumerate(head, start=1) if title in _KEYS}
        strangers += _strangers(head, sheet, name)
        lines += _lines(sheet, rows, columns)
    if not found:
        raise _refused(name, "NOT-A-REGISTER", "no sheet has the columns ref and based on.", "Give an edited register.")
    return Grid(tuple(lines), tuple(strangers))


def _refused(name: str, code: str, what: str, todo: str) -> Refused:
    return Refused([Fault(name, NOWHERE, code, what, todo)])


def _title(cell: Any) -> str:
    return " ".join(str(cell).split()).removesuffix(MARK).strip().casefold() if cell is not None else ""


def _strangers(head: Sequence[str], sheet: str, name: str) -> Iterator[Fault]:
    for number, title in enumerate(head, start=1):
        if title and title not in _KEYS and title not in WAIVER_TITLES:
            where = f"{sheet}!{letters(number)}1" if sheet else f"{letters(number)}1"
            what = f'{where}: "{title}" is no column of the register; it was not read.'
            yield Fault(name, Place(1, number), "UNKNOWN-COLUMN", what, "What it says stays in the file.", warning=True)


def _lines(sheet: str, rows: Sequence[Sequence[Any]], columns: Mapping[str, int]) -> Iterator[Line]:
    for number, row in enumerate(rows[1:], start=2):
        cells = {
            key: _cell(row[place - 1], BY_KEY[key]) if place <= len(row) else None for key, place in columns.items()
        }
        said = [cell for cell in cells.values() if cell not in (None, "")]
        if said and said != [EMPTY]:
            yield Line(sheet, number, cells, columns)


def _cell(value: Any, column: Column) -> Cell:
    """Return a cell as the model has it: dates as dates, however they were written; the rest as text."""
    if isinstance(value, datetime.datetime):
        value = value.date()
    if value is None or value != value:  # noqa: PLR0124 not a number: an empty cell to some readers
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if column.type == "date" and isinstance(value, int) and value in _SERIALS:
        return _EPOCH + datetime.timedelta(days=value)
    if isinstance(value, datetime.date):
        return value
    text = str(value).replace("\r\n", "\n").replace("_x000D_", "").strip()
    if column.type == "date":
        return read_day(text) or text
    return text


def read_day(text: str) -> datetime.date | None:
    """Return a date as people write it, day before month and the year in full; None for anything else."""
    tidy = " ".join(text.split())
    for form in _FORMS:
        try:
            return datetime.datetime.strptime(tidy, form).date()  # noqa: DTZ007 a calendar day
        except ValueError:
            continue
    return None


def _workbook(raw: bytes, name: str) -> dict[str, list[list[Any]]]:
    import pandas as pd

    _check_archive(raw, name)
    try:
        frames = pd.read_excel(
            io.BytesIO(raw), sheet_name=None, header=None, engine="calamine", dtype=object, na_filter=False
        )
    except Exception as error:  # the reader has many of its own
        raise _refused(name, "NOT-A-WORKBOOK", f"it cannot be read ({type(error).__name__}).", _SAVE) from error
    return {str(sheet): frame.values.tolist() for sheet, frame in frames.items()}


_SAVE = "Save it as an Excel workbook (.xlsx) or as CSV UTF-8."


def _check_archive(raw: bytes, name: str) -> None:
    """Refuse what is no archive, and what would unpack to more than a register can hold."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except zipfile.BadZipFile as error:
        raise _refused(name, "NOT-A-WORKBOOK", "the file is cut off or damaged.", _SAVE) from error
    if size > MAX_UNPACKED:
        raise _refused(name, "TOO-LONG", f"it unpacks to {size:,} bytes, limit {MAX_UNPACKED:,}.", "Split the file.")


def _comma(raw: bytes, name: str) -> list[list[Any]]:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = f"byte 0x{raw[error.start]:02X} at offset {error.start} is not UTF-8."
        raise _refused(name, "ENCODING", what, _SAVE) from error
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    csv.field_size_limit(max(csv.field_size_limit(), 1_000_000))
    try:
        return [[*map(unguarded, row)] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]
    except csv.Error as error:
        raise _refused(name, "NOT-A-REGISTER", f"it is not CSV ({error}).", _SAVE) from error


def letters(number: int) -> str:
    """Return the name of a column: 1 is A, 27 is AA."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def by_ref(lines: Iterable[Line]) -> dict[str, list[Line]]:
    """Return the lines by ref, as it is written."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(str(line.cells.get("ref") or ""), []).append(line)
    return found
