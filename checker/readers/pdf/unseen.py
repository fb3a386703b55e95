"""Words that are in a page but that nobody sees on it."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium

from checker.readers.pdf.survey import IMAGE, PATH, SHADING, TEXT, WHITE, Box, Frame, address, area, box_of, objects

Colour = tuple[int, int, int]


class Ground(NamedTuple):
    """Something drawn on a page that words may stand on."""

    kind: int
    box: Box
    colour: Colour | None
    """Of a filled area; None where it cannot be told."""


def unseen(page: Any, textpage: Any, text: str, sheet_area: float) -> tuple[str, dict[str, str], bool]:
    """Return the text with unseen characters blanked, these by reason, and whether it is a scan's layer."""
    drawn = list(objects(page))
    scan = any(kind == IMAGE and area(box_of(thing, frame)) > 0.5 * sheet_area for thing, kind, frame in drawn)
    reasons, ghosts = _reasons(drawn, scan=scan)
    if not reasons:
        return text, {}, ghosts
    kept = list(text)
    words: dict[str, list[str]] = defaultdict(list)
    for at, character in enumerate(text):
        why = "" if character.isspace() else reasons.get(address(pdfium.FPDFText_GetTextObject(textpage, at)), "")
        if why:
            kept[at] = " "
            words[why].append(character)
        elif words:
            for held in words.values():
                held.append(" ")
    found = {why: " ".join("".join(held).split()) for why, held in words.items()}
    return "".join(kept), found, ghosts


def _reasons(drawn: list[tuple[Any, int, Frame | None]], *, scan: bool) -> tuple[dict[bytes, str], bool]:
    """Return why which texts are not seen, by their addresses, and whether a scanner laid words over its picture."""
    reasons: dict[bytes, str] = {}
    ghosts = False
    below: list[Ground] = []
    for thing, kind, frame in drawn:
        if kind != TEXT:
            below.append(Ground(kind, box_of(thing, frame), _colour(thing, kind)))
            continue
        mode = pdfium.FPDFTextObj_GetTextRenderMode(thing)
        ghosts = ghosts or (scan and mode == 3)
        why = _why(thing, frame, mode, below, scan=scan)
        if why:
            reasons[address(thing)] = why
    return reasons, ghosts


def _colour(thing: Any, kind: int) -> Colour | None:
    if kind == PATH:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(thing, fill, stroke)
        if not fill.value:
            return None
    red, green, blue, ink = (ctypes.c_uint() for _ in range(4))
    if kind not in (TEXT, PATH) or not pdfium.FPDFPageObj_GetFillColor(thing, red, green, blue, ink):
        return None
    return (red.value, green.value, blue.value) if ink.value else None


def _why(text: Any, frame: Frame | None, mode: int, below: list[Ground], *, scan: bool) -> str:
    """Return why a text is not seen; nothing where it is."""
    if mode == 3:
        return "" if scan else "text drawn without ink"
    if mode == 7:
        return "text drawn without ink"
    colour = _colour(text, TEXT)
    if colour is None:
        return "transparent text"
    if min(colour) < WHITE:
        return ""
    ground = _behind(box_of(text, frame), below)
    return "white on white" if ground and min(ground) >= WHITE else ""


def _behind(box: Box, below: list[Ground]) -> Colour | None:
    """Return the colour behind a text; None where a picture is behind it."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    for other in reversed(below):
        left, bottom, right, top = other.box
        if left <= x <= right and bottom <= y <= top:
            if other.kind in (IMAGE, SHADING):
                return None
            if other.kind == PATH and other.colour is not None:
                return other.colour
    return (255, 255, 255)
