"""Documents that try one kind of content each: lists, tables, notes, running heads, boxes, changes."""

from __future__ import annotations

from tests.support.office.description import (
    Box,
    Change,
    Description,
    Level,
    Link,
    ListMark,
    ListStyle,
    Memo,
    Note,
    Paragraph,
    Table,
    cell,
    footnote,
    paragraph,
)

_OUTLINE = ListStyle(
    "outline", (Level("roman", "^1."), Level("digit", "^2."), Level("hangul", "^3.")), outline=True
)
_BULLETS = ListStyle(
    "list", (Level("bullet", "□"), Level("bullet", "ㅇ"), Level("bullet", "-"), Level("bullet", "※"))
)
_CIRCLED = ListStyle("circled", (Level("circled", "^1"), Level("latin", "^2)")))
_GAP = Paragraph()


def _head(title: str, day: str) -> tuple[Paragraph, ...]:
    return (Paragraph((title,), title=True), _GAP, paragraph(day), _GAP, paragraph("외교부"), _GAP)


def _section(text: str, level: int = 0) -> Paragraph:
    return Paragraph((text,), mark=ListMark("outline", level), heading=level + 1)


LISTS = Description(
    (
        *_head("2024년 개발협력 추진계획", "2024. 2."),
        _section("추진 방향"),
        _GAP,
        paragraph("수원국의 수요를 먼저 살피는 협력으로 전환", level=0),
        paragraph("재외공관이 현지 정부와 분기마다 수요를 협의", level=1, indent=1),
        paragraph("협의 결과를 연말에 공개", level=2, indent=2),
        paragraph("수요 조사는 43개 공관에서 실시", level=3, indent=3),
        _GAP,
        _section("세부 과제"),
        _GAP,
        _section("보건", 1),
        _section("감염병 대응", 2),
        paragraph("역학조사관 양성과정을 9월에 개설", level=0),
        paragraph("교육생 30명을 선발", level=1, indent=1),
        _section("모자보건", 2),
        paragraph("지역 병원 두 곳의 분만실을 2025년까지 개보수", level=0),
        _GAP,
        _section("교육", 1),
        _section("직업훈련", 2),
        paragraph("훈련교사 60명을 초청하여 연수 실시", level=0),
        paragraph("장비를 나누어 주고 사용법을 전수", level=0, of="circled", indent=2),
        paragraph("수료생의 취업을 상담", level=0, of="circled", indent=2),
        _GAP,
        _section("기대 효과"),
        _GAP,
        paragraph("현지 주민 12만명이 보건 혜택을 누릴 것으로 기대", level=0),
    ),
    title="2024년 개발협력 추진계획",
    lists=(_OUTLINE, _BULLETS, _CIRCLED),
)

TABLES = Description(
    (
        *_head("2023년도 영사서비스 자체평가 결과", "2024. 1."),
        paragraph("1. 과제별 성과"),
        _GAP,
        paragraph("○ 영사콜센터 상담 언어를 7개로 늘려 상담 건수가 증가"),
        _GAP,
        Table(
            (
                (cell("지표"), cell("목표"), cell("실적")),
                (cell("상담 건수(만건)"), cell("180"), cell("192")),
                (cell("통역 지원(건)"), cell("5,000"), cell("6,150")),
            ),
            1,
            "〈 영사콜센터 운영 실적 〉",
        ),
        paragraph("※ 통역은 3자 통화로 지원"),
        _GAP,
        paragraph("2. 향후 계획"),
        _GAP,
        paragraph("○ 상담 언어를 2025년까지 9개로 확대"),
        _GAP,
        Table(
            (
                (cell("과제", rows=2), cell("추진 일정", columns=2)),
                (cell("상반기"), cell("하반기")),
                (cell("신규 언어 상담사 채용"), cell("공고"), cell("채용")),
                (cell("상담 품질 점검", rows=2), cell("점검표 마련"), cell("시범 점검")),
                (cell("교육", columns=2),),
            ),
            2,
            "〈 과제별 추진 일정 〉",
        ),
        _GAP,
        paragraph("○ 점검 결과를 재외공관에 전파하여 서비스 개선에 활용"),
    ),
    title="2023년도 영사서비스 자체평가 결과",
)

NOTES = Description(
    (
        *_head("2024년 기후외교 추진계획", "2024. 3."),
        paragraph("Ⅰ. 추진 배경"),
        _GAP,
        paragraph(
            "□ 기후재원 목표", footnote("2025년 이후의 새 목표를 가리킴"), "에 관한 협상이 올해 마무리될 전망"
        ),
        paragraph("□ 손실과 피해 기금의 이사회가 구성됨", footnote("2023년 12월 합의")),
        _GAP,
        paragraph("Ⅱ. 추진 과제"),
        _GAP,
        paragraph("□ 기금에 700만불을 공여하고 이사회에 참여"),
        paragraph(" ㅇ 공여 협정을 6월까지 체결", Note((Paragraph(("국회 보고를 거쳐 서명",)),), "endnote")),
        paragraph("□ 무탄소에너지 확산을 위한 국제 협의체를 9월에 출범"),
    ),
    title="2024년 기후외교 추진계획",
    header="2024년 기후외교 추진계획",
    page_numbers=True,
)

PAGES = Description(
    (
        *_head("2025년 경제외교 추진계획", "2025. 1."),
        paragraph("Ⅰ. 여건"),
        _GAP,
        paragraph("□ 주요국의 수출통제가 늘어 공급망 불안이 지속"),
        paragraph("□ 디지털 통상규범 논의가 본격화"),
        Paragraph(("Ⅱ. 과제",), new_page=True),
        _GAP,
        paragraph("□ 핵심광물 협력 약정을 3개국과 체결"),
        paragraph(" ㅇ 공동 탐사를 하반기에 착수"),
        paragraph(
            "□ 디지털 동반자 협정에 새 회원국이 가입하도록 협의를 주도하고 가입 절차를 안내하는 안내서를 10월에 발간하며, 중소기업이 협정을 활용할 수 있도록 지역별 설명회를 12회 개최"
        ),
        Paragraph(("Ⅲ. 협조 사항",), new_page=True),
        _GAP,
        paragraph("□ 관계부처 합동 점검회의를 분기마다 개최"),
    ),
    title="2025년 경제외교 추진계획",
    header="경제외교 추진계획",
    footer="외교부 양자경제외교국",
    page_numbers=True,
)

APART = Description(
    (
        *_head("2024년 공공외교 시행계획", "2024. 4."),
        Paragraph(
            ("□ 한국학 지원을 15개 대학으로 확대",),
            boxes=(Box((paragraph("□ 세종학당과 함께 온라인 강좌를 개설"),)),),
        ),
        paragraph(
            "□ 문화주간 행사를 ",
            Change("열 곳", "deleted"),
            Change("열두 곳", "inserted"),
            "의 공관에서 개최",
        ),
        paragraph(
            "□ 자세한 일정은 ",
            Link("누리집", "https://www.example.org/plan?year=2024&page=1"),
            "에 공개할 예정",
        ),
        paragraph("□ ", Memo("청년 외교사절단", "단원 수를 확인할 것"), " 40명을 7월에 파견"),
        paragraph("□ 현지 언론인을 초청하여\n우리 정책을 설명"),
    ),
    title="2024년 공공외교 시행계획",
)

ENGLISH = Description(
    (
        Paragraph(("Joint Statement on Cooperation in the Blue Economy",), title=True),
        _GAP,
        paragraph("Busan, June 3, 2024"),
        _GAP,
        paragraph(
            "The Ministers of both countries met in Busan",
            footnote("The meeting followed a workshop of experts."),
            " and agreed on a programme for the coming years.",
        ),
        _GAP,
        paragraph("The two sides will train 200 inspectors of fisheries by 2026.", level=0),
        paragraph("They reaffirmed that the sea must stay free of waste.", level=0),
        paragraph("Both ministries will:", level=0),
        paragraph("set up a joint centre for marine research;", level=1, indent=2),
        paragraph("publish a map of coastal risks every year; and", level=1, indent=2),
        paragraph("review the programme in 2027.", level=1, indent=2),
        paragraph("The Ministers thanked the city of Busan for its welcome.", level=0),
    ),
    title="Joint Statement on Cooperation in the Blue Economy",
    language="en",
    lists=(ListStyle("list", (Level("digit", "^1."), Level("latin", "(^2)"))),),
)

CASES: dict[str, Description] = {
    "lists": LISTS,
    "tables": TABLES,
    "notes": NOTES,
    "pages": PAGES,
    "apart": APART,
    "english": ENGLISH,
}
