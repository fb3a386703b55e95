"""How much a reader may use of the machine for one file; settable, and named in the message when hit."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple

from checker.base.faults import Misuse


class Limits(NamedTuple):
    """What one file may cost."""

    file_megabytes: int = 100
    seconds: int = 60
    memory_megabytes: int = 1024
    """Of each process that reads; a long PDF is read by up to four."""
    result_megabytes: int = 400
    """How much a reader may hand back; text is never that long."""


VARIABLES = {
    "CHECKER_READ_FILE_MEGABYTES": "file_megabytes",
    "CHECKER_READ_SECONDS": "seconds",
    "CHECKER_READ_MEMORY_MEGABYTES": "memory_megabytes",
}


def limits_from(environment: Mapping[str, str] = os.environ) -> Limits:
    """Return the limits, changed by the variables that are set.

    Raises:
        Misuse: where a variable holds no whole number above 0.
    """
    changed = {}
    for variable, name in VARIABLES.items():
        value = environment.get(variable, "")
        if not value:
            continue
        if not (value.isascii() and value.isdigit() and int(value[:9]) > 0):
            raise Misuse(f'{variable} is "{value}". Write a whole number above 0, or leave it out.')
        changed[name] = int(value[:9])
    return Limits(**changed)
