"""The boxes of an equality form: of which protected characteristics nothing is said, "no" alone, or one thing and another.

Forms differ. What they share is that each characteristic is named by a label, in a heading, a line, before
a colon or in the first cell of a row, and that what is said of it follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from checker.drafting.headed import untyped
from checker.drafting.quoting import around
from checker.drafting.sentences import spans
from checker.drafting.ticks import answered
from checker.drafting.units import Heads, table_heads
from checker.model.document import Document
from checker.model.paragraph import Paragraph
from checker.model.section import Section, SectionState

_GROUPS = {
    "age": r"age|older and younger people",
    "disability": r"disabilit(?:y|ies)|disabled people",
    "gender reassignment": r"gender (?:reassignment|identity)|trans(?:gender)?",
    "marriage or civil partnership": r"marriages?|civil partnerships?",
    "pregnancy or maternity": r"pregnan(?:cy|t)|maternity",
    "race": r"race|ethnicity",
    "religion or belief": r"religions?|faith|belief",
    "sex": r"sex|gender(?! (?:reassignment|identity))|men and women",
    "sexual orientation": r"sexual orientation|sexuality|lgbt\w*",
    "carers": r"carers?|caring responsibilities",
}
_NAMED = {group: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for group, words in _GROUPS.items()}
_ALONE = re.compile(
    r"\b(?:and|or|of|the|people|with|protected|characteristics?|responsibilities|ethnicity|nationality|colour|gender|"
    r"reassignment|identity|s)\b|[^a-z]",
    re.IGNORECASE,
)
"""What may stand beside a characteristic in a label that only names it."""
_INLINE = re.compile(r"([^:\n]{2,60}?)\s*(?::|\s[\u2013-]\s)\s*(\S.*)", re.DOTALL)
_SPEAKS_OF = re.compile(
    r"\b(?:impacts?|effects?|affect\w*|mitigat\w*|actions?|consider\w*|implications?)\b", re.IGNORECASE
)
_OWNER = re.compile(r"\b(?:responsible|owner|lead|timescales?|deadline|date)\b", re.IGNORECASE)
_MITIGATION = re.compile(r"\bmitigat\w*|\bactions?\b", re.IGNORECASE)
_ABOUT_HARM = re.compile(r"\b(?:negative|adverse|disproportionate)\w*\b", re.IGNORECASE)
_LONGEST = 16
"""A label has no more words."""
_FORM = 5
"""A document with labels for so many characteristics is an equality form, or holds one."""
_NIL = re.compile(
    r"\W*(?:nil|n\s?/\s?a|not applicable|neutral|unknown|not known|x|(?:no|none|no (?:\w+ ){0,2}(?:impacts?|effects?|change))"
    r"(?: (?:identified|anticipated|expected|envisaged|known))?)?\W*",
    re.IGNORECASE,
)
_NO = re.compile(r"\W*(?:no|none)\b", re.IGNORECASE)
_HARM = re.compile(
    r"\b(?:disruption|hardship|disadvantag\w+|adverse\w*|negative\w*|detriment\w*|disproportionate\w*|barriers?|worse|harder)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:no|not|nor|neither|without|any|none|minimi[sz]\w*|mitigat\w*|avoid\w*)\b", re.IGNORECASE)
_REASON = (
    "“[Group] was considered on [data]; no effect is expected because [reason]”, "
    "or: “not yet looked at; [post] does so by [date]”."
)
_EFFECT = "Say what the effect is, what is done about it and by which post; or why it is no negative impact."
_NEARLY_ALL = frozenset(_GROUPS) - {"carers", "marriage or civil partnership"}
"""What every form has a line for; of marriage the duty asks less, and carers are no characteristic of the Act."""
_FEW = 2
"""A form without a line for more of them than these is of another make."""
_SHORT = 3
"""A "no" has no more words."""
_MANY = 3
"""More characteristics are counted in a title, and listed in what is said."""


Answer = tuple[Paragraph, str]
"""A paragraph, and what it says of a characteristic."""


@dataclass(slots=True)
class _Box:
    """What a form says of one characteristic."""

    group: str
    label: Paragraph
    said: list[Answer] = field(default_factory=list)
    denied: tuple[Paragraph, Paragraph, str] | None = None
    """The question whether there is harm, the paragraph with the "no" to it, and that "no"."""


def open_boxes(document: Document) -> Iterator[Section]:
    """Yield what an author of an equality form would look at again; nothing where a document holds none."""
    boxes = _boxes(document.paragraphs)
    if len(boxes) < _FORM:
        return
    spoken = [(box, other) for box in boxes if (other := _spoken_otherwise(box))]
    yield from _otherwise(spoken)
    empty = [box for box in boxes if not box.said]
    bare = [box for box in boxes if box.said and all(_NIL.fullmatch(words) for _, words in box.said)]
    if empty:
        yield _section(empty, "empty", empty[0].label, f"Nothing is said of {_listed(empty)}.")
    yield from _without_a_line(boxes, document)
    if bare:
        answers = [_typed(box) for box in bare]
        said: dict[str, str] = {}
        for _, words in answers:
            said.setdefault(words.casefold(), f"“{words}”")
        words = " or ".join(list(said.values())[:_MANY])
        yield _section(bare, "bare_nil", answers[0][0], f"Of {_listed(bare)} the form says {words}, and no more.")


def _typed(box: _Box) -> Answer:
    """Return the first answer in words, else the first that is ticked."""
    p, words = next((answer for answer in box.said if answer[1] in answer[0].text), box.said[0])
    return p, around(words.rstrip("."))


def _without_a_line(boxes: Sequence[_Box], document: Document) -> Iterator[Section]:
    """Yield what is said of characteristics that a form with a line for nearly all of them does not name at all."""
    there = {box.group for box in boxes} & _NEARLY_ALL
    text = "\n".join(p.text for p in document.paragraphs)
    left = [group for group in _GROUPS if group in _NEARLY_ALL - there and not _NAMED[group].search(text)]
    if left and len(there) >= len(_NEARLY_ALL) - _FEW:
        says = f"The form has no line for {_joined(left)}."
        yield _section([_Box(group, boxes[-1].label) for group in left], "empty", boxes[-1].label, says)


def _boxes(paragraphs: Sequence[Paragraph]) -> list[_Box]:
    """Return a box for each characteristic that has a label, in the order of the form."""
    boxes: dict[str, _Box] = {}
    heads = table_heads(paragraphs)
    now: tuple[_Box, Paragraph] | None = None
    for p in paragraphs:
        group, inline = _labelled(p)
        if group:
            box = boxes.setdefault(group, _Box(group, p))
            now = None if inline else (box, p)
            box.said += [(p, inline)] if inline else []
        elif p.part == "heading" or (now and _is_elsewhere(p, now[1])):
            now = None
        elif now and p.text.strip() and not _OWNER.search(now[1].text) and not _MITIGATION.search(now[1].text):
            _answer(*now, p, heads)
    return list(boxes.values())


def _answer(box: _Box, label: Paragraph, p: Paragraph, heads: Heads) -> None:
    """Put down what a paragraph says of a characteristic, and whether it says that there is no harm."""
    words, ticked = answered(p, heads)
    if not words:
        return
    box.said.append((p, words))
    denied = ticked and not _NO.match(words) and bool(_NIL.fullmatch(words))
    if denied or (_ABOUT_HARM.search(label.text) and _NO.match(words) and len(words.split()) <= _SHORT):
        box.denied = box.denied or (label, p, words)


def _labelled(p: Paragraph) -> tuple[str, str]:
    """Return the characteristic a paragraph is labelled with, and what it says of it itself: "Age: no effect"."""
    inline = _INLINE.match(untyped(p.text.strip()))
    named = _named(inline[1]) if inline and not p.cell else ""
    return (named, inline[2].strip()) if inline and named and _is_all(named, inline[1]) else (_group(p), "")


def _named(line: str) -> str:
    """Return the characteristic that a line names; nothing where it names none or several."""
    named = [group for group, pattern in _NAMED.items() if pattern.search(line)]
    return named[0] if len(named) == 1 else ""


def _is_all(group: str, line: str) -> bool:
    """Tell whether a line names a characteristic and says nothing else."""
    return not _ALONE.sub("", _NAMED[group].sub("", line))


def _group(p: Paragraph) -> str:
    """Return the characteristic that a paragraph is the label of; nothing where it is none."""
    whole = untyped(p.text.strip())
    line = " ".join((whole if len(whole.split()) <= _LONGEST else whole.partition("\n")[0]).split()).rstrip(": ")
    if (p.cell and p.cell[2] > 1) or p.part in ("bullet", "note") or line.endswith((".", ";", ",")):
        return ""
    group = _named(line) if len(line.split()) <= _LONGEST else ""
    return group if group and (_is_all(group, line) or _SPEAKS_OF.search(line) or _OWNER.search(line)) else ""


def _is_elsewhere(p: Paragraph, label: Paragraph) -> bool:
    """Tell whether a paragraph stands outside the row that a label in a table is of."""
    return bool(label.cell and (not p.cell or p.cell[:2] != label.cell[:2]))


def _spoken_otherwise(box: _Box) -> tuple[Paragraph, str] | None:
    """Return the sentence that speaks of harm to a group of which a form says that there is none."""
    for p, words in box.said if box.denied else ():
        for start, end in spans(words):
            sentence = words[start:end]
            if _HARM.search(sentence) and not _DENIED.search(sentence):
                return p, sentence
    return None


def _otherwise(spoken: Sequence[tuple[_Box, tuple[Paragraph, str]]]) -> Iterator[Section]:
    if not spoken:
        return
    first, (paragraph, sentence) = spoken[0]
    asked, answer, words = first.denied or (first.label, first.label, first.label.text)
    also = f" (the same with {_listed([box for box, _ in spoken[1:]])})" if len(spoken) > 1 else ""
    says = f"“{_title(asked)}” is answered “{words}”{also}; {paragraph.place} speaks of harm to that group"
    other = paragraph.at, around(untyped(sentence.strip()))
    yield _section([first], "contradicted", answer, says, _title(asked), other)


def _section(
    boxes: Sequence[_Box],
    state: SectionState,
    p: Paragraph,
    says: str,
    title: str = "",
    other: tuple[str, str] = ("", ""),
) -> Section:
    quote, named = around(p.text.strip()), title or _counted(boxes)
    settle = _EFFECT if state == "contradicted" else _REASON
    return Section("equality-form", named, state, p.at, quote, says, p.ordinal, *other, theme="people", settle=settle)


def _title(label: Paragraph) -> str:
    return " ".join(untyped(label.text.strip()).split()).rstrip(": ")


def _counted(boxes: Sequence[_Box]) -> str:
    return _listed(boxes) if len(boxes) <= _MANY else f"{boxes[0].group} and {len(boxes) - 1} more"


def _listed(boxes: Sequence[_Box]) -> str:
    return _joined([box.group for box in boxes])


def _joined(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
