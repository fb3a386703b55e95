"""Comments in the margin of a Word file: the author's own file, every part that is not touched byte for byte."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from checker.reporters.comments.comment import Comment, Line, Signature
from checker.reporters.comments.package import Package, dump, parse
from checker.reporters.comments.runs import W, runs_of, select
from checker.reporters.commitments.document import clean

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_EMPTY = f'<w:comments xmlns:w="{W[1:-1]}"/>'.encode()
_NOTES = {"fn": W + "footnoteReference", "en": W + "endnoteReference"}
_STYLES = (W + "pStyle", W + "rStyle")
_OURS = {"CommentText", "CommentReference"}


def annotated(raw: bytes, comments: Iterable[Comment], signature: Signature) -> bytes:
    """Return the Word file with the comments in its margin; the bytes given are not changed.

    A comment whose words are not found hangs on its whole paragraph, one in a footnote on the note's mark,
    one in a text box on the paragraph that holds the box. Comments that were there stay.

    Args:
        raw: the file.
        comments: what to say, each with the origin of its paragraph.
        signature: author, initials and day, as Word shows them.
    """
    wanted = list(comments)
    if not wanted:
        return raw
    package = Package(raw)
    document = parse(package.part(package.main) or b"")
    name = package.related(package.main, "comments")
    margin = parse((package.part(name) if name else None) or _EMPTY)
    first = 1 + max(_taken(document, margin), default=-1)
    body = _Body(document)
    for identity, comment in enumerate(sorted(wanted, key=body.position), first):
        body.hang(comment, identity)
        _write(margin, identity, comment.lines, signature)
    _forget_unknown_styles((document, margin), _styles(package))
    if name is None:
        name = package.unused("word/comments.xml")
        package.relate(package.main, "comments", name, _TYPE)
    package.put(package.main, dump(document))
    package.put(name, dump(margin))
    return package.bytes()


class _Body:
    """The paragraphs of a document as a reader counts them."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._paragraphs = list(document.iter(W + "p"))

    def position(self, comment: Comment) -> int:
        """Return where a comment's paragraph comes in the document."""
        kind, _, number = comment.origin.partition(":")
        if kind == "p" and number.isdigit():
            return min(int(number), len(self._paragraphs) - 1)
        mark = self._mark(comment.origin)
        return self._paragraphs.index(_paragraph_of(mark)) if mark is not None else 0

    def hang(self, comment: Comment, identity: int) -> None:
        """Mark the words of a comment: exactly these, else the note's mark, else the whole paragraph."""
        mark = self._mark(comment.origin)
        paragraph = self._paragraphs[self.position(comment)]
        outer = _out_of_box(paragraph)
        found = (mark, mark) if mark is not None else None
        if found is None and outer is paragraph and comment.quote:
            found = select(paragraph, comment.quote)
        first, last = found or _whole(outer)
        first.insert_comment_range_start_above(identity)
        last.insert_comment_range_end_and_reference_below(identity)
        self._take_out_of_control(outer, identity)

    def _take_out_of_control(self, paragraph: Any, identity: int) -> None:
        """Put the mark of a comment before the next paragraph's words, where its own begins a content control.

        The words stay marked. LibreOffice makes a field of such a paragraph and drops what stands before a mark in it.
        """
        after = self._paragraphs[self._paragraphs.index(paragraph) + 1 :] if _begins_a_control(paragraph) else []
        target = next((p for p in after if _out_of_box(p) is p), None)
        marks = paragraph.iter(W + "commentReference")
        mark = next((one for one in marks if one.get(W + "id") == str(identity)), None)
        if target is not None and mark is not None:
            first = target.find(W + "pPr")
            target.insert(0 if first is None else target.index(first) + 1, mark.getparent())

    def _mark(self, origin: str) -> Any:
        """Return the run that holds the mark of a footnote or an endnote; None where it is no note."""
        kind, _, number = origin.partition(":")
        marks = self._document.iter(_NOTES[kind]) if kind in _NOTES else ()
        return next((mark.getparent() for mark in marks if mark.get(W + "id") == number), None)


def _paragraph_of(run: Any) -> Any:
    return next(run.iterancestors(W + "p"))


def _out_of_box(paragraph: Any) -> Any:
    """Return the paragraph itself, or the one that holds the text box it stands in: a box takes no comments."""
    outer = paragraph
    for box in paragraph.iterancestors(W + "txbxContent"):
        outer = next(box.iterancestors(W + "p"), outer)
    return outer


def _begins_a_control(paragraph: Any) -> bool:
    """Tell whether a paragraph is the first of a content control that holds paragraphs or a cell."""
    holder = paragraph.getparent()
    control = holder.getparent() if holder is not None and holder.tag == W + "tc" else holder
    if control is None or control.tag != W + "sdtContent":
        return False
    return next(control.iter(W + "p")) is paragraph


def _whole(paragraph: Any) -> tuple[Any, Any]:
    runs = list(runs_of(paragraph))
    if not runs:
        runs = [paragraph.makeelement(W + "r")]
        paragraph.append(runs[0])
    return runs[0], runs[-1]


def _taken(*roots: Any) -> set[int]:
    """Return the numbers that comments have already, in the text or in the margin."""
    names = ("comment", "commentRangeStart", "commentRangeEnd", "commentReference")
    found = (element.get(W + "id", "") for root in roots for name in names for element in root.iter(W + name))
    return {int(identity) for identity in found if identity.isdigit()}


def _write(margin: Any, identity: int, lines: Sequence[Line], signature: Signature) -> None:
    from docx.text.paragraph import Paragraph

    made = margin.add_comment()
    made.id, made.author, made.initials = identity, signature.author, signature.initials
    made.date = datetime.datetime.combine(signature.on, datetime.time(), datetime.UTC)
    for number, line in enumerate(lines):
        element = made.p_lst[0] if number == 0 else made.add_p()
        if number:
            element.style = "CommentText"
        for span in line:
            run = Paragraph(element, made).add_run(clean(span.text))
            run.bold, run.italic = span.bold or None, span.italic or None


def _styles(package: Package) -> set[str]:
    name = package.related(package.main, "styles")
    data = package.part(name) if name else None
    return {style.get(W + "styleId", "") for style in parse(data).iter(W + "style")} if data else set()


def _forget_unknown_styles(roots: Iterable[Any], known: set[str]) -> None:
    """Drop references to the styles of comments where the file does not have them."""
    for root in roots:
        for reference in list(root.iter(*_STYLES)):
            if reference.get(W + "val") in _OURS - known:
                holder = reference.getparent()
                holder.remove(reference)
                if not len(holder):
                    holder.getparent().remove(holder)
