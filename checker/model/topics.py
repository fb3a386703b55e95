"""The matters that run through several sources: topics.yaml."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from checker.model.fields import Id, Record, Text


class Topic(Record):
    """A matter that runs through several sources."""

    id: Id = Field(description="Stable for ever.", examples=["shared-education-service"])
    title: Text = Field(description="What readers call it.")
    says: Text | None = Field(None, description="One sentence more.")


class Topics(Record):
    """The list of topics."""

    topics: tuple[Topic, ...] = Field(description="Every topic used in the coding files.")
    schema_version: Literal["1"] = Field("1", description="The version of this format.")
