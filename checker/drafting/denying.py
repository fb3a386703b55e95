"""Sentences that deny a benefit, say that it is not known, or admit harm: they claim none, whatever good words they hold.

"The move will not deliver savings" and "there is potential for disruption" admit something. What stays
a claim: "option 2 would not deliver savings" speaks for another option, "nobody will be worse off"
denies harm, and "savings cannot be made without the move" claims them for the move.
"""

from __future__ import annotations

import re

from checker.drafting.units import Unit

_NOT = (
    r"(?:\b(?:\w+n[\u2019']t|(?:will|would|do|does|did|has|have|had|is|are|was|were|can|could|may|might|should|shall)"
    r"(?:\s+(?:also|still|yet|currently|now))?\s+not)"
    r"(?:\s+(?:yet|always|necessarily|currently|been|be|being|directly|fully|adequately|(?:expected|likely|able)\s+to))*"
    r"|\bcannot|\bunlikely\s+to|\bunable\s+to|\bfail(?:s|ed)?\s+to|\bnever)"
)
_BETTER = r"(?:improv|enhanc|strengthen|achiev|solv|resolv|realis)\w*"
"""Verbs that name a benefit by themselves."""
_BRING = (
    r"(?:deliver|provid|lead|led|result|produc|generat|bring|brought|offer|secur|enabl|mak|made|giv|meet|met|address|"
    r"satisf|compl|show|sav|support|demonstrat)\w*"
)
_GOOD = (
    r"(?:savings?|benefits?|improve\w*|outcomes?|value\s+for\s+money|efficienc\w*|economies|resilience|better|targets?|"
    r"objectives?|aims?|expectations?|needs?|problems?|shortfall|gap|money|deficit|requirements?|standards?|elements?)"
)
"""What is good to bring, or to meet."""
_CUT = r"(?:reduc|cut|lower|shorten)\w*"
_BAD = r"(?:costs?|spend\w*|expenditure|waiting|delays?|demand|pressures?|risks?|deficit|backlogs?|overspend)"
"""What is good to cut: to cut nothing else is no harm."""
_FEW = r"(?:\s+[\w\u2019'-]+){0,5}?\s+"
_DENIED = re.compile(
    rf"{_NOT}\s+(?:{_BETTER}|{_CUT}{_FEW}{_BAD}|{_BRING}{_FEW}{_GOOD})\b"
    r"|\bno\s+(?:[\w-]+\s+){0,2}(?:savings?|benefits?|improvements?)\s+(?:are|is|was|were|will|would|has|have|can|could)\b",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"^(?:it|we)\s+(?:is|was|are|were|has\s+been|have\s+been)\s+(?:currently\s+)?"
    r"(?:(?:not(?:\s+yet)?\s+(?:possible|able)|impossible|unable)\s+to\s+(?:say|tell|know|estimate|quantify|assess|"
    r"measure|calculate|extrapolate|forecast|predict|determine|ascertain|monetise)"
    r"|not(?:\s+yet)?\s+(?:clear|known)|unclear|too\s+early)\b"
    rf"|\bno\s+(?:[\w-]+\s+)?evidence\s+(?:(?:has|was|is)\s+\w+|(?:that|of){_FEW}(?:{_BETTER}|{_GOOD})\b)",
    re.IGNORECASE,
)
_LACKING = re.compile(
    r"^there\s+(?:is|are|was|were)\s+(?:currently\s+|at\s+present\s+)?no\s+(?:effective|adequate|sufficient|suitable|"
    r"proper|clear|single|consistent|joint|formal|dedicated)\b",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"\bthere\s+(?:is|are|was|were|may\s+be|could\s+be)\s+(?:a\s+|some\s+)?(?:potential|risk|possibility)\s+(?:for|of)\s+"
    r"(?:[\w-]+\s+){0,2}(?:disruption|disparity|harm|delays?|loss|damage|confusion|inequalit(?:y|ies)|error)\b"
    r"(?!.*\b(?:mitigat|minimis|manag|reduc|avoid|address|prevent)\w*)",
    re.IGNORECASE,
)
_CHOICE = r"\b(?:options?|alternatives?|do(?:ing)?\s+nothing|status\s+quo|rejected|discounted|dismissed|ruled\s+out)\b"
_OF_CHOICE = re.compile(_CHOICE, re.IGNORECASE)
_ARGUES = re.compile(
    rf"{_CHOICE}|\bonly\b|\b(?:not|n[\u2019']t)\s+(?:just|merely|simply)\b|\b(?:if|unless|without|until|otherwise|failure|"
    r"but|however|although|though|whereas|while|because|since|instead|rather|therefore|so\s+that)\b",
    re.IGNORECASE,
)
"""What makes an argument of a denial, or adds what is not denied."""


def denies(unit: Unit) -> bool:
    """Say whether a sentence says of a benefit only that it does not come or is not known, or only admits harm."""
    around = (*unit.path, unit.lead_in, unit.row, unit.column)
    if _ARGUES.search(unit.text) or any(map(_OF_CHOICE.search, around)):
        return False
    return any(pattern.search(unit.text) for pattern in (_DENIED, _UNKNOWN, _LACKING, _HARM))
