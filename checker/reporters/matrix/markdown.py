"""The evidence matrix as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checker.model.finding import Assessment
from checker.reporters.matrix.build import KEY, Sheet, build

_MARKS = re.compile(r"([\\`*_\[\]<>|#~&!])")


def render(assessment: Assessment) -> bytes:
    """Return the matrix as Markdown tables."""
    return ("\n".join(_lines(assessment)) + "\n").encode()


def _lines(assessment: Assessment) -> Iterator[str]:
    matrix = build(assessment)
    restricted = [] if matrix.access == "public" else [f"**{matrix.access.upper()}: not for publication**", ""]
    yield from restricted
    yield from (f"# {plain(matrix.title)}", "", plain(matrix.line), "")
    for note in matrix.notes:
        yield from (plain(note), "")
    yield from (f"- {sign} **{word}**: {plain(meaning)}" if sign else f"- **{word}**: {plain(meaning)}" for sign, word, meaning in KEY)  # fmt: skip
    for sheet in matrix.sheets:
        yield from _sheet(sheet, matrix.columns)
    yield ""
    yield from (f"{plain(line)}  " for line in matrix.foot)
    yield from ("", *restricted[:1]) if restricted else ()


def _sheet(sheet: Sheet, columns: tuple[str, ...]) -> Iterator[str]:
    yield from ("", f"## {plain(sheet.title)}", "", plain(sheet.line), "")
    for note in sheet.notes:
        yield from (plain(note), "")
    yield _row(("Claim", *columns))
    yield _row("---" for _ in ("Claim", *columns)).replace("\\", "")
    for row in sheet.rows:
        yield _row((row.text, *(cell.text for cell in row.cells)))
    yield _row(("Shown, of the claims it is called for with", *(total or "–" for total in sheet.totals)))


def _row(texts: Iterable[str]) -> str:
    return f"| {' | '.join(plain(text) for text in texts)} |"


def plain(text: str) -> str:
    """Return the text on one line with every mark of Markdown or HTML made harmless."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
