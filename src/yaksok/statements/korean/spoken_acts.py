"""What sentences of saying, judging and intending do: promises, views, expected effects.

The patterns follow the endings of intention (-겠-, -기로, -ㄹ 것, -고자), of reported speech (-다고, -라고)
and verbs of saying and judging, all in the plain style.
"""

from __future__ import annotations

import re

from yaksok.records.statement import Act
from yaksok.statements.korean.plain_style import RIEUL

_INTENDS = re.compile(
    r"(?:겠다|기로\s?(?:하였|했|한|함|결정|합의|약속|의견|뜻|정했)\S{0,6}(?:\s\S{1,8}){0,2}|고자\s?한다|려고?\s?한다|려\s?한다"
    rf"|[{RIEUL}]\s?(?:계획|예정|방침|생각|작정)이(?:다|었다)"
    r"|(?:계획|예정|방침)(?:이다|임|이며)"
    r"|것을?\s?(?:약속|다짐|공약|서약|합의|결의|결정)\S{0,6}|약속(?:한다|했다|하였다|드린다)|다짐(?:한다|했다|하였다)|공약(?:한다|했다|하였다)"
    r"|목표로\s?(?:하고|삼고)\s?있다|(?:계획|구상|예정)(?:하고|을\s?가지고|중에)\s?있다|기로\s?\S{1,8}(?:\s\S{1,8})?다)$"
)
_WILL = re.compile(rf"[{RIEUL}]\s?것(?:이다|임)$")
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
    rf"(?:겠다고|겠다는|기로\s?했다고|기로\s?하였다고|기로\s?합의했다고|[{RIEUL}]\s?(?:것이라고|것임을|것이라면서|계획이라고|예정이라고|방침이라고|계획임을|예정임을|것이라며|계획을|의지를|뜻을)"
    r"|겠다며|겠다면서|나가자고|하자는\s?데|나가기로|겠다[.]?[”\"’']\s?(?:라고|고|며)|겠습니다[.]?[”\"’']\s?(?:라고|고|며)|기로\s)"
    r"\s?(?:\S{1,12}\s){0,2}?(?:말|밝|전하|전했|덧붙|강조|하였|했|언급|약속|다짐|표명|재확인|확인|화답|피력|설명|소개|답|합의|결정|의견|뜻)\S{0,12}(?:\s\S{1,8})?$"
)
# "…하겠다."라고 말했다: the quoted words decide.
_DIRECT_QUOTE = re.compile(
    r"(?P<promise>겠다|겠습니다|기로\s했다|기로\s했습니다)?[.!]?[”\"’']\s?(?:이?라고|이?라며|며|고)\s(?:\S{1,12}\s){0,2}\S{1,12}다$"
)
_QUOTED_FACT = re.compile(r"(?:았|었|였|했|됐)다고\s?(?:밝혔|발표|말했|말하였|소개|전했)\S{0,6}$")
_VIEW = re.compile(
    r"(?:강조|설명|당부|평가|환영|기대|요청|촉구|제안|지지|공감|우려|규탄|감사|언급|지적|주목|축하|애도|유감|동의|희망|기원|존중|인정|인식|확신|치하|비난|반대|권고|제언|건의|호소|간청|상기|요구|주문|경고|요망|재확인)"
    r"(?:를|을)?\s?(?:하였|했|한|하고자\s?한|드린|드렸|드리고자\s?한|하고\s?있|해\s?왔|합|하)(?:다|음)?$"
    r"|(?:논의|협의|의논|토론|확인)(?:를|을)?\s?(?:하였|했|해\s?왔)다$|(?:방문|방한)(?:을|해\s?줄\s?것을|하도록)?\s?초청(?:하였|했)다$"
    r"|(?:사의|뜻|입장|우려|의지|지지|유감|공감|감사|조의|환영|기대|관심|인식|의견|견해|신뢰|연대|관심)(?:을|를)?\s?(?:\S{1,8}\s)?(?:표하|표했|표명|전하|전했|밝히|밝혔|나누|나눴|교환|같이\s?|함께\s?|모으|모았|공유|가지고)\S{0,6}$"
    r"|(?:마음|말씀|인사|위로|경의|축하|고마움|감사)(?:을|를)?\s?(?:전|드리|드린|올리|올린)\S{0,4}다$|(?:믿다|싶다)$|[을를]\s?표(?:하였|했|한|명하였|명했)다$|(?:바란다|바라마지\s?않는다|생각한다|본다|믿는다|판단한다|여긴다|보고\s?있다|생각하고\s?있다|믿고\s?있다|입장이다|필요하다|필요가\s?있다|중요하다|마땅하다|바람직하다|시급하다|해야\s?한다|되어야\s?한다|돼야\s?한다|아야\s?한다|어야\s?한다|여야\s?한다|안\s?된다|당부드린다|고맙다|감사하다|자랑스럽다|기쁘다|뜻깊다|부탁드린다|아쉽다|안타깝다|다행이다|생각이다|판단이다)$"
    r"|것으로\s?(?:높이\s)?평가(?:된다|되었다|됐다)$|높이\s평가(?:된다|되었다|됐다)$"
    r"|(?:자|시다)$|의미(?:가|도|는)?\s?(?:\S{1,4}\s)?(?:있다|크다|깊다)$|(?:뜻깊다|의미있다|값지다|자랑스럽다)$"
)
# An accepted invitation and an instruction to one's ministries bind (GUIDE Decision 37, GUIDE-en 12).
# Agreeing on a deed binds ("조기 개시에 합의하였다"; GUIDE Decision 15).
_AGREED_ON = re.compile(r"[에을를]\s?(?:\S{1,6}\s)?합의(?:하였|했|한)다$")
_INSTRUCTED = re.compile(r"(?:지시|수락|위임)(?:하였|했|한|하기로\s?하였)다$")
# "…해야 할 것이다", "…다고 하겠다": duties and judgements worded like intentions.
_OUGHT = re.compile(
    r"(?:해야|되어야|돼야|[아어여]야)\s?(?:할|될|하겠|되겠)\s?(?:것이)?다$|[다라]고?\s(?:하겠다|할\s수\s있다|볼\s수\s있다|생각한다)$"
    r"|수밖에\s없다$|(?:용납|용인|좌시|간과|묵과|인정|수용|허용|외면|방관|부인|타협|양보|미룰|늦출|물러설|받아들일|있을)(?:할|될)?\s수(?:는|도)?\s없(?:을\s것이)?다$|것\s같다$|않을\s수\s없다$|하지\s않으면\s안\s된다$"
)
_SITUATION = re.compile(
    r"정세|긴장|경쟁|불확실|갈등|도발|위협|위기|둔화|악화|심화|어려움|보호무역|변동성|침체|대립|분쟁|추세"
)
# A scheme or deed as subject: what it will bring is an effect; what a body will do is a promise.
_SCHEME = re.compile(
    r"(?:이번|이|이러한|그러한|그|동|해당|같은)?\s?(?:\S{1,12}\s){0,3}?\S{0,10}(?:노력|사업|협정|합의|조치|지원|협력|제도|구상|프로그램|방문|회담|투자|공약|선언|개정|도입|개통|성과|약속|이|변화|기술)(?:들)?[은는]\s"
)
_AS_FOLLOWS = re.compile(r"(?:다음|아래)(?:과|와)?\s?(?:같다|같음)$")
_OUTCOME = re.compile(r"게\s될\s것")
# "이러한 장치는 … 것이다": what was just named, unless it is a body that acts.
_POINTED_AT = re.compile(r"(?:이번|이러한|그러한|이|그|동|해당)\s(?:\S{1,12}\s){0,2}?\S{1,14}[은는]\s")
_BODY = re.compile(
    r"(?:이번|이러한|그러한|이|그|동|해당)\s(?:\S{1,12}\s){0,2}?\S{0,12}(?:센터|회의|협의체|그룹|위원회|기구|포럼|대화|팀|사무국|재단|대표단|정부|장관|기관|부처|공관|관|우리|양국|양측|양\s정상|대통령|총리)[은는]\s"
)
_HELD = re.compile(r"자리(?:로|가|를)\s?(?:마련|되|되었|였|갖)\S{0,8}$")


def only_introduces(plain: str, tail: str) -> bool:
    """Whether a sentence says nothing but that a list follows ("주요 내용은 다음과 같다")."""
    if _AS_FOLLOWS.search(plain) is None:
        return False
    return not any(pattern.search(tail) for pattern in (_VIEW, _INTENDS, _WILL))


def spoken_act(plain: str, tail: str) -> Act | None:
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
    if _QUOTED_PROMISE.search(tail) or _INSTRUCTED.search(tail) or _AGREED_ON.search(tail):
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


def _will_act(plain: str, tail: str) -> Act:
    becomes = re.search(r"[이가]\s될\s?것", tail[-12:])
    if becomes and not re.search(r"(?:우리|정부|대한민국|한국|양국|저)\S{0,3}\s", plain[:30]):
        return "effect"
    if _BRINGS.search(tail[-24:]) or _SCHEME.match(plain) or _OUTCOME.search(tail[-16:]):
        return "effect"
    if _POINTED_AT.match(plain) and not _BODY.match(plain):
        return "effect"
    if re.search(r"계속될\s?것|지속될\s?것", tail):
        return "context"
    return "commitment" if _WILL.search(tail) else "context"
