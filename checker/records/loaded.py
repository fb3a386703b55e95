"""A model together with the document it came from, so that a fault can name its line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel

from checker.base.digest import of_bytes
from checker.base.loader import Document
from checker.model.casefile import Input

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Loaded(Generic[M]):
    """A model and the document it came from."""

    model: M
    document: Document

    @property
    def input(self) -> Input:
        """How the manifest names the file."""
        return Input(self.document.path, of_bytes(self.document.raw))
