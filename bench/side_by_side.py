"""Run commands in turn, A B A B, and print the medians of their times and the ratios to the first."""

from __future__ import annotations

import argparse
import resource
import shlex
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

FEWEST = 5


class Cost(NamedTuple):
    """What one run took, in seconds: by the clock, and of the processor (user and system)."""

    wall: float
    cpu: float


class Command(NamedTuple):
    """A command and the name it has in the table."""

    name: str
    words: tuple[str, ...]


def run_once(words: Sequence[str]) -> Cost:
    """Run a command with its output thrown away; an exit code other than 0 ends the measurement."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(words, stdout=subprocess.DEVNULL, check=True)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(wall, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


def in_turn(commands: Sequence[Command], rounds: int) -> list[list[Cost]]:
    """Return the costs of every command, round by round, after one round that does not count."""
    all_rounds = [[run_once(command.words) for command in commands] for _ in range(rounds + 1)]
    return [list(costs) for costs in zip(*all_rounds[1:], strict=True)]


def table(commands: Sequence[Command], costs: Sequence[Sequence[Cost]]) -> Iterator[str]:
    """Yield a Markdown table; a ratio is the median of the ratios of each round."""
    yield "| command | wall s | x | CPU s | x |"
    yield "|---|--:|--:|--:|--:|"
    for command, own in zip(commands, costs, strict=True):
        rounds = list(zip(own, costs[0], strict=True))
        wall, cpu = _median(one.wall for one in own), _median(one.cpu for one in own)
        wall_ratio = _median(one.wall / first.wall for one, first in rounds)
        cpu_ratio = _median(one.cpu / first.cpu for one, first in rounds)
        yield f"| {command.name} | {wall:.3f} | {wall_ratio:.2f} | {cpu:.3f} | {cpu_ratio:.2f} |"


def _median(values: Iterable[float]) -> float:
    return statistics.median(values)


def _command(text: str) -> Command:
    """Read `name=command line`; the word `python` stands for the interpreter that runs this."""
    name, _, line = text.partition("=")
    words = shlex.split(line)
    return Command(name, (sys.executable, *words[1:]) if words[0] == "python" else tuple(words))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("commands", nargs="+", type=_command, metavar="NAME=COMMAND", help="the first is the measure")
    parser.add_argument("--rounds", type=int, default=FEWEST)
    chosen = parser.parse_args()
    costs = in_turn(chosen.commands, max(chosen.rounds, FEWEST))
    print("\n".join(table(chosen.commands, costs)))


if __name__ == "__main__":
    main()
