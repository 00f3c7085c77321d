"""Parties named in Korean statements, by phenomenon."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.statements.korean.parties import find_parties, party_spans


def ids(text: str) -> str:
    """The ids found in a text, in order, joined by spaces."""
    return " ".join(mention.id for mention in find_parties(text))


NAMES = [
    ("미합중국 정부와 중화인민공화국 정부 간의 협정", "USA CHN"),
    ("튀르키예(구 터키) 앙카라에서 제3차 회의를 개최하였다.", "TUR"),
    ("사우디·남아공·우즈벡·카자흐·투르크멘·인니 등과의 협력", "SAU ZAF UZB KAZ TKM IDN"),
    ("우크라 재건 및 아프간 인도적 지원", "UKR AFG"),
    ("키르기즈공화국과 타지키스탄 국경 지역", "KGZ TJK"),
    ("남수단에 파병된 한빛부대", "SSD"),
    ("콩고민주공화국(DR콩고) 동부와 콩고공화국", "COD COG"),
    ("도미니카공화국과 도미니카연방", "DOM DMA"),
    ("적도기니, 기니비사우, 파푸아뉴기니, 기니", "GNQ GNB PNG GIN"),
    ("니제르와 나이지리아는 서로 다른 나라이다.", "NER NGA"),
    ("인도네시아의 니켈 수출 제한", "IDN"),
    ("인도와 파키스탄 간 긴장", "IND PAK"),
    ("홍콩·대만·마카오에 대한 여행경보", "HKG TWN MAC"),
    ("코소보와 팔레스타인, 뉴칼레도니아", "XKX PSE NCL"),
    ("보스니아 헤르체고비나와 북마케도니아", "BIH MKD"),
    ("호주측은 우리측 제안을 환영하였다.", "AUS"),
    ("체코는 신규 원전 사업을 추진 중이다.", "CZE"),
    ("미국인 관광객과 일본인 관광객", "USA JPN"),
    ("미국산 LNG와 호주산 석탄 수입", "USA AUS"),
    ("주한미국대사관과 주미한국대사관", "USA"),
    ("주인도네시아대사와 주호주대사가 참석하였다.", "IDN AUS"),
    ("주수단대사관 직원 전원 철수", "SDN"),
    ("중국어선의 불법조업 단속", "CHN"),
    ("교황청 국무원장과의 면담", "VAT"),
    ("가나 대통령의 방한", "GHA"),
    ("괌을 방문한 우리 국민", "GUM"),
    ("한중앙아시아 협력", "CENTRAL_ASIA"),
]

COMPOUNDS = [
    ("한미동맹을 강화하고 한일관계를 개선한다.", "USA JPN"),
    ("한미일 안보협력과 한일중 정상회의", "USA JPN CHN"),
    ("한일호 협력 네트워크", "JPN AUS"),
    ("미중 전략경쟁이 심화되고 있다.", "USA CHN"),
    ("러북 군사협력을 규탄하고 러우전쟁 종식을 촉구하였다.", "RUS PRK UKR"),
    ("북미대화 재개를 지원한다.", "PRK USA"),
    ("북미 시장 진출 기업 간담회", ""),
    ("북미지역 공관장 회의", ""),
    ("남북관계와 남북미 연락사무소", "PRK USA"),
    ("미북 정상회담", "USA PRK"),
    ("대북제재와 북핵 문제, 북한인권", "PRK"),
    ("대미·대일 외교", "USA JPN"),
    ("대러 제재와 대중 무역 의존도", "RUS CHN"),
    ("대통령의 방미 및 방일 후속조치", "USA JPN"),
    ("방중 기간 중 주중대사가 배석하였다.", "CHN"),
    ("주미대사, 주일대사, 주러대사 교체", "USA JPN RUS"),
    ("미측은 사의를 표하고 중측은 유의하였다.", "USA CHN"),
    ("북측의 호응을 촉구한다.", "PRK"),
    ("재미동포와 재일동포 간담회", "USA JPN"),
    ("친러 성향 해커의 공격", "RUS"),
    ("북중러 협력 동향", "PRK CHN RUS"),
    ("한중 FTA 서비스·투자 협상", "CHN"),
    ("한중미 3자 협의", "CHN USA"),
    ("중미 국가들과의 FTA", "CENTRAL_AMERICA"),
    ("한·중미 FTA 발효", "CENTRAL_AMERICA"),
    ("중미관계가 악화되었다.", "CHN USA"),
    ("중러 연합훈련", "CHN RUS"),
    ("아중동국장 주재 회의", "AFRICA MIDDLE_EAST"),
    ("탈북민과 납북자 문제", "PRK"),
]

LISTS = [
    ("미‧일과의 협력 심화", "USA JPN"),
    ("미·중·일·러 4국과의 관계", "USA CHN JPN RUS"),
    ("북·미 대화와 남·북·러 협력", "PRK USA RUS"),
    ("불‧EU‧캐 등과의 협력", "FRA EU CAN"),
    ("캐‧영과 각각 2+2 회의 신설", "CAN GBR"),
    ("러-우 전쟁의 장기화", "RUS UKR"),
    ("미/중 갈등", "USA CHN"),
    ("한-캐 정상회담 및 한-뉴 외교장관회담", "CAN NZL"),
    ("한·베 수교 30주년", "VNM"),
    ("미·이란 핵협상", "USA IRN"),
    ("이-팔 분쟁", "ISR PSE"),
    ("미, 중, 일, 러 등 주변국", "USA CHN JPN RUS"),
    ("미·일·호·인 4개국 협의체", "USA JPN AUS IND"),
    ("미-EU 무역기술이사회", "USA EU"),
    ("영·불·독 3국", "GBR FRA DEU"),
    ("한미·한일 관계", "USA JPN"),
    ("한·일·중 3국 협력", "JPN CHN"),
    ("중·일의 입장", "CHN JPN"),
]

LABELS = [
    ("(미) 신정부 출범 이후 정책 점검", "USA"),
    ("(중) 고위급 교류 활성화", "CHN"),
    ("(한미) 동맹 현대화 (일) 셔틀외교 (러) 소통 유지", "USA JPN RUS"),
    ("▲(미) 신정부 출범 ▲(일) 셔틀외교", "USA JPN"),
    ("회의는 5.12.(일) 개최된다.", ""),
    ("3월 24일(일) 출국", ""),
]

BEFORE_BODIES = [
    ("미 신행정부와의 정책 조율", "USA"),
    ("미 의회와 미 국무부를 대상으로 한 아웃리치", "USA"),
    ("일 외무성과 중 외교부 대변인", "JPN CHN"),
    ("한편, 중 외교부는 논평을 내었다.", "CHN"),
    ("러 외교장관과의 통화", "RUS"),
    ("북 도발에 대한 대비태세", "PRK"),
    ("불 대통령과 독 총리의 방한", "FRA DEU"),
    ("회의 중 정부 입장을 설명하였다.", ""),
    ("협의 중 외교부 관계자가 밝혔다.", ""),
]

HANJA = [
    ("美 新행정부와의 공조", "USA"),
    ("다양한 北 도발 가능성에 대비", "PRK"),
    ("對美 아웃리치와 訪中 성과", "USA CHN"),
    ("美中日 3국을 차례로 방문", "USA CHN JPN"),
    ("韓中日 정상회의", "CHN JPN"),
    ("美·日과의 협력", "USA JPN"),
    ("英 총리, 獨 총리, 佛 대통령", "GBR DEU FRA"),
    ("露 외교부, 印 총리, 伊 대사", "RUS IND ITA"),
    ("駐日대사관", "JPN"),
    ("日 정부의 수출규제", "JPN"),
    ("中, 희토류 수출통제 발표", "CHN"),
    ("현재 논의中인 사안", ""),
    ("협상 진행 中", ""),
    ("15日 개최", ""),
    ("대(對)중미 협력 확대", "CENTRAL_AMERICA"),
    ("대(對)중국 수출", "CHN"),
    ("방(訪)미 결과", "USA"),
    ("對러 관계의 안정적 관리", "RUS"),
    ("국빈방중과 공식방일", "CHN JPN"),
    ("韓·메콩 협력", "MEKONG"),
]

ORDINARY_WORDS = [
    "정부는 대책을 발표 중이다.",
    "24일 회의에서 일부 의원이 미래 비전을 제시하였다.",
    "한반도의 평화와 번영",
    "북부 지역 및 호우 피해 복구",
    "인도적 지원과 인도주의 원칙, 인도협력",
    "범죄인 인도 조약 체결",
    "평화적 수단으로 해결한다. 결제수단 다양화",
    "가나다 순으로 정리하였다.",
    "오만하게 굴지 않는다.",
    "'상생'이란 무엇인가",
    "큰 만족, 대만족",
    "대중교통과 대중문화",
    "일반 대중의 이해를 높인다.",
    "보호주의 확산에 대응한다.",
    "대외신인도 관리",
    "싸움을 말리는 역할",
    "주중에는 운영하지 않는다.",
    "재미있는 행사",
    "우리나라와 대한민국, 한국 정부",
    "서울, 워싱턴, 파리, 하노이에서 개최",
    "남중국해와 동해, 대만해협",
    "외교부와 통일부, 국립외교원",
    "양국은 주변 4국 및 우방국과 협력한다.",
    "초·중·고 학생과 대·중소기업",
    "중·장기 과제와 일·가정 양립",
    "영·유아 지원",
    "중국어와 일본어 교육",
    "추진 중일 경우",
    "중앙아동보호전문기관",
    "서남아시아와 남아시아 정세",
    "유럽연합이 아닌 IPEF, RCEP, CPTPP, GHSA"[10:],
    "신남방정책과 신북방정책",
    "대미를 장식하였다.",
    "시 정부와 도 정부",
    "단·중기 계획",
    "공방중인 사안과 미이행 과제",
    "유·무상 원조 연계",
]

ORGANISATIONS = [
    ("유엔 안보리 이사국 진출", "UNSC"),
    ("유엔안보리와 UN 안전보장이사회", "UNSC"),
    ("유엔총회 고위급 회기", "UNGA"),
    ("UN총회 계기 양자회담", "UNGA"),
    ("유엔 사무총장과 유엔 인권이사회", "UN UNHRC"),
    ("APEC 기업인자문위원회(ABAC) 회의", "ABAC"),
    ("아세안사무국과 ASEAN 사무국 및 아세안", "ASEAN_SECRETARIAT ASEAN"),
    ("주아세안대표부 및 아세안국장", "ASEAN"),
    ("한-아세안 정상회의", "ASEAN"),
    ("동북아청정대기파트너십(NEACAP)", "NEACAP"),
    ("유럽연합(EU) 집행위원회와 유럽의회", "EU"),
    ("국제원자력기구, 원자력공급국그룹, 바세나르체제", "IAEA NSG WASSENAAR"),
    ("나토(NATO) 정상회의와 IP4", "NATO IP4"),
    ("G7·G20·믹타·쿼드", "G7 G20 MIKTA QUAD"),
    ("걸프협력회의(GCC)와의 FTA", "GCC"),
    ("메르코수르, 태평양동맹, 중미통합체제(SICA)", "MERCOSUR PACIFIC_ALLIANCE SICA"),
    ("태평양도서국포럼(PIF) 정상회의", "PIF"),
    ("세계보건기구(WHO)와 세계은행, 녹색기후기금(GCF)", "WHO WORLD_BANK GCF"),
    ("하마스와 헤즈볼라, 탈레반", "HAMAS HEZBOLLAH TALIBAN"),
    ("유엔난민기구를 통한 지원", "UNHCR"),
    ("상하이협력기구 및 유라시아경제연합", "SCO EAEU"),
    ("경제협력개발기구(OECD) 개발원조위원회(DAC)", "OECD"),
    ("퀀텀개발그룹과 핵심광물안보파트너십", "QDG MSP"),
    ("아프리카연합(AU) 정상회의", "AU"),
    ("동아시아정상회의(EAS)와 아세안지역안보포럼(ARF)", "EAS ARF"),
    ("나트륨과 나토륨", ""),
    ("한미일 협력사무국", "USA JPN"),
]

REGIONS = [
    ("인도-태평양 전략과 인도·태평양 지역", "INDO_PACIFIC"),
    ("인태전략 이행", "INDO_PACIFIC"),
    ("아시아·태평양과 아태지역", "ASIA_PACIFIC"),
    ("중·동유럽 및 북유럽 국가", "EUROPE"),
    ("중남미, 남미, 중미", "LATIN_AMERICA CENTRAL_AMERICA"),
    ("중앙아 5개국과 중앙아시아", "CENTRAL_ASIA"),
    ("한-태도국 외교장관회의", "PACIFIC_ISLANDS"),
    ("동남아와 동북아, 동아시아", "SOUTHEAST_ASIA NORTHEAST_ASIA EAST_ASIA"),
    ("미 국무부 동아태차관보", "USA EAST_ASIA"),
    ("글로벌 사우스와의 연대", "GLOBAL_SOUTH"),
    ("유라시아와 흑해, 메콩", "EURASIA BLACK_SEA MEKONG"),
    ("남아프리카공화국과 중앙아프리카공화국", "ZAF CAF"),
    ("한-아프리카 정상회의", "AFRICA"),
    ("중동 정세", "MIDDLE_EAST"),
]

PERSONS_AND_AGENCIES = [
    ("모디 총리와 아베 총리", "IND JPN"),
    ("푸틴 대통령과 김정은", "RUS PRK"),
    ("시 주석 방한과 왕이 외교부장의 방한", "CHN"),
    ("트럼프 2기 행정부 출범", "USA"),
    ("이시바 총리와 다카이치 총리", "JPN"),
    ("마크롱 대통령, 숄츠 총리", "FRA DEU"),
    ("폰데어라이엔 집행위원장과 구테흐스 사무총장", "EU UN"),
    ("젤렌스키 대통령", "UKR"),
    ("조코위 대통령과 프라보워 대통령", "IDN"),
    ("백악관과 크렘린", "USA RUS"),
    ("미국국제개발처(USAID)", "USA"),
    ("블링컨 국무장관", "USA"),
    ("리창 총리 주재", "CHN"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *NAMES,
        *COMPOUNDS,
        *LISTS,
        *LABELS,
        *BEFORE_BODIES,
        *HANJA,
        *ORGANISATIONS,
        *REGIONS,
        *PERSONS_AND_AGENCIES,
    ],
)
def test_parties_in_order(text: str, expected: str) -> None:
    assert ids(text) == expected


@pytest.mark.parametrize("text", ORDINARY_WORDS)
def test_ordinary_words_are_no_parties(text: str) -> None:
    assert ids(text) == ""


def test_every_mention_is_kept_in_spans() -> None:
    mentions = party_spans("한미 양국은 미국 내 투자를 환영하였다.")
    assert [(mention.text, mention.span) for mention in mentions] == [("한미", (0, 2)), ("미국", (7, 9))]


PIECES = st.sampled_from(
    ["미국", "중", "·", "일", " ", "북", "美", "中", "(", ")", "한미일", "EU", "UN 안보리", "시 주석", ",", "-", "괌", "인도", "a", "3"]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_spans_give_their_words_back(text: str) -> None:
    mentions = party_spans(text)
    assert all(text[mention.span[0] : mention.span[1]] == mention.text for mention in mentions)
    unique = [mention.id for mention in find_parties(text)]
    assert len(unique) == len(set(unique))
    assert "KOR" not in unique
