"""Which number is the place of which line (design 4).

A dotted number is a place, and so is a section's; all that follows without a number of its own takes it.
"(b)" and "b)" are parts of the number before. A plain "3." is a section where it goes on from the section
before and reads as a title; else a paragraph's number where its list runs through the document; else it
only counts the points of a list, as "b." and bullets do, and the line takes the number before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.model.paragraph import Paragraph, Part
from checker.readers.docx.lines import Line
from checker.readers.docx.survey import Survey, sub_of, survey, title_number, typed_of

_APART = re.compile(r"(annex|appendix|schedule)\b", re.IGNORECASE)
_ROW = re.compile(r"(\d{1,3}(?:\.\d{1,3})+)\.?")


@dataclass(slots=True)
class _Now:
    number: str = ""
    section: int = 0
    depth: int = 0
    """The level of the last heading that a style or a number makes one."""
    subs: list[tuple[int, str]] = field(default_factory=list)


def place(lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    """Return the paragraphs, each with its place; lines without words only count."""
    known = survey(lines)
    now = _Now()
    out: list[Paragraph] = []
    numbers: list[str] = []
    for line in lines:
        if line.aside == "note":
            number, part, level = numbers[line.host] if 0 <= line.host < len(numbers) else "", _NOTE, 0
        else:
            part, level = _step(line, known, now)
            number = now.number
        numbers.append(number)
        if line.text:
            printed = line.printed.text if line.printed else line.mark or typed_of(line)
            out.append(
                Paragraph(
                    len(out) + 1,
                    number,
                    line.text,
                    part=part,
                    level=level,
                    printed=printed,
                    cell=line.cell,
                    origin=line.origin,
                )
            )
    return tuple(out)


_NOTE: Part = "note"


def _step(line: Line, known: Survey, now: _Now) -> tuple[Part, int]:
    """Take one line: move the place on, and return what part of the document it is."""
    if line.cell:
        _step_cell(line, known, now)
        return "cell", 0
    if line.aside:
        return _list_part(line)
    if not line.text:
        return "text", 0
    if _is_section(line, known, now):
        return "heading", now.depth
    heading = _heading_level(line, now)
    placed = _takes_number(line, known, now, heading)
    if heading:
        if not placed and _APART.match(line.text):
            now.number, now.subs = "", []
        return "heading", heading
    return ("text", 0) if placed else _list_part(line)


def _list_part(line: Line) -> tuple[Part, int]:
    if line.printed:
        return "bullet", line.printed.level + 1
    return ("bullet", 1) if line.mark else ("text", 0)


def _step_cell(line: Line, known: Survey, now: _Now) -> None:
    """In a table only a dotted number is a place: one that is counted, or one alone in the first cell."""
    if line.printed:
        if line.dotted or (line.printed.list_id, line.printed.level) in known.running:
            _takes_number(line, known, now, 0)
    elif line.cell and line.cell[2] == 1 and (found := _ROW.fullmatch(line.text)):
        now.number, now.subs = found.group(1), []


def _is_section(line: Line, known: Survey, now: _Now) -> bool:
    """Tell whether the line is a section's title with a plain number, and go on to that section."""
    whole = line.whole
    if whole is None or not line.reads_as_title():
        return False
    if not line.printed or line.printed.list_id not in known.main:
        plain = not line.level and not line.bold
        if id(line) in known.listed or (plain and line.printed and known.main):
            return False
        if plain and not (known.majors and _goes_on(whole, known, now)):
            return False
    now.number, now.subs, now.section = str(whole), [], whole
    now.depth = line.level or 1
    return True


def _goes_on(whole: int, known: Survey, now: _Now) -> bool:
    return whole == now.section + 1 or (whole in known.majors and whole > now.section)


def _heading_level(line: Line, now: _Now) -> int:
    """Return the level of a heading, 0 for what is none."""
    if line.level and line.reads_as_title():
        now.depth = line.level
        return line.level
    if line.bold and not line.mark and not (line.printed and line.printed.bullet):
        return now.depth + 1
    return 0


def _takes_number(line: Line, known: Survey, now: _Now, heading: int) -> bool:
    """Move the place on where the line brings its own; tell whether it did."""
    own = line.dotted
    if own is None and (whole := line.whole) is not None and _is_paragraph(line, known, now):
        own = str(whole)
    if own is None and heading:
        own = title_number(line)
    if own:
        now.number, now.subs = own, []
        return True
    return _takes_sub(line, now)


def _is_paragraph(line: Line, known: Survey, now: _Now) -> bool:
    """Tell whether a plain number is a paragraph's: it opens the paper, or its list runs through it."""
    if known.majors:
        return not now.number
    return line.printed is None or (line.printed.list_id, line.printed.level) in known.running


def _takes_sub(line: Line, now: _Now) -> bool:
    depth = line.printed.level if line.printed else 0
    letter = sub_of(line)
    if not letter:
        return False
    now.subs = [(d, s) for d, s in now.subs if d < depth] + [(depth, f"({letter})")]
    now.number = now.number.split("(", maxsplit=1)[0] + "".join(s for _, s in now.subs)
    return True
