"""What fulfils a promise of each kind, and what does not, in the style of ministries' reports."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from yaksok.ledger.reader import StoredDocument
from yaksok.links.proposing import propose_links

Stored = Callable[..., StoredDocument]

FULL, PART, STEP, AGAIN, NOT = (
    "fulfilled_by",
    "partly_fulfilled_by",
    "progressed_by",
    "restated_as",
    "contradicted_by",
)
RESULT, PROMISE = "result", "commitment"

OTHERS = (
    "청년 인턴 파견 인원 확대",
    "해적 피해 예방을 위한 선박 안내문 배포",
    "기록 보존 서고의 습도 조절 장치 교체",
    "the archive keeps its reading rooms open on Saturdays",
    "통역 인력 풀 정비",
    "독서 동아리 지원",
    "주차장 야간 조명 개선",
    "staff canteens moved to local suppliers",
)

MEETING = "한-페루 광물대화 개최"
TREATY = "한-페루 항공협정 체결"
FORCE = "한-페루 항공협정 발효"
BODY = "한-페루 해양위원회 신설"
CENTRE = "리마 디지털협력센터 설치"
SYSTEM = "여행경보 통합알림시스템 구축"
LAW = "해외봉사단지원법 개정"
VISIT = "페루 대통령 방한 추진"
SEAT = "국제등대기구 이사국 진출"
AID = "페루 지진 피해 복구에 300만 달러 지원"

CASES = [
    # hold
    (MEETING, RESULT, "한-페루 광물대화 개최(20.5월, 리마)", FULL),
    (MEETING, RESULT, "한-페루 광물대화가 리마에서 열렸다.", FULL),
    (MEETING, RESULT, "한-페루 광물대화(20.5.2, 리마)", FULL),
    (MEETING, RESULT, "한-페루 광물대화를 내년에 개최하기로 합의", STEP),
    (MEETING, RESULT, "한-페루 광물대화 개최에 합의", STEP),
    (MEETING, RESULT, "한-페루 광물대화 개최 일정 확정", STEP),
    (MEETING, RESULT, "한-페루 광물대화 개최를 위한 예산 확보", STEP),
    (MEETING, RESULT, "한-페루 광물대화 개최 계획 수립", STEP),
    (MEETING, RESULT, "한-페루 광물대화 준비회의 개최", STEP),
    (MEETING, RESULT, "한-페루 광물대화 개최 취소", NOT),
    (MEETING, PROMISE, "한-페루 광물대화를 개최할 예정이다.", AGAIN),
    (MEETING, PROMISE, "한-페루 광물대화 개최", AGAIN),
    ("Host the Korea-Peru minerals forum", RESULT, "Hosted the Korea-Peru minerals forum in Lima", FULL),
    ("Host the Korea-Peru minerals forum", RESULT, "The Korea-Peru minerals forum was held in Lima.", FULL),
    ("Host the Korea-Peru minerals forum", RESULT, "Agreed to host the Korea-Peru minerals forum", STEP),
    ("Host the Korea-Peru minerals forum", PROMISE, "We will host the Korea-Peru minerals forum.", AGAIN),
    # sign
    (TREATY, RESULT, "한-페루 항공협정 서명(20.6월)", FULL),
    (TREATY, RESULT, "한-페루 항공협정이 6월 1일 체결되었다.", FULL),
    (TREATY, RESULT, "한-페루 항공협정 발효(20.12월)", FULL),
    (TREATY, RESULT, "한-페루 항공협정 가서명", PART),
    (TREATY, RESULT, "한-페루 항공협정 협상 타결", PART),
    (TREATY, RESULT, "한-페루 항공협정 체결 협상 개시", STEP),
    (TREATY, RESULT, "한-페루 항공협정 조기 체결에 합의", STEP),
    (TREATY, RESULT, "한-페루 항공협정 체결 가속화에 공감", STEP),
    (TREATY, RESULT, "한-페루 항공협정 체결 타당성 연구 착수", STEP),
    (TREATY, RESULT, "한-페루 항공협정 협상 결렬", NOT),
    (TREATY, PROMISE, "한-페루 항공협정 체결 협상 가속화", AGAIN),
    ("Sign an air services agreement with Peru", RESULT, "Signed an air services agreement with Peru", FULL),
    ("Sign an air services agreement with Peru", RESULT, "Initialled an air services agreement with Peru", PART),
    ("Sign an air services agreement with Peru", RESULT, "Opened talks on an air services agreement with Peru", STEP),
    ("Sign an air services agreement with Peru", RESULT, "Agreed to sign an air services agreement with Peru", STEP),
    # bring into force
    (FORCE, RESULT, "한-페루 항공협정이 12월 1일 발효하였다.", FULL),
    (FORCE, RESULT, "한-페루 항공협정 비준서 교환 완료 및 발효", FULL),
    (FORCE, RESULT, "한-페루 항공협정 서명", PART),
    (FORCE, RESULT, "한-페루 항공협정 비준동의안 국회 제출", PART),
    (FORCE, RESULT, "한-페루 항공협정 발효 준비", STEP),
    ("Bring the air services agreement with Peru into force", RESULT, "The air services agreement with Peru entered into force", FULL),
    ("Bring the air services agreement with Peru into force", RESULT, "The air services agreement with Peru was signed", PART),
    # set up
    (BODY, RESULT, "제1차 한-페루 해양위원회 개최", FULL),
    (BODY, RESULT, "한-페루 해양위원회 출범", FULL),
    (BODY, RESULT, "한-페루 해양위원회 신설에 합의", STEP),
    (BODY, RESULT, "한-페루 해양위원회 신설 방안 발표", STEP),
    (CENTRE, RESULT, "리마 디지털협력센터 개소", FULL),
    (CENTRE, RESULT, "리마 디지털협력센터 설치 예산 반영", STEP),
    (CENTRE, RESULT, "리마 디지털협력센터 설립 준비단 구성", STEP),
    (CENTRE, RESULT, "리마 디지털협력센터 설치 계획 백지화", NOT),
    ("Establish a fisheries training centre in Lima", RESULT, "Opened the fisheries training centre in Lima", FULL),
    ("Establish a fisheries training centre in Lima", RESULT, "Announced plans for the fisheries training centre in Lima", STEP),
    # build
    (SYSTEM, RESULT, "여행경보 통합알림시스템 정식 개통", FULL),
    (SYSTEM, RESULT, "여행경보 통합알림시스템 구축 완료", FULL),
    (SYSTEM, RESULT, "여행경보 통합알림시스템 시범 운영", PART),
    (SYSTEM, RESULT, "여행경보 통합알림시스템 구축 용역 계약 체결", STEP),
    (SYSTEM, RESULT, "여행경보 통합알림시스템 구축 착수보고회 개최", STEP),
    (SYSTEM, RESULT, "여행경보 통합알림시스템 구축 사업비 12억 원 편성", STEP),
    # give
    (AID, RESULT, "페루 지진 피해 복구에 300만 달러 집행 완료", FULL),
    (AID, RESULT, "페루 지진 피해 복구에 300만 달러 전달", FULL),
    (AID, RESULT, "페루 지진 피해 복구에 100만 달러 집행", PART),
    (AID, RESULT, "페루 지진 피해 복구 예산 300만 달러 편성", PART),
    (AID, RESULT, "페루 지진 피해 복구에 지금까지 총 900만 달러 지원", STEP),
    (AID, PROMISE, "페루 지진 피해 복구에 300만 달러 지원 예정", AGAIN),
    (AID, RESULT, "페루 지진 피해 복구에 300만 달러 지원을 약속", STEP),
    ("Provide 3 million dollars for earthquake recovery in Peru", RESULT, "Disbursed 3 million dollars for earthquake recovery in Peru", FULL),
    ("Provide 3 million dollars for earthquake recovery in Peru", RESULT, "Disbursed 1 million dollars for earthquake recovery in Peru", PART),
    ("Provide 3 million dollars for earthquake recovery in Peru", RESULT, "Pledged 3 million dollars for earthquake recovery in Peru", STEP),
    # legislate
    (LAW, RESULT, "해외봉사단지원법 개정안 공포(20.6.9)", FULL),
    (LAW, RESULT, "해외봉사단지원법 개정(20.6월)", FULL),
    (LAW, RESULT, "해외봉사단지원법 개정안 입법예고", PART),
    (LAW, RESULT, "해외봉사단지원법 개정안 국회 제출", PART),
    (LAW, RESULT, "해외봉사단지원법 개정 연구용역 실시", STEP),
    (LAW, RESULT, "해외봉사단지원법 개정안 폐기", NOT),
    # visit
    (VISIT, RESULT, "페루 대통령 국빈 방한(20.9월)", FULL),
    (VISIT, RESULT, "페루 외교장관 방한(20.9월)", PART),
    (VISIT, RESULT, "페루 대통령 방한 초청", STEP),
    (VISIT, RESULT, "페루 대통령 방한 무산", NOT),
    # be elected, support
    (SEAT, RESULT, "국제등대기구 이사국 당선", FULL),
    (SEAT, RESULT, "국제등대기구 이사국 입후보 발표", STEP),
    (SEAT, RESULT, "국제등대기구 이사국 낙선", NOT),
    ("등대 안전 결의안 공동제안국 참여", RESULT, "등대 안전 결의안에 관심 표명", STEP),
    # strengthen
    ("페루와의 등대 협력 강화", RESULT, "한-페루 등대 협력 양해각서 체결", STEP),
    ("페루와의 등대 협력 강화", RESULT, "한-페루 등대 협력 회의 개최", STEP),
    # other matters of other ministries
    ("탄소흡수원 관리 특별법 제정 추진", RESULT, "「탄소흡수원 관리 특별법」이 국회 본회의를 통과하였다.", FULL),
    ("탄소흡수원 관리 특별법 제정 추진", RESULT, "탄소흡수원 관리 특별법 제정안 마련", STEP),
    ("탄소흡수원 관리 특별법 제정 추진", PROMISE, "탄소흡수원 관리 특별법을 연내 제정하겠다.", AGAIN),
    ("남북 산림협력 연락사무소 개설", RESULT, "남북 산림협력 연락사무소 개소식 개최", FULL),
    ("남북 산림협력 연락사무소 개설", RESULT, "남북 산림협력 연락사무소 운영 중단", NOT),
    ("남북 산림협력 연락사무소 개설", RESULT, "남북 산림협력 연락사무소 개설 논의", STEP),
    ("수소 안전 인증제도 도입", RESULT, "수소 안전 인증제도 시행(21.1월)", FULL),
    ("수소 안전 인증제도 도입", RESULT, "수소 안전 인증제도 도입을 위한 공청회 개최", STEP),
    ("수소 안전 인증제도 도입", RESULT, "수소 안전 인증제도 시범 도입", PART),
    ("수소 안전 인증제도 도입", RESULT, "수소 안전 인증제도 도입 지연", STEP),
    ("해외 긴급구호대 50명 튀르키예 파견", RESULT, "해외 긴급구호대 50명을 튀르키예에 파견하였다.", FULL),
    ("해외 긴급구호대 50명 튀르키예 파견", RESULT, "해외 긴급구호대 20명 튀르키예 파견", PART),
    ("제3차 갯벌 보전 기본계획 수립", RESULT, "제3차 갯벌 보전 기본계획 확정·발표", FULL),
    ("제3차 갯벌 보전 기본계획 수립", RESULT, "제3차 갯벌 보전 기본계획 초안 작성", STEP),
    ("제3차 갯벌 보전 기본계획 수립", RESULT, "제3차 갯벌 보전 기본계획 수립을 위한 전문가 회의 개최", STEP),
    ("주페루 영사출장소 승격", RESULT, "주페루 영사출장소를 분관으로 승격", FULL),
    ("한-페루 사회보장협정 발효", RESULT, "한-페루 사회보장협정 국회 비준동의 완료", PART),
    ("한-페루 사회보장협정 발효", RESULT, "한-페루 사회보장협정이 8월 1일부로 발효됨", FULL),
    ("한-페루 사회보장협정 체결", RESULT, "한-페루 사회보장협정 서명식 개최", FULL),
    ("한-페루 사회보장협정 체결", RESULT, "한-페루 사회보장협정 제2차 협상 개최", STEP),
    ("한-페루 사회보장협정 체결", RESULT, "한-페루 사회보장협정 체결에 대한 관심을 표명", STEP),
    ("세계 등대의 날 행사 주최", RESULT, "세계 등대의 날 행사를 성공적으로 개최", FULL),
    ("세계 등대의 날 행사 주최", RESULT, "세계 등대의 날 행사 주최국으로 선정", STEP),
    ("세계 등대의 날 행사 주최", RESULT, "코로나19로 세계 등대의 날 행사 개최 무산", NOT),
    ("여권 발급 수수료 인하", RESULT, "여권 발급 수수료 인하(21.7월)", FULL),
    ("국제 등대 학술회의 유치", RESULT, "국제 등대 학술회의 유치 성공", FULL),
    ("국제 등대 학술회의 유치", RESULT, "국제 등대 학술회의 유치 실패", NOT),
    ("Open an embassy in Gabon", RESULT, "Opened an embassy in Gabon in March", FULL),
    ("Open an embassy in Gabon", RESULT, "Secured the budget for an embassy in Gabon", STEP),
    ("Ratify the fisheries subsidies convention", RESULT, "The National Assembly ratified the fisheries subsidies convention", FULL),
    ("Ratify the fisheries subsidies convention", RESULT, "Submitted the fisheries subsidies convention to the National Assembly for ratification", STEP),
    ("Launch a joint semiconductor fund with Peru", RESULT, "The joint semiconductor fund with Peru was launched", FULL),
    ("Launch a joint semiconductor fund with Peru", RESULT, "Discussed the launch of a joint semiconductor fund with Peru", STEP),
    ("Launch a joint semiconductor fund with Peru", RESULT, "Plans for a joint semiconductor fund with Peru were cancelled", NOT),
    ("Adopt a national adaptation strategy", RESULT, "Adopted the national adaptation strategy on 3 June", FULL),
    ("Adopt a national adaptation strategy", RESULT, "Published a draft of the national adaptation strategy for comment", STEP),
    ("The leaders will meet in Lima for a lighthouse summit", RESULT, "The leaders held a lighthouse summit in Lima", FULL),
    ("Convene a ministerial meeting on tidal flats", RESULT, "A working-level meeting on tidal flats was convened", PART),
    ("Convene a ministerial meeting on tidal flats", RESULT, "Convened the ministerial meeting on tidal flats in Lima", FULL),
    ("Deploy 200 peacekeepers to the coast mission", RESULT, "Deployed 200 peacekeepers to the coast mission", FULL),
    ("Deploy 200 peacekeepers to the coast mission", RESULT, "Deployed 120 peacekeepers to the coast mission", PART),
    ("한-페루 정상회담 추진", RESULT, "한-페루 정상회담이 3월 5일 서울에서 열렸다.", FULL),
    ("한-페루 정상회담 추진", RESULT, "한-페루 외교장관회담에서 정상회담 조기 개최에 의견을 같이함", STEP),
    ("한-페루 정상회담 추진", RESULT, "한-페루 정상통화", STEP),
    ("해외안전지킴 앱 출시", RESULT, "해외안전지킴 앱 출시(21.3월)", FULL),
    ("해외안전지킴 앱 출시", RESULT, "해외안전지킴 앱 베타 버전 점검", STEP),
    ("북극 연구기지 2호 준공", RESULT, "북극 연구기지 2호 준공식 개최", FULL),
    ("북극 연구기지 2호 준공", RESULT, "북극 연구기지 2호 착공", STEP),
    ("북극 연구기지 2호 준공", RESULT, "북극 연구기지 2호 건설 공정률 60%", STEP),
    ("녹색 사다리 기금에 1,000만 달러 기여", RESULT, "녹색 사다리 기금에 1,000만 달러를 납부하였다.", FULL),
    ("녹색 사다리 기금에 1,000만 달러 기여", RESULT, "녹색 사다리 기금 기여금 1,000만 달러를 24년 예산에 반영", PART),
    ("녹색 사다리 기금에 1,000만 달러 기여", RESULT, "녹색 사다리 기금에 400만 달러 출연", PART),
    ("녹색 사다리 기금에 1,000만 달러 기여", RESULT, "녹색 사다리 기금에 1,000만 달러 기여 공약 재확인", STEP),
    ("장학생 초청 규모를 연 500명으로 확대", RESULT, "장학생 500명 초청", STEP),
    ("장학생 초청 규모를 연 500명으로 확대", RESULT, "장학생 초청 목표 500명, 실적 512명", FULL),
    ("페루와 비자면제협정 체결", RESULT, "페루와 비자면제협정 문안 합의", PART),
    ("페루와 비자면제협정 체결", RESULT, "페루와의 비자면제협정이 정식 서명되었다", FULL),
    ("외국인 투자 원스톱 창구 개설", RESULT, "외국인 투자 원스톱 창구를 개설·운영", FULL),
    ("외국인 투자 원스톱 창구 개설", PROMISE, "외국인 투자 원스톱 창구를 개설하겠습니다.", AGAIN),
    ("재외국민 비대면 진료 허용", RESULT, "재외국민 비대면 진료 허용 방안 검토", STEP),
    ("Complete the Lima metro feasibility study", RESULT, "Completed the Lima metro feasibility study", FULL),
    ("Complete the Lima metro feasibility study", RESULT, "Began the Lima metro feasibility study", STEP),
    ("Appoint a special envoy for the Sahel", RESULT, "Appointed a special envoy for the Sahel", FULL),
    ("Appoint a special envoy for the Sahel", RESULT, "Is considering a special envoy for the Sahel", STEP),
    ("Join the coastal resilience pact", RESULT, "Acceded to the coastal resilience pact in June", FULL),
    ("Join the coastal resilience pact", RESULT, "Expressed interest in joining the coastal resilience pact", STEP),
    ("Elevate ties with Peru to a strategic partnership", RESULT, "Ties with Peru were upgraded to a strategic partnership", FULL),
    ("Elevate ties with Peru to a strategic partnership", RESULT, "Reaffirmed the wish to elevate ties with Peru to a strategic partnership", STEP),
    ("Publish an annual report on sea ice", RESULT, "Published the annual report on sea ice", FULL),
    ("Lift the ban on scallop imports by 2020", RESULT, "The ban on scallop imports was lifted", FULL),
    ("Lift the ban on scallop imports by 2020", RESULT, "The ban on scallop imports remains in place", STEP),
    ("Hold the third round of talks with Peru on fisheries", RESULT, "The third round of talks with Peru on fisheries was postponed", STEP),
    ("갯벌법 시행령 개정", RESULT, "갯벌법 시행령 개정(20.4월 시행)", FULL),
    ("해양쓰레기 공동감시센터 설립", RESULT, "해양쓰레기 공동감시센터 설립 양해각서 체결", STEP),
    ("해양쓰레기 공동감시센터 설립", RESULT, "해양쓰레기 공동감시센터가 부산에 문을 열었다.", FULL),
    ("해양쓰레기 공동감시센터 설립", RESULT, "해양쓰레기 공동감시센터 설립 재검토", STEP),
    ("특사 페루 파견", RESULT, "특사를 페루에 파견", FULL),
    ("특사 페루 파견", RESULT, "특사 페루 파견 계획을 발표", STEP),
]  # fmt: skip


PARTIES = {
    "페루": "PER",
    "Peru": "PER",
    "리마": "PER",
    "Lima": "PER",
    "Gabon": "GAB",
    "튀르키예": "TUR",
    "남북": "PRK",
}

AMOUNTS = {
    "300만 달러": (3e6, "USD"),
    "100만 달러": (1e6, "USD"),
    "900만 달러": (9e6, "USD"),
    "3 million dollars": (3e6, "USD"),
    "1 million dollars": (1e6, "USD"),
    "50명": (50, "person"),
    "20명": (20, "person"),
    "200 peacekeepers": (200, "person"),
    "120 peacekeepers": (120, "person"),
    "1,000만 달러": (1e7, "USD"),
    "400만 달러": (4e6, "USD"),
    "500명": (500, "person"),
    "512명": (512, "person"),
}


def parties(text: str) -> list[str]:
    return sorted({party for name, party in PARTIES.items() if name in text})


def amounts(text: str) -> list[tuple[str, float, str]]:
    return [(words, *amount) for words, amount in AMOUNTS.items() if words in text]


def test_the_same_deed_with_another_party_is_not_linked(stored: Stored, line: Any) -> None:
    fillers = [line("context", text) for text in OTHERS]
    promise = line(PROMISE, "페루와 비자면제협정 체결", parties=["PER"])
    report = line(RESULT, "칠레와 비자면제협정 체결", parties=["CHL"])
    assert (
        propose_links([stored("plan", "2019-03", promise, *fillers), stored("review", "2021-01", report)])
        == []
    )


@pytest.mark.parametrize(("promise", "act", "later", "relation"), CASES)
def test_what_fulfils(  # noqa: PLR0917 - one argument for each column of the table
    stored: Stored, line: Any, promise: str, act: Any, later: str, relation: str
) -> None:
    fillers = [line("context", text) for text in OTHERS]
    first = line(PROMISE, promise, parties=parties(promise), amounts=amounts(promise))
    report = line(act, later, parties=parties(later), amounts=amounts(later))
    links = propose_links([stored("plan", "2019-03", first, *fillers), stored("review", "2021-01", report)])
    assert [link.relation for link in links if link.source.n == 1] == [relation]


TRAINEES = "24년까지 개도국 연수생 300명 초청"
YEAR_2024 = [("24년까지", None, "2024-12-31", "due")]


@pytest.mark.parametrize(
    ("later", "published", "genre", "relation"),
    [
        ("개도국 연수생 초청 목표 300명 / 실적 312명", "2025-02", "evaluation", FULL),
        ("개도국 연수생 초청은 목표 대비 104%", "2025-02", "work_plan", FULL),
        ("개도국 연수생 초청 목표 초과 달성", "2025-02", "work_plan", FULL),
        ("개도국 연수생 초청 목표 300명 / 실적 223명", "2025-02", "evaluation", PART),
        ("개도국 연수생 초청 목표 300명 / 실적 120명", "2023-02", "work_plan", STEP),
        ("개도국 연수생 초청은 목표에 미달", "2025-02", "evaluation", PART),
        ("개도국 연수생 초청 목표 90명 / 실적 95명", "2023-02", "evaluation", STEP),
    ],
)
def test_its_own_figures_tell(  # noqa: PLR0917 - one argument for each column of the table
    stored: Stored, line: Any, later: str, published: str, genre: Any, relation: str
) -> None:
    fillers = [line("context", text) for text in OTHERS]
    first = line(PROMISE, TRAINEES, times=YEAR_2024, amounts=[("300명", 300, "person")])
    links = propose_links(
        [
            stored("plan", "2022-03", first, *fillers),
            stored("review", published, line(RESULT, later), genre=genre),
        ]
    )
    assert [link.relation for link in links if link.source.n == 1] == [relation]


@pytest.mark.parametrize("day", ["2021-02-01", "2022-05-01"])
def test_a_report_of_a_day_ahead_proves_nothing(stored: Stored, line: Any, day: str) -> None:
    fillers = [line("context", text) for text in OTHERS]
    times = [("그날", day, day, "planned")]
    report = line(RESULT, "그날 한-페루 항공협정 체결", parties=["PER"], times=times)
    links = propose_links(
        [
            stored("plan", "2019-03", line(PROMISE, TREATY, parties=["PER"]), *fillers),
            stored("review", "2021-01-15", report),
        ]
    )
    assert [link.relation for link in links] == [STEP]
