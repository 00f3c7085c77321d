"""Documents of each genre's shape, written for these tests, to be damaged."""

from __future__ import annotations

WORK_PLAN = """2025년 누리부 주요업무 추진계획
2025. 1. 17.

Ⅰ. 지난 성과와 평가
 □ 교역 기반 확충
  ㅇ 갈대국과 무역협정 발효(‘24.3월), 무역 사무소 3개 개설
    - 양국 교역액 120억불 달성(전년 대비 8.5% 증가)
    * 참여 기업: 바람상사, 노을상사
  ㅇ ▲항공 노선 2개 신설 ▲비자 면제 확대 ▲청년 교류 1,500명

Ⅱ. 올해 추진 과제
 1. 이웃 나라와의 협력
  가. 정상급 교류
   ① 상반기 중 정상회담 개최 추진, 하반기 장관급 전략
     대화 정례화
   ② 2026년까지 공동 연구센터 설립
  ※ 세부 일정은 외교 경로로 협의
 〈 분기별 일정 〉
 구분\t1/4분기\t2/4분기
 회의\t3.12.\t5.20~5.21
- 3 -
"""
PRESS_RELEASE = """보도자료
보도시점 배포 즉시  배포 2024.5.2.(목)

제5차 산림 협력 위원회 개최
- 내년까지 나무 3만 그루 심기로 -

□ 누리부는 5.2.(목) 서울에서 「제5차 산림 협력 위원회」를 개최하였다. 양측은 산불 대응 체계를 함께
갖추기로 하였으며, 이를 위해 올해 안에 실무단을 만들기로 합의하였다.
ㅇ 김 차관은 “두 나라의 협력이 더 넓어지기를 바란다.”라고 하였다.

붙임: 회의 사진 1부.  끝.
"""
ENGLISH = """Joint Statement on Forest Cooperation

SEOUL, May 2, 2024 - The two ministers met in Seoul. They agreed to plant 30,000 trees by the end of 2025 and
welcomed the launch of the Forest Dialogue.

1. Cooperation on wildfires
(a) The sides will set up a joint team within 90 days;
(b) They plan to spend $2.5 million over the next three years.

Note: figures are in U.S. dollars.
"""
MARKDOWN = """# 2025년 누리부 사업 설명

**목표**: 올해 6월까지 [안내](https://example.org/a)를 새로 낸다.

- 첫째 과제
  - 세부 과제를 추진한다.
1. 순서가 있는 과제

| 구분 | 예산 |
|------|------|
| 교류 | 3억원 |
"""
PAGE = """<!DOCTYPE html><html lang="ko"><head><meta charset="utf-8"><title>산림 협력 | 누리부</title></head><body>
<nav><ul><li><a href="/">처음</a></li></ul></nav><div class="view"><h2>산림 협력 위원회</h2>
<p>□ 정부는 5.2.(목) <b>위원회</b>를 열었다.<br>&nbsp;ㅇ 내년까지 나무를 심는다.</p>
<ul><li>하나<ol><li>둘</ol></ul><table><tr><th>구분<td>값<tr><td>나무<td>3만 그루</table>
<!-- 주석 --></div><footer>누리부 대표전화 02-000-0000</footer></body></html>
"""

ALL = {
    "work_plan": WORK_PLAN,
    "press_release": PRESS_RELEASE,
    "english": ENGLISH,
    "markdown": MARKDOWN,
    "page": PAGE,
}
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp949")
