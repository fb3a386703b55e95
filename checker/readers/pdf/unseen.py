"""Words that are in a page but that nobody sees on it."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium

from checker.readers.pdf.rectangles import filled, hides, holds, rectangle
from checker.readers.pdf.survey import (
    DARK,
    IMAGE,
    PATH,
    SHADING,
    TEXT,
    WHITE,
    Box,
    Frame,
    address,
    area,
    box_of,
    is_filled,
    objects,
)

Colour = tuple[int, int, int]


BLACKED = "black on black"


class Ground(NamedTuple):
    """Something drawn on a page that words may stand on."""

    kind: int
    box: Box
    colour: Colour | None
    """Of a filled area; None where it cannot be told."""
    dark: Box | None = None
    """Where black words are not seen on it: of a dark rectangle."""


_SHEET = Ground(PATH, (0, 0, 0, 0), (255, 255, 255))


class _Below:
    """What has been drawn on a page so far, words left out."""

    def __init__(self) -> None:
        self.grounds: list[Ground] = []
        self.dark = False
        """Whether any of it is a dark rectangle."""

    def add(self, thing: Any, kind: int, frame: Frame | None) -> None:
        colour = _colour(thing, kind)
        dark = rectangle(thing, frame) if colour and max(colour) <= DARK and filled(thing) else None
        self.grounds.append(Ground(kind, box_of(thing, frame), colour, dark))
        self.dark = self.dark or dark is not None

    def at(self, box: Box) -> Ground:
        """Return what is behind the middle of a text: a picture, an area whose colour can be told, or the sheet."""
        for other in reversed(self.grounds):
            if holds(other.box, box) and (other.kind in (IMAGE, SHADING) or other.colour is not None):
                return other
        return _SHEET


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
    below = _Below()
    for thing, kind, frame in drawn:
        if kind != TEXT:
            below.add(thing, kind, frame)
            continue
        mode = pdfium.FPDFTextObj_GetTextRenderMode(thing)
        ghosts = ghosts or (scan and mode == 3)
        why = _why(thing, frame, mode, below, scan=scan)
        if why:
            reasons[address(thing)] = why
    return reasons, ghosts


def _colour(thing: Any, kind: int) -> Colour | None:
    if kind == PATH and not is_filled(thing):
        return None
    red, green, blue, ink = (ctypes.c_uint() for _ in range(4))
    if kind not in (TEXT, PATH) or not pdfium.FPDFPageObj_GetFillColor(thing, red, green, blue, ink):
        return None
    return (red.value, green.value, blue.value) if ink.value else None


def _why(text: Any, frame: Frame | None, mode: int, below: _Below, *, scan: bool) -> str:
    """Return why a text is not seen; nothing where it is."""
    if mode == 3:
        return "" if scan else "text drawn without ink"
    if mode == 7:
        return "text drawn without ink"
    colour = _colour(text, TEXT)
    if colour is None:
        return "transparent text"
    white, dark = min(colour) >= WHITE, below.dark and max(colour) <= DARK
    if not (white or dark):
        return ""
    box = box_of(text, frame)
    ground = below.at(box)
    if white:
        return "white on white" if ground.colour and min(ground.colour) >= WHITE else ""
    return BLACKED if ground.dark and hides(ground.dark, box) else ""
