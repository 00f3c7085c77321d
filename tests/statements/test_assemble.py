"""Outline to statements: numbers, parents, and mentions at their place in the document."""

from __future__ import annotations

from tests.support.reading import read

TEXT = "2025년 누리부 업무계획\n2025. 1. 17.\n\nⅠ. 추진 과제\n □ 칠레와 산림 협정* 체결(3월), 나무 3만 그루 심기\n  * 「산림 보호 협정」\n"


def test_numbers_parents_and_trails() -> None:
    document = read(TEXT)
    assert [each.n for each in document.statements] == [1, 2, 3, 4, 5]
    assert [(each.role, each.parent) for each in document.statements] == [
        ("title", None),
        ("meta", None),
        ("heading", None),
        ("item", 3),
        ("note", 4),
    ]
    assert document.statements[4].trail == ("추진 과제", "칠레와 산림 협정 체결(3월), 나무 3만 그루 심기")


def test_mentions_stand_where_they_say() -> None:
    document = read(TEXT)
    item, note = document.statements[3], document.statements[4]
    assert [(each.id, document.text[slice(*each.span)]) for each in item.parties] == [("CHL", "칠레")]
    assert [(each.text, each.start, document.text[slice(*each.span)]) for each in item.times] == [
        ("3월", "2025-03-01", "3월")
    ]
    assert [(each.value, each.unit) for each in item.quantities] == [(30000, "count")]
    assert [document.text[slice(*each.span)] for each in note.names] == [each.text for each in note.names]
    assert note.names


def test_a_mention_over_a_line_break_is_its_words() -> None:
    text = "Press Release\n\nMinisters Meet on Trade\n\nThe ministers of Korea will meet in May with the ministers of the United\nStates, who will open new ports and shorten the procedures of customs,\nso that ships and planes of Chile can come and go more often than they\nhave done in the past and will do so in the coming years.\n"
    document = read(text)
    (party,) = [each for statement in document.statements for each in statement.parties if each.id == "USA"]
    assert document.text[slice(*party.span)].split() == party.text.split() == ["United", "States"]


def test_furniture_mentions_nothing() -> None:
    document = read(
        "보도자료\n배포일시 2025. 1. 17.(금)\n\n칠레와 산림 협정 서명\n\n누리부는 협정에 서명하였다.\n"
    )
    (meta,) = [each for each in document.statements if each.role == "meta"]
    assert (meta.act, meta.trail, meta.parties, meta.times) == ("none", (), (), ())
