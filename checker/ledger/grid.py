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
_NEEDED = {column.title for column in COLUMNS if column.key in ("ref", "based_on")}
_EDITED = {column.title for column in COLUMNS if column.edits}
_TELLING = 3
"""How many titles of the register make a sheet one of its lists."""
_LOOKED = 20
"""In how many rows from the top they are looked for."""
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
        Refused: where the file is neither a workbook nor CSV, holds no such list, or one that lacks a column it needs.
    """
    sheets = _workbook(raw, name) if raw[:2] == b"PK" else {"": _comma(raw, name)}
    lines: list[Line] = []
    strangers: list[Fault] = []
    faults: list[Fault] = []
    found = False
    for sheet, rows in sheets.items():
        number, head = _head(rows)
        if not head:
            continue
        found = True
        faults += _faults_of_head(number, head, sheet, name)
        columns = {_KEYS[title]: place for place, title in enumerate(head, start=1) if title in _KEYS}
        strangers += _strangers(head, rows, sheet, name)
        lines += _lines(sheet, rows, columns)
    if faults:
        raise Refused(faults)
    if not found:
        raise _refused(name, "NOT-A-REGISTER", "no sheet has the columns ref and based on.", "Give an edited register.")
    return Grid(tuple(lines), tuple(strangers))


def _head(rows: Sequence[Sequence[Any]]) -> tuple[int, list[str]]:
    """Return the row with the titles of a list, counted from 1, and the titles; none where the sheet is no list."""
    for number, row in enumerate(rows[:_LOOKED], start=1):
        head = [_title(cell) for cell in row]
        known = _KEYS.keys() & set(head)
        if known >= _NEEDED or (len(known) >= _TELLING and known & _EDITED):
            return number, head
    return 0, []


def _faults_of_head(number: int, head: Sequence[str], sheet: str, name: str) -> Iterator[Fault]:
    """Yield why the rows under these titles cannot be read: an edit in them would be lost without a word."""
    of, place = f'sheet "{sheet}"' if sheet else "the file", Place(number, 1)
    for title in sorted(_NEEDED - set(head)):
        what = f'{of} has no column "{title}", so that its rows cannot be read.'
        yield Fault(name, place, "NOT-A-REGISTER", what, f"Put it back, or export the register again.{_own(sheet)}")
    for title in dict.fromkeys(title for title in head if title in _KEYS and head.count(title) > 1):
        named = " and ".join(letters(place) for place, one in enumerate(head, start=1) if one == title)
        what = f'{of} has the column "{title}" more than once ({named}).'
        yield Fault(name, place, "NOT-A-REGISTER", what, "Keep the one that came with the register.")
    if number > 1:
        what = f"{of} has its titles in row {number}, not in the first."
        yield Fault(name, place, "NOT-A-REGISTER", what, f"Delete what is above them.{_own(sheet)}")


def _own(sheet: str) -> str:
    return " A sheet of your own goes into another file." if sheet else ""


def _refused(name: str, code: str, what: str, todo: str) -> Refused:
    return Refused([Fault(name, NOWHERE, code, what, todo)])


def _title(cell: Any) -> str:
    return " ".join(str(cell).split()).removesuffix(MARK).strip().casefold() if cell is not None else ""


def _strangers(head: Sequence[str], rows: Sequence[Sequence[Any]], sheet: str, name: str) -> Iterator[Fault]:
    for number, title in enumerate(head, start=1):
        written = title or any(row[number - 1] not in (None, "") for row in rows if number <= len(row))
        if written and title not in _KEYS and title not in WAIVER_TITLES:
            where = f"{sheet}!{letters(number)}1" if sheet else f"{letters(number)}1"
            named = f'"{title}" is no column of the register' if title else "the column has no title"
            what = f"{where}: {named}; it was not read."
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
