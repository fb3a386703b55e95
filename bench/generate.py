"""Write a case folder of an invented council, of any size, the same for the same seed."""

from __future__ import annotations

import argparse
import datetime
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import get_args

from checker.model.words import EARLY, Certainty, ClaimKind, EvidenceKind, EvidenceStatus, Stage

Writer = Callable[[int, list[str], str, random.Random], Iterator[str]]

VOCABULARY = (
    "about across action adults advice agreed all annual appropriate area arrangements asset available better "
    "board borough budget building care centre change children clear committee community contract cost council "
    "current date delivery demand depot digital director district early efficient estate expected families finance "
    "five from fund further green grow health help highways homes housing impact improve increase investment joint "
    "key leisure library local lower made members model more museum need neighbourhood network new next offer open "
    "outcomes park parking partners people plan pooled previous programme project provide quality rate recycling "
    "reduce residents resilient review road saving school seek service shared sites skills staff standard street "
    "support target team timetable transport value waste will within work year"
)
WORDS = VOCABULARY.split()
TOPICS = {
    "depot-move": "Move of the Canal Street depot",
    "library-hours": "Library opening hours",
    "shared-waste-team": "Shared waste team",
    "parking-charges": "Parking charges",
    "leisure-contract": "Leisure contract",
    "home-care-framework": "Home care framework",
    "street-lighting": "Street lighting",
    "market-hall": "Market hall",
    "housing-repairs": "Housing repairs",
    "museum-trust": "Museum trust",
    "digital-contact": "Digital contact centre",
    "school-transport": "School transport",
}
GROUPS = ("older_people", "disabled_people", "young_carers", "residents", "staff", "environment", "personal_data")
SINCE = datetime.date(2016, 1, 11)


def write_case(folder: Path, claims: int = 10_000, files: int = 500, seed: int = 1) -> None:
    """Write `claims` claims in `files` coding files, their source records and the topics under the folder."""
    chance = random.Random(seed)  # noqa: S311 the same folder for the same seed is the point
    for name in ("claims", "seeds"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    _write(folder / "claims" / "topics.yaml", _topics())
    for number in range(files):
        identity, topic = f"wexcombe-report-{number + 1:05}", chance.choice(list(TOPICS))
        count = claims // files + (number < claims % files)
        _write(folder / "seeds" / f"{identity}.yaml", _source(identity, topic, chance))
        _write(folder / "claims" / f"{identity}.yaml", _coding(identity, topic, count, chance))


def _write(path: Path, lines: Iterator[str]) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _topics() -> Iterator[str]:
    yield "topics:"
    for identity, title in TOPICS.items():
        yield f"  - id: {identity}"
        yield f"    title: {title}"


def _source(identity: str, topic: str, chance: random.Random) -> Iterator[str]:
    """Yield a paper for decision; it has no `original`, so that nothing is there to be sealed."""
    meeting = SINCE + datetime.timedelta(weeks=chance.randrange(400))
    yield f"id: {identity}"
    yield f"title: {TOPICS[topic]}, report {identity[-5:]}"
    yield "publisher: Wexcombe Borough Council"
    yield "author: Director of Place"
    yield "kind: officer_report"
    yield "version: published"
    yield "access: public"
    yield f"published: {meeting - datetime.timedelta(days=7)}"
    yield f"meeting_date: {meeting}"
    yield "considered_by:"
    yield "  - body: Wexcombe overview and scrutiny committee"
    yield f"    date: {meeting}"
    yield "    capacity: scrutiny"
    yield f"asks: {chance.choice(('note', 'comment', 'recommend'))}"
    yield "stage: for_decision"
    yield f"topics: [{topic}]"


def _coding(identity: str, topic: str, count: int, chance: random.Random) -> Iterator[str]:
    ids = [f"C{number:02}" for number in range(1, count + 1)]
    yield "# yaml-language-server: $schema=../schemas/coding.schema.json"
    yield f"source: {identity}"
    yield "coder: A"
    yield "coded_on: 2026-01-12"
    yield from _items("evidence", 4, _evidence, ids, topic, chance)
    yield from _items("commitments", 2, _commitment, ids, topic, chance)
    yield "claims:"
    for name in ids:
        yield from _claim(name, ids, topic, chance)


def _items(name: str, most: int, write: Writer, ids: list[str], topic: str, chance: random.Random) -> Iterator[str]:
    count = chance.randint(0, most)
    if count:
        yield f"{name}:"
    for number in range(1, count + 1):
        yield from write(number, ids, topic, chance)


def _evidence(number: int, ids: list[str], _topic: str, chance: random.Random) -> Iterator[str]:
    status = chance.choice(get_args(EvidenceStatus))
    yield f"  - id: E{number}"
    yield f"    kind: {chance.choice(get_args(EvidenceKind))}"
    yield f"    status: {status}"
    yield f'    at: "{_place(chance)}"'
    yield f'    quote: "{_quote(chance)}"'
    yield f"    covers: {_covers(ids, chance)}"
    if status in ("supplied", "verified"):
        yield from (
            f"    {part}: {_sentence(chance)}" for part in ("baseline", "period", "source") if _one_in(2, chance)
        )


def _commitment(number: int, ids: list[str], topic: str, chance: random.Random) -> Iterator[str]:
    due = chance.choice(
        ("{date: 2024-09-30}", "{within: 12 months}", f"{{before: officer_report, topic: {topic}}}", "")
    )
    yield f"  - id: K{number}"
    yield "    origin: undertaking"
    yield f'    at: "{_place(chance)}"'
    yield f'    quote: "{_quote(chance)}"'
    yield f"    says: {_sentence(chance)}"
    yield f"    provides: [{', '.join(_some(get_args(EvidenceKind), 2, chance))}]"
    if due:
        yield f"    due: {due}"
    yield f"    covers: {_covers(ids, chance)}"
    yield f"    topic: {topic}"


def _claim(name: str, ids: list[str], topic: str, chance: random.Random) -> Iterator[str]:
    """Yield a claim; one that is at another stage than its paper says so itself."""
    yield f"  - id: {name}"
    yield f"    by: {chance.choice(('officer', 'officer', 'officer', 'executive', 'partner'))}"
    yield f'    at: "{_place(chance)}"'
    yield f'    quote: "{_quote(chance)}"'
    yield f"    says: {_sentence(chance)}"
    yield f"    kinds: [{', '.join(_some(get_args(ClaimKind), 3, chance))}]"
    yield f"    certainty: {chance.choice(get_args(Certainty))}"
    yield f"    topic: {topic}"
    if _one_in(2, chance):
        yield f"    affects: [{', '.join(_some(GROUPS, 2, chance))}]"
    if _one_in(4, chance):
        yield f"    stage: {chance.choice(sorted(EARLY) if _one_in(2, chance) else get_args(Stage))}"
    if _one_in(4, chance):
        yield "    money: true"
        yield f"    amount: {chance.randrange(5_000, 2_000_000, 500)}"
    if _one_in(5, chance):
        yield "    operative: true"
    if _one_in(10, chance):
        yield "    statutory: true"
    if _one_in(20, chance) and ids[0] != name:
        yield f"    contradicts: [{ids[0]}]"


def _covers(ids: list[str], chance: random.Random) -> str:
    return "all" if not ids or _one_in(3, chance) else f"[{', '.join(_some(ids, 6, chance))}]"


def _place(chance: random.Random) -> str:
    return f"{chance.randint(1, 12)}.{chance.randint(1, 15)}"


def _quote(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(12, 40)))


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(6, 14))).capitalize() + "."


def _some(words: Sequence[str], most: int, chance: random.Random) -> list[str]:
    return chance.sample(words, chance.randint(1, min(most, len(words))))


def _one_in(number: int, chance: random.Random) -> bool:
    return chance.randrange(number) == 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--files", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    write_case(chosen.folder, chosen.claims, chosen.files, chosen.seed)


if __name__ == "__main__":
    main()
