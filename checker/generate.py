"""Write out what is generated: schemas from the models, rule pages from the rules.

`python -m checker.generate` writes; with `--check` it only says what is out of date.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator
from pathlib import Path

from checker.base.save import save
from checker.model.schema import WRITTEN, schema_text
from checker.reporters import rule_pages, text
from checker.reporters.briefing import word_template
from checker.reporters.words_page import words_page
from checker.workflow import Settings, check, rulebook_of

ROOT = Path(__file__).resolve().parent.parent
_BEGIN, _END = "<!-- matter -->", "<!-- /matter -->"


def generated() -> Iterator[tuple[Path, bytes]]:
    """Yield every generated file and what it should hold."""
    for name, model in WRITTEN.items():
        yield Path("schemas") / f"{name}.schema.json", schema_text(model).encode()
    yield Path("docs/words.md"), words_page().encode()
    yield Path("README.md"), _readme().encode()
    yield Path("checker/reporters/templates/briefing.docx"), word_template.template()
    rulebook = rulebook_of(Settings())
    yield Path("docs/rules/README.md"), rule_pages.index(rulebook).encode()
    for rule in rulebook.rules:
        yield Path("docs/rules") / f"{rule.id}.md", rule_pages.page(rule, rulebook).encode()


def _readme() -> str:
    """Return the README with one real matter in it, as the command prints it."""
    settings = Settings(paths=(ROOT,), as_of=datetime.date(2022, 1, 20))
    lines = list(text.render(check(settings).assessment))
    start = next(number for number, line in enumerate(lines) if line.startswith("  1  "))
    matter = "".join(lines[start : lines.index("\n", start)])
    before, _, rest = (ROOT / "README.md").read_text("utf-8").partition(_BEGIN)
    return f"{before}{_BEGIN}\n```\n{matter}```\n{_END}{rest.partition(_END)[2]}"


def stale(root: Path = ROOT) -> list[str]:
    """Return the generated files that are missing, out of date, or no longer generated."""
    wanted = dict(generated())
    wrong = [
        path for path, wished in wanted.items() if not (root / path).exists() or (root / path).read_bytes() != wished
    ]
    there = [p.relative_to(root) for folder in ("schemas", "docs/rules") for p in (root / folder).glob("*.*")]
    return sorted(path.as_posix() for path in {*wrong, *(path for path in there if path not in wanted)})


def write(root: Path = ROOT) -> None:
    """Write every generated file."""
    for path, wished in generated():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        save(root / path, wished)


def main() -> int:
    """Write, or check with `--check`; return 1 if something is out of date."""
    if "--check" not in sys.argv[1:]:
        write()
        return 0
    names = stale()
    for name in names:
        sys.stdout.write(f"{name} is out of date: run make generate\n")
    return 1 if names else 0


if __name__ == "__main__":
    sys.exit(main())
