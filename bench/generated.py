"""Documents made up by a seeded generator, for measuring where no collection is at hand.

They have the layout of work plans and press releases: a title, a date, headings, bullets, sentences, notes, and
about as many countries, dates, amounts and names as real ones. What they say means nothing.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

_COUNTRIES = (
    "미국 일본 중국 러시아 프랑스 독일 인도 베트남 호주 칠레 케냐 이집트 폴란드 튀르키예 몽골".split()
)
_FIELDS = "통상 개발 보건 문화 해양 에너지 과학기술 영사 인적교류 기후 식량 교통".split()
_DEEDS = "협력을 확대한다|협정을 체결할 계획이다|협의체를 운영하였다|공동연구를 추진한다|사업을 점검하였다|대화를 개최할 예정이다".split(
    "|"
)
_NOUN_DEEDS = "협력 강화|사업 추진|협의체 운영|제도 정비|교류 확대|기반 구축".split("|")
_HEADINGS = "추진 배경|주요 성과|추진 과제|향후 계획|기대효과".split("|")


def documents(count: int, *, seed: int = 2025) -> Iterator[str]:
    """`count` documents of some 600 characters each; the same seed gives the same documents."""
    choice = random.Random(seed)  # noqa: S311 - nothing here is secret
    for number in range(count):
        yield _document(choice, number)


def _document(choice: random.Random, number: int) -> str:
    year = choice.randint(2016, 2025)
    lines = [
        f"{year}년 {choice.choice(_FIELDS)} 분야 업무계획 {number}",
        "",
        f"{year}. {choice.randint(1, 12)}.",
        "",
    ]
    for section in range(1, choice.randint(2, 4)):
        lines.append(f"{section}. {choice.choice(_HEADINGS)}")
        for _bullet in range(choice.randint(1, 3)):
            lines.append(f"□ {_phrase(choice, year)}")
            lines += [f" ㅇ {_sentence(choice, year)}" for _item in range(choice.randint(1, 3))]
            if choice.random() < 0.3:
                lines.append(
                    f"   * {choice.choice(_COUNTRIES)}, {choice.choice(_COUNTRIES)} 등 {choice.randint(3, 20)}개국"
                )
        lines.append("")
    return "\n".join(lines)


def _phrase(choice: random.Random, year: int) -> str:
    return (
        f"{choice.choice(_COUNTRIES)}과의 {choice.choice(_FIELDS)} {choice.choice(_NOUN_DEEDS)}"
        f"({year % 100}.{choice.randint(1, 12)}월)"
    )


def _sentence(choice: random.Random, year: int) -> str:
    return (
        f"{year + choice.randint(0, 3)}년까지 {choice.choice(_COUNTRIES)} 정부와 {choice.choice(_FIELDS)} 분야에서 "
        f"{choice.randint(1, 900)}억원 규모의 {choice.choice(_FIELDS)} {choice.choice(_DEEDS)}."
    )
