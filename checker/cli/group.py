"""The commands, each loaded when it is called: a check need not read what a draft takes."""

from __future__ import annotations

import importlib
from typing import cast

import click

from checker.base.faults import nearest

HOMES = {
    "actions": "outputs",
    "agree": "comparing",
    "check": "checking",
    "commitments": "outputs",
    "compare": "comparing",
    "confirm": "confirming",
    "draft": "drafting",
    "explain": "checking",
    "ledger": "recording",
    "matrix": "outputs",
    "precheck": "prechecking",
    "questions": "outputs",
    "register": "outputs",
    "rules": "ruling",
    "verify": "verifying",
}
"""The module of each command."""


class Commands(click.Group):
    """The commands by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 as click names it
        """Return the names in the order of the alphabet."""
        return list(HOMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """Return the command of a name, or say which there are."""
        if cmd_name not in HOMES:
            ctx.fail(f'There is no command "{cmd_name}". {nearest(cmd_name, list(HOMES))}')
        module = importlib.import_module(f"checker.cli.{HOMES[cmd_name]}")
        return cast("click.Command", getattr(module, cmd_name))
