"""The verbs: the one place where the parts of the house meet."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from checker.base.digest import of_bytes
from checker.base.faults import NOWHERE, Fault, Misuse, Refused, nearest
from checker.base.loader import read_bytes
from checker.base.save import save, sweep
from checker.engine.assess import assess
from checker.engine.examples import Run, run_examples
from checker.engine.verification import verify
from checker.ledger.store import NAME as LEDGER
from checker.ledger.store import read_ledger
from checker.model.casefile import Casefile, Check, Dossier
from checker.model.coding import quotations
from checker.model.finding import Assessment, Finding
from checker.model.paragraph import Paragraph
from checker.model.rule import FlagRule, Profile, Rule, Rulebook
from checker.model.source import Source
from checker.model.words import LEVELS
from checker.readers.text import read_text
from checker.records.read import read_casefile
from checker.records.seals import check_seals, read_seals, seals_bytes, seals_path
from checker.rules.load import load_rulebook

MAX_ORIGINAL = 100_000_000


@dataclass(frozen=True)
class Settings:
    """What a run was asked for."""

    paths: tuple[Path, ...] = ()
    profile: str = "scrutiny"
    as_of: datetime.date | None = None
    originals: Path | None = None
    packs: tuple[Path, ...] = ()
    ledger: Path | None = None
    waivers: bool = True


class Checked(NamedTuple):
    """An assessment, and warnings about the records."""

    assessment: Assessment
    warnings: list[Fault]


def check(settings: Settings) -> Checked:
    """Read the records, hold the quotations against originals or seals, and assess."""
    rulebook = rulebook_of(settings)
    profile = profile_of(rulebook, settings.profile)
    casefile, warnings = read_casefile(settings.paths)
    casefile = with_checks(casefile, settings.originals, hedges_of(rulebook))
    casefile = dataclasses.replace(casefile, ledger=read_ledger(ledger_path(settings)))
    as_of = settings.as_of or datetime.date.today()
    return Checked(assess(casefile, rulebook, profile, as_of, waivers=settings.waivers), warnings)


def ledger_path(settings: Settings) -> Path:
    """Return where the ledger is kept: where it was said, else in the folder that holds claims/ and seeds/."""
    if settings.ledger is not None:
        return settings.ledger
    first = settings.paths[0] if settings.paths else Path()
    if first.is_dir():
        return (first if (first / "claims").is_dir() else first / "..") / LEDGER
    return first.parent / ".." / LEDGER


def explain(settings: Settings, fingerprint: str) -> tuple[Assessment, Finding]:
    """Return the one finding whose fingerprint begins so.

    Raises:
        Misuse: where none or several do.
    """
    assessment = check(settings).assessment
    hits = [f for f in assessment.findings if f.fingerprint.startswith(fingerprint.lower())]
    if not hits:
        raise Misuse(f"No finding {fingerprint} as of {assessment.as_of} under the profile {assessment.profile.id}.")
    if len(hits) > 1:
        names = ", ".join(f.fingerprint for f in hits[:5])
        raise Misuse(f"{fingerprint} begins {len(hits)} fingerprints ({names}). Give more of it.")
    return assessment, hits[0]


class Verified(NamedTuple):
    """What verification found for one source."""

    source: Source
    total: int
    checks: dict[str, Check]
    """By item id."""
    how: str
    """original, seals or nothing."""
    changed: bool

    @property
    def faults(self) -> dict[str, Check]:
        """The quotations that are wrong, misplaced, stripped of a hedge, or not as sealed."""
        broken = ("not_found", "wrong_place", "seal_broken")
        return {name: check for name, check in self.checks.items() if check.state in broken or check.hedge}

    @property
    def good(self) -> int:
        """How many quotations were found or hold their seal."""
        return sum(check.state in ("found", "sealed") for check in self.checks.values())


def verify_records(settings: Settings, *, seal: bool = False) -> list[Verified]:
    """Hold every quotation against its original, or its seal; with `seal`, write seals for those found."""
    hedges = hedges_of(rulebook_of(settings))
    casefile, _ = read_casefile(settings.paths)
    results = []
    for dossier in casefile.dossiers:
        checked = with_check(dossier, settings.originals, hedges)
        how = _how(checked)
        total = sum(1 for _ in quotations(dossier.coding))
        results.append(Verified(dossier.source, total, dict(checked.checks), how, checked.original_changed))
        if seal and how == "original" and not checked.original_changed:
            path = seals_path(_record_path(dossier))
            sweep(path.parent)
            save(path, seals_bytes(dossier.source, dossier.coding, checked.checks))
    return results


def _how(dossier: Dossier) -> str:
    states = {check.state for check in dossier.checks.values()}
    if states & {"found", "not_found", "wrong_place"}:
        return "original"
    return "seals" if states & {"sealed", "seal_broken"} else "nothing"


def with_checks(casefile: Casefile, originals: Path | None, hedges: Sequence[str]) -> Casefile:
    """Return the casefile with what verification found for every quotation."""
    if originals is not None and not originals.is_dir():
        raise Misuse(f"There is no folder {originals.as_posix()} with originals.")
    dossiers = tuple(with_check(dossier, originals, hedges) for dossier in casefile.dossiers)
    return dataclasses.replace(casefile, dossiers=dossiers)


def with_check(dossier: Dossier, originals: Path | None, hedges: Sequence[str]) -> Dossier:
    """Return the dossier with its quotations held against the original, else against its seals."""
    original = dossier.source.original
    if original is None:
        return dossier
    path = originals / original.file if originals else None
    if path is not None and path.exists():
        raw = read_bytes(path, path.as_posix(), MAX_ORIGINAL)
        paragraphs = _paragraphs(path, raw)
        if paragraphs is not None:
            checks = verify(dossier.coding, paragraphs, hedges)
            return dataclasses.replace(dossier, checks=checks, original_changed=of_bytes(raw) != original.sha256)
    seals = read_seals(seals_path(_record_path(dossier)))
    if seals is None:
        return dossier
    return dataclasses.replace(dossier, checks=check_seals(dossier.source, dossier.coding, seals))


def _paragraphs(path: Path, raw: bytes) -> tuple[Paragraph, ...] | None:
    """Return the paragraphs of an original; None for a format that is not read yet."""
    if path.suffix.lower() not in (".txt", ".md"):
        return None
    try:
        return read_text(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        what = f"byte 0x{raw[error.start]:02X} at offset {error.start} is not UTF-8."
        raise Refused(
            [Fault(path.as_posix(), code="ENCODING", place=NOWHERE, what=what, todo="Save it as UTF-8.")]
        ) from None


def _record_path(dossier: Dossier) -> Path:
    return Path(dossier.inputs[1].path)


def rulebook_of(settings: Settings) -> Rulebook:
    """Return the core rules with the packs laid over them; a pack with a failing example is refused."""
    rulebook = load_rulebook(settings.packs)
    if settings.packs:
        faults = [
            Fault(
                f"rule {run.rule.id}",
                NOWHERE,
                "EXAMPLE",
                f'"{run.example.title}" gives {run.got}, not {run.example.expect}.',
                "Mend the rule or the example.",
            )
            for rule in rulebook.rules
            for run in run_examples(rule, rulebook)
            if not run.holds
        ]
        if faults:
            raise Refused(faults)
    return rulebook


def profile_of(rulebook: Rulebook, name: str) -> Profile:
    """Return a profile by name."""
    if name not in rulebook.profiles:
        raise Misuse(f'There is no profile "{name}". {nearest(name, sorted(rulebook.profiles))}')
    return rulebook.profiles[name]


def hedges_of(rulebook: Rulebook) -> tuple[str, ...]:
    """Return the words that soften or negate what follows them, as the rules list them."""
    return tuple(h for rule in rulebook.rules if isinstance(rule, FlagRule) for h in rule.hedges)


def rule_of(rulebook: Rulebook, name: str) -> Rule:
    """Return a rule by its id."""
    rule = rulebook.rule(name)
    if rule is None:
        raise Misuse(f'There is no rule "{name}". {nearest(name, [r.id for r in rulebook.rules])}')
    return rule


def run_all_examples(packs: Sequence[Path] = ()) -> Iterator[Run]:
    """Yield what every rule, those of the packs among them, makes of its examples."""
    rulebook = load_rulebook(packs)
    for rule in rulebook.rules:
        yield from run_examples(rule, rulebook)


def open_at(assessment: Assessment, level: str) -> Iterable[Finding]:
    """Return the open findings at or above a level; none for "never"."""
    if level == "never":
        return ()
    reach = LEVELS[: LEVELS.index(level) + 1]
    return [finding for finding in assessment.open if finding.level in reach]
