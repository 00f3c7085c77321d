"""The plain style: endings of Korean sentences, and polite and nominal ones turned into plain ones."""

from __future__ import annotations

import re
from functools import cache

from yaksok.reference.parties import all_parties
from yaksok.statements.korean.tails import without_tail

# Syllables by their last consonant (Unicode orders Hangul by initial, vowel, final): -ㄹ, -ㅆ, -ㄴ.
RIEUL = "".join(chr(0xAC00 + 28 * syllable + 8) for syllable in range(399))
SSANG_SIOT = "".join(chr(0xAC00 + 28 * syllable + 20) for syllable in range(399))
NIEUN = "".join(chr(0xAC00 + 28 * syllable + 4) for syllable in range(399))
_FINITE = re.compile(r"(?:다|까|요|자|라|네|오)[.!?…]?[\"”’')\]」』]{0,3}\.?$")
# Sentences of reports that close in a verbal noun ("하기로 함", "증가하였음", "전망임").
_NOMINAL = re.compile(
    r"(?:[았었였했됐졌갔왔났렸켰섰냈봤줬있없]음|기로\s?함|(?:전망|예정|계획|방침|상황|실정|수준|것|추세|입장|목표)임|(?:평가|강조|설명|환영|당부|요청|촉구|지적|언급|표명|제안|기대|공감|합의|논의|협의|확인|재확인|동의|약속|필요|중요|시급|풍부|부족|심각)함|(?:기대|예상|전망|평가|판단|우려|요구)됨)$"
)
_TRAILING = ".!?…\"”’'」』)]"
_ADJECTIVES = "심각|중요|필요|부족|충분|가능|불가능|당연|분명|확실|뚜렷|여전|다양|풍부|취약|유일|소중|절실|시급|막중|특별|각별|마땅|바람직|불가피|긴요|타당|적절|긴밀|견고|확고|명백|동일|유사|상당|막대|급박|엄중"
# Last syllables of copula and adjective stems without a final consonant.
_ADJECTIVE_STEMS = frozenset("이니크르쁘프리시기머")
_NOMINAL_LAST = frozenset("음함임됨")
# What the forms of the table below that end in -다 end in.
_HONORIFIC_ENDS = ("니다", "것이다", "있다")
_HONORIFIC = (
    (re.compile(rf"({_ADJECTIVES})합니다$"), r"\1하다"),
    (re.compile(r"한\s바\s있(?:습니다|다|음)$"), "했다"),
    (re.compile(r"(았|었|였|했|됐|졌|갔|왔|났|렸|켰|췄|섰|냈|봤|줬|셨)음$"), r"\1다"),
    (re.compile(r"(있|없)음$"), r"\1다"),
    (re.compile(r"기로\s?함$"), "기로 했다"),
    (re.compile(r"임$"), "이다"),
    (re.compile(r"됨$"), "된다"),
    (re.compile(r"(필요|중요|시급|바람직)함$"), r"\1하다"),
    (re.compile(r"함$"), "했다"),
    (re.compile(r"드립니다$"), "드린다"),
    (re.compile(r"하겠습니다$"), "하겠다"),
    (re.compile(r"겠습니다$"), "겠다"),
    (re.compile(r"(았|었|였|했|됐|졌|갔|왔|났|렸|켰|췄|섰|냈|봤|줬|셨)습니다$"), r"\1다"),
    (re.compile(r"습니다$"), "다"),
    (re.compile(r"입니다$"), "이다"),
    (re.compile(r"합니다$"), "한다"),
    (re.compile(r"됩니다$"), "된다"),
    (re.compile(r"봅니다$"), "본다"),
    (re.compile(r"랍니다$"), "란다"),
    (re.compile(r"(?:이에요|예요)$"), "이다"),
    (re.compile(r"(?:하겠어요|할게요|할께요)$"), "하겠다"),
)
_FINAL_NIEUN, _FINAL_BIEUP = 4, 17


def is_predicate(text: str) -> bool:
    """Whether a text ends in a finite verb, plain or honorific."""
    tail = text[-24:].rstrip()
    bare = without_tail(text[-240:] if ")" in tail[-3:] else tail, _TRAILING)
    if bare[-1:] in _NOMINAL_LAST and _NOMINAL.search(bare):
        return True
    if bare.endswith(("다", "까")):
        return not bare.endswith(_nouns_like_verbs())
    if not _FINITE.search(tail):
        return False
    if bare.endswith("요"):
        return bare.endswith(("어요", "아요", "에요", "예요", "세요", "지요", "죠", "해요", "까요", "네요"))
    return text.rstrip().endswith((".", "!")) and bare.endswith(("하자", "가자", "나가자", "시오", "하라"))


@cache
def _nouns_like_verbs() -> tuple[str, ...]:
    """Words that end like a verb and are none: particles, the sea, and names such as 캐나다."""
    names = (form for party in all_parties() for form in party.korean_forms)
    return ("마다", "보다", "바다", *(form for form in names if form.endswith(("다", "까"))))


def plain_style(text: str) -> str:
    """The sentence without closing signs and with its last verb in the plain style."""
    bare = without_tail(text, _TRAILING)
    if bare.endswith("다") and not bare.endswith(_HONORIFIC_ENDS):
        return bare
    for pattern, replacement in _HONORIFIC:
        changed = pattern.sub(replacement, bare)
        if changed != bare:
            return changed
    return _plain_present(bare) if bare.endswith("니다") else bare


def _plain_present(bare: str) -> str:
    """A present form in -ㅂ니다 in the plain style: "줍니다" -> "준다", "다릅니다" -> "다르다"."""
    code = ord(bare[-3:-2] or "가") - 0xAC00
    if not 0 <= code < 11172 or code % 28 != _FINAL_BIEUP:
        return bare[:-2] + "다"
    stem = chr(0xAC00 + code - _FINAL_BIEUP)
    if stem in _ADJECTIVE_STEMS:
        return bare[:-3] + stem + "다"
    return bare[:-3] + chr(0xAC00 + code - _FINAL_BIEUP + _FINAL_NIEUN) + "다"
