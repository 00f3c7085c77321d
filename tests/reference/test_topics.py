"""The table of topics keeps its form, and its words can be looked up."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby

import pytest

from yaksok.reference.tables import rows
from yaksok.reference.topics import NONE, all_topics, is_topic, topic, topic_words


def test_ids_are_well_formed_and_names_are_not_shared() -> None:
    topics = all_topics()
    assert len(topics) >= 35
    assert all(re.fullmatch("[a-z_]+", each.id) for each in topics)
    for names in ([each.korean for each in topics], [each.english for each in topics]):
        assert len(set(names)) == len(names)


def test_topics_of_one_group_stand_together() -> None:
    groups = [each.group for each in all_topics()]
    assert [group for group, _ in groupby(groups)] == list(dict.fromkeys(groups))


def test_a_topic_is_found_by_its_id() -> None:
    assert topic("arctic").english == "Arctic and Antarctic"
    assert not is_topic(NONE)
    with pytest.raises(KeyError):
        topic("no_such_topic")


def test_every_word_belongs_to_a_known_topic() -> None:
    assert {each.topic for each in topic_words()} - {NONE} == {each.id for each in all_topics()}


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_topic_has_sure_words_in_both_languages(language: str) -> None:
    counted = Counter(
        each.topic for each in topic_words() if (each.language, each.strength) == (language, "sure")
    )
    assert [each.id for each in all_topics() if counted[each.id] < 5] == []


@pytest.mark.parametrize(
    ("language", "form"),
    [
        ("ko", r"(?:[가-힣A-Z0-9.·&-]+)(?: [가-힣A-Z0-9.·&-]+)*"),
        ("en", r"[a-z0-9][a-z0-9' .-]+"),
        ("any", r"[A-Z0-9][A-Za-z0-9&+-]+(?:[가-힣]+)?"),
    ],
)
def test_words_are_written_in_the_script_of_their_language(language: str, form: str) -> None:
    written = [each.form for each in topic_words() if each.language == language]
    assert written
    assert [each for each in written if len(each) < 2 or not re.fullmatch(form, each)] == []


def test_no_word_stands_twice_under_one_topic() -> None:
    for row in rows("topic_words"):
        words = row["words"].split("|")
        assert sorted(set(words)) == sorted(words), row["topic"]


def test_no_word_is_both_sure_and_a_hint_of_a_topic() -> None:
    sure = {(each.topic, each.form) for each in topic_words() if each.strength == "sure"}
    assert [
        each for each in topic_words() if each.strength == "hint" and (each.topic, each.form) in sure
    ] == []


def test_a_look_alike_is_no_word_of_a_topic() -> None:
    told = {(each.language, each.form) for each in topic_words() if each.topic != NONE}
    assert [each for each in topic_words() if each.topic == NONE and (each.language, each.form) in told] == []
