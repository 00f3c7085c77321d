"""What a person sees of a link."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from yaksok.ledger.reader import StoredDocument
from yaksok.records.link import Link, Reasons
from yaksok.views.review_card import card_of
from yaksok.views.shared_words import shared_own_words, shared_spans

Make = Callable[..., StoredDocument]


def test_both_statements_stand_in_their_places(line: Any, stored: Make) -> None:
    plan = stored(
        "plan",
        "2024-03",
        line("none", "해양 협력", role="heading"),
        line("commitment", "가온만에 등대를 세움", under=1),
        line("none", "- 2 -", role="meta"),
        line("commitment", "부두를 넓힘", under=1),
    )
    review = stored("review", None, line("result", "가온만 등대 완공"), issuer=None)
    link = Link(
        plan.ref(plan.document.statements[1]),
        review.ref(review.document.statements[0]),
        "fulfilled_by",
        0.5,
        Reasons("the rule"),
    )
    card = card_of(link, plan, review)
    assert (card.promise.trail, card.promise.before, card.promise.after) == (
        ("해양 협력",),
        "- 해양 협력",
        "- 부두를 넓힘",
    )
    assert [card.promise.text[slice(*span)] for span in card.promise.shared] == ["가온만에", "등대를"]
    assert (card.later.before, card.later.after, card.later.date, card.later.issuer) == ("", "", "", "")


def test_no_sign_of_a_document_reaches_the_terminal(line: Any, stored: Make) -> None:
    bad = "\x1b\x07\x9b\u202e\u200b"
    document = stored(
        f"doc{bad}",
        "2024",
        line("none", f"제목{bad}", role="heading"),
        line("context", f"앞{bad}"),
        line("commitment", f"가온만{bad}\n등대\t건설 " + "x" * 5_000, under=1),
        line("context", f"뒤{bad}"),
        issuer=f"부처{bad}",
    )
    promise = document.ref(document.document.statements[2])
    link = Link(promise, replace(promise, text="등대"), "restated_as", 0.5, Reasons(f"rule{bad}"))
    card = card_of(link, document, document)
    side = card.promise
    shown = [side.doc, side.title, side.issuer, side.before, side.text, side.after, card.why, *side.trail]
    assert not set("".join(shown)) & set(bad + "\n\t")
    assert len(side.text) <= 1_200
    assert [side.text[slice(*span)] for span in side.shared] == ["등대"]


@pytest.mark.parametrize(
    ("text", "other", "marked"),
    [
        ("등대를 세움", "새 등대", ["등대를"]),
        ("주가온대사관 개관", "대사관 개관식", ["대사관", "개관"]),
        ("대사관 개관", "주가온대사관", ["대사관"]),
        ("The port was opened", "opening of ports", ["port", "opened"]),
        ("2025년 3회", "2025년", ["2025년"]),
        ("", "등대", []),
    ],
)
def test_shared_words(text: str, other: str, marked: list[str]) -> None:
    found = [text[slice(*span)] for span in shared_spans(text, other)]
    assert [word for word in found if word not in {"2025", "년"}] == [
        word for word in marked if word != "2025년"
    ]


def test_own_words_are_counted() -> None:
    assert shared_own_words("가온만 등대 건설", "가온만 등대") == (2, 3)
    assert shared_own_words("", "등대") == (0, 0)


def test_long_texts_are_compared_in_good_time() -> None:
    text = " ".join(f"등대{chr(0xAC00 + n % 11_000)}{n}" for n in range(20_000))
    assert shared_own_words(text, text[: len(text) // 2])[1] > 0
