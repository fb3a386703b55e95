"""What is known of a whole document before its lines are placed: which lists count sections, paragraphs, points."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.readers.docx.lines import Line
from checker.readers.text import DOTTED, WHOLE

_PRINTED_DOTTED = re.compile(r"\(?([A-Z]{0,2}\.?\d{1,4}(?:\.\d{1,4})+|[A-Z]{1,2}\.?\d{1,4})[.):]?")
_PRINTED_WHOLE = re.compile(r"(\d{1,4})[.):]?")
_PRINTED_SUB = re.compile(r"\(?([a-z]{1,5}|\d{1,3})\)")
_TYPED_SUB = re.compile(r"\(?([a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)(?=\s+\S)")
_PRINTED_HEAD = re.compile(
    r"((?:Annex|Appendix|Schedule|Part|Section|Chapter|Article) (?:[A-Z]{1,6}|\d{1,3})|[A-Z]{1,6})[.):]?", re.IGNORECASE
)


@dataclass(slots=True)
class Survey:
    """What is known of the whole document before its lines are placed."""

    majors: set[int]
    """The first figures of all dotted numbers."""
    running: set[tuple[int, int]]
    """Lists, by list and level, whose plain numbers run through the document."""
    main: set[int]
    """Lists that count both sections and dotted paragraphs."""
    listed: set[int]
    """Lines with a number that stand directly by the one before or after it in their list."""


def survey(lines: Sequence[Line]) -> Survey:
    """Read the numbers of all lines, and return what they tell together."""
    for line in lines:
        line.whole, line.dotted = _whole(line), _dotted(line)
    return Survey(_majors(lines), _running(lines), _main(lines), _listed(lines))


def _whole(line: Line) -> int | None:
    found = _PRINTED_WHOLE.fullmatch(line.printed.text) if line.printed else WHOLE.match(line.text)
    return int(found.group(1)) if found else None


def _dotted(line: Line) -> str | None:
    found = _PRINTED_DOTTED.fullmatch(line.printed.text) if line.printed else DOTTED.match(line.text)
    return found.group(1) if found else None


def sub_of(line: Line) -> str:
    """Return the letter of a line that is a part of the paragraph before: "b" of "(b)" or "b)"."""
    found = _PRINTED_SUB.fullmatch(line.printed.text) if line.printed else _TYPED_SUB.match(line.text)
    return found.group(1) if found else ""


def title_number(line: Line) -> str:
    """Return the number of a heading that is not in figures: "A", "Annex B"."""
    found = _PRINTED_HEAD.fullmatch(line.printed.text) if line.printed else None
    return found.group(1) if found else ""


def typed_of(line: Line) -> str:
    """Return the number typed at the start of a line; it stays in the text."""
    if line.cell or line.aside:
        return ""
    if own := DOTTED.match(line.text) or WHOLE.match(line.text):
        return own.group(1)
    sub = _TYPED_SUB.match(line.text)
    return sub.group() if sub else ""


def _majors(lines: Sequence[Line]) -> set[int]:
    dotted = (line.dotted for line in lines if not line.cell and not line.aside and line.text)
    return {int(d.split(".")[0]) for d in dotted if d and d[0].isdigit() and "." in d}


def _main(lines: Sequence[Line]) -> set[int]:
    whole = {line.printed.list_id for line in lines if line.printed and line.whole is not None}
    return {line.printed.list_id for line in lines if line.printed and line.dotted} & whole


def _running(lines: Sequence[Line]) -> set[tuple[int, int]]:
    """Return the lists whose plain numbers never repeat and go on through the sections, or through most of the text."""
    seen: dict[tuple[int, int], list[tuple[int, int, int]]] = defaultdict(list)
    body = [line for line in lines if line.text and not line.cell and not line.aside]
    section = 0
    for index, line in enumerate(body):
        whole = line.whole if line.printed else None
        if line.printed and whole is not None:
            seen[line.printed.list_id, line.printed.level].append((whole, section, index))
        elif line.bold or (line.level and line.reads_as_title()):
            section += 1
    return {key for key, found in seen.items() if _runs_through(found, section, len(body))}


def _runs_through(found: Sequence[tuple[int, int, int]], sections: int, lines: int) -> bool:
    """Tell it by the numbers of a list, the section and the line each stands in."""
    if len({whole for whole, _, _ in found}) < len(found):
        return False
    if sections > 1:
        return len({section for _, section, _ in found}) > 1
    return 2 * len(found) >= lines - found[0][2]


def _listed(lines: Sequence[Line]) -> set[int]:
    """Return the lines whose neighbour is the next number of their list: points one under the other."""
    shown = [line for line in lines if line.text and not line.aside]
    pairs = [
        (one, two)
        for one, two in pairwise(shown)
        if one.printed
        and two.printed
        and one.printed.list_id == two.printed.list_id
        and one.printed.level == two.printed.level
    ]
    return {id(line) for pair in pairs for line in pair}
