"""The sample documents of examples/ as descriptions: how each would be set in an office program."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

from tests.support.office.description import Block, Description, Paragraph
from tests.support.office.typed_text import Typing, blocks_of
from tests.support.office.web_page import lines_of_markdown, lines_of_page

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
_AUTOMATIC = Typing(automatic=True)
_SUBTITLED = Typing(titles=(0, 1))
_HEADLINES = Typing(titles=(2, 3))
_CLOSING = "※ 이 글은 yaksok 사용 예시로 지은 것으로, 외교부가 낸 공식 문서가 아님"


@dataclass(frozen=True, slots=True)
class Sample:
    """How a sample document is set, and in which language and encoding it is written.

    `part` selects the text of a web page, `chrome` what is no part of it. `running`: its title runs on every page,
    over the page number. `closing` is a last line, for pages that say it outside of their text.
    """

    typing: Typing = field(default_factory=Typing)
    language: Literal["ko", "en"] = "ko"
    encoding: str = "utf-8"
    part: str = ""
    chrome: str = ""
    closing: str = ""
    running: bool = False


SAMPLES: dict[str, Sample] = {
    "2018-second-half-plan.txt": Sample(_AUTOMATIC, running=True),
    "2019-self-evaluation.txt": Sample(
        Typing(columns=(("〈 중기 목표 대비 2019년 실적 〉", 3),)), running=True
    ),
    "2019-work-plan.txt": Sample(_SUBTITLED, running=True),
    "2021-05-us-partnership-fact-sheet.txt": Sample(language="en"),
    "2021-12-climate-press-release.txt": Sample(
        Typing(titles=(3, 4), broken_words=("당사국", "포함된다", "석탄", "서울", "세계", "계획이다"))
    ),
    "2021-12-passport-press-release.html": Sample(
        part=".board_view", chrome=".satisfy", encoding="cp949", closing=_CLOSING
    ),
    "2021-work-plan.md": Sample(_AUTOMATIC, running=True),
    "2022-policy-agenda.html": Sample(_AUTOMATIC, part="main", closing=_CLOSING),
    "2023-05-pacific-islands-declaration.txt": Sample(_SUBTITLED, language="en", running=True),
    "2023-self-evaluation.txt": Sample(
        Typing(automatic=True, columns=(("〈 국제선거·유치 교섭 결과 〉", 3),)), running=True
    ),
    "2024-04-asean-press-release.txt": Sample(_HEADLINES),
    "2024-10-asean-joint-statement.txt": Sample(
        Typing(automatic=True, articles=True, titles=(0, 1, 2)), language="en"
    ),
    "2024-11-regular-briefing.txt": Sample(),
    "2024-work-plan.txt": Sample(Typing(automatic=True, titles=(0, 1)), running=True),
    "2025-11-apec-press-release.txt": Sample(_HEADLINES, language="en"),
    "2025-self-evaluation.txt": Sample(
        Typing(automatic=True, columns=(("〈 2025년 핵심지표 〉", 3),)), running=True
    ),
    "2025-work-plan.txt": Sample(running=True),
}


@cache
def described(name: str) -> Description:
    """The description of a sample document, by the name of its source."""
    sample = SAMPLES[name]
    blocks, lists = blocks_of(_typed(EXAMPLES / name, sample), sample.typing)
    title = next(text for block in blocks if (text := _title(block)))
    return Description(
        blocks,
        title=title,
        language=sample.language,
        lists=lists,
        header=title if sample.running else "",
        page_numbers=sample.running,
    )


def _typed(path: Path, sample: Sample) -> str:
    text = path.read_text(encoding=sample.encoding)
    if path.suffix == ".html":
        return f"{lines_of_page(text, sample.part, without=sample.chrome)}\n{sample.closing}\n"
    return lines_of_markdown(text) if path.suffix == ".md" else text


def _title(block: Block) -> str:
    return "".join(map(str, block.pieces)) if isinstance(block, Paragraph) and block.title else ""
