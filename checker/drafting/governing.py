"""What governs a stretch of a sentence, and where it may end.

Cut from a long sentence, "will continue to oversee the group" says another thing than "If nothing is
changed, … will continue to oversee the group". A stretch is therefore quoted with the condition at
the head of its sentence or, where it leans on them, with the sentence's subject and verb.
"""

from __future__ import annotations

import re

LONGEST_HEAD = 16
"""How many words are quoted before a gap at most: as many again and more are wanted for the stretch itself."""
FEWEST = 5
"""A stretch is not shortened to fewer words."""
_WORDS = (
    "a an the this these those that such its their his her our your my each every any some no both either neither all "
    "of to in on at for by with from as into onto upon over under about between within without through during before "
    "after until since against across among towards via per than like including excluding regarding following "
    "and or but nor so if unless while whilst although because where when whether which who whom whose what how "
    "is are was were be been being am will would shall should can could may might must has have had having do does did "
    "not also more most less very i.e e.g ie eg ii and/or"
)
_LEADS_ON = frozenset(_WORDS.split())
"""Words that lead on to the next: nothing quoted ends on one."""
_BEFORE_THESE = ("out", "due", "owing", "according", "prior", "subject")
"""Words that go with a last "of" or "to"."""
_CONDITION = re.compile(
    r"(?:(?:however|therefore|but|and|in addition|also|furthermore),?\s+)?"
    r"(?:if|unless|should|without|provided|providing|subject to|where|when|once|until|were|had|in the event)\b[^,;:]+,",
    re.IGNORECASE,
)
_AUXILIARY = r"(?:is|are|was|were|will|would|shall|should|can|could|may|might|must|has|have|had|does|do|did|cannot)"
_VERB = re.compile(
    rf"\b(?:{_AUXILIARY}|means|seeks|proposes|includes|provides|requires|allows|enables|ensures|shows|finds|fails|fills|"
    r"supports|continues|intends|intend|aims|expects|expect|believes|believe|recommends|considers|concludes|concluded|"
    r"estimates|agrees|agreed|noted|asks|asked|requested|confirms|confirmed|explains|explained|adds|added|says|said|"
    r"states|stated|announced|advised|suggests|suggested|revisits|sets|makes|gives|contains|reflects)\b"
)
_ASIDE = re.compile(r"\b(?:which|who|whose|that)\b")
"""What a verb follows that is not the sentence's own."""
_STARTS_WITH_VERB = re.compile(rf"(?:(?:and|but|or)\s+)?(?:also\s+)?{_AUXILIARY}\b")
_PHRASE_ENDS = re.compile(
    rf",|\s(?=(?:for|in|on|at|by|with|from|to|which|who|that|where|as|including|following|{_AUXILIARY})\b)"
)
_LEANS = re.compile(
    r"(?:(?:and|or|but|nor)\s+)?(?:which|who|whose|that|to|with|without|so|by|as|including|thereby|thus|because|where|in|"
    r"of|for|from|on|at|than|rather|will|would|can|could|should|shall|may|might|must|has|have|had|is|are|was|were|be|been|"
    r"not|\w+ing)\b"
)
"""How a stretch begins that is no statement of its own."""


def leans(text: str) -> bool:
    """Say whether a stretch hangs on what stands before it."""
    return bool(_LEANS.match(text))


def condition(text: str) -> str:
    """Return the condition a sentence begins with, its comma included; empty where it begins with none."""
    hit = _CONDITION.match(text)
    return hit.group() if hit and len(hit.group().split()) <= LONGEST_HEAD else ""


def subject(text: str, stretch: str) -> str:
    """Return the words at the head of a sentence that a stretch of it leans on; empty where they are too many.

    They go up to the sentence's first verb and what that leads on to. Where they are too many, a stretch
    that begins with its verb is left the first phrase, which names what the sentence is of.
    """
    hit = _VERB.search(text)
    head = _led_on(text, hit.end()) if hit and not _ASIDE.search(text, 0, hit.start()) else []
    if 0 < len(head) <= LONGEST_HEAD:
        return " ".join(head)
    phrase = _PHRASE_ENDS.search(text) if _STARTS_WITH_VERB.match(stretch) else None
    words = text[: phrase.start()].split() if phrase else []
    return " ".join(words) if 1 < len(words) <= LONGEST_HEAD and not leads_on(words[-1]) else ""


def _led_on(text: str, end: int) -> list[str]:
    head, following = text[:end].split(), text[end:].split()
    while following and (len(head) < 2 or leads_on(head[-1]) or following[0] in ("out", "up")):
        head.append(following.pop(0))
    return head


def ended(text: str) -> str:
    """Return a stretch without the words at its end that lead on, and without a bracket that it does not close."""
    words = text.split()
    opened = next((at for at in range(len(words) - 1, 0, -1) if "(" in words[at] or ")" in words[at]), 0)
    if opened >= FEWEST and "(" in words[opened] and ")" not in words[opened]:
        words = words[:opened]
    while len(words) > FEWEST and leads_on(words[-1]):
        if words.pop() in ("of", "to") and words[-1] in _BEFORE_THESE:
            words.pop()
    return " ".join(words)


def leads_on(word: str) -> bool:
    """Say whether nothing quoted may end on a word."""
    return _plain(word) in _LEADS_ON


def _plain(word: str) -> str:
    return word.casefold().strip(".,;:()\u201c\u201d\u2018\u2019\"'")
