"""Read JSON that a program wrote: a saved report, not a record."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from checker.base.faults import Fault, Place, Refused
from checker.base.loader import read_bytes

MAX_BYTES = 200_000_000


def read_json(path: Path) -> Any:
    """Return what a JSON file holds.

    Raises:
        Refused: where it is not JSON, with the line and column.
    """
    name = path.as_posix()
    try:
        return json.loads(read_bytes(path, name, MAX_BYTES))
    except json.JSONDecodeError as error:
        fault = Fault(name, Place(error.lineno, error.colno), "SYNTAX", f"not JSON: {error.msg}.", "Save it again.")
        raise Refused([fault]) from None
    except (UnicodeDecodeError, RecursionError):
        raise Refused([Fault(name, Place(1, 1), "ENCODING", "not JSON in UTF-8.", "Save it again.")]) from None
