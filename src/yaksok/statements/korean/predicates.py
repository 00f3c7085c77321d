"""The act of a Korean sentence by its final predicate, plain or honorific.

The last predicate decides (GUIDE: "the act of its main (final) clause"). The patterns follow
the endings of Korean grammar: intention (-겠-, -기로, -ㄹ 것, -고자), past (-었-), reported speech
(-다고, -라고), and lists of verbs of saying and judging.
"""

from __future__ import annotations

import re
from functools import cache

from yaksok.records.statement import Act
from yaksok.reference.parties import all_parties
from yaksok.statements.context import StatementContext
from yaksok.statements.korean.act_nouns import action_nouns
from yaksok.statements.korean.parties import party_spans
from yaksok.statements.korean.tails import without_tail

# Syllables by their last consonant (Unicode orders Hangul by initial, vowel, final): -ㄹ, -ㅆ, -ㄴ.
_RIEUL = "".join(chr(0xAC00 + 28 * syllable + 8) for syllable in range(399))
_SSANG_SIOT = "".join(chr(0xAC00 + 28 * syllable + 20) for syllable in range(399))
_NIEUN = "".join(chr(0xAC00 + 28 * syllable + 4) for syllable in range(399))
_FINITE = re.compile(r"(?:다|까|요|자|라|네|오)[.!?…]?[\"”’')\]」』]{0,3}\.?$")
# Sentences of reports that close in a verbal noun ("하기로 함", "증가하였음", "전망임").
_NOMINAL = re.compile(
    r"(?:[았었였했됐졌갔왔났렸켰섰냈봤줬있없]음|기로\s?함|(?:전망|예정|계획|방침|상황|실정|수준|것|추세|입장|목표)임|(?:평가|강조|설명|환영|당부|요청|촉구|지적|언급|표명|제안|기대|공감|합의|논의|협의|확인|재확인|동의|약속|필요|중요|시급|풍부|부족|심각)함|(?:기대|예상|전망|평가|판단|우려|요구)됨)$"
)
_TRAILING = ".!?…\"”’'」』)]"

_ADJECTIVES = "심각|중요|필요|부족|충분|가능|불가능|당연|분명|확실|뚜렷|여전|다양|풍부|취약|유일|소중|절실|시급|막중|특별|각별|마땅|바람직|불가피|긴요|타당|적절|긴밀|견고|확고|명백|동일|유사|상당|막대|급박|엄중"
_FINAL_NIEUN, _FINAL_BIEUP = 4, 17
# Last syllables of copula and adjective stems without a final consonant.
_ADJECTIVE_STEMS = frozenset("이니크르쁘프리시")
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

_INTENDS = re.compile(
    r"(?:겠다|기로\s?(?:하였|했|한|함|결정|합의|약속|의견|뜻|정했)\S{0,6}(?:\s\S{1,8}){0,2}|고자\s?한다|려고?\s?한다|려\s?한다"
    rf"|[{_RIEUL}]\s?(?:계획|예정|방침|생각|작정)이(?:다|었다)"
    r"|(?:계획|예정|방침)(?:이다|임|이며)"
    r"|것을?\s?(?:약속|다짐|공약|서약|합의|결의|결정)\S{0,6}|약속(?:한다|했다|하였다|드린다)|다짐(?:한다|했다|하였다)|공약(?:한다|했다|하였다)"
    r"|목표로\s?(?:하고|삼고)\s?있다|계획(?:하고|을\s?가지고|중에)\s?있다|기로\s?\S{1,8}(?:\s\S{1,8})?다)$"
)
_WILL = re.compile(rf"[{_RIEUL}]\s?것(?:이다|임)$")
_BRINGS = re.compile(
    r"(?:(?:길|기회|계기|도움|밑거름|토대|발판|디딤돌|초석|전기|힘|기반|이정표|원동력|동력|출발점|마중물|버팀목|역할을|본보기|모범)(?:가|이|을|를)?\s?(?:될|할|제공할|마련할)"
    r"|이어질|기여할|가져올|단축시킬|줄어들|늘어날|높아질|커질|나아질|향상될|강화될|확대될|제고될|증진될|절감될|창출될|개선될|증가할|감소할|완화될|해소될|가능해질|빨라질|편리해질|열릴|불러올|촉진할|촉진될|높일|넓어질|활성화될|이바지할|뒷받침할)"
    r"\s?(?:것|수)"
)
_EXPECTED = re.compile(
    r"(?:기대된다|예상된다|전망된다|전망이다|것으로\s?(?:기대|예상|전망|보인|예측|판단)\S{0,6}|수\s?있(?:게\s?될|을)\s?것\S{0,4}|수\s?있게\s?된다)$"
)
_CAN = re.compile(r"수\s?있다$")
_REPORTED = re.compile(
    r"(?:다|라|자|냐|고|을|는|것)(?:고|는)?\s?(?:\S{1,12}\s){0,2}?(?:말|밝|전|덧붙|설명|강조|언급|하였|했|답|소개|평가|당부|지적|촉구|제안|요청|확인|주장|역설|피력|화답|약속)\S{0,10}$"
)
_QUOTED_PROMISE = re.compile(
    rf"(?:겠다고|겠다는|기로\s?했다고|기로\s?하였다고|기로\s?합의했다고|[{_RIEUL}]\s?(?:것이라고|것임을|것이라면서|계획이라고|예정이라고|방침이라고|계획임을|예정임을|것이라며|계획을|의지를|뜻을)"
    r"|겠다며|겠다면서|나가자고|하자는\s?데|나가기로|겠다[.]?[”\"’']\s?(?:라고|고|며)|겠습니다[.]?[”\"’']\s?(?:라고|고|며)|기로\s)"
    r"\s?(?:\S{1,12}\s){0,2}?(?:말|밝|전하|전했|덧붙|강조|하였|했|언급|약속|다짐|표명|재확인|확인|화답|피력|설명|소개|답|합의|결정|의견|뜻)\S{0,12}(?:\s\S{1,8})?$"
)
# "…하겠다."라고 말했다: the quoted words decide.
_DIRECT_QUOTE = re.compile(
    r"(?P<promise>겠다|겠습니다|기로\s했다|기로\s했습니다)?[.!]?[”\"’']\s?(?:이?라고|이?라며|며|고)\s(?:\S{1,12}\s){0,2}\S{1,12}다$"
)
_QUOTED_FACT = re.compile(r"(?:았|었|였|했|됐)다고\s?(?:밝혔|발표|말했|말하였|소개|전했)\S{0,6}$")
_VIEW = re.compile(
    r"(?:강조|설명|당부|평가|환영|기대|요청|촉구|제안|지지|공감|우려|규탄|감사|언급|지적|주목|축하|애도|유감|동의|희망|기원|존중|인정|인식|확신|격려|치하|비난|반대|권고|제언|건의|논의|협의|상기|요구|주문|경고|의논|토론|요망|재확인|확인)"
    r"(?:를|을)?\s?(?:하였|했|한|하고자\s?한|드린|드렸|드리고자\s?한|하고\s?있|해\s?왔|합|하)(?:다|음)?$"
    r"|(?:사의|뜻|입장|우려|의지|지지|유감|공감|감사|조의|환영|기대|관심|인식|의견|견해|신뢰|연대|관심)(?:을|를)?\s?(?:\S{1,8}\s)?(?:표하|표했|표명|전하|전했|밝히|밝혔|나누|나눴|교환|같이\s?|함께\s?|모으|모았|공유|가지고)\S{0,6}$"
    r"|(?:마음|말씀|인사|위로|경의|축하|고마움|감사)(?:을|를)?\s?(?:전|드리|드린|올리|올린)\S{0,4}다$|(?:믿다|싶다)$|[을를]\s?표(?:하였|했|한|명하였|명했)다$|(?:바란다|바라마지\s?않는다|생각한다|본다|믿는다|판단한다|여긴다|보고\s?있다|생각하고\s?있다|믿고\s?있다|입장이다|필요하다|필요가\s?있다|중요하다|마땅하다|바람직하다|시급하다|해야\s?한다|되어야\s?한다|돼야\s?한다|아야\s?한다|어야\s?한다|여야\s?한다|안\s?된다|당부드린다|고맙다|감사하다|자랑스럽다|기쁘다|뜻깊다|부탁드린다|아쉽다|안타깝다|다행이다|생각이다|판단이다)$"
    r"|(?:자|시다)$|의미(?:가|도|는)?\s?(?:\S{1,4}\s)?(?:있다|크다|깊다)$|(?:뜻깊다|의미있다|값지다|자랑스럽다)$"
)
# An accepted invitation and an instruction to one's ministries bind (GUIDE Decision 37, GUIDE-en 12).
_INSTRUCTED = re.compile(r"(?:지시|수락|위임)(?:하였|했|한|하기로\s?하였)다$")
_HISTORY = re.compile(r"(?:[가-힣]\s|[아어여해려켜쳐져와])(?:왔|온\s?바\s?있)다$")
_OWN_HISTORY = re.compile(
    r"(?:추진|노력|지원|협력|시행|운영|제공|실시|이행|마련|개최|강화|확대|대응|기울여|힘써)(?:해)?\s?왔다$"
)
# "…해야 할 것이다", "…다고 하겠다": duties and judgements worded like intentions.
_OUGHT = re.compile(
    r"(?:해야|되어야|돼야|[아어여]야)\s?(?:할|될|하겠|되겠)\s?(?:것이)?다$|[다라]고?\s(?:하겠다|할\s수\s있다|볼\s수\s있다|생각한다)$"
    r"|수밖에\s없다$|수\s없(?:을\s것이)?다$|것\s같다$|않을\s수\s없다$|하지\s않으면\s안\s된다$"
)
_GAINED = re.compile(r"(?:성과|진전|결실|합의|개선)(?:가|이|도)?\s(?:\S{1,6}\s)?있었다$")
_HAPPENED = re.compile(r"(?:일어났|발생했|발생하였|벌어졌|터졌|불거졌|무산되었|무산됐|이어졌|반복되었|반복됐)다$")
_GOING_ON = re.compile(r"(?:[혀켜려쳐워춰궈]|화해|[가-힣]여)\s?(?:나가고|나가며|가고)\s있다$")
_REACHED = re.compile(r"(?:주년|해|생일|새해|전환점|시기|시대|국면|위기|기로|원년)(?:를|을)?\s(?:\S{1,8}\s)?맞(?:았|이했|이하였)다$")
_CHANGED = re.compile(
    r"(?:늘어났|늘었|줄었|줄어들었|증가했|증가하였|감소했|감소하였|급증했|급감했|높아졌|낮아졌|커졌|작아졌|심화되었|심화됐|고조되었|고조됐|악화되었|악화됐|확산되었|확산됐|약화되었|약화됐|어려워졌|복잡해졌|불거졌|나타났)다$"
)
_SITUATION = re.compile(r"정세|긴장|경쟁|불확실|갈등|도발|위협|위기|둔화|악화|심화|어려움|보호무역|변동성|침체|대립|분쟁|추세")
_DOING = re.compile(r"([가-힣]{2,4})(?:하고|해\s?나가고|해\s?오고)\s있다$")
_BEING = frozenset(
    "증가 감소 급증 확산 심화 지속 계속 발전 성장 직면 경험 우려 기대 생각 판단 인식 주목 공감 요구 차지 기록 보유 존재 반복 악화 고조 대립 경쟁 위협 도발 주장 "
    "비판 희망 신뢰 포함 의미 상징 반영 구성 소재 위치 거주 체류 활동 상승 하락 변화 진화 유지 의존".split()
)
_DONE_SINCE = re.compile(r"([가-힣]{2,4})해\s?왔다$")
# Present forms of verbs end in -ㄴ다 or -는다; adjectives and copulas in bare -다 describe.
_BARE_PRESENT = re.compile(rf"(?<![{_NIEUN}{_SSANG_SIOT}는])다$")
_DENIAL = re.compile(r"(?:사실이|사실과|것이|것은|뜻이|바가)\s?(?:전혀\s)?(?:아니다|다르다)$")
_REPORTS = re.compile(r"보도(?:하였|했)다$")
_STATISTIC = re.compile(
    r"(?:액|률|율|량|수|규모|비중|인구|지수|순위|건수|실적)(?:은|는|이|가|도)\s.{0,80}(?:기록|달|넘어섰|넘었|증가|감소|늘었|늘어났|줄었|줄어들었|상승|하락|차지|이르렀)\S{0,4}다$"
)
_VALUE = re.compile(
    r"(?:기\s?때문이다|의무이다|책무이다|소명이다|사명이다|책임이다|과제이다|숙제이다|힘이다|길이다|때이다|시점이다|뿐이다|아니다|열쇠이다|핵심이다|가치이다|관건이다"
    r"|것은\s[^,]{1,40}이다|필수이다|원칙이다|출발점이다|자산이다|희망이다|덕분이다|믿음이다|신념이다|바람이다|확신이다|뜻이다)$"
)
# A scheme or deed as subject: what it will bring is an effect; what a body will do is a promise.
_SCHEME = re.compile(
    r"(?:이번|이|이러한|그러한|그|동|해당|같은)?\s?(?:\S{1,12}\s){0,3}?\S{0,10}(?:노력|사업|협정|합의|조치|지원|협력|제도|구상|프로그램|방문|회담|투자|공약|선언|개정|도입|개통|성과|약속|이|변화|기술)(?:들)?[은는]\s"
)
_IMPERSONAL = re.compile(
    r"^(?:그\s뒤\s)?(?:\S{1,12}\s){0,4}?(?:각국|세계|국제사회|인류|전쟁|팬데믹|코로나19|기후변화|기후위기|위기|재난|세계\s?경제|북한|테러|국가들|나라들|사람들|시민들|기업들)(?:은|는|이|가|에서는)\s"
)
_HELD = re.compile(r"자리(?:로|가|를)\s?(?:마련|되|되었|였|갖)\S{0,8}$")
_ONGOING_DEED = re.compile(
    r"(?:추진|진행|준비|협의|검토|시행|운영|실시|보태|쏟|펼치|앞장서|함께하|나서|모색|노력|추구|협력|지원|강화|확대|이행|마련|개발|구축|대응|조율|소통|점검|관리|전개|기울이|힘쓰|다하|가속화|제공|가동)(?:해\s?오|하|해\s?나가|고)?(?:고)?\s?(?:있다|중이다|있음)$"
)
_ONGOING = re.compile(r"(?:고|어|아|여)\s?있(?:다|음)$|중이다$")
# Syllables that end in -ㅆ are past forms, but for 있- and 겠-.
_PAST = re.compile(rf"(?<=[{_SSANG_SIOT}])(?<![있겠])다$")
_PAST_STATE = re.compile(
    r"(?:있었다|없었다|이었다|이였다|(?:기회|때|시기|자리|계기|해|국가|나라|날|이유|문제|과제|단계|정도|규모|사례|최대|최고|최초|수준)였다|어려웠다|많았다|컸다|높았다|낮았다|심각했다|필요했다|불가피했다|부족했다|저조했다|에\s?달했다|그쳤다|에\s?달하였다|못했다|않았다)$"
)
_STATE = re.compile(
    r"(?:이다|있다|없다|된다|않다|같다|크다|높다|많다|적다|낮다|어렵다|따른다|달한다|이른다|의미한다|뜻한다|말한다|나타낸다|보여준다|보여\s?준다|차지한다|해당한다|속한다|위치한다|존재한다|반영한다|바탕으로\s?한다|늘고\s?있다|직면하고\s?있다)$"
)
_PASSIVE_ONGOING = re.compile(
    r"(?:되고|지고|커지고|높아지고|늘어나고|줄어들고|심화되고|확산되고|직면하고|겪고|나타나고|보이고|이루어지고|이뤄지고|처해|놓여|계속되고)\s?있(?:다|음)$"
)
# Texts in which the ministry alone speaks; in joint documents every signatory does.
_OWN_TEXTS = ("press_release", "speech", "evaluation", "work_plan", "other")
_SUBJECT = re.compile(r"^(?:[가-힣]{1,4},?\s)?([^,.“\"]{1,60}?)(?:은|는|이|가|께서|도)\s")
_SIDE = re.compile(
    r"(?:측|기구|사무국|위원회|재판소|법원|총회|이사회|의원|대변인|정부|대통령|총리|장관|국왕|주석|외상|대사|부장|왕세자|의장|총장|위원장|대표|대표단|참석자들|회원국들|국가들|차관|당국|의회|외교부|외무부|외무성|국무부|백악관|재무부|국방부|그)$"
)
_OWN_SIDE = re.compile(r"우리|한국|대한민국|양국|양측|양\s|한[-·‧ㆍ․]|외교부\s|정부와|와\s|과\s")


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


def predicate_act(text: str, *, section_act: Act, context: StatementContext, has_children: bool) -> Act:
    """The act of a sentence by its last predicate."""
    plain = _plain(text)
    tail = plain[-60:]
    if _introduces_list(plain) and has_children and not _VIEW.search(tail) and not _promises(tail):
        return "none"
    act = _spoken_act(plain, tail)
    if act == "effect" and context.role == "note" and section_act != "effect":
        return "context"
    if act is None:
        act = _deed_act(plain, tail, section_act, context)
    if act in ("commitment", "result") and _is_partners(plain, tail, context):
        return "context"
    return act


def _plain(text: str) -> str:
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


def _introduces_list(plain: str) -> bool:
    return re.search(r"(?:다음|아래)(?:과|와)?\s?(?:같다|같음)$", plain) is not None


def _promises(tail: str) -> bool:
    return _INTENDS.search(tail) is not None or _WILL.search(tail) is not None


def _spoken_act(plain: str, tail: str) -> Act | None:
    """Acts that words of saying, judging and intending show; None for plain deeds and states."""
    if _HELD.search(tail):
        return "result"
    quoted = _DIRECT_QUOTE.search(tail)
    if quoted is not None:
        return "commitment" if quoted.group("promise") else "position"
    if _QUOTED_FACT.search(tail) and not _QUOTED_PROMISE.search(tail):
        return "result"
    if re.search(r"것(?:임을|이라고|이라며|이라면서)", tail) and _BRINGS.search(tail):
        return "position"
    if _QUOTED_PROMISE.search(tail) or _INSTRUCTED.search(tail):
        return "commitment"
    if _VIEW.search(tail) or _OUGHT.search(tail):
        return "position"
    if _EXPECTED.search(tail):
        return "context" if _SITUATION.search(tail) else "effect"
    if _INTENDS.search(tail):
        return "commitment"
    if _WILL.search(tail) or re.search(r"것(?:이다|임)$", tail):
        return _will_act(plain, tail)
    if _REPORTED.search(tail) and re.search(
        r"(?:다고|라고|자고|냐고|라며|다며|다면서|라면서|고\s?하면서)", tail[-40:]
    ):
        return "position"
    return "effect" if _CAN.search(tail) else None


def _is_view_in_speech(tail: str, context: StatementContext) -> bool:
    """In speeches a copula over a value or a duty is a view, not a report."""
    return context.genre == "speech" and _VALUE.search(tail) is not None


def _will_act(plain: str, tail: str) -> Act:
    becomes = re.search(r"[이가]\s될\s?것", tail[-12:])
    if becomes and not re.search(r"(?:우리|정부|대한민국|한국|양국|저)\S{0,3}\s", plain[:30]):
        return "effect"
    if _BRINGS.search(tail[-24:]) or _SCHEME.match(plain):
        return "effect"
    if re.search(r"계속될\s?것|지속될\s?것", tail):
        return "context"
    return "commitment" if _WILL.search(tail) else "context"


def _deed_act(plain: str, tail: str, section: Act, context: StatementContext) -> Act:
    """Deeds and states: past, under way, present."""
    if _is_view_in_speech(tail, context):
        return "position"
    if _PASSIVE_ONGOING.search(tail):
        return "context"
    if _ONGOING_DEED.search(tail) or _GOING_ON.search(tail) or _is_doing(plain, tail):
        return "context" if context.role == "note" else "commitment"
    if _ONGOING.search(tail):
        return "context"
    if _PAST.search(tail) or re.search(r"(?:하였음|했음|되었음|됐음)$", tail):
        return _past_act(plain, tail, context)
    if _DENIAL.search(tail):
        return "position"
    if _STATE.search(tail) or _BARE_PRESENT.search(tail):
        return "effect" if section == "effect" else "context"
    if context.genre in (
        "joint_statement",
        "fact_sheet",
        "agenda_page",
        "work_plan",
        "press_release",
        "speech",
    ):
        return "commitment"
    return section if section != "none" else "context"


def _is_doing(plain: str, tail: str) -> bool:
    """Whether a deed of the speaker's is under way ("강화하고 있다"), not a state or another's doing."""
    match = _DOING.search(tail)
    if match is None or _IMPERSONAL.match(plain):
        return False
    return match.group(1)[-2:] in action_nouns() and match.group(1)[-2:] not in _BEING


def _has_done_since(tail: str) -> bool:
    """Whether a deed was kept up until now ("확대해 왔다"), other than growing or going on."""
    match = _DONE_SINCE.search(tail)
    return match is not None and match.group(1)[-2:] in action_nouns() and match.group(1)[-2:] not in _BEING


def _past_act(plain: str, tail: str, context: StatementContext) -> Act:
    if _IMPERSONAL.match(plain) and context.genre in ("speech", "press_release"):
        return "context"
    if _REPORTS.search(tail) or _HAPPENED.search(tail):
        return "context"
    if _GAINED.search(tail):
        return "result"
    if _REACHED.search(tail) or (_CHANGED.search(tail) and context.genre != "evaluation"):
        return "context"
    if _HISTORY.search(tail) and not _OWN_HISTORY.search(tail) and not _has_done_since(tail):
        return "context"
    if _STATISTIC.search(plain[-140:]) and context.genre != "evaluation":
        return "context"
    if _PAST_STATE.search(tail):
        shortfall = re.search(r"(?:그쳤다|못했다|달했다|달하였다)$", tail)
        return "result" if shortfall and context.genre == "evaluation" else "context"
    return "result"


def _is_partners(plain: str, tail: str, context: StatementContext) -> bool:
    """A plan or deed of a partner's side alone in the ministry's own text (GUIDE Decision 16)."""
    if context.genre not in _OWN_TEXTS or re.search(r"기로\s", tail):
        return False
    match = _SUBJECT.match(plain)
    if match is None:
        return False
    subject = re.sub(r"\([^()]*\)$", "", match.group(1))
    if _OWN_SIDE.search(subject):
        return False
    if "측 " in subject or subject.endswith("측"):
        return True
    parties = party_spans(subject)
    if not parties:
        return False
    return _SIDE.search(subject) is not None or parties[-1].span[1] == len(subject)
