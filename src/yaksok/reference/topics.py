"""Topics of foreign policy and the words that tell them.

The taxonomy is written for this program; docs/reference-data.md names the public ones that its rows were
checked with.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from yaksok.reference.parties import split_forms
from yaksok.reference.tables import rows

Strength = Literal["sure", "hint"]
"""Whether a word tells its topic by itself, or only where nothing surer stands beside it."""

NONE = "none"
"""What stands for the topic in rows of words that only look like those of a topic."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic: its id, its names, the group it is listed in and where the row was checked."""

    id: str
    korean: str
    english: str
    group: str
    source: str


@dataclass(frozen=True, slots=True)
class TopicWord:
    """A word as written in the table, and the topic that it tells; `topic` is "none" for a look-alike.

    `language` is "ko", "en", or "any" for acronyms that texts of both languages use.
    """

    form: str
    language: str
    topic: str
    strength: Strength


@cache
def _by_id() -> dict[str, Topic]:
    return {row["id"]: Topic(**row) for row in rows("topics")}


def all_topics() -> tuple[Topic, ...]:
    """Every topic, in file order: by groups."""
    return tuple(_by_id().values())


def topic(topic_id: str) -> Topic:
    """The topic with this id; KeyError for an id that the table does not have."""
    return _by_id()[topic_id]


def is_topic(topic_id: str) -> bool:
    """Whether the table has this id."""
    return topic_id in _by_id()


def topic_words() -> tuple[TopicWord, ...]:
    """Every word of the tables, in file order."""
    return tuple(
        TopicWord(
            form,
            row["language"],
            row["topic"],
            "sure" if row["strength"] == "sure" else "hint",
        )
        for row in rows("topic_words")
        for form in split_forms(row["words"])
    )
