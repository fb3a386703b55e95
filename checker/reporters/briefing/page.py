"""The members' page as data: words ready to print, in the order of the page, nothing else."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from checker.model.words import Access
from checker.reporters.names import ROUTES, day

CLOSE = "who, by when, in what form"
WAITS = ": candidates drafted from it wait for a person to confirm them"
NONE_FOUND = "“None found” means none in these."
NOTHING_PROMISED = "Nothing of this kind is open in the papers read."
NOTHING_OPEN = "No question is open on this in the papers read. That says nothing about whether what they say is right."
NOTHING_ASKED = "No question without a full answer was found in the papers read."


@dataclass(frozen=True, slots=True)
class Unread:
    """A paper, or a part of one, that was not read."""

    what: str
    known_from: str = ""
    """Where it is named."""
    is_paper: bool = True
    """A paper of its own, that can be asked for."""
    waits: bool = False
    """Whether candidates were drafted from it and nobody has confirmed any: it is at hand."""

    @property
    def line(self) -> str:
        """What it is, where it is named, and what it waits for."""
        named = f" (named at {self.known_from})" if self.known_from else ""
        return _capital(sentence(f"{self.what}{named}{WAITS if self.waits else ''}"))


@dataclass(frozen=True, slots=True)
class Promised:
    """Something promised, requested or recommended and not seen in the papers read."""

    what: str
    how: str
    """Promised, Requested or Recommended."""
    source: str
    at: str
    due: str
    state: str
    provides: tuple[str, ...]

    @property
    def head(self) -> str:
        """What it shares with others on the page: how, where, due when."""
        said = f"{self.how} in the {self.source}, {self.due}"
        return f"{said}; {self.state}:" if self.state else f"{said}:"

    @property
    def line(self) -> str:
        """What it is, and its paragraph."""
        return f"{self.what.rstrip('.')} ({self.at})"


@dataclass(frozen=True, slots=True)
class AskedBefore:
    """A question put before, and how far it was answered."""

    question: str
    source: str
    at: str
    answer: str

    @property
    def head(self) -> str:
        """Where it was asked."""
        return f"{_capital(self.source)}:"

    @property
    def line(self) -> str:
        """The question, its paragraph, its answer."""
        return f"{self.question.rstrip('.')} ({self.at}): {self.answer}"


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that share their head; what is left out has none."""

    head: str
    lines: tuple[str, ...]

    @property
    def lead(self) -> str:
        """The head as it stands before the lines in one paragraph."""
        return f"{self.head} " if self.head else ""

    @property
    def text(self) -> str:
        """The lines in one paragraph."""
        return " · ".join(self.lines)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a paper, with their place and the verb that keeps their hedge."""

    at: str
    source: str
    source_id: str
    verb: str
    words: str
    """In quotation marks; or, in brackets, that they are not quoted."""
    several: bool = False
    """The page rests on several papers, so that each passage names its own."""

    @property
    def line(self) -> str:
        """The passage as it is printed."""
        where = f"{self.at} of the {self.source}" if self.several else self.at
        return f"{where} {self.verb}: {self.words}"


@dataclass(frozen=True, slots=True)
class Theme:
    """One question a resident would ask, what it rests on, and what to ask."""

    number: int
    theme: str
    title: str
    topic: str
    """The title of the topic, where the page is not about one."""
    status: str
    found: str
    passages: tuple[Passage, ...]
    opener: str
    follow_ups: tuple[str, ...]
    full_answer: str
    route: str
    remedy: str

    @property
    def heading(self) -> str:
        """The title as it is printed."""
        about = f" ({self.topic})" if self.topic else ""
        return f"{self.number}. {self.title}{about}"

    @property
    def way(self) -> str:
        """How the question is put."""
        return ROUTES[self.route]

    @property
    def then(self) -> str:
        """The follow-ups in one line."""
        return " ".join(self.follow_ups)

    @property
    def settled(self) -> str:
        """What a full answer holds, as a sentence."""
        return f"{self.full_answer.rstrip('.')}."


@dataclass(frozen=True, slots=True)
class Briefing:
    """The page. The same for every member."""

    title: str
    members: str
    as_of: datetime.date
    access: Access
    foot: tuple[str, ...]
    not_read: tuple[Unread, ...]
    read: tuple[str, ...]
    promised: tuple[Promised, ...]
    asked: tuple[AskedBefore, ...]
    themes: tuple[Theme, ...]
    also_open: tuple[str, ...]
    author: str
    request: str = ""
    recommendation: str = ""
    promised_more: str = ""
    """What was left out for want of room."""
    asked_more: str = ""
    with_found: bool = True
    """Whether there is room for what was found under each theme."""

    @property
    def prepared(self) -> str:
        """For whom, and as of which day."""
        return f"Prepared for {self.members}. As of {day(self.as_of)}."

    @property
    def not_read_text(self) -> str:
        """Everything that was not read, in one paragraph."""
        return " ".join(one.line for one in self.not_read)

    @property
    def read_text(self) -> str:
        """Everything that was read, in one paragraph."""
        return sentence("; ".join(self.read)) if self.read else "nothing on this."

    @property
    def promised_groups(self) -> tuple[Group, ...]:
        """What was promised, by where and when."""
        return _grouped(self.promised, self.promised_more)

    @property
    def asked_groups(self) -> tuple[Group, ...]:
        """What was asked, by where."""
        return _grouped(self.asked, self.asked_more)

    @property
    def also_open_text(self) -> str:
        """The further themes in one line."""
        return " · ".join(self.also_open)


def sentence(text: str) -> str:
    """Return the text with a full stop at its end."""
    return text if not text or text[-1] in ".?!”" else f"{text}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _grouped(lines: Iterable[Promised | AskedBefore], more: str) -> tuple[Group, ...]:
    groups: dict[str, list[str]] = {}
    for one in lines:
        groups.setdefault(one.head, []).append(one.line)
    made = [Group(head, tuple(group)) for head, group in groups.items()]
    return (*made, Group("", (more,))) if more else tuple(made)
