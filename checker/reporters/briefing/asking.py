"""Which question a theme puts: no text twice on a page, at most three questions on a claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from checker.model.finding import Finding
from checker.model.rule import Question
from checker.reporters.wording import Words

MOST = 3
"""How many questions a page puts on one claim."""


class Put(NamedTuple):
    """A question, and the finding that raises it."""

    finding: Finding
    question: Question


class Asking:
    """Chooses the questions of one page, theme by theme."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._texts: set[str] = set()
        self._claims: Counter[str] = Counter()

    def choose(self, findings: Iterable[Finding]) -> Put | None:
        """Return the first question not put yet, best on a claim that nothing was asked about; None if all were."""
        findings = tuple(findings)
        for most in (1, MOST):
            for put in self._open(findings):
                if self._claims[_words_of(put.finding)] < most:
                    return self._take(put)
        return None

    def _open(self, findings: Iterable[Finding]) -> Iterator[Put]:
        for finding in findings:
            question = self._pointed(finding)
            if question and _key(question.opener) not in self._texts:
                yield Put(finding, question)

    def _pointed(self, finding: Finding) -> Question | None:
        """Return what to ask: where a paper was not read, what that paper should say."""
        if finding.outcome == "cannot_tell" and finding.reason != "unreadable":
            return self._words.question(finding._replace(outcome="gap")) or self._words.question(finding)
        return self._words.question(finding)

    def _take(self, put: Put) -> Put:
        question, claim = put.question, _words_of(put.finding)
        self._texts.add(_key(question.opener))
        new = [text for text in question.follow_ups if _key(text) not in self._texts]
        follow_ups = tuple(new[: MOST - 1 - self._claims[claim]])
        self._texts.update(_key(text) for text in follow_ups)
        self._claims[claim] += 1 + len(follow_ups)
        return Put(put.finding, question.model_copy(update={"follow_ups": follow_ups}))


def _words_of(finding: Finding) -> str:
    """Return what a reader takes for one claim: one passage, under whatever ids it is coded."""
    return f"{finding.source.id} {finding.at} {_key(finding.quote)}"


def _key(text: str) -> str:
    return " ".join(text.casefold().split())
