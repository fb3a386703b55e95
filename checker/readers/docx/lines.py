"""The lines of a document as they are read, before anyone decides which number is a place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.readers.docx.numbering import Printed
from checker.readers.docx.styles import Style, Styles, is_named_heading
from checker.readers.docx.xml import Element, is_on, value, w

_NIL = re.compile(r"\W*(?:\d[\d.]*\s+)?(?:n\s?/\s?a|nil|none|not applicable|to follow|tb[acd])\W*$", re.IGNORECASE)
"""An answer, which heads nothing however it is set: "10.1 N/A"."""
_STOPPED = re.compile(r"[.;,:][\"'\u2019\u201d)]*$")
_BULLET = re.compile(r"(?:[•·●▪◦‣■➢✓\uf0b7\uf0a7]\s*|[-–—o]\t\s*|[-–—*] +)(?=\S)")


@dataclass(slots=True)
class Line:
    """One paragraph with what decides its place."""

    text: str
    origin: str
    style: Style
    printed: Printed | None = None
    level: int = 0
    """The heading level its style gives it, 0 for none."""
    bold: bool = False
    """Whether it looks like a heading: all of it bold, underlined or in capitals."""
    cell: tuple[int, int, int] | None = None
    aside: str = ""
    """"note" or "box" for words that stand beside the text."""
    mark: str = ""
    """A bullet that was typed."""
    host: int = -1
    """Of a note, the line that refers to it."""
    whole: int | None = None
    """A plain number before it: 7 of "7."; read by the survey, as is the next."""
    dotted: str | None = None
    """A number with dots before it: "3.4"."""

    def reads_as_title(self) -> bool:
        """Tell whether the words are a title's: few, and no sentence."""
        words = len(self.text.split())
        most = 0 if self.printed and "." in self.printed.text.rstrip(".") else 6
        return 0 < words <= 25 and (words <= most or not _STOPPED.search(self.text))


def take_bullet(line: Line) -> None:
    """Set a typed bullet apart from the words after it."""
    found = None if line.printed else _BULLET.match(line.text)
    if found:
        line.mark = found.group().strip() or "•"
        line.text = line.text[found.end() :]


def looks_like_heading(paragraph: Element, text: str, style: Style, styles: Styles) -> bool:
    """Tell whether a short line is set apart as a heading is: bold, underlined or in capitals throughout."""
    if len(text) > 120 or _STOPPED.search(text.rstrip(":")) or not any(c.isalpha() for c in text) or _NIL.match(text):
        return False
    if is_named_heading(style) or (text.isupper() and len(text) > 5):
        return True
    runs = [run for run in paragraph.iter(w("r")) if any((t.text or "").strip() for t in run.findall(w("t")))]
    return bool(runs) and all(_stands_out(run.find(w("rPr")), style, styles) for run in runs)


def _stands_out(properties: Element | None, style: Style, styles: Styles) -> bool:
    bold = None if properties is None else is_on(properties, "b")
    if bold is None and properties is not None:
        if value(properties, "u") not in (None, "none"):
            return True
        named = styles.by_id.get(value(properties, "rStyle") or "")
        bold = named.bold if named else None
    return bool(style.bold if bold is None else bold)
