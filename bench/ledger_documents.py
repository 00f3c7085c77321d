"""Documents for a large ledger, made up by a seeded generator: many words, countries, issuers and years.

Words are drawn so that few are common and most are rare, as in a language (Zipf's law). A tenth of the documents
takes up promises of earlier ones, as promises again or as results. What they say means nothing.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate

_SYLLABLES = [chr(0xAC00 + 28 * step + end) for step in range(0, 399, 2) for end in (0, 1, 4, 8, 16, 21)]
"""1,200 syllables, about as many as Korean writes."""
_COUNTRIES = (
    "미국 일본 중국 러시아 프랑스 독일 인도 베트남 호주 칠레 케냐 이집트 폴란드 튀르키예 몽골 페루 브라질 멕시코 캐나다 "
    "영국 이탈리아 스페인 네덜란드 스웨덴 핀란드 덴마크 노르웨이 체코 헝가리 루마니아 우크라이나 카자흐스탄 우즈베키스탄 "
    "태국 필리핀 인도네시아 말레이시아 싱가포르 라오스 캄보디아 방글라데시 파키스탄 스리랑카 네팔 이란 이라크 요르단 "
    "사우디아라비아 카타르 오만 모로코 튀니지 가나 세네갈 나이지리아 에티오피아 탄자니아 우간다 르완다 모잠비크 앙골라"
).split()
_ISSUERS = ("외교부", "통일부", "기획재정부", "산업통상자원부", "보건복지부", "환경부")
_PROMISES = (
    "을 체결할 계획이다",
    "을 추진할 예정이다",
    "을 개최하겠다",
    "을 설립하겠다",
    "을 확대해 나가겠다",
)
_RESULTS = ("을 체결하였다", "을 추진하였다", "을 개최하였다", "을 설립하였다", "을 확대하였다")
_HEADINGS = ("추진 과제", "향후 계획", "주요 성과", "추진 배경")
_WORDS = 30_000
_KEPT = 5_000  # promises that later documents can take up
_PERIOD = (2006, 2025)


class LedgerDocuments:
    """Endless documents in the order of their dates; the same seed gives the same ones."""

    def __init__(self, *, count: int, seed: int = 2026) -> None:
        self._count = count
        self._choice = random.Random(seed)  # noqa: S311 - nothing here is secret
        self._words = [
            "".join(self._choice.choices(_SYLLABLES, k=self._choice.randint(2, 4))) for _ in range(_WORDS)
        ]
        self._weights = list(accumulate(1 / (rank + 20) for rank in range(_WORDS)))
        self._promises: list[tuple[str, str]] = []

    def __iter__(self) -> Iterator[str]:
        first, last = _PERIOD
        for number in range(self._count):
            months = (last - first + 1) * 12 * number // self._count
            yield self._document(first + months // 12, months % 12 + 1, number)

    def _document(self, year: int, month: int, number: int) -> str:
        choice = self._choice
        lines = [
            f"{year}년 {self._phrase(2)} 업무 추진계획 {number}",
            "",
            choice.choice(_ISSUERS),
            f"{year}. {month}.",
            "",
        ]
        for section in range(1, choice.randint(2, 4)):
            lines.append(f"{section}. {choice.choice(_HEADINGS)}")
            for _bullet in range(choice.randint(1, 3)):
                lines.append(f"□ {choice.choice(_COUNTRIES)} {self._phrase(3)}")
                lines += [f" ㅇ {self._sentence(year)}" for _item in range(choice.randint(1, 4))]
            lines.append("")
        return "\n".join(lines)

    def _sentence(self, year: int) -> str:
        choice = self._choice
        if self._promises and choice.random() < 0.1:
            country, matter = choice.choice(self._promises)
            return f"{country}과 {matter}{choice.choice(_RESULTS + _PROMISES)}."
        country, matter = choice.choice(_COUNTRIES), self._phrase(choice.randint(3, 5)) + " 협정"
        self._promises = [*self._promises[-_KEPT:], (country, matter)]
        by = f"{year + choice.randint(0, 3)}년까지 " if choice.random() < 0.3 else ""
        return f"{by}{country}과 {matter}{choice.choice(_PROMISES)}."

    def _phrase(self, words: int) -> str:
        return " ".join(self._choice.choices(self._words, cum_weights=self._weights, k=words))
