"""Write a pack of an invented council as PDF: `python -m bench.pdf_pack OUT.pdf [--pages N]`, always the same.

Numbered paragraphs, a heading and a small table on every page, with a running foot: about what two
hundred pages of committee papers hold, without their pictures and fonts.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

import typst

from bench.generate import TOPICS, WORDS

PAGE = """#set page(width: 595pt, height: 842pt, margin: 64pt, footer: [Wexcombe Borough Council #h(1fr) Page
#context counter(page).display()])
#set text(size: 10.5pt, font: "Libertinus Serif")
#set par(hanging-indent: 36pt)
"""
_PARAGRAPHS, _SENTENCES = 7, 4
_SMALL = ["the", "of", "to", "and", "in", "for", "a", "by", "with", "on"]


def pack(pages: int) -> bytes:
    """Return a PDF of so many pages."""
    chance = random.Random(1)  # noqa: S311 the same pack every time is the point
    return typst.compile((PAGE + "\n#pagebreak()\n".join(_page(at, chance) for at in range(1, pages + 1))).encode())


def _page(at: int, chance: random.Random) -> str:
    return "\n\n".join([f"*{at} {list(TOPICS.values())[at % len(TOPICS)]}*", *_paragraphs(at, chance), _table(chance)])


def _paragraphs(at: int, chance: random.Random) -> Iterator[str]:
    for number in range(1, _PARAGRAPHS + 1):
        yield f"#box(width: 36pt)[{at}.{number}]" + " ".join(_sentence(chance) for _ in range(_SENTENCES))


def _sentence(chance: random.Random) -> str:
    words = [f"{chance.choice(_SMALL)} {chance.choice(WORDS)}" for _ in range(chance.randint(5, 11))]
    return " ".join(words).capitalize() + "."


def _table(chance: random.Random) -> str:
    rows = [f"[{chance.choice(WORDS).capitalize()}], [{chance.randint(10, 900)}]" for _ in range(4)]
    return f"#table(columns: (200pt, 80pt), [Cost], [£000], {', '.join(rows)})"


def main() -> None:
    """Write the pack."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pages", type=int, default=200)
    options = parser.parse_args()
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_bytes(pack(options.pages))


if __name__ == "__main__":
    main()
