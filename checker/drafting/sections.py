"""What stands under the headings of a report template: nothing, "none", a reasoned nil, text, or a placeholder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from checker.drafting.asking import asking
from checker.drafting.equality_form import open_boxes
from checker.drafting.headed import Found, found, untyped
from checker.drafting.placeholders import Placeholder, defined_in, placeholders
from checker.drafting.quoting import around
from checker.drafting.sentences import spans
from checker.drafting.templates import Headings, headings, speaks_of
from checker.model.document import Document
from checker.model.paragraph import Paragraph
from checker.model.section import Section, SectionState, Template

_NIL = re.compile(
    r"^\W*(?:none\b|nil\b|n\s?/\s?a\b|not applicable\b|not (?:required|relevant)\b|no\W*$"
    r"|there (?:are|is|were|will be) (?:none\b|no (?:\w+[ ,/]+){0,6}?(?:implication|impact|issue|effect|consideration|risk|comment|concern|matter|consequence|cost)s?\b)"
    r"|no (?:\w+[ ,/]+){0,6}?(?:implication|impact|issue|effect|consideration|risk|comment|concern|consequence|cost|consultation)s?\b"
    r"|this (?:report|paper|decision|proposal) (?:has|raises|carries) no\b)",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"^[\s.\u2026\u2010-\u2015-]*$")
_REASON = re.compile(
    r"\b(?:because|since|given|due to|owing to|following|having|considered|assess\w*|screen\w*|review\w*|analys\w*|"
    r"found|shows?|other than|except|beyond|save for|although|however|but|within existing|as (?:the|this|it|there|these|no|a|all|any)|"
    r"appendix|annex|see|will be|would be|met from|therefore|purely|only|administrative|for information)\b",
    re.IGNORECASE,
)
_SAYS_WHY = re.compile(r"^\W*(?:none|nil|n\s?/\s?a|not (?:applicable|required|relevant))\s*[:;(\u2013\u2014-]\s*(?:[\w\u2019'-]+\W+){2}\w", re.I)  # fmt: skip
"""A nil and, behind a colon or a dash, three words or more."""
_LATER = re.compile(
    r"\b(?:will|to) be (?:\w+ly )?(?:undertaken|carried out|completed|considered|assessed|done|prepared|reviewed|provided|identified|addressed|developed|reported|brought|explored)\b"
    r"|\bwill (?:follow|come|form part)\b|\bto follow\b|\bin due course\b",
    re.IGNORECASE,
)
_BARE = 25
"""A bare nil has no more words than this."""
_MEMORANDUM = re.compile(r"explanatory memorandum|impact assessment \(ia\)|equality impact assessment|eqia submission|minutes of", re.I)  # fmt: skip
_FEW = 3
"""A paper with fewer of the known headings than this does not follow a template, and is not asked for the rest."""


def sections(document: Document, extra: Sequence[Path] = ()) -> tuple[Section, ...]:
    """Return what was found under each known heading, placeholders anywhere, and expected headings not found.

    Args:
        document: what a reader returned.
        extra: files of a council with headings of its own, of the form of sections.yaml.
    """
    known = headings(tuple(extra))
    there = list(found(document, known))
    said = _the_best_of_each([section for one in there for section in _judged(one, document)])
    taken = {section.ordinal for section in said if section.state == "placeholder"}
    said += [one for one in _elsewhere(document) if one.ordinal not in taken]
    said += open_boxes(document)
    if is_report(document, there):
        said += _missing(document, known, there)
    return tuple(sorted(said, key=lambda one: one.ordinal))


def is_report(document: Document, there: Sequence[Found] | None = None) -> bool:
    """Tell whether a document is a report that follows a template: it recommends, under headings that are known."""
    known = list(found(document, headings())) if there is None else there
    kinds = {template.id for one in known for template in one.templates}
    first = " ".join(p.text for p in document.paragraphs[:12])
    return len(kinds) >= _FEW and asking(document).asks is not None and not _MEMORANDUM.search(first)


def _judged(one: Found, document: Document) -> Iterator[Section]:
    text = " ".join(one.text.split())
    first = one.body[0] if one.body and not one.inline else one.head
    open_words = next(_open(one, defined_in(_whole(document))), None)
    for template in one.templates:
        if open_words:
            paragraph, left = open_words
            says = f"There {_named(left)} under “{one.title}”: {_listed(left)}."
            yield _section(template, one, "placeholder", paragraph, left[0].words, says)
        elif _NOTHING.match(text):
            if one.ended:
                says = f"There is nothing under the heading “{one.title}”."
                yield _section(template, one, "empty", one.head, one.head.text, says)
        elif template.nil_will_do or not _NIL.match(text):
            yield _section(template, one, "filled", first, text, f"There is text under “{one.title}”.")
        elif _LATER.search(text) and len(text.split()) <= 2 * _BARE:
            says = f"“{one.title}” says that there is none for now, and puts it off."
            yield _section(template, one, "deferred", first, text, says)
        elif _REASON.search(text) or _SAYS_WHY.match(text) or len(text.split()) > _BARE:
            says = f"“{one.title}” says that there is none, with a reason."
            yield _section(template, one, "reasoned_nil", first, text, says)
        else:
            yield _nil(template, one, first, text, document)


def _nil(template: Template, one: Found, first: Paragraph, text: str, document: Document) -> Section:
    """Return what to say of a bare nil: that it is one, or that the body speaks otherwise."""
    own = {one.head.ordinal, *(p.ordinal for p in one.body)}
    other = _spoken_otherwise(template, [p for p in document.paragraphs if p.ordinal not in own])
    if other is None:
        says = f"“{one.title}” says {_quoted(text)} and gives no reason."
        return _section(template, one, "bare_nil", first, text, says)
    paragraph, sentence, speaks = other
    says = f"“{one.title}” says {_quoted(text)}; {paragraph.place} speaks of {speaks}"
    made = _section(template, one, "contradicted", first, text, says)
    return Section(
        made.kind, made.title, "contradicted", made.at, made.quote, says, made.ordinal,
        paragraph.at, around(untyped(sentence)), made.evidence, made.theme, made.settle,
    )  # fmt: skip


def _spoken_otherwise(template: Template, paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, str, str] | None:
    if not template.unless:
        return None
    for p in paragraphs:
        if p.part == "heading":
            continue
        for start, end in spans(p.text):
            for unless in template.unless:
                sentence = p.text[start:end]
                if speaks_of(unless, sentence) and not _denies(sentence) and not _looks_back(sentence):
                    return p, sentence, unless.says
    return None


_DENIES = re.compile(r"\b(?:no(?! longer\b)|not|nor|neither|without|none|any)\b", re.IGNORECASE)


_PAST = re.compile(r"\b(?:fell|rose|grew|dropped|was|were|had|did|ha(?:s|ve) been|saved|spent|achieved|delivered|underspent|overspent)\b", re.I)  # fmt: skip
_AHEAD = re.compile(r"\b(?:will|would|shall|may|might|can|could|should|must|is|are|to be|expected|proposed|planned|forecast|from (?:april|20\d\d))\b", re.I)  # fmt: skip


def _looks_back(sentence: str) -> bool:
    """Tell whether a sentence tells of what was, and of nothing to come: no "none" is meant of that."""
    return bool(_PAST.search(sentence)) and not _AHEAD.search(sentence)


def _denies(sentence: str) -> bool:
    return bool(_DENIES.search(sentence))


def _section(template: Template, one: Found, state: SectionState, p: Paragraph, words: str, says: str) -> Section:
    return Section(
        template.id, one.title, state, p.at, around(words), says, p.ordinal,
        evidence=template.evidence, theme=template.theme, settle=template.settle or "",
    )  # fmt: skip


def _open(one: Found, defined: frozenset[str]) -> Iterator[tuple[Paragraph, list[Placeholder]]]:
    """Yield the paragraphs of a section that hold placeholders, and these."""
    for p in (one.head, *one.body):
        alone = one.inline == "" and one.body == (p,)
        if left := list(placeholders(p.text, defined=defined, alone=alone)):
            yield p, left
    if one.inline and not one.body and (left := list(placeholders(one.inline, defined=defined, alone=True))):
        yield one.head, left


def _the_best_of_each(said: Sequence[Section]) -> list[Section]:
    """Leave out an empty heading whose like has text elsewhere: a table of contents, a form's label."""
    filled = {one.kind for one in said if one.state != "empty"}
    return [one for one in said if one.state != "empty" or one.kind not in filled]


def _elsewhere(document: Document) -> Iterator[Section]:
    defined = defined_in(_whole(document))
    form = bool(_MEMORANDUM.search(" ".join(p.text for p in document.paragraphs[:12])))
    for p in document.paragraphs:
        if left := list(placeholders(p.text, form=form or p.part == "cell", defined=defined)):
            says = f"There {_named(left)}: {_listed(left)}."
            yield Section("", "", "placeholder", p.at, around(left[0].words), says, p.ordinal)


def _missing(document: Document, known: Headings, there: Iterable[Found]) -> Iterator[Section]:
    known_here = {template.id for one in there for template in one.templates}
    first = document.paragraphs[0]
    for template in known.expected:
        if template.id not in known_here:
            says = f"No heading “{template.title}” was found."
            yield Section(
                template.id, template.title, "missing", first.at, "", says, first.ordinal,
                evidence=template.evidence, theme=template.theme, settle=template.settle or "",
            )  # fmt: skip


def _whole(document: Document) -> str:
    return "\n".join(p.text for p in document.paragraphs)


def _quoted(words: str) -> str:
    return f"“{around(words).rstrip('.')}”"


def _named(left: Sequence[Placeholder]) -> str:
    return "is a placeholder" if len(left) == 1 else "are placeholders"


def _listed(left: Sequence[Placeholder]) -> str:
    return ", ".join(dict.fromkeys(_quoted(one.words) for one in left))
