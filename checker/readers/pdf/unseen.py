"""Words that are in a page but that nobody sees on it."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import pypdfium2_raw as pdfium

from checker.readers.pdf.survey import IMAGE, PATH, SHADING, TEXT, WHITE, Box, address, area, box_of, objects

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing drawn on a page, in the order of drawing."""

    address: int
    kind: int
    box: Box
    colour: Colour | None
    """Of text and of filled areas; None where it cannot be told."""
    mode: int = 0


def unseen(page: Any, textpage: Any, text: str, sheet_area: float) -> tuple[str, dict[str, str], bool]:
    """Return the text with unseen characters blanked, these by reason, and whether it is a scan's layer."""
    things = [_thing(thing, kind) for thing, kind in objects(page)]
    scan = any(thing.kind == IMAGE and area(thing.box) > 0.5 * sheet_area for thing in things)
    reasons = {thing.address: why for i, thing in enumerate(things) if (why := _why(thing, things[:i], scan=scan))}
    ghosts = scan and any(thing.mode == 3 for thing in things)
    if not reasons:
        return text, {}, ghosts
    kept = list(text)
    words: dict[str, list[str]] = defaultdict(list)
    for at, character in enumerate(text):
        why = reasons.get(address(pdfium.FPDFText_GetTextObject(textpage, at)), "")
        if why and not character.isspace():
            kept[at] = " "
            words[why].append(character)
        elif words:
            for held in words.values():
                held.append(" ")
    found = {why: " ".join("".join(held).split()) for why, held in words.items()}
    return "".join(kept), found, ghosts


def _thing(thing: Any, kind: int) -> Thing:
    mode = pdfium.FPDFTextObj_GetTextRenderMode(thing) if kind == TEXT else 0
    return Thing(address(thing), kind, box_of(thing), _colour(thing, kind), mode)


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


def _why(thing: Thing, below: list[Thing], *, scan: bool) -> str:
    """Return why a text is not seen; nothing where it is."""
    if thing.kind != TEXT:
        return ""
    if thing.mode == 3:
        return "" if scan else "text drawn without ink"
    if thing.mode == 7:
        return "text drawn without ink"
    if thing.colour is None:
        return "transparent text"
    if min(thing.colour) < WHITE:
        return ""
    ground = _ground(thing, below)
    return "white on white" if ground and min(ground) >= WHITE else ""


def _ground(thing: Thing, below: list[Thing]) -> Colour | None:
    """Return the colour behind a text; None where a picture is behind it."""
    x, y = (thing.box[0] + thing.box[2]) / 2, (thing.box[1] + thing.box[3]) / 2
    for other in reversed(below):
        left, bottom, right, top = other.box
        if left <= x <= right and bottom <= y <= top:
            if other.kind in (IMAGE, SHADING):
                return None
            if other.kind == PATH and other.colour is not None:
                return other.colour
    return (255, 255, 255)
