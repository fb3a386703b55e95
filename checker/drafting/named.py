"""What is noticed about a unit that was read, as named features and as numbers, for the learned model.

Every name can be told back to a person (see `claims`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.drafting.features import Read
from checker.drafting.lexicon import Hit, tokens
from checker.drafting.stems import stem

EARLY = 6
"""How many words make the beginning of a unit."""
NEAR = 10
"""How many words two classes may stand apart to be read together."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DATE = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
    re.I,
)
_SECTION = re.compile(r"^(\d{1,2})(?:\.|$)")
_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
_QUOTED = re.compile(r"[\u201c\u201d\"]")
_ENDED = re.compile(r"[.;!?][\"'\u2019\u201d)]*$")


def _shape(word: str) -> str:
    if word[0].isdigit():
        return "0000" if _YEAR.fullmatch(word) else "0"
    return word


def class_features(found: Read) -> Iterator[str]:
    """Yield the classes, and which stand early."""
    for hit in found.hits:
        yield f"c {hit.name}"
        if hit.start < EARLY:
            yield f"early {hit.name}"


def entry_features(found: Read) -> Iterator[str]:
    """Yield the entries of the lexicon that were found."""
    return (f"e {hit.name} {hit.entry}" for hit in found.hits)


def pair_features(found: Read) -> Iterator[str]:
    """Yield which classes stand before which, not far apart."""
    return (f"{first} > {second}" for first, second in _near(found.hits))


def _near(hits: Sequence[Hit]) -> Iterator[tuple[str, str]]:
    for i, first in enumerate(hits):
        for second in hits[i + 1 :]:
            if second.start - first.end > NEAR:
                break
            if second.start >= first.end and first.name != second.name:
                yield first.name, second.name


_AUXILIARIES_WORDS = (
    "is are was were be has have had will would shall should can could may might must does do did cannot won't"
)
AUXILIARIES = frozenset(_AUXILIARIES_WORDS.split())
_NOT_VERBS_WORDS = "to the a an of and or in for by with on from this that"
_NOT_VERBS = frozenset(_NOT_VERBS_WORDS.split())


def spine(found: Read) -> int:
    """Return the place of the first word that looks like the main verb; -1 where there is none."""
    verbal = {
        h.start
        for h in found.hits
        if h.name in {"improve", "enable", "help", "assure", "achieve", "reduce", "avoid", "keep"}
    }
    for at, token in enumerate(found.tokens):
        if token.text in AUXILIARIES:
            return at
        if at in verbal and token.text.endswith("s") and at and found.tokens[at - 1].text not in _NOT_VERBS:
            return at
    return -1


def spine_features(found: Read) -> Iterator[str]:
    """Yield the main verb's form, the classes before it (the subject) and after it."""
    at = spine(found)
    verb = found.tokens[at].text if at >= 0 else "none"
    verb = verb if verb in AUXILIARIES else "acts" if at >= 0 else verb
    yield f"verb {verb}"
    after = [h.name for h in found.hits if at <= h.start <= at + 8] if at >= 0 else []
    before = {h.name for h in found.hits if h.end <= at}
    for name in before:
        yield f"subject {name}"
        yield f"subject {name} verb {verb}"
    for name in set(after):
        yield f"verb {verb} then {name}"
        if "subject" in before or "this" in before:
            yield f"thing then {name}"
        if "people" in before:
            yield f"people then {name}"
        if "we" in before:
            yield f"we then {name}"
    if at >= 0 and at + 1 < len(found.tokens):
        nexts = [t.text for t in found.tokens[at + 1 : at + 4]]
        yield f"verb {verb} {nexts[0]}"
        yield from (f"predicate {stem(w)}" for w in nexts)


def stem_features(found: Read) -> Iterator[str]:
    """Yield the words without their endings."""
    for token in found.tokens:
        yield f"s {stem(_shape(token.text))}"


def structure_features(found: Read) -> Iterator[str]:
    """Yield where the unit stands: headings, list, table, kind of document."""
    unit = found.unit
    kind = found.document or "other"
    under = found.under[0] if found.under else "none"
    yield f"part {unit.paragraph.part}"
    yield f"kind {kind}"
    yield f"under {under}"
    yield f"under {under} in {kind}"
    for above in found.under[1:]:
        yield f"above {above}"
    section = _SECTION.match(unit.paragraph.number)
    if section:
        yield f"section {section.group(1)} in {kind}"
    for name in found.lead_in:
        yield f"led by {name}"
    for name in found.column:
        yield f"column {name}"
    for name in found.names:
        yield f"{name} under {under}"
    if unit.listed:
        yield "listed"
    yield "first" if unit.within == 0 else "later"
    if unit.within and unit.within == unit.of - 1:
        yield "last"
    yield f"ends {unit.text[-1:] if not unit.text[-1:].isalnum() else 'word'}"
    yield f"starts {'low' if unit.text[:1].islower() else 'figure' if unit.text[:1].isdigit() else 'capital'}"
    yield f"words {min(8, len(found.tokens) // 6)}"
    yield f"tenth {int(unit.position * 5)}"


def heading_words(found: Read) -> Iterator[str]:
    """Yield the words of the nearest heading."""
    for token in tokens(found.unit.heading)[:12]:
        yield f"h {_shape(token.text)}"


def dense(found: Read) -> Iterator[tuple[str, float]]:
    """Yield numbers: length, place, figures, capitals, tense."""
    unit, text = found.unit, found.unit.text
    words = [token.text for token in found.tokens]
    count = max(1, len(words))
    yield "words", float(len(words))
    yield "position", unit.position
    yield "within", float(unit.within)
    yield "of", float(unit.of)
    yield "listed", float(unit.listed)
    yield "depth", float(len(unit.path))
    yield "figures", sum(w[0].isdigit() for w in words) / count
    yield "years", float(len(_YEAR.findall(text)))
    yield "dates", float(len(_DATE.findall(text)))
    yield "capitals", len(_CAPITAL.findall(text)) / count
    yield "quoted", float(bool(_QUOTED.search(text)))
    yield "ended", float(bool(_ENDED.search(text)))
    yield "colon", float(text.endswith(":"))
    yield "brackets", float(text.count("("))
    yield "commas", float(text.count(","))
    yield "long words", sum(len(w) for w in words) / count
    yield "ing", float(sum(w.endswith("ing") for w in words))
    yield "ed", float(sum(w.endswith("ed") for w in words))
    yield "lead-in", float(len(unit.lead_in.split()))
    at = spine(found)
    yield "verb at", float(at)
    yield "cut", float(unit.end - unit.start < len(unit.paragraph.text) and not unit.text.endswith("."))
    yield "central", found.central
    yield "echoed", found.echoed
    for hit in found.hits:
        yield f"c {hit.name}", 1.0
        if hit.start < at:
            yield f"subject {hit.name}", 1.0
    for name in found.lead_in:
        yield f"led by {name}", 1.0
    yield f"kind {found.document}", 1.0
    for name in found.under[:2]:
        yield f"under {name}", 1.0
    yield f"part {unit.paragraph.part}", 1.0
