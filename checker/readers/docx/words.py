"""The words of one paragraph, and those in it that are not the text: deleted, inserted, hidden."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.model.document import AsideKind
from checker.readers.docx.styles import Style, Styles
from checker.readers.docx.symbols import sign
from checker.readers.docx.xml import MATH, MC, Element, is_on, number, value, w

_RUN, _TEXT, _DELETED_TEXT, _PROPERTIES = w("r"), w("t"), w("delText"), w("rPr")
_INTO = frozenset(w(n) for n in ("hyperlink", "smartTag", "customXml", "sdtContent", "fldSimple", "bdo", "dir"))
_INSERTED = frozenset((w("ins"), w("moveTo")))
_DELETED = frozenset((w("del"), w("moveFrom")))
_SDT, _RUBY, _COMMENT = w("sdt"), w("ruby"), w("commentReference")
_SIGNS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
}
_NOTES = {w("footnoteReference"): "fn", w("endnoteReference"): "en"}
_DRAWN = frozenset((w("drawing"), w("pict"), w("object"), f"{MC}AlternateContent"))
_FIELD, _INSTRUCTION, _SYM = w("fldChar"), w("instrText"), w("sym")
_BOX = w("txbxContent")
_KIND = w("fldCharType")


@dataclass(slots=True)
class Words:
    """What one paragraph holds."""

    pieces: list[str] = field(default_factory=list)
    asides: list[tuple[AsideKind, list[str]]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    """Text boxes anchored in it, each once."""
    notes: list[str] = field(default_factory=list)
    """Footnotes and endnotes it refers to: "fn:3"."""
    comments: list[str] = field(default_factory=list)
    listed: int = 0
    """How many characters of it stand in a table of contents."""
    last: AsideKind | None = None

    @property
    def contents(self) -> bool:
        """Tell whether it is a line of a table of contents."""
        return 0 < self.listed >= sum(map(len, self.pieces))

    def text(self) -> str:
        """Return the words a reader of the page sees."""
        return "".join(self.pieces).strip()

    def open_with(self, before: Words) -> None:
        """Put the words of a paragraph that opens this one before these."""
        self.pieces[:0] = before.pieces
        self.asides[:0] = before.asides
        self.notes[:0] = before.notes
        self.comments[:0] = before.comments


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    result: bool = False
    contents: bool = False


class Reader:
    """Reads paragraphs of one story in order; fields may run over several of them."""

    def __init__(self, styles: Styles, root: Element) -> None:
        self._styles = styles
        self._with_fields = fields_pair_up(root)  # where they do not, only instructions stay out
        self._may_hide = any(style.hidden for style in styles.by_id.values()) or _holds(root, w("vanish"))
        self._fields: list[_Field] = []
        self._told = 0  # how many open fields still hold what they were told, not their result
        self._listing = 0  # how many open fields are tables of contents
        self._out = Words()
        self._hidden = False
        self.instructions: list[str] = []

    def read(self, paragraph: Element, style: Style) -> Words:
        """Return what a paragraph holds."""
        self._out = Words()
        self._hidden = bool(style.hidden)
        self._children(paragraph, None)
        return self._out

    def _children(self, parent: Element, kind: AsideKind | None) -> None:
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                self._run(child, kind)
            elif tag in _INSERTED:
                self._children(child, kind or "inserted")
            elif tag in _DELETED:
                self._children(child, "deleted")
            elif tag in _INTO:
                self._children(child, kind)
            elif tag == _SDT:
                self._control(child, kind)
            elif tag.startswith(MATH):
                self._add("".join(t.text or "" for t in child.iter(f"{MATH}t")), kind)
            elif tag == f"{MC}AlternateContent":
                self._alternative(child, kind)

    def _control(self, control: Element, kind: AsideKind | None) -> None:
        for content in control.findall(w("sdtContent")):
            self._children(content, kind)

    def _alternative(self, element: Element, kind: AsideKind | None) -> None:
        """Read what a current Word shows of two renderings, not both."""
        for choice in (*element.findall(f"{MC}Choice"), *element.findall(f"{MC}Fallback")):
            if len(choice):
                self._children(choice, kind)
                return

    def _run(self, run: Element, kind: AsideKind | None) -> None:
        if self._may_hide and kind != "deleted" and self._is_hidden(run.find(_PROPERTIES)):
            kind = "hidden"
        plain = kind is None and not self._fields
        for child in run:
            tag = child.tag
            if tag == _TEXT and plain:
                self._out.pieces.append(child.text or "")
                self._out.last = None
            elif tag in (_TEXT, _DELETED_TEXT):
                self._add(child.text or "", kind)
            elif tag in _SIGNS:
                self._add(_SIGNS[tag], kind)
            elif tag != _PROPERTIES:
                self._mark(child, tag, kind)
                plain = kind is None and not self._fields

    def _mark(self, child: Element, tag: str, kind: AsideKind | None) -> None:
        """Read what stands in a run and is no letter."""
        if tag == _FIELD:
            self._field(child, kind)
        elif tag == _INSTRUCTION:
            self._instruct(child.text or "")
        elif tag in _NOTES:
            if kind != "deleted":
                self._out.notes.append(f"{_NOTES[tag]}:{child.get(w('id'), '')}")
        elif tag == _COMMENT:
            self._out.comments.append(child.get(w("id"), ""))
        elif tag == _SYM:
            self._symbol(child, kind)
        elif tag in _DRAWN:
            self._picture(child, kind)
        elif tag == _RUBY:
            self._ruby(child, kind)

    def _picture(self, child: Element, kind: AsideKind | None) -> None:
        """Note the text boxes of a drawing; of a sign that only a new Word draws, read the plain one."""
        if kind not in ("deleted", "hidden"):
            self._drawn(child)
        for text in child.findall(f"{MC}Fallback/{_TEXT}"):
            self._add(text.text or "", kind)

    def _is_hidden(self, properties: Element | None) -> bool:
        """Tell whether a run is hidden, by itself, its character style or its paragraph's style."""
        if properties is None:
            return self._hidden
        own = is_on(properties, "vanish")
        if own is None and (ident := value(properties, "rStyle")):
            style = self._styles.by_id.get(ident)
            own = style.hidden if style else None
        return self._hidden if own is None else own

    def _add(self, text: str, kind: AsideKind | None) -> None:
        out = self._out
        if not text:
            return
        if self._fields:
            if self._told:
                return
            out.listed += len(text) if self._listing else 0
        if kind is None or kind == "inserted":
            out.pieces.append(text)
        if kind is not None:
            if kind != out.last or not out.asides:
                out.asides.append((kind, []))
            out.asides[-1][1].append(text)
        out.last = kind

    def _field(self, mark: Element, kind: AsideKind | None) -> None:
        which = mark.get(_KIND)
        if which == "begin":
            self._form(mark, kind)
        if not self._with_fields:
            return
        if which == "begin":
            self._fields.append(_Field())
            self._told += 1
        elif self._fields and which == "separate" and not self._fields[-1].result:
            self._fields[-1].result = True
            self._fields[-1].contents = self._fields[-1].instruction.lstrip().upper().startswith("TOC")
            self._told -= 1
            self._listing += self._fields[-1].contents
        elif self._fields and which == "end":
            ended = self._fields.pop()
            self._told -= not ended.result
            self._listing -= ended.contents

    def _instruct(self, text: str) -> None:
        if self._fields:
            self._fields[-1].instruction += text
        self.instructions.append(text)

    def _form(self, mark: Element, kind: AsideKind | None) -> None:
        """Read what a form field shows: the chosen entry of a list, the state of a box."""
        if (menu := mark.find(f"{w('ffData')}/{w('ddList')}")) is not None:
            entries = [e.get(w("val"), "") for e in menu.findall(w("listEntry"))]
            chosen = number(value(menu, "result") or value(menu, "default"), 0)
            self._add(entries[chosen] if 0 <= chosen < len(entries) else "", kind)
        elif (box := mark.find(f"{w('ffData')}/{w('checkBox')}")) is not None:
            ticked = is_on(box, "checked")
            self._add("☒" if (is_on(box, "default") if ticked is None else ticked) else "☐", kind)

    def _symbol(self, symbol: Element, kind: AsideKind | None) -> None:
        code = symbol.get(w("char"), "")
        try:
            self._add(sign(int(code, 16), symbol.get(w("font"), "")), kind)
        except ValueError:
            return

    def _ruby(self, ruby: Element, kind: AsideKind | None) -> None:
        for base in ruby.findall(w("rubyBase")):
            self._children(base, kind)

    def _drawn(self, element: Element) -> None:
        """Note the text boxes of a drawing: those a current Word shows, not the copy for an old one."""
        if element.tag == f"{MC}AlternateContent":
            for choice in (*element.findall(f"{MC}Choice"), *element.findall(f"{MC}Fallback")):
                before = len(self._out.boxes)
                self._drawn(choice)
                if len(self._out.boxes) > before:
                    return
            return
        for child in element:
            if child.tag == _BOX:
                self._out.boxes.append(child)
            else:
                self._drawn(child)


def _holds(root: Element, tag: str) -> bool:
    return next(root.iter(tag), None) is not None


def fields_pair_up(root: Element) -> bool:
    """Tell whether every field of a story that begins also ends."""
    depth = 0
    for mark in root.iter(_FIELD):
        depth += {"begin": 1, "end": -1}.get(mark.get(_KIND, ""), 0)
        if depth < 0:
            return False
    return depth == 0
