"""What a paragraph takes from its style, and that style from the one it is based on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from checker.readers.docx.xml import Element, is_on, number, value, w

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_NAMED = re.compile(r"\b(sub-?)?(heading|title)\b", re.IGNORECASE)
_CONTENTS = re.compile(r"(toc \d|table of figures|index \d)", re.IGNORECASE)


@dataclass(slots=True)
class Style:
    """A style with what it inherits."""

    ident: str
    name: str = ""
    outline: int | None = None
    """0 to 8 for headings, 9 for text, None where nothing is said."""
    num_id: str | None = None
    level: int | None = None
    num_style: str = ""
    """The style in the chain that carries the number; a list's level may name it."""
    hidden: bool | None = None
    bold: bool | None = None
    heading: int = 0
    """The level of the built-in heading it is or is based on, 0 for none."""


@dataclass(slots=True)
class Styles:
    """All styles of a document."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: Style = field(default_factory=lambda: Style(""))

    def of(self, ident: str | None) -> Style:
        """Return the paragraph style of that id, the default where there is none."""
        return self.by_id.get(ident, self.default) if ident else self.default


def read_styles(root: Element | None) -> Styles:
    """Return the styles of styles.xml, each with what it inherits."""
    styles = Styles()
    if root is None:
        return styles
    raw = {element.get(w("styleId"), ""): element for element in root.iter(w("style"))}
    for ident in raw:
        _resolve(ident, raw, styles.by_id)
    for ident, element in raw.items():
        if element.get(w("type")) == "paragraph" and element.get(w("default")) in ("1", "true", "on"):
            styles.default = styles.by_id[ident]
    return styles


def _resolve(ident: str, raw: dict[str, Element], done: dict[str, Style]) -> None:
    """Resolve a style and, first, those it is based on; a loop ends where it closes."""
    chain = {ident: None}  # a dict keeps the order and is quick to ask
    base = value(raw[ident], "basedOn")
    while base and base in raw and base not in chain and base not in done:
        chain[base] = None
        base = value(raw[base], "basedOn")
    for link in reversed(chain):
        if link not in done:
            done[link] = _inherit(link, raw[link], done.get(value(raw[link], "basedOn") or ""))


def _inherit(ident: str, element: Element, base: Style | None) -> Style:
    base = base or Style("")
    style = Style(ident, value(element, "name") or "", base.outline, base.num_id, base.level, base.num_style)
    style.hidden, style.bold, style.heading = base.hidden, base.bold, base.heading
    if named := _HEADING.fullmatch(style.name):
        style.heading = int(named.group(1))
    if (properties := element.find(w("pPr"))) is not None:
        _take_paragraph(style, properties)
    if (letters := element.find(w("rPr"))) is not None:
        style.hidden = _or(is_on(letters, "vanish"), style.hidden)
        style.bold = _or(is_on(letters, "b"), style.bold)
    return style


def _take_paragraph(style: Style, properties: Element) -> None:
    if (outline := value(properties, "outlineLvl")) is not None:
        style.outline = number(outline, 9)
    numbering = properties.find(w("numPr"))
    if numbering is None:
        return
    if (num_id := value(numbering, "numId")) is not None:
        style.num_id, style.num_style, style.level = num_id, style.ident, None
    if (level := value(numbering, "ilvl")) is not None:
        style.level = number(level, 0)


def _or(own: bool | None, inherited: bool | None) -> bool | None:
    return inherited if own is None else own


def heading_level(style: Style, own: int | None) -> int:
    """Return the level a style gives a heading, from 1; 0 where it is no heading's style."""
    outline = style.outline if own is None else own
    if outline is not None and 0 <= outline <= 8:
        return outline + 1
    return style.heading


def is_named_heading(style: Style) -> bool:
    """Tell whether a style of somebody's own is a heading's by its name."""
    return bool(_NAMED.search(style.name))


def is_title(style: Style) -> bool:
    """Tell whether it is the style of the document's title."""
    return bool(re.fullmatch(r"(sub)?title|.*\b(SI|report|document|cover) title", style.name, re.IGNORECASE))


def is_contents(style: Style) -> bool:
    """Tell whether it is the style of a line of the table of contents."""
    return bool(_CONTENTS.fullmatch(style.name))
