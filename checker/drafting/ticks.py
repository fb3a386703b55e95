"""What is ticked in a form: the words beside a ticked box, or the head of the column that it stands in."""

from __future__ import annotations

import re

from checker.drafting.units import Heads
from checker.model.paragraph import Paragraph

_TICKED = "\u2611\u2612\u2713\u2714\u2717\u2718\uf0fe\uf0fd\uf0fc\u25a0"
_EMPTY = "\u2610\u25a1\uf0a8\uf06f"
_BOX = re.compile(f"[{_TICKED}{_EMPTY}]")
_MARKED = re.compile(f"[{_TICKED}]\\s*([^{_TICKED}{_EMPTY}]*)")
_LETTER = re.compile(r"\W*x\W*", re.IGNORECASE)


def answered(p: Paragraph, heads: Heads) -> tuple[str, bool]:
    """Return what a paragraph of a form answers, and whether by a tick; nothing where no box of it is ticked.

    A tick with words behind it answers with these ("[ ] Yes [x] No"), one that stands alone in its
    cell with the head of its column. Words without a box are themselves.
    """
    text = p.text.strip()
    column = heads.get((p.cell[0], 1, p.cell[2]), "") if p.cell else ""
    if not _BOX.search(text):
        return (column, True) if column and _LETTER.fullmatch(text) else (text, False)
    if not _BOX.sub("", text).strip():
        return (column or text if _MARKED.search(text) else ""), True
    return " ".join(hit[1].strip() for hit in _MARKED.finditer(text)), True
