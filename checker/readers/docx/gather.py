"""Gathers the lines of a Word file's stories in order, and all that is no line of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.model.document import AsideKind
from checker.readers.docx.blocks import Block, Story
from checker.readers.docx.lines import Line, looks_like_heading, take_bullet
from checker.readers.docx.numbering import Numbering
from checker.readers.docx.properties import Properties, read_properties
from checker.readers.docx.styles import Style, Styles, heading_level, is_contents
from checker.readers.docx.words import Reader, Words
from checker.readers.docx.xml import Element


@dataclass(slots=True)
class Gathered:
    """What was found in the stories read so far."""

    lines: list[Line] = field(default_factory=list)
    asides: list[tuple[AsideKind, str, int]] = field(default_factory=list)
    """Kind, words, and the index of the line they stand in."""
    notes: list[tuple[str, int]] = field(default_factory=list)
    """Footnotes and endnotes in the order they are referred to, each with the line that does."""
    comments: dict[str, int] = field(default_factory=dict)
    """Comments and the line each hangs on."""
    marks: int = 0
    """Tracked changes without words: paragraph ends, rows, cells."""
    unread: int = 0
    """Files put in whole that only Word itself joins to the text."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a paragraph stands and what it says of itself."""

    block: Block
    properties: Properties
    style: Style
    origin: str
    like: Line


class Gatherer:
    """Reads one story after the other."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.styles = styles
        self._numbering = numbering
        self._held: list[tuple[_Spot, Words]] = []  # of paragraphs that open the next one: their end was deleted
        self.found = Gathered()

    def story(self, root: Element, reader: Reader, places: dict[Element, str], host: int = -1) -> None:
        """Read a body or a note; `places` gives each paragraph's origin, `host` the line a note hangs on."""
        story = Story()
        aside = "note" if host >= 0 else ""
        self._walk(story, root, reader, places, Line("", "", self.styles.default, aside=aside, host=host))
        self._release()
        self.found.marks += story.changes
        self.found.unread += story.unread

    def _walk(self, story: Story, root: Element, reader: Reader, places: dict[Element, str], like: Line) -> None:
        for block in story.blocks(root):
            properties = read_properties(block.element)
            style = self.styles.of(properties.style)
            spot = _Spot(block, properties, style, places.get(block.element, ""), like)
            boxes = self._paragraph(spot, reader.read(block.element, style))
            for box in boxes:
                beside = Line("", "", like.style, aside=like.aside or "box", host=like.host)
                self._walk(story, box, reader, places, beside)

    def _paragraph(self, spot: _Spot, words: Words) -> list[Element]:
        """Keep a paragraph, or hold it where it opens the next; return the text boxes that hang on it."""
        boxes = words.boxes
        if self._held and self._held[-1][0].block.cell != spot.block.cell:
            self._release()
        for _, held in reversed(self._held):
            words.open_with(held)
        self._held.clear()
        if spot.properties.gone or spot.properties.dropped:
            self.found.marks += spot.properties.gone and not words.asides
            self._held.append((spot, words))
        else:
            self._line(spot, words)
        return boxes

    def _release(self) -> None:
        """Keep what was held where no paragraph follows that it could open."""
        for spot, words in self._held:
            self._line(spot, words)
        self._held.clear()

    def _line(self, spot: _Spot, words: Words) -> None:
        if spot.block.contents or words.contents or is_contents(spot.style):
            return
        properties, style, like = spot.properties, spot.style, spot.like
        line = Line(words.text(), spot.origin, style, cell=spot.block.cell, aside=like.aside, host=like.host)
        line.level = heading_level(style, properties.outline)
        if line.text or not (style.hidden if properties.hidden is None else properties.hidden):
            line.printed = self._numbering.count(properties, style)
        if line.text and not spot.block.cell:
            take_bullet(line)
            line.bold = not line.level and looks_like_heading(spot.block.element, line.text, style, self.styles)
        self._keep(line, words)
        self.found.marks += properties.inserted and not words.asides

    def _keep(self, line: Line, words: Words) -> None:
        """Keep a line and what hangs on it."""
        index = len(self.found.lines)
        self.found.lines.append(line)
        for kind, pieces in words.asides:
            self.found.asides.append((kind, "".join(pieces), index))
        for note in words.notes:
            self.found.notes.append((note, index))
        for comment in words.comments:
            self.found.comments[comment] = index
