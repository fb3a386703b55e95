"""Comments as a list with page and paragraph, for a draft whose file has no margin to write in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from checker.base.faults import Misuse
from checker.reporters.comments.comment import Comment, Line, Signature, plain
from checker.reporters.layout import quoted
from checker.reporters.names import day

_MARKS = str.maketrans({c: f"\\{c}" for c in "\\`*_[]<>|#"})


def listed(comments: Sequence[Comment], title: str, signature: Signature, suffix: str) -> bytes:
    """Return the list in the form that the end of a file's name tells: .md, .docx or .html.

    Raises:
        Misuse: where it is another.
    """
    form = FORMS.get(suffix.lower())
    if form is None:
        raise Misuse(f'A commented list ends in {", ".join(sorted(FORMS))}; not in "{suffix}".')
    return form(comments, title, signature)


def _where(comment: Comment) -> str:
    at, _, page = comment.place.partition(" p")
    place = f"paragraph {at.removeprefix('¶')}" if not at.startswith("¶") else f"{at}"
    return f"Page {page}, {place}" if page else place[0].upper() + place[1:]


def _signed(signature: Signature) -> str:
    return f"{signature.author}, {day(signature.on)}. A private draft: not for publication."


def _markdown(comments: Sequence[Comment], title: str, signature: Signature) -> bytes:
    lines = [f"# {title.translate(_MARKS)}", "", _signed(signature), ""]
    for comment in comments:
        lines += [f"## {_where(comment)}", ""]
        lines += [f"> {comment.quote.translate(_MARKS)}", ""] if comment.quote else []
        for line in comment.lines:
            lines += [_marked(line), ""]
    return ("\n".join(lines).rstrip() + "\n").encode()


def _marked(line: Line) -> str:
    out = []
    for span in line:
        text = span.text.translate(_MARKS)
        mark = "**" if span.bold else "*" if span.italic else ""
        tail = text[len(text.rstrip()) :]
        out.append(f"{mark}{text.rstrip()}{mark}{tail}" if mark else text)
    return "".join(out)


def _word(comments: Sequence[Comment], title: str, signature: Signature) -> bytes:
    import datetime
    import io

    import docx

    from checker.reporters.archive import settled
    from checker.reporters.commitments.document import clean

    made = docx.Document()
    about = made.core_properties
    about.title, about.author, about.comments, about.language = clean(title), signature.author, "", "en-GB"
    about.created = about.modified = datetime.datetime.combine(signature.on, datetime.time())
    made.add_heading(clean(title), 0)
    made.add_paragraph(_signed(signature))
    for comment in comments:
        made.add_heading(_where(comment), 2)
        if comment.quote:
            made.add_paragraph(clean(quoted(comment.quote)), style="Quote")
        for line in comment.lines:
            paragraph = made.add_paragraph()
            for span in line:
                run = paragraph.add_run(clean(span.text))
                run.bold, run.italic = span.bold or None, span.italic or None
    out = io.BytesIO()
    made.save(out)
    return settled(out.getvalue())


def _html(comments: Sequence[Comment], title: str, signature: Signature) -> bytes:
    from checker.reporters.html import render

    rows = [(_where(comment), comment.quote, comment.lines) for comment in comments]
    return render("comments.html.jinja", title=title, access="draft", rows=rows, foot=(_signed(signature),))


FORMS: dict[str, Callable[[Sequence[Comment], str, Signature], bytes]] = {".md": _markdown, ".docx": _word, ".html": _html}  # fmt: skip
__all__ = ["FORMS", "listed", "plain"]
