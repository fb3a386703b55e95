"""The types of single fields: what text a record may hold, and what it becomes.

Every scalar of a record arrives as the text that was written, so numbers, dates and flags
are made here. The JSON Schema of each type also takes what an editor, which reads YAML by
its own rules, makes of the same text (`at: 3.10` is a number to it).
"""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from checker.base.faults import shortened

ID = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"
REFERENCE = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}(#[A-Za-z0-9][A-Za-z0-9._-]{0,63})?$"
PLACE = r"^(¶[1-9][0-9]{0,5}|[A-Za-z]{0,3}[0-9][0-9A-Za-z.]{0,15}(\([0-9a-z]{1,5}\)){0,3})( p[1-9][0-9]{0,4})?$"
QUOTE = r"^\s*\S+(\s+\S+){0,39}\s*$"
PERIOD = r"^[1-9][0-9]{0,2} (day|week|month|year)s?$"
WORD = r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"
DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
SHA256 = r"^[0-9a-f]{64}$"
FILE = r"^[^/\\:*?\"<>|\s.][^/\\:*?\"<>|\n]{0,199}$"
SOME = r"\S"
WHOLE = r"^[0-9]{1,12}$"

PATTERN_FAULTS: dict[str, tuple[str, str, str]] = {
    ID: ("ID-CHARS", "is not an id", "Use letters, digits, full stop, hyphen and underscore, 64 at most."),
    REFERENCE: ("ID-CHARS", "is not an id", 'Write "C07", or "source-id#C07" for another source.'),
    PLACE: (
        "BAD-PLACE",
        "is not a place",
        'Write the printed number ("3.4", "6.1(b)") or "¶12", then " p3" for the page.',
    ),
    QUOTE: ("TOO-LONG", "is no quotation of 1 to 40 words", "Quote the shortest passage that carries the claim."),
    PERIOD: ("BAD-VALUE", "is not a period", 'Write "12 months" or "6 weeks".'),
    WORD: ("BAD-VALUE", "is not a plain word", "Use small letters and underscores: young_carers."),
    SHA256: ("BAD-VALUE", "is not a sha256", "Give 64 hexadecimal digits."),
    FILE: ("SOURCE-PATH", "is not a plain file name", "Name a file, without folder, drive or address."),
    SOME: ("BAD-VALUE", "is empty", "Write something, or leave the line out."),
}
"""What to say of a text that misses its pattern: code, what is wrong, what to do."""


class Record(BaseModel):
    """A frozen record that knows all its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def _limits(pattern: str, longest: int) -> StringConstraints:
    return StringConstraints(pattern=pattern, max_length=longest)


def _whole_text(pattern: str) -> str:
    """Return the pattern so that it means the same everywhere: `$` stands before a last line end too in Python."""
    return pattern.removesuffix("$") + r"(?!\n)$" if pattern.endswith("$") else pattern


def _editor(pattern: str, longest: int) -> WithJsonSchema:
    schema = {"type": ["string", "number", "boolean"], "pattern": _whole_text(pattern), "maxLength": longest}
    return WithJsonSchema(schema)


def _refusal(code: str, value: Any, wrong: str, todo: str) -> PydanticCustomError:
    shown = f'"{shortened(value)}"' if isinstance(value, str) else "this"
    return PydanticCustomError(code, "{shown} {wrong}.", {"shown": shown, "wrong": wrong, "todo": todo})


def _day(value: Any) -> datetime.date:
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str) and re.fullmatch(DATE, value):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            pass
    raise _refusal("BAD-DATE", value, "is not a date", "Write it as 2021-03-17; nothing is guessed.")


def _flag(value: Any) -> bool:
    if value is True or value is False:
        return bool(value)
    if value in ("true", "false"):
        return bool(value == "true")
    raise _refusal("BAD-VALUE", value, "is not true or false", "Write true, or leave the line out.")


def _whole(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    if isinstance(value, str) and re.fullmatch(WHOLE, value):
        return int(value)
    raise _refusal("BAD-VALUE", value, "is not a whole number", "Write digits only: 22453000.")


Id = Annotated[str, _limits(ID, 64), _editor(ID, 64)]
Reference = Annotated[str, _limits(REFERENCE, 130), _editor(REFERENCE, 130)]
At = Annotated[str, _limits(PLACE, 64), _editor(PLACE, 64)]
Quote = Annotated[str, _limits(QUOTE, 20000), _editor(QUOTE, 20000)]
Text = Annotated[str, _limits(SOME, 20000), _editor(SOME, 20000)]
Period = Annotated[str, _limits(PERIOD, 20), _editor(PERIOD, 20)]
Word = Annotated[str, _limits(WORD, 64), _editor(WORD, 64)]
Sha256 = Annotated[str, _limits(SHA256, 64), _editor(SHA256, 64)]
FileName = Annotated[str, _limits(FILE, 200), _editor(FILE, 200)]
Day = Annotated[
    datetime.date,
    BeforeValidator(_day),
    WithJsonSchema({"type": "string", "format": "date", "pattern": _whole_text(DATE)}),
]
YesOnly = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"enum": [True, False, "true", "false"]})]
Count = Annotated[
    int,
    BeforeValidator(_whole),
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": _whole_text(WHOLE)}]}),
]
