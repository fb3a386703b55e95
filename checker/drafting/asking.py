"""What a paper asks of the body that meets: to note, to comment, to recommend, to decide."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.drafting.sentences import spans
from checker.model.document import Document
from checker.model.precheck import Asking
from checker.model.words import Asks, Stage

_HEADING = re.compile(
    r"^\W*(?:[\d.]+\s*)?(?:[a-z' ]{0,30}\band )?(?:officer |draft |proposed )?recommend(?:ation|ations|ed|ation\(s\))\b[^.]{0,40}$",
    re.I,
)
_ASKED = re.compile(
    r"\b(?:is|are|be)\s+(?:asked|recommended|invited|requested)\b|\bit is recommended\b|\brecommendation(?:s|\(s\))?\s*:",
    re.I,
)
_DECIDE = re.compile(r"\b(?:agree|approve|adopt|authorise|authorize|delegate|award|grant|determine|confirm|resolve|transfer|enter into|sign|establish|appoint|proceed|decide)s?\b|\bbe (?:agreed|approved|adopted|authorised|delegated|awarded|granted|confirmed|appointed)\b", re.I)  # fmt: skip
_RECOMMEND = re.compile(r"\b(?:endors\w*|recommend(?:s)? (?:to|that)|support(?:s)? the|commend\w*)\b", re.IGNORECASE)
_COMMENT = re.compile(
    r"\b(?:comment\w*|consider\w*|discuss\w*|review\w*|scrutinis\w*|debat\w*|feedback|views|asked (?:what|whether|how|for))\b",
    re.I,
)
_NOTE = re.compile(r"\b(?:not(?:e|es|ed|ing)|receiv\w*)\b", re.IGNORECASE)
_VERBS: dict[Asks, re.Pattern[str]] = {"decide": _DECIDE, "recommend": _RECOMMEND, "note": _NOTE, "comment": _COMMENT}
"""What is asked by which verbs, the most first: a paper that asks to note and to agree asks for a decision."""
_CONSULT = re.compile(r"\b(?:agree|approve|authorise|undertake|begin|launch|commence|start|carry out|go out|proceed)s?\b[^.;]{0,60}(?<!in )(?<!after )(?<!following )(?:\bconsultation\b(?! with (?:the )?(?:cabinet|leader|chair|portfolio|executive|monitoring|director|head))|\bconsult\b)", re.I)  # fmt: skip
_LOOKS_BACK = re.compile(
    r"\b(?:annual report|performance report|monitoring|progress|update|outturn|quarter(?:ly)?|review of)\b", re.I
)
_TOP, _LINE = 10, 15
"""How many paragraphs may hold the title, and how many words one of its lines has."""
_MOST = 14
"""How many paragraphs after a heading or a lead-in may say what is asked."""
_FEW = 4


def asking(document: Document) -> Asking:
    """Return what a paper asks, guessed from its recommendations; for decision where it says nothing."""
    passages = list(_recommendations(document))
    for asks, pattern in _VERBS.items():
        for at, text in passages:
            if pattern.search(text):
                return Asking(asks, _stage(asks, text, document), at, " ".join(text.split()[:40]))
    return Asking(None, "for_decision")


def stage_of(asks: Asks | None) -> Stage:
    """Return the stage that follows from what a paper asks, where nothing else is known."""
    return "options" if asks in ("note", "comment") else "for_decision"


def _stage(asks: Asks, text: str, document: Document) -> Stage:
    if asks in ("note", "comment"):
        lines = [p.text for p in document.paragraphs[:_TOP] if len(p.text.split()) <= _LINE]
        return "review" if _LOOKS_BACK.search(" ".join((document.title, *lines))) else "options"
    return "consultation" if _CONSULT.search(text) else "for_decision"


def _recommendations(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the sentences that say what is asked, those under a heading or a lead-in that ask first."""
    left = 0
    headed, asked = [], []
    for p in document.paragraphs:
        text = " ".join(p.text.split())
        if _HEADING.match(text) or (text.endswith(":") and _ASKED.search(text)):
            left = _MOST
        elif p.part == "heading" and not _is_item(text):
            left = 0
        elif left:
            left -= 1
            headed.append((p.place, text))
        asked += [(p.place, sentence) for sentence in _asking_sentences(text)]
    yield from headed
    yield from asked


def _is_item(text: str) -> bool:
    """Tell whether what a reader took for a heading is one of the things recommended, in bold."""
    return len(text.split()) >= _FEW and any(verb.search(text) for verb in _VERBS.values())


def _asking_sentences(text: str) -> Iterator[str]:
    if not _ASKED.search(text):
        return
    for start, end in spans(text):
        hit = _ASKED.search(text[start:end])
        if hit:
            yield text[start + hit.start() : end]
