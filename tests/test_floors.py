"""Imports only go down."""

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports


def test_the_floors_hold() -> None:
    """base and model at the bottom; the parts of one floor never import each other; workflow joins them."""
    assert lint_imports(no_cache=True) == EXIT_STATUS_SUCCESS
