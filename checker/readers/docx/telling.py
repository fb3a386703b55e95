"""What a person should be told about a Word file that was read all the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from checker.model.document import Told
from checker.readers.docx.gather import Gathered
from checker.readers.docx.xml import Element, w

_FAR = re.compile(r"(https?|ftp):|(file:/*)?\\\\|file://[^/]", re.IGNORECASE)

PICTURES = (w("drawing"), w("pict"))


def no_words(unread: int, pictures: int) -> tuple[str, str]:
    """Return what to say of a file without a word, and what to do: "its text is 2 pictures"."""
    if unread:
        return f"its text is {_count(unread, 'file')} put in whole.", "Open it in Word and save it."
    if pictures:
        todo = (
            "Type the words, have them recognised (OCR), or ask for the original. Until then nothing in it is checked."
        )
        return f"its text is {_count(pictures, 'picture')}.", todo
    return "there is not a word in it.", "Open it in Word and see whether it is the file you mean."


def tell(
    names: Sequence[str], settings_rels: Element | None, found: Gathered, fields: Sequence[str]
) -> tuple[Told, ...]:
    """Return what to tell, the gravest first."""
    return tuple(_all(names, settings_rels, found, fields))


def _all(names: Sequence[str], rels: Element | None, found: Gathered, fields: Sequence[str]) -> Iterator[Told]:
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        yield Told("MACROS", "The file holds macros; they were not run.")
    if any(text.lstrip().upper().startswith("DDE") for text in fields):
        yield Told("ACTIVE", "The file holds a field that would start another program; it was not run.")
    if rels is not None and any(_is_far_template(rel) for rel in rels):
        yield Told("REMOTE", "The file names a template on another machine; it was not fetched.")
    yield from _changes(found)
    if hidden := sum(kind == "hidden" and bool(text.strip()) for kind, text, _ in found.asides):
        yield Told("INVISIBLE", f"{_count(hidden, 'passage')} of hidden text left out.")
    if found.unread:
        yield Told("NO-TEXT", f"{_count(found.unread, 'file')} put in whole and not read; open it in Word and save it.")


def _changes(found: Gathered) -> Iterator[Told]:
    kinds = Counter(kind for kind, _, _ in found.asides)
    changes = kinds["inserted"] + kinds["deleted"] + found.marks
    if changes:
        what = f"{_count(changes, 'tracked change')} not yet accepted: insertions are read as text, deletions left out."
        yield Told("TRACKED", what)


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _is_far_template(rel: Element) -> bool:
    return (
        rel.get("TargetMode") == "External"
        and rel.get("Type", "").endswith("/attachedTemplate")
        and bool(_FAR.match(rel.get("Target", "")))
    )
