"""Write the examples that are not plain text: the Word report and the PDF. The same bytes every time.

python seeds/examples/make.py
"""

from __future__ import annotations

import datetime
from pathlib import Path

from making import leisure  # the folder beside this script

HERE = Path(__file__).resolve().parent
ORIGINALS = HERE / "originals"


def made() -> dict[str, bytes]:
    """Return each file by its name."""
    import typst

    day = datetime.datetime(2025, 7, 1, tzinfo=datetime.UTC)
    source = (HERE / "making" / "waste.typ").read_bytes()
    pdf = typst.compile(source, format="pdf", ignore_system_fonts=True, timestamp=day)
    assert isinstance(pdf, bytes)
    return {"wexcombe-leisure-trust-2025-06.docx": leisure.docx(), "wexcombe-waste-rounds-2025-07.pdf": pdf}


if __name__ == "__main__":
    for name, data in made().items():
        (ORIGINALS / name).write_bytes(data)
