"""What sentences of doing and being do: results, deeds under way, situations."""

from __future__ import annotations

import re

from yaksok.records.statement import Act
from yaksok.statements.context import StatementContext
from yaksok.statements.korean.act_nouns import action_nouns
from yaksok.statements.korean.plain_style import NIEUN, SSANG_SIOT

_HISTORY = re.compile(r"(?:[가-힣]\s|[아어여해려켜쳐져와])(?:왔|온\s?바\s?있)다$")
_OWN_HISTORY = re.compile(
    r"(?:추진|노력|지원|협력|시행|운영|제공|실시|이행|마련|개최|강화|확대|대응|기울여|힘써)(?:해)?\s?왔다$"
)
_GAINED = re.compile(r"(?:성과|진전|결실|합의|개선)(?:가|이|도)?\s(?:\S{1,6}\s)?있었다$")
_HAPPENED = re.compile(
    r"(?:일어났|발생했|발생하였|벌어졌|터졌|불거졌|무산되었|무산됐|이어졌|반복되었|반복됐)다$"
)
_GOING_ON = re.compile(r"(?:[혀켜려쳐워춰궈]|화해|[가-힣]여)\s?(?:나가고|나가며|가고)\s있다$")
_REACHED = re.compile(
    r"(?:주년|해|생일|새해|전환점|시기|시대|국면|위기|기로|원년)(?:를|을)?\s(?:\S{1,8}\s)?맞(?:았|이했|이하였)다$"
)
_CHANGED = re.compile(
    r"(?:늘어났|늘었|줄었|줄어들었|증가했|증가하였|감소했|감소하였|급증했|급감했|높아졌|낮아졌|커졌|작아졌|심화되었|심화됐|고조되었|고조됐|악화되었|악화됐|확산되었|확산됐|약화되었|약화됐|어려워졌|복잡해졌|불거졌|나타났)다$"
)
_DOING = re.compile(r"([가-힣]{2,4})(?:하고|해\s?나가고|해\s?오고)\s있다$")
_BEING = frozenset(
    "증가 감소 급증 확산 심화 지속 계속 발전 성장 직면 경험 우려 기대 생각 판단 인식 주목 공감 요구 차지 기록 보유 존재 반복 악화 고조 대립 경쟁 위협 도발 주장 "
    "비판 희망 신뢰 포함 의미 상징 반영 구성 소재 위치 거주 체류 활동 상승 하락 변화 진화 유지 의존".split()
)
_DONE_SINCE = re.compile(r"([가-힣]{2,4})해\s?왔다$")
# Present forms of verbs end in -ㄴ다 or -는다; adjectives and copulas in bare -다 describe.
_BARE_PRESENT = re.compile(rf"(?<![{NIEUN}{SSANG_SIOT}는])다$")
_DENIAL = re.compile(r"(?:사실이|사실과|것이|것은|뜻이|바가)\s?(?:전혀\s)?(?:아니다|다르다)$")
_REPORTS = re.compile(r"보도(?:하였|했)다$")
_STATISTIC = re.compile(
    r"(?:교역|무역|수출|수입|투자|교류|관광객|방문객|유학생|회원국|액|률|율|량|수|규모|비중|인구|지수|순위|건수|실적)(?:은|는|이|가|도)\s.{0,80}(?:기록|달|넘어섰|넘었|증가|감소|늘었|늘어났|줄었|줄어들었|상승|하락|차지|이르렀)\S{0,4}다$"
)
_VALUE = re.compile(
    r"(?:기\s?때문이다|의무이다|책무이다|소명이다|사명이다|책임이다|과제이다|숙제이다|힘이다|길이다|때이다|시점이다|뿐이다|아니다|열쇠이다|핵심이다|가치이다|관건이다"
    r"|것은\s[^,]{1,40}이다|필수이다|원칙이다|출발점이다|자산이다|희망이다|덕분이다|믿음이다|신념이다|바람이다|확신이다|뜻이다|시간이\s없다|수(?:는|도)?\s없(?:을\s것이)?다)$"
)
_IMPERSONAL = re.compile(
    r"^(?:그\s뒤\s)?(?:\S{1,12}\s){0,4}?(?:각국|세계|국제사회|인류|전쟁|팬데믹|코로나19|기후변화|기후위기|위기|재난|세계\s?경제|북한|테러|폭염|홍수|가뭄|지진|태풍|산불|감염병|바이러스|국가들|나라들|사람들|시민들|기업들)(?:은|는|이|가|에서는)\s"
)
_ONGOING_DEED = re.compile(
    r"(?:추진|진행|준비|협의|검토|시행|운영|실시|보태|쏟|펼치|앞장서|함께하|나서|모색|노력|추구|협력|지원|강화|확대|이행|마련|개발|구축|대응|조율|소통|점검|관리|전개|기울이|힘쓰|다하|가속화|제공|가동)(?:해\s?오|하|해\s?나가|고)?(?:고)?\s?(?:있다|중이다|있음)$"
)
_ONGOING = re.compile(r"(?:고|어|아|여)\s?있(?:다|음)$|중이다$")
# Syllables that end in -ㅆ are past forms, but for 있- and 겠-.
_PAST = re.compile(rf"(?<=[{SSANG_SIOT}])(?<![있겠])다$")
_PAST_STATE = re.compile(
    r"(?:있었다|없었다|이었다|이였다|(?:기회|때|시기|자리|계기|해|국가|나라|날|이유|문제|과제|단계|정도|규모|사례|최대|최고|최초|수준)였다|어려웠다|많았다|컸다|높았다|낮았다|심각했다|필요했다|불가피했다|부족했다|저조했다|에\s?달했다|그쳤다|에\s?달하였다|못했다|않았다)$"
)
_STATE = re.compile(
    r"(?:이다|있다|없다|된다|않다|같다|크다|높다|많다|적다|낮다|어렵다|따른다|달한다|이른다|의미한다|뜻한다|말한다|나타낸다|보여준다|보여\s?준다|차지한다|해당한다|속한다|위치한다|존재한다|반영한다|바탕으로\s?한다|늘고\s?있다|직면하고\s?있다)$"
)
_PASSIVE_ONGOING = re.compile(
    r"(?:되고|지고|커지고|높아지고|늘어나고|줄어들고|심화되고|확산되고|직면하고|겪고|나타나고|보이고|이루어지고|이뤄지고|처해|놓여|계속되고)\s?있(?:다|음)$"
)


def _is_view_in_speech(tail: str, context: StatementContext) -> bool:
    """In speeches a copula over a value or a duty is a view, not a report."""
    return context.genre == "speech" and _VALUE.search(tail) is not None


def deed_act(plain: str, tail: str, section: Act, context: StatementContext) -> Act:
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
    return _is_deed_noun(match.group(1))


def _has_done_since(tail: str) -> bool:
    """Whether a deed was kept up until now ("확대해 왔다"), other than growing or going on."""
    match = _DONE_SINCE.search(tail)
    return match is not None and _is_deed_noun(match.group(1))


def _is_deed_noun(noun: str) -> bool:
    """Whether a noun before 하다, alone or as the end of a compound, names a deed and not a state."""
    ends = (noun, noun[-3:], noun[-2:])
    return noun[-2:] not in _BEING and any(end in action_nouns() for end in ends)


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
