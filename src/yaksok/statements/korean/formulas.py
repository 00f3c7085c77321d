"""Greetings, thanks and procedure in speeches and briefings (GUIDE Decision 38)."""

from __future__ import annotations

import re

_GREETING = re.compile(
    r"(?:(?:여러분|모두|대단히|정말|매우|다시\s한\s?번|끝까지|경청해\s?주셔서|함께해\s?주셔서|참석해\s?주셔서|지금까지|네|예)[,]?\s?){0,4}"
    r"(?:안녕하십니까|안녕하세요|반갑습니다|감사합니다|고맙습니다|감사드립니다|수고하셨습니다|수고하십니다)[?.!,]*"
    r"(?:\s?여러분[.!]?)?$|[-/]?\s?(?:끝|이상)\s?[.]?\s?[-/]?$"
)
_ADDRESS = re.compile(
    r"(?:존경하는|친애하는|사랑하는|자랑스러운|내외)\s.{0,80}(?:여러분|위원장님|의장님|총리님|대통령님|위원님|의원님|귀빈)[,.!~]*$"
    r"|^.{1,40}\s여러분[,!]$|^.{0,90}님[,.]?\s.{0,80}여러분[,.!]?$"
)
_PROCEDURE = re.compile(
    r"(?:말씀(?:을)?\s?드리겠습니다|시작하겠습니다|마치겠습니다|마칩니다|끝내겠습니다|질문(?:을)?\s?받겠습니다|답변(?:을)?\s?드리겠습니다"
    r"|설명(?:을)?\s?드리겠습니다|소개(?:해)?\s?(?:드리|올리)겠습니다|\S{1,12}\s?기자입니다|질문(?:을)?\s?부탁드립니다|보고(?:를)?\s?(?:드리|올리)(?:도록\s?하)?겠습니다|질문(?:을)?\s?(?:드리|하)겠습니다)[.!]?$"
)
_SELF = re.compile(
    r"(?:장관|차관|대변인|대사|총리|대통령|이사장|청장|의원|국장|실장|본부장|위원장|원장|총장|차관보|특사)\s?[가-힣○]{0,5}입니다[.]?$"
)
_TOPIC = re.compile(r"(?:첫|둘|셋|넷|다섯|여섯)째,?\s|(?:먼저|우선|다음으로|다음은|마지막으로|끝으로),?\s")
_DATELINE = re.compile(r"[(\[][가-힣]{2,10}\s?=\s?[^()\[\]]{2,30}[)\]]\s{0,3}")


def is_formula(text: str) -> bool:
    """Whether a sentence is nothing but a greeting, an address or thanks."""
    if len(text) > 140:
        return False
    return _GREETING.match(text) is not None or ("여러분" in text and _ADDRESS.search(text) is not None)


def dateline_end(text: str) -> int:
    """Length of the place and source in front of a news text ("[서울=외교부] "), 0 if there is none."""
    match = _DATELINE.match(text)
    return match.end() if match else 0


def is_procedure(text: str) -> bool:
    """Whether a sentence only says what the speaker is about to do, or who asks."""
    return len(text) <= 90 and (_PROCEDURE.search(text) is not None or _SELF.search(text) is not None)


def is_topic(text: str) -> bool:
    """Whether a sentence only names what comes next ("첫째, 한미 관계입니다.")."""
    return len(text) <= 60 and _TOPIC.match(text) is not None and text.rstrip(".").endswith("입니다")


def home_of(text: str) -> str | None:  # noqa: ARG001 - the English rules read it from the text
    """The country that speaks: Korean documents are Korea's."""
    return "KOR"
