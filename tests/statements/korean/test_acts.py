"""The act of Korean statements, by phenomenon of the reading contract (Decisions 11 to 17, 33, 34, 37)."""

from __future__ import annotations

import pytest

from yaksok.records.statement import Act, Genre, Role
from yaksok.statements.context import StatementContext
from yaksok.statements.korean.acts import act_of, section_act_of

Case = tuple[str, Act]


def judge(
    text: str,
    *,
    section: Act = "commitment",
    genre: Genre = "work_plan",
    role: Role = "item",
    children: bool = False,
) -> Act:
    context = StatementContext(role=role, genre=genre)
    return act_of(text, section_act=section, context=context, has_children=children)


def cases(table: dict[Act, str]) -> list[Case]:
    """One case a line."""
    return [(line.strip(), act) for act, lines in table.items() for line in lines.strip().split("\n")]


SENTENCES = cases(
    {
        "commitment": """
            정부는 내년에 칠레와 산림 협정을 체결할 계획이다.
            누리부는 상반기에 몽골과 항공 회담을 열 예정이다.
            두 나라는 청년 교류를 늘리기로 하였다.
            양측은 공동 연구소를 세우기로 합의했다.
            우리는 바다를 깨끗하게 지키고자 한다.
            정부는 항만 시설을 넓힐 방침이다.
            누리부는 재외국민 상담 창구를 새로 마련하겠다.
            두 나라는 매년 한 차례 만나기로 한다.
            정부는 수소 기반을 갖추어 나갈 것이다.
            양국은 세관 절차를 줄일 것을 약속했다.
            두 장관은 항공편을 늘리기로 의견을 모았다.
            정부는 산불 감시 위성을 띄우려고 한다.
            칠레 대통령의 초청을 수락하였다.
            누리부는 공급망 점검 회의를 매달 열어 나가겠다.
            두 정상은 실무진에 후속 협의를 지시하였다.
            정부는 재외공관의 상담 인력을 확대해 나갈 것임.
            정부는 2억 달러를 지원하기로 결정했다.
        """,
        "result": """
            누리부는 지난달 칠레와 산림 협정을 체결하였다.
            정부는 몽골에 나무 3만 그루를 심었다.
            두 나라는 공동 연구소를 열었다.
            제3차 산림 회의가 서울에서 개최되었다.
            양국 장관이 협정에 서명했다.
            누리부는 상담 창구를 열두 곳으로 늘렸다.
            이번 회의는 두 나라의 협력을 다지는 자리로 마련되었다.
            항공 노선 두 개가 새로 열렸다.
            정부는 재난을 당한 나라에 구호품을 보냈다.
            누리부는 여권 발급 기간을 사흘로 줄였다.
            두 나라의 어업 협정이 발효되었다.
            정부는 청년 300명을 해외에 파견한 바 있다.
        """,
        "position": """
            장관은 산림 보호의 중요성을 강조하였다.
            두 장관은 해양 안전을 위한 협력이 필요하다는 데 공감했다.
            정부는 두 나라의 휴전을 환영한다.
            우리는 이번 발사를 강력히 규탄한다.
            양측은 역내 정세에 대해 의견을 교환했다.
            장관은 국제사회의 지지를 요청하였다.
            두 정상은 청년 교류의 성과를 높이 평가하였다.
            장관은 조속한 협정 발효를 당부했다.
            정부는 이번 조치에 깊은 유감을 표한다.
            우리는 대화가 하루빨리 재개되기를 바란다.
            장관은 해양 오염이 심각하다고 지적했다.
            두 정상은 기후 대응의 시급성을 재확인하였다.
            산림을 지키기 위한 노력이 더욱 필요하다.
            장관은 지난해 교역이 크게 늘었다고 설명하였다.
            두 장관은 공급망 안정 방안을 논의하였다.
            정부는 이번 합의를 높이 평가한다.
            각국이 함께 힘을 모아야 한다.
            두 나라는 바다의 자유를 지지한다.
            장관은 유가족에게 깊은 위로의 뜻을 전했다.
        """,
        "effect": """
            이번 협정은 두 나라의 교역을 늘리는 계기가 될 것이다.
            새 항로는 운송 기간을 크게 단축시킬 것이다.
            교역액이 30억 달러로 늘어날 것으로 기대된다.
            이번 사업은 농가 소득 증대에 기여할 것이다.
            기업의 부담이 줄어들 것으로 예상된다.
            이번 회의는 협력의 발판이 될 것으로 전망된다.
            국민이 더 편하게 여권을 받을 수 있을 것이다.
            이번 합의로 청년 일자리가 늘어날 전망이다.
        """,
        "context": """
            세계 경제의 불확실성이 커지고 있다.
            칠레는 남미에서 산림 면적이 넓은 나라이다.
            두 나라 사이의 갈등이 이어지고 있다.
            지난해 교역액은 30억 달러를 기록하였다.
            몽골은 자원이 풍부하다.
            주요국 사이의 경쟁이 심화되고 있다.
            산림 협력 위원회는 두 나라의 국장급 협의체이다.
        """,
    }
)


@pytest.mark.parametrize(("text", "act"), SENTENCES, ids=[case[0] for case in SENTENCES])
def test_plain_sentences(text: str, act: Act) -> None:
    assert judge(text, section="none", genre="press_release") == act


# Decision 37: honorific endings count as the plain ones.
HONORIFIC = cases(
    {
        "commitment": """
            누리부는 상담 창구를 넓히겠습니다.
            내년에 협정을 체결할 계획입니다.
            상반기 중 회담을 열 예정입니다.
            두 나라와 협력을 강화해 나가겠습니다.
            정부는 항만을 정비할 방침입니다.
            항공편을 늘리는 방안을 추진하고 있습니다.
            재외국민을 지키는 데 최선을 다하겠습니다.
            두 나라는 매년 만나기로 하였습니다.
            국민과 한 약속을 지킬 것을 다짐합니다.
            초청을 수락하였습니다.
        """,
        "result": """
            지난달 협정을 체결했습니다.
            나무 3만 그루를 심었습니다.
            항공 노선을 새로 열었습니다.
            회의를 개최하였습니다.
            여권 발급 기간을 줄였습니다.
        """,
        "position": """
            두 나라가 힘을 모아야 한다고 생각합니다.
            이번 합의가 중요하다고 봅니다.
            많은 관심을 바랍니다.
            협정을 지지한다는 것이 우리 입장입니다.
            이번 결정을 환영합니다.
            깊은 감사의 말씀을 드립니다.
            대화가 필요합니다.
            이번 발사를 강력히 규탄합니다.
        """,
        "effect": """
            교역이 늘어날 것으로 기대됩니다.
            두 나라 관계의 이정표가 될 것입니다.
        """,
        "context": """
            세계 경제가 어려움을 겪고 있습니다.
            칠레는 남미의 자원 부국입니다.
        """,
        "none": """
            먼저 협정의 내용을 말씀드리겠습니다.
            이상으로 보고를 마치겠습니다.
            이제 질문을 받겠습니다.
        """,
    }
)


@pytest.mark.parametrize(("text", "act"), HONORIFIC, ids=[case[0] for case in HONORIFIC])
def test_honorific_sentences(text: str, act: Act) -> None:
    assert judge(text, section="none", genre="speech") == act


# Decision 15: reported speech is a view, a reported or agreed promise binds.
REPORTED = cases(
    {
        "commitment": """
            장관은 항공편을 늘려 나가겠다고 밝혔다.
            두 정상은 매년 만나기로 했다고 말했다.
            양측은 공동 연구소를 세우기로 합의한다.
            총재는 2억 달러를 지원하겠다고 약속했다.
            장관은 “산림을 지켜 나가겠다”고 말했다.
            장관은 내년에 협정을 체결할 계획이라고 밝혔다.
            두 장관은 협의를 이어 나가기로 하였다.
            정부는 3억 달러의 지원을 약속했다.
            장관은 상담 창구를 넓히겠다고 덧붙였다.
        """,
        "position": """
            장관은 두 나라가 힘을 모아야 한다고 말했다.
            장관은 산림이 인류의 자산이라고 강조하였다.
            두 정상은 협력이 긴요하다고 평가하였다.
            장관은 조속한 발효를 바란다고 하였다.
            장관은 대화가 재개되어야 한다고 당부하였다.
            장관은 “바다는 모두의 것”이라고 말했다.
            장관은 우리 정부의 입장을 설명하였다.
            두 장관은 함께 노력하자고 하였다.
        """,
    }
)


@pytest.mark.parametrize(("text", "act"), REPORTED, ids=[case[0] for case in REPORTED])
def test_reported_speech(text: str, act: Act) -> None:
    assert judge(text, section="none", genre="press_release") == act


# Reports close in a verbal noun as well.
NOMINAL = cases(
    {
        "commitment": """
            내년에 협정을 체결할 예정임.
            항공편을 늘려 나갈 계획임.
            두 나라는 매년 만나기로 함.
            산림 협정 체결 추진 중
            상반기 중 장관급 회담 개최 예정
            공동 연구소를 세우기로 합의
        """,
        "result": """
            칠레와 산림 협정을 체결함.
            제3차 회의를 개최하였음.
            상담 창구를 열두 곳으로 늘렸음.
        """,
        "position": """
            두 장관은 협력의 중요성을 강조함.
            정부는 휴전을 환영함.
            산불 감시 체계를 갖출 필요
            인력 보강이 시급함.
        """,
        "effect": """
            교역이 늘어날 것으로 기대됨.
            두 나라 교역 증가 전망
        """,
    }
)


@pytest.mark.parametrize(("text", "act"), NOMINAL, ids=[case[0] for case in NOMINAL])
def test_nominal_endings(text: str, act: Act) -> None:
    assert judge(text, section="result" if act == "result" else "commitment", genre="evaluation") == act


DEEDS = """
칠레와의 산림 협력 강화
수소 공급망 구축
청년 교류 확대
재외국민 보호 체계 정비
몽골과의 항공 회담 추진
공동 연구소 설립 지원
핵심 광물 공급망의 안정적 관리
국제 여론의 지지 확보
""".strip().split("\n")


@pytest.mark.parametrize("text", DEEDS)
@pytest.mark.parametrize("section", ["commitment", "result", "effect"])
def test_lines_without_a_verb_follow_their_section(text: str, section: Act) -> None:
    assert judge(text, section=section) == section


# Decision 11: plainer wording wins over the section.
WORDED = cases(
    {
        "position": """
            디지털 전환 가속화 필요
            산림 보호에 대한 공감대 형성
            해양 안전 방안 논의
            역내 정세에 대한 의견 교환
        """,
        "context": """
            주요국 간 갈등 지속
            보호무역 심화
            세계 경제의 불확실성 증대
        """,
        "effect": """
            두 나라 관계의 진전 기대
            교역 확대 전망
        """,
    }
)


@pytest.mark.parametrize(("text", "act"), WORDED, ids=[case[0] for case in WORDED])
def test_plainer_wording_wins(text: str, act: Act) -> None:
    assert judge(text, section="commitment") == act


def test_own_success_among_circumstances_is_a_result() -> None:
    assert judge("우리 정부의 노력으로 대화 재개의 전기 마련", section="context") == "result"


# Decision 12: of bare labels the last noun decides.
LABELS = cases(
    {
        "none": """
            칠레 관계
            남미 외교
            신흥 안보
            산림 사업
            공적개발원조(ODA)
            산림 협력 위원회
            국장급 채널
            장관급 외교
            기본 계획
            제도 혁신
        """,
        "commitment": """
            산림 국제협력
            산림 외교 강화
            공급망 대응
            개발 협력
            영사 지원
            여권 제도 정비
            국제 공조
            항공 협정 교섭
            상담 창구 다양화
        """,
    }
)


@pytest.mark.parametrize(("text", "act"), LABELS, ids=[case[0] for case in LABELS])
def test_bare_labels(text: str, act: Act) -> None:
    assert judge(text, section="commitment", role="heading", children=True) == act


@pytest.mark.parametrize(
    "title", ["주요내용", "추진 과제", "추진 배경", "기대효과", "성과 및 평가", "향후 계획", "여건"]
)
def test_section_titles_do_nothing(title: str) -> None:
    assert judge(title, section="commitment", role="heading", children=True) == "none"


# Decision 13: an event with its own date or number is a deed.
@pytest.mark.parametrize(
    "text", ["산림 우호 열차(7월)", "산림 사진전 등(64개 사업)", "청년 음악회(9월, 산티아고)"]
)
def test_dated_events_are_deeds(text: str) -> None:
    assert judge(text) == "commitment"
    assert judge(text, section="result") == "result"


# Decision 16: a partner's own plan is context; what all signatories promise is commitment.
@pytest.mark.parametrize(
    "text",
    [
        "칠레측은 내년에 산림청을 새로 세울 계획이다.",
        "칠레 정부는 내년에 산림청을 새로 세울 계획이다.",
        "칠레 대통령은 항만을 넓히겠다고 밝혔다.",
        "몽골 총리는 나무 10억 그루를 심을 예정이라고 하였다.",
    ],
)
def test_plans_of_partners(text: str) -> None:
    assert judge(text, section="none", genre="press_release") == "context"


@pytest.mark.parametrize(
    "text",
    [
        "칠레측은 내년에 산림청을 새로 세울 것이다.",
        "두 정상은 산림 협정을 조속히 체결하기로 하였다.",
        "양국은 세관 자료를 나눈다.",
        "두 나라는 산불 진화 경험을 공유한다.",
        "양측은 공동 위원회를 설치한다.",
    ],
)
def test_promises_in_joint_documents(text: str) -> None:
    assert judge(text, genre="joint_statement") == "commitment"


@pytest.mark.parametrize(
    "text",
    ["양측은 협정의 서명을 환영한다.", "두 정상은 우려를 표명하였다.", "양국은 바다의 자유를 지지한다."],
)
def test_views_in_joint_documents(text: str) -> None:
    assert judge(text, genre="joint_statement") == "position"


# Decision 17: notes that list or define are context, under effects effect.
@pytest.mark.parametrize(
    "text",
    [
        "칠레, 페루, 콜롬비아, 멕시코",
        "산림 기금 : 나무를 심는 데 쓰는 돈",
        "’24년 3억 달러 → ’25년 4억 달러",
        "서울, 부산, 제주",
    ],
)
def test_notes(text: str) -> None:
    assert judge(text, role="note") == "context"
    assert judge(text, role="note", section="effect") == "effect"


def test_a_note_that_says_what_is_planned() -> None:
    assert judge("상반기 중 착수 예정", role="note") == "commitment"


# Decision 33: goals and figures.
@pytest.mark.parametrize("text", ["(목표) 120건 → (실적) 134건, 111.7%", "(목표) 90% → (실적) 85%, 94.4%"])
def test_goals_with_their_figures_are_results(text: str) -> None:
    assert judge(text, section="result", genre="evaluation") == "result"


def test_a_path_to_a_goal_is_a_commitment() -> None:
    assert judge("핵심 광물 비축 42일분 → (’31년) 100일분") == "commitment"


# Decision 34: self-evaluations.
EVALUATION = cases(
    {
        "result": """
            여권 발급 목표를 달성하지 못함.
            상담 만족도가 목표에 미달하였다.
            협정 체결에 실패함.
            교육 인원이 목표치에 미치지 못하였다.
        """,
        "position": """
            현장 상담 인력을 보강할 필요가 있음.
            성과 지표를 개선할 필요
        """,
    }
)


@pytest.mark.parametrize(("text", "act"), EVALUATION, ids=[case[0] for case in EVALUATION])
def test_self_evaluations(text: str, act: Act) -> None:
    assert judge(text, section="result", genre="evaluation") == act


@pytest.mark.parametrize(
    ("heading", "act"),
    [
        ("주요 성과", "result"),
        ("2024년 추진 실적", "result"),
        ("미흡한 점", "result"),
        ("대외 여건", "context"),
        ("추진 배경", "context"),
        ("추진 과제", "commitment"),
        ("향후 계획", "commitment"),
        ("주요내용", "commitment"),
        ("기대효과", "effect"),
    ],
)
def test_sections_set_the_act_below_them(heading: str, act: Act) -> None:
    assert section_act_of(heading, "none") == act


@pytest.mark.parametrize(
    "heading", ["칠레와의 산림 협력", "산림", "두 나라는 교역을 넓히는 여러 방안을 함께 찾아 나선다"]
)
def test_other_headings_keep_the_section(heading: str) -> None:
    assert section_act_of(heading, "result") == "result"


@pytest.mark.parametrize("text", ["협정은 언제 발효됩니까?", "예산은 얼마인가?", "다른 나라도 참여할까요?"])
def test_questions(text: str) -> None:
    assert judge(text, section="none", genre="speech", children=True, role="heading") == "none"


# The act is that of the main, final clause.
FINAL = cases(
    {
        "commitment": """
            정부는 지난해 협정을 체결했으며, 올해는 후속 사업을 추진할 계획이다.
            장관은 협정을 환영하면서 항공편을 늘려 나가겠다고 밝혔다.
        """,
        "result": """
            정부는 교역을 늘리기 위하여 협정을 체결하였다.
            두 나라는 중요성에 공감하고 협정에 서명하였다.
        """,
        "position": """
            장관은 협정이 체결된 것을 환영하였다.
            장관은 협정에 서명하고 두 나라의 우의를 강조하였다.
        """,
    }
)


@pytest.mark.parametrize(("text", "act"), FINAL, ids=[case[0] for case in FINAL])
def test_the_final_clause_decides(text: str, act: Act) -> None:
    assert judge(text, section="none", genre="press_release") == act
