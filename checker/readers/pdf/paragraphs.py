"""Lines to paragraphs: what goes on and what begins anew."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from checker.readers.pdf.footnotes import SIGN, usual_size
from checker.readers.pdf.marks import Mark
from checker.readers.pdf.sheets import Line, Sheet

_ENDED = re.compile(r"[.!?:;][\"'\u2019\u201d)\]]*$")
_STOPPED = re.compile(r"[.!?][\"'\u2019\u201d)\]]*$")
_JOINING = (
    "a an and at by for from in is of on or our paragraph paragraphs section sections see table that the their to with"
)
_JOINTS = frozenset(_JOINING.split())


@dataclass(slots=True)
class Piece:
    """The lines of one paragraph and the mark before it."""

    lines: list[Line]

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0]

    @property
    def mark(self) -> Mark | None:
        """The mark before it."""
        return self.lines[0].mark

    @property
    def text(self) -> str:
        """Its words, a newline where each line ends."""
        text = "\n".join(line.text for line in self.lines)
        mark = self.lines[0].mark
        if self.lines[0].note:
            return SIGN.sub("", text, count=1)
        if mark and mark.kind == "dotted" and mark.length == len(mark.printed) < len(text) and not self.lines[0].cell:
            return f"{mark.printed} {text[mark.length :]}"
        return text[mark.length :] if mark and mark.kind == "bullet" else text


@dataclass(slots=True)
class Measures:
    """What is usual in a document."""

    leading: float
    """Distance of baselines in sizes of the letters."""
    size: float
    right: dict[tuple[int, int], float]
    """Right edge of the text, by page and column."""
    cells: dict[tuple[int, int], float]
    """Right edge of the columns of tables, by table and column."""

    def edge(self, line: Line) -> float:
        """Return how far to the right a line could have run."""
        if line.cell:
            return self.cells.get((line.cell[0], line.cell[2]), line.x1)
        return self.right.get((line.page, line.column), line.x1)


def joined(sheets: list[Sheet]) -> tuple[list[Piece], Measures]:
    """Return the paragraphs of all pages in order."""
    measures = _measures(sheets)
    pieces: list[Piece] = []
    notes: list[Piece] = []
    last: Piece | None = None
    cells: dict[tuple[int, int, int], Piece] = {}
    for sheet in sheets:
        for line in sheet.lines:
            held = cells.get(line.cell) if line.cell else last
            if line.note:
                _note(notes, line)
            elif held and continues(held, line, measures):
                held.lines.append(line)
            else:
                if notes and last and last.lines[-1].page != line.page:
                    pieces += notes
                    notes = []
                last = Piece([line])
                pieces.append(last)
                if line.cell:
                    cells[line.cell] = last
    return [*pieces, *notes], measures


def _note(notes: list[Piece], line: Line) -> None:
    if notes and not SIGN.match(line.text):
        notes[-1].lines.append(line)
    else:
        notes.append(Piece([line]))


def _measures(sheets: list[Sheet]) -> Measures:
    leadings: Counter[float] = Counter()
    right: dict[tuple[int, int], float] = {}
    cells: dict[tuple[int, int], float] = {}
    for sheet in sheets:
        cells |= sheet.rights
        last: Line | None = None
        for line in sheet.lines:
            if line.cell is None:
                key = sheet.page, line.column
                right[key] = max(right.get(key, 0.0), line.x1)
            if last and last.cell == line.cell and 0.8 < (drop := (last.y - line.y) / line.size) < 2.5:
                leadings[round(drop, 2)] += 1
            last = line
    usual = Counter(round(x) for x in right.values()).most_common(1)[0][0] if right else 0
    right = {key: max(x, usual) if key[1] == 0 and x > 0.7 * usual else x for key, x in right.items()}
    leading = leadings.most_common(1)[0][0] if leadings else 1.15
    return Measures(leading, usual_size(sheets), right, cells)


def continues(piece: Piece, line: Line, measures: Measures) -> bool:
    """Tell whether a line goes on with a paragraph."""
    last = piece.lines[-1]
    if last.cell != line.cell:
        return False
    if last.broken:
        return True
    ended = _ENDED.search(last.text) is not None
    lower = _lower(line.text)
    onward = not ended and (lower or _runs_on(last))
    if abs(last.size - line.size) > (0.3 if onward else 0.12) * last.size:
        return False
    if last.page != line.page or last.column != line.column:
        return _runs_over(last, line, measures)
    if line.mark and _begins(piece, last, line, measures):
        return False
    drop = (last.y - line.y) / line.size
    if drop < 0.3 or (last.bold != line.bold and not onward):
        return False
    if drop > (1.75 if lower and not ended else 1.3) * measures.leading:
        return False
    if onward or (not ended and _hangs(piece, line) and not _short(last, measures)):
        return True
    return not _room(last, line, measures) and not _indented(piece, line)


def _lower(text: str) -> bool:
    """Tell whether the first letter of a text is a small one."""
    return next((c.islower() for c in text if c.isalpha()), False) and not text[0].isdigit()


def _hangs(piece: Piece, line: Line) -> bool:
    """Tell whether a line stands under the text of a marked paragraph, to the right of the mark."""
    first = piece.first
    x0 = line.x0 - _shift(piece, line)
    return first.mark is not None and first.body > first.x0 and abs(x0 - first.body) < 0.4 * line.size


def _short(last: Line, measures: Measures) -> bool:
    """Tell whether a line ends so early that it was ended on purpose, as a heading is."""
    edge = measures.edge(last)
    return last.x1 < edge - 0.25 * (edge - last.body)


def _begins(piece: Piece, last: Line, line: Line, measures: Measures) -> bool:
    """Tell whether a mark at the start of a line begins a paragraph, and is not a number in a sentence."""
    mark = line.mark
    if mark is None or (mark.kind == "bullet" and mark.firm):
        return True
    if mark.printed[-1] == ")" and mark.printed[0] != "(" and _opens(last):
        return False
    first = piece.first.mark
    if mark.firm and first and mark.follows(first) and _below(piece, line):
        return True  # "(b) …; and" / "(c) …"
    ended = _ENDED.search(last.text) is not None
    if not (mark.firm or ended) and mark.kind == "whole" and _lower(line.text[mark.length :]):
        return False  # "… among people under" / "75 are …"
    gap = line.body - line.x0
    if mark.kind == "coded":  # capitals are wide, and a road may stand at the start of a line
        return gap > (len(mark.printed) * 0.7 + 0.9) * line.size
    if mark.kind == "bullet":
        return ended or abs(line.x0 - last.x0) > 0.4 * line.size or _same(piece, line)
    left = line.x0 - _shift(piece, line) < piece.first.body - 0.5 * line.size
    if left and not _runs_on(last):
        return True
    if ended or _room(last, line, measures):
        return not _runs_on(last)
    if mark.firm and gap > (len(mark.printed) * 0.5 + 0.8) * line.size:
        return True
    if left:
        return mark.firm
    return (last.y - line.y) / line.size > 1.25 * measures.leading


def _same(piece: Piece, line: Line) -> bool:
    """Tell whether a line begins as the paragraph before it does: another item of its list."""
    return piece.mark is not None and piece.mark == line.mark and _below(piece, line)


def _below(piece: Piece, line: Line) -> bool:
    """Tell whether a line begins right below where the paragraph before it does."""
    return abs(line.x0 - _shift(piece, line) - piece.first.x0) < 0.4 * line.size


def _runs_on(last: Line) -> bool:
    """Tell whether a line cannot well be the end of a paragraph."""
    text = last.text
    return text[-1] in ",-\u2013(" or text.rsplit(" ", 1)[-1] in _JOINTS or _opens(last)


def _opens(last: Line) -> bool:
    """Tell whether a bracket that a line opens is still open at its end."""
    return last.text.rfind("(") > last.text.rfind(")")


def _room(last: Line, line: Line, measures: Measures) -> bool:
    """Tell whether the first word of a line would have had room at the end of the line before."""
    width = (line.x1 - line.x0) / max(len(line.text), 1)
    word = len(line.text.split(" ", 1)[0]) + 1
    return last.x1 + word * width * 1.1 < measures.edge(last) - 0.5 * line.size


def _indented(piece: Piece, line: Line) -> bool:
    """Tell whether a line stands where another paragraph begins."""
    first, x0 = piece.first, line.x0 - _shift(piece, line)
    last = piece.lines[-1]
    if len(piece.lines) > 1 and last.column == line.column and abs(last.x0 - line.x0) < 0.2 * line.size:
        return False
    if x0 > first.body + line.size:
        return len(piece.lines) > 1 or x0 > first.body + 4 * line.size
    left = min(other.x0 for other in piece.lines if other.column == first.column)
    if x0 < left - 0.5 * line.size:
        return len(piece.lines) > 1 or first.mark is not None
    if first.mark and first.body - left > line.size and x0 < left + 0.5 * line.size:
        return len(piece.lines) > 1 and piece.lines[1].x0 > left + 0.5 * line.size
    return False


def _shift(piece: Piece, line: Line) -> float:
    """Return how far to the right of a paragraph's first column the one stands in which it goes on."""
    first = piece.first
    if line.column == first.column:
        return 0.0
    after = piece.lines[1] if len(piece.lines) > 1 and piece.lines[1].column == first.column else None
    here = next((other for other in piece.lines if other.column == line.column), line)
    return here.x0 - (after.x0 if after else first.body)


def _runs_over(last: Line, line: Line, measures: Measures) -> bool:
    """Tell whether a paragraph goes on in the next column or on the next page."""
    if last.bold != line.bold:
        return False
    mark = line.mark
    if mark and mark.firm and not _runs_on(last):
        return False
    if _lower(line.text) and not _STOPPED.search(last.text):
        return True
    if _ENDED.search(last.text) or line.bold:
        return False
    return _runs_on(last) or last.x1 > measures.edge(last) - 8 * last.size
