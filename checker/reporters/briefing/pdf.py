"""The members' page as a tagged PDF (PDF/UA-1), set by typst."""

from __future__ import annotations

import datetime
import json
from functools import lru_cache
from importlib import resources
from typing import Any

from checker.reporters.briefing.build import ONE_SIDE
from checker.reporters.briefing.fields import fields
from checker.reporters.briefing.page import Briefing

SIZES = ("11", "10.5", "10", "9.5")
"""In points; the largest that keeps a page of five themes to one side is taken."""


@lru_cache(maxsize=1)
def _template() -> bytes:
    return (resources.files("checker.reporters") / "templates" / "briefing.typ").read_bytes()


def render(page: Briefing) -> bytes:
    """Return the page; of equal pages, equal bytes.

    The words go in as data, so that nothing in them is ever read as a command of the typesetter.
    """
    one_side = len(page.themes) <= ONE_SIDE
    size = next((size for size in SIZES if _sides(page, size) == 1), SIZES[-1]) if one_side else SIZES[1]
    midnight = datetime.datetime.combine(page.as_of, datetime.time(), datetime.UTC)
    made = _typeset(page, size, format="pdf", pdf_standards=["ua-1"], timestamp=midnight)
    assert isinstance(made, bytes)
    return made


def _sides(page: Briefing, size: str) -> int:
    made = _typeset(page, size, format="svg")
    return len(made) if isinstance(made, list) else 1


def _typeset(page: Briefing, size: str, **how: Any) -> bytes | list[bytes]:
    import typst

    data = {**fields(page), "year": page.as_of.year, "month": page.as_of.month, "day": page.as_of.day}
    words = {"page": json.dumps(data, ensure_ascii=False), "size": size}
    made: bytes | list[bytes] = typst.compile(_template(), sys_inputs=words, ignore_system_fonts=True, **how)
    return made
