"""A topic over time in a Word document: the picture with its text alternative, and the table under it."""

from __future__ import annotations

from checker.model.finding import Assessment
from checker.reporters.commitments.document import Document
from checker.reporters.timeline import svg
from checker.reporters.timeline.as_text import HEAD, rows
from checker.reporters.timeline.boxes import PAPER
from checker.reporters.timeline.facts import Timeline
from checker.reporters.timeline.layout import layout

_SHARES = (12, 17, 39, 16, 16)
_PAGE = (
    b'#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg), format: "svg", alt: "timeline")'
)
_PIXELS_PER_INCH = 200


def png(timeline: Timeline) -> bytes:
    """Return the picture as PNG, in type that comes with the program so that it is the same on every machine."""
    import typst

    drawn = svg.render(timeline, links=False, room=PAPER)
    made = typst.compile(_PAGE, format="png", ppi=_PIXELS_PER_INCH, sys_inputs={"svg": drawn}, ignore_system_fonts=True)
    assert isinstance(made, bytes)
    return made


def add(document: Document, timeline: Timeline) -> None:
    """Add the picture to a document that begins upright, and turn it for the table."""
    picture = layout(timeline, PAPER)
    document.heading("The topic over time")
    document.picture(png(timeline), f"{timeline.summary} The table below says the same.", picture.width, picture.height)
    document.landscape()
    document.line(timeline.summary)
    document.table(HEAD, rows(timeline), _SHARES, "The topic over time: what was claimed, shown and promised")


def render(timeline: Timeline, assessment: Assessment) -> bytes:
    """Return the timeline as the bytes of a Word file."""
    document = Document(timeline.title, assessment, timeline.access, upright=True)
    add(document, timeline)
    return document.bytes(assessment)
