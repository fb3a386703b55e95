"""Make the Word template of the members' page: real heading styles, a language, fields to fill."""

from __future__ import annotations

import datetime
import io
from typing import Any

from checker.reporters.archive import settled
from checker.reporters.briefing.fit import HEAD_SIZE, SIZE

_FONT = "Arial"
_MARGIN_MM = 13
_INK, _ACCENT = "1A1A1A", "1D4F76"
_THEN = datetime.datetime.combine(datetime.date(2022, 1, 1), datetime.time())


def template() -> bytes:
    """Return the template, the same bytes every time."""
    from docx import Document

    document = Document()
    _styles(document)
    _page(document.sections[0])
    _body(document)
    about = document.core_properties
    about.title, about.author, about.comments, about.language = "Members' page", "", "", "en-GB"
    about.created = about.modified = _THEN
    out = io.BytesIO()
    document.save(out)
    return settled(out.getvalue())


def _styles(document: Any) -> None:
    from docx.shared import Pt

    defaults = document.styles.element.find(_tag("docDefaults")).find(_tag("rPrDefault")).find(_tag("rPr"))
    _set(defaults, "lang", val="en-GB", eastAsia="en-GB", bidi="ar-SA")
    _font(document.styles["Normal"], SIZE)
    _space(document.styles["Normal"], 0)
    _font(document.styles["Heading 1"], HEAD_SIZE, bold=True)
    _space(document.styles["Heading 1"], 0)
    _font(document.styles["Heading 2"], SIZE + 1, bold=True)
    _space(document.styles["Heading 2"], 3)
    _font(document.styles["Footer"], SIZE)
    _font(document.styles["Header"], SIZE, bold=True)
    passage = document.styles.add_style("Passage", 1)
    passage.base_style = document.styles["Normal"]
    passage.paragraph_format.left_indent = Pt(8)


def _font(style: Any, size: float, *, bold: bool = False) -> None:
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size, style.font.bold, style.font.italic = _FONT, Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(_ACCENT if style.name.startswith("Heading") else _INK)
    fonts = style.element.rPr.rFonts
    for name in list(fonts.attrib):
        if "Theme" in name:
            del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(_tag(name), _FONT)


def _space(style: Any, before: float) -> None:
    from docx.shared import Pt

    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(0), 1.0
    shape.keep_with_next = style.name.startswith("Heading")


def _page(section: Any) -> None:
    from docx.shared import Mm

    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN_MM)
    section.header_distance = section.footer_distance = Mm(7)
    section.header.paragraphs[0].text = "{{ access }}"
    section.footer.paragraphs[0].text = "{{ foot }} {{ access }}"


def _body(document: Any) -> None:
    document.add_heading("{{ title }}", 1)
    _line(document, "{{ prepared }}")
    _when(document, "not_read", lambda: _line(document, ("Not read: ", True), "{{ not_read }}"))
    _line(document, ("Read: ", True), "{{ read }} {{ none_found }}")
    _list(document, "Promised or asked for, and not seen", "promised")
    _list(document, "Asked before, and how it was answered", "asked")
    _when(document, "nothing_open", lambda: _line(document, "{{ nothing_open }}"))
    _line(document, "{%p for theme in themes %}")
    _theme(document)
    _line(document, "{%p endfor %}")
    _when(document, "also_open", lambda: _line(document, ("Also open: ", True), "{{ also_open }}"))
    for name, heading in (
        ("request", "Possible information request"),
        ("recommendation", "Possible recommendation to the executive"),
    ):
        _line(document, f"{{%p if {name} %}}")
        document.add_heading(heading, 2)
        _line(document, f"{{{{ {name} }}}}")
        _line(document, "{%p endif %}")


def _theme(document: Any) -> None:
    heading = document.add_heading("{{ theme.heading }}", 2)
    heading.add_run(" · {{ theme.status }}").bold = False
    _line(document, "{%p for passage in theme.passages %}")
    _line(document, "{{ passage }}", style="Passage")
    _line(document, "{%p endfor %}")
    _when(document, "theme.found", lambda: _line(document, "Found: {{ theme.found }}"))
    _line(document, "Ask: ", ("{{ theme.ask }}", True), " ({{ theme.way }})")
    _when(document, "theme.then", lambda: _line(document, "Then: {{ theme.then }}"))
    _line(document, "A full answer holds: {{ theme.full_answer }} To close: {{ theme.close }}.")


def _list(document: Any, heading: str, name: str) -> None:
    document.add_heading(heading, 2)
    _when(document, f"nothing_{name}", lambda: _line(document, f"{{{{ nothing_{name} }}}}"))
    _line(document, f"{{%p for group in {name} %}}")
    _line(document, ("{{ group.lead }}", True), "{{ group.text }}")
    _line(document, "{%p endfor %}")


def _when(document: Any, field: str, add: Any) -> None:
    """Add a paragraph that is there only where its field holds something."""
    _line(document, f"{{%p if {field} %}}")
    add()
    _line(document, "{%p endif %}")


def _line(document: Any, *runs: str | tuple[str, bool], style: str = "Normal") -> None:
    paragraph = document.add_paragraph(style=style)
    for run in runs:
        text, bold = run if isinstance(run, tuple) else (run, False)
        paragraph.add_run(text).bold = bold or None


def _tag(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))


def _set(parent: Any, name: str, **values: str) -> None:
    from docx.oxml import OxmlElement

    element = parent.find(_tag(name))
    if element is None:
        element = OxmlElement(f"w:{name}")
        parent.append(element)
    for key, value in values.items():
        element.set(_tag(key), value)
