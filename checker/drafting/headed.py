"""Where a document has the headings of a report template, and which paragraphs stand under each."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.drafting.templates import Headings
from checker.model.document import Document
from checker.model.paragraph import Paragraph
from checker.model.section import Template

Head = tuple[tuple[Template, ...], str, str]
"""The templates a paragraph is the heading of, its heading, and what follows it in the same paragraph."""
_FEW = 3
"""So many known headings on the left of a table make it one of headings and their texts."""
_LABEL = re.compile(r"^([^:\n]{3,80}?)\s*:\s*(.*)$", re.DOTALL)
_TYPED = re.compile(r"^\d{1,2}(?:\.\d{1,3})+\.?\s+|^\d{1,2}\.\s+|^\(?[a-z]\)\s+")
_NUMBERED = re.compile(r"\W*(?:\d{1,2}\b|[A-Z][.)])")
_ATTACHED = re.compile(r"\W*(?:\d{1,2}[.)]?\s+)?(?:appendix|annexe?|enclosure|attachment)\b", re.IGNORECASE)
_ATTACHED_ARE = re.compile(
    r"\W*(?:\d{1,2}[.)]?\s+)?(?:list of )?(?:appendices|annexe?s|enclosures|attachments)\b[^.]{0,40}$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Found:
    """A heading of a template and the paragraphs under it."""

    templates: tuple[Template, ...]
    head: Paragraph
    title: str
    inline: str
    """What follows the heading in its own paragraph."""
    body: tuple[Paragraph, ...]
    ended: bool = True
    """Whether another heading of the same depth, or the end, is what comes next: else an empty one may hold parts."""

    @property
    def text(self) -> str:
        """The words under the heading, without numbers typed before them."""
        return " ".join(part for part in (self.inline, *(_plain(p) for p in self.body)) if part.strip())


def _plain(p: Paragraph) -> str:
    return untyped(p.text.strip())


def untyped(text: str) -> str:
    """Return the words of a paragraph without a number typed before them."""
    return _TYPED.sub("", text, count=1)


def found(document: Document, known: Headings) -> Iterator[Found]:
    """Yield every heading of a template in a document, as a heading, a label before a colon, or a table's left cell."""
    paragraphs = document.paragraphs
    pairs = _two_columns(paragraphs)
    named = _title(document)
    heads = {i: head for i, p in enumerate(paragraphs) if p is not named and (head := _head(p, known, pairs))}
    heads |= _among(paragraphs, heads, known, pairs)
    heads = {i: head for i, head in heads.items() if not _is_listed(paragraphs, i)}
    for i, (templates, title, inline) in sorted(heads.items()):
        if paragraphs[i].part == "cell":
            yield Found(templates, paragraphs[i], title, inline, _row(paragraphs, i))
            continue
        body, ended = _under(paragraphs, i, heads.keys())
        yield Found(templates, paragraphs[i], title, inline, body, ended)


def _title(document: Document) -> Paragraph | None:
    """Return the heading a document opens with where it is its title: "Consultation results" may be what it is about."""
    first = next((p for p in document.paragraphs if p.text.strip()), None)
    titled = first and first.part == "heading" and " ".join(first.text.split()) == document.title
    return first if titled else None


def _is_listed(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Tell whether a line is one of a list of appendices, beside another or below their heading: it heads nothing here."""
    if not _ATTACHED.match(paragraphs[at].text) or paragraphs[at].part == "heading":
        return False
    before = next((p.text for p in reversed(paragraphs[:at]) if p.text.strip()), "")
    behind = next((p.text for p in paragraphs[at + 1 :] if p.text.strip()), "")
    return bool(_ATTACHED.match(before) or _ATTACHED_ARE.match(before) or _ATTACHED.match(behind))


def _among(
    paragraphs: Sequence[Paragraph], sure: Mapping[int, Head], known: Headings, pairs: set[int]
) -> dict[int, Head]:
    """Return the headings known by where they stand: "Climate" between "Legal" and "Risk", or in a table of such."""
    maybe = {
        i: head for i, p in enumerate(paragraphs) if i not in sure and (head := _head(p, known, pairs, among=True))
    }
    tables = Counter(cell[0] for i in sure if (cell := paragraphs[i].cell))
    kept = {i for i in maybe if (cell := paragraphs[i].cell) and tables[cell[0]] >= _FEW}
    lines = [i for i, p in enumerate(paragraphs) if not p.cell and (i in sure or i in maybe or p.part == "heading")]
    for _, run in itertools.groupby(lines, key=lambda i: _shape(paragraphs[i], sure.get(i) or maybe.get(i))):
        of_one_shape = list(run)
        certain = [i for i in of_one_shape if i in sure]
        strange = [i for i in of_one_shape if i not in sure and i not in maybe]
        kept |= {i for i in of_one_shape if i in maybe and _between(i, certain, strange)}
    return {i: maybe[i] for i in kept}


def _between(at: int, known: Sequence[int], strange: Sequence[int]) -> bool:
    """Tell whether a line stands between two known headings, or behind two, with no strange one in the way."""
    before, behind = [i for i in known if i < at], [i for i in known if i > at]
    reaches = [(before[-1], behind[0])] if before and behind else []
    reaches += [(before[-2], at)] if len(before) > 1 else []
    return any(not any(start < i < end for i in strange) for start, end in reaches)


def _shape(p: Paragraph, head: Head | None) -> tuple[str, int]:
    """Return what headings that belong together share: their part and depth, and whether their text follows them."""
    return ("label", 0) if head and (head[2] or p.text.rstrip().endswith(":")) else (p.part, p.level)


def _head(p: Paragraph, known: Headings, pairs: set[int], *, among: bool = False) -> Head | None:
    """Return the templates a paragraph is the heading of, its heading, and what follows it in the same paragraph."""
    if p.part in ("bullet", "note") or (p.part == "cell" and not (p.cell and p.cell[0] in pairs and p.cell[2] == 1)):
        return None
    line = p.text.strip()
    whole = known.of(line, among=among) if len(line) <= 120 and not line.endswith((".", ";", ",")) else ()
    if whole:
        return whole, untyped(line).rstrip(": "), ""
    label = _LABEL.match(line)
    named = known.of(label[1], among=among) if label else ()
    return (named, untyped(label[1].strip()), label[2].strip()) if label and named else None


def _two_columns(paragraphs: Sequence[Paragraph]) -> set[int]:
    """Return the tables that have two columns: a heading on the left, its text on the right."""
    widths: dict[int, int] = {}
    for p in paragraphs:
        if p.cell:
            widths[p.cell[0]] = max(widths.get(p.cell[0], 0), p.cell[2])
    return {table for table, width in widths.items() if width == 2}


def _row(paragraphs: Sequence[Paragraph], at: int) -> tuple[Paragraph, ...]:
    cell = paragraphs[at].cell
    return tuple(
        p for p in paragraphs if p.cell and cell and p.cell[:2] == cell[:2] and p.cell[2] > cell[2] and p.text.strip()
    )


def _under(paragraphs: Sequence[Paragraph], at: int, heads: Iterable[int]) -> tuple[tuple[Paragraph, ...], bool]:
    """Return the paragraphs up to the next heading, and whether that heading ends the section."""
    known, depth = set(heads), paragraphs[at].level
    body: list[Paragraph] = []
    for i in range(at + 1, len(paragraphs)):
        p = paragraphs[i]
        if i in known or p.part == "heading":
            deeper = p.level > depth > 0 or not (i in known or _NUMBERED.match(p.printed or p.text))
            return tuple(body), not deeper
        if p.text.strip():
            body.append(p)
    return tuple(body), True
