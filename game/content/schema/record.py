"""Record: what all records of the language share: a place in a file, and no other fields than their own."""

from __future__ import annotations

from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, PrivateAttr, model_validator

from game.content.node import Mapping, kind_in_words
from game.content.schema.leaf import Id, Many, Mark, Odds, Text, Then, When, refuse


class Part(BaseModel):
    """A group of fields with a place in a file."""

    model_config = ConfigDict(
        strict=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        validate_by_alias=True,
        validate_by_name=False,
        protected_namespaces=(),
    )
    _node: Mapping = PrivateAttr()

    @model_validator(mode="wrap")
    @classmethod
    def _from_node(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if not isinstance(value, Mapping):
            refuse("kind", f"a group of `name: value` is expected here, not {kind_in_words(value)}.")
        part = handler(value.entries)
        part._node = value
        return part

    @property
    def spot(self) -> Mapping:
        """Where the record stands."""
        return self._node


class Named(Part):
    """A part with an id."""

    id: Id

    @property
    def key(self) -> str:
        """The id as text."""
        return self.id.text


class Record(Named):
    """A named part that stands in a section. `replaces`: it stands for one of the same id that was there before."""

    replaces: Mark = False


class ClauseRecord(Part):
    """Further effects, under a condition and odds of their own."""

    id: Id | None = None
    when: When | None = None
    odds: Odds = 100
    then: Then | None = None
    news: Text | None = None


class Consequence(Part):
    """What comes of something: effects, further clauses and a line of news."""

    then: Then | None = None
    also: Many[ClauseRecord] = ()
    news: Text | None = None


class SceneText(Part):
    """One of several texts, shown when its condition holds."""

    when: When | None = None
    text: Text
